"""The cache: what was found once is not found again, and a spoilt file is no file."""

from __future__ import annotations

import pytest

from variorum import cache, flow, registry
from variorum.model.reports import Report
from variorum.views import html
from variorum.views.json import comparison_to_dict

ONE = "Minister Ana Roth praised the brave crew of the ferry in Koper on Monday. Roth said that it had saved lives."
OTHER = "Ana Roth attacked the careless owner of the ferry in Koper on Monday. The owner rejected what Roth said."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Give the test a cache of its own."""
    monkeypatch.setenv("VARIORUM_CACHE", str(tmp_path))
    return tmp_path


def compare(keep=True):
    """Compare two short reports of one event."""
    return flow.compare([Report("one", ONE), Report("two", OTHER)], keep=keep)


def test_tones_are_read_once(folder, monkeypatch):
    """A second comparison of the same reports shows the same tones without asking the model."""
    first = comparison_to_dict(compare())
    assert first["tones"]
    monkeypatch.setattr(flow, "find_tones", lambda *_: pytest.fail("the tones were read again"))
    assert comparison_to_dict(compare()) == first


def test_nothing_is_kept_unless_wanted(folder):
    """A comparison without the cache leaves no record of the reports behind."""
    compare(keep=False)
    assert not list(folder.rglob("*.json"))


def test_compiled_templates_are_kept(folder):
    """The page is the same from compiled templates, and from files that were spoilt meanwhile."""
    comparison = compare()

    def render():
        html._environment.cache_clear()
        return html.render_html(comparison)

    first = render()
    kept = sorted((folder / "templates").iterdir())
    assert kept
    assert render() == first
    for path in kept:
        path.write_bytes(path.read_bytes()[:30] + b"spoilt")
    assert render() == first


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path, monkeypatch):
    """Where a file stands in place of the folder, records are not kept and nothing is raised."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("VARIORUM_CACHE", str(tmp_path / "file"))
    cache.save("tones", "key", ())
    assert cache.load("tones", "key", tuple) is None


def test_kept_reports_need_no_annotators(folder, monkeypatch):
    """What was annotated before is taken without importing the annotators, until one of their files changes."""
    monkeypatch.setattr(flow, "annotator_files", lambda: "as they are")
    first = flow.annotate(Report("one", ONE))
    monkeypatch.setattr(flow, "load_annotators", lambda: pytest.fail("annotators were imported"))
    assert flow.annotate(Report("one", ONE)) == first
    monkeypatch.setattr(flow, "annotator_files", lambda: "changed")
    with pytest.raises(pytest.fail.Exception):
        flow.annotate(Report("one", ONE))


def test_annotators_of_others_are_asked_each_time(folder, monkeypatch):
    """Where another package names annotators, our own files do not tell what a report is read with: all are loaded."""
    monkeypatch.setattr(flow, "annotator_files", lambda: "as they are")
    monkeypatch.setattr(flow, "are_all_ours", lambda: False)
    flow.annotate(Report("one", ONE))
    monkeypatch.setattr(flow, "load_annotators", lambda: pytest.fail("annotators were imported"))
    with pytest.raises(pytest.fail.Exception):
        flow.annotate(Report("one", ONE))


def test_every_file_of_an_annotator_counts(monkeypatch):
    """The state of the annotators' files names each of them, and is none where others have registered theirs."""
    monkeypatch.setattr(registry, "_ANNOTATORS", {})
    assert {"events/annotator.py", "trees.py"} <= {line.split()[0] for line in registry.annotator_files().splitlines()}
    monkeypatch.setattr(registry, "_ANNOTATORS", {("en", "events"): None})
    assert registry.annotator_files() == ""
