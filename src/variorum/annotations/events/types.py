"""Event types by a linear model, for what the table of frames leaves open.

A verb between two participants, with the words of its object and prepositions, is given the most likely PLOVER type or
none. Weights are hashed (the hashing trick, Weinberger et al. 2009) and kept as bytes in ``data/event_types.npz``;
``tools/train_event_types.py`` makes them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING
from zlib import crc32

from variorum.annotations.trees import Trees

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NONE = "NONE"
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", NONE,
)  # fmt: skip
BUCKETS = 1 << 14


@lru_cache(maxsize=1 << 16)
def bucket_of(feature: str) -> int:
    """Return the row of a feature in the table of weights."""
    return crc32(feature.encode("utf-8")) % BUCKETS


@lru_cache(maxsize=1)
def _weights() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Read the weights: one row a bucket, one column a type; and the biases."""
    import numpy as np  # noqa: PLC0415  # only where something is typed

    with files("variorum").joinpath("data/event_types.npz").open("rb") as file, np.load(file) as saved:
        table: NDArray[np.float32] = saved["weights"].astype(np.float32) * saved["scale"]
        return table, saved["bias"]


def type_scores(features: Iterable[str]) -> dict[str, float]:
    """Return the probability of each type for the features of one trigger."""
    import numpy as np  # noqa: PLC0415  # as above

    table, bias = _weights()
    logits = table[[bucket_of(feature) for feature in features]].sum(axis=0) + bias
    chances = np.exp(logits - logits.max())
    chances /= chances.sum()
    return {kind: round(float(chance), 4) for kind, chance in zip(TYPES, chances, strict=True)}


#: Labels under which a word that types its verb stands.
_OBJECTS = ("dobj", "attr", "xcomp", "acomp", "oprd", "nsubjpass")
#: Objects and their dependents that are looked at for one verb.
_MOST_OBJECTS, _MOST_INNER = 3, 8


def features_of(trees: Trees, verb: int) -> list[str]:
    """Return the words around a verb as the model knows them: object, particle, prepositions, infinitive."""
    lemma = trees.lemmas[verb]
    words: list[tuple[int, str]] = []
    found = [f"v:{lemma}"]
    nouns = []
    for child in trees.children[verb]:
        label = trees.deps[child]
        if label in _OBJECTS:
            nouns.append(child)
            words.append((child, ""))
        elif label in ("prt", "prep", "agent"):
            found.append(f"vp:{lemma} {trees.lower[child]}")
            words.extend((target, trees.lower[child]) for target in trees.children_of(child, "pobj", "pcomp"))
    for noun in nouns[:_MOST_OBJECTS]:
        for child in trees.children[noun][:_MOST_INNER]:
            if trees.deps[child] in ("amod", "compound", "dobj"):
                words.append((child, ""))
            elif trees.deps[child] == "prep":
                words.extend((target, trees.lower[child]) for target in trees.children_of(child, "pobj"))
    for token, preposition in words:
        word = trees.lemmas[token]
        found += [f"w:{word}", f"vw:{lemma} {word}"]
        if preposition:
            found.append(f"pw:{preposition} {word}")
    return found
