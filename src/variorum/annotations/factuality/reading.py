"""Factuality: whether a clause tells something as happened, negated, conditional, to come, or merely possible.

Coarse classes after FactBank (Saurí and Pustejovsky 2009): the polarity and modality of a predicate are its own marks
(negation, modal, "if") joined to what its governors do to it ("seeks to", "failed to", "rather than", "possibility
of"). Whose words a clause is, is the quotations' business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from variorum.annotations.factuality.conditions import anyone_of, condition_of
from variorum.annotations.factuality.constructions import (
    is_definite,
    is_infinitive,
    is_ordinal,
    of_construction,
    takes_for_granted,
)
from variorum.annotations.factuality.governors import (
    classed,
    is_outside,
    of_adjective,
    of_content,
    of_subject,
    under_preposition,
)  # fmt: skip
from variorum.annotations.factuality.marks import own_of_noun, own_of_verb
from variorum.annotations.factuality.status import FACT, Modality, Status
from variorum.annotations.factuality.words import (
    CARRYING_OUT,
    CAUSING,
    CLAUSAL,
    GOING_ON,
    INTENDING,
    LEADING,
    TAKING_AS_KNOWN,
)
from variorum.annotations.trees import Trees, trees_of

if TYPE_CHECKING:
    from variorum.model.annotations import Draft

_KEY = "variorum.factuality"
#: Words that open a clause which tells when its main clause happens.
_WHEN = frozenset({"before", "after", "until", "till", "when", "once", "while"})
#: Governors above a word that a scope is followed through.
_DEPTH = 40


class FactualityReader:
    """Reads the status of tokens of one text; each token is looked at once."""

    def __init__(self, trees: Trees) -> None:
        """Begin with nothing read."""
        self._trees = trees
        self._full: dict[int, Status] = {}
        self._outer: dict[int, Status] = {}

    def reads(self, trees: Trees) -> bool:
        """Say whether these are the trees that it reads."""
        return self._trees is trees

    def status_of(self, token: int) -> Status:
        """Return the status of the clause or noun phrase that ``token`` heads."""
        if token not in self._full:
            trees, path, at = self._trees, [], token
            while at not in self._full:
                path.append(at)
                if trees.heads[at] == at:
                    break
                at = trees.heads[at]
            for step in reversed(path):
                self._read(step)
        return self._full[token]

    def _read(self, token: int) -> None:
        """Read one token whose governor is already read."""
        trees = self._trees
        head = trees.heads[token]
        outer = FACT if head == token else self._inherited(token, head)
        if outer.denial == token:
            # "there was no attack": the noun negates its verb, and is not negated twice
            outer = replace(outer, negated=False, denial=-1)
        verbal = trees.poses[token] in ("VERB", "AUX") or trees.deps[token] == "ROOT"
        own = own_of_verb(trees, token) if verbal else own_of_noun(trees, token)
        self._outer[token] = outer
        self._full[token] = outer.joined(own)

    def _inherited(self, token: int, head: int) -> Status:
        """Return what the governor does to ``token``."""
        trees, label = self._trees, self._trees.deps[token]
        above = self._full[head]
        if label == "conj":
            return self._of_conjunct(token, head)
        if label in ("nsubj", "nsubjpass"):
            # "the meeting has not occurred", "talks are planned"
            return of_subject(trees, token, head, above)
        if label not in CLAUSAL:
            return FACT
        if (framed := of_construction(trees, token, head, above)) is not None:
            return framed
        if label == "advcl":
            return self._of_adverbial(token, head)
        if label in ("relcl", "acl"):
            return self._of_noun_clause(token, head)
        if label in ("prep", "pcomp", "pobj") and not trees.is_noun(head) and trees.poses[head] not in ("VERB", "AUX"):
            return under_preposition(trees, token, head, above)
        governed = classed(trees, token, head, above)
        if governed is None and trees.lemmas[head] == "be" and label == "ccomp":
            governed = of_adjective(trees, token, head, above)
        if label == "ccomp":
            return self._of_complement(token, head, governed)
        if governed is not None:
            return governed
        return self._of_infinitive(token, head) if label == "xcomp" else self._of_phrase(token, head)

    def _of_noun_clause(self, token: int, head: int) -> Status:
        """Return the status of a clause that hangs on a noun: its content, its purpose, or what is told beside it."""
        trees, above = self._trees, self._full[head]
        if trees.is_noun(head) and (told := of_content(trees, token, head)) is not None:
            return told
        if trees.deps[token] == "relcl" and not (trees.tags[token] == "VB" and is_infinitive(trees, token)):
            anyone = anyone_of(trees, token, head)
            return Status(modality=Modality.CONDITIONAL, cue=anyone) if anyone >= 0 else FACT
        if (governed := classed(trees, token, head, above)) is not None:
            return governed
        if (anyone := anyone_of(trees, token, head)) >= 0:
            return Status(modality=Modality.CONDITIONAL, cue=anyone)
        if is_infinitive(trees, token) and is_ordinal(trees, head):
            # "was the last to leave"
            return replace(self._full[trees.heads[head]], negated=False, denial=-1)
        return Status(modality=Modality.FUTURE, cue=head) if trees.tags[token] == "VB" else FACT

    def _of_complement(self, token: int, head: int, governed: Status | None) -> Status:
        """Return the status of a clause that is an object, given what kind of governor it has."""
        outer, above = self._outer[head], self._full[head]
        doubted = above.negated or governed not in (None, above)
        if doubted and takes_for_granted(self._trees, token):
            # "it is unclear who opened the gate": somebody did
            return FACT
        if governed is not None:
            return governed
        if self._trees.lemmas[head] in TAKING_AS_KNOWN:
            return outer
        if self._trees.lemmas[head] in CAUSING and self._trees.tags[token] == "VB":
            # "let us rebuild it"
            return above
        # "did not say that they met" tells nothing of the meeting
        return replace(outer, modality=max(outer.modality, Modality.POSSIBLE)) if above.negated else outer

    def _of_infinitive(self, token: int, head: int) -> Status:
        """Return the status of an open clause under a verb that neither denies nor intends."""
        trees, above = self._trees, self._full[head]
        lemma = trees.lemmas[head]
        if not is_infinitive(trees, token) or trees.poses[head] != "VERB" or lemma in CAUSING:
            return above
        told = any(trees.lower[aux] == "have" for aux in trees.children_of(token, "aux"))
        if told or lemma == "take" or (lemma in CARRYING_OUT and trees.child(head, "dobj") < 0):
            return above
        # "has been cutting output to prop up prices", "are racing to finish the roof"
        return replace(above, modality=max(Modality.FUTURE, above.modality), cue=trees.child(token, "aux"))

    def _of_phrase(self, token: int, head: int) -> Status:
        """Return the status of an object or of what stands behind a preposition."""
        trees, label, above = self._trees, self._trees.deps[token], self._full[head]
        lemma = trees.lemmas[head]
        if label == "prep":
            if is_outside(trees.lower[token]):
                return replace(above, negated=False) if above.modality > Modality.FUTURE else FACT
            # "has not led to a rebound" denies it, "did not speak at the meeting" does not
            leads = lemma in LEADING or trees.poses[head] not in ("VERB", "AUX")
            return above if leads else replace(above, negated=False)
        if label in ("dobj", "attr", "oprd", "pobj") and is_definite(trees, token):
            return FACT if lemma in GOING_ON else self._outer[head]
        return above

    def _of_conjunct(self, token: int, head: int) -> Status:
        """Return what a conjunct shares with the one before it: governors, and auxiliaries where it has none."""
        trees = self._trees
        if trees.poses[token] not in ("VERB", "AUX"):
            return self._full[head]
        if (mark := condition_of(trees, head)) >= 0:
            # "whether he jumped or was pushed", "if the wind turns and the sea rises"
            shared = replace(self._outer[head], modality=max(self._full[head].modality, self._outer[head].modality))
            return replace(shared, cue=mark)
        if (
            nor := next((at for at in trees.children_of(head, "cc") if trees.lower[at] == "nor" and at < token), -1)
        ) >= 0:
            return replace(self._outer[head], negated=not self._outer[head].negated, denial=nor)
        own = any(trees.deps[child] in ("aux", "auxpass", "nsubj", "nsubjpass") for child in trees.children[token])
        if own or trees.tags[token] in ("VBD", "VBZ", "VBP") or trees.tags[token] != trees.tags[head]:
            return self._outer[head]
        full = self._full[head]
        contrast = any(trees.lower[child] == "but" for child in trees.children[head] if child < token)
        return replace(full, negated=False) if contrast else full

    def _of_adverbial(self, token: int, head: int) -> Status:
        """Return the status of an adverbial clause: purposes are to come, participles go with their clause."""
        trees = self._trees
        if any(trees.lower[child] == "to" and trees.deps[child] == "aux" for child in trees.children[token]):
            if trees.lemmas[head] in INTENDING or trees.poses[head] == "ADJ":
                governed = classed(trees, token, head, self._full[head])
                if governed is not None:
                    return governed
            return Status(modality=Modality.FUTURE, cue=trees.child(token, "aux"))
        if _is_gerund(trees, token, head) and (governed := classed(trees, token, head, self._full[head])) is not None:
            return governed
        if trees.tags[token] in ("VBG", "VBN") and trees.child(token, "mark", "aux", "auxpass") < 0:
            return self._full[head]
        above = self._full[head]
        until = any(trees.lower[mark] in ("until", "till") for mark in trees.children_of(token, "mark"))
        if above.modality is Modality.FUTURE and until and _is_open(trees, token):
            # "will not be let in until they have paid", "will be shut until the leak is stopped"
            return Status(modality=Modality.CONDITIONAL, cue=trees.child(token, "mark"))
        if above.modality is Modality.FUTURE and trees.tags[token] in ("VBZ", "VBP") and _is_when(trees, token):
            # "will reopen when the inspectors leave"
            return Status(modality=Modality.FUTURE, cue=above.cue)
        # "aimed to topple him when the conflict erupted": what is told in the past is not what is aimed at
        return FACT if trees.tags[token] == "VBD" else self._outer[head]

    def scope_of(self, token: int, cue: int) -> int:
        """Return the topmost token above ``token`` that a cue of its status bears on: the head of the cue's scope."""
        trees = self._trees
        for _ in range(_DEPTH):
            head = trees.heads[token]
            above = self._full.get(head)
            if head in {token, cue} or above is None or cue not in {above.denial, above.cue}:
                break
            token = head
        return token


