"""Promises of places told beside what happened: where those live who tell it, where standing things are, datelines."""

from __future__ import annotations

import pytest


def _place_of(annotate_text, text: str, words: str) -> str | None:
    """Return the words of the place of the event whose trigger stands in ``words``."""
    annotated = annotate_text(text)
    places = {place.id: text[place.start : place.end] for place in annotated.places}
    start = text.index(words)
    event = next(e for e in annotated.events if e.trigger.start < start + len(words) and start < e.trigger.end)
    return places.get(event.place or "")


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ('"The tunnel collapsed in March," a foreman in La Paz said on Monday.', "collapsed", "La Paz"),
        ("The mayor of Galway said that the market would close on Sunday.", "close", "Galway"),
        ('"The tunnel collapsed in March," a minister in La Paz said on Monday.', "collapsed", None),
    ],
)
def test_what_people_of_a_town_tell_happened_there(annotate_text, text, words, place):
    """A foreman or mayor tells of their town, a minister of anything anywhere."""
    assert _place_of(annotate_text, text, words) == place


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("MONTEVIDEO, 14 October - Dockers walked out on Monday.", "walked", "MONTEVIDEO"),
        ("MONTEVIDEO, 14 October - The peso fell on Monday.", "fell", None),
        ("MONTEVIDEO, 14 October - Dockers in Salto walked out on Monday.", "walked", "Salto"),
    ],
)
def test_a_dateline_is_the_place_where_nothing_else_is_and_somebody_of_it_acts(annotate_text, text, words, place):
    """A report that names no other place tells of its dateline's town when people or buildings of a town are in it."""
    assert _place_of(annotate_text, text, words) == place


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("The bakery in Split that exploded on Monday had been inspected.", "exploded", "Split"),
        ("Police cleared a mosque in Bari. Hundreds came. The mosque had been attacked in 2017.", "attacked", "Bari"),
        ("A mine in Bari flooded. The mine had been fined in 2017.", "fined", None),
        ("A landslide buried the road to Mussoorie on Monday.", "buried", "Mussoorie"),
        ("A woman was stabbed in Mill Street, Brisbane, on Monday.", "stabbed", "Mill Street"),
        ("Two climbers fell to their deaths on the Eiger on Monday.", "fell", "Eiger"),
        ("A barge sank in the Danube near Novi Sad on Monday.", "sank", "Novi Sad"),
        ("A barge sank near Novi Sad on Monday. Its captain was rescued by fishermen.", "rescued", "Novi Sad"),
        ("The swimmer finished her crossing at Calais on Monday.", "finished", "Calais"),
    ],
)
def test_the_nearest_place_of_what_happened_is_taken(annotate_text, text, words, place):
    """The place of a thing that stands there, of a road that leads there, of the town beside a river."""
    assert _place_of(annotate_text, text, words) == place


def test_what_was_done_elsewhere_has_no_time_of_what_was_done_before(annotate_text):
    """A row of deeds in several towns: each has the time that is told with it alone."""
    text = "She bought a rifle in Graz in May, practised in Maribor and was arrested in Trieste on Saturday."
    annotated = annotate_text(text)
    times = {time.id: text[time.start : time.end] for time in annotated.times}
    told = {text[e.trigger.start : e.trigger.end]: times.get(e.time or "") for e in annotated.events}
    assert told["bought"] is not None
    assert told["practised"] is None
    assert "Saturday" in (told["arrested"] or "")


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Prisoners in Koper took a warder hostage on Sunday. The mutiny began over bread.", "began", "Koper"),
        ("The mayor of Koper resigned. Nurses had marched through the city on Monday.", "marched", "Koper"),
        ("Talks were held in Koper on Sunday. The minister resigned on Monday.", "resigned", None),
        ("A kiln exploded in Koper. In Piran a wall fell.", "fell", "Piran"),
        ("People in Koper woke up when the elevator collapsed.", "collapsed", "Koper"),
        ("Poachers shot an elephant close to Hwange on Sunday.", "shot", "Hwange"),
    ],
)
def test_a_scene_stays_where_it_is_until_another_place_is_named(annotate_text, text, words, place):
    """What goes on with "the mutiny" or "the city" happens where the sentence before has its place; officers move."""
    assert _place_of(annotate_text, text, words) == place


def test_what_does_not_open_until_a_day_opens_on_it(annotate_text):
    """The words "will not open until 1 October" date the opening, "will stay until 1 October" nothing but an end."""
    annotated = annotate_text("The trial will not open until 1 October.")
    assert any(event.time is not None and event.lemma == "open" for event in annotated.events)
