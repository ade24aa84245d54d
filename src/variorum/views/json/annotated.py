"""An annotated report as ``variorum annotate`` prints it."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model.annotations import (
    AnnotatedReport,
    Designation,
    Entity,
    Event,
    Factuality,
    Place,
    Quotation,
    Statement,
    TimeExpression,
    Tone,
)
from variorum.model.quantities import Quantity
from variorum.views.json.parts import (
    SCHEMA,
    Json,
    ends,
    interval_fields,
    pairs,
    reference_fields,
    tone_fields,
    voice_name,
)


def annotated_to_dict(annotated: AnnotatedReport, *, tones: Sequence[Tone] | None = None) -> Json:
    """Return an annotated report as ``variorum annotate`` prints it; ``tones`` where they were asked for."""
    report = annotated.report
    return {
        "schema": SCHEMA,
        "id": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "byline": report.byline,
        "published": report.published,
        "url": report.url,
        "language": report.language,
        "text": report.text,
        "text_sha256": report.text_sha256,
        "notes": list(report.notes),
        "reference": reference_fields(annotated.reference),
        "boilerplate": pairs(report.boilerplate),
        "sentences": [[sentence.start, sentence.end] for sentence in annotated.sentences],
        "entities": [_entity(entity) for entity in (*annotated.entities, *annotated.things)],
        "quotations": [_quotation(quotation, report.text) for quotation in annotated.quotations],
        "attributions": [_quotation(attribution, report.text) for attribution in annotated.attributions],
        "timexes": [_timex(time) for time in annotated.times],
        "places": [_place(place) for place in annotated.places],
        "quantities": [_quantity(quantity) for quantity in annotated.quantities],
        "events": [_event(event) for event in annotated.events],
        "statements": [_statement(statement) for statement in annotated.statements],
        "designations": [_designation(designation) for designation in annotated.designations],
        "tones": None if tones is None else [tone_fields(tone, annotated.sentences) for tone in tones],
        "components": [{"name": name, "version": version} for name, version in annotated.components],
    }


def _entity(entity: Entity) -> Json:
    """Return an entity with its mentions."""
    return {
        "id": entity.id,
        "name": entity.name,
        "type": str(entity.type),
        "country": entity.country,
        "sector": entity.sector,
        "wikidata": entity.wikidata,
        "roles": list(entity.roles),
        "named": entity.named,
        "mentions": [
            {
                "start": mention.start,
                "end": mention.end,
                "form": str(mention.form),
                "head_start": mention.head_start,
                "head_end": mention.head_end,
                "voice": voice_name(quoted=mention.quoted),
            }
            for mention in entity.mentions
        ],
    }


def _quotation(quotation: Quotation, text: str) -> Json:
    """Return a quotation with its speaker and cue."""
    speaker, cue, venue = quotation.speaker, quotation.cue, quotation.venue
    return {
        "id": quotation.id,
        "start": quotation.start,
        "end": quotation.end,
        "spans": pairs(quotation.spans),
        "type": str(quotation.type),
        "kind": str(quotation.kind),
        "verbatim": pairs(quotation.verbatim),
        **ends("speaker", speaker),
        "speaker_text": speaker.text_of(text) if speaker else None,
        "speaker_canonical": quotation.speaker_canonical,
        "speaker_entity": quotation.speaker_entity,
        **ends("cue", cue),
        "cue": cue.text_of(text) if cue else None,
        "cue_lemma": quotation.cue_lemma,
        "denied": quotation.denied,
        "polarity": str(quotation.polarity),
        "via": quotation.via,
        "addressee": quotation.addressee,
        "venue": venue.text_of(text) if venue else None,
        **ends("venue", venue),
        "said_time": quotation.said_time,
        "chain": [
            {"name": link.name, "start": link.span.start, "end": link.span.end, "entity": link.entity}
            for link in quotation.chain
        ],
        "continues": quotation.continues,
        "confidence": round(quotation.confidence, 4),
        "rule": quotation.rule,
    }


def _timex(time: TimeExpression) -> Json:
    """Return a time expression with its interval."""
    return {
        "id": time.id,
        "start": time.start,
        "end": time.end,
        "text": time.text,
        "type": str(time.type),
        "value": time.value,
        "mod": time.mod,
        **interval_fields(time.interval),
        "anchor": time.anchor,
        "zone": time.zone,
    }


def _place(place: Place) -> Json:
    """Return a place."""
    return {
        "id": place.id,
        "start": place.start,
        "end": place.end,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "gazetteer_id": place.gazetteer_id,
        "within": list(place.within),
        "qualifier": place.qualifier,
        "use": str(place.use),
    }


def _quantity(quantity: Quantity) -> Json:
    """Return an amount as the interval that its words allow."""
    return {
        "id": quantity.id,
        "start": quantity.start,
        "end": quantity.end,
        "text": quantity.text,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "counted": quantity.counted,
        "approximate": quantity.approximate,
        "role": quantity.role,
    }


def _event(event: Event) -> Json:
    """Return an event; schema 1 has no word for rumours, so a possible event prints as conditional."""
    factuality = Factuality.CONDITIONAL if event.factuality is Factuality.POSSIBLE else event.factuality
    return {
        "id": event.id,
        **ends("trigger", event.trigger),
        "lemma": event.lemma,
        "type": event.coded_type,
        "mode": event.coded_mode,
        "told_by": event.told_by,
        "content_type": event.content_type,
        "source": list(event.source),
        "target": list(event.target),
        "time": event.time,
        "place": event.place,
        "told_time": event.told_time,
        "quantities": list(event.quantities),
        "factuality": str(factuality),
        "polarity": "negated" if event.negated else "affirmed",
        "modality": str(event.modality),
        "scopes": [
            {"kind": str(scope.kind), **ends("cue", scope.cue), "start": scope.span.start, "end": scope.span.end}
            for scope in event.scopes
        ],
        "attributed_to": event.attributed_to,
        "start": event.start,
        "end": event.end,
        "confidence": round(event.confidence, 4),
        "rule": event.rule,
    }


def _statement(statement: Statement) -> Json:
    """Return a statement with its participants."""
    return {
        "id": statement.id,
        "start": statement.start,
        "end": statement.end,
        **ends("predicate", statement.predicate),
        "lemma": statement.lemma,
        "participants": [
            {"role": item.role, "entity": item.entity, "start": item.start, "end": item.end}
            for item in statement.participants
        ],
        "times": list(statement.times),
        "places": list(statement.places),
        "quantities": list(statement.quantities),
        "events": list(statement.events),
        "polarity": "negated" if statement.negated else "affirmed",
        "certainty": str(statement.certainty),
        "source": statement.source,
        "source_text": statement.source_text,
        "told_time": statement.told_time,
        "quotation": statement.quotation,
    }


def _designation(designation: Designation) -> Json:
    """Return a designation."""
    return {
        "id": designation.id,
        "start": designation.start,
        "end": designation.end,
        "text": designation.text,
        "kind": str(designation.kind),
        "entity": designation.entity,
        "polarity": designation.polarity,
        "voice": voice_name(quoted=designation.quoted),
        "reason": designation.reason,
    }
