"""Promises about the hour, the end and the share in sentences that are told alike in quite other words."""

from __future__ import annotations

import pytest

_SETTING = "A tram left the rails in Orvel on Tuesday and ran into a kiosk. "


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        (
            f"{_SETTING}The accident happened at 7.40 in the morning, the police of Orvel said.",
            f"{_SETTING}Shortly before six in the morning, the police of Orvel said, the wheels jumped off.",
            "time",
        ),
        (
            f"{_SETTING}The jam at the kiosk in Orvel is to last until Wednesday.",
            f"{_SETTING}In Orvel cars are to stand at the kiosk until Friday.",
            "time",
        ),
        (
            "Orvel has a new mayor, Ada Lorn. Lorn took 53.4 per cent of the vote.",
            "Orvel has a new mayor, Ada Lorn. Lorn, a baker, received 51.4 per cent in the second round.",
            "quantity",
        ),
    ],
)
def test_sentences_told_alike_conflict_in_the_slots_that_hardly_anything_else_fills(
    conflict_slots, one: str, other: str, slot: str
) -> None:
    """Two hours, two ends or two shares in sentences that are surely told alike are a conflict."""
    assert slot in conflict_slots(one, other)


def test_a_report_that_has_both_hours_tells_of_two_things(conflict_slots) -> None:
    """An hour that the other report gives as well, elsewhere, is no conflict."""
    one = f"{_SETTING}The accident happened at 7.40 in the morning, the police of Orvel said."
    other = (
        f"{_SETTING}Shortly before six in the morning, the police of Orvel said, the first tram set out. "
        "It crashed at 7.40."
    )
    assert "time" not in conflict_slots(one, other)
