"""Time expressions: TIMEX3 (TimeML 1.2.1) with types, values, modifiers, and an interval underneath.

One scan for time words, a small grammar over them, a symbolic form, and its resolution against the date of the
report, the tense
of the verb and the dates mentioned before. It needs no parser; where a parse is there, it decides the tense.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from variorum.annotations.times.grammar import read_times
from variorum.annotations.times.neighbours import settle
from variorum.annotations.times.offsets import find_origins
from variorum.annotations.times.readings import OPEN, Reading
from variorum.annotations.times.reread import resolve_again
from variorum.annotations.times.tenses import Tenses, tenses_of
from variorum.annotations.times.tokens import Tokens, read_tokens
from variorum.annotations.times.values import either_midnight, interval_of_value, open_interval
from variorum.annotations.times.verbs import direction_by_verb
from variorum.model.annotations import Draft, Reference, TimeExpression, TimeType
from variorum.model.intervals import Granularity, Interval
from variorum.model.spans import merge_spans
from variorum.registry import annotator

if TYPE_CHECKING:
    from spacy.tokens import Doc

_EDGES = {
    "since": "since", "until": "until", "till": "until", "before": "before", "after": "after", "through": "until",
}  # fmt: skip
_CLOSELY = frozenset({"shortly", "just", "soon", "moments", "minutes", "immediately", "right"})
_THIS_MIDNIGHT, _LAST_MIDNIGHT = ("shift:0:D", "clock:24:00"), ("shift:-1:D", "clock:24:00")
_LATER = re.compile(r"\?\|shift:[-+]?([1-9]\d{0,3}):([DWMY])(?:\|edge:\w+)?")
#: A step that leads to a day.
_DAY_STEP = re.compile(r"\|(?:wd|md|mdw|dom|hol|nth):|:D\b")
#: Nouns of what has happened: "the September 11 attacks" are past, "the Sept. 11 deadline" need not be.
_HAPPENED = re.compile(
    r" (?:\w{1,15} )?(?:attacks?|massacres?|riots?|assaults?|invasion|killings?|shootings?|bombings?|coup|earthquake"
    r"|uprising|murders?)\b"
)
#: "Votes were counted until 3 a.m. on Monday" is none.
_LASTED = re.compile(
    r"\b(?:(?:was|were) (?!extended|postponed|adjourned|delayed|suspended|deferred|put|given|told|ordered|set|due)"
    r"[a-z]{2,14}(?: [a-z]{2,14}){0,2}|lasted|raged|continued|went on|stayed|slept|worked|fought|ran|danced|waited)"
    r" (?:until|till) $|\bhad [a-z]{2,14}(?: [a-z]{2,14}){0,2} by $"
)
_FISCAL = re.compile(r"\b(?:fiscal|financial)\b", re.IGNORECASE)
_LATE_ON = re.compile(r"\b(late|early) on $", re.IGNORECASE)
#: "The next quarter", and no "next day".
_NEXT = frozenset({"shift:1:W", "shift:1:M", "shift:1:Q", "shift:1:Y"})
#: "Until 9 a.m. Tuesday" is a deadline; "until Tuesday" need not be one.
_DEADLINE = re.compile(r"\b(?:until|till|by) $")
_SENTENCE_END = re.compile(r"[.!?][”\"’']? |\n")
#: What leads to the day on which something was said: "police said on Tuesday", "told reporters late on Tuesday".
_SAID_ON = re.compile(
    r"\b(?:said|says|added|announced|confirmed|reported|stated|wrote|told(?: \w{1,15}){1,3})"
    r"(?: (?:late|early))?(?: on)? $"
)
#: How many characters after its mention a date can be taken up again ("the next day").
_REACH = 2_000
#: How far from a day a bare clock time still belongs to it.
_SAME_DAY = 400


@annotator(gives="times", version="18")
def annotate_times(draft: Draft) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a report outside of its boilerplate."""
    text, pieces, position = draft.report.text, [], 0
    for line in merge_spans(draft.report.boilerplate):
        # Blanks keep the offsets: "the next day" after a blanked line takes up the date before it.
        pieces += [text[position : line.start], " " * len(line)]
        position = line.end
    return tag_times("".join([*pieces, text[position:]]), draft.reference, draft.doc)


