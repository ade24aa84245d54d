"""Scenes: where and when a report goes on with what it has just told.

"A roof fell in on a market in Ulm on Friday. Shoppers ran into the street. Snow had weighed on it." Who runs does so
there and then; what had weighed is told of the same place, not of the same time. What states, boards and companies
decide, say and pay happens nowhere; what is planned goes on with what is planned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.circumstances import AT
from variorum.annotations.events.homes import DEALT
from variorum.annotations.tables.actors import role_of
from variorum.annotations.tables.gazetteer import country_of_demonym
from variorum.model.annotations import EntityType
from variorum.word_lists import listed

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from variorum.annotations.circumstances import Circumstance, Circumstances
    from variorum.annotations.events.drafts import EventDraft
    from variorum.annotations.trees import Trees

#: How many sentences back the scene of what is told on may be set.
_BACK = 2
#: Verbs of deciding, saying, paying and of rank: what they tell can be done from anywhere.
_NOWHERE = DEALT | listed("""
    accept agree allow announce answer apologise apologize appoint approve argue authorise authorize award ban
    blame block borrow cancel cause cede charge claim clear comment complain condemn confirm consult contribute
    cost criticise deal decide declare decline demand denounce deny disclose dismiss donate doubt elect endorse
    enact estimate expect finance forecast forbid grant hire inform invest invite issue lend levy negotiate
    nominate object offer oppose pay permit pledge predict promise promote propose protest publish question quit raise
    ratify reassure reckon recommend reject release remain repeal replace reply report request resign respond rule
    sack sanction seek sign spend suggest support suspend threaten thank urge veto vow warn welcome withhold win
    lose earn invent design study research learn succeed fail retire prefer adopt amend overturn uphold
