"""One word for several: what denies or counts in several words is read as one ("no one", "at no point")."""

from __future__ import annotations

import re

#: What denies in several words is read as one: "no one", "at no point", "far from full", "yet to be proved"; so is
#: "every second".
_ONE_WORD = re.compile(
    r"\b(no one|far from|every (?:second|other)|(?:have|has|had) yet to"
    r"|(?:at no (?:point|time|stage|moment)|in no (?:way|sense|event|case)|under no circumstances?|by no means"
    r"|on no (?:account|occasion)|out of the question))\b",
    re.IGNORECASE,
)
_JOINED = {"no": "nobody", "far": "not", "every": "half", "at": "never", "in": "never", "under": "never",
           "by": "never", "on": "never", "out": "impossible"}  # fmt: skip


def as_one_word(text: str) -> str:
    """Return a text with one word in the place of several that deny or count together."""
    return _ONE_WORD.sub(_joined, text)


def _joined(found: re.Match[str]) -> str:
    """Return one word for two that deny together."""
    first = found.group().split()[0]
    return _JOINED.get(first.casefold(), f"{first} not")
