"""Word reading: the vectors of the words of texts, each text read alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from variorum.alignments.wordings.likeness import word_places

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def read_words(texts: Sequence[str]) -> list[NDArray[np.float32]]:
    """Return the vectors of the words of texts, a row for each word where it stands."""
    from variorum.word_vectors import Passage, load_word_encoder  # noqa: PLC0415  # the model only where it is asked

    passages = [Passage(text, tuple((start, end) for start, end, _ in word_places(text))) for text in texts]
    return load_word_encoder().encode(passages)
