"""Governors: what a verb, noun or preposition does to the factuality of what stands under it."""

from __future__ import annotations

from msgspec.structs import replace

from variorum.annotations.factuality.constructions import is_definite
from variorum.annotations.factuality.plans import calls_off, intended, plan_at, to_come_of
from variorum.annotations.factuality.status import FACT, Modality, Status
from variorum.annotations.factuality.words import (
    CHANCES,
    DECIDING,
    DENYING,
    DOUBTING,
    ENDING,
    INTENDING,
    KEEPING,
    OCCURRING,
    REPORTING,
    RULING_OUT,
    RUMOURS,
    SAID,
    TELLING_TO,
    TRUE,
    UNLIKELY,
    UNTRUE,
)  # fmt: skip
from variorum.annotations.trees import Trees

#: Prepositions behind which nothing shares what their governor says of its content.
_OUTSIDE = frozenset(
    {
        "after", "before", "since", "during", "despite", "amid", "following", "because", "due", "over", "until",
        "given",
        "in", "by", "with",
    }
)  # fmt: skip
#: Prepositions of the content of a denial, an intention or a doubt.
_OF_DENIAL = frozenset({"of", "from", "to", "on", "against"})
_OF_DOUBT = frozenset({"of", "for", "about", "on", "that", "as"})
#: What is done with a risk or a rumour itself: "the risk that they took".
_FACED = frozenset({"take", "run", "face", "feel", "spread", "start", "have", "carry", "pose", "see", "bear", "hear"})


def classed(trees: Trees, token: int, head: int, above: Status) -> Status | None:
    """Return the status that a denying, intending or doubting governor gives; None for any other governor."""
    lemma = trees.lemmas[head]
    if (told := _extraposed(trees, token, head)) is not None:
        return told
    if trees.lower[head] == "barring":
        # "Barring a last-minute deal, ..."
        return Status(modality=Modality.CONDITIONAL, cue=head)
    if trees.deps[token] == "xcomp" and lemma in REPORTING and trees.child(head, "auxpass") >= 0:
        # "she is said to have left"
        return Status(above.negated, above.modality, hedged=True, denial=above.denial, cue=head)
    if lemma in CHANCES and trees.deps[token] in ("acl", "ccomp") and trees.child(token, "mark") >= 0:
        # "sees a chance that the bank relents", "there are signs that he left"
        return Status(above.negated, max(Modality.POSSIBLE, above.modality), above.hedged, above.denial, head)
    if lemma in DENYING or calls_off(trees, head):
        return _denied(trees, token, head, above)
    if lemma in INTENDING:
        return intended(trees, token, head, above)
    if lemma in DOUBTING and trees.deps[token] != "dobj":
        return _doubted(trees, token, head, above)
    if lemma in KEEPING and trees.deps[token] == "prep" and trees.lower[token] == "from":
        return Status(not above.negated, above.modality, above.hedged, head, above.cue)
    if lemma == "condition" and trees.deps[token] in ("acl", "ccomp"):
        # "on condition that the city pays"
        return Status(modality=Modality.CONDITIONAL, cue=head)
    if lemma in SAID and trees.deps[token] in ("acl", "ccomp") and trees.child(token, "mark") >= 0:
        # "reports that he had fled" tell it, "rejected reports", "denies the charge" deny it
        verb = trees.heads[head]
        denied = trees.deps[head] == "dobj" and trees.lemmas[verb] in DENYING and trees.child(verb, "neg") < 0
        return Status(negated=True, denial=verb) if denied else replace(above, hedged=True, cue=head)
    return _of_semi_auxiliary(trees, token, head, above) if trees.deps[token] == "xcomp" else None


