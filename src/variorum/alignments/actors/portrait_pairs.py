"""Pairs of portraits: what speaks for and against their being one, as features, and the odds that they are.

The weights are those of a logistic regression (``tools/train_actors.py``), kept in ``data/actor_weights.json`` by name.
"""

from __future__ import annotations

from math import fsum, log, log1p
from typing import TYPE_CHECKING

from variorum.alignments.actors.roles import ANYBODY, ANYBODY_ALONE
from variorum.alignments.trained import trained_weights
from variorum.alignments.wordings.names import is_spelling_of
from variorum.model.annotations import EntityType

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from variorum.alignments.actors.portraits import Portrait, Scene

_BODIES = frozenset({"group", "organisation", "state"})
#: Ranks count up to here; more makes no difference.
_MOST = 10
#: Modifiers of one alone that count.
_MODIFIERS = 8
#: Bearers of a noun besides the two that count.
_RIVALS = 5
#: Sentences between two mentions of one report from which they count as far apart.
_FAR = 99
#: Share of the members told of in a lead from which somebody is spoken of there.
_LEADING = 0.3
#: Features that count otherwise among people, in reports that tell of both, and among things.
_OF_PEOPLE = (
    "same head", "best cosine of nouns", "best cosine of descriptions", "same gender", "other gender", "one is named",
    "higher rank", "lower mean rank", "shared reports", "spoken of most", "all reports", "share of the head",
)  # fmt: skip
_OF_ONE_REPORT = (
    "same head", "nearness", "one is named", "people", "brought in anew", "best cosine of descriptions",
    "shared reports of the larger",
)  # fmt: skip
_OF_THINGS = ("same head", "best cosine of nouns", "best cosine of descriptions", "shared reports")
#: These by what they depend on, with the names of the features that they make.
_CONDITIONAL = tuple(
    (condition, tuple((name, f"{condition}, {name}") for name in names))
    for condition, names in (("people", _OF_PEOPLE), ("shared reports", _OF_ONE_REPORT), ("things", _OF_THINGS))
)


#: What head nouns tell where none is shared, as for most pairs.
_NO_HEADS = dict.fromkeys(
    (
        "rarity of the head", "members with the head, of the one with fewer",
        "members with the head, of the one with more", "share of the head", "rivals for the head",
        "bearers of the head",
    ),
    0.0,
)  # fmt: skip


def odds_of(features: Mapping[str, float]) -> float:
    """Return the logarithm of the odds that two portraits are one."""
    weights = trained_weights("actor")
    return fsum([weights.get(name, 0.0) * value for name, value in features.items() if value])


def are_two_names(one: Portrait, two: Portrait, scene: Scene) -> bool:
    """Say whether both have names that are two: of two people always, of others where their last words differ.

    What a report takes for a place is the person who is named by the same last word.
    """
    if not one.has_name(scene.nouns) or not two.has_name(scene.nouns):
        return False
    return (one.people * 2 > 1 and two.people * 2 > 1) or one.last.isdisjoint(two.last)


def are_set_apart(one: Portrait, two: Portrait) -> bool:
    """Say whether words set two apart, whatever else speaks for one.

    "Another man", "four captives" and "21 captives", a child and "the child's uncle", an official and an official, a
    gardener and a schoolboy.
    """
    if one.numbers and two.numbers and one.numbers.isdisjoint(two.numbers):
        return True
    if _are_one_and_several(one, two):
        return True
    if min(one.size, two.size) > 1:
        return False
    if not one.sentences.keys().isdisjoint(two.sentences) and _are_two(one, two):
        return True
    if any(portrait.another and portrait.size == 1 for portrait in (one, two)):
        return True
    nameless = not one.named and not two.named
    if nameless and one.modifiers.keys().isdisjoint(two.modifiers) and _is_anybody(one, two):
        return True
    if not one.heads.keys().isdisjoint(two.heads):
        return False
    if nameless and _are_both_new(one, two):
        return True
    return _meet(one.nouns, two.modifiers) or _meet(two.nouns, one.modifiers)


