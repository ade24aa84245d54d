"""Chances of labels: whether a noun phrase calls an actor of the story something, or only happens to name somebody.

"The mayor said" tells of an actor; "our society", "the media", "police said", "for users" name whom no reader would
look for. The weights are those of a logistic regression on labels that readers marked in real reports
(``tools/train_labels.py``), kept in ``data/label_weights.json`` by name.
"""

from __future__ import annotations

from math import exp, fsum, log
from typing import TYPE_CHECKING

from variorum.annotations.tables import actors as tables
from variorum.fitted_weights import fitted_weights
from variorum.model.annotations import EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.annotations.designations.wording import Mark
    from variorum.annotations.trees import Trees
    from variorum.model.annotations import Draft

#: Least chance of a label that is kept.
LEAST = 0.5
#: Constructions in which a noun phrase stands by itself, not beside a name.
_ALONE = ("noun phrase for the actor", "predicate noun: said of the actor")
_DESCRIBING = ("ADJ", "NOUN", "PROPN", "VERB")
_ARTICLES = {"the": "the", "a": "a", "an": "a", "this": "this", "that": "this", "these": "this", "those": "this"}
_SETS = ("bare", "crowd", "family", "needs_article", "of_many", "said_of_alone", "whereabouts")
#: Sentences of a report that count as its beginning.
_EARLY = 3
#: Words that describe, and mentions: more make no difference.
_MOST_WORDS, _MOST_MENTIONS = 3, 20


class LabelChances:
    """How likely each label of one report is one."""

    def __init__(self, draft: Draft, trees: Trees) -> None:
        """Read the entities of a draft."""
        self.trees = trees
        self.entities = {entity.id: entity for entity in draft.entities}

    def keeps(self, mark: Mark) -> bool:
        """Say whether a label is likely enough to be kept."""
        weights: Mapping[str, float] = fitted_weights("label")["weights"]
        odds = fsum(weights.get(name, 0.0) * value for name, value in self.features_of(mark).items())
        return 1 / (1 + exp(-odds)) >= LEAST

    def features_of(self, mark: Mark) -> dict[str, float]:
        """Return what speaks for and against a label, by name."""
        reason = mark.reason.partition(";")[0]
        tokens = self.trees.tokens_in(mark.start, mark.end)
        noun = self._noun(mark, tokens)
        described = sum(self.trees.poses[token] in _DESCRIBING for token in tokens if token < noun)
        told = noun < tokens[-1]
        found = {
            "bias": 1.0,
            reason: 1.0,
            "judging": float(";" in mark.reason),
            "words that describe": float(min(_MOST_WORDS, described)),
            "described": float(described > 0),
            "told more": float(told),
            "early": float(self.trees.sentences[noun] < _EARLY),
            **self._mentions(mark),
        }
        if reason in _ALONE:
            found |= self._form(tokens, noun)
            found |= self._noun_features(noun, plain=not described and not told)
            if found.get("bare plural") and not found.get("named"):
                found["bare plural without name"] = 1.0
        return found

    def _noun(self, mark: Mark, tokens: range) -> int:
        """Return the noun that heads a label: the first word of it that hangs on a word outside."""
        trees, found = self.trees, tokens[0]
        outer = [
            token
            for token in tokens
            if trees.heads[token] == token or not mark.start <= trees.starts[trees.heads[token]] < mark.end
        ]
        if outer:
            found = next((token for token in outer if trees.is_noun(token)), outer[0])
        return found

    def _mentions(self, mark: Mark) -> dict[str, float]:
        """Return what the actor of a label tells."""
        entity = self.entities.get(mark.entity or "")
        if entity is None:
            return {}
        mentions = min(_MOST_MENTIONS, len(entity.mentions))
        return {
            "named": float(entity.named),
            "mentions": log(max(1, mentions)),
            "named once": float(mentions == 1),
            "person": float(entity.type is EntityType.PERSON),
            "group": float(entity.type is EntityType.GROUP),
        }

    def _form(self, tokens: range, noun: int) -> dict[str, float]:
        """Return what article and ending tell."""
        trees, first = self.trees, tokens[0]
        before = first - 1 if first and trees.sentences[first - 1] == trees.sentences[first] else first
        words = {trees.lower[token] for token in (before, first)}
        tags = {trees.tags[token] for token in range(before, noun)}
        lead = next((kind for word, kind in _ARTICLES.items() if word in words), "bare")
        if tags & {"PRP$", "POS"}:
            lead = "owned"
        elif lead == "bare" and any(trees.poses[token] == "NUM" for token in range(first, noun)):
            lead = "number"
        plural = "plural" if trees.tags[noun] in ("NNS", "NNPS") else "singular"
        ours = any(trees.lower[token] in ("our", "my", "your") for token in range(before, noun))
        return {f"{lead} {plural}": 1.0, "ours": float(ours)}

    def _noun_features(self, noun: int, *, plain: bool) -> dict[str, float]:
        """Return what the noun and its place tell; ``plain`` is one of which nothing more is said."""
        trees, lemma, dep = self.trees, self.trees.lemmas[noun], self.trees.deps[noun]
        found = {f"is {dep}": 1.0, f"plain {dep}": float(plain)}
        if dep == "pobj":
            found[f"after {trees.lower[trees.heads[noun]]}"] = 1.0
        role = tables.role_of(trees.lower[noun]) or tables.role_of(lemma)
        if role is None:
            found["no role noun"] = 1.0
        else:
            found |= {f"{role.type.value} noun": 1.0, f"{role.kind} noun": 1.0}
            if role.sector is not None:
                found[f"sector {role.sector}"] = 1.0
        for name in _SETS:
            if lemma in tables.word_set(name):
                found |= {f"set {name}": 1.0, f"plain, set {name}": float(plain)}
        return found
