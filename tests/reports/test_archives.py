"""Web archives: pages come out of WARC files, and a damaged file gives what stands before the damage."""

from __future__ import annotations

import io

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from variorum.errors import VariorumError
from variorum.reports.reading import read_report, read_reports

PAGE = (
    "<html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1><p>{}"
    + "The bridge over the Lune was closed on Monday after cracks were found, the mayor said. " * 5
    + "</p></article></body></html>"
)


def warc(pages, *, compressed):
    """Return a WARC file with these (URL, status, media type, body) responses."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=compressed)
    for url, status, media_type, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.0")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers))
    return buffer.getvalue()


@pytest.mark.parametrize("compressed", [False, True])
def test_pages_are_read_and_other_records_passed_over(tmp_path, compressed):
    """HTML pages with status 200 become reports that know their URL; images and error pages do not."""
    path = tmp_path / "a.warc"
    pages = [
        (
            "https://courier.example/1",
            "200 OK",
            "text/html; charset=windows-1252",
            PAGE.format("One “quoted”. ").encode("cp1252"),
        ),
        ("https://courier.example/2.png", "200 OK", "image/png", b"\x89PNG"),
        ("https://courier.example/3", "404 Not Found", "text/html", PAGE.format("Gone. ").encode()),
        ("https://courier.example/4", "200 OK", "text/html", b""),
    ]
    path.write_bytes(warc(pages, compressed=compressed))
    reports, refusals = read_reports([path])
    assert [(report.url, report.title) for report in reports] == [("https://courier.example/1", "Bridge closed")]
    assert "“quoted”" in reports[0].text
    assert reports[0].published is None, "the day of the capture is no date of publication"
    assert [(refusal.name, refusal.code) for refusal in refusals] == [("https://courier.example/4", "R002")]


def test_a_truncated_archive_gives_what_stands_before(tmp_path, capsys):
    """The pages before the damage are read, and a refusal says that the archive ends early."""
    pages = [(f"https://courier.example/{n}", "200 OK", "text/html", PAGE.format(n).encode()) for n in range(3)]
    data = warc(pages, compressed=True)
    path = tmp_path / "cut.warc.gz"
    path.write_bytes(data[: len(data) - 60])
    reports, refusals = read_reports([path])
    assert len(reports) >= 2
    assert len(reports) + len(refusals) >= 3
    plain = tmp_path / "bad.warc"
    plain.write_bytes(warc(pages, compressed=False) + b"WARC/9.9 nonsense\r\nno header")
    reports, refusals = read_reports([plain])
    assert len(reports) == 3
    assert [refusal.code for refusal in refusals] == ["R014"]
    plain.write_bytes(
        warc(pages, compressed=False).replace(b"was closed on Monday", b"was closed on Monday, after all,", 1)
    )
    reports, refusals = read_reports([plain])
    assert [refusal.code for refusal in refusals] == ["R014"], "a record is longer than it says"
    assert capsys.readouterr().err == ""


def test_an_archive_without_pages_is_refused(tmp_path):
    """A WARC file that holds no page says so."""
    path = tmp_path / "a.warc"
    path.write_bytes(warc([("https://x.example/a.png", "200 OK", "image/png", b"\x89PNG")], compressed=False))
    with pytest.raises(VariorumError) as caught:
        read_report(path)
    assert caught.value.code == "R011"
