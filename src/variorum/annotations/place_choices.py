"""Place choices: which of the places of one name is meant.

What the name is said to lie in decides first ("Paris, Texas"), then what else the text names (Tripoli in a report on
Lebanon), then size; where nothing decides, no place is claimed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from variorum.annotations.gazetteer import Entry, country_of_demonym, lookup
from variorum.annotations.place_evidence import Evidence, Name, containers_at, leads_to_place
from variorum.annotations.place_names import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

_TOWN, _SMALL, _LARGE = 50_000, 100_000, 500_000
#: A place is the likely one without a hint when it has so many times the inhabitants of the next.
_DOMINANT = 5


#: Countries whose towns share their names with many smaller ones, which the table does not hold.
_NAMING_ALIKE = frozenset({"USA", "CAN", "GBR", "IRL", "AUS", "NZL", "ZAF", "JAM", "PHL"})
_PLACE_TYPES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(slots=True)
class Context:
    """What a text names besides."""

    countries: Counter[str] = field(default_factory=Counter)
    """How often each country is named by its name, demonym, capital or palace."""
    holders: set[str] = field(default_factory=set)
    """Ids of the divisions in which an unambiguous city of the text lies."""
    near: Counter[str] = field(default_factory=Counter)
    """How often each country is hinted at by one of its cities or divisions that shares its name with none."""
    rows: dict[int, set[str]] = field(default_factory=dict)
    """By the first token of a name: the countries of the divisions that stand in a row with it."""


def read_context(doc: Doc, names: Iterable[Name]) -> Context:
    """Return what a text names: its countries, the divisions of its cities, its rows of divisions."""
    context = Context()
    for name in names:
        found = lookup(words_of(doc, name))
        if not found:
            continue
        first = found[0]
        if first.country and (first.kind in {"country", "landmark"} or first.capital or _is_alone(found)):
            context.countries[first.country] += 1
        if first.kind == "city" and _is_dominant(found):
            context.holders.update(first.within[:1])
        if first.country and first.kind in {"city", "division"} and _is_dominant(found):
            context.near[first.country] += 1
    for token in doc:
        named = token.text[:1].isupper() and token.pos_ in {"ADJ", "PROPN", "NOUN"}
        if named and (country := country_of_demonym(token.text)):
            context.countries[country[0]] += 1
        elif named and (found := lookup(token.text)) and _is_alone(found) and found[0].country:
            context.near[found[0].country] += 1
    context.rows = _rows_of(doc, names)
    return context


def _is_alone(entries: tuple[Entry, ...]) -> bool:
    """Say whether a name is that of one division alone: "Alabama"."""
    return entries[0].kind == "division" and len(entries) == 1


def _rows_of(doc: Doc, names: Iterable[Name]) -> dict[int, set[str]]:
    """Return the countries of the divisions that stand in a row with a name: "Georgia and Alabama"."""
    rows: dict[int, set[str]] = {}
    ordered = list(names)
    for left, right in pairwise(ordered):
        between = {token.lower_ for token in doc[left.last + 1 : right.first]}
        if not between or not between <= {",", "and", "or"} or between == {","}:
            continue
        for one, other in ((left, right), (right, left)):
            found = lookup(words_of(doc, other))
            if found and _is_alone(found) and found[0].country:
                rows.setdefault(one.first, set()).add(found[0].country)
    return rows


def choose_entry(doc: Doc, name: Name, entries: tuple[Entry, ...], context: Context) -> Entry | None:
    """Return the place that a name means, None where nothing decides."""
    containers = _containers_after(doc, name)
    if containers:
        inside = [entry for entry in entries if not containers.isdisjoint(entry.within)]
        if inside:
            return inside[0]
    first = entries[0]
    in_context = [entry for entry in entries if entry.country in context.countries]
    if first.kind == "region" and len({entry.country for entry in in_context}) == 1 and first.country is None:
        return in_context[0]
    if first.kind in {"continent", "region", "sea", "landmark"}:
        return first
    if first.kind == "country":
        return _namesake(name, entries, context) or _other_country(entries, context) or first
    if first.country not in context.countries or (first.capital and context.countries[first.country or ""] <= 1):
        rival = next((entry for entry in in_context if entry.country != first.country), None)
        if rival and (rival.population >= _LARGE or rival.population * 20 > first.population):
            return rival
    if (rival := _rival_near(entries, context)) is not None:
        return rival
    if first.capital or first.population >= _LARGE or _outranks_towns(entries):
        return first
    return in_context[0] if in_context else _alone(doc, entries, name, context)


def _outranks_towns(entries: tuple[Entry, ...]) -> bool:
    """Say whether the table puts a division before towns of its name, as news mean it oftener: "Florida"."""
    return entries[0].kind == "division" and any(entry.kind == "city" for entry in entries[1:])


def _other_country(entries: tuple[Entry, ...], context: Context) -> Entry | None:
    """Return the second country of a name where the text names that one otherwise: "Congo ... Brazzaville"."""
    others = [entry for entry in entries[1:] if entry.kind == "country" and entry.country in context.countries]
    return others[0] if len(others) == 1 else None


def _rival_near(entries: tuple[Entry, ...], context: Context) -> Entry | None:
    """Return the place that the cities of a text speak for: "Victoria ... Melbourne", "Salvador ... Recife"."""
    first = entries[0]
    named = context.countries[first.country or ""] - first.capital
    if named > 0 or first.country in context.near:
        return None
    divisions = [entry for entry in entries if entry.kind == "division" and entry.id in context.holders]
    large = [entry for entry in entries if entry.country in context.near and entry.population >= _SMALL]
    return next(iter([*divisions, *large]), None)


def _namesake(name: Name, entries: tuple[Entry, ...], context: Context) -> Entry | None:
    """Return the division of a country's name where the text means it: "Georgia and Alabama", "Atlanta, Georgia"."""
    for entry in entries[1:]:
        if entry.kind != "division" or not entry.country:
            continue
        if entry.id in context.holders or entry.country in context.rows.get(name.first, ()):
            return entry
    return None


