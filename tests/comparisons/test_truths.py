"""Promises about conflicts of whether a thing is so: told and denied, told and left open, a deed and its opposite."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.comparisons import Relation
from variorum.model.reports import Report


def truths(one: str, other: str) -> set[str]:
    """Return the slots of the conflicts of two sentences among others, of those about truth."""
    reports = [
        Report("a", f"A cold wind blew over the market. {one} Bread is dearer.", published="2024-05-15"),
        Report("b", f"The lake was frozen. Tickets for the zoo cost six crowns. {other}", published="2024-05-15"),
    ]
    comparison = flow.compare(reports, keep=False)
    return {str(u.slot) for u in comparison.units if u.relation is Relation.CONTRADICTS} & {"polarity", "certainty"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lorna Vick agreed to testify in Halm.", "Lorna Vick declined to testify in Halm."),
        (
            "The union recognised the result of the ballot.",
            "The union refused to acknowledge the outcome of the ballot.",
        ),
        ("Adam Roke took money from the fund.", "Adam Roke denied having taken money from the fund."),
        ("The guards beat the prisoners.", "A spokeswoman rejected claims that the guards had beaten the prisoners."),
        ("Divers recovered the flight recorder.", "Divers were unable to recover the flight recorder."),
        ("The ferry still sails to Brill.", "The ferry no longer sails to Brill."),
        ("Everybody on board survived.", "Not everyone on board survived."),
        ("The council approved the plan for the harbour.", "The council rejected the plan for the harbour."),
        ("Parliament passed the bill on forests.", "Parliament voted down the bill on forests."),
        ("The government will raise the tax on diesel.", "The government will lower the tax on diesel."),
        ("The school in Halm opened on Monday despite the storm.", "The school in Halm stayed shut on Monday."),
        ("The brakes of the tram worked.", "The brakes of the tram failed."),
        ("The driver was sober.", "The driver was drunk."),
        ("No school in Halm has been closed.", "The primary school in Halm has been shut since Monday."),
        ("The flares at the pier were not fired.", "The flares at the pier were launched as usual."),
    ],
)
def test_what_is_told_and_denied_is_a_conflict(one: str, other: str) -> None:
    """A denial, a refusal, a failure and the opposite of a deed are conflicts of polarity."""
    assert truths(one, other) == {"polarity"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The singer Mira Olt is expecting a child.",
            "There are rumours that the singer Mira Olt is expecting a child.",
        ),
        ("Roke fled to Brazil.", "Roke is said to have fled to Brazil."),
        ("Roke stole the painting from the chapel.", "Roke allegedly stole the painting from the chapel."),
        ("The fire was set on purpose.", "Police suspect that the fire was set on purpose."),
        ("The virus came from a laboratory.", "It is unclear whether the virus came from a laboratory."),
        ("Vick had known of the gift since May.", "Vick may not have known of the gift."),
        ("The general is dead.", "The death of the general has not been confirmed."),
        ("Norda has decided to buy the shipyard.", "Norda is considering buying the shipyard."),
        ("Vick will run for mayor.", "Vick has not decided whether to run for mayor."),
        ("A climber was killed by falling ice on the Orl.", "A climber may have been hit on the Orl."),
        ("The boy fell into a deep pit near Halm.", "The boy is thought to have fallen into a deep shaft near Halm."),
    ],
)
def test_what_is_told_and_left_open_is_a_conflict(one: str, other: str) -> None:
    """A rumour, a suspicion, an open question and a plan that is only weighed are conflicts of certainty."""
    assert truths(one, other) == {"certainty"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council approved the plan for the harbour.", "The opposition rejected the plan for the harbour."),
        ("The ban on fishing was lifted.", "Fishing is no longer banned."),
        ("The driver was unharmed.", "The driver was not hurt."),
        ("The council did not meet on Monday.", "The council met on Tuesday."),
        ("A photo was sent from the account of Roke.", "Roke says he did not send the photo."),
        ("Nobody had expected the party to win.", "The party won."),
        ("The bridge will not be opened before June.", "The bridge will be opened in June."),
        ("The road is closed to lorries.", "The road is open to cyclists."),
        ("The suspect was arrested on Monday.", "The suspect was released on Tuesday."),
        ("The mayor could have a strong influence on the vote.", "The mayor appears in a film about the vote."),
        ("If the dam breaks, the village will be flooded.", "The village has not been flooded."),
        ("Roke bought the house from Vick.", "Vick sold the house to Roke."),
        ("Vick does not know the singer.", "Vick does not know who wrote to the singer."),
        ("The goat was in the yard with the girl.", "The goat did not appear to be attacking the girl."),
        ("It is unclear how the fire started.", "The fire started in the kitchen."),
        ("The clerk might have erred on other days.", "The clerk erred on the day of the vote."),
    ],
)
def test_two_cases_are_no_conflict(one: str, other: str) -> None:
    """Another actor, day, part or end, a denied hope, and a denial that comes to the same are no conflict of truth."""
    assert not truths(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fees should not grow faster than wages.", "The reform would slow the growth of fees."),
        ("She is the first Halm woman ever to win the cup.", "No woman from Halm had won the cup before."),
        ("Roke has not apologised to the nurses.", '"I apologise to the nurses," Roke said on Friday.'),
        ("Witnesses accused the guards of beating the prisoners.", "The guards allegedly beat the prisoners."),
    ],
)
def test_a_comparison_a_first_and_an_accusation_are_no_conflict(one: str, other: str) -> None:
    """A compared growth is not denied, a first has none before it, and whoever accuses somebody tells no fact."""
    assert not truths(one, other)
