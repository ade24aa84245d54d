"""Header: title, what was compared, the reports, and the sections with what each holds."""

from __future__ import annotations

import re

from variorum.limits import LIMITS, neighbour_count
from variorum.model.annotations import AnnotatedReport
from variorum.model.comparisons import Comparison, CoverageRow
from variorum.views.counts import Counts, doubt_of_one_event, plural, slot_counts
from variorum.views.dates import event_words, readable_interval, readable_moment
from variorum.views.sections.reader import READER_COLUMNS
from variorum.views.sections.units import SIGNS, SLOTS
from variorum.views.sections.values import Values
from variorum.views.shown import one_line
from variorum.views.sigla import ordered_reports, report_name, story_title

NAMED = 4
"""Reports that the first line names; of more it says how many there are."""

_FOLDED = (
    f"So many reports are folded on this page: {READER_COLUMNS} texts are open, the others can be chosen; what an "
    "actor is called stands once with the letters of the reports; longer lists are cut and say how many more they "
    "hold. Printed is what is open."
)
"""What is said of a page of more reports than it can lay out one by one."""

_BASES = {"inferred": ", inferred from its own words", "story": ", inferred from the other reports"}
"""How the date of a report is known that no outlet states."""


def header_values(comparison: Comparison, counts: Counts) -> Values:
    """Return the header and the navigation."""
    reports = ordered_reports(comparison.story)
    return {
        "title": one_line(story_title(comparison.story)),
        "event_date": event_words(comparison),
        "many": len(reports) > LIMITS.page_reports,
        "reports": [_report(siglum, annotated, comparison) for siglum, annotated in reports],
        "lede": _lede(comparison, counts),
        "doubt": doubt_of_one_event(comparison),
        "tiles": _tiles(comparison, counts),
    }


def _report(siglum: str, annotated: AnnotatedReport, comparison: Comparison) -> Values:
    """Return the head of a report."""
    report = annotated.report
    row = next((row for row in comparison.coverage if row.siglum == siglum), None)
    reference = annotated.reference
    basis = _BASES.get(reference.basis, "")
    return {
        "siglum": siglum,
        "name": one_line(report_name(siglum, annotated)),
        "title": one_line(report.title or ""),
        "byline": one_line(report.byline or "", limit=80),
        "published": one_line(readable_moment(report.published or ""), limit=40),
        "url": report.url if report.url and re.match(r"https?://[^\s]{1,2000}$", report.url) else None,
        "characters": row.characters if row else len(report.text),
        "sentences": row.sentences if row else len(annotated.sentences),
        "shared": row.shared if row else 0,
        "alone": row.alone if row else 0,
        "copied": row.copied if row else 0,
        "boilerplate": len(report.boilerplate),
        "notes": [one_line(note) for note in report.notes],
        "dated": readable_interval(reference.interval) + basis if reference.interval else None,
        "bar": _bar(row),
    }


def _bar(row: CoverageRow | None) -> Values | None:
    """Return the widths of the coverage bar, in 200 units."""
    if row is None or not row.sentences:
        return None
    shared = round(200 * min(row.shared, row.sentences) / row.sentences)
    alone = round(200 * min(row.alone, row.sentences - min(row.shared, row.sentences)) / row.sentences)
    return {"shared": shared, "alone": alone}


def _lede(comparison: Comparison, counts: Counts) -> list[str]:
    """Return what was compared and what was found, in three lines; in a fourth what a page of many reports folds."""
    reports = ordered_reports(comparison.story)
    lengths = {row.siglum: row.characters for row in comparison.coverage}
    sizes = {siglum: lengths.get(siglum, len(annotated.report.text)) for siglum, annotated in reports}
    if len(reports) <= NAMED:
        compared = ": " + "; ".join(
            f"{siglum} {one_line(report_name(siglum, annotated), limit=50)}, {plural(sizes[siglum], 'character')}"
            for siglum, annotated in reports
        )
    else:
        compared = (
            f", {reports[0][0]} to {reports[-1][0]}: {min(sizes.values()):,} to {max(sizes.values()):,} characters"
        )
    slots = ", ".join(f"{SLOTS.get(slot, slot).lower()} {count}" for slot, count in slot_counts(counts.across))
    across = plural(len(counts.across), "point") + (f" ({slots})" if slots else "")
    inside = plural(len(counts.within), "point")
    unsure = f"; {len(counts.uncertain):,} uncertain, counted apart" if counts.uncertain else ""
    if comparison.tensions:
        unsure += f"; {plural(len(comparison.tensions), 'possible tension')}, no conflict"
    wording = plural(len(counts.reworded_quotations), "quotation")
    nearest = len(reports) > LIMITS.neighbours + 1
    count = neighbour_count(len(reports))
    folded = f" Each is aligned with the {count} that are nearest to it in words." if nearest else ""
    laid_out = [_FOLDED] if len(reports) > LIMITS.page_reports else []
    return [
        f"{len(reports)} reports compared{compared}.{folded}",
        f"The reports contradict each other on {across} and themselves on {inside}.",
        (
            f"{wording} worded differently, {len(counts.same_quotations)} alike; "
            f"{plural(len(counts.agreed), 'other thing')} told by more than one report, "
            f"{len(counts.alone):,} by one only{unsure}."
        ),
        *laid_out,
    ]


def _tiles(comparison: Comparison, counts: Counts) -> list[Values]:
    """Return the sections with what each holds, for the navigation."""
    quotations = len(counts.reworded_quotations) + len(counts.same_quotations)
    rows = [
        ("conflicts", "Conflicts", len(counts.conflicts), "contradicts"),
        ("account", "The account", sum(line.group is None for line in comparison.account), ""),
        ("reader", "Side by side", len(comparison.story.reports), ""),
        ("quotations", "Quotations", quotations, "rewords"),
        ("shared", "Told alike", len(counts.agreed), "agrees"),
        ("alone", "Not mentioned", len(counts.alone), "only"),
        ("sources", "Sources", len(comparison.sources), ""),
        ("names", "Names", sum(1 for row in comparison.designations if row.cells), ""),
        ("tones", "Tone", len(comparison.tones), ""),
        ("timeline", "Timeline", len(comparison.timeline), ""),
        ("network", "Network", len(comparison.network.edges), ""),
        ("map", "Map", len(comparison.map), ""),
        ("uncertain", "Uncertain", len(counts.uncertain) + len(comparison.tensions), "uncertain"),
    ]
    return [
        {"id": key, "name": name, "count": count, "relation": relation, "sign": SIGNS.get(relation, "")}
        for key, name, count, relation in rows
        if count or key in {"conflicts", "reader"}
    ]
