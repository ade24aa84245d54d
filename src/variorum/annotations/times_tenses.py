"""Tense around a time expression: whether "on Friday" means the last one or the next one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

PAST, FUTURE, UNSAID = "<", ">", "~"

#: How far to either side the words of a clause are looked at, in characters.
_WINDOW = 140
_CLAUSE_END = re.compile(r"[.;:!?](?=\s|['’”\"]|$)|\n\s*\n|--|—|[“”]|\b(?:which|but|because|although)\b")
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|going to|plans?(?: to|ned)|scheduled|due|hopes? to|intends? to|deadline|slated|set (?:to|for)"
    r"|(?:is|are) (?:expected )?to|expects? to|expected|expires?|expiring|effective|until|payable|by|next|maturing|begins|upcoming)\b|['’]ll\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:said|says|was|were|had|did|told|reported|announced|has|have|been|since|came|went|took|met|began|fell|rose|made|got|saw|held"
    r"|left|sold|paid|lost|won|led|gave|found|sent|put|hit|broke|set off|shot|ended|[a-z]{2,12}(?<!ne)(?<!e)ed)\b",
    re.IGNORECASE,
)


def direction_at(text: str, start: int, end: int, doc: Doc | None = None) -> str:  # noqa: ARG001  # the parse is read in a later version
    """Return ``<`` (past), ``>`` (future) or ``~`` (the words do not say) for an expression at ``[start, end)``."""
    left = text[max(0, start - _WINDOW) : start]
    cut = 0
    for match in _CLAUSE_END.finditer(left):
        cut = match.end()
    left = left[cut:]
    future = max((match.end() for match in _FUTURE.finditer(left)), default=-1)
    past = max((match.end() for match in _PAST.finditer(left)), default=-1)
    if future != past:
        return FUTURE if future > past else PAST
    right = text[end : end + _WINDOW]
    stop = _CLAUSE_END.search(right)
    right = right[: stop.start()] if stop else right
    ahead, behind = _FUTURE.search(right), _PAST.search(right)
    if ahead is not None and (behind is None or ahead.start() < behind.start()):
        return FUTURE
    return PAST if behind else UNSAID
