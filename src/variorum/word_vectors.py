"""Word vectors: what each word of a sentence means where it stands, from the layers inside of the encoder.

The vector of a sentence says what it is about; those of its words say who does what in it. A word is read twice, in its
sentence alone and with the sentences beside it ("he" is somebody there), each time from the middle and the last layer,
brought to few numbers by main axes that ``tools/fit_word_vectors.py`` found on texts of our own.
Kept on disk like the vectors of texts, a byte a number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from variorum.encoder import Encoder, Model, Pieces, load_encoder, load_model, model_name, straight_marks, vector_folder
from variorum.kept_vectors import KeptVectors

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

#: Numbers of a word as it was read once.
NUMBERS = 128
#: Goes up when words are brought to vectors otherwise.
_FORMAT = 1
_AXES = "data/encoder/word_axes.npz"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the words in it that are asked for, as half-open offsets in text order."""

    text: str
    words: tuple[tuple[int, int], ...]
    alone: bool = False
    """True for a sentence by itself: its vector is asked for as well, and kept with that of its words."""

    @property
    def key(self) -> str:
        """Return the name of the passage's vectors under this model."""
        content = f"{model_name()}:{_FORMAT}:{axes_name()}:{self.words}:{straight_marks(self.text)}"
        return sha256(content.encode("utf-8", "replace")).hexdigest()


@dataclass(slots=True)
class WordEncoder:
    """Passages to the vectors of their words, from memory, from disk, else from the model."""

    folder: Path | None = None
    load: Callable[[], Model] = load_model
    texts: Encoder | None = None
    """Where the vectors of sentences are kept that are read for their words."""
    _kept: KeptVectors = field(init=False)

    def __post_init__(self) -> None:
        """Open what is kept."""
        self._kept = KeptVectors(self.folder, "words")

    def encode(self, passages: Sequence[Passage]) -> list[NDArray[np.float32]]:
        """Return, for each passage, the vectors of its words, of length 1; zeros where the model read none."""
        keys = [passage.key for passage in passages]
        known = self._kept.known(keys)
        new: dict[str, bytes] = {}
        whole: dict[str, NDArray[np.float32]] = {}
        for key, passage in zip(keys, passages, strict=True):
            # A row of another length is damaged: encoded again, and written over.
            if key not in new and len(known.get(key, b"-")) != NUMBERS * len(passage.words):
                rows, vector = self._encode_one(passage)
                new[key] = _as_bytes(rows)
                if passage.alone and vector is not None:
                    whole[passage.text] = vector
        self._kept.keep(new)
        if self.texts is not None:
            self.texts.keep(whole)
        found = {**known, **new}
        return [_from_bytes(found[key]) for key in keys]

    def _encode_one(self, passage: Passage) -> tuple[NDArray[np.float32], NDArray[np.float32] | None]:
        """Return the vectors of the words of one passage, and its own, as the model gives them."""
        if not passage.words:
            return np.zeros((0, NUMBERS), dtype=np.float32), None
        read = self.load().pieces(straight_marks(passage.text).encode("utf-8", "replace").decode("utf-8"))
        return on_axes(word_rows(read, passage.words)), read.vector


def word_rows(read: Pieces, words: Iterable[tuple[int, int]]) -> NDArray[np.float32]:
    """Return the mean of the pieces of each word, both layers side by side; zeros where it has none."""
    means = _axes()["means"]
    rows = np.concatenate([_unit(read.middle - means[0]), _unit(read.last - means[1])], axis=1)
    found = []
    first = 0
    for start, end in words:
        while first < len(read.offsets) and read.offsets[first][1] <= start:
            first += 1
        after = first
        while after < len(read.offsets) and read.offsets[after][0] < end:
            after += 1
        found.append(rows[first:after].mean(axis=0) if after > first else np.zeros(rows.shape[1], dtype=np.float32))
    return np.array(found, dtype=np.float32)


def on_axes(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return rows along the main axes, of length 1."""
    return _unit(rows @ _axes()["axes"])


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return rows of length 1; zeros stay zeros."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    found: NDArray[np.float32] = (rows / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return found


def _as_bytes(rows: NDArray[np.float32]) -> bytes:
    """Return each row in whole numbers up to 127, whose length is brought back to 1 when it is read."""
    most = np.abs(rows).max(axis=1, keepdims=True, initial=0)
    return np.rint(127 * rows / np.where(most > 0, most, 1)).astype(np.int8).tobytes()


def _from_bytes(content: bytes) -> NDArray[np.float32]:
    """Return the rows that were kept."""
    return _unit(np.frombuffer(content, dtype=np.int8).reshape(-1, NUMBERS).astype(np.float32))


@lru_cache(maxsize=1)
def _axes() -> dict[str, NDArray[np.float32]]:
    """Return the mean of each layer and the main axes."""
    with np.load(str(files("variorum") / _AXES)) as found:
        return {name: found[name].astype(np.float32) for name in ("means", "axes")}


@lru_cache(maxsize=1)
def axes_name() -> str:
    """Return what tells these axes from any other."""
    return sha256((files("variorum") / _AXES).read_bytes()).hexdigest()[:16]


@lru_cache(maxsize=4)
def _word_encoder(folder: Path) -> WordEncoder:
    """Return the one encoder of words of a folder in this process."""
    return WordEncoder(folder, texts=load_encoder())


def load_word_encoder() -> WordEncoder:
    """Return this process's encoder of words; the model itself is loaded with the first passage that is not kept."""
    return _word_encoder(vector_folder())
