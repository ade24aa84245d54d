"""Tellings: how likely a part of a sentence tells anything that a reader would put down.

"Good morning.", "(Photo: the harbour office)" and "Got a story?" stand in one report alone and tell nothing of the
event. The weights are those of a logistic regression (``tools/train_tellings.py``) on what readers of real reports
marked as a fact and what they passed over, kept in ``data/telling_weights.json``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp, fsum, log

from variorum.alignments.sentences.parts import parts_of, quoted_parts
from variorum.alignments.trained import trained_weights
from variorum.alignments.wordings.likeness import STOP_WORDS, contents_of
from variorum.limits import LIMITS
from variorum.model.annotations import AnnotatedReport, Statement
from variorum.model.spans import Span, merge_spans

#: What may stand behind the last mark of a sentence.
_CLOSING = "”\"’')] "
#: Most that capitals count for, as a share of all letters: a report that is all in capitals tells as much as another.
_MOST_CAPITALS = 0.25


def chances_of_telling(annotated: AnnotatedReport) -> dict[Span, float]:
    """Return the chance that each part of the sentences of a report tells something, 0 to 1, in four places."""
    weights = trained_weights("telling")
    chances = {}
    for _, span, features in telling_features(annotated):
        score = fsum(weights.get(name, 0.0) * value for name, value in features.items())
        chances[span] = round(1.0 / (1.0 + exp(-score)), 4)
    return chances


def telling_features(annotated: AnnotatedReport) -> Iterator[tuple[int, Span, dict[str, float]]]:
    """Yield number of the sentence, span and features of each part."""
    cut = tuple(parts_of(annotated))
    quoted = quoted_parts(annotated, cut)
    statements: dict[int, list[Statement]] = {}
    for statement in annotated.statements:
        statements.setdefault(statement.sentence, []).append(statement)
    saying = merge_spans(item.attribution for item in annotated.quotations if item.attribution is not None)
    for number, parts in cut:
        for span in parts:
            here = [item for item in statements.get(number, ()) if item.span.overlaps(span)]
            features = _features(annotated, number, span, here)
            said = sum(other.overlap(span) for other in saying)
            yield number, span, {**features, "quoted": float(span in quoted), "who says it": said / max(1, len(span))}


def _features(annotated: AnnotatedReport, number: int, span: Span, statements: Sequence[Statement]) -> dict[str, float]:
    """Return the features of a part of the sentence of a number, with the statements that reach into the part."""
    text, sentence = annotated.report.text, annotated.sentences[number].span
    words = span.text_of(text)[: LIMITS.pattern_characters]
    letters = sum(letter.isalpha() for letter in words)
    last, sentence_last = (
        stretch.text_of(text)[-LIMITS.pattern_characters :].rstrip(_CLOSING)[-1:] for stretch in (span, sentence)
    )
    return {
        "bias": 1.0,
        "words": log(1 + len(frozenset(contents_of(words)) - STOP_WORDS)),
        "agent": float(any(part.role == "agent" for item in statements for part in item.participants)),
        "capitals": min(_MOST_CAPITALS, sum(letter.isupper() for letter in words) / max(1, letters)),
        "no stop": float(sentence_last not in (".", "!", "?")),
        "question": float(last == "?"),
        "no predicate": float(not any(span.contains(item.predicate) for item in statements)),
        "figures": sum(letter.isdigit() for letter in words) / max(1, len(words)),
        "colon": float(":" in words),
    }
