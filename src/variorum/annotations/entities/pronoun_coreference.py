"""Coreference of pronouns: agreement, the grammar of binding, then a score; two equal antecedents leave it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.entities.clusters import MALE_FEMALE, Cluster, same_gender
from variorum.annotations.entities.nominal_coreference import NominalJoining
from variorum.model.annotations import EntityType, MentionForm
from variorum.model.spans import index_at

if TYPE_CHECKING:
    from variorum.annotations.entities.phrases import Found


#: Nouns that say the gender of a person and little else.
_TAKING_UP = frozenset({"man", "woman", "boy", "girl"})
#: What "it" can stand for; of groups those that a report speaks of as of one: "the navy", "the crew".
_ITS_TYPES = frozenset({EntityType.ORGANISATION, EntityType.STATE, EntityType.GROUP})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
#: Heads above a pronoun among which the verb is that its clause hangs on.
_CLAUSES_ABOVE = 8
#: Heads above a reflexive pronoun among which the verb of its subject is.
_VERB_ABOVE = 4


class PronounJoining(NominalJoining):
    """Joins the pronouns of one report, in text order."""

    def _pronoun(self, mention: Found) -> Cluster | None:
        """Return the antecedent of a pronoun, None when unclear."""
        if mention.partner is not None:
            return self.by_token.get(mention.partner)
        if mention.name in _REFLEXIVE and (subject := self._subject_of(mention)) is not None:
            return subject
        scored: dict[int, tuple[float, Cluster]] = {}
        for rank, (other, cluster) in enumerate(self._near(mention)):
            if not self._agrees(mention, other, cluster):
                continue
            score = self._score(mention, other, cluster) - 0.05 * rank
            known = scored.get(id(cluster))
            if known is None or score > known[0]:
                scored[id(cluster)] = (score, cluster)
        ranked = sorted(scored.values(), key=lambda pair: -pair[0])
        if not ranked:
            return None
        margin = 0.5 if mention.gender in MALE_FEMALE else 1.0
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < margin:
            return None
        return ranked[0][1]

    def _taken_up(self, mention: Found) -> Cluster | None:
        """Return whom a bare "the man" takes up as "he" would: a person of that gender who stands shortly before.

        Not where somebody is already called by the noun, nor where more is said: "the man who called".
        """
        bare = mention.head - mention.first == 1 and not mention.restricted and mention.partner is None
        if not (bare and mention.definite and mention.name in _TAKING_UP and mention.gender in MALE_FEMALE):
            return None
        if any(mention.name in cluster.nouns for _, cluster in self._near(mention)):
            return None
        cluster = self._pronoun(mention)
        if cluster is not None:
            cluster.add(mention)
        return cluster

    def _subject_of(self, mention: Found) -> Cluster | None:
        """Return whom the subject of a reflexive pronoun's clause names: "Reyes blamed herself"."""
        trees, at = self.trees, mention.root
        for _ in range(_VERB_ABOVE):
            if trees.heads[at] == at:
                return None
            at = trees.heads[at]
            if (subject := trees.child(at, "nsubj", "nsubjpass")) >= 0:
                cluster = self.by_token.get(subject)
                return cluster if cluster is not None and same_gender(cluster.gender, mention.gender) else None
        return None

    def _agrees(self, mention: Found, other: Found, cluster: Cluster) -> bool:
        """Say whether an antecedent agrees with a pronoun in kind, gender, voice and place."""
        if mention.gender in MALE_FEMALE:
            fits = cluster.type is EntityType.PERSON and same_gender(cluster.gender, mention.gender)
        elif mention.gender == "p":
            fits = (
                cluster.type is EntityType.GROUP
                or other.plural
                or (cluster.type is EntityType.ORGANISATION and other.subject)
            )
        else:
            fits = cluster.type in _ITS_TYPES and not other.adjective and not other.plural
            if mention.name == "it":
                fits = fits and mention.subject and other.subject
        if not fits:
            return False
        marked, trees = self.draft.marked, self.trees
        here, there = (index_at(marked, trees.starts[m.head]) for m in (mention, other))
        if here != there and (here is not None or there is not None):
            # Words inside marks speak from another place: only "he" of the same quotation or of the outlet's own voice.
            return False
        return not self._bound(mention, other)

    def _bound(self, mention: Found, other: Found) -> bool:
        """Say whether grammar forbids it: "Reyes met him" is not Reyes; "his brother Luis" is not of Luis himself."""
        trees = self.trees
        if mention.name in _REFLEXIVE:
            return False
        if mention.first >= other.first and mention.after <= other.after:
            return True
        if (
            mention.sentence != other.sentence
            or mention.name in ("his", "their", "its")
            or trees.tags[mention.head] == "PRP$"
        ):
            return False
        verb = trees.heads[mention.root]
        if trees.deps[mention.root] == "pobj":
            verb = trees.heads[verb]
        return trees.heads[other.root] == verb and not (mention.subject and not other.subject)

    def _is_under(self, token: int, verb: int) -> bool:
        """Say whether a word stands in the clause of a verb, or in one that hangs on it: "was leaving when she ..."."""
        heads = self.trees.heads
        for _ in range(_CLAUSES_ABOVE):
            if token == verb:
                return True
            if heads[token] == token:
                return False
            token = heads[token]
        return False

    def _are_objects(self, token: int, other: int) -> bool:
        """Say whether two words are the objects of two verbs that "and" joins: "fired Reyes and replaced him"."""
        deps, heads = self.trees.deps, self.trees.heads
        verb = heads[token]
        return deps[token] == deps[other] == "dobj" and deps[verb] == "conj" and heads[verb] == heads[other]

    def _score(self, mention: Found, other: Found, cluster: Cluster) -> float:
        """Return how good an antecedent is: nearness, subject, main clause, parallel role, being spoken of."""
        distance = self.own_sentences[mention.sentence] - self.own_sentences[other.sentence]
        score = (4.0, 3.0, 1.0)[max(0, min(2, distance))]
        if other.subject:
            score += 2.0
            verb = self.trees.heads[other.root]
            if self.trees.deps[verb] == "ROOT" or self._is_under(mention.root, verb):
                score += 1.0
        elif self._are_objects(mention.root, other.root):
            score += 2.5
        if other.form is MentionForm.PRONOUN:
            score += 0.5
        if other.form is MentionForm.NAME and mention.gender in MALE_FEMALE and cluster.gender == mention.gender:
            score += 0.5
        if mention.plural:
            score += 1.0 if other.plural else -2.0
        return score + 0.1 * min(5, len(cluster.mentions))
