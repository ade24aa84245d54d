"""Word margins: by how much the words of a sentence find more in one sentence of another report than in any other.

"The ferry", told in every sentence of both reports, is found everywhere; "ran aground" is found near "a sandbank" and
nowhere else. How near two sentences are (:mod:`variorum.alignments.wordings.matches`) says what they are about; what
only these two share says that they tell one thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from variorum.alignments.closeness import rivals
from variorum.alignments.wordings.matches import Stretch, WordedReport

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Most that margins count together: what a few rare words tell is enough.
_MOST = 3.0
#: Words of a sentence that find most in the other one: what a long sentence shares with a short one.
_FEW = 3
#: Sentences whose words are looked up at once: 2 MB for a report of a thousand sentences.
_AT_ONCE = 20
#: The three ways in which the margins of the words of one sentence are brought together.
_WAYS = ("margin", "margin in all", "margin of the best")


def word_margins(
    reports: tuple[WordedReport, WordedReport],
    rows: Sequence[Stretch],
    columns: Sequence[Stretch],
    best: tuple[NDArray[np.float32], NDArray[np.float32]],
) -> dict[str, NDArray[np.float32]]:
    """Return by name tables of margins, rounded to four places: the side that finds less, and the one that finds more.

    ``rows`` are the sentences of the first report, ``columns`` those of the second. ``best`` is what the words of the
    first find in ``columns``, and those of the second in ``rows``
    (:func:`~variorum.alignments.wordings.matches.best_in`).
    The mean margin of a sentence's words, all of them together, and those of its best few; all are 0 where there is no
    other sentence.
    """
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    there = _found_beyond(reports[0], rows, columns, best[0])
    back = [table.T for table in _found_beyond(reports[1], columns, rows, best[1])]
    found = {}
    for name, one, two in zip(_WAYS, there, back, strict=True):
        found[f"{name}, less"] = np.minimum(one, two).round(4)
        found[f"{name}, more"] = np.maximum(one, two).round(4)
    return found


def _found_beyond(
    own: WordedReport, rows: Sequence[Stretch], columns: Sequence[Stretch], best: NDArray[np.float32]
) -> list[NDArray[np.float32]]:
    """Return for each way a table of what the words of ``rows`` find in ``columns`` beyond what they find elsewhere."""
    import numpy as np  # noqa: PLC0415  # as above

    found = [np.zeros((len(rows), len(columns)), dtype=np.float32) for _ in _WAYS]
    filled = [number for number, (first, after) in enumerate(columns) if after > first]
    if len(filled) < 2:
        return found
    groups = np.arange(len(filled))
    read = [(number, first, after) for number, (first, after) in enumerate(rows) if after > first]
    for batch in (read[begin : begin + _AT_ONCE] for begin in range(0, len(read), _AT_ONCE)):
        near, end = np.concatenate([best[first:after] for _, first, after in batch])[:, filled], 0
        margins = np.maximum(0, near - rivals(near, groups)[1])
        for number, first, after in batch:
            begin, end = end, end + after - first
            heavy = own.weights[first:after]
            weighed = heavy[:, None] * margins[begin:end]
            found[0][number, filled] = weighed.sum(axis=0) / heavy.sum()
            found[1][number, filled] = np.minimum(_MOST, weighed.sum(axis=0))
            found[2][number, filled] = np.minimum(_MOST, np.sort(weighed, axis=0)[-_FEW:].sum(axis=0))
    return found
