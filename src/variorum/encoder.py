"""Vectors of texts: all-MiniLM-L6-v2 (Apache-2.0) as an int8 ONNX file, run by onnxruntime on one thread.

The vector of a text is the same whatever else is encoded with it: each text runs alone (dynamic quantisation takes its
scales from the whole batch), and vectors are rounded to float16 before anybody sees them. Vectors are kept on disk by
content, so a text that was seen before costs no model; the folder can be deleted at any time.
See ``data/encoder/MODEL_CARD.md`` for where the weights come from and how far the file is from the original.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from variorum.cache import cache_folder
from variorum.kept_vectors import KeptVectors
from variorum.limits import LIMITS

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Length of a vector.
DIMENSIONS = 384
#: Goes up when the same model gives other vectors, because text is prepared or rounded otherwise.
_FORMAT = 2
_STRAIGHT = str.maketrans("“”„‟‘’‚‛", 4 * '"' + 4 * "'")

Run = Callable[[str], "NDArray[np.float32]"]
"""A text to its vector, by the model itself."""


class EncoderError(RuntimeError):
    """The files of the encoder are not those that were shipped."""


def encoder_files() -> Path:
    """Return the folder with the model, the tokenizer and their checksums."""
    return Path(str(files("variorum") / "data" / "encoder"))


def vector_folder() -> Path:
    """Return the folder for kept vectors, in the cache."""
    return cache_folder() / "vectors"


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


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a text with what the model makes of each in its middle and in its last layer."""

    offsets: tuple[tuple[int, int], ...]
    middle: NDArray[np.float32]
    last: NDArray[np.float32]
    vector: NDArray[np.float32] | None
    """The vector of the text, which the same reading gives; None where that is read no further than a part of it."""


@dataclass(frozen=True, slots=True)
class Model:
    """The tokenizer and the transformer."""

    tokenizer: Any
    session: Any

    def __call__(self, text: str) -> NDArray[np.float32]:
        """Return the vector of a text; what lies beyond ``LIMITS.encoder_pieces`` is not read."""
        vector: NDArray[np.float32] = self._run("embedding", text, LIMITS.encoder_pieces)[0][0]
        return vector

    def pieces(self, text: str) -> Pieces:
        """Return the word pieces of a text; what lies beyond ``LIMITS.encoder_window`` is not read."""
        middle, last, whole = self._run("middle", text, LIMITS.encoder_window, "last", "embedding")
        # Without the marks that the tokenizer puts at both ends.
        offsets = self.tokenizer.encode(text).offsets[1 : middle.shape[1] - 1]
        vector = whole[0] if middle.shape[1] <= LIMITS.encoder_pieces else None
        return Pieces(tuple(offsets), middle[0, 1:-1], last[0, 1:-1], vector)

    def _run(self, output: str, text: str, most: int, *more: str) -> list[NDArray[np.float32]]:
        """Return outputs of the model for the first pieces of a text."""
        found = self.tokenizer.encode(text).ids
        ids = np.array([found if len(found) <= most else [*found[: most - 1], found[-1]]], dtype=np.int64)
        outputs: list[NDArray[np.float32]] = self.session.run(
            [output, *more], {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        )
        return outputs


@lru_cache(maxsize=2)
def load_model(folder: Path | None = None) -> Model:
    """Load tokenizer and model, once their checksums hold."""
    import onnxruntime  # noqa: PLC0415  # 0.2 s: only when a text is new
    from tokenizers import Tokenizer  # noqa: PLC0415  # likewise

    folder = folder or encoder_files()
    tokenizer = Tokenizer.from_str(read_checked(folder, "tokenizer.json").decode("utf-8"))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    content = read_checked(folder, "model.onnx")
    return Model(tokenizer, onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"]))


@dataclass(slots=True)
class Encoder:
    """Texts to vectors of length 1 (to float16's precision), from memory, from disk, else from the model."""

    folder: Path | None = None
    """Where vectors are kept; None keeps them in memory alone."""
    load: Callable[[], Run] = load_model
    _run: Run | None = None
    _kept: KeptVectors = field(init=False)

    def __post_init__(self) -> None:
        """Open what is kept."""
        self._kept = KeptVectors(self.folder, "vectors")

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector a text, float32 of shape (texts, 384), rounded to float16.

        White space counts as one blank; what lies beyond ``LIMITS.encoder_pieces`` word pieces is not read.
        """
        prepared = [_prepare(text) for text in texts]
        keys = [_key(text) for text in prepared]
        # A vector of another length is damaged: encoded again, and written over.
        known = {key: vector for key, vector in self._kept.known(keys).items() if len(vector) == 2 * DIMENSIONS}
        new: dict[str, bytes] = {}
        for key, text in zip(keys, prepared, strict=True):
            if key not in known and key not in new:
                new[key] = self._encode_one(text)
        self._kept.keep(new)
        found = {**known, **new}
        if not keys:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        halves = np.frombuffer(b"".join(found[key] for key in keys), dtype="<f2")
        return halves.reshape(len(keys), DIMENSIONS).astype(np.float32)

    def keep(self, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep vectors of texts as the model gave them when it read these texts for something else."""
        # What is prepared otherwise may be read otherwise.
        alike = (text for text in vectors if _prepare(text) == straight_marks(text))
        self._kept.keep({_key(_prepare(text)): _as_bytes(vectors[text]) for text in alike})

    def _encode_one(self, text: str) -> bytes:
        """Return the vector of one text as little-endian float16."""
        if self._run is None:
            self._run = self.load()
        return _as_bytes(self._run(text))


def _as_bytes(vector: NDArray[np.float32]) -> bytes:
    """Return a vector as little-endian float16."""
    return vector.astype("<f2").tobytes()


def straight_marks(text: str) -> str:
    """Return a text of the same length with straight quotation marks: how marks are set is no difference of meaning."""
    return text.translate(_STRAIGHT)


def _prepare(text: str) -> str:
    """Return the text as the model reads it: blanks collapsed, and no longer than its word pieces can be."""
    # Cut before and after: a text of white space alone must not cost its length twice.
    longest = 20 * LIMITS.encoder_pieces
    readable = straight_marks(" ".join(text[: 4 * longest].split())[:longest])
    return readable.encode("utf-8", "replace").decode("utf-8")  # the tokenizer takes no lone surrogates


def _key(text: str) -> str:
    """Return the name of a prepared text under this model."""
    return sha256(f"{model_name()}:{LIMITS.encoder_pieces}:{text}".encode()).hexdigest()


@lru_cache(maxsize=1)
def model_name() -> str:
    """Return what tells this model and this way of preparing a text from any other."""
    model = _checksums(encoder_files())
    return f"{_FORMAT}:{model['model.onnx']['sha256']}:{model['tokenizer.json']['sha256']}"


@lru_cache(maxsize=4)
def _encoder(folder: Path) -> Encoder:
    """Return the one encoder of a folder in this process."""
    return Encoder(folder)


def load_encoder() -> Encoder:
    """Return this process's encoder; the model itself is loaded with the first text that is not kept."""
    return _encoder(vector_folder())
