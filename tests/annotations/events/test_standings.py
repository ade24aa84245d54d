"""Promises on how events stand to fact: what is to come, what is told by others, what a plan or an adjective does."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from variorum import flow
from variorum.model.annotations import Factuality
from variorum.model.reports import Report

_REPORT = Report("r", "", published="2024-05-06", language="en")


def _event(text, lemma):
    annotated = flow.annotate(replace(_REPORT, text=text), keep=False)
    return next(event for event in annotated.events if event.lemma == lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "factuality"),
    [
        ("The trial of the glazier opens on 20 May.", "open", Factuality.FUTURE),
        ("The lake did not freeze on 2 May.", "freeze", Factuality.NEGATED),
        ("A dam would flood four valleys.", "flood", Factuality.CONDITIONAL),
        ("The council said that a dam would flood four valleys.", "flood", Factuality.FUTURE),
        ("The sexton admitted that the glazier had painted the chapel.", "paint", Factuality.ASSERTED),
        ("The parish denies the charge that the glazier painted the chapel.", "paint", Factuality.NEGATED),
        ("The glazier ought to have painted the chapel.", "paint", Factuality.NEGATED),
        ("The glazier is supposed to paint the chapel in May.", "paint", Factuality.FUTURE),
        ("A bid to paint the chapel failed.", "paint", Factuality.NEGATED),
        ("He was not the first to paint the chapel.", "paint", Factuality.ASSERTED),
        ("The chapel will be closed until the roof is painted.", "paint", Factuality.CONDITIONAL),
        ("By his own account, the glazier broke in and painted the chapel.", "paint", Factuality.ATTRIBUTED),
        ("A dam would flood four valleys, anglers say.", "flood", Factuality.CONDITIONAL),
        ("The glazier, the chronicle claims, painted the chapel.", "paint", Factuality.ATTRIBUTED),
        ("Few of the guests remember that the glazier painted the chapel.", "paint", Factuality.ASSERTED),
        ("The glazier would later paint the chapel.", "paint", Factuality.FUTURE),
        ("The glazier reportedly painted the chapel.", "paint", Factuality.ATTRIBUTED),
        ("The glazier is said to have painted the chapel.", "paint", Factuality.ATTRIBUTED),
        ("The sexton heard from a maid that the glazier had painted the chapel.", "paint", Factuality.ATTRIBUTED),
        ("By his own account, the glazier painted the chapel.", "paint", Factuality.ATTRIBUTED),
        ("As the sexton told the court, the glazier painted the chapel.", "paint", Factuality.ATTRIBUTED),
        ("It is possible that the glazier painted the chapel.", "paint", Factuality.POSSIBLE),
        ("It is not true that the glazier painted the chapel.", "paint", Factuality.NEGATED),
        ("The glazier was unable to paint the chapel.", "paint", Factuality.NEGATED),
        ("The parish dropped its plan to paint the chapel.", "paint", Factuality.NEGATED),
        ("The parish rejected reports that the glazier had painted the chapel.", "paint", Factuality.NEGATED),
        ("The storm spared the port: not one boat drifted off.", "drift", Factuality.NEGATED),
        ("Neither the glazier nor his son painted the chapel.", "paint", Factuality.NEGATED),
        ("The glazier failed in his attempt to paint the chapel.", "paint", Factuality.NEGATED),
        ("Rain kept the glazier from painting the chapel.", "paint", Factuality.NEGATED),
        ("Few of the guests danced.", "dance", Factuality.NEGATED),
        ("The chapel is to be painted in May.", "paint", Factuality.FUTURE),
        ("Anyone who paints the chapel will be fined.", "paint", Factuality.CONDITIONAL),
        ("The glazier is accused of painting the chapel.", "paint", Factuality.ATTRIBUTED),
        ("The glazier was told to paint the chapel.", "paint", Factuality.FUTURE),
        ("Provided that the parish pays, the glazier paints the chapel.", "paint", Factuality.CONDITIONAL),
        ("The sexton maintained that the glazier had painted the chapel.", "paint", Factuality.ATTRIBUTED),
        ("The parish's version is that the glazier painted the chapel.", "paint", Factuality.ATTRIBUTED),
        ("In the view of the sexton, the glazier painted the chapel.", "paint", Factuality.ATTRIBUTED),
        ("The sexton was quoted as having painted the chapel.", "paint", Factuality.ATTRIBUTED),
        ("The glazier was too ill to paint the chapel.", "paint", Factuality.NEGATED),
        ("The glazier could not paint the chapel.", "paint", Factuality.NEGATED),
        ("The glazier could not bring himself to paint the chapel.", "paint", Factuality.NEGATED),
        ("At no point did the glazier paint the chapel.", "paint", Factuality.NEGATED),
        ("The parish backed out of painting the chapel.", "paint", Factuality.NEGATED),
        ("The parish voted against painting the chapel.", "paint", Factuality.NEGATED),
        ("The glazier died before painting the chapel.", "paint", Factuality.NEGATED),
        ("Attempts to paint the chapel came to nothing.", "paint", Factuality.NEGATED),
        ("The parish threw out a request to paint the chapel.", "paint", Factuality.NEGATED),
        ("Frost made it impossible for the glazier to paint the chapel.", "paint", Factuality.NEGATED),
        ("The glazier had no choice but to paint the chapel.", "paint", Factuality.ASSERTED),
        ("The glazier was the last man to paint the chapel.", "paint", Factuality.ASSERTED),
        ("Nobody knows who painted the chapel.", "paint", Factuality.ASSERTED),
        ("The glaziers are racing to paint the chapel.", "paint", Factuality.FUTURE),
        ("The glazier has until May to paint the chapel.", "paint", Factuality.FUTURE),
        ("Preparations have begun for the demolition of the chapel.", "demolition", Factuality.FUTURE),
        ("Whoever paints the chapel will be fined.", "paint", Factuality.CONDITIONAL),
        ("The glazier will paint the chapel only when the parish pays.", "paint", Factuality.CONDITIONAL),
        ("The glazier will paint the chapel, barring a late frost.", "paint", Factuality.CONDITIONAL),
        ("It looks as if the glazier painted the chapel.", "paint", Factuality.POSSIBLE),
        ("Suspicion is growing that the glazier painted the chapel.", "paint", Factuality.POSSIBLE),
        ("There are signs that the glazier painted the chapel.", "paint", Factuality.POSSIBLE),
        ("The parish accused the glazier of painting the chapel.", "paint", Factuality.ATTRIBUTED),
        ("The glazier admitted painting the chapel.", "paint", Factuality.ATTRIBUTED),
        ("A maid told the evening paper that the glazier had painted the chapel.", "paint", Factuality.ATTRIBUTED),
        ("Paint the chapel by noon.", "paint", Factuality.FUTURE),
        ("Pay the glazier or he will burn the chapel.", "burn", Factuality.CONDITIONAL),
        ("The glazier must pay; otherwise the parish will burn the boat.", "burn", Factuality.CONDITIONAL),
    ],
)
def test_an_event_is_as_sure_as_its_clause_and_its_date(text, lemma, factuality):
    """Dates to come, hearsay, adjectives, dropped plans and conditions decide how an event stands to fact."""
    assert _event(text, lemma).factuality is factuality


def test_a_date_behind_the_place_of_a_cancelled_thing_is_its_own():
    """Of "cancelled its concert in Bergen on Sunday" the concert has the place and the date."""
    text = "The choir cancelled its concert in Bergen on Sunday."
    annotated = flow.annotate(replace(_REPORT, text=text), keep=False)
    event = next(event for event in annotated.events if event.lemma == "concert")
    words = {item.id: text[item.start : item.end] for item in (*annotated.times, *annotated.places)}
    assert (words[event.time], words[event.place], event.factuality) == ("Sunday", "Bergen", Factuality.NEGATED)
