"""Tense around a time expression: whether "on Friday" means the last one or the next one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

PAST, FUTURE, UNSAID = "<", ">", "~"

#: How far to either side the words of a clause are looked at, in characters.
_WINDOW = 140
_CLAUSE_END = re.compile(r"[.;:!?](?=\s|['’”\"]|$)|\n\s{0,8}\n|--|—|[“”]|\b(?:which|but|because|although)\b")
_WORDS = re.compile(
    r"\b(?:"
    # What had been expected may still come: "it had been due to expire Friday".
    r"(?P<due>(?:had|was|were)(?: been)? (?:due|scheduled|expected|slated|set|planned) (?:to|for)(?: [a-z]{2,12})?)"
    r"|(?P<future>(?:will|shall|would|won['’]t|is to|are to|to|may|might|could)(?: not| [a-z]{2,9}ly| also| soon)? be"
    r" [a-z]{2,12}|(?:will|shall) (?:soon )?have [a-z]{2,12}|will|shall"
    r"|won['’]t|would|going to"
    r"|(?:[Pp]olls?|[Dd]oors) (?:open|close)"
    r"|(?:stays?|remains?|lasts?|runs?|continues?) (?:[a-z]{2,12} )?(?=until|till|through)"
    r"|(?:plans?|planned|planning|hopes?|intends?|expects?|scheduled|due|slated|set|expected|aims?) to [a-z]{2,12}"
    r"|plann(?:ed|ing) (?:for|an?)"
    r"|(?:is|are) (?:expected|scheduled|due|slated|set|planned|likely|meant|forecast|predicted|tipped)"
    r"(?: to [a-z]{2,12}| for)?"
    r"|scheduled|due|slated|set (?:(?:the|an?|its|his|her|their) [a-z]{3,20} )?for"
    r"|(?:is|are) to|expires?|expiring|payable|matures?|maturing|begins?|ends|starts|opens"
    r"|resumes|shuts|closes|reopens|leaves|departs|arrives|takes (?:effect|place)|kicks off"
    r"|upcoming)"
    r"|(?P<modal>(?:may|might|can|must|should|ought to|needs? to|has to|have to)(?: not| also| soon)? (?!have\b)"
    r"(?:be )?[a-z]{2,12}|be [a-z]{2,12}(?:ed|en))"
    # A participle before its noun tells no tense: "a still unspecified date".
    r"|(?P<noun>an?(?: (?:still|already|newly|yet|as yet|previously))? [a-z]{2,12}ed)"
    # Reporting verbs and perfects say nothing about the date that they are told with, nor does a purpose.
    r"|(?P<unsaid>said|says|told|reported|announced|has|have|been|expected|agreed|decided|invited"
    r"|to (?!the|a|an|his|her|its|their|our|my)[a-z]{2,12})"
    r"|(?P<past>was|were|had|did|since|came|went|took|met|began|fell|rose|made|got|saw|held|left|sold|paid|lost|won|led"
    r"|gave|found|sent|put|hit|broke|shot|became|ran|flew|spoke|wrote|brought|built|fought|struck|threw|kept|stood|taken|seen|known|tore"
    r"|drove|spent|cut|grew|drew|withdrew|overthrew|shook|swept|seized|bought|caught|taught|sought|thought|chose|rode|sank|swore"
    r"|dealt"
    r"|[a-z]{2,12}(?<!e)ed)"
    r")\b",
)
_ABRIDGED = re.compile(r"['’]ll\b")
_BEFORE = re.compile(
    r"\b(?:as (?:early|soon|late) as|effective|(?:is|are|falls?|comes?) (?:only )?(?:on|in|for|at))(?: the)? $"
    r"|\b(?:deadline|vote|hearing|election|match|game|final|funeral|meeting|summit|trial|launch|debate) is $"
)
#: "By Wednesday they had filed", but "by May", "until March 6", "extended to Nov. 20".
_BEFORE_DATE = re.compile(r"\b(?:as (?:early|soon|late) as|effective|by|until|till|through|to|before)(?: the)? $")
#: A modal verb looks ahead in its own clause alone.
_MODAL = "m"
_TOLD = {"past": PAST, "future": FUTURE, "modal": _MODAL}
_WAS = re.compile(r" (?:was|were|had)\b")
#: "Called a strike for Monday", and no "results for Monday".
_FOR_DAY = re.compile(r"(?<!results)(?<!figures)(?<!data)(?<!paid)(?<!waited) for (?:next |this )?$")
_VOWED = re.compile(
    r"\b(?:vow|promis|pledg|threaten|plan|intend|propos|offer|hop|want|prepar)(?:e?d|e?s|ing|e)?\b[^.;:,!?\n]{0,40}$"
)
_NEW_CLAUSE = re.compile(r",|\b(?:and|or|but|who|that|after|when|as)\b")
#: "Adjourned the case until 12 September"
_PUT_OFF = re.compile(
    r"\b(?:adjourn|postpon|extend|suspend|delay|deferr|remand|reschedul|put off|pushed back|put back)(?:e?d|s|ing)?\b"
    r"[^.;:,!?\n]{0,40} (?:until|till|to)(?: the)? $"
)
#: "The scheduled end of the curfew on 26 July": ahead when it was told, whatever the verb says.
_DUE = re.compile(
    r"\b(?:due|scheduled|planned|expected|slated|impending|upcoming|forthcoming)\b"
    r"[^.;:,!?\n]{0,60} (?:on|for|by)(?: the)? $"
)
_LASTED = re.compile(r"\b(?:lasted|ran|raged|continued|went on|stayed|remained|held) (?:until|till|through)(?: the)? $")
_SINCE = re.compile(r"\b(?:since|after|last|ended)(?: the)? $")


class Tenses:
    """The words of a text that speak of the past or of the future, found once."""

    def __init__(self, text: str) -> None:
        """Find them."""
        self._text = text
        words = [
            (*match.span(), _TOLD.get(match.lastgroup or "", UNSAID))
            for match in _WORDS.finditer(text)
            if match.lastgroup != "noun"
        ]
        words += [(*match.span(), FUTURE) for match in _ABRIDGED.finditer(text)]
        self._words = sorted(words)
        self._starts = [start for start, _, _ in self._words]
        breaks = [match.span() for match in _CLAUSE_END.finditer(text)]
        self._break_starts = [start for start, _ in breaks]
        self._break_ends = [end for _, end in breaks]

    def direction_at(self, start: int, end: int, *, weekday: bool = False, verb: str | None = None) -> str:
        """Return ``<`` (past), ``>`` (future) or ``~`` (the words do not say) for an expression at ``[start, end)``.

        ``verb`` is what the verb above it says, where a parse is there and decides.
        """
        before = self._text[max(0, start - 20) : start].lower()
        if _SINCE.search(before):
            return FUTURE if before.endswith("after ") and self._behind(end) == FUTURE else PAST
        if _LASTED.search(before):
            return PAST
        if _PUT_OFF.search(self._text, max(0, start - 70), start):
            return FUTURE
        if not weekday and _DUE.search(self._text, max(0, start - 90), start):
            return FUTURE
        told = self._before(start)
        if verb not in {None, PAST, FUTURE} and told == PAST and "," in self._text[self._last_word(start) : start]:
            told = None  # "the mayor, elected in 2018, steps down on Friday"
        owned = self._text[end : end + 2] in {"'s", "’s"}
        if _BEFORE.search(before) and not owned:
            return FUTURE
        if weekday and not owned and _FOR_DAY.search(before) and not _WAS.match(self._text, end):
            return FUTURE
        if not weekday and _BEFORE_DATE.search(before):
            # A date that is near ahead, or the last one where the next is far: "followed little change through August".
            if told is None and self._behind(end) == FUTURE:
                return FUTURE  # "by the autumn prices will have fallen"
            return UNSAID if told in {PAST, None} else FUTURE
        if verb in {PAST, FUTURE} or (verb is not None and told != PAST):
            return PAST if verb == PAST else FUTURE
        if told is not None:
            return told
        if owned:
            return UNSAID
        return self._behind(end) or UNSAID

    def _behind(self, end: int) -> str | None:
        """Return what the nearest word behind an expression says, None where its clause has none."""
        index = bisect_left(self._starts, end)
        if index >= len(self._words) or self._words[index][0] >= self._ceiling(end):
            return None
        return FUTURE if self._words[index][2] == _MODAL else self._words[index][2]

    def _before(self, start: int) -> str | None:
        """Return what the nearest word before an expression says, None where its clause has none."""
        index, floor = bisect_left(self._starts, start) - 1, self._floor(start)
        if index < 0 or self._words[index][0] < floor or self._words[index][1] > start:
            return None
        if self._words[index][2] == _MODAL:
            return UNSAID if _NEW_CLAUSE.search(self._text, self._words[index][1], start) else FUTURE
        if self._text.startswith("to ", self._words[index][0]) and _VOWED.search(
            self._text, max(floor, self._words[index][0] - 60), self._words[index][0]
        ):
            return FUTURE
        if self._words[index][2] == PAST and index and self._words[index - 1][2] == FUTURE:
            # "Will redeem 9.5 million preferred shares": what looks like a past tense stands in the object.
            first, last = self._words[index - 1][1], self._words[index][0]
            if self._words[index - 1][0] >= floor and not _NEW_CLAUSE.search(self._text, first, last):
                return FUTURE
        return self._words[index][2]

    def _last_word(self, start: int) -> int:
        """Return where the last word of tense before an offset ends."""
        index = bisect_left(self._starts, start) - 1
        return self._words[index][1] if index >= 0 else start

    def _floor(self, start: int) -> int:
        """Return where the words before an expression stop to count."""
        last = bisect_right(self._break_ends, start) - 1
        return max(start - _WINDOW, self._break_ends[last] if last >= 0 else 0)

    def _ceiling(self, end: int) -> int:
        """Return where the words after an expression stop to count."""
        following = bisect_left(self._break_starts, end)
        limit = self._break_starts[following] if following < len(self._break_starts) else len(self._text)
        return min(end + _WINDOW, limit)


@lru_cache(maxsize=1)
def tenses_of(text: str) -> Tenses:
    """Return the words of a text that speak of the past or of the future; they are asked for several times a report."""
    return Tenses(text)
