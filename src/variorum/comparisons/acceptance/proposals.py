"""Proposals: conflicts that a rule or a judge proposes, with what proposed them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from variorum.comparisons.conflicts.finding import Conflict, SlotReading
from variorum.comparisons.contests.judging import Judged
from variorum.comparisons.facts import FactGroup

Readings = tuple[SlotReading, SlotReading]


class Proposer(StrEnum):
    """What proposes a conflict."""

    GROUP = "group"
    """Clauses that an alignment joins."""
    SENTENCES = "sentences"
    """What only the sentences of such clauses say."""
    PASSING = "passing"
    """What aligned sentences tell by the way."""
    AGE = "age"
    NAME = "name"
    """A person whom two reports name otherwise."""
    RIVAL = "rival"
    """Clauses near in meaning."""
    DOER = "doer"
    CAUSE = "cause"
    LINKED_PLACE = "linked place"
    LINKED_TIME = "linked time"
    OPEN_QUESTION = "open question"
    DISPUTE = "dispute"
    DIFFERENCE = "difference"
    """A difference of two sentences that may answer one question."""
    WHOLE = "whole"
    """All differences of two sentences together."""
    NEAR_VALUE = "near value"
    """Values of sentences that tell the same which no rule calls apart."""
    WITHIN = "within"
    """A report against itself."""


class Proposal(Struct, frozen=True):
    """A conflict, what proposed it, and the group of facts that it was found in."""

    conflict: Conflict
    proposer: Proposer
    group: FactGroup | None = None
    judged: Judged | None = None
    """What the judge of differences knows of it, where it comes from there."""

    @property
    def is_claim(self) -> bool:
        """Say whether a report of one sentence, a claim to check, is held against another one."""
        return any(reading.fact.alone for reading in self.conflict.readings)

    @property
    def is_within(self) -> bool:
        """Say whether it was found where one report is held against itself."""
        return self.proposer is Proposer.WITHIN

    def pairs(self) -> Iterator[Readings]:
        """Yield its readings two by two: those of two reports that differ in value, of one report where it is within.

        All of two reports where no two differ in value.
        """
        readings = self.conflict.readings
        found = [
            (one, other)
            for number, one in enumerate(readings)
            for other in readings[number + 1 :]
            if self.conflict.within is not None or one.fact.ref.siglum != other.fact.ref.siglum
        ]
        apart = [pair for pair in found if pair[0].value.casefold() != pair[1].value.casefold()]
        yield from apart or found


def proposed(proposer: Proposer, conflicts: Iterable[Conflict], group: FactGroup | None = None) -> tuple[Proposal, ...]:
    """Return conflicts as proposals of one proposer."""
    return tuple(Proposal(conflict, proposer, group) for conflict in conflicts)
