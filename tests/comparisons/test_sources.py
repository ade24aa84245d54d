"""Sources: the chain to the first one, and how many independent ones stand behind a claim."""

from __future__ import annotations

import pytest

NORTH = """Twelve people died when a bridge collapsed in Velmora on Tuesday, the harbour office said.
The Telor Press Agency reported that the office had closed the port, citing a duty officer of the coast guard."""
SOUTH = """Twelve people were killed on Tuesday when a bridge collapsed in Velmora, according to the harbour office.
Ships waited outside."""
WEST = """Twelve people died when a bridge collapsed in Velmora on Tuesday, a witness said.
The sea was calm."""
EAST = """Twelve people were killed in Velmora on Tuesday when a bridge collapsed, a witness said.
The night was dark."""
COPY = """Rescue teams from four provinces searched the river below the broken bridge for a third day without
finding any of the missing fishermen, and the ferries stood still."""


def death(comparison):
    """Return the sourcing of the claim about the dead."""
    told = {unit.id for unit in comparison.units if any("Twelve" in reading.text for reading in unit.readings)}
    return next(item for item in comparison.sourcing if item.unit in told)


def test_one_office_counts_once(compare_texts):
    """Two reports that give the same office as source have one source, and the reason says so."""
    found = death(compare_texts(NORTH, SOUTH))
    assert (found.named, found.single, len(found.origins)) == (1, True, 1)
    (origin,) = found.origins
    assert "harbour office" in origin.name
    assert origin.sigla == ("A", "B")
    assert any("harbour office" in reason for reason in origin.reasons)
    assert all(item.text for item in origin.evidence)


def test_two_witnesses_are_not_one(compare_texts):
    """What is "a witness" in two reports may be two people: they are not merged."""
    found = death(compare_texts(WEST, EAST))
    assert not found.single
    assert found.named == 2


def test_different_sources_are_independent(compare_texts):
    """An office and a witness are two sources."""
    found = death(compare_texts(NORTH, WEST))
    assert (found.named, found.single) == (2, False)


def test_swapping_reports_mirrors_the_sources(compare_texts):
    """Another order of the reports changes the letters alone."""
    swap = {"A": "B", "B": "A"}
    one, other = death(compare_texts(NORTH, WEST)), death(compare_texts(WEST, NORTH))
    assert sorted((origin.name, origin.sigla) for origin in one.origins) == sorted(
        (origin.name, tuple(sorted(swap[siglum] for siglum in origin.sigla))) for origin in other.origins
    )


def test_chain_leads_to_who_is_cited(compare_texts):
    """In "the agency reported ..., citing an officer" the chain goes through the agency to the officer."""
    comparison = compare_texts(NORTH, SOUTH)
    chains = [row.chain for row in comparison.sources if row.siglum == "A"]
    assert any("Telor" in " ".join(chain) and "officer" in chain[-1] for chain in chains), chains


def test_rows_that_rest_on_a_source_are_named(compare_texts):
    """Each source names the rows of the comparison that have their words from it."""
    comparison = compare_texts(NORTH, SOUTH)
    ids = {unit.id for unit in comparison.units}
    assert all(set(row.units) <= ids for row in comparison.sources)
    assert any(row.units for row in comparison.sources)


@pytest.mark.parametrize("change", [str, str.upper, lambda text: text.replace(",", "")])
def test_text_shared_word_for_word_is_found(compare_texts, change):
    """A paragraph that two reports share is found whatever its case and commas, with its place in each."""
    comparison = compare_texts(f"{NORTH}\n{COPY}", f"{WEST}\n{change(COPY)}")
    (item,) = comparison.shared_text
    assert [passage.siglum for passage in item.passages] == ["A", "B"]
    assert item.words == len(COPY.split())
    for passage in item.passages:
        text = comparison.story.report_of(passage.siglum).report.text
        words = text[passage.span.start : passage.span.end]
        assert words.split()[0].casefold() == "rescue"
        assert words.split()[-1].casefold() == "still"


def test_a_shared_quotation_is_no_copy(compare_texts):
    """What somebody said stands in both reports since both heard it: that is no shared text."""
    said = (
        "“We will rebuild this bridge before the winter comes and nobody will have to take the long way round again,”"
    )
    comparison = compare_texts(f"{NORTH}\n{said} the mayor said.", f"{WEST}\n{said} Ana Reyes told us.")
    assert comparison.shared_text == ()


def test_copied_words_are_counted(compare_texts):
    """The coverage of a report says how many of its words another report has word for word."""
    comparison = compare_texts(f"{NORTH}\n{COPY}", f"{WEST}\n{COPY}")
    assert [row.copied for row in sorted(comparison.coverage, key=lambda row: row.siglum)] == [len(COPY.split())] * 2
