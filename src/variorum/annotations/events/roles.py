"""Roles: who does something to whom, for verbs and for nouns that tell events."""

from __future__ import annotations

from variorum.annotations.arguments import ArgumentReader
from variorum.annotations.events.drafts import EventDraft
from variorum.annotations.trees import Trees

#: Prepositions whose object is acted on, for triggers without an object.
_TARGETS = ("against", "on", "with", "to", "at", "toward", "towards", "over", "upon", "into")
NOUN_TARGETS = ("against", "on", "with", "to", "toward", "towards", "for", "among", "at", "upon")
#: Verbs whose subject is the one to whom something comes: who stands behind "from" gave it.
_RECEIVING = frozenset({"receive", "get", "obtain", "accept", "inherit", "borrow", "collect", "secure"})
#: Verbs of giving, whose object is given and acted on by nobody.
_GIVING = frozenset({"award", "grant", "give", "hand", "present", "confer", "bestow", "donate", "lend", "provide"})
#: Nouns of what somebody announces or means to do.
_PLANS = frozenset({
    "announcement", "declaration", "plan", "threat", "policy", "launch", "start", "imposition", "decision", "promise",
    "campaign", "series", "wave", "history", "pattern", "use", "practice",
})  # fmt: skip
#: Prepositions behind which the occasion of a deed stands.
_OCCASIONS = frozenset({"on", "during", "in", "at", "after", "before", "following"})
#: Verbs that tell an assault with somebody who does it, and else that people came to harm.
CASUALTIES = frozenset({"kill", "injure", "wound", "hurt", "harm", "maim"})
_TRAVEL = frozenset({"visit"})
#: Types of what is done for others, whom a clause of purpose may name.
_FOR_OTHERS = frozenset({"AID", "MOBILIZE", "COOPERATE", "ASSAULT"})
#: Nouns that open a clause of purpose behind "in": "in a bid to end their hold".
_AIMS = frozenset({"bid", "effort", "attempt", "move", "order", "drive", "push"})
#: Types whose target stands at the verb itself: "met in Geneva" is no meeting with Geneva.
FACE_TO_FACE = frozenset({"CONSULT", "OTHER", "MOBILIZE"})


