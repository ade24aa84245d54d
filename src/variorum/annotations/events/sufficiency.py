"""Sufficiency: whether there is enough around a trigger for it to tell an event, and no mere word."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from variorum.annotations.arguments import ArgumentReader
from variorum.annotations.events.drafts import EventDraft
from variorum.annotations.events.measures import MOVES, MeasureReader
from variorum.annotations.tables.frames import UNTYPED
from variorum.annotations.trees import Trees

if TYPE_CHECKING:
    from variorum.annotations.circumstances import Circumstances


#: Types that a noun with one participant tells: "the attack on X", "X's visit"; "the aid of X" is a thing.
TOLD_BY_NOUNS = frozenset({"CONSULT", "ASSAULT", "PROTEST", "RETREAT", "OTHER"})
#: Types that need somebody who acts or is acted on, or they are no event but a word.
_NEEDS_SOMEBODY = frozenset({
    "AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AID", "COOPERATE", "CONCEDE", "SANCTION", "RETREAT",
    "CONSULT", "COERCE", "MOBILIZE",
})  # fmt: skip
#: Everyday words that tell an event only with somebody in it.
WEAK_MODES = frozenset(
    {"office", "business", "sport", "launch", "court", "election", "law", "migration", "birth", "health"}
)
#: Verbs of the weak modes that need no object.
NO_OBJECT = frozenset({"vote", "flee", "testify", "retire", "marry", "divorce", "campaign", "migrate", "emigrate"})
#: Nouns of long states: without somebody in them they tell no event.
_STATES = frozenset({
    "war", "conflict", "violence", "fighting", "terrorism", "hostility", "operation", "campaign", "unrest", "rule",
    "term", "issue",
})  # fmt: skip
#: Of these and others, those that somebody may have for years: with one side alone they are taken up, and not told.
_LASTING = frozenset({"war", "conflict", "violence", "fighting", "terrorism", "hostility", "unrest", "campaign"})
#: Types that a noun tells only with both sides: "his visit" and "the release" take up what is told elsewhere.
_TWO_SIDED = frozenset({"CONSULT", "RETREAT"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
#: Verbs by which a noun of an event is said to take place, or not.
_TAKING_PLACE = frozenset(
    {
        "begin",
        "start",
        "happen",
        "occur",
        "take",
        "end",
        "resume",
        "continue",
        "erupt",
        "last",
        "follow",
        "fail",
        "postpone",
    }
)


def is_mention(event: EventDraft, lemma: str) -> bool:
    """Say whether a noun only takes an event of a PLOVER type up, and does not tell who did it to whom."""
    if event.frame.type == UNTYPED or not event.rule.startswith("noun"):
        return False
    sides = bool(event.source) + bool(event.target)
    return sides == 0 or (sides == 1 and (event.frame.type in _TWO_SIDED or lemma in _LASTING))


class SufficiencyReader:
    """Keeps the events of which enough is told."""

    def __init__(self, trees: Trees, arguments: ArgumentReader, around: Circumstances, counted: Container[int]) -> None:
        """Keep participants, circumstances, and the predicates with quantities."""
        self._trees = trees
        self._arguments = arguments
        self._around = around
        self._measures = MeasureReader(trees, arguments, counted)

    def kept(self, event: EventDraft, token: int) -> EventDraft | None:
        """Return the event when there is enough of it: somebody in it, or a definite noun that takes one up."""
        frame = event.frame
        if frame.type == "OTHER" and frame.mode in MOVES:
            return event if self._measures.is_told(event, token) else None
        if event.source or event.target:
            if event.rule.startswith("noun") and frame.type not in TOLD_BY_NOUNS:
                return event if self._is_told(event) else None
            return event
        if event.rule.startswith("noun"):
            if self._takes_place(event.token):
                return event
            definite = any(self._trees.lower[child] in DEFINITE for child in self._trees.children[event.token])
            definite = definite and self._trees.lemmas[event.token] not in _STATES
            own = bool(self._around.times.get(event.token) or self._around.places.get(event.token))
            return (
                event
                if (definite or own)
                and frame.type in ("CONSULT", "ASSAULT", "PROTEST", "OTHER", "RETREAT", "COERCE")
                and frame.mode not in WEAK_MODES
                else None
            )
        if frame.type in _NEEDS_SOMEBODY or frame.mode in WEAK_MODES:
            return event if self._has_sides(event.token) else None
        return event

    def _takes_place(self, noun: int) -> bool:
        """Say whether a noun is said to take place: "the trial began"."""
        trees = self._trees
        return trees.deps[noun] in ("nsubj", "nsubjpass") and trees.lemmas[trees.heads[noun]] in _TAKING_PLACE

    def _has_sides(self, verb: int) -> bool:
        """Say whether somebody or something stands as object of a verb, or as subject of one that needs none."""
        trees = self._trees
        objects = self._arguments.object_tokens(verb)
        subject = self._arguments.subject_token(verb)
        if self._arguments.is_passive(verb) or trees.lemmas[verb] in NO_OBJECT:
            return subject >= 0 and trees.is_noun(subject)
        return any(trees.is_noun(token) for token in objects)

    def _is_told(self, event: EventDraft) -> bool:
        """Say whether a noun of a thing tells an event here: both sides, or who did or suffered it behind it."""
        if event.source and event.target:
            return True
        behind = self._arguments.behind(event.token, "by", "of", "from", "against", "on")
        return any(entity in behind for entity in (*event.source, *event.target))
