"""Fates: who is accused and who is harmed, by the verbs and nouns that a report ties somebody to.

A report of a crime or an accident tells of "the driver", "a 23-year-old" and a name, and what befell each says who of
them is one: it was the driver who was charged, and Dan Ruiz who was arrested.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from variorum.annotations.tables import actors as tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.annotations.trees import Trees

#: Verbs that are read behind the first of a row: "was identified and arrested".
_IN_A_ROW = 4


class Fate(Enum):
    """What befell somebody."""

    ACCUSED = "accused"
    HARMED = "harmed"


_DONE = {"die": Fate.HARMED, "confess": Fate.ACCUSED, "plead": Fate.ACCUSED, "surrender": Fate.ACCUSED}
_BEING = {"dead": Fate.HARMED, "guilty": Fate.ACCUSED, "responsible": Fate.ACCUSED}
_NOUNS = {
    **dict.fromkeys(("death", "killing", "murder", "slaying"), Fate.HARMED),
    **dict.fromkeys(("arrest", "conviction", "indictment", "trial"), Fate.ACCUSED),
}


@lru_cache(maxsize=1)
def _suffered() -> dict[str, Fate]:
    """Return what is done to somebody, by verb."""
    accusing, harming = tables.word_set("accusing"), tables.word_set("harming")
    return {**dict.fromkeys(accusing, Fate.ACCUSED), **dict.fromkeys(harming, Fate.HARMED)}


def fate_of_noun(noun: str) -> Fate | None:
    """Return the fate that a noun tells by itself: "the suspect", "the victim"."""
    if noun in tables.role_family("suspect"):
        return Fate.ACCUSED
    return Fate.HARMED if noun == "victim" else None


def fates_at(trees: Trees, token: int) -> Iterator[Fate]:
    """Yield the fates of whom the word at a token names: "Ruiz was charged", "a teen accused of", "his death"."""
    while trees.deps[token] == "appos" and trees.heads[token] < token:
        token = trees.heads[token]
    above, whose = trees.heads[token], trees.deps[token]
    found: list[Fate | None] = [
        _suffered().get(trees.lemmas[child]) for child in trees.children_of(token, "acl") if trees.tags[child] == "VBN"
    ]
    if whose in ("dobj", "nsubjpass"):
        found += [_suffered().get(trees.lemmas[verb]) for verb in _row(trees, above)]
    if whose in ("nsubj", "nsubjpass"):
        found += [fate for verb in _row(trees, above) for fate in _of_subject(trees, verb)]
    elif whose == "poss":
        found.append(_NOUNS.get(trees.lemmas[above]))
    elif whose == "pobj" and trees.lower[above] in ("of", "against"):
        found.append(_NOUNS.get(trees.lemmas[trees.heads[above]]))
    yield from (fate for fate in found if fate is not None)


def _row(trees: Trees, verb: int) -> list[int]:
    """Return a verb with those that share its subject: "was identified and arrested"."""
    row = trees.conjuncts(verb)[:_IN_A_ROW]
    return [other for other in row if other == verb or trees.child(other, "nsubj", "nsubjpass") < 0]


def _of_subject(trees: Trees, verb: int) -> Iterator[Fate | None]:
    """Yield what a verb tells of its subject: "died", "is dead", "was found guilty", and "Driver Charged" of a head."""
    yield _DONE.get(trees.lemmas[verb])
    for child in trees.children_of(verb, "acomp", "oprd", "attr"):
        yield _BEING.get(trees.lower[child])
    if trees.tags[verb] == "VBN" and trees.child(verb, "aux", "dobj") < 0:
        yield _suffered().get(trees.lemmas[verb])
