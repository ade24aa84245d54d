"""Oppositions: what one report tells, and another the opposite of it: "approved", "voted down"; "open", "stayed shut".

The opposite of a deed may be told of another case: another match, another day, another part of the road. So it is held
against a deed only where both clauses name the same and neither names more that is its own.
"""

from __future__ import annotations

import re
from itertools import product

from variorum.comparisons.conflicts.contents import LIGHT, content_of, shared_words
from variorum.comparisons.conflicts.predicates import differ, have_other_doers, have_other_times
from variorum.comparisons.facts import Fact
from variorum.comparisons.slots.verdicts import Clash
from variorum.model.annotations import Certainty
from variorum.opposites import Sense, sense_of
from variorum.word_lists import listed

#: What only says that something is, stays or becomes so: the state behind it is what is told.
_STATES = listed("be stay remain keep become lie stand hold leave find look feel declare")
#: What is rather a place or a time than a state.
_NO_STATES = listed("north northern south southern east eastern west western first last early late majority minority")
#: Deeds of which the opposite often follows: what was opened is closed one day.
_FOLLOWING = listed(
    """
    arrest detain capture seize jail imprison open reopen arrive reach come land enter join hire appoint employ elect
    begin start launch commence impose take board rent borrow
    """
)
#: What tells which of several cases is meant.
_WHICH = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|last|next|previous(?:ly)?|earlier|later|former(?:ly)?|other|another|"
    r"initial(?:ly)?|final(?:ly)?|again|then|once|meanwhile|used to|until|till|expect\w*|hop(?:es?|ed|ing)|want\w*)\b",
    re.IGNORECASE,
)
_FIRM = frozenset({Certainty.ASSERTED, Certainty.ATTRIBUTED, Certainty.FUTURE})
_LEAST_SHARED = 2


def opposite_clash(left: Fact, right: Fact) -> Clash | None:
    """Say whether the one tells the opposite of what the other tells, of one thing."""
    if not {left.certainty, right.certainty} <= _FIRM or left.negated or right.negated:
        return None
    if (left.certainty is Certainty.FUTURE) != (right.certainty is Certainty.FUTURE):
        return None
    found = _opposites(left, right)
    if found is None or _are_two_cases(left, right, found):
        return None
    return Clash(f"“{found[0]}” in one report is the opposite of “{found[1]}” in the other", 0.7)


def _opposites(left: Fact, right: Fact) -> tuple[str, str] | None:
    """Return what the predicates tell where the one is the opposite of the other, as the table has it."""
    pairs = product(_told(left), _told(right))
    return next((pair for pair in pairs if sense_of(*pair) is Sense.OPPOSITE), None)


def _told(fact: Fact) -> list[str]:
    """Return what a predicate tells: its words together and alone; for a state, also the words that may name it."""
    words = [word for word in (fact.lemma, *fact.predicates) if word not in LIGHT]
    if set(fact.predicates) & _STATES:
        words += sorted(content_of(fact).lemmas - _NO_STATES - {*fact.predicates, *fact.agent, *fact.patient[:1]})
    return list(dict.fromkeys(words))


def _are_two_cases(left: Fact, right: Fact, opposites: tuple[str, str]) -> bool:
    """Say whether both may be true: of two actors, two times, two things, or one after the other."""
    if differ(left.agent, right.agent) or have_other_doers(left, right) or have_other_times(left, right):
        return True
    if _WHICH.search(left.words) or _WHICH.search(right.words):
        return True
    follows = not (_FOLLOWING.isdisjoint(opposites) or (left.times and right.times))
    if follows and not any(set(fact.predicates) & _STATES for fact in (left, right)):
        return True
    told = {*opposites, *left.predicates, *right.predicates}
    shared = [pair for pair in shared_words(left, right) if told.isdisjoint(pair)]
    own = [content_of(fact).lemmas - told - {pair[side] for pair in shared} for side, fact in ((0, left), (1, right))]
    return not shared or (len(shared) < _LEAST_SHARED and all(own))
