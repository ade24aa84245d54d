"""Clock times and parts of the day: "10 p.m. Wednesday", "this morning", "late yesterday"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from variorum.annotations.times.hours import LEADS, NOON, SPOKEN, read_clock, read_military
from variorum.annotations.times.points import Point
from variorum.annotations.times.readings import OPEN, Grammar, Match, Reading, Rules, dated
from variorum.annotations.times.resolution import follow_steps
from variorum.annotations.times.values import interval_of_value
from variorum.model.intervals import Granularity

RULES = Rules()
_AFTER_CLOCK = re.compile(r",?i?")
_BEFORE = frozenset({"before", "until", "till", "by"})
_FROM = frozenset({"from", "between"})
_HALF_DAY = 12 * 60
_AT = frozenset({"at"})
#: Verbs and nouns of what stands at a figure: "the toll stood at nine on Saturday".
_AT_LEVEL = re.compile(
    r"\b(?:st(?:ood|ands?|anding)|put|puts|remain(?:ed|s)?|set|toll|count|number|figure|total|rates?|price[ds]?|kept|held"
    r"|leaving|unchanged|steady|level|aged?|estimated|capped|limited|room|gate|no|platform|top|ranked|seeded) "
    r"(?:[a-z]+ )?(?:at|from|by|to) $",
    re.IGNORECASE,
)


@RULES.add(r"z\.W&W")
def _midnight_between(grammar: Grammar, match: Match) -> Reading | None:
    """Read "midnight between Friday and Saturday": the end of the Friday."""
    if grammar.word_at(match.start() + 1) != "between" or grammar.text_at(match.start()) != "24:00":
        return None
    steps = (f"wd:{grammar.int_at(match.start() + 2)}:{OPEN}", "clock:24:00")
    return Reading(match.start(), match.end(), "TIME", steps=steps)


@RULES.add(rf"[Aα]?{SPOKEN}", r"[Aα]?(?:z|:|n(?=%|itp|ip))")
def _clock_time(grammar: Grammar, match: Match) -> Reading | None:
    """Read "10 p.m. Wednesday", "15:00 GMT Saturday", "noon", "4 in the morning", "half past nine on Tuesday"."""
    read = read_clock(grammar, match.start() + (match.group()[0] in "Aα"))
    return _with_day(grammar, match, *read) if read else None


@RULES.add(r"[n:](?=[&-][n:]%)")
def _first_hour(grammar: Grammar, match: Match) -> Reading | None:
    """Read the first hour of "from 9 to 11 a.m.": of the same half of the day where it is the earlier one."""
    first, last = (_minutes(grammar, at) for at in (match.start(), match.start() + 2))
    joined = grammar.codes[match.start() + 1] == "-" or grammar.has_before(match.start(), _FROM)
    if first is None or last is None or not joined:
        return None
    afternoon = (grammar.text_at(match.start() + 3) == "PM") == (first % _HALF_DAY < last % _HALF_DAY)
    minutes = first % _HALF_DAY + (_HALF_DAY if afternoon else 0)
    steps = ("shift:0:D", f"clock:{minutes // 60:02d}:{minutes % 60:02d}")
    return Reading(match.start(), match.end(), "TIME", steps=steps, anchor="day")


def _minutes(grammar: Grammar, index: int) -> int | None:
    """Return the minutes after midnight of an hour in figures, None where it is none of twelve."""
    value = grammar.tokens.values[index]
    if isinstance(value, str):
        value = int(value[:2]) + int(value[3:]) / 60
    return round(60 * value) if isinstance(value, int | float) and 1 <= value < NOON + 1 else None


@RULES.add(r"[nY](?=Z)", r"[nY]U")
def _military_time(grammar: Grammar, match: Match) -> Reading | None:
    """Read "1300 GMT", "0620 EDT on Saturday", "0700 hours"."""
    clock = read_military(grammar, match.start())
    hours = match.group()[-1] == "U"
    if clock is None or (hours and not _tells_hour(grammar, match)):
        return None
    return _with_day(grammar, match, clock, match.end())


def _tells_hour(grammar: Grammar, match: Match) -> bool:
    """Say whether "0700 hours" is an hour of the day and no length: a zero before it, or "at"."""
    begins = grammar.tokens.text[grammar.tokens.starts[match.start()]] == "0"
    return grammar.word_at(match.end() - 1) == "hours" and (begins or grammar.has_before(match.start(), LEADS))


@RULES.add(r"[nz](?=i?[WThHl])", r"n(?=i[WthHlELD])")
def _bare_hour(grammar: Grammar, match: Match) -> Reading | None:
    """Read "at six on Monday evening", "at 9 this morning", "at seven that evening", "at 9 on Saturday"."""
    hour, start = grammar.int_at(match.start()), grammar.tokens.starts[match.start()]
    if not 1 <= hour <= NOON or not grammar.has_before(match.start(), LEADS):
        return None
    if _AT_LEVEL.search(grammar.tokens.text, max(0, start - 40), start):
        return None
    link = grammar.codes[match.end()] == "i"
    day = grammar.read_at(match.end() + link)
    if day is None or (link and grammar.word_at(match.end()) != "on"):
        return None
    clock = f"{hour:02d}:00"
    if day.type == "TIME":
        later = _in_part(day, clock, None, None)
        return replace(later, start=match.start()) if later else None
    if link and day.steps and is_day(day) and grammar.has_before(match.start(), _AT):
        return replace(day, start=match.start(), type="TIME", steps=(*day.steps, "clock:" + clock))
    return None


def _with_day(grammar: Grammar, match: Match, clock: str, index: int) -> Reading:
    """Make the reading of a clock time, with the zone and the day that follow it."""
    zone, mod = None, grammar.mod_of(match)
    if grammar.codes[index : index + 1] == "Z":
        zone = grammar.text_at(index) or None
        index += 1
        if zone and (offset := grammar.offset_at(index)):
            zone, index = offset, index + 2
    following = _AFTER_CLOCK.match(grammar.codes, index)
    reading = grammar.read_at(following.end()) if following and following.end() < len(grammar.codes) else None
    if reading and reading.type == "TIME" and (later := _in_part(reading, clock, mod, zone)):
        return replace(later, start=match.start())
    if reading and reading.steps and reading.steps[0].split(":")[0] in {"wd", "md", "shift", "hol"} and is_day(reading):
        either = (
            grammar.codes[match.end() - 1] == "z"
            and clock == "24:00"
            and not grammar.has_before(match.start(), _BEFORE)
        )
        steps, anchor = (*reading.steps, "midnight" if either else "clock:" + clock), reading.anchor
        return Reading(match.start(), reading.end, "TIME", steps=steps, anchor=anchor, mod=mod, zone=zone)
    if reading and re.fullmatch(r"\d{4}-\d\d-\d\d", reading.value):
        return Reading(match.start(), reading.end, "TIME", value=f"{reading.value}T{clock}", mod=mod, zone=zone)
    steps = ("shift:0:D", "clock:" + clock)
    return Reading(match.start(), index, "TIME", steps=steps, anchor="day", mod=mod, zone=zone)


def _in_part(part: Reading, clock: str, mod: str | None, zone: str | None) -> Reading | None:
    """Read the clock of "10 o'clock this morning", "7:30 tomorrow evening"."""
    if not part.steps or not part.steps[-1].startswith("part:"):
        return None
    hour, minute = clock.split(":")
    if part.steps[-1][5:] in {"AF", "EV", "NI"} and 1 <= int(hour) < NOON:
        clock = f"{int(hour) + NOON:02d}:{minute}"
    return replace(part, steps=(*part.steps[:-1], "clock:" + clock), mod=mod, zone=zone)


def is_day(reading: Reading) -> bool:
    """Say whether the steps of a reading end at a day."""
    last = reading.steps[-1].split(":")
    return last[0] in {"wd", "md", "mdw", "hol"} or (last[0] == "shift" and last[2] == "D")


#: What leads from a night to the day that it ends on: "the night to Tuesday", "overnight into Tuesday".
_NIGHT_TO = frozenset({"to", "into", "-", "–"})


@RULES.add(r"t?p(?:[&.]|[F.](?:W|n)[&.-])(?=W|[no]F?M)", r"t?p[F.]Mn[&.-](?=n)", r"t?p[&.](?=Mn|to)")
def _night_to(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the night to Tuesday", "overnight from Monday to Tuesday": the night that begins the day before."""
    part_at = grammar.find(match, "p")
    assert part_at is not None
    if grammar.text_at(part_at) != "NI" or grammar.word_at(match.end() - 1) not in _NIGHT_TO:
        return None
    day = grammar.read_at(match.end(), dates_only=True)
    if day is None:
        return None
    if day.steps and is_day(day):
        return replace(day, start=match.start(), type="TIME", steps=(*day.steps, "shift:-1:D", "part:NI"))
    interval = interval_of_value(day.value)
    if interval is None or interval.granularity is not Granularity.DAY or interval.begin is None:
        return None
    eve = follow_steps(["shift:-1:D", "part:NI"], Point(day.value, interval.begin.date(), "D"))
    return replace(day, start=match.start(), type="TIME", value=eve)


