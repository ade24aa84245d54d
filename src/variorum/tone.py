"""Tone: how one sentence speaks of one target, as three probabilities (after NewsMTSC, EACL 2021).

In go a sentence, the offsets of the target in it, and the offsets of other names; out come probabilities of negative,
neutral and positive, and the words that decided. Names are never read: the target stands as a mask and every other name
as "someone", so that renaming an actor changes nothing, and what is known of a person elsewhere has no say.

Two parts are added. The encoder's transformer with 61 bias and scale vectors of its own (BitFit, Ben Zaken et al. 2022)
reads the target in its place; a linear model over hashed words reads what stands near it, and names the words.
The weights are made by ``tools/train_tone.py``; ``data/tone/README.md`` says from what, and how sure they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np
from msgspec import Struct

from variorum.encoder import encoder_files, read_checked

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

POLARITIES = ("negative", "neutral", "positive")
#: Layers of the transformer that are read, counted from 0, at the target and as a mean.
LAYERS = (3, 5)
#: Entries of the table of hashed words.
BUCKETS = 2**16
#: Word pieces read at most; longer sentences are cut around the target.
PIECES = 96
#: Code points read before the target at most.
_BEFORE = 200
#: Code points read after it at most.
_AFTER = 500
#: Words on each side that count as near the target.
_NEAR = 8
_MASK, _NAME = "[MASK]", "someone"
_MASK_ID = 103
#: Words of grammar: they may weigh in, but tell a reader nothing.
_GRAMMAR = frozenset(
    """about after again all also and any are because been before being between both but can could did does doing down
    during each for from had has have having her here him his how into its just more most nor not now off once one only
    other our out over own same she should since some such than that the their them then there these they this those
    through too two three under until very was were what when where which while who whom why will with would you your
    someone said says say told""".split()  # noqa: SIM905  # a hundred quoted words read worse
)
_WORD = re.compile(r"\[MASK\]|\w{1,40}(?:['’]\w{1,10})?|[^\w\s]")

Offsets = tuple[int, int]


class ToneScores(Struct, frozen=True):
    """How a sentence speaks of a target."""

    scores: tuple[float, float, float]
    """Calibrated probabilities of negative, neutral and positive."""
    words: tuple[Offsets, ...]
    """Offsets, in the sentence, of the words that spoke most for the likeliest of the three, the strongest first."""

    @property
    def likeliest(self) -> str:
        """Return the polarity with the highest probability, however low that is."""
        return POLARITIES[int(np.argmax(self.scores))]

    @property
    def polarity(self) -> str | None:
        """Return the likeliest polarity, or None where the model is not sure enough to say one."""
        return self.likeliest if max(self.scores) >= load_tone_model().threshold else None


class Masked(Struct, frozen=True):
    """A sentence as the model reads it, and where each of its words stands in the original."""

    text: str
    words: tuple[str, ...]
    places: tuple[Offsets | None, ...]
    """Offsets in the sentence; None for names, which are not read."""


def mask_names(text: str, target: Offsets, names: Iterable[Offsets]) -> Masked:
    """Return ``text`` with the target as a mask and every other name as "someone"; names that overlap are dropped."""
    pieces = [(target[0], target[1], _MASK)]
    pieces += [(start, end, _NAME) for start, end in names if end <= target[0] or start >= target[1]]
    words: list[str] = []
    places: list[Offsets | None] = []
    at = max(0, target[0] - _BEFORE)
    at = text.find(" ", at) + 1 if at else 0
    stop = min(len(text), target[1] + _AFTER)
    for start, end, put in sorted(pieces):
        if start < at or end > stop:
            continue
        _read(text, at, start, words, places)
        words.append(put)
        places.append(None)
        at = end
    _read(text, at, stop, words, places)
    return Masked(_joined(words, places), tuple(words), tuple(places))


def proper_runs(doc: Doc) -> list[Offsets]:
    """Return the offsets of the runs of proper nouns of a parse: the names of a text, however it is read further."""
    runs: list[list[int]] = []
    last = -2
    for token in doc:
        if token.pos_ == "PROPN" and token.text[:1].isalpha():
            if token.i == last + 1 and runs:
                runs[-1][1] = token.idx + len(token.text)
            else:
                runs.append([token.idx, token.idx + len(token.text)])
            last = token.i
    return [(start, end) for start, end in runs]


def _read(text: str, start: int, end: int, words: list[str], places: list[Offsets | None]) -> None:
    """Append the words of a stretch of text with their offsets."""
    for found in _WORD.finditer(text, start, end):
        words.append(found.group())
        places.append(found.span())


def _joined(words: Sequence[str], places: Sequence[Offsets | None]) -> str:
    """Return words as a text with single blanks where there were blanks, or names."""
    parts: list[str] = []
    last: Offsets | None = None
    for word, place in zip(words, places, strict=True):
        touching = last is not None and place is not None and last[1] == place[0]
        parts.append(word if touching or not parts else f" {word}")
        last = place
    return "".join(parts)


def word_features(masked: Masked) -> Iterator[tuple[int, str]]:
    """Yield (number of the word, feature): the word, its neighbours, its beginning and end, its side of the target."""
    words = [word if word == _MASK else word.lower() for word in masked.words]
    target = words.index(_MASK)
    for number, word in enumerate(words):
        yield number, f"u:{word}"
        if number:
            yield number, f"b:{words[number - 1]}_{word}"
        distance = number - target
        if 0 < abs(distance) <= _NEAR:
            side = "r" if distance > 0 else "l"
            yield number, f"{side}:{word}"
            if abs(distance) <= 3:
                yield number, f"{side}3:{word}"
        if len(word) > 5 and word != _MASK:
            yield number, f"p:{word[:5]}"
            yield number, f"s:{word[-4:]}"


def bucket(feature: str) -> int:
    """Return the entry of a feature in the table of hashed words."""
    return crc32(feature.encode("utf-8", "replace")) % BUCKETS


class ToneModel:
    """The weights of the tone model, and the transformer under them."""

    def __init__(self, weights: dict[str, NDArray[Any]]) -> None:
        """Take the arrays of the weights file (see ``tools/train_tone.py``)."""
        self.head = weights["head"].astype(np.float32)
        self.head_bias = weights["head_bias"].astype(np.float32)
        self.table = weights["table"]
        self.table_scale = weights["table_scale"].astype(np.float32)
        self.table_bias = weights["table_bias"].astype(np.float32)
        self.mixture = weights["mixture"].astype(np.float32)
        self.threshold = float(weights["threshold"])
        names = str(weights["names"]).split()
        sizes = [int(size) for size in weights["sizes"]]
        vectors = np.split(weights["vectors"].astype(np.float32), np.cumsum(sizes)[:-1])
        self.transformer = Transformer(dict(zip(names, vectors, strict=True)))

    def read(self, text: str, target: Offsets, names: Iterable[Offsets] = ()) -> ToneScores:
        """Return the tone of the sentence ``text`` toward what stands at ``target``; offsets are code points in it."""
        masked = mask_names(text, target, names)
        deep = self.head @ self.transformer.states(masked.text) + self.head_bias
        plain, shares = self._read_words(masked)
        logits = self.mixture[0] * deep + self.mixture[1] * plain
        scores = np.exp(logits - logits.max())
        scores = scores / scores.sum()
        likeliest = int(np.argmax(scores))
        others = [polarity for polarity in range(3) if polarity != likeliest]
        speaking = shares[:, likeliest] - shares[:, others].mean(axis=1)
        ranked = sorted(range(len(speaking)), key=lambda number: (-speaking[number], number))
        words = [place for number in ranked if speaking[number] > 0 and (place := self._word(masked, number))]
        negative, neutral, positive = (round(float(score), 4) for score in scores)
        return ToneScores((negative, neutral, positive), tuple(words[:3]))

    @staticmethod
    def _word(masked: Masked, number: int) -> Offsets | None:
        """Return where a word stands, unless it is a name, a mark, a number or a word of grammar."""
        word = masked.words[number]
        return masked.places[number] if len(word) > 2 and word.isalpha() and word.lower() not in _GRAMMAR else None

    def _read_words(self, masked: Masked) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the logits of the words and the share that each word has in them."""
        shares = np.zeros((len(masked.words), 3), dtype=np.float32)
        seen: set[int] = set()
        for number, feature in word_features(masked):
            entry = bucket(feature)
            if entry not in seen:
                seen.add(entry)
                shares[number] += self.table[entry]
        shares *= self.table_scale / max(1, len(seen)) ** 0.5
        return shares.sum(axis=0) + self.table_bias, shares


