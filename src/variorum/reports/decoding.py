"""Decoding: bytes to text, decided once, and what is no text told apart.

The order is that of the WHATWG encoding standard as far as it helps against wrong declarations: a byte order mark, then
valid UTF-8 (text in another encoding is hardly ever valid UTF-8 by chance), then what the page declares, then what the
bytes look like.
"""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

from variorum.errors import VariorumError
from variorum.word_lists import listed

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: First bytes of files that are often given by mistake, and what to call them.
_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an image, sound or film"),
    (b"PK\x03\x04", "a ZIP archive or an office document; unpack it, or save it as plain text"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as plain text"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it"),
    (b"Rar!", "a RAR archive; unpack it"),
    (b"BZh", "a bzip2 file; unpack it"),
    (b"\xfd7zXZ", "an xz file; unpack it"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file; unpack it"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"OggS", "sound"),
    (b"ID3", "sound"),
)

#: Labels of the WHATWG encoding standard that Python knows under another name, or not as the web means them.
_LABELS = {
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "latin1": "windows-1252",
    "l1": "windows-1252",
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "iso88591": "windows-1252",
    "x-cp1252": "windows-1252",
    "x-user-defined": "windows-1252",
    "iso-8859-9": "windows-1254",
    "latin5": "windows-1254",
    "iso-8859-11": "windows-874",
    "tis-620": "windows-874",
    "windows-874": "windows-874",
    "x-cp1251": "windows-1251",
    "x-sjis": "shift_jis",
    "shift-jis": "shift_jis",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "x-x-big5": "big5",
    "ks_c_5601-1987": "euc-kr",
    "ksc5601": "euc-kr",
    "x-euc-jp": "euc-jp",
    "x-mac-roman": "macintosh",
    "unicode-1-1-utf-8": "utf-8",
    "utf8": "utf-8",
    # A page whose declaration can be read byte by byte is not UTF-16.
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}

#: Encodings that Python decodes under another name than the web gives them.
_CODECS = {
    "windows-874": "cp874",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "big5": "big5hkscs",
    "macintosh": "mac_roman",
}

#: The encodings of the web; a Python codec that is none of them ("zip", "rot13", "idna", "utf-7") is never used.
_ENCODINGS = listed("""
    utf-8 ibm866 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-10
    iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r koi8-u macintosh windows-874 windows-1250 windows-1251
    windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 gb18030 big5 euc-jp
    iso-2022-jp shift_jis euc-kr
""")

#: How much of a file is looked at to guess its encoding.
_SAMPLE = 50_000


class Decoded(Struct, frozen=True):
    """Text with the name of its encoding, and what was lost."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def binary_kind(data: bytes, *, markup: bool = False) -> str | None:
    """Say in words what ``data`` is when it is no text, else None.

    ``markup`` forgives some NUL bytes, which an HTML parser ignores.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            return what
    if data.startswith(tuple(mark for mark, _ in _BOMS)) or _wide_encoding(data):
        return None
    nuls = data.count(0)
    if nuls and not (markup and nuls * 10 < len(data)):
        return "it holds NUL bytes"
    head = data[:4_096]
    controls = len(head) - len(head.translate(None, bytes((*range(8), *range(14, 27), *range(28, 32)))))
    if controls * 3 > len(head):
        return "it holds many control characters"
    return None


def decode_text(data: bytes, declared: str | None = None, *, markup: bool = False) -> Decoded:
    """Return the text of ``data``; raises [R004] when no encoding fits.

    ``declared`` is a label that the file itself or its transport gives. Pages (``markup``) always decode, as in a
    browser, with U+FFFD for what does not fit; plain text that is only damaged in places does
    too, and says so in the notes.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    if wide := _wide_encoding(data):
        return _decode_marked(data, wide)
    if markup:
        data = data.replace(b"\0", b"")
    declared = known_encoding(declared)
    tries: list[str | None] = [declared, "utf-8"] if declared == "iso-2022-jp" else ["utf-8", declared]
    for tried in tries:
        if tried and (text := _decode_strictly(data, tried)) is not None:
            return Decoded(text, tried)
    if damaged := _decode_damaged(data):
        return damaged
    if guessed := _guess_encoding(data):
        return guessed
    if markup or declared not in (None, "utf-8"):
        encoding = "windows-1252" if declared in (None, "utf-8") else str(declared)
        text = data.decode(_CODECS.get(encoding, encoding), "replace")
        return Decoded(text, encoding, (_loss_note(text.count("\ufffd"), encoding),))
    raise VariorumError("R004", encoding="UTF-8")


def known_encoding(label: str | None) -> str | None:
    """Return the name of the encoding that the web means by ``label``, or None for a label that names none."""
    if not label:
        return None
    label = label.strip().lower()
    label = re.sub(r"^iso_?8859[-_]?(?=\d)|^iso8859-", "iso-8859-", label)
    label = re.sub(r"^cp(?=125\d$)", "windows-", label)
    label = _LABELS.get(label, label)
    return label if label in _ENCODINGS else None


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page or feed declares in its first bytes (after WHATWG's prescan), or None."""
    head = data[:_SAMPLE]
    if found := re.match(rb"\s{0,100}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})", head):
        return known_encoding(found[1].decode("ascii", "replace"))
    head = _without_comments(head)
    for found in _TAG.finditer(head):
        if found[1].lower() == b"meta" and (label := _meta_charset(found[2])):
            return "windows-1252" if label == "x-user-defined" else known_encoding(label)
    return None


