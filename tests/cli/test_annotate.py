"""``variorum annotate``."""

from __future__ import annotations

import json


def test_one_line_for_each_report(reports, variorum):
    """Each report is a JSON object on a line of its own."""
    code, out, _ = variorum("annotate", "north.txt", "south.txt")
    assert code == 0
    north, south = map(json.loads, out.splitlines())
    assert north["text"] == (reports / "north.txt").read_text(encoding="utf-8")
    assert south["schema"] == 1


def test_every_offset_is_inside_the_text(reports, variorum):
    """Spans of entities re-slice to words of the report."""
    _, out, _ = variorum("annotate", "north.txt")
    annotated = json.loads(out)
    mentions = [mention for entity in annotated["entities"] for mention in entity["mentions"]]
    assert mentions
    assert all(annotated["text"][mention["start"] : mention["end"]].strip() for mention in mentions)


def test_one_bad_report_does_not_stop_the_others(reports, variorum):
    """A missing file is refused, the other one annotated, and the exit code is 3."""
    code, out, err = variorum("annotate", "missing.txt", "north.txt")
    assert (code, len(out.splitlines())) == (3, 1)
    assert "[R001] missing.txt: " in err


def test_nothing_done_ends_with_one(reports, variorum):
    """When every input is refused the exit code is 1."""
    (reports / "empty.txt").write_text("", encoding="utf-8")
    code, out, err = variorum("annotate", "empty.txt")
    assert (code, out) == (1, "")
    assert "[R002] empty.txt: " in err


def test_a_bug_in_one_report_does_not_stop_the_others(reports, variorum, monkeypatch):
    """An annotator that fails on one report costs that report alone."""
    from variorum import flow

    annotate = flow.annotate

    def fail_on_south(report, **options):
        if "pillar" in report.text:
            raise IndexError("a bug")
        return annotate(report, **options)

    monkeypatch.setattr(flow, "annotate", fail_on_south)
    code, out, err = variorum("annotate", "north.txt", "south.txt")
    assert (code, len(out.splitlines())) == (3, 1)
    assert "[X001] south.txt: " in err


def test_standard_input(reports, variorum):
    """A dash stands for standard input."""
    code, out, _ = variorum("annotate", "-", stdin=(reports / "north.txt").read_text(encoding="utf-8"))
    assert code == 0
    assert json.loads(out)["text"].startswith("Bridge closed")


def test_unknown_pipeline(reports, variorum):
    """A pipeline that is not installed is named in the refusal."""
    code, _, err = variorum("annotate", "north.txt", "--pipeline", "xx_not_there")
    assert code == 1
    assert "[A002]" in err
