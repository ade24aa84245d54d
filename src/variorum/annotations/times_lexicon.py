"""Time words: the vocabulary of time expressions and the codes under which the grammar sees them.

A text becomes a string with one code character a token, so that the grammar can be bounded regular expressions over
codes. Whatever is no time word is ``.``; a break between paragraphs is ``|``.

Codes: ``W`` weekday, ``M`` month, ``u``/``U`` unit in the singular/plural, ``p`` part of the day, ``z`` noon and
midnight, ``s`` season, ``k`` weekend, ``Y`` year, ``G`` decade, ``n`` number, ``o`` ordinal, ``q`` vague number, ``m``
half, ``T`` today and its like, ``R`` words that are a reference by themselves, ``#`` holiday, ``:`` clock, ``d``
numeric date, ``%`` a.m./p.m., ``Z`` zone, ``S`` frequency ("daily"), ``ɋ`` "Q2". Determiners and modifiers: ``t`` the,
``a`` a/an, ``h`` this, ``H`` that/same, ``l`` last, ``P`` past, ``v`` previous, ``x`` next, ``w`` following, ``C``
coming, ``r`` recent, ``c`` current, ``e`` every, ``E`` early, ``L`` late, ``D`` mid, ``B`` beginning, ``N`` end, ``b``
earlier, ``f`` later, ``g`` ago, ``A`` approximator, ``J`` latest, ``F`` of, ``O`` old, ``j`` adjectives between number
and unit, ``K`` period, ``$`` fiscal, ``i`` in/on/at, ``&`` and/or/to, ``δ`` for, ``Ω`` ended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Payload = str | int | float | tuple[int, int, int] | None

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        [
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ],
        start=1,
    )
    for name in names.split()
}
MONTHS = {
    name: number
    for number, names in enumerate(
        [
            *("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug"),
            *("september sept sep", "october oct", "november nov", "december dec"),
        ],
        start=1,
    )
    for name in names.split()
}
#: Shortened forms need a full stop or a number beside them ("Oct. 7", "Mon."); alone they are other words.
SHORT = frozenset(
    [
        "mon",
        "tues",
        "tue",
        "wed",
        "thurs",
        "thur",
        "thu",
        "fri",
        "sat",
        "sun",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
    ]
)

#: Unit words: TimeML letter of the unit, and how many of it one is.
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "2W", "month": "M",
    "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "min": "TM", "hr": "TH", "yr": "Y", "mo": "M", "millennium": "L",
}  # fmt: skip
_PLURALS = {
    "centuries": "CE",
    "millennia": "L",
    **{name + "s": unit for name, unit in UNITS.items() if name not in {"century", "millennium"}},
}
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "daybreak": "MO", "dusk": "EV",
    "overnight": "NI", "mid-morning": "MO", "nightfall": "EV", "midafternoon": "AF", "midmorning": "MO",
    "lunchtime": "MI", "sunrise": "MO", "sunset": "EV",
}  # fmt: skip
SEASONS = {
    "spring": "SP",
    "summer": "SU",
    "fall": "FA",
    "autumn": "FA",
    "winter": "WI",
    "springtime": "SP",
    "summertime": "SU",
    "wintertime": "WI",
}
_CARDINALS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
    "hundred": 100, "thousand": 1000, "dozen": 12,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
#: Holidays with a fixed date, or with a rule: (month, weekday, which) - the last one of the month is -1.
HOLIDAYS: dict[str, str | tuple[int, int, int]] = {
    "christmas eve": "12-24", "christmas day": "12-25", "christmas": "12-25", "boxing day": "12-26",
    "new year's eve": "12-31",
    "new year's day": "01-01", "new year's": "01-01", "new year day": "01-01", "valentine's day": "02-14",
    "st. patrick's day": "03-17",
    "april fools' day": "04-01", "april fool's day": "04-01", "may day": "05-01", "labour day": "05-01",
    "earth day": "04-22",
    "independence day": "07-04", "the fourth of july": "07-04", "fourth of july": "07-04", "bastille day": "07-14",
    "all saints' day": "11-01", "halloween": "10-31", "veterans day": "11-11", "armistice day": "11-11",
    "remembrance day": "11-11",
    "victory day": "05-09", "international women's day": "03-08", "juneteenth": "06-19", "d-day": "06-06",
    "nowruz": "03-20",
    "thanksgiving day": (11, 4, 4), "thanksgiving": (11, 4, 4), "memorial day": (5, 1, -1), "labor day": (9, 1, 1),
    "martin luther king day": (1, 1, 3), "presidents day": (2, 1, 3), "presidents' day": (2, 1, 3),
    "columbus day": (10, 1, 2),
    "mother's day": (5, 7, 2), "father's day": (6, 7, 3),
    "easter sunday": "easter+0", "easter monday": "easter+1", "easter": "easter+0", "good friday": "easter-2",
    "ash wednesday": "easter-46",
    "palm sunday": "easter-7", "pentecost": "easter+49",
}  # fmt: skip

_ZONES = "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet eest msk ist jst kst aest et"

#: Several words that the grammar sees as one; the longest wins.
_PHRASES: dict[str, tuple[str, Payload]] = {
    "more than": ("A", "MORE_THAN"), "less than": ("A", "LESS_THAN"), "fewer than": ("A", "LESS_THAN"),
    "no more than": ("A", "EQUAL_OR_LESS"),
    "at least": ("A", "EQUAL_OR_MORE"), "at most": ("A", "EQUAL_OR_LESS"), "no less than": ("A", "EQUAL_OR_MORE"),
    "up to": ("A", "EQUAL_OR_LESS"),
    "not more than": ("A", "EQUAL_OR_LESS"), "as many as": ("A", "EQUAL_OR_LESS"), "just over": ("A", "MORE_THAN"),
    "just under": ("A", "LESS_THAN"), "well over": ("A", "MORE_THAN"),
    "a few": ("q", 3), "a couple of": ("q", 2), "a couple": ("q", 2), "couple of": ("q", 2),
    "a number of": ("q", 3), "quite a few": ("q", 3), "the last few": ("l", "few"), "the past few": ("P", "few"),
    "an additional": ("a", 1), "another": ("a", 1), "half a": ("m", None), "half an": ("m", None),
    "from now": ("f", "now"), "prior to that": (".", None),
    "these days": ("R", "PRESENT_REF"), "right now": ("R", "PRESENT_REF"), "at present": ("R2", "PRESENT_REF"),
    "this moment": ("R", "PRESENT_REF"), "nowadays": ("R", "PRESENT_REF"),
    "the future": ("R", "FUTURE_REF"), "the near future": ("R", "FUTURE_REF"), "the near term": ("R", "FUTURE_REF"),
    "near future": ("R", "FUTURE_REF"), "the recent past": ("R", "PAST_REF"), "more recently": ("R", "PAST_REF"),
    "most recently": ("R", "PAST_REF"), "the not too distant future": ("R", "FUTURE_REF"),
    "the short term": ("R", "FUTURE_REF"), "the long term": ("R", "FUTURE_REF"),
    "at the time": ("@", "PAST_REF"), "at that time": ("@", "PAST_REF"), "by that time": ("@", "PAST_REF"),
    "a while": ("V", "PXX"), "some time": ("V", "PXX"),
    "as soon as possible": ("R", "FUTURE_REF"),
    "a year-earlier": (".", None), "each of the": ("e", None),
    "day after tomorrow": ("T", 2), "the day after tomorrow": ("T", 2), "day before yesterday": ("T", -2),
    "the day before yesterday": ("T", -2),
    "post meridiem": ("%", "PM"), "o'clock": ("%", ""), "o’clock": ("%", ""),
    "september 11 attacks": ("d", "2001-09-11"), "sept. 11 attacks": ("d", "2001-09-11"),
    "september 11th attacks": ("d", "2001-09-11"),
    **{name: ("#", name) for name in HOLIDAYS},
}  # fmt: skip
_WORDS: dict[str, tuple[str, Payload]] = {
    **{name: ("u", unit) for name, unit in UNITS.items() if len(name) > 3 or name == "day"},
    **{name: ("U", unit) for name, unit in _PLURALS.items()},
    **{name: ("p", part) for name, part in PARTS.items()},
    **{name: ("s", season) for name, season in SEASONS.items()},
    **{name + "s": ("s2", season) for name, season in SEASONS.items() if name not in {"fall", "spring"}},
    **{name: ("n", value) for name, value in _CARDINALS.items()},
    **{name: ("o", value) for name, value in _ORDINALS.items()},
    **{name: ("W", number) for name, number in WEEKDAYS.items()},
    **{name + "s": ("W2", number) for name, number in WEEKDAYS.items() if name not in SHORT},
    **{name: ("M", number) for name, number in MONTHS.items()},
    **{zone: ("Z", zone.upper()) for zone in _ZONES.split()},
    "mornings": ("p2", "MO"), "afternoons": ("p2", "AF"), "evenings": ("p2", "EV"), "nights": ("p2", "NI"),
    "noon": ("z", "12:00"), "midday": ("z", "12:00"), "noontime": ("z", "12:00"), "midnight": ("z", "24:00"),
    "weekend": ("k", "WE"), "weekends": ("k2", "WE"),
    "the": ("t", None), "a": ("a", 1), "an": ("a", 1), "this": ("h", 0), "these": ("h", 0), "that": ("H", 0),
    "those": ("H", 0), "same": ("H", 0),
    "last": ("l", -1), "past": ("P", -1), "previous": ("v", -1), "preceding": ("v", -1), "prior": ("v", -1),
    "next": ("x", 1), "following": ("w", 1),
    "subsequent": ("w", 1), "coming": ("C", 1), "upcoming": ("C", 1), "recent": ("r", None), "current": ("c", 0),
    "latest": ("J", 0), "present": ("c", 0),
    "each": ("e", None), "every": ("e", None), "per": ("e2", None),
    "several": ("q", 3), "few": ("q", 3), "many": ("q", 3), "numerous": ("q", 3), "couple": ("q", 2),
    "ago": ("g", -1), "earlier": ("b", -1), "later": ("f", 1), "before": ("b2", -1), "after": ("f2", 1),
    "hence": ("f", "now"),
    "early": ("E", "START"), "late": ("L", "END"), "mid": ("D", "MID"), "beginning": ("B", "START"), "start": ("B",
    "START"), "end": ("N", "END"), "middle": ("N", "MID"),
    "about": ("A", "APPROX"), "around": ("A", "APPROX"), "nearly": ("A", "LESS_THAN"), "almost": ("A",
    "LESS_THAN"), "roughly": ("A", "APPROX"),
    "approximately": ("A", "APPROX"), "over": ("A", "MORE_THAN"), "under": ("A2", "LESS_THAN"), "some": ("A2",
    "APPROX"),
    "ended": ("Ω", None), "ending": ("Ω", None), "for": ("δ", None),
    "of": ("F", None), "and": ("&", None), "or": ("&", None), "to": ("&", None), "in": ("i", None),
    "on": ("i", None), "at": ("i", None),
    "old": ("O", None), "long": ("O", None), "half": ("m", None), "period": ("K", None), "fiscal": ("$", None),
    "financial": ("$", None),
    "more": ("j", None), "additional": ("j", None), "consecutive": ("j", None), "straight": ("j", None),
    "full": ("j", None), "trading": ("j", None),
    "business": ("j", None), "working": ("j", None), "calendar": ("j", None), "successive": ("j", None),
    "further": ("j", None), "whole": ("j", None), "entire": ("j", None), "long-term": (".", None),
    "today": ("T", 0), "yesterday": ("T", -1), "tomorrow": ("T", 1), "tonight": ("T", "NI"),
    "now": ("R", "PRESENT_REF"), "currently": ("R", "PRESENT_REF"), "presently": ("R", "PRESENT_REF"),
    "recently": ("R", "PAST_REF"),
    "shortly": (".", None), "future": ("R1", "FUTURE_REF"), "once": (".", None), "lately": ("R", "PAST_REF"),
    "daily": ("S", "P1D"), "weekly": ("S", "P1W"), "monthly": ("S", "P1M"), "yearly": ("S", "P1Y"),
    "annually": ("S", "P1Y"), "hourly": ("S", "PT1H"),
    "quarterly": ("S1", "P1Q"), "nightly": ("S", "XXXX-XX-XXTNI"), "annual": ("S1", "P1Y"), "biweekly": ("S", "P2W"),
    "am": ("%", "AM"), "pm": ("%", "PM"), "ad": (".", None), "twenties": ("G", 2), "thirties": ("G", 3),
    "forties": ("G", 4), "fifties": ("G", 5), "sixties": ("G", 6), "seventies": ("G", 7),
    "eighties": ("G", 8), "nineties": ("G", 9),
}  # fmt: skip
# "second" is an ordinal far oftener than a unit.
_WORDS["second"] = ("o", 2)

#: Phrases by their first word, longest first.
_BY_FIRST: dict[str, list[str]] = {}
for _phrase in sorted(_PHRASES, key=lambda phrase: (-len(phrase.split()), -len(phrase), phrase)):
    _BY_FIRST.setdefault(re.split(r"[ '.-]", _phrase)[0], []).append(_phrase)
_PHRASE_PATTERNS = {
    first: re.compile(
        "(?:"
        + "|".join(re.escape(p).replace(r"\ ", r"[ \t\n]{1,3}").replace("'", "['’]") for p in phrases)
        + r")(?![\w])",
        re.IGNORECASE,
    )
    for first, phrases in _BY_FIRST.items()
}

_TOKEN = re.compile(
    r"(?P<iso>(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-]))"
    r"|(?P<dotted>(?<![\d.])\d{1,2}\.\d{1,2}\.\d{4}(?![\d.]*\d))"
    r"|(?P<nine11>(?<![\d/])9/11(?![\d/]))"
    r"|(?P<quarter>\bQ[1-4](?![\w]))"
    r"|(?P<slash>(?<![\d/.,-])\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/]))"
    r"|(?P<clock>(?<![\d:.,])\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))"
    r"|(?P<fraction>(?<![\d/])[13]/[24](?![\d/])|[½¼¾])"
    r"|(?P<decade>(?<![\d.,])(?:\d{3}0['’]?s|['’]?[2-9]0['’]?s)\b)"
    r"|(?P<ordinal>(?<![\d.,])\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"|(?P<ampm>\b[ap]\.[ ]?m\b\.?)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<possessive>['’]s\b|(?<=s)['’](?!\w))"
    r"|(?P<break>\n[ \t\r\n]*)"
    r"|(?P<mark>[^\s\w])",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Tokens:
    """The tokens of a text in parallel lists, and their codes as one string."""

    text: str
    codes: str
    starts: list[int]
    ends: list[int]
    values: list[Payload]


def _fits_month_or_day(text: str, start: int, end: int, word: str) -> bool:
    """Say whether a word that spells a month or weekday is one here; "may", "march", "sun" are not always."""
    if not text[start].isupper():
        return False
    if word in SHORT:
        after = text[end : end + 6]
        return after[:1] == "." or after.lstrip(" ")[:1].isdigit()
    if word not in {"may", "march", "april", "june", "august"}:
        return True
    after = text[end : end + 8].lstrip()
    if after[:1].isdigit():
        return True
    before = text[max(0, start - 24) : start].split()
    previous = before[-1] if before else ""
    if word == "may":
        # "Theresa May said", "May he rest": a name before it, or the beginning of a sentence.
        return bool(previous) and (
            previous.islower()
            or previous in {"In", "Since", "By", "Last", "Until", "From", "Early", "Late", "Mid"}
            or previous.endswith((",", "-"))
        )
    # "June Carter", "April O'Neil": a first name when a capital follows that is no year and no sentence end stands
    # between.
    return (
        word in {"march", "august"}
        or not after[:1].isupper()
        or previous.lower() in {"in", "since", "by", "last", "until", "from", "of", "next", "this"}
    )


_YEAR_STYLE_LEAST, _YEAR_STYLE_MOST = 10, 20


def _join_numbers(left: int, right: int) -> int | None:
    """Return the number that two number words make, or None: "twenty four", "two hundred", "nineteen ninety"."""
    if right in {100, 1000}:
        return left * right if left < right else None
    if left >= 100 and left % 100 == 0 and right < 100 and left < 10_000:
        return left + right
    if 20 <= left < 100 and left % 10 == 0 and 0 < right < 10:
        return left + right
    if _YEAR_STYLE_LEAST < left <= _YEAR_STYLE_MOST and 10 <= right < 100:
        return left * 100 + right
    if left >= 1000 and left % 10 == 0 and 0 < right < 10:
        return left + right
    return None


def _number_code(digits: str) -> tuple[str, Payload]:
    """Return code and value of digits: a year, a number, or nothing."""
    if "." in digits:
        return ("n", float(digits.replace(",", ""))) if len(digits) < 9 else (".", None)
    plain = digits.replace(",", "")
    if len(plain) > 7:
        return ".", None
    value = int(plain)
    if len(digits) == 4 and digits[0] != "0":
        return ("Y", value) if 1000 <= value < 2200 else ("n", value)
    return "n", value


class _Lexer:
    """Reads a text once, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.codes: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.values: list[Payload] = []
        self.worded = False
        """Whether the last token is a number in words, to which the next word may belong."""

    def run(self) -> Tokens:
        """Return the tokens."""
        text, position = self.text, 0
        for match in _TOKEN.finditer(text):
            start, end = match.span()
            if start < position:
                continue
            kind = match.lastgroup
            if kind == "word":
                position = self._word(match.group(), start, end)
                continue
            code, value = self._other(kind, match.group(), start)
            if not code:
                continue
            worded = self.worded and code == "-"
            self._add(code, start, end, value)
            # "twenty-four": the hyphen may still join two number words.
            self.worded = worded
        return Tokens(self.text, "".join(self.codes), self.starts, self.ends, self.values)

    def _add(self, code: str, start: int, end: int, value: Payload) -> None:
        self.codes.append(code)
        self.starts.append(start)
        self.ends.append(end)
        self.values.append(value)
        self.worded = False

    def _other(self, kind: str | None, word: str, start: int) -> tuple[str, Payload]:
        """Return code and value of whatever is no word."""
        if kind == "number":
            return _number_code(word)
        if kind == "mark":
            return {",": (",", None), "-": ("-", None), "–": ("-", None), "/": (".", None)}.get(word, (".", None))
        if kind == "break":
            before = self.text[start - 1 : start]
            wrapped = word.count("\n") == 1 and (before.isalnum() or before in {",", "-"})
            return ("", None) if wrapped else ("|", None)
        if kind == "possessive":
            return "'", None
        if kind == "clock":
            hour, minute = int(word[: word.index(":")]), int(word[word.index(":") + 1 :][:2])
            return (":", f"{hour:02d}:{minute:02d}") if hour <= 24 and minute < 60 else (".", None)
        if kind == "ordinal":
            return "o", int(word[:-2])
        if kind == "decade":
            digits = "".join(c for c in word if c.isdigit())
            return ("G", int(digits) // 10) if len(digits) == 4 else ("G", int(digits[0]))
        if kind == "ampm":
            return "%", word[0].upper() + "M"
        if kind == "fraction":
            return "½", None
        if kind == "quarter":
            return "ɋ", int(word[1])
        if kind == "nine11":
            return "d", "2001-09-11"
        if kind == "dotted":
            # Dots are written day first.
            day, month, year = word.split(".")
            return "d", f"{year}-{int(month):02d}-{int(day):02d}"
        return ("d" if kind == "iso" else "/"), word

    def _word(self, word: str, start: int, end: int) -> int:
        """Add the token of a word, or of a phrase that begins here; return where it ends."""
        lower = word.lower()
        if lower in _PHRASE_PATTERNS and (match := _PHRASE_PATTERNS[lower].match(self.text, start)):
            phrase = " ".join(match.group().lower().replace("’", "'").split())
            code, value = _PHRASES[phrase]
            if code != "#" or word[0].isupper() or phrase.startswith("the"):
                self._add(code if len(code) == 1 else {"R2": "Q"}.get(code, "."), start, match.end(), value)
                return match.end()
        found = _WORDS.get(lower)
        if found is None:
            self._add(".", start, end, None)
            return end
        code, value = found
        if code in {"W", "M"}:
            if not _fits_month_or_day(self.text, start, end, lower):
                code = "."
            elif lower in SHORT and self.text[end : end + 1] == ".":
                end += 1
        elif (code == "Z" and not word.isupper()) or (code == "%" and not (self.codes and self.codes[-1] in "n:")):
            code = "."
        elif code == "n" and self._join(value, end):
            return end
        self._add(_SPECIAL.get(code, code), start, end, value)
        self.worded = code == "n"
        return end

    def _join(self, value: Payload, end: int) -> bool:
        """Join a number word to the one before it."""
        if not self.worded:
            return False
        hyphen = self.codes[-1] == "-"
        index = len(self.codes) - (2 if hyphen else 1)
        left = self.values[index]
        assert isinstance(left, int)
        assert isinstance(value, int)
        joined = _join_numbers(left, value)
        if joined is None:
            return False
        if hyphen:
            for part in (self.codes, self.starts, self.ends, self.values):
                part.pop()
        self.ends[-1], self.values[-1] = end, joined
        # "nineteen ninety-six" is a year; "two thousand" is a number until "the year" stands before it.
        self.codes[-1] = "Y" if 1100 <= joined < 2200 and joined % 1000 and value < 100 else "n"
        return True


#: Codes of two characters are rarer classes; here is the one character that the grammar sees.
_SPECIAL = {
    "W2": "X",
    "s2": "Σ",
    "p2": "Π",
    "k2": "κ",
    "e2": "ε",
    "b2": "β",
    "f2": "φ",
    "A2": "α",
    "R1": "ρ",
    "S1": "σ",
}


def read_tokens(text: str) -> Tokens:
    """Return the tokens of ``text`` with their codes."""
    return _Lexer(text).run()
