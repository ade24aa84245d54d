"""Hours: the clock time that figures and words give: "15:30", "10 p.m.", "half past nine", "ten to six"."""

from __future__ import annotations

import re

from variorum.annotations.times.readings import Grammar

NOON = 12
#: Codes at which the clock time of words begins: "half past", "a quarter to", "ten past", "five minutes to".
SPOKEN = r"(?:m-?P|a?u[P&φ]|n[uU]?[P&])[nz]"
_MINUTES_OF_DAY = 24 * 60
#: Minutes that are told without their unit: "twenty past six".
_ROUND = frozenset({5, 10, 20, 25})
#: Words that lead to a clock time: "at ten to six", but "ten to six people".
LEADS = frozenset({
    "at", "about", "around", "by", "until", "till", "from", "since", "before", "after", "nearly", "almost", "shortly",
})  # fmt: skip
_NOUN = re.compile(
    r" (?!(?:on|in|at|this|that|when|as|and|but|local|he|she|they|it|the|a|yesterday|today|tomorrow|last|sharp|after"
    r"|before|by|from|with|while|o['’]clock|[ap]m)\b)[a-z]"
)
_MILITARY = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")


def read_clock(grammar: Grammar, index: int) -> tuple[str, int] | None:
    """Return the clock time that begins at a token, and the token after it."""
    read = _spoken(grammar, index) or _figures(grammar, index)
    if read is None:
        return None
    minutes, index = read
    half, index = _half_of_day(grammar, index)
    if half and not minutes < 13 * 60:
        return None
    if half:
        minutes = minutes % (NOON * 60) + (NOON * 60 if half == "PM" else 0)
    return f"{minutes // 60:02d}:{minutes % 60:02d}", index


def _half_of_day(grammar: Grammar, index: int) -> tuple[str, int]:
    """Return AM or PM where it stands at a token ("p.m.", "in the morning", "at night"), and the token after it."""
    codes = grammar.codes
    if codes[index : index + 1] == "%":
        return grammar.text_at(index), index + 1
    if codes[index : index + 3] == "itp":
        return "AM" if grammar.text_at(index + 2) == "MO" else "PM", index + 3
    if codes[index : index + 2] == "ip":
        return "PM", index + 2
    return "", index


def _figures(grammar: Grammar, index: int) -> tuple[int, int] | None:
    """Return the minutes after midnight of "15:30", "noon" or the "10" of "10 p.m.", and the token after it."""
    code, value = grammar.codes[index], grammar.text_at(index)
    if code in "z:":
        hour, minute = int(value[:2]), int(value[3:])
    else:
        if grammar.codes[index + 1 : index + 2] != "%" and _half_of_day(grammar, index + 1)[0] == "":
            return None
        hour, minute = grammar.int_at(index), 0
        if isinstance(grammar.tokens.values[index], float):
            return None
    return (60 * hour + minute, index + 1) if hour <= 24 else None


def _spoken(grammar: Grammar, index: int) -> tuple[int, int] | None:
    """Return the minutes after midnight of "half past nine" or "ten to six", and the token after it."""
    match = re.compile(SPOKEN).match(grammar.codes, index)
    if match is None:
        return None
    hour_at, way_at = match.end() - 1, match.end() - 2
    minute, way = _minute(grammar, match), grammar.codes[way_at]
    if grammar.codes[hour_at] == "z":
        hour = NOON if grammar.text_at(hour_at) == "12:00" else 0
    else:
        hour = grammar.int_at(hour_at)
    if minute is None or not hour <= NOON or (hour == 0 and grammar.codes[hour_at] != "z"):
        return None
    if way == "&" and not _is_told_to(grammar, index, match):
        return None
    after = way in "Pφ"
    return (60 * hour + (minute if after else -minute)) % _MINUTES_OF_DAY, match.end()


def _minute(grammar: Grammar, match: re.Match[str]) -> int | None:
    """Return the minutes before "past" or "to": 30 of "half", 15 of "a quarter", 10 of "ten"."""
    codes, way = match.group(), grammar.word_at(match.end() - 2)
    if way not in {"past", "to", "after"}:
        return None
    if codes[0] == "m":
        return 30
    unit_at = grammar.find(match, "uU")
    unit = grammar.text_at(unit_at) if unit_at is not None else ""
    if codes[0] in "au":
        return 15 if unit == "Q" and grammar.word_at(unit_at or 0) == "quarter" else None
    number = grammar.int_at(match.start())
    if unit:
        return number if unit == "TM" and 0 < number < 60 else None
    return number if number in _ROUND and grammar.is_number_word(match.start()) else None


def _is_told_to(grammar: Grammar, index: int, match: re.Match[str]) -> bool:
    """Say whether "ten to six" is a clock time and no range or score: "at ten to six", "a quarter to six"."""
    if match.group()[0] in "au":
        return True
    end = match.end()
    if _half_of_day(grammar, end)[0]:
        return True
    return grammar.has_before(index, LEADS) and not _NOUN.match(grammar.tokens.text, grammar.tokens.ends[end - 1])


def read_military(grammar: Grammar, index: int) -> str | None:
    """Return the clock time of the four figures of "1300 GMT" and "0700 hours"."""
    digits = grammar.tokens.text[grammar.tokens.starts[index] : grammar.tokens.ends[index]]
    return f"{digits[:2]}:{digits[2:]}" if _MILITARY.fullmatch(digits) else None
