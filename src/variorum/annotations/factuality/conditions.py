"""Conditions: what a verb holds under, and which clauses name a case that may come or may not.

"Will reopen if the rain stops", "provided that prices rise", "were the dam to fail", "whoever enters will be fined".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.factuality.status import Modality
from variorum.annotations.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Participles that open a condition: "provided that prices rise".
_PROVISOS = frozenset({"provided", "providing", "assuming", "supposing", "suppose"})
#: Words behind "only" that open the one case in which something holds.
_CASE_WORDS = frozenset({"when", "if", "after", "once"})
#: Words before an order, and marks that one opens behind.
_BEFORE_ORDERS = frozenset({"please", "do", "n't", "not", "never", "just", "now", "first", "then", ","})
_MARKS = frozenset({'"', "“", "‘", "'", "``", ":", "«", "„", "-", "–", "—", "…"})
#: Modals of what comes of a condition.
_OUTCOMES = frozenset({"will", "'ll", "wo", "would", "'d", "could", "might", "may", "can", "shall", "must", "should"})
#: Auxiliaries before their subject that open a condition.
_INVERTED = frozenset({"should", "had", "were"})
#: Words for whoever it may be.
_ANYONE = frozenset({"anyone", "anybody", "whoever"})
#: Prepositions and nouns that do.
_CASES = frozenset({("in", "event"), ("in", "case"), ("on", "condition")})


def conditions_at(trees: Trees, verb: int) -> Iterator[tuple[Modality, int]]:
    """Yield the modalities that conditions at a verb lead to, with the word that opens each."""
    yield from _of_dependents(trees, verb)
    if (anyone := _supposed_person(trees, verb)) >= 0:
        yield Modality.CONDITIONAL, anyone
    if (only := _only_case(trees, verb)) >= 0:
        yield consequence(trees, verb), only
    if (proviso := _proviso(trees, verb)) >= 0:
        yield consequence(trees, verb), proviso
    if (joined := _after_order(trees, verb)) >= 0:
        yield Modality.CONDITIONAL, joined
    head = trees.heads[verb]
    if trees.deps[verb] == "advcl" and trees.deps[head] == "advmod" and trees.lower[head] in ("soon", "long"):
        # "as soon as he takes a step"
        yield Modality.CONDITIONAL, head
    if trees.deps[verb] == "ccomp" and trees.lower[head] in _PROVISOS and trees.child(head, "nsubj") < 0:
        yield Modality.CONDITIONAL, head
    if trees.deps[verb] == "ccomp" and verb < head and _is_were_clause(trees, head):
        # "would be sold were the owners to agree"
        yield consequence(trees, verb), head
    if _is_inverted(trees, verb) or _is_were_to(trees, verb):
        yield Modality.CONDITIONAL, trees.child(verb, "aux")
    if (opening := _opening_condition(trees, verb)) >= 0:
        yield consequence(trees, verb) or Modality.CONDITIONAL, opening


def _of_dependents(trees: Trees, verb: int) -> Iterator[tuple[Modality, int]]:
    """Yield what the phrases and clauses under a verb make of it."""
    for child in trees.children[verb]:
        label = trees.deps[child]
        if label in ("prep", "mark") and trees.deps[verb] == "advcl" and _is_in_case(trees, child):
            yield Modality.CONDITIONAL, child
        elif label == "prep" and _is_case(trees, child):
            yield consequence(trees, verb, opened=True), child
        elif label == "aux" and trees.lower[child] == "should" and trees.child(child, "nsubj", "nsubjpass") > child:
            # "Should the pump fail, the mine will flood": a parser hangs the opening word at the end of it
            yield Modality.CONDITIONAL, child
        elif label == "advcl" and _is_condition(trees, child):
            yield consequence(trees, verb), _condition_word(trees, child)


def condition_of(trees: Trees, verb: int) -> int:
    """Return the "if" or "whether" that opens the clause of a verb, or -1."""
    return next((at for at in trees.children_of(verb, "mark") if trees.lower[at] in ("if", "whether", "unless")), -1)


def _is_in_case(trees: Trees, mark: int) -> bool:
    """Say whether a mark is the first word of "in case"."""
    return trees.lower[mark] == "in" and mark + 1 < len(trees.lower) and trees.lower[mark + 1] == "case"


def is_order(trees: Trees, verb: int) -> bool:
    """Say whether a verb tells somebody to do something: "Pay by noon", "“Leave the hut,” she told them"."""
    if trees.tags[verb] != "VB" or trees.child(verb, "nsubj", "nsubjpass", "expl") >= 0:
        return False
    if trees.deps[verb] == "conj":
        return trees.tags[trees.heads[verb]] == "VB" and is_order(trees, trees.heads[verb])
    first, _ = trees.ranges[trees.sentences[verb]]
    before = verb - 1
    while before >= first and trees.lower[before] in _BEFORE_ORDERS:
        before -= 1
    opens = before < first or trees.lower[before] in _MARKS
    helped = any(trees.lower[aux] not in ("do", "n't", "not") for aux in trees.children_of(verb, "aux"))
    return opens and not helped and trees.deps[verb] in ("ROOT", "advcl", "ccomp", "parataxis")


def _after_order(trees: Trees, verb: int) -> int:
    """Return the "and" or "or" by which a verb tells what comes of an order: "pay by noon or we burn it"; or -1."""
    order = trees.heads[verb]
    if trees.deps[verb] != "conj" or trees.child(verb, "nsubj", "nsubjpass") < 0 or not is_order(trees, order):
        return -1
    open_tense = trees.tags[verb] in ("VBZ", "VBP", "VBD") or trees.child(verb, "aux") >= 0
    joined = trees.child(order, "cc")
    return joined if open_tense and joined >= 0 and trees.lower[joined] in ("and", "or") else -1


def _is_inverted(trees: Trees, verb: int) -> bool:
    """Say whether a verb opens a condition by its order: "should Norland attack", "had they met"."""
    aux = trees.child(verb, "aux")
    subject = trees.child(verb, "nsubj", "nsubjpass")
    return (
        trees.deps[verb] in ("advcl", "ccomp")
        and 0 <= aux < subject
        and trees.lower[aux] in _INVERTED
        and trees.child(verb, "mark", "advmod") < 0
    )


def _opens_inverted(trees: Trees, clause: int) -> bool:
    """Say whether a clause is headed by the word that opens it: "were the board to agree, ..."."""
    inverted = trees.lower[clause] in _INVERTED and clause < trees.child(clause, "nsubj", "attr")
    return inverted and trees.child(clause, "mark", "advmod") < 0


def _is_were_to(trees: Trees, verb: int) -> bool:
    """Say whether a verb stands in "were the judge to cancel the vote, ..."."""
    were = trees.heads[verb]
    if trees.is_noun(were):
        # a parser hangs the infinitive on the subject
        were = trees.heads[were]
    told = trees.lower[were] == "were" and were < trees.child(were, "nsubj", "attr") < verb
    return told and any(trees.lower[at] == "to" for at in trees.children_of(verb, "aux"))


def _is_were_clause(trees: Trees, were: int) -> bool:
    """Say whether a word is the "were" of "were the owners to agree"."""
    return trees.lower[were] == "were" and any(
        were < clause and any(trees.lower[aux] == "to" for aux in trees.children_of(clause, "aux"))
        for clause in trees.children_of(were, "advcl", "xcomp", "ccomp")
    )


def _opening_condition(trees: Trees, verb: int) -> int:
    """Return the word that opens a sentence as a condition of this verb, however a parser hangs it, or -1.

    "Assuming the board agrees, ..." up to the comma; "Otherwise, the baker said, he would sell it".
    """
    first, after = trees.ranges[trees.sentences[verb]]
    word = trees.lower[first]
    otherwise = [first, *trees.children_of(verb, "advmod")]
    if (opening := next((at for at in otherwise if trees.lower[at] == "otherwise"), -1)) >= 0:
        return opening if consequence(trees, verb) else -1
    if word not in _PROVISOS or verb == first or trees.tags[verb] not in ("VBZ", "VBP"):
        return -1
    comma = next((at for at in range(first, after) if trees.lower[at] == ","), after)
    return first if verb < comma else -1


def _condition_word(trees: Trees, clause: int) -> int:
    """Return the word that opens a condition."""
    opening = trees.child(clause, "mark")
    if opening < 0:
        opening = clause if _opens_inverted(trees, clause) else trees.child(clause, "aux")
    return opening


def _proviso(trees: Trees, verb: int) -> int:
    """Return "provided" in "will lend, provided that prices rise", which may hang at the object; -1 without one."""
    near = [
        *trees.children[verb],
        *(inner for noun in trees.children_of(verb, "dobj") for inner in trees.children[noun]),
    ]
    return next((at for at in near if _opens_proviso(trees, at)), -1)


def consequence(trees: Trees, verb: int, *, opened: bool = False) -> Modality:
    """Return the modality of a main clause under a condition; "died when", "asked if" stay facts.

    ``opened`` is true where the condition cannot be read otherwise: "in the event of a fire, the doors shut".
    """
    future = any(trees.lower[child] in _OUTCOMES for child in trees.children_of(verb, "aux"))
    open_present = trees.tags[verb] in ("VBZ", "VBP", "VBN", "VB") and not any(
        trees.deps[child] == "aux" and trees.lower[child] in ("had", "did") for child in trees.children[verb]
    )
    return Modality.CONDITIONAL if future or (open_present and (opened or _has_if(trees, verb))) else Modality.FACT


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
    return (
        _is_inverted(trees, clause)
        or _opens_inverted(trees, clause)
        or any(
            trees.deps[child] == "mark"
            and (
                trees.lower[child] in ("if", "unless", "once")
                or _is_in_case(trees, child)
                or (trees.lower[child] == "as" and trees.lower[child - 1] in ("soon", "long"))
            )
            for child in trees.children[clause]
        )
    )


def _supposed_person(trees: Trees, verb: int) -> int:
    """Return the word for whoever it may be that a verb has as its subject, or -1: "whoever enters will be fined"."""
    subject = trees.child(verb, "nsubj", "nsubjpass")
    supposed = subject >= 0 and trees.lower[subject] in ("whoever", "whichever", "whatever")
    return subject if supposed and trees.tags[verb] in ("VBZ", "VBP") else -1


def anyone_of(trees: Trees, clause: int, noun: int) -> int:
    """Return the word by which a clause beside a noun is of whoever it may be, or -1.

    "Anyone who enters", "any boat that leaks", "anyone caught inside", "drivers who refuse will be fined".
    """
    present = trees.tags[clause] in ("VBZ", "VBP")
    passive = trees.tags[clause] in ("VBN", "VBD") and trees.child(clause, "nsubj", "nsubjpass", "aux", "auxpass") < 0
    if not present and not passive:
        return -1
    if trees.lower[noun] in _ANYONE:
        return noun
    if (anybody := next((at for at in trees.children_of(noun, "det") if trees.lower[at] == "any"), -1)) >= 0:
        return anybody
    above = trees.heads[noun]
    fined = trees.deps[noun] in ("nsubj", "nsubjpass") and any(
        trees.lower[aux] in _OUTCOMES for aux in trees.children_of(above, "aux")
    )
    bare = trees.tags[noun] == "NNS" and trees.child(noun, "det", "poss", "nummod") < 0
    return noun if fined and present and (bare or trees.lower[noun] == "those") else -1


def _only_case(trees: Trees, verb: int) -> int:
    """Return the word of a clause that names the one case in which a verb holds, or -1.

    "Will pay only when the roof is mended", "will strike, barring a late offer".
    """
    for clause in trees.children_of(verb, "advcl", "prep", "pcomp"):
        if trees.lower[clause] in ("barring", "failing", "absent"):
            return clause
        opening = trees.child(clause, "advmod", "mark")
        if trees.lower[clause] in _CASE_WORDS:
            opening = clause
        if (
            opening > 0
            and trees.lower[opening] in ("when", "if", "after", "once")
            and trees.lower[opening - 1] == "only"
        ):
            return opening
    return -1
