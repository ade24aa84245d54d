"""Promises on events: who did what to whom, when, where, and how sure the report is."""

from __future__ import annotations

import gc
import time

import pytest

from variorum.annotations.events.annotator import annotate_events
from variorum.model.annotations import Factuality


@pytest.fixture(scope="module")
def events(annotate_text):
    """Return a function: text to (event, source names, target names) by trigger lemma."""

    def read(text):
        annotated = annotate_text(text)
        names = {entity.id: entity.name for entity in annotated.entities}
        return [
            (event, [names[entity] for entity in event.source], [names[entity] for entity in event.target])
            for event in annotated.events
        ]

    return read


def _one(found, lemma):
    return next(item for item in found if item[0].lemma == lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "kind", "source", "target"),
    [
        ("Germany condemned France on Monday.", "condemn", "ACCUSE", ["Germany"], ["France"]),
        ("France was condemned by Germany on Monday.", "condemn", "ACCUSE", ["Germany"], ["France"]),
        ("Poland and Italy condemned Hungary.", "condemn", "ACCUSE", ["Poland", "Italy"], ["Hungary"]),
        ("Germany criticized Poland and Italy.", "criticize", "ACCUSE", ["Germany"], ["Poland", "Italy"]),
        ("Germany held talks with Poland in Vienna.", "talk", "CONSULT", ["Germany"], ["Poland"]),
        ("Talks between Germany and Poland failed.", "talk", "CONSULT", ["Germany"], ["Poland"]),
        ("Germany and Poland met in Vienna.", "meet", "CONSULT", ["Germany"], ["Poland"]),
        (
            "Norway seeks to mediate between Poland and Hungary.",
            "mediate",
            "CONSULT",
            ["Norway"],
            ["Poland", "Hungary"],
        ),
        ("Germany launched a series of attacks against Poland.", "attack", "ASSAULT", ["Germany"], ["Poland"]),
        ("The visit of Ana Reyes to Poland surprised many.", "visit", "CONSULT", ["Ana Reyes"], ["Poland"]),
        ("Norway, which once funded Hungary, fell silent.", "fund", "AID", ["Norway"], ["Hungary"]),
        ("Hungary received grain from Norway on Monday.", "receive", "OTHER", ["Norway"], ["Hungary"]),
    ],
)
def test_who_acts_and_who_is_acted_on(events, text, lemma, kind, source, target):
    """Actives, passives, conjuncts, light verbs, nouns, relative clauses and control give the same roles."""
    event, sources, targets = _one(events(text), lemma)
    assert (event.type, sources, targets) == (kind, source, target)


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Germany attacked Poland.", "attack", Factuality.ASSERTED),
        ("Germany did not attack Poland.", "attack", Factuality.NEGATED),
        ("Germany did not hesitate to attack Poland.", "attack", Factuality.ASSERTED),
        ("The choir missed its chance to perform in Vienna.", "perform", Factuality.NEGATED),
        ("In the words of one envoy, Germany attacked Poland.", "attack", Factuality.ATTRIBUTED),
        ("Lawyers allege that Germany attacked Poland.", "attack", Factuality.ATTRIBUTED),
        ("Germany will attack Poland if Norway leaves.", "attack", Factuality.CONDITIONAL),
        ("Germany will attack Poland.", "attack", Factuality.FUTURE),
        ("Germany may attack Poland.", "attack", Factuality.POSSIBLE),
        ("Officials said Germany attacked Poland.", "attack", Factuality.ATTRIBUTED),
        ("Rumors suggested that Germany had attacked Poland.", "attack", Factuality.POSSIBLE),
    ],
)
def test_factuality_of_an_event(events, text, lemma, expected):
    """Each class of factuality is told apart."""
    assert _one(events(text), lemma)[0].factuality is expected


