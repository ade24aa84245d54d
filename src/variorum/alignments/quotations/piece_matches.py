"""Matches of pieces: how near the quoted sentences of two reports are, each pair beside its rivals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.alignments.closeness import rivals
from variorum.alignments.sentences.aligning import NOT_READ
from variorum.alignments.similarities import cosines, nearest, vectors_of
from variorum.alignments.wordings.matches import WordedReport, found_words
from variorum.model.spans import index_at

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from variorum.alignments.quotations.utterances import Side
    from variorum.alignments.sentences.aligning import SentencePair
    from variorum.model.alignments import AlignedStory

#: What a rival has at least, and where there is none: odds as a logarithm, and words that find each other.
_LEAST_ODDS = -8.0
_LEAST_WORDS = 0.4
#: Code points of a speaker's name that are read.
_NAME = 120


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
        here, there = found_words(worded, stretches[0], stretches[1])
        self.words: NDArray[np.float32] = ((here + there) / 2).clip(0, 1).round(4)
        """How well the words of every two find each other, 0 to 1."""
        self.speakers: NDArray[np.float32] = _speakers_alike(left, right)
        """Cosine of the words that name the speakers of every two quotations, 0 where either names none."""
        # By how much better than with any other sentence, for the one for which it is less and for the other one.
        rivals_of_words = _beyond_rivals(self.words, _LEAST_WORDS) if self.words.size else (self.words, self.words)
        rivals_of_odds = _beyond_rivals(odds, _LEAST_ODDS) if self.words.size else (odds, odds)
        self.tables: dict[str, NDArray[np.float32]] = {
            "words": self.words,
            "words more than both rivals": rivals_of_words[0],
            "words more than one of rivals": rivals_of_words[1],
            # How well the words of the one that finds more of its own, or fewer, find the other's.
            "words of one": np.maximum(here, there).clip(0, 1).round(4),
            "words of both": np.minimum(here, there).clip(0, 1).round(4),
            # Odds that the sentences in which they stand tell the same, as a logarithm.
            "sentences": odds,
            "sentences more than both rivals": rivals_of_odds[0],
            "sentences more than one of rivals": rivals_of_odds[1],
        }
        """What two sentences are judged by that comes of how near they are, by the name of the feature."""

    def nearest_in_words(self, most: int) -> list[tuple[int, int]]:
        """Return (row, column) of the ``most`` sentences whose words find each sentence's words best, in order."""
        return nearest(self.words, most)


def _speakers_alike(left: Side, right: Side) -> NDArray[np.float32]:
    """Return the cosine of the words for every two speakers, by the numbers of quotations; 0 where one has none."""
    names = [[_name_of(side, number) for number in range(len(side.quotations))] for side in (left, right)]
    alike = cosines(*(vectors_of(side) for side in names))
    for row, name in enumerate(names[0]):
        if not name:
            alike[row] = 0
    for column, name in enumerate(names[1]):
        if not name:
            alike[:, column] = 0
    return alike


def _name_of(side: Side, number: int) -> str:
    """Return the words that name a speaker, empty where the report names none."""
    quotation = side.quotations[number]
    words = quotation.speaker.text_of(side.annotated.report.text) if quotation.speaker else ""
    return (quotation.speaker_canonical or words)[:_NAME]


def _beyond_rivals(table: NDArray[np.float32], least: float) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return by how much each cell is more than the best other of its row and of its column, the less and the more.

    A rival has ``least`` at least, so that a lone sentence has one too.
    """
    import numpy as np  # noqa: PLC0415  # as above

    padded = [np.pad(rows, ((0, 0), (0, 1)), constant_values=least) for rows in (table, table.T)]
    best = [rivals(rows, np.arange(rows.shape[1]))[0][:, :-1] for rows in padded]
    across, down = table - best[0], table - best[1].T
    return np.minimum(across, down), np.maximum(across, down)


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
