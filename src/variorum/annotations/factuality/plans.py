"""Plans: what is meant to happen, under the verbs and nouns of intent, and which plans came to nothing.

"Seeks to mediate", "the deadline for their release" tell what is to come; "withdrew its plan to print the diary",
"attempts to refloat the ferry failed" tell what is not.
"""

from __future__ import annotations

from variorum.annotations.factuality.constructions import is_definite, is_vain
from variorum.annotations.factuality.status import Modality, Status
from variorum.annotations.factuality.words import (
    CALLING_OFF,
    DEMANDING,
    DENYING,
    DROPPING,
    FAILING,
    FAILING_WITH,
    INTENDING,
    MISSING,
    OCCURRING,
    ONLY_CLAUSES,
    PROMISES,
)  # fmt: skip
from variorum.annotations.trees import Trees

#: Prepositions of what is meant.
_OF_INTENT = frozenset({"for", "to", "of", "at", "on", "about"})


def to_come_of(above: Status, cue: int) -> Status:
    """Return the status of what is meant to happen, by the status and the word of what means it."""
    return Status(above.negated, max(Modality.FUTURE, above.modality), above.hedged, above.denial, cue)


def intended(trees: Trees, token: int, head: int, above: Status) -> Status | None:
    """Return the status under "seeks to", "a plan for", "promised that they would"."""
    lemma, label = trees.lemmas[head], trees.deps[token]
    if label in ("acl", "prep", "ccomp", "relcl") and (dropping := dropped_by(trees, head)) >= 0:
        # "withdrew its plan to print the diary", "plans for a merger were dropped"
        return Status(negated=True, modality=Modality.FUTURE, denial=dropping, cue=head)
    if label == "xcomp" and is_vain(trees, head):
        return Status(negated=not above.negated, modality=Modality.FUTURE, denial=head, cue=head)
    if label == "acl" and trees.deps[head] == "pobj" and trees.lemmas[trees.heads[trees.heads[head]]] in FAILING:
        # "failed in its attempt to reach the top"
        return Status(negated=True, modality=Modality.FUTURE, denial=trees.heads[trees.heads[head]], cue=head)
    if label in ("dobj", "pobj", "prep") and is_definite(trees, token):
        demanded = lemma in DEMANDING and label == "dobj" and trees.child(token, "prep") >= 0
        # "demanded the release of their commander"
        return (
            Status(above.negated, max(Modality.FUTURE, above.modality), denial=above.denial, cue=head)
            if demanded
            else None
        )
    if label == "dobj" and lemma in ONLY_CLAUSES:
        return None
    if label == "prep" and trees.lower[token] not in _OF_INTENT:
        return None
    if label == "ccomp" and _is_past(trees, token):
        # "warned that gunmen had entered the town"
        return None
    # "the goal of operations" tells operations, "a promise of help" none
    whose = trees.is_noun(head) and trees.lower[token] == "of" and trees.child(token, "pcomp") < 0
    if whose and lemma not in PROMISES:
        return None
    return to_come_of(above, head)


def dropped_by(trees: Trees, plan: int) -> int:
    """Return the verb by which a plan is gone, or -1: "withdrew its plan", "calls to vote were ignored"."""
    verb = trees.heads[plan]
    lemma = trees.lemmas[verb]
    if trees.deps[plan] == "ROOT":
        return _strayed(trees, plan)
    if trees.deps[plan] == "nsubj":
        with_preposition = any(
            f"{word} {trees.lower[target]}" in FAILING_WITH for word, target in trees.prepositions(verb) if target >= 0
        )
        return verb if lemma in FAILING or with_preposition else -1
    if trees.deps[plan] not in ("dobj", "nsubjpass"):
        return -1
    return verb if lemma in DROPPING | MISSING | DENYING or calls_off(trees, verb) else -1


def _strayed(trees: Trees, plan: int) -> int:
    """Return the verb of failing that a parser hangs under the content of a plan, or -1.

    "A bid to save the mill failed": the mill is taken for what failed.
    """
    clauses = [*trees.children_of(plan, "acl", "relcl")]
    clauses += [inner for prep in trees.children_of(plan, "prep") for inner in trees.children_of(prep, "pcomp")]
    failing = (verb for clause in clauses for verb in trees.children_of(clause, "ccomp") if clause < verb)
    return next((verb for verb in failing if trees.lemmas[verb] in FAILING), -1)


def plan_at(trees: Trees, governor: int) -> int:
    """Return the noun of a plan that a preposition belongs to: its governor, or the subject of what only goes on."""
    if trees.is_noun(governor):
        return governor if trees.lemmas[governor] in INTENDING else -1
    if trees.poses[governor] not in ("VERB", "AUX") or trees.lemmas[governor] not in OCCURRING:
        return -1
    subject = trees.child(governor, "nsubj")
    return subject if subject >= 0 and trees.lemmas[subject] in INTENDING else -1


def calls_off(trees: Trees, verb: int) -> bool:
    """Say whether a verb denies with its particle: "called off the march"."""
    particle = trees.child(verb, "prt")
    return particle >= 0 and f"{trees.lemmas[verb]} {trees.lower[particle]}" in CALLING_OFF


def _is_past(trees: Trees, verb: int) -> bool:
    """Say whether a verb tells something as past, by its tag or its auxiliary."""
    return trees.tags[verb] == "VBD" or any(
        trees.deps[child] == "aux" and trees.lower[child] in ("had", "has", "have") for child in trees.children[verb]
    )
