"""Events: what happens, in PLOVER's types, with participants, time, place, factuality and source.

Triggers are the verbs and nouns of ``data/frames.tsv``; a light verb and its noun are one trigger ("held talks",
"launched a series of offensives"). Participants are entities of the report. The time of an event is never the time of
the report about it; both are kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from variorum.annotations.arguments import ArgumentReader
from variorum.annotations.circumstances import Circumstance, is_direction, read_circumstances
from variorum.annotations.factuality import FactualityReader, Modality, Status
from variorum.annotations.frames import Frame, load_frames
from variorum.annotations.trees import Trees, trees_of
from variorum.annotations.voices import VoiceReader
from variorum.model.annotations import Event, Factuality
from variorum.model.spans import Span
from variorum.registry import annotator

if TYPE_CHECKING:
    from variorum.model.annotations import Draft


def _words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


#: Prepositions whose object is acted on, for triggers without an object.
_TARGETS = ("against", "on", "with", "to", "at", "toward", "towards", "over", "upon", "into")
_NOUN_TARGETS = ("against", "on", "with", "to", "toward", "towards", "for", "among", "at", "upon")
#: Types that need somebody who acts or is acted on, or they are no event but a word.
_NEEDS_SOMEBODY = frozenset({
    "AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AID", "COOPERATE", "CONCEDE", "SANCTION", "RETREAT",
    "CONSULT", "COERCE", "MOBILIZE",
})  # fmt: skip
#: Everyday words that tell an event only with somebody in it.
_WEAK_MODES = frozenset(
    {"office", "business", "sport", "launch", "court", "election", "law", "migration", "birth", "health"}
)
#: Verbs that tell an assault with somebody who does it, and else that people came to harm.
_CASUALTIES = frozenset({"kill", "injure", "wound", "hurt", "harm", "maim"})
#: Verbs of the weak modes that need no object.
_NO_OBJECT = frozenset({"vote", "flee", "testify", "retire", "marry", "divorce", "campaign", "migrate", "emigrate"})
_TRAVEL = frozenset({"visit"})
_OF_MANY = _words("""
    series string wave number spate round set raft campaign lot host couple
""")
#: Nouns of long states: without somebody in them they tell no event.
_STATES = _words("""
    war conflict violence fighting terrorism hostility operation campaign unrest rule term issue
