"""Subjects: the noun that heads the subject of a verb, where it stands before it or is understood.

Relative clauses, control ("urged Iran to stop"), participles behind a noun ("the man killed") and what parsers take for
a subject: place lines, a name that they join to the phrase before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.word_lists import listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from variorum.annotations.trees import Trees

#: Verbs whose object is the subject of the infinitive behind it: "urged Iran to stop".
_OBJECT_CONTROL = listed("""
    leave
    urge ask tell force order persuade allow help call invite prompt push press get want expect encourage enable
    lead cause warn advise instruct command require permit convince compel accuse prevent stop see watch show
""")
#: Prepositions behind which a deed of the object is told: "accused him of jailing poets", "kept them from landing".
_CHARGING = frozenset({"for", "of", "from"})
#: What is said or written: a participle behind it tells what its maker does, "passed a motion condemning the raid".
_UTTERED = listed("""
    statement resolution letter report declaration speech motion message communique note article post tweet lawsuit
    petition decree order comment remark address bill suit complaint
""")
_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PAST_OR_PRESENT = ("VBD", "VBZ", "VBP")
#: Marks that close the place line of a report, and how many tokens it may have.
_PLACE_LINE_MARKS = frozenset({"--", "—", "–", "-", ":", "):", "):,"})
_PLACE_LINE = 9
#: Governors above a verb in which its subject is looked for.
_DEPTH = 12
#: Tokens before a verb in which a subject that the parser hung elsewhere is looked for.
_REACH = 16


class SubjectReader:
    """Finds the subjects of verbs."""

    def __init__(self, trees: Trees, entity_of: Callable[[int], str | None]) -> None:
        """Keep the trees, and what tells which entity a noun names."""
        self._trees = trees
        self._entity_of = entity_of

    def subject_token(self, verb: int) -> int:
        """Return the token that heads the subject of a verb (surface or understood), or -1.

        For a participle behind a noun ("the man killed", "a force targeting") it is that noun.
        """
        trees = self._trees
        at = verb
        for _ in range(_DEPTH):
            if own := trees.children_of(at, *_SUBJECTS):
                # "LORVA (Press Bureau): Reyes has met": of two the parser took a place line for the first
                subject = own[-1] if own[-1] < at else own[0]
                return self._behind_place_line(antecedent_of(trees, subject, at), at)
            label, head = trees.deps[at], trees.heads[at]
            if head == at or (label in ("advcl", "ccomp") and trees.tags[at] in _PAST_OR_PRESENT):
                return self._subject_before(at)
            if label == "acl" and trees.tags[at] != "VB":
                if trees.tags[at] != "VBG" or trees.lemmas[head] not in _UTTERED or trees.deps[head] != "dobj":
                    return head
                at = trees.heads[head]
                continue
            if label == "relcl" and (trees.tags[at] != "VB" or self._entity_of(head) is not None):
                # not for "took a position to disperse the crowd"
                return head
            if label == "pcomp" and (charged := self._charged_with(head, at)) >= 0:
                return charged
            above = head if trees.is_predicate(head) else trees.predicates[head]
            if above >= 0 and label in ("xcomp", "ccomp", "pcomp", "advcl") and trees.lemmas[above] in _OBJECT_CONTROL:
                target = trees.child(above, "dobj")
                if target >= 0:
                    return target
            at = above
            if at < 0 or at == verb:
                return -1
        return -1

    def _charged_with(self, preposition: int, deed: int) -> int:
        """Return the object of which a deed behind a preposition is told, or -1: "fined him for siding with"."""
        trees = self._trees
        if trees.lower[preposition] not in _CHARGING or trees.tags[deed] != "VBG":
            return -1
        above = trees.heads[preposition]
        target = above if trees.deps[above] in ("dobj", "dative") else trees.child(above, "dobj", "dative")
        return target if 0 <= target < preposition and self._entity_of(target) is not None else -1

    def _subject_before(self, verb: int) -> int:
        """Return the nearest subject before a finite verb that has none: the parser took a participle for its verb.

        "Gunmen affiliated with the group stormed the bank": "affiliated" holds the subject of "stormed".
        """
        trees = self._trees
        if trees.tags[verb] not in _PAST_OR_PRESENT or trees.child(verb, "mark") >= 0:
            return -1
        first = trees.ranges[trees.sentences[verb]][0]
        if (joined := self._joined_before(verb, first)) >= 0:
            return joined
        for at in range(verb - 1, max(first, verb - _REACH) - 1, -1):
            if trees.deps[at] == "nsubj" and trees.lower[at] not in _RELATIVE:
                return at if trees.tags[trees.heads[at]] in ("VBD", "VBN") else -1
        return -1

    def _joined_before(self, verb: int, first: int) -> int:
        """Return the name right before a verb that the parser joined to the phrase before it, or -1.

        "On a visit to Norland, President Reyes voiced his support": no list, for no "and" stands between.
        """
        trees = self._trees
        noun = verb - 1
        if noun <= first or trees.deps[noun] not in ("conj", "appos") or not trees.is_noun(noun):
            return -1
        before = trees.heads[noun]
        marks = {trees.lower[at] for at in range(before + 1, noun)}
        linked = any(trees.deps[at] == "cc" for at in range(before, noun))
        phrase = trees.heads[before] if trees.deps[before] == "pobj" else -1
        return noun if phrase >= 0 and before < noun and "," in marks and not linked else -1

    def _behind_place_line(self, token: int, verb: int) -> int:
        """Return the subject behind a place line that the parser took for it: "LORVA -- A court has freed ..."."""
        trees = self._trees
        first = trees.ranges[trees.sentences[token]][0]
        if token - first > _PLACE_LINE or not trees.is_noun(token):
            return token
        for at in range(token + 1, min(first + _PLACE_LINE, verb)):
            if trees.lower[at] in _PLACE_LINE_MARKS:
                nouns = [each for each in range(at + 1, verb) if trees.heads[each] in (token, verb)]
                return next((each for each in nouns if trees.is_noun(each)), token)
            if trees.poses[at] not in ("PROPN", "PUNCT", "NUM"):
                break
        return token


def antecedent_of(trees: Trees, token: int, verb: int) -> int:
    """Return what a relative pronoun stands for, else the token itself."""
    if trees.lower[token] in _RELATIVE and trees.tags[token] in ("WP", "WDT"):
        at = verb
        for _ in range(4):
            if trees.deps[at] == "relcl":
                return trees.heads[at]
            if trees.deps[at] != "conj":
                break
            at = trees.heads[at]
    return token


def is_passive(trees: Trees, verb: int) -> bool:
    """Say whether the understood subject of a verb is acted on."""
    if trees.tags[verb] != "VBN":
        return False
    if trees.child(verb, "nsubjpass", "auxpass") >= 0:
        return True
    if trees.child(verb, "aux", "nsubj") >= 0:
        return False
    label = trees.deps[verb]
    if label == "conj":
        return is_passive(trees, trees.heads[verb])
    return label in ("acl", "advcl", "relcl", "ccomp", "xcomp", "oprd") and trees.child(verb, "dobj") < 0