def test_the_time_of_the_event_is_not_the_time_of_the_telling(annotate_text):
    """The words "According to ... on Tuesday" dates the telling; the next sentence dates the meeting."""
    annotated = annotate_text(
        "Chancellor Ana Reyes met with Karim Haddad in Vienna, according to what two newspapers wrote on Tuesday. "
        "The meeting, which was held late on Wednesday, came as a surprise."
    )
    times = {time.id: time.text for time in annotated.times}
    met = next(event for event in annotated.events if event.lemma == "meet")
    assert times.get(met.told_time) == "Tuesday"
    assert "Wednesday" in times[met.time]
    assert met.time_carried


def test_the_first_time_since_presupposes_an_earlier_event(annotate_text):
    """The words "The first time they met since March 2023" tells of a meeting in March 2023."""
    annotated = annotate_text("It was the first time Chancellor Ana Reyes and Karim Haddad met since March 2023.")
    earlier = [event for event in annotated.events if event.rule == "first-since"]
    assert len(earlier) == 1
    assert earlier[0].time is not None
    assert earlier[0].factuality is Factuality.ASSERTED


def test_nobody_acts_on_themselves(events):
    """No event has the same entity on both sides."""
    for event, _, _ in events("Germany condemned Germany. Poland and Poland met. Germany attacked itself."):
        assert not set(event.source) & set(event.target)


def test_accidents_are_events_too(annotate_text):
    """A crash or collapse is an event of type OTHER, with those who died counted."""
    annotated = annotate_text("A bridge collapsed in Vienna on Monday. The collapse killed 12 people.")
    assert {"collapse"} <= {event.lemma for event in annotated.events if event.type == "OTHER"}


def test_every_trigger_lies_in_its_clause(annotate_text):
    """Spans of events lie in the text, and hold their trigger."""
    text = "Germany held talks with Poland. The army, which had left, will attack if they meet again."
    for event in annotate_text(text).events:
        assert 0 <= event.start <= event.trigger.start < event.trigger.end <= event.end <= len(text)


@pytest.mark.parametrize(
    "text", ["run " * 600, "attack meet kill condemn " * 150, "The minister met the envoy. " * 200]
)
def test_texts_of_verbs_alone_and_of_equal_sentences_are_read(annotate_text, text):
    """A text of verbs alone, an endless sentence, equal sentences: answered."""
    annotated = annotate_text(text)
    assert annotated.statements


@pytest.mark.parametrize(
    ("text", "lemma", "kind", "source", "target"),
    [
        ("Norway lifted its embargo on Poland.", "lift", "RETREAT", ["Norway"], ["Poland"]),
        ("Germany sent troops to Poland on Monday.", "send", "MOBILIZE", ["Germany"], ["Poland"]),
        ("Germany and Poland signed a treaty in Vienna.", "sign", "SUPPORT", ["Germany", "Poland"], []),
        ("Germany cut off all aid to Hungary on Monday.", "cut", "SANCTION", ["Germany"], ["Hungary"]),
        ("Germany is willing to send aid to Hungary.", "be", "AGREE", ["Germany"], ["Hungary"]),
    ],
)
def test_a_verb_and_the_class_of_its_object_tell_the_type(events, text, lemma, kind, source, target):
    """To lift a ban is not to impose one; who it concerns may stand deep under the object."""
    event, sources, targets = _one(events(text), lemma)
    assert (event.type, sources) == (kind, source)
    assert set(target) <= set(targets)


def test_what_is_refused_did_not_happen(events):
    """To refuse to lift an embargo is a refusal towards whom it hits, and no lifting."""
    found = {
        event.type: (event.negated, target) for event, _, target in events("Germany refused to end talks with Hungary.")
    }
    assert found["REJECT"] == (False, ["Hungary"])
    assert all(negated for kind, (negated, _) in found.items() if kind != "REJECT")


def test_a_thing_with_an_owner_is_no_event(events):
    """The aid that somebody has is a thing; the aid of one to another is an event."""
    assert not events("The ministry described Norway's aid.")
    assert events("Norway's aid to Hungary grew quickly.")


