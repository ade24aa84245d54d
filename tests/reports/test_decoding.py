"""Decoding: the encoding is decided once, and damage is said."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.errors import VariorumError
from variorum.reports.decoding import binary_kind, declared_encoding, decode_text, known_encoding

TEXT = "“We searched all night,” said Zoë of Port Aster – twice. " * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_comes_back(encoding):
    """Text in the encodings of the web comes back, with and without a mark or declaration."""
    assert decode_text(TEXT.encode(encoding)).text == TEXT


def test_valid_utf8_wins_over_a_wrong_declaration():
    """A page that declares Latin-1 and is UTF-8 is read as UTF-8; one that wrongly declares UTF-8 is read as it is."""
    assert decode_text(TEXT.encode(), "iso-8859-1").text == TEXT
    assert decode_text(TEXT.encode("cp1252"), "utf-8", markup=True).text == TEXT
    russian = "Паром затонул во вторник у побережья, сообщил капитан спасателей." * 4
    assert decode_text(russian.encode("cp1251"), "windows-1251").text == russian
    assert decode_text(russian.encode("cp1251")).text == russian


def test_damage_is_replaced_and_said():
    """A cut character stands as U+FFFD, and the notes count such places."""
    decoded = decode_text(TEXT.encode() + "“".encode()[:-1])
    assert decoded.text == TEXT + "\ufffd"
    assert decoded.notes[0].startswith("decoding doubtful: 1 ")


def test_codecs_that_are_no_encodings_are_never_used():
    """Labels that name other codecs of Python, or none, are ignored."""
    assert [
        known_encoding(label) for label in ("zip", "rot13", "idna", "punycode", "utf-7", "unicode_escape", "", None)
    ] == [None] * 8
    assert known_encoding(" ISO-8859-1 ") == "windows-1252"
    assert known_encoding("GB2312") == "gb18030"


def test_what_is_no_text_is_named():
    """Files of other kinds are told by their first bytes, others by NUL and control characters."""
    assert binary_kind(b"\x89PNG\r\n\x1a\n") == "a PNG image"
    assert binary_kind(b"text\0text") == "it holds NUL bytes"
    assert binary_kind(bytes(range(1, 9)) * 50) == "it holds many control characters"
    assert binary_kind(b"<html>P\0u\0tin" + b" text" * 40, markup=True) is None
    assert binary_kind(TEXT.encode("utf-16-le")) is None


def test_a_declaration_in_a_comment_declares_nothing():
    """Only a meta tag or an XML declaration names an encoding."""
    assert declared_encoding(b"<!-- <meta charset=koi8-r> --><meta charset=windows-1251>") == "windows-1251"
    assert declared_encoding(b'<?xml version="1.0" encoding="ISO-8859-2"?><rss>') == "iso-8859-2"
    assert declared_encoding(b"<!--" * 20_000) is None


@given(st.binary(max_size=300), st.sampled_from(["utf-8", "euc-jp", "gb18030", "iso-2022-jp", None]))
def test_pages_always_decode(data, declared):
    """Whatever the bytes, a page has a text, or its UTF-16 is beyond reading."""
    refused = None
    try:
        decode_text(data, declared, markup=True)
    except VariorumError as error:
        refused = error.code
    assert refused in (None, "R004")


def test_html_declarations_of_the_standard_suite(shared):
    """Of html5lib's 82 encoding cases at least 78 agree."""
    cases = [json.loads(line) for line in (shared / "hostile/html5_encoding.jsonl").read_text().splitlines()]
    agree = 0
    for case in cases:
        data = base64.b64decode(case["bytes_b64"])
        found = "utf-8" if data.startswith(b"\xef\xbb\xbf") else declared_encoding(data) or "windows-1252"
        agree += found == case["encoding"].lower()
    assert agree >= 78


def test_utf8_decoder_suite(shared):
    """In a UTF-8 text each damaged sequence of the suite is replaced as Unicode recommends."""
    for line in (shared / "hostile/utf8_decoder.jsonl").read_text().splitlines():
        case = json.loads(line)
        decoded = decode_text(TEXT.encode() * 5 + bytes.fromhex(case["bytes_hex"]) + b" end", markup=True)
        expected = bytes.fromhex(case["replace_hex"]).decode("utf-8", "surrogatepass").replace("\0", "")
        assert decoded.text == TEXT * 5 + expected + " end", case["id"]
