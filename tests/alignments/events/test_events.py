"""Promises on events: which events of two reports are one, and which only look alike."""

from __future__ import annotations

from datetime import datetime

from variorum.alignments.events.aligning import align_events
from variorum.model.intervals import Granularity, Interval


def _day(month, day, year=2031):
    return Interval(datetime(year, month, day), datetime(year, month, day + 1), Granularity.DAY)


def _links(aligned):
    return [(link.left.id, link.right.id, link.kind.value) for link in align_events(aligned)]


def _people(made, *names):
    return [made.entity(name) for name in names]


def _meeting(maker, text, trigger, lemma, time=None):
    """Return a report of one meeting of Ana Reyes and Imre Halasz."""
    made = maker(text)
    reyes, halasz = _people(made, "Ana Reyes", "Imre Halasz")
    when = made.time(*time) if time else None
    made.event(text, trigger, lemma, source=[reyes], target=[halasz], time=when)
    return made


def test_words_differ(maker, aligned_of):
    """A meeting is one event under other words, and the reasons say why."""
    left = _meeting(maker, "Ana Reyes met Imre Halasz in Velisk.", "met", "meet")
    right = _meeting(maker, "Ana Reyes welcomed Imre Halasz to the palace in Drovno.", "welcomed", "welcome")
    (link,) = align_events(aligned_of(left, right))
    assert link.kind == "same"
    assert "same actors: Ana Reyes, Imre Halasz" in link.reasons


def test_dates_apart(maker, aligned_of):
    """Two meetings of the same people at other dates are two events."""
    left = _meeting(maker, "Ana Reyes met Imre Halasz on 3 May.", "met", "meet", ("3 May", "2031-05-03", _day(5, 3)))
    right = _meeting(
        maker, "Ana Reyes met Imre Halasz on 12 March.", "met", "meet", ("12 March", "2031-03-12", _day(3, 12))
    )
    assert _links(aligned_of(left, right)) == []


def test_dates_near(maker, aligned_of):
    """Days that differ by one may be one event told with a wrong day: a conflict, which is found afterwards."""
    left = _meeting(maker, "Ana Reyes met Imre Halasz on 3 May.", "met", "meet", ("3 May", "2031-05-03", _day(5, 3)))
    right = _meeting(maker, "Ana Reyes met Imre Halasz on 4 May.", "met", "meet", ("4 May", "2031-05-04", _day(5, 4)))
    (link,) = align_events(aligned_of(left, right))
    assert "times differ by days: “3 May”, “4 May”" in link.reasons


def test_two_meetings_each_to_its_own(maker, aligned_of):
    """The meeting now and the meeting then are matched each to its own, and never chained."""
    makers = []
    for now, then in (
        ("Ana Reyes met Imre Halasz on Monday.", "Reyes and Halasz last met in March 2029."),
        ("Imre Halasz was received by Ana Reyes on Monday.", "They had met before, in March 2029."),
    ):
        made = maker(f"{now} {then}")
        reyes = made.entity("Ana Reyes", mentions=["Ana Reyes", "Reyes and"])
        halasz = made.entity("Imre Halasz", mentions=["Imre Halasz", "Halasz last"])
        monday = made.time("Monday", "XXXX-WXX-1")
        march = made.time(
            "March 2029", "2029-03", Interval(datetime(2029, 3, 1), datetime(2029, 4, 1), Granularity.MONTH)
        )
        trigger, lemma = ("met", "meet") if "met Imre" in now else ("received", "receive")
        made.event(now, trigger, lemma, source=[reyes], target=[halasz], time=monday)
        made.event(then, "met", "meet", source=[reyes, halasz], time=march)
        makers.append(made)
    assert _links(aligned_of(*makers)) == [("v1", "v1", "same"), ("v2", "v2", "same")]


def test_mentions_of_one_event(maker, aligned_of):
    """A definite meeting that names nobody is the meeting told before, and is aligned with it."""
    first, second = "Ana Reyes met Imre Halasz in Velisk.", "The meeting lasted two hours."
    left = maker(f"{first} {second}")
    people = _people(left, "Ana Reyes", "Imre Halasz")
    left.event(first, "met", "meet", source=people[:1], target=people[1:])
    left.event(second, "meeting", "meeting")
    right = _meeting(maker, "Ana Reyes held talks with Imre Halasz in Velisk.", "talks", "talk")
    assert [link[:2] for link in _links(aligned_of(left, right))] == [("v1", "v1"), ("v2", "v1")]


def test_leader_and_state(maker, aligned_of):
    """A leader in one report and his state in the other can be the same participant."""
    left = maker("Imre Halasz launched an offensive against hill rebels in May.")
    leader = left.entity("Imre Halasz", country="MRV", sector="GOV")
    left.event(left.text, "offensive", "offensive", "ASSAULT", source=[leader])
    right = maker("Maravia launched an offensive against rebels in the hills in May.")
    state = right.entity("Maravia", "state", country="MRV")
    right.event(right.text, "offensive", "offensive", "ASSAULT", source=[state])
    (link,) = align_events(aligned_of(left, right))
    assert "actors of the same states: Maravia" in link.reasons


def test_other_participants(maker, aligned_of):
    """The same kind of event between other people is another event."""
    left = _meeting(maker, "Ana Reyes met Imre Halasz.", "met", "meet")
    right = maker("Nadia Korb met the miners of Low Creek about their wages.")
    right.event(
        right.text, "met", "meet", source=_people(right, "Nadia Korb"), target=[right.entity("miners", "group")]
    )
    assert _links(aligned_of(left, right)) == []


def test_sigla_are_labels(maker, aligned_of):
    """Other sigla change the labels and nothing else."""
    makers = [
        _meeting(maker, "Ana Reyes met Imre Halasz in Velisk.", "met", "meet"),
        _meeting(maker, "Ana Reyes welcomed Imre Halasz in Drovno.", "welcomed", "welcome"),
        _meeting(maker, "Ana Reyes and Imre Halasz spoke.", "spoke", "speak"),
    ]
    plain, other = align_events(aligned_of(*makers)), align_events(aligned_of(*makers, sigla="CBA"))
    assert [(a.left.id, a.right.id, a.kind, a.score, a.reasons) for a in plain] == [
        (b.left.id, b.right.id, b.kind, b.score, b.reasons) for b in other
    ]
    assert [a.left.siglum for a in plain] == ["ABC"["CBA".index(b.left.siglum)] for b in other]


def test_bounded(maker, aligned_of):
    """A thousand meetings of the same two people in each report are answered in seconds."""
    left = _meeting(maker, "Ana Reyes met Imre Halasz in Velisk.", "met", "meet")
    right = _meeting(maker, "Ana Reyes welcomed Imre Halasz in Drovno.", "welcomed", "welcome")
    for made in (left, right):
        made.layers["events"] *= 1_000
    assert align_events(aligned_of(left, right))
