"""Clauses beside an event whose time and place are its own, or are not.

"Hurt when a roof fell on Monday", "travel to Bern on Monday for talks", "left for Bern, where she will meet the king":
one setting. "Condemned the raid of a camp last month": the raid was last month.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.events.noun_frames import noun_frame

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.annotations.circumstances import Circumstance
    from variorum.annotations.trees import Trees
    from variorum.model.annotations import Quotation

#: How many steps above its verb the "was" of a cleft sentence may stand.
_CLEFT_STEPS = 4
#: How many tokens before "where" its place may stand.
_WHERE_REACH = 6
#: How many tokens after "when" an event may still belong to the date before it.
_WHEN_REACH = 15
#: Words by which a clause tells when its main clause happened.
_WHEN = frozenset({"when", "as", "while"})
#: Verbs by which the clause beside a verb tells where and when it was said: ", speaking in Bern on Monday,".
_SPEAKING = frozenset({"speak", "talk", "write", "visit"})
#: Verbs of judging what happened, so that a time behind their object is its own.
JUDGING = frozenset({
    "condemn", "denounce", "deplore", "mourn", "recall", "criticise", "criticize", "investigate", "probe", "praise",
    "remember", "regret", "lament", "welcome",
})  # fmt: skip
#: Verbs of going: what they go for happens where they go.
GOING = frozenset({"go", "travel", "come", "fly", "drive", "head", "return", "sail", "arrive"})


def clauses_beside(trees: Trees, verb: int) -> list[int]:
    """Return the clauses that tell when a verb's event happens: "hurt when a roof fell", ", speaking in Bern,"."""
    clauses = [
        clause
        for clause in trees.children_of(verb, "advcl")
        if any(trees.lower[child] in _WHEN for child in trees.children_of(clause, "advmod", "mark"))
        and not _tells_hour(trees, clause)
    ]
    # "Killed on 5 July when a yacht exploded": a parser hangs the clause on the date.
    for link in trees.children_of(verb, "prep"):
        for date in trees.children_of(link, "pobj"):
            clauses += [
                clause
                for clause in trees.children_of(date, "relcl")
                if any(trees.lower[child] == "when" for child in trees.children_of(clause, "advmod"))
                and not _tells_hour(trees, clause)
            ]
    for noun in trees.children_of(verb, "attr"):
        # "became the first to win the cup in Bari"
        clauses += [
            clause
            for clause in trees.children_of(noun, "relcl", "acl")
            if any(trees.lower[child] == "to" for child in trees.children_of(clause, "aux"))
        ]
    for above in (verb, trees.child(verb, "nsubj")):
        beside = trees.children_of(above, "advcl", "acl") if above >= 0 else ()
        clauses += [clause for clause in beside if trees.tags[clause] == "VBG" and trees.lemmas[clause] in _SPEAKING]
    return clauses


def _tells_hour(trees: Trees, clause: int) -> bool:
    """Say whether a clause tells what the hour was elsewhere: "when it was still Sunday evening in Lima"."""
    subject = trees.child(clause, "nsubj")
    return trees.lemmas[clause] == "be" and subject >= 0 and trees.lower[subject] == "it"


def cleft_of(trees: Trees, verb: int) -> int:
    """Return the "was" of "it was on Tuesday that the gang struck", or -1."""
    at = verb
    for _ in range(_CLEFT_STEPS):
        if trees.deps[at] not in ("ccomp", "advcl", "relcl", "acl", "pobj", "prep", "attr"):
            return -1
        at = trees.heads[at]
        subject = trees.child(at, "nsubj", "expl") if trees.lemmas[at] == "be" else -1
        if subject >= 0:
            led = any(trees.lower[child] == "that" for child in trees.children[verb])
            return at if trees.lower[subject] == "it" and led else -1
    return -1


def gone_for(trees: Trees, noun: int) -> int:
    """Return the verb of going of "travel to Bern on Monday for talks", or -1."""
    link = trees.heads[noun]
    if trees.deps[noun] != "pobj" or trees.lower[link] != "for":
        return -1
    verb = trees.predicates[link]
    return verb if verb >= 0 and trees.lemmas[verb] in GOING else -1


def judged_by(trees: Trees, verb: int) -> int:
    """Return the noun of an event that a verb of judging has as its object, or -1."""
    judged = trees.child(verb, "dobj") if trees.lemmas[verb] in JUDGING else -1
    return judged if judged >= 0 and noun_frame(trees, judged) is not None else -1


def place_before_where(trees: Trees, verb: int, place_at: Mapping[int, str]) -> str | None:
    """Return the place before "where": "left for Vienna, where she will meet the king"."""
    verb = trees.heads[verb] if trees.deps[verb] == "xcomp" else verb
    words = [child for child in trees.children_of(verb, "advmod") if trees.lower[child] == "where"]
    if trees.deps[verb] != "relcl" or not words:
        return None
    # A parser hangs the clause on the date between: "Vienna on Monday, where".
    before = (place_at.get(at) for at in range(words[0] - 1, max(-1, words[0] - _WHERE_REACH), -1))
    return next((place for place in before if place is not None), None)


def place_there(trees: Trees, verb: int, happening_in: Mapping[int, Sequence[Circumstance]]) -> str | None:
    """Return the place that "there" takes up: "they landed in Porto. A man was held there"."""
    if not any(trees.lower[child] == "there" for child in trees.children_of(verb, "advmod")):
        return None
    here = trees.sentences[verb]
    for sentence in (here, here - 1):
        told = [place for place in happening_in.get(sentence, ()) if place.token < verb]
        if told:
            return max(told, key=lambda place: place.token).id
    return None


def time_before_when(trees: Trees, token: int, times: Sequence[Circumstance]) -> str | None:
    """Return the date that a "when" clause tells of: "October 7, when gunmen stormed the town"."""
    for time in times:
        for at in (time.token + 1, time.token + 2, time.token + 3):
            if at < token and trees.lower[at] == "when" and token - at <= _WHEN_REACH:
                return time.id
    return None


def time_at_comma(trees: Trees, token: int, times: Sequence[Circumstance], quotation: Quotation | None) -> str | None:
    """Return the date before the comma of a saying: "a tornado struck the town on Friday, the county said"."""
    if quotation is None or quotation.cue is None:
        return None
    for time in times:
        behind = time.token + 1
        between = token < time.token and trees.starts[time.token] < quotation.cue.start
        if between and behind < len(trees.lower) and trees.lower[behind] == ",":
            return time.id
    return None
