"""Place names: which words of a report may name a place.

The parse or the entities type a name; a dateline, "the harbour of", "in" or a country behind it prove it, also against
a wrong type; countries, capitals and large cities are taken where nothing speaks against them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from variorum.annotations.places.capitals import capitalised
from variorum.annotations.places.datelines import dateline_names
from variorum.annotations.places.evidence import (
    Blocked,
    Evidence,
    Name,
    located_names,
    long_names,
    name_over,
    sited_names,
)
from variorum.annotations.places.facilities import facility_names
from variorum.annotations.places.words import GIVEN_NAMES, WORDS
from variorum.annotations.tables.actors import given_names, role_of
from variorum.annotations.tables.gazetteer import Entry, lookup, normal_form, prominent_first_words, prominent_forms
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
#: Nouns that make an organisation of the place name before them: "Syria TV", "Lisbon University".
_OF_ORGANISATIONS = frozenset(
    {
        "TV", "Television", "Radio", "News", "Times", "Post", "Herald", "Tribune", "Gazette", "Journal", "Globe",
        "Chronicle", "Observer", "Telegraph", "Mail", "Sun", "Star", "Airlines", "Airways", "University", "College",
        "Bank", "FC", "United", "Rovers", "Wanderers", "Athletic", "Hilton", "Exchange", "Institute", "Foundation",
        "Group", "Holdings", "Inc", "Ltd", "Corp", "Energy", "Steel", "Oil", "Gas", "Motors", "Capital", "Partners",
    }
)  # fmt: skip
#: Words that make a club or company of the place name behind them: "Real Madrid", "Air France".
_BEFORE_OWN = frozenset(
    {
        "Real", "Atletico", "Atlético", "Deportivo", "Sporting", "Dynamo", "Dinamo", "Bayern", "Borussia", "Eintracht",
        "Hertha", "Olympique", "Racing", "Lokomotiv", "Spartak", "Zenit", "Shakhtar", "Maccabi", "Hapoel", "Slavia",
        "Sparta", "Legia", "Rapid", "Austria", "Partizan", "Levski", "Steaua", "FC", "AC", "AS", "CF", "SC",
        "VfB", "VfL", "RB", "CSKA", "Inter", "Athletic", "Celta", "Hellas", "Werder", "Fortuna", "Air", "Radio",
        "Banco", "Banque", "Miss", "HMS", "USS",
    }
)  # fmt: skip
#: Nouns of a town that are written like surnames behind its name.
_CIVIC = frozenset({
    "cathedral", "airport", "harbour", "harbor", "opera", "stadium", "court", "zoo", "metro", "festival", "olympics",
    "games", "council", "parliament", "senate", "assembly", "station", "port", "museum", "theatre", "marathon",
    "summit", "conference", "treaty", "accord", "accords", "agreement", "time", "avenue", "street", "square", "river",
    "valley",
})  # fmt: skip
_LONGEST = 5
_MANY = 20_000


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
        if name and name.first == name.last and doc[first].is_sent_start and doc[first].lower_ in WORDS:
            continue
        if name and not _blocks(blocked, doc, name) and not _is_owned(doc, name):
            names.setdefault(name.first, name)
    covered = bytearray(len(doc))
    for name in names.values():
        covered[name.first : name.last + 1] = b"\1" * (name.last + 1 - name.first)
    persons = [
        Blocked(e.start_char, e.end_char, e.text, firm=False, person=True) for e in doc.ents if e.label_ == "PERSON"
    ]
    for name in _prominent_names(doc, covered):
        if not _blocks(blocked if draft.entities else blocked + persons, doc, name):
            names.setdefault(name.first, name)
    for name in (
        *located_names(doc, blocked),
        *long_names(doc, blocked),
        *sited_names(doc),
        *facility_names(doc),
        *dateline_names(draft),
    ):
        if _is_owned(doc, name) and not name.dateline:
            continue
        known = names.get(name.first)
        longer = known is not None and known.last > name.last and bool(lookup(words_of(doc, known), towns=True))
        if known is None or name.dateline or (known.evidence < name.evidence and not longer):
            names[name.first] = name
        elif known.evidence < name.evidence:
            names[name.first] = replace(known, evidence=name.evidence)  # "in Castel San Pietro", not "in Castel"
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


def _typed_by_entities(draft: Draft) -> tuple[list[Blocked], list[tuple[int, int]]]:
    """Return the names of persons and organisations, which are no places, and those of states and places."""
    blocked: list[Blocked] = []
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
                blocked.append(Blocked(start, end, words, firm, entity.type is EntityType.PERSON))
            elif entity.type in {EntityType.STATE, EntityType.PLACE}:
                typed.append((start, end))
    return sorted(blocked, key=lambda item: (item.start, item.end)), sorted(typed)


def _blocks(blocked: list[Blocked], doc: Doc, name: Name) -> bool:
    """Say whether a name is part of a person's or organisation's; a palace may stand for those who govern there.

    A parser takes "Skopje" for a company: a country, capital or region that is nothing but its name stays one.
    """
    other = name_over(blocked, start_of(doc, name), end_of(doc, name))
    if other is None:
        return False
    entries = lookup(other.text.removeprefix("the "))
    if any(entry.kind == "landmark" for entry in entries):
        return False
    if entries and entries[0].kind == "sea" and doc[name.first].ent_type_ == "LOC":
        return False  # a magazine is called after it
    return other.firm or not may_be_meant(entries) or other.text.lower() in GIVEN_NAMES


def _is_owned(doc: Doc, name: Name) -> bool:
    """Say whether a name is part of another: "Syria TV", "India Rose Carter", "Real Madrid", "Air France"."""
    if name.first and doc[name.first - 1].text in _BEFORE_OWN and doc[name.first - 1].whitespace_:
        return True
    if name.last + 1 >= len(doc) or not doc[name.last].whitespace_:
        return False
    after = doc[name.last + 1]
    if after.text in _OF_ORGANISATIONS:
        return True
    token = doc[name.last]
    if token.dep_ != "compound" or (token.lower_ not in GIVEN_NAMES and token.text not in given_names()):
        return False
    if after.ent_type_ == "PERSON" and after.ent_iob_ == "B":
        return True
    # "Israel Adesola was held": a surname that a parser types as nothing, and no "Israel President", "Milan Cathedral"
    surname = after.pos_ == "PROPN" and token.head.i == after.i and after.text.istitle() and not after.ent_type_
    return bool(surname and not lookup(after.text) and not role_of(after.lower_) and after.lower_ not in _CIVIC)


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
    for token in capitalised(doc):
        if token.i < position or covered[token.i]:
            continue
        if token.lower_ not in first_words and (token.is_ascii or normal_form(token.text) not in first_words):
            continue
        for length in range(min(_LONGEST, len(doc) - token.i), 0, -1):
            last = token.i + length - 1
            if any(covered[token.i : last + 1]) or doc[last].is_punct or doc[last].is_space:
                continue
            words = doc[token.i : last + 1].text
            if length == 1 and (token.lower_ in GIVEN_NAMES or not _is_named(doc, token.i)):
                continue
            if _inside_longer_name(doc, token.i, last) or _is_owned(doc, Name(token.i, last, Evidence.PROMINENT)):
                continue
            if may_be_meant(lookup(words)):
                found.append(Name(token.i, last, Evidence.PROMINENT))
                position = last + 1
                break
    return found


def _is_named(doc: Doc, index: int) -> bool:
    """Say whether the parse takes a word for a name; "Hyderabad police" is read as an adjective at times."""
    token = doc[index]
    if token.pos_ == "NOUN" and token.text.istitle():
        return any(entry.kind == "landmark" for entry in lookup(token.text)[:1])  # "Whitehall has ordered"
    return bool(token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.dep_ in {"amod", "compound"}))


def is_prominent(entry: Entry) -> bool:
    """Say whether a place is known without a hint: a country, a capital, a region, a large city."""
    return normal_form(entry.name) in prominent_forms()


def may_be_meant(entries: tuple[Entry, ...]) -> bool:
    """Say whether a name needs no type to be that of a place: a prominent one, or of a division and of nothing else.

    A division is one only where the text names something else of its country: "Vigo ... and Galicia has called".
    """
    return bool(entries) and (is_prominent(entries[0]) or (entries[0].kind == "division" and len(entries) == 1))


def _inside_longer_name(doc: Doc, first: int, last: int) -> bool:
    """Say whether a name is part of a longer one: "London Bridge Capital", "Bank of England"."""
    after = doc[last + 1] if last + 1 < len(doc) else None
    before = doc[first - 1] if first else None
    if after is not None and after.pos_ == "PROPN" and after.text[:1].isupper() and doc[last].whitespace_:
        return not after.text.startswith(("'", "’"))
    return before is not None and before.dep_ == "compound" and before.pos_ == "PROPN" and before.head.i == first
