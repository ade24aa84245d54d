"""Promises on the network of event pairs: it reads every feature that a pair has, and nothing else."""

from __future__ import annotations

import pytest

from variorum.alignments.events.network import load_event_networks
from variorum.alignments.events.pairs import EventPairs
from variorum.alignments.events.profiles import Trigger, event_profiles
from variorum.alignments.events.second_looks import second_features
from variorum.model.spans import Span

_TEXTS = ("Ana Reyes painted the wall in Velisk.", "The wall was painted by Ana Reyes.", "Imre Halasz sold his oven.")


@pytest.fixture(scope="module")
def pairs(annotate_text):
    """Return the triggers of three short reports as pairs."""
    profiles = []
    for position, (text, word, lemma) in enumerate(
        zip(_TEXTS, ("painted", "painted", "sold"), ("paint", "paint", "sell"), strict=True)
    ):
        start = text.index(word)
        trigger = Trigger(Span(start, start + len(word)), lemma)
        profiles.extend(event_profiles(position, annotate_text(text), {}, [trigger]))
    return EventPairs.of(profiles, [annotate_text(text) for text in _TEXTS])


def test_every_feature_is_known_to_the_network(pairs):
    """Features and network were made together: none is missing on either side."""
    networks, own = load_event_networks(), set(pairs.features(0, 1))
    (beside,) = second_features(pairs.profiles, {(0, 1): 1.0})
    assert own == set(networks.first.names)
    assert own | set(beside) == set(networks.second.names)


def test_a_pair_is_the_same_in_either_order(pairs):
    """Odds do not depend on which trigger comes first."""
    assert pairs.features(0, 2) == pairs.features(2, 0)
    assert pairs.odds([(0, 1), (0, 2)]) == pairs.odds([(1, 0), (2, 0)])


def test_one_word_of_one_painter_is_likelier_than_another_matter(pairs):
    """The same word of the same painter is likelier one event than a sale by somebody else."""
    alike, other = pairs.odds([(0, 1), (0, 2)])
    assert alike > 0 > other


def test_no_pairs_have_no_odds(pairs):
    """Nothing asked, nothing answered."""
    assert pairs.odds([]) == []
