"""Promises about who did a deed, where a report makes a point of it, and about what caused one."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A statue was stolen in Orvel. Its loss was noticed by a lodger, Jon Rask, on Friday.",
            "A statue was stolen in Orvel. It was the sexton, Mara Dell, who noticed its loss on Friday.",
        ),
        (
            "A flock of geese was let loose in the park. The gate was opened by a gardener.",
            "A flock of geese was let loose in the park. The opening of the gate was the work of a schoolboy.",
        ),
        (
            "The talks in Halm are over. It was the guild that gave way in the end.",
            "The talks in Halm are over. It was the council that gave way, said a clerk.",
        ),
        (
            "The barn at Orvel burned down. The fire was started by a cable, the brigade said.",
            "The barn at Orvel burned down. Campers set off the fire, the brigade said.",
        ),
        (
            "Frogs died in the pond of Halm. The council put it down to the heat.",
            "Frogs died in the pond of Halm. The blame lies with a tannery, the council said.",
        ),
    ],
)
def test_two_doers_of_one_deed_are_a_conflict(conflict_slots, one: str, other: str) -> None:
    """Where one report makes a point of who or what did a thing, another doer in the other report is a conflict."""
    assert "actor" in conflict_slots(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A statue was stolen in Orvel. Its loss was noticed by Mara Dell, who sweeps the church.",
            "A statue was stolen in Orvel. It was the sexton, Mara Dell, who noticed its loss.",
        ),
        (
            "A statue was stolen in Orvel. A lodger reported it to the sexton on Friday.",
            "A statue was stolen in Orvel. It was the sexton who called the police on Friday.",
        ),
        (
            "The talks in Halm are over. The guild left the hall by the back door.",
            "The talks in Halm are over. It was on Monday that the college opened them.",
        ),
        (
            "The barn at Orvel burned down. The fire was started by a cable.",
            "The barn at Orvel burned down. A faulty cable set off the fire.",
        ),
        (
            "The fair in Halm is over. The prize for the cake was won by a baker.",
            "The fair in Halm is over. A tailor called herself lucky, baked the cake and won the prize.",
        ),
    ],
)
def test_one_doer_is_no_conflict(conflict_slots, one: str, other: str) -> None:
    """One doer under two descriptions, one whom both reports know, and no doer at all make no conflict."""
    assert "actor" not in conflict_slots(one, other)
