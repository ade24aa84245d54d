"""Sentences: what the clauses of two reports do not join, their sentences may.

"Reyes, who founded the clinic, will leave" and "the founder of the clinic goes" tell the same, and clause by clause
too little of it. Sentences are matched by the probability that both tell one thing
(:mod:`variorum.alignments.sentences.pairs`); what is joined already is left as it is, and every clause that has part in
what two sentences share is aligned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from variorum.alignments.neighbours import report_pairs
from variorum.alignments.positions import actors_by_report
from variorum.alignments.sentences.clauses import ClausedSentences, clause_sentences
from variorum.alignments.sentences.grounds import have_ground
from variorum.alignments.sentences.pairs import (
    SAME_EVENT,
    Sentenced,
    same_event,
    sentence_chances,
    sentence_features,
    sentence_odds,
    sentences_of,
)
from variorum.alignments.sentences.slots import Slots, sentence_slots
from variorum.alignments.similarities import mutual_best
from variorum.alignments.wordings.likeness import Weights, shared_words
from variorum.alignments.wordings.matches import WordedReport, match_words, weigh, word_reports
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.spans import index_at

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from variorum.model.annotations import AnnotatedReport

#: Probability from which two sentences tell the same, or the one tells part of what the other does.
_SAME = 0.35
#: How well the words of two sentences without a word in common must find each other, however few the sentences are that
#: they could be taken for instead.
_LEAST_FOUND = 0.4
#: How well the words of such a part must find each other, of how well those of the match do: what is told word for word
#: is not told a second time in other words.
NEARLY = 0.5
#: The same for two sentences between which something is aligned, so that what else they share is aligned too.
_MORE = 0.50
#: The same for two sentences that both tell part of what others tell as well.
_AGAIN = 0.50
#: Probability below which sentences speak against what their clauses seem to share.
_DOUBT = 0.25
#: Most that sentences speak for or against what stands in them, and what those do that are not read.
_MOST_ODDS = 8.0
NOT_READ = -3.0
#: Score of an alignment by sentences: sure enough for a row, too little to make a conflict alone.
_SCORE = 0.45
#: Clauses of one sentence that are aligned, and how near one must come to the nearest to have part in it.
_CLAUSES = 3
_PART = 0.8


class SentencePair(Struct, frozen=True):
    """The sentences of two reports, their words, and the sentences in which each annotation stands."""

    places: tuple[int, int]
    sigla: tuple[str, str]
    sides: tuple[tuple[Sentenced, ...], tuple[Sentenced, ...]]
    worded: tuple[WordedReport, WordedReport]
    claused: tuple[ClausedSentences, ClausedSentences]
    slots: tuple[Sequence[Slots], Sequence[Slots]]
    hosts: tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]
    weights: Weights
    words: NDArray[np.float32]
    """How well the words of each two sentences find each other."""
    odds: NDArray[np.float64]
    """What speaks for each two being one but for the events in them, as the logarithm of odds."""

    def events_in_common(self, aligned: AlignedStory) -> NDArray[np.float32]:
        """Return for each two sentences whether they tell one event."""
        events = (link for link in aligned.between(self.sigla) if link.layer is Layer.EVENT)
        return same_event(self.sides, _joined(events, self))

    def odds_with_events(self, aligned: AlignedStory) -> NDArray[np.float64]:
        """Return the logarithm of the odds of each two sentences that they tell the same."""
        return self.odds + sentence_odds({SAME_EVENT: self.events_in_common(aligned)})

    def joined(self, links: Iterable[Alignment]) -> frozenset[tuple[int, int]]:
        """Return the pairs of numbers of sentences that links of the two reports join."""
        return _joined(links, self)

    def chances(self, aligned: AlignedStory) -> NDArray[np.float32]:
        """Return the probability of each two sentences that they tell the same."""
        return sentence_chances(self.odds_with_events(aligned))

    def odds_at(self, aligned: AlignedStory, rows: Sequence[int], columns: Sequence[int]) -> NDArray[np.float64]:
        """Return the same for sentences by their numbers in the reports, within bounds that a fit can build on.

        A sentence that is not aligned as a whole (too short, or told before) has odds that say little.
        """
        import numpy as np  # noqa: PLC0415  # only where something is aligned

        table = np.pad(self.odds_with_events(aligned), ((0, 1), (0, 1)), constant_values=NOT_READ)
        at = [{item.number: place for place, item in enumerate(side)} for side in self.sides]
        places = [
            [known.get(number, len(known)) for number in numbers]
            for known, numbers in zip(at, (rows, columns), strict=True)
        ]
        found: NDArray[np.float64] = table[np.ix_(*places)].clip(-_MOST_ODDS, _MOST_ODDS).round(4)
        return found


def sentence_pairs(aligned: AlignedStory, worded: Sequence[WordedReport] | None = None) -> Iterator[SentencePair]:
    """Yield every two reports of a story that both have sentences to align.

    ``worded`` are the words of the story's reports, where they were read before.
    """
    reports = aligned.story.reports
    told = [sentences_of(annotated) for annotated in reports]
    hosts = [_hosts(annotated) for annotated in reports]
    worded = worded or word_reports(reports)
    numbers = [[item.number for item in side] for side in told]
    claused = [clause_sentences(annotated, found) for annotated, found in zip(reports, numbers, strict=True)]
    slots = [sentence_slots(*item) for item in zip(reports, actors_by_report(aligned), numbers, strict=True)]
    for left, right in report_pairs(aligned.story):
        if told[left] and told[right]:
            sides, words = (told[left], told[right]), weigh(worded[left], worded[right])
            weights = Weights(sentence.stems for side in sides for sentence in side)
            clauses, filled = (claused[left], claused[right]), (slots[left], slots[right])
            features = sentence_features(sides, words, clauses, filled, weights)
            yield SentencePair(
                (left, right),
                (aligned.story.sigla[left], aligned.story.sigla[right]),
                sides,
                words,
                clauses,
                filled,
                (hosts[left], hosts[right]),
                weights,
                features["words"],
                sentence_odds(features),
            )


def align_sentences(aligned: AlignedStory, pairs: Iterable[SentencePair] | None = None) -> tuple[Alignment, ...]:
    """Return alignments of clauses by their sentences, for sentences that are not joined yet.

    ``pairs`` are the story's :func:`sentence_pairs`, where they were made before.
    """
    found: list[Alignment] = []
    for pair in sentence_pairs(aligned) if pairs is None else pairs:
        links = (link for link in aligned.between(pair.sigla) if link.kind is not AlignmentKind.UNCERTAIN)
        joined = _joined(links, pair)
        chosen = _chosen(pair.chances(aligned).tolist(), pair.words, pair.sides, joined)
        numbers = {(pair.sides[0][row].number, pair.sides[1][column].number) for row, column in chosen}
        if have_ground(aligned, pair, joined | numbers):
            for row, column in chosen:
                found.extend(_alignments(aligned, pair, row, column))
    return tuple(found)


def without_doubtful(aligned: AlignedStory, pairs: Iterable[SentencePair] | None = None) -> AlignedStory:
    """Return the story without alignments of events and statements that their sentences speak against.

    Where they speak for one that was in doubt, it is sure.

    "He asked the guard to let him go" and "she asked him to wait" share a word, and their sentences tell two things.
    ``pairs`` as for :func:`align_sentences`.
    """
    doubtful: set[Alignment] = set()
    told: set[Alignment] = set()
    for pair in sentence_pairs(aligned) if pairs is None else pairs:
        if min(map(len, pair.sides)) > 1:
            best = _best_chances(aligned, pair)
            doubtful.update(link for link, chance in best.items() if chance < _DOUBT and not _is_open(link))
            told.update(link for link, chance in best.items() if chance >= _SAME)
            links = aligned.between(pair.sigla)
            if not have_ground(aligned, pair, _joined(links, pair)):
                doubtful.update(link for link in links if link.layer is not Layer.QUOTATION)
    kept = tuple(_firm(link) if link in told else link for link in aligned.alignments if link not in doubtful)
    return replace(aligned, alignments=kept)


def _is_open(link: Alignment) -> bool:
    """Say whether an alignment is of two events that may be one: what is in doubt stays so until something is sure."""
    return link.layer is Layer.EVENT and link.kind is AlignmentKind.UNCERTAIN


def _firm(link: Alignment) -> Alignment:
    """Return an alignment that was in doubt as one that is not: its sentences tell the same."""
    if link.kind is not AlignmentKind.UNCERTAIN:
        return link
    return replace(link, kind=AlignmentKind.SAME if link.layer is Layer.EVENT else AlignmentKind.REWORDED)


def _best_chances(aligned: AlignedStory, pair: SentencePair) -> dict[Alignment, float]:
    """Return, for alignments of events and statements of two reports, the best chance that their sentences have."""
    chances = pair.chances(aligned)
    of = [{item.number: place for place, item in enumerate(side)} for side in pair.sides]
    found = {}
    for link in aligned.between(pair.sigla):
        if link.layer is Layer.QUOTATION:
            continue
        best = [
            float(chances[of[0][row], of[1][column]])
            for row, column in _joined([link], pair)
            if row in of[0] and column in of[1]
        ]
        if best:
            found[link] = max(best)
    return found


def _joined(links: Iterable[Alignment], pair: SentencePair) -> frozenset[tuple[int, int]]:
    """Return the pairs of numbers of sentences that links of the two reports join."""
    found: set[tuple[int, int]] = set()
    for link in links:
        rows, columns = pair.hosts[0].get(link.left.id, ()), pair.hosts[1].get(link.right.id, ())
        found.update((row, column) for row in rows for column in columns)
    return frozenset(found)


def _hosts(annotated: AnnotatedReport) -> dict[str, tuple[int, ...]]:
    """Return the numbers of the sentences in which each event, statement and quotation stands."""
    spans = [sentence.span for sentence in annotated.sentences]
    found: dict[str, tuple[int, ...]] = {item.id: (item.sentence,) for item in annotated.events}
    found |= {item.id: (item.sentence,) for item in annotated.statements}
    for quotation in annotated.quotations:
        numbers = [index_at(spans, offset) for span in quotation.spans for offset in (span.start, span.end - 1)]
        known = [number for number in numbers if number is not None]
        found[quotation.id] = tuple(range(min(known), max(known) + 1)) if known else ()
    return found


def _chosen(
    chances: Sequence[Sequence[float]],
    words: NDArray[np.float32],
    sides: tuple[Sequence[Sentenced], Sequence[Sentenced]],
    joined: frozenset[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Return the pairs that tell the same: each other's best, and what tells part of a sentence that has a match."""
    taken = {row for row, _ in joined}, {column for _, column in joined}
    free = [[item.number not in numbers for item in side] for side, numbers in zip(sides, taken, strict=True)]
    likely = {
        pair: chance
        for pair, chance in _as_pairs(chances)
        if chance >= _SAME and (sides[0][pair[0]].number, sides[1][pair[1]].number) not in joined
        if words[pair] >= _LEAST_FOUND or sides[0][pair[0]].stems & sides[1][pair[1]].stems
    }
    chosen = mutual_best({pair: chance for pair, chance in likely.items() if free[0][pair[0]] and free[1][pair[1]]})
    left, right = {pair[0] for pair in chosen}, {pair[1] for pair in chosen}
    more = mutual_best({pair: chance for pair, chance in _as_pairs(chances) if chance >= _MORE})
    more = [pair for pair in more if (sides[0][pair[0]].number, sides[1][pair[1]].number) in joined]
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {}
    for pair, chance in likely.items():
        for side, known in ((0, left), (1, right)):
            most = float(words[:, pair[1]].max() if side == 0 else words[pair[0]].max())
            if words[pair] >= NEARLY * most and free[side][pair[side]] and pair[side] not in known:
                key = side, pair[side]
                best[key] = max(best.get(key, (0.0, pair)), (chance, pair))
    again = _told_again(chances, sides, joined)
    return sorted({*chosen, *more, *again, *(pair for _, pair in best.values())})