class Transformer:
    """The encoder's transformer, with some of its bias and scale vectors replaced, read at inner layers."""

    def __init__(self, vectors: dict[str, NDArray[np.float32]]) -> None:
        """Load tokenizer and model, once their checksums hold."""
        import onnxruntime  # noqa: PLC0415  # 0.2 s: only when a tone is asked for
        from tokenizers import Tokenizer  # noqa: PLC0415  # likewise

        folder = encoder_files()
        self.tokenizer = Tokenizer.from_str(read_checked(folder, "tokenizer.json").decode("utf-8"))
        self.tokenizer.enable_truncation(PIECES)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # The session reads these vectors instead of those of the file; they must live as long as it does.
        self.vectors = {name: onnxruntime.OrtValue.ortvalue_from_numpy(vector) for name, vector in vectors.items()}
        for name, value in self.vectors.items():
            options.add_initializer(name, value)
        model = read_checked(folder, "model.onnx") + _further_outputs(LAYERS)
        self.session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self.outputs = [output_name(layer) for layer in LAYERS]

    def states(self, text: str) -> NDArray[np.float32]:
        """Return, for each layer read, the state of the mask and the mean of all states, in one vector."""
        ids = self.tokenizer.encode(text).ids
        at = ids.index(_MASK_ID) if _MASK_ID in ids else 0
        row = np.array([ids], dtype=np.int64)
        found = self.session.run(self.outputs, {"input_ids": row, "attention_mask": np.ones_like(row)})
        return np.concatenate([part for (states,) in found for part in (states[at], states.mean(axis=0))])


