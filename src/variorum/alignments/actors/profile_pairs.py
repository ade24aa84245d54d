"""Pairs of profiles: what speaks for and against two entities being one, as features, and the odds that they are.

The weights are those of a logistic regression (``tools/train_actors.py``), kept in ``data/actor_weights.json`` by name.
"""

from __future__ import annotations

from math import fsum, log
from typing import TYPE_CHECKING

from variorum.alignments.actors.roles import ANYBODY, ANYBODY_ALONE
from variorum.alignments.trained import trained_weights
from variorum.alignments.wordings.names import is_spelling_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from variorum.alignments.actors.profiles import Profile, Vectors

_BODIES = frozenset({"group", "organisation", "state"})
#: Namesakes, ranks and modifiers count up to here; more makes no difference.
_MOST = 10
#: Sentences between two mentions of one report from which they count as far apart.
_FAR = 99


def rarities(profiles: Iterable[Profile]) -> dict[str, float]:
    """Return how much each word of a story tells of who is meant: the rarer, the more."""
    counts: dict[str, int] = {}
    total = 0
    for profile in profiles:
        total += 1
        for word in sorted(profile.words):
            counts[word] = counts.get(word, 0) + 1
    return {word: log((total + 1) / count) for word, count in counts.items()}


def odds_of(features: Mapping[str, float]) -> float:
    """Return the logarithm of the odds that two profiles are one."""
    weights = trained_weights("actor")
    return fsum(weights.get(name, 0.0) * value for name, value in features.items() if value)


def are_apart(one: Profile, two: Profile) -> bool:
    """Say whether the words of two profiles set them apart, whatever else speaks for one.

    "Another man", "four captives" and "21 captives", a child and "the child's uncle".
    """
    if one.another or two.another or (one.numbers and two.numbers and not one.numbers & two.numbers):
        return True
    if one.position == two.position and _are_two(one, two):
        return True
    if not one.heads & two.heads:
        return _crossed(one, two, "nouns", "modifiers")
    return not one.named and not two.named and not one.modifiers & two.modifiers and _is_anybody(one, two)


def _are_two(one: Profile, two: Profile) -> bool:
    """Say whether one report tells of two: "a lawyer" after a lawyer, "the harbour chief" and "the union chief"."""
    earlier, later = sorted((one, two), key=lambda profile: profile.first)
    told = one.modifiers and two.modifiers and not one.modifiers & two.modifiers
    return (later.anew and not earlier.is_lead) or bool(told and one.heads & two.heads)


def _is_anybody(one: Profile, two: Profile) -> bool:
    """Say whether both are called by nouns alone that anybody bears: "an official"."""
    return all(profile.heads and profile.heads <= ANYBODY - ANYBODY_ALONE for profile in (one, two))


def features_of(
    one: Profile, two: Profile, cell: tuple[int, int], vectors: Vectors, rarity: Mapping[str, float]
) -> dict[str, float]:
    """Return the features of a pair by name, the same in either order; ``cell`` are its rows in ``vectors``."""
    found = {
        "bias": 1.0,
        **_kinds(one, two),
        **_names(one, two),
        **_nouns(one, two, rarity),
        **_circumstances(one, two),
        **_telling(one, two),
        **_likeness(cell, vectors),
    }
    person, inside = found["both people"], found["one report"]
    found["people, cosine of nouns"] = person * found["cosine of nouns"]
    found["people, shared acts"] = person * found["shared acts"]
    found["one report, cosine of descriptions"] = inside * found["cosine of descriptions"]
    for name in ("same gender", "none is named", "one is named", "both spoken of most"):
        found[f"people, {name}"] = person * found[name]
    for name in ("same head", "none is named", "one is named", "both people"):
        found[f"one report, {name}"] = inside * found[name]
    return found


def _kinds(one: Profile, two: Profile) -> dict[str, float]:
    """Return what the types tell."""
    same, types = one.type == two.type, {one.type, two.type}
    return {
        "one report": float(one.position == two.position),
        "same type": float(same),
        "both people": float(same and one.type == "person"),
        "one is a person": float(not same and "person" in types),
        "both things": float(same and one.type == "thing"),
        "both places": float(same and one.type == "place"),
        "both bodies": float(types <= _BODIES),
        "one is a state": float(not same and "state" in types),
        "both are named": float(one.named and two.named),
        "one is named": float(one.named != two.named),
        "none is named": float(not one.named and not two.named),
    }


def _names(one: Profile, two: Profile) -> dict[str, float]:
    """Return what the names tell."""
    shared = len(one.names & two.names)
    spelt = any(is_spelling_of(a, b) for a in sorted(one.last)[:4] for b in sorted(two.last)[:4])
    return {
        "words of the shorter name": shared / max(1, min(len(one.names), len(two.names))),
        "words of both names": shared / max(1, len(one.names | two.names)),
        "same name": float(bool(one.aliases & two.aliases)),
        "same last word": float(bool(one.last & two.last)),
        "last words spelt alike": float(spelt),
        "other names": float(bool(one.names and two.names) and not shared),
    }


