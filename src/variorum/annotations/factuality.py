"""Factuality: whether a clause tells something as happened, negated, conditional, to come, or merely possible.

Coarse classes after FactBank (Saurí and Pustejovsky 2009): the polarity and modality of a predicate are its own marks
(negation, modal, "if") joined to what its governors do to it ("seeks to", "failed to", "rather than", "possibility
of"). Whose words a clause is, is the quotations' business.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

from variorum.annotations.trees import Trees


def _words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


class Modality(IntEnum):
    """How far from fact; of two the further one holds."""

    FACT = 0
    FUTURE = 1
    POSSIBLE = 2
    CONDITIONAL = 3


@dataclass(frozen=True, slots=True)
class Status:
    """How a clause stands to fact."""

    negated: bool = False
    modality: Modality = Modality.FACT
    hedged: bool = False
    """Told as rumour, allegation or "reportedly"."""
    reason: str = ""
    """The word that decided, for people."""


FACT = Status()

_FUTURE_MODALS = _words("will 'll wo shall")
_POSSIBLE_MODALS = _words("may might could must should ought")
_CONDITIONAL_MARKS = _words("if unless whether lest")
_NEGATIONS = _words("not n't never nor neither hardly barely scarcely")
_NO_ONE = _words("no nobody none neither nothing")
_MAYBE = _words("possibly perhaps maybe probably likely presumably potentially conceivably")
_HEARSAY = _words("reportedly allegedly supposedly purportedly apparently seemingly ostensibly")

#: Governors under which a thing did not happen: "failed to meet", "denied attacking".
DENYING = _words("""
    fail refuse decline deny avoid forget neglect prevent stop block bar cancel abandon scrap reject refute dispute
    prohibit forbid cease refrain rule foil thwart avert scuttle shelve postpone quash dismiss oppose resist ban miss
    failure refusal denial cancellation lack absence rejection
""")
#: Of these, those that deny something only when it is no definite thing that was there ("stopped the attack").
_ENDING = _words("stop block bar cease ban resist oppose miss dismiss reject dispute")
#: Governors under which a thing is meant to happen: "seeks to mediate", "a plan to attack".
INTENDING = _words("""
    seek want plan aim hope intend try attempt offer vow promise pledge threaten agree prepare wish urge ask demand call
    invite propose order expect await schedule slate set arrange aspire strive struggle work push press bid decide need
    consider mull weigh contemplate ponder volunteer encourage recommend advise require request appeal instruct command
    plead lobby warn predict forecast anticipate commit undertake swear envision look wait mean like love prefer desire
    effort proposal invitation promise demand bid intention intent pledge commitment request appeal goal ambition
    readiness willingness decision desire offer opportunity scheduled due ready poised willing prepared eager
    determined set bound keen reluctant unwilling step chance way order deadline target purpose mission warning
    ultimatum petition attempt
""")
#: Governors under which a thing is merely possible: "appears to", "the possibility of".
DOUBTING = _words("""
    appear seem suspect fear doubt believe think suppose speculate suggest wonder question imagine
    possibility prospect risk fear likelihood speculation rumor rumour hypothesis theory probability suspicion
    likely unlikely possible probable unclear uncertain doubtful conceivable potential hint guess assume
