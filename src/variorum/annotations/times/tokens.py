"""Tokens: a text as a string of codes, one character a token, as the grammar of time expressions sees it.

A text becomes a string with one code character a token, so that the grammar can be bounded regular expressions over
codes. Whatever is no time word is ``.``; a break between paragraphs is ``|``.

Codes: ``W`` weekday, ``M`` month, ``u``/``U`` unit in the singular/plural, ``p`` part of the day, ``z`` noon and
midnight, ``s`` season, ``k`` weekend, ``Y`` year, ``G`` decade, ``n`` number, ``o`` ordinal, ``q`` vague number, ``m``
half, ``T`` today and its like, ``R`` words that are a reference by themselves, ``#`` holiday, ``:`` clock, ``d``
numeric date, ``%`` a.m./p.m., ``Z`` zone, ``S`` frequency ("daily"), ``ɋ`` "Q2",
``η`` "H1" before a year. Determiners and modifiers: ``t`` the,
``a`` a/an, ``h`` this, ``H`` that/same, ``l`` last, ``P`` past, ``v`` previous, ``x`` next, ``w`` following, ``C``
coming, ``r`` recent, ``c`` current, ``e`` every, ``E`` early, ``L`` late, ``D`` mid, ``B`` beginning, ``N`` end, ``λ``
final/closing/opening, ``b`` earlier, ``f`` later, ``g`` ago, ``A`` approximator, ``J`` latest, ``F`` of, ``O`` old,
``j`` adjectives between number and unit, ``K`` period, ``$`` fiscal, ``i`` in/on/at, ``&`` and/or/to, ``δ`` for, ``Ω``
ended.
"""

from __future__ import annotations

import re

from msgspec import Struct

from variorum.annotations.times.dotted import is_dotted_clock
from variorum.annotations.times.names import fits_calendar, fits_season
from variorum.annotations.times.words import MONTHS, PHRASE_PATTERNS, PHRASES, SHORT, WORDS, Payload

_TOKEN = re.compile(
    # Most tokens are words: first of all, but for "Q2" and "p.m.".
    r"(?P<word>(?!Q[1-4](?!\w)|H[12] (?:of )?\d{4}|[ap]\.[ ]?m\b)[^\W\d_]+)"
    r"|(?P<iso>(?<![\d-])\d{4}-\d{2}-\d{2}(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))"
    r"|(?P<dashed>(?<![\d/-])(?:\d{1,2}-\d{1,2}-\d{4}|\d{4}/\d{1,2}/\d{1,2})(?![\d/-]))"
    r"|(?P<lettered>(?<![\d./-])\d{1,2}(?P<sign>[-./])(?:[a-z]{3}|[ivx]{1,4})(?P=sign)\d{4}(?![\d./-]*\d))"
    r"|(?P<dotted>(?<![\d.])\d{1,2}\.\d{1,2}\.\d{4}(?![\d.]*\d))"
    r"|(?P<nine11>(?<![\d/])9/11(?![\d/]))"
    r"|(?P<quarter>\bQ[1-4](?![\w]))"
    r"|(?P<half>\bH[12](?= (?:of )?(?:19|20)\d\d\b))"
    r"|(?P<slash>(?<![\d/.,-])\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/]))"
    r"|(?P<clock>(?<![\d:.,])\d{1,2}(?::\d{2}(?::\d{2})?(?:h\b)?(?![\d:])|\.\d{2}(?= ?[ap](?:m\b|\.m\.))|h[0-5]\d\b))"
    r"|(?P<fraction>(?<![\d/])[13]/[24](?![\d/])|[½¼¾])"
    r"|(?P<decade>(?<![\d.,])(?:\d{3}0['’]?s|['’]?[2-9]0['’]?s)\b)"
    r"|(?P<short>(?<![\w'’])['’]\d{2}(?![\w%'’]|[.,:]\d))"
    r"|(?P<ordinal>(?<![\d.,])\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"|(?P<ampm>\b[ap]\.[ ]?m\b\.?)"
    r"|(?P<possessive>['’]s\b|(?<=s)['’](?!\w))"
    r"|(?P<break>\n[ \t\r\n]*)"
    r"|(?P<mark>[^\s\w])",
    re.IGNORECASE,
)


class Tokens(Struct):
    """The tokens of a text in parallel lists, and their codes as one string."""

    text: str
    codes: str
    starts: list[int]
    ends: list[int]
    values: list[Payload]


#: Words after which "'95" is a year.
_BEFORE_YEARS = frozenset({
    "in", "of", "since", "by", "until", "till", "from", "before", "after", "between", "and", "to", "through", "for",
    "during", "around", "back",
})  # fmt: skip
#: "'40 thieves'": words in single quotation marks.
_SINGLE_QUOTED = re.compile(r"['’]\d\d[^'’\n]{1,80}['’](?!\w)")
#: Of two digits, the years up to this one are of this century.
_THIS_CENTURY = 40


