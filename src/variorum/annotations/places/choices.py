"""Place choices: which of the places of one name is meant.

What the name is said to lie in decides first ("Paris, Texas"), then what else the text names (Tripoli in a report on
Lebanon), then size. Where nothing decides, no place is claimed, unless the words leave no doubt that a town is meant:
then the largest of the name is the likely one.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct, field

from variorum.annotations.places.capitals import capitalised
from variorum.annotations.places.containers import containers_at
from variorum.annotations.places.distances import nearest_of, neighbours_of
from variorum.annotations.places.evidence import Evidence, Name, leads_to_place
from variorum.annotations.places.names import is_prominent, words_of
from variorum.annotations.tables.gazetteer import SMALL_TOWN, Entry, country_of_demonym, lookup, normal_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

_TOWN, _SMALL, _LARGE = 50_000, 100_000, 500_000
#: A place is the likely one without a hint when it has so many times the inhabitants of the next.
_DOMINANT = 5
#: A smaller place in a country that the text names is meant when it has at least this share of the larger one.
_OUTWEIGHED = 20


#: Countries whose towns share their names with many smaller ones, which the table does not hold.
_NAMING_ALIKE = frozenset({"USA", "CAN", "GBR", "IRL", "AUS", "NZL", "ZAF", "JAM", "PHL"})
_SIZED = frozenset({"city", "division"})
#: What follows the name of a division or stands before its "of", where a town has the name too.
_DIVISIONS = frozenset({
    "state", "province", "region", "governorate", "oblast", "prefecture", "district", "county", "canton", "department",
    "division", "voivodeship", "krai", "territory", "republic",
})  # fmt: skip
_TOWNS = frozenset({"town", "city", "village", "port"})
_PLACE_TYPES = frozenset({"GPE", "LOC", "FAC"})


class Context(Struct):
    """What a text names besides."""

    countries: Counter[str] = field(default_factory=Counter)
    """How often each country is named by its name, demonym, capital or palace."""
    holders: set[str] = field(default_factory=set)
    """Ids of the divisions in which an unambiguous city of the text lies."""
    hints: dict[str, str] = field(default_factory=dict)
    """By the normal form of a name: the country that it hints at, a city or division far larger than its namesakes."""
    around: dict[str, Entry] = field(default_factory=dict)
    """By the normal form of a name: the city or landmark that it means whatever else the text names."""
    rows: dict[int, set[str]] = field(default_factory=dict)
    """By the first token of a name: the countries of the divisions that stand in a row with it."""

    def near(self, name: str) -> set[str]:
        """Return the countries that the other names of the text hint at."""
        own = normal_form(name)
        return {country for form, country in self.hints.items() if form != own}


def read_context(doc: Doc, names: Iterable[Name]) -> Context:
    """Return what a text names: its countries, the divisions of its cities, its rows of divisions."""
    context = Context()
    unclear: dict[str, tuple[Entry, ...]] = {}
    for name in names:
        found = lookup(words_of(doc, name))
        if name.evidence >= Evidence.LOCATED and not (found and _is_dominant(found) and _size(found) >= _SMALL):
            unclear[normal_form(words_of(doc, name))] = lookup(words_of(doc, name), towns=True)
        if not found:
            continue
        first = found[0]
        if first.country and (first.kind in {"country", "landmark"} or first.capital or _is_alone(found)):
            context.countries[first.country] += 1
        if first.kind == "city" and _is_dominant(found):
            context.holders.update(first.within[:1])
        if first.country and (first.kind == "region" or (first.kind in _SIZED and _is_dominant(found))):
            context.hints[normal_form(words_of(doc, name))] = first.country
        if first.kind in {"landmark", "region"} or (first.kind == "city" and _is_dominant(found)):
            context.around[normal_form(words_of(doc, name))] = first
    for token in capitalised(doc):
        named = token.pos_ in {"ADJ", "PROPN", "NOUN"}
        if named and (country := country_of_demonym(token.text)):
            context.countries[country[0]] += 1
        elif named and (found := lookup(token.text)) and _is_alone(found) and found[0].country:
            context.hints[normal_form(token.text)] = found[0].country
    for form, entry in neighbours_of(unclear).items():
        context.around.setdefault(form, entry)
        if entry.country:
            context.hints.setdefault(form, entry.country)
    context.rows = _rows_of(doc, names)
    return context


def _is_alone(entries: tuple[Entry, ...]) -> bool:
    """Say whether a name is that of one division alone: "Alabama"; small towns of its country may share it."""
    first = entries[0]
    if first.kind != "division" or len(entries) > 1:
        return False
    return not _has_seat(first) or all(entry.country == first.country for entry in lookup(first.name, towns=True))


def _has_seat(division: Entry) -> bool:
    """Say whether a division is called after a town in it, as small ones are, and not as England is."""
    return any(division.id in entry.within for entry in lookup(division.name, towns=True))


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
            return (
                entries[0] if entries[0].kind == "landmark" and entries[0].country == inside[0].country else inside[0]
            )
    if _is_called_division(doc, name):
        named = set(context.countries) | context.near(words_of(doc, name))
        divisions = [entry for entry in entries if entry.kind == "division"]
        within = [entry for entry in divisions if entry.country in named] if named else divisions
        if within:
            return within[0]
    if name.first > 1 and doc[name.first - 1].lower_ == "of" and doc[name.first - 2].lower_ in _TOWNS:
        entries = tuple(entry for entry in entries if entry.kind == "city") or entries
    first = entries[0]
    if first.kind == "division" and name.evidence is Evidence.PROMINENT and not is_prominent(first):
        hinted = context.countries[first.country or ""] > _is_alone(entries)
        return first if hinted or first.country in context.near(words_of(doc, name)) else None
    in_context = [entry for entry in entries if entry.country in context.countries]
    if first.kind == "region" and len({entry.country for entry in in_context}) == 1 and first.country is None:
        return in_context[0]
    if first.kind in {"continent", "region", "sea", "landmark"}:
        return first
    if first.kind == "country":
        return _namesake(name, entries, context) or _other_country(entries, context) or first
    if context.countries[first.country or ""] <= first.capital:
        near_by = nearest_of(entries, context.around, normal_form(words_of(doc, name)))
        if near_by is not None and near_by.id != first.id and _has_size(near_by, name):
            return near_by
    if first.country not in context.countries or (first.capital and context.countries[first.country or ""] <= 1):
        rival = next((entry for entry in in_context if entry.country != first.country), None)
        least = max(first.population, 0 if first.kind != "division" or _has_seat(first) else _OUTWEIGHED * _SMALL)
        if rival and (rival.population >= _LARGE or rival.population * _OUTWEIGHED > least):
            return rival
    if (rival := _rival_near(entries, context, words_of(doc, name))) is not None:
        return rival
    if first.capital or first.population >= _LARGE or _outranks_towns(entries):
        return first
    if in_context and (_is_city(in_context[0]) or in_context[0].kind != "city"):
        return in_context[0]
    return _alone(doc, tuple(in_context) or entries, name, context)


def _is_called_division(doc: Doc, name: Name) -> bool:
    """Say whether the words call a name that of a division: "Katsina state", "the province of Groningen"."""
    after = doc[name.last + 1].lower_ if name.last + 1 < len(doc) else ""
    behind = name.first > 1 and doc[name.first - 1].lower_ == "of" and doc[name.first - 2].lower_ in _DIVISIONS
    if behind and name.first > 2 and doc[name.first - 3].text[:1].isupper() and doc[name.first - 3].pos_ == "PROPN":
        behind = False  # "the Praterstern district of Vienna"
    return behind or (after in _DIVISIONS and bool(doc[name.last].whitespace_))


def _outranks_towns(entries: tuple[Entry, ...]) -> bool:
    """Say whether the table puts a division before towns of its name, as news mean it oftener: "Florida"."""
    return entries[0].kind == "division" and any(_is_city(entry) for entry in entries[1:])


def _other_country(entries: tuple[Entry, ...], context: Context) -> Entry | None:
    """Return the second country of a name where the text names that one otherwise: "Congo ... Brazzaville"."""
    others = [entry for entry in entries[1:] if entry.kind == "country" and entry.country in context.countries]
    return others[0] if len(others) == 1 else None


def _rival_near(entries: tuple[Entry, ...], context: Context, words: str) -> Entry | None:
    """Return the place that the cities of a text speak for: "Victoria ... Melbourne", "Salvador ... Recife"."""
    first, near = entries[0], context.near(words)
    named = context.countries[first.country or ""] - first.capital
    if named > 0 or first.country in near:
        return None
    others = [entry for entry in entries if entry.country != first.country]
    divisions = [entry for entry in others if entry.kind == "division" and entry.id in context.holders]
    large = [entry for entry in others if entry.country in near and entry.population >= _SMALL]
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
    """Return the entry of a name without a large place where something speaks for it and nothing for another."""
    words = words_of(doc, name)
    first, near = entries[0], context.near(words)
    rivals = tuple(entry for entry in entries if _is_city(entry) or entry.kind != "city") or entries
    if not _is_dominant(rivals):
        # "Aid reached Gaza through Rafah", "Cambridge ... Cambridgeshire council"
        inside = [entry for entry in rivals if entry.country in near and entry.kind == "city"]
        meant = inside[0] if len(inside) == 1 else nearest_of(entries, context.around, normal_form(words))
        if meant is None:
            meant = _largest(doc, rivals, name, context)
        return meant if meant is not None and _has_size(meant, name) else None
    if _size(entries) >= _SMALL or (first.kind == "division" and not context.countries):
        return first if name.evidence >= Evidence.TYPED else None
    # A small town needs its country in the text, or that nothing speaks for another place: "arrested in Lourdes".
    known = first.country in context.countries or first.country in near
    known = known or (_names_one(entries, rivals) and _is_plain(doc, name))
    known = known or (not context.countries and first.population >= _TOWN)
    return first if known and name.evidence >= Evidence.LOCATED else None


def _largest(doc: Doc, rivals: tuple[Entry, ...], name: Name, context: Context) -> Entry | None:
    """Return the largest town of a name that is surely one of a town, where the text speaks for no other country.

    "Sailed into Aberdeen": which of them is likely, and that it is a town is sure.
    """
    others = {country for country in context.countries if context.countries[country]} | context.near(
        words_of(doc, name)
    )
    told = name.evidence >= Evidence.LOCATED and _is_plain(doc, name)
    form = normal_form(words_of(doc, name))
    first = next((entry for entry in rivals if normal_form(entry.name) == form), rivals[0])
    return first if told and (not others or first.country in others) else None


def _names_one(entries: tuple[Entry, ...], rivals: tuple[Entry, ...]) -> bool:
    """Say whether a town is likely the only one of its name: "Lourdes", not "Fairview"."""
    all_else, large_else = (sum(not _nest(one[0], entry) for entry in one[1:]) for one in (entries, rivals))
    return not all_else or (not large_else and rivals[0].country not in _NAMING_ALIKE)


def _has_size(entry: Entry, name: Name) -> bool:
    """Say whether the evidence is enough for a place of this size."""
    return name.evidence >= (Evidence.TYPED if _is_city(entry) else Evidence.LOCATED)


def _is_city(entry: Entry) -> bool:
    """Say whether a place is a city of more than a small town's inhabitants, or a capital."""
    return entry.kind == "city" and (entry.capital or entry.population >= SMALL_TOWN)


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
