"""Retellings: a clause of a report's own that gives what another report quotes, read as an indirect quotation."""

from __future__ import annotations

from variorum.model.quotations import Quotation, QuotationType
from variorum.model.statements import Statement


def as_retold(statement: Statement) -> Quotation:
    """Return a clause as a quotation whose speaker the report does not give."""
    return Quotation(
        statement.id, (statement.span,), QuotationType.INDIRECT, (), confidence=0.5, rule="speaks of the speaker"
    )
