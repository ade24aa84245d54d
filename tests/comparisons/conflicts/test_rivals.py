"""Promises about conflicts between clauses that are told in other words."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        (
            "The dam at Orvel held. The council ruled out higher rents for the mill.",
            "The dam at Orvel held. Rents for the mill will be higher, the council announced.",
            "polarity",
        ),
        (
            "The village of Tarnow buried its baker on Monday. No oil leaked into the pond.",
            "The village of Tarnow buried its baker on Monday. Oil escaped into the pond.",
            "polarity",
        ),
        (
            "The new theatre in Halm is ready. The roof will be repaired this year, the builder said.",
            "The new theatre in Halm is ready. It is doubtful whether the roof will be repaired this year.",
            "certainty",
        ),
        (
            "Two trucks collided on Monday. It happened near a bridge in Hamburg.",
            "Two trucks ran into each other on Monday. The scene of the collision is a car park in Munich.",
            "place",
        ),
        (
            "A purse was lost at the fair. Its owner, Mara Dell, found a ring in the kitchen.",
            "A purse was lost at the fair. A neighbour, Otto Brack, was the one who came upon the ring in the kitchen.",
            "actor",
        ),
        (
            "A tremor shook the valley. Its centre lay north of Quetta, the observatory said.",
            "A tremor shook the valley. The epicentre was in the hills to the south of Quetta.",
            "place",
        ),
        (
            "The lorry tipped over. Seventeen passengers were hurt, two of them badly.",
            "The lorry tipped over. Twenty-three of those inside suffered injuries.",
            "quantity",
        ),
        (
            "The strike of the teachers in Orvel is over. They will be back in class on Monday, 20 May.",
            "The strike of the teachers in Orvel is over. Lessons resume on Thursday, 23 May.",
            "time",
        ),
    ],
)
def test_rivals_are_found(conflict_slots, one: str, other: str, slot: str) -> None:
    """What two reports tell in other words and cannot both be true is a conflict of its slot."""
    assert slot in conflict_slots(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The concert on 3 June is to take place, the hall said.",
            "The concert on 3 June is not in danger, the hall said.",
        ),
        (
            "The board met in Orvel. It dismissed its director, Ada Lorn, on Friday.",
            "The board met in Orvel. It no longer wants Ada Lorn as its director, it said on Friday.",
        ),
        (
            "Three goats died in the barn, the farmer said.",
            "It is not known how many goats died in the barn.",
        ),
        (
            "By Monday evening 300 trees had fallen in the park.",
            "By Tuesday evening 420 trees had fallen in the park.",
        ),
    ],
)
def test_no_rivals(conflict_slots, one: str, other: str) -> None:
    """A denied harm or wish, an open number and a count that goes on are no conflict of truth."""
    assert conflict_slots(one, other) <= {"quantity"}


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        (
            "The museum in Halm was robbed. The vase had hung on the first floor, beside a door.",
            "The museum in Halm was robbed. The vase was kept in the basement, in a dry room.",
            "place",
        ),
        (
            "The tremor was felt in Halm. Its centre lay north of Orvel, in the hills.",
            "The tremor was felt in Halm. The centre was in a field to the south of Orvel.",
            "place",
        ),
        (
            "A tram left the rails in Halm on Monday. Twelve passengers were hurt.",
            "A tram left the rails in Halm on Monday. Twenty-one of those inside suffered injuries.",
            "quantity",
        ),
        (
            "Halm has a new mill. The opening will be on 14 February, the owner said.",
            "Halm has a new mill. The opening is planned for 21 February, the owner said.",
            "time",
        ),
        (
            "The boxer Orin Vask was beaten in Halm. He went down in the fourth round.",
            "The boxer Orin Vask was beaten in Halm. He went down in round six, a witness said.",
            "time",
        ),
        (
            "A train from Halm was late. It left from platform 3 after dark.",
            "A train from Halm was late. It left from platform seven, the guard said.",
            "place",
        ),
        (
            "The barn in Halm was sealed on Friday and searched two days afterwards.",
            "A barn in Halm is of interest. Police searched the barn in Halm on Saturday.",
            "time",
        ),
    ],
)
def test_values_are_compared(conflict_slots, one: str, other: str, slot: str) -> None:
    """Floors, numbered things, points of the compass, fates behind a figure and counted days are compared."""
    assert conflict_slots(one, other) == {slot}
