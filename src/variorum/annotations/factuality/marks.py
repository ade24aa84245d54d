"""Marks: what bears on factuality at a verb or noun itself: negations, modals, conditions, adjectives."""

from __future__ import annotations

from msgspec import Struct

from variorum.annotations.factuality.conditions import conditions_at, consequence, is_order
from variorum.annotations.factuality.constructions import denied_by_opening, never_did
from variorum.annotations.factuality.status import FACT, Modality, Status
from variorum.annotations.factuality.words import (
    ALLEGED_ADJECTIVES,
    ALMOST,
    AMOUNTING,
    CONDITIONAL_MARKS,
    DOUBTED_ADJECTIVES,
    FUTURE_MODALS,
    HARDLY,
    HEARSAY,
    INTENDED_ADJECTIVES,
    KNOWN,
    MAYBE,
    NEGATIONS,
    NEITHER,
    NO_ONE,
    POSSIBLE_MODALS,
    UNDONE_ADJECTIVES,
)  # fmt: skip
from variorum.annotations.trees import Trees

#: Words behind "not" that leave nobody and nothing: "not one boat", "not a word".
_ONES = frozenset({"one", "a", "an"})


class _Marks(Struct):
    """The marks of one verb while its dependents are looked at."""

    negated: bool = False
    denial: int = -1
    modality: Modality = Modality.FACT
    cue: int = -1
    hedged: bool = False
    would: int = -1
    could: int = -1
    should: int = -1
    have: bool = False

    def deny(self, token: int) -> None:
        """Take a word that negates."""
        self.negated, self.denial = True, token

    def raise_to(self, modality: Modality, token: int) -> None:
        """Take a word that leads further from fact."""
        if modality > self.modality:
            self.modality, self.cue = modality, token

    def status(self) -> Status:
        """Return what the marks say together."""
        if self.would >= 0:
            self.raise_to(Modality.CONDITIONAL if self.have else Modality.FUTURE, self.would)
        if self.should >= 0 and self.have and self.cue == self.should:
            # "should have shut the gate": it was not shut
            self.negated, self.denial, self.modality, self.cue = not self.negated, self.should, Modality.FACT, -1
        if self.negated and self.could >= 0 and self.cue == self.could and not self.have:
            # "could not save the barn": it was not saved; "could not have known" is a guess
            self.modality, self.cue = Modality.FACT, -1
        if not (self.negated or self.modality or self.hedged):
            return FACT
        return Status(self.negated, self.modality, self.hedged, self.denial, self.cue)


def own_of_verb(trees: Trees, token: int) -> Status:
    """Return the marks at a verb itself."""
    marks = _Marks()
    for child in trees.children[token]:
        label = trees.deps[child]
        if label == "aux":
            _read_auxiliary(marks, trees.lower[child], child)
        elif label in ("neg", "advmod", "mark", "cc", "preconj"):
            _read_adverb(marks, trees, token, child)
        elif label in ("nsubj", "nsubjpass", "dobj", "attr") and _is_none(trees, child):
            marks.deny(child)
    never = never_did(trees, token)
    if never < 0 and not marks.negated:
        never = denied_by_opening(trees, token)
    if never >= 0:
        marks.deny(never)
    for modality, cue in conditions_at(trees, token):
        marks.raise_to(modality, cue)
    if is_order(trees, token):
        marks.raise_to(Modality.FUTURE, token)
    if trees.heads[token] == token and (mark := _question_mark(trees, token)) >= 0:
        marks.raise_to(Modality.POSSIBLE, mark)
    return marks.status()


def _read_auxiliary(marks: _Marks, word: str, child: int) -> None:
    """Read a modal: "will", "may", "would have"."""
    if word in ("would", "'d"):
        marks.would = child
    elif word == "could":
        marks.could = child
    elif word in ("should", "ought"):
        marks.should = child
    marks.have = marks.have or word in ("have", "'ve")
    if word in FUTURE_MODALS:
        marks.raise_to(Modality.FUTURE, child)
    elif word in POSSIBLE_MODALS:
        marks.raise_to(Modality.POSSIBLE, child)


