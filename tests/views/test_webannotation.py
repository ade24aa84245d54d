"""The Web Annotations hold what the W3C's model asks for, and their selectors lead to the words."""

from __future__ import annotations

import json
import re

from tests.views.made import made_comparison, plain_comparison

from variorum.views.webannotation import CONTEXT, render_webannotation

MOTIVATIONS = {"linking", "highlighting"}
PURPOSES = {"describing", "classifying", "tagging", "commenting"}


def collection(comparison):
    """Return the export as data."""
    return json.loads(render_webannotation(comparison))


def test_collection_is_complete():
    """Each row is one annotation in one page of a collection with the standard's context."""
    comparison = made_comparison()
    document = collection(comparison)
    assert document["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (document["type"], document["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    items = document["first"]["items"]
    assert document["total"] == len(items) == len(comparison.units)
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation"
        assert item["motivation"] in MOTIVATIONS
        assert {body["purpose"] for body in item["body"]} <= PURPOSES
        assert all(body["type"] == "TextualBody" and isinstance(body["value"], str) for body in item["body"])


def test_selectors_lead_to_the_words():
    """Position and quotation selector of every target say the same words, with what stands around them."""
    comparison = plain_comparison(["é𝔘😀 one two three " * 20, "other words here " * 20])
    texts = {annotated.report.text_sha256: annotated.report.text for _, annotated in comparison.story.items()}
    for item in collection(comparison)["first"]["items"]:
        for target in item["target"]:
            position, quote = target["selector"]
            text = next(text for text in texts.values() if text[position["start"] : position["end"]] == quote["exact"])
            assert text[max(0, position["start"] - CONTEXT) : position["start"]] == quote["prefix"]
            assert text[position["end"] : position["end"] + CONTEXT] == quote["suffix"]


def test_source_is_the_text_by_its_hash():
    """Offsets count in the text, named by its hash; the address is where it was retrieved via, if it is one."""
    for url, via in (("https://example.org/a", True), ("javascript:alert(1)", False), ("https://a b", False)):
        comparison = plain_comparison(["one text here", "another text"], url=url)
        source = collection(comparison)["first"]["items"][0]["target"][0]["source"]
        assert re.fullmatch(r"ni:///sha-256;[\w-]{43}", source["id"])
        assert ("via" in source) is via


def test_lone_surrogates_are_escaped():
    """A text that cannot be encoded is written in escapes."""
    text = render_webannotation(plain_comparison(["one \ud800 text", "another"]))
    assert text.encode("utf-8")
    assert "\\ud800" in text