def output_name(layer: int) -> str:
    """Return the name of a layer's output in the exported graph."""
    return f"/transformer/encoder/layer.{layer}/output/LayerNorm/LayerNormalization_output_0"


def _further_outputs(layers: Iterable[int]) -> bytes:
    """Return bytes that, put behind a model, make inner layers outputs.

    Two serialised protocol buffers set end to end are read as one merged message: ModelProto.graph is field 7,
    GraphProto.output field 12, ValueInfoProto.name field 1 (protobuf encoding; onnx.proto).
    """
    return b"".join(_field(7, _field(12, _field(1, output_name(layer).encode()))) for layer in layers)


def _field(number: int, content: bytes) -> bytes:
    """Return a length-delimited protobuf field."""
    size, length = len(content), b""
    while size > 127:
        length += bytes([size & 127 | 128])
        size >>= 7
    return bytes([number << 3 | 2]) + length + bytes([size]) + content


def is_held_out(target_id: str) -> bool:
    """Say whether a target of NewsMTSC's training set belongs to the tenth of articles that was not trained on."""
    article = "_".join(target_id.split("_")[:3])
    return crc32(article.encode()) % 10 == 0


def tone_file() -> Path:
    """Return the file of weights."""
    return Path(str(files("variorum") / "data" / "tone" / "weights.npz"))


@lru_cache(maxsize=1)
def load_tone_model() -> ToneModel:
    """Return this process's tone model."""
    with np.load(tone_file()) as weights:
        return ToneModel({name: weights[name] for name in weights.files})