def _is_when(trees: Trees, clause: int) -> bool:
    """Say whether a clause tells when its main clause happens: "before the inspectors leave"."""
    return any(trees.lower[child] in _WHEN for child in trees.children_of(clause, "mark", "advmod"))


def _is_gerund(trees: Trees, token: int, head: int) -> bool:
    """Say whether what looks like a clause beside a verb is its object: "denied on Friday having taken it"."""
    having = any(trees.lower[aux] == "having" for aux in trees.children_of(token, "aux"))
    first = min((token, *trees.children_of(token, "aux")))
    return having and head < first and trees.lower[first - 1] != "," and trees.child(head, "dobj") < 0


def _is_open(trees: Trees, clause: int) -> bool:
    """Say whether a clause is told in the present or the perfect, which with "until" leave open whether it comes."""
    helpers = trees.children_of(clause, "aux", "auxpass")
    perfect = any(trees.lower[aux] in ("has", "have", "is", "are") for aux in helpers)
    return perfect or trees.tags[clause] in ("VBZ", "VBP")


def factuality_of(draft: Draft) -> FactualityReader:
    """Return the reader of a draft's trees, the same for events and statements, which ask for the same tokens."""
    trees = trees_of(draft)
    known = draft.doc.user_data.get(_KEY)
    if isinstance(known, FactualityReader) and known.reads(trees):
        return known
    reader = FactualityReader(trees)
    draft.doc.user_data[_KEY] = reader
    return reader
