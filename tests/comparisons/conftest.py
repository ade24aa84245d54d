"""Small stories through the whole way: bare texts to a comparison."""

from __future__ import annotations

from functools import lru_cache

import pytest

from variorum import flow
from variorum.model.comparisons import Relation
from variorum.model.reports import Report


@lru_cache(maxsize=64)
def _compared(texts, published):
    reports = [
        Report(id=f"r{number}", text=text, language="en", published=published) for number, text in enumerate(texts)
    ]
    return flow.compare(reports, keep=False)


@pytest.fixture(scope="session")
def compare_texts():
    """Return a function: texts to their comparison; sigla A, B, ... in the order of the texts."""
    return lambda *texts, published="2031-06-05": _compared(texts, published)


@pytest.fixture(scope="session")
def conflict_slots(compare_texts):
    """Return a function: texts of one day to the slots of the conflicts between and inside them."""

    def slots(*texts):
        units = compare_texts(*texts, published="2024-05-15").units
        return {str(unit.slot) for unit in units if unit.relation is Relation.CONTRADICTS}

    return slots
