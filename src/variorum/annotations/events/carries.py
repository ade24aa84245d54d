"""Carries: what an event that is told without time and place takes over from the event that it goes on with.

"A bomb exploded in Kirkuk on Monday. The blast killed three people. Two were hurt." tells one place and one time.
Nothing is carried over a stated time or place, from a sentence that tells of two, or from another paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.annotations.circumstances import Circumstances
    from variorum.annotations.events.drafts import EventDraft
    from variorum.annotations.trees import Trees

#: What an attack or accident does to people, told on without its place: "Two people were hurt."
_HARM = frozenset({"casualty", "death"})
#: Who comes to where something happened, so that what they do there needs no place: "Firefighters rescued two."
_COMERS = frozenset({
    "police", "officer", "firefighter", "rescuer", "medic", "paramedic", "diver", "lifeguard", "resident", "neighbour",
    "neighbor", "bystander", "witness", "villager", "inhabitant", "crew", "brigade", "ambulance", "guard", "coastguard",
})  # fmt: skip
#: What an attack or a disaster does where and when it happens.
_STRUCK = frozenset({
    "force", "destroy", "damage", "displace", "flatten", "wreck", "close", "paralyse", "cut", "trap", "drive", "strand",
    "flood", "bury", "sweep", "knock", "disrupt", "raze", "leave", "begin", "start", "continue", "spread", "last",
    "end",
})  # fmt: skip
#: What is done for those who were in an accident, and where it happened: "Its captain was rescued."
_RELIEF = frozenset({
    "rescue", "evacuate", "treat", "save", "pull", "free", "reach", "recover", "extinguish", "douse", "contain",
    "search", "airlift", "survive", "escape", "bring",
})  # fmt: skip
_HARMING = frozenset({"kill", "wound", "injure", "hurt"})
#: By type of an event: the types that the same people go on from with it, in the same place.
_GOING_ON = {
    "ASSAULT": ("ASSAULT",), "CONSULT": ("CONSULT",), "AGREE": ("CONSULT",), "SUPPORT": ("CONSULT",),
}  # fmt: skip
#: Prepositions of what something happens in: "killed in the blast".
_INSIDE = frozenset({"in", "during", "at", "by"})
#: Words by which a clause tells when its main clause happened: "hurt when a balcony collapsed".
_WHEN = frozenset({"when", "as"})
#: How many events back the event that is told on may stand.
_BACK_EVENTS = 12


class CarryReader:
    """Carries times and places between events that are told as one."""

    def __init__(self, trees: Trees, around: Circumstances, paragraphs: Sequence[int]) -> None:
        """Keep the trees, what is stated where, and the paragraph of each sentence."""
        self._trees = trees
        self._around = around
        self._paragraphs = paragraphs
        self._stated = set(around.by_sentence)
        for places in around.places.values():
            self._stated.update(trees.sentences[place.token] for place in places)

    def carry(self, events: list[EventDraft]) -> None:
        """Fill the times and places of events in text order, so that a third event may take what the second took."""
        by_token = {event.verb: event for event in events} | {event.token: event for event in events}
        by_sentence: dict[int, list[EventDraft]] = {}
        for event in events:
            by_sentence.setdefault(self._trees.sentences[event.verb], []).append(event)
        for number, event in enumerate(events):
            if event.nominal:
                above = self._told_in(event, by_token)
                if above is not None:
                    _take(event, above.time, above.place)
                continue
            beside = by_sentence[self._trees.sentences[event.verb]]
            for other in (self._cause_of(event, by_token), self._clause_of(event, beside)):
                if other is None:
                    continue
                if self._around.lies_in(other.place, event.place):
                    event.place = None  # "In Brazil, floods in Recife killed ten"
                _take(event, other.time, other.place)
            if event.time is None and event.place is None:
                self._follow(event, events[max(0, number - _BACK_EVENTS) : number])
        for event in events:
            self._share_harm(event, by_token)

    def _share_harm(self, event: EventDraft, by_token: dict[int, EventDraft]) -> None:
        """Let harm take time and place of the harm it is joined to: "two died and ten were hurt on Monday"."""
        if event.time is not None or event.place is not None or not _harms(event, self._trees.lemmas[event.token]):
            return
        for verb in self._trees.conjuncts(event.verb)[1:]:
            other = by_token.get(verb)
            if other is not None and _harms(other, self._trees.lemmas[other.token]):
                _take(event, other.time, other.place)
                return

    def _told_in(self, noun: EventDraft, by_token: dict[int, EventDraft]) -> EventDraft | None:
        """Return the harm or meeting that is told to happen in an event: "died in floods", "agreed at a summit"."""
        trees = self._trees
        link = trees.heads[noun.token]
        if trees.deps[noun.token] != "pobj" or trees.lower[link] not in _INSIDE:
            return None
        above = by_token.get(trees.heads[link])
        if above is None or above is noun or noun.time is not None:
            return None
        meets = noun.frame.type == "CONSULT" and above.frame.type in _GOING_ON
        harmed = _does_harm(noun) and _harms(above, trees.lemmas[above.token])
        return above if harmed or meets else None

    def _cause_of(self, event: EventDraft, by_token: dict[int, EventDraft]) -> EventDraft | None:
        """Return the event whose noun did it: "Saturday's attack killed nine", "nine were killed by the blast"."""
        trees = self._trees
        cause = trees.child(event.verb, "nsubj")
        if cause < 0 and trees.deps[event.verb] == "conj":
            # "the explosion killed nine and wounded dozens"
            cause = trees.child(trees.first_conjunct(event.verb), "nsubj")
        if cause < 0 and (by := trees.child(event.verb, "agent")) >= 0:
            cause = trees.child(by, "pobj")
        told = by_token.get(cause) if cause != event.token else None
        if told is None:
            return None
        # "Nine were killed by the blast", "wildfires on Samos forced 3,000 people from their homes"
        struck = _strikes(told) and trees.lemmas[event.token] in _STRUCK
        return told if struck or _harms(event, trees.lemmas[event.token]) else None

    def _clause_of(self, event: EventDraft, beside: list[EventDraft]) -> EventDraft | None:
        """Return the event of "hurt when a balcony collapsed", and what a participle goes on with: ", killing two"."""
        trees, verb = self._trees, event.verb
        for other in beside:
            clause = other.verb
            if other is event:
                continue
            if trees.heads[clause] == verb and trees.deps[clause] == "advcl":
                if trees.tags[clause] == "VBG" and clause > verb and trees.child(clause, "mark", "advmod", "nsubj") < 0:
                    return other  # "a grenade exploded, killing two, on Friday"
                if any(trees.lower[child] in _WHEN for child in trees.children_of(clause, "advmod", "mark")):
                    return other
            elif trees.tags[verb] == "VBG" and trees.deps[verb] in ("acl", "advcl") and trees.lower[verb - 1] == ",":
                sisters = trees.heads[clause] == trees.heads[verb] and trees.deps[clause] in ("acl", "relcl")
                if clause < verb and sisters:
                    return other
        return None

    def _follow(self, event: EventDraft, before: list[EventDraft]) -> None:
        """Let an event that is told without time and place take them from what it goes on with."""
        trees = self._trees
        here = trees.sentences[event.token]
        if not self._is_told_past(event):
            return
        beside = [other for other in before if trees.sentences[other.token] == here]
        if beside and (_harms(event, trees.lemmas[event.token]) or self._goes_on(event, beside)):
            # "a ferry capsized off Zanzibar on Saturday; 14 drowned", "they met in Luanda and agreed"
            self._take_from(event, beside)
            return
        if here in self._stated or here == 0 or self._paragraphs[here] != self._paragraphs[here - 1]:
            return
        self._take_from(event, [other for other in before if trees.sentences[other.token] == here - 1])

    def _take_from(self, event: EventDraft, earlier: list[EventDraft]) -> None:
        """Take the one time and place of the events of a sentence, where the event goes on with one of them."""
        times, places = {other.time for other in earlier} - {None}, {other.place for other in earlier} - {None}
        if len(times) > 1 or len(places) > 1:
            return
        time, place = next(iter(times), None), next(iter(places), None)
        of_harm = any(_does_harm(other) for other in earlier)
        if of_harm and (_harms(event, self._trees.lemmas[event.token]) or self._goes_on(event, earlier)):
            _take(event, time, place)
        elif of_harm and (self._come_there(event) or self._trees.lemmas[event.token] in _RELIEF):
            # When they came is not said.
            _take(event, None, place)
        elif not of_harm and self._goes_on(event, earlier):
            _take(event, time, place)

    def _goes_on(self, event: EventDraft, earlier: list[EventDraft]) -> bool:
        """Say whether "they" go on with what they did: stormed and abducted, visited and met, talked and signed."""
        subject = self._trees.child(event.verb, "nsubj")
        if subject < 0 or self._trees.tags[subject] != "PRP":
            return False
        follows = _GOING_ON.get(event.frame.type, ())
        return any(
            other.frame.type in follows and not set(event.source).isdisjoint([*other.source, *other.target])
            for other in earlier
        )

    def _come_there(self, event: EventDraft) -> bool:
        """Say whether those who act are of the place, and no others: "police", not "German police"."""
        subject = self._trees.child(event.verb, "nsubj")
        named = subject >= 0 and self._trees.child(subject, "amod", "compound", "poss", "nmod", "prep") >= 0
        return subject >= 0 and not named and self._trees.lemmas[subject] in _COMERS

    def _is_told_past(self, event: EventDraft) -> bool:
        """Say whether an event is told as one that happened: in the plain past, not "has", "will" or "did not"."""
        trees, verb = self._trees, event.verb
        if trees.tags[verb] not in ("VBD", "VBN") or trees.child(verb, "neg") >= 0:
            return False
        return all(trees.tags[aux] == "VBD" and trees.lemmas[aux] != "have" for aux in self._auxiliaries(verb))

    def _auxiliaries(self, verb: int) -> list[int]:
        """Return the auxiliaries of a verb or of the one that it is joined to: "were killed and wounded"."""
        first = self._trees.first_conjunct(verb)
        return self._trees.children_of(verb, "aux", "auxpass") or self._trees.children_of(first, "aux", "auxpass")


def _harms(event: EventDraft, lemma: str) -> bool:
    """Say whether an event is what an attack or accident did to people."""
    return event.frame.mode in _HARM or (event.frame.type == "ASSAULT" and lemma in _HARMING)


def _strikes(event: EventDraft) -> bool:
    """Say whether an event is an attack or a disaster, whose effects happen where and when it does."""
    return event.frame.type == "ASSAULT" or event.frame.mode == "disaster"


def _does_harm(event: EventDraft) -> bool:
    """Say whether an event is an attack, accident or protest that those behind it may go on with."""
    return event.frame.type in ("ASSAULT", "PROTEST") or event.frame.mode in _HARM | {"disaster"}


def _take(event: EventDraft, time: str | None, place: str | None) -> None:
    """Give an event what another is told with, where it has none itself."""
    if event.time is None and time is not None:
        event.time, event.carried = time, True
    if event.place is None and place is not None:
        event.place, event.carried = place, True
