"""Readings: what a stretch of time words means, and the machinery that finds them by rules over codes.

Rules are regular expressions over the code string of :mod:`~variorum.annotations.times.tokens`, tried at each token
in order; the first whose builder agrees wins. Repeats are bounded, so a text is read in linear time. The rules stand
in ``times_clocks``, ``times_weeks``, ``times_calendar``, ``times_years``, ``times_seasons``, ``times_quarters``,
``times_relative`` and ``times_durations``, in this order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from variorum.annotations.times.tokens import Tokens

#: Stands in the steps where tense and preposition decide the direction.
OPEN = "*"


class Reading(Struct, frozen=True):
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
    """``ref``, ``prev`` (the last date mentioned), ``day`` and ``named`` (the day named shortly before, else
    that of the report, or none), ``quarter`` (the last quarter mentioned, else the report's date), ``event`` (what is
    told right behind)."""
    mod: str | None = None
    zone: str | None = None
    """Time zone of a clock time."""
    rule: str = ""


Match = re.Match[str]
Builder = Callable[["Grammar", Match], Reading | None]

#: A plural noun or an amount: no "as", "was", "this", "lasts".
_COUNTED = re.compile(
    r"(?!(?:was|has|his|its|this|does|goes|takes|lasts|gives|makes|gets|says|plus|across|towards|always|perhaps|besides)$)"
    r"(?:[a-z]{2,14}[a-rt-z]s|millions?|billions?|percent|per cent|\d{1,3}(?:,\d{3})*%?)"
)
_BEFORE_CHRIST = re.compile(r" ?B\.?C\.?(?:E\.?)?(?![\w])")
_NUMBERED = frozenset({
    "room", "flight", "highway", "route", "page", "number", "no.", "gate", "unit", "bus", "platform", "resolution",
    "paragraph", "section", "article", "clause", "chapter", "psalm", "form", "model", "suite", "lot", "tram", "train",
    "case", "channel", "line",
})  # fmt: skip
_YEAR_BEFORE = frozenset({"the", "in", "since", "by", "until", "from", "this", "its", "their"})
_COUNTABLE = re.compile(
    r" (?:[a-z]{3,14} )?(?:people|inhabitants|citizens|villagers|persons|troops|soldiers|men|women"
    r"|children|fighters|rebels|civilians|residents"
    r"|officers|police|students|workers|employees|jobs|protesters|demonstrators|prisoners|refugees|migrants|families|voters"
    r"|votes|copies|units|cases|cars|shares|words|deaths|tickets|animals|sheep|cattle|birds|trees|rooms|beds|homes|houses|buildings|vehicles|tents|pages|seats|dead|wounded|injured|kilos|kilograms|kg|grams|lit(?:er|re)s|gallons|degrees|volts|watts|megawatts|yards|met(?:er|re)s|kilomet(?:er|re)s|km|miles"
    r"|feet|acres|hectares|tons|tonnes|dollars|euros|pounds|barrels|guests|fans|passengers|members|staff)\b"
)
_ADDRESS = re.compile(
    r" (?:[A-Z][\w.'’]{1,20} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Court|Square|Way)\b"
)
#: Letters or digits of which a year-like number is a part; "FY2024" and "MID-1998" are years.
_NAMED_NUMBER = re.compile(r"(?:(?<!\d)\d{3}-|(?<![A-Za-z])(?!(?:FY|CY|MID-|PRE-|POST-)$)[A-Za-z]{0,10}[A-Z]-?)$")
_WAR = re.compile(r"['’]?s? Wars?\b")
_ZONE_OFFSET = re.compile(r"([+−-])(1[0-4]|\d)(?![\d:])")
#: "And 2000 lost their homes", but "the storms of 2000 were".
_ROUGH = frozenset({"and", "some", "about", "around", "nearly", "almost", "over", "than"})
_PLURAL_VERB = re.compile(r" (?:were|have|are|lost|died|fled|more|others)\b")
_NAMED_GROUP = re.compile(r"\?P<\w+>")


class Rules(Struct):
    """Rules in the order in which they are tried: name, pattern over codes, builder."""

    rules: list[tuple[str, re.Pattern[str], Builder]] = field(default_factory=list)

    def add(self, *patterns: str) -> Callable[[Builder], Builder]:
        """Register a builder for patterns over codes."""

        def register(builder: Builder) -> Builder:
            name = builder.__name__.strip("_")
            self.rules.extend((name, re.compile(pattern), builder) for pattern in patterns)
            return builder

        return register

    def anywhere(self) -> re.Pattern[str]:
        """Return one pattern that says where any rule can match."""
        patterns = (_NAMED_GROUP.sub("?:", pattern.pattern) for _, pattern, _ in self.rules)
        # A word that is no time word begins a reading before a unit alone: "comparable year-ago quarter".
        return re.compile(r"(?!\.[^u])(?=" + "|".join(patterns) + ")")


class Grammar:
    """The readings of one text."""

    def __init__(self, tokens: Tokens, rules: Rules, anywhere: re.Pattern[str]) -> None:
        """Take the tokens of a text, the rules, and the pattern that says where any of them can match."""
        self.tokens = tokens
        self.rules = rules.rules
        self.anywhere = anywhere
        self.codes = tokens.codes
        self._depth = 0

    def readings(self) -> Iterator[Reading]:
        """Yield the readings from left to right; they do not overlap."""
        position = 0
        for match in self.anywhere.finditer(self.codes):
            if match.start() >= position and (reading := self.read_at(match.start())):
                position = reading.end
                yield reading

    def read_at(self, index: int, *, dates_only: bool = False) -> Reading | None:
        """Return the reading that begins at a token, or None; readings nest three deep at the most."""
        if self._depth > 2:
            return None
        self._depth += 1
        try:
            for name, pattern, builder in self.rules:
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

    def word_at(self, index: int) -> str:
        """Return the words of a token in lower case."""
        return self.tokens.text[self.tokens.starts[index] : self.tokens.ends[index]].lower()

    def offset_at(self, index: int) -> str | None:
        """Return the offset of a zone that begins at a token: "+02:00" for the "+2" of "GMT+2"."""
        match = _ZONE_OFFSET.match(self.tokens.text, self.tokens.ends[index - 1])
        return f"{match[1].replace('−', '-')}{int(match[2]):02d}:00" if match else None

    def is_money(self, offset: int) -> bool:
        """Say whether a currency sign stands before an offset."""
        return self.tokens.text[max(0, offset - 1) : offset] in {"$", "£", "€", "¥", "#", "№"} and offset > 0

    def has_before(self, index: int, words: frozenset[str]) -> bool:
        """Say whether one of the words stands before a token: "twice a week"."""
        start = self.tokens.starts[index]
        before = self.tokens.text[max(0, start - 12) : start].split()
        return bool(before) and before[-1].lower() in words

    def counts_before(self, index: int) -> bool:
        """Say whether a counted noun stands before a token: "four flights a week", "$2 million a year"."""
        start = self.tokens.starts[index]
        before = self.tokens.text[max(0, start - 24) : start].split()
        return len(before) > 1 and _COUNTED.fullmatch(before[-1].lower()) is not None

    def is_before_christ(self, index: int) -> bool:
        """Say whether "BC" or "BCE" stands after a token: such years have no value here."""
        end = self.tokens.ends[index - 1]
        return _BEFORE_CHRIST.match(self.tokens.text, end) is not None

    def is_count(self, index: int) -> bool:
        """Say whether four digits count something or number it: "1500 troops", "Flight 1999"."""
        text, start, end = self.tokens.text, self.tokens.starts[index], self.tokens.ends[index]
        before = text[max(0, start - 14) : start].split()
        last = before[-1].lower() if before else ""
        if last in _ROUGH and _PLURAL_VERB.match(text, end):
            return True
        return last in _NUMBERED or (last not in _YEAR_BEFORE and _COUNTABLE.match(text, end) is not None)

    def counts_something(self, index: int) -> bool:
        """Say whether a number is written in letters or counts people and the like: "nine people", "12 people"."""
        return self.is_number_word(index) or _COUNTABLE.match(self.tokens.text, self.tokens.ends[index]) is not None

    def is_split(self, index: int) -> bool:
        """Say whether a blank stands on one side of a token: "2014 - 18"."""
        start, end = self.tokens.starts[index], self.tokens.ends[index]
        return self.tokens.text[start - 1 : start].isspace() or self.tokens.text[end : end + 1].isspace()

    def is_part(self, index: int) -> bool:
        """Say whether four digits are part of a name or number: "BR-1998", "A2020", "555-2019"."""
        text, start = self.tokens.text, self.tokens.starts[index]
        return _NAMED_NUMBER.search(text, max(0, start - 12), start) is not None

    def is_of_row(self, index: int) -> bool:
        """Say whether four digits are one of several groups: "call 0800 2024 2025"."""
        start = self.tokens.starts[index]
        return start > 1 and self.tokens.text[start - 1] == " " and self.tokens.text[start - 2].isdigit()

    def is_address(self, index: int) -> bool:
        """Say whether four digits are the number of a house: "at 1984 Elm Street"."""
        return _ADDRESS.match(self.tokens.text, self.tokens.ends[index]) is not None and not self.has_before(
            index, frozenset({"the", "in", "of"})
        )

    def is_level(self, index: int) -> bool:
        """Say whether four digits behind "at" are a level or an hour: "closed at 2010", "at 0700"."""
        return self.has_before(index, frozenset({"at"}))

    def is_number_word(self, index: int) -> bool:
        """Say whether a number is written in letters."""
        return not self.tokens.text[self.tokens.starts[index]].isdigit()

    def is_title(self, number: int, unit: int) -> bool:
        """Say whether digits and a unit are the name of a programme: "60 Minutes"."""
        text, starts = self.tokens.text, self.tokens.starts
        return text[starts[number]].isdigit() and text[starts[unit]].isupper() and text[starts[unit] + 1].islower()

    def names_war(self, index: int) -> bool:
        """Say whether an amount of time names a war: "the Six-Day War", "the Thirty Years' War"."""
        return _WAR.match(self.tokens.text, self.tokens.ends[index - 1]) is not None

    def names_paper(self, index: int) -> bool:
        """Say whether "daily" or "weekly" is a newspaper here: "the daily Granma"."""
        text, end = self.tokens.text, self.tokens.ends[index]
        return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()

    def is_age(self, index: int) -> bool:
        """Say whether "old" or "-old" stands at a token, and not "-long"."""
        at = index + (self.codes[index : index + 1] == "-")
        if self.codes[at : at + 1] != "O":
            return False
        return self.tokens.text[self.tokens.starts[at] : self.tokens.ends[at]].lower() in {"old", "olds"}

    def find(self, match: Match, codes: str) -> int | None:
        """Return the first token of the match with one of these codes."""
        return next((i for i in range(match.start(), match.end()) if self.codes[i] in codes), None)

    def mod_of(self, match: Match) -> str | None:
        """Return the modifier that the words of a match carry."""
        index = self.find(match, "ELDBNAα")
        return self.text_at(index) or None if index is not None else None


def dated(match: Match, *steps: str, mod: str | None = None, anchor: str = "ref") -> Reading:
    """Make the reading of a date that steps lead to."""
    return Reading(match.start(), match.end(), "DATE", steps=steps, mod=mod, anchor=anchor)
