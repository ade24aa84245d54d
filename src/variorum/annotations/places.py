"""Places: names that the parse or the entities type as places and the gazetteer knows; place or government.

Precision comes first: a name that is typed as a person or an organisation is never a place, an ambiguous name is
decided by the countries
of the text and then by size, and a small town without such a hint is left out. Demonyms are no places, but "the
Syrian border" is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from variorum.annotations.gazetteer import (
    Entry,
    capital_of,
    country_entry,
    country_of_demonym,
    lookup,
    prominent_first_words,
)
from variorum.annotations.place_uses import read_use
from variorum.limits import LIMITS
from variorum.model.annotations import Draft, EntityType, MentionForm, Place, PlaceUse
from variorum.registry import annotator

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_NO_PLACE = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP, EntityType.EVENT})
_DIRECTIONS = frozenset(
    {
        "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeast",
        "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern",
        "north-eastern", "north-western", "south-eastern", "south-western", "north-east", "north-west",
        "south-east", "south-west", "upper", "lower", "coastal", "rural", "mainland", "occupied",
    }
)  # fmt: skip
#: What follows a demonym or a possessive and makes a place of the two.
_PARTS = {
    "border": "border", "borders": "border", "frontier": "border", "coast": "coast", "coastline": "coast",
    "airspace": "airspace",
    "territory": None, "territories": None, "soil": None, "waters": "waters", "countryside": "countryside",
    "side": "side",
    "north": "north", "south": "south", "east": "east", "west": "west", "northeast": "northeast",
    "northwest": "northwest",
    "southeast": "southeast", "southwest": "southwest", "outskirts": "outskirts", "suburbs": "suburbs",
    "mainland": "mainland",
}  # fmt: skip
#: Countries and capitals that are given names too: they need a type.
_GIVEN_NAMES = frozenset(
    {
        "jordan", "chad", "victoria", "georgia", "paris", "sofia", "santiago", "kingston", "hamilton", "stanley",
        "douglas", "georgetown", "jamestown", "male", "nice", "israel", "roseau", "valletta", "castries",
        "plymouth", "alger", "san",
    }
)  # fmt: skip
#: What a place alone can be the "of" of: "the harbour of Koper" types Koper, whatever the parse takes it for.
_SITES = frozenset(
    {
        "harbour", "harbor", "port", "city", "town", "village", "capital", "outskirts", "suburb", "suburbs", "streets",
        "coast", "province", "region", "district", "airport", "island", "mayor", "municipality", "peninsula", "shores",
    }
)  # fmt: skip
_SMALL, _LARGE = 100_000, 500_000
_LONGEST = 5
_MANY = 20_000


@dataclass(frozen=True, slots=True)
class _Name:
    """A name that may be a place: token range, and whether something types it as one."""

    first: int
    last: int
    typed: bool
    sited: bool = False
    """True where "the harbour of" or the like makes a place of the name, here or elsewhere in the text."""


@annotator(gives="places", needs=("entities",), version="2")
def annotate_places(draft: Draft) -> tuple[Place, ...]:
    """Return the places that a report names outside of its boilerplate."""
    doc = draft.doc
    skipped = draft.report.boilerplate
    names = [
        name
        for name in _names(draft)
        if not any(_start(doc, name) < line.end and line.start < _end(doc, name) for line in skipped)
    ]
    countries = _countries_of(doc, names)
    places = [place for name in names if (place := _place_of(doc, name, countries))]
    places += [
        place
        for place in _adjective_places(doc)
        if not any(place.start < b.end and b.start < place.end for b in skipped)
    ]
    return _numbered(places)


def _numbered(places: list[Place]) -> tuple[Place, ...]:
    """Return places in text order with ids; of two that overlap, the longer."""
    ordered: list[Place] = []
    for place in sorted(places, key=lambda p: (p.start, -p.end)):
        if not ordered or place.start >= ordered[-1].end:
            ordered.append(place)
    return tuple(replace(place, id=f"p{number}") for number, place in enumerate(ordered, start=1))


def _start(doc: Doc, name: _Name) -> int:
    return int(doc[name.first].idx)


def _end(doc: Doc, name: _Name) -> int:
    token = doc[name.last]
    return int(token.idx + len(token.text))


# --- names ------------------------------------------------------------------------------------------------------------


def _names(draft: Draft) -> list[_Name]:
    """Return the names that may be places, in text order, without those of persons and organisations."""
    doc = draft.doc
    blocked, typed = _typed_by_entities(draft)
    ranges = [(ent.start, ent.end - 1) for ent in doc.ents if ent.label_ in _PLACE_LABELS]
    for start, end in typed:
        span = doc.char_span(start, end, alignment_mode="contract")
        if span is not None and len(span):
            ranges.append((span.start, span.end - 1))
    names: dict[int, _Name] = {}
    for first, last in sorted(ranges, key=lambda r: (r[0], -r[1])):
        trimmed = _trimmed(doc, first, last)
        if trimmed and not _blocks(blocked, doc, trimmed):
            names.setdefault(trimmed.first, trimmed)
    covered = bytearray(len(doc))
    for name in names.values():
        covered[name.first : name.last + 1] = b"\1" * (name.last + 1 - name.first)
    untyped = (
        blocked
        if draft.entities
        else blocked + [(e.start_char, e.end_char, e.text) for e in doc.ents if e.label_ == "PERSON"]
    )
    for name in _prominent_names(doc, covered):
        if not _blocks(untyped, doc, name):
            names.setdefault(name.first, name)
    for name in _sited_names(doc):
        names[name.first] = name
    return sorted(names.values(), key=lambda name: name.first)[:_MANY]


def _typed_by_entities(draft: Draft) -> tuple[list[tuple[int, int, str]], list[tuple[int, int]]]:
    """Return the names of persons and organisations, which are no places, and those of states and places."""
    blocked: list[tuple[int, int, str]] = []
    typed: list[tuple[int, int]] = []
    text = draft.report.text
    for entity in draft.entities:
        for mention in entity.mentions:
            if mention.form is not MentionForm.NAME:
                continue
            head = (mention.head_start, mention.head_end)
            if entity.type in _NO_PLACE:
                blocked.append((*head, text[head[0] : head[1]]))
            elif entity.type in {EntityType.STATE, EntityType.PLACE}:
                typed.append(head)
    return sorted(blocked), sorted(typed)


def _blocks(blocked: list[tuple[int, int, str]], doc: Doc, name: _Name) -> bool:
    """Say whether a name is part of a person's or organisation's; a palace may stand for those who govern there."""
    start, end = _start(doc, name), _end(doc, name)
    index = bisect_right(blocked, (end, 0, "")) - 1
    for other_start, other_end, text in blocked[max(0, index - 2) : index + 1]:
        if other_start < end and start < other_end:
            return not any(entry.kind == "landmark" for entry in lookup(text.removeprefix("the ")))
    return False


def _trimmed(doc: Doc, first: int, last: int) -> _Name | None:
    """Cut articles, directions, possessives and punctuation from the ends of a name."""
    while first < last and (doc[first].lower_ in _DIRECTIONS | {"the"} or not doc[first].text[:1].isalnum()):
        # "North Korea", "South Africa", "West Bank": the direction belongs to the name.
        if doc[first].lower_ != "the" and lookup(doc[first : last + 1].text):
            break
        first += 1
    while last > first and (doc[last].lower_ in {"'s", "’s"} or not doc[last].text[-1:].isalnum()):
        if doc[last].text[-1:] == "." and len(doc[last].text) > 2 and lookup(doc[first : last + 1].text):
            break  # "U.S."
        last -= 1
    if last - first >= _LONGEST or not doc[first].text[:1].isupper():
        return None
    return _Name(first, last, typed=True)


def _prominent_names(doc: Doc, covered: bytearray) -> list[_Name]:
    """Return countries, capitals, landmarks ... that the parse did not type: "Damascus" taken for a company."""
    first_words = prominent_first_words()
    found = []
    position = 0
    for token in doc:
        if token.i < position or covered[token.i] or not token.text[:1].isupper() or token.lower_ not in first_words:
            continue
        for length in range(min(_LONGEST, len(doc) - token.i), 0, -1):
            last = token.i + length - 1
            if any(covered[token.i : last + 1]):
                continue
            words = doc[token.i : last + 1].text
            if length == 1 and (token.pos_ != "PROPN" or token.lower_ in _GIVEN_NAMES):
                continue
            if _inside_longer_name(doc, token.i, last):
                continue
            if any(_is_prominent(entry) for entry in lookup(words)[:1]):
                found.append(_Name(token.i, last, typed=False))
                position = last + 1
                break
    return found


def _sited_names(doc: Doc) -> list[_Name]:
    """Return the single names behind "the harbour of" and the like, and those that are their whole name elsewhere."""
    sited = {
        doc[index + 2].text
        for index in range(len(doc) - 2)
        if doc[index].lower_ in _SITES and doc[index + 1].lower_ == "of" and _is_whole_name(doc, index + 2)
    }
    if not sited:
        return []
    return [
        _Name(token.i, token.i, typed=True, sited=True)
        for token in doc
        if token.text in sited and _is_whole_name(doc, token.i)
    ]


def _is_whole_name(doc: Doc, index: int) -> bool:
    """Say whether a capitalised word is a name by itself, with no other capital beside it."""
    if not doc[index].text[:1].isupper() or not lookup(doc[index].text):
        return False
    before, after = doc[index - 1] if index else None, doc[index + 1] if index + 1 < len(doc) else None
    joined = (before is not None and before.text[:1].isupper() and before.pos_ == "PROPN") or (
        after is not None and after.text[:1].isupper() and after.pos_ == "PROPN"
    )
    return not joined


def _is_prominent(entry: Entry) -> bool:
    return entry.kind in {"country", "continent", "landmark", "region", "sea"} or entry.capital


def _inside_longer_name(doc: Doc, first: int, last: int) -> bool:
    """Say whether a name is part of a longer one: "London Bridge Capital", "Bank of England"."""
    after = doc[last + 1] if last + 1 < len(doc) else None
    before = doc[first - 1] if first else None
    if after is not None and after.pos_ == "PROPN" and after.text[:1].isupper() and doc[last].whitespace_:
        return not after.text.startswith(("'", "’"))
    return before is not None and before.dep_ == "compound" and before.pos_ == "PROPN" and before.head.i == first


# --- deciding which place ---------------------------------------------------------------------------------------------


def _countries_of(doc: Doc, names: list[_Name]) -> Counter[str]:
    """Count the countries that a text mentions by name, demonym or capital."""
    countries: Counter[str] = Counter()
    for name in names:
        found = lookup(_surface(doc, name))
        if (
            found
            and found[0].country
            and (found[0].kind == "country" or found[0].capital or found[0].kind == "landmark")
        ):
            countries[found[0].country] += 1
    for token in doc:
        if (
            token.text[:1].isupper()
            and token.pos_ in {"ADJ", "PROPN", "NOUN"}
            and (found_country := country_of_demonym(token.text))
        ):
            countries[found_country[0]] += 1
    return countries


def _surface(doc: Doc, name: _Name) -> str:
    return str(doc[name.first : name.last + 1].text)


def _place_of(doc: Doc, name: _Name, countries: Counter[str]) -> Place | None:
    """Return the place of a name, or None where the gazetteer does not know it or it stays unclear."""
    words = _surface(doc, name)
    entries = lookup(words)
    if not entries or not _case_fits(doc, name, words):
        return None
    entry = _chosen(entries, countries, _container_after(doc, name))
    if entry is None and name.sited and len({entry.country for entry in entries}) == 1:
        entry = entries[0]
    return None if entry is None else _make(doc, name, entry)


def _case_fits(doc: Doc, name: _Name, words: str) -> bool:
    """Say whether capitals alone are a place: "US", a dateline "DOHA (...)"; "SANA" within a sentence is an agency."""
    if not words.isupper() or len(words) > _LONGEST or "." in words:
        return True
    if lookup(words)[0].kind == "country" and len(words) <= 3:
        return True
    before = doc[name.first - 1].text if name.first else "\n"
    after = doc[name.last + 1 : name.last + 12].text
    return "\n" in before and any(mark in after for mark in "(—–-")


def _container_after(doc: Doc, name: _Name) -> str | None:
    """Return the id of what a name is said to lie in: "Paris, Texas"."""
    index = name.last + 1
    if index + 1 >= len(doc) or doc[index].text != "," or not doc[index + 1].text[:1].isupper():
        return None
    for last in (index + 2, index + 1):
        if last < len(doc) and (found := lookup(doc[index + 1 : last + 1].text)):
            return next((entry.id for entry in found if entry.kind in {"country", "division"}), None)
    return None


def _chosen(entries: tuple[Entry, ...], countries: Counter[str], container: str | None) -> Entry | None:
    """Choose among the places of one name."""
    if container:
        inside = [entry for entry in entries if container in entry.within]
        if inside:
            return inside[0]
    first = entries[0]
    if first.kind in {"continent", "region", "sea", "landmark"}:
        return first
    in_context = [entry for entry in entries if entry.country in countries]
    if first.kind == "country":
        # "Georgia" among American cities: the text must speak of the other country and not of this one.
        other = next((e for e in in_context if e.country != first.country), None)
        return (
            other if other and not countries[first.country or ""] - 1 and countries[other.country or ""] > 2 else first
        )
    if first.country not in countries or (first.capital and countries[first.country or ""] <= 1):
        rival = next((e for e in in_context if e.country != first.country), None)
        if rival and (rival.population >= _LARGE or rival.population * 20 > first.population):
            return rival
    if first.capital or first.population >= _LARGE:
        return first
    if in_context:
        return in_context[0]
    several = {entry.country for entry in entries}
    return first if first.population >= _SMALL and len(several) == 1 else None


def _make(doc: Doc, name: _Name, entry: Entry) -> Place:
    """Make the annotation of a name and its place."""
    use = PlaceUse.PLACE
    qualifier = _qualifier(doc, name)
    if qualifier is None and (entry.kind in {"country", "landmark"} or entry.capital) and _is_short(doc, name):
        use = read_use(doc, name.first, name.last, capital=entry.kind != "country")
    return Place(
        id="",
        start=_start(doc, name),
        end=_end(doc, name),
        name=entry.name,
        kind=entry.kind,
        country=entry.country,
        lat=entry.lat,
        lon=entry.lon,
        gazetteer_id=entry.id,
        within=entry.within,
        qualifier=qualifier,
        use=use,
    )


def _is_short(doc: Doc, name: _Name) -> bool:
    """Say whether the sentence is short enough for rules that walk its tree."""
    sent = doc[name.last].sent
    return bool(sent.end - sent.start <= LIMITS.sentence_tokens)


def _qualifier(doc: Doc, name: _Name) -> str | None:
    """Return what narrows a place: "northern" in "northern Syria", "border" in "Syria's border"."""
    if name.first and doc[name.first - 1].lower_ in _DIRECTIONS and doc[name.first - 1].whitespace_:
        return str(doc[name.first - 1].lower_)
    if name.first > 2 and doc[name.first - 1].text == "-" and doc[name.first - 2].lower_ in _DIRECTIONS:
        return None
    index = name.last + 1
    if index + 1 < len(doc) and doc[index].lower_ in {"'s", "’s", "'", "’"}:
        return _PARTS.get(doc[index + 1].lower_)
    return _PARTS.get(doc[index].lower_) if index < len(doc) and doc[index].lower_ in {"border", "frontier"} else None


# --- "the Syrian border", "the Turkish capital" -----------------------------------------------------------------------


def _adjective_places(doc: Doc) -> list[Place]:
    """Return the places that a demonym makes with a word: "the Syrian border", "the Turkish capital"."""
    found = []
    for token in doc[:-1]:
        following = token.nbor()
        if not token.text[:1].isupper() or (following.lower_ not in _PARTS and following.lower_ != "capital"):
            continue
        country = country_of_demonym(token.text)
        if country is None:
            continue
        entry = country_entry(country[0])
        if following.lower_ == "capital":
            # "the Syrian capital Damascus" names it itself.
            entry = capital_of(country[0])
            after = following.nbor() if following.i + 1 < len(doc) else None
            if entry is None or (after is not None and after.text[:1].isupper()):
                continue
        if entry is not None:
            place = _make(doc, _Name(token.i, following.i, typed=True), entry)
            found.append(replace(place, qualifier=_PARTS.get(following.lower_), use=PlaceUse.PLACE))
    return found
