"""Place names: which words of a report may name a place, and what says so.

The parse or the entities type a name; a dateline, "the harbour of", "in" or a country behind it prove it, also against
a wrong type; countries, capitals and large cities are taken where nothing speaks against them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from variorum.annotations.gazetteer import Entry, lookup, normal_form, prominent_first_words, prominent_forms
from variorum.model.annotations import Draft, EntityType, MentionForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_NO_PLACE = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP, EntityType.EVENT})
DIRECTIONS = frozenset(
    {
        "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeast",
        "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern",
        "north-eastern", "north-western", "south-eastern", "south-western", "north-east", "north-west",
        "south-east", "south-west", "upper", "lower", "coastal", "rural", "mainland", "occupied",
    }
)  # fmt: skip
#: Names of places that are given names or surnames too: they need a type.
_GIVEN_NAMES = frozenset(
    {
        "jordan", "chad", "victoria", "georgia", "paris", "sofia", "santiago", "kingston", "hamilton", "stanley",
        "douglas", "georgetown", "jamestown", "male", "nice", "israel", "roseau", "valletta", "castries",
        "plymouth", "alger", "san", "austin", "charlotte", "dallas", "houston", "jackson", "lincoln", "leon",
        "florence", "madison", "savannah", "sydney", "adelaide", "jose", "milan", "valencia", "natal", "lima",
        "vienna", "lourdes", "asuncion", "salvador", "india", "kenya", "america", "cali", "split", "mobile", "reading",
    }
)  # fmt: skip
#: What a place alone can be the "of" of: "the harbour of Koper" types Koper, whatever the parse takes it for.
_SITES = frozenset(
    {
        "harbour", "harbor", "port", "city", "town", "village", "capital", "outskirts", "suburb", "suburbs", "streets",
        "coast", "province", "region", "district", "airport", "island", "mayor", "municipality", "peninsula", "shores",
    }
)  # fmt: skip
#: Prepositions that only a place (or a time) can follow, and those that mostly a place follows.
_IN = frozenset({"in", "near", "outside", "inside", "throughout", "across"})
_TOWARDS = frozenset({"from", "to", "at", "into", "through", "around", "over", "via", "towards", "off"})
#: Nouns that make an organisation of the place name before them: "Syria TV", "Lisbon University".
_OF_ORGANISATIONS = frozenset(
    {
        "TV", "Television", "Radio", "News", "Times", "Post", "Herald", "Tribune", "Gazette", "Journal", "Globe",
        "Chronicle", "Observer", "Telegraph", "Mail", "Sun", "Star", "Airlines", "Airways", "University", "College",
        "Bank", "FC", "United", "Rovers", "Wanderers", "Athletic", "Hilton", "Exchange", "Institute", "Foundation",
        "Group", "Holdings", "Inc", "Ltd", "Corp", "Energy", "Steel", "Oil", "Gas", "Motors", "Capital", "Partners",
    }
)  # fmt: skip
#: Verbs of going, behind which "from" and "to" lead to a place whatever its name is taken for.
_GOING = frozenset(
    {
        "fly", "travel", "move", "go", "come", "arrive", "return", "drive", "flee", "head", "lift", "depart", "leave",
        "sail", "walk", "march", "run", "escape", "evacuate", "expel", "deport", "withdraw", "retreat", "cross", "send",
        "take", "bring", "tow", "carry", "ship",
    }
)  # fmt: skip
_DATELINE = re.compile(
    r"(?m)^(?P<place>[A-Z][\w.'’-]{1,24}(?: [A-Z][\w.'’-]{1,24}){0,3})"
    r"(?P<rest>(?:, [A-Z][\w.'’-]{1,24}(?: [A-Z][\w.'’-]{1,24}){0,2}\.?){0,2})"
    r"(?:,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?\([^()\n]{2,40}\)| ?/[^/\n]{2,40}/)? {0,2}(?:[-–—]{1,2}|:)(?=\s)"
)
_TIMES = frozenset({"DATE", "TIME"})
_LONGEST = 5
_MANY = 20_000
_LARGE = 500_000


class Evidence(IntEnum):
    """What says that a name is one of a place, from weak to strong."""

    PROMINENT = 1
    """Nothing but the gazetteer: a country, a capital, a large city."""
    TYPED = 2
    """The parse or the entities."""
    LOCATED = 3
    """A type or none, and a preposition of place before it."""
    PROVED = 4
    """"The harbour of Koper", a dateline, "Valencia and Murcia in Spain"."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name that may be a place: token range, and what says that it is one."""

    first: int
    last: int
    evidence: Evidence
    dateline: bool = False
    """True in "OSLO, July 24 (Reuters) -": a place, never a government."""


