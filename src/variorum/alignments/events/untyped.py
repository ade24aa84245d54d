"""Untyped events: those without a type that reports have in common ("painted", "the concert"), by the trained model.

They stand in the groups of events and make no rows: what every report paints, plays and opens is told by statements.
Only words of one root are joined; others need a reader.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import exp

from variorum.alignments.events.chains import chains_by_odds, pairs_of_root
from variorum.alignments.events.pairs import EventPairs
from variorum.alignments.events.profiles import EventProfile, Trigger, event_profiles
from variorum.alignments.positions import actors_by_report
from variorum.alignments.wordings.matches import WordedReport
from variorum.limits import LIMITS
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref

#: From this chance on two are one; what is less likely is kept as doubtful.
_SURE = 0.6


def align_untyped_events(aligned: AlignedStory, worded: Sequence[WordedReport] | None = None) -> tuple[Alignment, ...]:
    """Return the alignments of untyped events of different reports, in story and text order.

    ``worded`` are the words of the story's reports, where they were read before.
    """
    refs, profiles = _told_by_several(aligned)
    if not profiles:
        return ()
    pairs = EventPairs.of(profiles, aligned.story.reports, worded)
    candidates = list(pairs_of_root(profiles))
    odds = dict(zip(candidates, pairs.odds(candidates), strict=True))
    found = [link for chain in chains_by_odds(profiles, odds) for link in _links(chain, profiles)]
    return tuple(_alignment(pairs, refs, link, odds.get(link)) for link in sorted(found))


def _told_by_several(aligned: AlignedStory) -> tuple[list[Ref], list[EventProfile]]:
    """Return the untyped events whose word, or one of its root, another report has too, and their profiles."""
    found: list[tuple[Ref, EventProfile]] = []
    actors = actors_by_report(aligned)
    for position, (siglum, annotated) in enumerate(aligned.story.items()):
        events = [event for event in annotated.events if not event.typed][: LIMITS.statements]
        triggers = [Trigger(event.trigger, event.lemma, event) for event in events]
        profiles = event_profiles(position, annotated, actors[position], triggers)
        found.extend((Ref(siglum, event.id), profile) for event, profile in zip(events, profiles, strict=True))
    told = [profile for _, profile in found]
    several = {
        number
        for pair in pairs_of_root(told)
        if told[pair[0]].position != told[pair[1]].position
        for number in pair
    }  # fmt: skip
    kept = [found[number] for number in sorted(several)]
    return [ref for ref, _ in kept], [profile for _, profile in kept]


def _links(chain: list[int], profiles: list[EventProfile]) -> Iterator[tuple[int, int]]:
    """Yield what holds a chain of several reports together: the first of each report with the first of all others."""
    of_report: dict[int, list[int]] = defaultdict(list)
    for number in chain:
        of_report[profiles[number].position].append(number)
    firsts = [numbers[0] for _, numbers in sorted(of_report.items())]
    if len(firsts) < 2:
        return
    for numbers in of_report.values():
        other = firsts[0] if numbers[0] != firsts[0] else firsts[1]
        yield from ((min(number, other), max(number, other)) for number in numbers if number > firsts[0])


def _alignment(pairs: EventPairs, refs: list[Ref], link: tuple[int, int], odds: float | None) -> Alignment:
    """Return a link as an alignment; of one that only its chain holds together, the odds are not known yet."""
    left, right = (pairs.profiles[number] for number in link)
    chance = round(1 / (1 + exp(-(pairs.odds([link])[0] if odds is None else odds))), 4)
    return Alignment(
        layer=Layer.UNTYPED,
        left=refs[link[0]],
        right=refs[link[1]],
        kind=AlignmentKind.SAME if chance >= _SURE else AlignmentKind.UNCERTAIN,
        score=chance,
        reasons=(
            f"same kind of event: “{left.word}”, “{right.word}”",
            "likely one by its words and what is around them",
        ),
    )
