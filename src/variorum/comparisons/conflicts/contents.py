"""Contents: the words of a clause that carry something, and how far two clauses tell of one thing by them."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from variorum.comparisons.conflicts.predicates import PRONOUNS
from variorum.comparisons.facts import Fact
from variorum.paraphrases import Kin, classes_of, phrase_classes
from variorum.word_lists import listed

#: Verbs and nouns that say nothing alone.
LIGHT = listed(
    """
    be have do make take get go come give say seem become include remain let know tell add put set see one two first
    last other time day year thing way part hundred thousand million billion trillion dozen per cent percent
    out up down off over on in into away through for of from to with upon after about against at by
    """
)
#: What tells that the event of a story happened, and that it began.
_MAIN = ("happen", "begin")
_TAKING_PLACE = listed("happen occur place")
_SCENES = listed("place scene site")
#: Predicates that only say where their subject is: "the epicentre lay off the coast".
_LYING = listed("be lie sit stand rest locate situate")
#: Nouns for something that happens.
EVENTS = listed(
    """
    accident incident collision crash fire blaze explosion attack shooting quake earthquake derailment fighting shot
    shooting blast place scene site outbreak flood event drama
    """
)
_TOKEN = re.compile(r"[^\W\d_]+")


class Content(Struct, frozen=True):
    """What a clause carries: its lemmas, and the classes that its words of several parts bring in."""

    lemmas: frozenset[str]
    phrases: frozenset[int]


@lru_cache(maxsize=20_000)
def content_of(fact: Fact) -> Content:
    """Return what a clause carries, light words aside."""
    lemmas = (fact.lemmas | frozenset(fact.predicates)) - LIGHT
    surface = frozenset(word.casefold() for word in _TOKEN.findall(fact.words))
    return Content(
        frozenset(word for word in lemmas if word.isalpha() and len(word) > 1),
        phrase_classes(fact.lemmas | surface | frozenset(fact.predicates)),
    )


@lru_cache(maxsize=50_000)
def shared_words(left: Fact, right: Fact) -> tuple[tuple[str, str], ...]:
    """Return the words of two clauses that can tell one thing, each once: mirrored when the clauses are swapped."""
    one, other = content_of(left), content_of(right)
    found = _paired(one.lemmas, other.lemmas)
    for words, used, phrases in (
        (one.lemmas, {pair[0] for pair in found}, other.phrases),
        (other.lemmas, {pair[1] for pair in found}, one.phrases),
    ):
        found += [(word, word) for word in sorted(words - used) if classes_of(word) & phrases]
    told = any(word in left.predicates or each in right.predicates for word, each in found)
    if not told and _predicate(left) & _predicate(right):
        # "were shot down", "brought down": neither word alone says it
        found.append((left.predicates[0], right.predicates[0]))
    return tuple(found)


def _paired(one: frozenset[str], other: frozenset[str]) -> list[tuple[str, str]]:
    """Return pairs of words of two clauses that are kin, each word in one pair at most, the same word first."""
    known = Kin(other)
    kin = [(word, each) for word in one for each in known.of(word)]
    kin.sort(key=lambda pair: (pair[0] != pair[1], *sorted(pair)))
    found, used = list[tuple[str, str]](), (set[str](), set[str]())
    for word, each in kin:
        if word not in used[0] and each not in used[1]:
            found.append((word, each))
            used[0].add(word)
            used[1].add(each)
    return found


def cores_meet(left: Fact, right: Fact) -> bool:
    """Say whether the predicates themselves are paraphrases: "was handed over", "the handover took place"."""
    return bool(_predicate(left) & _predicate(right)) or bool(core_of(left) & core_of(right))


@lru_cache(maxsize=20_000)
def _predicate(fact: Fact) -> frozenset[int]:
    """Return the classes of a predicate, its words alone and together, or of the subject that takes place."""
    words = frozenset(fact.predicates) | core_of(fact)
    return frozenset().union(*(classes_of(word) for word in words - LIGHT)) | phrase_classes(words)


@lru_cache(maxsize=20_000)
def core_of(fact: Fact) -> frozenset[str]:
    """Return the words of a predicate that say something; the subject where none does: "the handover took place".

    A subject of which a clause only says where it is counts as well.
    """
    words = frozenset(fact.predicates)
    if words & _TAKING_PLACE or fact.patient[:1] == ("place",):
        return frozenset(fact.agent[:1]) - PRONOUNS or words
    if words <= _LYING:
        return words - LIGHT | frozenset(fact.agent[:1]) - PRONOUNS
    return words - LIGHT


@lru_cache(maxsize=50_000)
def shares_core(left: Fact, right: Fact) -> bool:
    """Say whether the predicate of the one has a paraphrase in the other."""
    return any(one in core_of(left) or other in core_of(right) for one, other in shared_words(left, right))


def kin_share(left: Fact, right: Fact) -> float:
    """Return the share of the words of the poorer clause that the other has, or has a paraphrase of."""
    least = min(len(content_of(left).lemmas), len(content_of(right).lemmas))
    return min(1.0, len(shared_words(left, right)) / least) if least else 0.0


def tell_main_event(left: Fact, right: Fact) -> bool:
    """Say whether both tell that the event of the story happened, or that it began, whatever they call it."""
    if any(fact.agent and fact.agent[0] not in PRONOUNS | EVENTS for fact in (left, right)):
        return False
    return bool(_main_classes(left) & _main_classes(right))


def may_be_main(fact: Fact) -> bool:
    """Say whether a clause may tell that the event of the story happened or began."""
    return bool(_main_classes(fact))


@lru_cache(maxsize=20_000)
def _main_classes(fact: Fact) -> frozenset[int]:
    """Return the classes of happening and beginning that the predicate of a clause has, or its subject."""
    # "the scene of the collision is a car park"
    words = (*fact.predicates, *(word for word in fact.agent[:1] if word in _SCENES))
    known = frozenset().union(*(classes_of(word) for word in words)) | content_of(fact).phrases
    return known & frozenset().union(*(classes_of(word) for word in _MAIN))
