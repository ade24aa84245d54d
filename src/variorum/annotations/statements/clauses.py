"""Clauses: the finite clauses of a sentence, each with the tokens that are its own, each to be told as one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.voices import NO_CLAUSE

if TYPE_CHECKING:
    from variorum.annotations.trees import Trees
    from variorum.annotations.voices import VoiceReader

#: Parts of speech that are no words.
NO_WORDS = frozenset({"PUNCT", "SPACE", "SYM"})
#: The relations in which a finite verb opens a clause of its own.
_CLAUSAL = frozenset(
    {"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "csubj", "acl", "pcomp", "dep", "appos", "attr"}
)
#: A relative or conjoined clause of fewer words stays with the clause above it.
_WORDS_LEAST = 3
#: A clause of no more words, without a name or figure, only frames the clause below it.
_FRAME_WORDS = 3


class ClauseCutter:
    """Cuts the sentences of one report into clauses."""

    def __init__(self, trees: Trees, voices: VoiceReader) -> None:
        """Remember the trees, and which tokens attribute a clause to somebody."""
        self.trees = trees
        self.voices = voices
        self.attributing = {token for token, quotation in voices.cues.items() if quotation.rule not in NO_CLAUSE}

    def cut(self, index: int) -> dict[int, list[int]]:
        """Return the tokens of every clause of a sentence by the head of the clause, both in text order."""
        first, after = self.trees.ranges[index]
        opening = {token for token in range(first, after) if self._opens(token)}
        opening = self._without_short(first, after, opening)
        members = self._members(first, after, opening)
        self._cut_trailing(index, opening, members)
        self._fold(opening, members)
        return {head: members[head] for head in sorted(opening)}

    def _cut_trailing(self, index: int, opening: set[int], members: dict[int, list[int]]) -> None:
        """Give what the parser hung under an attribution behind its content back to the content."""
        comma, root = self.voices.trailing.get(index, (-1, -1))
        content = [head for head in opening if head < comma]
        if root not in opening or not content:
            return
        members[content[0]] = sorted([*members[content[0]], *(token for token in members[root] if token < comma)])
        opening.discard(root)

    def _opens(self, token: int) -> bool:
        """Say whether a token may head a clause of its own: a root, or a finite verb that its governor can do without.

        The clause that a verb needs ("we see that it worsens", "what both discussed") stays with its verb, unless the
        verb attributes it.
        """
        trees = self.trees
        head, label = trees.heads[token], trees.deps[token]
        if head == token:
            return True
        if label not in _CLAUSAL or not trees.is_predicate(token) or not trees.is_finite(token):
            return False
        if label == "advcl" and trees.lower[head] == "soon":
            return False
        if label in ("ccomp", "csubj", "pcomp", "attr"):
            return head in self.attributing or (label == "ccomp" and self._is_apart(token, head))
        return True

    def _is_apart(self, token: int, head: int) -> bool:
        """Say whether the parser hung a whole clause before its governor: "The road is closed, police added"."""
        trees = self.trees
        return (
            trees.heads[head] == head
            and trees.child(token, "mark") < 0
            and token < head
            and trees.child(head, "nsubj", "nsubjpass") > token
        )

    def _without_short(self, first: int, after: int, opening: set[int]) -> set[int]:
        """Return the clause heads without relative and conjoined clauses of a word or two: "the talks he led"."""
        members = self._members(first, after, opening)
        kept = set()
        for head in opening:
            words = sum(self.trees.poses[token] not in NO_WORDS for token in members[head])
            if self.trees.heads[head] == head or words >= _WORDS_LEAST or head in self.attributing:
                kept.add(head)
        return kept

    def _fold(self, opening: set[int], members: dict[int, list[int]]) -> None:
        """Join a clause that tells nothing alone to the clause that it frames: "It comes | after X suggested talks"."""
        trees = self.trees
        above = {head: self._clause_above(head, opening) for head in opening}
        for head in sorted(opening):
            words = [token for token in members[head] if trees.poses[token] not in NO_WORDS]
            named = any(trees.poses[token] in ("PROPN", "NUM") for token in words)
            if head in self.attributing or (trees.is_predicate(head) and (len(words) > _FRAME_WORDS or named)):
                continue
            below = [child for child in sorted(opening) if above[child] == head and trees.deps[child] != "conj"]
            if below:
                members[below[0]] = sorted([*members[head], *members[below[0]]])
                opening.discard(head)

    def _clause_above(self, head: int, opening: set[int]) -> int:
        """Return the clause head above a clause, or -1."""
        at = self.trees.heads[head]
        if at == head:
            return -1
        while at not in opening:
            if self.trees.heads[at] == at:
                return -1
            at = self.trees.heads[at]
        return at

    def _members(self, first: int, after: int, opening: set[int]) -> dict[int, list[int]]:
        """Return for every clause the tokens that belong to it and to no clause below it, in text order."""
        heads = self.trees.heads
        owner = {head: head for head in opening}
        members: dict[int, list[int]] = {head: [] for head in opening}
        for token in range(first, after):
            path, at = [], token
            while (top := owner.get(at)) is None:
                path.append(at)
                if heads[at] == at:
                    top = at
                    break
                at = heads[at]
            for step in path:
                owner[step] = top
            members[top].append(token)
        return members
