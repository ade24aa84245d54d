"""Promises of circumstances: the time and place that belong to an event."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "time", "place"),
    [
        ("An earthquake shook Tehran early on Tuesday.", "shook", "Tuesday", "Tehran"),
        ("The envoy visited Damascus last month.", "visited", "last month", "Damascus"),
        ("Nobody was hurt in Saturday's fire in Osaka.", "hurt", "Saturday", "Osaka"),
        ("The ambassador was expelled from Bamako on Friday.", "expelled", "Friday", "Bamako"),
        ("The court in Valencia, Venezuela, sentenced both men on 4 July.", "sentenced", "4 July", "Valencia"),
        ("Hyderabad police arrested the dealer on Thursday.", "arrested", "Thursday", "Hyderabad"),
        ("A tornado tore through Cardiff, Wales, on Friday, the county said.", "tore", "Friday", "Cardiff"),
        ("It fell in the earthquake of 16 April 2016, which killed 676 people.", "killed", "16 April 2016", None),
        ("Protesters rallied in front of the White House on Monday.", "rallied", "Monday", "White House"),
        ("Gunmen attacked a convoy in the countryside of Idlib on Thursday.", "attacked", "Thursday", "Idlib"),
    ],
)
def test_an_event_has_the_time_and_place_that_its_clause_gives(annotate_text, text, trigger, time, place):
    """The object that is struck, the fire that hurts, the court's town: where it happens is not only said by “in”."""
    report = annotate_text(text)
    event = next(e for e in report.events if trigger in text[e.trigger.start : e.trigger.end])
    times = {t.id: t.text for t in report.times}
    places = {p.id: p.name for p in report.places}
    assert (times.get(event.time), places.get(event.place)) == (time, place)
