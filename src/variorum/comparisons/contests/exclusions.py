"""Exclusions: two sentences that answer one question of few answers otherwise: "was acquitted", "got two years"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from msgspec import Struct

from variorum.comparisons.conflicts.contents import content_of, kin_share, shared_words
from variorum.comparisons.conflicts.finding import SlotReading
from variorum.comparisons.conflicts.linked_sentences import Passage
from variorum.comparisons.conflicts.predicates import PRONOUNS, have_other_doers
from variorum.comparisons.contests.answers import Answer, answers_in
from variorum.comparisons.contests.differences import (
    Difference,
    Traits,
    host_of,
    mirrored,
    tell_of_two_times,
    traits_of,
)
from variorum.comparisons.contests.pairing import Contest, Indexes
from variorum.comparisons.facts import Fact
from variorum.model.comparisons import Slot
from variorum.model.spans import Span
from variorum.paraphrases import are_kin

#: Words or questions from which more say little more, and words of a short clause.
_MANY, _FEW = 3, 4
_OF_TIME = re.compile(
    r"(?:early|late|earlier|later) (?:(?:on|in|at) |this\b|last\b|next\b|yesterday|today|tonight|[A-Z][a-z]+day\b|\d)"
)


def exclusions(contest: Contest, indexes: Indexes) -> Iterator[Difference]:
    """Yield for each slot the first two answers that exclude each other, where neither sentence has both."""
    texts = [indexes[passage.siglum].words(passage.span) for passage in contest.ends]
    sides = [tuple(answer for answer in answers_in(text) if not _is_of_time(answer, text)) for text in texts]
    found: dict[Slot, list[_Answers]] = {}
    for one, other in product(*sides):
        if (
            not (one.denied or other.denied)
            and one.excludes(other)
            and not (_has(sides[0], other) or _has(sides[1], one))
        ):
            hosts = [
                host_of(_span(answer, passage), clauses)
                for answer, passage, clauses in zip((one, other), contest.ends, contest.clauses, strict=True)
            ]
            words = [text[answer.start : answer.end] for text, answer in zip(texts, (one, other), strict=True)]
            found.setdefault(one.question.slot, []).append(_Answers(one, other, hosts[0], hosts[1], words[0], words[1]))
    for slot, items in sorted(found.items()):
        best = min(items, key=lambda answers: answers.rank)
        if tell_of_two_times(best.left, best.right) or _have_two_subjects(best):
            continue
        yield Difference(
            slot,
            SlotReading(best.left, best.words, _span(best.one, contest.left)),
            SlotReading(best.right, best.other_words, _span(best.other, contest.right)),
            f"“{best.words}” in one report, “{best.other_words}” in the other",
            {
                **traits_of(contest, best.left, best.right),
                **_own_traits(best),
                "questions": min(1.0, len({item.one.question.number for item in items}) / _MANY),
            },
            kind=f"answer {slot}",
        )


def _is_of_time(answer: Answer, text: str) -> bool:
    """Say whether an answer is part of a date: "late on Tuesday" and "early on Wednesday" are compared as times."""
    return _OF_TIME.match(text, answer.start) is not None


class _Answers(Struct, frozen=True):
    """Two answers that exclude each other, with their clauses and their words."""

    one: Answer
    other: Answer
    left: Fact
    right: Fact
    words: str
    other_words: str

    @property
    def rank(self) -> tuple[float, float, int, int]:
        """Return what the likeliest to be about one thing are chosen by."""
        return (-self.beside, -kin_share(self.left, self.right), *mirrored(self.one.start, self.other.start))

    @property
    def beside(self) -> int:
        """Count the words that both clauses share beside their answers."""
        own = [set(words.casefold().split()) for words in (self.words, self.other_words)]
        return sum(one not in own[0] and other not in own[1] for one, other in shared_words(self.left, self.right))


def _span(answer: Answer, passage: Passage) -> Span:
    """Return where an answer stands in its report."""
    return Span(passage.span.start + answer.start, passage.span.start + answer.end)


def _has(answers: tuple[Answer, ...], asked: Answer) -> bool:
    """Say whether a sentence has an answer of the other one as well."""
    return any(
        (each.question, each.value, each.denied) == (asked.question, asked.value, asked.denied) for each in answers
    )


def _have_two_subjects(best: _Answers) -> bool:
    """Say whether each clause tells of somebody of its own, and the other one's sentence does not name them."""
    return have_other_doers(best.left, best.right) and not best.left.actors & best.right.actors


def _own_traits(best: _Answers) -> Traits:
    """Return what speaks for two answers being about one thing."""
    left, right = best.left, best.right
    lengths = [len(words.split()) for words in (best.words, best.other_words)]
    agents = [set(fact.agent[:1]) - PRONOUNS for fact in (left, right)]
    own = [len(content_of(fact).lemmas) for fact in (left, right)]
    told = _in_predicate(best.one, left), _in_predicate(best.other, right)
    return {
        "several words": float(min(lengths) > 1),
        "one of several words": float(max(lengths) > 1),
        "beside": min(_MANY, best.beside) / _MANY,
        "one subject": float(any(are_kin(one, other) for one, other in product(*agents))),
        "one actor": float(bool(left.actors & right.actors)),
        "pronoun": float(not all(agents)),
        "short": float(min(own) <= _FEW),
        "in predicate": float(any(told)),
        "both in predicate": float(all(told)),
        "side of clause": float(left.negated != right.negated),
    }


def _in_predicate(answer: Answer, fact: Fact) -> bool:
    """Say whether an answer stands in the predicate of its clause."""
    return fact.focus.overlaps(Span(fact.sentence_start + answer.start, fact.sentence_start + answer.end))
