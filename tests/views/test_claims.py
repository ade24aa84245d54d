"""The claims are schema.org's, in the words of the reports, and nothing is rated."""

from __future__ import annotations

import json

from msgspec.structs import replace
from tests.views.made import made_comparison

from variorum.model.annotations import Entity, EntityType
from variorum.views.claims import render_claims


def graph():
    """Return the nodes of the export by type."""
    document = json.loads(render_claims(made_comparison()))
    assert document["@context"] == "https://schema.org"
    found = {}
    for node in document["@graph"]:
        found.setdefault(node["@type"], []).append(node)
    return found


def test_every_report_and_every_reading_is_there():
    """Each report is an article, each certain reading a claim that appears in it."""
    nodes, comparison = graph(), made_comparison()
    assert set(nodes) == {"NewsArticle", "Claim", "ClaimReview"}
    articles = {node["@id"] for node in nodes["NewsArticle"]}
    assert len(articles) == 3
    readings = [reading for unit in comparison.units if unit.relation != "uncertain" for reading in unit.readings]
    assert [claim["text"] for claim in nodes["Claim"]] == [reading.text for reading in readings]
    assert {claim["appearance"]["@id"] for claim in nodes["Claim"]} == articles


def test_conflicts_are_reviews_without_a_rating():
    """A conflict names its claims, its aspect and the reason; no key anywhere rates or judges."""
    nodes, comparison = graph(), made_comparison()
    claims = {claim["@id"] for claim in nodes["Claim"]}
    conflicts = [unit for unit in comparison.units if unit.relation == "contradicts"]
    assert len(nodes["ClaimReview"]) == len(conflicts)
    for review, unit in zip(nodes["ClaimReview"], conflicts, strict=True):
        assert {item["@id"] for item in review["itemReviewed"]} <= claims
        assert review["reviewBody"] == unit.reasons[0]
    assert "rating" not in render_claims(comparison).casefold()


def test_a_source_is_a_person_or_an_organisation_where_the_report_tells_which():
    """Who is known as a person is one, a body an organisation; whoever is not known, or known as both, is a thing."""
    made = made_comparison()
    first = made.story.reports[0]
    kinds = {"Person": [EntityType.PERSON], "Organization": [EntityType.ORGANISATION], "Thing": []}
    for wanted, types in (*kinds.items(), ("Thing", [EntityType.PERSON, EntityType.ORGANISATION])):
        named = tuple(Entity(f"e{number}", "Ilse Marant", kind, ()) for number, kind in enumerate(types))
        story = replace(made.story, reports=(replace(first, entities=named), *made.story.reports[1:]))
        document = json.loads(render_claims(replace(made, story=story)))
        article = next(node["@id"] for node in document["@graph"] if node.get("identifier") == made.story.sigla[0])
        authors = [
            node["author"]["@type"]
            for node in document["@graph"]
            if node["@type"] == "Claim"
            and node.get("author", {}).get("name") == "Ilse Marant"
            and node["appearance"]["@id"] == article
        ]
        assert set(authors) == {wanted}


def test_a_file_name_is_no_headline():
    """A report without a title has a name to show and no headline; one with a title has both."""
    made = made_comparison()
    first = made.story.reports[0]
    bare = replace(first, report=replace(first.report, title=None))
    titled = replace(first, report=replace(first.report, title="Crane falls"))
    for annotated, headline in ((bare, None), (titled, "Crane falls")):
        story = replace(made.story, reports=(annotated, *made.story.reports[1:]))
        document = json.loads(render_claims(replace(made, story=story)))
        article = next(node for node in document["@graph"] if node.get("identifier") == made.story.sigla[0])
        assert article.get("headline") == headline
        assert article["name"]
