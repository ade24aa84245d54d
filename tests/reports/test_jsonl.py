"""JSON and JSON Lines: the field names of news tools are understood, and a bad line stops nothing."""

from __future__ import annotations

import json

import pytest

from variorum.errors import VariorumError
from variorum.reports.reading import read_reports, report_from_record

TEXT = "The ferry Marisol sank off Port Aster on Tuesday, the coast guard said."


def read(tmp_path, content, name="a.jsonl"):
    """Return the reports and refusals of a file with this content."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return read_reports([path])


def test_our_own_fields():
    """Every field of the machine interface arrives in the report."""
    record = {
        "id": "a-1",
        "text": TEXT,
        "title": "Ferry  sinks",
        "outlet": "The Aster Courier",
        "byline": "Ana Reyes",
        "published": "2031-03-04T18:00:00Z",
        "url": "https://courier.example/1",
        "language": "en_GB",
    }
    report = report_from_record(record, name="x")
    assert (report.id, report.text, report.title, report.outlet) == ("a-1", TEXT, "Ferry sinks", "The Aster Courier")
    assert (report.byline, report.published) == ("Ana Reyes", "2031-03-04T18:00:00+00:00")
    assert (report.url, report.language) == ("https://courier.example/1", "en-GB")


@pytest.mark.parametrize(
    "record",
    [
        {"maintext": TEXT, "date_publish": "2031-03-04 18:00:00", "source_domain": "Courier", "authors": ["Ana Reyes"]},
        {
            "body": {"summary": [], "sections": [{"headline": [], "paragraphs": [TEXT]}]},
            "publishing_date": "2031-03-04T18:00:00",
            "publisher": "Courier",
            "authors": ["Ana Reyes"],
        },
        {"text": TEXT, "date": "2031-03-04T18:00:00", "source-hostname": "Courier", "author": "Ana Reyes"},
        {
            "body": TEXT,
            "dateTimePub": "2031-03-04T18:00:00",
            "dateTime": "2031-03-09T18:00:00",
            "source": {"uri": "courier.example", "title": "Courier"},
            "authors": [{"uri": "x", "name": "Ana Reyes"}],
            "lang": "eng",
        },
    ],
    ids=["news-please", "fundus", "trafilatura", "newsapi.ai"],
)
def test_exports_of_news_tools(record):
    """The fields of four tools say the same."""
    report = report_from_record({"title": "Ferry sinks", **record}, name="x")
    assert (report.text, report.outlet, report.byline) == (TEXT, "Courier", "Ana Reyes")
    assert report.published == "2031-03-04T18:00:00"
    assert report.language in (None, "en")


def test_bad_lines_are_refused_with_their_number(tmp_path):
    """Each bad line is named; the good ones around it are read."""
    good = json.dumps({"text": TEXT})
    other = json.dumps({"text": TEXT + " A line\u2028separator is text."}, ensure_ascii=False)
    lines = [good, "{broken", "", '"words"', '{"text": 5}', '{"text": " "}', other]
    reports, refusals = read(tmp_path, "\n".join(lines))
    assert [report.text for report in reports] == [TEXT, TEXT + " A line\u2028separator is text."]
    assert [(refusal.name[-2:], refusal.code) for refusal in refusals] == [
        (":2", "R008"),
        (":4", "R008"),
        (":5", "R002"),
        (":6", "R002"),
    ]
    assert "line 2" in refusals[0].reason


@pytest.mark.parametrize(
    "document",
    [
        [{"text": TEXT}, {"text": "Another. " + TEXT}],
        {"articles": {"results": [{"body": TEXT}, {"body": "Another. " + TEXT}]}},
        {"title": "Courier", "items": [{"content_text": TEXT}, {"content_html": f"<p>Another. {TEXT}</p>"}]},
    ],
)
def test_documents_with_several_records(tmp_path, document):
    """A list, an export of newsapi.ai and a JSON Feed are read record by record."""
    reports, refusals = read(tmp_path, json.dumps(document, indent=1), "a.json")
    assert [report.text for report in reports] == [TEXT, "Another. " + TEXT]
    assert not refusals


def test_characters_that_are_none_are_replaced():
    """Lone surrogates and NUL from JSON escapes become U+FFFD, and the report says so."""
    report = report_from_record(
        json.loads('{"text": "The ferry \\ud83d sank \\u0000 at night.", "title": "\\ud800"}'), name="x"
    )
    assert report.text == "The ferry \ufffd sank \ufffd at night."
    assert report.title == "\ufffd"
    assert report.notes


def test_dates_that_are_not_understood_are_unknown_and_said():
    """No date is guessed; the note holds the words."""
    report = report_from_record({"text": TEXT, "published": "early March"}, name="x")
    assert report.published is None
    assert "early March" in report.notes[0]


@pytest.mark.parametrize(
    "record", [None, 5, "x", [], {}, {"reports": [{"text": TEXT}]}, {"text": {}}, {"text": [[[]]]}]
)
def test_records_without_a_text_are_refused(record):
    """Anything but an object with a text is refused with a code."""
    with pytest.raises(VariorumError) as caught:
        report_from_record(record, name="x")
    assert caught.value.code in ("R002", "R008")
