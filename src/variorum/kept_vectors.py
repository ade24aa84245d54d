"""Kept vectors: what the encoder made of a text, in memory and on disk, by a name that depends on all it was made from.

A cache that cannot be read is one that is not there, a disk that cannot be written costs time and nothing else; the
file can be deleted at any time.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field

from variorum.limits import LIMITS

#: Keys asked for in one SQL statement; SQLite takes 999 variables at least.
_ASKED_AT_ONCE = 500
#: Seconds to wait for another process that writes to the same file.
_PATIENCE = 2.0


class KeptVectors(Struct):
    """Vectors as bytes, by key."""

    folder: Path | None
    """Where they are kept; None keeps them in memory alone."""
    table: str
    _memory: dict[str, bytes] = field(default_factory=dict)

    def known(self, keys: Sequence[str]) -> dict[str, bytes]:
        """Return the vectors that are in memory or on disk."""
        known = {key: self._memory[key] for key in keys if key in self._memory}
        missing = sorted({key for key in keys if key not in known})
        if not missing or self.folder is None:
            return known
        with contextlib.suppress(sqlite3.Error, OSError), self._open(self.folder) as database:
            for first in range(0, len(missing), _ASKED_AT_ONCE):
                asked = missing[first : first + _ASKED_AT_ONCE]
                marks = ",".join("?" * len(asked))
                known.update(
                    database.execute(f"SELECT key, vector FROM {self.table} WHERE key IN ({marks})", asked)  # noqa: S608  # our own name, question marks
                )
        self._remember(known)
        return known

    def keep(self, new: dict[str, bytes]) -> None:
        """Keep new vectors."""
        self._remember(new)
        if not new or self.folder is None:
            return
        with contextlib.suppress(sqlite3.Error, OSError), self._open(self.folder) as database, database:
            database.executemany(f"INSERT OR REPLACE INTO {self.table} VALUES (?, ?)", sorted(new.items()))  # noqa: S608  # our own name

    def _remember(self, vectors: dict[str, bytes]) -> None:
        """Hold vectors in memory, within the limit."""
        if len(self._memory) + len(vectors) > LIMITS.encoder_vectors:
            self._memory.clear()
        if len(vectors) <= LIMITS.encoder_vectors:
            self._memory.update(vectors)

    def _open(self, folder: Path) -> contextlib.closing[sqlite3.Connection]:
        """Open the file of vectors; raises OSError or sqlite3.Error where there can be none."""
        folder.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(folder / "vectors.sqlite3", timeout=_PATIENCE)
        database.execute("PRAGMA synchronous = OFF")  # a lost vector is encoded again
        database.execute(f"CREATE TABLE IF NOT EXISTS {self.table} (key TEXT PRIMARY KEY, vector BLOB) WITHOUT ROWID")
        return contextlib.closing(database)
