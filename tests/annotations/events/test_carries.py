"""What an event that is told without time and place takes over, and what it does not."""

from __future__ import annotations

import pytest

from variorum import flow
from variorum.model.reports import Report


def setting_of(text: str, trigger: str) -> tuple[str | None, str | None]:
    """Return the words of the time and place of the event that a word of the text tells."""
    annotated = flow.annotate(Report("r", text, published="2026-05-20", language="en", outlet="o"), keep=False)
    words = {item.id: text[item.start : item.end] for item in (*annotated.times, *annotated.places)}
    event = next(event for event in annotated.events if trigger in text[event.trigger.start : event.trigger.end])
    return words.get(event.time or ""), words.get(event.place or "")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A bomb exploded in Kirkuk on Monday. The blast was heard for miles.", "blast"),
        ("A bomb exploded in Kirkuk on Monday. The blast killed three people.", "killed"),
        ("A bomb exploded in Kirkuk on Monday. Two people were hurt.", "hurt"),
        ("A bomb exploded in Kirkuk on Monday. It killed three people and wounded ten.", "wounded"),
        ("Gunmen stormed a school in Kirkuk on Monday. They abducted 40 pupils.", "abducted"),
        ("The foreign ministers held talks in Kirkuk on Monday. They signed an agreement.", "signed"),
        ("Two trains collided outside the city. The collision occurred in Kirkuk on Monday.", "collided"),
    ],
)
def test_an_event_told_on_takes_time_and_place_of_the_sentence_before(text, trigger):
    """What goes on with an event happened when and where that did."""
    assert setting_of(text, trigger) == ("Monday", "Kirkuk")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Nine people were killed by Monday's blast in Basra.", "killed"),
        ("Two people were hurt when a balcony collapsed in Basra on Monday.", "hurt"),
        ("A bus overturned in Basra on Monday, killing two people.", "killing"),
        ("Nine people were killed in a blast in Basra on Monday.", "blast"),
        ("The ministers discussed the border at a summit in Basra on Monday.", "summit"),
        ("A blast at a plant in Basra killed eight workers on Monday.", "killed"),
    ],
)
def test_a_harm_takes_time_and_place_of_its_cause(text, trigger):
    """Cause and harm of one sentence share their time and place."""
    assert setting_of(text, trigger) == ("Monday", "Basra")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("A bomb exploded in Kirkuk on Monday. Two people were hurt in Mosul.", "hurt", ("Monday", "Mosul")),
        (
            "A bomb exploded in Kirkuk on Monday and a shell hit a house in Mosul on Friday. Two people were hurt.",
            "hurt",
            (None, None),
        ),
        ("The envoys met in Pretoria on Monday. Two people were hurt.", "hurt", (None, None)),
        ("A bomb exploded in Kirkuk on Monday. German police arrested a suspect.", "arrested", (None, None)),
        ("A bomb exploded in Kirkuk on Monday. Police arrested a suspect.", "arrested", (None, "Kirkuk")),
    ],
)
def test_nothing_is_carried_where_the_text_speaks_against_it(text, trigger, expected):
    """A stated place, two places before, another kind of event, or others who act: no carrying."""
    assert setting_of(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The attack, on Sunday, killed four soldiers.", "attack", ("Sunday", None)),
        ("The attack, the third this month, took place on Sunday in Mosul.", "attack", ("Sunday", "Mosul")),
        ("The strike, on Thursday in Turin, paralysed the trams.", "strike", ("Thursday", "Turin")),
        ("The two sides resumed the talks in Doha on Monday.", "talks", ("Monday", "Doha")),
        ("The ceasefire that began on Sunday was broken within hours.", "ceasefire", ("Sunday", None)),
        ("The fire broke out in a hotel in Salzburg shortly before midnight on Sunday.", "fire",
         ("midnight on Sunday", "Salzburg")),
        ("Residents of Porto protested against the plan on Sunday.", "protested", ("Sunday", "Porto")),
        ("The president met his counterpart on the sidelines of a summit in Seoul on Friday.", "met",
         ("Friday", "Seoul")),
        ("He went to Bern to negotiate with the banks.", "negotiate", (None, "Bern")),
    ],
)  # fmt: skip
def test_a_noun_of_an_event_has_the_time_that_its_verb_is_told_with(text, trigger, expected):
    """What is put in behind a noun, or told of its beginning, dates and places it; what counts it does not."""
    assert setting_of(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "time", "place"),
    [
        ("Two guards were wounded when a grenade went off outside Basra on Sunday.", "wounded", "Sunday", "Basra"),
        ("Hundreds were evacuated from villages near Porto as fires spread on Sunday.", "evacuated", "Sunday", "Porto"),
        (
            "The blast at a market in Basra on Monday killed nine people and wounded dozens.",
            "wounded",
            "Monday",
            "Basra",
        ),
        (
            "Two people died and ten were hurt on Sunday when a bus fell into a ravine in Peru.",
            "died",
            "Sunday",
            "Peru",
        ),
        ("The envoys left Oslo for Vienna on Monday, where they will meet the king.", "meet", None, "Vienna"),
        ("The envoy will travel to Oslo next week for talks with the king.", "talks", "next week", "Oslo"),
        ("The shelling of Kherson on Sunday killed four people.", "killed", "Sunday", "Kherson"),
        ("The army shelled Idlib on Sunday and bombed Hama on Monday.", "bombed", "Monday", "Hama"),
        ("The truce, which was signed in Doha in March, collapsed on Sunday.", "collapsed", "Sunday", None),
        ("The mayor, who was arrested in Lagos last year, died in Abuja on Monday.", "died", "Monday", "Abuja"),
        ("The mayor, who was arrested in Lagos last year, died in Abuja on Monday.", "arrested", "last year", "Lagos"),
    ],
)
def test_time_and_place_are_those_of_the_clause_that_tells_it(text, trigger, time, place):
    """A when-clause, a shared subject and a journey give an event its setting; a relative clause keeps its own."""
    assert setting_of(text, trigger) == (time, place)


