"""Statements: clauses of two reports that tell the same thing.

Being about the same topic is not telling the same: two clauses are joined when wording, participants in their roles,
times, quantities and aligned events add up to a probability that is high enough, and when each is the other's best.
What a report tells again (a headline, a caption, a summary) is joined as well.
Contents of direct quotations are left to the quotations. Clauses of equal text are aligned once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.sentences.aligning import SentencePair
from variorum.alignments.similarities import mutual_best, nearest
from variorum.alignments.statements.pairs import can_reach, probability, reasons_of, share_names_alone
from variorum.alignments.statements.sides import Side, SidePair, side_pairs
from variorum.alignments.wordings.likeness import Weights, words_of
from variorum.alignments.wordings.matches import WordedReport
from variorum.limits import LIMITS
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Probability from which two statements tell the same, and from which perhaps.
_SAME = 0.30
_PERHAPS = 0.25
#: Least cosine in context of a pair, whatever else speaks for it.
_LEAST_COSINE = 0.30
#: The same for clauses that share nothing but names, where other sentences show how alike two of them are anyway, and
#: where there are none.
_LEAST_OF_NAMES = 0.50
_LEAST_OF_NAMES_ALONE = 0.80
#: Probability from which a statement is told in one that is taken for another already.
_BESIDE = 0.60
#: Cosine of two clauses of one report from which the one tells the other again.
_AGAIN = 0.70
#: States that a sentence must bring together to be known by them, and the cosine that it needs besides.
_PARTIES = 3
_LEAST_COSINE_OF_CAST = 0.40
#: Sentences of one report that may have that cast.
_RARE = 2


class _Match(Struct, frozen=True):
    """How well two statements fit, and why."""

    score: float
    reasons: tuple[str, ...]


def align_statements(
    aligned: AlignedStory,
    worded: Sequence[WordedReport] | None = None,
    pairs: Iterable[SentencePair] | None = None,
) -> tuple[Alignment, ...]:
    """Return the alignments of statements of every two reports, in story and text order; see :func:`side_pairs`."""
    names = {actor.id: actor.name for actor in aligned.actors}
    found: list[Alignment] = []
    for _, sides in side_pairs(aligned, worded, pairs):
        found.extend(_align_sides(sides, names))
    return tuple(found)


def _align_sides(sides: SidePair, names: dict[str, str]) -> list[Alignment]:
    """Match the statements of two reports one to one."""
    left, right, near = sides.left, sides.right, sides.near
    matches: dict[tuple[int, int], _Match] = {}
    pairs = [
        pair
        for pair in dict.fromkeys([*nearest(near.context), *_sharing(left, right, sides.weights)])
        if near.context[pair] >= _LEAST_COSINE
    ]
    known = sides.known(pairs)
    able = can_reach(_PERHAPS, known, (left.told, right.told), pairs)
    for number, pair in enumerate(pairs):
        match = _match(sides, pair, known.of(number), names) if able[number] else None
        if match is not None:
            matches[pair] = match
    sure = mutual_best({pair: match.score for pair, match in matches.items() if match.score >= _SAME})
    chosen = [*sure, *_retold(left, right, sure, matches)]
    chosen += _told_beside(chosen, matches)
    # What is told once for sure is not told a second time perhaps.
    taken_left, taken_right = {pair[0] for pair in chosen}, {pair[1] for pair in chosen}
    free = {
        pair: match.score for pair, match in matches.items() if pair[0] not in taken_left and pair[1] not in taken_right
    }
    for pair, match in _same_cast(left, right, ((near.clauses + near.sentences) / 2).astype(near.clauses.dtype)):
        if pair[0] not in taken_left and pair[1] not in taken_right:
            free[pair] = match.score
            matches[pair] = match
    chosen += mutual_best(free)
    return [_alignment(left, right, pair, matches[pair]) for pair in sorted(chosen)]


def _retold(
    left: Side, right: Side, chosen: Sequence[tuple[int, int]], matches: dict[tuple[int, int], _Match]
) -> list[tuple[int, int]]:
    """Return pairs of a statement with one that is taken, where both on the other side belong together.

    A caption, a headline or a summary tells again what the text tells; a report puts into two clauses of a sentence
    what another one tells in one ("52 were hurt when the ferry burned").
    """
    columns_of, rows_of = dict(chosen), {column: row for row, column in chosen}
    found = []
    for (row, column), match in matches.items():
        if match.score < _SAME:
            continue
        first, second = rows_of.get(column), columns_of.get(row)
        if (first, second) == (row, column):
            continue
        if (first is not None and _retells(left, row, first)) or (
            second is not None and _retells(right, column, second)
        ):
            found.append((row, column))
    return found


def _told_beside(chosen: Sequence[tuple[int, int]], matches: dict[tuple[int, int], _Match]) -> list[tuple[int, int]]:
    """Return the best pair of each statement that is left, with one that is taken by another.

    One clause can tell what another report tells in two sentences ("on its third flight the rocket rose").
    """
    taken = {pair[0] for pair in chosen}, {pair[1] for pair in chosen}
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {}
    for pair, match in matches.items():
        if match.score < _BESIDE:
            continue
        for side in (0, 1):
            if pair[side] not in taken[side] and pair[1 - side] in taken[1 - side]:
                key = (side, pair[side])
                best[key] = max(best.get(key, (0.0, pair)), (match.score, pair))
    return sorted({pair for _, pair in best.values()})


def _retells(side: Side, one: int, other: int) -> bool:
    """Say whether two statements of one report stand in one sentence, or tell the same."""
    if side.told[one].statement.sentence == side.told[other].statement.sentence:
        return True
    return round(float(side.vectors[one] @ side.vectors[other]), 4) >= _AGAIN


def _same_cast(left: Side, right: Side, similarities: NDArray[np.float32]) -> list[tuple[tuple[int, int], _Match]]:
    """Return pairs of statements whose sentences alone bring the same three states together: perhaps the same.

    "Maravia seeks to mediate between Sundara and Kessel" and "Halasz may be helping in talks of Sundara with Kessel"
    share hardly a word.
    """
    by_cast: list[dict[frozenset[str], list[int]]] = [defaultdict(list), defaultdict(list)]
    for side, found in zip((left, right), by_cast, strict=True):
        for index, item in enumerate(side.told):
            if len(item.states) >= _PARTIES:
                found[item.states].append(index)
    # Where many sentences have one cast it tells nothing.
    rare = [
        [(cast, rows) for cast, rows in found.items() if len({side.told[row].sentence for row in rows}) <= _RARE]
        for side, found in zip((left, right), by_cast, strict=True)
    ]
    pairs = []
    for cast, rows in rare[0][: LIMITS.candidates]:
        for other, columns in rare[1][: LIMITS.candidates]:
            shared = cast & other
            if len(shared) < _PARTIES or len(cast | other) > len(shared) + 1:
                continue
            options = [(row, column) for row in rows[:8] for column in columns[:8]]
            row, column = max(options, key=lambda pair: _closeness(left, right, pair, float(similarities[pair])))
            cosine = float(similarities[row, column])
            if cosine >= _LEAST_COSINE_OF_CAST:
                reasons = (f"the same {len(shared)} states in one sentence", f"similar wording {cosine:.2f}")
                # Where the agents speak for one state too, it is the same; else perhaps.
                agents = left.told[row].heads & right.told[column].heads
                pairs.append(((row, column), _Match(_SAME if agents else _SAME - 0.01, reasons)))
    return pairs


def _closeness(left: Side, right: Side, pair: tuple[int, int], cosine: float) -> tuple[bool, float, int, int]:
    """Return the sort key of two statements of one cast: those whose agents speak for one state first."""
    return bool(left.told[pair[0]].heads & right.told[pair[1]].heads), cosine, -pair[0], -pair[1]


def _sharing(left: Side, right: Side, weights: Weights) -> Iterable[tuple[int, int]]:
    """Return pairs that share rare words, which vectors can miss: names, numbers."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for column, item in enumerate(right.told):
        for word in item.stems:
            by_word[word].append(column)
    for row, item in enumerate(left.told):
        rare = sorted(item.stems, key=lambda word: (-weights.of(word), word))[:6]
        near: dict[int, float] = defaultdict(float)
        for word in rare:
            if len(by_word.get(word, ())) <= LIMITS.candidates:
                for column in by_word.get(word, ()):
                    near[column] += weights.of(word)
        for column in sorted(near, key=lambda item: (-near[item], item))[: LIMITS.candidates]:
            yield row, column


