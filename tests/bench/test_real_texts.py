"""Tokenised texts are read as a reader sees them, and weights learn of what their licence allows alone."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def natural_text(bench_module):
    """Return ``natural_text`` of ``bench/natural_texts.py``."""
    return bench_module("natural_texts").natural_text


@pytest.mark.parametrize(
    ("tokenised", "natural"),
    [
        ("`` We saw the ferry , '' he said .", '"We saw the ferry," he said.'),
        ('He said : " The dam held . "', 'He said: "The dam held."'),
        ('" It held , " she said , " so far . "', '"It held," she said, "so far."'),
        (
            "The ferry 's crew did n't swim ( all 1 , 200 of them ) .",
            "The ferry's crew didn't swim (all 1,200 of them).",
        ),
        ("It sank at 11 : 10 a . m . on May 3 , 2005", "It sank at 11:10 a.m. on May 3, 2005"),
        (
            "a hit - and - run near Port Adel - the 20 - year - old left",
            "a hit-and-run near Port Adel - the 20-year-old left",
        ),
        ("$ 2 . 5 million in cash", "$2.5 million in cash"),
    ],
)
def test_signs_stand_where_a_reader_sees_them(natural_text, tokenised, natural):
    """Spaces around signs go, hyphens close where a hyphen can be told from a dash."""
    assert natural_text(tokenised) == natural


def test_lines_stay_lines(natural_text):
    """A headline is no part of the sentence after it."""
    assert natural_text("Ferry sinks\nThe ferry sank .") == "Ferry sinks\nThe ferry sank."


def test_weights_learn_of_what_the_licence_allows(bench_module):
    """A pair of which one text states no licence is measured on alone, and so is what is set aside."""
    learnable = bench_module("real_texts").learnable
    rows = [
        {"id": "free", "reports": [{"source": "g5:1"}, {"source": "ecb:2"}]},
        {"id": "closed", "set_aside": True, "reports": [{"source": "g5:1"}, {"source": "g5:2"}]},
        {"id": "none stated", "reports": [{"source": "g5:1"}, {"source": "basil:2"}]},
    ]
    assert [row["id"] for row in learnable(rows)] == ["free"]
