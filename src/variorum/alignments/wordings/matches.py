"""Word matches: how well the words of one stretch of text find their like in another, each where it stands.

Late interaction (ColBERT; BERTScore): every word looks for the word of the other side that means most nearly the same
in its place, rare words count more, and both sides are asked. "The ferry ran aground" finds "the boat hit a sandbank"
word by word where the vectors of the whole sentences say no more than that both are about shipping.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from variorum.alignments.wordings.likeness import Weights, word_places
from variorum.alignments.wordings.word_tables import WordTables
from variorum.limits import LIMITS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from variorum.model.annotations import AnnotatedReport
    from variorum.model.spans import Span

#: Least weight of a word, so that no stretch has none.
_LEAST_WEIGHT = 1e-6

#: Cells of a table of two reports' words that are held at once, 8 MB: both whole where each has 1,400 words.
_CELLS = 2_000_000
#: All words are multiplied where more than one in so many of their pairs is asked for.
_MANY = 8
#: Kinds of tables that are kept: how near words are to words, and how near words come to their like in sentences.
_WORDS, _SENTENCES = "words", "sentences"

Stretch = tuple[int, int]
"""The first word of a stretch and the one after it, by their numbers in the report."""


class WordedReport(Struct, frozen=True, eq=False):
    """The words of one report with their vectors."""

    starts: tuple[int, ...]
    """Where each word starts in the text."""
    stems: tuple[str, ...]
    sentences: tuple[Stretch, ...]
    """The words of each sentence; none for those that are not read."""
    vectors: NDArray[np.float32]
    """A row for each word, and one of zeros behind the last."""
    weights: NDArray[np.float32]
    """How rare each word is among the sentences of the two reports compared, and 0 behind the last (:func:`weigh`)."""
    number: int
    """Its place among the reports of the story."""
    tables: WordTables
    """How near the words of the story's reports are to each other."""

    def stretch(self, span: Span) -> Stretch:
        """Return the words that start in a span."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)


def word_reports(reports: Sequence[AnnotatedReport]) -> tuple[WordedReport, ...]:
    """Return the words of all reports of a story, not weighed yet."""
    tables = WordTables()
    return tuple(_word_report(annotated, number, tables) for number, annotated in enumerate(reports))


def weigh(left: WordedReport, right: WordedReport) -> tuple[WordedReport, WordedReport]:
    """Return two reports with their words weighed by how rare each is in them: no third report has a say in it."""
    rarity = Weights(report.stems[first:after] for report in (left, right) for first, after in report.sentences)
    return _weighed(left, rarity), _weighed(right, rarity)


def _weighed(report: WordedReport, rarity: Weights) -> WordedReport:
    """Return a report with its words weighed."""
    import numpy as np  # noqa: PLC0415  # numpy and the model only where something is aligned

    weights = np.array([*(rarity.of(stem) + _LEAST_WEIGHT for stem in report.stems), 0], dtype=np.float32)
    return replace(report, weights=weights)


def _word_report(annotated: AnnotatedReport, number: int, tables: WordTables) -> WordedReport:
    """Return the words of one report, ``LIMITS.words`` at most, each read alone and with the sentences beside it."""
    import numpy as np  # noqa: PLC0415  # as above

    from variorum.word_vectors import Passage, load_word_encoder  # noqa: PLC0415  # likewise

    text, spans = annotated.report.text, [sentence.span for sentence in annotated.sentences]
    starts: list[int] = []
    stems: list[str] = []
    sentences: list[Stretch] = []
    passages: list[Passage] = []
    for place, (sentence, span) in enumerate(zip(annotated.sentences, spans, strict=True)):
        first = len(starts)
        found = [] if sentence.boilerplate or first >= LIMITS.words else word_places(span.text_of(text))
        starts += [span.start + start for start, _, _ in found]
        stems += [stem for _, _, stem in found]
        sentences.append((first, len(starts)))
        for wide in (span, _with_neighbours(spans, place)):
            offset = span.start - wide.start
            places = tuple((offset + start, offset + end) for start, end, _ in found)
            passages.append(Passage(wide.text_of(text), places, alone=wide is span))
    rows = load_word_encoder().encode([passage for passage in passages if passage.words])
    alone, beside = (np.concatenate(half) if half else np.zeros((0, 1), np.float32) for half in (rows[::2], rows[1::2]))
    vectors = np.concatenate([alone, beside], axis=1) * np.float32(0.5**0.5)
    beyond = np.zeros((1, vectors.shape[1]), np.float32)
    return WordedReport(
        tuple(starts),
        tuple(stems),
        tuple(sentences),
        np.concatenate([vectors, beyond]),
        np.zeros(0, np.float32),
        number,
        tables,
    )


def _with_neighbours(spans: Sequence[Span], number: int) -> Span:
    """Return a sentence together with the one before and the one behind it."""
    first, last = spans[max(0, number - 1)], spans[min(len(spans) - 1, number + 1)]
    return type(first)(first.start, last.end)


def match_words(
    reports: tuple[WordedReport, WordedReport], rows: Sequence[Stretch], columns: Sequence[Stretch]
) -> NDArray[np.float32]:
    """Return for every two stretches how well their words find each other, 0 to 1, rounded to four places.

    ``rows`` are stretches of the first report, ``columns`` of the second. The mean of both directions; 0 where a
    stretch has no words.
    """
    here, there = found_words(reports, rows, columns)
    return both_ways(here, there)


def match_sentences(
    reports: tuple[WordedReport, WordedReport], rows: Sequence[int], columns: Sequence[int]
) -> NDArray[np.float32]:
    """Return the same for every two sentences by their numbers."""
    left, right = reports
    here = found_in(left, [left.sentences[row] for row in rows], best_in_sentences(left, right, columns))
    there = found_in(right, [right.sentences[column] for column in columns], best_in_sentences(right, left, rows))
    return both_ways(here, there.T)


def both_ways(here: NDArray[np.float32], there: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the mean of what the words of either side find in the other, 0 to 1, rounded to four places."""
    clipped: NDArray[np.float32] = ((here + there) / 2).clip(0, 1).round(4)
    return clipped