def _are_one_and_several(one: Portrait, two: Portrait) -> bool:
    """Say whether several bodies without a name are held against one: "banks" are not "the bank", nor Belmar Bank."""
    if not one.types.keys() == two.types.keys() == {EntityType.ORGANISATION.value}:
        return False
    several = [not portrait.named and portrait.plural == portrait.size for portrait in (one, two)]
    return several[0] != several[1]


def _are_both_new(one: Portrait, two: Portrait) -> bool:
    """Say whether two reports bring in somebody new each, by nouns that say what they are: a gardener, a schoolboy."""
    alone = one.size == two.size == 1 and one.anew and two.anew
    return bool(alone) and not any(portrait.heads.keys() & ANYBODY_ALONE for portrait in (one, two))


def _are_two(one: Portrait, two: Portrait) -> bool:
    """Say whether one report tells of two.

    "The harbour chief" and "the union chief", "the sailors" and "two sailors", "a lawyer" and "an official" of one
    sentence.
    """
    nameless = not one.named and not two.named
    sentences = [(found, two.sentences.get(position, frozenset())) for position, found in one.sentences.items()]
    if nameless and not all(mine.isdisjoint(other) for mine, other in sentences):
        return True
    if one.heads.keys().isdisjoint(two.heads):
        return False
    if nameless and bool(one.numbers) != bool(two.numbers):
        return True
    told = nameless and one.definite and two.definite and one.modifiers and two.modifiers
    return bool(told) and one.modifiers.keys().isdisjoint(two.modifiers)


def _is_anybody(one: Portrait, two: Portrait) -> bool:
    """Say whether both are called by nouns alone that anybody bears: "an official"."""
    return all(portrait.heads and portrait.heads.keys() <= ANYBODY - ANYBODY_ALONE for portrait in (one, two))


def features_of(one: Portrait, two: Portrait, scene: Scene) -> dict[str, float]:
    """Return the features of a pair by name, the same in either order."""
    found = {
        "bias": 1.0,
        **_kinds(one, two),
        **_names(one, two),
        **_nouns(one, two, scene),
        **_heads(one, two, scene),
        **_circumstances(one, two),
        **_forms(one, two),
        **_weight(one, two, scene),
        **_reports(one, two, scene),
        **_likeness(one, two, scene),
    }
    for condition, names in _CONDITIONAL:
        share = found[condition]
        for name, whole in names:
            found[whole] = share * found[name]
    return found


def _kinds(one: Portrait, two: Portrait) -> dict[str, float]:
    """Return what the types tell."""
    same, types = one.type == two.type, {one.type, two.type}
    return {
        "things": float(types == {"thing"}),
        "same type": float(same),
        "people": min(one.people, two.people),
        "one is a person": abs(one.people - two.people),
        "both places": float(types == {"place"}),
        "both bodies": float(types <= _BODIES),
        "both groups": float(types == {"group"}),
        "one is a state": float(not same and "state" in types),
        "one is a place": float(not same and "place" in types),
        "both are named": float(bool(one.named and two.named)),
        "one is named": float(bool(one.named) != bool(two.named)),
    }


def _names(one: Portrait, two: Portrait) -> dict[str, float]:
    """Return what the names tell."""
    shared = len(one.names & two.names)
    # Without names there is nothing to spell: most pairs are of nouns.
    last = (sorted(one.last)[:4], sorted(two.last)[:4]) if one.last and two.last else ((), ())
    spelt = any(is_spelling_of(a, b) for a in last[0] for b in last[1])
    return {
        "words of the shorter name": shared / max(1, min(len(one.names), len(two.names))),
        "words of both names": shared / max(1, len(one.names | two.names)),
        "same name": float(bool(one.aliases & two.aliases)),
        "same last word": float(bool(one.last & two.last)),
        "last words spelt alike": float(spelt),
        "other names": float(bool(one.names and two.names) and not shared),
    }


