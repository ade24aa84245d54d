"""Constructions: frames of several words that together deny what stands in them, or tell it in spite of their words.

"Too ill to perform", "backed out of buying the barn", "died before finishing the mural" tell of nothing done;
"had no choice but to close", "woke to find that" tell what was done.
"""

from __future__ import annotations

from msgspec.structs import replace

from variorum.annotations.factuality.status import Status
from variorum.annotations.factuality.words import (
    BREAKING_OFF,
    CALLING_OFF,
    CHOICES,
    DEFINITE,
    DENYING_OPENINGS,
    FINDING,
    SHUNNING,
    VAINLY,
)  # fmt: skip
from variorum.annotations.trees import Trees

#: Words that open a clause which takes for granted what it asks about: "it is unclear who opened the gate".
_ASKING = frozenset({"who", "whom", "whose", "what", "which", "where", "when", "why", "how"})
#: Words by which those are counted who did something.
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "only"})
#: How many tokens behind the opening of a sentence the verb may stand that it denies.
_OPENING_REACH = 24
_HELPERS = frozenset({"did", "do", "does", "had", "has", "have", "was", "were", "is", "are", "will", "would", "could"})
#: Tags with which a subject begins.
_SUBJECT_TAGS = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD"})
#: Nouns with whose "no" a clause tells what was never done: "at no point".
_OCCASIONS = frozenset({"point", "time", "stage", "moment", "occasion", "way", "circumstance", "case", "account"})


def of_construction(trees: Trees, token: int, head: int, above: Status) -> Status | None:
    """Return what a frame around ``token`` says of it; None where it stands in none."""
    label = trees.deps[token]
    if label in ("pcomp", "pobj"):
        return _behind_preposition(trees, token, head, above)
    if label == "xcomp" and trees.lemmas[head] == "help" and trees.tags[token] == "VBG" and above.negated:
        # "could not help laughing"
        return replace(above, negated=False, denial=-1)
    if label in ("xcomp", "advcl", "ccomp") and is_infinitive(trees, token):
        return _of_infinitive(trees, token, head, above)
    return None


def is_infinitive(trees: Trees, verb: int) -> bool:
    """Say whether a verb stands with "to"."""
    return any(trees.deps[child] == "aux" and trees.lower[child] == "to" for child in trees.children[verb])


def is_ordinal(trees: Trees, noun: int) -> bool:
    """Say whether a noun counts those who did something: "the last to leave", "the second woman to win"."""
    counted = (noun, *trees.children_of(noun, "amod"))
    return any(trees.lower[word] in _ORDINALS for word in counted)


def takes_for_granted(trees: Trees, clause: int) -> bool:
    """Say whether a clause only asks for a detail of what happened: "nobody knows who opened the gate"."""
    past = trees.tags[clause] == "VBD" or any(
        trees.lower[aux] in ("had", "has", "have", "was", "were") for aux in trees.children_of(clause, "aux", "auxpass")
    )
    return past and any(
        trees.lower[child] in _ASKING and child < clause
        for child in trees.children_of(clause, "nsubj", "nsubjpass", "dobj", "advmod", "attr")
    )


def _of_infinitive(trees: Trees, token: int, head: int, above: Status) -> Status | None:
    """Return the status of an infinitive in a frame of words."""
    adjective = head if trees.poses[head] in ("ADJ", "ADV") else trees.child(head, "acomp", "advmod")
    too = trees.child(adjective, "advmod") if adjective >= 0 else -1
    if too >= 0 and trees.lower[too] == "too" and adjective < token:
        # "was too ill to perform"
        return Status(not above.negated, above.modality, above.hedged, too, above.cue)
    thing = trees.child(head, "dobj")
    if trees.lemmas[head] == "bring" and thing >= 0 and trees.lower[thing].endswith(("self", "selves")):
        # "could not bring himself to sign"
        return Status(above.negated, denial=above.denial) if above.negated else above
    only = trees.child(token, "advmod")
    particle = trees.child(head, "prt")
    if trees.lemmas[head] == "go" and particle >= 0 and trees.lower[particle] == "on":
        # "went on to win"
        return above
    found = trees.lemmas[token] in FINDING and trees.lemmas[head] in ("wake", "awake", "return", "arrive", "emerge")
    if found or (only >= 0 and trees.lower[only] == "only" and trees.deps[token] == "advcl"):
        # "woke to find", "came home, only to learn"
        return above
    return None


