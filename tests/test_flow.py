"""The conductor: what is refused on the way, and what a comparison of given reports holds."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.errors import VariorumError
from variorum.model.reports import Report

NORTH = Report("n", "The bridge over the Sella was closed on Monday, Mayor Ida Kern said.")
SOUTH = Report("s", "Mayor Ida Kern closed the bridge over the Sella on Tuesday.")
GERMAN = Report("g", "Die Brücke über die Sella wurde am Montag gesperrt, sagte die Bürgermeisterin Ida Kern am Abend.")


def codes(comparison):
    """Return the codes of what was refused."""
    return [refusal.code for refusal in comparison.refusals]


def test_another_language_is_refused_and_the_rest_goes_on():
    """A report in a language that is not built in is refused with [A001]; the others are compared."""
    comparison = flow.compare([NORTH, GERMAN, SOUTH], keep=False)
    assert codes(comparison) == ["A001"]
    assert len(comparison.story.reports) == 2


def test_the_same_text_counts_once():
    """The same text under two ids is one report, [C002]."""
    comparison = flow.compare([NORTH, SOUTH, Report("again", NORTH.text)], keep=False)
    assert codes(comparison) == ["C002"]


def test_fewer_than_two_reports():
    """One report cannot be compared, and the error says what happened to the others."""
    with pytest.raises(VariorumError) as raised:
        flow.compare([NORTH, GERMAN], keep=False)
    assert raised.value.code == "C001"
    assert [refusal.code for refusal in raised.value.refusals] == ["A001"]


def test_too_many_reports():
    """A story has a limit, [C003]."""
    from variorum.limits import LIMITS
    from variorum.stories.gathering import gather_story

    annotated = flow.annotate(NORTH, keep=False)
    with pytest.raises(VariorumError, match=r"\[C003\]"):
        gather_story([annotated] * (LIMITS.reports + 1))


def test_sigla_go_by_the_order_given():
    """The first report given is A, whatever order the story is computed in."""
    for order in ([NORTH, SOUTH], [SOUTH, NORTH]):
        story = flow.compare(order, keep=False).story
        assert story.report_of("A").report.id == order[0].id
        assert story.report_of("B").report.id == order[1].id


def test_kept_reports_give_the_same_comparison(tmp_path, monkeypatch):
    """What comes from the cache is what was annotated."""
    monkeypatch.setenv("VARIORUM_CACHE", str(tmp_path))
    first = flow.compare([NORTH, SOUTH])
    assert list(tmp_path.rglob("*.json"))
    assert flow.compare([NORTH, SOUTH]) == first
    assert flow.compare([NORTH, SOUTH], keep=False) == first


def test_a_damaged_cache_is_no_cache(tmp_path, monkeypatch):
    """A file of the cache that cannot be read is made again."""
    monkeypatch.setenv("VARIORUM_CACHE", str(tmp_path))
    first = flow.compare([NORTH, SOUTH])
    for path in tmp_path.rglob("*.json"):
        path.write_bytes(path.read_bytes()[:100])
    assert flow.compare([NORTH, SOUTH]) == first
