"""Standings: how an event stands to fact and who vouches for it.

What the clause says of it (:mod:`variorum.annotations.factuality.reading`), joined to whose words it is and to its
date: what is to take place after the day of the report has not happened, in whatever tense it is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from variorum.annotations.events.vouchers import VoucherReader
from variorum.annotations.factuality.status import FACT, Modality, Status
from variorum.annotations.factuality.words import REPORTED, REPORTING
from variorum.model.annotations import EventModality, Factuality

if TYPE_CHECKING:
    from variorum.annotations.arguments import ArgumentReader
    from variorum.annotations.events.drafts import EventDraft
    from variorum.annotations.factuality.reading import FactualityReader
    from variorum.annotations.trees import Trees
    from variorum.annotations.voices import VoiceReader
    from variorum.model.annotations import Draft, Quotation

_MODALITIES = {
    Modality.FACT: EventModality.ACTUAL,
    Modality.FUTURE: EventModality.FUTURE,
    Modality.POSSIBLE: EventModality.POSSIBLE,
    Modality.CONDITIONAL: EventModality.CONDITIONAL,
}
#: Light verbs by which their noun is meant to happen, and by which it does not.
_ARRANGING = frozenset({"seek", "plan", "propose", "demand", "offer", "call", "schedule", "arrange", "announce"})
_PREVENTING = frozenset({"cancel", "deny", "prevent", "stop", "avoid", "postpone"})
#: Tags of verbs in a tense that may tell what is to come: "opens on Tuesday", "is opening on Tuesday".
_OPEN_TENSES = frozenset({"VBZ", "VBP", "VBG", "VB"})
#: Adverbs with which "would" tells what came later: "she would later move to Porto".
_LATER = frozenset({"later", "eventually", "soon", "afterwards", "never", "finally", "subsequently", "often"})


class Standing(Struct, frozen=True):
    """How an event stands to fact, whose words it is, and the quotation that it stands in."""

    status: Status
    factuality: Factuality
    modality: EventModality
    attributed_to: str | None
    quotation: Quotation | None


class StandingReader:
    """Reads how the events of one draft stand to fact."""

    def __init__(
        self, trees: Trees, draft: Draft, voices: VoiceReader, arguments: ArgumentReader, factuality: FactualityReader
    ) -> None:
        """Keep what standings are read from, and which times lie after the day of the report."""
        self._trees = trees
        self._voices = voices
        self._vouchers = VoucherReader(trees, voices, arguments, factuality)
        self._factuality = factuality
        known = draft.reference.interval
        published = known.before if known is not None else None
        self._to_come = {
            time.id
            for time in draft.times
            if published is not None
            and time.interval is not None
            and time.interval.begin is not None
            and time.interval.begin >= published
        }

    def standing_of(self, event: EventDraft) -> Standing:
        """Return how an event stands to fact and who vouches for it."""
        if event.spoken:
            return Standing(FACT, Factuality.ASSERTED, EventModality.ACTUAL, None, None)
        status, quotation = self._status_of(event), self._voices.quotation_of(event.token)
        told, source = self._vouchers.told_by(event, quotation)
        hedged = status.hedged
        if quotation is not None:
            direct = self._voices.is_direct(quotation, event.token)
            hedged = hedged or (self._voices.is_hedged(quotation) and not direct)
            if quotation.denied and status.denial not in self._voices.cues:
                # "denied that" is counted once: as governor or as cue
                status = replace(status, negated=not status.negated)
        if hedged and self._is_reported(status):
            hedged, told = False, True
        if event.rule == "first-since":
            status, hedged = FACT, False
        modality = _MODALITIES[Modality.POSSIBLE if hedged and status.modality < Modality.POSSIBLE else status.modality]
        return Standing(status, _class_of(status, hedged=hedged, told=told), modality, source, quotation)

    def _status_of(self, event: EventDraft) -> Status:
        """Return what the clause of an event and its date say of it."""
        status = self._factuality.status_of(event.verb)
        if event.light >= 0:
            status = _with_noun(status, self._factuality.status_of(event.token), event, self._trees)
        if status.modality is Modality.FACT and not status.hedged and self._is_to_come(event):
            return replace(status, modality=Modality.FUTURE)
        if status.modality is Modality.FUTURE and self._is_supposed(event, status):
            return replace(status, modality=Modality.CONDITIONAL)
        return status

    def _is_to_come(self, event: EventDraft) -> bool:
        """Say whether an event that is told as fact is dated after the report: "the trial opens on Tuesday"."""
        if event.time not in self._to_come or event.carried:
            return False
        trees, verb = self._trees, event.verb
        past = any(trees.tags[aux] == "VBD" for aux in trees.children_of(verb, "aux"))
        return event.nominal or event.second >= 0 or (trees.tags[verb] in _OPEN_TENSES and not past)

    def _is_supposed(self, event: EventDraft, status: Status) -> bool:
        """Say whether "would" tells what a thing that is not there would do: "a merger would cost jobs"."""
        trees, verb = self._trees, event.verb
        if status.cue < 0 or trees.lower[status.cue] not in ("would", "'d") or trees.heads[status.cue] != verb:
            return False
        if self._is_told_now(verb):
            return True
        quotation = self._voices.quotation_of(verb)
        if trees.heads[verb] != verb and not self._voices.is_direct(quotation, verb):
            return False
        reported = quotation is not None and not self._voices.is_direct(quotation, verb)
        later = any(trees.lower[child] in _LATER for child in trees.children_of(verb, "advmod", "neg"))
        return not reported and not later and self._voices.trailing_of(verb) < 0

    def _is_told_now(self, verb: int) -> bool:
        """Say whether a clause is what somebody says now, so that its "would" is none of the past.

        "A dry spring would empty the lake, anglers say."
        """
        trees, saying = self._trees, self._voices.trailing_of(verb)
        if saying < 0 and trees.deps[verb] == "ccomp" and trees.heads[verb] in self._voices.cues:
            saying = trees.heads[verb]
        return saying >= 0 and trees.tags[saying] in ("VBZ", "VBP") and trees.child(saying, "aux") < 0

    def _is_reported(self, status: Status) -> bool:
        """Say whether others are said to tell an event, without a name: "reportedly", "is said to have"."""
        trees, cue = self._trees, status.cue
        return cue >= 0 and (trees.lower[cue] in REPORTED or trees.lemmas[cue] in REPORTING)


def _with_noun(status: Status, noun: Status, event: EventDraft, trees: Trees) -> Status:
    """Join the status of a light verb and its noun; "called for talks" and "cancelled the visit" tell none yet."""
    verb = trees.lemmas[event.light]
    if verb in _ARRANGING:
        noun = replace(noun, modality=max(noun.modality, Modality.FUTURE), cue=event.light)
    if verb in _PREVENTING:
        noun = replace(noun, negated=True, denial=event.light)
    return Status(
        status.negated or noun.negated,
        max(status.modality, noun.modality),
        status.hedged or noun.hedged,
        status.denial if status.denial >= 0 else noun.denial,
        status.cue if status.cue >= 0 and status.modality >= noun.modality else noun.cue,
    )


def _class_of(status: Status, *, hedged: bool, told: bool) -> Factuality:
    """Return the class of an event: what is conditional, possible, negated or to come is that, whoever says so."""
    if status.modality is Modality.CONDITIONAL:
        return Factuality.CONDITIONAL
    if status.modality is Modality.POSSIBLE or hedged:
        return Factuality.POSSIBLE
    if status.negated:
        return Factuality.NEGATED
    if status.modality is Modality.FUTURE:
        return Factuality.FUTURE
    return Factuality.ATTRIBUTED if told else Factuality.ASSERTED