def _read_adverb(marks: _Marks, trees: Trees, token: int, child: int) -> None:
    """Read a negation, "reportedly", "perhaps", "if", "as soon as" or "rather than" at a verb."""
    word, label = trees.lower[child], trees.deps[child]
    if label == "neg" or (label == "advmod" and word in NEGATIONS):
        marks.negated, marks.denial = not marks.negated, child
    elif label in ("cc", "preconj") and word in NEITHER and child < token:
        # "neither paid nor left", "Nor did he pay"
        marks.deny(child)
    elif label == "advmod" and word in ALMOST and child < token and trees.lemmas[token] not in AMOUNTING:
        # "nearly drowned"; "nearly doubled" tells an amount
        marks.deny(child)
    elif label == "advmod" and word == "longer" and trees.child(child, "neg", "det", "advmod") >= 0:
        marks.deny(child)
    elif label == "mark" and word == "whether" and (trees.deps[token] != "advcl" or _is_open(trees, token)):
        # "it is unclear whether they met", "whether they met nobody can say"
        marks.raise_to(Modality.POSSIBLE, child)
    elif label == "mark" and word == "if" and _is_asked(trees, token):
        # "it is not clear if they met"
        marks.raise_to(Modality.POSSIBLE, child)
    elif label == "mark" and word == "before" and (never := _never_came(trees, token)) >= 0:
        # "was called off before the band had played"
        marks.deny(never)
    elif label == "mark" and word in ("if", "though") and trees.lower[child - 1] == "as":
        # "it looks as if burglars got in"
        marks.raise_to(Modality.POSSIBLE, child)
    elif (label == "mark" and word in CONDITIONAL_MARKS) or (
        label == "mark" and word == "once" and trees.tags[token] in ("VBZ", "VBP", "VBN")
    ):
        marks.raise_to(Modality.CONDITIONAL, child)
    elif label in ("advmod", "mark") and word in ("soon", "long") and trees.child(child, "advcl") >= 0:
        marks.raise_to(consequence(trees, token), child)
    elif label == "advmod" and word in MAYBE:
        marks.raise_to(Modality.POSSIBLE, child)
    elif label == "advmod" and word in HEARSAY:
        marks.hedged, marks.cue = True, child if marks.cue < 0 else marks.cue
    elif label in ("cc", "mark") and word in ("rather", "than") and child < token and not _is_sequel(trees, child):
        marks.deny(child)


def _is_asked(trees: Trees, clause: int) -> bool:
    """Say whether an "if" opens what is asked or not known, no condition: "asked if they met", "not clear if"."""
    head = trees.heads[clause]
    adjective = trees.child(head, "acomp")
    return trees.deps[clause] == "ccomp" or (adjective >= 0 and trees.lemmas[adjective] in KNOWN and head < clause)


def _is_open(trees: Trees, clause: int) -> bool:
    """Say whether the main clause says that nobody knows: "whether it sank nobody can say"."""
    main = trees.heads[clause]
    subject = trees.child(main, "nsubj", "nsubjpass")
    return trees.child(main, "neg") >= 0 or (subject >= 0 and _is_none(trees, subject))


def _is_sequel(trees: Trees, than: int) -> bool:
    """Say whether "than" goes on from "no sooner": what stands behind it happened too."""
    first, _ = trees.ranges[trees.sentences[than]]
    return any(trees.lower[at] == "sooner" and trees.lower[at - 1] == "no" for at in range(first + 1, than))


def _never_came(trees: Trees, clause: int) -> int:
    """Return the auxiliary by which a clause with "before" tells what it came to no more; -1 without one."""
    return next((at for at in trees.children_of(clause, "aux") if trees.lower[at] in ("had", "could")), -1)


def _is_none(trees: Trees, noun: int) -> bool:
    """Say whether a noun phrase is of nobody and nothing: "no one", "no survivors", "none of them"."""
    if trees.lower[noun] in ("few", "little") and trees.child(noun, "det") < 0:
        return True
    if any(trees.lower[child] in HARDLY for child in trees.children_of(noun, "advmod")):
        # "hardly anyone voted"
        return True
    if trees.lower[noun] == "nothing" and any(trees.lower[child] == "but" for child in trees.children[noun]):
        # "stole nothing but bread"
        return False
    return trees.lower[noun] in NO_ONE or any(
        (trees.lower[child] in ("no", "neither") and trees.deps[child] in ("det", "preconj"))
        or (trees.deps[child] in ("nummod", "det") and trees.lower[child - 1] == "not" and trees.lower[child] in _ONES)
        for child in trees.children[noun]
    )


def _question_mark(trees: Trees, root: int) -> int:
    """Return the question mark at the end of the sentence of a root, or -1."""
    _, after = trees.ranges[trees.sentences[root]]
    return next((at for at in range(max(root, after - 3), after) if trees.lower[at] == "?"), -1)


def own_of_noun(trees: Trees, token: int) -> Status:
    """Return the marks at a noun: "no meeting", "a planned visit", "the alleged attack"."""
    if not trees.is_noun(token):
        return FACT
    for child in trees.children[token]:
        word = trees.lower[child]
        if trees.deps[child] == "det" and word in ("no", "neither"):
            return Status(negated=True, denial=child)
        if child > token or trees.deps[child] not in ("amod", "compound", "nmod"):
            continue
        if word in INTENDED_ADJECTIVES:
            return Status(modality=Modality.FUTURE, cue=child)
        if word in DOUBTED_ADJECTIVES:
            return Status(modality=Modality.POSSIBLE, adjective=True, cue=child)
        if word in ALLEGED_ADJECTIVES:
            return Status(modality=Modality.POSSIBLE, hedged=True, cue=child)
        if word in UNDONE_ADJECTIVES:
            return Status(negated=True, denial=child)
    return FACT
