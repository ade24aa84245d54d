"""Evidence that a name is one of a place: what the grammar around it proves, whatever a parser takes it for.

A dateline, "the harbour of", a preposition of place, and what is said to hold it ("Valencia and Murcia in Spain").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import IntEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.annotations.places.capitals import capitalised
from variorum.annotations.places.containers import lies_in
from variorum.annotations.places.words import (
    AT_SEA,
    BEARINGS,
    BORDERS,
    DEEDS_ON_PLACES,
    DONE_TO_PLACES,
    FALLING,
    GIVEN_NAMES,
    GOERS,
    GOING,
    HELD_IN,
    IN,
    LENGTHS,
    LOCAL,
    MOSTLY_DONE_TO_PLACES,
    NO_TOWNS,
    OF_PERSONS,
    PART_OF,
    SITES,
    STANDING,
    TOWARDS,
    TOWNS_OWN,
)
from variorum.annotations.tables.actors import given_names
from variorum.annotations.tables.gazetteer import SMALL_TOWN, Entry, lookup

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TIMES = frozenset({"DATE", "TIME"})
#: Words of the longest name, in tokens.
_LONGEST = 5
_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_SEAS = IN | TOWARDS | {"on", "off", "along", "under", "beneath", "above"}
_LANDS = frozenset({"country", "region", "sea", "division"})
_LARGE, _TOWN = 500_000, 50_000


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


class Name(Struct, frozen=True):
    """A name that may be a place: token range, and what says that it is one."""

    first: int
    last: int
    evidence: Evidence
    dateline: bool = False
    """True in "OSLO, July 24 (Reuters) -": a place, never a government."""


class Blocked(Struct, frozen=True):
    """A name that the entities type as somebody or something else."""

    start: int
    end: int
    text: str
    firm: bool
    """True where the type is sure: a longer name stands elsewhere, a title before it, a row of our tables behind it."""
    person: bool = False


def name_over(blocked: list[Blocked], start: int, end: int) -> Blocked | None:
    """Return the name of somebody else that lies over a stretch of the text."""
    index = bisect_right(blocked, end, key=lambda item: item.start)
    for other in blocked[max(0, index - 3) : index]:
        if other.start < end and start < other.end:
            return other
    return None


def located_names(doc: Doc, blocked: list[Blocked]) -> Iterator[Name]:
    """Yield single names behind a preposition of place, and those before "in Spain" or ", Spain" that lie there."""
    for token in capitalised(doc):
        if token.i == 0 or token.ent_type_ in _TIMES or not is_whole_name(doc, token.i):
            continue
        other = name_over(blocked, token.idx, token.idx + len(token.text))
        if other is not None and other.text.partition(" ")[0].lower() in IN | {"off"}:
            other = None  # "Off Cornwall, a yacht capsized"
        if other is not None and other.firm:
            continue
        if other is not None and _is_small(token.text) and not _names_town(doc, token.i, other):
            continue
        if lies_in(doc, token.i) or _borders(doc, token.i):
            yield Name(token.i, token.i, Evidence.PROVED)
        elif _is_of_things(doc, token.i) or (
            not (other and other.person and token.lower_ in GIVEN_NAMES)
            and (
                _follows_preposition(doc, token.i, other)
                or _is_done_to(doc, token.i)
                or (_is_of_thing(doc, token.i) and not (other and other.person))
                or (_stands_with_place(doc, token.i) and not (other and token.text in given_names()))
            )
        ):
            yield Name(token.i, token.i, Evidence.LOCATED)


def _follows_preposition(doc: Doc, index: int, other: Blocked | None) -> bool:
    """Say whether a preposition before a name makes a place of it, though it may be taken for somebody else."""
    before = doc[index - 1]
    if before.lower_ == "in" and doc[max(0, index - 2)].lemma_.lower() in HELD_IN:
        return False
    if before.lower_ in IN or (
        before.lower_ == "off" and (before.dep_ == "prep" or before.head.lemma_.lower() in AT_SEA)
    ):
        # "Sank off Bari", but not "called off Bari's visit"
        return True
    if before.lower_ in PART_OF or _is_measured_from(doc, index):
        return True  # "eastern Crete"
    if before.lower_ == "on" and before.head.lemma_.lower() in FALLING:
        return doc[index].text not in given_names()
    if doc[max(0, index - 4) : index].text.lower().endswith(("as far as", "as far away as")) or _is_bound_for(
        doc, index
    ):
        return True
    if before.lower_ not in TOWARDS:
        return False
    found = lookup(doc[index].text, towns=True)[0]
    if other is None or not other.person or found.population >= _LARGE or found.kind in _LANDS:
        return True
    return _leads_on(doc, index)


def _is_measured_from(doc: Doc, index: int) -> bool:
    """Say whether a name is what a distance or direction starts from: "ten miles from Koper", "north of Koper"."""
    if index < 2:
        return False
    link, word = doc[index - 1].lower_, doc[index - 2].lower_
    return (link in {"from", "off"} and word in LENGTHS) or (link in {"of", "from"} and word in BEARINGS)


def _is_bound_for(doc: Doc, index: int) -> bool:
    """Say whether a name is where something goes: "bound for Koper", "left for Koper"."""
    return index > 1 and doc[index - 1].lower_ == "for" and doc[index - 2].lower_ in {"bound", "left", "departed"}


def _leads_on(doc: Doc, index: int) -> bool:
    """Say whether something goes to or from a name: "sailed from Koper", "the road to Koper"."""
    before = doc[index - 1]
    goes = before.head.lemma_.lower() in GOING | GOERS or doc[max(0, index - 2)].lemma_.lower() in GOERS
    return (goes and before.lower_ in TOWARDS) or _is_of_route(doc, index)


def _is_of_route(doc: Doc, index: int) -> bool:
    """Say whether a name is one end of "from Calais to Dover", both of them names of places."""
    start, end = (index, index + 2) if doc[index - 1].lower_ == "from" else (index - 2, index)
    if start < 1 or end >= len(doc) or doc[start - 1].lower_ != "from" or doc[start + 1].lower_ != "to":
        return False
    return all(bool(lookup(doc[at].text)) for at in (start, end))


def _is_small(name: str) -> bool:
    """Say whether a name is that of small towns alone."""
    return all(entry.kind == "city" and _is_small_town(entry) for entry in lookup(name, towns=True))


def _is_small_town(entry: Entry) -> bool:
    """Say whether a place is a town of few inhabitants, and no capital."""
    return entry.population < SMALL_TOWN and not entry.capital


def _names_town(doc: Doc, index: int, other: Blocked) -> bool:
    """Say whether a place is named by a word that is somebody's or something's name too: "crashed near Koper"."""
    if doc[index].text in given_names() or doc[index].lower_ in GIVEN_NAMES:
        return False
    far = doc[max(0, index - 3) : index].text.lower() == "as far as" or _is_bound_for(doc, index)
    far = far or _is_measured_from(doc, index)
    led = far or doc[index - 1].lower_ in IN - {"in"} or lies_in(doc, index) or _leads_on(doc, index)
    # "the border bridge at Koper", where a parser takes the name for a company
    beside = doc[index - 1].lower_ == "at" and doc[max(0, index - 2)].lemma_.lower() in STANDING | {"crossing"}
    return led or (not other.person and (beside or _is_of_thing(doc, index)))


def _is_of_thing(doc: Doc, index: int) -> bool:
    """Say whether a name is that of the place of something: "the bronze otter of Koper", not "the arrest of Koper"."""
    if index < 2 or doc[index - 1].lower_ != "of" or doc[index].lower_ in GIVEN_NAMES:
        return False
    thing = doc[index - 2]
    return thing.pos_ == "NOUN" and thing.text.islower() and thing.lemma_.lower() not in OF_PERSONS


def _is_of_things(doc: Doc, index: int) -> bool:
    """Say whether a name is that of a large place whose things are many: "the taps of Valencia"."""
    if index < 2 or doc[index - 1].lower_ != "of" or doc[index].text in given_names():
        return False
    things, found = doc[index - 2], lookup(doc[index].text)
    many = things.tag_ == "NNS" and things.text.islower() and things.lemma_.lower() not in OF_PERSONS
    return many and bool(found) and found[0].population >= _LARGE


def _borders(doc: Doc, index: int) -> bool:
    """Say whether a name is that of what lies behind a border: "the border with Jordan"."""
    return index > 1 and doc[index - 1].lower_ == "with" and doc[index - 2].lower_ in BORDERS


def _is_done_to(doc: Doc, index: int) -> bool:
    """Say whether a name is the object of what is done to places alone: "bombed Hama", "the shelling of Kherson"."""
    token = doc[index]
    if token.dep_ in {"dobj", "nsubjpass"}:
        lemma = token.head.lemma_.lower()
        return lemma in DONE_TO_PLACES or (lemma in MOSTLY_DONE_TO_PLACES and _is_well_known(token.text))
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in DEEDS_ON_PLACES


def _stands_with_place(doc: Doc, index: int) -> bool:
    """Say whether a well-known name stands in a row with that of a capital or country: "Oslo and Santiago".

    Or with that of a large place of its own country: "Batumi and Kutaisi".
    """
    token = doc[index]
    beside = [token.head] if token.dep_ == "conj" else [child for child in token.children if child.dep_ == "conj"]
    others = [found[0] for other in beside if (found := lookup(other.text))]
    if not others or not _is_well_known(token.text):
        return False
    own = lookup(token.text)[0]
    return any(
        other.kind == "country" or other.capital or (other.country == own.country and other.population >= _TOWN)
        for other in others
    )


def _is_well_known(name: str) -> bool:
    """Say whether a name is that of a country, a capital or a city of some size."""
    found = lookup(name)
    return bool(found) and (found[0].kind in _LANDS or found[0].capital or found[0].population >= _TOWN)


def leads_to_place(doc: Doc, index: int) -> bool:
    """Say whether mostly a place follows what stands before: "near", "off", "in", "lifted off from", "reached"."""
    before, token = doc[max(0, index - 1)], doc[index]
    going = before.lower_ in {"from", "to", "towards"} and _leads_on(doc, index)
    done = token.dep_ in {"dobj", "nsubjpass"} and token.head.lemma_.lower() in DONE_TO_PLACES | {"reach", "leave"}
    return going or done or before.lower_ in {"near", "outside", "off", "in"}


def long_names(doc: Doc, blocked: list[Blocked]) -> Iterator[Name]:
    """Yield names of several words behind a preposition of place: "off Bandar Abbas", "above Val d'Isère".

    A sea or region behind "the" is one also where another name follows at once, of which a parser makes one with it:
    "In the Irish Sea Morag Kinsella saw a whale".
    """
    for token in capitalised(doc):
        if not 0 < token.i < len(doc) - 1:
            continue
        before = doc[token.i - 1]
        after_the = before.lower_ == "the" and token.i > 1 and doc[token.i - 2].lower_ in _BEFORE_SEAS
        led = before.lower_ in _BEFORE_SEAS or before.lemma_.lower() in GOING
        if token.lower_ in _ARTICLES or not (after_the or led):
            continue
        for last in range(min(token.i + _LONGEST, len(doc)) - 1, token.i, -1):
            found = lookup(doc[token.i : last + 1].text, towns=True) if doc[last].text[-1:].isalnum() else ()
            if found and (_fills(doc, token.i, last, blocked) or (after_the and found[0].kind in {"sea", "region"})):
                yield Name(token.i, last, Evidence.LOCATED)
                break


def _fills(doc: Doc, first: int, last: int, blocked: list[Blocked]) -> bool:
    """Say whether a name is all of a name, and nobody's: "Bandar Abbas" though it is taken for a person."""
    other = name_over(blocked, doc[first].idx, doc[last].idx + len(doc[last].text))
    alone = other is None or (other.text == doc[first : last + 1].text and not other.firm)
    following = doc[last + 1] if last + 1 < len(doc) else None
    joined = following is not None and following.pos_ == "PROPN" and following.text[:1].isupper()
    return alone and doc[first].text not in given_names() and not (joined and doc[last].whitespace_)


