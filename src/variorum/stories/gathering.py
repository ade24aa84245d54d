"""Gathering: annotated reports to a story, with sigla by the order given and reports in the order of their contents."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

from variorum.errors import VariorumError
from variorum.limits import LIMITS
from variorum.model.annotations import AnnotatedReport
from variorum.model.stories import Story


def siglum_of(index: int) -> str:
    """Return the siglum of the report given ``index``-th: A ... Z, then A2 ... Z2, and so on."""
    turn, letter = divmod(index, len(ascii_uppercase))
    return ascii_uppercase[letter] + (str(turn + 1) if turn else "")


def gather_story(reports: Sequence[AnnotatedReport], *, story_id: str = "", title: str | None = None) -> Story:
    """Make a story of at least two different reports.

    Raises [C001] for fewer than two, [C003] above the limit. That no text comes twice is the caller's business.
    """
    if len(reports) < 2:
        raise VariorumError("C001", count=len(reports))
    if len(reports) > LIMITS.reports:
        raise VariorumError("C003", count=len(reports), limit=LIMITS.reports)
    ordered = sorted(enumerate(reports), key=lambda item: item[1].report.text_sha256)
    return Story(
        id=story_id,
        title=title,
        reports=tuple(annotated for _, annotated in ordered),
        sigla=tuple(siglum_of(index) for index, _ in ordered),
    )