def _nouns(one: Portrait, two: Portrait, scene: Scene) -> dict[str, float]:
    """Return what nouns and modifiers tell."""
    heads, modifiers = one.heads.keys() & two.heads.keys(), one.modifiers.keys() & two.modifiers.keys()
    words, others = one.words, two.words
    shared = _sum(words & others, scene)
    least = min(_sum(words, scene), _sum(others, scene))
    return {
        "same head": float(bool(heads)),
        "same noun": float(bool(one.nouns.keys() & two.nouns.keys())),
        "other heads": float(bool(one.heads and two.heads) and not heads),
        "without a head": float(not one.heads) + float(not two.heads),
        "noun in the other's name": float(
            _meet(one.nouns, two.names)
            or _meet(two.nouns, one.names)
            or _meet(one.nouns, two.last)
            or _meet(two.nouns, one.last)
        ),
        "noun among the other's modifiers": float(_meet(one.nouns, two.modifiers) or _meet(two.nouns, one.modifiers)),
        "name among the other's modifiers": float(_meet(two.modifiers, one.names) or _meet(one.modifiers, two.names)),
        "shared words of both": shared / max(1e-6, _sum(words | others, scene)),
        "shared words of the shorter": shared / max(1e-6, least),
        "shared modifiers": float(len(modifiers)),
        "other modifiers": float(bool(one.modifiers and two.modifiers) and not modifiers),
        "modifiers of one alone": float(bool(one.modifiers) != bool(two.modifiers)),
        "unshared modifiers": float(min(_MODIFIERS, len(one.modifiers.keys() ^ two.modifiers.keys()))),
    }


def _meet(counted: Mapping[str, int], words: Collection[str]) -> bool:
    """Say whether some of the words that are counted are among others."""
    return bool(counted and words) and not counted.keys().isdisjoint(words)


def _sum(words: Collection[str], scene: Scene) -> float:
    """Return how much some words tell."""
    return fsum(scene.rarity[word] for word in words)


def _heads(one: Portrait, two: Portrait, scene: Scene) -> dict[str, float]:
    """Return what the head nouns of both tell: how many members bear them, and who else does."""
    heads = sorted(one.heads.keys() & two.heads.keys())
    if not heads:
        return _NO_HEADS
    bear = [one.heads[head] + two.heads[head] for head in heads]
    shares = [sorted((one.heads[head] / one.size, two.heads[head] / two.size)) for head in heads]
    others = [scene.heads[head] - number for head, number in zip(heads, bear, strict=True)]
    return {
        "rarity of the head": max(scene.rarity[head] for head in heads),
        "members with the head, of the one with fewer": max(least for least, _ in shares),
        "members with the head, of the one with more": max(most for _, most in shares),
        "share of the head": max(n / scene.heads[h] for h, n in zip(heads, bear, strict=True)),
        "rivals for the head": float(min(_RIVALS, max(others))),
        "bearers of the head": max(bear) / scene.reports,
    }


def _circumstances(one: Portrait, two: Portrait) -> dict[str, float]:
    """Return what country, sector, number and gender tell."""
    found: dict[str, float] = {}
    for name, left, right in (
        ("country", one.countries, two.countries),
        ("sector", one.sectors, two.sectors),
        ("number", one.numbers, two.numbers),
    ):
        found[f"same {name}"] = float(bool(left & right))
        found[f"other {name}"] = float(bool(left and right) and not left & right)
        found[f"{name} of one alone"] = float(bool(left) != bool(right))
    told = bool(one.genders and two.genders)
    return found | {
        "same gender": float(told and one.gender == two.gender),
        "other gender": float(told and one.gender != two.gender),
        "no gender in common": float(told and not one.genders.keys() & two.genders.keys()),
        "gender of one alone": float(bool(one.genders) != bool(two.genders)),
        "pronouns": log1p(min(one.genders.total(), two.genders.total())),
    }