class RoleReader:
    """Fills source and target of events in the making."""

    def __init__(self, trees: Trees, arguments: ArgumentReader) -> None:
        """Keep what roles are read from."""
        self._trees = trees
        self._arguments = arguments

    def fill_verb(self, event: EventDraft, verb: int) -> None:
        """Fill source and target of a verb."""
        read, frame = self._arguments, event.frame
        passive = read.is_passive(verb)
        subjects = read.subjects(verb)
        if passive:
            event.source, event.target = read.agents(verb), subjects
        elif frame.roles == "patient":
            event.target = subjects
        else:
            event.source = subjects
            event.target = self._acted_on(event, verb, [*subjects, *event.means])
        if frame.roles == "mutual" and not passive:
            event.target = self._faced(event, verb, subjects)
        if frame.roles == "third":
            event.target = self._between(verb) or event.target
        if frame.roles == "joint" and len(sides := self._between_objects(verb)) > 1:
            # "Reyes wants to restore ties between Norland and Arvona"
            event.source, event.target = sides[:1], sides[1:]
        if not passive:
            self._turn_to_giver(event, verb, subjects)
        event.settle()

    def _acted_on(self, event: EventDraft, verb: int, aside: list[str]) -> list[str]:
        """Return whom a verb in the active acts on, without those in ``aside``: the nearest way that names somebody."""
        read, frame = self._arguments, event.frame

        def others(found: list[str]) -> list[str]:
            """Return entities without those that act themselves."""
            return [entity for entity in found if entity not in aside]

        objects = others(read.objects(verb))
        # "awarded the Order of Velisk to Reyes", "handed medicine over to Arvona": whom it is given to comes first
        target = others(self.given_to(verb)) or others(self._behind_second(event)) or objects
        if frame.mode == "return":
            # "returned the painting by Reyes to Arvona"
            target = others(read.behind(verb, "to")) or target
        target = target or others(read.behind(verb, *_TARGETS))
        infinitive = self._trees.child(verb, "xcomp")
        if not target and infinitive >= 0 and frame.roles in ("-", "joint"):
            # "threatened to shell the town", "refused to lift the ban on ..."
            target = others(read.objects(infinitive)) or others(read.behind(infinitive, *_TARGETS))
        if frame.mode in _TRAVEL and not objects:
            target = read.behind(verb, "to", "with", "in", "for")
        if not target and (frame.type not in FACE_TO_FACE or event.means or not frame.typed):
            target = read.beneath(verb, aside)
        return target or self.aimed_at(event, verb, aside)

    def aimed_at(self, event: EventDraft, verb: int, aside: list[str]) -> list[str]:
        """Return whom something is done for: "sent tents to help people in Lorva", "mediates to end their row"."""
        trees, read = self._trees, self._arguments
        if event.frame.type not in _FOR_OTHERS and event.frame.roles != "third":
            return []
        aims = [noun for word, noun in trees.prepositions(verb) if word == "in" and trees.lemmas[noun] in _AIMS]
        for at in (verb, *trees.children_of(verb, "dobj"), *aims):
            for clause in trees.children_of(at, "advcl", "acl", "relcl", "xcomp"):
                if trees.tags[clause] == "VB" and any(trees.tags[aux] == "TO" for aux in trees.children[clause]):
                    return [entity for entity in read.objects(clause) if entity not in aside] or read.beneath(
                        clause, aside
                    )
        return []

    def _faced(self, event: EventDraft, verb: int, subjects: list[str]) -> list[str]:
        """Return whom the subject of a mutual verb faces: "met with X", "talked to X about Y" comes before Y."""
        read, lemma = self._arguments, self._trees.lemmas[verb]
        if lemma in ("discuss", "negotiate", "debate"):
            return [entity for entity in read.behind(verb, "with") if entity not in subjects]
        facing = read.behind(verb, "with", "to", "between", "among") or [
            entity for token in read.object_tokens(verb) for entity in read.entities_of(token)
        ]
        for token in self._trees.children_of(verb, "dobj"):
            # "hosted a dinner for Reyes"
            facing = facing or read.behind(token, "for", "with")
        return [entity for entity in facing if entity not in subjects] or event.target

    def _turn_to_giver(self, event: EventDraft, verb: int, subjects: list[str]) -> None:
        """Make who gives the source, where the subject receives: "Norland received grain from Arvona"."""
        read = self._arguments
        if event.frame.type == "AID" and not read.object_tokens(verb) and (giver := read.behind(verb, "from")):
            # "won thanks to help from Norland": the parser takes the noun for a verb
            event.source, event.target = giver, subjects
        if not event.frame.typed and self._trees.lemmas[verb] in _RECEIVING:
            giver = [each for each in read.behind(verb, "from") or self._givers(verb) if each not in subjects]
            event.source, event.target = (giver, subjects) if giver else (event.source, event.target)

    def _givers(self, verb: int) -> list[str]:
        """Return the entities behind "from" at the object of a verb."""
        objects = self._trees.children_of(verb, "dobj")
        return [entity for token in objects for entity in self._arguments.behind(token, "from")]

    def _between_objects(self, verb: int) -> list[str]:
        """Return the sides behind "between" at the object of a verb."""
        return [
            entity
            for token in self._trees.children_of(verb, "dobj", "nsubjpass")
            for entity in self._arguments.behind(token, "between")
        ]

    def fill_noun(self, event: EventDraft, noun: int) -> None:
        """Fill source and target of a noun."""
        read, frame = self._arguments, event.frame
        owners, of = read.owners(noun), read.behind(noun, "of")
        between = read.behind(noun, "between", "among")
        by, source = read.behind(noun, "by"), read.behind(noun, "from")
        towards = [entity for entity in read.behind(noun, *NOUN_TARGETS) if entity not in owners]
        if frame.roles == "patient":
            event.source, event.target = by, owners or of
        elif frame.roles == "agent":
            event.source, event.target = by or owners or of, towards
            for word, target in self._trees.prepositions(noun):
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
        if not event.source and frame.roles not in ("patient", "mutual"):
            event.source = self._announcing(noun)
        if frame.type == "CONSULT" and not event.source and event.target:
            event.source = self._on_occasion(noun)
        if frame.type == "ASSAULT" and not event.target:
            event.target = self._struck(noun)
        for acl in self._trees.children_of(noun, "acl"):
            if not event.source and self._trees.tags[acl] == "VBN":
                event.source = read.agents(acl)

    def _announcing(self, noun: int) -> list[str]:
        """Return whose announcement or plan an event is: "Norland's announcement of sanctions on the firm"."""
        trees = self._trees
        above = trees.heads[trees.heads[noun]]
        told = trees.deps[noun] == "pobj" and trees.lower[trees.heads[noun]] == "of" and trees.lemmas[above] in _PLANS
        return self._arguments.owners(above) if told else []

    def _on_occasion(self, noun: int) -> list[str]:
        """Return who acts on the occasion of a meeting or visit: "on a visit to Norland, Reyes praised it"."""
        trees = self._trees
        link = trees.heads[noun]
        verb = trees.heads[link]
        beside = trees.deps[noun] == "pobj" and trees.lower[link] in _OCCASIONS and trees.is_predicate(verb)
        return self._arguments.subjects(verb) if beside and not self._arguments.is_passive(verb) else []

    def _struck(self, noun: int) -> list[str]:
        """Return those whom an attack kills or hurts, as its verb tells: "a bombing by the sect killed two sailors"."""
        trees, verb = self._trees, self._trees.heads[noun]
        struck = trees.deps[noun] == "nsubj" and trees.lemmas[verb] in CASUALTIES
        return self._arguments.objects(verb) if struck else []

    def given_to(self, verb: int) -> list[str]:
        """Return the entities to whom something is given: "offered Assad talks"."""
        found: list[str] = []
        for token in self._trees.children_of(verb, "dative"):
            target = self._trees.child(token, "pobj")
            found.extend(self._arguments.entities_of(target if target >= 0 else token))
        if not found and self._trees.lemmas[verb] in _GIVING:
            # "awarded the Order of Velisk to the harbour master": a parser hangs "to" anywhere
            places = (verb, *self._trees.children_of(verb, "dobj"))
            found = [entity for at in places for entity in self._arguments.behind(at, "to")]
        return found

    def _behind_second(self, event: EventDraft) -> list[str]:
        """Return the entities behind the preposition of a frame: "celebrated the feast with Arvona"."""
        if event.second < 0 or self._trees.deps[event.second] != "prep":
            return []
        target = self._trees.child(event.second, "pobj")
        return self._arguments.entities_of(target) if target >= 0 else []

    def _between(self, verb: int) -> list[str]:
        """Return the sides that a mediator stands between, at the verb or at its object."""
        trees, read = self._trees, self._arguments
        found = read.behind(verb, "between", "among", "with")
        for token in [
            *trees.children_of(verb, "dobj"),
            *(target for _, target in trees.prepositions(verb) if target >= 0),
        ]:
            found.extend(read.behind(token, "between", "among", "with"))
        return list(dict.fromkeys(found))
