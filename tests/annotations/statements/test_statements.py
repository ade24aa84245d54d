"""Promises on statements: every sentence tells at least one thing, with who, when, where, how sure and from whom."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from variorum.model.annotations import Certainty
from variorum.model.spans import Span


@pytest.fixture(scope="module")
def statements(annotate_text):
    """Return a function: text to (words, statement)."""
    return lambda text: [(text[found.start : found.end], found) for found in annotate_text(text).statements]


def test_a_sentence_of_one_clause_is_one_statement(statements):
    """The whole sentence is shown where it has one clause."""
    text = "The mayor of Vienna opened a new bridge over the river on Monday."
    found = statements(text)
    assert [words for words, _ in found] == [text]
    assert found[0][1].lemma == "open"


def test_conjoined_and_adverbial_clauses_stand_for_themselves(statements):
    """Clauses with a finite verb of their own are statements of their own."""
    found = statements("The army shelled the old town while residents fled across the river, and the mayor resigned.")
    assert [statement.lemma for _, statement in found] == ["shell", "flee", "resign"]


def test_attribution_is_no_statement_and_its_content_is(statements):
    """The words "The minister said" gives the source, the content the statement."""
    found = statements("The minister said on Monday that the old bridge had collapsed.")
    assert len(found) == 1
    words, statement = found[0]
    assert statement.lemma == "collapse"
    assert "said" not in words
    assert statement.certainty is Certainty.ATTRIBUTED
    assert statement.source_text is not None
    assert "minister" in statement.source_text


def test_direct_speech_carries_its_quotation(statements):
    """Clauses in quotation marks know whose words they are."""
    found = statements("“We will rebuild the bridge next year,” Ana Reyes said.")
    assert found[0][1].quotation is not None
    assert found[0][1].certainty is Certainty.FUTURE


@pytest.mark.parametrize(
    ("text", "certainty", "negated"),
    [
        ("The bridge collapsed after the storm.", Certainty.ASSERTED, False),
        ("The bridge did not collapse.", Certainty.ASSERTED, True),
        ("The bridge may collapse.", Certainty.HEDGED, False),
        ("The bridge reportedly collapsed.", Certainty.HEDGED, False),
        ("The bridge will collapse.", Certainty.FUTURE, False),
    ],
)
def test_certainty_and_polarity(statements, text, certainty, negated):
    """Hedges, futures and negations are told from plain assertions."""
    statement = statements(text)[0][1]
    assert (statement.certainty, statement.negated) == (certainty, negated)


def test_passives_name_the_same_agent_and_patient(annotate_text):
    """Who acts is the agent in both voices."""

    def roles(text):
        annotated = annotate_text(text)
        names = {entity.id: entity.name for entity in annotated.entities}
        return {(names[p.entity], p.role) for p in annotated.statements[0].participants}

    assert roles("Germany condemned France.") == roles("France was condemned by Germany.")


def test_a_frame_that_tells_nothing_joins_what_it_frames(statements):
    """The words "It comes after ..." is no statement by itself."""
    found = statements("It comes after Germany suggested a new round of talks in Vienna.")
    assert len(found) == 1
    assert found[0][1].lemma.startswith("suggest")


def test_boilerplate_tells_nothing(annotate_text):
    """Boilerplate lines yield no statement."""
    text = "The mayor opened a bridge.\nREAD MORE: Mayor wins award\nThe river rose."
    start = text.index("READ")
    annotated = annotate_text(text, boilerplate=(Span(start, start + 27),))
    assert all(statement.end <= start or statement.start >= start + 27 for statement in annotated.statements)


def test_every_sentence_tells_at_least_one_thing(annotate_text):
    """No sentence is lost, even one without a verb or one that is too long to be parsed."""
    text = "No comment. Rain, again. The mayor, who resigned, said that he would fight. " + "word " * 450 + "."
    annotated = annotate_text(text)
    told = {statement.sentence for statement in annotated.statements}
    assert told == set(range(len(annotated.sentences)))


_WORDS = [
    *["Germany", "said", "that", "if", "the", "mayor", "did", "not", "meet", "and", "Poland"],
    *[",", "which", "attacked", "“", "we", "will", "”", "killed", "40", "people", "."],
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=3, max_size=25))
@example([".", "“", "which", "not"])
def test_whatever_the_words_the_spans_hold(annotate_text, words):
    """Spans lie in the text, are not empty, predicates lie in the sentence, ids count up."""
    text = " ".join(["The", "mayor", "spoke", *words])
    annotated = annotate_text(text)
    for number, statement in enumerate(annotated.statements, 1):
        assert statement.id == f"s{number}"
        assert 0 <= statement.start < statement.end <= len(text)
        sentence = annotated.sentences[statement.sentence]
        assert sentence.start <= statement.predicate.start < statement.predicate.end <= sentence.end
