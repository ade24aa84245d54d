"""Hostile inputs: the sets of the shared folder are read or refused, fast, and text comes through as it is."""

from __future__ import annotations

import json
import runpy
import sys
import time

import pytest

from variorum.limits import LIMITS
from variorum.reports.boilerplate import mark_boilerplate
from variorum.reports.html import extract_article
from variorum.reports.markup import measure, visible_text
from variorum.reports.reading import read_report, read_reports

ARTICLE = "The ferry Marisol sank off Port Aster on Tuesday, the coast guard said. "

#: What the set expects to be taken and we refuse: texts over the limit of one report, and texts without words.
OVER_THE_LIMIT = {
    "many-p",
    "entities",
    "one-line-5mb",
    "no-space-1mb",
    "open-quotes",
    "spaces",
    "date-flood",
    "name-flood",
    "same-sentence",
}
WITHOUT_WORDS = {"quote-flood", "punct-flood", "digit-flood"}


def records(shared, name):
    """Return the records of a hostile set."""
    return [json.loads(line) for line in (shared / "hostile" / name).read_text().splitlines()]


def test_naughty_strings_come_through(shared, tmp_path):
    """Each string inside an article comes back byte for byte."""
    path = tmp_path / "a.txt"
    for record in records(shared, "naughty_strings.jsonl"):
        text = f"{ARTICLE}{record['text']}\n{ARTICLE}"
        if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
            continue
        path.write_bytes(text.encode())
        assert read_report(path).text == text, record["id"]


@pytest.mark.slow
def test_hostile_documents(shared, tmp_path, monkeypatch):
    """Each document is taken or refused as the set expects, within ten seconds of CPU; exceptions are listed above."""
    monkeypatch.setattr(sys, "argv", ["make_hostile.py", str(tmp_path)])
    monkeypatch.setattr("warnings.warn", lambda *_, **__: None)
    runpy.run_path(str(shared / "hostile/make_hostile.py"), run_name="__main__")
    for record in [json.loads(line) for line in (tmp_path / "hostile_documents.jsonl").read_text().splitlines()]:
        start = time.process_time()
        reports, refusals = read_reports([tmp_path / record["file"]])
        assert time.process_time() - start < 10, record["id"]
        if record["id"] in OVER_THE_LIMIT:
            assert [refusal.code for refusal in refusals] == ["R005"], record["id"]
        elif record["id"] in WITHOUT_WORDS:
            assert [refusal.code for refusal in refusals] == ["R006"], record["id"]
        else:
            assert bool(reports) == (record["expect"] == "accept"), (record["id"], refusals)
        assert all(len(report.text) <= LIMITS.text_characters for report in reports)


def test_tokens_of_the_html_standard(shared):
    """A sample of the html5lib tokens inside an article leaves its other paragraphs in place."""
    kept = total = 0
    for record in records(shared, "html5_tokenizer.jsonl")[::25]:
        paragraph = f"<p>{ARTICLE * 4}</p>"
        source = f"<html><body><article>{paragraph}<div>{record['input']}</div>{paragraph}</article></body></html>"
        total += 1
        kept += ARTICLE.strip() in extract_article(source).text
    assert kept >= 0.995 * total


def test_pumped_patterns_cost_little(shared):
    """Texts made to break regular expressions are scanned in linear time."""
    for record in records(shared, "regex_pumps.jsonl"):
        text = record["prefix"] + record["pump"] * (100_000 // max(1, len(record["pump"]))) + record["suffix"]
        line = (record["prefix"] + record["pump"] * 300)[:280] + record["suffix"]
        start = time.process_time()
        mark_boilerplate(text)
        mark_boilerplate("\n".join([line] * 20))
        visible_text(text)
        measure(text)
        assert time.process_time() - start < 2, record["id"]
