"""Disputes: what one speaker tells and another one denies, in one report or in two, in marks or without.

Statements that alignments join are held against each other elsewhere, and those in quotation marks are left to the
utterances. Between them lies what makes most reports: "the union says that wages were cut", "the company denied it".
Whoever denies something answers a claim; of what others tell, the one nearest in meaning is that claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from variorum.comparisons.conflicts.certainties import leaves_open
from variorum.comparisons.conflicts.contents import LIGHT, core_of, shared_words, shares_core
from variorum.comparisons.conflicts.counterparts import nearness, read_clauses
from variorum.comparisons.conflicts.denials import asks_which, comes_to_the_same, count_denials, denies_for_itself
from variorum.comparisons.conflicts.finding import Conflict, conflict_of_truths
from variorum.comparisons.conflicts.polarities import cannot_clash
from variorum.comparisons.conflicts.predicates import PRONOUNS, differ
from variorum.comparisons.facts import Fact, statement_fact
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots.verdicts import Clash
from variorum.limits import LIMITS
from variorum.model.alignments import AlignedStory
from variorum.model.annotations import Certainty, Polarity
from variorum.model.comparisons import Slot
from variorum.paraphrases import are_kin
from variorum.word_lists import listed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: What somebody denies by its name: "the charge is baseless", "rejected the report that".
_CLAIMS = listed(
    """
    accusation allegation assertion charge claim criticism insinuation report rumour rumor suggestion suspicion story
    """
)
_BASELESS = listed(
    """
    absurd baseless bogus fabricate false fake groundless inaccurate incorrect invent lie misleading myth nonsense
    ridiculous unfounded unsubstantiated untrue wrong
    """
)
#: Who rejects a claim, and what stands between that verb and the claim: "rejected any reports that".
_REJECTING = listed("reject deny dismiss dispute refute rebut contest contradict")
_CLAIM_THAT = re.compile(
    r" (?:\w+ ){0,3}(?:accusation|allegation|assertion|charge|claim|insinuation|report|rumou?r|suggestion)s? "
    r"(?:that |of |as )?$"
)
#: How near in meaning a claim must be to what is denied in so many words, the same where it tells the very deed, and
#: to a mere "not"; to what is denied in so many words a few sentences behind it, where both tell one deed.
_NEAR_ACT = 0.55
_NEAR_DEED = 0.4
_NEAR_NOT = 0.6
_NEAR_BESIDE = 0.35
#: Code points between a claim and its denial that answers it there.
_BESIDE = 800
#: Words that both must share; a denial with a "not" shares what it denies besides.
_LEAST_SHARED = 2
#: Claims that are tried for a denial in so many words.
_AMONG = 5
#: Clauses before one among which the verb is looked for that rejects it.
_BEFORE = 3
_TOLD = frozenset({Certainty.ASSERTED, Certainty.ATTRIBUTED})
#: Whoever says "I" is not the outlet, even where nobody is named.
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]urs?|me|us)\b")
_ASKED = re.compile(r"\b(?:whether|if|unless)\b", re.IGNORECASE)


class _Said(Struct, frozen=True):
    """A statement with who says it."""

    fact: Fact
    speaker: str | None
    """Actor or folded name of the source; None in the outlet's own voice."""
    marked: bool
    """True in quotation marks."""
    denies: bool
    """True for what is denied in so many words: "denied that", "the charge is false"."""


def dispute_conflicts(
    aligned: AlignedStory, indexes: Mapping[str, ReportIndex], known: Iterable[Conflict]
) -> Iterator[Conflict]:
    """Yield where one speaker denies what another one, or a report in its own voice, tells, each passage once.

    ``known`` are conflicts that are shown already. A denial of a claim that its own report tells answers that one.
    """
    taken = {place for conflict in known if conflict.slot is Slot.POLARITY for place in _places(conflict)}
    for conflict in _all_disputes(aligned, indexes):
        places = _places(conflict)
        if taken.isdisjoint(places):
            taken |= places
            yield conflict


def _places(conflict: Conflict) -> set[tuple[str, int]]:
    """Return the sentences in which a conflict stands."""
    return {(reading.fact.ref.siglum, reading.fact.sentence_start) for reading in conflict.readings}


