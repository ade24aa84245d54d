"""PDF: text of pages becomes paragraphs; scans, locked and broken files are refused."""

from __future__ import annotations

import io

import pytest

from variorum.errors import VariorumError
from variorum.reports.pdf import join_lines
from variorum.reports.reading import read_report


def pdf_with(lines, password=None):
    """Return a PDF of one page with these lines."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(600, 800)
    content = DecodedStreamObject()
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    content.set_data(f"BT /F1 12 Tf 50 750 Td {shown} ET".encode("latin-1"))
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")})
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    page[NameObject("/Contents")] = writer._add_object(content)
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_text_of_a_pdf(tmp_path):
    """Lines are joined to paragraphs; the date of the file is no date of publication."""
    path = tmp_path / "a.pdf"
    path.write_bytes(
        pdf_with(["The ferry Marisol sank off Port Aster on Tues-", "day, the coast guard said.", "It burned."])
    )
    report = read_report(path)
    assert report.text == "The ferry Marisol sank off Port Aster on Tuesday, the coast guard said.\nIt burned."
    assert report.published is None
    assert report.capture.encoding is None


def test_joining_lines():
    """Hyphens at line ends are closed before lower case alone; short last lines and empty lines end a paragraph."""
    lines = [
        "The govern-",
        "ment of the Anglo-",
        "Saxon isles held a very long meeting",
        "here.",
        "Then it fell",
        "",
        "Again",
    ]
    assert (
        join_lines(lines)
        == "The government of the Anglo- Saxon isles held a very long meeting here.\nThen it fell\nAgain"
    )


@pytest.mark.parametrize("data", [b"%PDF-1.7\nbroken", b"%PDF-1.4\n%%EOF", b"%PDF-"])
def test_broken_files_are_refused(tmp_path, data):
    """What pypdf cannot read is refused, whatever it raises."""
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    with pytest.raises(VariorumError) as caught:
        read_report(path)
    assert caught.value.code in ("R011", "R013")


def test_locked_files_are_refused(tmp_path):
    """A PDF with a password says so."""
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_with(["The ferry sank off Port Aster."], password="secret"))
    with pytest.raises(VariorumError, match="password"):
        read_report(path)