def _match(sides: SidePair, pair: tuple[int, int], known: Mapping[str, float], names: dict[str, str]) -> _Match | None:
    """Score two statements of which ``known`` is known; None when too little speaks for them."""
    near = sides.near
    cosine = float(near.context[pair])
    one, two = sides.left.told[pair[0]], sides.right.told[pair[1]]
    linked = sides.are_linked(pair)
    least = _LEAST_OF_NAMES_ALONE if min(near.sentences_told) == 1 else _LEAST_OF_NAMES
    if not linked and cosine < least and share_names_alone(one, two):
        return None
    score = round(probability(sides.features(pair, linked=linked, known=known)), 4)
    if score < _PERHAPS:
        return None
    return _Match(score, (*reasons_of(one, two, names, linked=linked), f"similar wording {cosine:.2f}"))


def _alignment(left: Side, right: Side, pair: tuple[int, int], match: _Match) -> Alignment:
    """Return the alignment of two statements."""
    one, two = left.told[pair[0]], right.told[pair[1]]
    equal = [word.stem for word in words_of(one.text)] == [word.stem for word in words_of(two.text)]
    if equal:
        kind = AlignmentKind.IDENTICAL
    else:
        kind = AlignmentKind.REWORDED if match.score >= _SAME else AlignmentKind.UNCERTAIN
    reasons = match.reasons
    if one.negated != two.negated:
        reasons = (*reasons, "negated in one")
    return Alignment(
        layer=Layer.STATEMENT,
        left=Ref(left.siglum, one.statement.id),
        right=Ref(right.siglum, two.statement.id),
        kind=kind,
        score=round(max(0.0, min(1.0, match.score)), 4),
        reasons=reasons,
    )
