"""Our own sentences on factuality, and on the time and place of events (``bench/data/event_sentences.jsonl``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rows import FRESH_LOOKED_AT, OPENED_LOOKED_AT, Row
from scoring import read_lines
from tasks_events import annotated

SENTENCES = Path(__file__).parent / "data" / "event_sentences.jsonl"
#: Written later by somebody who had not read the rules.
OPENED = SENTENCES.parent / "opened" / SENTENCES.name
FRESH = SENTENCES.parent / "fresh" / SENTENCES.name
CLASSES = ("asserted", "attributed", "negated", "conditional", "future", "possible")


def measure_event_sentences(_gold: Path) -> list[Row]:
    """Measure factuality as macro F1 over six classes, and times and places as accuracy; missed events are wrong."""
    written = list(read_lines(SENTENCES))
    measured = []
    for rows, name, title, looked_at in (
        ([row for row in written if not row.get("set_aside")], "", "", "yes: rules were tuned on it"),
        (
            [row for row in written if row.get("set_aside")],
            " aside",
            ", set aside",
            "its figures several times, none of its errors",
        ),
        (list(read_lines(OPENED)), " opened", ", opened", OPENED_LOOKED_AT),
        (list(read_lines(FRESH)), " fresh", ", fresh", FRESH_LOOKED_AT),
    ):
        told = [(row, event_at(row)) for row in rows]
        data = f"our own sentences{title}, {len(told)} events"
        pairs = [(row["factuality"], class_of(event)) for row, event in told]
        settings = [right for row, event in told for right in settings_right(row, event)]
        figures = (
            ("factuality", "factuality, macro F1", macro_f1(pairs)),
            ("settings", f"time and place right, {len(settings)}", percent(settings)),
        )
        measured += [
            Row(f"event sentences {key}{name}", "events", data, measure, figure, "", looked_at)
            for key, measure, figure in figures
        ]
    return measured


def event_at(row: dict[str, Any]) -> dict[str, Any] | None:
    """Return the event of the public JSON whose trigger overlaps the gold one, with its time and place as words."""
    document = annotated(row["id"], row["text"], row["published"])
    start, end = row["trigger"]
    times = {time["id"]: time["text"] for time in document.get("timexes", ())}
    places = {place["id"]: row["text"][place["start"] : place["end"]] for place in document.get("places", ())}
    here = [event for event in document["events"] if event["trigger_start"] < end and start < event["trigger_end"]]
    nearest = min(
        here, key=lambda event: abs(event["trigger_start"] - start) + abs(event["trigger_end"] - end), default=None
    )
    if nearest is None:
        return None
    return {**nearest, "time": times.get(nearest["time"]), "place": places.get(nearest["place"])}


def class_of(event: dict[str, Any] | None) -> str:
    """Return the class of an event: JSON prints what is possible as conditional, with its modality beside it."""
    if event is None:
        return "missed"
    return "possible" if event["modality"] == "possible" else str(event["factuality"])


def settings_right(row: dict[str, Any], event: dict[str, Any] | None) -> list[bool]:
    """Say of time and place, where gold has them, whether they are right."""
    found = []
    if "time" in row:
        told = event["time"] if event else "missed"
        found.append(told is None if row["time"] is None else bool(told) and same_words(row["time"], told))
    if "place" in row:
        told = event["place"] if event else "missed"
        found.append(told is None if row["place"] is None else bool(told) and same_words(row["place"], told))
    return found


def same_words(gold: str, told: str) -> bool:
    """Say whether one of two expressions holds the other."""
    one, other = gold.casefold(), told.casefold()
    return one in other or other in one


def percent(right: Sequence[bool]) -> float:
    """Return the share of what is right, in percent."""
    return round(100 * sum(right) / max(1, len(right)), 1)


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the mean F1 of the classes, in percent."""
    counts: Counter[tuple[str, str]] = Counter()
    for gold, told in pairs:
        counts["gold", gold] += 1
        counts["told", told] += 1
        counts["right", gold] += gold == told
    scores = [2 * counts["right", kind] / max(1, counts["gold", kind] + counts["told", kind]) for kind in CLASSES]
    return round(100 * sum(scores) / len(scores), 1)
