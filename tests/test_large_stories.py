"""Large stories: the work grows with the reports, not with their pairs, and what is done is named meanwhile."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from variorum import flow, limits
from variorum.alignments import neighbours
from variorum.model.alignments import Layer
from variorum.model.reports import Report

_TOWNS = ("Velisk", "Orvel", "Dornach", "Kelm", "Tarrow", "Sund")
_SAID = (
    "{dead} people died when a ferry sank off {town} on Monday.",
    "A ferry went down near {town}, and {dead} passengers drowned.",
    "Captain Jon Rask was arrested in {town} after the accident.",
    "Police in {town} detained the captain, Jon Rask.",
    "Mayor Ana Lorn said that the search off {town} would go on.",
    "“We will go on searching,” Mayor Ana Lorn told reporters in {town}.",
    "The ferry left {town} with {dead}0 people on board.",
    "No order to leave the ferry was given, a sailor from {town} said.",
)


def reports(count, first=0):
    """Return so many distinct reports of one story, numbered from ``first``."""
    found = []
    for number in range(first, first + count):
        said = [_SAID[(number * step + step) % len(_SAID)] for step in (1, 3, 5)]
        words = {"town": _TOWNS[number % len(_TOWNS)], "dead": 20 + number % 7}
        text = " ".join(line.format(**words) for line in dict.fromkeys(said))
        found.append(Report(f"r{number}", f"{text} Witness number {number} saw it.", language="en"))
    return found


@pytest.fixture
def _few_neighbours(monkeypatch):
    """Let a dozen reports be many: each is aligned with three others."""
    few = replace(limits.LIMITS, neighbours=3)
    monkeypatch.setattr(limits, "LIMITS", few)
    monkeypatch.setattr(neighbours, "LIMITS", few)


@pytest.mark.usefixtures("_few_neighbours")
def test_reports_that_are_not_aligned_are_not_held_against_each_other():
    """The pairs of a large story are those of neighbours, and clauses of no others are aligned."""
    story = flow.compare(reports(12)).story
    aligned = flow.align(story)
    held = set(aligned.held)
    assert len(held) < 12 * 11 / 2
    told = [link for link in aligned.alignments if link.layer is Layer.STATEMENT]
    assert told
    assert {(link.left.siglum, link.right.siglum) for link in told} <= held


@pytest.mark.slow
@pytest.mark.usefixtures("_few_neighbours")
def test_three_times_the_reports_take_about_three_times_the_work():
    """Aligning and comparing grow with the reports: nine times as long would be the square."""
    spent = {}
    # What was read once is kept: no two of the stories have a report in common, and the first one loads the models.
    for first, count in ((0, 4), (100, 12), (200, 36)):
        told = reports(count, first)
        for report in told:
            flow.annotate(report)
        start = time.process_time()
        flow.compare(told)
        spent[count] = time.process_time() - start
    assert spent[36] < 6.5 * spent[12]


def test_each_step_of_the_work_is_named():
    """Whoever waits is told what is done: reports first, then aligning, then comparing."""
    told = []
    flow.compare(reports(2), keep=False, progress=told.append)
    assert [message.split()[0] for message in dict.fromkeys(told)][:2] == ["annotating", "annotating"]
    assert sum(message.startswith("aligning") for message in told) > 3
    assert told[-1] == "comparing"
