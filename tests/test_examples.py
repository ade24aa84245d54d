"""The whole way on the examples: what was planted is found, and nothing is shown that has no words."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest

from variorum import flow
from variorum.reports.reading import read_reports
from variorum.views.json import comparison_to_dict

EXAMPLES = Path(__file__).parent.parent / "examples"
HARBOUR = [EXAMPLES / "harbour" / name for name in ("courier.html", "observer.html", "gazette.txt")]
RESERVOIR = [EXAMPLES / "reservoir" / name for name in ("north.txt", "south.txt")]


def compare(paths):
    """Return the comparison of files as the machine interface gives it."""
    reports, refusals = read_reports(paths)
    assert not refusals
    return comparison_to_dict(flow.compare(reports))


@pytest.fixture(scope="module")
def harbour():
    """Return the comparison of the ferry fire: A Courier, B Observer, C Gazette."""
    return compare(HARBOUR)


@pytest.fixture(scope="module")
def reservoir():
    """Return the comparison of the meeting about the dam: A north, B south."""
    return compare(RESERVOIR)


def conflicts(comparison, slot, *, within=None):
    """Return the conflicts of one slot."""
    return [
        unit
        for unit in comparison["units"]
        if unit["relation"] == "contradicts" and unit["slot"] == slot and unit["within"] == within
    ]


def values(units):
    """Return the values that conflicts put side by side, a set for each conflict."""
    return [{reading["value"].casefold() for reading in unit["readings"] if reading["value"]} for unit in units]


def test_places_that_contradict_are_found(harbour):
    """Trieste against Koper, for the fire."""
    assert any({"trieste", "koper"} <= found for found in values(conflicts(harbour, "place")))


def test_numbers_that_contradict_are_found(harbour):
    """Three dead against five dead."""
    assert any({"three", "five"} <= {v.split()[0] for v in found} for found in values(conflicts(harbour, "quantity")))


def test_numbers_that_differ_in_precision_do_not_contradict(harbour):
    """At least 40, 52 and dozens are compatible, and so are 212 and more than 200."""
    for found in values(conflicts(harbour, "quantity")):
        assert not any(word in value for value in found for word in ("40", "52", "dozens", "212", "200"))


def test_a_report_against_itself_is_found(harbour):
    """The Gazette's agency reported on Monday about a fire late on Tuesday."""
    assert any(
        any("monday" in value for value in found) and any("tuesday" in value for value in found)
        for found in values(conflicts(harbour, "time", within="C"))
    )


def test_a_rumour_stands_against_an_assertion(harbour):
    """The alarm was switched off: on the harbour master's word, as a rumour, and denied."""
    rows = conflicts(harbour, "certainty") + conflicts(harbour, "polarity")
    assert any("alarm" in unit["gist"] and "A" in {r["siglum"] for r in unit["readings"]} for unit in rows)


def test_two_translations_of_one_quotation_are_one_row(harbour):
    """Renata Bosco on inspections, in two wordings."""
    rows = [unit for unit in harbour["units"] if unit["layer"] == "quotation" and len(unit["readings"]) > 1]
    assert any(
        any("told nothing" in reading["text"] for reading in unit["readings"])
        and any("Nobody informed us" in reading["text"] for reading in unit["readings"])
        for unit in rows
    )


def test_a_truncated_quotation_agrees_with_the_whole(harbour):
    """Goran Matek on his ships, cut short by one report."""
    rows = [unit for unit in harbour["units"] if unit["layer"] == "quotation" and len(unit["readings"]) > 1]
    assert any(sum("ships are safe" in reading["text"] for reading in unit["readings"]) >= 2 for unit in rows)


def test_an_actor_stands_under_all_its_names(harbour):
    """Goran Matek is chief executive, businessman and oligarch in one row of the table."""
    matek = next(actor["id"] for actor in harbour["actors"] if actor["name"] == "Goran Matek")
    row = next(row for row in harbour["designations"] if row["actor"] == matek)
    words = " ".join(expression["text"] for cell in row["cells"] for expression in cell["expressions"]).casefold()
    assert "oligarch" in words
    assert "chief executive" in words
    assert "businessman" in words


