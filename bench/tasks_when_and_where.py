"""When and where, on a set of our own: places, their use, anchors of events and sayings, inferred dates, conflicts.

The set is described in ``bench/data/README.md``. A third is set aside and measured in rows of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from rows import FRESH_LOOKED_AT, OPENED_LOOKED_AT, Row
from scoring import read_lines

from variorum import flow
from variorum.annotations.tables.gazetteer import normal_form, place_of_id
from variorum.annotations.times.values import interval_of_value
from variorum.model.annotations import AnnotatedReport, Place, TimeExpression
from variorum.model.comparisons import Relation, Slot
from variorum.model.intervals import Interval
from variorum.model.reports import Report
from variorum.model.spans import Span

SET = Path(__file__).parent / "data" / "when_and_where.jsonl"
#: Written later by somebody who had not read the rules.
OPENED = SET.parent / "opened" / SET.name
FRESH = SET.parent / "fresh" / SET.name
NOT_LOOKED_AT = "its figures a few times between rounds of work, none of its errors"
LOOKED_AT = "yes: rules were written on it"
#: The day in the value of a time: a date, or a weekday of no known week.
_ONE_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|W(?:\d\d|XX)-\d)")


@dataclass(slots=True)
class Tally:
    """Hits, and how many the gold and we have."""

    hits: int = 0
    gold: int = 0
    ours: int = 0
    misses: list[str] = field(default_factory=list)

    def count(self, *, hit: bool, words: str = "") -> None:
        """Count one question that is answered right or wrong."""
        self.gold += 1
        self.ours += 1
        self.hits += hit
        if not hit:
            self.misses.append(words)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall; plain accuracy where each question has one answer."""
        return round(2 * self.hits / (self.gold + self.ours), 3) if self.gold + self.ours else 0.0


@dataclass(slots=True)
class Tallies:
    """What is measured."""

    identity: Tally = field(default_factory=Tally)
    use: Tally = field(default_factory=Tally)
    found: Tally = field(default_factory=Tally)
    event_time: Tally = field(default_factory=Tally)
    event_place: Tally = field(default_factory=Tally)
    saying_time: Tally = field(default_factory=Tally)
    reference: Tally = field(default_factory=Tally)
    conflicts: Tally = field(default_factory=Tally)


NAMES = {
    "identity": "places: name found and right id F1",
    "use": "places: name found and right use F1",
    "found": "events found",
    "event_time": "time of the event right, of events found",
    "event_place": "place of the event right, of events found",
    "saying_time": "time of the saying right",
    "reference": "publication date right (stated or inferred)",
    "conflicts": "conflicts of time and place F1",
}


def is_set_aside(identity: str) -> bool:
    """Say whether a story belongs to the third that is set aside."""
    return int(sha256(identity.encode()).hexdigest(), 16) % 3 == 0


def measure_when_and_where(_gold: Path) -> list[Row]:
    """Measure the parts of the set."""
    rows = []
    written = list(read_lines(SET))
    for stories, key, data, looked_at in (
        (
            [story for story in written if not is_set_aside(story["id"])],
            "",
            "two thirds that rules were written on",
            LOOKED_AT,
        ),
        ([story for story in written if is_set_aside(story["id"])], " aside", "the third set aside", NOT_LOOKED_AT),
        (list(read_lines(OPENED)), " opened", "the part opened later", OPENED_LOOKED_AT),
        (list(read_lines(FRESH)), " fresh", "the fresh part", FRESH_LOOKED_AT),
    ):
        tallies = tally_stories(stories)
        rows += [
            Row(f"when and where {name}{key}", "when and where", f"our set, {data}", title, getattr(tallies, name).f1,
                "", looked_at)
            for name, title in NAMES.items()
            if getattr(tallies, name).gold  # a set of single reports asks for no conflict
        ]  # fmt: skip
    return rows


