"""Reading: files, folders and standard input become reports, or refusals with a code; never a traceback."""

from __future__ import annotations

import gzip
import io
import json
import random
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import CATALOGUE, VariorumError
from variorum.limits import LIMITS
from variorum.reports import folders, jsonl
from variorum.reports.reading import INPUT_FORMATS, read_report, read_reports

ARTICLE = (
    "The ferry Marisol sank off Port Aster on Tuesday, the coast guard said.\n"
    "“We searched all night,” Captain Ana Reyes told reporters.\n"
)
PAGE = (
    "<!DOCTYPE html><html lang='en'><head><meta charset=utf-8><title>Ferry sinks off Port Aster</title>"
    "<meta property='og:site_name' content='The Aster Courier'>"
    "<meta property='article:published_time' content='2031-03-04T18:00:00Z'></head><body><article>"
    "<h1>Ferry sinks off Port Aster</h1><p>" + ARTICLE.replace("\n", "</p><p>") * 3 + "</p></article></body></html>"
)


@pytest.fixture
def put(tmp_path):
    """Return a function that writes a file and returns its path."""

    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def code_of(path, **options):
    """Return the code with which reading ``path`` is refused."""
    with pytest.raises(VariorumError) as caught:
        read_report(path, **options)
    assert caught.value.name, "an error says which input it is about"
    assert str(caught.value).startswith(f"[{caught.value.code}] ")
    return caught.value.code


def test_a_text_file_is_the_text_unchanged(put):
    """Line ends, blanks and control characters of a text file stay as they are."""
    text = "Title\r\nThe mayor\rresigned on Friday. \n\n\tShe said: “No.”\x07"
    report = read_report(put("a.txt", text))
    assert report.text == text
    assert report.id == report.text_sha256[:16]
    assert report.title is None
    assert report.capture.media_type == "text/plain"


def test_a_byte_order_mark_is_not_part_of_the_text(put):
    """A mark at the beginning names the encoding and is left out."""
    assert read_report(put("a.txt", b"\xef\xbb\xbf" + ARTICLE.encode())).text == ARTICLE
    assert read_report(put("b.txt", b"\xff\xfe" + ARTICLE.encode("utf-16-le"))).text == ARTICLE


def test_the_format_is_told_by_content(put):
    """A page, a feed or JSON is known without the ending of its name."""
    assert read_report(put("a", PAGE)).capture.media_type == "text/html"
    assert read_report(put("b", json.dumps({"text": ARTICLE}))).capture.media_type == "application/json"
    assert read_report(put("c.txt", "[Update] " + ARTICLE)).text == "[Update] " + ARTICLE
    assert read_report(put("d", "{Update} " + ARTICLE)).capture.media_type == "text/plain"


def test_a_text_file_may_talk_about_markup(put):
    """A .txt file that holds tags stays text."""
    text = "<script>alert(1)</script> was on the page of the ministry."
    assert read_report(put("a.txt", text)).text == text


def test_gzip_is_unpacked(put):
    """A gzipped text is read as the text inside."""
    assert read_report(put("a.txt.gz", gzip.compress(ARTICLE.encode()))).text == ARTICLE


def test_several_inputs_in_order_and_one_bad_never_stops_the_rest(put, tmp_path):
    """What cannot be taken becomes a refusal, and the rest is read in order."""
    paths = [
        put("b.txt", ARTICLE),
        tmp_path / "none.txt",
        put("empty.txt", ""),
        put("a.txt", "A second report. " + ARTICLE),
    ]
    reports, refusals = read_reports(paths)
    assert [report.capture.name for report in reports] == [str(paths[0]), str(paths[3])]
    assert [(refusal.name, refusal.code) for refusal in refusals] == [(str(paths[1]), "R001"), (str(paths[2]), "R002")]


def test_a_folder_gives_its_files_sorted(put, tmp_path):
    """Files of a folder are read in the order of their paths; hidden ones and assets of saved pages are passed over."""
    for name in ("b", "b_files", ".hidden"):
        (tmp_path / name).mkdir()
    for name in ("z.txt", "b/a.html", "a.txt"):
        put(name, PAGE if name.endswith("html") else ARTICLE)
    for name in ("b_files/script.txt", ".hidden/x.txt", ".x.txt"):
        put(name, "not to be read")
    reports, refusals = read_reports([tmp_path])
    assert [report.capture.name.removeprefix(str(tmp_path) + "/") for report in reports] == [
        "a.txt",
        "b/a.html",
        "z.txt",
    ]
    assert not refusals


def test_a_folder_counts_what_it_does_not_read(put, tmp_path):
    """Files of other kinds are counted in one refusal; an empty folder is refused."""
    put("a.txt", ARTICLE)
    put("b.png", b"\x89PNG")
    reports, refusals = read_reports([tmp_path])
    assert len(reports) == 1
    assert [refusal.code for refusal in refusals] == ["R015"]
    (tmp_path / "void").mkdir()
    assert code_of(tmp_path / "void") == "R002"