""")
#: Nouns of intent whose "of" names what is meant.
_PROMISES = _words("offer promise pledge threat prospect warning proposal")
_INTENDED_ADJECTIVES = _words(
    "planned proposed upcoming scheduled future forthcoming coming looming intended prospective imminent"
)
_DOUBTED_ADJECTIVES = _words("possible potential likely hypothetical feared threatened would-be probable")
_ALLEGED_ADJECTIVES = _words(
    "alleged suspected reported rumored rumoured purported supposed so-called presumed unconfirmed"
)
_UNDONE_ADJECTIVES = _words("failed foiled averted cancelled canceled aborted thwarted attempted abortive postponed")
_DEFINITE = _words("the this that these those his her its their our my your 's")
#: Verbs that tell that something takes place: their own status is that of their subject.
OCCURRING = _words(
    "take occur happen hold begin start come follow continue last end erupt resume ensue mark go be proceed"
)
#: Verbs that bring about what their preposition names.
_LEADING = _words("lead result amount agree engage participate succeed turn contribute")
#: Doubts that lean to no.
_UNLIKELY = _words("unlikely doubtful improbable")
_CLAUSAL = frozenset(
    {"xcomp", "ccomp", "pcomp", "acl", "dobj", "pobj", "prep", "oprd", "attr", "acomp", "advcl", "relcl"}
)


class FactualityReader:
    """Reads the status of tokens of one text; each token is looked at once."""

    def __init__(self, trees: Trees) -> None:
        """Begin with nothing read."""
        self._trees = trees
        self._full: dict[int, Status] = {}
        self._outer: dict[int, Status] = {}

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
        verbal = trees.poses[token] in ("VERB", "AUX") or trees.deps[token] == "ROOT"
        own = _own_of_verb(trees, token) if verbal else _own_of_noun(trees, token)
        self._outer[token] = outer
        self._full[token] = _joined(outer, own)

    def _inherited(self, token: int, head: int) -> Status:
        """Return what the governor does to ``token``."""
        trees, label = self._trees, self._trees.deps[token]
        above = self._full[head]
        lemma = trees.lemmas[head]
        if label == "conj":
            return self._of_conjunct(token, head)
        if label in ("nsubj", "nsubjpass"):
            # "the meeting has not occurred", "talks are planned"
            return _of_subject(trees, token, head, above)
        if label not in _CLAUSAL:
            return FACT
        if label == "advcl":
            return self._of_adverbial(token, head)
        if label == "relcl":
            return FACT
        if label in ("prep", "pcomp", "pobj") and not trees.is_noun(head) and trees.poses[head] not in ("VERB", "AUX"):
            return _under_preposition(trees, token, head, above)
        classed = _classed(trees, token, head, above)
        if classed is not None:
            return classed
        if label == "ccomp":
            outer = self._outer[head]
            # "did not say that they met" tells nothing of the meeting
            return replace(outer, modality=max(outer.modality, Modality.POSSIBLE)) if above.negated else outer
        if label == "acl" and trees.tags[token] == "VB":
            return Status(modality=Modality.FUTURE, reason=lemma)
        if label == "acl":
            return FACT
        if label == "prep":
            # "has not led to a rebound" denies it, "did not speak at the meeting" does not
            return (
                above
                if lemma in _LEADING or trees.poses[head] not in ("VERB", "AUX")
                else replace(above, negated=False)
            )
        if label in ("dobj", "attr", "oprd", "pobj") and _is_definite(trees, token):
            return self._outer[head]
        return above

    def _of_conjunct(self, token: int, head: int) -> Status:
        """Return what a conjunct shares with the one before it: governors, and auxiliaries where it has none."""
        trees = self._trees
        if trees.poses[token] not in ("VERB", "AUX"):
            return self._full[head]
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
            if trees.lemmas[head] in INTENDING:
                classed = _classed(trees, token, head, self._full[head])
                if classed is not None:
                    return classed
            return Status(modality=Modality.FUTURE, reason="to")
        if trees.tags[token] in ("VBG", "VBN") and trees.child(token, "mark", "aux", "auxpass") < 0:
            return self._full[head]
        # "aimed to topple him when the conflict erupted": what is told in the past is not what is aimed at
        return FACT if trees.tags[token] == "VBD" else self._outer[head]


def _joined(outer: Status, own: Status) -> Status:
    """Join what a governor says to a token's own marks; two negations undo each other."""
    if own is FACT:
        return outer
    if outer is FACT:
        return own
    return Status(
        outer.negated != own.negated,
        max(outer.modality, own.modality),
        outer.hedged or own.hedged,
        own.reason or outer.reason,
    )


