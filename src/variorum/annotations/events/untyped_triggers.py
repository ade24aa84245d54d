"""Triggers of events that PLOVER has no type for: any verb that tells something happening, and nouns of happenings.

They carry participants, time, place, factuality and source like the others, but no type: ``OTHER`` without a mode.
"""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from variorum.annotations.events.drafts import EventDraft
from variorum.annotations.factuality.words import DENYING, DOUBTING, INTENDING
from variorum.annotations.tables.frames import UNTYPED, Frame, load_frames
from variorum.word_lists import listed

if TYPE_CHECKING:
    from variorum.annotations.arguments import ArgumentReader
    from variorum.annotations.events.roles import RoleReader
    from variorum.annotations.trees import Trees


#: Verbs of states, of thought and of saying: nothing happens by them.
_STATES = listed("""
    be have do seem appear remain include contain comprise consist belong own possess lack need want like love hate
    prefer know think believe understand mean matter concern involve depend deserve resemble equal exist owe fit
    suit weigh measure total number regard consider view deem suppose assume hope wish doubt fear wonder imagine
    remember forget recognise recognize represent constitute reflect indicate suggest imply entail range vary differ
    say tell add note explain describe insist recall reckon let get see hear feel look sound stand lie sit
    live reside date stem hail wear keep stay require relate apply compare base locate situate entitle name call
    title age pertain border overlook accord can must should would may might will shall
""")
#: Verbs that begin, go on with or bring about what their infinitive or participle tells: that is the event.
_ASPECTS = listed("""
    begin start continue keep stop cease finish manage happen tend come go use get have proceed prove help dare bother
    hasten rush serve try attempt
""")
#: Verbs by which a noun of an event takes place: the noun tells it.
_TAKING_PLACE = listed("take happen occur")
#: Labels under which a noun or verb only describes another word.
_LABELS_ASIDE = frozenset({"amod", "compound", "nmod", "aux", "auxpass"})
#: How many tokens behind a verb its particle may stand.
_PARTICLE_REACH = 4
#: How many tokens a noun may stand from its light verb to be one trigger with it.
_NOUN_REACH = 6
#: Types whose nouns tell something happening also where nobody is named in it.
_HAPPENINGS = frozenset({UNTYPED, "ASSAULT", "CONSULT", "PROTEST", "COERCE", "RETREAT"})
#: Nouns of other types that tell something done also where nobody is named in it: "the rescue took an hour".
_DEEDS = listed("""
    resignation surrender amnesty pardon capitulation extradition merger airlift bailout donation evacuation rescue
    call-up deployment mobilisation mobilization demobilisation demobilization ratification reconciliation apology
    expulsion ouster overthrow removal sacking suspension walkout veto dismissal impeachment conviction inquiry
    investigation probe lawsuit
""")
#: Of these, words for a thing or state at least as often as for something that happens.
_THINGS = listed("""
    audience call commitment limit fine cap commission congress issue rule term row crisis war violence terrorism
    warfare illness weakness penalty oppression intimidation hostility conflict growth panic epidemic pandemic famine
    terror tension unrest asylum deficit surplus shortage glut oversupply excess scarcity bottleneck
""")


