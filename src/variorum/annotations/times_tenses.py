"""Tense around a time expression: whether "on Friday" means the last one or the next one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: How far to either side the words of a clause are looked at, in characters.
_WINDOW = 160
_CLAUSE_END = re.compile(r"[.;:!?\n](?=\s|$)|--|—|\bwhich\b|\bafter\b|\bbut\b")
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|going to|plans? to|planned for|scheduled|expects?|due|expected|hopes? to|intends? to|upcoming|deadline"
    r"|slated|set to|to be (?:held|released|published)|expires?|effective|until|by|if|would|may|might|should|begins?|matures?)\b|['’]ll\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:said|was|were|had|did|told|reported|announced|has|have|killed|[a-z]{2,12}ed)\b", re.IGNORECASE)


def direction_at(text: str, start: int, end: int, doc: Doc | None = None) -> str:
    """Return ``<`` (past) or ``>`` (future) for an expression at ``[start, end)``."""
    if doc is not None and (told := _direction_in_parse(doc, start, end)):
        return told
    left = text[max(0, start - _WINDOW) : start]
    cut = [match.end() for match in _CLAUSE_END.finditer(left)]
    left = left[cut[-1] :] if cut else left
    right = text[end : end + _WINDOW]
    stop = _CLAUSE_END.search(right)
    right = right[: stop.start()] if stop else right
    return ">" if _nearest_is_future(left, right) else "<"


def _nearest_is_future(left: str, right: str) -> bool:
    """Say whether the verb nearest to the expression, left of it first, speaks of the future."""
    future = [match.end() for match in _FUTURE.finditer(left)]
    past = [match.end() for match in _PAST.finditer(left)]
    if future or past:
        return max(future, default=-1) > max(past, default=-1)
    ahead, behind = _FUTURE.search(right), _PAST.search(right)
    return ahead is not None and (behind is None or ahead.start() < behind.start())


def _direction_in_parse(doc: Doc, start: int, end: int) -> str | None:  # noqa: ARG001  # measured below, not used yet
    return None
