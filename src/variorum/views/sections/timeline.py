"""Timeline: what is dated, in order, each date with its bar by report; and a table that says the same."""

from __future__ import annotations

from variorum.model.comparisons import Comparison, Dating, Relation, TimelineEntry
from variorum.views.anchors import anchor
from variorum.views.dates import readable_interval
from variorum.views.sections.values import Values, evidence_values
from variorum.views.shown import one_line
from variorum.views.sigla import siglum_rank
from variorum.views.timeline import ENTRIES, Scale, bar_svg, fades, scale_of


def timeline_values(comparison: Comparison) -> Values:
    """Return the timeline as bars and as a table."""
    clashing = {unit.id for unit in comparison.units if unit.relation is Relation.CONTRADICTS}
    drawn = comparison.timeline[:ENTRIES]
    scale = scale_of(drawn)
    rows = [_row(entry, clashing) for entry in comparison.timeline]
    for number, entry in enumerate(drawn):
        rows[number]["bars"] = [_bar(dating, scale) for dating in _by_report(entry)]
        rows[number]["again"] = number > 0 and rows[number]["when"] == rows[number - 1]["when"]
    return {"rows": rows, "drawn": rows[:ENTRIES], "fades": fades() if rows else ""}


def _row(entry: TimelineEntry, clashing: set[str]) -> Values:
    """Return what the figure and the table share."""
    interval = readable_interval(entry.interval) if entry.interval else ""
    label = one_line(entry.label)
    return {
        "when": interval or label,
        "label": label,
        "interval": interval,
        "gist": one_line(entry.gist, limit=200),
        "evidence": evidence_values(entry.evidence),
        "anchors": [one_line(note) for note in entry.anchors],
        "conflict": next((unit for unit in entry.units if unit in clashing), None),
    }


def _by_report(entry: TimelineEntry) -> list[Dating]:
    """Return how each report dates an entry, without doubles, in the order of the sigla."""
    found = {(dating.siglum, dating.interval, dating.text): dating for dating in reversed(entry.datings)}
    return sorted(found.values(), key=lambda dating: (siglum_rank(dating.siglum), dating.span))


def _bar(dating: Dating, scale: Scale) -> Values:
    """Return one report's bar with its link and its words."""
    when = readable_interval(dating.interval) if dating.interval else "of an unknown week"
    inferred = ", read against an inferred date of publication" if dating.inferred else ""
    return {
        "siglum": dating.siglum,
        "href": f"#{anchor(dating.siglum, dating.span)}",
        "text": one_line(dating.text, limit=60),
        "name": f"{dating.siglum}: “{one_line(dating.text, limit=60)}”, {when}{inferred}",
        "svg": bar_svg(dating, scale),
    }
