"""Fit the axes of word vectors (``data/encoder/word_axes.npz``): the mean of two layers and their main directions.

    python tools/fit_word_vectors.py

Words of texts that were invented for the project (``bench/data``): the open part of our own stories, and
``encoder_sentences.txt``. No labels are used. Deterministic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unittest.mock import patch

import numpy as np
from fitting import WEIGHTS
from own_stories import DATA, read_stories

from variorum import word_vectors
from variorum.encoder import load_model

OUT = WEIGHTS / "encoder" / "word_axes.npz"
WORD = re.compile(r"\w+")


def texts() -> Iterator[str]:
    """Yield sentences and short reports."""
    for story in read_stories(DATA / "report_pairs.jsonl"):
        yield from (report["text"] for report in story["reports"])
    yield from (DATA / "encoder_sentences.txt").read_text(encoding="utf-8").splitlines()


def main() -> None:
    """Read the texts, fit, write."""
    model = load_model()
    read = [model.pieces(text) for text in texts()]
    means = np.array(
        [np.concatenate([getattr(item, layer) for item in read]).mean(axis=0) for layer in ("middle", "last")]
    )
    # The axes are what is being made: words are read off the means alone.
    with patch.object(word_vectors, "_axes", lambda: {"means": means}):
        rows = np.concatenate(
            [
                word_vectors.word_rows(item, [match.span() for match in WORD.finditer(text)])
                for text, item in zip(texts(), read, strict=True)
            ]
        )
    _, directions = np.linalg.eigh(rows.T @ rows)
    axes = directions[:, ::-1][:, : word_vectors.NUMBERS]
    # An axis has no sign of its own.
    axes = axes * np.sign(axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])])
    np.savez_compressed(OUT, means=means.astype(np.float16), axes=axes.astype(np.float16))
    print(f"{len(rows):,} words, {OUT}: {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