""")
#: Types and modes of events that states, companies and markets go through, wherever they are.
_NOWHERE_TYPES = frozenset({
    "AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "COOPERATE", "CONCEDE", "SANCTION", "CONSULT",
})  # fmt: skip
_NOWHERE_MODES = frozenset({
    "increase", "decrease", "steady", "law", "business", "office", "election", "migration", "cyber", "sport", "birth",
})  # fmt: skip
#: Talks: whoever is hurt near them is hurt by something else.
_TALKS = frozenset({"CONSULT", "AGREE"})
_HARM = frozenset({"casualty", "death"})
#: What only happens later and elsewhere to those who did it: "A suspect was arrested."
_AFTERWARDS = frozenset({"COERCE"})
#: Clauses that go on with the telling; a relative clause tells of its noun.
_TELLING = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis"})
#: Words before a verb by which it is told as planned or possible, not as done.
_UNREAL = frozenset({"will", "would", "shall", "should", "may", "might", "can", "could", "must", "to", "'ll"})
#: Prepositions of a time that only bounds what is told: "closed until Sunday".
_BOUNDS = frozenset({"until", "till", "before", "since", "by"})
_ORIGINS = frozenset({"from", "of"})


class SceneReader:
    """Gives events of later sentences the time and place of the scene that they go on with."""

    def __init__(
        self,
        trees: Trees,
        around: Circumstances,
        paragraphs: Sequence[int],
        *,
        lasting: Container[str],
        years: Container[str],
    ) -> None:
        """Keep the trees, what is told where, and the paragraph of each sentence.

        ``lasting`` are the times that say how long or how often, ``years`` those of a year or more.
        """
        self._trees = trees
        self._around = around
        self._paragraphs = paragraphs
        self._lasting = lasting
        self._years = years
        self._places: dict[int, list[Circumstance]] = {}
        for place in around.hanging:
            self._places.setdefault(trees.sentences[place.token], []).append(place)

    def fill(self, events: Sequence[EventDraft]) -> None:
        """Fill times and places in text order, so that a third event may take what the second took."""
        told: dict[int, list[EventDraft]] = {}
        for event in events:
            told.setdefault(self._trees.sentences[event.token], []).append(event)
        for event in events:
            if event.place is None and not event.nominal and not self._is_unreal(event):
                event.place = self._led_by(event)
            if event.nominal or (event.time is not None and event.place is not None) or not self._goes_on(event):
                continue
            timeless = event.time is None and self._is_told_then(event) and not self._has_free_time(event, told)
            if timeless and (time := self._time_before(event, told)) is not None:
                event.time, event.carried = time, True
                event.of_scene.add("time")
            if event.place is None and self._stays(event) and (place := self._place_before(event, told)) is not None:
                event.place, event.carried = place, True
                event.of_scene.add("place")

    def _led_by(self, event: EventDraft) -> str | None:
        """Return the place that opens a sentence where a parser hangs it on nothing: "At the Miro hotel, where ..."."""
        trees = self._trees
        here = trees.sentences[event.token]
        for place in self._places.get(here, ())[:1]:
            root = place.path[-1] if place.path else -1
            if root >= 0 and root - trees.ranges[here][0] <= 1 and trees.deps[root] == "ROOT":
                return place.id if not trees.is_predicate(root) and place.preposition in AT else None
        return None

    def _goes_on(self, event: EventDraft) -> bool:
        """Say whether an event is one that has a place, told of somebody or something in the scene."""
        trees, frame = self._trees, event.frame
        if frame.type in _NOWHERE_TYPES or frame.mode in _NOWHERE_MODES or trees.lemmas[event.token] in _NOWHERE:
            return False
        verb = self._top_of(event.verb)
        if trees.deps[verb] not in _TELLING:
            return False
        subject = self._subject_of(verb)
        return subject >= 0 and self._is_of_scene(subject, event)

    def _top_of(self, verb: int) -> int:
        """Return the verb whose infinitive a verb is: "is" of "work is to begin"; else the verb itself."""
        return self._trees.heads[verb] if self._trees.deps[verb] == "xcomp" else verb

    def _subject_of(self, verb: int) -> int:
        """Return the subject of a verb, or of the one that it is joined to; -1 without one."""
        own = self._trees.child(verb, "nsubj", "nsubjpass")
        return own if own >= 0 else self._trees.child(self._trees.first_conjunct(verb), "nsubj", "nsubjpass")

    def _is_of_scene(self, subject: int, event: EventDraft) -> bool:
        """Say whether those who act can be there: no state, office or company, nobody named or come from elsewhere."""
        trees = self._trees
        if trees.tags[subject] == "PRP":
            return trees.lower[subject] not in ("i", "we", "you")
        role = role_of(trees.lower[subject])
        if trees.poses[subject] == "PROPN" and role is None:  # "Lifeguards" opens a sentence
            return event.time is None and self._is_known(subject)
        if role is not None and (role.head or (role.type is EntityType.ORGANISATION and role.sector in ("GOV", "BUS"))):
            return False
        return not any(
            trees.poses[child] == "PROPN"
            or (trees.deps[child] == "prep" and self._names_origin(child))
            or (trees.deps[child] == "amod" and country_of_demonym(trees.lower[child].capitalize()) is not None)
            for child in trees.children[subject]
        )

    def _names_origin(self, preposition: int) -> bool:
        """Say whether "from" or "of" names where somebody belongs: "soldiers from Bari"."""
        trees = self._trees
        return trees.lower[preposition] in _ORIGINS and any(
            trees.poses[noun] == "PROPN" for noun in trees.children_of(preposition, "pobj")
        )

    def _is_known(self, name: int) -> bool:
        """Say whether a name stands in the sentence before, too."""
        here = self._trees.sentences[name]
        first, after = self._trees.ranges[here - 1] if here else (0, 0)
        return any(self._trees.lower[token] == self._trees.lower[name] for token in range(first, after))

    def _auxiliaries(self, verb: int) -> list[int]:
        """Return the auxiliaries of a verb or of the one that it is joined to: "were killed and wounded"."""
        trees = self._trees
        return trees.children_of(verb, "aux", "auxpass") or trees.children_of(
            trees.first_conjunct(verb), "aux", "auxpass"
        )

    def _is_unreal(self, event: EventDraft) -> bool:
        """Say whether an event is told as planned or possible."""
        verbs = (event.verb, self._top_of(event.verb))
        return any(self._trees.lower[aux] in _UNREAL for verb in verbs for aux in self._auxiliaries(verb))

    def _is_told_then(self, event: EventDraft) -> bool:
        """Say whether an event follows in the plain past: "was cut free", not "has", "had" or "will"."""
        trees, verb = self._trees, event.verb
        if trees.tags[verb] not in ("VBD", "VBN") or event.frame.type in _AFTERWARDS:
            return False
        return all(trees.tags[aux] == "VBD" and trees.lemmas[aux] != "have" for aux in self._auxiliaries(verb))

    def _has_free_time(self, event: EventDraft, told: dict[int, list[EventDraft]]) -> bool:
        """Say whether a time of the sentence belongs to none of its other events, so that it may be this one's."""
        here = self._trees.sentences[event.token]
        taken = {other.time for other in told[here]}
        return any(
            time.id not in taken
            and not time.telling
            and time.id not in self._lasting
            and time.preposition not in _BOUNDS
            for time in self._around.by_sentence.get(here, ())
        )

    def _stays(self, event: EventDraft) -> bool:
        """Say whether nothing in its sentence takes an event elsewhere: a place before it, "from Bari", years between.

        "Prisoners in Koper took a warder hostage. The mutiny began on Monday."
        """
        trees = self._trees
        here = trees.sentences[event.token]
        if event.time in self._years and not self._is_unreal(event):
            return False
        return not any(place.token < event.token or event.verb in place.path for place in self._places.get(here, ()))

    def _kin(self, event: EventDraft, others: Sequence[EventDraft]) -> list[EventDraft]:
        """Return the events that an event can go on with: planned with planned ones, harm not with talks."""
        unreal = self._is_unreal(event)
        harm = event.frame.mode in _HARM or event.frame.type == "ASSAULT"
        return [
            other for other in others if self._is_unreal(other) == unreal and not (harm and other.frame.type in _TALKS)
        ]

    def _time_before(self, event: EventDraft, told: dict[int, list[EventDraft]]) -> str | None:
        """Return the one time that the sentence before tells of."""
        here = self._trees.sentences[event.token]
        if here == 0 or self._paragraphs[here] != self._paragraphs[here - 1]:
            return None
        kin = self._kin(event, told.get(here - 1, ()))
        times = {other.time for other in kin} - {None}
        time = next(iter(times)) if len(times) == 1 else None
        return None if time in self._years else time

    def _place_before(self, event: EventDraft, told: dict[int, list[EventDraft]]) -> str | None:
        """Return the one place that is told last before an event, in its paragraph."""
        here = self._trees.sentences[event.token]
        for back in range(1, _BACK + 1):
            if back > here or self._paragraphs[here] != self._paragraphs[here - back]:
                return None
            others = told.get(here - back, ())
            places = {other.place for other in self._kin(event, others)} - {None}
            if len(places) == 1:
                return next(iter(places))
            if places or here - back in self._places or any(other.place for other in others):
                return None
        return None
