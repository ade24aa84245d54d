"""Times of sayings that are told once for several, as in "The mayor spoke to the press on Monday. She said ...".

The same speaker goes on in the next sentence or two; who speaks behind a speech, an interview or before the press does
so there and then.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.model.annotations import Draft, Quotation, TimeExpression

#: How many sentences behind a dated saying of the same speaker another one is still of that day.
_BACK = 6
#: Words of an occasion on which somebody speaks.
_OCCASION = re.compile(
    r"\b(?:reporters|journalists|the press|the media|(?:news|press) conference|interview|briefing|speech|address(?:ed)?"
    r"|testified|broadcast|spoke|speaking|hearing|rally)\b",
    re.IGNORECASE,
)
_PAST_CUE = frozenset({"VBD"})


def carry_said_times(quotations: Iterable[Quotation], draft: Draft) -> tuple[Quotation, ...]:
    """Give sayings that are told in the past without a time that of the saying or occasion that they go on with."""
    days = {time.id: time for time in draft.times if time.is_of_day}
    starts = [sentence.start for sentence in draft.sentences]
    told: list[Quotation] = []
    for quotation in quotations:
        time = None
        if quotation.said_time is None and quotation.cue is not None and _is_past(draft, quotation):
            here = bisect_right(starts, quotation.cue.start) - 1
            time = _of_speaker(quotation, told, here, starts, days) or _of_occasion(draft, here, days, quotation)
        told.append(quotation if time is None else replace(quotation, said_time=time))
    return tuple(told)


def _is_past(draft: Draft, quotation: Quotation) -> bool:
    """Say whether a cue is a verb in the past: "said", not "says" or "according to"."""
    assert quotation.cue is not None
    span = draft.doc.char_span(quotation.cue.start, quotation.cue.end, alignment_mode="expand")
    return span is not None and span.root.tag_ in _PAST_CUE


def _of_speaker(
    quotation: Quotation, told: list[Quotation], here: int, starts: list[int], days: dict[str, TimeExpression]
) -> str | None:
    """Return the day of the last saying of the same speaker shortly before."""
    for other in reversed(told[-4:]):
        if other.cue is None or other.speaker_entity is None or other.speaker_entity != quotation.speaker_entity:
            continue
        back = here - (bisect_right(starts, other.cue.start) - 1)
        return other.said_time if other.said_time in days and back <= _BACK else None
    return None


def _of_occasion(draft: Draft, here: int, days: dict[str, TimeExpression], quotation: Quotation) -> str | None:
    """Return the one day of the sentence before, where that tells of an occasion for speaking."""
    if here < 1 or draft.sentences[here].paragraph - draft.sentences[here - 1].paragraph > 1:
        return None
    before = draft.sentences[here - 1]
    if not quotation.verbatim or not _OCCASION.search(draft.report.text, before.start, before.end):
        return None
    told = [time for time in days.values() if before.start <= time.start and time.end <= before.end]
    # "Yesterday, Monday" is one day told twice.
    return told[0].id if told and all(time.interval == told[0].interval for time in told) else None
