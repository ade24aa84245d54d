"""Tense around a time expression: whether "on Friday" means the last one or the next one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

PAST, FUTURE, UNSAID = "<", ">", "~"

#: How far to either side the words of a clause are looked at, in characters.
_WINDOW = 140
_CLAUSE_END = re.compile(r"[.;:!?](?=\s|['’”\"]|$)|\n\s{0,8}\n|--|—|[“”]|\b(?:which|but|because|although)\b")
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|going to|plans?(?: to|ned)|scheduled|due|hopes? to|intends? to|deadline|slated"
    r"|set (?:to|for)|(?:is|are) (?:expected )?to|expects? to|expected|expires?|expiring|effective|until|payable|by"
    r"|next|maturing|begins|upcoming)\b|['’]ll\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:said|says|was|were|had|did|told|reported|announced|has|have|been|since|came|went|took|met|began|fell|rose|made"
    r"|got|saw|held|left|sold|paid|lost|won|led|gave|found|sent|put|hit|broke|set off|shot|ended|[a-z]{2,12}(?<!e)ed)\b",
    re.IGNORECASE,
)


class Tenses:
    """The words of a text that speak of the past or of the future, found once."""

    def __init__(self, text: str) -> None:
        future = [match.span() for match in _FUTURE.finditer(text)]
        # "is expected to": the participle belongs to the future.
        taken = {end for _, end in future}
        past = [match.span() for match in _PAST.finditer(text) if match.end() not in taken]
        self._words = sorted([(start, end, FUTURE) for start, end in future] + [(start, end, PAST) for start, end in past])
        self._starts = [start for start, _, _ in self._words]
        self._ends = sorted(end for _, end, _ in self._words)
        breaks = [match.span() for match in _CLAUSE_END.finditer(text)]
        self._break_starts = [start for start, _ in breaks]
        self._break_ends = [end for _, end in breaks]

    def direction_at(self, start: int, end: int) -> str:
        """Return ``<`` (past), ``>`` (future) or ``~`` (the words do not say) for an expression at ``[start, end)``."""
        last_break = bisect_right(self._break_ends, start) - 1
        floor = max(start - _WINDOW, self._break_ends[last_break] if last_break >= 0 else 0)
        index = bisect_left(self._starts, start) - 1
        if index >= 0 and self._words[index][0] >= floor and self._words[index][1] <= start:
            return self._words[index][2]
        next_break = bisect_left(self._break_starts, end)
        ceiling = min(end + _WINDOW, self._break_starts[next_break] if next_break < len(self._break_starts) else end + _WINDOW)
        index = bisect_left(self._starts, end)
        if index < len(self._words) and self._words[index][0] < ceiling:
            return self._words[index][2]
        return UNSAID
