"""Promises about answers to questions that have few answers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.comparisons.contests.answers import answers_in


def _excluding(one: str, other: str) -> set[str]:
    """Return the questions that two sentences answer so that one of them must be wrong."""
    pairs = ((left, right) for left in answers_in(one) for right in answers_in(other))
    return {left.question.name for left, right in pairs if left.excludes(right)}


def test_two_answers_to_one_question_exclude_each_other() -> None:
    """Who is acquitted is not sentenced."""
    assert _excluding("Her partner was acquitted.", "The partner got eight months.") == {"verdict"}


def test_a_denied_answer_excludes_the_answer_alone() -> None:
    """A denial says that an answer is wrong, and not which one is right."""
    assert _excluding("The gate was locked.", "The gate was not locked.") == {"door"}
    assert not _excluding("The gate was not locked.", "The gate was not open.")


def test_the_longer_phrase_is_the_answer() -> None:
    """The end of a longer phrase is no answer of its own."""
    assert not _excluding("The clerk was found not guilty.", "The clerk was acquitted.")


def test_a_denial_of_another_clause_reaches_no_answer() -> None:
    """A denial does not reach over the end of its clause."""
    assert not _excluding("Nobody saw it; the gate was locked.", "The gate was locked.")


@given(st.text(max_size=200))
def test_answers_stand_where_they_say(text: str) -> None:
    """The offsets of an answer lie in its sentence, in order, whatever the text is."""
    found = answers_in(text)
    assert all(0 <= answer.start < answer.end <= len(text) for answer in found)
    assert list(found) == sorted(found, key=lambda answer: answer.start)
