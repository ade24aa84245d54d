"""Slots of sentences: one time, one amount or one agent speaks for two sentences where their words do not."""

import numpy as np
import pytest

from variorum import flow
from variorum.alignments.sentences.slots import Slots, sentence_slots, slot_features
from variorum.model.reports import Report

ONE = "On 4 May 2023 the choir sang for 300 guests. It had rehearsed for two weeks. The roof leaked."
OTHER = "The roof held. About 288 guests came to hear it on 4 May 2023. A fortnight of practice lay behind it."


def slots_of(text: str) -> tuple[Slots, ...]:
    """Return the slots of all sentences of a text in which no actor is known."""
    annotated = flow.annotate(Report("r", text, language="en"), keep=False)
    return sentence_slots(annotated, {}, range(annotated.sentence_count))


def test_two_sentences_that_tell_one_date_share_a_time() -> None:
    """One day, told in both, is found; a sentence without a time shares none."""
    table = slot_features(slots_of(ONE), slots_of(OTHER))["same time"]
    assert table[0].tolist() == [0, 1, 0]
    assert not table[2].any()


def test_one_length_of_time_is_known_in_other_words() -> None:
    """A fortnight is two weeks."""
    assert slot_features(slots_of(ONE), slots_of(OTHER))["same length of time"][1].tolist() == [0, 0, 1]


def test_amounts_a_little_apart_are_near_and_not_the_same() -> None:
    """About 288 lies near 300; the same amount is no near one."""
    tables = slot_features(slots_of(ONE), slots_of(OTHER))
    assert tables["near amount"][0, 1] == 1
    assert tables["same amount"][0, 1] == 0
    own = slot_features(slots_of(ONE), slots_of(ONE))
    assert own["same amount"][0, 0] == 1
    assert own["near amount"][0, 0] == 0


def test_agents_speak_against_only_where_both_sentences_have_some() -> None:
    """Two other actors act in two sentences; where nobody is known to act, nothing is said."""
    ann, ben, nobody = (Slots((), (), frozenset(agents)) for agents in (("ann",), ("ben",), ()))
    table = slot_features((ann, nobody), (ann, ben))["other agents"]
    assert table.tolist() == [[0, 1], [0, 0]]


def test_swapped_reports_give_the_same_slots_turned() -> None:
    """Which report comes first does not count."""
    there, back = slot_features(slots_of(ONE), slots_of(OTHER)), slot_features(slots_of(OTHER), slots_of(ONE))
    for name, table in there.items():
        assert np.array_equal(table, back[name].T), name


@pytest.mark.parametrize("numbers", [(), (0,), (2, 0)])
def test_slots_are_those_of_the_sentences_asked_for(numbers: tuple[int, ...]) -> None:
    """As many slots come back as sentences were asked for, in that order."""
    annotated = flow.annotate(Report("r", ONE, language="en"), keep=False)
    assert sentence_slots(annotated, {}, numbers) == tuple(slots_of(ONE)[number] for number in numbers)