@pytest.mark.parametrize(
    ("text", "kind", "cue", "reach"),
    [
        ("Germany did not attack Poland.", "negation", "not", "attack Poland"),
        ("Germany failed to meet Poland.", "negation", "failed", "meet Poland"),
        ("Germany may attack Poland on Monday.", "possibility", "may", "attack Poland on Monday"),
        ("If Germany attacks Poland, Norway will leave.", "condition", "If", "Germany attacks Poland"),
        ("Norway said that Germany attacked Poland.", "attribution", "said", "Germany attacked Poland"),
    ],
)
def test_a_cue_and_its_scope_are_spans(events, text, kind, cue, reach):
    """What makes an event less than a fact is shown with its words and how far they reach."""
    event = next(event for event, _, _ in events(text) if event.lemma in ("attack", "meet"))
    scope = next(scope for scope in event.scopes if scope.kind == kind)
    assert scope.cue.text_of(text) == cue
    assert reach in scope.span.text_of(text)


def test_what_will_not_happen_is_negated_and_to_come(events):
    """Polarity and modality are told apart: "will not" is both."""
    event = _one(events("Germany will not attack Poland."), "attack")[0]
    assert (event.negated, event.modality, event.factuality) == (True, "future", Factuality.NEGATED)


@pytest.mark.parametrize(
    ("text", "lemma", "modality", "negated"),
    [
        ("Prices fell despite fears over the dispute.", "dispute", "actual", False),
        ("The envoy was not ready to end the war with Poland.", "war", "actual", False),
        ("Analysts warned of an expected drop in oil prices.", "drop", "future", False),
        ("Norway declared an end to the oil crisis.", "crisis", "actual", True),
        ("Norway will leave should Germany attack the Polish army.", "attack", "conditional", False),
    ],
)
def test_governors_bear_on_what_they_govern_alone(events, text, lemma, modality, negated):
    """What is presupposed stays a fact; what is expected, ended or under a condition is that."""
    event = _one(events(text), lemma)[0]
    assert (event.modality, event.negated) == (modality, negated)


@pytest.mark.parametrize(
    "text",
    [
        "Germany attacked Poland and " + "met and condemned and praised " * 160 + "Norway.",
        "Germany condemned Poland. " * 400,
        "attack meet condemn praise burn release " * 100,
    ],
)
def test_long_and_odd_texts_cost_linear_time(draft_of, text):
    """Twice the text costs about twice the time, whatever it says."""

    def seconds(words):
        draft = draft_of(words)
        gc.collect()
        gc.disable()  # else the garbage of other tests may be swept inside the measured time
        try:
            started = time.process_time()
            annotate_events(draft)
            return time.process_time() - started
        finally:
            gc.enable()

    seconds(text)
    assert seconds(text + text) <= 4 * max(0.05, seconds(text))


@pytest.mark.parametrize(
    ("text", "lemma", "kind", "source", "target"),
    [
        ("Germany and Poland renewed diplomatic ties on Monday.", "renew", "SUPPORT", ["Germany"], ["Poland"]),
        ("Germany and Poland agreed on Monday that the tunnel should stay open.", "agree", "AGREE", ["Germany"],
         ["Poland"]),
        ("Germany and Poland have delayed their meeting.", "delay", "REJECT", ["Germany"], ["Poland"]),
        ("Norway welcomed the letters sent by Iceland last week.", "welcome", "SUPPORT", ["Norway"], ["Iceland"]),
        ("Norway celebrated the harvest with Iceland on Friday.", "celebrate", "SUPPORT", ["Norway"], ["Iceland"]),
        ("Police closed the road and surrounded Mark Dorel.", "surround", "COERCE", ["Police"], ["Mark Dorel"]),
        ("The court found Mark Dorel guilty of fraud.", "find", "ACCUSE", ["court"], ["Mark Dorel"]),
        ("Norway has awarded the Order of Bergen to former president Mark Dorel.", "award", "SUPPORT", ["Norway"],
         ["Mark Dorel"]),
    ],
)  # fmt: skip
def test_others_are_found_beside_makers_and_prepositions(events, text, lemma, kind, source, target):
    """Several who act alone face one another; makers of the object and who stands behind the frame are acted on."""
    event, acting, acted_on = _one(events(text), lemma)
    assert (event.type, acting, acted_on) == (kind, source, target)


