"""Coreference: which mentions of one report name the same entity.

Names first (identity by table, full name, surname, acronym), then one sweep through the text for nominals and pronouns.
Rules in the order of their precision, after the sieves of Lee et al. (2013); no rule looks further back than two
sentences of the outlet's own voice unless a name or office fits. A pronoun with two equally good antecedents stays
unresolved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.entities.late_coreference import LateJoining
from variorum.model.annotations import MentionForm

if TYPE_CHECKING:
    from variorum.annotations.entities.clusters import Cluster
    from variorum.annotations.entities.phrases import Found
    from variorum.model.annotations import Draft


def join_mentions(draft: Draft, found: list[Found]) -> list[Cluster]:
    """Return the clusters of mentions in the order of their first mention; unresolved pronouns are left out."""
    joiner = _Sweep(draft)
    joiner.join_names([mention for mention in found if mention.form is MentionForm.NAME])
    joiner.sweep(found)
    joiner.join_late()
    return [cluster for cluster in joiner.clusters if cluster.mentions]


class _Sweep(LateJoining):
    """Goes through a report once, after its names are joined."""

    def sweep(self, found: list[Found]) -> None:
        """Go through the text once: names become antecedents, nominals and pronouns look for theirs."""
        for mention in sorted(found, key=lambda m: (m.head, m.after)):
            if mention.form is MentionForm.NAME:
                cluster = self.by_token.get(mention.head)
                if cluster is None:
                    continue
            elif mention.form is MentionForm.NOMINAL:
                cluster = self._taken_up(mention) or self._nominal(mention)
                self.by_token.setdefault(mention.root, cluster)
                if self._is_anybody(mention, cluster):
                    continue
            else:
                resolved = self._pronoun(mention)
                if resolved is None:
                    continue
                cluster = resolved
                cluster.add(mention)
                self.by_token.setdefault(mention.head, cluster)
                if mention.partner is not None:
                    continue  # "who" stands beside its noun, and is no antecedent itself
            self._remember(mention, cluster)
