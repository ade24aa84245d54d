"""Triggers: the verbs and nouns that tell events, with their frames.

A light verb and its noun are one trigger ("held talks", "launched a series of offensives").
"""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from msgspec.structs import replace

from variorum.annotations.arguments import ArgumentReader
from variorum.annotations.events.drafts import EventDraft
from variorum.annotations.events.judgements import JudgementReader
from variorum.annotations.events.noun_frames import core_of, labour_frame, noun_frame
from variorum.annotations.events.roles import CASUALTIES, FACE_TO_FACE, NOUN_TARGETS, RoleReader
from variorum.annotations.events.sufficiency import NO_OBJECT, TOLD_BY_NOUNS, WEAK_MODES, SufficiencyReader
from variorum.annotations.factuality.plans import calls_off
from variorum.annotations.tables.frames import Frame, load_frames
from variorum.annotations.trees import Trees
from variorum.word_lists import listed

if TYPE_CHECKING:
    from variorum.annotations.circumstances import Circumstances
    from variorum.annotations.voices import VoiceReader


#: What is released to the public, which lets nobody go.
_PUBLISHED = listed("""
    report statement image photo photograph picture name video footage figure data datum document detail result ad
    advertisement advert book novel song album film movie trailer list transcript record tape memo letter map plan
    version product update poll survey study recording information number estimate draft text note email e-mail message
    finding review audio clip copy edition game single statistic index schedule agenda budget
""")
#: Words by which somebody says what another has to do.
_DUTY = frozenset({"must", "should"})
#: Verbs that grant something only where somebody does.
_LETTING = frozenset({"allow", "let", "permit"})
#: Types whose verb's object is what is sent or pulled back, not whom it concerns.
_BY_MEANS = frozenset({"MOBILIZE", "AID", "RETREAT"})
#: People to whom a verb with them as its second word does something: "took in refugees".
_CARED_FOR = frozenset({"refugee", "migrant", "evacuee"})
#: Labels under which the second word of a frame stands; "found Reyes guilty" has a clause for it.
_SECONDS = frozenset({"prt", "dobj", "prep", "dative", "advmod", "acomp", "oprd", "xcomp", "attr"})
#: Types of "call off" and "put off" with an object.
_CALLED_OFF = frozenset({"CONCEDE", "REJECT"})
_WITH_OFF = frozenset({"call", "put"})


