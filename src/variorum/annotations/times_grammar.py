"""Grammar of time expressions: codes of tokens to readings with a type, a value or symbolic steps, and a modifier.

Rules are regular expressions over the code string of :mod:`~variorum.annotations.times_lexicon`, tried at each token
in order; the first whose builder agrees wins. Repeats are bounded, so a text is read in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from variorum.annotations.times_lexicon import HOLIDAYS, Tokens

#: Stands in the steps where tense and preposition decide the direction.
OPEN = "*"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a stretch of tokens means."""

    start: int
    """First token."""
    end: int
    """Token after the last."""
    type: str
    value: str = ""
    """TIMEX3 value of an absolute expression; empty where steps lead to it."""
    steps: tuple[str, ...] = ()
    anchor: str = "ref"
    """``ref``, ``prev`` (the last date mentioned), ``quarter`` (the last quarter mentioned, else the report's date)."""
    mod: str | None = None
    rule: str = ""


Match = re.Match[str]
Builder = Callable[["Grammar", Match], Reading | None]
_RULES: list[tuple[str, re.Pattern[str], Builder]] = []


def _rule(*patterns: str) -> Callable[[Builder], Builder]:
    """Register a builder for patterns over codes."""

    def register(builder: Builder) -> Builder:
        _RULES.extend((builder.__name__.strip("_"), re.compile(pattern), builder) for pattern in patterns)
        return builder

    return register


class Grammar:
    """The readings of one text."""

    def __init__(self, tokens: Tokens) -> None:
        """Read the tokens of a text."""
        self.tokens = tokens
        self.codes = tokens.codes
        self._depth = 0

    def readings(self) -> Iterator[Reading]:
        """Yield the readings from left to right; they do not overlap."""
        position = 0
        for match in _INTERESTING.finditer(self.codes):
            if match.start() >= position and (reading := self.read_at(match.start())):
                position = reading.end
                yield reading

    def read_at(self, index: int, *, dates_only: bool = False) -> Reading | None:
        """Return the reading that begins at a token, or None; readings nest three deep at the most."""
        if self._depth > 2:
            return None
        self._depth += 1
        try:
            for name, pattern, builder in _RULES:
                match = pattern.match(self.codes, index)
                if match and (reading := builder(self, match)) and not (dates_only and reading.type != "DATE"):
                    return replace(reading, rule=name)
            return None
        finally:
            self._depth -= 1

    def int_at(self, index: int) -> int:
        """Return the number of a token; 0 for fractions."""
        value = self.tokens.values[index]
        return int(value) if isinstance(value, int | float) else 0

    def text_at(self, index: int) -> str:
        """Return the string payload of a token."""
        value = self.tokens.values[index]
        return value if isinstance(value, str) else ""

    def is_money(self, offset: int) -> bool:
        """Say whether a currency sign stands before an offset."""
        return self.tokens.text[max(0, offset - 1) : offset] in {"$", "£", "€", "¥", "#", "№"} and offset > 0

    def has_before(self, index: int, words: frozenset[str]) -> bool:
        """Say whether one of the words stands before a token: "twice a week"."""
        start = self.tokens.starts[index]
        before = self.tokens.text[max(0, start - 12) : start].split()
        return bool(before) and before[-1].lower() in words

    def find(self, match: Match, codes: str) -> int | None:
        """Return the first token of the match with one of these codes."""
        return next((i for i in range(match.start(), match.end()) if self.codes[i] in codes), None)

    def mod_of(self, match: Match) -> str | None:
        """Return the modifier that the words of a match carry."""
        index = self.find(match, "ELDBNAα")
        return self.text_at(index) or None if index is not None else None


def _date(match: Match, *steps: str, mod: str | None = None, anchor: str = "ref") -> Reading:
    return Reading(match.start(), match.end(), "DATE", steps=steps, mod=mod, anchor=anchor)


# --- clock times and parts of the day -------------------------------------------------------------------------------


def _clock(grammar: Grammar, index: int) -> tuple[str, int] | None:
    """Return the clock time that begins at a token, and the token after it."""
    codes, value = grammar.codes, grammar.text_at(index)
    if codes[index] == "z":
        return value, index + 1
    if codes[index] == ":":
        hour, minute = int(value[:2]), value[3:]
    else:
        hour, minute = grammar.int_at(index), "00"
    index += 1
    half = ""
    if codes[index : index + 1] == "%":
        half = grammar.text_at(index)
        index += 1
    elif codes[index : index + 3] == "itp":
        half = "AM" if grammar.text_at(index + 2) == "MO" else "PM"
        index += 3
    elif codes[index : index + 2] == "ip":
        half = "PM"
        index += 2
    elif minute == "00" and codes[index - 1] == "n":
        return None
    if hour > 24 or (half and not 1 <= hour <= 12 and hour != 0):
        return None
    if half:
        hour = hour % 12 + (12 if half == "PM" else 0)
    return f"{hour:02d}:{minute}", index


