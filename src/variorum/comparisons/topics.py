"""Topics: what a passage that one report tells alone is about, by what its words show.

``quotation``: somebody's own words. ``background``: dated well before the event, of those who take part in it.
``context``: dated otherwise and of others, so about another event. ``reaction``: somebody praises, blames, demands.
``detail``: everything else. Each answer comes with its evidence, and none says anything about the report.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice

from msgspec import Struct

from variorum.comparisons.readings import ReportIndex
from variorum.limits import LIMITS
from variorum.model.annotations import TimeType
from variorum.model.intervals import Interval
from variorum.model.spans import Span

#: What ends farther than this before the event is background, in days.
BACKGROUND_DAYS = 30
#: So many blanks inside quotation marks make somebody's own words more than a phrase in the outlet's sentence.
QUOTED_BLANKS = 4
_REACTING = frozenset(
    {
        "accuse", "applaud", "apologise", "apologize", "blame", "call", "condemn", "congratulate", "criticise",
        "criticize", "decry", "defend", "demand", "denounce", "deny", "deplore", "dismiss", "hail", "lament", "mourn",
        "pledge", "praise", "promise", "protest", "regret", "reject", "slam", "thank", "threaten", "urge", "vow",
        "warn", "welcome",
    }
)  # fmt: skip
_EARLIER = re.compile(
    r"\b(?:in recent (?:years|months|decades)|over the (?:past|last) (?:\w{1,12} ){0,2}(?:years|decades)|"
    r"for (?:\w{1,12} ){0,3}(?:years|decades|generations|centuries)|(?:\w{1,12} )(?:years|decades) (?:ago|earlier)|"
    r"since (?:\w{1,12} )?(?:1[5-9]|20)\d\d|historically|previously|formerly|traditionally|once (?:\w{1,12}ed)\b)",
    re.IGNORECASE,
)


class Topic(Struct, frozen=True):
    """The group of a passage and the evidence for it."""

    group: str
    reason: str


def topic_of(index: ReportIndex, passage: Span, event_date: Interval | None, cast: frozenset[str]) -> Topic:
    """Return what a passage is about; ``cast`` are the actors of what several reports tell."""
    if (words := _quoted(index, passage)) is not None:
        return Topic("quotation", f"in somebody's own words: “{words}”")
    earlier = _earlier(index, passage, event_date)
    if earlier is not None:
        named = actors_in(index, passage)
        if named and not cast.intersection(named):
            return Topic("context", f"{earlier}; names nobody of those in the event")
        return Topic("background", earlier)
    if (verb := _reaction(index, passage)) is not None:
        return Topic("reaction", f"somebody answers to it: “{verb}”")
    return Topic("detail", "not dated before the event")


def actors_in(index: ReportIndex, passage: Span) -> tuple[str, ...]:
    """Return the named actors of a passage, those named most first."""
    counted: dict[str, int] = {}
    first = bisect_left(index.named_mentions, (passage.start, ""))
    for start, actor in islice(index.named_mentions, first, None):
        if start >= passage.end:
            break
        counted[actor] = counted.get(actor, 0) + 1
    return tuple(sorted(counted, key=lambda actor: (-counted[actor], actor)))


def _quoted(index: ReportIndex, passage: Span) -> str | None:
    """Return the longest words inside quotation marks, where they are more than a phrase."""
    spans = [Span(max(span.start, passage.start), min(span.end, passage.end)) for span in index.verbatim_over(passage)]
    longest = max(spans, key=lambda span: (len(span), -span.start), default=None)
    if longest is None or index.words(longest).count(" ") < QUOTED_BLANKS:
        return None
    return _short(index.words(longest))


def _earlier(index: ReportIndex, passage: Span, event_date: Interval | None) -> str | None:
    """Return why a passage is earlier than the event: all its dates are, or its words say so; else None."""
    dated = [
        time
        for time in index.times_in(passage)
        if time.type in (TimeType.DATE, TimeType.TIME) and time.interval is not None
    ]
    if dated:
        if event_date is None or event_date.begin is None:
            return None
        since = [event_date.begin - _ends(time.interval) for time in dated if time.interval is not None]
        if min(since) >= timedelta(days=BACKGROUND_DAYS):
            return f"dated before the event: “{_short(dated[0].text)}”"
        return None
    found = _EARLIER.search(index.words(passage)[: LIMITS.pattern_characters])
    return f"told as earlier: “{_short(found[0])}”" if found else None


def _ends(interval: Interval) -> datetime:
    """Return when an interval is over; what began long ago and goes on ("since 2016") counts by its begin."""
    return interval.before or interval.begin or datetime.max


def _reaction(index: ReportIndex, passage: Span) -> str | None:
    """Return the word by which somebody praises, blames, demands or promises."""
    for statement in index.predicated_in(passage):
        if statement.lemma.split(" ", 1)[0] in _REACTING:
            return index.words(statement.predicate)
    for quotation in index.cued_in(passage):
        if quotation.cue is not None and (quotation.denied or quotation.cue_lemma in _REACTING):
            return index.words(quotation.cue)
    return None


def carried(topics: Iterable[tuple[Topic, bool]]) -> list[Topic]:
    """Let an undated detail stand with the earlier matter that it goes on from.

    ``topics`` are (topic, whether the passage goes on from the one before it), in text order.
    """
    told: list[Topic] = []
    for topic, goes_on in topics:
        before = told[-1] if told else None
        if goes_on and before and topic.group == "detail" and before.group in ("background", "context"):
            told.append(Topic(before.group, "goes on from the passage before it"))
        else:
            told.append(topic)
    return told


def _short(words: str) -> str:
    """Return words on one line, at most sixty code points of them."""
    line = " ".join(words.split())
    return line if len(line) <= 60 else line[:59].rsplit(" ", 1)[0] + "…"
