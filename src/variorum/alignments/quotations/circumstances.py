"""Circumstances of an utterance: whether two reports give another venue or another date for it."""

from __future__ import annotations

from variorum.alignments.wordings.names import fold_name, organisation_reason
from variorum.model.annotations import AnnotatedReport, Quotation
from variorum.model.intervals import Interval, IntervalRelation

#: What says that something was said and not where: no venue that can differ from another one.
_PLAIN_VENUES = frozenset(
    {"interview", "statement", "an interview", "a statement", "reporters", "journalists", "press"}
)


def differing_circumstances(
    left: AnnotatedReport, quotation: Quotation, right: AnnotatedReport, other: Quotation
) -> tuple[str, ...]:
    """Return ``venue`` and ``date`` where both reports give one and they cannot be one; silence is no difference."""
    found = []
    venues = [_venues(left, quotation), _venues(right, other)]
    if all(venues) and not any(_same_venue(one, two) for one in venues[0] for two in venues[1]):
        found.append("venue")
    one, two = _said(left, quotation), _said(right, other)
    if one is not None and two is not None and one.relation_to(two) is IntervalRelation.APART:
        found.append("date")
    return tuple(found)


def _venues(annotated: AnnotatedReport, quotation: Quotation) -> tuple[str, ...]:
    """Return the occasion and the medium that a report names for a quotation."""
    occasion = quotation.venue.text_of(annotated.report.text) if quotation.venue else None
    return tuple(dict.fromkeys(name for name in (occasion, quotation.via) if name))


def _same_venue(one: str, other: str) -> bool:
    """Say whether two venues can be one: one name, an acronym of it, a part of it, or one of no name."""
    words, others = set(fold_name(one)), set(fold_name(other))
    if {one.casefold(), other.casefold()} & _PLAIN_VENUES or not words or not others:
        return True
    return words <= others or others <= words or organisation_reason(one, other) is not None


def _said(annotated: AnnotatedReport, quotation: Quotation) -> Interval | None:
    """Return when something was said, None where the report does not say."""
    return next((time.interval for time in annotated.times if time.id == quotation.said_time), None)
