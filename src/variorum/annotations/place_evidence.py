"""Evidence that a name is one of a place: what the grammar around it proves, whatever a parser takes it for.

A dateline, "the harbour of", a preposition of place, and what is said to hold it ("Valencia and Murcia in Spain").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from variorum.annotations.gazetteer import lookup
from variorum.model.annotations import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Names of places that are given names or surnames too: they need a type.
GIVEN_NAMES = frozenset(
    {
        "jordan", "chad", "victoria", "georgia", "paris", "sofia", "santiago", "kingston", "hamilton", "stanley",
        "douglas", "georgetown", "jamestown", "male", "nice", "israel", "roseau", "valletta", "castries",
        "plymouth", "alger", "san", "austin", "charlotte", "dallas", "houston", "jackson", "lincoln", "leon",
        "florence", "madison", "savannah", "sydney", "adelaide", "jose", "milan", "valencia", "natal", "lima",
        "vienna", "virginia", "montana", "lourdes",
        "asuncion", "salvador", "india", "kenya", "america", "cali", "split", "mobile", "reading",
    }
)  # fmt: skip
#: What a place alone can be the "of" of: "the harbour of Koper" types Koper, whatever the parse takes it for.
_SITES = frozenset(
    {
        "harbour", "harbor", "port", "city", "town", "village", "capital", "outskirts", "suburb", "suburbs", "streets",
        "coast", "province", "region", "district", "airport", "island", "mayor", "municipality", "peninsula", "shores",
        "governor", "bishop", "archbishop", "diocese", "borough", "commune", "resort", "settlement", "prefecture",
    }
)  # fmt: skip
#: The same, where the noun is no name: "the festival of Bayreuth", but "the University of Vermont".
_LOCAL = frozenset({
    "master", "festival", "carnival", "fair", "zoo", "castle", "cathedral", "stadium", "market", "police", "chief",
    "residents", "inhabitants", "citizens", "villagers", "council", "centre", "center", "heart", "edge", "bay",
    "valley", "duchy", "refinery", "shipyard", "mine", "plant", "hall", "summit", "slopes", "beaches", "vineyards",
    "gates", "prison", "station", "bishopric", "walls", "roofs", "skies", "hills", "south", "north", "west", "east",
})  # fmt: skip
#: What is done to a place and to nobody: "shelled Idlib", "the siege of Homs".
_DONE_TO_PLACES = frozenset(
    {"shell", "bombard", "bomb", "besiege", "retake", "recapture", "overrun", "pound", "storm", "flood"}
)
#: What is mostly done to a place, where its name is that of a large one: "fled Santiago", "rebels took Goma".
_MOSTLY_DONE_TO_PLACES = frozenset(
    {
        "leave",
        "flee",
        "reach",
        "enter",
        "take",
        "seize",
        "capture",
        "occupy",
        "liberate",
        "evacuate",
        "invade",
        "rock",
        "attack",
        "raid",
        "shake",
        "batter",
        "devastate",
        "ravage",
        "jolt",
        "lash",
    }
)
DEEDS_ON_PLACES = frozenset({
    "shelling", "bombing", "bombardment", "siege", "recapture", "battle", "liberation", "occupation", "encirclement",
    "evacuation",
})  # fmt: skip
#: Prepositions that only a place (or a time) can follow, and those that mostly a place follows.
_IN = frozenset({"in", "near", "outside", "inside", "throughout", "across"})
_TOWARDS = frozenset({"from", "to", "at", "into", "through", "around", "over", "via", "towards", "off", "between"})
#: Verbs of going, behind which "from" and "to" lead to a place whatever its name is taken for.
_GOING = frozenset(
    {
        "fly", "travel", "move", "go", "come", "arrive", "return", "drive", "flee", "head", "lift", "depart", "leave",
        "sail", "walk", "march", "run", "escape", "evacuate", "expel", "deport", "withdraw", "retreat", "cross", "send",
        "take", "bring", "tow", "carry", "ship",
    }
)  # fmt: skip
#: What goes from place to place: "flights from Cork".
_GOERS = frozenset({
    "flight", "train", "bus", "ferry", "coach", "road", "railway", "export", "delivery", "shipment", "convoy", "ship",
    "plane", "service", "route", "journey", "trip", "border", "traffic", "voyage", "crossing", "motorway", "highway",
    "launch", "satellite", "rocket", "probe",
})  # fmt: skip
_BORDERS = frozenset({"border", "frontier"})
#: Words that say which part of a place is meant, and stand before the name of one alone.
_PART_OF = frozenset({
    "northern", "southern", "eastern", "western", "northeastern", "northwestern", "southeastern", "southwestern",
    "north-eastern", "north-western", "south-eastern", "south-western",
})  # fmt: skip
#: Verbs of what happens at sea, whose "off" a parse may take for a part of the verb.
_AT_SEA = frozenset(
    {
        "sink", "capsize", "drown", "collide", "anchor", "founder", "drift", "ditch", "crash", "explode", "hijack",
        "intercept", "seize", "rescue", "board", "overturn", "burn", "fish", "disappear", "vanish", "strand",
    }
)  # fmt: skip
#: "OSLO, July 24 (Agency) -" at the beginning of a line.
DATELINE = re.compile(
    r"(?m)^(?P<place>[A-Z][\w.'’-]{1,24}(?: [A-Z][\w.'’-]{1,24}){0,3})"
    r"(?P<rest>(?:, [A-Z][\w.'’-]{1,24}(?: [A-Z][\w.'’-]{1,24}){0,2}\.?){0,2})"
    r"(?:,? (?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:, \d{4})?"
    r"|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?: \d{4})?))?"
    r"(?: ?\([^()\n]{2,40}\)| ?/[^/\n]{2,40}/)? {0,2}(?:[-–—]{1,2}|:)(?=\s)"
)
_TIMES = frozenset({"DATE", "TIME"})
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


@dataclass(frozen=True, slots=True)
class Name:
    """A name that may be a place: token range, and what says that it is one."""

    first: int
    last: int
    evidence: Evidence
    dateline: bool = False
    """True in "OSLO, July 24 (Reuters) -": a place, never a government."""


@dataclass(frozen=True, slots=True)
class Blocked:
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
    for token in doc:
        if token.i == 0 or not token.text[:1].isupper() or token.ent_type_ in _TIMES or not is_whole_name(doc, token.i):
            continue
        other = name_over(blocked, token.idx, token.idx + len(token.text))
        if other is not None and other.text.partition(" ")[0].lower() in _IN | {"off"}:
            other = None  # "Off Cornwall, a yacht capsized"
        if other is not None and other.firm:
            continue
        if lies_in(doc, token.i) or _borders(doc, token.i):
            yield Name(token.i, token.i, Evidence.PROVED)
        elif not (other and other.person and token.lower_ in GIVEN_NAMES) and (
            _follows_preposition(doc, token.i, other)
            or _is_done_to(doc, token.i)
            or (_stands_with_place(doc, token.i) and not (other and other.person))
        ):
            yield Name(token.i, token.i, Evidence.LOCATED)


def _follows_preposition(doc: Doc, index: int, other: Blocked | None) -> bool:
    """Say whether a preposition before a name makes a place of it, though it may be taken for somebody else."""
    before = doc[index - 1]
    if before.lower_ in _IN or (
        before.lower_ == "off" and (before.dep_ == "prep" or before.head.lemma_.lower() in _AT_SEA)
    ):
        # "Sank off Bari", but not "called off Bari's visit"
        return True
    if before.lower_ in _PART_OF:
        return True  # "eastern Crete"
    if before.lower_ not in _TOWARDS:
        return False
    found = lookup(doc[index].text)[0]
    if other is None or not other.person or found.population >= _LARGE or found.kind in _LANDS:
        return True
    return before.head.lemma_.lower() in _GOING | _GOERS


def _borders(doc: Doc, index: int) -> bool:
    """Say whether a name is that of what lies behind a border: "the border with Jordan"."""
    return index > 1 and doc[index - 1].lower_ == "with" and doc[index - 2].lower_ in _BORDERS


def _is_done_to(doc: Doc, index: int) -> bool:
    """Say whether a name is the object of what is done to places alone: "bombed Hama", "the shelling of Kherson"."""
    token = doc[index]
    if token.dep_ in {"dobj", "nsubjpass"}:
        lemma = token.head.lemma_.lower()
        return lemma in _DONE_TO_PLACES or (lemma in _MOSTLY_DONE_TO_PLACES and _is_well_known(token.text))
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in DEEDS_ON_PLACES


def _stands_with_place(doc: Doc, index: int) -> bool:
    """Say whether a well-known name stands in a row with that of a capital or country: "Oslo and Santiago"."""
    token = doc[index]
    beside = [token.head] if token.dep_ == "conj" else [child for child in token.children if child.dep_ == "conj"]
    return _is_well_known(token.text) and any(
        (found := lookup(other.text)) and (found[0].kind == "country" or found[0].capital) for other in beside
    )


def _is_well_known(name: str) -> bool:
    """Say whether a name is that of a country, a capital or a city of some size."""
    found = lookup(name)
    return bool(found) and (found[0].kind in _LANDS or found[0].capital or found[0].population >= _TOWN)


def leads_to_place(doc: Doc, index: int) -> bool:
    """Say whether mostly a place follows what stands before: "near", "off", "in", "lifted off from", "reached"."""
    before, token = doc[max(0, index - 1)], doc[index]
    going = before.lower_ in {"from", "to", "towards"} and before.head.lemma_.lower() in _GOING | _GOERS
    done = token.dep_ in {"dobj", "nsubjpass"} and token.head.lemma_.lower() in _DONE_TO_PLACES | {"reach", "leave"}
    return going or done or before.lower_ in {"near", "outside", "off", "in"}


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


def in_datelines(text: str) -> Callable[[int], bool]:
    """Return a function that says whether an offset stands in a dateline: its date and place are the report's."""
    spans = [
        match.span()
        for match in DATELINE.finditer(text)
        if lookup(match["place"].title() if match["place"].isupper() else match["place"])
    ]
    starts = [start for start, _ in spans]

    def stands_in(offset: int) -> bool:
        """Say whether an offset stands in one of them."""
        index = bisect_right(starts, offset) - 1
        return index >= 0 and offset < spans[index][1]

    return stands_in


