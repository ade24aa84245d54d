"""Amounts of time: "two weeks", "a year and a half", "a few days", and their TIMEX3 values."""

from __future__ import annotations

import re

from variorum.annotations.times.readings import Grammar, Match

_COUNT = r"(?:n-?&-?a-?m|a(?:qF?)?|[nq](?:½|&½)?F?|½|m)"
AMOUNT = rf"(?P<count>{_COUNT})(?P<range>(?:&|-)n)?j?-?(?P<unit>[uU])(?P<half>&am)?"


def read_amount(grammar: Grammar, match: Match) -> tuple[str, str] | None:
    """Return number and unit of an amount of time: ("2", "W"), ("X", "Y") for vague ones."""
    unit_at = match.start("unit")
    unit = grammar.text_at(unit_at)
    if match.group("range"):
        return "X", unit  # "12 to 18 months"
    start = match.start("count")
    code = grammar.codes[start]
    value = grammar.tokens.values[start]
    if code == "a" and match.group("count") != "a":
        code, value = "q", grammar.tokens.values[start + 1]
    if code in {"m", "½"}:
        return {"Y": ("6", "M"), "TH": ("30", "TM"), "DE": ("5", "Y"), "CE": ("50", "Y"), "TM": ("30", "TS")}.get(unit)
    if code == "q":
        return ("2", unit) if value == 2 else ("X", unit)
    if "½" in match.group("count") or re.fullmatch(r"n-?&-?a-?m", match.group("count")) or match.group("half"):
        whole = grammar.int_at(start)
        return {
            "Y": (f"{whole}Y6", "M"), "TH": (f"{whole}H30", "TM"), "TM": (f"{whole}M30", "TS"),
        }.get(unit, (f"{whole}.5", unit))  # fmt: skip
    if isinstance(value, float):
        return f"{value:g}", unit
    return (str(value), unit) if isinstance(value, int) and value < 100_000 else None


def duration_value(number: str, unit: str) -> str:
    """Return the TIMEX3 duration of an amount."""
    if unit == "2W":
        number, unit = (str(int(number) * 2), "W") if number.isdigit() else (number, "W")
    if number.isdigit() and unit in {"DE", "CE", "L"}:
        return f"P{int(number) * {'DE': 10, 'CE': 100, 'L': 1000}[unit]}Y"
    if unit.startswith("T"):
        return f"PT{number}{unit[1:]}"
    return f"P{number}{unit}"
