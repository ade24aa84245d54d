"""Scene ties: what ties an event to the scene that a report has set, and what keeps it out.

Who acts there and what is told on of them belongs to it. What states, boards and companies decide, say and pay
happens nowhere; who comes from elsewhere, what lies years back and what is only planned stands apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.circumstances import AT, LOCALS
from variorum.annotations.events.homes import DEALT
from variorum.annotations.places.datelines import in_datelines
from variorum.annotations.tables.actors import role_of
from variorum.annotations.tables.gazetteer import country_of_demonym
from variorum.model.annotations import EntityType, PlaceUse
from variorum.word_lists import listed

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from variorum.annotations.circumstances import Circumstance
    from variorum.annotations.events.drafts import EventDraft
    from variorum.annotations.trees import Trees
    from variorum.annotations.voices import VoiceReader
    from variorum.model.annotations import Draft

#: Verbs of deciding, saying, paying and of rank: what they tell can be done from anywhere.
_NOWHERE = DEALT | listed("""
    accept agree allow announce answer apologise apologize appoint approve argue authorise authorize award ban
    blame borrow cancel cause cede charge claim clear comment complain condemn confirm consult contribute
    cost criticise deal decide declare decline demand denounce deny disclose dismiss donate doubt elect endorse
    enact estimate expect finance forecast forbid grant hire inform invest invite issue lend levy negotiate
    nominate object offer oppose pay permit pledge predict promise promote propose protest publish question quit raise
    ratify reassure reckon recommend reject remain repeal replace reply report request resign respond rule
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
_TALKS = frozenset({"CONSULT", "AGREE"})
_HARM = frozenset({"casualty", "death"})
#: What only happens later to those who did it: "A suspect was arrested."
_AFTERWARDS = frozenset({"arrest", "detain", "charge", "extradite", "deport", "sue"})
#: Words before a verb by which it is told as planned or possible, not as done.
_UNREAL = frozenset({"will", "would", "shall", "should", "may", "might", "can", "could", "must", "to", "'ll"})
#: Words by which a clause is told of another time than its main clause.
_NOT_THEN = frozenset({"after", "before", "since", "until", "till"})
_ORIGINS = frozenset({"from", "of"})
_PERSONS = frozenset({"he", "she", "they", "him", "her", "them", "two", "three", "both", "others", "some", "many"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "both"})
#: What moves at sea or on markets or strikes a country, so that no town is where it does.
_AFLOAT = listed("""
    ship vessel boat ferry trawler yacht freighter submarine diver plane aircraft helicopter rouble ruble dollar euro
    peso yen price share stock index currency bond oil inflation temperature rain storm hurricane cyclone rocket probe
    landslide mudslide rockslide rockfall avalanche flood quake earthquake tsunami tornado typhoon wildfire drought
    heatwave volcano eruption river dam
""")
#: Names behind "in" that are no town's: "in Congress".
_NAMED = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP, EntityType.EVENT})
#: Prepositions of where something happens.
_IN = frozenset({"in", "near", "outside"})
#: Words of how something is done.
_BY = frozenset({"by", "in", "while"})
#: How many clauses may stand between an event and a place inside of it.
_STEPS = 3
#: Links between "of" and what the place is told with.
_OF_PATH = 3
#: Words that take up the town that was told last.
TOWNS = ("city", "town", "village", "capital", "port", "resort")
_SIDES = ("nsubj", "nsubjpass", "dobj")