def test_what_a_verb_does_to_a_request_is_one_event(events):
    """A request that is refused is told by the refusal alone."""
    found = events("Norway refused a request by Iceland for more ships.")
    assert [event.type for event, _, _ in found] == ["REJECT"]


@pytest.mark.parametrize(
    ("text", "lemma", "source", "target"),
    [
        ("Norway withdrew its troops from Iceland on Friday.", "withdraw", ["Norway"], ["Iceland"]),
        ("Norway refused to send peacekeepers to Iceland.", "refuse", ["Norway"], ["Iceland"]),
        ("Germany pledged its government's full support for Poland.", "pledge", ["Germany"], ["Poland"]),
        ("Kenyan police took a position to disperse the protesters.", "disperse", ["Kenyan police"], ["protesters"]),
        ("Norway returned a painting by Mark Dorel to Iceland.", "return", ["Norway"], ["Iceland"]),
    ],
)
def test_those_who_are_sent_are_means(events, text, lemma, source, target):
    """Troops that are sent or called back are no target; whom it is for is."""
    _, acting, acted_on = _one(events(text), lemma)
    assert (acting, acted_on) == (source, target)


@pytest.mark.parametrize(
    ("text", "lemma", "kind", "source", "target"),
    [
        ("Norland agreed to open its ports to Arvonan ships.", "agree", "AGREE", ["Norland"], ["Arvonan"]),
        ("Norland and Arvona agreed to a ceasefire.", "agree", "AGREE", ["Norland"], ["Arvona"]),
        ("Norland provided tents and blankets to help farmers.", "provide", "AID", ["Norland"], ["farmers"]),
        ("Norland accepted 900 Arvonan refugees.", "accept", "AID", ["Norland"], ["900 Arvonan refugees"]),
        ("A bombing by the Red Hand killed two sailors.", "bombing", "ASSAULT", ["Red Hand"], ["two sailors"]),
        (
            "Norway's announcement of sanctions on Iceland surprised many.",
            "sanction",
            "COERCE",
            ["Norway"],
            ["Iceland"],
        ),
        ("Norway hosted a dinner for Ana Reyes.", "host", "CONSULT", ["Norway"], ["Ana Reyes"]),
        ("The Norland president called Tom Bell on Monday.", "call", "CONSULT", ["Norland president"], ["Tom Bell"]),
        ("Norway seized a ship on suspicion of carrying arms to Iceland.", "seize", "COERCE", ["Norway"], []),
    ],
)
def test_whom_a_clause_beside_the_trigger_names_is_acted_on(events, text, lemma, kind, source, target):
    """What is agreed to, the purpose of aid and whom an attack kills name the recipient."""
    event, acting, acted_on = _one(events(text), lemma)
    assert (event.type, acting, acted_on) == (kind, source, target)


@pytest.mark.parametrize(
    ("text", "lemma", "source"),
    [
        ("On a visit to Norland, President Ana Reyes praised Arvona.", "praise", ["Ana Reyes"]),
        ("LORVA (Press Bureau): President Ana Reyes met Tom Bell.", "meet", ["Ana Reyes"]),
        ("The Israeli military said on Friday that it shelled Tessin.", "shell", ["Israeli military"]),
    ],
)
def test_a_subject_that_the_parser_hangs_elsewhere_acts(events, text, lemma, source):
    """A name behind a phrase or place line, and the speaker behind a pronoun that names nobody else, act."""
    assert _one(events(text), lemma)[1] == source