""")
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
#: How far back a definite noun looks for the event it takes up, in sentences.
_BACK = 2
#: How many tokens behind an event told as the first its "since" may stand.
_SINCE_REACH = 10
#: How many tokens after "when" an event may still belong to the date before it.
_WHEN_REACH = 15


@dataclass(slots=True)
class _Found:
    """An event in the making."""

    token: int
    first: int
    last: int
    frame: Frame
    rule: str
    light: int = -1
    second: int = -1
    source: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    time: str | None = None
    place: str | None = None
    carried: bool = False
    confidence: float = 0.9


@annotator(gives="events", needs=("entities", "times", "places", "quantities", "quotations"), version="1")
def annotate_events(draft: Draft) -> tuple[Event, ...]:
    """Return the events outside boilerplate, in text order of their triggers."""
    return _EventReader(draft).read()


class _EventReader:
    """Reads the events of one draft."""

    def __init__(self, draft: Draft) -> None:
        """Set up the readers of arguments, factuality, voices and circumstances."""
        self.draft = draft
        self.trees: Trees = trees_of(draft)
        self.frames = load_frames()
        self.voices = VoiceReader(self.trees, draft)
        self.arguments = ArgumentReader(self.trees, draft, self.voices)
        self.factuality = FactualityReader(self.trees)
        self.around = read_circumstances(self.trees, draft, self.voices)
        self.quantities: dict[int, list[str]] = {}
        for quantity in draft.quantities:
            predicate = self.trees.predicates[self.trees.token_at(quantity.start)]
            if predicate >= 0:
                self.quantities.setdefault(predicate, []).append(quantity.id)

    def read(self) -> tuple[Event, ...]:
        """Return all events."""
        trees, found = self.trees, []
        taken: set[int] = set()
        for sentence, (first, after) in enumerate(trees.ranges):
            if not trees.walked[sentence]:
                continue
            here: list[_Found] = []
            for token in range(first, after):
                event = self._at(token, taken)
                if event is not None:
                    taken.update((event.token, event.light, event.second))
                    here.append(event)
            found.extend(self._without_echoes(here))
        found.sort(key=lambda event: (event.first, event.token))
        self._carry_over(found)
        found.extend(self._previous(found))
        found.sort(key=lambda event: (event.first, event.token, event.rule))
        return tuple(self._finish(event, number) for number, event in enumerate(found, 1))

    # Triggers

    def _at(self, token: int, taken: set[int]) -> _Found | None:
        """Return the event whose trigger's head stands at ``token``."""
        trees = self.trees
        if token in taken or trees.predicates[token] < 0:
            return None
        if (
            trees.poses[token] == "VERB"
            and trees.is_predicate(token)
            and trees.deps[token] not in ("amod", "compound", "nmod")
        ):
            return self._of_verb(token)
        if trees.tags[token] in ("NN", "NNS", "VBG", "NNP"):
            return self._of_noun(token)
        return None

    def _of_verb(self, verb: int) -> _Found | None:
        """Return the event of a verb, with its particle, object or preposition where the frame needs them."""
        trees, frames = self.trees, self.frames
        lemma = trees.lemmas[verb]
        event = self._of_light_verb(verb) if lemma in frames.light else None
        if event is not None:
            return event
        frame, second = self._compound_frame(verb) if lemma in frames.compound_verbs else (None, -1)
        frame = frame or frames.verbs.get(lemma)
        if frame is None or (second < 0 and not self._stands_alone(verb, frame)):
            return None
        if frame.key in ("welcome", "greet", "host", "receive") and not self._has_guest(verb):
            # "welcomed the decision" tells support, no visit
            frame = frames.nouns["support"] if frame.key == "welcome" else None
        if frame is None:
            return None
        event = _Found(verb, verb, verb, frame, f"verb {frame.key}", second=second)
        if second >= 0 and abs(second - verb) <= 6:
            event.first, event.last = min(verb, second), max(verb, second)
        self._verb_roles(event, verb)
        if not event.source and frame.key in _CASUALTIES:
            # nobody is said to have done it: "two passengers were hurt", "the quake killed 52"
            event.frame = replace(frame, type="OTHER", mode="casualty")
        return self._kept(event, verb)

    def _compound_frame(self, verb: int) -> tuple[Frame | None, int]:
        """Return the frame of a verb with a second word, and that word: "crack down", "cut ties", "aid in talks"."""
        trees, verbs = self.trees, self.frames.verbs
        lemma = trees.lemmas[verb]
        for child in trees.children[verb]:
            if trees.deps[child] not in ("prt", "dobj", "prep", "dative", "advmod", "acomp", "oprd", "xcomp", "attr"):
                continue
            key = f"{lemma} {trees.lemmas[child]}"
            if trees.deps[child] == "prep" and (target := trees.child(child, "pobj")) >= 0:
                frame = verbs.get(f"{key} {trees.lemmas[target]}")
                if frame is not None:
                    return frame, target
            frame = verbs.get(key)
            if frame is not None:
                return frame, child
        return None, -1

    def _has_guest(self, verb: int) -> bool:
        """Say whether somebody, and not something, is welcomed."""
        objects = self.arguments.object_tokens(verb)
        guests = objects or ([self.arguments.subject_token(verb)] if self.arguments.is_passive(verb) else [])
        return any(token >= 0 and self.arguments.entities_of(token) for token in guests)

    def _stands_alone(self, verb: int, frame: Frame) -> bool:
        """Say whether a verb of many uses tells an event here."""
        trees = self.trees
        infinitive = trees.child(verb, "xcomp") >= 0
        if frame.type == "REQUEST":
            # "seeks to mediate" tells the mediating
            return not (infinitive and frame.key in ("seek", "propose", "press", "push"))
        if frame.type == "AGREE" and frame.key in ("offer", "accept", "volunteer", "undertake"):
            return infinitive
        if frame.mode in _WEAK_MODES and frame.roles != "patient":
            return (
                trees.child(verb, "dobj", "nsubjpass") >= 0
                or self.arguments.is_passive(verb)
                or frame.key in _NO_OBJECT
            )
        return True

    def _of_light_verb(self, verb: int) -> _Found | None:
        """Return the event that the object of a light verb tells: "held talks", "launched a series of offensives"."""
        trees = self.trees
        if f"{trees.lemmas[verb]} " and trees.lemmas[verb] in self.frames.compound_verbs:
            for child in trees.children_of(verb, "dobj"):
                if f"{trees.lemmas[verb]} {trees.lemmas[child]}" in self.frames.verbs:
                    return None
        nouns = trees.children_of(verb, "dobj")
        passive = self.arguments.is_passive(verb)
        if passive and not nouns:
            subject = trees.child(verb, "nsubjpass")
            nouns = [subject] if subject >= 0 else []
        if trees.lemmas[verb] == "engage" or trees.lemmas[verb] == "agree":
            nouns = [
                target for word, target in trees.prepositions(verb) if word in ("in", "to", "on") and target >= 0
            ] or nouns
        for noun in nouns:
            core = self._core(noun)
            frame = self._noun_frame(core)
            if frame is None:
                continue
            event = _Found(core, core, core, frame, f"light verb {trees.lemmas[verb]} {frame.key}", light=verb)
            if abs(core - verb) <= 6:
                event.first, event.last = min(verb, core), max(verb, core)
            self._noun_roles(event, core)
            subjects = self.arguments.agents(verb) if passive else self.arguments.subjects(verb)
            if trees.lemmas[verb] in ("receive", "face", "suffer", "undergo", "see", "get", "draw"):
                event.target = event.target or subjects
            else:
                event.source = event.source or subjects
                if frame.roles == "mutual" and event.source != subjects:
                    event.target = list(dict.fromkeys([*event.target, *event.source]))
                    event.source = subjects or event.source
            event.target = event.target or self._dative(verb) or self.arguments.behind(verb, *_NOUN_TARGETS)
            self._settle(event)
            return self._kept(event, verb)
        return None

    def _core(self, noun: int) -> int:
        """Return the noun that tells the event: "offensives" in "a series of offensives"."""
        trees = self.trees
        if trees.lemmas[noun] in _OF_MANY:
            for word, target in trees.prepositions(noun):
                if word == "of" and target >= 0:
                    return target
        return noun

    def _noun_frame(self, noun: int) -> Frame | None:
        """Return the frame of a noun, with the word before it where the table has both."""
        trees, frames = self.trees, self.frames
        lemma = trees.lemmas[noun]
        if lemma in frames.compound_nouns:
            for child in trees.children[noun]:
                if trees.deps[child] in ("compound", "amod") and child < noun:
                    frame = frames.nouns.get(f"{trees.lemmas[child]} {lemma}")
                    if frame is not None:
                        return frame
        return frames.nouns.get(lemma)

    def _of_noun(self, noun: int) -> _Found | None:
        """Return the event of a noun by itself: "the meeting", "his visit", "the suppression of protesters"."""
        trees = self.trees
        if trees.deps[noun] in ("compound", "amod", "nmod") or (
            trees.tags[noun] == "VBG" and trees.poses[noun] != "NOUN"
        ):
            return None
        frame = self._noun_frame(noun)
        if frame is None or (trees.tags[noun] == "NNP" and self.arguments.entity_at(noun) is not None):
            return None
        event = _Found(noun, noun, noun, frame, f"noun {frame.key}", confidence=0.7)
        self._noun_roles(event, noun)
        self._settle(event)
        return self._kept(event, noun)

    def _kept(self, event: _Found, token: int) -> _Found | None:
        """Return the event when there is enough of it: somebody in it, or a definite noun that takes one up."""
        frame = event.frame
        if frame.mode in ("increase", "decrease"):
            return event if self.trees.predicates[token] in self.quantities else None
        if event.source or event.target:
            if event.rule.startswith("noun") and frame.type in (
                "AGREE",
                "SUPPORT",
                "REQUEST",
                "ACCUSE",
                "THREATEN",
                "SANCTION",
                "AID",
            ):
                return event if event.source or frame.type == "AID" else None
            return event
        if event.rule.startswith("noun"):
            definite = any(self.trees.lower[child] in _DEFINITE for child in self.trees.children[event.token])
            definite = definite and self.trees.lemmas[event.token] not in _STATES
            own = bool(self.around.times.get(event.token) or self.around.places.get(event.token))
            return (
                event
                if (definite or own)
                and frame.type in ("CONSULT", "ASSAULT", "PROTEST", "OTHER", "RETREAT")
                and frame.mode not in _WEAK_MODES
                else None
            )
        if frame.type in _NEEDS_SOMEBODY or frame.mode in _WEAK_MODES:
            return None
        return event

    # Roles

    def _verb_roles(self, event: _Found, verb: int) -> None:
        """Fill source and target of a verb."""
        read, frame = self.arguments, event.frame
        passive = read.is_passive(verb)
        subjects, objects = read.subjects(verb), read.objects(verb)
        if passive:
            event.source, event.target = read.agents(verb), subjects
        elif frame.roles == "patient":
            event.target = subjects
        else:
            event.source = subjects
            event.target = objects or read.behind(verb, *_TARGETS)
            infinitive = self.trees.child(verb, "xcomp")
            if not event.target and infinitive >= 0 and frame.roles == "-":
                # "threatened to shell the town", "refused to lift the ban on ..."
                event.target = read.objects(infinitive) or read.behind(infinitive, *_TARGETS)
            if frame.mode in _TRAVEL and not objects:
                event.target = read.behind(verb, "to", "with", "in", "for")
        if frame.roles == "mutual" and not passive:
            # "met with X", "talked to X about Y": whom the subject faces comes before what they speak of
            facing = read.behind(verb, "with", "to", "between", "among") or [
                entity for token in read.object_tokens(verb) for entity in read.entities_of(token)
            ]
            topic = [entity for entity in facing if entity not in subjects]
            event.target = topic or (event.target if self.trees.lemmas[verb] != "discuss" else [])
            if self.trees.lemmas[verb] in ("discuss", "negotiate", "debate"):
                event.target = [entity for entity in read.behind(verb, "with") if entity not in subjects]
        if frame.roles == "third":
            event.target = self._between(verb) or event.target
        self._settle(event)

    def _noun_roles(self, event: _Found, noun: int) -> None:
        """Fill source and target of a noun."""
        read, frame = self.arguments, event.frame
        owners, of = read.owners(noun), read.behind(noun, "of")
        between = read.behind(noun, "between", "among")
        by, source = read.behind(noun, "by"), read.behind(noun, "from")
        towards = [entity for entity in read.behind(noun, *_NOUN_TARGETS) if entity not in owners]
        if frame.roles == "patient":
            event.source, event.target = by, owners or of
        elif frame.roles == "agent":
            event.source, event.target = by or owners or of, towards
            for word, target in self.trees.prepositions(noun):
                if word == "of" and target >= 0 and not event.target:
                    # "the visit of Reyes to Norland": the parser hangs "to" under the visitor
                    event.target = read.behind(target, "to")
        elif frame.roles == "third":
            event.source, event.target = owners or by, between or towards
        elif frame.roles == "mutual":
            sides = between or [*owners, *of]
            event.source = sides[:1]
            event.target = sides[1:] or towards
        else:
            event.source = by or owners or (source if frame.type != "RETREAT" else [])
            event.target = towards or (of if of != event.source else []) or between
            if not event.source and not by and not of:
                event.source = source
        for acl in self.trees.children_of(noun, "acl"):
            if not event.source and self.trees.tags[acl] == "VBN":
                event.source = read.agents(acl)

    def _dative(self, verb: int) -> list[str]:
        """Return the entities to whom something is given: "offered Assad talks"."""
        found: list[str] = []
        for token in self.trees.children_of(verb, "dative"):
            target = self.trees.child(token, "pobj")
            found.extend(self.arguments.entities_of(target if target >= 0 else token))
        return found

    def _between(self, verb: int) -> list[str]:
        """Return the sides that a mediator stands between, at the verb or at its object."""
        trees, read = self.trees, self.arguments
        found = read.behind(verb, "between", "among", "with")
        for token in [
            *trees.children_of(verb, "dobj"),
            *(target for _, target in trees.prepositions(verb) if target >= 0),
        ]:
            found.extend(read.behind(token, "between", "among", "with"))
        return list(dict.fromkeys(found))

    @staticmethod
    def _settle(event: _Found) -> None:
        """Take care that nobody acts on themselves; two who meet are one another's counterparts."""
        source = list(dict.fromkeys(event.source))
        target = [entity for entity in dict.fromkeys(event.target) if entity not in source]
        if not target and len(source) > 1 and event.frame.roles == "mutual":
            source, target = source[:1], source[1:]
        event.source, event.target = source, target

    # What belongs together

    def _without_echoes(self, events: list[_Found]) -> list[_Found]:
        """Return the events without those that a clause tells twice: "met to discuss", "sat down for talks"."""
        kept: list[_Found] = []
        for event in events:
            echo = any(
                other.frame.type == event.frame.type
                and {*other.source, *other.target} >= {*event.source, *event.target}
                and (event.source or event.target)
                and self.trees.heads[event.light if event.light >= 0 else event.token] == other.token
                and self.trees.deps[event.light if event.light >= 0 else event.token] in ("advcl", "xcomp", "prep")
                and event.rule.startswith("verb")
                for other in kept
            )
            if not echo:
                kept.append(event)
        return kept

    def _carry_over(self, events: list[_Found]) -> None:
        """Fill times and places; let "the meeting, held late Wednesday" date the meeting told before."""
        for event in events:
            event.time = self._time_of(event)
            event.place = self._place_of(event)
        for number, event in enumerate(events):
            if not event.rule.startswith("noun") or not self._is_definite(event.token):
                continue
            earlier = self._taken_up(events, number)
            if earlier is None:
                continue
            if not event.source and not event.target:
                event.source, event.target = list(earlier.source), list(earlier.target)
            known = (earlier.time, earlier.place)
            self._share(earlier, event.time, event.place)
            self._share(event, *known)

    def _is_definite(self, noun: int) -> bool:
        """Say whether a noun takes up something told before: "the meeting", not "the October massacres"."""
        trees = self.trees
        if trees.tags[noun] == "NNS" and trees.lemmas[noun] != "talk":
            return False
        if trees.child(noun, "amod", "compound", "nmod", "poss") >= 0:
            return False
        return any(self.trees.lower[child] in _DEFINITE for child in self.trees.children_of(noun, "det"))

    def _taken_up(self, events: list[_Found], number: int) -> _Found | None:
        """Return the event shortly before that a definite noun takes up: same type, nobody else in it."""
        event = events[number]
        here = self.trees.sentences[event.token]
        for earlier in reversed(events[max(0, number - 25) : number]):
            if here - self.trees.sentences[earlier.token] > _BACK:
                return None
            same_sides = not {*event.source, *event.target} - {*earlier.source, *earlier.target}
            kin = earlier.frame.type == event.frame.type and (
                event.frame.type != "OTHER" or earlier.frame.mode == event.frame.mode
            )
            if kin and same_sides and (earlier.source or earlier.target) and self.trees.sentences[earlier.token] < here:
                return earlier
        return None

    @staticmethod
    def _share(taker: _Found, time: str | None, place: str | None) -> None:
        """Give an event the time and place that it is told with elsewhere, where it has none."""
        if taker.time is None and time is not None:
            taker.time, taker.carried = time, True
        if taker.place is None and place is not None:
            taker.place, taker.carried = place, True

    def _previous(self, events: list[_Found]) -> list[_Found]:
        """Return the earlier events that "the first time they met since March 2023" presupposes."""
        found: list[_Found] = []
        for event in events:
            if not self._is_first(event):
                continue
            for time in self.around.by_sentence.get(self.trees.sentences[event.token], ()):
                near = 0 < time.token - event.token <= _SINCE_REACH
                if near and time.preposition == "since" and not self._tells_else(time.token):
                    found.append(
                        _changed(event, rule="first-since", time=time.id, place=None, carried=False, confidence=0.7)
                    )
                    break
        return found

    def _is_first(self, event: _Found) -> bool:
        """Say whether an event is told as the first of its kind: "the first time X met", "their first visit since"."""
        trees = self.trees
        head = trees.heads[event.token]
        if trees.lemmas[head] == "be" and trees.deps[event.token] in ("ccomp", "advcl"):
            # "it was the first time they met": the parser may hang the clause under the verb
            head = max(trees.child(head, "attr"), 0)
        if trees.deps[event.token] in ("relcl", "ccomp", "acl", "advcl") and trees.lemmas[head] in ("time", "occasion"):
            return any(trees.lower[child] in ("first", "last") for child in trees.children[head])
        return trees.is_noun(event.token) and any(
            trees.lower[child] == "first" for child in trees.children[event.token]
        )

    def _tells_else(self, time: int) -> bool:
        """Say whether a date is that of another event: "since October 7, when ..."."""
        return self.trees.child(time, "relcl", "acl", "advcl") >= 0 or any(
            self.trees.lower[at] == "when" for at in range(time + 1, min(time + 5, len(self.trees.lower)))
        )

    # Time, place, factuality

    def _anchors(self, event: _Found) -> list[int]:
        """Return the tokens under which a time or place belongs to the event, nearest first."""
        trees = self.trees
        anchors = [event.token]
        if event.rule.startswith("noun"):
            anchors.extend(trees.children_of(event.token, "acl"))
            head, label = trees.heads[event.token], trees.deps[event.token]
            if label in ("nsubj", "nsubjpass") and trees.lemmas[head] in (
                "take",
                "happen",
                "occur",
                "be",
                "begin",
                "start",
                "come",
                "hold",
                "last",
                "end",
                "strike",
                "hit",
                "erupt",
                "follow",
            ):
                anchors.append(head)
            return anchors
        verb = event.light if event.light >= 0 else event.token
        anchors.append(verb)
        for _ in range(4):
            label, head = trees.deps[verb], trees.heads[verb]
            if head == verb:
                break
            shares = label in ("xcomp", "pcomp") or (
                label in ("advcl", "conj") and trees.child(verb, "nsubj", "nsubjpass", "mark") < 0
            )
            if not shares or not trees.is_predicate(trees.predicates[head]):
                break
            verb = trees.predicates[head]
            if verb in self.voices.cues:
                break
            anchors.append(verb)
        return list(dict.fromkeys(anchors))

    def _time_of(self, event: _Found) -> str | None:
        """Return the id of the event's own time expression."""
        quotation = self.voices.quotation_of(event.token)
        for anchor in self._anchors(event):
            own = [
                time
                for time in self.around.times.get(anchor, ())
                if not time.telling
                and not self._only_bounds(event, time)
                and (
                    quotation is None
                    or self.voices.quotation_of(time.token) is quotation
                    or time.id != quotation.said_time
                )
                and not self._of_other_noun(time, anchor, event)
            ]
            if own:
                return min(own, key=lambda time: (abs(time.token - event.token), time.token)).id
        return self._time_before(event)

    def _time_before(self, event: _Found) -> str | None:
        """Return the date that a "when" clause tells of: "October 7, when gunmen stormed the town"."""
        lower = self.trees.lower
        for time in self.around.by_sentence.get(self.trees.sentences[event.token], ()):
            for at in (time.token + 1, time.token + 2, time.token + 3):
                if at < event.token and lower[at] == "when" and event.token - at <= _WHEN_REACH:
                    return time.id
        return None

    def _only_bounds(self, event: _Found, time: Circumstance) -> bool:
        """Say whether a date is none of the event's: "before May", "the first visit since May"."""
        if time.preposition in ("until", "before", "after"):
            return True
        if time.preposition != "since":
            return False
        return self._is_first(event) or any(self.trees.lower[token] in ("first", "last") for token in time.path)

    def _of_other_noun(self, circumstance: Circumstance, anchor: int, event: _Found) -> bool:
        """Say whether a circumstance hangs under another event's noun on its way up: "condemned the 2015 attack"."""
        for token in circumstance.path:
            if token in (anchor, event.token):
                return False
            if self.trees.is_noun(token) and self._noun_frame(token) is not None:
                return True
        return False

    def _place_of(self, event: _Found) -> str | None:
        """Return the id of the place where the event happens."""
        mode, kind = event.frame.mode, event.frame.type
        goes = mode in ("visit", "migration") or kind == "MOBILIZE"
        for anchor in self._anchors(event):
            own = [
                place
                for place in self.around.places.get(anchor, ())
                if not place.telling
                and (goes or not is_direction(place))
                and not self._of_other_noun(place, anchor, event)
            ]
            if own:
                return min(own, key=lambda place: (abs(place.token - event.token), place.token)).id
        return None

    def _told_time(self, event: _Found) -> str | None:
        """Return the id of the time expression that dates the telling."""
        quotation = self.voices.quotation_of(event.token)
        if quotation is None:
            trailing = self.voices.trailing_of(event.token)
            times = self.around.times.get(trailing, []) if trailing >= 0 else []
            return next((time.id for time in times if time.token > trailing), None)
        if quotation.said_time is not None:
            return quotation.said_time
        for time in self.around.by_sentence.get(self.trees.sentences[event.token], ()):
            if time.telling or any(self.voices.cues.get(token) is quotation for token in time.path):
                return time.id
        return None

    def _finish(self, event: _Found, number: int) -> Event:
        """Return the event as an annotation."""
        trees, voices = self.trees, self.voices
        status_at = event.light if event.light >= 0 else event.token
        status = self.factuality.status_of(status_at)
        if event.light >= 0:
            status = _with_noun(status, self.factuality.status_of(event.token), event, trees)
        quotation = voices.quotation_of(event.token)
        hedged = status.hedged
        attributed = None
        trailing = voices.trailing_of(event.token) if quotation is None else -1
        if trailing >= 0:
            named = self.arguments.subjects(trailing)
            attributed = named[0] if named else voices.words_before(trailing)
        if quotation is not None:
            attributed = voices.source_of(quotation)
            hedged = hedged or (voices.is_hedged(quotation) and not voices.is_direct(quotation, event.token))
            if quotation.denied:
                status = replace(status, negated=not status.negated)
        factuality = _factuality(status, hedged=hedged, attributed=quotation is not None or trailing >= 0)
        if event.rule == "first-since":
            factuality = Factuality.ATTRIBUTED if quotation is not None else Factuality.ASSERTED
        sentence = trees.sentences[event.token]
        start, end = self._clause(event)
        return Event(
            id=f"v{number}",
            start=start,
            end=end,
            trigger=Span(trees.starts[event.first], trees.ends[event.last]),
            lemma=trees.lemmas[event.token],
            type=event.frame.type,
            mode=event.frame.mode,
            source=tuple(event.source),
            target=tuple(event.target),
            time=event.time,
            place=event.place,
            told_time=self._told_time(event),
            factuality=factuality,
            attributed_to=attributed,
            sentence=sentence,
            quantities=tuple(self.quantities.get(trees.predicates[status_at], ())),
            time_carried=event.carried,
            confidence=event.confidence,
            rule=event.rule,
        )

    def _clause(self, event: _Found) -> tuple[int, int]:
        """Return the span of the clause around the trigger."""
        trees = self.trees
        predicate = trees.predicates[event.light if event.light >= 0 else event.token]
        first, after = trees.ranges[trees.sentences[event.token]]
        spans = self._spans
        if predicate not in spans:
            for token in range(first, after):
                owner = trees.predicates[token]
                low, high = spans.get(owner, (token, token))
                spans[owner] = (min(low, token), max(high, token))
        low, high = spans[predicate]
        low, high = min(low, event.first), max(high, event.last)
        while high > event.last and (trees.poses[high] in ("PUNCT", "SPACE") or trees.deps[high] == "cc"):
            high -= 1
        while low < event.first and (trees.poses[low] in ("PUNCT", "SPACE") or trees.deps[low] == "cc"):
            low += 1
        return trees.starts[low], trees.ends[high]

    @property
    def _spans(self) -> dict[int, tuple[int, int]]:
        """Return the token ranges of clauses that were asked for."""
        if not hasattr(self, "_known_spans"):
            self._known_spans: dict[int, tuple[int, int]] = {}
        return self._known_spans