@RULES.add(r"[bf]?[hH]p", r"(?:[ELD]-?)?hp")
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


@RULES.add(r"[ELD]-?p(?![FTΠWM]|i[WM])")
def _late_part(grammar: Grammar, match: Match) -> Reading:
    """Read "late afternoon", "mid-morning": of the day that is spoken of."""
    part = grammar.text_at(match.end() - 1)
    steps = ("shift:0:D", "part:" + part)
    return Reading(match.start(), match.end(), "TIME", steps=steps, anchor="day", mod=grammar.mod_of(match))


#: Words that lead to a part of the day besides "in", "on" and "at": "by the evening".
_LEADING = frozenset({"by", "during", "until", "till", "throughout", "into", "through"})


@RULES.add(r"tp(?![FTΠWM]|i[WM])")
def _the_part(grammar: Grammar, match: Match) -> Reading | None:
    """Read "in the afternoon": of the day that is spoken of; "she works in the evening" is of none."""
    led = grammar.codes[max(0, match.start() - 1) : match.start()] == "i"
    if not led and not grammar.has_before(match.start(), _LEADING):
        return None
    steps = ("shift:0:D", "part:" + grammar.text_at(match.end() - 1))
    return Reading(match.start(), match.end(), "TIME", steps=steps, anchor="named")


