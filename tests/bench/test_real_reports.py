"""Real reports are measured by offsets alone: no word of them stands here, and another text is refused."""

from __future__ import annotations

import json

import pytest

from variorum import flow
from variorum.model.reports import Report


@pytest.fixture(scope="module")
def task(bench_module):
    """Return the module ``bench/tasks_real_reports.py``."""
    return bench_module("tasks_real_reports")


def marked_pairs(task):
    """Return the rows of the data file."""
    return [json.loads(line) for line in task.DATA.read_text(encoding="utf-8").splitlines()]


def test_no_word_of_a_report_is_kept(task):
    """A fact or utterance is numbers and names of kinds; of a designation the full name of its actor is kept too."""
    for row in marked_pairs(task):
        for item in [*row["facts"], *row["utterances"]]:
            for side in "ab":
                assert all(isinstance(at, int) for span in item[side] for at in span)
            assert set(item) <= {"a", "b", "relation", "slot", "class"}
        for item in row["designations"]:
            assert set(item) == {"report", "span", "kind", "actor", "core"}


def test_twenty_four_pairs_stay_set_aside(task):
    """Figures are measured unseen on twenty-four pairs, whatever is added to those that rules are written on."""
    parts = [row["set_aside"] for row in marked_pairs(task)]
    assert parts.count(False) >= parts.count(True) == 24


def test_rows_become_facts_of_the_side_that_tells_them(task):
    """What both tell has places on both sides, what one tells has them on its side alone."""
    one = "The ferry Halva sank near Port Adel on Monday. Two sailors drowned."
    other = "On Monday the ferry Halva sank near Port Adel. Divers will search the wreck for its cargo of tin."
    comparison = flow.compare([Report("a", one), Report("b", other)], keep=False)
    sides = {siglum: "a" if found.report.text == one else "b" for siglum, found in comparison.story.items()}
    facts = list(task.facts_of(comparison, sides))
    both = [fact for fact in facts if fact["relation"] == "both"]
    alone = [fact for fact in facts if fact["relation"] == "told by one"]
    assert all(fact["a"] and fact["b"] for fact in both)
    assert all(bool(fact["a"]) != bool(fact["b"]) for fact in alone)
    assert any(fact["b"] and fact["b"][0]["start"] > other.index("Divers") - 1 for fact in alone)
    assert both


def test_another_text_than_the_annotated_one_is_refused(task, tmp_path, monkeypatch):
    """Offsets into a changed text would measure nothing."""
    row = {
        "id": "x",
        "set_aside": False,
        "reports": [{"source": "g5:1", "sha256": "0"}, {"source": "g5:2", "sha256": "0"}],
        "facts": [],
        "utterances": [],
        "designations": [],
    }
    data = tmp_path / "real_reports.jsonl"
    data.write_text(json.dumps(row) + "\n", encoding="utf-8")
    monkeypatch.setattr(task, "DATA", data)
    monkeypatch.setattr(task, "read_texts", lambda _gold: {"g5:1": "One text.", "g5:2": "Another text."})
    with pytest.raises(ValueError, match="not the text that was annotated"):
        task.read_marked(tmp_path, set_aside=False)


def test_a_made_up_name_is_not_lost_to_the_name_in_it(task):
    """Somebody whom readers call "Ana Reyes's son" is the son, though the name of Ana Reyes is like it."""
    texts = (
        "Ana Reyes, the mayor, left Belmar on Monday. Her son stayed.",
        "The mayor Ana Reyes is gone, Bo Kell said.",
    )
    reports = [Report(f"r{number}", text, language="en") for number, text in enumerate(texts)]
    comparison = flow.compare(reports, keep=False)
    sides = {siglum: "ab"[texts.index(annotated.report.text)] for siglum, annotated in comparison.story.items()}
    gold = [
        {"report": "a", "span": [texts[0].index(words), texts[0].index(words) + len(words)], "actor": actor}
        for words, actor in (("mayor", "Ana Reyes"), ("Her son", "Ana Reyes's son"))
    ]
    called = task._readers_names(gold, comparison, sides)
    assert set(called.values()) >= {"Ana Reyes", "Ana Reyes's son"}
