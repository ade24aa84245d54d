"""Pairs of statements: what speaks for and against two clauses of two reports telling the same thing, as features.

The weights of the features are those of a logistic regression (``tools/train_statements.py``), kept in
``data/statement_weights.json`` by name: the score of a pair is the probability that both tell the same. Where one of
the reports has a single sentence, weights are others (``data/lone_statement_weights.json``): nothing else stands beside
it that could be meant.
"""

from __future__ import annotations

from functools import lru_cache
from math import exp, fsum, log
from typing import TYPE_CHECKING

from variorum.alignments.amounts import amounts_fit
from variorum.alignments.closeness import Closeness
from variorum.alignments.known_values import KnownValues, ends_of
from variorum.alignments.occasions import TimeFit, times_fit
from variorum.alignments.statements.told import Told
from variorum.alignments.trained import trained_weights
from variorum.alignments.wordings.likeness import STOP_WORDS, Weights, jaccard, stem_of, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

#: Times of a statement that are compared.
_TIMES = 4
#: What the words that two statements share count at most.
_MOST_CARRIED = 2.0
#: Predicates that say nothing of what is told.
_LIGHT = frozenset({"be", "have", "do", "make", "take", "get"})


def known_of(
    sides: tuple[Sequence[Told], Sequence[Told]],
    near: Closeness,
    odds: NDArray[np.float64],
    pairs: Sequence[tuple[int, int]],
) -> KnownValues:
    """Return what is known of pairs of statements before what they tell is compared.

    ``odds`` speak for the sentences of each two telling the same.
    """
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    at = ends_of(pairs)
    lengths = [
        np.array([len(item.stems) for item in told], dtype=np.float64)[places]
        for told, places in zip(sides, at, strict=True)
    ]
    positions = [np.array([item.position for item in told])[places] for told, places in zip(sides, at, strict=True)]

    def read(table: NDArray[np.float32]) -> NDArray[np.float64]:
        values: NDArray[np.float64] = table[at].astype(np.float64)
        return values

    context, words = read(near.context), read(near.words)
    rivals = [context - read(table) for table in (near.row_rival, near.column_rival)]
    word_rivals, word_crowds = (
        [words - read(table) for table in both] for both in (near.word_rivals, near.word_crowds)
    )
    least, every = min(near.sentences_told), np.ones(len(pairs))
    return KnownValues(
        {
            "bias": every,
            "cosine of clauses": read(near.clauses),
            "cosine of sentences": read(near.sentences),
            "cosine in context": context,
            "cosine in context, squared": context * context,
            # By how much a pair is nearer than what else either side could be taken for, the less and the more: which
            # report stands left does not count.
            "more than both rivals": np.minimum(*rivals),
            "more than one of rivals": np.maximum(*rivals),
            "no rivals": every * (least == 1),
            "beside alike": read(near.neighbours),
            "words of clauses": read(near.told),
            "words of sentences": read(near.whole),
            "words in context": words,
            "words in context, squared": words * words,
            "words more than both rivals": np.minimum(*word_rivals),
            "words more than one of rivals": np.maximum(*word_rivals),
            "words more than both crowds": np.minimum(*word_crowds),
            "words more than one of crowds": np.maximum(*word_crowds),
            "words beside": read(near.words_beside),
            # Among many sentences something is alike by chance.
            "many sentences": every * log(1 + least),
            "apart in the texts": np.abs(positions[0] - positions[1]),
            "lengths differ": np.abs(np.log((1 + lengths[0]) / (1 + lengths[1]))),
            "short": 1.0 / (1 + np.minimum(*lengths)),
            "odds of their sentences": odds[at],
        }
    )


def can_reach(
    least: float, known: KnownValues, sides: tuple[Sequence[Told], Sequence[Told]], pairs: Sequence[tuple[int, int]]
) -> NDArray[np.bool_]:
    """Say of each pair whether its probability can be ``least``; ``known`` is what is known of the pairs."""
    import numpy as np  # noqa: PLC0415  # as above

    at = ends_of(pairs)

    def both(has: Callable[[Told], bool]) -> NDArray[np.float64]:
        """Return 1 for each pair of which both have something."""
        one, two = (
            np.array([has(item) for item in told], dtype=np.float64)[places]
            for told, places in zip(sides, at, strict=True)
        )
        return one * two

    dated = both(lambda item: bool(item.times))
    counted = both(lambda item: bool(item.quantities))
    figures, acted = both(lambda item: bool(_numbers(item.stems))), both(lambda item: bool(item.actors))
    most = {
        **dict.fromkeys(("same date", "compatible dates", "dates apart", "dates near"), dated),
        **dict.fromkeys(("same quantity", "quantity of the same"), counted),
        **dict.fromkeys(("same number", "other number"), figures),
        **dict.fromkeys(("same actors", "other actors", "same agent", "other agent"), acted),
        **dict.fromkeys(("carried words", "names in common"), np.full(len(pairs), _MOST_CARRIED)),
        "same place": both(lambda item: bool(item.places)),
    }
    return known.can_reach(least, _weights(float(known.values["no rivals"][0]) if pairs else 0.0), most)


