"""Account: the event in order of time, every line in the words of one report, the variants below."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.model.comparisons import AccountLine, Comparison, Reading, Unit, Variant
from variorum.views.anchors import anchor
from variorum.views.dates import label_and_day
from variorum.views.sections.coverage import GROUPS
from variorum.views.sections.units import SIGNS, SLOTS
from variorum.views.sections.values import Values
from variorum.views.shown import one_line, shown
from variorum.views.sigla import siglum_rank

VARIANT_CHARACTERS = 220
"""Code points of a variant shown in the apparatus."""


REPORTS = 5
"""Of more reports the page has what one tells alone under "not mentioned" only: it would be twice on a long page."""

LINES = 30
"""Lines that several reports tell shown at first; the rest of a longer account is folded."""

LEMMA_WORDS = 5
"""A longer lemma is cut to its first and last words."""


def account_values(comparison: Comparison) -> Values:
    """Return the lines of the account and how many of them one report tells alone."""
    units = {unit.id: unit for unit in comparison.units}
    lines = []
    last = ("", "")
    several = len(comparison.story.reports) > REPORTS
    for line in comparison.account:
        if several and line.group is not None:
            continue
        values = _line(line, comparison, units)
        # A date stands beside the first line that it holds for.
        dated = (values["label"], values["day"])
        values["date"], last = ("", last) if dated == last else (values["label"], dated)
        lines.append(values)
    told = [number for number, line in enumerate(lines) if not line["alone"]]
    first = told[LINES - 1] + 1 if len(told) > LINES + LINES // 4 else len(lines)
    return {
        "lines": lines,
        "shared": len(told),
        "all": len(lines),
        "first": first,
        "rest": sum(number >= first for number in told),
    }


def _line(line: AccountLine, comparison: Comparison, units: dict[str, Unit]) -> Values:
    """Return a line with its apparatus."""
    text = comparison.story.report_of(line.siglum).report.text
    variants = _distinct(
        [_variant(variant, units[variant.unit], text) for variant in line.variants if variant.unit in units]
    )
    words = " … ".join(one_line(text[span.start : span.end]) for span in line.spans)
    reworded = _in_other_words(variants, words)
    label, day = label_and_day(line)
    return {
        "id": line.id,
        "siglum": line.siglum,
        "href": f"#{anchor(line.siglum, line.spans[0])}",
        "text": words,
        "sigla": sorted(line.sigla, key=siglum_rank),
        "others": sorted((siglum for siglum in line.sigla if siglum != line.siglum), key=siglum_rank),
        "units": list(line.units),
        "unit": line.units[0] if line.units else "",
        "label": label,
        "day": day,
        "alone": line.group is not None,
        "group": GROUPS.get(line.group or "", ""),
        "conflicts": [variant for variant in variants if variant["relation"] == "contradicts"],
        "variants": reworded,
        "reworded": sorted(
            {siglum for variant in reworded for item in variant["readings"] for siglum in item["sigla"]},
            key=siglum_rank,
        ),
    }


def _in_other_words(variants: Sequence[Values], words: str) -> list[Values]:
    """Return the variants that contradict nothing, without readings that have the words of the line (wire copy)."""
    same = words.casefold()
    found = []
    for variant in variants:
        readings = [item for item in variant["readings"] if item["text"].casefold() != same]
        if readings and variant["relation"] != "contradicts":
            found.append({**variant, "readings": readings})
    return found


def _distinct(variants: list[Values]) -> list[Values]:
    """Return variants without those that say nothing beside another one: the same slot, lemma and readings."""
    kept: list[tuple[tuple[str, str], set[tuple[str, str]], Values]] = []
    for variant in sorted(variants, key=lambda item: -len(item["readings"])):
        about = (variant["slot"], variant["lemma"])
        readings = {(siglum, item["text"]) for item in variant["readings"] for siglum in item["sigla"]}
        if not any(about == other and readings <= said for other, said, _ in kept):
            kept.append((about, readings, variant))
    return sorted((variant for _, _, variant in kept), key=variants.index)


def _variant(variant: Variant, unit: Unit, text: str) -> Values:
    """Return one entry of the apparatus: lemma ] readings."""
    relation = str(unit.relation)
    focused = any(reading.focus for reading in unit.readings)
    return {
        "unit": unit.id,
        "relation": relation,
        "sign": SIGNS[relation],
        "slot": SLOTS.get(str(unit.slot), "") if unit.slot and relation == "contradicts" else "",
        "lemma": _lemma(" … ".join(shown(text[span.start : span.end]) for span in variant.lemma)),
        "readings": _readings(variant.readings, by_value=focused),
    }


def _readings(readings: Sequence[Reading], *, by_value: bool) -> list[Values]:
    """Return what other reports have, the same words once with all that have them and a link to the first."""
    found: dict[str, Values] = {}
    for reading in sorted(readings, key=lambda item: (siglum_rank(item.siglum), item.spans)):
        text = _deciding(reading) if by_value and reading.value else _cut(reading)
        href = f"#{anchor(reading.siglum, reading.spans[0])}"
        entry = found.setdefault(text, {"text": text, "href": href, "sigla": []})
        entry["sigla"] += [reading.siglum] if reading.siglum not in entry["sigla"] else []
    return list(found.values())


def _lemma(words: str) -> str:
    """Return a lemma as apparatuses print it: its first and last words where it is long."""
    parts = words.split()
    return " ".join(parts if len(parts) <= LEMMA_WORDS else [*parts[:2], "…", parts[-1]])


def _deciding(reading: Reading) -> str:
    """Return the value of a reading of a conflict."""
    return one_line(reading.value or "", limit=VARIANT_CHARACTERS)


def _cut(reading: Reading) -> str:
    """Return the words of a reading."""
    return one_line(reading.text, limit=VARIANT_CHARACTERS)
