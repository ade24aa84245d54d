"""Names of the calendar: weekdays, dates, months, years, decades and centuries."""

from __future__ import annotations

import re
from datetime import date

from variorum.annotations.times.points import Point
from variorum.annotations.times.readings import OPEN, Grammar, Match, Reading, Rules, dated
from variorum.annotations.times.resolution import follow_steps
from variorum.annotations.times.tokens import full_year

RULES = Rules()
#: Most weeks that a day is told back by its name.
_MOST_WEEKS = 52


@RULES.add(r"nXg")
def _weekdays_ago(grammar: Grammar, match: Match) -> Reading | None:
    """Read "two Fridays ago": the one before the last."""
    number = grammar.int_at(match.start())
    if not 1 <= number <= _MOST_WEEKS:
        return None
    return dated(match, f"wd:{grammar.int_at(match.start() + 1)}:<<", f"shift:-{number - 1}:W:D")


@RULES.add(r"(?<!n)XΠ?", r"WΠ", r"eWp?", r"e[psk]", r"e[M]", r"eXp?")
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

_HOURS, _MINUTES = 24, 60
_LONGEST_MONTH = 31
_MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


#: What follows the first day of a range whose year stands at its end.
TO_YEAR = re.compile(r"(?:,[no]){0,5}(?:,?&|-)[no],?Y")


#: "From November to February 2029", "May and June 2029": what follows a month whose year stands at the end.
_MONTH_RANGE = re.compile(r"[&-](?:[ELD]-?)?M,?Y")


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _day_of(grammar: Grammar, index: int, month: int) -> int | None:
    """Return the number of a token where it can be a day of the month; "31 November" is none."""
    value = grammar.tokens.values[index]
    return value if isinstance(value, int) and 1 <= value <= _MONTH_LENGTHS[month - 1] else None


def month_date(grammar: Grammar, match: Match, month_at: int, day_at: int, year_at: int | None) -> Reading | None:
    """Make the date of a month, a day and perhaps a year."""
    month = grammar.int_at(month_at)
    day = _day_of(grammar, day_at, month)
    if day is None:
        return None
    mod = grammar.mod_of(match)
    weekday_at = grammar.find(match, "W")
    if year_at is None and weekday_at is not None:
        return dated(match, f"mdw:{month:02d}-{day:02d}:{grammar.int_at(weekday_at)}", mod=mod)
    if year_at is None:
        return dated(match, f"md:{month:02d}-{day:02d}:{OPEN}", mod=mod)
    year = grammar.int_at(year_at)
    if (month, day) == (2, 29) and not _is_leap(year):
        return None
    return Reading(match.start(), match.end(), "DATE", value=f"{year:04d}-{month:02d}-{day:02d}", mod=mod)