def full_year(digits: int) -> int:
    """Return the year that two digits stand for."""
    return digits + (1900 if digits > _THIS_CENTURY else 2000)


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


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def _lettered_date(word: str) -> tuple[str, Payload]:
    """Return code and value of "7-Nov-2022" and "7.XI.2022"."""
    day, name, year = re.split(r"[-./]", word)
    month = _ROMAN.index(name) + 1 if name in _ROMAN else MONTHS.get(name.lower(), 0)
    return ("d", f"{year}-{month:02d}-{int(day):02d}") if month else (".", None)


#: Words that mean something here, alone or at the beginning of a phrase.
_KNOWN = frozenset(WORDS) | frozenset(PHRASE_PATTERNS)


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
                word = match.group()
                if word.lower() in _KNOWN:
                    position = self._word(word, start, end)
                else:
                    self._add(".", start, end, None)
                    position = end
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
            if "." in word and is_dotted_clock(self.text, start, start + len(word)):
                return self._clock(word)
            code, value = _number_code(word)
            return ("Y", value) if code == "n" and value and len(word) == 4 and self._after_month() else (code, value)
        if kind == "mark":
            return {",": (",", None), "-": ("-", None), "–": ("-", None), "/": (".", None)}.get(word, (".", None))
        if kind == "break":
            before = self.text[start - 1 : start]
            wrapped = word.count("\n") == 1 and (before.isalnum() or before in {",", "-"})
            return ("", None) if wrapped else ("|", None)
        if kind == "possessive":
            return "'", None
        if kind == "clock":
            return self._clock(word)
        if kind == "short":
            return ("Y", full_year(int(word[1:]))) if self._before_short_year(start) else (".", None)
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
        if kind == "half":
            return "η", int(word[1])
        if kind == "nine11":
            return "d", "2001-09-11"
        if kind == "dashed":
            # A year in front is followed by its month; at the end it may follow either.
            year, month, day = word.split("/") if "/" in word else ("", "", "")
            return ("d", f"{year}-{int(month):02d}-{int(day):02d}") if year else ("/", word.replace("-", "/"))
        if kind == "lettered":
            return _lettered_date(word)
        if kind == "dotted":
            # Dots are written day first.
            day, month, year = word.split(".")
            return "d", f"{year}-{int(month):02d}-{int(day):02d}"
        return ("d" if kind == "iso" else "/"), word

    @staticmethod
    def _clock(word: str) -> tuple[str, Payload]:
        """Return code and value of a clock time; "10.30pm" and "14h30" are written for "10:30 p.m." and "14:30"."""
        hour, minute = (int(part) for part in re.split(r"[.:hH]", word)[:2])
        return (":", f"{hour:02d}:{minute:02d}") if hour <= 24 and minute < 60 else (".", None)

    def _before_short_year(self, start: int) -> bool:
        """Say whether "'95" stands where years stand: "in '95", "the class of '95", "between '95 and '97"."""
        if _SINGLE_QUOTED.match(self.text, start):
            return False
        if (self.codes and self.codes[-1] in "EDLMs-") or self._after_month():
            return True
        before = self.text[max(0, start - 12) : start].lower().split()
        return bool(before) and before[-1] in _BEFORE_YEARS

    def _after_month(self) -> bool:
        """Say whether a month, or a month and a day, stand before: "Dec. 31, 9999"."""
        codes = "".join(self.codes[-3:])
        return codes.endswith("M") or codes[-2:] in {"Mn", "Mo"} or codes in {"Mn,", "Mo,"}

    def _word(self, word: str, start: int, end: int) -> int:
        """Add the token of a word, or of a phrase that begins here; return where it ends."""
        lower = word.lower()
        if lower in PHRASE_PATTERNS and (match := PHRASE_PATTERNS[lower].match(self.text, start)):
            phrase = " ".join(match.group().lower().replace("’", "'").split())
            code, value = PHRASES[phrase]
            if code != "#" or word[0].isupper() or phrase.startswith("the"):
                self._add(code if len(code) == 1 else {"R2": "Q"}.get(code, "."), start, match.end(), value)
                return match.end()
        found = WORDS.get(lower)
        if found is None:
            self._add(".", start, end, None)
            return end
        code, value = found
        if code in {"W", "M"}:
            if not fits_calendar(self.text, start, end, lower):
                code = "."
            elif lower in SHORT and self.text[end : end + 1] == ".":
                end += 1
        elif not self._fits(code, word, start, end):
            code = "."
        elif code == "n" and self._join(value, end):
            return end
        self._add(_SPECIAL.get(code, code), start, end, value)
        self.worded = code == "n"
        return end

    def _fits(self, code: str, word: str, start: int, end: int) -> bool:
        """Say whether a zone, a half of the day or a season is one where it stands."""
        if code == "%":
            return bool(self.codes) and self.codes[-1] in "n:"
        return self._is_zone(word) if code == "Z" else code != "s" or fits_season(self.text, start, end)

    def _is_zone(self, word: str) -> bool:
        """Say whether a word is a zone: "GMT", and "Eastern" right behind a clock time."""
        return word.isupper() or (word.istitle() and len(word) > 4 and self.codes[-1:] in (["%"], [":"]))

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