class UntypedReader:
    """Finds the events of single tokens that have no type."""

    def __init__(self, trees: Trees, arguments: ArgumentReader, roles: RoleReader, cues: Container[int]) -> None:
        """Keep the trees, what fills source and target, and the cues of quotations, which tell a saying."""
        self._trees = trees
        self._arguments = arguments
        self._roles = roles
        self._cues = cues
        self._frames = load_frames()

    def at(self, token: int, taken: Container[int]) -> EventDraft | None:
        """Return the event whose trigger's head stands at ``token``, which tells none of a type."""
        trees = self._trees
        if token in taken or trees.predicates[token] < 0 or trees.deps[token] in _LABELS_ASIDE:
            return None
        if trees.poses[token] == "VERB":
            return self._of_verb(token, taken) if trees.tags[token] != "MD" else None
        return self._of_noun(token) if trees.tags[token] in ("NN", "NNS") else None

    def _of_verb(self, verb: int, taken: Container[int]) -> EventDraft | None:
        """Return the event of a verb that is no state, no saying and no mere frame of another event."""
        trees, lemma = self._trees, self._trees.lemmas[verb]
        if verb in self._cues or not lemma.isalpha():
            return None
        noun = self._object_of(verb) if lemma in self._frames.light else -1
        if noun >= 0 and noun not in taken and not self._is_brought_about(verb, noun):
            return self._of_light_verb(verb, noun)
        particle = trees.child(verb, "prt")
        state = particle < 0 and lemma in _STATES and not self._is_deed(verb, lemma)
        if state or self._only_frames(verb, lemma):
            return None
        event = EventDraft(verb, verb, verb, Frame("verb", lemma, UNTYPED, None, "-"), "untyped verb", confidence=0.6)
        if 0 < particle - verb <= _PARTICLE_REACH:
            event.second, event.last = particle, particle
        self._roles.fill_verb(event, verb)
        return event

    def _is_deed(self, verb: int, lemma: str) -> bool:
        """Say whether a verb of states tells something done: "appeared before the judge", "called an election"."""
        trees = self._trees
        if lemma == "appear":
            return trees.child(verb, "prep") >= 0 and trees.child(verb, "xcomp", "ccomp", "acomp", "oprd") < 0
        if lemma == "lie":
            return trees.lower[verb] == "lied"
        noun = trees.child(verb, "dobj", "nsubjpass")
        done = lemma in ("hear", "call") and noun >= 0 and trees.is_noun(noun)
        return done and trees.child(verb, "ccomp", "xcomp", "oprd", "attr") < 0

    def _object_of(self, verb: int) -> int:
        """Return the noun of an event that is the object of a light verb, or the subject of its passive; else -1."""
        labels = ("nsubjpass",) if self._arguments.is_passive(verb) else ("dobj",)
        return next(
            (noun for noun in self._trees.children_of(verb, *labels) if self._told_by_verb(noun) is not None), -1
        )

    def _is_brought_about(self, verb: int, noun: int) -> bool:
        """Say whether a verb tells by whom or what its noun came about: "the fire in the mill was set by a clerk"."""
        return abs(noun - verb) > _NOUN_REACH and self._trees.child(verb, "agent") >= 0

    def _of_light_verb(self, verb: int, noun: int) -> EventDraft:
        """Return the event of a noun that its verb only brings about: "gave a concert", "a verdict was reached"."""
        event = EventDraft(noun, noun, noun, self._untyped(noun), "untyped light verb", light=verb, confidence=0.6)
        if abs(noun - verb) <= _NOUN_REACH:
            event.first, event.last = min(verb, noun), max(verb, noun)
        self._roles.fill_noun(event, noun)
        passive = self._arguments.is_passive(verb)
        subjects = self._arguments.agents(verb) if passive else self._arguments.subjects(verb)
        event.source = event.source or subjects
        event.settle()
        return event

    def _happening(self, noun: int) -> Frame | None:
        """Return the frame of a noun by which something happens, whoever is named in it."""
        lemma = self._trees.lemmas[noun]
        frame = self._frames.happenings.get(lemma)
        if frame is None and lemma not in _THINGS:
            frame = self._frames.nouns.get(lemma)
        return frame if frame is not None and (frame.type in _HAPPENINGS or lemma in _DEEDS) else None

    def _told_by_verb(self, noun: int) -> Frame | None:
        """Return the frame of a noun by which something happens where a light verb does it: "no offer was made"."""
        lemma = self._trees.lemmas[noun]
        return self._happening(noun) or (self._frames.nouns.get(lemma) if lemma not in _THINGS else None)

    def _untyped(self, noun: int) -> Frame:
        """Return the frame of a noun of an event without its type."""
        frame = self._told_by_verb(noun)
        return Frame("noun", self._trees.lemmas[noun], UNTYPED, None, frame.roles if frame else "-")

    def _only_frames(self, verb: int, lemma: str) -> bool:
        """Say whether a verb only says how another event stands: "plans to paint", "began painting", "took place"."""
        trees = self._trees
        clause = trees.child(verb, "xcomp")
        governs = lemma in INTENDING or lemma in DENYING or lemma in DOUBTING
        if clause >= 0 and trees.is_predicate(clause):
            return governs or lemma in _ASPECTS
        if governs and trees.child(verb, "ccomp", "pcomp") >= 0:
            return True
        if lemma not in _TAKING_PLACE:
            return False
        subject = trees.child(verb, "nsubj")
        place = lemma != "take" or any(trees.lower[child] == "place" for child in trees.children_of(verb, "dobj"))
        return place and subject >= 0 and self._happening(subject) is not None

    def _of_noun(self, noun: int) -> EventDraft | None:
        """Return the event of a noun of a happening."""
        if self._happening(noun) is None:
            return None
        event = EventDraft(noun, noun, noun, self._untyped(noun), "untyped noun", confidence=0.5)
        self._roles.fill_noun(event, noun)
        event.settle()
        return event
