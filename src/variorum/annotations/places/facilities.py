"""Facilities: airports and bases that are called after their town: "Baghdad International Airport".

The town at their head is where they are; a landmark of the table ("Ben Gurion airport") is a place of its own, whatever
a parser takes the person for whom it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.places.evidence import Evidence, Name
from variorum.annotations.tables.gazetteer import lookup
from variorum.word_lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

_AIRPORTS = listed("airport airfield airbase aerodrome")
_FACILITIES = _AIRPORTS | listed("base station cathedral harbour harbor zoo stadium prison jail crossing")
_KINDS = listed("international regional main air naval military army")
#: Most words of a name before its noun.
_LONGEST = 5


def facility_names(doc: Doc) -> Iterator[Name]:
    """Yield the towns at the head of facilities, and the facilities that the table knows."""
    for token in doc:
        if token.lower_ not in _FACILITIES or not token.i:
            continue
        first = _begin_of(doc, token.i)
        if (known := _landmark(doc, first, token.i)) is not None:
            yield known
        elif (town := _town(doc, first, token.i)) is not None:
            yield town


def _begin_of(doc: Doc, behind: int) -> int:
    """Return the first token of the capitalised words and kinds right before a noun."""
    first = behind
    while first and behind - first < _LONGEST and _is_of_name(doc[first - 1].text):
        first -= 1
    return first + (first < behind and doc[first].lower_ == "the")


def _is_of_name(word: str) -> bool:
    """Say whether a word may belong to the name of a facility."""
    return word[:1].isupper() or word.lower() in _KINDS


def _landmark(doc: Doc, first: int, last: int) -> Name | None:
    """Return the longest name that ends at a noun and that the table has as a landmark."""
    for begin in range(first, last):
        entries = lookup(doc[begin : last + 1].text)
        if entries and entries[0].kind == "landmark":
            return Name(begin, last, Evidence.PROVED)
    return None


def _town(doc: Doc, first: int, last: int) -> Name | None:
    """Return the town before an airport or a base of the forces: "Baghdad International Airport", "Cork naval base"."""
    noun = doc[last].lower_
    while last > first and doc[last - 1].lower_ in _KINDS:
        noun, last = doc[last - 1].lower_ if noun == "base" else noun, last - 1
    if (
        last == first
        or noun not in _AIRPORTS | _KINDS
        or not any(entry.kind == "city" for entry in lookup(doc[first:last].text)[:1])
    ):
        return None
    return Name(first, last - 1, Evidence.LOCATED)
