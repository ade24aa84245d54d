"""Unlike words: what the words of two sentences mean that find nothing like them in the other one.

Two sentences with one frame exclude each other by what is not alike in them, and in which slot shows in what these
words mean in their place: where, when, who, how many, whether. Words of any wording count, each the more the less like
it the other sentence has. Names are not read: what somebody is called says nothing of what is told.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from variorum.comparisons.contests.differences import Traits
from variorum.word_spans import word_spans

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Brings the numbers of a vector of length 1 to about the scale of the other traits.
_SCALE = 10.0
#: No word weighs less, so that no sentence is without any.
_LEAST = 1e-6


def unlike_traits(one: str, other: str) -> Traits:
    """Return the mean of the words of two sentences by how little like them the other has, a trait for each axis.

    None where a sentence has no word but names.
    """
    import numpy as np  # noqa: PLC0415  # numpy and the model only where something is compared

    sides = [_meanings(text) for text in (one, other)]
    if not all(len(words) for words, _ in sides):
        return {}
    (left, left_counts), (right, right_counts) = sides
    alike = (left @ right.T).round(4)
    found = np.zeros(left.shape[1])
    for words, counts, best in ((left, left_counts, alike.max(axis=1)), (right, right_counts, alike.max(axis=0))):
        weights = (1.0 - best) * counts + _LEAST * counts
        total = weights.sum(dtype=np.float64)
        if total <= 0:
            return {}
        found += (words * weights[:, None]).sum(axis=0, dtype=np.float64) / total
    return {f"axis {number}": round(_SCALE * value, 3) for number, value in enumerate(found.tolist())}


@lru_cache(maxsize=1_000)
def _meanings(text: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the vectors of the words of a sentence, and for each word 1 where it counts, 0 where it is a name."""
    import numpy as np  # noqa: PLC0415  # as above

    from variorum.word_vectors import Passage, load_word_encoder  # noqa: PLC0415  # likewise

    spans = word_spans(text)
    counts = np.array([not (start > 0 and text[start].isupper()) for start, _ in spans], dtype=np.float32)
    return load_word_encoder().encode([Passage(text, spans, alone=True)])[0], counts
