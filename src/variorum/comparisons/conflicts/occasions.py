"""Occasions: whether two clauses can tell one occurrence of a thing, so that where and when they put it can conflict.

"She endorsed Lorn on Tuesday" and "she endorsed Rask in 2008" are two endorsements, and what an aide said on Monday of
Friday's vote happened on neither other day.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache

from variorum.calendar_words import MONTH_WORDS
from variorum.comparisons.conflicts.contents import (
    EVENTS,
    LIGHT,
    core_of,
    cores_meet,
    kin_share,
    shared_words,
    tell_main_event,
)
from variorum.comparisons.conflicts.counts import tell_one_fate
from variorum.comparisons.conflicts.predicates import PRONOUNS, have_one_type, predicates_sense
from variorum.comparisons.facts import Fact
from variorum.model.annotations import TimeExpression, TimeType
from variorum.model.intervals import Interval
from variorum.opposites import Sense
from variorum.paraphrases import are_kin
from variorum.word_lists import listed

#: Times further apart than this are mostly those of two occurrences, one of them background.
_FAR = timedelta(days=45)
#: What is to come is told of another occurrence than what was so long before.
_NEWS = timedelta(days=10)
_YEARS = timedelta(days=500)
#: A time that is counted from another one that the text names.
_COUNTED_OFF = re.compile(r"\b(?:earlier|later|before|afterwards)$", re.IGNORECASE)
#: Share of the words of the poorer clause that both must have for one occurrence told of times so far apart.
_TOLD_ALIKE = 0.6
#: Verbs of telling: a time behind one of them says when it was told.
_TELLING = re.compile(
    r"\b(?:said|says|told|wrote|writes|tweeted|posted|announced|added|stated|reported|argued|insisted)"
    r"(?: (?:on|in|late|early|earlier|the|a|statement|interview|reporters|journalists)){0,4} $",
    re.IGNORECASE,
)
#: Behind a date without a preposition before it: a noun that it describes ("the 2012 vote", "the Sept. 11 attacks").
_NOUN = re.compile(
    r" (?!(?:and|or|to|in|on|at|for|by|of|from|with|when|after|before|as|but|that|who|which|while|the|a|an)\b)[A-Za-z]"
)
_NUMBER = re.compile(r" \d")
_PREPOSED = re.compile(
    r"\b(?:in|on|at|since|until|till|by|from|to|of|during|after|before|through|around|about|for) $", re.IGNORECASE
)
_LOOKED_AT = 60
#: Things of one name that numbers tell apart.
_NUMBERED = re.compile(r"\b([A-Z][\w’'-]+) (\d{1,3}|[IVX]{1,4})\b")
_LYING = listed("be lie sit stand rest")
#: Predicates that give the measure of their subject.
_STATING = _LYING | listed("amount total reach come number cost measure weigh last run take make")
#: Between a time and what happened before or after it: "the pumps ran again on Monday after the flood".
_LATER_THAN = re.compile(r"\b(?:after|following|before)\b[^,;:]{0,40}$")
#: What a clause names as past: "the pumps ran again after the flood".
_BACKGROUND = re.compile(r"\b(?:after|following|since|because of|due to|despite)\b[^,;:]{0,40}")
_STEM = 5
#: A time that is a name: "the Sept. 11 attacks".
_NAME = re.compile(r"\b(?:attack|bombing|massacre|uprising|election|vote)s?$", re.IGNORECASE)
#: Predicates that leave it to another word what is told: "the first call reached them".
_LIGHT = LIGHT | listed("reach receive hold lie sit stand hear plan schedule expect slate fix")


@lru_cache(maxsize=50_000)
def are_one_deed(left: Fact, right: Fact) -> bool:
    """Say whether the predicates of two clauses can tell one thing, done to no two different things."""
    if tell_main_event(left, right) or tell_one_fate(left, right):
        return True
    if _are_two(left, right):
        return False
    if set(left.predicates) & set(right.predicates) or _tell_one_word(left, right):
        return True
    alike = have_one_type(left, right) or predicates_sense(left, right) is Sense.SAME or cores_meet(left, right)
    return alike and not _are_done_by_two(left, right)


def are_worded_as_one(left: Fact, right: Fact) -> bool:
    """Say whether most that the poorer clause says stands in the other, and nothing makes them two."""
    return kin_share(left, right) >= _TOLD_ALIKE and not _are_two(left, right)


def _are_two(left: Fact, right: Fact) -> bool:
    """Say whether two clauses name two that act, are acted on, or are numbered apart."""
    return _act_on_two(left, right) or _name_two(left, right) or _are_numbered_apart(left.words, right.words)


def _are_done_by_two(left: Fact, right: Fact) -> bool:
    """Say whether two act: "the mayor vetoed the plan", "the council rejected the mayor's veto"."""
    heads = left.agent[:1], right.agent[:1]
    if not all(heads) or {*heads[0], *heads[1]} & PRONOUNS or left.sources & right.sources:
        return False
    return not are_kin(heads[0][0], heads[1][0])


def _tell_one_word(left: Fact, right: Fact) -> bool:
    """Say whether both clauses tell what one shared word says, one of them by its predicate.

    "She resigned on Friday" and "in a video of May about his resignation he denied it" tell two things.
    """
    cores = core_of(left) | core_of(right)
    light = all(_LIGHT.issuperset(fact.predicates) for fact in (left, right))
    if state_alike(left, right):
        return True
    told = [words for words in shared_words(left, right) if tells(left, words[0]) and tells(right, words[1])]
    return any(light or not cores.isdisjoint(words) or EVENTS.issuperset(words) for words in told)


def state_alike(left: Fact, right: Fact) -> bool:
    """Say whether both give the measure of one subject: "the deficit will be 2 per cent", "the gap amounts to 3"."""
    if not all(word in _STATING or not word.isalpha() for fact in (left, right) for word in fact.predicates):
        return False
    heads = left.agent[:1], right.agent[:1]
    return all(heads) and not {*heads[0], *heads[1]} & PRONOUNS and are_kin(heads[0][0], heads[1][0])


def tells(fact: Fact, word: str) -> bool:
    """Say whether a word is what a clause tells: its predicate, the subject of it, or all that a light one has."""
    subject = fact.agent or fact.patient
    if word not in fact.predicates and any(word[:_STEM] in match[0] for match in _BACKGROUND.finditer(fact.words)):
        return False
    if word in fact.predicates or word in subject[:1] or word not in fact.lemmas:
        return True
    if _LYING.issuperset(fact.predicates):
        return True
    if word in fact.agent or not _LIGHT.issuperset(fact.predicates):
        return False
    # "takes a stand against the plan that was signed": the object says what a light verb tells
    return not fact.patient or word == fact.patient[0]


def _name_two(left: Fact, right: Fact) -> bool:
    """Say whether each clause names another one who acts: "Lorn retires after 15 years", "Rask retires after five"."""
    heads = [fact.agent[0] for fact in (left, right) if fact.agent and fact.agent[0].capitalize() in fact.words]
    if len(heads) < len((left, right)) or left.sources & right.sources or not (left.sources and right.sources):
        return False
    return not are_kin(heads[0], heads[1]) and heads[0] not in right.lemmas and heads[1] not in left.lemmas


def _are_numbered_apart(one: str, other: str) -> bool:
    """Say whether two clauses tell of things of one name and two numbers: "Selene 2", "Selene 4"."""
    numbers = _numbered_in(one), _numbered_in(other)
    if not (numbers[0] and numbers[1]):
        return False
    names = {name for name, _ in numbers[0]} & {name for name, _ in numbers[1]}
    return any({n for name, n in numbers[0] if name == each}.isdisjoint(n for name, n in numbers[1] if name == each)
               for each in names)  # fmt: skip


@lru_cache(maxsize=20_000)
def _numbered_in(words: str) -> frozenset[tuple[str, str]]:
    """Return the names and numbers of the things that a clause numbers."""
    found = _NUMBERED.finditer(words)
    return frozenset((match[1], match[2]) for match in found if match[1].casefold() not in MONTH_WORDS)


def _act_on_two(left: Fact, right: Fact) -> bool:
    """Say whether each clause names another one who is acted on, of whom the other clause says nothing."""
    strangers = left.targets.isdisjoint(right.actors) and right.targets.isdisjoint(left.actors)
    if left.targets and right.targets and strangers and left.type == right.type:
        return not _share_head(left, right)
    return bool(left.patient and right.patient) and not _share_head(left, right)


def _share_head(left: Fact, right: Fact) -> bool:
    """Say whether what is acted on in the one clause stands in the other, or only a pronoun names it."""
    heads = left.patient[:1], right.patient[:1]
    if {*heads[0], *heads[1]} & PRONOUNS:
        return True
    return any(are_kin(head, word) for head in heads[0] for word in right.lemmas) or any(
        are_kin(head, word) for head in heads[1] for word in left.lemmas
    )


def is_time_of(fact: Fact, time: TimeExpression) -> bool:
    """Say whether a time is that of what a clause tells, not of its telling, and no part of a name."""
    start = time.start - fact.sentence_start
    if _NAME.search(time.text):
        return False
    if start < 0:
        return True
    first = max(0, start - _LOOKED_AT)
    before, behind = fact.sentence[first:start], fact.sentence[start + len(time.text) :]
    if _LATER_THAN.search(fact.sentence[start + len(time.text) : max(0, fact.focus.start - fact.sentence_start)]):
        return False
    match = _TELLING.search(before)
    if match and not first + match.start() <= fact.focus.start - fact.sentence_start < start:
        return False
    if _NUMBER.match(behind):
        # "fifteen of the 19 Sept. 11 hijackers"
        return False
    dated = time.type is TimeType.DATE and not time.text.casefold().endswith("day")
    named = _NOUN.match(behind) is not None and any(character.isdigit() for character in time.text)
    return not (dated and named and not _PREPOSED.search(before))


def are_far_apart(left: Fact, one: TimeExpression, right: Fact, other: TimeExpression) -> bool:
    """Say whether one time is news and the other far from it: only clauses of like words then tell one occurrence."""
    if one.interval is None or other.interval is None:
        return False
    if any(_COUNTED_OFF.search(time.text) for time in (one, other)) and one.interval.gap_to(other.interval) > _FAR:
        # "a week earlier", counted from a day that is background itself
        return True
    if kin_share(left, right) >= _TOLD_ALIKE:
        return False
    if set(left.predicates) & set(right.predicates) and left.patient[:1] == right.patient[:1] != ():
        return False
    ahead = [
        fact.published is not None
        and time.interval is not None
        and (time.interval.begin or fact.published) > fact.published
        for fact, time in ((left, one), (right, other))
    ]
    gap = one.interval.gap_to(other.interval)
    if ahead[0] != ahead[1] and gap > _NEWS:
        return True
    return gap > _YEARS or (gap > _FAR and _is_news(left, one.interval) != _is_news(right, other.interval))


def _is_news(fact: Fact, interval: Interval) -> bool:
    """Say whether a time is near the publication of its report, or still ahead of it."""
    if fact.published is None or interval.before is None:
        return False
    return interval.before >= fact.published - _FAR