def dateline_names(draft: Draft) -> Iterator[Name]:
    """Yield the places of datelines: "OSLO, July 24 (Reuters) -", "GAZA CITY, Gaza Strip (AP) —"."""
    for match in DATELINE.finditer(draft.report.text):
        if not lookup(match["place"].title() if match["place"].isupper() else match["place"]):
            continue
        for group in ("place", "rest"):
            start = match.start(group) + (2 if group == "rest" else 0)
            span = draft.doc.char_span(start, match.end(group), alignment_mode="contract") if match[group] else None
            if span is not None and len(span):
                yield Name(span.start, span.end - 1, Evidence.PROVED, dateline=True)


def sited_names(doc: Doc) -> list[Name]:
    """Return the single names behind "the harbour of" and the like, and those that are their whole name elsewhere."""
    sited = {
        doc[index + 2].text
        for index in range(len(doc) - 2)
        if (doc[index].lower_ in _SITES or doc[index].text in _LOCAL)
        and doc[index + 1].lower_ == "of"
        and is_whole_name(doc, index + 2)
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
    led = before is not None and before.lower_ in _IN | {"off"}
    joined = (before is not None and not led and before.text[:1].isupper() and before.pos_ == "PROPN") or (
        after is not None and after.text[:1].isupper() and after.pos_ == "PROPN"
    )
    return not joined