def tally_stories(stories: Sequence[dict[str, Any]]) -> Tallies:
    """Annotate every report, compare the stories of two, and count what is right."""
    tallies = Tallies()
    for story in stories:
        reports = [
            Report(
                story["id"] + gold["id"], gold["text"], published=gold["published"], language="en", outlet=gold["id"]
            )
            for gold in story["reports"]
        ]
        for report, gold in zip(reports, story["reports"], strict=True):
            annotated = flow.annotate(report, keep=False)
            _tally_places(annotated, gold, tallies)
            _tally_anchors(annotated, gold, tallies)
            if gold["reference"] and len(reports) == 1:
                _tally_reference(annotated.reference.interval, gold, tallies)
        if len(reports) > 1:
            _tally_story(reports, story, tallies)
    return tallies


def _tally_places(annotated: AnnotatedReport, gold: dict[str, Any], tallies: Tallies) -> None:
    """Count names that are found, with the right place and the right use."""
    ours = _outer_places(annotated, [item["span"] for item in gold["places"]])
    for tally in (tallies.identity, tallies.use):
        tally.gold += len(gold["places"])
        tally.ours += len(ours)
    found = set()
    for item in gold["places"]:
        words = gold["text"][slice(*item["span"])]
        place = next((p for p in ours if _overlap(p.span, item["span"])), None)
        found.add(place.id if place else "")
        right = place is not None and _is_right(place, item)
        tallies.identity.hits += right
        tallies.use.hits += place is not None and place.use == item["use"]
        if not right:
            tallies.identity.misses.append(
                f"{words!r} {place and (place.name, place.country, place.kind)}: {gold['text']}"
            )
        if place is None or place.use != item["use"]:
            tallies.use.misses.append(f"{words!r} {place and place.use}, gold {item['use']}: {gold['text']}")
    for place in ours:
        if place.id not in found:
            words = gold["text"][place.start : place.end]
            tallies.identity.misses.append(f"too many: {words!r} {place.name, place.country}: {gold['text']}")


def _outer_places(annotated: AnnotatedReport, spans: Sequence[Sequence[int]]) -> list[Place]:
    """Return the places without "Texas" in "Paris, Texas", which is none of its own in the gold, and no mistake.

    "Mali" in "northern Mali" stays: it is what the span of the gold is about.
    """
    inner = []
    for start, end in spans:
        here = [place for place in annotated.places if start <= place.start and place.end <= end]
        inner += here[1:]
    return [place for place in annotated.places if place not in inner]


def _is_right(place: Place, item: dict[str, Any]) -> bool:
    """Say whether a place is the one of the gold: country, kind, qualifier, container and name where it gives them."""
    if place.country != item["country"] or (item["kind"] and place.kind != item["kind"]):
        return False
    if place.qualifier != item.get("qualifier"):
        return False
    if "within" in item and not any(_entry_name(container) == item["within"] for container in place.within):
        return False
    return "name" not in item or normal_form(place.name) == normal_form(item["name"])


@lru_cache(maxsize=64)
def _entry_name(identifier: str) -> str | None:
    """Return the name of a place of the gazetteer."""
    entry = place_of_id(identifier)
    return entry.name if entry else None


def _overlap(span: Span, other: Sequence[int]) -> bool:
    """Say whether two spans share a character."""
    return span.start < other[1] and other[0] < span.end


def _tally_anchors(annotated: AnnotatedReport, gold: dict[str, Any], tallies: Tallies) -> None:
    """Count events that are found, their times and places, and sayings with the right time."""
    times = {time.id: time for time in annotated.times}
    places = {place.id: place.span for place in annotated.places}
    for item in gold["events"]:
        words = gold["text"][slice(*item["span"])]
        event = next((event for event in annotated.events if _overlap(event.trigger, item["span"])), None)
        tallies.found.count(hit=event is not None, words=words)
        if event is None:
            continue
        time = times.get(event.time or "")
        for key, tally, span in (
            ("time", tallies.event_time, None if time is None else time.span),
            ("place", tallies.event_place, places.get(event.place or "")),
        ):
            hit = span is not None and _overlap(span, item[key]) if item[key] else span is None
            if key == "time" and item[key] and time is not None:
                hit = is_then(time, item[key], annotated)
            shown = gold["text"][span.start : span.end] if span else None
            wanted = gold["text"][slice(*item[key])] if item[key] else None
            tally.count(hit=hit, words=f"{words!r} {shown}, gold {wanted}: {gold['text']}")
    for item in gold["sayings"]:
        said = _times_of_saying(annotated, item["span"])
        ours = [times[identity] for identity in said if identity]
        hit = any(is_then(time, item["time"], annotated) for time in ours) if item["time"] else not ours
        spans = [time.text for time in ours] if said else "no quotation"
        tallies.saying_time.count(hit=hit, words=f"{gold['text'][slice(*item['span'])]!r} {spans}: {gold['text']}")


