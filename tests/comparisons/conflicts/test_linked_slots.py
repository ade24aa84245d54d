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


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        (
            "A small plane crashed in a field near Ostrava on Thursday, killing the pilot. He was alone.",
            "A pilot died on Thursday when his light aircraft came down near Brno. He was alone on board.",
            "place",
        ),
        (
            "A bus carrying 45 tourists plunged into a ravine in southern Peru on Friday. Nine people died.",
            "Nine people were killed after a coach with 38 tourists on board fell into a ravine in Peru on Friday.",
            "quantity",
        ),
        (
            "The two ministers signed the fishing accord in Oslo on Thursday. The accord runs for five years.",
            "The fishing accord was signed by the two ministers in Oslo on Thursday. It is valid for ten years.",
            "time",
        ),
        (
            "The trial of Marek Dolny will begin on March 3, the court in Brno said. He denies arson.",
            "Marek Dolny will go on trial on March 13, a court in Brno announced. He denies arson.",
            "time",
        ),
        (
            "The court in Hamburg sentenced Anton Brezel to seven years in prison for fraud on Monday.",
            "Anton Brezel was jailed for nine years by a Hamburg court on Monday after being found guilty of fraud.",
            "time",
        ),
        (
            "The mill in Orvel breaks a river treaty signed last week, its neighbours in Tarnow say. Fish have died.",
            "A river treaty that was signed in January forbids it to the mill in Orvel, neighbours in Tarnow say.",
            "time",
        ),
    ],
)
def test_what_another_clause_of_a_sentence_says_counts(conflict_slots, one: str, other: str, slot: str) -> None:
    """Place, time and figures of aligned sentences are compared wherever in them they stand."""
    assert slot in conflict_slots(f"{one} It rained.", f"{other} It rained.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Rask guards opened fire on a lorry, according to an official in Oslo. Nobody was hurt.",
            "A lorry came under fire from Rask guards, an official in Rome said. Nobody was hurt.",
        ),
        (
            "Seventeen maps have disappeared from the archive in Orvel, the police said.",
            "Eight maps have been found of the seventeen that disappeared from the archive in Orvel, the police said.",
        ),
        (
            "The tea fetched 1.98 dollars a kilo at the auction in Orvel. Buyers were few.",
            "At the auction in Orvel the tea fetched $1.98 a kilo, down from $2.21 the week before. Buyers were few.",
        ),
    ],
)
def test_who_tells_what_was_before_and_a_part_are_no_conflict(conflict_slots, one: str, other: str) -> None:
    """Where a source sits, a part of a whole and the figure of before stand beside what both reports tell."""
    assert not conflict_slots(one, other) & {"place", "quantity"}


def test_a_report_that_has_both_hours_tells_of_two_things(conflict_slots) -> None:
    """An hour that the other report gives as well, elsewhere, is no conflict."""
    one = f"{_SETTING}The accident happened at 7.40 in the morning, the police of Orvel said."
    other = (
        f"{_SETTING}Shortly before six in the morning, the police of Orvel said, the first tram set out. "
        "It crashed at 7.40."
    )
    assert "time" not in conflict_slots(one, other)