def _of_semi_auxiliary(trees: Trees, token: int, head: int, above: Status) -> Status | None:
    """Return the status under verbs that say little but when: "is to open", "is going to", "has yet to", "has to"."""
    lemma = trees.lemmas[head]
    yet = trees.child(head, "advmod") if lemma == "have" else -1
    if yet >= 0:
        if trees.lower[yet] != "yet":
            return None
        return Status(not above.negated, above.modality, above.hedged, yet, above.cue)
    if trees.lower[head] == "ought" and trees.child(token, "aux") >= 0:
        have = any(trees.lower[aux] == "have" for aux in trees.children_of(token, "aux"))
        # "ought to have shut the gate": it was not shut
        missed = Status(not above.negated, denial=head)
        return missed if have else Status(above.negated, Modality.POSSIBLE, denial=above.denial, cue=head)
    until = any(word in ("until", "till") for word, _ in trees.prepositions(head))
    to_come = (
        (lemma in TELLING_TO and trees.tags[token] == "VB")
        or (lemma == "go" and trees.tags[head] == "VBG")
        # "has until Friday to appeal", "has to pay by Friday"
        or (lemma == "have" and (until or trees.tags[head] in ("VBZ", "VBP")))
        or (lemma == "be" and any(trees.lower[aux] == "to" for aux in trees.children_of(token, "aux")))
    )
    return to_come_of(above, head) if to_come else None


def _extraposed(trees: Trees, token: int, head: int) -> Status | None:
    """Return the status of what a subject holds, told behind its verb: "suspicion is growing that he left"."""
    subject = trees.child(head, "nsubj", "nsubjpass")
    mark = trees.child(token, "mark")
    if trees.deps[token] != "ccomp" or not 0 <= subject < head or mark < 0 or trees.lower[mark] != "that":
        return None
    lemma = trees.lemmas[subject]
    if trees.lemmas[head] == "be" or trees.child(head, "dobj", "acomp", "attr") >= 0:
        return None
    if lemma in RUMOURS | CHANCES | DOUBTING:
        return Status(modality=Modality.POSSIBLE, hedged=lemma in RUMOURS, cue=subject)
    return None


def of_adjective(trees: Trees, token: int, head: int, above: Status) -> Status | None:
    """Return what an adjective says of its clause: "it is possible that she left", "it is not true that she did"."""
    adjective = trees.child(head, "acomp")
    if adjective < 0:
        subject = trees.child(head, "nsubj")
        doubtful = subject >= 0 and trees.lemmas[subject] in CHANCES
        # "chances are that the board agrees"
        return replace(above, modality=max(Modality.POSSIBLE, above.modality), cue=subject) if doubtful else None
    lemma = trees.lemmas[adjective]
    if lemma in TRUE:
        return above
    if lemma in UNTRUE:
        return replace(above, negated=not above.negated, denial=adjective)
    return classed(trees, token, adjective, above)


def of_content(trees: Trees, token: int, head: int) -> Status | None:
    """Return what is said of a clause that tells the content of a noun: "the rumour that she left is untrue".

    A parser takes some of them for relative clauses; who takes or faces a risk is told by a true one.
    """
    lemma, label = trees.lemmas[head], trees.deps[token]
    if lemma == "event" and trees.deps[head] == "pobj" and trees.lower[trees.heads[head]] == "in":
        # "in the event that the dam bursts"
        return Status(modality=Modality.CONDITIONAL, cue=head)
    opening = trees.child(token, "mark", "dobj")
    if opening < 0 or trees.lower[opening] != "that" or opening > trees.child(token, "nsubj", "nsubjpass"):
        return None
    if label == "relcl" and (lemma not in RUMOURS | CHANCES or trees.lemmas[token] in _FACED):
        return None
    above = trees.heads[head]
    adjective = trees.child(above, "acomp") if trees.lemmas[above] == "be" else -1
    if lemma in SAID | RUMOURS and adjective >= 0 and trees.lemmas[adjective] in UNTRUE:
        return Status(negated=trees.child(above, "neg") < 0, hedged=True, denial=adjective, cue=head)
    return Status(modality=Modality.POSSIBLE, cue=head) if label == "relcl" else None


def _denied(trees: Trees, token: int, head: int, above: Status) -> Status | None:
    """Return the status under "failed to", "denied", "an end to"."""
    lemma, label = trees.lemmas[head], trees.deps[token]
    if lemma == "rule" and trees.poses[head] == "VERB" and trees.child(head, "prt") < 0:
        return None
    if lemma in RULING_OUT and above.negated and label in ("ccomp", "xcomp", "dobj", "ROOT"):
        # "did not rule out that the dam had cracked", "cannot exclude sabotage"
        return Status(modality=max(Modality.POSSIBLE, above.modality), hedged=above.hedged, cue=head)
    if label == "prep" and trees.lower[token] not in _OF_DENIAL:
        # "declined after surging"
        return None
    if lemma == "end" and not (trees.is_noun(head) and trees.lower[token] == "to"):
        return None
    if lemma in ENDING and label == "dobj" and is_definite(trees, token):
        return None
    return Status(not above.negated, above.modality, above.hedged, head, above.cue)


