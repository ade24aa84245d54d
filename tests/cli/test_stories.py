"""``variorum compare --stories``."""

from __future__ import annotations

import json

import pytest

BRIDGE = {
    "id": "bridge",
    "reports": [
        {"id": "n", "text": "The bridge was closed on Monday, Mayor Ida Kern said.", "outlet": "North"},
        {"id": "s", "text": "The mayor Ida Kern closed the bridge on Tuesday.", "outlet": "South"},
    ],
}
ALONE = {"id": "alone", "reports": [{"id": "n", "text": "The bridge was closed on Monday, Mayor Ida Kern said."}]}


def as_lines(*stories):
    """Return stories as JSONL; strings are taken as they are."""
    return "".join((story if isinstance(story, str) else json.dumps(story)) + "\n" for story in stories)


def test_one_line_for_each_story(reports, variorum):
    """Each story gives one comparison with its id, reports of a single sentence too."""
    code, out, err = variorum("compare", "--stories", "-", stdin=as_lines(BRIDGE, {**BRIDGE, "id": "again"}))
    assert code == 0, err
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["id"] for line in lines] == ["bridge", "again"]
    assert [report["outlet"] for report in lines[0]["reports"]] == ["North", "South"]


def test_a_story_that_is_refused_has_a_line_and_the_batch_goes_on(reports, variorum):
    """A story of one report is a line with the reason, and the story after it is compared."""
    (reports / "stories.jsonl").write_text(as_lines(ALONE, BRIDGE), encoding="utf-8")
    code, _, err = variorum("compare", "--stories", "stories.jsonl", "-o", "out.jsonl")
    assert code == 3
    refused, compared = map(json.loads, (reports / "out.jsonl").read_text(encoding="utf-8").splitlines())
    assert refused["id"] == "alone"
    assert [refusal["code"] for refusal in refused["refused"]] == ["C001"]
    assert compared["id"] == "bridge"
    assert "[C001] alone: " in err


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "3", "null", '"text"', '{"id": 1}', '{"id": "x", "reports": 3}', "\x00", "[" * 5000],
)
def test_a_line_that_is_no_story(reports, variorum, line):
    """Whatever stands in a line, the answer is a line, and the story after it is compared."""
    code, out, err = variorum("compare", "--stories", "-", stdin=as_lines(line, BRIDGE))
    assert code == 3
    first, second = map(json.loads, out.splitlines())
    assert first["refused"][0]["code"] == "C004"
    assert second["id"] == "bridge"
    assert "[C004]" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("record", [3, None, {}, {"text": 5}, {"text": ""}, "text", [], {"text": "\ud800 x y z"}])
def test_a_record_that_is_no_report(reports, variorum, record):
    """A report that cannot be read is refused; with two others left the story is compared."""
    story = {"id": "bridge", "reports": [*BRIDGE["reports"], record]}
    code, out, err = variorum("compare", "--stories", "-", stdin=as_lines(story))
    assert code in (0, 3)
    assert len(json.loads(out)["reports"]) in (2, 3)
    assert "[X001]" not in err


def test_nothing_done_ends_with_one(reports, variorum):
    """A batch in which every story is refused ends with 1."""
    assert variorum("compare", "--stories", "-", stdin=as_lines(ALONE))[0] == 1


def test_a_missing_file_of_stories(reports, variorum):
    """A file of stories that is not there is an error of one line."""
    code, out, err = variorum("compare", "--stories", "missing.jsonl")
    assert (code, out) == (1, "")
    assert "[R001] missing.jsonl: " in err


def test_a_line_over_the_limit_is_refused_and_the_next_one_read(reports, variorum, monkeypatch):
    """A line is never read beyond the limit, and the story after it is compared."""
    from variorum.cli import stories
    from variorum.limits import Limits

    line = as_lines(BRIDGE)
    monkeypatch.setattr(stories, "LIMITS", Limits(story_bytes=len(line)))
    code, out, err = variorum("compare", "--stories", "-", stdin=" " * 5 * len(line) + "x\n" + line)
    assert code == 3
    assert [json.loads(answer)["id"] for answer in out.splitlines()] == ["1", "bridge"]
    assert "[R005]" in err
