"""Carried speakers: who tells the quotations that name nobody beside them, over sentences and paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from variorum.annotations.quotations.attributions import Attribution, name_of
from variorum.annotations.quotations.cues import SAYING
from variorum.annotations.quotations.direct import begins_sentence
from variorum.model.annotations import AttributionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from variorum.annotations.quotations.contents import Found
    from variorum.annotations.quotations.marked_text import MarkedText

#: Quotations before one whose contents are looked at.
_TOLD = 3
#: Code points between what is said and marked words that go on with it: a full stop, a blank, a mark.
_BESIDE = 6
#: How far back, in code points, the speaker of a floating quotation may stand: two or three paragraphs.
_CARRY = 1_500
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def carry_speakers(marked: MarkedText, found: list[Found]) -> list[Found]:
    """Return the quotations with speakers for those that float: the speaker before, else the subject before."""
    carried: list[Found] = []
    last: Found | None = None
    for item in found:
        known = item
        if item.attribution is None or item.attribution.speaker is None:
            known = _with_speaker(marked, item, last, [before for before in carried[-_TOLD:] if not before.pairs])
        if _may_go_on(known):
            last = known
        carried.append(known)
    return _back_over_paragraphs(marked, carried)


def _may_go_on(item: Found) -> bool:
    """Say whether who says something may go on in marks behind it: `Reyes says she sees a risk. "It is here."`."""
    if item.attribution is None or item.attribution.speaker is None:
        return False
    return bool(item.pairs) or (item.kind is AttributionKind.QUOTATION and item.attribution.lemma in SAYING)


def _back_over_paragraphs(marked: MarkedText, found: list[Found]) -> list[Found]:
    """Return the quotations with the speaker of a later paragraph for the unclosed ones before it.

    A paragraph without a closing mark is continued by the next one, which may name the speaker for both.
    """
    after: Found | None = None
    for number in range(len(found) - 1, -1, -1):
        item = found[number]
        if not item.pairs:
            continue
        last = item.pairs[-1]
        continued = after is not None and after.pairs[0] == last + 1 and marked.pairs[last + 1].continues
        own = item.attribution is not None and not item.carried
        if after is not None and continued and not own and after.attribution is not None:
            confidence = max(0.1, after.confidence - 0.1)
            rule = item.rule.split(",")[0] + ", speaker after"
            found[number] = replace(item, attribution=after.attribution, carried=True, rule=rule, confidence=confidence)
        after = found[number]
    return found


def _with_speaker(marked: MarkedText, item: Found, last: Found | None, told: Sequence[Found]) -> Found:
    """Return a quotation without a speaker with one that stands before it, or as it is.

    ``told`` is what others, or the same, are said to have said just before it.
    """
    own = item.attribution
    if not item.pairs:
        return item
    if own is not None and marked.tokens[own.cue_start].tag_ != "VBG":
        return item
    floating = begins_sentence(marked, item.pairs[0])
    if own is None and floating and not _begins_line(marked, item.pairs[0]):
        subject = _subject_before(marked, item.pairs[0], told, floating=False)
        if subject is not None:
            return _told_by(marked, item, subject)
        if told and _goes_on(marked, told[-1], item) and (before := told[-1].attribution) is not None:
            return replace(item, attribution=before, carried=True, rule=item.rule + ", subject before", confidence=0.4)
    known = last.attribution if last is not None and item.spans[0].start - last.spans[-1].end < _CARRY else None
    if known is not None and (floating or own is not None):
        attribution = known if own is None else replace(own, speaker=known.speaker, head=known.head)
        rule, confidence = item.rule + ", speaker carried", item.confidence - 0.1
        return replace(item, attribution=attribution, carried=own is None, rule=rule, confidence=confidence)
    if own is None and (subject := _subject_before(marked, item.pairs[0], told, floating=floating)) is not None:
        return _told_by(marked, item, subject)
    return item


def _told_by(marked: MarkedText, item: Found, subject: Token) -> Found:
    """Return a quotation without a cue as told by the subject that stands before it."""
    speaker = name_of(marked, subject, 0, len(marked.tokens))
    number = marked.first[item.pairs[0]]
    attribution = Attribution(number, number, "", speaker, subject.i, "subject before", 0.4, number, number)
    return replace(item, attribution=attribution, carried=True, rule=item.rule + ", subject before", confidence=0.4)


def _goes_on(marked: MarkedText, before: Found, item: Found) -> bool:
    """Say whether marked words stand right behind what somebody is said to have said, on the same line."""
    between = marked.text[before.spans[-1].end : item.spans[0].start]
    return before.attribution is not None and len(between) < _BESIDE and "\n" not in between and between[:1] in ".!?"


def _begins_line(marked: MarkedText, pair: int) -> bool:
    """Say whether nothing stands before a pair on its line."""
    number = marked.first[pair] - 1
    while number >= 0 and marked.tokens[number].is_space and not marked.breaks[number]:
        number -= 1
    return number < 0 or marked.breaks[number]


def _subject_before(marked: MarkedText, pair: int, told: Sequence[Found], *, floating: bool) -> Token | None:
    """Return the subject nearest before a pair, in its sentence or, for one that begins a line, in the line before.

    Who is spoken of in what somebody else says is no subject: "Reyes says the ship is lost. “It broke in two.”"
    """
    breaks = 0
    for number in range(marked.first[pair] - 1, max(-1, marked.first[pair] - 120), -1):
        token = marked.tokens[number]
        breaks += marked.breaks[number]
        if breaks > 1 or (breaks and not floating):
            return None
        person = token.ent_type_ in {"PERSON", "ORG", "NORP", "GPE"} or token.lower_ in {"he", "she", "they"}
        if any(span.start <= token.idx < span.end for before in told for span in before.spans):
            continue
        if token.dep_ in _SUBJECTS and marked.pair_at[number] < 0 and person and token.head.dep_ != "relcl":
            return token
    return None
