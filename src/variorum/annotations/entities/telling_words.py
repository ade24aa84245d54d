"""Telling words: what stands beside a role noun and says whose bearer it is ("Reyes's lawyer", "the port official")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.entities.name_coreference import NameJoining
from variorum.annotations.tables import actors as tables
from variorum.model.annotations import EntityType

if TYPE_CHECKING:
    from variorum.annotations.entities.clusters import Cluster
    from variorum.annotations.entities.phrases import Found

#: Mentions of one person whose titles are read; the rest repeats them.
_TITLES = 20


class TellingWords(NameJoining):
    """The words beside the role nouns of one report."""

    def _served(self, owner: Cluster) -> Cluster | None:
        """Return whom "his client" means: the person in the title of the other, "Reyes attorney Dan Kell"."""
        for known in owner.mentions[:_TITLES]:
            token = known.owner if known.owner is not None else self._before_title(known)
            if token is not None:
                named = (self.by_token.get(token), *self.by_word.get(self.trees.lower[token], ()))
                served = [cluster for cluster in named if cluster is not None and cluster is not owner]
                return next((cluster for cluster in served if cluster.type is EntityType.PERSON), None)
        return None

    def _before_title(self, mention: Found) -> int | None:
        """Return the last word of the name before a title: "Reyes" of "Reyes attorney Dan Kell"."""
        trees, inside = self.trees, range(mention.first, mention.head)
        text = self.draft.report.text
        names = [at for at in inside if trees.lower[at] in self.by_word and text[trees.starts[at]].isupper()]
        before = mention.first - 1
        if (
            before >= 0
            and inside
            and trees.poses[before] == "PROPN"
            and mention.first <= trees.heads[before] < mention.after
        ):
            return before
        return names[-1] if names else None

    def _is_told_of(self, mention: Found, cluster: Cluster) -> bool:
        """Say whether all that stands beside a noun that many bear is said of one of them: "the harbour official"."""
        said = set().union(*(self._words(other) for other in cluster.mentions[:_TITLES]))
        owned = mention.owner is not None and self.trees.lower[mention.owner] in said
        return owned or self._words(mention) <= said

    def _words(self, mention: Found) -> set[str]:
        """Return the words of a mention beside its head and its determiners."""
        lower = self.trees.lower
        plain = tables.word_set("before_title") | tables.word_set("determiner")
        around = [*range(mention.first, mention.head), *range(mention.head_after, mention.after)]
        if (before := self._before_title(mention)) is not None:
            around.append(before)
        # "Ana Reyes's lawyer" is the lawyer of Reyes.
        people = [token for token in around if lower[token] in self.by_word]
        longer = {token for token in people if token + 1 in people}
        words = {lower[token] for token in around if lower[token].isalpha() and token not in longer}
        return words - plain - {"of", "for", "his", "her", "s"}
