"""The tables of actors: organisations and outlets, role nouns, peoples, given names, read once from data files of ours.

States and demonyms come from the gazetteer. Offices and memberships change, so no table says who holds one.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from variorum.model.annotations import EntityType

_FOLDER = Path(__file__).parents[2] / "data" / "actors"
#: Longest multi-word role noun of the table ("minister of foreign affairs"), in tokens.
LONGEST_ROLE = 5
#: Longest organisation name of the table, in tokens ("Organisation for the Prohibition of Chemical Weapons" is 7).
LONGEST_NAME = 9


class Organisation(Struct, frozen=True):
    """A row of ``organisations.tsv``."""

    name: str
    kind: str
    """outlet, agency, igo, armed, party, body, company, ngo, palace."""
    sector: str | None
    country: str | None
    wikidata: str | None


class Role(Struct, frozen=True):
    """A row of ``role_nouns.tsv``."""

    noun: str
    type: EntityType
    kind: str
    """title, role, label."""
    sector: str | None
    gender: str | None
    polarity: str | None
    head: bool
    """True for offices that lead a state."""


def read_rows(name: str) -> list[list[str | None]]:
    """Return the rows of a table without comments and column names; ``-`` becomes None."""
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [[None if cell == "-" else cell for cell in row] for row in rows[1:]]


@lru_cache(maxsize=1)
def organisations() -> dict[str, Organisation]:
    """Return the organisations by every name and alias, in the spelling of the table with straight apostrophes."""
    found: dict[str, Organisation] = {}
    for name, kind, sector, country, wikidata, aliases in read_rows("organisations.tsv"):
        assert name
        assert kind
        row = Organisation(name, kind, sector, country, wikidata)
        for alias in (name, *(aliases or "").split("|")):
            if alias:
                found.setdefault(alias.removeprefix("The ").removeprefix("the "), row)
    return found


@lru_cache(maxsize=1)
def _states() -> dict[str, tuple[str, str]]:
    """Return the Wikidata item of each state and the day from which it holds, "" for long ago."""
    return {
        country: (wikidata, since or "") for country, wikidata, since in read_rows("states.tsv") if country and wikidata
    }


def state_item(country: str, published: str | None) -> str | None:
    """Return the Wikidata item of a state for a report of a day (ISO date); None where the table has none for it.

    A report of 1999 that names Kosovo does not mean the state that was declared in 2008. Without a day, today's holds.
    """
    item, since = _states().get(country, (None, ""))
    return item if published is None or published[:10] >= since else None


@lru_cache(maxsize=1)
def organisation_starts() -> frozenset[str]:
    """Return the first letters-only pieces of all organisation names, to skip tokens that cannot begin one."""
    return frozenset(_first_piece(name) for name in organisations())


def _first_piece(name: str) -> str:
    """Return what stands before the first blank, hyphen, slash or apostrophe."""
    for index, character in enumerate(name):
        if character in " -/'" and index:
            return name[:index]
    return name


@lru_cache(maxsize=1)
def roles() -> dict[str, Role]:
    """Return the role nouns by lower-case singular."""
    return {
        noun: Role(noun, EntityType(type_), kind, sector, gender, polarity, office == "head")
        for noun, type_, kind, sector, gender, polarity, office in read_rows("role_nouns.tsv")
        if noun and type_ and kind
    }


@lru_cache(maxsize=1)
def role_ends() -> frozenset[str]:
    """Return the last words of all role nouns."""
    return frozenset(noun.replace("-", " ").split()[-1] for noun in roles())


@lru_cache(maxsize=1 << 14)
def role_of(words: str) -> Role | None:
    """Return the role noun ``words`` in lower case, singular or plural."""
    table = roles()
    if (found := table.get(words)) is not None:
        return found
    for ending, singular in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("s", "")):
        if words.endswith(ending) and (found := table.get(words[: -len(ending)] + singular)) is not None:
            return found
    for ending, singular in (
        ("men", "man"),
        ("wives", "wife"),
        ("thieves", "thief"),
        ("children", "child"),
        ("families", "family"),
    ):
        if words.endswith(ending) and (found := table.get(words[: -len(ending)] + singular)) is not None:
            return found
    return None


@lru_cache(maxsize=64)
def word_set(name: str) -> frozenset[str]:
    """Return a set of words by its name in ``word_sets.tsv``; raises KeyError for a name that is not there."""
    return _word_sets()[name]


@lru_cache(maxsize=256)
def role_family(noun: str) -> frozenset[str]:
    """Return the nouns that may name whoever bears ``noun`` ("lawmaker" the representative), itself among them."""
    families = (words for name, words in _word_sets().items() if name.startswith("same_") and noun in words)
    return frozenset({noun}).union(*families)


@lru_cache(maxsize=1)
def _word_sets() -> dict[str, frozenset[str]]:
    """Return all sets of words."""
    return {name: frozenset(words.split("|")) for name, _, words in read_rows("word_sets.tsv") if name and words}


@lru_cache(maxsize=4)
def name_words(kind: str) -> dict[str, str | None]:
    """Return the words of names that tell a ``kind`` (organisation, place, event, particle), each with its sector."""
    return {word: sector for word, of, sector in read_rows("name_words.tsv") if word and of == kind}


@lru_cache(maxsize=1)
def given_names() -> dict[str, str]:
    """Return the usual gender (``m``, ``f``) of given names."""
    return {name: gender for name, gender in read_rows("given_names.tsv") if name and gender}


@lru_cache(maxsize=1)
def peoples() -> dict[str, str]:
    """Return the adjectives and plurals of peoples and faiths, each with its adjective."""
    found: dict[str, str] = {}
    for adjective, plural in read_rows("peoples.tsv"):
        assert adjective
        found[adjective] = adjective
        if plural:
            found[plural] = adjective
    return found
