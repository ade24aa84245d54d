"""Checking: whether a text can be annotated at all."""

from __future__ import annotations

import re
from itertools import islice

from variorum.errors import VariorumError
from variorum.limits import LIMITS
from variorum.model.reports import Report

_WORD = re.compile(r"\w++")


def check_text(report: Report, *, least: int = LIMITS.text_words_least) -> None:
    """Refuse a text that is too long [R005] or has fewer words than ``least`` [R006]; lengths are in code points."""
    name = report.capture.name if report.capture else report.id
    check_length(report.text, name)
    words = count_words(report.text, least)
    if words < least:
        raise VariorumError("R006", name, words=words, limit=least)


def check_length(text: str, name: str) -> None:
    """Refuse a text that is too long [R005]."""
    if len(text) > LIMITS.text_characters:
        raise VariorumError(
            "R005", name, size=len(text), unit="characters", limit=LIMITS.text_characters, setting="text_characters"
        )


def is_claim(text: str) -> bool:
    """Say whether a text is as short as a claim or an answer, which two may word alike on their own."""
    return count_words(text, LIMITS.claim_words + 1) <= LIMITS.claim_words


def count_words(text: str, at_most: int) -> int:
    """Return the number of words in ``text``, counted no further than ``at_most``."""
    return sum(1 for _ in islice(_WORD.finditer(text), at_most))