@pytest.mark.parametrize(
    ("text", "lemma", "coded"),
    [
        ("After the meeting Ana Reyes left for Norland.", "meeting", "OTHER"),
        ("The meeting between Norland and Arvona began on Monday.", "meeting", "CONSULT"),
        ("An attack on Arvona began on Monday.", "attack", "ASSAULT"),
    ],
)
def test_what_a_noun_only_mentions_is_not_counted_under_its_type(events, text, lemma, coded):
    """A noun counts as an event of its type where it says who faces whom, or for an attack who does or suffers it."""
    event = _one(events(text), lemma)[0]
    assert event.coded_type == coded
    assert event.content_type == (event.type if coded == "OTHER" else None)


def test_nobody_faces_the_state_that_they_act_for(events):
    """An official and their own state are one side, and no dyad; another state is one."""
    _, acting, acted_on = _one(events("German chancellor Tom Bell praised Germany and Poland."), "praise")
    assert (acting, acted_on) == (["Tom Bell"], ["Poland"])


def test_who_visits_the_injured_has_injured_nobody(events):
    """A verb of harm tells an assault only where somebody is harmed by its subject."""
    found = events("President Ana Reyes visited the injured in a hospital in Lorva.")
    assert all(event.type != "ASSAULT" for event, _, _ in found)


def test_who_meets_a_need_meets_nobody(events):
    """Meeting is of people; needs, goals and deadlines are met by nobody who confers."""
    found = events("The union met the needs of farmers in Iceland.")
    assert all(event.type != "CONSULT" for event, _, _ in found)


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("The ministry released three sailors.", "RETREAT"),
        ("The ministry released the names of the sailors.", "OTHER"),
        ("The sailors were released by the ministry.", "RETREAT"),
    ],
)
def test_what_is_published_is_not_let_go(events, text, coded):
    """People are let go; names, reports and films are released to the public."""
    assert _one(events(text), "release")[0].coded_type == coded


def test_blame_for_a_deed_is_no_assault(events):
    """Who is attacked for what they did is accused."""
    event, acting, acted_on = _one(events("Norway attacked Ana Reyes for hiding the report."), "attack")
    assert (event.type, acting, acted_on) == ("ACCUSE", ["Norway"], ["Ana Reyes"])


def test_names_that_nothing_explains_take_part(events):
    """A name of two words that no table knows is a participant where somebody stands."""
    _, acting, _ = _one(events("Velka Dromma seized the harbour of Iceland on Friday."), "seize")
    assert acting == ["Velka Dromma"]


def test_the_place_line_of_a_report_acts_in_nothing(annotate_text):
    """What stands before the dash of a place line is not taken for who acts behind it."""
    text = "LORVA -- A court in Tessin has convicted two Norland sailors."
    annotated = annotate_text(text)
    event = next(each for each in annotated.events if each.type == "ACCUSE")
    names = {entity.id: entity.name for entity in annotated.entities}
    assert all("LORVA" not in names[source] for source in event.source)


def test_a_motion_that_condemns_is_condemned_by_those_who_pass_it(annotate_text):
    """A participle behind a statement, motion or letter tells what its maker does."""
    annotated = annotate_text("Norland's parliament passed a motion on Monday condemning President Odo Karst.")
    event = next(each for each in annotated.events if each.type == "ACCUSE")
    assert event.source
    assert event.target


def test_what_another_must_do_is_a_request_of_who_says_so(annotate_text):
    """Who says that another must do something asks them to."""
    annotated = annotate_text("President Odo Karst said on Monday that Norland must withdraw its troops.")
    event = next(each for each in annotated.events if each.rule == "verb must")
    names = {entity.id: entity.name for entity in annotated.entities}
    assert event.type == "REQUEST"
    assert [names[entity] for entity in event.target] == ["Norland"]
    assert "Karst" in names[event.source[0]]


