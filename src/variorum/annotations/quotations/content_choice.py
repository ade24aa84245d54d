"""Which of the stretches after a cue is what is said, if any: a log-linear model over the parse.

The choice among the complements of one cue and "nothing is said" is one softmax; a complement's score is the sum of
the weights of its features (Berger, Della Pietra and Della Pietra 1996, "A maximum entropy approach to natural
language processing"). ``tools/train_quotations.py`` writes the table of weights: it holds numbers alone, no word can be
read back.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING

from variorum.annotations.quotations.complements import Complement, complements_of
from variorum.annotations.quotations.content_features import complement_features, cue_features

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotations.quotations.marked_text import MarkedText

_WEIGHTS = ("quotations", "contents.npy")


@lru_cache(maxsize=1)
def _weights() -> list[float]:
    """Return the weights, read once: whole 64ths in the file."""
    import numpy as np  # noqa: PLC0415  # only where something is annotated

    source = files("variorum") / "data"
    for part in _WEIGHTS:
        source = source / part
    with source.open("rb") as file:
        table: list[float] = (np.load(file, allow_pickle=False).astype("float32") / 64).tolist()
    return table


def choose_content(marked: MarkedText, cue: Token) -> tuple[Complement, float] | None:
    """Return the likeliest complement of a cue and the probability that one is said at all; None without any."""
    complements = complements_of(marked, cue)
    if not complements:
        return None
    weight = _weights().__getitem__
    shared = sum(map(weight, cue_features(marked, cue)))
    scores = [shared + sum(map(weight, features)) for features in complement_features(marked, cue, complements)]
    top = max(scores)
    base = max(top, 0.0)
    total = sum(exp(score - base) for score in scores)
    probability = total / (total + exp(-base))
    return complements[scores.index(top)], probability
