"""Slots of sentences: the times, amounts and agents of two sentences, and whether they fit.

"The siren went at nine in the evening" and "it was 9 p.m. when the lights came on" hardly share a word; one time or one
amount says that they may tell one thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.alignments.occasions import TimeFit, times_fit
from variorum.alignments.positions import Actors
from variorum.model.annotations import TimeExpression
from variorum.model.quantities import Quantity
from variorum.model.spans import index_at

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from variorum.model.annotations import AnnotatedReport

#: Times and amounts of one sentence that are compared.
_TIMES = 4
_AMOUNTS = 6
#: Plain counts below this say little: every report has "two" of something.
_LEAST_COUNT = 4
#: Share of the greater of two amounts by which they may differ and be near: "nearly 300", "288".
_NEAR = 0.12


class Slots(Struct, frozen=True):
    """When, how much and who acts in one sentence."""

    times: tuple[TimeExpression, ...]
    amounts: tuple[tuple[str, float], ...]
    """Unit and value of each amount, the middle of what its words allow."""
    agents: frozenset[str]
    """Actors that do something in it."""


def sentence_slots(annotated: AnnotatedReport, actors: Actors, numbers: Sequence[int]) -> tuple[Slots, ...]:
    """Return the slots of sentences of a report, by their numbers in it."""
    spans = [sentence.span for sentence in annotated.sentences]
    times: dict[int | None, list[TimeExpression]] = {number: [] for number in numbers}
    amounts: dict[int | None, list[tuple[str, float]]] = {number: [] for number in numbers}
    agents: dict[int | None, set[str]] = {number: set() for number in numbers}
    for time in annotated.times:
        times.get(index_at(spans, time.start), []).append(time)
    for quantity in annotated.quantities:
        value = _value(quantity)
        if value is not None:
            amounts.get(index_at(spans, quantity.start), []).append((quantity.unit or "", value))
    for statement in annotated.statements:
        acting = (part.entity for part in statement.participants if part.role == "agent")
        agents.get(statement.sentence, set()).update(actors[entity] for entity in acting if entity in actors)
    return tuple(
        Slots(tuple(times[number][:_TIMES]), tuple(amounts[number][:_AMOUNTS]), frozenset(agents[number]))
        for number in numbers
    )


def _value(quantity: Quantity) -> float | None:
    """Return the middle of what the words of a quantity allow; its one bound where it has one, else None."""
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    return sum(bounds) / len(bounds) if bounds else None


def slot_features(left: Sequence[Slots], right: Sequence[Slots]) -> dict[str, NDArray[np.float32]]:
    """Return by name tables of what fits in the slots of every two sentences, 1 where it does."""
    dated = _table(left, right, _at_one_time, lambda slots: slots.times)
    lasting = _table(left, right, _of_one_length, lambda slots: slots.times)
    same = _table(left, right, _of_one_amount, lambda slots: slots.amounts)
    near = _table(left, right, _of_near_amounts, lambda slots: slots.amounts)
    others = _table(left, right, _by_others, lambda slots: slots.agents)
    return {
        "same time": dated,
        "same length of time": lasting,
        "same amount": same,
        "near amount": near * (1 - same),
        "other agents": others,
    }


def _table(
    left: Sequence[Slots],
    right: Sequence[Slots],
    fit: Callable[[Slots, Slots], bool],
    slot: Callable[[Slots], Iterable[object]],
) -> NDArray[np.float32]:
    """Return 1 for each two sentences that fit, and 0 where they do not, or one has nothing in the slot."""
    import numpy as np  # noqa: PLC0415  # only where something is aligned

    found = np.zeros((len(left), len(right)), dtype=np.float32)
    filled = [column for column, two in enumerate(right) if slot(two)]
    for row, one in enumerate(left):
        for column in filled if slot(one) else ():
            found[row, column] = fit(one, right[column])
    return found


def _at_one_time(one: Slots, two: Slots) -> bool:
    """Say whether two sentences tell one time."""
    return any(times_fit(time, other) is TimeFit.SAME for time in one.times for other in two.times)


def _of_one_length(one: Slots, two: Slots) -> bool:
    """Say whether two sentences tell one length of time: "a fortnight", "two weeks"."""
    lengths = {time.value for time in one.times if time.is_length}
    return any(time.is_length and time.value in lengths for time in two.times)


def _of_one_amount(one: Slots, two: Slots) -> bool:
    """Say whether two sentences tell one amount."""
    return any((unit or value >= _LEAST_COUNT) and (unit, value) in two.amounts for unit, value in one.amounts)


def _of_near_amounts(one: Slots, two: Slots) -> bool:
    """Say whether two sentences tell amounts in one unit that lie near each other."""
    return any(
        unit == other and abs(value - second) <= _NEAR * max(abs(value), abs(second))
        for unit, value in one.amounts
        for other, second in two.amounts
    )


def _by_others(one: Slots, two: Slots) -> bool:
    """Say whether each of two sentences is of what some actor does, and no actor does something in both."""
    return not one.agents & two.agents