class SceneTies:
    """Knows whether events can be set in a scene, and what they take up of it."""

    def __init__(self, trees: Trees, draft: Draft, voices: VoiceReader, years: Container[str]) -> None:
        """Keep the trees, who is a state or an organisation, and the times of a year or more."""
        self._trees = trees
        self._voices = voices
        self._headed = in_datelines(draft.report.text)
        self._years = years
        self._collective = {
            entity.id for entity in draft.entities if entity.type in (EntityType.STATE, EntityType.ORGANISATION)
        }
        self._persons = {
            trees.token_at(mention.head_end - 1)
            for entity in draft.entities
            if entity.type is EntityType.PERSON
            for mention in entity.mentions
        }
        spans = [(place.start, place.end) for place in draft.places] + [(time.start, time.end) for time in draft.times]
        others = [entity for entity in draft.entities if entity.type in _NAMED]
        spans += [(mention.start, mention.end) for entity in others for mention in entity.mentions]
        named = {token for start, end in spans for token in trees.tokens_in(start, end)}
        self._in_unknown = {
            trees.predicates[token]
            for token, label in enumerate(trees.deps)
            if label == "pobj" and trees.poses[token] == "PROPN" and trees.lower[trees.heads[token]] in _IN
            if token not in named
        }
        self._governing = {
            token
            for place in draft.places
            if place.use is PlaceUse.GOVERNMENT
            for token in trees.tokens_in(place.start, place.end)
        }

    def happens_somewhere(self, event: EventDraft) -> bool:
        """Say whether an event is one that has a place at all: no deed of a state, none that is done from anywhere."""
        if self.is_collective(event):
            return False
        subject = self.subject_of(event)
        frame = event.frame
        anywhere = frame.type in _NOWHERE_TYPES and frame.mode != "visit"
        anywhere = anywhere or frame.mode in _NOWHERE_MODES
        anywhere = anywhere or self._trees.lemmas[event.token] in _NOWHERE
        if not anywhere or event.nominal:
            return True
        return self._trees.lemmas[event.token] not in DEALT and subject >= 0 and self._is_people(subject)

    def is_apart(self, event: EventDraft) -> bool:
        """Say whether a relative clause tells of another time: "jailed for a killing that he committed in 1991"."""
        past = self._is_dated_before(event) or event.time in self._years
        return self._trees.deps[event.verb] == "relcl" and past

    def goes_on(self, event: EventDraft) -> bool:
        """Say whether an event that takes up nothing told before is still told of the scene."""
        trees = self._trees
        if self._voices.is_direct(self._voices.quotation_of(event.token), event.token):
            return False
        if event.nominal:
            return self.is_definite(event.token)
        if self.is_apart(event):
            return False
        subject = self.subject_of(event)
        if event.time in self._years and not self.is_planned(event) and trees.lower[subject] != "it":
            return False
        if subject >= 0 and trees.lower[subject] in _PERSONS:
            return not self._is_dated_before(event)
        return subject >= 0 and self.is_of_scene(subject)

    def _is_people(self, noun: int) -> bool:
        """Say whether a word is of people who are somewhere when they act: "they", "the drivers"."""
        trees = self._trees
        if trees.lower[noun] in _PERSONS or trees.lemmas[noun] in LOCALS:
            return True
        role = role_of(trees.lower[noun])
        if noun in self._persons and role is None:
            return True
        return role is not None and role.type in (EntityType.PERSON, EntityType.GROUP) and role.sector != "GOV"

    def is_afloat(self, event: EventDraft) -> bool:
        """Say whether what moves at sea or on markets is told of, which is in no town."""
        return self._trees.lemmas[self.subject_of(event)] in _AFLOAT or self._trees.lemmas[event.token] in _AFLOAT

    def is_main(self, event: EventDraft) -> bool:
        """Say whether an event is that of a main clause, or of one that is told in it."""
        main = self._trees.deps[event.verb] in ("ROOT", "conj", "ccomp") or self._is_read_as_noun(event.verb)
        return main and not event.nominal

    def is_of_teller(self, place: Circumstance, event: EventDraft) -> bool:
        """Say whether a place is only that of those who tell of an event: "the ministry in Bari said"."""
        quotation = self._voices.quotation_of(event.token)
        return quotation is not None and bool(place.path) and self._voices.cues.get(place.path[-1]) is quotation

    def is_inside(self, place: Circumstance, event: EventDraft) -> bool:
        """Say whether a place behind an event is that of what takes part in it: "raised a tug that sank off Bari"."""
        trees = self._trees
        of_subject = any(trees.deps[token] in ("nsubj", "nsubjpass") for token in place.path)
        if not of_subject and not any(trees.is_predicate(token) for token in range(event.token + 1, place.token)):
            return True
        at = place.path[-1] if place.path else -1
        for _ in range(_STEPS):
            if at in (-1, event.verb):
                return at >= 0
            by = trees.deps[at] == "pcomp" and trees.lower[trees.heads[at]] in _BY
            going = by or (trees.deps[at] == "advcl" and trees.tags[at] == "VBG")
            joined = trees.deps[at] == "conj" and trees.child(at, "nsubj") < 0  # "jumped or was pushed at Bari"
            if trees.deps[at] not in ("relcl", "acl", "xcomp") and not going and not joined:
                return False
            at = trees.predicates[trees.heads[at]]
        return False

    def is_collective(self, event: EventDraft) -> bool:
        """Say whether a state, an office or a company acts."""
        trees = self._trees
        subject = self.subject_of(event)
        if subject >= 0 and trees.lemmas[subject] in LOCALS:
            return False
        if subject >= 0 and (subject in self._governing or not self._collective.isdisjoint(event.source)):
            return True
        role = role_of(trees.lower[subject]) if subject >= 0 and trees.tags[subject] != "PRP" else None
        if role is None:
            return False
        return role.head or (role.type is EntityType.ORGANISATION and role.sector in ("GOV", "BUS"))

    def _top_of(self, verb: int) -> int:
        """Return the verb whose infinitive a verb is: "is" of "work is to begin"; else the verb itself."""
        return self._trees.heads[verb] if self._trees.deps[verb] == "xcomp" else verb

    def subject_of(self, event: EventDraft) -> int:
        """Return the subject of an event's verb, or of the one that it is joined to; -1 without one."""
        verb = self._top_of(event.verb)
        for above in (verb, self._trees.first_conjunct(verb)):
            subjects = self._trees.children_of(above, "nsubj", "nsubjpass")
            # A parser takes the town of a dateline for a subject.
            own = [noun for noun in subjects if not self._headed(self._trees.starts[noun])]
            if own:
                return own[-1]
        noun = self._trees.heads[verb]
        return noun if self._is_read_as_noun(verb) else -1

    def _is_read_as_noun(self, verb: int) -> bool:
        """Say whether a parser takes a sentence for a noun with a clause: "A fourth survived by clinging to a rope"."""
        noun = self._trees.heads[verb]
        return self._trees.deps[verb] == "acl" and self._trees.deps[noun] == "ROOT" and noun < verb

    def is_of_scene(self, subject: int) -> bool:
        """Say whether those who act can be there: nobody who belongs elsewhere."""
        trees = self._trees
        if trees.tags[subject] == "PRP":
            return trees.lower[subject] not in ("i", "we", "you")
        return not any(
            (trees.deps[child] == "prep" and self._names_origin(child))
            or (trees.deps[child] == "amod" and country_of_demonym(trees.lower[child].capitalize()) is not None)
            for child in trees.children[subject]
            if not self._headed(trees.starts[child])
        )

    def _names_origin(self, preposition: int) -> bool:
        """Say whether "from" or "of" names where somebody belongs: "soldiers from Bari"."""
        trees = self._trees
        return trees.lower[preposition] in _ORIGINS and any(
            trees.poses[noun] == "PROPN" for noun in trees.children_of(preposition, "pobj")
        )

    def is_of_setting(self, place: Circumstance) -> bool:
        """Say whether what is "of" a place is there: "the nurses of Bari", "on the airfield of Bari"."""
        if place.preposition != "of" or len(place.path) < _OF_PATH:
            return False
        noun, above = place.path[1], place.path[2]
        of_object = self._trees.deps[noun] == "dobj" and not role_of(self._trees.lower[noun])
        return of_object or self._trees.lemmas[noun] in LOCALS or self._trees.lower[above] in AT

    def is_told_here(self, event: EventDraft) -> bool:
        """Say whether an event is told to happen "here"."""
        return any(self._trees.lower[child] == "here" for child in self._trees.children_of(event.verb, "advmod"))

    def _auxiliaries(self, verb: int) -> list[int]:
        """Return the auxiliaries of a verb or of the one that it is joined to: "were killed and wounded"."""
        trees = self._trees
        return trees.children_of(verb, "aux", "auxpass") or trees.children_of(
            trees.first_conjunct(verb), "aux", "auxpass"
        )

    def is_planned(self, event: EventDraft) -> bool:
        """Say whether an event is told as planned or possible."""
        verbs = (event.verb, self._top_of(event.verb))
        if self._trees.deps[event.verb] == "acl":
            return False  # "the first to reach the top"
        return any(self._trees.lower[aux] in _UNREAL for verb in verbs for aux in self._auxiliaries(verb))

    def is_told_before(self, event: EventDraft) -> bool:
        """Say whether an event is told as one that had happened before."""
        return any(self._trees.lower[aux] == "had" for aux in self._auxiliaries(event.verb))

    def _is_dated_before(self, event: EventDraft) -> bool:
        """Say whether an event had happened before, at a time of its own."""
        return self.is_told_before(event) and event.time is not None

    def is_told_then(self, event: EventDraft) -> bool:
        """Say whether an event follows in the plain past: "was cut free", not "has", "had" or "will"."""
        trees, verb = self._trees, event.verb
        if event.nominal:
            return self.is_definite(event.token)
        if any(trees.lower[child] in _NOT_THEN for child in trees.children_of(verb, "mark")):
            return False
        if trees.tags[verb] not in ("VBD", "VBN") or trees.lemmas[event.token] in _AFTERWARDS:
            return False
        return all(trees.tags[aux] == "VBD" and trees.lemmas[aux] != "have" for aux in self._auxiliaries(verb))

    def is_harm(self, event: EventDraft) -> bool:
        """Say whether somebody comes to harm."""
        return event.frame.mode in _HARM or event.frame.type == "ASSAULT"

    def is_afterwards(self, event: EventDraft) -> bool:
        """Say whether it only happens later to those who did something: "A suspect was arrested."."""
        return not event.nominal and self._trees.lemmas[event.token] in _AFTERWARDS

    def is_talks(self, event: EventDraft) -> bool:
        """Say whether people only talk."""
        return event.frame.type in _TALKS

    def is_definite(self, noun: int) -> bool:
        """Say whether a noun takes up something told before: "the blast", "the two men"."""
        trees = self._trees
        return any(trees.lower[child] in _DEFINITE for child in trees.children_of(noun, "det", "poss"))

    def is_in_unknown(self, event: EventDraft) -> bool:
        """Say whether an event is told in a place by a name that no table knows: "burned a mill in Orvelstad"."""
        return event.verb in self._in_unknown

    def is_brought(self, event: EventDraft) -> bool:
        """Say whether something has gone to where it is now: "the fair has been moved to Bari"."""
        return any(self._trees.lower[aux] in ("has", "have") for aux in self._auxiliaries(event.verb))

    def takes_up(self, event: EventDraft) -> Iterator[str]:
        """Yield what an event tells of that may have been told of before: "the depot", those who take part."""
        for noun in self._nouns(event):
            if self.is_definite(noun):
                yield self._trees.lemmas[noun]
        if not self._is_dated_before(event):
            yield from event.source
            yield from event.target

    def tells_of(self, event: EventDraft) -> Iterator[str]:
        """Yield everybody and everything that an event tells of."""
        for noun in self._nouns(event):
            yield self._trees.lemmas[noun]
        yield from event.source
        yield from event.target

    def _nouns(self, event: EventDraft) -> Iterator[int]:
        """Yield the nouns that take part in an event, and that which tells it."""
        trees = self._trees
        if event.nominal:
            yield event.token
        told = trees.children_of(event.verb, *_SIDES)
        for link in trees.children_of(event.verb, "prep", "agent"):
            told += trees.children_of(link, "pobj")
        for noun in told:
            if trees.poses[noun] == "NOUN":
                yield noun
