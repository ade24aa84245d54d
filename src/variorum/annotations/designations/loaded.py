"""Loaded expressions: words that evaluate an act, a thing or somebody, by our table of wording or by their form.

Praise and euphemism are marked like blame ("heroic", "barbaric"; "liberation", "occupation"). The noun of a label
("the dictator") belongs to the label, which carries its polarity; an adjective beside it is marked as well ("brutal").
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from variorum.annotations.designations.wording import Mark, Word, hyphened_at, loaded_word, wording
from variorum.annotations.tables.actors import word_set
from variorum.model.annotations import DesignationKind, MentionForm
from variorum.model.spans import Span

if TYPE_CHECKING:
    from variorum.annotations.trees import Trees
    from variorum.model.annotations import Draft

_POSES = {"ADJ": "adj", "NOUN": "noun", "VERB": "verb", "ADV": "adv"}
_PARTS = {"adj": "adjective", "noun": "noun", "verb": "verb", "adv": "adverb"}
_DESCRIBING = frozenset(
    {"acl", "acomp", "advcl", "amod", "appos", "attr", "ccomp", "compound", "conj", "dep", "nmod", "oprd", "pobj"}
    | {"ROOT", "xcomp"}
)
_JOINING = frozenset({",", "and", "or", "but"})


class LoadedWords:
    """The loaded expressions of one report."""

    def __init__(self, draft: Draft, trees: Trees, labels: list[Mark]) -> None:
        """Read the trees; ``labels`` keep their nouns for themselves."""
        self.draft, self.trees = draft, trees
        self.labels = sorted(labels, key=lambda mark: (mark.start, mark.end))
        self.label_spans = [Span(mark.start, mark.end) for mark in self.labels]
        self.entity_at = {
            trees.token_at(mention.head_start): entity.id
            for entity in draft.entities
            for mention in entity.mentions
            if mention.form is not MentionForm.PRONOUN
        }

    def word_at(self, token: int) -> Mark | None:
        """Return the loaded expression that has its head here: with its degree, or with other loaded words beside."""
        trees = self.trees
        hyphened = self._hyphened(token)
        if hyphened is not None:
            return hyphened
        pos = self._pos(token)
        if pos is None:
            return None
        row = self._row(token, pos)
        if row is None or (pos == "adj" and not self._describes(token)):
            return None
        first, after = token, token
        if pos == "verb":
            particle = trees.child(token, "prt")
            after = particle if token < particle <= token + 2 else token
        elif pos == "noun":
            first, after = self._compound(token)
            if self._with_word_before(token) is not None:
                first = min(first, token - 1)
        elif pos == "adj":
            after = self._incident(token)
        first = self._with_degree(first)
        span = Span(trees.starts[first], trees.ends[after])
        beside = pos == "verb" or (pos == "adj" and trees.deps[token] == "amod")
        label = self._label_around(span)
        if label is not None and not beside:
            return None
        said_of = label.entity if label is not None else self._said_of(token, pos)
        return Mark(
            span.start, span.end, DesignationKind.LOADED, f"{row.polarity} {_PARTS[pos]}, table of wording",
            said_of, row.polarity,
        )  # fmt: skip

    def _incident(self, token: int) -> int:
        """Return the last token of an adjective with a noun that only says that something happened: "sad incident"."""
        trees = self.trees
        noun = token + 1
        happened = trees.heads[token] == noun and trees.lemmas[noun] in word_set("happening")
        return noun if happened and trees.deps[token] == "amod" and trees.tags[noun] == "NN" else token

    def _said_of(self, token: int, pos: str) -> str | None:
        """Return the actor that an adjective describes: its noun, or the subject that it is said of."""
        if pos != "adj":
            return None
        trees = self.trees
        token = trees.first_conjunct(token)
        head = trees.heads[token]
        if trees.deps[token] in ("acomp", "attr", "oprd"):
            head = trees.child(head, "nsubj", "nsubjpass") if trees.deps[token] != "oprd" else trees.child(head, "dobj")
        return self.entity_at.get(head) if head >= 0 else None

    def _pos(self, token: int) -> str | None:
        """Return the part of speech under which the table has a word; names evaluate nobody."""
        trees = self.trees
        pos = _POSES.get(trees.poses[token])
        if pos == "verb" and (trees.lower[token], "adj") in wording() and self._is_state(token):
            return "adj"
        return pos

    def _is_state(self, token: int) -> bool:
        """Say whether a participle tells how somebody or something is: "the baffled crew", "they were baffled"."""
        trees = self.trees
        beside = trees.deps[token] in ("amod", "compound")
        return beside or (trees.tags[token] == "VBN" and trees.child(token, "auxpass") >= 0)

    def _row(self, token: int, pos: str) -> Word | None:
        """Return the row of a word, of a verb with its particle, or of a noun with the word before it."""
        trees = self.trees
        lower, lemma = trees.lower[token], trees.lemmas[token]
        if self._is_plain(token):
            return None
        if pos == "verb":
            if trees.deps[token] in ("aux", "auxpass", "compound"):
                return None  # "a railing barrier"
            particle = trees.child(token, "prt")
            if particle >= 0:
                row = wording().get((f"{lemma} {trees.lower[particle]}", "verb"))
                if row is not None:
                    return row
        if pos == "noun":
            if self._is_charge(token):
                return None
            row = self._with_word_before(token)
            if row is not None:
                return row
        return loaded_word(lower, lemma, pos)

    def _with_word_before(self, token: int) -> Word | None:
        """Return the row of a noun together with the word before it: "gold standard"."""
        trees = self.trees
        return wording().get((f"{trees.lower[token - 1]} {trees.lemmas[token]}", "noun")) if token else None

    def _is_plain(self, token: int) -> bool:
        """Say whether a word is part of a term that evaluates nothing: "disaster relief", "plead guilty"."""
        trees, terms = self.trees, word_set("plain_term")
        before = trees.lower[token - 1] if token else ""
        after = trees.lower[token + 1] if token + 1 < len(trees.lower) else ""
        governed = trees.deps[token] in ("amod", "compound") and (
            f"{trees.lower[token]} {trees.lemmas[trees.heads[token]]}" in terms
        )
        return governed or f"{before} {trees.lemmas[token]}" in terms or f"{trees.lemmas[token]} {after}" in terms

    def _is_charge(self, token: int) -> bool:
        """Say whether a noun names a crime that a court deals with: "a fraud charge", "guilty of treason"."""
        trees = self.trees
        head = trees.heads[token]
        if trees.deps[token] == "compound":
            return trees.lemmas[head] in word_set("court_matter")
        if trees.deps[token] != "pobj" or trees.deps[head] not in ("prep", "agent"):
            return False
        return trees.lemmas[trees.heads[head]] in word_set("court_matter")

    def _describes(self, token: int) -> bool:
        """Say whether an adjective stands beside or is said of something; one of the highest degree always does."""
        return self.trees.deps[token] in _DESCRIBING or self.trees.tags[token] == "JJS"

    def _compound(self, token: int) -> tuple[int, int]:
        """Return first and last token of a loaded noun: "gang rape", "state terror", "terror corridor"."""
        trees = self.trees
        first = last = token
        while (
            first > 0
            and trees.heads[first - 1] in range(first, token + 1)
            and (
                (trees.deps[first - 1] == "compound" and trees.poses[first - 1] == "NOUN")
                or (trees.deps[first - 1] == "amod" and self._is_loaded(first - 1))
            )
        ):
            first -= 1
        if (
            trees.deps[token] == "compound"
            and token < trees.heads[token] <= token + 2
            and trees.poses[trees.heads[token]] == "NOUN"
        ):
            last = trees.heads[token]
        return first, last

    def _is_loaded(self, token: int) -> bool:
        """Say whether an adjective evaluates."""
        return self._pos(token) == "adj" and self._row(token, "adj") is not None

    def _with_degree(self, token: int) -> int:
        """Return the adverb right before a loaded word ("utterly irresponsible", "visibly angry"), else the word."""
        trees = self.trees
        before = token - 1
        if before < 0 or trees.heads[before] != token:
            return token
        if trees.poses[token] == "NOUN" and trees.lower[before] in word_set("whole"):
            return before
        adverb = trees.poses[before] == "ADV" and trees.lower[before].endswith("ly") and trees.lower[before] != "only"
        row = wording().get((trees.lower[before], "adv"))
        manner = adverb and trees.poses[token] == "ADJ" and (row is None or row.kind == "loaded")
        return before if manner or trees.lower[before] in word_set("degree") else token

    def _hyphened(self, token: int) -> Mark | None:
        """Return the mark of a hyphened word that the parser splits: "self-defense operations", "cold-blooded"."""
        trees = self.trees
        word = hyphened_at(trees, token)
        if word is None:
            return None
        for pos in ("adj", "noun"):
            row = wording().get((word, pos))
            if row is None or row.kind != "loaded":
                continue
            last = token + 2
            head = trees.heads[last]
            if pos == "noun" and trees.deps[last] in ("compound", "amod") and last < head <= last + 2:
                last = head
            reason = f"{row.polarity} {_PARTS[pos]}, table of wording"
            return Mark(
                trees.starts[token],
                trees.ends[last],
                DesignationKind.LOADED,
                reason,
                self.entity_at.get(head),
                row.polarity,
            )
        return None

    def _label_around(self, span: Span) -> Mark | None:
        """Return the label that a span lies inside of; labels are short, so a few before it are looked at."""
        at = bisect_right(self.label_spans, Span(span.start, 10**12))
        near = range(max(0, at - 4), at)
        return next((self.labels[index] for index in near if self.label_spans[index].contains(span)), None)


def join_neighbours(marks: list[Mark], text: str) -> list[Mark]:
    """Join loaded expressions that stand side by side: "irresponsible, impractical and unnecessary", "deeply false"."""
    joined: list[Mark] = []
    for mark in marks:
        last = joined[-1] if joined else None
        if last is not None and mark.start < last.end:
            if mark.start <= last.start and mark.end > last.end:
                joined[-1] = mark  # the noun takes in the adjective before it: "genocidal terrorism"
            continue
        if last is not None and _beside(last, mark, text):
            last.end = mark.end
            last.entity = last.entity or mark.entity
            continue
        joined.append(mark)
    return joined


def _beside(last: Mark, mark: Mark, text: str) -> bool:
    """Say whether two loaded expressions are one: of one polarity, joined by "and"; by a comma where both describe."""
    if mark.start - last.end > 6 or mark.polarity != last.polarity:
        return False
    between = text[last.end : mark.start].replace(",", " , ").split()
    comma = "," in between and not (" adjective," in last.reason and " adjective," in mark.reason)
    alike = last.reason == mark.reason and " adverb," not in mark.reason
    return len(between) <= 2 and all(word in _JOINING for word in between) and not comma and (alike or not between)
