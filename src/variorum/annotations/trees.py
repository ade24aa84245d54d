"""Dependency trees as plain lists: a parse is read out of spaCy once, so that rules over it cost little.

Labels are spaCy's English ones (ClearNLP: ``nsubj``, ``nsubjpass``, ``dobj``, ``prep``, ``pobj``, ``relcl`` ...), tags
are those of the Penn Treebank. Nothing here walks a subtree more than once, so cost is linear in the number of tokens.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from variorum.model.annotations import Draft

_KEY = "variorum.trees"
#: What is read of each token, in the order in which it is unpacked.
_COLUMNS = ["ORTH", "LEMMA", "TAG", "POS", "DEP", "HEAD", "IDX"]
_AUXILIARY = frozenset({"aux", "auxpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: Labels of the heads of clauses.
_CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "relcl", "conj", "xcomp", "acl"})
#: Labels of clauses that hang on another one, and of words that belong to a noun.
_SUBORDINATE = frozenset({"advcl", "ccomp", "relcl", "acl"})
_OF_NOUNS = frozenset({"det", "amod", "poss", "compound", "predet"})
#: Words before one thing alone, and endings of verbs that take "es".
_SINGLE = frozenset({"a", "an", "each", "every", "another"})
_SIBILANTS = ("sses", "shes", "ches", "xes", "zes")
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


#: Forms that the parser's lemmatizer gets wrong ("hop" for "hopes").
_LEMMAS = {"hopes": "hope", "hoped": "hope", "hoping": "hope"}


class Trees(Struct):
    """The tokens of a text with their tree, by token number."""

    lower: list[str]
    """The words in lower case."""
    lemmas: list[str]
    """Lemmas in lower case."""
    tags: list[str]
    poses: list[str]
    deps: list[str]
    heads: list[int]
    """The number of the governor; a root is its own."""
    children: list[list[int]]
    """Dependents in text order; empty in sentences that are not walked."""
    starts: list[int]
    """Offset of the first character."""
    ends: list[int]
    """Offset after the last character."""
    sentences: list[int]
    """The sentence (index into ``Draft.sentences``) that a token stands in, or -1 for blanks between sentences."""
    ranges: list[tuple[int, int]]
    """For every sentence its first token and the one after its last."""
    walked: list[bool]
    """For every sentence whether rules may walk its tree: not boilerplate, and not longer than the limit."""
    predicates: list[int]
    """For every token the nearest predicate (main verb or root) above it or itself; -1 outside walked sentences."""
    order: list[int]
    """The tokens of all walked sentences, governors before dependents."""

    def token_at(self, offset: int) -> int:
        """Return the number of the token that holds ``offset`` (or the last before it)."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def tokens_in(self, start: int, end: int) -> range:
        """Return the tokens that begin inside ``[start, end)``, with the one that ``start`` falls into."""
        return range(self.token_at(start), bisect_right(self.starts, end - 1))

    def child(self, token: int, *labels: str) -> int:
        """Return the first dependent with one of ``labels``, or -1."""
        deps = self.deps
        for child in self.children[token]:
            if deps[child] in labels:
                return child
        return -1

    def children_of(self, token: int, *labels: str) -> list[int]:
        """Return the dependents with one of ``labels`` in text order."""
        children = self.children[token]
        if not children:
            return []
        deps = self.deps
        return [child for child in children if deps[child] in labels]

    def prepositions(self, token: int) -> Iterator[tuple[str, int]]:
        """Yield (preposition, its object) for the prepositional dependents of ``token``.

        The object is -1 where a clause follows; "because of", "along with" yield the inner preposition.
        """
        for prep in self.children[token]:
            if self.deps[prep] not in ("prep", "agent", "dative", "prt") or (
                self.deps[prep] in ("dative", "prt") and self.tags[prep] not in ("IN", "TO", "RP")
            ):
                continue
            inner = self.child(prep, "prep") if self.child(prep, "pobj") < 0 else -1
            at = inner if inner >= 0 else prep
            target = self.child(at, "pobj")
            if target >= 0 or inner >= 0 or self.deps[prep] != "prt":
                yield self.lower[at], target

    def conjuncts(self, token: int) -> list[int]:
        """Return ``token`` and what is conjoined to it ("Iran and Hezbollah"), in text order, at most 20."""
        found = [token]
        at = token
        while len(found) < 20:
            following = self.child(at, "conj")
            if following < 0:
                break
            found.append(following)
            at = following
        return found

    def first_conjunct(self, token: int) -> int:
        """Return the first of the conjoined words that ``token`` belongs to."""
        seen = 0
        while self.deps[token] == "conj" and seen < 20:
            token = self.heads[token]
            seen += 1
        return token

    def is_predicate(self, token: int) -> bool:
        """Say whether ``token`` heads a clause: a verb that is no auxiliary."""
        return self.poses[token] in ("VERB", "AUX") and self.deps[token] not in _AUXILIARY and self.tags[token] != "MD"

    def is_noun(self, token: int) -> bool:
        """Say whether ``token`` is tagged as a noun or name."""
        return self.tags[token] in _NOUN_TAGS

    def is_finite(self, token: int) -> bool:
        """Say whether the verb ``token`` is finite, by its own tag or by an auxiliary's."""
        if self.tags[token] in _FINITE:
            return True
        children, deps, tags = self.children[token], self.deps, self.tags
        return any(deps[child] in _AUXILIARY and tags[child] in _FINITE for child in children)


def trees_of(draft: Draft) -> Trees:
    """Return the trees of a draft, read out of its parse once."""
    known = draft.doc.user_data.get(_KEY)
    if isinstance(known, Trees) and len(known.ranges) == len(draft.sentences):
        return known
    trees = _read(draft)
    draft.doc.user_data[_KEY] = trees
    return trees