def sited_names(doc: Doc) -> list[Name]:
    """Return the single names behind "the harbour of" and the like, and those that are their whole name elsewhere."""
    sited = {
        token.text
        for token in capitalised(doc)
        if token.i > 1
        and doc[token.i - 1].lower_ == "of"
        and _is_site(doc[token.i - 2])
        and is_whole_name(doc, token.i)
    }
    if not sited:
        return []
    return [
        Name(token.i, token.i, Evidence.PROVED)
        for token in capitalised(doc)
        if token.text in sited and is_whole_name(doc, token.i)
    ]


def _is_site(token: Token) -> bool:
    """Say whether a word has a town behind its "of": "the harbour of", "the mayor of"."""
    return token.lower_ in SITES or token.text in LOCAL or token.text in TOWNS_OWN


def is_whole_name(doc: Doc, index: int) -> bool:
    """Say whether a capitalised word is a name by itself, with no other capital beside it."""
    if not doc[index].text[:1].isupper() or doc[index].lower_ in NO_TOWNS or not lookup(doc[index].text, towns=True):
        return False
    if index and doc[index - 1].text == "-" and not doc[index - 1].whitespace_:
        return False  # "Spider-Man"
    before, after = doc[index - 1] if index else None, doc[index + 1] if index + 1 < len(doc) else None
    led = before is not None and before.lower_ in IN | {"off"}
    joined = (before is not None and not led and before.text[:1].isupper() and before.pos_ == "PROPN") or (
        after is not None and after.text[:1].isupper() and after.pos_ == "PROPN"
    )
    return not joined
