"""Wording: the table of words that evaluate, hedge or doubt, and what a rule marks before it is a designation."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from variorum.annotations.tables import actors as tables
from variorum.annotations.trees import Trees
from variorum.model.annotations import DesignationKind

#: Adverbs are made from evaluating adjectives by these endings ("brutal", "brutally"; "crazy", "crazily").
_ADVERBS = (("ically", "ic"), ("ily", "y"), ("bly", "ble"), ("ly", ""))
#: Negations of what is possible or fitting evaluate by their form ("unwinnable", "irresponsible", "indefensible").
_DENYING = ("un", "in", "im", "ir", "il")
_FITTING = ("able", "ible")


class Word(Struct, frozen=True):
    """A row of ``wording.tsv``."""

    kind: str
    polarity: str | None


class Mark(Struct):
    """A designation before it is numbered."""

    start: int
    end: int
    kind: DesignationKind
    reason: str
    entity: str | None = None
    polarity: str | None = None


def hyphened_at(trees: Trees, token: int) -> str | None:
    """Return the hyphened word of two parts that the parser splits from ``token`` on ("self-styled"), or None."""
    if token + 2 >= len(trees.lower) or trees.lower[token + 1] != "-":
        return None
    if trees.starts[token + 1] != trees.ends[token] or trees.starts[token + 2] != trees.ends[token + 1]:
        return None
    return f"{trees.lower[token]}-{trees.lower[token + 2]}"


@lru_cache(maxsize=1)
def wording() -> dict[tuple[str, str], Word]:
    """Return the table of words by (word, part of speech); ``hedge`` and ``loaded`` never share one."""
    return {
        (word, pos): Word(kind, polarity)
        for word, pos, kind, polarity in tables.read_rows("wording.tsv")
        if word and pos and kind
    }


@lru_cache(maxsize=1)
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], Word], ...]]:
    """Return the fixed phrases with their row by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    for (word, pos), row in wording().items():
        if pos == "phrase":
            found.setdefault(word.split()[0], []).append((tuple(re.findall(r"[^\s'-]+|'\w*|-", word)), row))
    return {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))) for first, rows in found.items()}


@lru_cache(maxsize=4096)
def loaded_word(lower: str, lemma: str, pos: str) -> Word | None:
    """Return the evaluating row of a word (``adj``, ``noun``, ``verb``, ``adv``), by the table or by its form."""
    table = wording()
    for word in (lower, lemma):
        row = table.get((word, pos))
        if row is not None:
            return row if row.kind == "loaded" else None
    if pos == "adv" and lower not in tables.word_set("degree"):
        for ending, base in _ADVERBS:
            if lower.endswith(ending):
                row = table.get((lower[: -len(ending)] + base, "adj"))
                if row is not None and row.kind == "loaded":
                    return row
    if pos == "adj":
        return _by_form(lower)
    return None


def _by_form(lower: str) -> Word | None:
    """Return a negative row for "unwinnable", "indefensible"; plain words of that form stand in a set of their own."""
    fits = lower.endswith(_FITTING) and lower.startswith(_DENYING) and len(lower) >= 9
    return Word("loaded", "negative") if fits and lower not in tables.word_set("plainly_denying") else None