@pytest.mark.parametrize(
    "text",
    [
        "Should the strike go on, Norland would deploy its army.",
        "Norland will deploy its army provided that the strike goes on.",
        "Norland will deploy its army on condition that the strike goes on.",
        "Norland will deploy its army as long as the strike goes on.",
    ],
)
def test_what_hangs_on_a_condition_is_conditional(annotate_text, text):
    """Conditions by word order, proviso or "as long as" make what follows from them conditional."""
    event = next(each for each in annotate_text(text).events if each.type == "MOBILIZE")
    assert event.factuality is Factuality.CONDITIONAL


@pytest.mark.parametrize(
    ("text", "lemma", "time", "place"),
    [
        ("Two cooks were killed on 5 July when a yacht exploded off Valletta.", "kill", "5 July", "Valletta"),
        ("Oslo and Bern signed the treaty in Vienna on Monday.", "sign", "Monday", "Vienna"),
        (
            "They landed in Lisbon on Thursday. A fan was arrested there on Friday night.",
            "arrest",
            "Friday night",
            "Lisbon",
        ),
        ("VIENNA, 6 July 2031 - A yacht exploded in Split on Friday.", "explode", "Friday", "Split"),
        ("The voters of Ohio will elect a senator on Tuesday.", "elect", "Tuesday", "Ohio"),
        ("It was on Friday that the crew attacked the depot in Linz.", "attack", "Friday", "Linz"),
        ("In Lebanon, shops in Tripoli closed on Monday.", "close", "Monday", "Tripoli"),
        ("Police shot a man in the Paris suburb of Nanterre on Tuesday.", "shoot", "Tuesday", "Nanterre"),
        ("The jet, on its way from Cairo to Nairobi, landed in Khartoum on Monday.", "land", "Monday", "Khartoum"),
        ("The flight from Dakar to Lisbon was diverted to Rabat on Monday.", "divert", "Monday", "Rabat"),
        ("Rebels from the town of Kidal attacked Mopti on Monday.", "attack", "Monday", "Mopti"),
        ("Germany beat Spain in Hamburg on Saturday.", "beat", "Saturday", "Hamburg"),
        ("Rebels seized the station in Goma before dawn on Friday.", "seize", "dawn on Friday", "Goma"),
        ("A grenade exploded in Bujumbura, killing two, on Friday.", "explode", "Friday", "Bujumbura"),
        ("In Brazil, floods in Recife have killed 90 people since Monday.", "kill", "Monday", "Recife"),
        ("The probe was launched from Kourou on Friday and will reach Mars in May.", "reach", "May", None),
    ],
)
def test_when_and_where_an_event_happens(annotate_text, text, lemma, time, place):
    """A clause of when, what is made somewhere, and "there" place an event; the date of a dateline is the report's."""
    annotated = annotate_text(text)
    event = next(event for event in annotated.events if event.lemma == lemma)
    spans = {item.id: text[item.start : item.end] for item in (*annotated.times, *annotated.places)}
    assert (spans.get(event.time), spans.get(event.place)) == (time, place)


def test_a_length_counted_from_a_dated_event_dates_another(annotate_text):
    """What happened a day after a vote on Monday has that length as its time, since it tells when."""
    text = "A day after the vote on Monday, the police arrested Ode Lind in Bergen."
    annotated = annotate_text(text)
    event = next(event for event in annotated.events if event.lemma == "arrest")
    times = {time.id: time for time in annotated.times}
    assert times[event.time].text == "A day"


def test_who_is_charged_did_the_deed(annotate_text):
    """What somebody is condemned for is what they did, not what is done by those who condemn."""
    annotated = annotate_text("Norland condemned Arvona for bombing the harbour of Velisk.")
    names = {entity.id: entity.name for entity in annotated.entities}
    bombing = next(event for event in annotated.events if event.lemma == "bomb")
    assert [names[entity] for entity in bombing.source] == ["Arvona"]
