"""Tones: how sentences of a report speak of its entities, read by the tone model (off unless asked for: it costs).

A tone belongs to one sentence and one mention in it: the first name or noun for the entity, else the first pronoun.
Other names of the sentence are hidden from the model, so that it judges no one by who is named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from typing import TYPE_CHECKING

from variorum.limits import LIMITS
from variorum.model.annotations import MentionForm, Tone
from variorum.model.spans import Span, index_at, merge_spans

if TYPE_CHECKING:
    from variorum.model.annotations import AnnotatedReport, Mention

#: Goes up when other sentences are read, or the model changes: tones that were read before are then read again.
TONES_VERSION = "1"
#: Capitals after a small letter or comma: names that no entity has, inside a sentence.
_CAPITALS = re.compile(r"(?<=[a-z,;:’'] )(?!I\b)[A-Z][\w'’-]{1,40}(?: (?:[A-Z][\w'’-]{1,40})){0,5}")


def find_tones(annotated: AnnotatedReport, entities: Collection[str] | None = None) -> tuple[Tone, ...]:
    """Return the tones of ``annotated`` toward ``entities`` (ids; all when None), in text order.

    At most ``LIMITS.tone_sentences`` sentences of an entity are read, the first ones.
    """
    wanted = _wanted(annotated, entities)
    if not wanted:
        return ()
    from variorum.tone import load_tone_model  # noqa: PLC0415  # numpy and the model: only when a tone is read

    text, model = annotated.report.text, load_tone_model()
    names = _names_of(annotated)
    starts = [span.start for span in names]
    attributed = list(
        merge_spans(
            span
            for quotation in annotated.quotations
            if quotation.cue_lemma not in ("accord", "according", "according to")  # the words are the outlet's
            for span in quotation.spans
        )
    )
    tones = []
    for number, (place, entity, mention) in enumerate(wanted, 1):
        sentence = annotated.sentences[place]
        target = Span(mention.start, mention.end)
        if mention.form is MentionForm.NAME:
            target = Span(mention.head_start, mention.head_end)
        inside = names[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        scores = model.read(
            text[sentence.start : sentence.end],
            (target.start - sentence.start, target.end - sentence.start),
            [(span.start - sentence.start, min(span.end, sentence.end) - sentence.start) for span in inside],
        )
        words = tuple(Span(sentence.start + start, sentence.start + end) for start, end in scores.words)
        quoted = mention.quoted or index_at(attributed, target.start) is not None
        tones.append(
            Tone(f"o{number}", target.start, target.end, place, entity, scores.polarity, scores.scores, words, quoted)
        )
    return tuple(tones)


def _wanted(annotated: AnnotatedReport, entities: Collection[str] | None) -> list[tuple[int, str, Mention]]:
    """Return (index of the sentence, entity, mention) of what is to be read, in text order."""
    starts = [sentence.start for sentence in annotated.sentences]
    found: list[tuple[int, int, str, Mention]] = []
    for entity in annotated.entities:
        if entities is not None and entity.id not in entities:
            continue
        best: dict[int, Mention] = {}
        for mention in entity.mentions:
            place = bisect_left(starts, mention.start + 1) - 1
            if place < 0 or mention.end > annotated.sentences[place].end or annotated.sentences[place].boilerplate:
                continue
            known = best.get(place)
            if known is None or (known.form is MentionForm.PRONOUN and mention.form is not MentionForm.PRONOUN):
                best[place] = mention
        read = sorted(best)[: LIMITS.tone_sentences]
        found += [(place, best[place].start, entity.id, best[place]) for place in read]
    return [(place, entity, mention) for place, _, entity, mention in sorted(found, key=lambda item: item[:3])]


def _names_of(annotated: AnnotatedReport) -> list[Span]:
    """Return all names of a report: of entities, of places, and other capitals inside sentences; none overlap."""
    named = [
        Span(mention.head_start, mention.head_end)
        for entity in annotated.entities
        for mention in entity.mentions
        if mention.form is MentionForm.NAME
    ]
    named += [place.span for place in annotated.places]
    named += [Span(*found.span()) for found in _CAPITALS.finditer(annotated.report.text)]
    return list(merge_spans(named))