def found_words(
    reports: tuple[WordedReport, WordedReport], rows: Sequence[Stretch], columns: Sequence[Stretch]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return for every two stretches how well the words of the row's find the column's, and the reverse.

    0 where a stretch has no words.
    """
    left, right = reports
    here = found_in(left, rows, best_in(left, right, columns, _extent(rows)))
    return here, found_in(right, columns, best_in(right, left, rows, _extent(columns))).T


def found_in(own: WordedReport, stretches: Sequence[Stretch], best: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how well the words of each stretch find those of the other report's, (stretches, the other's stretches).

    ``best`` is what each word of ``own`` finds in the other's stretches (:func:`best_in`). 0 for one without words.
    """
    import numpy as np  # noqa: PLC0415  # as above

    found = np.zeros((len(stretches), best.shape[1]), dtype=np.float32)
    for number, (first, after) in enumerate(stretches):
        if after > first:
            heavy = own.weights[first:after]
            found[number] = heavy @ best[first:after] / heavy.sum()
    return found


def best_in(
    own: WordedReport, other: WordedReport, stretches: Sequence[Stretch], asked: Stretch | None = None
) -> NDArray[np.float32]:
    """Return how near each word of a report comes to its like in each stretch of another: (words, stretches).

    0 in a stretch without words, and for words that are not among those ``asked`` for, which are all without it.
    """
    import numpy as np  # noqa: PLC0415  # as above

    found = np.zeros((len(stretches), len(own.starts)), dtype=np.float32)
    first_row, last_row = _extent(stretches)
    first_word, last_word = asked or (0, len(own.starts))
    step = max(1, _CELLS // max(1, last_row - first_row))
    for begin in range(first_word, last_word, step):
        words = begin, min(begin + step, last_word)
        alike = _words_alike(other, own, (first_row, last_row), words)
        for number, (first, after) in enumerate(stretches):
            if after > first:
                found[number, slice(*words)] = alike[first - first_row : after - first_row].max(axis=0)
    return np.ascontiguousarray(found.T)


def best_in_sentences(own: WordedReport, other: WordedReport, numbers: Sequence[int]) -> NDArray[np.float32]:
    """Return how near each word of a report comes to its like in sentences of another by their numbers, likewise."""
    best = own.tables.known(_SENTENCES, own.number, other.number)
    if best is None:
        best = best_in(own, other, other.sentences)
        own.tables.keep(_SENTENCES, own.number, other.number, best)
    return best[:, list(numbers)]


def _extent(stretches: Sequence[Stretch]) -> Stretch:
    """Return the first word of stretches and the one behind their last."""
    filled = [(first, after) for first, after in stretches if after > first]
    return min((first for first, _ in filled), default=0), max((after for _, after in filled), default=0)


def _words_alike(one: WordedReport, two: WordedReport, rows: Stretch, columns: Stretch) -> NDArray[np.float32]:
    """Return how near words of one report are to words of another: a row for each of the one."""
    # Which report comes first in the story makes no difference to the last bit.
    turned = (len(one.stems), one.stems) > (len(two.stems), two.stems)
    first, second = (two, one) if turned else (one, two)
    table = one.tables.known(_WORDS, first.number, second.number)
    cells = len(one.starts) * len(two.starts)
    if table is None and cells <= _CELLS and _MANY * (rows[1] - rows[0]) * (columns[1] - columns[0]) > cells:
        table = first.vectors[:-1] @ second.vectors[:-1].T
        one.tables.keep(_WORDS, first.number, second.number, table)
    if table is None:
        table = one.vectors[slice(*rows)] @ two.vectors[slice(*columns)].T
    elif turned:
        # A row in one piece of memory: what is asked of it next is ten times faster.
        table = table[slice(*columns), slice(*rows)].T.copy()
    else:
        table = table[slice(*rows), slice(*columns)]
    return table
