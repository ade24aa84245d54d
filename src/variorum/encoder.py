"""Vectors of texts: all-MiniLM-L6-v2 (Apache-2.0) as an int8 ONNX file, run by onnxruntime on one thread.

The vector of a text is the same whatever else is encoded with it: each text runs alone (dynamic quantisation takes its
scales from the whole batch), and vectors are rounded to float16 before anybody sees them. Vectors are kept on disk by
content, so a text that was seen before costs no model; the folder can be deleted at any time.
See ``data/encoder/MODEL_CARD.md`` for where the weights come from and how far the file is from the original.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from variorum.limits import LIMITS

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Length of a vector.
DIMENSIONS = 384
#: Goes up when the same model gives other vectors, because text is prepared or rounded otherwise.
_FORMAT = 1
#: Texts asked for in one SQL statement; SQLite takes 999 variables at least.
_ASKED_AT_ONCE = 500
#: Seconds to wait for another process that writes to the same file.
_PATIENCE = 2.0

Run = Callable[[str], "NDArray[np.float32]"]
"""A text to its vector, by the model itself."""


class EncoderError(RuntimeError):
    """The files of the encoder are not those that were shipped."""


def encoder_files() -> Path:
    """Return the folder with the model, the tokenizer and their checksums."""
    return Path(str(files("variorum") / "data" / "encoder"))


def vector_folder() -> Path:
    """Return the folder for kept vectors: ``VARIORUM_CACHE``, else the user's cache folder of the platform."""
    import platformdirs  # noqa: PLC0415  # only where the variable is not set

    return Path(os.environ.get("VARIORUM_CACHE") or platformdirs.user_cache_dir("variorum")) / "vectors"


@lru_cache(maxsize=4)
def _checksums(folder: Path) -> dict[str, dict[str, Any]]:
    """Return size and SHA-256 of each file as they were at export."""
    known: dict[str, dict[str, Any]] = json.loads((folder / "checksums.json").read_text(encoding="utf-8"))
    return known


def read_checked(folder: Path, name: str) -> bytes:
    """Return the bytes of a file of the encoder; refuse any that are not those of the export (about 20 ms)."""
    content = (folder / name).read_bytes()
    if sha256(content).hexdigest() != _checksums(folder)[name]["sha256"]:
        raise EncoderError(f"{name} is damaged or was replaced: install variorum again")
    return content


def load_model(folder: Path | None = None) -> Run:
    """Load tokenizer and model, once their checksums hold, and return the function from a text to its vector."""
    import onnxruntime  # noqa: PLC0415  # 0.2 s: only when a text is new
    from tokenizers import Tokenizer  # noqa: PLC0415  # likewise

    folder = folder or encoder_files()
    tokenizer = Tokenizer.from_str(read_checked(folder, "tokenizer.json").decode("utf-8"))
    tokenizer.enable_truncation(LIMITS.encoder_pieces)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        read_checked(folder, "model.onnx"), options, providers=["CPUExecutionProvider"]
    )

    def run(text: str) -> NDArray[np.float32]:
        ids = np.array([tokenizer.encode(text).ids], dtype=np.int64)
        vector: NDArray[np.float32] = session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0]
        return vector

    return run


@dataclass(slots=True)
class Encoder:
    """Texts to vectors of length 1 (to float16's precision), from memory, from disk, else from the model."""

    folder: Path | None = None
    """Where vectors are kept; None keeps them in memory alone."""
    load: Callable[[], Run] = load_model
    _run: Run | None = None
    _memory: dict[str, bytes] = field(default_factory=dict)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector a text, float32 of shape (texts, 384), rounded to float16.

        White space counts as one blank; what lies beyond ``LIMITS.encoder_pieces`` word pieces is not read.
        """
        prepared = [_prepare(text) for text in texts]
        keys = [_key(text) for text in prepared]
        known = self._known(keys)
        new: dict[str, bytes] = {}
        for key, text in zip(keys, prepared, strict=True):
            if key not in known and key not in new:
                new[key] = self._encode_one(text)
        self._keep(new)
        found = {**known, **new}
        if not keys:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        halves = np.frombuffer(b"".join(found[key] for key in keys), dtype="<f2")
        return halves.reshape(len(keys), DIMENSIONS).astype(np.float32)

    def _encode_one(self, text: str) -> bytes:
        """Return the vector of one text as little-endian float16."""
        if self._run is None:
            self._run = self.load()
        return self._run(text).astype("<f2").tobytes()

    def _known(self, keys: Sequence[str]) -> dict[str, bytes]:
        """Return the vectors that are in memory or on disk."""
        known = {key: self._memory[key] for key in keys if key in self._memory}
        missing = sorted({key for key in keys if key not in known})
        if not missing or self.folder is None:
            return known
        # A cache that cannot be read is one that is not there.
        with contextlib.suppress(sqlite3.Error, OSError), _open(self.folder) as database:
            for first in range(0, len(missing), _ASKED_AT_ONCE):
                asked = missing[first : first + _ASKED_AT_ONCE]
                marks = ",".join("?" * len(asked))
                rows = database.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", asked)  # noqa: S608  # only question marks
                # A row of another length is damaged: encoded again, and written over.
                known.update((key, vector) for key, vector in rows if len(vector) == 2 * DIMENSIONS)
        self._remember(known)
        return known

    def _keep(self, new: dict[str, bytes]) -> None:
        """Keep new vectors; a disk that cannot be written costs time and nothing else."""
        self._remember(new)
        if not new or self.folder is None:
            return
        with contextlib.suppress(sqlite3.Error, OSError), _open(self.folder) as database, database:
            database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", sorted(new.items()))

    def _remember(self, vectors: dict[str, bytes]) -> None:
        """Hold vectors in memory, within the limit."""
        if len(self._memory) + len(vectors) > LIMITS.encoder_vectors:
            self._memory.clear()
        if len(vectors) <= LIMITS.encoder_vectors:
            self._memory.update(vectors)


def _prepare(text: str) -> str:
    """Return the text as the model reads it: blanks collapsed, and no longer than its word pieces can be."""
    # Cut before and after: a text of white space alone must not cost its length twice.
    longest = 20 * LIMITS.encoder_pieces
    readable = " ".join(text[: 4 * longest].split())[:longest]
    return readable.encode("utf-8", "replace").decode("utf-8")  # the tokenizer takes no lone surrogates


def _key(text: str) -> str:
    """Return the name of a prepared text under this model."""
    model = _checksums(encoder_files())
    origin = f"{_FORMAT}:{LIMITS.encoder_pieces}:{model['model.onnx']['sha256']}:{model['tokenizer.json']['sha256']}:"
    return sha256((origin + text).encode("utf-8")).hexdigest()


def _open(folder: Path) -> contextlib.closing[sqlite3.Connection]:
    """Open the file of vectors; raises OSError or sqlite3.Error where there can be none."""
    folder.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(folder / "vectors.sqlite3", timeout=_PATIENCE)
    database.execute("PRAGMA synchronous = OFF")  # a lost vector is encoded again
    database.execute("CREATE TABLE IF NOT EXISTS vectors (key TEXT PRIMARY KEY, vector BLOB) WITHOUT ROWID")
    return contextlib.closing(database)


@lru_cache(maxsize=4)
def _encoder(folder: Path) -> Encoder:
    """Return the one encoder of a folder in this process."""
    return Encoder(folder)


def load_encoder() -> Encoder:
    """Return this process's encoder; the model itself is loaded with the first text that is not kept."""
    return _encoder(vector_folder())