@_rule(r"[Aα]?(?:z|:|n(?=%|itp|ip))")
def _clock_time(grammar: Grammar, match: Match) -> Reading | None:
    """Read "10 p.m. Wednesday", "15:00 GMT Saturday", "noon", "4 in the morning"."""
    read = _clock(grammar, match.end() - 1)
    if read is None:
        return None
    clock, index = read
    codes = grammar.codes
    if codes[index : index + 1] == "Z":
        index += 1
    following = re.compile(r",?i?").match(codes, index)
    reading = grammar.read_at(following.end(), dates_only=True) if following and following.end() < len(codes) else None
    mod = grammar.mod_of(match)
    if (
        reading
        and reading.steps
        and reading.steps[0].split(":")[0] in {"wd", "md", "shift", "hol"}
        and _is_day(reading)
    ):
        return Reading(
            match.start(), reading.end, "TIME", steps=(*reading.steps, "clock:" + clock), anchor=reading.anchor, mod=mod
        )
    if reading and re.fullmatch(r"\d{4}-\d\d-\d\d", reading.value):
        return Reading(match.start(), reading.end, "TIME", value=f"{reading.value}T{clock}", mod=mod)
    return Reading(match.start(), index, "TIME", steps=("shift:0:D", "clock:" + clock), anchor="day", mod=mod)


def _is_day(reading: Reading) -> bool:
    """Say whether the steps of a reading end at a day."""
    last = reading.steps[-1].split(":")
    return last[0] in {"wd", "md", "mdw", "hol"} or (last[0] == "shift" and last[2] == "D")


@_rule(r"[bf]?[hH]p", r"[ELD]?-?hp")
def _this_part(grammar: Grammar, match: Match) -> Reading | None:
    """Read "this morning", "later this afternoon", "that night"."""
    index = grammar.find(match, "hH")
    assert index is not None
    part = grammar.text_at(match.end() - 1)
    anchor = "ref" if grammar.codes[index] == "h" else "prev"
    return Reading(
        match.start(),
        match.end(),
        "TIME",
        steps=("shift:0:D", "part:" + part),
        anchor=anchor,
        mod=grammar.mod_of(match),
    )


@_rule(r"lp", r"t?[wxv]p")
def _other_part(grammar: Grammar, match: Match) -> Reading | None:
    """Read "last night", "the next morning"."""
    index = grammar.find(match, "lxwv")
    assert index is not None
    last = grammar.codes[index] == "l"
    amount = {"l": -1, "v": -1}.get(grammar.codes[index], 1)
    part = grammar.text_at(match.end() - 1)
    return Reading(
        match.start(),
        match.end(),
        "TIME",
        steps=(f"shift:{amount}:D", "part:" + part),
        anchor="ref" if last else "prev",
    )


