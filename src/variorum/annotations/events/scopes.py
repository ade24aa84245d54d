"""Scopes: the words that make an event negated, possible, conditional, to come or attributed, and how far they reach.

After the scopes of BioScope (Vincze et al. 2008): a cue, and the stretch of text that it bears on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.factuality.status import Modality, Status
from variorum.model.annotations import Scope, ScopeKind
from variorum.model.spans import Span

if TYPE_CHECKING:
    from variorum.annotations.factuality.reading import FactualityReader
    from variorum.annotations.trees import Trees
    from variorum.model.annotations import Quotation

_KINDS = {
    Modality.FACT: ScopeKind.POSSIBILITY,
    Modality.FUTURE: ScopeKind.FUTURE,
    Modality.POSSIBLE: ScopeKind.POSSIBILITY,
    Modality.CONDITIONAL: ScopeKind.CONDITION,
}


class ScopeReader:
    """Finds the scopes that an event stands in."""

    def __init__(self, trees: Trees, factuality: FactualityReader) -> None:
        """Keep the tree; the reach of subtrees is read when the first scope is asked for."""
        self._trees = trees
        self._factuality = factuality
        self._reach: list[tuple[int, int]] = []

    def scopes_of(self, verb: int, status: Status, quotation: Quotation | None) -> tuple[Scope, ...]:
        """Return the scopes around an event: negation, modality, attribution."""
        found = []
        if status.negated and status.denial >= 0:
            found.append(self._scope(ScopeKind.NEGATION, status.denial, verb))
        if status.cue >= 0:
            found.append(self._scope(_KINDS[status.modality], status.cue, verb))
        if quotation is not None:
            cue = quotation.cue or quotation.speaker or Span(quotation.start, quotation.start)
            found.append(Scope(ScopeKind.ATTRIBUTION, cue, Span(quotation.start, quotation.end)))
        return tuple(found)

    def _scope(self, kind: ScopeKind, cue: int, verb: int) -> Scope:
        """Return the scope of one cue: what stands under the topmost word that it bears on, the cue left out."""
        trees = self._trees
        first, last = self._reached(self._factuality.scope_of(verb, cue))
        if first == cue < last:
            first += 1
        while last > first and trees.poses[last] in ("PUNCT", "SPACE"):
            last -= 1
        return Scope(kind, Span(trees.starts[cue], trees.ends[cue]), Span(trees.starts[first], trees.ends[last]))

    def _reached(self, token: int) -> tuple[int, int]:
        """Return the first and last token of a subtree."""
        if not self._reach:
            trees = self._trees
            low, high = list(range(len(trees.heads))), list(range(len(trees.heads)))
            for each in reversed(trees.order):
                head = trees.heads[each]
                low[head], high[head] = min(low[head], low[each]), max(high[head], high[each])
            self._reach = list(zip(low, high, strict=True))
        return self._reach[token]
