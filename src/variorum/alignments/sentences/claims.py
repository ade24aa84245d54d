"""Claims: a report of one sentence against the clause that it turns round ("open", "closed"; "will", "will not").

A claim that is checked puts into its own words what it denies, and shares no event or participant that would align it.
What turns it round stands in the words, and the encoder says whether both clauses are about one thing.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from variorum.alignments.neighbours import report_pairs
from variorum.alignments.similarities import cosines, vectors_of
from variorum.alignments.wordings.contrasts import contrast
from variorum.alignments.wordings.denials import denied_lemmas
from variorum.alignments.wordings.likeness import STOP_WORDS, Word, is_negated, words_of
from variorum.limits import LIMITS
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.annotations import AnnotatedReport, Statement
from variorum.word_lists import listed

#: Share of the words of the shorter sentence that the other must have, and how many at least.
_LEAST_SHARED = 0.6
_LEAST_WORDS = 2
#: Cosine of two clauses from which they are about one thing.
_LEAST_COSINE = 0.6
#: Words of one sentence in which opposites are looked for.
_MOST_WORDS = 60
#: Words before and after one among which a word that both sentences have makes them comparable.
_NEAR = 5
#: Cosine from which a denial is one of the other clause, whatever its predicate is.
_NEARLY_ALIKE = 0.75
_EMPTY = listed("be have do")
#: Sentences of a report that is held against a claim as a whole.
_SENTENCES = 4


class _Clause(Struct, frozen=True, eq=False):
    """A clause with the words of its sentence."""

    ref: Ref
    text: str
    sentence: tuple[Word, ...]
    stems: frozenset[str]
    negated: bool
    predicate: frozenset[str]


def align_claims(aligned: AlignedStory) -> tuple[Alignment, ...]:
    """Return an alignment for every two short reports, one of them a sentence, where one turns the other round."""
    items = list(aligned.story.items())
    short = [annotated.sentence_count <= _SENTENCES for _, annotated in items]
    found = []
    for left, right in report_pairs(aligned.story):
        pair = items[left], items[right]
        if short[left] and short[right] and 1 in {annotated.sentence_count for _, annotated in pair}:
            found.extend(_turned_round(list(_clauses(*pair[0])), list(_clauses(*pair[1]))))
    return tuple(found)


def _clauses(siglum: str, annotated: AnnotatedReport) -> Iterator[_Clause]:
    """Yield the clauses of a report, as many as one is held against."""
    text = annotated.report.text
    statements: tuple[Statement, ...] = annotated.statements[: LIMITS.candidates]
    read: dict[int, tuple[tuple[Word, ...], frozenset[str]]] = {}
    for statement in statements:
        if statement.sentence not in read:
            sentence = annotated.sentences[statement.sentence].span.text_of(text)[: LIMITS.pattern_characters]
            found = tuple(words_of(sentence))
            carried = frozenset(word.stem for word in found if word.text.casefold() not in STOP_WORDS)
            read[statement.sentence] = found, carried
        words, stems = read[statement.sentence]
        yield _Clause(
            Ref(siglum, statement.id),
            statement.span.text_of(text),
            words,
            stems,
            statement.negated,
            frozenset(statement.lemma.split()),
        )


def _turned_round(left: list[_Clause], right: list[_Clause]) -> list[Alignment]:
    """Return the alignment of the two nearest clauses where the one turns the other round, else nothing."""
    if not left or not right:
        return []
    near = cosines(vectors_of([item.text for item in left]), vectors_of([item.text for item in right]))
    row, column = divmod(int(near.argmax()), len(right))
    one, two, cosine = left[row], right[column], float(near[row, column])
    least = min(len(one.stems), len(two.stems))
    shared = len(one.stems & two.stems)
    if cosine < _LEAST_COSINE or shared < _LEAST_WORDS or shared < _LEAST_SHARED * least:
        return []
    reason = _opposites(one, two)
    if is_negated(one.text) != is_negated(two.text):
        # "not dangerous" and "safe" are one.
        denying, told = (one, two) if is_negated(one.text) else (two, one)
        turned = reason is None and _denies(denying, told, cosine)
        reason = "denied in one, told in the other, in nearly the same words" if turned else None
    if reason is None:
        return []
    return [Alignment(Layer.STATEMENT, one.ref, two.ref, AlignmentKind.ALTERED, round(cosine, 4), (reason,))]


def _denies(denying: _Clause, told: _Clause, cosine: float) -> bool:
    """Say whether a clause denies what the other tells, not a thing beside it: "no good will come of the sale"."""
    deed = told.predicate - _EMPTY
    if denying.negated and (cosine >= _NEARLY_ALIKE or not deed.isdisjoint(denying.predicate)):
        return True
    return not told.predicate.isdisjoint(denied_lemmas(denying.text))


def _opposites(one: _Clause, two: _Clause) -> str | None:
    """Return two words of which the one is the opposite of the other, where either stands in one sentence alone."""
    own = [word.text for word in one.sentence[:_MOST_WORDS] if word.stem not in two.stems]
    others = [word.text for word in two.sentence[:_MOST_WORDS] if word.stem not in one.stems]
    for word in own:
        for other in others:
            if contrast(word.lower(), other.lower()) and _stand_alike(word, other, one, two):
                return f"“{word}” is the opposite of “{other}”"
    return None


def _stand_alike(word: str, other: str, one: _Clause, two: _Clause) -> bool:
    """Say whether two words are predicates, or stand beside one word that both sentences have.

    A word like "on" says something only of the word next to it: "on Monday" is no opposite of "off the coast".
    """
    reach = _NEAR if STOP_WORDS.isdisjoint({word.casefold(), other.casefold()}) else 1
    beside = [
        {
            near.stem
            for place in _places(text, clause)
            for near in clause.sentence[max(0, place - reach) : place + reach + 1]
        }
        for text, clause in ((word, one), (other, two))
    ]
    predicates = one.predicate | two.predicate
    told = all(any(lemma[:4] == text.casefold()[:4] for lemma in predicates) for text in (word, other))
    return told or bool(beside[0] & beside[1] & one.stems & two.stems)


def _places(text: str, clause: _Clause) -> list[int]:
    """Return the places of a word in the sentence of a clause."""
    return [place for place, word in enumerate(clause.sentence) if word.text == text]
