"""What one report tells alone is grouped by what its words show, in blocks, in the order of the text."""

from __future__ import annotations

import pytest

FIRE = "A fire destroyed the grain market in Velmora on Tuesday, the mayor Ana Reyes said. Nobody was hurt."
LONG = """A fire destroyed the grain market in Velmora on Tuesday, the mayor Ana Reyes said. Nobody was hurt.
Reyes opened the market in 2019. It had cost two million crowns.
In 2014 the chemist Otto Lind won a prize in Dresden for a paint that does not burn.
The traders demanded a new market.
“We lost everything we had worked for in twenty years,” said the trader Mina Olt.
Firemen pumped water from the river for six hours."""


@pytest.fixture(scope="module")
def blocks(compare_texts):
    """Return the blocks of what the longer report tells alone, with their words."""
    comparison = compare_texts(FIRE, LONG)
    text = comparison.story.report_of("B").report.text
    row = next(row for row in comparison.coverage if row.siglum == "B")
    return [(block, " ".join(text[span.start : span.end] for span in block.spans)) for block in row.blocks]


@pytest.mark.parametrize(
    ("words", "group", "evidence"),
    [
        ("opened the market in 2019", "background", "2019"),
        ("won a prize in Dresden", "context", "2014"),
        ("demanded a new market", "reaction", "demanded"),
        ("lost everything", "quotation", ""),
        ("pumped water", "detail", ""),
    ],
)
def test_group_rests_on_evidence(blocks, words, group, evidence):
    """Each group is given by what the words show, and the reason quotes it."""
    block = next(block for block, told in blocks if words in told)
    assert block.group == group
    assert evidence in block.reason


def test_sentences_on_one_topic_are_one_block(blocks):
    """An undated sentence goes on with the background before it, in one block."""
    told = next(told for _, told in blocks if "opened the market" in told)
    assert "It had cost two million crowns." in told


def test_blocks_stand_in_the_order_of_the_text(blocks):
    """Blocks follow the text, do not overlap, and together hold every row that the report tells alone."""
    starts = [block.spans[0].start for block, _ in blocks]
    assert starts == sorted(starts)
    ends = [block.spans[-1].end for block, _ in blocks]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


def test_every_row_of_one_report_is_in_one_block(compare_texts):
    """The blocks hold exactly the rows that one report tells alone."""
    comparison = compare_texts(FIRE, LONG)
    alone = sorted(unit.id for unit in comparison.units if unit.relation == "only")
    assert sorted(unit for row in comparison.coverage for block in row.blocks for unit in block.units) == alone


@pytest.mark.parametrize("label", ["Photo", "LIND:", "Velpress", "…"])
def test_label_tells_nothing(compare_texts, label):
    """A label, an agency's name or a mark on a line of its own is no row of what one report tells."""
    comparison = compare_texts(FIRE, LONG.replace("\n", f"\n{label}\n", 1))
    alone = [unit.readings[0].text for unit in comparison.units if unit.relation == "only"]
    assert label not in alone
    assert any("pumped water" in words for words in alone)