def _all_disputes(aligned: AlignedStory, indexes: Mapping[str, ReportIndex]) -> Iterator[Conflict]:
    """Yield the disputes within each report, then those of every two that are held against each other."""
    said = {siglum: _said(index) for siglum, index in sorted(indexes.items())}
    denials = {
        siglum: [item for item in found if (item.denies or item.fact.negated) and not _is_nobodys(item)]
        for siglum, found in said.items()
    }
    told = {siglum: [item for item in found if _is_told(item)] for siglum, found in said.items()}
    denied = cache(lambda siglum: read_clauses([item.fact for item in denials[siglum]]))
    claimed = cache(lambda siglum: read_clauses([item.fact for item in told[siglum]]))
    between = (pair for pair in permutations(said, 2) if aligned.are_held(*pair))
    for one, other in (*((siglum, siglum) for siglum in said), *between):
        if denials[one] and told[other]:
            near = nearness(denied(one), claimed(other))
            yield from _disputes(denials[one], told[other], near, within=one if one == other else None)


def _said(index: ReportIndex) -> list[_Said]:
    """Return the statements of a report with who says them."""
    marked = [span for quotation in index.annotated.quotations for span in quotation.verbatim]
    found = list[_Said]()
    for statement in index.annotated.statements[: LIMITS.statements]:
        fact = statement_fact(index, statement.id)
        quotation = index.quotations.get(statement.quotation or "")
        denied = quotation is not None and quotation.polarity is Polarity.DENIED
        speaker = index.actor_of.get(statement.source or "") or (fact.attributed_to or "").casefold() or None
        in_marks = any(span.contains(fact.focus) for span in marked)
        rejecting = next((item for item in reversed(found[-_BEFORE:]) if _rejects(item.fact, fact)), None)
        if rejecting is not None:
            speaker = min(rejecting.fact.sources, default=speaker)
            fact = replace(fact, negated=True, attributed_to=_name_of(speaker, index) or fact.attributed_to)
        denied = (denied and fact.negated) or rejecting is not None or _calls_baseless(fact)
        found.append(_Said(fact, speaker, in_marks, denied))
    return found


def _is_nobodys(said: _Said) -> bool:
    """Say whether somebody speaks of whom the report does not say who it is."""
    return said.speaker is None and _FIRST_PERSON.search(said.fact.words) is not None


def _rejects(rejecting: Fact, fact: Fact) -> bool:
    """Say whether a clause rejects the claim that another one tells: "he rejected reports that she had left"."""
    if rejecting.sentence_start != fact.sentence_start or _REJECTING.isdisjoint(rejecting.predicates):
        return False
    between = fact.sentence[rejecting.focus.end - fact.sentence_start : fact.span.start - fact.sentence_start]
    return rejecting.focus.end <= fact.span.start and _CLAIM_THAT.match(between) is not None


def _name_of(actor: str | None, index: ReportIndex) -> str | None:
    """Return the name that a report has for an actor."""
    return next((item.name for item in index.annotated.entities if index.actor_of.get(item.id) == actor), None)


def _calls_baseless(fact: Fact) -> bool:
    """Say whether a clause says of a claim that it is none that is true: "the reports are false"."""
    if not fact.agent or fact.agent[0] not in _CLAIMS:
        return False
    return fact.negated or not _BASELESS.isdisjoint({*fact.predicates, *fact.patient, *fact.lemmas})


def _is_told(said: _Said) -> bool:
    """Say whether a statement tells something that may be denied, a claim that is only likely among them."""
    fact = said.fact
    claimed = fact.certainty in _TOLD or (fact.certainty is Certainty.HEDGED and fact.attributed_to is not None)
    if fact.negated or said.denies or not claimed or leaves_open(fact) or _is_nobodys(said):
        return False
    return not _ASKED.match(fact.words)


def _disputes(
    denials: Sequence[_Said], told: Sequence[_Said], near: NDArray[np.float32], within: str | None
) -> Iterator[Conflict]:
    """Yield the conflicts of denials with the claims that they answer; ``near`` are the cosines of each two."""
    for row, denial in enumerate(denials):
        claim = _claim_of(denial, told, near[row], within=within is not None)
        if claim is not None:
            sides = (denial.fact, claim.fact)
            left, right = sides if sides[0].ref <= sides[1].ref else sides[::-1]
            conflict = conflict_of_truths(Slot.POLARITY, left, right, _clash(denial, claim))
            yield Conflict(conflict.slot, conflict.readings, within, conflict.clash)


