"""Where and when a report goes on with what it has just told."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.reports import Report


def setting_of(text: str, trigger: str) -> tuple[str | None, str | None]:
    """Return the words of the time and place of the event that a word of the text tells."""
    annotated = flow.annotate(Report("r", text, published="2026-05-20", language="en", outlet="o"), keep=False)
    words = {item.id: text[item.start : item.end] for item in (*annotated.times, *annotated.places)}
    event = next(event for event in annotated.events if trigger in text[event.trigger.start : event.trigger.end])
    return words.get(event.time or ""), words.get(event.place or "")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("A roof fell in on a market in Graz on Monday. Shoppers ran into the street.", "ran", ("Monday", "Graz")),
        ("A bus hit a wall in Graz on Monday. The driver was pulled free after an hour.", "pulled", ("Monday", "Graz")),
        ("A bus hit a wall in Graz on Monday. The road was closed until Friday.", "closed", ("Monday", "Graz")),
        ("A swimmer drowned in Graz on Monday. Lifeguards had hoisted a flag.", "hoisted", (None, "Graz")),
        ("A fire gutted a mill in Graz on Monday. Two workers died on Tuesday.", "died", ("Tuesday", "Graz")),
        ("The firm will build a plant in Graz. Work is to begin in 2030.", "begin", ("2030", "Graz")),
        ("She testified on Monday before a board sitting in Graz. The board adjourned.", "adjourned",
         ("Monday", "Graz")),
        ("A tank burst on Monday, spraying acid over a yard in Graz.", "burst", ("Monday", "Graz")),
    ],
)  # fmt: skip
def test_what_is_told_on_happens_where_the_scene_is_set(text, trigger, expected):
    """The plain past goes on there and then, what had happened before there, and what is planned with the plan."""
    got = setting_of(text, trigger)
    assert got[1] == expected[1]
    assert (got[0] or "").endswith(expected[0] or "")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A roof fell in on a market in Graz on Monday. Its owner was fined.", "fined"),
        ("A telescope in Graz recorded a flash on Monday. Its paper was accepted by a journal.", "accepted"),
        ("A roof fell in on a market in Graz on Monday. Belgian engineers set up pumps.", "set up"),
        ("The envoys met in Graz on Monday. Two people were hurt.", "hurt"),
        ("The envoys met in Graz on Monday. Engineers will inspect the bridge.", "inspect"),
    ],
)
def test_nothing_is_set_in_a_scene_that_it_does_not_belong_to(text, trigger):
    """Decisions, foreigners, harm beside talks and plans beside deeds are told without a place."""
    assert setting_of(text, trigger)[1] is None


_SHORT = "A gas main exploded under a bakery in Graz on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (_SHORT + "The blast blew out windows.\n\nA waiter was cut by glass.", "cut", ("Monday", "Graz")),
        (_SHORT + "Ten died in a fire in Linz last year.\n\nTwo cars were hit.", "hit", ("Monday", "Graz")),
        (_SHORT + "In Linz a pipe burst.\n\nIt drenched a school.", "drenched", ("Monday", "Linz")),
        (_SHORT + "Vienna promised help.\n\nThe wounded were taken away.", "taken", ("Monday", "Graz")),
        (_SHORT + "A doctor said in Linz on Tuesday that all live.\n\nA wall fell.", "fell", ("Monday", "Graz")),
        ("GRAZ (Orvel News) - Bakers marched on Monday.\n\nThey threw flour.", "threw", ("Monday", "GRAZ")),
        ("A court in Graz freed a man on Monday. He had robbed a bank in Linz in May 2020.\n\nHis wife wept.", "wept",
         ("Monday", "Graz")),
    ],
)  # fmt: skip
def test_a_scene_runs_on_through_the_paragraphs(text, trigger, expected):
    """What was before, what is said or decided elsewhere and a paragraph end no scene; another place told does."""
    assert setting_of(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        (_SHORT + "A similar blast tore through a mill in Orvelstad.", "tore", None),
        (_SHORT + "The league suspended all matches.", "suspended", None),
        ("Divers raised a tug that had sunk off Graz.", "raised", "Graz"),
        ("The judge sitting in Graz freed a man convicted in 2019.", "convicted", None),
        ("Police in the Orvel district of Graz held a man. He fled.", "fled", "Orvel"),
    ],
)
def test_a_place_is_that_of_whom_and_what_it_is_told_of(text, trigger, place):
    """A name that no table knows keeps an event out of the scene; what takes part in an event tells its place."""
    got = setting_of(text, trigger)[1]
    assert (got or "").startswith(place or "-" if got else "")
