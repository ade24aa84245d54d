"""Clauses of sentences: one clause can tell what another sentence tells."""

import pytest

from variorum import flow
from variorum.alignments.sentences.clauses import ClausedSentences, clause_cosines, clause_sentences
from variorum.model.reports import Report

ONE = "Mayor Odile Brandt, who opened the new bridge over the Selm in May, is ill. The council met on Friday."
OTHER = "The weather was fine all week. In May the new bridge over the Selm was opened by Odile Brandt."


def claused(text: str) -> ClausedSentences:
    """Return a text's sentences and clauses as vectors."""
    annotated = flow.annotate(Report("r", text, language="en"), keep=False)
    return clause_sentences(annotated, range(annotated.sentence_count))


def test_a_clause_finds_the_sentence_that_tells_it() -> None:
    """What stands in a relative clause is nearest to the sentence of the other report that tells it."""
    clauses, clause_in_sentence = clause_cosines(claused(ONE), claused(OTHER))
    assert clauses[0].argmax() == 1
    assert clause_in_sentence[0].argmax() == 1


def test_swapped_reports_give_the_same_numbers_turned() -> None:
    """Which report comes first does not count."""
    for table, turned in zip(
        clause_cosines(claused(ONE), claused(OTHER)), clause_cosines(claused(OTHER), claused(ONE)), strict=True
    ):
        assert pytest.approx(turned, abs=1e-4) == table.T


def test_a_sentence_without_clauses_is_near_to_none() -> None:
    """Where no clause is read, nothing speaks for a match."""
    both = claused(ONE)
    bare = ClausedSentences(both.sentences, both.clauses[:0], ())
    clauses, _ = clause_cosines(bare, both)
    assert not clauses.any()
