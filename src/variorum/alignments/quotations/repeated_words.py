"""Repeated words: what one report puts in marks and another has in a sentence of its own, with nobody given for it.

The bridge would stay shut “until further notice”, the ministry says in one report; in the other it is shut until
further notice. That the other report has the very words says where it has them from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from variorum.alignments.quotations.held_words import share_verbatim, word_runs
from variorum.alignments.quotations.pairings import Pairing
from variorum.alignments.quotations.retellings import Retold, Telling, free_tellings
from variorum.alignments.quotations.utterances import ANCHOR_WORDS, Piece, Side
from variorum.alignments.wordings.likeness import STOP_WORDS, words_of
from variorum.limits import LIMITS
from variorum.model.annotations import QuotationType

#: Words in marks that must stand in the other report in a row, and letters of one of them that carries something.
_LEAST_MARKED = 2
_LETTERS = 5
#: Share of a sentence in marks that the other report must have word by word.
_HELD = 0.8
#: How sure it is that whole sentences in the same words, and fewer words beside a shared one, are one utterance.
_SURE, _LIKELY = 0.9, 0.6


class _Marked(Struct, frozen=True, eq=False):
    """A quoted sentence with the stems of its words in marks, a row for each pair of marks."""

    number: int
    piece: Piece
    rows: tuple[tuple[str, ...], ...]
    direct: bool


def find_repeated(pairing: Pairing, taken: Iterable[Retold]) -> list[Retold]:
    """Return what one report has in marks and the other in own words, of what neither is paired nor in ``taken``."""
    known = list(taken)
    return [repeated for quoting in (0, 1) for repeated in _repeated(pairing, known, quoting)]


def _repeated(pairing: Pairing, known: Sequence[Retold], quoting: int) -> Iterator[Retold]:
    """Yield what one side has in marks and the other in a sentence of its own, each once, in text order."""
    side, other = (pairing.left, pairing.right)[:: -1 if quoting else 1]
    used = {id(retold.piece) for retold in known}
    told = [retold.telling.piece.spans[0] for retold in known if retold.quoted_left != bool(quoting)]
    marked = [it for it in _marked(side, sorted(pairing.free[quoting])) if id(it.piece) not in used]
    tellings = free_tellings(pairing, other, 1 - quoting, None) if marked else []
    places = _places(tellings)
    terms = _terms(side) | _terms(other) if tellings else set()
    for item in marked:
        if not item.direct and all(row[:_LEAST_MARKED] in terms for row in item.rows):
            continue
        near = dict.fromkeys(number for run in _runs(item) for number in places.get(run, ())[: LIMITS.candidates])
        for telling in (tellings[number] for number in near):
            score = _score(item, telling.piece)
            if score and not any(telling.piece.spans[0].overlaps(span) for span in told):
                told.append(telling.piece.spans[0])
                yield Retold(item.piece, telling, not quoting, score)
                break


def _marked(side: Side, free: Iterable[int]) -> Iterator[_Marked]:
    """Yield the quoted sentences that have words in marks."""
    text = side.annotated.report.text
    for number in free:
        piece = side.pieces[number]
        quotation = side.quotations[piece.quotation]
        direct = quotation.type is QuotationType.DIRECT
        spans = [span for span in quotation.verbatim if any(part.contains(span) for part in piece.spans)]
        rows = tuple(tuple(word.stem for word in words_of(span.text_of(text))) for span in spans)
        if direct or rows:
            yield _Marked(number, piece, (piece.stems,) if direct else rows, direct)


def _places(tellings: Sequence[Telling]) -> dict[tuple[str, ...], list[int]]:
    """Return by two and by three words in a row the sentences that have them."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        stems = telling.piece.stems
        for run in {*word_runs(stems), *pairwise(stems)}:
            found[run].append(number)
    return found


def _terms(side: Side) -> set[tuple[str, ...]]:
    """Return the two words in a row that several sentences of a report have: a term of the matter, said by all."""
    sentences = (sentence.span.text_of(side.annotated.report.text) for sentence in side.annotated.sentences)
    stems = ([word.stem for word in words_of(text)] for text in sentences)
    counts = Counter(pair for words in stems for pair in set(pairwise(words)))
    return {pair for pair, count in counts.items() if count > 1}


def _runs(item: _Marked) -> list[tuple[str, ...]]:
    """Return the words in a row of which the other report must have some."""
    return word_runs(item.piece.stems) if item.direct else [row[:_LEAST_MARKED] for row in item.rows]


def _score(item: _Marked, own: Piece) -> float:
    """Return how sure it is that a sentence has its words from what is in marks, 0 where it has not."""
    if item.direct:
        short, held = share_verbatim(item.piece, own)
        carried = [stem for stem in short if stem not in STOP_WORDS]
        enough = len(item.piece.stems) >= ANCHOR_WORDS and len(carried) > 1
        return _SURE if enough and short == item.piece.stems and held >= _HELD * len(short) else 0.0
    for row in item.rows:
        telling = max(map(len, (stem for stem in row if stem not in STOP_WORDS)), default=0) >= _LETTERS
        beside = (item.piece.contents & own.contents) - set(row)
        if len(row) >= _LEAST_MARKED and telling and beside and _stand_in_row(row, own.stems):
            return _LIKELY
    return 0.0


def _stand_in_row(row: Sequence[str], stems: Sequence[str]) -> bool:
    """Say whether words stand in a row in a sentence."""
    return any(tuple(stems[at : at + len(row)]) == tuple(row) for at in range(len(stems) - len(row) + 1))
