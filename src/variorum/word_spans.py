"""Word spans: where the words of a text stand, the same for all who ask what its words mean in their place."""

from __future__ import annotations

import re

from variorum.limits import LIMITS

#: A figure, a word with what an apostrophe joins to it, or letters and figures in one.
WORD = re.compile(r"\d+(?:[.,:]\d+)*%?|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\W_]+")


def word_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each word of a text starts and ends, in code points; none beyond ``LIMITS.pattern_characters``."""
    return tuple(match.span() for match in WORD.finditer(text[: LIMITS.pattern_characters]))
