"""Mends of parses: what a parser regularly hangs in the wrong place, put right once for all that walk the tree.

"The coach said on Tuesday they had lost" and "said the same day that they had lost": the parser takes the day behind a
verb of saying for a part of what was said, or what was said for a clause about the day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.word_lists import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Verbs behind which the day is that of the saying.
_SAYING = listed("""
    say tell announce report warn add claim confirm declare acknowledge admit deny insist note explain state reveal
    concede argue write predict promise estimate allege maintain complain
""")
#: What may stand between such a verb and its day.
_BETWEEN = listed("late early on in at earlier the same that this last next day week morning evening afternoon night")
_DAYS = listed("""
    monday tuesday wednesday thursday friday saturday sunday today yesterday january february march april may june july
    august september october november december day morning evening afternoon night week noon midnight
""")
#: How far behind the verb its day may end.
_REACH = 6
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def mend(doc: Doc) -> Doc:
    """Hang days behind verbs of saying under those verbs."""
    for token in doc:
        if token.tag_ in ("VBD", "VBN") and token.lemma_ in _SAYING:
            last = _day_behind(token)
            if last is not None:
                _mend_day(token, last)
    return doc


def _day_behind(verb: Token) -> Token | None:
    """Return the last word of the day right behind a verb: "said late on Tuesday", "said on May 3"."""
    found = None
    for token in verb.doc[verb.i + 1 : verb.i + 1 + _REACH]:
        word = token.lower_
        if word in _DAYS or (found is not None and found.i == token.i - 1 and _is_of_date(token, found)):
            found = token
        elif word not in _BETWEEN or found is not None:
            break
    return found


def _is_of_date(token: Token, before: Token) -> bool:
    """Say whether a number goes on with a month: "May 3", not "Monday 12 people"."""
    return token.is_digit and before.lower_ in _DAYS and before.ent_type_ == token.ent_type_ == "DATE"


def _mend_day(verb: Token, last: Token) -> None:
    """Hang a day under its verb, and what was said, too."""
    between = verb.doc[verb.i + 1 : last.i + 1]
    tops = [token for token in between if token.head.i > last.i]
    clause = next((token.head for token in tops if _is_said(token.head, verb, last)), None)
    if clause is not None:
        for token in tops:
            token.head = verb
        return
    after = last.nbor() if last.i + 1 < len(verb.doc) else None
    said = next((child for child in last.children if child.dep_ == "relcl" and child.i > last.i), None)
    if said is not None and after is not None and after.lower_ == "that" and _has_subject(said):
        said.head, said.dep_ = verb, "ccomp"
        if after.head.i == said.i:
            after.dep_ = "mark"


def _is_said(clause: Token, verb: Token, last: Token) -> bool:
    """Say whether a clause is the content of a verb, and begins behind its day: "said on Tuesday they had lost"."""
    return (
        clause.dep_ == "ccomp"
        and clause.head.i == verb.i
        and any(child.dep_ in _SUBJECTS and child.i > last.i for child in clause.children)
    )


def _has_subject(clause: Token) -> bool:
    """Say whether a clause has a subject besides its "that"."""
    return any(child.dep_ in _SUBJECTS and child.lower_ != "that" for child in clause.children)
