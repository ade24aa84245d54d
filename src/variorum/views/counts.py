"""The numbers of a comparison that every view prints, counted once."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from variorum.model.alignments import Layer
from variorum.model.comparisons import Comparison, Relation, Unit
from variorum.views.sigla import siglum_rank


class Counts(Struct, frozen=True):
    """Units by what a reader asks for; every unit is in exactly one of them."""

    across: tuple[Unit, ...]
    """Conflicts between reports."""
    within: tuple[Unit, ...]
    """Conflicts of a report with itself."""
    reworded_quotations: tuple[Unit, ...]
    same_quotations: tuple[Unit, ...]
    agreed: tuple[Unit, ...]
    """Events and statements that reports tell alike or in other words."""
    alone: tuple[Unit, ...]
    uncertain: tuple[Unit, ...]

    @property
    def conflicts(self) -> tuple[Unit, ...]:
        """Return all conflicts, in the order of the comparison."""
        return (*self.across, *self.within)


def count_units(comparison: Comparison) -> Counts:
    """Sort the units of a comparison into the groups of :class:`Counts`, keeping their order."""
    groups: dict[str, list[Unit]] = {name: [] for name in Counts.__struct_fields__}
    for unit in comparison.units:
        groups[_group_of(unit)].append(unit)
    return Counts(**{name: tuple(units) for name, units in groups.items()})


def _group_of(unit: Unit) -> str:
    """Name the group of one unit."""
    if unit.relation is Relation.CONTRADICTS:
        return "within" if unit.within else "across"
    if unit.relation is Relation.UNCERTAIN:
        return "uncertain"
    if unit.relation is Relation.ONLY:
        return "alone"
    if unit.layer is Layer.QUOTATION:
        return "reworded_quotations" if unit.relation is Relation.REWORDS else "same_quotations"
    return "agreed"


def doubt_of_one_event(comparison: Comparison) -> str | None:
    """Return a line on reports that share nothing with any other: one may be of something else; None where all do."""
    told = [row for row in comparison.coverage if row.sentences]
    apart = sorted((row.siglum for row in told if not row.shared), key=siglum_rank)
    if not apart:
        return None
    if len(apart) == len(told):
        return "Nothing was found that two of the reports tell. Do they tell of one event?"
    return f"Nothing in {', '.join(apart)} was found in another report. Is it of the same event?"


def slot_counts(units: tuple[Unit, ...]) -> list[tuple[str, int]]:
    """Return how many conflicts lie in which slot, most first, ties in alphabetical order."""
    counted = Counter(str(unit.slot or "other") for unit in units)
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return "1 conflict", "2 conflicts", "2,035 characters"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