def tag_times(text: str, reference: Reference, doc: Doc | None = None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of ``text``, read against ``reference``.

    ``doc`` is the parse, where there is one: its verbs decide the direction of bare weekdays and months before the
    words around them do.
    """
    tokens, readings, tenses = _read(text)
    expressions: list[TimeExpression] = []
    loose: set[str] = set()
    for reading in readings:
        expressions.append(_expression_of(reading, tokens, expressions, tenses, doc))
        if reading.anchor in {"day", "named"}:
            loose.add(expressions[-1].id)
    return resolve_again(tuple(find_origins(text, settle(text, expressions, loose))), reference)


@lru_cache(maxsize=1)
def _read(text: str) -> tuple[Tokens, tuple[Reading, ...], Tenses]:
    """Return what needs no date to be read; a report without a date is tagged for its date first, and then again."""
    tokens = read_tokens(text)
    return tokens, tuple(read_times(tokens)), tenses_of(text)


def _expression_of(
    reading: Reading, tokens: Tokens, before: list[TimeExpression], tenses: Tenses, doc: Doc | None
) -> TimeExpression:
    """Make the time expression of a reading; relative ones carry their symbol and are resolved afterwards."""
    start, end = tokens.starts[reading.start], tokens.ends[reading.end - 1]
    symbol = _symbol_of(reading, tokens.text, (start, end), before, tenses, doc)
    kind, value = reading.type, reading.value
    if symbol.startswith("?|") and reading.rule == "ago" and (match := _LATER.fullmatch(symbol)):
        # "Two days later" without a day before it is a length of time.
        kind, value, symbol = "DURATION", f"P{match[1]}{match[2]}", ""
    interval = None
    if value and not symbol:
        interval = open_interval(
            _interval_of_words(value, tokens.text[start:end]), _edge_before(tokens.text, start), reading.mod
        )
    return TimeExpression(
        id=f"t{len(before) + 1}",
        start=start,
        end=end,
        text=tokens.text[start:end],
        type=TimeType(kind),
        value=value or "XXXX",
        mod=reading.mod or _mod_before(tokens.text, start, symbol),
        interval=interval,
        symbol=symbol,
        zone=reading.zone,
    )


def _mod_before(text: str, start: int, symbol: str) -> str | None:
    """Return the modifier that "late on" and "early on" give the weekday behind them."""
    match = _LATE_ON.search(text, max(0, start - 10), start) if "|wd:" in symbol else None
    return {"late": "END", "early": "START"}[match[1].lower()] if match else None


def _interval_of_words(value: str, words: str) -> Interval | None:
    """Return the interval of a value that stands in the text; "the winter of 1994" can be either of two.

    "Fiscal 2019" and its quarters are somewhere in the two years around: where a business year begins is not told.
    """
    interval = interval_of_value(value)
    if interval is not None and value.endswith("T24:00") and words[:8].lower() == "midnight":
        return either_midnight(interval)
    if interval is not None and interval.begin is not None and _FISCAL.search(words):
        year = interval.begin.year
        if MINYEAR < year < MAXYEAR:
            return Interval(datetime(year - 1, 7, 1), datetime(year + 1, 7, 1), Granularity.YEAR)
    if interval is None or interval.begin is None or not value.endswith("-WI") or interval.begin.year < 2:
        return interval
    return Interval(interval.begin.replace(year=interval.begin.year - 1), interval.before, interval.granularity)


def _edge_before(text: str, start: int) -> str:
    """Return what the preposition before an expression opens: "since 2016" has no end."""
    words = text[max(0, start - 26) : start].lower().split()
    if words[-1:] in (["before"], ["after"]) and words[-2:-1] and words[-2] in _CLOSELY:
        return ""  # "shortly before dawn on Wednesday" is on Wednesday
    return _EDGES.get(words[-1], "") if words else ""


def _symbol_of(
    reading: Reading,
    text: str,
    span: tuple[int, int],
    before: list[TimeExpression],
    tenses: Tenses,
    doc: Doc | None,
) -> str:
    """Return the symbol of a reading: its anchor and steps, directions decided."""
    if not reading.steps:
        return ""
    steps = reading.steps
    if any(OPEN in step for step in steps):
        verb = direction_by_verb(doc, *span) if doc is not None else None
        direction = tenses.direction_at(*span, weekday=steps[0].startswith("wd:"), verb=verb)
        if (
            not _LASTED.search(text, max(0, span[0] - 40), span[0])
            and _DEADLINE.search(text, max(0, span[0] - 8), span[0])
            and any(s.startswith("clock:") for s in steps)
        ):
            direction = ">"
        if _HAPPENED.match(text, span[1]):
            direction = "<"
        if direction == ">" and not steps[0].startswith("wd:"):
            direction = "?"
        steps = tuple(step.replace(OPEN, direction) for step in steps)
    anchor = _anchor_of(reading, text, span[0], before)
    if anchor == "?" and steps[0] in _NEXT and tenses.direction_at(*span) == ">":
        anchor = "ref"  # "in the next quarter sales will rise"
    if anchor == "ref" and reading.anchor == "latest":
        steps = ("shift:-1:Q", *steps[1:])
    if anchor == "ref" and steps == _THIS_MIDNIGHT and tenses.direction_at(*span) == "<":
        steps = _LAST_MIDNIGHT  # "stopped flying at midnight" is no night still to come
    edge = _edge_before(text, span[0])
    return "|".join([anchor, *steps, *(["edge:" + edge] if edge else [])])


def _anchor_of(reading: Reading, text: str, start: int, before: list[TimeExpression]) -> str:
    """Return the anchor of a reading: the report's date, or the id of the expression it takes up.

    Where a sentence tells on which day it happened and on which day that was said, a clock behind it is of the first.
    """
    if reading.anchor in {"ref", "event"}:
        return "ref" if reading.anchor == "ref" else "?"
    of_quarters = reading.anchor in {"quarter", "latest"}
    said: TimeExpression | None = None
    for earlier in reversed(before):
        if said is not None and _SENTENCE_END.search(text, earlier.end, said.start):
            return said.id
        if start - earlier.end > _REACH:
            break
        if of_quarters and earlier.type is TimeType.DURATION and earlier.value in {"P6M", "P9M", "P1Y"}:
            # "For the nine months, net was ... against ... a year earlier": of the year, not of a quarter.
            break
        if _takes_up(reading, earlier, start):
            if (
                said is not None
                or reading.anchor != "day"
                or not _SAID_ON.search(text[max(0, earlier.start - 40) : earlier.start])
            ):
                return earlier.id
            said = earlier
    if said is not None:
        return said.id
    return "ref" if reading.anchor in {"quarter", "latest", "day"} else "?"


def _takes_up(reading: Reading, earlier: TimeExpression, start: int) -> bool:
    """Say whether an anaphoric reading at ``start`` takes up an earlier expression."""
    if reading.anchor in {"quarter", "latest"}:
        return earlier.type is not TimeType.DURATION and _names_quarter(earlier)
    if earlier.type not in {TimeType.DATE, TimeType.TIME} or earlier.value.endswith("_REF"):
        return False
    return reading.anchor == "prev" or (start - earlier.end < _SAME_DAY and _names_day(earlier))


def _names_quarter(time: TimeExpression) -> bool:
    """Say whether an expression is a quarter of this year; "the quarter" never takes up "the year-ago quarter"."""
    quarter = "|q:" in time.symbol or ":Q" in time.symbol or "-Q" in time.value
    return quarter and "|shift:-1:Y" not in time.symbol


def _names_day(time: TimeExpression) -> bool:
    """Say whether an expression is as fine as a day."""
    return _DAY_STEP.search(time.symbol) is not None or len(time.value) >= len("2024-07-24")
