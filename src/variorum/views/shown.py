"""Text as it may be shown: characters that would run, hide or turn other text are replaced one for one."""

from __future__ import annotations

import re

# Lone surrogates cannot be encoded; C0 and C1 controls move a terminal's cursor; bidirectional overrides and
# isolates reorder what stands around them (CVE-2021-42574). Tab, line feed and carriage return stay.
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def shown(text: str) -> str:
    """Return ``text`` with every unshowable character replaced by U+FFFD, so that offsets stay valid."""
    return _UNSHOWABLE.sub("\ufffd", text)


def one_line(text: str, *, limit: int = 0) -> str:
    """Return ``text`` shown on one line, cut with an ellipsis after ``limit`` code points when one is given."""
    line = " ".join(shown(text).split())
    return line if not limit or len(line) <= limit else line[: limit - 1].rstrip() + "…"