def test_standard_input_is_called_by_a_dash(monkeypatch):
    """``-`` reads standard input, whatever its format."""
    for content, media_type in ((ARTICLE, "text/plain"), (PAGE, "text/html")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
        assert read_report("-").capture.media_type == media_type


def test_every_refusal_has_its_code(put, tmp_path):
    """Each code of reading is raised by the input that it is for."""
    (tmp_path / "folder").mkdir()
    inputs = {
        "R001": tmp_path / "none.txt",
        "R002": put("empty.txt", "\ufeff \n"),
        "R003": put("image.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        "R004": put("odd.txt", b"\xff\xfe" + b"\x00\xd8" * 500),
        "R005": put("long.txt", "word " * 100_000),
        "R006": put("short.txt", "Ferry sinks"),
        "R007": put("void.html", "<html><head><title>x</title></head><body></body></html>"),
        "R008": put("wrong.json", '{"title": "no text"}'),
        "R010": tmp_path / ("x" * 300),
        "R011": put("broken.jsonl", '{"text": '),
        "R012": put("several.jsonl", "\n".join(json.dumps({"text": f"{n}. {ARTICLE}"}) for n in range(3))),
        "R013": put("scan.pdf", empty_pdf()),
        "R015": put("folder/x.bin", b"x").parent,
    }
    assert {code: code_of(path) for code, path in inputs.items()} == {code: code for code in inputs}
    with pytest.raises(VariorumError) as caught:
        read_report(put("a.txt", ARTICLE), input_format="word")
    assert caught.value.code == "R009"
    assert code_of("https://news.example/ferry.html") == "R016"
    raised_here = {*inputs, "R009", "R016"}
    raised_in_archives = {"R014"}
    assert {code for code in CATALOGUE if code.startswith("R")} == raised_here | raised_in_archives


def test_every_message_says_what_to_do():
    """A message is one line that names what happened and what to do about it."""
    assert all("\n" not in message and any(mark in message for mark in ";?,:") for message in CATALOGUE.values())


def test_a_name_that_no_file_can_have_is_refused():
    """A NUL in a name, or a folder in place of a file, ends in a refusal."""
    assert code_of("a\0b.txt") == "R010"


def test_large_inputs_are_refused_before_they_are_read(put, monkeypatch, tmp_path):
    """A file over the limit costs no more than the limit, a bomb no more than its limit unpacked."""
    path = tmp_path / "sparse.txt"
    with path.open("wb") as file:
        file.truncate(LIMITS.capture_bytes * 50)
    assert code_of(path) == "R005"
    bomb = gzip.compress(b"a" * (LIMITS.capture_bytes + 1))
    assert code_of(put("bomb.txt.gz", bomb)) == "R005"
    assert code_of(put("twice.txt.gz", gzip.compress(gzip.compress(b"x")))) == "R003"
    assert code_of(put("cut.txt.gz", gzip.compress(ARTICLE.encode() * 99)[:-20])) == "R010"


def test_archives_of_other_kinds_are_named(put):
    """A ZIP file is refused in words, and nothing is unpacked from it."""
    with io.BytesIO() as buffer:
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("../../slip.txt", "x")
        path = put("a.zip", buffer.getvalue())
    with pytest.raises(VariorumError, match="ZIP"):
        read_report(path)


def test_limits_of_lists_end_a_batch_with_a_refusal(put, monkeypatch, tmp_path):
    """Beyond the limit of records or files one refusal says how many there were."""
    small = replace(LIMITS, archive_records=2, folder_files=2)
    monkeypatch.setattr(jsonl, "LIMITS", small)
    monkeypatch.setattr(folders, "LIMITS", small)
    path = put("a.jsonl", "\n".join(json.dumps({"text": f"{n}. {ARTICLE}"}) for n in range(5)))
    reports, refusals = read_reports([path])
    assert (len(reports), [refusal.code for refusal in refusals]) == (2, ["R005"])
    for name in "bcde":
        put(f"{name}.txt", ARTICLE)
    reports, refusals = read_reports([tmp_path])
    assert "R005" in {refusal.code for refusal in refusals}


@settings(max_examples=150, deadline=None)
@given(
    data=st.binary(max_size=400),
    given_format=st.sampled_from(INPUT_FORMATS),
    name=st.sampled_from(["a", "a.html", "a.json"]),
)
def test_any_bytes_give_a_report_or_a_refusal(tmp_path_factory, data, given_format, name):
    """Whatever the bytes and the format that is claimed for them, nothing else is raised."""
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    reports, refusals = read_reports([path], input_format=given_format)
    assert reports or refusals
    for report in reports:
        assert all(0 <= span.start < span.end <= len(report.text) for span in report.boilerplate)
        report.text.encode()


def test_damaged_pages_give_a_report_or_a_refusal(put):
    """A page with bytes flipped or cut anywhere is read or refused."""
    chance = random.Random(7)
    for _ in range(40):
        data = bytearray(PAGE.encode())
        for _ in range(20):
            data[chance.randrange(len(data))] = chance.randrange(256)
        reports, refusals = read_reports([put("a.html", bytes(data[: chance.randrange(1, len(data))]))])
        assert len(reports) + len(refusals) == 1


def test_reading_a_text_loads_no_parser(put):
    """A plain text is read without the libraries for pages, feeds, archives, PDFs and languages."""
    program = (
        "import sys; from variorum.reports.reading import read_report; read_report(sys.argv[1]); "
        "heavy = ('trafilatura', 'lxml', 'feedparser', 'py3langid', 'pypdf', 'warcio', 'numpy', 'spacy'); "
        "print([name for name in heavy if name in sys.modules])"
    )
    path = put("a.txt", ARTICLE)
    result = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def empty_pdf():
    """Return a PDF with one page and no text."""
    from pypdf import PdfWriter

    writer, buffer = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(buffer)
    return buffer.getvalue()