@dataclass(frozen=True, slots=True)
class _Blocked:
    """A name that the entities type as somebody or something else."""

    start: int
    end: int
    text: str
    firm: bool
    """True where the type is sure: a longer name stands elsewhere, a title before it, a row of our tables behind it."""
    person: bool = False


def start_of(doc: Doc, name: Name) -> int:
    """Return the first offset of a name."""
    return int(doc[name.first].idx)


def end_of(doc: Doc, name: Name) -> int:
    """Return the offset after a name."""
    token = doc[name.last]
    words = token.text.rstrip(",;:") or token.text
    return int(token.idx + len(words))


def words_of(doc: Doc, name: Name) -> str:
    """Return the words of a name."""
    return str(doc[name.first : name.last + 1].text)


def find_names(draft: Draft) -> list[Name]:
    """Return the names that may be places, in text order, without those of persons and organisations."""
    doc = draft.doc
    blocked, typed = _typed_by_entities(draft)
    names: dict[int, Name] = {}
    for first, last in sorted(_typed_ranges(doc, typed), key=lambda r: (r[0], -r[1])):
        name = trim_name(doc, first, last)
        if name and not _blocks(blocked, doc, name) and not _is_owned(doc, name):
            names.setdefault(name.first, name)
    covered = bytearray(len(doc))
    for name in names.values():
        covered[name.first : name.last + 1] = b"\1" * (name.last + 1 - name.first)
    persons = [
        _Blocked(e.start_char, e.end_char, e.text, firm=False, person=True) for e in doc.ents if e.label_ == "PERSON"
    ]
    for name in _prominent_names(doc, covered):
        if not _blocks(blocked if draft.entities else blocked + persons, doc, name):
            names.setdefault(name.first, name)
    for name in (*_located_names(doc, blocked), *_sited_names(doc), *_dateline_names(draft)):
        known = names.get(name.first)
        if known is None or known.evidence < name.evidence or name.dateline:
            names[name.first] = name
    return sorted(names.values(), key=lambda name: name.first)[:_MANY]