def _behind_preposition(trees: Trees, token: int, head: int, above: Status) -> Status | None:
    """Return the status behind the preposition of a frame."""
    governor = trees.heads[head]
    if trees.lower[head] == "but" and trees.lemmas[governor] in CHOICES:
        # "had no choice but to close"
        return replace(above, negated=False, denial=-1) if is_infinitive(trees, token) else None
    particle = trees.child(governor, "prt")
    broken = trees.lemmas[governor] in BREAKING_OFF or (
        particle >= 0 and f"{trees.lemmas[governor]} {trees.lower[particle]}" in CALLING_OFF
    )
    if trees.lower[head] == "before" and trees.tags[token] == "VBG" and broken:
        return Status(negated=True, denial=head)
    words, at = [trees.lower[head]], governor
    if trees.deps[at] in ("prep", "prt", "advmod") and trees.heads[at] != at:
        words.insert(0, trees.lower[at])
        at = trees.heads[at]
    elif (particle := trees.child(at, "prt", "advmod")) >= 0 and particle < head:
        words.insert(0, trees.lower[particle])
    if f"{trees.lemmas[at]} {' '.join(words)}" not in SHUNNING:
        return None
    if above.denial == at:
        # "refrained from singing": the verb denies by itself
        return above
    return Status(not above.negated, above.modality, above.hedged, at, above.cue)


def never_did(trees: Trees, verb: int) -> int:
    """Return the "no" of a phrase by which a clause tells what was never done, or -1: "at no point did she stop"."""
    for preposition in trees.children_of(verb, "prep"):
        noun = trees.child(preposition, "pobj")
        if noun >= 0 and trees.lemmas[noun] in _OCCASIONS:
            for child in trees.children_of(noun, "det"):
                if trees.lower[child] == "no":
                    return child
    return -1


def denied_by_opening(trees: Trees, verb: int) -> int:
    """Return the word that opens a sentence and denies its main verb, behind an auxiliary and its subject; or -1.

    "Never had they met", "At no time, the nurse said, was the ward in danger": however a parser hangs them.
    """
    first, after = trees.ranges[trees.sentences[verb]]
    if first + 2 >= after or verb - first > _OPENING_REACH:
        return -1
    word, two = trees.lower[first], f"{trees.lower[first]} {trees.lower[first + 1]}"
    if word not in DENYING_OPENINGS and two not in DENYING_OPENINGS:
        return -1
    helper = next((at for at in range(first + 1, verb) if _is_before_subject(trees, at)), -1)
    if helper < 0:
        return -1
    main = next((at for at in range(helper + 2, after) if trees.tags[at] in ("VB", "VBN", "VBG")), -1)
    return first if main == verb else -1


def _is_before_subject(trees: Trees, token: int) -> bool:
    """Say whether an auxiliary stands before a noun or pronoun: "had the choir", "did she"."""
    return trees.lower[token] in _HELPERS and trees.tags[token + 1] in _SUBJECT_TAGS


def is_vain(trees: Trees, verb: int) -> bool:
    """Say whether an attempt is told to have failed: "tried in vain to", "vainly sought to"."""
    if any(trees.lower[child] in VAINLY for child in trees.children_of(verb, "advmod")):
        return True
    return any(
        word == "in" and target >= 0 and trees.lower[target] == "vain" for word, target in trees.prepositions(verb)
    )


def is_definite(trees: Trees, noun: int) -> bool:
    """Say whether a noun phrase is definite: there is such a thing, whatever the verb says."""
    return any(
        trees.deps[child] in ("det", "poss") and (trees.lower[child] in DEFINITE or trees.deps[child] == "poss")
        for child in trees.children[noun]
    )
