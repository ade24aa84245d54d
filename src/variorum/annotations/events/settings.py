"""Settings: the time and place of events, apart from those of the report about them.

"The meeting, held late Wednesday" dates the meeting told before; "the first time they met since March" tells of two.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING

from variorum.annotations.circumstances import Circumstance, Circumstances
from variorum.annotations.events.clauses import (
    clauses_beside,
    cleft_of,
    gone_for,
    judged_by,
    time_at_comma,
    time_before_when,
)
from variorum.annotations.events.drafts import EventDraft
from variorum.annotations.events.noun_frames import noun_frame
from variorum.annotations.events.nouns import HOLDING, is_of_cause, is_of_other_noun
from variorum.annotations.events.places import EventPlaces
from variorum.annotations.events.sufficiency import DEFINITE
from variorum.annotations.trees import Trees

if TYPE_CHECKING:
    from variorum.annotations.voices import VoiceReader

#: How many tokens may stand before a time that opens its sentence: "On the", "Late on".
_LEADING = 3
#: How far back a definite noun looks for the event it takes up, in sentences.
_BACK = 2
#: How many events back a definite noun looks.
_BACK_EVENTS = 25
#: How many tokens behind an event told as the first its "since" may stand.
_SINCE_REACH = 10
#: Birth has a time and place that what follows does not share: "was born in Odda in 1950 and grew up in Bari".
_BEARING = "bear"
#: Verbs of not doing, whose infinitive has the time and place that are theirs.
_NOT_DOING = frozenset({"decline", "refuse", "fail", "find"})
#: Verbs by which a noun of an event takes place, so that their time and place are its own.
_HAPPENING = frozenset({
    "take", "happen", "occur", "be", "begin", "start", "come", "hold", "last", "end", "strike", "hit", "erupt",
    "follow", "schedule", "plan", "set", "postpone", "expect", "resume", "continue", "open", "break", "unfold",
    "conclude", "finish", "close",
})  # fmt: skip


#: Verbs by which a noun of an event, as subject, does harm or spreads: "the attack, on Sunday, killed four".
_HARMING = frozenset({
    "kill", "injure", "wound", "hurt", "leave", "destroy", "damage", "claim", "trap", "displace", "flatten", "cause",
    "hospitalise", "hospitalize", "break", "bury", "hit", "cut", "block", "level", "engulf", "swamp", "ravage", "sink",
    "topple", "ruin", "wreck", "batter", "paralyse", "paralyze", "close", "force", "interrupt", "halt", "sweep", "rip",
    "tear", "rage", "spread", "rock", "shake", "shatter",
})  # fmt: skip
#: Words that make the time of an event of a bound: "shortly before midnight".
_CLOSELY = frozenset({"shortly", "just", "soon", "moments", "minutes", "immediately", "right"})
#: Verbs whose time and place are those of the event behind their preposition.
_COMING = frozenset({"come", "be", "lead", "result", "end"})


class SettingReader:
    """Finds when and where events happen."""

    def __init__(
        self,
        trees: Trees,
        voices: VoiceReader,
        around: Circumstances,
        lasting: Container[str],
        moments: Mapping[str, str],
    ) -> None:
        """Keep what times and places are read from.

        ``lasting`` are the times that say how long or how often, ``moments`` those of a clock or a part of a day,
        each with the time that it is counted from.
        """
        self._lasting = lasting
        self._moments = moments
        self._trees = trees
        self._voices = voices
        self._around = around
        self._places = EventPlaces(trees, around)

    def fill(self, events: list[EventDraft]) -> None:
        """Fill times and places; let "the meeting, held late Wednesday" date the meeting told before."""
        for event in events:
            anchors = self._anchors(event)
            event.time = self._time_of(event, anchors)
            event.place = self._places.place_of(event, anchors)
            if event.time is not None and self._went_on_elsewhere(event):
                event.time = None
        self._fill_leading(events)
        for number, event in enumerate(events):
            if not event.nominal or not self._is_definite(event.token):
                continue
            earlier = self._taken_up(events, number)
            if earlier is None:
                continue
            if not event.source and not event.target:
                event.source, event.target = list(earlier.source), list(earlier.target)
            known = (earlier.time, earlier.place)
            self._share(earlier, event.time, event.place)
            self._share(event, *known)

    def _went_on_elsewhere(self, event: EventDraft) -> bool:
        """Say whether an event has a place of its own, and its time that of what was done before it elsewhere.

        "She bought a car in Ulm in May, learned to drive in Bonn and left for Metz on Sunday."
        """
        trees, verb = self._trees, event.verb
        # A parser takes "practised in Maribor" of a row for a clause beside it.
        taken = trees.deps[verb] == "advcl" and trees.tags[verb] in ("VBN", "VBD")
        if trees.deps[verb] != "conj" and not (taken and trees.child(verb, "mark", "advmod") < 0):
            return False
        placed = any(place.id == event.place and place.path[-1] == verb for place in self._around.places.get(verb, ()))
        return placed and any(
            time.id == event.time and time.path and time.path[-1] != verb and time.path[-1] < time.token < verb
            for time in self._around.by_sentence.get(trees.sentences[event.token], ())
        )

    def _fill_leading(self, events: list[EventDraft]) -> None:
        """Give the time that opens a sentence to its first event, where a parser hangs it on a later, dated one.

        "Last Friday a crane toppled in Odda, and a week earlier another had fallen in Bari."
        """
        trees = self._trees
        by_sentence: dict[int, list[EventDraft]] = {}
        for event in events:
            by_sentence.setdefault(trees.sentences[event.token], []).append(event)
        for sentence, here in by_sentence.items():
            lead = min(self._around.by_sentence.get(sentence, ()), key=lambda time: time.token, default=None)
            first = min(here, key=lambda event: event.token)
            if lead is None or first.time is not None or lead.id in self._lasting or lead.telling or not lead.path:
                continue
            if lead.token - trees.ranges[sentence][0] > _LEADING or not lead.token < first.token < lead.path[-1]:
                continue
            if any(event.verb == lead.path[-1] and event.time not in (None, lead.id) for event in here):
                first.time = lead.id

    def _is_definite(self, noun: int) -> bool:
        """Say whether a noun takes up something told before: "the meeting", not "the October massacres"."""
        trees = self._trees
        if trees.tags[noun] == "NNS" and trees.lemmas[noun] != "talk":
            return False
        if trees.child(noun, "amod", "compound", "nmod", "poss") >= 0:
            return False
        return any(self._trees.lower[child] in DEFINITE for child in self._trees.children_of(noun, "det"))

    def _taken_up(self, events: list[EventDraft], number: int) -> EventDraft | None:
        """Return the event shortly before that a definite noun takes up: same type, nobody else in it."""
        event = events[number]
        trees = self._trees
        here = trees.sentences[event.token]
        for earlier in reversed(events[max(0, number - _BACK_EVENTS) : number]):
            if here - self._trees.sentences[earlier.token] > _BACK:
                return None
            same_sides = not {*event.source, *event.target} - {*earlier.source, *earlier.target}
            kin = earlier.frame.type == event.frame.type and (
                event.frame.type != "OTHER"
                or (earlier.frame.mode == event.frame.mode and event.frame.mode is not None)
                or trees.lemmas[earlier.token] == trees.lemmas[event.token]
            )
            if (
                kin
                and same_sides
                and (earlier.source or earlier.target or here - self._trees.sentences[earlier.token] == 1)
                and self._trees.sentences[earlier.token] < here
            ):
                return earlier
        return None

    @staticmethod
    def _share(taker: EventDraft, time: str | None, place: str | None) -> None:
        """Give an event the time and place that it is told with elsewhere, where it has none."""
        if taker.time is None and time is not None:
            taker.time, taker.carried = time, True
        if taker.place is None and place is not None:
            taker.place, taker.carried = place, True

    def earlier_ones(self, events: list[EventDraft]) -> list[EventDraft]:
        """Return the earlier events that "the first time they met since March 2023" presupposes."""
        found: list[EventDraft] = []
        for event in events:
            if not self._is_first(event):
                continue
            for time in self._around.by_sentence.get(self._trees.sentences[event.token], ()):
                near = 0 < time.token - event.token <= _SINCE_REACH
                if near and time.preposition == "since" and not self._tells_else(time.token):
                    found.append(event.again(time.id))
                    break
        return found

    def _is_first(self, event: EventDraft) -> bool:
        """Say whether an event is told as the first of its kind: "the first time X met", "their first visit since"."""
        trees = self._trees
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
        return self._trees.child(time, "relcl", "acl", "advcl") >= 0 or any(
            self._trees.lower[at] == "when" for at in range(time + 1, min(time + 5, len(self._trees.lower)))
        )

    def _anchors(self, event: EventDraft) -> list[int]:
        """Return the tokens under which a time or place belongs to the event, nearest first."""
        trees = self._trees
        anchors = [event.token]
        if event.nominal:
            anchors.extend(trees.children_of(event.token, "acl"))
            # "the ceasefire that began on Sunday"
            anchors.extend(
                clause
                for clause in trees.children_of(event.token, "relcl")
                if trees.lemmas[clause] in _HAPPENING | _HARMING
            )
            head, label = trees.heads[event.token], trees.deps[event.token]
            if self._is_dated_by(event, head, label) or judged_by(trees, head) == event.token:
                anchors.append(head)
            elif label == "pobj" and trees.deps[head] == "prep" and trees.lemmas[trees.heads[head]] in _COMING:
                # "the ship came under attack on Friday"
                anchors.append(trees.heads[head])
            elif gone_for(self._trees, event.token) >= 0:
                anchors.append(gone_for(self._trees, event.token))
            return anchors
        verb = event.light if event.light >= 0 else event.token
        anchors.append(verb)
        if trees.lemmas[verb] in _NOT_DOING:
            anchors.extend(trees.children_of(verb, "xcomp"))  # "declined to comment on Tuesday", "found burnt in Bari"
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
            if verb in self._voices.cues or trees.lemmas[verb] == _BEARING:
                break
            anchors.append(verb)
        head = trees.heads[event.token]
        if trees.deps[event.token] == "relcl" and noun_frame(trees, head) is not None:
            # "the earthquake of 16 April, which killed 676 people"
            anchors.append(head)
        anchors.extend(clauses_beside(trees, event.verb))
        if (cleft := cleft_of(trees, event.verb)) >= 0:
            anchors.append(cleft)
        return list(dict.fromkeys(anchors))

    def _is_dated_by(self, event: EventDraft, head: int, label: str) -> bool:
        """Say whether the times and places of the verb above an event's noun are those of the event."""
        trees, lemma = self._trees, self._trees.lemmas[head]
        if label == "dobj":
            return head == event.light or lemma in HOLDING or self._runs_on(event.token, head)
        if label not in ("nsubj", "nsubjpass"):
            return False
        if lemma in _HAPPENING or (label == "nsubj" and lemma in _HARMING):
            return True
        behind = event.last + 2
        # "the strike, on Thursday in Turin, paralysed the trams": a parser hangs what is put in under the verb
        put_in = behind < head and trees.lower[behind - 1] == "," and trees.deps[behind] == "prep"
        return put_in and trees.heads[behind] == head

    def _runs_on(self, noun: int, verb: int) -> bool:
        """Say whether a date under a verb goes on with the place of its object: "scrapped its gig in Ulm on Sunday"."""
        trees = self._trees
        return any(
            noun < before and trees.deps[before] == "pobj" and trees.heads[trees.heads[before]] == noun
            for before in (prep - 1 for prep in trees.children_of(verb, "prep"))
        )

    def _time_of(self, event: EventDraft, anchors: list[int]) -> str | None:
        """Return the id of the event's own time expression."""
        quotation = self._voices.quotation_of(event.token)
        of_others: list[Circumstance] = []
        for anchor in anchors:
            own = [
                time
                for time in self._around.times.get(anchor, ())
                if not time.telling
                and time.id not in self._lasting
                and not self._only_bounds(event, time)
                and not self._counts(time, anchor)
                and (
                    quotation is None
                    or self._voices.quotation_of(time.token) is quotation
                    or time.id != quotation.said_time
                )
            ]
            of_others += [time for time in own if is_of_cause(self._trees, time, anchor)]
            own = [
                time
                for time in own
                if not is_of_other_noun(self._trees, time, anchor, event) and not self._of_judged(time, anchor, event)
            ]
            if own:
                nearest = min(own, key=lambda time: (abs(time.token - event.token), time.token)).id
                # "on Monday at noon": the clock says the day too
                return next((time.id for time in own if self._moments.get(time.id) == nearest), nearest)
        in_sentence = self._around.by_sentence.get(self._trees.sentences[event.token], ())
        return (
            time_before_when(self._trees, event.token, in_sentence)
            or time_at_comma(self._trees, event.token, in_sentence, quotation)
            or next((time.id for time in of_others), None)
        )

    def _only_bounds(self, event: EventDraft, time: Circumstance) -> bool:
        """Say whether a date is none of the event's: "before May", "the first visit since May"."""
        if time.preposition in ("before", "after") and time.id in self._moments:
            # "left after midnight" is that night
            return False
        if time.preposition == "until" and self._trees.child(event.verb, "neg") >= 0:
            return False  # "will not open until 1 October"
        if time.preposition in ("until", "before", "after"):
            word = next((token for token in time.path if self._trees.lower[token] == time.preposition), 0)
            return self._trees.lower[word - 1] not in _CLOSELY
        if time.preposition != "since":
            return False
        return self._is_first(event) or any(self._trees.lower[token] in ("first", "last") for token in time.path)

    def _counts(self, time: Circumstance, anchor: int) -> bool:
        """Say whether a time says among how many an event is counted: "the attack, the third this month"."""
        trees = self._trees
        below = time.path[: time.path.index(anchor)] if anchor in time.path else ()
        return any(trees.deps[token] == "appos" and trees.poses[token] in ("ADJ", "NUM") for token in below)

    def _of_judged(self, time: Circumstance, anchor: int, event: EventDraft) -> bool:
        """Say whether a time behind what is judged is the time of that: "condemned the raid of a camp last month"."""
        judged = judged_by(self._trees, anchor)
        return judged >= 0 and event.token != judged and time.token > judged

    def told_time(self, event: EventDraft) -> str | None:
        """Return the id of the time expression that dates the telling."""
        quotation = self._voices.quotation_of(event.token)
        if quotation is None:
            trailing = self._voices.trailing_of(event.token)
            times = self._around.times.get(trailing, []) if trailing >= 0 else []
            return next((time.id for time in times if time.token > trailing), None)
        if quotation.said_time is not None:
            return quotation.said_time
        for time in self._around.by_sentence.get(self._trees.sentences[event.token], ()):
            if time.telling or any(self._voices.cues.get(token) is quotation for token in time.path):
                return time.id
        return None
