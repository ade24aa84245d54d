"""Retellings: one statement told otherwise, contradicted, and others beside it (``data/retellings.jsonl``).

What calls two wordings altered is held against sentences of which nothing else is known: how many that contradict the
statement it finds, how many of those that it finds do, and how many beside it, of another thing, it takes for altered.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from rows import Row
from scoring import read_lines

from variorum.alignments.quotations.variants import compare_wordings
from variorum.model.alignments import AlignmentKind

DATA = Path(__file__).parent / "data" / "retellings.jsonl"
#: One statement of so many is measured, chosen by its hash: the others are there to be learnt of.
_ONE_OF = 10


def measure_retellings(_gold: Path) -> list[Row]:
    """Return how contradictions are told from other words for the same, and from what stands beside."""
    stories = list(held_out())
    apart = [_is_altered(story["statement"], item["text"]) for story in stories for item in story["contradicting"]]
    same = [_is_altered(story["statement"], text) for story in stories for text in story["same"]]
    beside = [_is_altered(story["statement"], text) for story in stories for text in story["beside"]]
    data = f"our retellings, {len(stories)} statements held out, {len(apart) + len(same) + len(beside)} pairs"
    found = sum(apart) + sum(same)
    figures = (
        ("altered precision", 100 * sum(apart) / max(1, found)),
        ("altered recall", 100 * sum(apart) / max(1, len(apart))),
        ("altered of what stands beside", 100 * sum(beside) / max(1, len(beside))),
    )
    return [Row(f"retellings {name}", "retellings", data, name, round(value, 1)) for name, value in figures]


def held_out() -> list[dict[str, Any]]:
    """Return the statements that are measured."""
    return [story for story in read_lines(DATA) if _number(story["statement"]) % _ONE_OF == 0]


def _number(text: str) -> int:
    return int(sha256(text.encode("utf-8")).hexdigest(), 16)


def _is_altered(left: str, right: str) -> bool:
    return compare_wordings(left, right).kind is AlignmentKind.ALTERED