def features_of(
    one: Told, two: Told, known: Mapping[str, float], weights: Weights, *, linked: bool
) -> dict[str, float]:
    """Return the features of a pair by name; what is not there is 0. ``known`` is what is known of it already."""
    shared = one.stems & two.stems
    names = {word for word in shared if _is_name(word, one, two)}
    carried = weights.sum_of(shared - names - STOP_WORDS)
    numbers, others = _numbers(one.stems), _numbers(two.stems)
    found = {
        **known,
        "overlap": weights.overlap(one.stems, two.stems),
        "containment": weights.containment(one.stems, two.stems),
        "overlap of sentences": weights.overlap(one.sentence_stems, two.sentence_stems),
        "carried words": min(_MOST_CARRIED, carried / 4),
        "nothing carried": float(not shared - names),
        "names in common": min(_MOST_CARRIED, weights.sum_of(names) / 4),
        "same predicate": float(_same_predicate(one, two)),
        "same number": float(bool(numbers & others)),
        "other number": float(bool(numbers) and bool(others) and not numbers & others),
        "same cast": jaccard(one.cast, two.cast),
        "same event": float(linked),
        "same place": float(bool(one.places & two.places)),
        "negated in one": float(one.negated != two.negated),
    }
    return found | _participants(one, two) | _times(one, two) | _quantities(one, two)


def share_names_alone(one: Told, two: Told) -> bool:
    """Say whether two clauses share names alone: "Reyes opened the clinic in Velisk", "Reyes grew up in Velisk"."""
    shared = (one.stems & two.stems) - STOP_WORDS
    return bool(shared) and all(_is_name(word, one, two) for word in shared)


def _participants(one: Told, two: Told) -> dict[str, float]:
    """Return the features of who is in it: in common, in the same role, in none."""
    if not one.actors or not two.actors:
        return {}
    shared = one.actors & two.actors
    return {
        "same actors": len(shared) / min(len(one.actors), len(two.actors)),
        "other actors": float(not shared),
        "same agent": float(bool(one.agents & two.agents)),
        "other agent": float(bool(one.agents and two.agents and not one.agents & two.agents)),
    }


def _times(one: Told, two: Told) -> dict[str, float]:
    """Return the features of when."""
    fits = {times_fit(a, b) for a in one.times[:_TIMES] for b in two.times[:_TIMES]}
    if TimeFit.SAME in fits:
        return {"same date": 1.0}
    return {
        "compatible dates": float(TimeFit.COMPATIBLE in fits),
        "dates apart": float(TimeFit.APART in fits),
        "dates near": float(TimeFit.NEAR in fits),
    }


def _quantities(one: Told, two: Told) -> dict[str, float]:
    """Return the features of how many."""
    found = amounts_fit(one.quantities, two.quantities)
    if found is None:
        return {}
    return {"same quantity" if found[0] else "quantity of the same": 1.0}


@lru_cache(maxsize=20_000)
def _numbers(stems: frozenset[str]) -> frozenset[str]:
    """Return the stems that are figures."""
    return frozenset(stem for stem in stems if stem[:1].isdigit())


def _same_predicate(one: Told, two: Told) -> bool:
    """Say whether both have one predicate that tells something."""
    lemma = one.statement.lemma
    return lemma not in _LIGHT and stem_of(lemma) == stem_of(two.statement.lemma)


def _is_name(stem: str, one: Told, two: Told) -> bool:
    """Say whether a shared word is written as a name in both."""
    return stem in _capitals(one.text) and stem in _capitals(two.text)


@lru_cache(maxsize=20_000)
def _capitals(text: str) -> frozenset[str]:
    """Return the stems of the words that are written with a capital."""
    return frozenset(word.stem for word in words_of(text) if word.text[0].isupper())


def reasons_of(one: Told, two: Told, names: dict[str, str], *, linked: bool) -> tuple[str, ...]:
    """Return in words what two statements have in common; ``names`` are those of the actors."""
    reasons = []
    if _same_predicate(one, two):
        reasons.append(f"same predicate: {one.statement.lemma}")
    if shared := one.actors & two.actors:
        reasons.append(f"same actors: {', '.join(sorted(names.get(actor, actor) for actor in shared))}")
    reasons.extend(_time_reason(one, two))
    if found := amounts_fit(one.quantities, two.quantities):
        fits, amount, other = found
        reasons.append(f"{'same quantity' if fits else 'quantity of the same'}: “{amount.text}”, “{other.text}”")
    if linked:
        reasons.append("same event")
    return tuple(reasons)


def _time_reason(one: Told, two: Told) -> list[str]:
    """Return in words how the times fit, as a list of one or none."""
    fits = [(times_fit(a, b), a, b) for a in one.times[:_TIMES] for b in two.times[:_TIMES]]
    for wanted, why in ((TimeFit.SAME, "same date"), (TimeFit.COMPATIBLE, "compatible dates")):
        for fit, first, second in fits:
            if fit is wanted:
                return [f"{why}: “{first.text}”, “{second.text}”"]
    return ["dates differ"] if any(fit is TimeFit.APART for fit, _, _ in fits) else []


def probability(features: dict[str, float]) -> float:
    """Return the probability that a pair with these features tells the same, 0 to 1."""
    weights = _weights(features["no rivals"])
    total = fsum([weights.get(name, 0.0) * value for name, value in features.items() if value])
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))


def _weights(no_rivals: float) -> dict[str, float]:
    """Return the weights of features by name: others where one of the reports has a single sentence."""
    return trained_weights("lone_statement" if no_rivals else "statement")