def _times_of_saying(annotated: AnnotatedReport, span: Sequence[int]) -> list[str | None]:
    """Return the times of what is said at a verb; a saying whose content is not told is an event: "she apologised"."""
    quoted = [
        quotation.said_time for quotation in annotated.quotations if quotation.cue and _overlap(quotation.cue, span)
    ]
    return quoted or [event.time for event in annotated.events if _overlap(event.trigger, span)]


def is_then(time: TimeExpression, wanted: Sequence[int], annotated: AnnotatedReport) -> bool:
    """Say whether a time is the one of the gold: its words, or others for the same day ("that evening" of "Monday").

    A part of that day is right, a whole day for a part of one is not.
    """
    if _overlap(time.span, wanted):
        return True
    gold = next((other for other in annotated.times if _overlap(other.span, wanted)), None)
    day = _ONE_DAY.match(time.value)
    return gold is not None and day is not None and gold.value in (time.value, day[0])


def _tally_reference(interval: Interval | None, gold: dict[str, Any], tallies: Tallies) -> None:
    """Count a publication date as right when it is exactly the interval that the text and its story leave."""
    begin, before = (interval_of_value(value) for value in gold["reference"])
    wanted = (begin.begin if begin else None, before.begin if before else None)
    ours = (interval.begin, interval.before) if interval else (None, None)
    words = f"{interval and interval.label()}, gold {gold['reference']}: {gold['text']}"
    tallies.reference.count(hit=ours == wanted, words=words)


def _tally_story(reports: list[Report], story: dict[str, Any], tallies: Tallies) -> None:
    """Count conflicts of time and place between and inside the reports of a story, and their agreed dates."""
    comparison = flow.compare(reports, keep=False)
    sigla = {
        annotated.report.id: siglum
        for siglum, annotated in zip(comparison.story.sigla, comparison.story.reports, strict=True)
    }
    for annotated in comparison.story.reports:
        gold = next(g for g, report in zip(story["reports"], reports, strict=True) if report.id == annotated.report.id)
        _tally_reference(annotated.reference.interval, gold, tallies)
    wanted = [clash for clash in story["clashes"] if clash["relation"] == "conflict"]
    ours = [
        {(reading.siglum, span) for reading in unit.readings for span in (*reading.spans, *reading.focus)}
        for unit in comparison.units
        if unit.relation is Relation.CONTRADICTS and unit.slot in (Slot.TIME, Slot.PLACE)
    ]
    tallies.conflicts.gold += len(wanted)
    tallies.conflicts.ours += len(ours)
    for clash in wanted:
        readings = [(sigla[reports[n].id], (start, end)) for n, start, end in clash["readings"]]
        hit = any(
            all(any(s == siglum and _overlap(span, at) for s, span in found) for siglum, at in readings)
            for found in ours
        )
        tallies.conflicts.hits += hit
        if not hit:
            tallies.conflicts.misses.append(f"{story['id']}: {[reports[n].text[s:e] for n, s, e in clash['readings']]}")


def misses(stories: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Yield what went wrong, for people."""
    tallies = tally_stories(stories)
    for name in NAMES:
        tally = getattr(tallies, name)
        yield f"== {name} {tally.f1} ({tally.hits} hits, {tally.gold} gold, {tally.ours} ours)"
        yield from tally.misses