def _changed(event: _Found, **changes: object) -> _Found:
    """Return a copy of an event in the making with some slots changed."""
    copy = _Found(
        event.token, event.first, event.last, event.frame, event.rule, event.light, event.second,
        list(event.source), list(event.target),
        event.time, event.place, event.carried, event.confidence,
    )  # fmt: skip
    for name, value in changes.items():
        setattr(copy, name, value)
    return copy


def _with_noun(status: Status, noun: Status, event: _Found, trees: Trees) -> Status:
    """Join the status of a light verb and its noun; "called for talks" and "cancelled the visit" tell none yet."""
    verb = trees.lemmas[event.light]
    if verb in ("seek", "plan", "propose", "demand", "offer", "call", "schedule", "arrange", "announce"):
        noun = replace(noun, modality=max(noun.modality, Modality.FUTURE))
    if verb in ("cancel", "deny", "prevent", "stop", "avoid", "postpone"):
        noun = replace(noun, negated=True)
    return Status(
        status.negated or noun.negated,
        max(status.modality, noun.modality),
        status.hedged or noun.hedged,
        status.reason or noun.reason,
    )


def _factuality(status: Status, *, hedged: bool, attributed: bool) -> Factuality:
    """Return the class of an event: what is conditional, possible, negated or to come is that, whoever says so."""
    if status.modality is Modality.CONDITIONAL:
        return Factuality.CONDITIONAL
    if status.modality is Modality.POSSIBLE or hedged:
        return Factuality.POSSIBLE
    if status.negated:
        return Factuality.NEGATED
    if status.modality is Modality.FUTURE:
        return Factuality.FUTURE
    return Factuality.ATTRIBUTED if attributed else Factuality.ASSERTED
