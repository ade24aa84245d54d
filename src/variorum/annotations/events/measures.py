"""Measures: whether what rises, falls or is short is something that is measured, such as prices, output or demand."""

from __future__ import annotations

from collections.abc import Container

from variorum.annotations.arguments import ArgumentReader
from variorum.annotations.events.drafts import EventDraft
from variorum.annotations.trees import Trees
from variorum.word_lists import listed

#: Modes of what rises, falls, lacks or stops, and what it is that does.
MOVES = frozenset(
    {"increase", "decrease", "steady", "surplus", "shortage", "disruption", "tension", "crisis"}
)  # fmt: skip
_MEASURES = listed("""
    price output production supply demand stock stockpile inventory export import rate growth sale profit revenue share
    market oil crude gas petroleum gasoline diesel fuel coal energy future currency dollar euro pound yen inflation
    unemployment cost wage pay tariff tax budget deficit debt index yield consumption capacity shipment trade economy
    spending income earnings barrel volume flow processing purchase turnout attendance population temperature level
    number toll harvest crop wheat grain rain water benchmark brent contract economic premium forecast estimate use
    usage refining drilling rig refinery investment employment job work labour labor housing rent staff
""")
#: Words around a trigger that are looked at for something measured.
_NEAR = 8


class MeasureReader:
    """Knows which moves of one draft are moves of something measured."""

    def __init__(self, trees: Trees, arguments: ArgumentReader, counted: Container[int]) -> None:
        """Keep the trees and the predicates with quantities."""
        self._trees = trees
        self._arguments = arguments
        self._counted = counted

    def is_told(self, event: EventDraft, token: int) -> bool:
        """Say whether an event of the moves tells one: by how much, or of what."""
        moved = self._trees.predicates[token] in self._counted and event.frame.mode in ("increase", "decrease")
        return moved or self._is_measured(event)

    def _is_measured(self, event: EventDraft) -> bool:
        """Say whether what rises, falls or is short is something that is measured: prices, output, demand."""
        trees, token = self._trees, event.token
        near = [token, *trees.children_of(token, "dobj", "nsubj", "nsubjpass", "compound", "amod", "poss")]
        near += [
            target for word, target in trees.prepositions(token) if target >= 0 and word in ("in", "of", "to", "on")
        ]
        if trees.deps[token] in ("amod", "acl", "relcl", "compound"):
            near.append(trees.heads[token])
        elif event.rule.startswith("verb") and trees.child(token, "nsubj", "nsubjpass") < 0:
            near.append(self._arguments.subject_token(token))
        for each in [each for each in near if each >= 0][:_NEAR]:
            words = [each, *trees.conjuncts(each), *trees.children_of(each, "compound", "amod")]
            words += [
                target for word, target in trees.prepositions(each) if target >= 0 and word in ("of", "for", "in")
            ]
            if any(trees.lemmas[word] in _MEASURES for word in words):
                return True
        # a tension or crisis is told without anything measured
        return event.frame.mode in ("tension", "crisis")