def _classed(trees: Trees, token: int, head: int, above: Status) -> Status | None:
    """Return the status that a denying, intending or doubting governor gives; None for any other governor."""
    lemma = trees.lemmas[head]
    if lemma in ("rule", "call") and trees.child(head, "prt") < 0 and trees.poses[head] == "VERB" and lemma == "rule":
        return None
    if lemma in DENYING:
        if lemma in _ENDING and trees.deps[token] == "dobj" and _is_definite(trees, token):
            return None
        return Status(not above.negated, above.modality, above.hedged, trees.lower[head])
    if lemma in INTENDING:
        if trees.deps[token] in ("dobj", "pobj", "prep") and _is_definite(trees, token):
            return None
        if trees.deps[token] == "prep" and trees.lower[token] not in ("for", "to", "of", "at", "on", "about"):
            return None
        # "the goal of operations" tells operations, "a promise of help" none
        if (
            trees.is_noun(head)
            and trees.lower[token] == "of"
            and trees.child(token, "pcomp") < 0
            and lemma not in _PROMISES
        ):
            return None
        return Status(above.negated, max(Modality.FUTURE, above.modality), above.hedged, trees.lower[head])
    if lemma in DOUBTING and trees.deps[token] != "dobj":
        subject = trees.child(head, "nsubj")
        hearsay = subject >= 0 and is_hearsay(trees, subject)
        if lemma == "suggest" and not hearsay:
            return None
        negated = above.negated != (lemma in _UNLIKELY)
        return Status(negated, max(Modality.POSSIBLE, above.modality), above.hedged or hearsay, trees.lower[head])
    if lemma == "go" and trees.tags[head] == "VBG" and trees.deps[token] == "xcomp":
        return Status(above.negated, max(Modality.FUTURE, above.modality), above.hedged, "going to")
    if lemma == "be" and trees.deps[token] == "xcomp" and trees.tags[token] == "VB":
        return Status(above.negated, max(Modality.FUTURE, above.modality), above.hedged, "to")
    return None


def is_hearsay(trees: Trees, noun: int) -> bool:
    """Say whether a noun stands for rumours: "rumors", "speculation", "unconfirmed reports"."""
    if trees.lemmas[noun] in ("rumor", "rumour", "speculation", "gossip", "hearsay"):
        return True
    return trees.lemmas[noun] == "report" and any(
        trees.lower[child] in ("unconfirmed", "unverified") for child in trees.children[noun]
    )


def _of_subject(trees: Trees, token: int, head: int, above: Status) -> Status:
    """Return what its verb says of a subject: whether it takes place at all."""
    lemma = trees.lemmas[head]
    passive = trees.deps[token] == "nsubjpass"
    if passive and (lemma in DENYING or lemma in INTENDING):
        classed = _classed(trees, head, head, above)
        if classed is not None and (lemma not in _ENDING or not _is_definite(trees, token)):
            return classed
    if lemma in OCCURRING or (trees.poses[head] not in ("VERB", "AUX") and not trees.is_noun(head)):
        return above
    return FACT


def _under_preposition(trees: Trees, token: int, head: int, above: Status) -> Status:
    """Return the status under a preposition: "without meeting", "rather than condemning", "instead of talks"."""
    word = trees.lower[head]
    if word == "without" or (word == "of" and trees.lower[head - 1] == "instead"):
        return Status(negated=True, reason=word)
    if word == "than" and trees.lower[head - 1] in ("rather", "other"):
        return Status(negated=True, reason="rather than")
    if trees.deps[token] == "pobj" and _is_definite(trees, token) and trees.lemmas[trees.heads[head]] not in DENYING:
        return Status(modality=above.modality, hedged=above.hedged) if above.modality > Modality.FUTURE else FACT
    return above


def _is_definite(trees: Trees, noun: int) -> bool:
    """Say whether a noun phrase is definite: there is such a thing, whatever the verb says."""
    return any(
        trees.deps[child] in ("det", "poss") and (trees.lower[child] in _DEFINITE or trees.deps[child] == "poss")
        for child in trees.children[noun]
    )


