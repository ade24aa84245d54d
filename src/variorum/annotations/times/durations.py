"""Durations, sets, and words that are a reference by themselves: "two weeks", "daily", "recently"."""

from __future__ import annotations

import re

from variorum.annotations.times.amounts import AMOUNT, duration_value, read_amount
from variorum.annotations.times.readings import Grammar, Match, Reading, Rules

RULES = Rules()


#: "Will one day" is no length of time.
_MAY = frozenset({"will", "would", "could", "may", "might", "can", "should"})
_SOME_TIME = re.compile(r"some time (?:next|last|this|in|on|before|after|around|between)\b", re.IGNORECASE)
#: Words after which "hours" and "minutes" are a length of time: "for hours", "within minutes".
_LASTING = frozenset({"for", "within", "after", "lasted", "took", "takes", "in"})
_TIMES_A = frozenset({"once", "twice", "thrice", "times"})


@RULES.add(r"t?[rC]U", r"t[vP]U", r"rU", r"CU", r"PU")
def _recent_units(grammar: Grammar, match: Match) -> Reading | None:
    """Read "recent years", "the coming months"."""
    index = grammar.find(match, "rCvP")
    assert index is not None
    if grammar.text_at(index) == "few":
        return None  # "the past few weeks" are a length of time
    value = "FUTURE_REF" if grammar.codes[index] == "C" else "PAST_REF"
    return Reading(match.start(), match.end(), "DATE", value=value)


@RULES.add(
    rf"(?:t?[lPxCwoE]|h[lPx]?|t)?[Aα]?{AMOUNT}",
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
    amount = read_amount(grammar, match)
    if grammar.is_title(match.start("count"), match.start("unit")):
        return None
    if grammar.names_war(match.end()):
        return None
    # An age is no time expression: "a 6-year-old boy", "52 years old".
    if amount is None or grammar.is_age(match.end()):
        return None
    number, unit = amount
    if match.group("count") == "a" and unit in {"Q", "TS"}:
        return None
    if unit == "Q" and match.group().lstrip("Aα") == match.group("count") + "-" + match.group("unit"):
        return None  # "three-quarters"
    value, mod = duration_value(number, unit), grammar.mod_of(match)
    if match.group() == "nu" and grammar.has_before(match.start(), _MAY):
        return Reading(match.start(), match.end(), "DATE", value="FUTURE_REF")
    if match.group() == "au" and grammar.counts_before(match.start()):
        return Reading(match.start(), match.end(), "SET", value=value)
    if grammar.has_before(match.start(), _TIMES_A):
        return Reading(match.start(), match.end(), "SET", value=value)
    before = grammar.codes[match.start() : match.start("count")].strip("thAα")
    steps: tuple[str, ...] = ()
    of = before == "l" and grammar.codes[match.end() : match.end() + 1] == "F"  # "the last three days of the fair"
    if number.isdigit() and unit in {"D", "W", "M", "Y", "DE", "Q"} and before in {"l", "P", "x", "C"} and not of:
        # "The past two years" end now, "the next two years" begin now.
        steps = (f"span:{'-' if before in {'l', 'P'} else '+'}{number}:{unit}",)
    return Reading(_first_of(grammar, match), match.end(), "DURATION", value=value, steps=steps, mod=mod)


def _first_of(grammar: Grammar, match: Match) -> int:
    """Return the first token of a duration: without the article of "the two-week visit", without "about"."""
    first = match.start()
    if re.match(r"tn-?u", match.group()):
        first += 1
    if grammar.codes[first] == "A" and grammar.text_at(first) == "APPROX":
        first += 1
    return first


@RULES.add(r"U&U", r"U(?!-O|F[MYWd])")
def _vague_duration(grammar: Grammar, match: Match) -> Reading | None:
    """Read "years", "weeks or months"."""
    unit = grammar.text_at(match.start())
    # "quarters" are fractions oftener than times, "seconds" and "minutes" are papers and courses, "52 years old" is
    # an age.
    counted = unit in {"TM", "TH"} and (
        grammar.has_before(match.start(), _LASTING) or grammar.codes[match.end() : match.end() + 1] in {"β", "φ"}
    )
    if (unit in {"Q", "TS", "TM", "TH"} and not counted) or grammar.is_age(match.end()):
        return None
    return Reading(match.start(), match.end(), "DURATION", value=duration_value("X", unit))


@RULES.add(r"[uU]-O")
def _unit_long(grammar: Grammar, match: Match) -> Reading | None:
    """Read "day-long", "decades-long"."""
    if grammar.is_age(match.start() + 1):
        return None
    number = "1" if grammar.codes[match.start()] == "u" else "X"
    value = duration_value(number, grammar.text_at(match.start()))
    return Reading(match.start(), match.end(), "DURATION", value=value)


@RULES.add(r"e(?:n|o)?j?[uU]", r"εu", r"S")
def _set(grammar: Grammar, match: Match) -> Reading | None:
    """Read "every day", "every two weeks", "daily"."""
    if match.group() == "S":
        if grammar.names_paper(match.start()):
            return None
        return Reading(match.start(), match.end(), "SET", value=grammar.text_at(match.start()))
    number_at = grammar.find(match, "no")
    number = grammar.int_at(number_at if number_at is not None else match.start()) or 1
    return Reading(
        match.start(), match.end(), "SET", value=duration_value(str(number), grammar.text_at(match.end() - 1))
    )


@RULES.add(r"R", r"@", r"Q", r"V", r"tP(?![nqUu])")
def _reference(grammar: Grammar, match: Match) -> Reading | None:
    """Read "now", "recently", "the past"."""
    code = match.group()
    if code == "V" and _SOME_TIME.match(grammar.tokens.text, grammar.tokens.starts[match.start()]):
        return None  # "some time next year"
    if code == "tP":
        return Reading(match.start(), match.end(), "DATE", value="PAST_REF")
    return Reading(
        match.start(), match.end(), "DURATION" if code == "V" else "DATE", value=grammar.text_at(match.start())
    )
