"""Tones are told of those whom a reader can tell, and of nobody else."""

from __future__ import annotations

TWO_LEADERS = (
    (
        "President Pavel Orlov met Premier Ana Reyes in Dravna on Monday. The two leaders quarrelled. "
        "Three people were hurt at the gate. The rebels attacked the palace."
    ),
    (
        "Pavel Orlov quarrelled with Ana Reyes in Dravna on Monday. The two leaders were furious. "
        "Three people were hurt at the gate. The rebels burned the palace."
    ),
)


def test_tone_is_told_of_nobody_in_particular(compare_texts):
    """Orlov and "the rebels" have strips; "the two leaders" and "three people" have none."""
    comparison = compare_texts(*TWO_LEADERS)
    names = {actor.id: actor.name for actor in comparison.actors}
    told = {names[row.actor] for row in comparison.tones}
    assert {"Pavel Orlov", "rebels"} <= told
    assert told.isdisjoint({"two leaders", "Three people"})