def _own_of_verb(trees: Trees, token: int) -> Status:
    """Return the marks at a verb itself."""
    negated, modality, hedged, reason = False, Modality.FACT, False, ""
    would = have = False
    for child in trees.children[token]:
        word, label = trees.lower[child], trees.deps[child]
        if label == "neg" or (label == "advmod" and word in _NEGATIONS):
            negated, reason = not negated, word
        elif label == "advmod" and word == "longer" and trees.child(child, "neg", "det", "advmod") >= 0:
            negated, reason = True, "no longer"
        elif label == "aux":
            would = would or word in ("would", "'d")
            have = have or word in ("have", "'ve")
            if word in _FUTURE_MODALS:
                modality, reason = max(modality, Modality.FUTURE), word
            elif word in _POSSIBLE_MODALS:
                modality, reason = max(modality, Modality.POSSIBLE), word
        elif label == "mark" and word in _CONDITIONAL_MARKS:
            modality, reason = Modality.CONDITIONAL, word
        elif label in ("advmod", "mark") and word in ("soon", "once", "long"):
            modality, reason = _as_soon(trees, token, child, modality, reason)
        elif label == "advmod" and word in _MAYBE:
            modality, reason = max(modality, Modality.POSSIBLE), word
        elif label == "advmod" and word in _HEARSAY:
            hedged, reason = True, word
        elif label == "cc" and word in ("rather", "than") and child < token:
            negated, reason = True, "rather than"
        elif label in ("nsubj", "nsubjpass", "dobj", "attr") and _is_none(trees, child):
            negated, reason = True, trees.lower[child]
        elif label == "advcl" and _is_condition(trees, child):
            modality, reason = max(modality, _consequence(trees, token)), "if"
    if would:
        modality, reason = max(modality, Modality.CONDITIONAL if have else Modality.FUTURE), reason or "would"
    if (
        trees.deps[token] == "advcl"
        and trees.deps[trees.heads[token]] == "advmod"
        and trees.lower[trees.heads[token]] == "soon"
    ):
        modality, reason = Modality.CONDITIONAL, "as soon as"
    if trees.heads[token] == token and _is_question(trees, token):
        modality, reason = max(modality, Modality.POSSIBLE), "?"
    return Status(negated, modality, hedged, reason) if negated or modality or hedged else FACT


def _as_soon(trees: Trees, verb: int, child: int, modality: Modality, reason: str) -> tuple[Modality, str]:
    """Return the modality with "as soon as" (a clause under the verb) or "once" (the mark of the clause itself)."""
    word = trees.lower[child]
    if word == "once" and trees.deps[child] == "mark" and trees.tags[verb] in ("VBZ", "VBP", "VBN"):
        return Modality.CONDITIONAL, word
    if word == "soon" and trees.child(child, "advcl") >= 0:
        return max(modality, _consequence(trees, verb)), "as soon as"
    return modality, reason


def _consequence(trees: Trees, verb: int) -> Modality:
    """Return the modality of a main clause under a condition; "died when", "asked if" stay facts."""
    future = any(
        trees.deps[child] == "aux"
        and trees.lower[child] in ("will", "'ll", "would", "'d", "could", "might", "may", "can", "wo")
        for child in trees.children[verb]
    )
    return Modality.CONDITIONAL if future else Modality.FACT


def _is_condition(trees: Trees, clause: int) -> bool:
    """Say whether an adverbial clause is a condition ("if", "unless", "as soon as")."""
    return any(
        trees.deps[child] == "mark"
        and (
            trees.lower[child] in ("if", "unless", "once")
            or (trees.lower[child] == "as" and trees.lower[child - 1] in ("soon", "long"))
        )
        for child in trees.children[clause]
    )


def _is_none(trees: Trees, noun: int) -> bool:
    """Say whether a noun phrase is of nobody and nothing: "no one", "no survivors", "none of them"."""
    return trees.lower[noun] in _NO_ONE or any(
        trees.lower[child] in ("no", "neither") and trees.deps[child] == "det" for child in trees.children[noun]
    )


def _is_question(trees: Trees, root: int) -> bool:
    """Say whether the sentence of a root ends with a question mark."""
    _, after = trees.ranges[trees.sentences[root]]
    return any(trees.lower[at] == "?" for at in range(max(root, after - 3), after))


def _own_of_noun(trees: Trees, token: int) -> Status:
    """Return the marks at a noun: "no meeting", "a planned visit", "the alleged attack"."""
    if not trees.is_noun(token):
        return FACT
    for child in trees.children[token]:
        word = trees.lower[child]
        if trees.deps[child] == "det" and word in ("no", "neither"):
            return Status(negated=True, reason=word)
        if child > token or trees.deps[child] not in ("amod", "compound", "nmod"):
            continue
        if word in _INTENDED_ADJECTIVES:
            return Status(modality=Modality.FUTURE, reason=word)
        if word in _DOUBTED_ADJECTIVES:
            return Status(modality=Modality.POSSIBLE, reason=word)
        if word in _ALLEGED_ADJECTIVES:
            return Status(modality=Modality.POSSIBLE, hedged=True, reason=word)
        if word in _UNDONE_ADJECTIVES:
            return Status(negated=True, reason=word)
    return FACT
