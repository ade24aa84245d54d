"""Years, decades and centuries: "mid-1996", "fiscal 1989", "the late 1970s", "the 20th century"."""

from __future__ import annotations

import re

from variorum.annotations.times.readings import Grammar, Match, Reading, Rules

RULES = Rules()


@RULES.add(r"[ELD]-?Y", r"tuY", r"tun(?=[^uU])", r"t?\$u?Y", r"t?Y'?[K]", r"Y")
def _year(grammar: Grammar, match: Match) -> Reading | None:
    """Read "2016", "mid-1996", "the year 2000", "fiscal 1989", "fiscal year 1989"."""
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
    if grammar.is_before_christ(index + 1) or grammar.is_count(index):
        return False
    if grammar.is_part(index) or grammar.is_of_row(index) or grammar.is_address(index) or grammar.is_level(index):
        return False
    if codes[index + 1 : index + 2] in {"u", "U", "j", "%", "n", "Y"} and codes[index + 1 : index + 2]:
        return False
    text_start = grammar.tokens.starts[index]
    plausible = 1500 <= year < 2100 or codes[max(0, index - 1) : index] == "i"
    return plausible and not grammar.is_money(text_start)


_CENTURY = 100
_MONTHS = 12
#: Most years of a range whose second year is shortened.
_LONGEST_RANGE = 60


@RULES.add(r"(?<=Y-)n(?![-:uUjMp%K\d])", r"(?<=Y\.)n(?![-:uUjMp%K\d])")
def _shortened_year(grammar: Grammar, match: Match) -> Reading | None:
    """Read the second year of "2014-18", "2023/24"; "2014-09" may be a month of 2014."""
    first, digits = grammar.int_at(match.start() - 2), grammar.word_at(match.start())
    join = grammar.word_at(match.start() - 1)
    if not re.fullmatch(r"\d\d", digits) or join not in {"-", "–", "/"} or grammar.is_split(match.start() - 1):
        return None
    years = (int(digits) - first) % _CENTURY
    if not 0 < years <= _LONGEST_RANGE or (years > 1 and (join == "/" or (join == "-" and int(digits) <= _MONTHS))):
        return None
    return Reading(match.start(), match.end(), "DATE", value=f"{first + years:04d}")


_TENS = 10
#: What is counted in tens: degrees, ages, points.
_MEASURED = re.compile(
    r"\b(?:temperatures?|highs?|lows?|degrees|mercury|(?:wo)?m[ae]n|people|patients|victims|person|aged?|scores?|scored)\b"
    r"[^.;!?\n]*$",
    re.IGNORECASE,
)
#: How far before the tens that may stand, in characters.
_NEAR = 60
_WHOSE = frozenset({"his", "her", "their", "my", "your", "our", "its"})


@RULES.add(r"t?(?:[ELDBN](?:F?t)?-?)?G")
def _decade(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the 1990s", "the late 1970s", "the nineties"."""
    number = grammar.int_at(match.end() - 1)
    first = match.start() - (grammar.codes[match.start() - 1 : match.start()] in {"E", "L", "D"})
    if grammar.has_before(match.start(), _WHOSE) or grammar.has_before(first, _WHOSE):
        return None  # "in his late 30s"
    start = grammar.tokens.starts[match.start()]
    if number < _TENS and _MEASURED.search(grammar.tokens.text, max(0, start - _NEAR), start):
        return None  # "highs in the 30s"
    if number % 10 == 0 and 100 < number < 200:
        # "The 1800s" are the century.
        return Reading(match.start(), match.end(), "DATE", value=f"{number // 10:02d}", mod=grammar.mod_of(match))
    return Reading(
        match.start(),
        match.end(),
        "DATE",
        value=f"{number if number > 9 else 190 + number:03d}",
        mod=grammar.mod_of(match),
    )


@RULES.add(r"t?(?:[ELD]-?)?o-?u")
def _century(grammar: Grammar, match: Match) -> Reading | None:
    """Read "the 20th century", "the third quarter"."""
    number_at = grammar.find(match, "o")
    assert number_at is not None
    number, unit = grammar.int_at(number_at), grammar.text_at(match.end() - 1)
    if unit == "CE" and 1 <= number <= 30 and not grammar.is_before_christ(match.end()):
        return Reading(match.start(), match.end(), "DATE", value=f"{number - 1:02d}", mod=grammar.mod_of(match))
    return None