def _nouns(one: Profile, two: Profile, rarity: Mapping[str, float]) -> dict[str, float]:
    """Return what nouns and modifiers tell."""
    heads = one.heads & two.heads
    words, others = one.words, two.words
    shared = _sum(words & others, rarity)
    either, least = 0.0, 0.0
    if shared:
        either, least = _sum(words | others, rarity), min(_sum(words, rarity), _sum(others, rarity))
    namesakes = max((min(5, max(one.namesakes[head], two.namesakes[head])) for head in heads), default=0)
    modifiers = one.modifiers & two.modifiers
    return {
        "same head": float(bool(heads)),
        "same noun": float(bool(one.nouns & two.nouns)),
        "other heads": float(bool(one.heads and two.heads) and not heads),
        "noun in the other's name": float(_crossed(one, two, "nouns", "names") or _crossed(one, two, "nouns", "last")),
        "noun among the other's modifiers": float(_crossed(one, two, "nouns", "modifiers")),
        "name among the other's modifiers": float(_crossed(one, two, "names", "modifiers")),
        "shared words of both": shared / max(1e-6, either),
        "shared words of the shorter": shared / max(1e-6, least),
        "shared modifiers": float(bool(modifiers)),
        "other modifiers": float(bool(one.modifiers and two.modifiers) and not modifiers),
        "modifiers of one alone": float(bool(one.modifiers) != bool(two.modifiers)),
        "unshared modifiers": float(min(6, len(one.modifiers ^ two.modifiers))),
        "namesakes": float(namesakes),
        "no namesakes": float(namesakes == 1),
        "rarity of the head": max((rarity[head] for head in heads), default=0.0),
    }


def _crossed(one: Profile, two: Profile, left: str, right: str) -> bool:
    """Say whether words of one kind of either are words of another kind of the other."""
    a, b = getattr(one, left) & getattr(two, right), getattr(two, left) & getattr(one, right)
    return bool(a or b)


def _sum(words: Collection[str], rarity: Mapping[str, float]) -> float:
    """Return how much some words tell."""
    return fsum(rarity[word] for word in words)


def _circumstances(one: Profile, two: Profile) -> dict[str, float]:
    """Return what country, sector, number and gender tell."""
    return {
        "same country": float(one.country is not None and one.country == two.country),
        "other countries": float(bool(one.country and two.country) and one.country != two.country),
        "country of one alone": float((one.country is None) != (two.country is None)),
        "same sector": float(one.sector is not None and one.sector == two.sector),
        "other sectors": float(bool(one.sector and two.sector) and one.sector != two.sector),
        "same number": float(one.plural == two.plural),
        "both plural": float(one.plural and two.plural),
        "same gender": float(bool(one.genders & two.genders)),
        "other genders": float(bool(one.genders and two.genders) and not one.genders & two.genders),
        "one is counted": float(one.counted or two.counted),
        "both are counted": float(one.counted and two.counted),
        "definite": float(one.definite) + float(two.definite),
        "anybody": float(bool((one.heads | two.heads) & ANYBODY) and not (one.named and two.named)),
    }


def _telling(one: Profile, two: Profile) -> dict[str, float]:
    """Return what place and weight in the reports tell."""
    low, high = sorted((one.rank, two.rank))
    apart = _FAR
    if one.position == two.position:
        apart = min((abs(a - b) for a in one.everywhere for b in two.everywhere), default=_FAR)
    verbs = {verb for _, verb in one.acts} & {verb for _, verb in two.acts}
    return {
        "fewer mentions": log(min(one.mentions, two.mentions)),
        "more mentions": log(max(one.mentions, two.mentions)),
        "earlier first mention": log(1 + min(one.first, two.first)),
        "later first mention": log(1 + max(one.first, two.first)),
        "higher rank": float(min(low, _MOST)),
        "lower rank": float(min(high, 2 * _MOST)),
        "both spoken of most": float(high == 0),
        "one spoken of most": float(low == 0),
        "shared acts": float(min(_MOST, len(one.acts & two.acts))),
        "shared verbs": float(min(_MOST, len(verbs))),
        "both in the lead": float(one.is_lead and two.is_lead),
        "one in the lead": float(one.is_lead != two.is_lead),
        "nearness": 1 / (1 + apart) if one.position == two.position else 0.0,
        "one sentence": float(apart == 0),
    }


def _likeness(cell: tuple[int, int], vectors: Vectors) -> dict[str, float]:
    """Return what the encoder tells of descriptions and sentences."""
    first, second = cell
    one, two = vectors.sentences[first], vectors.sentences[second]
    best = float((one @ two.T).max()) if len(one) and len(two) else 0.0
    return {
        "cosine of descriptions": round(float(vectors.descriptions[first] @ vectors.descriptions[second]), 4),
        "cosine of nouns": round(float(vectors.nouns[first] @ vectors.nouns[second]), 4),
        "best cosine of sentences": round(best, 4),
        "mean cosine of sentences": round(float(vectors.means[first] @ vectors.means[second]), 4),
    }