def _read(draft: Draft) -> Trees:
    """Read the attributes of all tokens into lists."""
    # Whole columns at once, and each string looked up once: token by token costs five times as much.
    columns = draft.doc.to_array(_COLUMNS).T.tolist()
    words, lemmas, tags, poses, deps = (_strings(draft.doc, column) for column in columns[:5])
    starts = columns[6]
    lower = [word.lower().replace("’", "'") for word in words]
    trees = Trees(
        lower=lower,
        lemmas=[_LEMMAS.get(word) or (lemma or word).lower() for word, lemma in zip(lower, lemmas, strict=True)],
        tags=tags,
        poses=poses,
        deps=deps,
        heads=[token + _signed(step) for token, step in enumerate(columns[5])],
        children=[[] for _ in words],
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        sentences=[-1] * len(words),
        ranges=[],
        walked=[],
        predicates=[-1] * len(words),
        order=[],
    )
    for index, sentence in enumerate(draft.sentences):
        first = bisect_right(starts, sentence.start) - 1
        after = bisect_right(starts, sentence.end - 1)
        first = max(first, trees.ranges[-1][1] if trees.ranges else 0)
        trees.ranges.append((first, after))
        trees.walked.append(not sentence.boilerplate and after - first <= LIMITS.sentence_tokens)
        _link(trees, index)
    return trees


def _mend_verbs(trees: Trees, first: int, after: int) -> None:
    """Read what the tagger took for a noun as a verb where it has a subject and an auxiliary or a conjunction.

    "Did a second man flee?", "because a pipe burst": nouns have neither.
    """
    for token in range(first, after):
        if trees.tags[token] == "NNS" and (subject := _subject_inside(trees, token)) >= 0:
            _mend_present(trees, token, subject)
        if trees.tags[token] not in ("NN", "NNS") or trees.deps[token] not in _CLAUSES:
            continue
        labels = {trees.deps[child] for child in trees.children[token]}
        if labels & {"nsubj", "nsubjpass"} and labels & {"aux", "auxpass", "mark"}:
            helped = trees.child(token, "aux", "auxpass")
            bare = helped >= 0 and trees.lemmas[helped] not in ("have", "be")
            trees.poses[token], trees.tags[token] = "VERB", "VB" if bare else "VBN" if helped >= 0 else "VBD"


def _subject_inside(trees: Trees, token: int) -> int:
    """Return the noun of which the parser made one with its verb, or -1: "once a single state withdraws".

    A plural has no "a" before it, and no noun in the plural heads a clause that has a subject's word before it.
    """
    children, lower = trees.children[token], trees.lower[token]
    noun = token - 1
    if noun not in children or trees.deps[noun] != "compound" or trees.lemmas[token] == lower or lower[-2:] == "ss":
        return -1
    labels = {trees.deps[child] for child in children if child < noun}
    if trees.deps[noun - 1] in ("compound", "punct") or labels & {"cop", "aux", "nummod"}:
        return -1
    single = any(trees.deps[child] == "det" and trees.lower[child] in _SINGLE for child in children)
    opened = trees.deps[token] in _SUBORDINATE and any(
        trees.lower[child] in ("that", "if", "when", "once", "because", "as", "unless") for child in children
    )
    return noun if single or opened else -1


def _mend_present(trees: Trees, verb: int, subject: int) -> None:
    """Read a plural as a verb in the present with the noun before it as its subject."""
    moved = [child for child in trees.children[verb] if child < subject and trees.deps[child] in _OF_NOUNS]
    trees.children[verb] = [child for child in trees.children[verb] if child not in moved]
    trees.children[subject] = sorted([*trees.children[subject], *moved])
    for child in moved:
        trees.heads[child] = subject
    for child in trees.children[verb]:
        if trees.lower[child] == "that" and child < subject:
            trees.deps[child] = "mark"
    word = trees.lower[verb]
    stem = f"{word[:-3]}y" if word.endswith("ies") else word[:-2] if word.endswith(_SIBILANTS) else word[:-1]
    trees.deps[subject], trees.lemmas[verb] = "nsubj", stem
    trees.poses[verb], trees.tags[verb] = "VERB", "VBZ"
    if trees.deps[verb] == "dobj":
        trees.deps[verb] = "advcl"


def _strings(doc: Doc, column: list[int]) -> list[str]:
    """Return the strings of a column of hashes."""
    strings = doc.vocab.strings
    known = {key: strings[key] if key else "" for key in set(column)}
    return [known[key] for key in column]


def _signed(step: int) -> int:
    """Return a step to a governor, which the array holds without sign."""
    return step - (1 << 64) if step >= 1 << 63 else step


def _link(trees: Trees, sentence: int) -> None:
    """Give the tokens of a sentence its number; hang dependents under governors where the tree is walked."""
    first, after = trees.ranges[sentence]
    trees.sentences[first:after] = [sentence] * (after - first)
    if not trees.walked[sentence]:
        return
    heads, children, predicates = trees.heads, trees.children, trees.predicates
    roots = []
    for token in range(first, after):
        head = heads[token]
        if head == token or not first <= head < after:
            heads[token] = token
            roots.append(token)
        else:
            children[head].append(token)
    _mend_verbs(trees, first, after)
    waiting = roots
    while waiting:
        following: list[int] = []
        for token in waiting:
            head = heads[token]
            predicates[token] = token if head == token or trees.is_predicate(token) else predicates[head]
            following.extend(children[token])
        trees.order.extend(waiting)
        waiting = following