@RULES.add(r"t?[ol]Wi?F?(?:M(?:,?Y)?|[hlx]u)")
def _weekday_of_month(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the first Monday in May", "the last Friday of this month"."""
    weekday_at, which_at = grammar.find(match, "W"), grammar.find(match, "ol")
    assert weekday_at is not None
    assert which_at is not None
    which = grammar.int_at(which_at) if grammar.codes[which_at] == "o" else -1
    month_at, year_at = grammar.find(match, "M"), grammar.find(match, "Y")
    if not -2 < which < 6 or (month_at is None and grammar.text_at(match.end() - 1) != "M"):
        return None
    step = f"nth:{which}:{grammar.int_at(weekday_at)}"
    if month_at is None:
        relation = relation_steps(grammar, match.end() - 2)
        assert relation is not None
        return dated(match, relation[0], step)
    month = grammar.int_at(month_at)
    if year_at is None:
        return dated(match, f"mon:{month}:{OPEN}", step)
    first = date(grammar.int_at(year_at), month, 1)
    return Reading(match.start(), match.end(), "DATE", value=follow_steps([step], Point("", first, "M")))


@RULES.add(r"(?:(?:h[Cx]?)?W,?)?[AELbf]?M[no](?:,?Y(?!Z)|(?![%:]))")
def _month_day(grammar: Grammar, match: Match) -> Reading | None:
    """Read "July 24", "Wednesday, July 24, 2024", "Oct. 7, 2023"."""
    month_at = match.group().index("M") + match.start()
    year_at = grammar.find(match, "Y")
    if year_at is None and grammar.codes[match.end() : match.end() + 2] in {"li", "hu"}:
        return None
    if year_at is None and grammar.codes[month_at + 1] == "n" and grammar.counts_something(month_at + 1):
        return None  # "in October nine people drowned"
    if year_at is None and (ranged := TO_YEAR.match(grammar.codes, match.end())):
        year_at = ranged.end() - 1  # "April 24-25, 1999"
    return month_date(grammar, match, month_at, month_at + 1, year_at)


@RULES.add(r"(?:W,?)?t?[no]F?M(?:,?Y)?", r"(?:W,?)t?o(?=[^uU])")
def _day_month(grammar: Grammar, match: Match) -> Reading | None:
    """Read "24 July 2024", "the 5th of November", "Friday the 13th" (a weekday alone)."""
    if "M" not in match.group():
        return None
    month_at = match.group().index("M") + match.start()
    day_at = grammar.find(match, "no")
    assert day_at is not None
    return month_date(grammar, match, month_at, day_at, grammar.find(match, "Y"))


@RULES.add(r"to(?=&to)", r"(?<=to&)to")
def _days_of_month(grammar: Grammar, match: Match) -> Reading | None:
    """Read both days of "from the 12th to the 14th"."""
    first = match.start() if grammar.codes[match.end() : match.end() + 1] == "&" else match.start() - 3
    numbers = [grammar.tokens.text[grammar.tokens.starts[at]] for at in (first + 1, first + 4)]
    day = grammar.int_at(match.end() - 1)
    # "From the 5th to the 9th century", "the first to the third"
    counts = grammar.codes[first + 5 : first + 6] in {"u", "U", "j", "s", "m"}
    named = grammar.has_before(first, frozenset({"from", "between"}))
    if not named or counts or not all(number.isdigit() for number in numbers) or not 1 <= day <= _LONGEST_MONTH:
        return None
    return dated(match, f"dom:{day}:{OPEN}")


@RULES.add(r"(?<=i)to")
def _day_of_month(grammar: Grammar, match: Match) -> Reading | None:
    """Read "on the 12th", where nothing follows that it could number."""
    text, end = grammar.tokens.text, grammar.tokens.ends[match.end() - 1]
    digits = text[grammar.tokens.starts[match.end() - 1] : end]
    if not digits[0].isdigit() or text[end : end + 1] not in {".", ",", ";", ""}:
        return None
    day = grammar.int_at(match.end() - 1)
    return dated(match, f"dom:{day}:{OPEN}") if 1 <= day <= _LONGEST_MONTH else None


@RULES.add(r"d")
def _numeric_date(grammar: Grammar, match: Match) -> Reading | None:
    """Read "2024-07-24", "2024-07-24T14:30:00Z" (ISO 8601)."""
    value, _, clock = grammar.text_at(match.start()).partition("T")
    year, month, day = int(value[:4]), int(value[5:7]), int(value[8:])
    if not year or not 1 <= month <= 12 or not 1 <= day <= _MONTH_LENGTHS[month - 1]:
        return None
    if (month, day) == (2, 29) and not _is_leap(year):
        return None
    if clock and int(clock[:2]) < _HOURS and int(clock[3:5]) < _MINUTES:
        zone = "UTC" if clock.endswith("Z") else clock[-6:] if clock[-6:-5] in {"+", "-"} else None
        return Reading(match.start(), match.end(), "TIME", value=f"{value}T{clock[:5]}", zone=zone)
    return Reading(match.start(), match.end(), "DATE", value=value)


@RULES.add(r"/")
def _slashed_date(grammar: Grammar, match: Match) -> Reading | None:
    """Read "24/07/2024"; where day and month could change places, the year alone is said."""
    first, second, year_text = grammar.text_at(match.start()).split("/")
    one, two, year = int(first), int(second), int(year_text)
    if len(year_text) == 2:
        year = full_year(year)
    readings = [(m, d) for m, d in {(one, two), (two, one)} if 1 <= m <= 12 and 1 <= d <= _MONTH_LENGTHS[m - 1]]
    if not readings or year < 1:
        return None
    if len(readings) == 2:
        return Reading(match.start(), match.end(), "DATE", value=f"{year:04d}-XX-XX")
    month, day = readings[0]
    if (month, day) == (2, 29) and not _is_leap(year):
        return None
    return Reading(match.start(), match.end(), "DATE", value=f"{year:04d}-{month:02d}-{day:02d}")


@RULES.add(r"(?:[AELbf]D?-?|D-?)?MF?,?Y")
def _month_year(grammar: Grammar, match: Match) -> Reading | None:
    """Read "March 2023", "late November 2016", "mid-May 1998"."""
    month_at, year_at = grammar.find(match, "M"), grammar.find(match, "Y")
    assert month_at is not None
    assert year_at is not None
    if _beside_no_day(grammar, month_at, grammar.int_at(month_at), grammar.int_at(year_at)):
        return None
    value = f"{grammar.int_at(year_at):04d}-{grammar.int_at(month_at):02d}"
    return Reading(match.start(), match.end(), "DATE", value=value, mod=grammar.mod_of(match))


def relation_steps(grammar: Grammar, index: int) -> tuple[str, str] | None:
    """Return step and anchor of a determiner before a unit: "last year", "the following month", "that day"."""
    code = grammar.codes[index]
    unit = grammar.text_at(index + 1)
    amount, anchor = {
        "l": (-1, "ref"), "P": (-1, "ref"), "v": (-1, "prev"), "x": (1, "ref"), "C": (1, "ref"), "w": (1, "prev"),
        "h": (0, "ref"), "c": (0, "ref"), "H": (0, "prev"), "J": (0, "ref"),
    }[code]  # fmt: skip
    return f"shift:{amount}:{unit}", anchor


@RULES.add(r"(?:[ELDBNbf]-?)?MF?[lxhvP]u", r"[Ms]F(?:t[vw]|H)u")
def _month_of_year(grammar: Grammar, match: Match) -> Reading | None:
    """Read "March of last year", "January this year"."""
    month_at = grammar.find(match, "Ms")
    assert month_at is not None
    if grammar.text_at(match.end() - 1) != "Y":
        return None
    relation = relation_steps(grammar, match.end() - 2)
    assert relation is not None
    inner = (
        f"mon:{grammar.int_at(month_at)}:=" if grammar.codes[month_at] == "M" else f"sea:{grammar.text_at(month_at)}:="
    )
    return dated(match, relation[0], inner, anchor=relation[1], mod=grammar.mod_of(match))


@RULES.add(r"(?:h[CP]|[lxhPb])[ELD]?-?M(?![no])", r"[bELDA]-?M", r"M")
def _month(grammar: Grammar, match: Match) -> Reading | None:
    """Read "October", "last April", "this September", "mid-November"."""
    month = grammar.int_at(match.end() - 1)
    year = grammar.int_at(match.end()) if grammar.codes[match.end() : match.end() + 1] == "Y" else 2000
    if _beside_no_day(grammar, match.end() - 1, month, year):
        return None
    if len(match.group()) == 1 and (ranged := _MONTH_RANGE.match(grammar.codes, match.end())):
        last = next(at for at in range(match.end(), ranged.end()) if grammar.codes[at] == "M")
        year = grammar.int_at(ranged.end() - 1) - (grammar.int_at(last) < month)
        return Reading(match.start(), match.end(), "DATE", value=f"{year:04d}-{month:02d}")
    before = grammar.codes[match.start()]
    if before == "h" and not match.group().startswith(("hC", "hP")):
        return dated(match, "shift:0:Y", f"mon:{month}:=")
    direction = {"l": "<<", "P": "<<", "x": ">>", "h": "<<" if match.group().startswith("hP") else ">>"}.get(
        before, OPEN
    )
    return dated(match, f"mon:{month}:{direction}", mod=grammar.mod_of(match))


@RULES.add(r"(?:h[CPx]|t?[vw]|[lxPhH])?[ELbf]?W(?P<part>p)?", r"pi?W")
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


def _beside_no_day(grammar: Grammar, index: int, month: int, year: int = 2000) -> bool:
    """Say whether a day that the month does not have stands beside it ("31 November"): then nothing is said at all."""
    length = 28 if month == 2 and not _is_leap(year) else _MONTH_LENGTHS[month - 1]
    of = grammar.codes[max(0, index - 1) : index] == "F"  # "the 31st of April"
    for other in (index - 2 if of else index - 1, index + 1):
        if 0 <= other < len(grammar.codes) and grammar.codes[other] in "no" and length < grammar.int_at(other) < 40:
            return True
    return False
