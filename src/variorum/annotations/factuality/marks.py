"""Marks: what bears on factuality at a verb or noun itself: negations, modals, conditions, adjectives."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.annotations.factuality.status import FACT, Modality, Status
from variorum.annotations.factuality.words import (
    ALLEGED_ADJECTIVES,
    CONDITIONAL_MARKS,
    DOUBTED_ADJECTIVES,
    FUTURE_MODALS,
    HEARSAY,
    INTENDED_ADJECTIVES,
    MAYBE,
    NEGATIONS,
    NO_ONE,
    POSSIBLE_MODALS,
    UNDONE_ADJECTIVES,
)  # fmt: skip
from variorum.annotations.trees import Trees

#: Words behind "not" that leave nobody and nothing: "not one boat", "not a word".
_ONES = frozenset({"one", "a", "an"})
#: Participles that open a condition: "provided that prices rise".
_PROVISOS = frozenset({"provided", "providing", "assuming", "supposing", "suppose"})
#: Prepositions and nouns that do.
_CASES = frozenset({("in", "event"), ("in", "case"), ("on", "condition")})


@dataclass(slots=True)
class _Marks:
    """The marks of one verb while its dependents are looked at."""

    negated: bool = False
    denial: int = -1
    modality: Modality = Modality.FACT
    cue: int = -1
    hedged: bool = False
    would: int = -1
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
        elif label in ("prep", "mark") and trees.deps[token] == "advcl" and _is_in_case(trees, child):
            marks.raise_to(Modality.CONDITIONAL, child)
        elif label in ("neg", "advmod", "mark", "cc"):
            _read_adverb(marks, trees, token, child)
        elif label in ("nsubj", "nsubjpass", "dobj", "attr") and _is_none(trees, child):
            marks.deny(child)
        elif label == "prep" and _is_case(trees, child):
            marks.raise_to(_consequence(trees, token), child)
        elif label == "advcl" and _is_condition(trees, child):
            marks.raise_to(_consequence(trees, token), _condition_word(trees, child))
    if (proviso := _proviso(trees, token)) >= 0:
        marks.raise_to(_consequence(trees, token), proviso)
    head = trees.heads[token]
    if trees.deps[token] == "advcl" and trees.deps[head] == "advmod" and trees.lower[head] in ("soon", "long"):
        # "as soon as he takes a step"
        marks.raise_to(Modality.CONDITIONAL, head)
    if trees.deps[token] == "ccomp" and trees.lower[head] in _PROVISOS and trees.child(head, "nsubj") < 0:
        marks.raise_to(Modality.CONDITIONAL, head)
    if _is_inverted(trees, token) or _is_were_to(trees, token):
        marks.raise_to(Modality.CONDITIONAL, trees.child(token, "aux"))
    if (opening := _opening_condition(trees, token)) >= 0:
        marks.raise_to(_consequence(trees, token) or Modality.CONDITIONAL, opening)
    if head == token and (mark := _question_mark(trees, token)) >= 0:
        marks.raise_to(Modality.POSSIBLE, mark)
    return marks.status()


def _read_auxiliary(marks: _Marks, word: str, child: int) -> None:
    """Read a modal: "will", "may", "would have"."""
    if word in ("would", "'d"):
        marks.would = child
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
    elif label == "advmod" and word == "longer" and trees.child(child, "neg", "det", "advmod") >= 0:
        marks.deny(child)
    elif label == "mark" and word == "whether" and (trees.deps[token] != "advcl" or _is_open(trees, token)):
        # "it is unclear whether they met", "whether they met nobody can say"
        marks.raise_to(Modality.POSSIBLE, child)
    elif label == "mark" and word == "before" and (never := _never_came(trees, token)) >= 0:
        # "was called off before the band had played"
        marks.deny(never)
    elif (label == "mark" and word in CONDITIONAL_MARKS) or (
        label == "mark" and word == "once" and trees.tags[token] in ("VBZ", "VBP", "VBN")
    ):
        marks.raise_to(Modality.CONDITIONAL, child)
    elif label in ("advmod", "mark") and word in ("soon", "long") and trees.child(child, "advcl") >= 0:
        marks.raise_to(_consequence(trees, token), child)
    elif label == "advmod" and word in MAYBE:
        marks.raise_to(Modality.POSSIBLE, child)
    elif label == "advmod" and word in HEARSAY:
        marks.hedged, marks.cue = True, child if marks.cue < 0 else marks.cue
    elif label in ("cc", "mark") and word in ("rather", "than") and child < token and not _is_sequel(trees, child):
        marks.deny(child)


def condition_of(trees: Trees, verb: int) -> int:
    """Return the "if" or "whether" that opens the clause of a verb, or -1."""
    return next((at for at in trees.children_of(verb, "mark") if trees.lower[at] in ("if", "whether", "unless")), -1)


def _is_open(trees: Trees, clause: int) -> bool:
    """Say whether the main clause says that nobody knows: "whether it sank nobody can say"."""
    main = trees.heads[clause]
    subject = trees.child(main, "nsubj", "nsubjpass")
    return trees.child(main, "neg") >= 0 or (subject >= 0 and _is_none(trees, subject))


def _is_in_case(trees: Trees, mark: int) -> bool:
    """Say whether a mark is the first word of "in case"."""
    return trees.lower[mark] == "in" and mark + 1 < len(trees.lower) and trees.lower[mark + 1] == "case"


def _is_sequel(trees: Trees, than: int) -> bool:
    """Say whether "than" goes on from "no sooner": what stands behind it happened too."""
    first, _ = trees.ranges[trees.sentences[than]]
    return any(trees.lower[at] == "sooner" and trees.lower[at - 1] == "no" for at in range(first + 1, than))


def _never_came(trees: Trees, clause: int) -> int:
    """Return the auxiliary by which a clause with "before" tells what it came to no more; -1 without one."""
    return next((at for at in trees.children_of(clause, "aux") if trees.lower[at] in ("had", "could")), -1)


def _is_inverted(trees: Trees, verb: int) -> bool:
    """Say whether a verb opens a condition by its order: "should Norland attack", "had they met"."""
    aux = trees.child(verb, "aux")
    subject = trees.child(verb, "nsubj", "nsubjpass")
    return (
        trees.deps[verb] in ("advcl", "ccomp")
        and 0 <= aux < subject
        and trees.lower[aux] in ("should", "had", "were")
        and trees.child(verb, "mark", "advmod") < 0
    )


def _is_were_to(trees: Trees, verb: int) -> bool:
    """Say whether a verb stands in "were the judge to cancel the vote, ..."."""
    were = trees.heads[verb]
    told = trees.lower[were] == "were" and were < trees.child(were, "nsubj") < verb
    return told and any(trees.lower[at] == "to" for at in trees.children_of(verb, "aux"))


def _opening_condition(trees: Trees, verb: int) -> int:
    """Return the word that opens a sentence as a condition of this verb, however a parser hangs it, or -1.

    "Assuming the board agrees, ..." up to the comma; "Otherwise, the baker said, he would sell it".
    """
    first, after = trees.ranges[trees.sentences[verb]]
    word = trees.lower[first]
    if word == "otherwise":
        return first if _consequence(trees, verb) else -1
    if word not in _PROVISOS or verb == first or trees.tags[verb] not in ("VBZ", "VBP"):
        return -1
    comma = next((at for at in range(first, after) if trees.lower[at] == ","), after)
    return first if verb < comma else -1


def _condition_word(trees: Trees, clause: int) -> int:
    """Return the word that opens a condition."""
    return trees.child(clause, "mark") if trees.child(clause, "mark") >= 0 else trees.child(clause, "aux")


def _proviso(trees: Trees, verb: int) -> int:
    """Return "provided" in "will lend, provided that prices rise", which may hang at the object; -1 without one."""
    near = [
        *trees.children[verb],
        *(inner for noun in trees.children_of(verb, "dobj") for inner in trees.children[noun]),
    ]
    return next((at for at in near if _opens_proviso(trees, at)), -1)


def _consequence(trees: Trees, verb: int) -> Modality:
    """Return the modality of a main clause under a condition; "died when", "asked if" stay facts."""
    future = any(
        trees.deps[child] == "aux"
        and trees.lower[child] in ("will", "'ll", "would", "'d", "could", "might", "may", "can", "wo")
        for child in trees.children[verb]
    )
    open_present = trees.tags[verb] in ("VBZ", "VBP", "VBN", "VB") and not any(
        trees.deps[child] == "aux" and trees.lower[child] in ("had", "did") for child in trees.children[verb]
    )
    return Modality.CONDITIONAL if future or (open_present and _has_if(trees, verb)) else Modality.FACT


def _has_if(trees: Trees, verb: int) -> bool:
    """Say whether a clause with "if" or "unless" hangs under a verb: "if it is true, he has fled"."""
    return any(
        _opens_proviso(trees, child)
        or (
            trees.deps[child] == "advcl"
            and any(trees.deps[at] == "mark" and trees.lower[at] in ("if", "unless") for at in trees.children[child])
        )
        for child in trees.children[verb]
    )


def _opens_proviso(trees: Trees, token: int) -> bool:
    """Say whether a participle opens a condition: "provided that prices rise"."""
    return (
        trees.lower[token] in _PROVISOS
        and trees.child(token, "nsubj") < 0
        and trees.child(token, "ccomp", "advcl") >= 0
    )


def _is_case(trees: Trees, preposition: int) -> bool:
    """Say whether a preposition opens a case that may come: "in the event of a defeat", "on condition that ..."."""
    target = trees.child(preposition, "pobj")
    return target >= 0 and (trees.lower[preposition], trees.lower[target]) in _CASES


def _is_condition(trees: Trees, clause: int) -> bool:
    """Say whether an adverbial clause is a condition ("if", "unless", "as soon as")."""
    return _is_inverted(trees, clause) or any(
        trees.deps[child] == "mark"
        and (
            trees.lower[child] in ("if", "unless", "once")
            or _is_in_case(trees, child)
            or (trees.lower[child] == "as" and trees.lower[child - 1] in ("soon", "long"))
        )
        for child in trees.children[clause]
    )


def _is_none(trees: Trees, noun: int) -> bool:
    """Say whether a noun phrase is of nobody and nothing: "no one", "no survivors", "none of them"."""
    if trees.lower[noun] in ("few", "little") and trees.child(noun, "det") < 0:
        return True
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
