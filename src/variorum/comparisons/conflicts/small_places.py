"""Small places: villages and quarters that no gazetteer knows, where two reports let one thing happen.

Nobody knows whether one of them lies in the other. They conflict where each clause names one such place in the same
way ("at", "near"), and neither report mentions the place of the other anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from variorum.comparisons.conflicts.finding import Conflict, SlotReading, are_deeds_told_alike, is_one_thing
from variorum.comparisons.facts import Fact, FactGroup
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots.verdicts import Clash
from variorum.model.annotations import EntityType
from variorum.model.comparisons import Slot
from variorum.model.spans import Span

_NAMED = re.compile(
    r"\b(?P<how>at|near|in|outside|above|below|off|of|on the (?:road|way|motorway|railway line) to) "
    r"(?:the (?:town|village|port|hamlet|suburb|quarter) of )?"
    r"(?:the (?=[A-Z][\w’'-]+ "
    r"(?:Sea|Ocean|Gulf|Bay|Strait|River|Lake|Desert|Valley|Mountains|Hills|Islands|Forest)\b))?"
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?! [A-Z])"
)
#: What stands somewhere: "the barracks of Orvel".
_SITE = re.compile(
    r"\b(?:barracks|station|port|harbour|harbor|airport|town|village|city|suburb|quarter|prison|jail|mine|plant|factory|"
    r"camp|base|square|church|school|stadium|yard|works|mill|market|outskirts|edge|centre|center|mouth|cape|"
    r"island|valley|hills|woods|forest)\s+$",
    re.IGNORECASE,
)
#: Names that are places, for all that is known; those of people and bodies are none.
_MAY_BE_PLACES = frozenset({EntityType.PLACE, EntityType.OTHER})
_CERTAINTY = 0.6
#: How far off something was.
_FAR = re.compile(
    r"\b(?:kilomet(?:re|er)s?|km|miles?) (?:to the )?(?:north|south|east|west|\w+(?:east|west)|away|from|off|inland)"
)


def small_place_conflicts(group: FactGroup, indexes: Mapping[str, ReportIndex]) -> tuple[Conflict, ...]:
    """Return the conflict of the first two aligned clauses that name two small places, if any."""
    for pair in group.sure_pairs():
        if not is_one_thing(pair):
            continue
        ends = [(pair.left, pair.right)]
        if are_deeds_told_alike(pair):
            # "a man died when his boat ran on a rock near Orvel"
            ends.append((as_sentence(pair.left), as_sentence(pair.right)))
        for left, right in ends:
            if conflict := small_place_conflict(left, right, indexes):
                return (conflict,)
    return ()


def as_sentence(fact: Fact) -> Fact:
    """Return a fact with all words of its sentence."""
    span = Span(fact.sentence_start, fact.sentence_start + len(fact.sentence))
    return replace(fact, words=fact.sentence, span=span)


def small_place_conflict(left: Fact, right: Fact, indexes: Mapping[str, ReportIndex]) -> Conflict | None:
    """Return the conflict of two clauses on one thing that each name one place, one of them in no gazetteer."""
    one, other = (_named_in(fact, indexes[fact.ref.siglum]) for fact in (left, right))
    if left.alone or right.alone or one is None or other is None or one.how != other.how or (one.known and other.known):
        return None
    texts = [indexes[fact.ref.siglum].text for fact in (left, right)]
    names = one.span.text_of(texts[0]), other.span.text_of(texts[1])
    if _tells_of(names[0], right, texts[1]) or _tells_of(names[1], left, texts[0]):
        return None
    readings = (SlotReading(left, names[0], one.span), SlotReading(right, names[1], other.span))
    why = f"“{names[0]}” and “{names[1]}”: neither report names the place of the other"
    return Conflict(Slot.PLACE, readings, None, Clash(why, _CERTAINTY))


def _tells_of(name: str, fact: Fact, text: str) -> bool:
    """Say whether a report names a place elsewhere than in the clause that says how far from it something was."""
    own = fact.words.count(name) if _FAR.search(fact.words) else 0
    return text.count(name) > own


class _Named(Struct, frozen=True):
    """A place that a clause names."""

    how: str
    """``in`` or ``at``."""
    span: Span
    known: bool
    """True for a place of the gazetteer."""


def _named_in(fact: Fact, index: ReportIndex) -> _Named | None:
    """Return the one place that a clause names, with how it hangs there; None for none and for several."""
    found = []
    located = {place.span: fact.relation_of(place.id) for place in fact.places}
    for match in _NAMED.finditer(fact.words):
        span = Span(fact.span.start + match.start("name"), fact.span.start + match.end("name"))
        if match["how"] == "of" and not _SITE.search(fact.words[: match.start()]):
            continue
        how = "in" if match["how"] in ("in", "of") else "at"
        if located.get(span) == "where" or (span in located and match["how"].startswith("on ")):
            found.append(_Named(how, span, known=True))
        elif not _is_known(span, index):
            found.append(_Named(how, span, known=False))
    return found[0] if len(found) == 1 else None


def _is_known(span: Span, index: ReportIndex) -> bool:
    """Say whether a name is known to be something else: a place of the gazetteer, a time, somebody.

    Somebody is named more than once: what stands once behind "at" or "in" is a place, whatever a model makes of it.
    """
    known = [place.span for place in index.annotated.places] + [time.span for time in index.annotated.times]
    if any(other.overlaps(span) for other in known):
        return True
    return any(
        mention.start < span.end and span.start < mention.end
        for entity in index.annotated.entities
        if entity.type not in _MAY_BE_PLACES and len(entity.mentions) > 1
        for mention in entity.mentions
    )
