"""Quantities: how many, how much, of what, and what happens to them, as intervals that the words allow.

"At least 40" is ``[40, None]``, "about 1,200" ``[1080, 1320]``, "dozens" ``[24, 99]``. "More than 1,000" begins at
1,000: the interval is closed, one too many is less harmful than a conflict with a report that says 1,000.
Years, dates, clock times, ages, ordinals, scores, section and telephone numbers are no quantities.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.quantities.bounds import Amount, bounded
from variorum.annotations.quantities.labels import is_label
from variorum.annotations.quantities.numerals import read_numeral
from variorum.annotations.quantities.roles import what_is_counted
from variorum.annotations.trees import Trees, trees_of
from variorum.model.quantities import Quantity
from variorum.registry import annotator

if TYPE_CHECKING:
    from variorum.model.annotations import Draft


@annotator(gives="quantities", needs=("times",), version="3")
def annotate_quantities(draft: Draft) -> tuple[Quantity, ...]:
    """Return the quantities outside boilerplate, in text order.

    Numbers inside a time expression are left to it.
    """
    trees = trees_of(draft)
    dated = _tokens_of_times(draft, trees)
    found: list[Quantity] = []
    for index, (first, after) in enumerate(trees.ranges):
        if draft.sentences[index].boilerplate:
            continue
        for amount in _amounts(trees, first, after, dated):
            start, end = trees.starts[amount.first], trees.ends[amount.after - 1]
            end -= draft.report.text[start:end].endswith("m.")  # "a fine of £5m."
            counted, role = what_is_counted(trees, amount) if trees.walked[index] else (None, None)
            found.append(
                Quantity(
                    id=f"n{len(found) + 1}",
                    start=start,
                    end=end,
                    text=draft.report.text[start:end],
                    low=amount.low,
                    high=amount.high,
                    unit=amount.unit,
                    counted=counted,
                    approximate=amount.approximate,
                    role=role,
                )
            )
    return tuple(found)


def _tokens_of_times(draft: Draft, trees: Trees) -> frozenset[int]:
    """Return the tokens that time expressions cover."""
    return frozenset(token for time in draft.times for token in trees.tokens_in(time.start, time.end))


def _amounts(trees: Trees, first: int, after: int, dated: frozenset[int]) -> list[Amount]:
    """Return the amounts of one sentence."""
    found: list[Amount] = []
    lower = trees.lower
    at = first
    while at < after:
        numeral = None if at in dated else read_numeral(lower, at, after)
        if numeral is None:
            at += 1
            continue
        if not any(token in dated for token in range(numeral.first, numeral.after)) and not is_label(
            trees, numeral, first, after
        ):
            amount = bounded(trees, numeral, first, after)
            if amount is not None:
                found.append(amount)
                at = max(amount.after, numeral.after)
                continue
        at = _skip_chain(lower, numeral.after, after)
    return found


def _skip_chain(lower: list[str], at: int, after: int) -> int:
    """Return the token after a chain of figures that are no amount ("555-1234-99", "3-2")."""
    while at + 1 < after and lower[at] in ("-", "–", "/", ".", ":") and lower[at + 1][0].isdigit():
        at += 2
    return at
