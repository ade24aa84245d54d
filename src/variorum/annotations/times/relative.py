"""Dates that stand in relation to another: "last year", "the end of November", "two weeks ago", "a month earlier"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from variorum.annotations.times.amounts import AMOUNT, duration_value, read_amount
from variorum.annotations.times.readings import OPEN, Grammar, Match, Reading, Rules, dated

RULES = Rules()


@RULES.add(r"[ELDbf]?(?:t?[lxvwPC]|t?c|t?H|h[PC]?|hH)\$?u(?![-'][gb])")
def _relative_unit(grammar: Grammar, match: Match) -> Reading | None:
    """Read "last year", "earlier this month", "the following day", "that year", "the past year"."""
    unit_at = match.end() - 1
    unit = grammar.text_at(unit_at)
    if unit.startswith("T") or unit == "L":
        return None
    determiner = next(i for i in range(unit_at - 1, match.start() - 1, -1) if grammar.codes[i] in "lxvwPCcHh")
    code = grammar.codes[determiner]
    with_article = "t" in match.group() or grammar.codes[match.start() - 1 : match.start()] == "t"
    amount, anchor = {
        "l": (-1, "ref"), "P": (-1, "ref"), "v": (-1, "prev"), "x": (1, "prev" if with_article else "ref"),
        "C": (1, "ref"),
        "w": (1, "prev"), "h": (0, "ref"), "c": (0, "ref"), "H": (0, "prev"),
    }[code]  # fmt: skip
    if (
        with_article
        and code in "lx"
        and (grammar.codes[match.end() : match.end() + 1] == "F" or (code, unit) == ("l", "D"))
    ):
        return None  # "the last year of his life", "on the last day"
    if code == "H" and unit not in {"D", "W", "M", "Y", "Q"}:
        return None
    if (code == "P" and unit in {"DE", "CE"}) or (with_article and code in "lP" and unit in {"W", "M", "DE"}):
        return Reading(match.start(), match.end(), "DURATION", value=duration_value("1", unit))
    if code == "P" and not with_article and match.group()[0] != "h":
        return None
    keep = ""
    return dated(match, f"shift:{amount}:{unit}{keep}", anchor=anchor, mod=grammar.mod_of(match))


@RULES.add(r"t[up]βl(?![WuUMs])", r"tu[fφ]x(?![WuUMs])")
def _before_last(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the week before last", "the month after next", "the night before last"."""
    unit = grammar.text_at(match.start() + 1)
    amount = -2 if match.group().endswith("l") else 2
    if grammar.codes[match.start() + 1] == "p":
        return replace(dated(match, f"shift:{amount}:D", "part:" + unit), type="TIME")
    if unit not in {"D", "W", "M", "Y", "Q"}:
        return None
    return dated(match, f"shift:{amount}:{unit}")