def test_a_time_behind_what_is_condemned_is_its_own():
    """Speaking on Sunday, one condemns what happened last month."""
    text = "The bishop, speaking in Manila on Sunday, condemned the killing of a painter in Oslo last month."
    assert setting_of(text, "condemned") == ("Sunday", "Manila")
    assert setting_of(text, "killing") == ("last month", "Oslo")


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Police cleared the mosque in Basra on Friday; in 2017 it had been attacked.", "attacked", "Basra"),
        ("The court in Basra freed the priest on Monday. In 2008 it had jailed his brother.", "jailed", "Basra"),
        ("Grain exports from Basra were halted on Monday.", "halted", "Basra"),
        ("The mayor of Basra opened the fair on Monday.", "opened", "Basra"),
        ("Ten kilometres from Basra a convoy was shelled on Monday.", "shelled", "Basra"),
        ("It was in Basra on Sunday that the choir gave its last concert.", "gave", "Basra"),
        ("A gas leak in Basra poisoned hundreds last month.", "poisoned", "Basra"),
        ("The nurses of Basra marched on Sunday.", "marched", "Basra"),
        ("The market in Basra opened on Monday, when it was still night in London.", "opened", "Basra"),
    ],
)
def test_what_stands_somewhere_tells_where_things_happen(text, trigger, place):
    """What is of a place, stands there or comes from there says where it is told to act or to be acted on."""
    assert setting_of(text, trigger)[1] == place


def test_a_saying_takes_the_day_of_the_verb_that_it_goes_on_with():
    """Somebody who "arrived on Monday and said" said it on Monday; a year is too rough for that."""
    report = Report("r", "The minister arrived on Monday and said that the wells would be reopened.", language="en")
    annotated = flow.annotate(report, keep=False)
    (quotation,) = annotated.quotations
    assert {time.id: time.text for time in annotated.times}[quotation.said_time] == "Monday"


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        (
            "Last Friday a crane toppled in Graz, and a week earlier another had fallen in Linz.",
            "toppled",
            "Last Friday",
        ),
        ("A bomb killed two in Basra. Hours later another exploded in Mosul.", "exploded", "Hours later"),
        ("The shop in Basra was robbed on Monday at noon.", "robbed", "noon"),
        ("It was on Tuesday that the judge resigned.", "resigned", "Tuesday"),
    ],
)
def test_a_time_that_opens_a_sentence_or_is_finer_is_that_of_the_event(text, trigger, time):
    """What opens a sentence dates its first event; a clock says more than its day."""
    assert setting_of(text, trigger)[0] == time
