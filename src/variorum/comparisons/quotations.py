"""Quotations across reports: groups of one utterance to rows, and the conflicts of wording and of attribution."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.comparisons.grouping import Group, group_alignments
from variorum.comparisons.readings import ReportIndex, make_reading
from variorum.comparisons.units import SLOT_WEIGHT, finish_unit, missing_sigla
from variorum.model.alignments import AlignedStory, AlignmentKind, Layer, Ref
from variorum.model.annotations import Quotation
from variorum.model.comparisons import Reading, Relation, Slot, Unit

_SAME_WORDS = frozenset({AlignmentKind.IDENTICAL, AlignmentKind.TRUNCATED})


def quotation_units(aligned: AlignedStory, indexes: dict[str, ReportIndex]) -> tuple[Unit, ...]:
    """Return a row for each utterance that at least two reports quote."""
    alignments = [alignment for alignment in aligned.alignments if alignment.layer is Layer.QUOTATION]
    place_of = {siglum: number for number, siglum in enumerate(aligned.story.sigla)}
    refs = {ref for alignment in alignments for ref in (alignment.left, alignment.right)}
    order = {ref: (place_of[ref.siglum], indexes[ref.siglum].quotations[ref.id].start) for ref in refs}
    groups = group_alignments(alignments, order)
    return tuple(
        _quotation_unit(group, indexes, aligned.story.sigla) for group in groups if _is_utterance(group, indexes)
    )


def _is_utterance(group: Group, indexes: dict[str, ReportIndex]) -> bool:
    """Say whether a group is one utterance: somebody's own words in one report, or one speaker in all.

    What two reports tell indirectly on the word of different sources is a statement with two sources.
    """
    if any(indexes[ref.siglum].quotations[ref.id].verbatim for ref in group.members):
        return True
    if any(alignment.kind is AlignmentKind.ALTERED for alignment in group.alignments):
        # Reported in the reports' own words: what differs is what was said, which the statements tell.
        return False
    speakers = [_speaker_actor(ref, indexes) for ref in group.members]
    return all(speakers) and len(set(speakers)) == 1


def quotation_reading(index: ReportIndex, quotation: Quotation) -> Reading:
    """Return a quotation as a reading, with its speaker and through whom it came."""
    return make_reading(
        index,
        quotation.spans,
        annotations=[quotation.id],
        speaker=quotation.speaker_canonical or (index.words(quotation.speaker) if quotation.speaker else None),
        via=quotation.via,
    )


def _quotation_unit(group: Group, indexes: dict[str, ReportIndex], sigla: Iterable[str]) -> Unit:
    """Return the row of one utterance."""
    readings = tuple(
        sorted(
            (quotation_reading(indexes[ref.siglum], indexes[ref.siglum].quotations[ref.id]) for ref in group.members),
            key=lambda reading: (reading.siglum, reading.spans),
        )
    )
    relation, slot, reason = _relation_of(group, indexes)
    score = round(group.score, 3)
    unit = Unit(
        id="",
        layer=Layer.QUOTATION,
        relation=relation,
        within=None,
        slot=slot,
        gist="",
        readings=readings,
        not_mentioned=missing_sigla(sigla, readings),
        score=score,
        weight=round(SLOT_WEIGHT[slot] * (0.5 + 0.5 * score), 3) if slot and relation is Relation.CONTRADICTS else 0.0,
        reasons=tuple(
            dict.fromkeys((*reason, *(item for alignment in group.alignments for item in alignment.reasons)))
        ),
        actors=tuple(sorted({actor for ref in group.members for actor in _speaker_actor(ref, indexes)})),
    )
    return finish_unit(unit, indexes)


def _relation_of(group: Group, indexes: dict[str, ReportIndex]) -> tuple[Relation, Slot | None, tuple[str, ...]]:
    """Return what the readings of one utterance are to each other."""
    kinds = {alignment.kind for alignment in group.alignments}
    if AlignmentKind.ALTERED in kinds:
        return Relation.CONTRADICTS, Slot.WORDING, ("a number, a negation or a name differs between the quotations",)
    speakers = [_named_speaker(ref, indexes) for ref in group.members]
    if all(speakers) and len(set(speakers)) > 1 and kinds <= _SAME_WORDS:
        return Relation.CONTRADICTS, Slot.ATTRIBUTION, ("the same words are given to different speakers",)
    if kinds == {AlignmentKind.UNCERTAIN}:
        return Relation.UNCERTAIN, None, ()
    if kinds <= _SAME_WORDS:
        return Relation.AGREES, None, ()
    return Relation.REWORDS, Slot.WORDING, ()


def _named_speaker(ref: Ref, indexes: dict[str, ReportIndex]) -> str | None:
    """Return the actor who speaks where the report names it, None for "a spokesman" and for speakers unknown."""
    index = indexes[ref.siglum]
    entity = index.entities.get(index.quotations[ref.id].speaker_entity or "")
    return index.actor_of.get(entity.id) if entity is not None and entity.named else None


def _speaker_actor(ref: Ref, indexes: dict[str, ReportIndex]) -> frozenset[str]:
    """Return the actor who speaks, as a set of none or one."""
    index = indexes[ref.siglum]
    entity = index.quotations[ref.id].speaker_entity
    return index.actors([entity] if entity else [])