@RULES.add(r"t[up][βφ]")
def _day_before(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the day before": of the date told last, or of what follows, where the text dates that."""
    unit, end = grammar.text_at(match.start() + 1), grammar.tokens.ends[match.end() - 1]
    amount = -1 if grammar.codes[match.end() - 1] == "β" else 1
    part = grammar.codes[match.start() + 1] == "p"
    if not part and unit not in {"D", "W", "M", "Y"}:
        return None
    alone = _ENDS.match(grammar.tokens.text, end) is not None
    steps = (f"shift:{amount}:D", "part:" + unit) if part else (f"shift:{amount}:{unit}",)
    last = match.end() if alone else match.end() - 1
    return Reading(match.start(), last, "TIME" if part else "DATE", steps=steps, anchor="prev" if alone else "event")


@RULES.add(rf"{AMOUNT}\.(?=[WT])")
def _from_day(grammar: Grammar, match: Match) -> Reading | None:
    """Read "a week from Friday", "two weeks from today"."""
    amount = read_amount(grammar, match)
    if amount is None or grammar.word_at(match.end() - 1) != "from":
        return None
    number, unit = amount
    if not number.isdigit() or int(number) > _MOST or unit not in {"D", "W", "M", "Y"}:
        return None
    step = f"wd:{grammar.int_at(match.end())}:>" if grammar.codes[match.end()] == "W" else "shift:0:D"
    if grammar.codes[match.end()] == "T" and grammar.tokens.values[match.end()] != 0:
        return None
    return replace(dated(match, step, f"shift:{number}:{unit}:D"), end=match.end() + 1)


@RULES.add(r"[bfELD]itu")
def _within_the_unit(grammar: Grammar, match: Match) -> Reading | None:
    """Read "later in the day", "earlier in the year"."""
    unit = grammar.text_at(match.end() - 1)
    if unit not in {"D", "W", "M", "Y"}:
        return None
    return dated(match, f"shift:0:{unit}", anchor="day" if unit == "D" else "ref", mod=grammar.mod_of(match))


@RULES.add(r"[ELbf]?(?:t?[lxvwPC]|h[CP]?|H)?k", r"[ELbf]?tk")
def _weekend(_: Grammar, match: Match) -> Reading | None:
    """Read "the weekend", "last weekend", "this weekend"."""
    before = match.group()[:-1]
    if not before:
        return None
    if "v" in before or "w" in before or "H" in before:
        amount = -1 if "v" in before else 1 if "w" in before else 0
        return dated(match, f"shift:{amount}:WE", anchor="prev")
    direction = "<" if "l" in before or "P" in before else ">>" if "x" in before else OPEN
    return dated(match, f"we:{direction}")


@RULES.add(r"t?L?u'?-?N")
def _unit_end(grammar: Grammar, match: Match) -> Reading | None:
    """Read "year-end", "the year's end"."""
    unit_at = grammar.find(match, "u")
    assert unit_at is not None
    return dated(match, "shift:0:Y", mod="END") if grammar.text_at(unit_at) == "Y" else None


@RULES.add(r"tuF(?=M[no])")
def _week_of(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the week of March 6"."""
    inner = grammar.read_at(match.end(), dates_only=True)
    if inner is None or grammar.text_at(match.start() + 1) != "W" or not inner.steps:
        return None
    return replace(inner, start=match.start(), steps=(*inner.steps, "shift:0:W"))


#: "The day before," and no "the day before he left".
_ENDS = re.compile(r"[.,;:!?)”\"]|$|\n| (?:in|at|on|and|but|when|to|by|with|from)\b")
#: Most units that an expression moves by.
_MOST = 9_999
#: Units by which a day can be told from another: "two weeks ago today".
_OF_DAYS = frozenset({"D", "W", "M", "Y"})
_AGO = re.compile(rf"[Aα]?(?:t)?{AMOUNT}(?:&a)?-?(?P<way>[gbf])")


@RULES.add(_AGO.pattern, r"[Aα]?(?P<count>)(?P<range>)(?P<unit>U)(?P<half>)(?P<way>[gbf])")
def _ago(grammar: Grammar, match: Match) -> Reading | None:
    """Read "two weeks ago", "a month earlier", "years ago", "three days later", "ten days from now"."""
    if not match.group("count"):
        if match.group("way") != "g":
            value = duration_value("X", grammar.text_at(match.start("unit")))
            return Reading(match.start(), match.end(), "DURATION", value=value)
        return Reading(match.start(), match.end(), "DATE", value="PAST_REF")
    amount = read_amount(grammar, match)
    if amount is None:
        return None
    number, unit = _whole(*amount)
    way_at = match.start("way")
    way = match.group("way")
    from_now = grammar.tokens.values[way_at] == "now"
    sign = 1 if way == "f" else -1
    mod = grammar.mod_of(match)
    if not number.isdigit() and way != "g" and not from_now:
        # "A few days later" is told from what went before, however far that is.
        return Reading(match.start(), match.end(), "DURATION", value=duration_value(number, unit), mod=mod)
    if not number.isdigit():
        value = "FUTURE_REF" if sign > 0 else "PAST_REF"
        return Reading(match.start(), match.end(), "DATE", value=value, mod=mod)
    if int(number) > _MOST:
        return None
    if unit == "2W":
        number, unit = str(2 * int(number)), "W"
    if unit == "DE":
        number, unit = str(10 * int(number)), "Y"
    if unit == "CE":
        number, unit = str(100 * int(number)), "Y"
    anchor = "ref" if way == "g" or from_now else "prev"
    if way == "g" and (day := _day_behind(grammar, match.end(), number, unit)):
        return replace(dated(match, *day, mod=mod), end=match.end() + 1)
    if unit.startswith("T") and anchor == "prev":
        return Reading(match.start(), match.end(), "DURATION", value=duration_value(number, unit), mod=mod)
    if unit == "Y" and number == "1" and not from_now and way != "f":
        return dated(match, "shift:-1:Y:~", anchor="quarter", mod=mod)
    return dated(match, f"shift:{sign * int(number)}:{unit}", anchor=anchor, mod=mod)


def _whole(number: str, unit: str) -> tuple[str, str]:
    """Return an amount in whole units: 18 months of "a year and a half"."""
    years, half, months = number.partition("Y")
    return (str(12 * int(years) + int(months)), unit) if half and years.isdigit() else (number, unit)


def _day_behind(grammar: Grammar, index: int, number: str, unit: str) -> tuple[str, ...] | None:
    """Return the steps of "two weeks ago today" and "a week ago Monday"; None where no day follows."""
    code = grammar.codes[index : index + 1]
    if code == "T" and grammar.tokens.values[index] == 0 and unit in _OF_DAYS:
        return (f"shift:-{number}:{unit}:D",)
    if code == "W" and unit == "W":
        return (f"wd:{grammar.int_at(index)}:<", f"shift:-{number}:W:D")
    return None


@RULES.add(r"u-?[gb](?=[^u])")
def _year_earlier(grammar: Grammar, match: Match) -> Reading | None:
    """Read "year-earlier profit"."""
    if grammar.text_at(match.start()) != "Y":
        return None
    return dated(match, "shift:-1:Y:~", anchor="quarter")
