"""Promises about the rows of utterances that reports retell in their own words."""

from __future__ import annotations

from variorum.model.alignments import AlignmentKind, Layer
from variorum.model.comparisons import Relation, Slot

ONE = "The mayor, Ada Lindqvist, said that the chest had contained forty thousand crowns in all. She went home by tram."
OTHER = "In the chest there had been a total of fourteen thousand crowns, Ada Lindqvist said."


def test_what_both_retell_stands_among_the_quotations_and_its_conflict_once(compare_texts):
    """An utterance that nobody gives in marks has its row, with what is altered; the conflict is that of the figure."""
    units = [unit for unit in compare_texts(ONE, OTHER).units if len({item.siglum for item in unit.readings}) > 1]
    quoted = [unit for unit in units if unit.layer is Layer.QUOTATION]
    assert [unit.relation for unit in quoted] == [Relation.REWORDS]
    assert [wording.kind for unit in quoted for wording in unit.wordings] == [AlignmentKind.ALTERED]
    assert [unit.slot for unit in units if unit.relation is Relation.CONTRADICTS] == [Slot.QUANTITY]


def _wording_conflicts(comparison):
    return [unit for unit in comparison.units if unit.relation is Relation.CONTRADICTS and unit.slot is Slot.WORDING]


def test_a_denial_in_otherwise_the_same_words_alters_what_was_said(compare_texts):
    """One report quotes a speaker with a "not" that the other has not: the wording conflicts."""
    told = 'The mayor of Orvel spoke on Monday. "We have lost a week{} a friend," Ana Reyes said.'
    assert _wording_conflicts(compare_texts(told.format(", not"), told.format(" and")))


def test_another_remark_of_a_speaker_alters_nothing(compare_texts):
    """What a speaker says about one subject in few of the same words is another remark, whatever it denies."""
    told = "Ana Reyes, the mayor of Orvel, spoke on Monday. She said {} this year."
    one = told.format('she would "not close a single school" in the town')
    other = told.format('that the schools of the town would get new roofs and "a warm meal a day"')
    assert not _wording_conflicts(compare_texts(one, other))


def test_how_a_word_is_written_alters_nothing(compare_texts):
    """A word written as one and as two ("work force", "workforce") is one word."""
    told = 'Ana Reyes, the mayor of Orvel, spoke on Monday. "We will ask what this means for our {}," she said.'
    assert not _wording_conflicts(compare_texts(told.format("work force"), told.format("workforce")))


def test_what_differs_around_the_marks_alters_nothing(compare_texts):
    """Two reports that quote the same words and lead over to them otherwise quote alike."""
    told = "The mayor of Orvel, Ana Reyes, spoke on Monday. She said she {} “the advice of old friends” from the mill."
    assert not _wording_conflicts(compare_texts(told.format("was seeking"), told.format("will be seeking")))
