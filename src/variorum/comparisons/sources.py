"""Sources: who each report gives as source of what it tells, and the chain through which it came."""

from __future__ import annotations

from dataclasses import dataclass, field

from variorum.comparisons.readings import ReportIndex, make_evidence
from variorum.model.annotations import Certainty
from variorum.model.comparisons import Evidence, SourceRow
from variorum.model.spans import Span


@dataclass(slots=True)
class _Found:
    """What rests on one source in one report."""

    name: str
    actor: str | None
    via: str | None
    evidence: dict[Span, Evidence] = field(default_factory=dict)
    hedged: int = 0


def source_rows(indexes: dict[str, ReportIndex]) -> tuple[SourceRow, ...]:
    """Return a row for each report and source, those with most behind them first."""
    rows: list[SourceRow] = []
    for _, index in sorted(indexes.items()):
        found: dict[tuple[str, str | None], _Found] = {}
        _add_quotations(index, found)
        _add_statements(index, found)
        ordered = sorted(found.values(), key=lambda item: (-len(item.evidence), min(item.evidence), item.name))
        rows += [
            SourceRow(
                siglum=index.siglum,
                source=item.name,
                actor=item.actor,
                chain=(index.siglum, *([item.via] if item.via and item.via != item.name else []), item.name),
                evidence=tuple(item.evidence[span] for span in sorted(item.evidence)),
                hedged=item.hedged,
            )
            for item in ordered
        ]
    return tuple(rows)


def _add_quotations(index: ReportIndex, found: dict[tuple[str, str | None], _Found]) -> None:
    """Add the speakers of quotations."""
    for quotation in index.annotated.quotations:
        name = quotation.speaker_canonical or (index.words(quotation.speaker) if quotation.speaker else None)
        if name is None:
            continue
        entity = quotation.speaker_entity
        row = found.setdefault(
            (name, quotation.via), _Found(name, index.actor_of.get(entity) if entity else None, quotation.via)
        )
        row.evidence.setdefault(quotation.spans[0], make_evidence(index, quotation.spans[0]))


def _add_statements(index: ReportIndex, found: dict[tuple[str, str | None], _Found]) -> None:
    """Add the sources of statements outside of quotations."""
    for statement in index.annotated.statements:
        name = index.entity_name(statement.source) or statement.source_text
        if name is None or statement.quotation:
            continue
        actor = index.actor_of.get(statement.source) if statement.source else None
        known = next((row for (source, _), row in found.items() if source == name), None)
        row = known or found.setdefault((name, None), _Found(name, actor, None))
        if not any(span.overlaps(statement.span) for span in row.evidence):
            row.evidence[statement.span] = make_evidence(index, statement.span)
        row.hedged += statement.certainty is Certainty.HEDGED