def _clash(denial: _Said, claim: _Said) -> Clash:
    """Return why a claim and its denial cannot both hold."""
    speakers = [item.fact.attributed_to or "the report itself" for item in (claim, denial)]
    return Clash(f"told by {speakers[0]}, denied by {speakers[1]}", 0.7)


def _claim_of(denial: _Said, told: Sequence[_Said], near: NDArray[np.float32], *, within: bool) -> _Said | None:
    """Return the claim that a denial answers: the nearest in meaning of what others tell that it can answer."""
    against = [number for number, claim in enumerate(told) if _are_set_against(denial, claim, within=within)]
    least = _NEAR_DEED if denial.denies else _NEAR_NOT
    close = [number for number in against if near[number] >= least]
    nearest = sorted(close, key=lambda number: (-near[number], number))
    # whoever denies a thing in so many words answers a claim, if not the one that is worded most like it
    for number in nearest[: _AMONG if denial.denies else 1]:
        one_deed = near[number] >= _NEAR_ACT or _tells_deed(denial.fact, told[number].fact)
        if one_deed and _answers(denial, told[number]):
            return told[number]
    if not (within and denial.denies):
        return None
    beside = [number for number in against if 0 < _gap(told[number], denial) <= _BESIDE and near[number] > _NEAR_BESIDE]
    return next((told[n] for n in beside if shares_core(denial.fact, told[n].fact) and _answers(denial, told[n])), None)


def _tells_deed(denial: Fact, claim: Fact) -> bool:
    """Say whether a claim has the very predicate that is denied, or a paraphrase of it."""
    return not core_of(denial).isdisjoint(word for word, _ in shared_words(denial, claim))


def _gap(claim: _Said, denial: _Said) -> int:
    """Return the code points from the sentence of a claim to that of a denial behind it."""
    return denial.fact.sentence_start - claim.fact.sentence_start


def _are_set_against(denial: _Said, claim: _Said, *, within: bool) -> bool:
    """Say whether two speak, at two places, so that nothing else holds their statements against each other."""
    if denial.speaker == claim.speaker:
        return False
    if within:
        # beside what others say, a mere "not" denies mostly something else; in one sentence both have to be named: "the
        # union says that wages were cut, but the company denied it"
        one = denial.fact.sentence_start == claim.fact.sentence_start
        return denial.denies and not (one and None in (denial.speaker, claim.speaker))
    return denial.denies or denial.marked or claim.marked


def _answers(denial: _Said, claim: _Said) -> bool:
    """Say whether a denial is one of what a claim tells."""
    one, other = denial.fact, claim.fact
    if asks_which(one) or cannot_clash(one, other) or comes_to_the_same(one, other):
        return False
    shared = shared_words(one, other)
    if len(shared) < _LEAST_SHARED:
        return False
    if denial.denies:
        # "he denied that the boats of Orvel were sold", "the boats of Orvel raced": names alone are no claim
        return (
            shares_core(one, other) or len([words for words in shared if not _is_name(words[0], one)]) >= _LEAST_SHARED
        )
    if other.certainty not in _TOLD or count_denials(other) % 2 or denies_for_itself(one, other):
        return False
    deeds = {*one.predicates, *one.patient[:1]} - LIGHT
    told = {*other.predicates, *other.patient[:1]} - LIGHT
    if not any(word in deeds and each in told for word, each in shared):
        return False
    return not differ(one.agent, other.agent) and _act_on_one(one, other) and _act_on_one(other, one)


def _is_name(word: str, fact: Fact) -> bool:
    """Say whether a clause has a word as a name, or part of one."""
    return re.search(rf"(?<=\W){re.escape(word.capitalize())}\b", fact.words) is not None


def _act_on_one(fact: Fact, other: Fact) -> bool:
    """Say whether what a clause acts on stands in the other, or is only a pronoun."""
    heads = set(fact.patient[:1]) - PRONOUNS
    return all(any(are_kin(head, word) for word in other.lemmas | set(other.predicates)) for head in heads)