def _doubted(trees: Trees, token: int, head: int, above: Status) -> Status | None:
    """Return the status under "appears to", "fears of", "is unlikely to"."""
    lemma = trees.lemmas[head]
    if trees.deps[token] == "prep" and trees.lower[token] not in _OF_DOUBT:
        # "fears over the war": there is a war
        return None
    now = any(trees.lower[aux] in ("is", "are") for aux in trees.children_of(head, "auxpass"))
    if lemma == "suppose" and now and trees.deps[token] == "xcomp":
        # "is supposed to open in May"
        return to_come_of(above, head)
    subject = trees.child(head, "nsubj")
    hearsay = subject >= 0 and is_hearsay(trees, subject)
    if lemma == "suggest" and not hearsay:
        return None
    unlikely = lemma in UNLIKELY
    return Status(
        above.negated != unlikely, max(Modality.POSSIBLE, above.modality), above.hedged or hearsay,
        head if unlikely else above.denial, head,
    )  # fmt: skip


def is_outside(word: str) -> bool:
    """Say whether what stands behind a preposition is told apart from its governor: "despite the cuts"."""
    return word in _OUTSIDE


def is_hearsay(trees: Trees, noun: int) -> bool:
    """Say whether a noun stands for rumours: "rumors", "speculation", "unconfirmed reports"."""
    if trees.lemmas[noun] in ("rumor", "rumour", "speculation", "gossip", "hearsay"):
        return True
    return trees.lemmas[noun] == "report" and any(
        trees.lower[child] in ("unconfirmed", "unverified") for child in trees.children[noun]
    )


def of_subject(trees: Trees, token: int, head: int, above: Status) -> Status:
    """Return what its verb says of a subject: whether it takes place at all."""
    lemma = trees.lemmas[head]
    if lemma == "be" and (adjective := trees.child(head, "acomp")) >= 0 and trees.deps[token] == "nsubj":
        # "a strike is likely", "the vote is due on Sunday"
        governed = classed(trees, token, adjective, above)
        if governed is not None:
            return governed
    passive = trees.deps[token] == "nsubjpass"
    if passive and (lemma in DENYING or lemma in INTENDING):
        governed = classed(trees, head, head, above)
        if governed is not None and (lemma not in ENDING or not is_definite(trees, token)):
            return governed
    if lemma in OCCURRING or (trees.poses[head] not in ("VERB", "AUX") and not trees.is_noun(head)):
        return above
    return FACT


def under_preposition(trees: Trees, token: int, head: int, above: Status) -> Status:
    """Return the status under a preposition: "without meeting", "rather than condemning", "instead of talks"."""
    word = trees.lower[head]
    if word == "without" or (word == "of" and trees.lower[head - 1] == "instead"):
        return Status(negated=True, denial=head)
    if word == "from" and trees.lower[head - 1] == "far":
        return Status(negated=True, denial=head)
    if word == "of" and trees.lower[head - 1] == "short":
        # "stopped short of accusing the bank"
        return Status(negated=True, denial=head - 1)
    if word == "than" and trees.lower[head - 1] in ("rather", "other"):
        return Status(negated=True, denial=head)
    if word == "of" and trees.lower[head - 1] == "ahead":
        # "ahead of Sunday's vote"
        return Status(modality=max(Modality.FUTURE, above.modality), cue=head - 1)
    governor = trees.heads[head]
    if word == "against" and trees.lemmas[governor] in DECIDING:
        # "voted against raising the toll"
        return Status(negated=True, modality=Modality.FUTURE, denial=head, cue=governor)
    if word == "for" and (plan := plan_at(trees, governor)) >= 0:
        # "the deadline for their release", "preparations have begun for the launch"
        return Status(above.negated, max(Modality.FUTURE, above.modality), above.hedged, above.denial, plan)
    if trees.deps[token] == "pobj" and is_definite(trees, token) and trees.lemmas[governor] not in DENYING:
        return (
            Status(modality=above.modality, hedged=above.hedged, cue=above.cue)
            if above.modality > Modality.FUTURE
            else FACT
        )
    return above
