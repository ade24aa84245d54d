"""What two actors are called together is said of each of the two."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.reports import Report

ONE = "President Pavel Orlov met the poet Ana Reyes in Dravna on Monday. The two leaders spoke of peace."
OTHER = "The singer Pavel Orlov met the painter Ana Reyes in Dravna on Monday. The two dictators spoke of peace."


@pytest.fixture(scope="module")
def rows():
    """Return a function: two texts to {actor: {siglum: expressions}}."""

    def read(one, other):
        reports = [Report("one", one, language="en"), Report("other", other, language="en")]
        comparison = flow.compare(reports, keep=False)
        names = {actor.id: actor.name for actor in comparison.actors}
        return {
            names[row.actor]: {
                cell.siglum: {expression.text: expression.marked for expression in cell.expressions}
                for cell in row.cells
                if not cell.quoted
            }
            for row in comparison.designations
        }

    return read


def test_two_who_are_called_together_are_each_called_so(rows):
    """The words "two leaders" stand in the rows of both whom the sentence before names, and in no row of their own."""
    found = rows(ONE, OTHER)
    for actor in ("Pavel Orlov", "Ana Reyes"):
        assert found[actor]["A"]["two leaders"]
        assert found[actor]["B"]["two dictators"]
    assert not {"two leaders", "two dictators"} & set(found)


def test_swapping_the_reports_mirrors_what_two_are_called(rows):
    """What both are called under A is what they are called under B when the reports change places."""
    found, swapped = rows(ONE, OTHER), rows(OTHER, ONE)
    assert {actor: {"A": cells["B"], "B": cells["A"]} for actor, cells in swapped.items()} == found


def test_two_of_three_are_nobody_in_particular(rows):
    """Where three are named before, the words "two leaders" are said of none of them."""
    three = "President Pavel Orlov met the poet Ana Reyes and the judge Omar Fahim. The two leaders spoke of peace."
    found = rows(three, OTHER)
    assert "two leaders" not in found["Pavel Orlov"]["A"]
    assert "two leaders" not in found["Ana Reyes"]["A"]


def test_two_groups_are_no_two_persons(rows):
    """The words "the two groups" are not said of the two persons named before."""
    found = rows(ONE.replace("two leaders", "two groups"), OTHER)
    assert "two groups" not in found["Pavel Orlov"]["A"]


def test_the_reason_says_that_two_are_meant():
    """A reader sees that "two leaders" is said of two together."""
    reports = [Report("one", ONE, language="en"), Report("other", OTHER, language="en")]
    rows = flow.compare(reports, keep=False).designations
    expressions = [item for row in rows for cell in row.cells for item in cell.expressions if "two" in item.text]
    assert len(expressions) == 4
    assert all("said of two together" in expression.reason for expression in expressions)


def test_two_peoples_are_no_two_persons(rows):
    """What is said of two peoples is not said of the two ministers who spoke of them; two countries are states."""
    found = rows(
        "Minister Pavel Orlov met Minister Ana Reyes in Dravna on Monday. They want two states for two peoples.",
        "The negotiator Pavel Orlov met the envoy Ana Reyes in Dravna on Monday. The two countries want peace.",
    )
    of_both = [text for actor in ("Pavel Orlov", "Ana Reyes") for cell in found[actor].values() for text in cell]
    assert of_both
    assert not any("two" in text for text in of_both)
