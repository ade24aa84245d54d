"""The account as TEI is valid, complete, and every word in it is a report's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace
from tests.conftest import ROOT
from tests.views.made import TEXTS, made_comparison, plain_comparison

from variorum import flow
from variorum.reports.reading import read_reports
from variorum.views.tei import render_tei

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
SUBSET = etree.RelaxNG(etree.parse(str(Path(__file__).with_name("tei_subset.rng"))))
EXAMPLES = {"harbour": "harbour", "reservoir": "reservoir"}


def parsed(comparison):
    """Return the export as a tree, held to the part of TEI that it uses."""
    root = etree.fromstring(render_tei(comparison).encode("utf-8"))
    assert SUBSET.validate(root), SUBSET.error_log
    return root


@pytest.fixture(scope="module", params=EXAMPLES)
def example(request):
    """Return the comparison of an example."""
    reports, _ = read_reports([str(ROOT / "examples" / request.param)], input_format="auto")
    return flow.compare(reports)


def text_of(element):
    """Return the words of a lemma with the lemmas inside it."""
    words = element.text or ""
    for inner in element:
        words += text_of(inner.find(f"{TEI}lem")) + (inner.tail or "")
    return words


def test_made_account_is_valid():
    """The hand-made account validates, names every report as a witness, and encodes by parallel segmentation."""
    root = parsed(made_comparison())
    assert [witness.get(ID) for witness in root.iter(f"{TEI}witness")] == ["A", "B", "C"]
    assert len(list(root.iter(f"{TEI}ab"))) == 5


def test_every_witness_that_is_pointed_to_is_there(example):
    """Every pointer of a lemma or a reading leads to a witness, and no witness has two readings of one entry."""
    root = parsed(example)
    known = {witness.get(ID) for witness in root.iter(f"{TEI}witness")}
    for entry in root.iter(f"{TEI}app"):
        pointed = [pointer[1:] for read in entry if read.tag != f"{TEI}app" for pointer in read.get("wit").split()]
        assert set(pointed) <= known
        assert len(pointed) == len(set(pointed))


def test_words_are_the_words_at_their_places(example):
    """Lemmas and readings re-slice: the places that they name hold their words."""
    texts = {siglum: annotated.report.text for siglum, annotated in example.story.items()}
    root = parsed(example)
    checked = 0
    for read in (*root.iter(f"{TEI}lem"), *root.iter(f"{TEI}rdg")):
        if read.get("n") and read.get("wit").count("#") == 1:
            text = texts[read.get("wit")[1:]]
            words = " ".join(
                text[int(start) : int(end)] for start, end in (p.split(":") for p in read.get("n").split())
            )
            assert words.split() == text_of(read).replace("…", "").split() or "…" in words
            checked += 1
    assert checked > 20


def test_a_line_reads_as_its_report_has_it(example):
    """The lemmas of a line, one after another, are the passage of its report without a word or blank more or less."""
    root = parsed(example)
    for line, block in zip(example.account, root.iter(f"{TEI}ab"), strict=True):
        text = example.story.report_of(line.siglum).report.text
        entries = block.findall(f"{TEI}app")
        told = "".join(text_of(entry.find(f"{TEI}lem")) + (entry.tail or "") for entry in entries)
        wanted = "".join(text[span.start : span.end] for span in line.spans)
        assert told.split() == wanted.split()


def test_a_conflict_has_both_values():
    """Where reports contradict each other, the entry is the deciding words alone, and says that it is a conflict."""
    root = parsed(made_comparison())
    entry = next(entry for entry in root.iter(f"{TEI}app") if entry.get("n") == "u1")
    assert entry.get("type") == "contradicts"
    assert entry.find(f"{TEI}lem").text == "Port Salis"
    assert entry.find(f"{TEI}lem").get("wit") == "#A #C"
    assert [read.text for read in entry.findall(f"{TEI}rdg")] == ["Cape Orlo"]
    assert TEXTS["B"].index("Cape Orlo") == int(entry.find(f"{TEI}rdg").get("n").split(":")[0])


def test_hostile_text_stays_text(shared):
    """Markup and characters that XML cannot hold, in texts, titles, names and addresses, never become markup."""
    lines = (shared / "hostile/xss_payloads.jsonl").read_text("utf-8").splitlines()
    payloads = [*(json.loads(line)["payload"] for line in lines[::25]), "\x00\x1b\ufffe\ud800 ]]> &amp; <!--"]
    for payload in payloads:
        comparison = plain_comparison(
            [payload + " a", "b " + payload], title=payload, outlet=payload, byline=payload, url=payload,
            language=payload, published=payload,
        )  # fmt: skip
        root = parsed(comparison)
        assert len(list(root.iter(f"{TEI}ab"))) == 1


def test_nothing_to_lay_side_by_side_is_said():
    """A comparison without an account is a valid document all the same."""
    assert parsed(replace(made_comparison(), account=())).find(f".//{TEI}ab") is None
