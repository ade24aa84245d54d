"""Refusals on standard error: one line each, with its code, its input and the reason."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from variorum.errors import VariorumError
from variorum.model.reports import Refusal


def refusal_of(error: Exception, name: str = "") -> Refusal:
    """Return an error as a record; an error of Variorum's own becomes [X001], so that a batch goes on."""
    if not isinstance(error, VariorumError):
        what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        error = VariorumError("X001", name, what=what)
    return Refusal(error.name or name, error.code, error.reason)


def print_refusals(refusals: Iterable[Refusal]) -> None:
    """Print each refusal as a line ``[R001] name: reason``."""
    for refusal in refusals:
        name = f"{refusal.name}: " if refusal.name else ""
        sys.stderr.write(f"[{refusal.code}] {name}{refusal.reason}\n")