def _told_again(
    chances: Sequence[Sequence[float]],
    sides: tuple[Sequence[Sentenced], Sequence[Sentenced]],
    joined: frozenset[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Return the pairs of sentences that are joined with others each, and tell something alike besides.

    "The ferry ran aground near Velisk, and 52 were hurt" shares its one half with a sentence of the other report, and
    its other half with the second part of a sentence that is joined with the headline.
    """
    taken = {row for row, _ in joined}, {column for _, column in joined}
    return [
        pair
        for pair, chance in _as_pairs(chances)
        if chance >= _AGAIN
        and sides[0][pair[0]].number in taken[0]
        and sides[1][pair[1]].number in taken[1]
        and (sides[0][pair[0]].number, sides[1][pair[1]].number) not in joined
    ]


def _as_pairs(chances: Sequence[Sequence[float]]) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield each cell of a table with its row and column."""
    for row, found in enumerate(chances):
        for column, chance in enumerate(found):
            yield (row, column), chance


def _alignments(aligned: AlignedStory, pair: SentencePair, row: int, column: int) -> Iterator[Alignment]:
    """Yield an alignment for each clause that has part in what two sentences share, with its best counterpart."""
    statements = [
        [item for item in aligned.story.reports[place].statements if item.sentence == side[number].number]
        for place, side, number in zip(pair.places, pair.sides, (row, column), strict=True)
    ]
    if not all(statements):
        return
    stretches = [
        [report.stretch(item.span) for item in found] for report, found in zip(pair.worded, statements, strict=True)
    ]
    near = match_words(pair.worded, stretches[0], stretches[1])
    links = {divmod(int(near.argmax()), near.shape[1])}
    least = _PART * float(near.max())
    rows, columns = near.argmax(axis=1).tolist(), near.argmax(axis=0).tolist()
    links |= {(one, two) for one, two in enumerate(rows) if near[one, two] >= least}
    links |= {(one, two) for two, one in enumerate(columns) if near[one, two] >= least}
    reason = reason_of(aligned, pair, row, column)
    for one, two in sorted(links)[:_CLAUSES]:
        yield Alignment(
            layer=Layer.STATEMENT,
            left=Ref(pair.sigla[0], statements[0][one].id),
            right=Ref(pair.sigla[1], statements[1][two].id),
            kind=AlignmentKind.REWORDED,
            score=_SCORE,
            reasons=(reason,),
        )


def reason_of(aligned: AlignedStory, pair: SentencePair, row: int, column: int) -> str:
    """Return why two sentences, by their places in the pair, are joined: the words that they share."""
    texts = []
    for place, side, number in zip(pair.places, pair.sides, (row, column), strict=True):
        annotated = aligned.story.reports[place]
        texts.append(annotated.sentences[side[number].number].span.text_of(annotated.report.text))
    words = ", ".join(shared_words(*texts))
    return f"their sentences share rare words: {words}" if words else "their sentences tell it in other words"
