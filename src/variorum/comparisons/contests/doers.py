"""Doers of two sentences that may answer one question, where each clause has another one who acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from msgspec import Struct

from variorum.comparisons.conflicts.contents import cores_meet, kin_share, shared_words
from variorum.comparisons.conflicts.finding import SlotReading
from variorum.comparisons.conflicts.linked_sentences import Passage
from variorum.comparisons.conflicts.predicates import PRONOUNS
from variorum.comparisons.conflicts.singled_out import Doer, acting, singled_out
from variorum.comparisons.contests.differences import MOST_SHARED, Difference, Traits, mirrored, traits_of
from variorum.comparisons.contests.pairing import Contest, Indexes
from variorum.comparisons.facts import Fact
from variorum.comparisons.readings import ReportIndex
from variorum.model.annotations import EntityType, MentionForm
from variorum.model.comparisons import Slot
from variorum.paraphrases import are_kin
from variorum.word_lists import listed

#: What anybody does who tells something.
_TELLING = listed("""
    say tell believe think report announce add state write explain note claim insist hold argue warn confirm know
    be have
""")
#: "Two students", "a hunter": somebody whom the report has not named before.
_INDEFINITE = re.compile(r"(?:an?|two|three|four|five|six|some|several|one) ", re.IGNORECASE)
#: Doers of a sentence that are held against those of another one, and mentions by which one is known.
_MOST, _MENTIONS = 6, 4


def doer_differences(contest: Contest, indexes: Indexes) -> Iterator[Difference]:
    """Yield two who do something in clauses that tell kindred deeds, those singled out before others."""
    ends = [indexes[passage.siglum] for passage in contest.ends]
    sides = [
        _doers(passage, facts, index)[:_MOST]
        for passage, facts, index in zip(contest.ends, contest.clauses, ends, strict=True)
    ]
    found = [_Doers(one, other) for one, other in product(*sides) if _are_two(one, other, *ends)]
    if not found:
        return
    best = min(found, key=lambda doers: doers.rank)
    words = [index.words(doer.span) for index, doer in zip(ends, (best.one, best.other), strict=True)]
    known = [_knows(ends[1], best.one, ends[0]), _knows(ends[0], best.other, ends[1])]
    yield Difference(
        Slot.ACTOR,
        SlotReading(best.one.deed, words[0], best.one.span),
        SlotReading(best.other.deed, words[1], best.other.span),
        f"“{words[0]}” in one report, “{words[1]}” in the other",
        {
            **traits_of(contest, best.one.deed, best.other.deed),
            **_own_traits(best.one, best.other),
            "known to one": float(any(known)),
            "known to both": float(all(known)),
            "indefinite": float(any(_INDEFINITE.match(word) for word in words)),
            "both indefinite": float(all(_INDEFINITE.match(word) for word in words)),
        },
        kind="doer",
    )


class _Doers(Struct, frozen=True):
    """Two who do something."""

    one: Doer
    other: Doer

    @property
    def rank(self) -> tuple[bool, float, float, float, int, int]:
        """Return what the likeliest to do one thing are chosen by."""
        stressed = self.one.stressed or self.other.stressed
        deeds = self.one.deed, self.other.deed
        alike = (-float(cores_meet(*deeds)), -min(MOST_SHARED, len(shared_words(*deeds))), -kin_share(*deeds))
        return (not stressed, *alike, *mirrored(self.one.span.start, self.other.span.start))


def _own_traits(one: Doer, other: Doer) -> Traits:
    """Return what speaks for one alone of two having done a thing."""
    predicates = {*one.deed.predicates, *other.deed.predicates}
    return {
        "stressed": float(one.stressed or other.stressed),
        "both stressed": float(one.stressed and other.stressed),
        "people": float(one.entity.type is other.entity.type is EntityType.PERSON),
        "of one type": float(one.entity.type is other.entity.type),
        "names": float(one.entity.named and other.entity.named),
        "telling": float(not _TELLING.isdisjoint(predicates)),
        "negated": float(one.deed.negated or other.deed.negated),
        "same patient": float(bool(set(one.deed.patient[:1]) & set(other.deed.patient[:1]))),
    }


def _doers(passage: Passage, facts: tuple[Fact, ...], index: ReportIndex) -> list[Doer]:
    """Return who does something in a sentence, first whom it singles out; read once for all that it is held against."""
    known = index.doers.get(passage.span)
    if known is None:
        known = index.doers[passage.span] = _read_doers(facts, index)
    return known


def _read_doers(facts: tuple[Fact, ...], index: ReportIndex) -> list[Doer]:
    """Read who does something in a sentence, first whom it singles out."""
    stressed = list(singled_out(facts, index))
    taken = {doer.deed.ref for doer in stressed}
    others = (acting(fact, index) for fact in facts if fact.ref not in taken)
    return [*stressed, *(doer for doer in others if doer is not None)]


def _are_two(one: Doer, other: Doer, left: ReportIndex, right: ReportIndex) -> bool:
    """Say whether nothing says that both doers are one."""
    actors = left.actor_of.get(one.entity.id), right.actor_of.get(other.entity.id)
    if actors[0] == actors[1] is not None:
        return False
    heads = _head(one, left), _head(other, right)
    words = [index.words(doer.span).casefold().split()[-1] for index, doer in ((left, one), (right, other))]
    if set(heads) & PRONOUNS or words[0] == words[1]:
        return False
    return not (are_kin(*heads) or set(heads[0].split()) & set(heads[1].split()))


def _head(doer: Doer, index: ReportIndex) -> str:
    """Return the name of a doer, or the last word of its description, in lower case."""
    return (doer.entity.name if doer.entity.named else index.words(doer.span).split()[-1]).casefold()


def _knows(index: ReportIndex, doer: Doer, own: ReportIndex) -> bool:
    """Say whether a report speaks of a doer of the other one, by name or by the noun for it."""
    actor = own.actor_of.get(doer.entity.id)
    if actor is not None and actor in index.actor_of.values():
        return True
    names = [item for item in doer.entity.mentions if item.form is not MentionForm.PRONOUN]
    words = {own.words(item.span).split()[-1] for item in names[:_MENTIONS]}
    return any(_has(index.text, word) for word in sorted(words))


@lru_cache(maxsize=10_000)
def _has(text: str, word: str) -> bool:
    """Say whether a report has a word, or its plural; it is asked for each deed that is held against one of its own."""
    return re.search(rf"\b{re.escape(word)}s?\b", text, re.IGNORECASE) is not None
