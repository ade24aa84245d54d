"""Promises on the vectors of words: they depend on where a word stands, and on nothing else."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest

from variorum.encoder import Encoder, load_model
from variorum.word_vectors import NUMBERS, Passage, WordEncoder

BANK = Passage("The boat lay at the river bank.", ((4, 8), (26, 30)))
MONEY = Passage("The bank lent the town money.", ((4, 8), (23, 28)))
SHORE = Passage("They landed on the shore of the lake.", ((19, 24),))


@pytest.fixture(scope="module")
def model():
    """Return the model, loaded once."""
    return load_model()


def test_a_word_means_what_its_sentence_makes_of_it(model):
    """A bank of a river is nearer to a shore than a bank that lends."""
    river, money, shore = WordEncoder(load=lambda: model).encode([BANK, MONEY, SHORE])
    assert river[1] @ shore[0] > money[0] @ shore[0]


def test_vectors_have_length_one(model):
    """Every word has a row of length 1; a passage without words has none, and words beyond the text are zeros."""
    rows, none, beyond = WordEncoder(load=lambda: model).encode([BANK, Passage("x", ()), Passage("x", ((5, 9),))])
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert none.shape == (0, NUMBERS)
    assert not beyond.any()


def test_company_changes_nothing(model):
    """A passage has the same rows alone, in any order, and twice."""
    one = WordEncoder(load=lambda: model).encode([BANK])[0]
    many = WordEncoder(load=lambda: model).encode([SHORE, BANK, MONEY, BANK])
    assert one.tobytes() == many[1].tobytes() == many[3].tobytes()


def test_kept_rows_need_no_model(model, tmp_path):
    """What was read once comes from the disk, and a damaged row is read again."""
    first = WordEncoder(tmp_path, load=lambda: model).encode([BANK])[0]

    def fail():
        raise AssertionError("the model was loaded")

    assert WordEncoder(tmp_path, load=fail).encode([BANK])[0].tobytes() == first.tobytes()
    with sqlite3.connect(tmp_path / "vectors.sqlite3") as database:
        database.execute("UPDATE words SET vector = x'00'")
    assert WordEncoder(tmp_path, load=lambda: model).encode([BANK])[0].tobytes() == first.tobytes()


def test_a_sentence_that_was_read_for_its_words_is_not_read_again(model, tmp_path):
    """Its own vector is kept with those of its words, and is the very one that the encoder gives; no other is."""
    texts = [BANK.text, MONEY.text, "They said “no”  twice."]
    passages = [Passage(text, ((0, 4),), alone=text != MONEY.text) for text in texts]
    encoder = Encoder(tmp_path, load=lambda: pytest.fail("the model was loaded"))
    WordEncoder(tmp_path, load=lambda: model, texts=encoder).encode(passages)
    assert encoder.encode(texts[:1]).tobytes() == Encoder(load=lambda: model).encode(texts[:1]).tobytes()
    for other in texts[1:]:
        with pytest.raises(pytest.fail.Exception):
            encoder.encode([other])


def test_hostile_passages(model):
    """Lone surrogates and very long texts have rows too."""
    rows = WordEncoder(load=lambda: model).encode(
        [Passage("\ud800 hello", ((2, 7),)), Passage("word " * 3000, ((0, 4), (14_000, 14_004)))]
    )
    assert rows[0].any()
    assert rows[1][0].any()
    assert not rows[1][1].any()
