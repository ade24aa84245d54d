"""The gazetteer: countries, divisions, cities, landmarks, regions and seas by name, from one small table (GeoNames).

The table is made by ``tools/build_gazetteer.py`` and described in ``data/GAZETTEER.md``. It is opened at the first
question and read from disk; nothing of it is held in memory but what was asked last. Countries and their divisions
follow ISO 3166 and GeoNames: a code says where a table files a place, never whose it is.
"""

from __future__ import annotations

import sqlite3
import threading
import unicodedata
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

_TABLE = Path(__file__).parents[2] / "data" / "gazetteer.sqlite"
_LONGEST_NAME = 80
#: Inhabitants below which a town is a small one, and the rank of its names.
SMALL_TOWN = 15_000
_SMALL = 4
#: What the table says of capitals and of seats of government.
_CAPITAL, _SEAT = 1, 2
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʿʾ`´ʼ.,"))
_LOCAL = threading.local()


class Entry(Struct, frozen=True):
    """One place of the gazetteer."""

    id: str
    """GeoNames id, or an id of our own table with the prefix ``v:``."""
    name: str
    kind: str
    """``country``, ``division``, ``city``, ``landmark``, ``region``, ``sea``, ``continent``."""
    country: str | None
    """ISO 3166-1 alpha-3 (XKX for Kosovo); None for what belongs to several states or to none."""
    lat: float | None
    lon: float | None
    population: int
    """Inhabitants as GeoNames counts them; 0 where unknown or meaningless."""
    capital: bool
    within: tuple[str, ...]
    """Ids of what contains it, from near to far."""
    seat: bool = False
    """True of palaces and parliaments, whose names stand for those who govern there."""


def normal_form(name: str) -> str:
    """Return the key of a name: lower case without accents, apostrophes, full stops, hyphens and a leading article."""
    plain = unicodedata.normalize("NFKD", name[: 2 * _LONGEST_NAME].translate(_APOSTROPHES))
    key = "".join(c for c in plain if not unicodedata.combining(c)).replace("-", " ").replace("–", " ").lower()
    return " ".join(key.split()).removeprefix("the ")


def _table() -> sqlite3.Connection:
    """Return this thread's read-only connection."""
    connection: sqlite3.Connection | None = getattr(_LOCAL, "connection", None)
    if connection is None:
        connection = sqlite3.connect(f"{_TABLE.as_uri()}?mode=ro&immutable=1", uri=True)
        _LOCAL.connection = connection
    return connection


def _entry(row: tuple[str, str, str, str | None, float | None, float | None, int, int, str | None]) -> Entry:
    """Make an entry of a row of the table."""
    identifier, name, kind, country, lat, lon, population, capital, within = row
    own, seat = capital == _CAPITAL, capital == _SEAT
    return Entry(identifier, name, kind, country, lat, lon, population, own, _chain(within), seat)


@lru_cache(maxsize=8192)
def _chain(identifier: str | None) -> tuple[str, ...]:
    """Return the id of what contains a place and those of what contains that, from near to far."""
    if identifier is None:
        return ()
    row = _table().execute("SELECT within FROM place WHERE id = ?", (identifier,)).fetchone()
    return (identifier, *_chain(row[0] if row else None))


_COLUMNS = "place.id, place.name, kind, country, lat, lon, population, capital, within"


@lru_cache(maxsize=4096)
def lookup(name: str, *, towns: bool = False) -> tuple[Entry, ...]:
    """Return the places that carry ``name``, the most likely first: countries, capitals, own entries, then by size.

    Small towns, whose names are those of many persons and things, are among them only when asked for. Abbreviations
    ("US") are found in capitals alone; the first letter of any name must be a capital or a digit.
    """
    if len(name) > _LONGEST_NAME or not name or not (name.removeprefix("the ")[:1].isupper() or name[:1].isdigit()):
        return ()
    rows = _table().execute(
        f"SELECT {_COLUMNS} FROM name JOIN place ON place.rowid = name.place"  # noqa: S608  # a constant
        " WHERE form = ? AND (upper = 0 OR ?) AND rank <= ? ORDER BY rank, population DESC, place.id",
        (normal_form(name), name.isupper(), _SMALL if towns else _SMALL - 1),
    )
    return tuple(_entry(row) for row in rows)


@lru_cache(maxsize=1024)
def place_of_id(identifier: str) -> Entry | None:
    """Return the place with this gazetteer id."""
    row = _table().execute(f"SELECT {_COLUMNS} FROM place WHERE id = ?", (identifier,)).fetchone()  # noqa: S608  # a constant
    return _entry(row) if row else None


@lru_cache(maxsize=1024)
def country_of_demonym(word: str) -> tuple[str, str] | None:
    """Return (alpha-3, name) of the country that an adjective or demonym belongs to: "Syrian", "Syrians" give Syria."""
    if len(word) > _LONGEST_NAME or not word[:1].isupper():
        return None
    row: tuple[str, str] | None = (
        _table()
        .execute(
            "SELECT country, place.name FROM demonym JOIN place USING (country) WHERE form = ? AND kind = 'country'",
            (normal_form(word),),
        )
        .fetchone()
    )
    return row


@lru_cache(maxsize=1)
def demonym_parts() -> frozenset[str]:
    """Return the words of the demonyms of two words ("North", "Korean"), with a capital."""
    rows = _table().execute("SELECT form FROM demonym WHERE form LIKE '% %'")
    return frozenset(word.capitalize() for (form,) in rows for word in form.split())


def country_of_name(name: str) -> tuple[str, str] | None:
    """Return (alpha-3, name) of the country of this name: "Turkey", "Türkiye", "UK"."""
    found = next((entry for entry in lookup(name) if entry.kind == "country"), None)
    return (found.country, found.name) if found and found.country else None


def country_of_capital(name: str) -> tuple[str, str] | None:
    """Return (alpha-3, name) of the country whose capital has this name: "Ankara" gives Turkey."""
    found = next((entry for entry in lookup(name) if entry.capital and entry.country), None)
    if found is None or found.country is None:
        return None
    return found.country, country_name(found.country) or found.name


@lru_cache(maxsize=512)
def country_name(alpha3: str) -> str | None:
    """Return the English name of the country with this alpha-3 code."""
    row = _table().execute("SELECT name FROM place WHERE kind = 'country' AND country = ?", (alpha3,)).fetchone()
    return row[0] if row else None


@lru_cache(maxsize=512)
def country_entry(alpha3: str) -> Entry | None:
    """Return the country with this alpha-3 code."""
    row = _table().execute(f"SELECT {_COLUMNS} FROM place WHERE kind = 'country' AND country = ?", (alpha3,)).fetchone()  # noqa: S608  # a constant
    return _entry(row) if row else None


@lru_cache(maxsize=512)
def capital_of(alpha3: str) -> Entry | None:
    """Return the capital of the country with this alpha-3 code."""
    row = _table().execute(f"SELECT {_COLUMNS} FROM place WHERE capital = 1 AND country = ?", (alpha3,)).fetchone()  # noqa: S608  # a constant
    return _entry(row) if row else None


@lru_cache(maxsize=1)
def prominent_forms() -> frozenset[str]:
    """Return the names of countries, capitals, large cities, landmarks, regions and seas, in their normal form."""
    rows = _table().execute(
        "SELECT form FROM name WHERE rank < 2 UNION SELECT form FROM name JOIN place ON place.rowid = name.place"
        " WHERE kind = 'city' AND population >= 500000"
    )
    return frozenset(form for (form,) in rows)


@lru_cache(maxsize=1)
def prominent_first_words() -> frozenset[str]:
    """Return the first words, in lower case, of the names that need no hint, and of those of divisions."""
    rows = _table().execute("SELECT form FROM name WHERE rank = 3")
    return frozenset(form.split(" ", 1)[0] for form in prominent_forms() | {form for (form,) in rows})
