"""``variorum compare``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest


def test_summary_goes_to_standard_output(reports, variorum):
    """Without -o and --format the summary is printed, and standard error tells of the page."""
    code, out, err = variorum("compare", "north.txt", "south.txt")
    assert code == 0
    assert "Kern" in out
    assert "-o page.html" in err
    assert sorted(path.name for path in reports.iterdir()) == ["library.txt", "north.txt", "south.txt"]


@pytest.mark.parametrize(
    ("name", "beginning"), [("page.html", "<!doctype html"), ("a.json", '{"schema":1'), ("a.csv", ""), ("a.txt", "")]
)
def test_suffix_says_the_format(reports, variorum, name, beginning):
    """The suffix of -o decides what is written, and nothing goes to standard output."""
    code, out, err = variorum("compare", "north.txt", "south.txt", "-o", name)
    assert (code, out) == (0, "")
    assert name in err
    written = (reports / name).read_text(encoding="utf-8")
    assert written.lower().startswith(beginning)
    assert written.strip()


def test_format_wins_over_suffix(reports, variorum):
    """--format decides where it differs from the suffix."""
    assert variorum("compare", "north.txt", "south.txt", "-o", "a.txt", "--format", "json")[0] == 0
    assert json.loads((reports / "a.txt").read_text(encoding="utf-8"))["schema"] == 1


def test_json_on_standard_output_is_json_alone(reports, variorum):
    """Progress and hints never mix with the result."""
    code, out, _ = variorum("compare", "north.txt", "south.txt", "--format", "json")
    assert code == 0
    assert [report["siglum"] for report in json.loads(out)["reports"]] == ["A", "B"]


def test_a_file_for_spreadsheets_says_that_it_is_unicode(reports, variorum):
    """A CSV file begins with the mark by which Excel knows its encoding, once; a pipe gets none."""
    variorum("compare", "north.txt", "south.txt", "-o", "rows.csv")
    _, out, _ = variorum("compare", "north.txt", "south.txt", "--format", "csv")
    written = (reports / "rows.csv").read_bytes()
    assert written == b"\xef\xbb\xbf" + out.encode("utf-8")


def test_csv_has_a_row_for_each_reading(reports, variorum):
    """The CSV can be read by the standard library."""
    _, out, _ = variorum("compare", "north.txt", "south.txt", "--format", "csv")
    rows = list(csv.reader(io.StringIO(out)))
    assert len(rows) > 1
    assert len({len(row) for row in rows}) == 1


def test_a_format_that_is_not_known_is_named_with_those_that_are(variorum):
    """The error is a usage error that begins with what the user wrote, and in its own words."""
    for command, known in (("compare", "text, html, json"), ("annotate", "json, events-csv")):
        code, out, err = variorum(command, "north.txt", "--format", "pfd")
        assert (code, out) == (2, "")
        assert "Invalid value for '--format' / '-f': 'pfd' is none of " + known in err


def test_title_is_the_users(reports, variorum):
    """--title names the story."""
    _, out, _ = variorum("compare", "north.txt", "south.txt", "--format", "json", "--title", "The bridge")
    assert json.loads(out)["story"]["title"] == "The bridge"


def test_same_input_same_bytes(reports, variorum):
    """With and without the cache, the output is the same."""
    first = variorum("compare", "north.txt", "south.txt", "--format", "json")[1]
    assert variorum("compare", "north.txt", "south.txt", "--format", "json", "--no-cache")[1] == first


def test_standard_input_is_a_report(reports, variorum):
    """A dash stands for standard input."""
    text = (reports / "south.txt").read_text(encoding="utf-8")
    code, out, _ = variorum("compare", "north.txt", "-", "--format", "json", stdin=text)
    assert code == 0
    assert len(json.loads(out)["reports"]) == 2


def test_a_missing_file_is_refused_and_the_rest_goes_on(reports, variorum):
    """Two of three inputs are compared; the third is named on standard error, and the exit code is 3."""
    code, out, err = variorum("compare", "north.txt", "missing.txt", "south.txt", "--format", "json")
    assert code == 3
    assert "[R001] missing.txt: " in err
    assert [refusal["code"] for refusal in json.loads(out)["refusals"]] == ["R001"]


def test_an_address_is_refused_with_what_to_do(reports, variorum):
    """The address of a page is no file that is missing: its page has to be saved."""
    code, _, err = variorum("compare", "north.txt", "south.txt", "https://news.example/flood")
    assert code == 3
    assert "[R016] https://news.example/flood: " in err
    assert "save the page" in err


def test_a_report_that_cannot_be_read_is_called_by_its_file(reports, variorum):
    """A report in another language is named as the user named it."""
    french = "Le ministre a dit mardi que le pont de la vallée avait été fermé, et que les habitants étaient partis."
    (reports / "ouest.txt").write_text(french, encoding="utf-8")
    code, _, err = variorum("compare", "north.txt", "south.txt", "ouest.txt")
    assert code == 3
    assert "[A001] ouest.txt: " in err


def test_the_same_report_twice_is_one_report(reports, variorum):
    """Comparing a report with itself is refused with both codes, and nothing is printed."""
    code, out, err = variorum("compare", "north.txt", "north.txt")
    assert (code, out) == (1, "")
    assert "[C002]" in err
    assert "[C001]" in err


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("north.txt", "--stories", "x.jsonl"),
        ("north.txt", "south.txt", "-o", "page.docx"),
        ("north.txt", "south.txt", "--format", "docx"),
        ("north.txt", "south.txt", "--open", "--format", "json"),
        ("--stories", "x.jsonl", "--format", "html"),
        ("--stories", "x.jsonl", "--title", "x"),
        ("north.txt", "--no-such-option"),
        ("north.txt", "south.txt", "--input-format", "tei"),
    ],
)
def test_what_is_not_understood_ends_with_two(reports, variorum, arguments):
    """A wrong use says what is wrong and ends with 2."""
    code, out, err = variorum("compare", *arguments)
    assert (code, out) == (2, "")
    assert "Error" in err or "[R009]" in err


@pytest.mark.parametrize("command", ["compare", "annotate"])
def test_result_that_cannot_be_written(reports, variorum, monkeypatch, command):
    """An output in a folder that is not there is an error of one line, before any report is read for it."""
    monkeypatch.setattr("variorum.reports.reading.read_reports", None)
    code, _, err = variorum(command, "north.txt", "south.txt", "-o", "nowhere/page.html")
    assert code == 1
    assert "[X002] nowhere/page.html: " in err
    assert "Traceback" not in err


@pytest.mark.parametrize("command", ["compare", "annotate"])
def test_a_folder_is_no_output(reports, variorum, monkeypatch, command):
    """An output that is a folder is called one, before any report is read for it."""
    monkeypatch.setattr("variorum.reports.reading.read_reports", None)
    code, _, err = variorum(command, "north.txt", "south.txt", "-o", str(reports))
    assert code == 1
    assert "it is a folder" in err


def test_a_full_disk_behind_standard_output_is_said(monkeypatch):
    """A result that standard output does not take is no error of ours: [X002] says why."""
    from variorum.cli.options import write_result
    from variorum.errors import VariorumError

    def refuse(_words: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sys.stdout.write", refuse)
    with pytest.raises(VariorumError, match="No space left on device") as error:
        write_result("result", None)
    assert error.value.code == "X002"


def test_an_error_of_our_own_is_one_line(reports, variorum, monkeypatch):
    """Even a bug ends in a line with a code, never in a traceback."""

    def fail(*_, **__):
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("variorum.flow.compare", fail)
    code, _, err = variorum("compare", "north.txt", "south.txt")
    assert code == 1
    assert [line for line in err.splitlines() if "variorum:" not in line] == [
        line for line in err.splitlines() if "[X001]" in line
    ]
    assert "ZeroDivisionError: a bug" in err


def test_open_shows_the_page(reports, variorum, monkeypatch):
    """--open writes the page and opens it."""
    opened = []
    monkeypatch.setattr("typer.launch", opened.append)
    assert variorum("compare", "north.txt", "south.txt", "--open")[0] == 0
    assert opened == [(reports / "comparison.html").resolve().as_uri()]


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (("-o", "account.tei"), "<?xml"),
        (("-o", "account.xml"), "<?xml"),
        (("-o", "rows.jsonld"), '{\n "@context": "http://www.w3.org/ns/anno.jsonld"'),
        (("--format", "claims", "-o", "claims.json"), '{\n "@context": "https://schema.org"'),
    ],
)
def test_exports_are_written(reports, variorum, arguments, begins):
    """The suffix, or the format where it says more, decides which export is written."""
    code, _, _ = variorum("compare", "north.txt", "south.txt", *arguments)
    assert code == 0
    assert Path(arguments[-1]).read_text("utf-8").startswith(begins)


def test_decisions_on_actors(reports, variorum):
    """--actors takes apart what was joined, the JSON says so, and a table that names nothing is refused."""
    (reports / "actors.tsv").write_text("split\tA:Kern\n", encoding="utf-8")
    code, out, _ = variorum("compare", "north.txt", "south.txt", "--actors", "actors.tsv", "--format", "json")
    assert code == 0
    assert len([actor for actor in json.loads(out)["actors"] if actor["by_hand"]]) == 2
    (reports / "actors.tsv").write_text("split\tNobody\n", encoding="utf-8")
    code, out, err = variorum("compare", "north.txt", "south.txt", "--actors", "actors.tsv")
    assert (code, out) == (1, "")
    assert "[C006]" in err
    assert variorum("compare", "north.txt", "south.txt", "--actors", "missing.tsv")[0] == 1


def test_the_page_shows_decisions(reports, variorum):
    """What a reader decided stands under the actor."""
    (reports / "actors.tsv").write_text("split\tA:Kern\n", encoding="utf-8")
    assert variorum("compare", "north.txt", "south.txt", "--actors", "actors.tsv", "-o", "page.html")[0] == 0
    assert "taken apart by hand, line 1" in (reports / "page.html").read_text(encoding="utf-8")
