"""Rows: what of a unit and its readings people are shown, each thing once."""

from __future__ import annotations

from variorum.model.comparisons import Reading, Unit


def reasons_of(unit: Unit) -> list[str]:
    """Return the reasons of a row but for that of its place in the order, which people see from the order."""
    return [reason for reason in unit.reasons if not reason.startswith("order: ")]


def speaker_of(reading: Reading) -> str:
    """Return who speaks in a reading; nothing where its value says it already: "denied by Ana Reyes"."""
    speaker = reading.speaker or ""
    return "" if not via_of(reading) and speaker in (reading.value or "") else speaker


def via_of(reading: Reading) -> str:
    """Return through whom the words of a reading came, nothing where that is the speaker again."""
    via = reading.via or ""
    return "" if via.casefold() == (reading.speaker or "").casefold() else via
