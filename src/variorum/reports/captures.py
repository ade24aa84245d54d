"""Captures: the bytes of an input, never more than the limit, and unpacked when they are gzipped."""

from __future__ import annotations

import re
import sys
import zlib
from pathlib import Path
from typing import IO

from variorum.errors import VariorumError
from variorum.limits import LIMITS

#: What standard input is called, on the command line and in refusals.
STANDARD_INPUT = "-"

GZIP = b"\x1f\x8b"
_ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
#: How much of an input is looked at to tell its format.
HEAD = 65_536


def open_input(name: str) -> IO[bytes]:
    """Open a file or standard input.

    Raises [R001] when there is none, [R016] for the address of a page, [R010] when it cannot be opened.
    """
    if name == STANDARD_INPUT:
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except FileNotFoundError as error:
        raise VariorumError("R016" if _ADDRESS.match(name) else "R001", name) from error
    except (OSError, ValueError) as error:
        raise VariorumError("R010", name, why=_why(error)) from error


def read_bounded(stream: IO[bytes], name: str) -> bytes:
    """Return all bytes of ``stream``; raises [R005] as soon as there are more than the limit of one input."""
    try:
        data = stream.read(LIMITS.capture_bytes + 1)
    except OSError as error:
        raise VariorumError("R010", name, why=_why(error)) from error
    if len(data) > LIMITS.capture_bytes:
        raise VariorumError(
            "R005", name, size=_size(name), unit="bytes", limit=LIMITS.capture_bytes, setting="capture_bytes"
        )
    return data


def unpack(data: bytes, name: str) -> bytes:
    """Return gzipped bytes unpacked, several members too; raises [R005] at the limit, [R003] for gzip within gzip."""
    pieces: list[bytes] = []
    size = 0
    while data.startswith(GZIP):
        member = zlib.decompressobj(wbits=31)
        try:
            piece = member.decompress(data, LIMITS.capture_bytes + 1 - size)
        except zlib.error as error:
            raise VariorumError("R010", name, why=f"damaged gzip: {error}") from error
        size += len(piece)
        if size > LIMITS.capture_bytes:
            raise VariorumError(
                "R005", name, size=size, unit="bytes when unpacked", limit=LIMITS.capture_bytes, setting="capture_bytes"
            )
        if not member.eof:
            raise VariorumError("R010", name, why="damaged gzip: it ends early")
        pieces.append(piece)
        data = member.unused_data
    unpacked = b"".join(pieces)
    if unpacked.startswith(GZIP):
        raise VariorumError("R003", name, what="gzip within gzip")
    return unpacked


def first_bytes(head: bytes) -> bytes:
    """Return the first bytes of what ``head`` begins, unpacked when it is gzipped."""
    if not head.startswith(GZIP):
        return head
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 1_024)
    except zlib.error:
        return b""


def _size(name: str) -> int:
    """Return the size of a file that is too large, or what was read of a stream."""
    try:
        return (
            max(Path(name).stat().st_size, LIMITS.capture_bytes + 1)
            if name != STANDARD_INPUT
            else LIMITS.capture_bytes + 1
        )
    except (OSError, ValueError):
        return LIMITS.capture_bytes + 1


def _why(error: Exception) -> str:
    """Return what the operating system says, without the path."""
    return getattr(error, "strerror", None) or str(error)