@_rule(r"t?[ELD]?-?pF")
def _part_of(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the evening of July 24"."""
    inner = grammar.read_at(match.end(), dates_only=True)
    index = grammar.find(match, "p")
    if inner is None or index is None:
        return None
    part = grammar.text_at(index)
    if inner.steps and _is_day(inner):
        return replace(inner, start=match.start(), type="TIME", steps=(*inner.steps, "part:" + part))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", inner.value):
        return replace(inner, start=match.start(), type="TIME", value=f"{inner.value}T{part}")
    return None


@_rule(r"[ELD]-?pT", r"pT", r"[ELbf]?Tp?")
def _today(grammar: Grammar, match: Match) -> Reading | None:
    """Read "today", "yesterday morning", "late yesterday", "tonight", "mid-afternoon yesterday"."""
    index = grammar.find(match, "T")
    part = grammar.find(match, "p")
    assert index is not None
    value = grammar.tokens.values[index]
    mod = grammar.mod_of(match)
    if value == "NI":
        return Reading(match.start(), match.end(), "TIME", steps=("shift:0:D", "part:NI"), mod=mod)
    steps = (f"shift:{value}:D",)
    if part is not None:
        return Reading(match.start(), match.end(), "TIME", steps=(*steps, "part:" + grammar.text_at(part)), mod=mod)
    return _date(match, *steps, mod=mod)


# --- weekdays ---------------------------------------------------------------------------------------------------------


@_rule(r"XΠ?", r"WΠ", r"e[Wpsk]", r"e[M]", r"eXp?")
def _repeated(grammar: Grammar, match: Match) -> Reading | None:
    """Read "Mondays", "Tuesday nights", "every morning", "each July"."""
    value = "XXXX"
    for index in range(match.start(), match.end()):
        code = grammar.codes[index]
        if code in "XW":
            value = f"XXXX-WXX-{grammar.int_at(index)}"
        elif code in "pΠ":
            value = (value if len(value) > 4 else "XXXX-XX-XX") + "T" + grammar.text_at(index)
        elif code == "s":
            value = "XXXX-" + grammar.text_at(index)
        elif code == "k":
            value = "XXXX-WXX-WE"
        elif code == "M":
            value = f"XXXX-{grammar.int_at(index):02d}"
    return Reading(match.start(), match.end(), "SET", value=value)


# --- calendar dates ---------------------------------------------------------------------------------------------------

_MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _day_of(grammar: Grammar, index: int, month: int) -> int | None:
    """Return the number of a token where it can be a day of the month; "31 November" is none."""
    value = grammar.tokens.values[index]
    return value if isinstance(value, int) and 1 <= value <= _MONTH_LENGTHS[month - 1] else None


def _month_date(grammar: Grammar, match: Match, month_at: int, day_at: int, year_at: int | None) -> Reading | None:
    """Make the date of a month, a day and perhaps a year."""
    month = grammar.int_at(month_at)
    day = _day_of(grammar, day_at, month)
    if day is None:
        return None
    mod = grammar.mod_of(match)
    weekday_at = grammar.find(match, "W")
    if year_at is None and weekday_at is not None:
        return _date(match, f"mdw:{month:02d}-{day:02d}:{grammar.int_at(weekday_at)}", mod=mod)
    if year_at is None:
        return _date(match, f"md:{month:02d}-{day:02d}:{OPEN}", mod=mod)
    year = grammar.int_at(year_at)
    if (month, day) == (2, 29) and not _is_leap(year):
        return None
    return Reading(match.start(), match.end(), "DATE", value=f"{year:04d}-{month:02d}-{day:02d}", mod=mod)


@_rule(r"(?:(?:h[Cx]?)?W,?)?[AELbf]?M[no](?:,?Y|(?![%:]))")
def _month_day(grammar: Grammar, match: Match) -> Reading | None:
    """Read "July 24", "Wednesday, July 24, 2024", "Oct. 7, 2023"."""
    month_at = match.group().index("M") + match.start()
    year_at = grammar.find(match, "Y")
    if year_at is None and grammar.codes[match.end() : match.end() + 2] in {"li", "hu"}:
        return None
    return _month_date(grammar, match, month_at, month_at + 1, year_at)


@_rule(r"(?:W,?)?t?[no]F?M(?:,?Y)?", r"(?:W,?)t?o(?=[^uU])")
def _day_month(grammar: Grammar, match: Match) -> Reading | None:
    """Read "24 July 2024", "the 5th of November", "Friday the 13th" (a weekday alone)."""
    if "M" not in match.group():
        return None
    month_at = match.group().index("M") + match.start()
    day_at = grammar.find(match, "no")
    assert day_at is not None
    return _month_date(grammar, match, month_at, day_at, grammar.find(match, "Y"))


@_rule(r"d")
def _numeric_date(grammar: Grammar, match: Match) -> Reading | None:
    """Read "2024-07-24" (ISO 8601)."""
    value = grammar.text_at(match.start())
    year, month, day = int(value[:4]), int(value[5:7]), int(value[8:])
    if not year or not 1 <= month <= 12 or not 1 <= day <= _MONTH_LENGTHS[month - 1]:
        return None
    if (month, day) == (2, 29) and not _is_leap(year):
        return None
    return Reading(match.start(), match.end(), "DATE", value=value)


@_rule(r"/")
def _slashed_date(grammar: Grammar, match: Match) -> Reading | None:
    """Read "24/07/2024"; where day and month could change places, the year alone is said."""
    first, second, year_text = grammar.text_at(match.start()).split("/")
    one, two, year = int(first), int(second), int(year_text)
    if len(year_text) == 2:
        year += 1900 if year > 40 else 2000
    readings = [(m, d) for m, d in {(one, two), (two, one)} if 1 <= m <= 12 and 1 <= d <= _MONTH_LENGTHS[m - 1]]
    if not readings or year < 1:
        return None
    if len(readings) == 2:
        return Reading(match.start(), match.end(), "DATE", value=f"{year:04d}-XX-XX")
    month, day = readings[0]
    if (month, day) == (2, 29) and not _is_leap(year):
        return None
    return Reading(match.start(), match.end(), "DATE", value=f"{year:04d}-{month:02d}-{day:02d}")


@_rule(r"[AELbf]?D?-?MF?,?Y", r"D-?MF?,?Y")
def _month_year(grammar: Grammar, match: Match) -> Reading | None:
    """Read "March 2023", "late November 2016", "mid-May 1998"."""
    month_at, year_at = grammar.find(match, "M"), grammar.find(match, "Y")
    assert month_at is not None
    assert year_at is not None
    value = f"{grammar.int_at(year_at):04d}-{grammar.int_at(month_at):02d}"
    return Reading(match.start(), match.end(), "DATE", value=value, mod=grammar.mod_of(match))


def _relation_steps(grammar: Grammar, index: int) -> tuple[str, str] | None:
    """Return step and anchor of a determiner before a unit: "last year", "the following month", "that day"."""
    code = grammar.codes[index]
    unit = grammar.text_at(index + 1)
    amount, anchor = {
        "l": (-1, "ref"), "P": (-1, "ref"), "v": (-1, "prev"), "x": (1, "ref"), "C": (1, "ref"), "w": (1, "prev"),
        "h": (0, "ref"), "c": (0, "ref"), "H": (0, "prev"), "J": (0, "ref"),
    }[code]  # fmt: skip
    return f"shift:{amount}:{unit}", anchor


@_rule(r"[ELDBNbf]?-?MF?[lxhvP]u", r"[Ms]F(?:t[vw]|H)u")
def _month_of_year(grammar: Grammar, match: Match) -> Reading | None:
    """Read "March of last year", "January this year"."""
    month_at = grammar.find(match, "Ms")
    assert month_at is not None
    if grammar.text_at(match.end() - 1) != "Y":
        return None
    relation = _relation_steps(grammar, match.end() - 2)
    assert relation is not None
    inner = (
        f"mon:{grammar.int_at(month_at)}:=" if grammar.codes[month_at] == "M" else f"sea:{grammar.text_at(month_at)}:="
    )
    return _date(match, relation[0], inner, anchor=relation[1], mod=grammar.mod_of(match))


@_rule(r"(?:h[CP]|[lxhPb])[ELD]?-?M(?![no])", r"[bELDA]-?M", r"M")
def _month(grammar: Grammar, match: Match) -> Reading | None:
    """Read "October", "last April", "this September", "mid-November"."""
    month = grammar.int_at(match.end() - 1)
    if _beside_no_day(grammar, match.end() - 1, month):
        return None
    before = grammar.codes[match.start()]
    if before == "h" and not match.group().startswith(("hC", "hP")):
        return _date(match, "shift:0:Y", f"mon:{month}:=")
    direction = {"l": "<<", "P": "<<", "x": ">>", "h": "<<" if match.group().startswith("hP") else ">>"}.get(
        before, OPEN
    )
    return _date(match, f"mon:{month}:{direction}", mod=grammar.mod_of(match))


@_rule(r"[lxhP]s", r"h[PC]s", r"t?[ELDBN]?-?F?t?s(?:F|,)?Y", r"[AELD]?t?[ELD]?-?s(?=[^.YF]|$)", r"t?[ELD]?-?s")
def _season(grammar: Grammar, match: Match) -> Reading | None:
    """Read "last spring", "this past spring", "the winter of 1994", "the summer"."""
    index = grammar.find(match, "s")
    assert index is not None
    season, mod = grammar.text_at(index), grammar.mod_of(match)
    year_at = grammar.find(match, "Y")
    if year_at is not None:
        return Reading(match.start(), match.end(), "DATE", value=f"{grammar.int_at(year_at):04d}-{season}", mod=mod)
    first = grammar.codes[match.start()]
    if first == "h" and "P" not in match.group():
        return _date(match, "shift:0:Y", f"sea:{season}:=", mod=mod)
    if first in "lhPx":
        return _date(match, f"sea:{season}:{'>>' if first == 'x' else '<<'}", mod=mod)
    word = grammar.tokens.ends[index] - grammar.tokens.starts[index]
    # "the fall of Kabul", "spring to mind", "to fall": other words unless the text says that a season is meant.
    if season in {"FA", "SP"} and word <= 6 and not _in_the(grammar, match):
        return None
    return _date(match, f"sea:{season}:{OPEN}", mod=mod)


def _in_the(grammar: Grammar, match: Match) -> bool:
    """Say whether "in the", "by", "of" stands before a season, and "of" does not follow it."""
    before = grammar.codes[max(0, match.start() - 2) : match.start()] + match.group()
    return bool(re.search(r"it[ELD]?-?s$", before)) and grammar.codes[match.end() : match.end() + 1] != "F"


@_rule(r"#u", r"[lxhe]?#(?:,?Y)?")
def _holiday(grammar: Grammar, match: Match) -> Reading | None:
    """Read "Christmas Day", "last Thanksgiving", "Easter week"."""
    index = grammar.find(match, "#")
    assert index is not None
    spec = HOLIDAYS[grammar.text_at(index)]
    step = (
        f"md:{spec}"
        if isinstance(spec, str) and spec[0].isdigit()
        else f"hol:{spec if isinstance(spec, str) else '.'.join(map(str, spec))}"
    )
    if match.group().endswith("u"):
        if grammar.text_at(match.end() - 1) != "W":
            return None
        return _date(match, f"{step}:{OPEN}", "shift:0:W")
    first = grammar.codes[match.start()]
    if first == "e":
        return Reading(
            match.start(),
            match.end(),
            "SET",
            value="XXXX-" + spec if isinstance(spec, str) and spec[0].isdigit() else "P1Y",
        )
    if match.group().endswith("Y"):
        return _date(match, f"year:{grammar.int_at(match.end() - 1)}", f"{step}:=")
    direction = {"l": "<<", "x": ">>"}.get(first, OPEN)
    return _date(match, f"{step}:{direction}")


@_rule(r"(?:h[CPx]|t?[vw]|[lxPhH])?[ELbf]?W(?P<part>p)?", r"pi?W")
def _weekday(grammar: Grammar, match: Match) -> Reading | None:
    """Read "Wednesday", "late Wednesday", "last Friday", "the previous Friday", "Wednesday evening"."""
    index = grammar.find(match, "W")
    assert index is not None
    before = grammar.codes[match.start() : index]
    number = grammar.int_at(index)
    anchor, direction = "ref", OPEN
    if "l" in before or "P" in before:
        direction = "<<"
    elif before.startswith("hC") or "x" in before:
        direction = ">>"
    elif "v" in before:
        anchor, direction = "prev", "<<"
    elif "w" in before:
        anchor, direction = "prev", ">>"
    elif "H" in before:
        anchor, direction = "prev", "="
    elif "h" in before:
        direction = "="
    steps: tuple[str, ...] = (f"wd:{number}:{direction}",)
    part = grammar.find(match, "p")
    if part is not None:
        steps = (*steps, "part:" + grammar.text_at(part))
    return Reading(
        match.start(),
        match.end(),
        "TIME" if part is not None else "DATE",
        steps=steps,
        anchor=anchor,
        mod=grammar.mod_of(match),
    )


# --- years, decades, centuries ----------------------------------------------------------------------------------------


@_rule(r"[ELD]-?Y", r"tuY", r"tun(?=[^uU])", r"\$Y", r"t?Y'?[K]", r"Y")
def _year(grammar: Grammar, match: Match) -> Reading | None:
    """Read "2016", "mid-1996", "the year 2000", "fiscal 1989"."""
    index = grammar.find(match, "Yn")
    assert index is not None
    year = grammar.int_at(index)
    if match.group().startswith("tu") and (grammar.text_at(match.start() + 1) != "Y" or not 1000 <= year < 2200):
        return None
    if match.group() == "Y" and not _is_year_alone(grammar, match.start()):
        return None
    return Reading(match.start(), match.end(), "DATE", value=f"{year:04d}", mod=grammar.mod_of(match))


def _is_year_alone(grammar: Grammar, index: int) -> bool:
    """Say whether four digits are a year: plausible, no unit or currency beside them."""
    year = grammar.int_at(index)
    codes = grammar.codes
    if codes[index + 1 : index + 2] in {"u", "U", "j", "%", "n", "Y"} and codes[index + 1 : index + 2]:
        return False
    text_start = grammar.tokens.starts[index]
    plausible = 1500 <= year < 2100 or codes[max(0, index - 1) : index] == "i"
    return plausible and not grammar.is_money(text_start)


@_rule(r"t?[ELDBN]?(?:F?t)?-?G")
def _decade(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the 1990s", "the late 1970s", "the nineties"."""
    number = grammar.int_at(match.end() - 1)
    return Reading(
        match.start(),
        match.end(),
        "DATE",
        value=f"{number if number > 9 else 190 + number:03d}",
        mod=grammar.mod_of(match),
    )


@_rule(r"t?[ELD]?-?o-?u")
def _century(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the 20th century", "the third quarter"."""
    number_at = grammar.find(match, "o")
    assert number_at is not None
    number, unit = grammar.int_at(number_at), grammar.text_at(match.end() - 1)
    if unit == "CE" and 1 <= number <= 30:
        return Reading(match.start(), match.end(), "DATE", value=f"{number - 1:02d}", mod=grammar.mod_of(match))
    return None


# --- quarters and halves ----------------------------------------------------------------------------------------------


@_rule(
    r"(?:t?Y'?\$?|[lxh]u'|t[vw]u')o-?u",
    r"t?(?:ju-[gb]|u-?[gb])?\$?(?:\.)?o-?u(?:F?\$?Y|F?[lxh]u|F(?:t[vwc]|t)?\$?u)",
    r"t?(?:\.?u-?[gb])\$?o-?u",
    r"t?\$?(?:c|J)?\$?o-?u",
)
def _quarter(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the third quarter", "third quarter of 1989", "last year's fourth quarter", "the year-ago third quarter"."""
    o_at = match.end() - 1 - match.group()[::-1].index("o")
    number = grammar.int_at(o_at)
    unit_at = next(i for i in range(o_at, match.end()) if grammar.codes[i] == "u")
    if grammar.text_at(unit_at) != "Q" or not 1 <= number <= 4:
        return None
    year_at = grammar.find(match, "Y")
    if year_at is not None:
        return Reading(match.start(), match.end(), "DATE", value=f"{grammar.int_at(year_at):04d}-Q{number}")
    head = match.group()
    relation_at = grammar.find(match, "lxhvw")
    if relation_at is not None and grammar.codes[relation_at + 1] == "u" and grammar.text_at(relation_at + 1) == "Y":
        relation = _relation_steps(grammar, relation_at)
        assert relation is not None
        return _date(match, relation[0], f"q:{number}:=", anchor=relation[1])
    if re.search(r"u-?[gb]", head[: o_at - match.start()]):
        return _date(match, f"q:{number}:{OPEN}", "shift:-1:Y:~")
    if unit_at + 1 < match.end():
        return None
    return _date(match, f"q:{number}:{OPEN}")


@_rule(r"ɋ(?:F?\$?,?Y)?")
def _numbered_quarter(grammar: Grammar, match: Match) -> Reading:
    """Read "Q2 2024"."""
    number = grammar.int_at(match.start())
    if len(match.group()) > 1:
        return Reading(match.start(), match.end(), "DATE", value=f"{grammar.int_at(match.end() - 1):04d}-Q{number}")
    return _date(match, f"q:{number}:{OPEN}")


@_rule(r"t?omF?t?(?:Y|[lxhc]u|Hu)", r"t?om(?=F)")
def _half_year(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the second half of 2023", "the first half of next year"."""
    number_at = grammar.find(match, "o")
    assert number_at is not None
    number = grammar.int_at(number_at)
    if number not in {1, 2}:
        return None
    last = grammar.codes[match.end() - 1]
    if last == "Y":
        return Reading(match.start(), match.end(), "DATE", value=f"{grammar.int_at(match.end() - 1):04d}-H{number}")
    if last == "u" and grammar.text_at(match.end() - 1) == "Y":
        relation = _relation_steps(grammar, match.end() - 2)
        assert relation is not None
        return _date(match, relation[0], f"half:{number}:=", anchor=relation[1])
    return None


@_rule(r"t?(?:J|c|h|H|l|x|v)?u-?[gb](?:u|K)", r"t?\.?u-[gb](?:u|K)")
def _year_earlier_quarter(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the year-ago quarter", "the year-earlier period"."""
    last = grammar.codes[match.end() - 1]
    if last == "u" and grammar.text_at(match.end() - 1) != "Q":
        return None
    return _date(match, "shift:0:Q", "shift:-1:Y:~", anchor="quarter")


@_rule(r"t?[Jch]K", r"tu(?=[^uUY])", r"[hHJ]u", r"t[Jc]u")
def _the_quarter(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the quarter", "the latest period", "this quarter"."""
    last = grammar.codes[match.end() - 1]
    unit = "Q" if last == "K" else grammar.text_at(match.end() - 1)
    if unit != "Q":
        return None
    # Results are told after their quarter: "the latest quarter" is the last one that is over.
    current = match.group()[0] in "hc" or "c" in match.group()
    return _date(match, "shift:0:Q", anchor="ref" if current else "latest")


@_rule(r"t\$?u(?=Ω)", r"(?<=δ)t[jJ]?\$?u", r"tj?\$u")
def _the_year(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the year ended March 31", "for the year", "the fiscal year"."""
    if grammar.text_at(match.end() - 1) != "Y":
        return None
    if grammar.codes[match.end() : match.end() + 1] == "Ω":
        return Reading(match.start(), match.end(), "DURATION", value="P1Y")
    return _date(match, "shift:0:Y")


# --- relative dates ---------------------------------------------------------------------------------------------------


@_rule(r"[ELDbf]?(?:t?[lxvwPC]|t?c|t?H|h[PC]?|hH)\$?u(?![-'][gb])")
def _relative_unit(grammar: Grammar, match: Match) -> Reading | None:
    """Read "last year", "earlier this month", "the following day", "that year", "the past year"."""
    unit_at = match.end() - 1
    unit = grammar.text_at(unit_at)
    if unit.startswith("T") or unit == "L":
        return None
    determiner = next(i for i in range(unit_at - 1, match.start() - 1, -1) if grammar.codes[i] in "lxvwPCcHh")
    code = grammar.codes[determiner]
    with_article = "t" in match.group()
    amount, anchor = {
        "l": (-1, "ref"), "P": (-1, "ref"), "v": (-1, "prev"), "x": (1, "prev" if with_article else "ref"),
        "C": (1, "ref"),
        "w": (1, "prev"), "h": (0, "ref"), "c": (0, "ref"), "H": (0, "prev"),
    }[code]  # fmt: skip
    if code == "H" and unit not in {"D", "W", "M", "Y", "Q"}:
        return None
    if (code == "P" and unit in {"DE", "CE"}) or (with_article and code in "lP" and unit in {"W", "M", "DE"}):
        return Reading(match.start(), match.end(), "DURATION", value=duration_value("1", unit))
    if code == "P" and not with_article and match.group()[0] != "h":
        return None
    keep = ""
    return _date(match, f"shift:{amount}:{unit}{keep}", anchor=anchor, mod=grammar.mod_of(match))


@_rule(r"[ELbf]?(?:t?[lxvwPC]|h[CP]?|H)?k", r"[ELbf]?tk")
def _weekend(_: Grammar, match: Match) -> Reading | None:
    """Read "the weekend", "last weekend", "this weekend"."""
    before = match.group()[:-1]
    if not before:
        return None
    if "v" in before or "w" in before or "H" in before:
        amount = -1 if "v" in before else 1 if "w" in before else 0
        return _date(match, f"shift:{amount}:WE", anchor="prev")
    direction = "<" if "l" in before or "P" in before else ">>" if "x" in before else OPEN
    return _date(match, f"we:{direction}")


@_rule(r"[AL]?[iF]?t?[BNE]F(?=[tMYlxhvwcHs#Wk$d])", r"[BN]-?(?=Y)", r"t?[L]?u-N")
def _edge_of(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the end of November", "the beginning of this year", "year-end"."""
    if match.group()[0] in "iF" or match.group().endswith("u-N"):
        if match.group().endswith("u-N"):
            unit_at = grammar.find(match, "u")
            assert unit_at is not None
            return (
                _date(match, f"shift:0:{grammar.text_at(unit_at)}", mod="END")
                if grammar.text_at(unit_at) == "Y"
                else None
            )
        return None
    if match.end() >= len(grammar.codes):
        return None
    inner = grammar.read_at(match.end(), dates_only=True)
    mod = grammar.mod_of(match)
    if inner is None:
        bare = re.compile(r"tu").match(grammar.codes, match.end())
        if bare is None or grammar.text_at(bare.end() - 1) not in {"M", "Y", "W", "Q"}:
            return None
        inner = Reading(match.start(), bare.end(), "DATE", steps=(f"shift:0:{grammar.text_at(bare.end() - 1)}",))
    return replace(inner, start=match.start(), mod=mod)


@_rule(r"tuF(?=M[no])")
def _week_of(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the week of March 6"."""
    inner = grammar.read_at(match.end(), dates_only=True)
    if inner is None or grammar.text_at(match.start() + 1) != "W" or not inner.steps:
        return None
    return replace(inner, start=match.start(), steps=(*inner.steps, "shift:0:W"))


def _beside_no_day(grammar: Grammar, index: int, month: int) -> bool:
    """Say whether a day that the month does not have stands beside it ("31 November"): then nothing is said at all."""
    for other in (index - 1, index + 1):
        if (
            0 <= other < len(grammar.codes)
            and grammar.codes[other] == "n"
            and _MONTH_LENGTHS[month - 1] < grammar.int_at(other) < 40
        ):
            return True
    return False


_TIMES_A = frozenset({"once", "twice", "thrice", "times"})
_COUNT = r"(?:n&am|a(?:qF?)?|[nq](?:½|&½)?F?|½|m)"
_AMOUNT = rf"(?P<count>{_COUNT})(?P<range>(?:&|-)n)?j?-?(?P<unit>[uU])(?P<half>&am)?"


def _amount(grammar: Grammar, match: Match) -> tuple[str, str] | None:
    """Return number and unit of an amount of time: ("2", "W"), ("X", "Y") for vague ones."""
    unit_at = match.start("unit")
    unit = grammar.text_at(unit_at)
    start = match.start("count")
    code = grammar.codes[start]
    value = grammar.tokens.values[start]
    if code == "a" and match.group("count") != "a":
        code, value = "q", grammar.tokens.values[start + 1]
    if code in {"m", "½"}:
        return {"Y": ("6", "M"), "TH": ("30", "TM"), "DE": ("5", "Y"), "CE": ("50", "Y"), "TM": ("30", "TS")}.get(unit)
    if code == "q":
        return ("2", unit) if value == 2 else ("X", unit)
    if "½" in match.group("count") or match.group("count") == "n&am" or match.group("half"):
        whole = grammar.int_at(start)
        return {
            "Y": (f"{whole}Y6", "M"), "TH": (f"{whole * 60 + 30}", "TM"), "TM": (f"{whole * 60 + 30}", "TS"),
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
        if (
            unit in {"TM", "TS"}
            and number.isdigit()
            and int(number) % 60
            and int(number) > 60
            and int(number) % 30 == 0
        ):
            upper, lower = ("H", "M") if unit == "TM" else ("M", "S")
            return f"PT{int(number) // 60}{upper}{int(number) % 60}{lower}"
        return f"PT{number}{unit[1:]}"
    return f"P{number}{unit}"


_AGO = re.compile(rf"[Aα]?(?:t)?{_AMOUNT}(?:&a)?-?(?P<way>[gbf])")


@_rule(_AGO.pattern, r"[Aα]?(?P<count>)(?P<range>)(?P<unit>U)(?P<half>)(?P<way>[gbf])")
def _ago(grammar: Grammar, match: Match) -> Reading | None:
    """Read "two weeks ago", "a month earlier", "years ago", "three days later", "ten days from now"."""
    if not match.group("count"):
        way = match.group("way")
        value = {"g": "PAST_REF", "b": "PAST_REF", "f": "FUTURE_REF"}[way]
        return Reading(match.start(), match.end(), "DATE", value=value)
    amount = _amount(grammar, match)
    if amount is None:
        return None
    number, unit = amount
    way_at = match.start("way")
    way = match.group("way")
    from_now = grammar.tokens.values[way_at] == "now"
    sign = 1 if way == "f" else -1
    mod = grammar.mod_of(match)
    if not number.isdigit():
        value = "FUTURE_REF" if sign > 0 else "PAST_REF"
        return Reading(match.start(), match.end(), "DATE", value=value, mod=mod)
    if int(number) > 9_999:
        return None
    if unit == "2W":
        number, unit = str(2 * int(number)), "W"
    if unit == "DE":
        number, unit = str(10 * int(number)), "Y"
    if unit == "CE":
        number, unit = str(100 * int(number)), "Y"
    anchor = "ref" if way == "g" or from_now else "prev"
    if unit.startswith("T") and anchor == "prev":
        return Reading(match.start(), match.end(), "DURATION", value=duration_value(number, unit), mod=mod)
    if unit == "Y" and number == "1" and not from_now and way != "f":
        return _date(match, "shift:-1:Y:~", anchor="quarter", mod=mod)
    return _date(match, f"shift:{sign * int(number)}:{unit}", anchor=anchor, mod=mod)


@_rule(r"u-?[gb](?=[^u])")
def _year_earlier(grammar: Grammar, match: Match) -> Reading | None:
    """Read "year-earlier profit"."""
    if grammar.text_at(match.start()) != "Y":
        return None
    return _date(match, "shift:-1:Y:~", anchor="quarter")


# --- durations and sets -----------------------------------------------------------------------------------------------


@_rule(r"t?[rC]U", r"t[vP]U", r"rU", r"CU")
def _recent_units(grammar: Grammar, match: Match) -> Reading | None:
    """Read "recent years", "the coming months"."""
    index = grammar.find(match, "rCvP")
    assert index is not None
    value = "FUTURE_REF" if grammar.codes[index] == "C" else "PAST_REF"
    return Reading(match.start(), match.end(), "DATE", value=value)


@_rule(
    rf"(?:t?[lPxCwoE]|h[lPx]?|t)?[Aα]?{_AMOUNT}",
    r"(?:t?[lPxC]|h[lPx]?)(?P<count>q?)(?P<range>)j?(?P<unit>U)(?P<half>)",
    r"(?:t?[lP])(?P<count>q)(?P<range>)(?P<unit>u)(?P<half>)",
)
def _duration(grammar: Grammar, match: Match) -> Reading | None:
    """Read "two-week", "more than a decade", "the past two months", "2 1/2 years", "a minute and a half"."""
    if not match.group("count"):
        unit = grammar.text_at(match.start("unit"))
        return Reading(
            match.start(), match.end(), "DURATION", value=duration_value("X", unit), mod=grammar.mod_of(match)
        )
    amount = _amount(grammar, match)
    # An age is no time expression: "a 6-year-old boy", "52 years old".
    if amount is None or re.match(r"-?O", grammar.codes[match.end() : match.end() + 2]):
        return None
    number, unit = amount
    if match.group("count") == "a" and unit in {"Q", "TS"}:
        return None
    if unit == "Q" and match.group() == match.group("count") + "-" + match.group("unit"):
        return None  # "three-quarters"
    value, mod = duration_value(number, unit), grammar.mod_of(match)
    if grammar.has_before(match.start(), _TIMES_A):
        return Reading(match.start(), match.end(), "SET", value=value)
    before = grammar.codes[match.start() : match.start("count")].strip("thAα")
    steps: tuple[str, ...] = ()
    if number.isdigit() and unit in {"D", "W", "M", "Y", "DE", "Q"} and before in {"l", "P", "x", "C"}:
        # "The past two years" end now, "the next two years" begin now.
        steps = (f"span:{'-' if before in {'l', 'P'} else '+'}{number}:{unit}",)
    return Reading(match.start(), match.end(), "DURATION", value=value, steps=steps, mod=mod)


@_rule(r"U&U", r"U")
def _vague_duration(grammar: Grammar, match: Match) -> Reading | None:
    """Read "years", "weeks or months"."""
    unit = grammar.text_at(match.start())
    # "quarters" are fractions oftener than times, "seconds" and "minutes" are papers and courses, "52 years old" is
    # an age.
    if unit in {"Q", "TS", "TM", "TH"} or re.match(r"-?O", grammar.codes[match.end() : match.end() + 2]):
        return None
    return Reading(match.start(), match.end(), "DURATION", value=duration_value("X", unit))


@_rule(r"e(?:n|o)?j?[uU]", r"εu", r"S")
def _set(grammar: Grammar, match: Match) -> Reading | None:
    """Read "every day", "every two weeks", "daily"."""
    if match.group() == "S":
        return Reading(match.start(), match.end(), "SET", value=grammar.text_at(match.start()))
    number_at = grammar.find(match, "no")
    number = grammar.int_at(number_at) if number_at is not None else 1
    return Reading(
        match.start(), match.end(), "SET", value=duration_value(str(number), grammar.text_at(match.end() - 1))
    )


@_rule(r"R", r"@", r"Q", r"V", r"tP(?![nqUu])")
def _reference(grammar: Grammar, match: Match) -> Reading | None:
    """Read "now", "recently", "the past"."""
    code = match.group()
    if code == "tP":
        return Reading(match.start(), match.end(), "DATE", value="PAST_REF")
    return Reading(
        match.start(), match.end(), "DURATION" if code == "V" else "DATE", value=grammar.text_at(match.start())
    )


_NAMED_GROUP = re.compile(r"\?P<\w+>")
#: Where any rule can match, found in one search.
_INTERESTING = re.compile("(?=" + "|".join(_NAMED_GROUP.sub("?:", pattern.pattern) for _, pattern, _ in _RULES) + ")")
