"""What the reports tell as schema.org Claims (JSON-LD), and their conflicts as ClaimReviews without a rating.

A claim is what one report tells in its words, with the report that it appears in and the source that the report gives.
A review says on what several claims differ and why they cannot all hold. It has no ``reviewRating``: nothing is said
about which of them is true.
"""

from __future__ import annotations

from variorum.model.annotations import AnnotatedReport, EntityType
from variorum.model.comparisons import Comparison, Reading, Relation, Unit
from variorum.views.linked_data import Json, address, text_iri, to_linked_json
from variorum.views.sigla import ordered_reports, report_name, siglum_rank

_REVIEWER: Json = {"@type": "SoftwareApplication", "name": "Variorum", "applicationCategory": "ReferenceApplication"}

#: What schema.org calls a source of this type; whoever speaks for a state is a body of it, a group is neither.
_AUTHORS = {
    EntityType.PERSON: "Person",
    EntityType.ORGANISATION: "Organization",
    EntityType.STATE: "Organization",
}


def render_claims(comparison: Comparison) -> str:
    """Return the reports, the claims that several of them tell or contradict, and the conflicts, as one graph."""
    graph: list[Json] = [_article(siglum, annotated) for siglum, annotated in ordered_reports(comparison.story)]
    texts = dict(comparison.story.items())
    for unit in comparison.units:
        if unit.relation is Relation.UNCERTAIN:
            continue
        readings = sorted(unit.readings, key=lambda reading: (siglum_rank(reading.siglum), reading.spans))
        claims = [_claim(unit, number, reading, texts) for number, reading in enumerate(readings, 1)]
        graph += claims
        if unit.relation is Relation.CONTRADICTS:
            graph.append(_review(unit, claims))
    return to_linked_json({"@context": "https://schema.org", "@graph": graph})


def _article(siglum: str, annotated: AnnotatedReport) -> Json:
    """Return a report."""
    report = annotated.report
    article: Json = {
        "@type": "NewsArticle",
        "@id": text_iri(report),
        "identifier": siglum,
        "name": report.title or report_name(siglum, annotated),
    }
    known = {
        "headline": report.title,
        "publisher": {"@type": "Organization", "name": report.outlet} if report.outlet else None,
        "author": {"@type": "Person", "name": report.byline} if report.byline else None,
        "datePublished": report.published,
        "inLanguage": report.language,
        "url": address(report),
    }
    return {**article, **{key: value for key, value in known.items() if value}}


def _claim(unit: Unit, number: int, reading: Reading, texts: dict[str, AnnotatedReport]) -> Json:
    """Return what one report tells, in its own words."""
    claim: Json = {
        "@type": "Claim",
        "@id": f"urn:variorum:claim:{unit.id}-{number}",
        "text": reading.text,
        "appearance": {"@id": text_iri(texts[reading.siglum].report)},
        "isPartOf": {"@type": "Claim", "@id": f"urn:variorum:unit:{unit.id}", "text": unit.gist},
        "position": " ".join(f"{span.start}:{span.end}" for span in reading.spans),
    }
    if reading.speaker:
        claim["author"] = _author(reading.speaker, texts[reading.siglum])
    if reading.value:
        claim["abstract"] = reading.value
    return claim


def _author(name: str, annotated: AnnotatedReport) -> Json:
    """Return the source of a claim: a person or an organisation where the report has one entity type of that name."""
    types = {entity.type for entity in annotated.entities if entity.name == name}
    kind = _AUTHORS.get(types.pop(), "Thing") if len(types) == 1 else "Thing"
    return {"@type": kind, "name": name}


def _review(unit: Unit, claims: list[Json]) -> Json:
    """Return a conflict: what is compared, and why it cannot all be true; never a rating."""
    return {
        "@type": "ClaimReview",
        "@id": f"urn:variorum:review:{unit.id}",
        "author": _REVIEWER,
        "claimReviewed": unit.gist,
        "itemReviewed": [{"@id": claim["@id"]} for claim in claims],
        "reviewAspect": str(unit.slot or "other"),
        "reviewBody": "; ".join(unit.reasons[:1]) or "the readings cannot all be true as they stand",
    }
