"""Quotations across reports: groups of one utterance to rows, and the conflicts of wording and of attribution."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from variorum.comparisons.contests.sayings import letters_of
from variorum.comparisons.exchanges import exchanged_words, turns_to_if
from variorum.comparisons.grouping import Group, group_alignments
from variorum.comparisons.named_speakers import are_two, means_another, named_speaker
from variorum.comparisons.readings import ReportIndex, make_reading
from variorum.comparisons.units import SLOT_WEIGHT, finish_unit, missing_sigla
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.annotations import Quotation, QuotationType
from variorum.model.comparisons import Reading, Relation, Slot, Unit, Wording
from variorum.model.retellings import as_retold
from variorum.model.spans import Span, merge_spans
from variorum.paraphrases import share_worded_alike

_SAME_WORDS = frozenset({AlignmentKind.IDENTICAL, AlignmentKind.TRUNCATED, AlignmentKind.SPLICED})
#: Share of words from which two wordings are nearly the same, and from which what differs in them alters what was said
#: and is no other remark; how many words of each are read.
_ALIKE = 0.8
_TWIN = 0.39
_MOST = 200
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: Score from which speakers described in two ways are held for one.
_SURE = 0.6
#: What shows and does not speak.
_SPEECHLESS = frozenset({"", "video", "footage", "image", "images", "picture", "pictures", "photo", "photos", "map"})


class _Utterances:
    """The aligned sentences of each quotation, so that a quotation with two utterances stands in two rows."""

    def __init__(self, alignments: Sequence[Alignment], indexes: dict[str, ReportIndex]) -> None:
        """Join the aligned stretches of each quotation that overlap."""
        self._indexes = indexes
        stretches: dict[Ref, list[tuple[Span, ...]]] = {}
        for alignment in alignments:
            for ref, spans in ((alignment.left, alignment.left_spans), (alignment.right, alignment.right_spans)):
                stretches.setdefault(ref, []).append(spans or self.quotation(ref).spans)
        self._parts = {ref: _joined(spans) for ref, spans in stretches.items()}

    def quotation(self, ref: Ref) -> Quotation:
        """Return the quotation of a reference or of a part of it, or the clause that retells one of another report."""
        index, name = self._indexes[ref.siglum], ref.id.partition("#")[0]
        return index.quotations[name] if name in index.quotations else as_retold(index.statements[name])

    def part_of(self, ref: Ref, spans: tuple[Span, ...]) -> Ref:
        """Return the reference of the part of a quotation that holds an aligned stretch."""
        first = (spans or self.quotation(ref).spans)[0]
        numbers = (n for n, part in enumerate(self._parts[ref]) if any(span.overlaps(first) for span in part))
        return Ref(ref.siglum, f"{ref.id}#{next(numbers)}")

    def spans_of(self, part: Ref) -> tuple[Span, ...]:
        """Return where a part of a quotation stands."""
        quotation, _, number = part.id.partition("#")
        return self._parts[Ref(part.siglum, quotation)][int(number)]


def _joined(stretches: Iterable[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """Return the stretches, those that overlap as one, in text order."""
    parts: list[tuple[Span, ...]] = []
    for spans in sorted(stretches):
        touching = [part for part in parts if any(one.overlaps(other) for one in part for other in spans)]
        parts = [part for part in parts if part not in touching]
        parts.append(merge_spans((*spans, *(span for part in touching for span in part)), gap=1))
    return sorted(parts)


def quotation_units(aligned: AlignedStory, indexes: dict[str, ReportIndex]) -> tuple[Unit, ...]:
    """Return a row for each utterance that at least two reports quote."""
    alignments = [alignment for alignment in aligned.alignments if alignment.layer is Layer.QUOTATION]
    utterances = _Utterances(alignments, indexes)
    place_of = {siglum: number for number, siglum in enumerate(aligned.story.sigla)}
    cut = [
        replace(
            alignment,
            left=utterances.part_of(alignment.left, alignment.left_spans),
            right=utterances.part_of(alignment.right, alignment.right_spans),
        )
        for alignment in alignments
    ]
    refs = {ref for alignment in cut for ref in (alignment.left, alignment.right)}
    order = {ref: (place_of[ref.siglum], utterances.spans_of(ref)[0].start) for ref in refs}
    groups = group_alignments(cut, order)
    return tuple(
        _quotation_unit(group, utterances, indexes, aligned.story.sigla)
        for group in groups
        if _is_utterance(group, utterances, indexes)
    )


def _is_utterance(group: Group, utterances: _Utterances, indexes: dict[str, ReportIndex]) -> bool:
    """Say whether a group is one utterance: somebody's own words in one report, else nobody speaks against it.

    What two reports tell indirectly on the word of different sources is a statement with two sources.
    """
    if not _is_retold(group, utterances):
        return True
    speakers = {_named_speaker(ref, utterances, indexes) for ref in group.members} - {None}
    if speakers:
        # "The zoo", "the zoo's director Ana Reyes": one speaks for the other.
        as_one = group.score >= _SURE and not any("speaker" in item.differs for item in group.alignments)
        return len(speakers) == 1 or as_one
    # "A union official", "the official"; never "residents", "the police", nor what a picture shows.
    described = {_description(ref, utterances, indexes) for ref in group.members}
    if len(described) > 1 and group.score >= _SURE:
        # "The site", "the website of the club": nobody is named, and the likeness says enough.
        return (described - {""}).isdisjoint(_SPEECHLESS)
    return len(described) == 1 and described.isdisjoint(_SPEECHLESS)


def _is_retold(group: Group, utterances: _Utterances) -> bool:
    """Say whether every report gives an utterance in its own words."""
    return not any(utterances.quotation(ref).verbatim for ref in group.members)


def quotation_reading(
    index: ReportIndex, quotation: Quotation, spans: Sequence[Span] = (), altered: Sequence[str] = ()
) -> Reading:
    """Return a quotation, or the aligned part of it, as a reading, with its speaker and through whom it came.

    ``altered`` are words of it that another report has otherwise: they decide, and are its value.
    """
    spans = spans or quotation.spans
    return make_reading(
        index,
        spans,
        value=", ".join(altered) or None,
        focus=[place for words in altered for place in _places(index.text, spans, words)],
        annotations=[quotation.id],
        speaker=quotation.speaker_canonical or (index.words(quotation.speaker) if quotation.speaker else None),
        via=quotation.via,
    )


def _places(text: str, spans: Sequence[Span], words: str) -> list[Span]:
    """Return where words stand first in a quotation, none where they are not in a row."""
    for span in spans:
        start = text.find(words, span.start, span.end)
        if start >= 0:
            return [Span(start, start + len(words))]
    return []


def _altered_words(group: Group) -> dict[Ref, dict[str, None]]:
    """Return the words of each member that another one alters, in order and once."""
    found: dict[Ref, dict[str, None]] = {}
    for alignment in group.alignments:
        for left, right in alignment.altered:
            for ref, words in ((alignment.left, left), (alignment.right, right)):
                found.setdefault(ref, {}).update({words: None} if words else {})
    return found


def _quotation_unit(
    group: Group, utterances: _Utterances, indexes: dict[str, ReportIndex], sigla: Iterable[str]
) -> Unit:
    """Return the row of one utterance."""
    altered = _altered_words(group)
    readings = tuple(
        sorted(
            (
                quotation_reading(
                    indexes[ref.siglum],
                    utterances.quotation(ref),
                    utterances.spans_of(ref),
                    tuple(altered.get(ref, ())),
                )
                for ref in group.members
            ),
            key=lambda reading: (reading.siglum, reading.spans),
        )
    )
    relation, slot, reason = _relation_of(group, utterances, indexes)
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
        actors=tuple(sorted({actor for ref in group.members for actor in _speaker_actor(ref, utterances, indexes)})),
        wordings=tuple(_wording(alignment) for alignment in group.alignments),
    )
    return finish_unit(unit, indexes)


def _wording(alignment: Alignment) -> Wording:
    """Return how two reports give an utterance."""
    return Wording(
        alignment.left.siglum,
        alignment.right.siglum,
        alignment.kind,
        alignment.differs,
        alignment.left_lacks,
        alignment.right_lacks,
    )


def _relation_of(
    group: Group, utterances: _Utterances, indexes: dict[str, ReportIndex]
) -> tuple[Relation, Slot | None, tuple[str, ...]]:
    """Return what the readings of one utterance are to each other."""
    kinds = {alignment.kind for alignment in group.alignments}
    if any(_is_altered(alignment, utterances, indexes) for alignment in group.alignments):
        return (
            Relation.CONTRADICTS,
            Slot.WORDING,
            ("a number, a negation, a name or an opposite differs",),
        )
    if _are_given_to_two(group, utterances, indexes):
        return Relation.CONTRADICTS, Slot.ATTRIBUTION, ("the same words are given to different speakers",)
    if reason := _exchange(group, utterances, indexes):
        return Relation.CONTRADICTS, Slot.WORDING, (reason,)
    if kinds <= {AlignmentKind.UNCERTAIN, AlignmentKind.ALTERED} and not _is_retold(group, utterances):
        return Relation.UNCERTAIN, None, ()
    if kinds <= _SAME_WORDS:
        return Relation.AGREES, None, ()
    return Relation.REWORDS, Slot.WORDING, ()


def _is_altered(alignment: Alignment, utterances: _Utterances, indexes: dict[str, ReportIndex]) -> bool:
    """Say whether two reports alter what was said: in marks on both sides, or in marks on one and surely one utterance.

    What one report retells may be another remark of the same speaker. Where both retell it, each in its own words, they
    differ in what was said, which is the conflict of the statements. And in a long report a speaker comes back to a
    subject: only what is otherwise worded alike was altered.
    """
    if alignment.kind is not AlignmentKind.ALTERED or not _differ_in_words(alignment):
        return False
    if _share_alike(alignment, utterances, indexes) < _TWIN:
        return False
    marked = [bool(utterances.quotation(ref).verbatim) for ref in (alignment.left, alignment.right)]
    # what is denied on the word of one report alone, and stands in marks in both, was said
    return _differ_in_marks(alignment, utterances, indexes) if all(marked) else any(marked) and alignment.score >= _SURE


def _differ_in_marks(alignment: Alignment, utterances: _Utterances, indexes: dict[str, ReportIndex]) -> bool:
    """Say whether words that alter an utterance stand in marks: around them, each report speaks for itself.

    "He was seeking “advice”" and "he will be seeking “advice”" quote one word alike.
    """
    ends = (alignment.left, alignment.right)
    sides = [
        [letters_of(indexes[ref.siglum].words(span)) for span in utterances.quotation(ref).verbatim] for ref in ends
    ]
    return any(
        all(any(letters_of(words) in quoted for quoted in side) for words, side in zip(pair, sides, strict=True))
        for pair in alignment.altered
    )


def _differ_in_words(alignment: Alignment) -> bool:
    """Say whether what alters an utterance is more than how a word is written: "work force", "workforce"."""
    pairs = ([letters_of(words) for words in pair] for pair in alignment.altered)
    return not alignment.altered or any(left != right for left, right in pairs)


def _are_given_to_two(group: Group, utterances: _Utterances, indexes: dict[str, ReportIndex]) -> bool:
    """Say whether two reports give the same words, or nearly the same in marks, to two people whom they name."""
    for alignment in group.alignments:
        ends = (alignment.left, alignment.right)
        if alignment.kind not in _SAME_WORDS and not _worded_alike(alignment, utterances, indexes):
            continue
        left, right = ((utterances.quotation(ref), indexes[ref.siglum]) for ref in ends)
        one, other = named_speaker(*left), named_speaker(*right)
        if are_two(one, other) or means_another(*left, other, right[1]) or means_another(*right, one, left[1]):
            return True
    return False


def _worded_alike(alignment: Alignment, utterances: _Utterances, indexes: dict[str, ReportIndex]) -> bool:
    """Say whether two reports give nearly the same words in marks."""
    ends = (alignment.left, alignment.right)
    marked = all(utterances.quotation(ref).verbatim for ref in ends)
    return marked and _share_alike(alignment, utterances, indexes) >= _ALIKE


def _share_alike(alignment: Alignment, utterances: _Utterances, indexes: dict[str, ReportIndex]) -> float:
    """Return the share of the words of the longer wording that stands in both in a row."""
    words = []
    for ref, aligned in ((alignment.left, alignment.left_spans), (alignment.right, alignment.right_spans)):
        text = " ".join(indexes[ref.siglum].words(span) for span in aligned or utterances.spans_of(ref))
        words.append([word.casefold() for word in _WORD.findall(text)[:_MOST]])
    return share_worded_alike(*words)


def _exchange(group: Group, utterances: _Utterances, indexes: dict[str, ReportIndex]) -> str | None:
    """Return what two reports quote otherwise, in marks and in otherwise the same words; None where nothing is."""
    for alignment in group.alignments:
        if alignment.kind is not AlignmentKind.REWORDED:
            continue
        ends = (alignment.left, alignment.right)
        if any(utterances.quotation(ref).type is not QuotationType.DIRECT for ref in ends):
            continue
        left, right = (" ".join(indexes[ref.siglum].words(span) for span in utterances.spans_of(ref)) for ref in ends)
        if words := exchanged_words(left, right):
            return f"“{words[0]}” stands in the place of “{words[1]}”"
        if turns_to_if(left, right):
            return "one wording makes sure what the other leaves open with an “if”"
    return None


def _named_speaker(ref: Ref, utterances: _Utterances, indexes: dict[str, ReportIndex]) -> str | None:
    """Return the actor who speaks where the report names it, None for "a spokesman" and for speakers unknown."""
    index = indexes[ref.siglum]
    entity = index.entities.get(utterances.quotation(ref).speaker_entity or "")
    return index.actor_of.get(entity.id) if entity is not None and entity.named else None


def _description(ref: Ref, utterances: _Utterances, indexes: dict[str, ReportIndex]) -> str:
    """Return the last word by which a report describes a speaker whom it does not name."""
    quotation = utterances.quotation(ref)
    words = indexes[ref.siglum].words(quotation.speaker) if quotation.speaker else ""
    return (quotation.speaker_canonical or words or "").casefold().rpartition(" ")[2]


def _speaker_actor(ref: Ref, utterances: _Utterances, indexes: dict[str, ReportIndex]) -> frozenset[str]:
    """Return the actor who speaks, as a set of none or one."""
    entity = utterances.quotation(ref).speaker_entity
    return indexes[ref.siglum].actors([entity] if entity else [])
