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
from variorum.alignments.occasions import TimeFit, times_fit
from variorum.alignments.statements.told import Told
from variorum.alignments.trained import trained_weights
from variorum.alignments.wordings.likeness import STOP_WORDS, Weights, jaccard, stem_of, words_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Times of a statement that are compared.
_TIMES = 4
#: Predicates that say nothing of what is told.
_LIGHT = frozenset({"be", "have", "do", "make", "take", "get"})


def features_of(
    one: Told, two: Told, near: Closeness, cell: tuple[int, int], weights: Weights, *, linked: bool
) -> dict[str, float]:
    """Return the features of a pair by name; what is not there is 0."""
    cosine, context = float(near.clauses[cell]), float(near.context[cell])
    shared = one.stems & two.stems
    names = {word for word in shared if _is_name(word, one, two)}
    carried = weights.sum_of(shared - names - STOP_WORDS)
    numbers, others = _numbers(one.stems), _numbers(two.stems)
    lengths = len(one.stems), len(two.stems)
    found = {
        "bias": 1.0,
        "cosine of clauses": cosine,
        "cosine of sentences": float(near.sentences[cell]),
        "cosine in context": context,
        "cosine in context, squared": context * context,
        **_beyond("", "rivals", context, (near.row_rival, near.column_rival), cell),
        "no rivals": float(min(near.sentences_told) == 1),
        "beside alike": float(near.neighbours[cell]),
        **_word_features(near, cell),
        "overlap": weights.overlap(one.stems, two.stems),
        "containment": weights.containment(one.stems, two.stems),
        "overlap of sentences": weights.overlap(one.sentence_stems, two.sentence_stems),
        "carried words": min(2.0, carried / 4),
        "nothing carried": float(not shared - names),
        "names in common": min(2.0, weights.sum_of(names) / 4),
        "same predicate": float(_same_predicate(one, two)),
        "same number": float(bool(numbers & others)),
        "other number": float(bool(numbers) and bool(others) and not numbers & others),
        "same cast": jaccard(one.cast, two.cast),
        "same event": float(linked),
        "same place": float(bool(one.places & two.places)),
        # Among many sentences something is alike by chance.
        "many sentences": log(1 + min(near.sentences_told)),
        "apart in the texts": abs(one.position - two.position),
        "lengths differ": abs(log((1 + lengths[0]) / (1 + lengths[1]))),
        "short": 1.0 / (1 + min(lengths)),
        "negated in one": float(one.negated != two.negated),
    }
    return found | _participants(one, two) | _times(one, two) | _quantities(one, two)


def _word_features(near: Closeness, cell: tuple[int, int]) -> dict[str, float]:
    """Return the features of how well the words of both find each other."""
    clauses, sentences, context = float(near.told[cell]), float(near.whole[cell]), float(near.words[cell])
    return {
        "words of clauses": clauses,
        "words of sentences": sentences,
        "words in context": context,
        "words in context, squared": context * context,
        **_beyond("words ", "rivals", context, near.word_rivals, cell),
        **_beyond("words ", "crowds", context, near.word_crowds, cell),
        "words beside": float(near.words_beside[cell]),
    }


def _beyond(
    what: str, whom: str, near: float, others: tuple[NDArray[np.float32], NDArray[np.float32]], cell: tuple[int, int]
) -> dict[str, float]:
    """Return by how much a pair is nearer than what else either side could be taken for: the less and the more.

    Which report stands left does not count.
    """
    more = [near - float(table[cell]) for table in others]
    return {f"{what}more than both {whom}": min(more), f"{what}more than one of {whom}": max(more)}


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
    weights = trained_weights("lone_statement" if features["no rivals"] else "statement")
    total = fsum([weights.get(name, 0.0) * value for name, value in features.items() if value])
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))
