"""The two reports that the project began with, where they are at hand: no rule knows them."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.reports.reading import read_reports
from variorum.views.json import comparison_to_dict


@pytest.fixture(scope="module")
def seeds(shared):
    """Return the comparison of the two reports."""
    reports, refusals = read_reports(sorted((shared / "seeds").glob("*.txt")))
    assert not refusals
    return comparison_to_dict(flow.compare(reports))


def conflicts(comparison, slot, *, inside=False):
    """Return the words that conflicts of a slot put side by side."""
    return [
        " | ".join(f"{reading['value']}: {reading['text']}" for reading in unit["readings"])
        for unit in comparison["units"]
        if unit["relation"] == "contradicts" and unit["slot"] == slot and (unit["within"] is not None) == inside
    ]


def rows(comparison, *words):
    """Return the rows that more than one report has and whose readings hold the words, each in another report."""
    return [
        unit
        for unit in comparison["units"]
        if len({reading["siglum"] for reading in unit["readings"]}) > 1
        and all(any(word in reading["text"] for reading in unit["readings"]) for word in words)
    ]


def test_the_place_of_the_meeting_contradicts(seeds):
    """The one says Moscow, the other Syria."""
    assert any("Moscow:" in found and "Syria:" in found for found in conflicts(seeds, "place"))


def test_one_report_dates_the_telling_before_the_meeting(seeds):
    """Reports of Tuesday cannot tell of late Wednesday."""
    assert any("Tuesday" in found and "Wednesday" in found for found in conflicts(seeds, "time", inside=True))


def test_the_quotations_are_aligned_although_worded_differently(seeds):
    """Two statements, each in two translations."""
    assert any(unit["layer"] == "quotation" for unit in rows(seeds, "Unfortunately", "Regrettably"))
    assert any(unit["layer"] == "quotation" for unit in rows(seeds, "as soon as", "arrived at a point"))


def test_what_one_report_quotes_alone_joins_no_utterance(seeds):
    """A sentence before the shared ones, which the other report does not have, stands in no row of both."""
    assert not rows(seeds, "opportunity to discuss the entire range", "interested in your opinion")
    assert not rows(seeds, "It has been a long time", "interested in your opinion")


def test_the_previous_meeting_agrees(seeds):
    """The words "March of last year" and "March 2023" are one."""
    found = rows(seeds, "March of last year", "March 2023")
    assert found
    assert all(unit["relation"] in ("agrees", "rewords") for unit in found)


def test_a_mediation_is_asserted_and_rumoured(seeds):
    """What the one asserts the other calls a rumour."""
    assert any("mediate" in found and "aiding" in found for found in conflicts(seeds, "certainty"))


def test_three_actors_stand_side_by_side_with_what_they_are_called(seeds):
    """Each of the three is named in both reports, and the quoted label stands apart."""
    actors = {actor["id"]: actor["name"] for actor in seeds["actors"]}
    table = {actors[row["actor"]]: row["cells"] for row in seeds["designations"]}

    def cells(surname, voice):
        cells = next(cells for name, cells in table.items() if name.endswith(surname))
        return {
            cell["siglum"]: " ".join(item["text"] for item in cell["expressions"])
            for cell in cells
            if cell["voice"] == voice
        }

    assert "President" in cells("Putin", "outlet")["A"]
    assert "strongman" in cells("Putin", "outlet")["B"]
    assert "dictator" in cells("Assad", "outlet")["B"]
    assert "tyrant" in cells("Assad", "quoted")["B"]
    assert "President" in cells("Erdogan", "outlet")["A"]
    assert "strongman" in cells("Erdogan", "outlet")["B"]


def test_background_stands_in_one_report_alone(seeds):
    """October 7 and most of the civil war are told by one."""
    alone = [unit["readings"][0] for unit in seeds["units"] if unit["relation"] == "only"]
    assert any("October 7" in reading["text"] and reading["siglum"] == "B" for reading in alone)
    assert any("ten major factions" in reading["text"] for reading in alone)


def test_the_related_line_is_kept_out(seeds):
    """No row holds a word of the line between two paragraphs that advertises another article."""
    assert not any("RELATED" in reading["text"] for unit in seeds["units"] for reading in unit["readings"])
