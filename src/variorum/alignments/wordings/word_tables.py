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

    def words(self, one: int, two: int) -> NDArray[np.float32] | None:
        """Return how near each word of report ``one`` (rows) is to each of ``two``, None where it is not kept."""
        table = self._known("words", min(one, two), max(one, two))
        # In rows that stand together in memory: what is asked of them is ten times faster.
        return table if table is None or one <= two else table.T.copy()

    def keep_words(self, one: int, two: int, table: NDArray[np.float32]) -> None:
        """Keep how near the words of ``one`` (rows) are to those of ``two``."""
        self._keep("words", min(one, two), max(one, two), table if one <= two else table.T.copy())

    def sentences(self, one: int, two: int) -> NDArray[np.float32] | None:
        """Return how near each word of report ``one`` comes to its like in each sentence of ``two``, likewise."""
        return self._known("sentences", one, two)

    def keep_sentences(self, one: int, two: int, table: NDArray[np.float32]) -> None:
        """Keep how near the words of ``one`` (rows) come to their like in the sentences of ``two``."""
        self._keep("sentences", one, two, table)

    def _known(self, kind: str, one: int, two: int) -> NDArray[np.float32] | None:
        """Return a table that is kept, and keep it longer."""
        table = self._tables.pop((kind, one, two), None)
        if table is not None:
            self._tables[kind, one, two] = table
        return table

    def _keep(self, kind: str, one: int, two: int, table: NDArray[np.float32]) -> None:
        """Keep a table; those that were asked for longest ago make room for it."""
        self._tables[kind, one, two] = table
        self._cells += table.size
        while self._cells > LIMITS.word_cells and len(self._tables) > 1:
            self._cells -= self._tables.pop(next(iter(self._tables))).size
