"""Near values: figures, times and names that stand where those of a sentence that tells the same stand, and differ.

Two figures within bounds exclude each other by no rule ("as many as 1.5 million", "up to 1.6 million"), nor do two
years since when a thing has been so; between sentences that tell the same a reader wants to see them. Neither report
has the value of the other anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import Levenshtein

from variorum.comparisons.conflicts.counts import fate_of
from variorum.comparisons.conflicts.figures import figures_differ
from variorum.comparisons.conflicts.finding import Conflict, SlotReading
from variorum.comparisons.conflicts.linked_slots import has_time
from variorum.comparisons.contests.differences import host_of, mirrored
from variorum.comparisons.contests.pairing import Contest, Indexes
from variorum.comparisons.facts import Fact
from variorum.comparisons.plain_words import plain, words_of
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots.adverbials import time_relation
from variorum.comparisons.slots.verdicts import Clash, times_clash
from variorum.model.annotations import TimeExpression, TimeType
from variorum.model.comparisons import Slot
from variorum.model.quantities import Quantity
from variorum.model.spans import Span
from variorum.paraphrases import are_kin

#: Values of a sentence that are held against those of another one.
_MOST = 6
#: How sure values are to exclude each other that no rule says so of.
_CERTAINTY = 0.5
#: Chance that two sentences tell the same from which their values are held against each other.
_TOLD = 0.25
#: Letters of a name that may be misspelt, and the share of them that must stand in both.
_LETTERS, _NEARLY = 5, 0.7
#: An exact length of time.
_LENGTH = re.compile(r"PT?\d+(?:\.\d+)?[A-Z]")
_NAME = re.compile(r"(?<!^)(?<![.!?“\"] )\b[A-Z][^\W\d_]{3,}\b")
_DEICTIC = re.compile(r"\b(?:last|this|next|earlier this|later this) (?:week|month|year|weekend)\b", re.IGNORECASE)


def near_value_conflicts(held: Iterable[Contest], indexes: Indexes) -> Iterator[Conflict]:
    """Yield the nearest figures, times and names of each two sentences that tell the same and differ in them."""
    for contest in held:
        if contest.told >= _TOLD:
            ends = indexes[contest.left.siglum], indexes[contest.right.siglum]
            for slot, values in (
                (Slot.QUANTITY, _figures(contest, ends)),
                (Slot.TIME, _times(contest, ends)),
                (Slot.ACTOR, _names(contest, ends)),
            ):
                if values is not None:
                    yield _conflict(slot, contest, ends, values)


def _conflict(
    slot: Slot, contest: Contest, ends: tuple[ReportIndex, ReportIndex], values: tuple[Span, Span]
) -> Conflict:
    """Return two values as a conflict."""
    words = [index.words(span) for index, span in zip(ends, values, strict=True)]
    readings = tuple(
        SlotReading(host_of(span, clauses), word, span)
        for span, clauses, word in zip(values, contest.clauses, words, strict=True)
    )
    reason = f"“{words[0]}” in one report, “{words[1]}” in the other"
    return Conflict(slot, readings, None, Clash(reason, _CERTAINTY))


def _figures(contest: Contest, ends: tuple[ReportIndex, ReportIndex]) -> tuple[Span, Span] | None:
    """Return the two figures of one unit and noun that differ least; neither report has that of the other."""
    sides = [
        [item for item in index.quantities_in(end.span)[:_MOST] if (item.low, item.high) not in other.figures]
        for index, other, end in zip(ends, ends[::-1], contest.ends, strict=True)
    ]
    found = [
        (_distance(one, other), *mirrored(one.start, other.start), _span(one), _span(other))
        for one, other in product(*sides)
        if one.unit == other.unit and _count_alike(one, other) and figures_differ(one, other)
        if _fate(one, contest.clauses[0]) == _fate(other, contest.clauses[1])
    ]
    return min(found)[-2:] if found else None


def _span(quantity: Quantity) -> Span:
    """Return where a quantity stands."""
    return Span(quantity.start, quantity.end)


def _fate(quantity: Quantity, clauses: tuple[Fact, ...]) -> str | None:
    """Return what became of those whom a quantity counts: the hurt are not the dead."""
    return fate_of(quantity, host_of(_span(quantity), clauses))


def _count_alike(one: Quantity, other: Quantity) -> bool:
    """Say whether two quantities can count one thing: one noun, or none where they have a unit or one role."""
    if one.counted and other.counted:
        return one.counted == other.counted or are_kin(one.counted, other.counted)
    return one.unit is not None or (one.role is not None and one.role == other.role)


def _distance(one: Quantity, other: Quantity) -> float:
    """Return by how much two figures differ, as a share of the greater one."""
    low, high = sorted((item.low if item.low is not None else item.high) or 0.0 for item in (one, other))
    return round(1.0 - low / high, 4) if high else 0.0


def _times(contest: Contest, ends: tuple[ReportIndex, ReportIndex]) -> tuple[Span, Span] | None:
    """Return the first two times that hang alike on their clauses and are not the same."""
    sides = [
        [item for item in index.times_in(end.span)[:_MOST] if not has_time(item, other)]
        for index, other, end in zip(ends, ends[::-1], contest.ends, strict=True)
    ]
    found = [
        (*mirrored(one.start, other.start), one.span, other.span)
        for one, other in product(*sides)
        if time_relation(ends[0].text, one.start) == time_relation(ends[1].text, other.start) and _differ(one, other)
    ]
    return min(found)[-2:] if found else None


def _differ(one: TimeExpression, other: TimeExpression) -> bool:
    """Say whether two times cannot be one: by a rule, open from other days on, or "last week" and "last month"."""
    if one.type is not other.type or one.type is TimeType.SET:
        return False
    if times_clash(one, other) is not None:
        return True
    lengths = [_LENGTH.fullmatch(time.value) for time in (one, other)]
    if lengths[0] and lengths[1] and not (one.mod or other.mod):
        return one.value != other.value
    words = [_DEICTIC.search(time.text) for time in (one, other)]
    if words[0] and words[1]:
        return words[0][0].casefold() != words[1][0].casefold()
    intervals = one.interval, other.interval
    if intervals[0] is None or intervals[1] is None or intervals[0].granularity != intervals[1].granularity:
        return False
    return (intervals[0].begin, intervals[0].before) != (intervals[1].begin, intervals[1].before)


def _names(contest: Contest, ends: tuple[ReportIndex, ReportIndex]) -> tuple[Span, Span] | None:
    """Return two names of nearly the same letters; neither report has that of the other."""
    sides = [_names_in(index.words(end.span), end.span.start) for index, end in zip(ends, contest.ends, strict=True)]
    known = [words_of(index.text) for index in ends]
    found = [
        (*mirrored(span.start, other_span.start), span, other_span)
        for (name, span), (other, other_span) in product(*sides)
        if name not in known[1] and other not in known[0] and _are_nearly_one(name, other)
    ]
    return min(found)[-2:] if found else None


def _are_nearly_one(one: str, other: str) -> bool:
    """Say whether two names differ in a few letters, and not in an ending: "Democrats", "Democratic"."""
    if min(len(one), len(other)) < _LETTERS or one[-1] != other[-1] or one.removesuffix("s") == other.removesuffix("s"):
        return False
    return Levenshtein.normalized_similarity(one, other) >= _NEARLY and not are_kin(one, other)


@lru_cache(maxsize=4_000)
def _names_in(sentence: str, start: int) -> tuple[tuple[str, Span], ...]:
    """Return the words of a sentence that are written as names, in plain letters, with their places."""
    return tuple(
        (plain(match[0]), Span(start + match.start(), start + match.end())) for match in _NAME.finditer(sentence)
    )
