"""Event matches: how well two events of two reports fit, and why.

A match needs the same kind of event and times that are not apart; participants, time, trigger and wording add up.
Another place is no hindrance: it is a conflict to be found afterwards. Same head lemma is the baseline of
cross-document event coreference (Bugert et al. 2021); arguments tell look-alikes apart. The weights are those of a
logistic regression on pairs of events in reports of one incident (ECB+, training topics), rounded; time and two common
actors count more than there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.amounts import amounts_fit, told_fate
from variorum.alignments.events.told import REAL, same_mishap
from variorum.alignments.occasions import TimeFit, times_fit
from variorum.alignments.wordings.likeness import stem_of
from variorum.model.plover import PLAIN_WORDS

if TYPE_CHECKING:
    from variorum.alignments.events.told import ToldEvent

#: Least cosine of two events that have no participant, state or date in common.
_LEAST_COSINE = 0.50
#: Cosine of two triggers from which other lemmas can be one kind of event ("quake", "earthquake").
_LIKE_TRIGGERS = 0.60


class EventMatch(Struct, frozen=True):
    """How well two events fit, and why."""

    score: float
    reasons: tuple[str, ...]


def match_events(
    one: ToldEvent, two: ToldEvent, cosine: float, trigger: float, names: dict[str, str]
) -> EventMatch | None:
    """Score two events; None when they cannot be one."""
    same_lemma = stem_of(one.event.lemma) == stem_of(two.event.lemma)
    same_type = one.event.type == two.event.type
    kin = same_type and (one.event.type != "OTHER" or same_mishap(one, two))
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
        reasons.append(f"same type of event: {PLAIN_WORDS.get(one.event.type, one.event.type)}")
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
    if (one.event.factuality in REAL) != (two.event.factuality in REAL):
        score -= 0.05
    return EventMatch(round(score, 4), tuple(reasons))


def _participants(one: ToldEvent, two: ToldEvent, names: dict[str, str]) -> tuple[float, list[str]]:
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
        return part - (0.08 if other else 0.0), [
            f"actors of the same states: {', '.join(sorted(names.get(code, code) for code in countries))}"
        ]
    # Two other names meeting are another meeting; "the girl" and "Tara Wells" may be one.
    return (-0.20 if one.named and two.named else -0.05), []


def _times(one: ToldEvent, two: ToldEvent, time: TimeFit) -> tuple[float, list[str]]:
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


def _details(one: ToldEvent, two: ToldEvent) -> tuple[float, list[str]]:
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
