"""Small places: villages and quarters that no gazetteer knows, where two reports let one thing happen.

Nobody knows whether one of them lies in the other. They conflict where each clause names one such place in the same
way ("at", "near"), and neither report mentions the place of the other anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from variorum.comparisons.conflicts import Conflict, SlotReading, is_one_thing
from variorum.comparisons.facts import Fact, FactGroup
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots import Clash
from variorum.model.annotations import EntityType
from variorum.model.comparisons import Slot
from variorum.model.spans import Span

_NAMED = re.compile(
    r"\b(?P<how>at|near|in|outside) (?:the (?:town|village|port|hamlet|suburb|quarter) of )?"
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?! [A-Z])"
)
#: Names that are places, for all that is known; those of people and bodies are none.
_MAY_BE_PLACES = frozenset({EntityType.PLACE, EntityType.OTHER})
_CERTAINTY = 0.6
#: Aligned clauses of one group that are looked at; more repeat themselves.
_PAIRS = 20


def small_place_conflicts(group: FactGroup, indexes: Mapping[str, ReportIndex]) -> tuple[Conflict, ...]:
    """Return the conflict of the first two aligned clauses that name two small places, if any."""
    for pair in islice(group.pairs(), _PAIRS):
        if not (pair.sure and is_one_thing(pair)) or pair.left.places or pair.right.places:
            continue
        one, other = (_named_in(fact, indexes[fact.ref.siglum]) for fact in (pair.left, pair.right))
        if one is None or other is None or one[0] != other[0]:
            continue
        texts = [indexes[fact.ref.siglum].text for fact in (pair.left, pair.right)]
        names = one[1].text_of(texts[0]), other[1].text_of(texts[1])
        if names[0] in texts[1] or names[1] in texts[0]:
            continue
        readings = (SlotReading(pair.left, names[0], one[1]), SlotReading(pair.right, names[1], other[1]))
        why = f"“{names[0]}” and “{names[1]}”: neither report names the place of the other"
        return (Conflict(Slot.PLACE, readings, None, Clash(why, _CERTAINTY)),)
    return ()


def _named_in(fact: Fact, index: ReportIndex) -> tuple[str, Span] | None:
    """Return the one small place that a clause names, with how it hangs there; None for none and for several."""
    found = []
    for match in _NAMED.finditer(fact.words):
        span = Span(fact.span.start + match.start("name"), fact.span.start + match.end("name"))
        how = "in" if match["how"] == "in" else "at"
        if not _is_known(span, index, least=1 if how == "in" else 2):
            found.append((how, span))
    return found[0] if len(found) == 1 else None


def _is_known(span: Span, index: ReportIndex, least: int) -> bool:
    """Say whether a name is known to be something else: a place of the gazetteer, a time, somebody.

    Somebody is named ``least`` times: what stands once behind "at" is a place, whatever a model makes of it.
    """
    known = [place.span for place in index.annotated.places] + [time.span for time in index.annotated.times]
    if any(other.overlaps(span) for other in known):
        return True
    return any(
        mention.start < span.end and span.start < mention.end
        for entity in index.annotated.entities
        if entity.type not in _MAY_BE_PLACES and len(entity.mentions) >= least
        for mention in entity.mentions
    )
