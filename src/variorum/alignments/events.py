"""Events: which events of two reports are one.

Mentions of one event are grouped inside each report first ("met", "the meeting", "the talks"), then the groups of
two reports are matched one to one. A match needs the same kind of event and times that are not apart; participants,
time, trigger and wording add up. Another place is no hindrance: it is a conflict to be found afterwards.
Same head lemma is the baseline of cross-document event coreference (Bugert et al. 2021); arguments
tell look-alikes apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.alignments.amounts import amounts_fit, told_fate
from variorum.alignments.neighbours import report_pairs
from variorum.alignments.occasions import TimeFit, is_past, times_fit
from variorum.alignments.positions import Actors, actors_by_report, speaks_for
from variorum.alignments.similarities import cosines, in_context, mutual_best, nearest, vectors_of
from variorum.alignments.wordings import Weights, contents_of, stem_of
from variorum.limits import LIMITS
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.annotations import AnnotatedReport, Event, Factuality, TimeExpression
from variorum.model.quantities import Quantity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: From here two events are one, from there perhaps. The weights below are those of a logistic regression on pairs of
#: events in reports of one incident (ECB+, training topics), rounded; time and two common actors count more than there.
_SAME = 0.52
_PERHAPS = 0.46
#: Least cosine of two events that have no participant, state or date in common.
_LEAST_COSINE = 0.50
#: Two events that are told once each in clauses with less in common than this, in cosine and in rare words, are none:
#: many ask, reject and talk in one story.
_LEAST_ALONE = 0.60
_LEAST_OVERLAP = 0.11
#: Mentions on either side of one event up to which every pair is given, beyond them the best alone.
_MENTIONS = 6
#: A mention needs less where its event is matched by other mentions.
_LEAST_OF_MENTION = 0.40
#: Cosine of two triggers from which other lemmas can be one kind of event ("quake", "earthquake").
_LIKE_TRIGGERS = 0.60
#: Events of one report that are compared with a new one when mentions are grouped.
_LOOK_BACK = 40
_DEFINITE = re.compile(
    r"\b(?:(?i:the|this|that|these|those|their|his|her|its|our)|[A-Z][\w’']*[’']s?)\s+(?:\w+[ -]){0,2}$"
)
#: Words before a trigger that say it is another event of its kind than the one told so far.
_ANOTHER = re.compile(
    r"\b(?:last|previous|previously|earlier|former|similar|another|next|future|possible|planned|proposed|upcoming|"
    r"second|third|first|three-way|trilateral|annual|once|again)\s+(?:\w+[ -]){0,2}$",
    re.IGNORECASE,
)
_REAL = frozenset({Factuality.ASSERTED, Factuality.ATTRIBUTED, Factuality.NEGATED})


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """An event of a report with its slots resolved."""

    event: Event
    trigger: str
    stems: frozenset[str]
    """Of the content words of its clause."""
    sources: frozenset[str]
    targets: frozenset[str]
    countries: frozenset[str]
    """Countries that the participants act for."""
    heads: frozenset[str]
    """Countries that the sources act for, else the sources."""
    named: bool
    """True when the report names each participant."""
    time: TimeExpression | None
    past: bool
    quantities: tuple[Quantity, ...]
    place: str | None
    definite: bool
    another: bool

    @property
    def actors(self) -> frozenset[str]:
        """Return all participants."""
        return self.sources | self.targets


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """The events of one report."""

    siglum: str
    told: tuple[_Told, ...]
    groups: tuple[tuple[int, ...], ...]
    """Mentions of one event, as indexes of ``told``."""
    clauses: NDArray[np.float32]
    sentences: NDArray[np.float32]
    triggers: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Match:
    """How well two events fit, and why."""

    score: float
    reasons: tuple[str, ...]


def align_events(aligned: AlignedStory) -> tuple[Alignment, ...]:
    """Return the alignments of events of every two reports, in story and text order.

    Every mention of an event is aligned with its best counterpart in the other report.
    """
    names = {actor.id: actor.name for actor in aligned.actors}
    poles = speaks_for(aligned)
    sides = [
        _side(siglum, annotated, actors, poles)
        for (siglum, annotated), actors in zip(aligned.story.items(), actors_by_report(aligned), strict=True)
    ]
    found: list[Alignment] = []
    for left, right in report_pairs(aligned.story):
        found.extend(_align_sides(sides[left], sides[right], names))
    return tuple(found)


def _side(siglum: str, annotated: AnnotatedReport, actors: Actors, poles: dict[str, str]) -> _Side:
    """Resolve the events of a report, group the mentions of one event, and encode them."""
    text = annotated.report.text
    times = {time.id: time for time in annotated.times}
    places = {place.id: place.gazetteer_id for place in annotated.places}
    quantities = {quantity.id: quantity for quantity in annotated.quantities}
    named = {entity.id for entity in annotated.entities if entity.named}
    # "the first time they met since March" tells of two meetings with one word: the dated one lies back.
    counts = Counter(event.trigger for event in annotated.events)
    twice = {trigger for trigger, count in counts.items() if count > 1}
    told = []
    for event in [event for event in annotated.events if event.compared][: LIMITS.statements]:
        before = text[max(0, event.trigger.start - 40) : event.trigger.start]
        time = times.get(event.time or "")
        sources = frozenset(actors[entity] for entity in event.source if entity in actors)
        targets = frozenset(actors[entity] for entity in event.target if entity in actors)
        told.append(
            _Told(
                event=event,
                trigger=event.trigger.text_of(text),
                stems=frozenset(contents_of(text[event.start : event.end])),
                sources=sources,
                targets=targets,
                countries=frozenset(poles[actor] for actor in sources | targets if actor in poles),
                heads=frozenset(poles.get(actor, actor) for actor in sources),
                named=all(entity in named for entity in (*event.source, *event.target)),
                time=time,
                past=is_past(time, annotated.reference) or (event.trigger in twice and time is not None),
                quantities=tuple(quantities[item] for item in event.quantities if item in quantities),
                place=places.get(event.place or ""),
                definite=bool(_DEFINITE.search(before)),
                another=bool(_ANOTHER.search(before)),
            )
        )
    clauses = vectors_of([text[item.event.start : item.event.end] for item in told])
    spans = [annotated.sentences[item.event.sentence] for item in told]
    sentences = vectors_of([text[span.start : span.end] for span in spans])
    triggers = vectors_of([item.trigger.casefold() for item in told])
    return _Side(siglum, tuple(told), _mentions(told), clauses, sentences, triggers)


def _mentions(told: list[_Told]) -> tuple[tuple[int, ...], ...]:
    """Group the mentions of one event inside a report: each joins the nearest earlier one that it can refer to."""
    groups: list[list[int]] = []
    group_of: dict[int, list[int]] = {}
    for index in range(len(told)):
        back = range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1)
        home = next((group_of[other] for other in back if _refers(told, index, group_of[other], other)), None)
        if home is None:
            home = []
            groups.append(home)
        home.append(index)
        group_of[index] = home
    return tuple(tuple(group) for group in groups)


def _refers(told: list[_Told], index: int, group: list[int], other: int) -> bool:
    """Say whether a mention can be one of the event of ``group``, of which ``other`` is a mention."""
    one, two = told[index], told[other]
    if not _same_kind(one, two) or one.another or one.past != two.past:
        return False
    if (one.event.factuality in _REAL) != (two.event.factuality in _REAL):
        return False
    if any(times_fit(one.time, told[member].time) is TimeFit.APART for member in group):
        return False
    known = frozenset[str]().union(*(told[member].actors for member in group))
    # "the meeting" of those who met: it names nobody else.
    if one.definite and one.actors <= known:
        return True
    shared = len(one.actors & two.actors)
    return (shared >= 2 or (shared == 1 and _same_mishap(one, two))) and times_fit(
        one.time, two.time
    ) is not TimeFit.NEAR


def _same_kind(one: _Told, two: _Told) -> bool:
    """Say whether two events are of one kind: the same type, and outside of the types the same word."""
    if one.event.type != two.event.type:
        return False
    return one.event.type == "CONSULT" or stem_of(one.event.lemma) == stem_of(two.event.lemma) or _same_mishap(one, two)


def _same_mishap(one: _Told, two: _Told) -> bool:
    """Say whether two words tell of one mishap to one thing: "the ferry burns", "the ferry caught fire"."""
    return (
        one.event.type == two.event.type == "OTHER"
        and one.event.mode == two.event.mode == "disaster"
        and bool(one.targets & two.targets)
    )


def _align_sides(left: _Side, right: _Side, names: dict[str, str]) -> list[Alignment]:
    """Match the events of two reports and return an alignment for each mention that has a counterpart."""
    if not left.told or not right.told:
        return []
    matches = _scored(left, right, names)
    weights = Weights(item.stems for side in (left, right) for item in side.told)
    group_left = {member: number for number, group in enumerate(left.groups) for member in group}
    group_right = {member: number for number, group in enumerate(right.groups) for member in group}
    by_groups: dict[tuple[int, int], dict[tuple[int, int], _Match]] = defaultdict(dict)
    for pair, match in matches.items():
        by_groups[group_left[pair[0]], group_right[pair[1]]][pair] = match
    scores = {
        pair: max(match.score for match in members.values())
        for pair, members in by_groups.items()
        if not _groups_apart(left, right, left.groups[pair[0]], right.groups[pair[1]])
    }
    chosen = mutual_best({pair: score for pair, score in scores.items() if score >= _PERHAPS})
    found: dict[tuple[int, int], Alignment] = {}
    for pair in chosen:
        # What may be one anyway is held against another report's rumour of it, however that is worded.
        if scores[pair] >= _SAME and _barely_alike(left, right, left.groups[pair[0]], right.groups[pair[1]], weights):
            continue
        for link in _links(by_groups[pair]):
            match = by_groups[pair][link]
            if match.score < _LEAST_OF_MENTION:
                continue
            sure = max(match.score, scores[pair] - 0.1) >= _SAME
            found[link] = Alignment(
                layer=Layer.EVENT,
                left=Ref(left.siglum, left.told[link[0]].event.id),
                right=Ref(right.siglum, right.told[link[1]].event.id),
                kind=AlignmentKind.SAME if sure else AlignmentKind.UNCERTAIN,
                score=round(max(0.0, min(1.0, match.score)), 4),
                reasons=match.reasons,
            )
    return [found[link] for link in sorted(found)]


def _barely_alike(left: _Side, right: _Side, one: tuple[int, ...], two: tuple[int, ...], weights: Weights) -> bool:
    """Say whether two events that are told once each share little but their kind: "asked for help", "asked why"."""
    if (
        len(one) > 1
        or len(two) > 1
        or weights.overlap(left.told[one[0]].stems, right.told[two[0]].stems) >= _LEAST_OVERLAP
    ):
        return False
    clauses, sentences = (
        round(float(vectors[0][one[0]] @ vectors[1][two[0]]), 4)
        for vectors in ((left.clauses, right.clauses), (left.sentences, right.sentences))
    )
    return max(clauses, (clauses + sentences) / 2) < _LEAST_ALONE


def _links(members: dict[tuple[int, int], _Match]) -> list[tuple[int, int]]:
    """Return the best counterpart of each mention on either side, and every sure pair of a few mentions."""
    best: dict[tuple[int, int], None] = {}
    for side in (0, 1):
        for member in sorted({pair[side] for pair in members}):
            options = [pair for pair in members if pair[side] == member]
            best[min(options, key=lambda pair: (-members[pair].score, pair))] = None
    if len({pair[0] for pair in members}) <= _MENTIONS and len({pair[1] for pair in members}) <= _MENTIONS:
        best.update(dict.fromkeys(pair for pair in sorted(members) if members[pair].score >= _SAME))
    return list(best)


def _groups_apart(left: _Side, right: _Side, one: tuple[int, ...], two: tuple[int, ...]) -> bool:
    """Say whether any two mentions of two groups lie apart in time."""
    times_left = [left.told[member].time for member in one if left.told[member].time is not None]
    times_right = [right.told[member].time for member in two if right.told[member].time is not None]
    most = LIMITS.candidates
    return any(times_fit(a, b) is TimeFit.APART for a in times_left[:most] for b in times_right[:most])


def _scored(left: _Side, right: _Side, names: dict[str, str]) -> dict[tuple[int, int], _Match]:
    """Score the pairs of events that come into question: near in wording, or of one type with a common actor."""
    similarities = in_context(cosines(left.clauses, right.clauses), cosines(left.sentences, right.sentences))
    triggers = cosines(left.triggers, right.triggers)
    candidates = dict.fromkeys(nearest(similarities))
    by_actor: dict[tuple[str, str], list[int]] = defaultdict(list)
    for column, item in enumerate(right.told):
        for actor in sorted(item.actors):
            by_actor[item.event.type, actor].append(column)
    for row, item in enumerate(left.told):
        for actor in sorted(item.actors):
            for column in by_actor[item.event.type, actor][: LIMITS.candidates]:
                candidates[row, column] = None
    found = {}
    for row, column in candidates:
        match = _match(
            left.told[row], right.told[column], float(similarities[row, column]), float(triggers[row, column]), names
        )
        if match is not None:
            found[row, column] = match
    return found


def _match(one: _Told, two: _Told, cosine: float, trigger: float, names: dict[str, str]) -> _Match | None:
    """Score two events; None when they cannot be one."""
    same_lemma = stem_of(one.event.lemma) == stem_of(two.event.lemma)
    same_type = one.event.type == two.event.type
    kin = same_type and (one.event.type != "OTHER" or _same_mishap(one, two))
    if not (same_lemma or trigger >= _LIKE_TRIGGERS or kin):
        return None
    time = times_fit(one.time, two.time)
    if time is TimeFit.APART:
        return None
    like = 1.0 if same_lemma else max(0.0, trigger)
    score = 0.42 * like + 0.24 * max(0.0, cosine)
    reasons = []
    if same_type and one.event.type != "OTHER":
        # Meetings have the most words: "welcomed", "talks", "visit", "sat down".
        score += 0.14 if one.event.type == "CONSULT" else 0.04
        score += 0.08 if one.event.mode is not None and one.event.mode == two.event.mode else 0.0
        reasons.append(f"same type of event: {one.event.type}")
    if same_lemma or trigger >= _LIKE_TRIGGERS:
        reasons.append(f"same kind of event: “{one.trigger}”, “{two.trigger}”")
    for part, why in (_participants(one, two, names), _times(one, two, time), _details(one, two)):
        score += part
        reasons.extend(why)
    reasons.append(f"similar wording {cosine:.2f}")
    # Two wars in one story are not one war: something beside the word must be in common.
    tied = one.actors & two.actors or one.countries & two.countries or time in {TimeFit.SAME, TimeFit.COMPATIBLE}
    tied = tied or (same_lemma and amounts_fit(one.quantities, two.quantities) is not None)
    if not tied and cosine < _LEAST_COSINE:
        return None
    if one.another != two.another:
        score -= 0.05
    if (one.event.factuality in _REAL) != (two.event.factuality in _REAL):
        score -= 0.05
    return _Match(round(score, 4), tuple(reasons))


def _participants(one: _Told, two: _Told, names: dict[str, str]) -> tuple[float, list[str]]:
    """Score the participants: actors in common, a leader for a state, or nobody in common."""
    shared = one.actors & two.actors
    if shared:
        swapped = one.sources & two.targets and one.targets & two.sources and not one.sources & two.sources
        listed = ", ".join(sorted(names.get(actor, actor) for actor in shared))
        if swapped and one.event.type != "CONSULT":
            return 0.03, [f"same actors in other roles: {listed}"]
        whole = len(shared) / min(len(one.actors), len(two.actors))
        return (0.15 if len(shared) >= 2 else 0.08) * whole, [f"same actors: {listed}"]
    if not one.actors or not two.actors:
        return 0.0, []
    countries = one.countries & two.countries
    if countries:
        # Who mediates between the same two is another matter.
        other = one.heads and two.heads and not one.heads & two.heads
        part = 0.08 if len(countries) >= 2 else 0.04
        return part - (0.08 if other else 0.0), [f"actors of the same states: {', '.join(sorted(countries))}"]
    # Two other names meeting are another meeting; "the girl" and "Tara Wells" may be one.
    return (-0.20 if one.named and two.named else -0.05), []


def _times(one: _Told, two: _Told, time: TimeFit) -> tuple[float, list[str]]:
    """Score the times."""
    if one.time is not None and two.time is not None:
        words = f"“{one.time.text}”, “{two.time.text}”"
        if time is TimeFit.SAME:
            return 0.10, [f"same time: {words}"]
        if time is TimeFit.COMPATIBLE:
            return 0.08, [f"compatible times: {words}"]
        if time is TimeFit.NEAR:
            return -0.05, [f"times differ by days: {words}"]
    # What is told without a time is news, not what lay back.
    return ((-0.15 if one.time and two.time else -0.08) if one.past != two.past else 0.0), []


def _details(one: _Told, two: _Told) -> tuple[float, list[str]]:
    """Score place and quantities; another place or number takes nothing away."""
    score, reasons = 0.0, []
    if one.place is not None and one.place == two.place:
        score += 0.04
        reasons.append("same place")
    if found := amounts_fit(one.quantities, two.quantities):
        fits, amount, other = found
        score += 0.12 if told_fate(amount) and told_fate(other) else (0.08 if fits else 0.0)
        reasons.append(f"{'same quantity' if fits else 'quantity of the same'}: “{amount.text}”, “{other.text}”")
    return score, reasons
