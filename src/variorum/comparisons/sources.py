"""Sources: who each report gives as source of what it tells, and the chain through which it came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from variorum.comparisons.chains import Chain, quotation_chain, statement_chain
from variorum.comparisons.readings import ReportIndex, make_evidence
from variorum.model.annotations import Certainty
from variorum.model.comparisons import Evidence, SourceRow, Unit
from variorum.model.spans import Span


class _Found(Struct):
    """What rests on one source in one report."""

    chain: Chain
    evidence: dict[Span, Evidence] = field(default_factory=dict)
    hedged: int = 0


def source_rows(indexes: dict[str, ReportIndex], units: Sequence[Unit] = ()) -> tuple[SourceRow, ...]:
    """Return a row for each report and source, those with most behind them first; ``units`` are linked to them."""
    rows: list[SourceRow] = []
    told: dict[str, list[tuple[str, Sequence[Span]]]] = {}
    for unit in units:
        for reading in unit.readings:
            told.setdefault(reading.siglum, []).append((unit.id, reading.spans))
    for siglum, index in sorted(indexes.items()):
        found: dict[tuple[str, ...], _Found] = {}
        _add_quotations(index, found)
        _add_statements(index, found)
        ordered = sorted(found.values(), key=lambda item: (-len(item.evidence), min(item.evidence), item.chain.source))
        rows += [
            SourceRow(
                siglum=siglum,
                source=item.chain.source,
                actor=item.chain.actor,
                chain=(siglum, *item.chain.links),
                evidence=tuple(item.evidence[span] for span in sorted(item.evidence)),
                hedged=item.hedged,
                units=_resting(item, told.get(siglum, ())),
            )
            for item in ordered
        ]
    return tuple(rows)


def _add_quotations(index: ReportIndex, found: dict[tuple[str, ...], _Found]) -> None:
    """Add the speakers of quotations."""
    for quotation in index.annotated.quotations:
        chain = quotation_chain(index, quotation)
        if chain is not None:
            row = found.setdefault(chain.links, _Found(chain))
            row.evidence.setdefault(quotation.spans[0], make_evidence(index, quotation.spans[0]))


def _add_statements(index: ReportIndex, found: dict[tuple[str, ...], _Found]) -> None:
    """Add the sources of statements outside of quotations."""
    for statement in index.annotated.statements:
        if statement.quotation or (chain := statement_chain(index, statement)) is None:
            continue
        known = next((row for row in found.values() if row.chain.source == chain.source), None)
        row = known or found.setdefault(chain.links, _Found(chain))
        if not any(span.overlaps(statement.span) for span in row.evidence):
            row.evidence[statement.span] = make_evidence(index, statement.span)
        row.hedged += statement.certainty is Certainty.HEDGED


def _resting(found: _Found, told: Iterable[tuple[str, Sequence[Span]]]) -> tuple[str, ...]:
    """Return the rows that have a reading in the words which a source is given for, in the order of the comparison.

    ``told`` are the readings of its report, each with the id of its row.
    """
    resting = (
        unit for unit, spans in told if any(span.overlaps(passage) for span in spans for passage in found.evidence)
    )
    return tuple(dict.fromkeys(resting))
