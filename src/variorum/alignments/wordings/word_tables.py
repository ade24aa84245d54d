"""Word tables: how near the words of two reports of a story are, kept while they are asked for again.

Sentences, clauses and quotations of two reports are held against each other one after the other, by the same words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.limits import LIMITS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class WordTables:
    """The tables of a story, those asked for last: ``LIMITS.word_cells`` cells in all."""

    def __init__(self) -> None:
        """Begin with none."""
        self._tables: dict[tuple[str, int, int], NDArray[np.float32]] = {}
        self._cells = 0

    def known(self, kind: str, one: int, two: int) -> NDArray[np.float32] | None:
        """Return a table of a kind of two reports by their numbers, None where it is not kept."""
        table = self._tables.pop((kind, one, two), None)
        if table is not None:
            self._tables[kind, one, two] = table
        return table

    def keep(self, kind: str, one: int, two: int, table: NDArray[np.float32]) -> None:
        """Keep a table; those that were asked for longest ago make room for it."""
        self._tables[kind, one, two] = table
        self._cells += table.size
        while self._cells > LIMITS.word_cells and len(self._tables) > 1:
            self._cells -= self._tables.pop(next(iter(self._tables))).size
