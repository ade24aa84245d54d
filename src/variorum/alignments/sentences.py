"""Sentences: what the clauses of two reports do not join, their sentences may.

"Reyes, who founded the clinic, will leave" and "the founder of the clinic goes" share their rare words as sentences
and too few of them clause by clause. Sentences of which no clause is aligned yet are matched one to one by the rare
words that they share and by how much less either shares with any other sentence; every clause that has part in it
is aligned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.alignments.neighbours import report_pairs
from variorum.alignments.similarities import mutual_best
from variorum.alignments.wordings import STOP_WORDS, Weights, contents_of, words_of
from variorum.limits import LIMITS
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.annotations import AnnotatedReport, Statement

#: Weighted overlap from which two sentences tell the same; what the better of two rivals has counts against it.
_LEAST_OVERLAP = 0.16
_RIVAL = 0.5
#: Content words that two sentences must share, names aside one of them.
_LEAST_SHARED = 2
#: Words that sentences of a story share so often that they are no candidates by them.
_COMMON = 50
#: Score of an alignment by sentences: sure enough for a row, too little to make a conflict alone.
_SCORE = 0.45
#: Clauses of one sentence that are aligned.
_CLAUSES = 3


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a report with the statements that it tells."""

    stems: frozenset[str]
    names: frozenset[str]
    """Stems that are written as names."""
    statements: tuple[Statement, ...]
    clauses: tuple[frozenset[str], ...]
    """The stems of each statement."""


def align_sentences(aligned: AlignedStory) -> tuple[Alignment, ...]:
    """Return alignments of clauses by their sentences, for sentences of which none is aligned."""
    items = list(aligned.story.items())
    told = [_sentences_of(annotated) for _, annotated in items]
    weights = Weights(sentence.stems for sentences in told for sentence in sentences)
    taken = _taken(aligned)
    found: list[Alignment] = []
    for left, right in report_pairs(aligned.story):
        sigla = items[left][0], items[right][0]
        free = (
            [item for item in told[left] if not _is_taken(item, sigla[0], sigla[1], taken)],
            [item for item in told[right] if not _is_taken(item, sigla[1], sigla[0], taken)],
        )
        for one, two in _matches(*free, weights):
            found.extend(_alignments(sigla, one, two))
    return tuple(found)


def _taken(aligned: AlignedStory) -> set[tuple[Ref, str]]:
    """Return the statements that are aligned for sure, or host what is, with the siglum of the other report."""
    hosts: dict[Ref, list[Ref]] = defaultdict(list)
    for siglum, annotated in aligned.story.items():
        for statement in annotated.statements:
            for told in (*statement.events, *([statement.quotation] if statement.quotation else [])):
                hosts[Ref(siglum, told)].append(Ref(siglum, statement.id))
    found: set[tuple[Ref, str]] = set()
    for link in aligned.alignments:
        if link.kind is AlignmentKind.UNCERTAIN:
            continue
        for ref, other in ((link.left, link.right), (link.right, link.left)):
            found.update((host, other.siglum) for host in (ref, *hosts.get(ref, ())))
    return found


def _is_taken(sentence: _Sentence, siglum: str, other: str, taken: set[tuple[Ref, str]]) -> bool:
    """Say whether a clause of a sentence is aligned with the other report."""
    return any((Ref(siglum, statement.id), other) in taken for statement in sentence.statements)


def _sentences_of(annotated: AnnotatedReport) -> list[_Sentence]:
    """Return the sentences of a report that tell something, each text once."""
    text = annotated.report.text
    by_number: dict[int, list[Statement]] = defaultdict(list)
    for statement in annotated.statements[: LIMITS.statements]:
        by_number[statement.sentence].append(statement)
    found: dict[frozenset[str], _Sentence] = {}
    for number, statements in sorted(by_number.items()):
        words = annotated.sentences[number].span.text_of(text)[: LIMITS.pattern_characters]
        stems = frozenset(contents_of(words)) - STOP_WORDS
        names = frozenset(word.stem for word in words_of(words) if word.text[0].isupper())
        clauses = tuple(frozenset(contents_of(statement.span.text_of(text))) for statement in statements)
        found.setdefault(stems, _Sentence(stems, names & stems, tuple(statements), clauses))
    return list(found.values())


def _matches(left: list[_Sentence], right: list[_Sentence], weights: Weights) -> Iterator[tuple[_Sentence, _Sentence]]:
    """Yield the pairs of sentences that tell the same, best first."""
    overlaps = dict(_overlaps(left, right, weights))
    rivals: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (row, column), overlap in overlaps.items():
        rivals[0, row].append(overlap)
        rivals[1, column].append(overlap)
    best = {key: sorted(values, reverse=True)[:2] for key, values in rivals.items()}

    def margin(key: tuple[int, int], overlap: float) -> float:
        """Return how much less the best other sentence shares."""
        values = best[key]
        rival = values[1] if len(values) > 1 and overlap == values[0] else values[0] if len(values) > 1 else 0.0
        return overlap - rival

    scores = {}
    for (row, column), overlap in overlaps.items():
        sure = overlap + _RIVAL * min(margin((0, row), overlap), margin((1, column), overlap))
        if sure >= _LEAST_OVERLAP:
            scores[row, column] = round(sure, 4)
    for row, column in mutual_best(scores):
        yield left[row], right[column]


def _overlaps(
    left: list[_Sentence], right: list[_Sentence], weights: Weights
) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield the weighted overlap of the pairs that share rare words."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for column, item in enumerate(right):
        for word in item.stems:
            by_word[word].append(column)
    for row, item in enumerate(left):
        near = {
            column for word in item.stems if len(by_word.get(word, ())) <= _COMMON for column in by_word.get(word, ())
        }
        for column in sorted(near)[: 10 * LIMITS.candidates]:
            shared = item.stems & right[column].stems
            if len(shared) >= _LEAST_SHARED and shared - (item.names & right[column].names):
                yield (row, column), round(weights.overlap(item.stems, right[column].stems), 4)


def _alignments(sigla: tuple[str, str], one: _Sentence, two: _Sentence) -> Iterator[Alignment]:
    """Yield an alignment for each clause that has part in what two sentences share, with its best counterpart."""
    shared = one.stems & two.stems
    pairs = {
        (row, column): len(left & right)
        for row, left in enumerate(one.clauses)
        for column, right in enumerate(two.clauses)
    }
    best = max(pairs, key=lambda pair: (pairs[pair], -pair[0], -pair[1]))
    rows = [row for row, stems in enumerate(one.clauses) if stems & shared][:_CLAUSES]
    columns = [column for column, stems in enumerate(two.clauses) if stems & shared][:_CLAUSES]
    links = {best, *((row, best[1]) for row in rows), *((best[0], column) for column in columns)}
    words = ", ".join(sorted(shared))
    for row, column in sorted(links):
        yield Alignment(
            layer=Layer.STATEMENT,
            left=Ref(sigla[0], one.statements[row].id),
            right=Ref(sigla[1], two.statements[column].id),
            kind=AlignmentKind.REWORDED,
            score=_SCORE,
            reasons=(f"their sentences share rare words: {words}",),
        )
