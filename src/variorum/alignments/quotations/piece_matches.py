"""Matches of pieces: how near the quoted sentences of two reports are, each pair beside its rivals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.closeness import rivals
from variorum.alignments.sentences.aligning import NOT_READ
from variorum.alignments.similarities import cosines
from variorum.alignments.wordings.matches import WordedReport, match_words
from variorum.model.spans import index_at

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from variorum.alignments.quotations.utterances import Side
    from variorum.alignments.sentences.aligning import SentencePair
    from variorum.model.alignments import AlignedStory

#: Odds of a rival where there is none, as a logarithm.
_LEAST_ODDS = -8.0


class Near(Struct, frozen=True):
    """How near two quoted sentences are."""

    cosine: float
    words: float
    """How well the words of both find each other, 0 to 1."""
    most_rivals: float
    """By how much better than with any other sentence, for the one of the two for which it is less."""
    one_rival: float
    """The same for the one for which it is more."""
    sentences: float
    """Odds that the sentences in which they stand tell the same, as a logarithm."""
    sentences_most: float
    sentences_one: float
    """By how much more than with any other, for the one for which it is less, and for the one for which it is more."""


class PieceMatches:
    """How near the quoted sentences of two reports are."""

    def __init__(
        self, sides: tuple[Side, Side], worded: tuple[WordedReport, WordedReport], odds: NDArray[np.float32]
    ) -> None:
        """Compare every two sentences; ``worded`` are the words of the two reports.

        ``odds`` are those of the sentences in which they stand.
        """
        import numpy as np  # noqa: PLC0415  # only where something is aligned

        left, right = sides
        self.cosines: NDArray[np.float32] = cosines(left.vectors, right.vectors)
        stretches = [
            [report.stretch(max(piece.spans, key=len)) for piece in side.pieces]
            for side, report in zip(sides, worded, strict=True)
        ]
        self._words = match_words(worded, stretches[0], stretches[1])
        if self._words.size:
            across = self._words - rivals(self._words, np.arange(len(right.pieces)))[0]
            down = self._words - rivals(self._words.T, np.arange(len(left.pieces)))[0].T
            self._rivals = np.minimum(across, down), np.maximum(across, down)
            # A lone sentence has the least odds for its rival.
            across = odds - rivals(_padded(odds), np.arange(odds.shape[1] + 1))[0][:, :-1]
            down = odds - rivals(_padded(odds.T), np.arange(odds.shape[0] + 1))[0][:, :-1].T
            self._odds = odds, np.minimum(across, down), np.maximum(across, down)

    def of(self, pair: tuple[int, int]) -> Near:
        """Return how near two sentences are, by their numbers."""
        return Near(
            float(self.cosines[pair]),
            float(self._words[pair]),
            float(self._rivals[0][pair]),
            float(self._rivals[1][pair]),
            *(float(table[pair]) for table in self._odds),
        )


def _padded(odds: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return a table with one more column of the least odds."""
    import numpy as np  # noqa: PLC0415  # as above

    return np.pad(odds, ((0, 0), (0, 1)), constant_values=_LEAST_ODDS)


def piece_odds(aligned: AlignedStory, sides: tuple[Side, Side], pair: SentencePair | None) -> NDArray[np.float32]:
    """Return the odds that the sentences in which quoted ones stand tell the same, as a logarithm.

    ``pair`` are the sentences of the two reports, None where one of them has none that tells something.
    """
    import numpy as np  # noqa: PLC0415  # as above

    numbers = [_sentences_of(side) for side in sides]
    if pair is None:
        return np.full((len(numbers[0]), len(numbers[1])), NOT_READ, dtype=np.float32)
    return pair.odds_at(aligned, *numbers).astype(np.float32)


def _sentences_of(side: Side) -> list[int]:
    """Return the number of the sentence of the report in which each quoted one stands, most of it."""
    spans = [sentence.span for sentence in side.annotated.sentences]
    return [index_at(spans, max(piece.spans, key=len).start) or 0 for piece in side.pieces]
