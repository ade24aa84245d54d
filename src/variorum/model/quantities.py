"""Quantities as intervals: "at least 40", "52", "dozens", "about 1,200", "a third"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class QuantityRelation(StrEnum):
    """How two quantities lie to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted or measured amount, as the closed interval ``[low, high]`` that the words allow."""

    id: str
    start: int
    end: int
    text: str
    low: float | None
    """Least value the words allow; None for no bound."""
    high: float | None
    """Greatest value the words allow; None for no bound ("at least 40")."""
    unit: str | None
    """``percent``, an ISO 4217 currency, a unit of measure, or None for a plain count."""
    counted: str | None
    """Lemma of what is counted ("people", "soldier"); None when the text does not say."""
    approximate: bool = False
    """True where the words say so ("about", "some", "dozens") or the figure is round by convention."""
    role: str | None = None
    """What happens to the counted: lemma of the governing verb or participle ("kill", "injure", "arrest"), or None."""

    def relation_to(self, other: Quantity) -> QuantityRelation:
        """Compare the two intervals; units and what is counted are the caller's business."""
        low, high = self.low, self.high
        other_low, other_high = other.low, other.high
        if (low, high) == (other_low, other_high):
            return QuantityRelation.SAME
        if high is not None and other_low is not None and high < other_low:
            return QuantityRelation.APART
        if other_high is not None and low is not None and other_high < low:
            return QuantityRelation.APART
        return QuantityRelation.COMPATIBLE
