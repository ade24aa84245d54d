"""The page."""

from __future__ import annotations

from variorum.model.comparisons import Comparison


def render_html(comparison: Comparison) -> str:
    """Return one self-contained page."""
    return ""
