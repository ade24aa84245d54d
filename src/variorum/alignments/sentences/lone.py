"""Lone sentences: a report of one sentence, held against another by whoever put the two side by side.

A claim to check is such a report. Where nothing else aligns it, each of its clauses is laid beside the clause of the
other report that holds most of its words, in doubt: no row says that both tell the same, but a conflict is looked for.
"""

from __future__ import annotations

from variorum.alignments.neighbours import report_pairs
from variorum.alignments.wordings.likeness import STOP_WORDS, stem_of
from variorum.limits import LIMITS
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.annotations import AnnotatedReport, Statement

#: Share of the content words of the shorter clause that the other must have.
_LEAST_HELD = 0.5
_LEAST_WORDS = 2
_REASON = "a report of one sentence, and the clause that holds most of its words"


def align_lone_sentences(aligned: AlignedStory) -> tuple[Alignment, ...]:
    """Return doubtful alignments of the clauses of reports of one sentence that are not aligned yet."""
    items = list(aligned.story.items())
    taken = {(ref, other.siglum) for link in aligned.alignments for ref, other in _both_ways(link)}
    found = []
    for left, right in report_pairs(aligned.story):
        if _is_lone(items[left][1]) or _is_lone(items[right][1]):
            found.extend(_align(items[left], items[right], taken))
    return tuple(found)


def _both_ways(link: Alignment) -> tuple[tuple[Ref, Ref], tuple[Ref, Ref]]:
    """Return the two ends of an alignment, each first once."""
    return (link.left, link.right), (link.right, link.left)


def _is_lone(annotated: AnnotatedReport) -> bool:
    """Say whether a report has one sentence."""
    return annotated.sentence_count == 1


def _align(
    left: tuple[str, AnnotatedReport], right: tuple[str, AnnotatedReport], taken: set[tuple[Ref, str]]
) -> list[Alignment]:
    """Return the best clause for each clause of the shorter report."""
    turned = len(left[1].statements) > len(right[1].statements)
    few, many = (right, left) if turned else (left, right)
    found = []
    for one in few[1].statements[: LIMITS.candidates]:
        ref = Ref(few[0], one.id)
        if (ref, many[0]) in taken:
            continue
        held = [(_held(one, two), -place, two) for place, two in enumerate(many[1].statements[: LIMITS.statements])]
        score, _, best = max(held, key=lambda item: item[:2], default=(0.0, 0, one))
        if score < _LEAST_HELD:
            continue
        pair = (Ref(many[0], best.id), ref) if turned else (ref, Ref(many[0], best.id))
        found.append(Alignment(Layer.STATEMENT, *pair, AlignmentKind.UNCERTAIN, round(score / 2, 4), (_REASON,)))
    return found


def _held(one: Statement, two: Statement) -> float:
    """Return the share of the content words of the shorter clause that the other has."""
    left, right = ({stem_of(lemma) for lemma in item.lemmas} - STOP_WORDS for item in (one, two))
    least = min(len(left), len(right))
    return len(left & right) / least if least >= _LEAST_WORDS else 0.0
