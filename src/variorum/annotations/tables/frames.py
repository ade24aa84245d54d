"""Frames: the table of words that tell events (``data/frames.tsv``), their PLOVER type, mode and roles.

PLOVER: Political Language Ontology for Verifiable Event Records, draft manual of September 2021. ``OTHER`` and its
modes are ours, for what news reports and PLOVER leaves out: accidents, elections, courts, companies.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import product

from msgspec import Struct

#: The type of what PLOVER leaves out: with a mode of ours, or without one where we have none either.
UNTYPED = "OTHER"


class Frame(Struct, frozen=True):
    """What kind of event a word tells."""

    form: str
    """``verb`` or ``noun``."""
    key: str
    type: str
    mode: str | None
    roles: str
    """``-``, ``mutual``, ``joint``, ``patient``, ``agent`` or ``third``, as the table explains."""

    @property
    def typed(self) -> bool:
        """Say whether it has a type of PLOVER, or a mode of ours."""
        return self.type != UNTYPED or self.mode is not None


class Frames(Struct, frozen=True):
    """The frames by their words."""

    verbs: dict[str, Frame]
    nouns: dict[str, Frame]
    happenings: dict[str, Frame]
    """Nouns of what happens and has neither type nor mode."""
    light: frozenset[str]
    compound_verbs: frozenset[str]
    """Verbs that open a frame of two words or more ("call" for "call for")."""
    compound_nouns: frozenset[str]
    """Last words of noun frames of two words ("strike" for "air strike")."""


def _spelled_out(words: str) -> Iterator[str]:
    """Yield the keys of "lift|ease ban|curfew": every first word with every second one."""
    return map(" ".join, product(*(word.split("|") for word in words.split())))


@lru_cache(maxsize=1)
def load_frames() -> Frames:
    """Read the table; the first frame of a word holds."""
    verbs: dict[str, Frame] = {}
    nouns: dict[str, Frame] = {}
    happenings: dict[str, Frame] = {}
    light: set[str] = set()
    table = files("variorum").joinpath("data/frames.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line or line.startswith("#"):
            continue
        form, kind, mode, roles, words = line.split("\t")
        keys = [key for word in words.split(",") for key in _spelled_out(word.strip())]
        if form == "light":
            light.update(keys)
            continue
        made = [Frame(form, key, kind, None if mode == "-" else mode, roles) for key in keys]
        for frame in made:
            target = verbs if form == "verb" else nouns if frame.typed else happenings
            target.setdefault(frame.key, frame)
    return Frames(
        verbs,
        nouns,
        happenings,
        frozenset(light),
        frozenset(key.split()[0] for key in verbs if " " in key),
        frozenset(key.split()[-1] for key in nouns if " " in key),
    )