def _without_comments(head: bytes) -> bytes:
    """Return ``head`` without its comments, whose content declares nothing; "<!-->" is a whole comment."""
    pieces: list[bytes] = []
    position = 0
    while (start := head.find(b"<!--", position)) >= 0:
        pieces.append(head[position:start])
        end = head.find(b"-->", start + 2)
        position = end + 3 if end >= 0 else len(head)
    pieces.append(head[position:])
    return b" ".join(pieces)


#: A tag and its attributes; quoted values may hold ">".
_TAG = re.compile(rb"""</?([a-zA-Z][^\s/>]{0,50}+)((?:[^>"']|"[^"]{0,2000}"|'[^']{0,2000}'|["']){0,2000}+)>""")
_ATTRIBUTE = re.compile(rb"""[\s/]([^\s/>="']{1,50}+)(?:\s*+=\s*+("[^"]{0,2000}"|'[^']{0,2000}'|[^\s>"']{1,2000}+))?""")


def _meta_charset(attributes: bytes) -> str | None:
    """Return the label in the attributes of a meta tag; the first of equal names counts."""
    values: dict[bytes, bytes] = {}
    for found in _ATTRIBUTE.finditer(attributes):
        value = found[2] or b""
        values.setdefault(found[1].lower(), value[1:-1] if value[:1] in (b'"', b"'") else value)
    if b"charset" in values:
        label = values[b"charset"].decode("ascii", "replace")
        if known_encoding(label):
            return label
    if values.get(b"http-equiv", b"").lower() == b"content-type":
        named = re.search(
            rb"charset\s*+=\s*+(?:[\"'](?=[\w.:-]{1,40}[\"'])|(?![\"']))([\w.:-]{1,40})",
            values.get(b"content", b""),
            re.IGNORECASE,
        )
        return named[1].decode("ascii", "replace") if named else None
    return None


def _wide_encoding(data: bytes) -> str | None:
    """Return UTF-16 or UTF-32 for text whose mark is missing: half or more of the bytes of Latin text are 0."""
    head = data[:2_000]
    if len(head) < 8 or head.count(0) * 3 < len(head):
        return None
    nuls = [head[place::4].count(0) * 5 > len(head[place::4]) * 3 for place in range(4)]
    patterns = {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }
    return patterns.get((nuls[0], nuls[1], nuls[2], nuls[3]))


def _decode_marked(data: bytes, encoding: str) -> Decoded:
    """Decode bytes whose encoding is sure; a few that do not fit (a cut last character) are replaced and counted."""
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    lost = text.count("\ufffd")
    if lost * 10 > len(text):
        raise VariorumError("R004", encoding=encoding.upper())
    if "\0" in text and encoding != "utf-8":
        text = text.replace("\0", "")
    strict = _decode_strictly(data, encoding)
    return Decoded(text, encoding, () if strict is not None else (_loss_note(lost, encoding),))


def _decode_strictly(data: bytes, encoding: str) -> str | None:
    """Return the text, or None when a byte does not fit."""
    try:
        return data.decode(_CODECS.get(encoding, encoding))
    except (UnicodeDecodeError, LookupError):
        return None


def _decode_damaged(data: bytes) -> Decoded | None:
    """Return UTF-8 with replacements when most of what is not ASCII is UTF-8 (a cut character, a foreign line)."""
    text = data.decode("utf-8", "replace")
    lost = len(re.findall("\ufffd+", text))
    whole = sum(1 for character in text if character > "\x7f" and character != "\ufffd")
    return Decoded(text, "utf-8", (_loss_note(lost, "utf-8"),)) if whole >= lost else None


def _guess_encoding(data: bytes) -> Decoded | None:
    """Return the text as windows-1252 where high bytes are rare (English, curly marks), else as guessed."""
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if high * 10 < len(data) and (text := _decode_strictly(data, "windows-1252")) is not None:
        return Decoded(text, "windows-1252")
    from charset_normalizer import from_bytes  # noqa: PLC0415  # only where nothing else fits

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or (text := _decode_strictly(data, best.encoding)) is None:
        return None
    return Decoded(text, best.encoding.replace("_", "-"), (f"the encoding was guessed: {best.encoding}",))


def _loss_note(lost: int, encoding: str) -> str:
    """Return the note for a reader of the comparison."""
    return f"decoding doubtful: {lost:,} place(s) do not fit {encoding} and stand as U+FFFD"
