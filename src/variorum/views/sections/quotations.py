"""Quotations: utterances that several reports have, by who speaks, one column a report."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model.alignments import AlignmentKind, Layer
from variorum.model.annotations import AnnotatedReport, Polarity, Quotation
from variorum.model.comparisons import Reading, Relation, Unit, Wording
from variorum.views.counts import Counts
from variorum.views.sections.values import Values
from variorum.views.shown import one_line
from variorum.views.sigla import siglum_rank

CLASSES = {
    AlignmentKind.IDENTICAL: "the same words",
    AlignmentKind.TRUNCATED: "cut short",
    AlignmentKind.SPLICED: "cut in between",
    AlignmentKind.REWORDED: "other words",
    AlignmentKind.ALTERED: "a number, a denial, a name or an opposite differs",
    AlignmentKind.UNCERTAIN: "perhaps the same",
}
"""What the class of two wordings is called on the page."""

COLUMNS = 4
"""Up to so many reports each have a column in every row, empty ones too; more stand in as many columns as fit."""

_HEARERS = frozenset({"reporters", "journalists", "the press", "the media"})
"""Who hears words without passing them on."""


def quotation_values(counts: Counts, texts: dict[str, AnnotatedReport]) -> Values:
    """Return the quotations grouped by who speaks, in the order of the comparison, and the altered ones as links."""
    units = [*counts.reworded_quotations, *counts.same_quotations]
    order: dict[str, list[Unit]] = {}
    for unit in units:
        speaker = next((reading.speaker for reading in unit.readings if reading.speaker), None)
        order.setdefault(one_line(speaker or "Speaker not named", limit=80), []).append(unit)
    return {
        "groups": [
            {"name": speaker, "rows": [_row(unit, texts) for unit in group]} for speaker, group in order.items()
        ],
        "altered": [
            {"id": unit.id, "gist": one_line(unit.gist, limit=120)}
            for unit in counts.conflicts
            if unit.layer is Layer.QUOTATION and unit.relation is Relation.CONTRADICTS
        ],
    }


def _row(unit: Unit, texts: dict[str, AnnotatedReport]) -> Values:
    """Return an utterance: how the reports word it, and a column for each report."""
    sigla = sorted(texts, key=siglum_rank)
    if len(sigla) > COLUMNS:
        sigla = [siglum for siglum in sigla if any(reading.siglum == siglum for reading in unit.readings)]
    readings = sorted(unit.readings, key=lambda reading: (siglum_rank(reading.siglum), reading.spans))
    return {
        "unit": unit.id,
        "classes": _classes(unit.wordings),
        "differs": sorted({f"{item} given differently" for wording in unit.wordings for item in wording.differs}),
        "columns": [
            {
                "siglum": siglum,
                "outlet": one_line(texts[siglum].report.outlet or "", limit=60),
                "readings": [
                    {"number": number, **_circumstances(reading, texts[siglum]), "lacks": _lacks(unit, siglum)}
                    for number, reading in enumerate(readings)
                    if reading.siglum == siglum
                ],
            }
            for siglum in sigla
        ],
    }


def _classes(wordings: Sequence[Wording]) -> list[Values]:
    """Return the classes of a row, each with the pairs of reports that it holds for; no pairs where there is one."""
    found: dict[AlignmentKind, list[list[str]]] = {}
    for wording in sorted(wordings, key=lambda item: sorted(map(siglum_rank, (item.left, item.right)))):
        pair = sorted((wording.left, wording.right), key=siglum_rank)
        if pair not in found.setdefault(wording.kind, []):
            found[wording.kind].append(pair)
    several = len(wordings) > 1
    return [{"name": CLASSES[kind], "pairs": pairs if several else []} for kind, pairs in found.items()]


def _lacks(unit: Unit, siglum: str) -> str:
    """Return the longest stretch that a report leaves out of what another one has."""
    lacking = [
        words
        for wording in unit.wordings
        for side, words in ((wording.left, wording.left_lacks), (wording.right, wording.right_lacks))
        if side == siglum
    ]
    return one_line(max(lacking, key=lambda words: (len(words), words), default=""), limit=200)


def _circumstances(reading: Reading, annotated: AnnotatedReport) -> Values:
    """Return who passed a quotation on, where and when it was said."""
    told = (*annotated.quotations, *annotated.attributions)
    quotation = next((item for item in told if item.id in reading.annotations), None)
    if quotation is None:
        return {"chain": [], "venue": "", "time": "", "denial": ""}
    time = next((item for item in annotated.times if item.id == quotation.said_time), None)
    venue = quotation.venue.text_of(annotated.report.text) if quotation.venue else ""
    return {
        "chain": _chain(reading, quotation),
        "venue": one_line(venue, limit=60),
        "time": one_line(time.text, limit=40) if time else "",
        "denial": _denial(quotation, annotated.report.text),
    }


def _denial(quotation: Quotation, text: str) -> str:
    """Return the words by which something was denied, refused or left unsaid ("did not say"), else nothing."""
    if quotation.polarity is Polarity.SAID or quotation.cue is None:
        return ""
    return one_line(quotation.cue.text_of(text), limit=40)


def _chain(reading: Reading, quotation: Quotation) -> list[str]:
    """Return the names from the one nearest to the outlet to the speaker, each once."""
    speaker = reading.speaker or "speaker not named"
    links = [link.name for link in quotation.chain] or [quotation.via or ""]
    links = [link for link in links if link.casefold() not in _HEARERS]
    names = [one_line(name, limit=60) for name in (*links, speaker) if name]
    return list(dict.fromkeys(names))
