"""Settings: what is known of the sentences of two reports, for all conflicts that are proposed between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import log

from variorum.comparisons.acceptance.gathering import Gathered
from variorum.comparisons.acceptance.proposals import Proposer, Readings
from variorum.comparisons.conflicts.linked_sentences import Passage, facts_in
from variorum.comparisons.contests.differences import Traits
from variorum.comparisons.contests.judging import Judged
from variorum.comparisons.contests.pairing import Contest
from variorum.comparisons.facts import Fact
from variorum.comparisons.readings import ReportIndex
from variorum.model.alignments import AlignedStory
from variorum.model.comparisons import Slot
from variorum.model.spans import Span

#: Pairs of sentences of a short story, from which more count against each.
_PAIRS = 18
#: Odds beyond which nothing is surer, as logarithms.
_MOST_ODDS = 6.0
_LEAST_CHANCE = 0.002

_Sentence = tuple[str, int]


class Setting:
    """What is known of the sentences of a story: how likely each two tell the same, and which may answer one question.

    Built once a comparison.
    """

    def __init__(
        self,
        aligned: AlignedStory,
        indexes: Mapping[str, ReportIndex],
        gathered: Gathered,
    ) -> None:
        """Look up the sentences that may answer one question, and what is judged of them."""
        self.indexes = indexes
        self._chances: dict[tuple[_Sentence, _Sentence], float] = {}
        self._best: dict[tuple[_Sentence, str], list[tuple[float, int]]] = {}
        for (one, row, other, column), chance in aligned.alike.items():
            self._chances[(one, row), (other, column)] = self._chances[(other, column), (one, row)] = chance
            self._best.setdefault(((one, row), other), []).append((chance, column))
            self._best.setdefault(((other, column), one), []).append((chance, row))
        self._contests = {contest.ends: contest for contest in gathered.held}
        self._pairs = Counter((one.siglum, other.siglum) for one, other in self._contests)
        self._wholes = {item.contest.ends: item for item in gathered.judged if item.is_whole}
        self._beside: dict[tuple[Passage, str], list[Judged]] = {}
        for ends, item in self._wholes.items():
            for end, there in (ends, ends[::-1]):
                self._beside.setdefault((end, there.siglum), []).append(item)
        self._proposers: dict[tuple[frozenset[Passage], Slot], set[Proposer]] = {}
        for proposal in gathered.proposals:
            for pair in proposal.pairs():
                self._proposers.setdefault(self._asked(pair, proposal.conflict.slot), set()).add(proposal.proposer)

    def contest_of(self, left: Fact, right: Fact) -> Contest:
        """Return the sentences of two facts as they may answer one question, with nothing known where nothing is."""
        ends = _passage(left), _passage(right)
        known = self._contests.get(ends)
        if known is not None:
            return known
        clauses = [
            tuple(facts_in(end, self.indexes[end.siglum])) or (fact,)
            for end, fact in zip(ends, (left, right), strict=True)
        ]
        return Contest(*ends, (clauses[0], clauses[1]), 0.0, 0.0, nearest=False, first=(False, False))

    def among(self, one: str, other: str) -> float:
        """Return the log of how many times more pairs of sentences two reports have than those of a short story."""
        pairs = max(self._pairs[one, other], self._pairs[other, one])
        return log(max(1.0, pairs / _PAIRS))

    def told(self, left: Fact, right: Fact) -> Traits:
        """Return how likely the sentences of two facts tell the same, and how much likelier others do."""
        ends = [(fact.ref.siglum, self._number(fact)) for fact in (left, right)]
        chance = self._chances.get((ends[0], ends[1]), 0.0)
        others = [
            max((found for found, number in self._best.get((end, other[0]), ()) if number != other[1]), default=0.0)
            for end, other in (ends, ends[::-1])
        ]
        return {
            "told odds": odds_of(chance),
            "told first": float(chance > 0 and chance >= max(others)),
            "told better elsewhere": odds_of(min(others)) - odds_of(chance),
        }

    def seconds(self, proposer: Proposer, readings: Readings, slot: Slot) -> frozenset[Proposer]:
        """Return what else proposes a conflict of a slot between the sentences of two readings."""
        return frozenset(self._proposers.get(self._asked(readings, slot), ())) - {proposer}

    @staticmethod
    def _asked(readings: Readings, slot: Slot) -> tuple[frozenset[Passage], Slot]:
        """Return what a conflict is about: its slot, and the two sentences."""
        return frozenset(_passage(reading.fact) for reading in readings), slot

    def whole_odds(self, left: Fact, right: Fact) -> float:
        """Return the odds that the sentences of two facts exclude each other by all of their differences."""
        whole = self.whole_of(left, right)
        return odds_of(whole.chance if whole else 0.0)

    def whole_of(self, left: Fact, right: Fact) -> Judged | None:
        """Return what the sentences of two facts are judged to be as wholes, None where they are not judged so."""
        return self._wholes.get((_passage(left), _passage(right)))

    def likeliest_beside(self, whole: Judged) -> float:
        """Return the highest chance that either of two sentences excludes another one of the other report."""
        one, other = whole.contest.ends
        beside = (*self._beside[one, other.siglum], *self._beside[other, one.siglum])
        return max((item.alone for item in beside if item is not whole), default=0.0)

    def _number(self, fact: Fact) -> int:
        """Return the index of the sentence of a fact, -1 where it stands in none."""
        found = self.indexes[fact.ref.siglum].sentences_at(fact.focus)
        return found[0] if found else -1


def odds_of(chance: float) -> float:
    """Return the logarithm of the odds of a chance, within bounds, as a share of the most."""
    chance = min(1.0 - _LEAST_CHANCE, max(_LEAST_CHANCE, chance))
    return log(chance / (1.0 - chance)) / _MOST_ODDS


def _passage(fact: Fact) -> Passage:
    """Return the sentence of a fact."""
    return Passage(fact.ref.siglum, Span(fact.sentence_start, fact.sentence_start + len(fact.sentence)))