#: Parts of the day that "at" leads to: "on Friday, at dawn".
_AT_PARTS = frozenset({"dawn", "dusk", "daybreak", "nightfall", "sunrise", "sunset", "lunchtime"})


@RULES.add(r"(?<=i)p(?![FTΠWM]|i[WM])")
def _at_dawn(grammar: Grammar, match: Match) -> Reading | None:
    """Read "at dawn": of the day that is spoken of."""
    if grammar.word_at(match.start()) not in _AT_PARTS or grammar.word_at(match.start() - 1) != "at":
        return None
    steps = ("shift:0:D", "part:" + grammar.text_at(match.start()))
    return Reading(match.start(), match.end(), "TIME", steps=steps, anchor="named")


@RULES.add(r"p(?![FTΠWM]|i[WM])")
def _overnight(grammar: Grammar, match: Match) -> Reading | None:
    """Read "overnight": the night before the report, or the one to come: "will be counted overnight"."""
    if grammar.word_at(match.start()) != "overnight":
        return None
    return Reading(match.start(), match.end(), "TIME", steps=(f"ovn:{OPEN}", "part:NI"))


@RULES.add(r"lp", r"t?[wxv]p")
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


@RULES.add(r"t?(?:[ELD]-?)?pF")
def _part_of(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the evening of July 24"."""
    inner = grammar.read_at(match.end())
    index = grammar.find(match, "p")
    if inner is None or index is None:
        return None
    part = grammar.text_at(index)
    if inner.type == "TIME" and part == "MO" and inner.steps and inner.steps[-1] == "part:MO":
        return replace(inner, start=match.start())  # "the small hours of Monday morning"
    if inner.type != "DATE":
        return None
    if inner.steps and is_day(inner):
        return replace(inner, start=match.start(), type="TIME", steps=(*inner.steps, "part:" + part))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", inner.value):
        return replace(inner, start=match.start(), type="TIME", value=f"{inner.value}T{part}")
    return None


@RULES.add(r"[ELD]-?pT", r"pT", r"[ELbf]?Tp?")
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
    return dated(match, *steps, mod=mod)
