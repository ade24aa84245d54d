"""Quantities as intervals: "at least 40", "52", "dozens", "about 1,200", "a third"."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

#: Words for people: 40 passengers are 40 people.
PEOPLE = frozenset(
    (
        "people", "person", "man", "woman", "child", "passenger", "civilian", "soldier", "worker", "resident",
        "victim", "protester", "demonstrator", "member", "individual", "official", "officer", "fighter", "migrant",
        "refugee", "student", "fan", "visitor", "sailor", "boy", "girl", "inmate", "prisoner", "hostage", "guest",
        "employee", "staff", "patient", "pupil", "teacher", "saver", "traveller", "traveler", "tourist", "villager",
        "islander", "inhabitant", "citizen", "spectator", "supporter", "miner", "driver", "rider", "hiker",
        "climber", "swimmer", "firefighter", "policeman", "journalist", "militant", "rebel", "gunman", "attacker",
        "suspect", "detainee", "survivor", "human", "participant", "striker", "marcher", "rioter", "crew", "crewman",
        "pilot", "doctor", "nurse", "teenager", "baby", "youth", "pensioner", "farmer", "voter", "delegate",
        "customer", "user", "commuter", "pedestrian", "cyclist", "casualty",
    )
)  # fmt: skip


class QuantityRelation(StrEnum):
    """How two quantities lie to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    APART = "apart"


class Quantity(Struct, frozen=True):
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

    @property
    def is_measured(self) -> bool:
        """Say whether the unit is one of measure ("cubic metre"): no share, and no sum of money (ISO 4217)."""
        return self.unit is not None and self.unit != "percent" and not self.unit[:3].isupper()

    def counts_the_same(self, other: Quantity) -> bool:
        """Say whether both count one thing: the same happening to the same kind of things, in the same unit."""
        if (self.unit or "") != (other.unit or "") or self.role != other.role:
            return False
        if self.counted == other.counted:
            return self.role is not None or self.counted is not None or self.unit is not None
        return self.role is not None and all(
            count is None or count in PEOPLE for count in (self.counted, other.counted)
        )

    def relation_to(self, other: Quantity) -> QuantityRelation:
        """Compare the two intervals; :meth:`counts_the_same` says whether that means anything."""
        low, high = self.low, self.high
        other_low, other_high = other.low, other.high
        if (low, high) == (other_low, other_high):
            return QuantityRelation.SAME
        if high is not None and other_low is not None and high < other_low:
            return QuantityRelation.APART
        if other_high is not None and low is not None and other_high < low:
            return QuantityRelation.APART
        return QuantityRelation.COMPATIBLE
