"""Events: which events of two reports are one.

Mentions of one event are grouped inside each report first (:mod:`variorum.alignments.events.told`), then the groups of
two reports are matched one to one, by how well their mentions fit (:mod:`variorum.alignments.events.matches`).
"""

from __future__ import annotations

from collections import defaultdict

from variorum.alignments.events.matches import EventMatch, match_events
from variorum.alignments.events.told import EventSide, event_side
from variorum.alignments.neighbours import report_pairs
from variorum.alignments.occasions import TimeFit, times_fit
from variorum.alignments.positions import actors_by_report, speaks_for
from variorum.alignments.similarities import cosines, in_context, mutual_best, nearest
from variorum.alignments.wordings.likeness import Weights
from variorum.limits import LIMITS
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.entities import EntityType

#: From here two events are one, from there perhaps.
_SAME = 0.52
_PERHAPS = 0.46
#: Two events that are told once each in clauses with less in common than this, in cosine and in rare words, are none:
#: many ask, reject and talk in one story.
_LEAST_ALONE = 0.60
_LEAST_OVERLAP = 0.11
#: Mentions on either side of one event up to which every pair is given, beyond them the best alone.
_MENTIONS = 6
#: A mention needs less where its event is matched by other mentions.
_LEAST_OF_MENTION = 0.40


def align_events(aligned: AlignedStory) -> tuple[Alignment, ...]:
    """Return the alignments of events of every two reports, in story and text order.

    Every mention of an event is aligned with its best counterpart in the other report.
    """
    names = {actor.id: actor.name for actor in aligned.actors}
    # a state in common is told by its name, not by its code
    names |= {actor.country: actor.name for actor in aligned.actors if actor.country and actor.type is EntityType.STATE}
    poles = speaks_for(aligned)
    sides = [
        event_side(siglum, annotated, actors, poles)
        for (siglum, annotated), actors in zip(aligned.story.items(), actors_by_report(aligned), strict=True)
    ]
    found: list[Alignment] = []
    for left, right in report_pairs(aligned.story):
        found.extend(_align_sides(sides[left], sides[right], names))
    return tuple(found)


def _align_sides(left: EventSide, right: EventSide, names: dict[str, str]) -> list[Alignment]:
    """Match the events of two reports and return an alignment for each mention that has a counterpart."""
    if not left.told or not right.told:
        return []
    matches = _scored(left, right, names)
    weights = Weights(item.stems for side in (left, right) for item in side.told)
    group_left = {member: number for number, group in enumerate(left.groups) for member in group}
    group_right = {member: number for number, group in enumerate(right.groups) for member in group}
    by_groups: dict[tuple[int, int], dict[tuple[int, int], EventMatch]] = defaultdict(dict)
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


def _barely_alike(
    left: EventSide, right: EventSide, one: tuple[int, ...], two: tuple[int, ...], weights: Weights
) -> bool:
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


def _links(members: dict[tuple[int, int], EventMatch]) -> list[tuple[int, int]]:
    """Return the best counterpart of each mention on either side, and every sure pair of a few mentions."""
    best: dict[tuple[int, int], None] = {}
    for side in (0, 1):
        for member in sorted({pair[side] for pair in members}):
            options = [pair for pair in members if pair[side] == member]
            best[min(options, key=lambda pair: (-members[pair].score, pair))] = None
    if len({pair[0] for pair in members}) <= _MENTIONS and len({pair[1] for pair in members}) <= _MENTIONS:
        best.update(dict.fromkeys(pair for pair in sorted(members) if members[pair].score >= _SAME))
    return list(best)


def _groups_apart(left: EventSide, right: EventSide, one: tuple[int, ...], two: tuple[int, ...]) -> bool:
    """Say whether any two mentions of two groups lie apart in time."""
    times_left = [left.told[member].time for member in one if left.told[member].time is not None]
    times_right = [right.told[member].time for member in two if right.told[member].time is not None]
    most = LIMITS.candidates
    return any(times_fit(a, b) is TimeFit.APART for a in times_left[:most] for b in times_right[:most])


def _scored(left: EventSide, right: EventSide, names: dict[str, str]) -> dict[tuple[int, int], EventMatch]:
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
        match = match_events(
            left.told[row], right.told[column], float(similarities[row, column]), float(triggers[row, column]), names
        )
        if match is not None:
            found[row, column] = match
    return found
