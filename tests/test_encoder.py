"""Promises on the encoder: the same text gives the same vector, wherever it stands and whoever asks."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum import encoder
from variorum.encoder import DIMENSIONS, Encoder, EncoderError, encoder_files, load_model

TEXTS = (
    "The mayor of Velisk met the miners on Monday.",
    "On Monday, miners were received by Velisk's mayor.",
    "Bread prices rose for the third month.",
    "“We will not give up the border crossing,” she said.",
)


@pytest.fixture(scope="module")
def run():
    """Return the model, loaded once."""
    return load_model()


def _cosine(one, other):
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def test_shape_and_length(run):
    """A text becomes 384 numbers of length 1, an empty list an empty table."""
    vectors = Encoder(load=lambda: run).encode(TEXTS)
    assert vectors.shape == (4, DIMENSIONS)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    assert Encoder(load=lambda: run).encode([]).shape == (0, DIMENSIONS)


def test_marks_are_no_difference(run):
    """Straight and curly quotation marks and apostrophes give one vector."""
    curly, straight = Encoder(load=lambda: run).encode(["“It’s late,” she said.", '"It\'s late," she said.'])
    assert np.array_equal(curly, straight)


def test_meaning(run):
    """Two wordings of one thing are nearer than two things."""
    first, second, other, _ = Encoder(load=lambda: run).encode(TEXTS)
    assert _cosine(first, second) > 0.8
    assert _cosine(first, other) < 0.4


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(range(len(TEXTS))), alone=st.integers(0, len(TEXTS) - 1))
def test_order_and_batch(run, order, alone):
    """A text's vector is the same bytes in any order and in any company."""
    whole = Encoder(load=lambda: run).encode(TEXTS)
    turned = Encoder(load=lambda: run).encode([TEXTS[index] for index in order])
    assert whole[list(order)].tobytes() == turned.tobytes()
    assert Encoder(load=lambda: run).encode([TEXTS[alone]])[0].tobytes() == whole[alone].tobytes()


def test_hostile_texts(run):
    """Nothing, blanks, lone surrogates and very long texts have vectors too."""
    vectors = Encoder(load=lambda: run).encode(["", " " * 100_000, "\ud800 hello", "a" * 1_000_000, "word " * 100_000])
    assert np.isfinite(vectors).all()


def test_kept_vectors_need_no_model(run, tmp_path):
    """What was encoded once is read from the disk, byte for byte, and the model is not loaded."""
    first = Encoder(tmp_path, load=lambda: run).encode(TEXTS)

    def fail():
        raise AssertionError("the model was loaded")

    again = Encoder(tmp_path, load=fail).encode([*TEXTS, TEXTS[0]])
    assert again[:4].tobytes() == first.tobytes()
    assert again[4].tobytes() == first[0].tobytes()


def test_damaged_cache_costs_time_only(run, tmp_path):
    """A cache that is no database, cannot be made or holds a damaged row gives the same vectors."""
    plain = Encoder(load=lambda: run).encode(TEXTS)
    (tmp_path / "vectors.sqlite3").write_bytes(b"no database at all" * 100)
    assert Encoder(tmp_path, load=lambda: run).encode(TEXTS).tobytes() == plain.tobytes()
    file = tmp_path / "file"
    file.write_text("in the way")
    assert Encoder(file, load=lambda: run).encode(TEXTS).tobytes() == plain.tobytes()
    folder = tmp_path / "rows"
    Encoder(folder, load=lambda: run).encode(TEXTS)
    with sqlite3.connect(folder / "vectors.sqlite3") as database:
        database.execute("UPDATE vectors SET vector = x'00'")
    assert Encoder(folder, load=lambda: run).encode(TEXTS).tobytes() == plain.tobytes()


def test_two_processes(tmp_path):
    """Two processes that write the same file at once both get all vectors."""
    code = (
        "import sys; from pathlib import Path; from variorum.encoder import Encoder;"
        "v = Encoder(Path(sys.argv[1])).encode([f'Sentence number {i} of the report.' for i in range(40)]);"
        "print(v.shape[0], float(v.sum()))"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    outputs = [process.communicate(timeout=60)[0] for process in running]
    assert outputs[0] == outputs[1]
    assert outputs[0].startswith("40 ")


def test_wrong_file_is_refused(tmp_path, monkeypatch):
    """A model file that is not the one that was shipped is refused before it runs."""
    folder = tmp_path / "encoder"
    shutil.copytree(encoder_files(), folder)
    content = bytearray((folder / "model.onnx").read_bytes())
    content[1_000_000] ^= 1
    (folder / "model.onnx").write_bytes(bytes(content))
    with pytest.raises(EncoderError, match=r"model\.onnx"):
        load_model(folder)


def test_close_to_the_original():
    """The model card states the measured cosine to the original, .99 or more on average."""
    card = (encoder_files() / "MODEL_CARD.md").read_text(encoding="utf-8")
    mean = float(card.split("cosine to the original | mean ")[1].split(",")[0])
    assert mean >= 0.99


def test_import_is_light():
    """Loading the encoder object imports neither the runtime nor the tokenizer."""
    code = (
        "import sys; from variorum.encoder import load_encoder; load_encoder();"
        "print('onnxruntime' in sys.modules, 'tokenizers' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_folder(monkeypatch, tmp_path):
    """Vectors lie in the cache folder that the user names."""
    monkeypatch.setenv("VARIORUM_CACHE", str(tmp_path))
    assert encoder.vector_folder() == tmp_path / "vectors"