def _forms(one: Portrait, two: Portrait) -> dict[str, float]:
    """Return what articles and endings tell."""
    plural = one.plural / one.size, two.plural / two.size
    anybody = not (one.named and two.named) and not ANYBODY.isdisjoint(one.heads.keys() | two.heads.keys())
    return {
        "one is plural": abs(plural[0] - plural[1]),
        "both plural": min(plural),
        "another": float(bool(one.another or two.another)),
        "definite": one.definite / one.size + two.definite / two.size,
        "brought in anew": one.anew / one.size + two.anew / two.size,
        "anybody": float(anybody),
    }


def _weight(one: Portrait, two: Portrait, scene: Scene) -> dict[str, float]:
    """Return what the reports' interest in both tells."""
    low, high = sorted((one.best_rank, two.best_rank))
    mean_low, mean_high = sorted((one.mean_rank(), two.mean_rank()))
    leads = one.in_lead / one.size, two.in_lead / two.size
    most, people = max(one.mentions, two.mentions), max(one.people, two.people)
    return {
        "fewer members": log(min(one.size, two.size)),
        "more members": log(max(one.size, two.size)),
        "fewer mentions": log(min(one.mentions, two.mentions)),
        "more mentions": log(most),
        "higher rank": float(min(_MOST, low)),
        "lower rank": float(min(2 * _MOST, high)),
        "higher mean rank": min(float(_MOST), mean_low),
        "lower mean rank": min(2.0 * _MOST, mean_high),
        "in a lead": float(leads[0] > _LEADING) + float(leads[1] > _LEADING),
        "both in the lead": min(leads),
        "spoken of most": people * float(most >= max(scene.most_mentions, default=0)),
        "spoken of much": people * float(most >= min(scene.most_mentions, default=0)),
    }


def _reports(one: Portrait, two: Portrait, scene: Scene) -> dict[str, float]:
    """Return what the reports that tell of one or of both tell."""
    left, right = one.sentences.keys(), two.sentences.keys()
    both = left & right
    fewer, more = sorted((len(left), len(right)))
    apart, together = _FAR, 0
    for position in both:
        mine, other = one.sentences[position], two.sentences[position]
        apart = min(apart, min((abs(a - b) for a in mine for b in other), default=_FAR))
        together += not mine.isdisjoint(other)
    return {
        "reports of the rarer": fewer / scene.reports,
        "reports of the commoner": more / scene.reports,
        "all reports": len(left | right) / scene.reports,
        "shared reports": len(both) / fewer,
        "shared reports of the larger": len(both) / more,
        "shared reports of all": len(both) / scene.reports,
        "number of shared reports": log1p(len(both)),
        "number of other reports": log1p(len(left ^ right)),
        "nearness": 1 / (1 + apart) if both else 0.0,
        "one sentence": together / len(both) if both else 0.0,
        "number of one sentences": log1p(together),
    }


def _likeness(one: Portrait, two: Portrait, scene: Scene) -> dict[str, float]:
    """Return what the encoder tells of descriptions, nouns and sentences."""
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    alone = one.size == two.size == 1
    cells = (one.members[0], two.members[0]) if alone else (np.array(one.members)[:, None], np.array(two.members))
    found = {}
    for best, mean, cosines in (
        ("best cosine of descriptions", "mean cosine of descriptions", scene.descriptions),
        ("best cosine of nouns", "mean cosine of nouns", scene.head_nouns),
        ("best cosine of sentences", "mean cosine of sentences", scene.told),
    ):
        chosen = cosines[cells]
        # The methods of an array cost more than what they call, and cells are few.
        found[best] = round(float(chosen if alone else np.maximum.reduce(chosen, axis=None)), 4)
        total = 0.0 if alone else float(np.add.reduce(chosen, axis=None, dtype=np.float64))
        found[mean] = found[best] if alone else round(total / chosen.size, 4)
    return found