def test_boilerplate_is_kept_out(harbour):
    """READ MORE and RELATED lines stand in no row, and stay in the text."""
    for unit in harbour["units"]:
        for reading in unit["readings"]:
            assert "RELATED" not in reading["text"]
            assert "READ MORE" not in reading["text"]
            assert "newsletter" not in reading["text"]
    assert any("RELATED" in report["text"] for report in harbour["reports"])


def test_each_report_tells_something_alone(harbour):
    """A priest's prayer, a strike and falling shares each stand in one report."""
    alone = {
        unit["readings"][0]["siglum"]: " ".join(
            other["readings"][0]["text"]
            for other in harbour["units"]
            if other["relation"] == "only" and other["readings"][0]["siglum"] == unit["readings"][0]["siglum"]
        )
        for unit in harbour["units"]
        if unit["relation"] == "only"
    }
    assert "Shares" in alone["A"]
    assert "strike" in alone["B"]
    assert "priest" in alone["C"]


def test_the_second_example_has_its_conflicts(reservoir):
    """Geneva against Lausanne, and 120 million cubic metres against 150."""
    assert any({"geneva", "lausanne"} <= found for found in values(conflicts(reservoir, "place")))
    assert any(
        any("120" in value for value in found) and any("150" in value for value in found)
        for found in values(conflicts(reservoir, "quantity"))
    )


def test_every_reading_re_slices(harbour, reservoir):
    """The words of every reading stand in its report at its spans."""
    for comparison in (harbour, reservoir):
        texts = {report["siglum"]: report["text"] for report in comparison["reports"]}
        for unit in comparison["units"]:
            assert unit["readings"]
            for reading in unit["readings"]:
                words = [" ".join(texts[reading["siglum"]][start:end].split()) for start, end in reading["spans"]]
                assert " … ".join(words) == reading["text"]
                assert all(words)


def mirrored(comparison, renaming):
    """Return a comparison with its sigla renamed and everything ordered by siglum put in order again."""
    text = json.dumps(comparison, sort_keys=True)
    renamed = json.loads(text, object_hook=lambda item: _rename(item, renaming))
    return json.dumps(_canonical(renamed), sort_keys=True)


def _rename(item, renaming):
    """Rename the sigla of one JSON object."""
    sigla = ("siglum", "within")
    made = {
        key: renaming.get(value, value) if key in sigla and isinstance(value, str) else value
        for key, value in item.items()
    }
    for key in ("not_mentioned", "sigla", "chain", "chains", "entities"):
        if isinstance(made.get(key), list):
            made[key] = [
                [renaming.get(part, part) if isinstance(part, str) else part for part in entry]
                if isinstance(entry, list)
                else renaming.get(entry, entry)
                if isinstance(entry, str)
                else entry
                for entry in made[key]
            ]
    return made


def _canonical(value):
    """Sort every list that holds objects or sigla: order by siglum is the one thing that swapping may change."""
    if isinstance(value, dict):
        return {key: _canonical(part) for key, part in value.items() if key not in ("reasons", "reason")}
    if isinstance(value, list):
        return sorted((_canonical(part) for part in value), key=lambda part: json.dumps(part, sort_keys=True))
    return value


@pytest.mark.parametrize("order", list(permutations(range(3)))[1:])
def test_another_order_of_reports_mirrors_the_comparison(harbour, order):
    """Giving the reports in another order changes their sigla and nothing else."""
    other = compare([HARBOUR[index] for index in order])
    renaming = {"ABC"[position]: "ABC"[index] for position, index in enumerate(order)}
    assert mirrored(other, renaming) == mirrored(harbour, {})


def test_the_same_input_gives_the_same_bytes(harbour):
    """Two runs print the same JSON."""
    assert json.dumps(compare(HARBOUR)) == json.dumps(harbour)
