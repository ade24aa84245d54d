"""The tone model: names are not read, what is unsure is not said, and the words that decided are in the sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.tone import bucket, load_tone_model, mask_names, word_features


@pytest.fixture(scope="module")
def model():
    """Return the shipped model."""
    return load_tone_model()


def tone(model, sentence, target, *names):
    """Return the tone of a sentence toward a word in it, with other names hidden."""

    def at(words):
        return sentence.index(words), sentence.index(words) + len(words)

    return model.read(sentence, at(target), [at(name) for name in names])


def test_praise_and_blame_toward_the_target_are_told_apart(model):
    """A sentence that praises is positive, one that blames negative, a plain one neutral."""
    praised = tone(
        model, "Marant was widely admired for her courage and her brilliant rescue of the children.", "Marant"
    )
    blamed = tone(model, "Marant shamefully lied to the victims and was convicted of fraud.", "Marant")
    plain = tone(model, "Marant will speak in the town hall on Tuesday.", "Marant")
    assert [found.likeliest for found in (praised, blamed, plain)] == ["positive", "negative", "neutral"]


def test_renaming_the_target_or_others_changes_nothing(model):
    """Scores are the same whoever is named, since names are never read."""
    pattern = "{} accused {} of a shameful lie."
    one, other = ("Ana Reyes", "Omar Fahim"), ("Karim Nasser", "Ilse Marant")
    first, second = pattern.format(*one), pattern.format(*other)
    assert tone(model, first, one[1], one[0]).scores == tone(model, second, other[1], other[0]).scores


def test_one_sentence_may_speak_differently_of_two(model):
    """The tone belongs to the target: who rescues and who robs differ in one sentence."""
    sentence = "The brave nurse Lena Okoro rescued the boy whom the cruel gangster Piet Mulder had tortured."
    kind = tone(model, sentence, "Lena Okoro", "Piet Mulder").scores
    cruel = tone(model, sentence, "Piet Mulder", "Lena Okoro").scores
    assert kind[2] - kind[0] > cruel[2] - cruel[0]


def test_scores_are_probabilities_and_words_stand_in_the_sentence(model):
    """Scores add up to one; every word that decided re-slices; polarity is said from the threshold on alone."""
    sentence = "Critics called Brek's plan a disgraceful failure."
    found = tone(model, sentence, "Brek")
    assert sum(found.scores) == pytest.approx(1, abs=0.001)
    assert all(sentence[start:end].isalpha() for start, end in found.words)
    assert (found.polarity is not None) == (max(found.scores) >= model.threshold)


def test_masking_keeps_offsets_of_all_other_words():
    """Every word that is read stands where its offsets say."""
    sentence = "“Yes,” said Ana Reyes, who met Omar Fahim’s aide in Quell."
    masked = mask_names(sentence, (12, 21), [(31, 41), (52, 57)])
    assert masked.words.count("[MASK]") == 1
    assert masked.words.count("someone") == 2
    assert all(
        place is None or sentence[slice(*place)] == word
        for word, place in zip(masked.words, masked.places, strict=True)
    )


@given(text=st.text(max_size=80), start=st.integers(0, 80), length=st.integers(0, 20))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_masked(text, start, length):
    """No text and no target raises, and the target is always there once."""
    start = min(start, len(text))
    masked = mask_names(text, (start, min(len(text), start + length)), [(0, 1), (3, 9)])
    assert masked.words.count("[MASK]") >= 1
    assert all(0 <= bucket(feature) < 2**16 for _, feature in word_features(masked))