class TriggerReader:
    """Finds the events of single tokens, with their participants."""

    def __init__(
        self,
        trees: Trees,
        arguments: ArgumentReader,
        roles: RoleReader,
        voices: VoiceReader,
        around: Circumstances,
        counted: Container[int],
    ) -> None:
        """Keep what triggers are read from: circumstances, and predicates with quantities."""
        self._trees = trees
        self._frames = load_frames()
        self._arguments = arguments
        self._roles = roles
        self._timed = {time.token for times in around.times.values() for time in times}
        self._judgements = JudgementReader(trees, arguments, voices)
        self._sufficiency = SufficiencyReader(trees, arguments, around, counted)

    def at(self, token: int, taken: set[int]) -> EventDraft | None:
        """Return the event whose trigger's head stands at ``token``, where it has a type or mode."""
        trees = self._trees
        if token in taken or trees.predicates[token] < 0:
            return None
        if (
            (trees.poses[token] == "VERB" or trees.lemmas[token] == "be")
            and trees.is_predicate(token)
            and trees.deps[token] not in ("amod", "compound", "nmod")
        ):
            return self._of_verb(token, taken)
        if trees.tags[token] in ("NN", "NNS", "VBG", "NNP"):
            return self._of_noun(token, taken)
        return self._of_duty(token) if trees.lower[token] in _DUTY else None

    def _of_verb(self, verb: int, taken: set[int]) -> EventDraft | None:
        """Return the event of a verb, with its particle, object or preposition where the frame needs them."""
        trees, frames = self._trees, self._frames
        lemma = trees.lemmas[verb]
        event = self._of_light_verb(verb) if lemma in frames.light else None
        if event is not None:
            return event
        frame, second = self._compound_frame(verb) if lemma in frames.compound_verbs else (None, -1)
        frame = frame or frames.verbs.get(lemma)
        if frame is None:
            return self._judgements.of_verb(verb) or self._of_telephone(verb)
        if second < 0 and not self._stands_alone(verb, frame):
            return None
        if frame.key in ("welcome", "greet", "host", "receive") and not self._has_guest(verb):
            # "welcomed the decision" tells support, no visit
            frame = frames.nouns["support"] if frame.key == "welcome" else None
        if frame is None:
            return None
        if trees.child(verb, "dobj") < 0 and not self._arguments.is_passive(verb):
            frame = labour_frame(trees, verb, frame)
        event = EventDraft(verb, verb, verb, frame, f"verb {frame.key}", second=second)
        if self._is_means(second, frame):
            event.means = self._arguments.entities_of(second)
        if second >= 0 and abs(second - verb) <= 6:
            event.first, event.last = min(verb, second), max(verb, second)
        self._roles.fill_verb(event, verb)
        if frame.key in CASUALTIES and not self._is_done_by_somebody(event, taken):
            # "two passengers were hurt", "the quake killed 52", "visited the injured"
            event.frame = replace(frame, type="OTHER", mode="casualty")
            event.source = []
        return self._sufficiency.kept(event, verb)

    def _of_telephone(self, verb: int) -> EventDraft | None:
        """Return the talk of somebody who calls another by name: "Reyes called the Norland envoy on Monday"."""
        trees, read = self._trees, self._arguments
        called = trees.child(verb, "dobj")
        if trees.lemmas[verb] != "call" or called < 0 or trees.tags[called] not in ("NNP", "PRP"):
            return None
        if trees.child(verb, "prt", "oprd", "xcomp", "ccomp", "npadvmod", "agent") >= 0 or read.is_passive(verb):
            # "called Reyes a coward", "called him to testify"
            return None
        event = EventDraft(
            verb, verb, verb, Frame("verb", "call", "CONSULT", None, "mutual"), "verb call", confidence=0.6
        )
        self._roles.fill_verb(event, verb)
        return event if event.source and event.target else None

    def _is_means(self, second: int, frame: Frame) -> bool:
        """Say whether the second word of a frame names means, and not whom it is for: "sent troops to Lorva"."""
        trees = self._trees
        sent = second >= 0 and frame.type in _BY_MEANS and trees.deps[second] == "dobj"
        return sent and trees.lemmas[second] not in _CARED_FOR

    def _of_duty(self, modal: int) -> EventDraft | None:
        """Return the request of somebody who says what another must do: "Norland must leave, the envoy said"."""
        trees, read = self._trees, self._arguments
        verb = trees.heads[modal]
        asking, asked = read.speaker_at(modal), read.subjects(verb)
        if asking is None or not asked or asking in asked or trees.deps[modal] != "aux":
            return None
        if read.subject_token(verb) > modal:
            # "should it rain"
            return None
        event = EventDraft(
            modal,
            modal,
            modal,
            Frame("verb", trees.lower[modal], "REQUEST", None, "-"),
            f"verb {trees.lower[modal]}",
            confidence=0.7, spoken=True,
        )  # fmt: skip
        event.source, event.target = [asking], asked
        return event

    def _is_done_by_somebody(self, event: EventDraft, taken: set[int]) -> bool:
        """Say whether somebody is said to have killed or hurt others."""
        if not event.source:
            return self._by_attack(event.token, taken)
        return self._arguments.is_passive(event.token) or bool(self._arguments.object_tokens(event.token))

    def _by_attack(self, verb: int, taken: set[int]) -> bool:
        """Say whether an attack that is no event of its own is what kills: "a bombing killed two sailors"."""
        trees, noun = self._trees, self._arguments.subject_token(verb)
        if noun < 0 or noun in taken or not trees.is_noun(noun) or self._arguments.is_passive(verb):
            return False
        frame = noun_frame(trees, noun)
        return frame is not None and frame.type == "ASSAULT"

    def _compound_frame(self, verb: int) -> tuple[Frame | None, int]:
        """Return the frame of a verb with a second word, and that word: "crack down", "cut ties", "aid in talks"."""
        trees, verbs = self._trees, self._frames.verbs
        lemma = trees.lemmas[verb]
        for child in trees.children[verb]:
            if trees.deps[child] not in _SECONDS and not (trees.deps[child] == "ccomp" and trees.poses[child] == "ADJ"):
                continue
            if trees.deps[child] == "prep" and child < verb and trees.deps[verb] != "relcl":
                # "On Monday he called the envoy": no calling on
                continue
            if trees.deps[child] == "prep" and trees.child(child, "pobj") in self._timed:
                # "called the envoy on Monday"
                continue
            key = f"{lemma} {trees.lemmas[child]}"
            if trees.deps[child] == "prep" and (target := trees.child(child, "pobj")) >= 0:
                frame = verbs.get(f"{key} {trees.lemmas[target]}")
                if frame is not None:
                    return frame, target
            frame = verbs.get(key)
            has_object = frame is not None and (trees.child(verb, "dobj") >= 0 or self._arguments.is_passive(verb))
            called = frame is not None and frame.type in _CALLED_OFF and lemma in _WITH_OFF
            if called and not calls_off(trees, verb):
                # "called a strike" calls none off
                continue
            if frame is not None and not (frame.mode == "visit" and has_object):
                return frame, child
        return None, -1

    def _has_guest(self, verb: int) -> bool:
        """Say whether somebody, and not something, is welcomed."""
        objects = self._arguments.object_tokens(verb)
        guests = objects or ([self._arguments.subject_token(verb)] if self._arguments.is_passive(verb) else [])
        return any(token >= 0 and self._arguments.entity_at(token) is not None for token in guests)

    def _stands_alone(self, verb: int, frame: Frame) -> bool:
        """Say whether a verb of many uses tells an event here."""
        trees = self._trees
        infinitive = trees.child(verb, "xcomp") >= 0
        if frame.key in _LETTING:
            # "the storm allowed for the rise of the sect" grants nobody anything
            subject = self._arguments.subject_token(verb)
            return subject >= 0 and self._arguments.entity_of(subject) is not None
        if frame.key == "meet" and (met := trees.child(verb, "dobj")) >= 0:
            # "meet the needs of farmers", "met its goal"
            return self._arguments.entity_of(met) is not None
        if frame.key == "release":
            # "released the report", "a book released on Monday"
            return not self._is_published(verb)
        if frame.key == "suggest" and self._is_claim(verb):
            return False
        if frame.type == "REQUEST":
            # "seeks to mediate" tells the mediating
            return not (infinitive and frame.key in ("seek", "propose", "press", "push"))
        if frame.type == "AGREE" and frame.key in ("offer", "accept", "volunteer", "undertake"):
            return infinitive
        if frame.mode in WEAK_MODES and frame.roles != "patient":
            return (
                trees.child(verb, "dobj", "nsubjpass") >= 0
                or self._arguments.is_passive(verb)
                or frame.key in NO_OBJECT
            )
        return True

    def _is_published(self, verb: int) -> bool:
        """Say whether what is released is something to read, see or buy."""
        trees, read = self._trees, self._arguments
        released = [read.subject_token(verb)] if read.is_passive(verb) else read.object_tokens(verb)
        return any(token >= 0 and trees.lemmas[token] in _PUBLISHED for token in released)

    def _is_claim(self, verb: int) -> bool:
        """Say whether the clause behind a verb claims something: "rumours suggest that Reyes fled"."""
        trees = self._trees
        clause = trees.child(verb, "ccomp")
        return (
            clause >= 0
            and trees.is_finite(clause)
            and all(trees.lower[aux] != "should" for aux in trees.children_of(clause, "aux"))
        )

    def _of_light_verb(self, verb: int) -> EventDraft | None:
        """Return the event that the object of a light verb tells: "held talks", "launched a series of offensives"."""
        trees = self._trees
        if f"{trees.lemmas[verb]} " and trees.lemmas[verb] in self._frames.compound_verbs:
            for child in trees.children_of(verb, "dobj"):
                if f"{trees.lemmas[verb]} {trees.lemmas[child]}" in self._frames.verbs:
                    return None
        nouns = trees.children_of(verb, "dobj")
        passive = self._arguments.is_passive(verb)
        if passive and not nouns:
            subject = trees.child(verb, "nsubjpass")
            nouns = [subject] if subject >= 0 else []
        if trees.lemmas[verb] == "engage":
            nouns = [target for word, target in trees.prepositions(verb) if word == "in" and target >= 0] or nouns
        for noun in nouns:
            core = core_of(trees, noun)
            frame = noun_frame(trees, core)
            if frame is None:
                continue
            frame = labour_frame(trees, core, frame)
            event = EventDraft(core, core, core, frame, f"light verb {trees.lemmas[verb]} {frame.key}", light=verb)
            if abs(core - verb) <= 6:
                event.first, event.last = min(verb, core), max(verb, core)
            self._roles.fill_noun(event, core)
            subjects = self._arguments.agents(verb) if passive else self._arguments.subjects(verb)
            if trees.lemmas[verb] in ("receive", "face", "suffer", "undergo", "see", "get", "draw"):
                event.target = event.target or subjects
            else:
                event.source = event.source or subjects
                if frame.roles == "mutual" and event.source != subjects:
                    event.target = list(dict.fromkeys([*event.target, *event.source]))
                    event.source = subjects or event.source
            event.target = event.target or self._roles.given_to(verb) or self._arguments.behind(verb, *NOUN_TARGETS)
            if not event.target and frame.roles != "agent" and frame.type not in FACE_TO_FACE:
                event.target = self._arguments.beneath(verb, event.source)
            event.target = event.target or self._roles.aimed_at(event, verb, event.source)
            event.settle()
            return self._sufficiency.kept(event, verb)
        return None

    def _of_noun(self, noun: int, taken: set[int]) -> EventDraft | None:
        """Return the event of a noun by itself: "the meeting", "his visit", "the suppression of protesters"."""
        trees = self._trees
        if trees.deps[noun] in ("compound", "amod", "nmod") or (
            trees.tags[noun] == "VBG" and trees.poses[noun] != "NOUN"
        ):
            return None
        frame = noun_frame(trees, noun)
        if frame is None or (trees.tags[noun] == "NNP" and self._arguments.entity_at(noun) is not None):
            return None
        if trees.deps[noun] == "dobj" and trees.heads[noun] in taken and frame.type not in TOLD_BY_NOUNS:
            # "refused the request": the verb tells what becomes of it
            return None
        frame = labour_frame(trees, noun, frame)
        event = EventDraft(noun, noun, noun, frame, f"noun {frame.key}", confidence=0.7)
        self._roles.fill_noun(event, noun)
        event.settle()
        return self._sufficiency.kept(event, noun)
