"""Judged claims: how likely a claim of one sentence contradicts a short report, by all that speaks for and against it.

The weights of the traits are those of a logistic regression (``tools/train_claims.py``), kept in
``data/claim_weights.json``. What the rules for single slots find stands beside it.
"""

from __future__ import annotations

from math import exp, fsum

from variorum.alignments.neighbours import report_pairs
from variorum.alignments.sentences.claim_traits import claim_traits
from variorum.alignments.trained import trained_weights
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.annotations import AnnotatedReport

#: Chance from which a claim is shown as a contradiction: two sets of pairs that no weight comes from allow no less.
_LEAST_CHANCE = 0.65
#: Sentences of a report that is held against a claim as a whole.
_SENTENCES = 4
#: The slot in which a trait lies, and what it says.
_SLOTS = {
    "denied in one clause": ("polarity", "denied in one, told in the other"),
    "denied in one": ("polarity", "denied in one, told in the other"),
    "opposite": ("polarity", "one tells the opposite of the other"),
    "other figure": ("quantity", "one has a figure that the other has not"),
    "amounts apart": ("quantity", "the amounts exclude each other"),
    "other time": ("time", "the times exclude each other"),
}
_ELSE = ("polarity", "nearly all words of one stand in the other and tell something else there")


def align_judged_claims(aligned: AlignedStory) -> tuple[Alignment, ...]:
    """Return an alignment for every two short reports, one of them a sentence, that likely contradict each other."""
    items = list(aligned.story.items())
    turned = {
        frozenset((link.left.siglum, link.right.siglum))
        for link in aligned.alignments
        if link.kind is AlignmentKind.ALTERED and link.layer is Layer.STATEMENT
    }
    found = []
    for left, right in report_pairs(aligned.story):
        one, other = items[left], items[right]
        if _is_claim(one[1], other[1]) and frozenset((one[0], other[0])) not in turned:
            found.extend(_judge(one, other))
    return tuple(found)


def _is_claim(one: AnnotatedReport, other: AnnotatedReport) -> bool:
    """Say whether two reports are short, and one of them a sentence."""
    counts = one.sentence_count, other.sentence_count
    return min(counts) == 1 and max(counts) <= _SENTENCES


def _judge(one: tuple[str, AnnotatedReport], other: tuple[str, AnnotatedReport]) -> list[Alignment]:
    """Return the alignment of the nearest clauses of two reports that likely contradict each other."""
    traits = claim_traits(one[1], other[1])
    if traits is None:
        return []
    weights = trained_weights("claim")
    speaks = {name: weights.get(name, 0.0) * value for name, value in sorted(traits.values.items())}
    chance = 1 / (1 + exp(-fsum(speaks.values())))
    if chance < _LEAST_CHANCE:
        return []
    most = max(sorted(_SLOTS), key=lambda name: speaks[name])
    slot, reason = _SLOTS[most] if speaks[most] > 0 else _ELSE
    refs = Ref(one[0], traits.nearest[0].id), Ref(other[0], traits.nearest[1].id)
    return [
        Alignment(Layer.STATEMENT, *refs, AlignmentKind.ALTERED, round(chance, 4), (reason,), differs=(slot,)),
    ]
