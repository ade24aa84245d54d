"""Promises of chains: who passed a saying on, who is cited for it, and who merely heard it."""

import pytest


@pytest.fixture(scope="module")
def first(annotate_text):
    """Return a function: text to its first quotation."""
    return lambda text: annotate_text(text).quotations[0]


@pytest.mark.parametrize(
    ("text", "chain", "via"),
    [
        ("“We will not leave,” Omar Hadi said, according to Reuters.", ["Reuters", "Omar Hadi"], "Reuters"),
        ("Two men had drowned, Reuters reported, citing Ana Reyes of the coast guard.", ["Reuters", "Ana Reyes"], None),
        ("Reuters quoted Omar Hadi as saying the border would stay shut.", ["Reuters", "Omar Hadi"], "Reuters"),
        ("Two men had drowned, Omar Hadi said, citing concerns about the weather.", ["Omar Hadi"], None),
        ("It was a mistake, the council's director, Tom Dale, told reporters.", ["Tom Dale"], None),
    ],
)
def test_the_chain_names_who_passed_it_on_and_who_is_cited(first, text, chain, via):
    """From the one nearest to the outlet inwards; a thing that is cited and those who listen are no links."""
    found = first(text)
    assert [link.name for link in found.chain] == chain
    assert found.via == via


def test_a_platform_is_the_venue_of_what_is_written_there(first):
    """The full stop behind a platform of one letter is no part of it."""
    found = first("“The pool is safe,” Ana Reyes wrote on X.")
    assert found.via == "X"
    assert found.venue is not None
    assert len(found.venue) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ana Reyes gave a statement on Friday. The boats were late. The statement said that the pier was closed.",
        "A letter from Ana Reyes came on Friday. The letter said that the pier was closed.",
        "Ana Reyes read out her letter. Her letter said that the pier was closed.",
    ],
)
def test_a_text_speaks_for_whom_it_is_from(annotate_text, text):
    """A statement, a letter: the one who issued it, named beside it or where it was named first."""
    found = annotate_text(text).quotations[-1]
    assert found.speaker_canonical == "Ana Reyes"