def _alone(doc: Doc, entries: tuple[Entry, ...], name: Name, context: Context) -> Entry | None:
    """Return the first entry where no other place of its name comes near to it."""
    first = entries[0]
    if not _is_dominant(entries):
        # "Aid reached Gaza through Rafah", "Cambridge ... Cambridgeshire council"
        near = [entry for entry in entries if entry.country in context.near and entry.kind == "city"]
        return near[0] if len(near) == 1 and name.evidence >= Evidence.TYPED else None
    if _size(entries) >= _SMALL or (first.kind == "division" and not context.countries):
        return first if name.evidence >= Evidence.TYPED else None
    # The table knows no smaller namesakes: a small town needs its country in the text, or that nothing speaks for
    # another place ("four men were arrested in Lourdes").
    known = first.country in context.countries or (_names_one(entries) and _is_plain(doc, name))
    known = known or (not context.countries and first.population >= _TOWN)
    return first if known and name.evidence >= Evidence.LOCATED else None


def _names_one(entries: tuple[Entry, ...]) -> bool:
    """Say whether a small town is likely the only one of its name: "Lourdes", not "Fairview"."""
    return len(entries) == 1 and entries[0].country not in _NAMING_ALIKE


def _is_plain(doc: Doc, name: Name) -> bool:
    """Say whether no type of a parse and no container behind it speak against a name's being that of a town.

    Behind "near", or "from" with a verb of going, a parser's other types count for nothing.
    """
    after = doc[name.last + 1 : name.last + 3]
    contained = len(after) > 1 and after[0].lower_ in {",", "in"} and after[1].text[:1].isupper()
    typed = all(token.ent_type_ in _PLACE_TYPES or not token.ent_type_ for token in doc[name.first : name.last + 1])
    return not contained and (typed or leads_to_place(doc, name.first))


def _is_dominant(entries: tuple[Entry, ...]) -> bool:
    """Say whether the first place of a name is far larger than every other, or the only one."""
    first, size = entries[0], _size(entries)
    others = [
        entry for entry in entries[1:] if (entry.kind == "city" or first.kind == "division") and not _nest(first, entry)
    ]
    return all(size >= _DOMINANT * max(entry.population, 1) for entry in others)


def _size(entries: tuple[Entry, ...]) -> int:
    """Return the inhabitants of the first place of a name, or those of the city that it is called after."""
    return max(entry.population for entry in entries if entry is entries[0] or _nest(entries[0], entry))


def _nest(one: Entry, other: Entry) -> bool:
    """Say whether one of two places lies in the other: the city of Gaza in the division called so."""
    return one.id in other.within or other.id in one.within


def _containers_after(doc: Doc, name: Name) -> frozenset[str]:
    """Return the ids of what a name is said to lie in: "Paris, Texas", "Valencia and Murcia in Spain"."""
    index = name.last + 1
    if index + 1 < len(doc) and doc[index].lower_ in {",", "in"}:
        return containers_at(doc, index + 1)
    if index + 3 < len(doc) and doc[index].lower_ == "and" and doc[index + 2].lower_ == "in":
        return containers_at(doc, index + 3)
    return frozenset()