def _typed_ranges(doc: Doc, typed: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of what the parse or the entities type as a place."""
    for ent in doc.ents:
        if ent.label_ in _PLACE_LABELS:
            yield ent.start, ent.end - 1
    for start, end in typed:
        span = doc.char_span(start, end, alignment_mode="contract")
        if span is not None and len(span):
            yield span.start, span.end - 1


def _typed_by_entities(draft: Draft) -> tuple[list[_Blocked], list[tuple[int, int]]]:
    """Return the names of persons and organisations, which are no places, and those of states and places."""
    blocked: list[_Blocked] = []
    typed: list[tuple[int, int]] = []
    text = draft.report.text
    for entity in draft.entities:
        for mention in entity.mentions:
            if mention.form is not MentionForm.NAME:
                continue
            start, end = mention.head_start, mention.head_end
            if entity.type in _NO_PLACE:
                words = text[start:end]
                firm = entity.name != words or mention.start != start or entity.known_as is not None
                blocked.append(_Blocked(start, end, words, firm, entity.type is EntityType.PERSON))
            elif entity.type in {EntityType.STATE, EntityType.PLACE}:
                typed.append((start, end))
    return sorted(blocked, key=lambda item: (item.start, item.end)), sorted(typed)


def _blocks(blocked: list[_Blocked], doc: Doc, name: Name) -> bool:
    """Say whether a name is part of a person's or organisation's; a palace may stand for those who govern there.

    A parser takes "Skopje" for a company: a country, capital or region that is nothing but its name stays one.
    """
    other = _over(blocked, start_of(doc, name), end_of(doc, name))
    if other is None:
        return False
    entries = lookup(other.text.removeprefix("the "))
    if any(entry.kind == "landmark" for entry in entries):
        return False
    return other.firm or not entries or not is_prominent(entries[0]) or other.text.lower() in _GIVEN_NAMES


def _over(blocked: list[_Blocked], start: int, end: int) -> _Blocked | None:
    """Return the name of somebody else that lies over a stretch of the text."""
    index = bisect_right(blocked, end, key=lambda item: item.start)
    for other in blocked[max(0, index - 3) : index]:
        if other.start < end and start < other.end:
            return other
    return None


def _is_owned(doc: Doc, name: Name) -> bool:
    """Say whether a name is the first part of another: "Syria TV", "India Rose Carter"."""
    if name.last + 1 >= len(doc) or not doc[name.last].whitespace_:
        return False
    after = doc[name.last + 1]
    if after.text in _OF_ORGANISATIONS:
        return True
    token = doc[name.last]
    begins_person = after.ent_type_ == "PERSON" and after.ent_iob_ == "B"
    return bool(begins_person and token.dep_ == "compound" and token.lower_ in _GIVEN_NAMES)


def trim_name(doc: Doc, first: int, last: int) -> Name | None:
    """Cut articles, directions, possessives and punctuation from the ends of a name."""
    while first < last and (doc[first].lower_ in DIRECTIONS | {"the"} or not doc[first].text[:1].isalnum()):
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
    return Name(first, last, Evidence.TYPED)


def _prominent_names(doc: Doc, covered: bytearray) -> list[Name]:
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
            if length == 1 and (token.lower_ in _GIVEN_NAMES or not _is_named(doc, token.i)):
                continue
            if _inside_longer_name(doc, token.i, last) or _is_owned(doc, Name(token.i, last, Evidence.PROMINENT)):
                continue
            if any(is_prominent(entry) for entry in lookup(words)[:1]):
                found.append(Name(token.i, last, Evidence.PROMINENT))
                position = last + 1
                break
    return found


def _is_named(doc: Doc, index: int) -> bool:
    """Say whether the parse takes a word for a name; "Hyderabad police" is read as an adjective at times."""
    token = doc[index]
    return bool(token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.dep_ in {"amod", "compound"}))


def _located_names(doc: Doc, blocked: list[_Blocked]) -> Iterator[Name]:
    """Yield single names behind a preposition of place, and those before "in Spain" or ", Spain" that lie there."""
    for token in doc:
        if token.i == 0 or not token.text[:1].isupper() or token.ent_type_ in _TIMES or not is_whole_name(doc, token.i):
            continue
        other = _over(blocked, token.idx, token.idx + len(token.text))
        if other is not None and other.firm:
            continue
        if lies_in(doc, token.i):
            yield Name(token.i, token.i, Evidence.PROVED)
        elif _follows_preposition(doc, token.i, other) and not (other and token.lower_ in _GIVEN_NAMES):
            yield Name(token.i, token.i, Evidence.LOCATED)


def _follows_preposition(doc: Doc, index: int, other: _Blocked | None) -> bool:
    """Say whether a preposition before a name makes a place of it, though it may be taken for somebody else."""
    before = doc[index - 1]
    if before.lower_ in _IN:
        return True
    if before.lower_ not in _TOWARDS:
        return False
    if other is None or not other.person or lookup(doc[index].text)[0].population >= _LARGE:
        return True
    return before.head.lemma_.lower() in _GOING


def lies_in(doc: Doc, index: int) -> bool:
    """Say whether what holds a place of this name stands behind it: "Murcia, Spain", "Valencia and Murcia in Spain"."""
    for link, container in ((index + 1, index + 2), (index + 3, index + 4)):
        if container >= len(doc):
            return False
        if doc[link].lower_ in {"in", ","} and _holds(doc, index, container):
            return True
        if doc[index + 1].lower_ != "and":
            return False
    return False


def _holds(doc: Doc, index: int, container: int) -> bool:
    """Say whether the name at ``container`` is a country or division in which a place called as at ``index`` lies."""
    ids = containers_at(doc, container)
    return bool(ids) and any(not ids.isdisjoint(entry.within) for entry in lookup(doc[index].text))


def containers_at(doc: Doc, index: int) -> frozenset[str]:
    """Return the ids of the countries and divisions whose name begins at a token."""
    if index >= len(doc) or not doc[index].text[:1].isupper():
        return frozenset()
    for last in (index + 1, index):
        if last < len(doc) and (last == index or doc[last].text[:1].isalnum()):
            found = lookup(doc[index : last + 1].text)
            ids = frozenset(entry.id for entry in found if entry.kind in {"country", "division"})
            if ids:
                return ids
    return frozenset()


def _dateline_names(draft: Draft) -> Iterator[Name]:
    """Yield the places of datelines: "OSLO, July 24 (Reuters) -", "GAZA CITY, Gaza Strip (AP) —"."""
    for match in _DATELINE.finditer(draft.report.text):
        if not lookup(match["place"].title() if match["place"].isupper() else match["place"]):
            continue
        for group in ("place", "rest"):
            start = match.start(group) + (2 if group == "rest" else 0)
            span = draft.doc.char_span(start, match.end(group), alignment_mode="contract") if match[group] else None
            if span is not None and len(span):
                yield Name(span.start, span.end - 1, Evidence.PROVED, dateline=True)


def _sited_names(doc: Doc) -> list[Name]:
    """Return the single names behind "the harbour of" and the like, and those that are their whole name elsewhere."""
    sited = {
        doc[index + 2].text
        for index in range(len(doc) - 2)
        if doc[index].lower_ in _SITES and doc[index + 1].lower_ == "of" and is_whole_name(doc, index + 2)
    }
    if not sited:
        return []
    return [
        Name(token.i, token.i, Evidence.PROVED) for token in doc if token.text in sited and is_whole_name(doc, token.i)
    ]


def is_whole_name(doc: Doc, index: int) -> bool:
    """Say whether a capitalised word is a name by itself, with no other capital beside it."""
    if not doc[index].text[:1].isupper() or not lookup(doc[index].text):
        return False
    before, after = doc[index - 1] if index else None, doc[index + 1] if index + 1 < len(doc) else None
    joined = (before is not None and before.text[:1].isupper() and before.pos_ == "PROPN") or (
        after is not None and after.text[:1].isupper() and after.pos_ == "PROPN"
    )
    return not joined


def is_prominent(entry: Entry) -> bool:
    """Say whether a place is known without a hint: a country, a capital, a region, a large city."""
    return normal_form(entry.name) in prominent_forms()


def _inside_longer_name(doc: Doc, first: int, last: int) -> bool:
    """Say whether a name is part of a longer one: "London Bridge Capital", "Bank of England"."""
    after = doc[last + 1] if last + 1 < len(doc) else None
    before = doc[first - 1] if first else None
    if after is not None and after.pos_ == "PROPN" and after.text[:1].isupper() and doc[last].whitespace_:
        return not after.text.startswith(("'", "’"))
    return before is not None and before.dep_ == "compound" and before.pos_ == "PROPN" and before.head.i == first
