"""Readings: what a stretch of time words means, and the machinery that finds them by rules over codes.

Rules are regular expressions over the code string of :mod:`~variorum.annotations.times_tokens`, tried at each token
in order; the first whose builder agrees wins. Repeats are bounded, so a text is read in linear time. The rules stand
in ``times_clocks``, ``times_calendar``, ``times_quarters``, ``times_relative`` and ``times_durations``, in this order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from variorum.annotations.times_tokens import Tokens

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

_NAMED_GROUP = re.compile(r"\?P<\w+>")


@dataclass(slots=True)
class Rules:
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
        return re.compile("(?=" + "|".join(patterns) + ")")


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


def dated(match: Match, *steps: str, mod: str | None = None, anchor: str = "ref") -> Reading:
    """Make the reading of a date that steps lead to."""
    return Reading(match.start(), match.end(), "DATE", steps=steps, mod=mod, anchor=anchor)
