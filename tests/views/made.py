"""A comparison made by hand on three invented reports: every relation, slot, voice and figure that a view must show."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from variorum.model.alignments import Actor, Layer, Ref
from variorum.model.annotations import (
    AnnotatedReport,
    Certainty,
    Designation,
    DesignationKind,
    Entity,
    EntityType,
    Event,
    Factuality,
    Mention,
    MentionForm,
    Participant,
    Place,
    Quotation,
    QuotationType,
    Reference,
    Sentence,
    Statement,
    TimeExpression,
    TimeType,
)
from variorum.model.comparisons import (
    AccountLine,
    Comparison,
    CoverageBlock,
    CoverageRow,
    Dating,
    DesignationCell,
    DesignationRow,
    Evidence,
    Expression,
    MapPoint,
    Network,
    NetworkEdge,
    NetworkNode,
    Origin,
    Reading,
    Relation,
    SharedText,
    Slot,
    SourceRow,
    Sourcing,
    TimelineEntry,
    Unit,
    Variant,
)
from variorum.model.intervals import Granularity, Interval
from variorum.model.quantities import Quantity
from variorum.model.reports import Refusal, Report
from variorum.model.spans import Span
from variorum.model.stories import Story

TEXTS = {
    "A": """Governor Ilse Marant opened talks with dock workers in Port Salis on Tuesday, the Herald learned.
At least 40 people were hurt when the crane on pier nine fell, the harbour office said.
“We will rebuild the pier before winter, and nobody will lose a day of pay,” Marant told reporters.
The crane had been inspected in March 2031, according to the harbour office.
READ MORE: Ten photographs of the old harbour
Marant's government denied that it had known of cracks.
The strike that followed was called off on Wednesday. The Herald saw the letter, dated Thursday, that called it off.
Union leader Tomas Brek described the governor as “a friend of the owners”.""",
    # ruff: noqa: E501 - a line of the text is a paragraph of the report
    "B": """Strongwoman Ilse Marant met dock workers in Cape Orlo late on Tuesday, officials said.
Fifty-two people were injured after a crane collapsed on the ninth pier.
“Before the winter we shall build the pier anew, and no one is going to lose pay,” the governor said, according to the agency Telor.
It is rumoured that her ministry knew of cracks in the crane.
Marant last visited the harbour in 2031.
In 2019 a fire destroyed the grain store; three dock workers died, and the insurer never paid.
The opposition Harbour List demanded an inquiry.
Brek called her “the owners' governor”.""",
    "C": """Dozens were hurt when a crane fell in the port, two witnesses told this paper.
“We will rebuild the pier before winter,” Marant said.
Ilse Marant, the governor, spoke to dockers in Port Salis.
The inspection of March 2031 found nothing, the harbour office said.
Shares of the crane maker Volmer Lift fell by a fifth on Wednesday.""",
}


def find(siglum, words, texts=TEXTS, nth=0):
    """Return the span of the ``nth`` occurrence of ``words``."""
    start = -1
    for _ in range(nth + 1):
        start = texts[siglum].index(words, start + 1)
    return Span(start, start + len(words))


def reading(siglum, words, *, focus=(), value=None, speaker=None, via=None, annotations=()):
    """Return a reading of exact words."""
    span = find(siglum, words)
    focus = tuple(Span(span.start + words.index(word), span.start + words.index(word) + len(word)) for word in focus)
    return Reading(siglum, (span,), words, value, focus, tuple(annotations), speaker, via)


def evidence(siglum, words):
    """Return evidence of exact words."""
    return Evidence(siglum, find(siglum, words), words)


def unit(
    number, layer, relation, gist, *readings, slot=None, within=None, reasons=(), group=None, score=0.9, actors=()
):
    """Return a unit; who does not mention it follows from the readings."""
    have = {item.siglum for item in readings}
    missing = () if within else tuple(siglum for siglum in TEXTS if siglum not in have)
    return Unit(
        f"u{number}",
        layer,
        relation,
        within,
        slot,
        gist,
        readings,
        missing,
        score,
        1 - number / 100,
        tuple(reasons),
        actors,
        group,
    )


UNITS = (
    unit(
        1,
        Layer.EVENT,
        Relation.CONTRADICTS,
        "Marant met dock workers",
        reading(
            "A",
            "Governor Ilse Marant opened talks with dock workers in Port Salis on Tuesday",
            focus=["Port Salis"],
            value="Port Salis",
        ),
        reading(
            "B",
            "Strongwoman Ilse Marant met dock workers in Cape Orlo late on Tuesday",
            focus=["Cape Orlo"],
            value="Cape Orlo",
        ),
        reading(
            "C", "Ilse Marant, the governor, spoke to dockers in Port Salis", focus=["Port Salis"], value="Port Salis"
        ),
        slot=Slot.PLACE,
        reasons=[
            "same actors, same kind of event, same day",
            "Port Salis and Cape Orlo are different places, neither lies in the other",
        ],
        actors=("a1", "a2"),
    ),
    unit(
        2,
        Layer.STATEMENT,
        Relation.CONTRADICTS,
        "people hurt by the crane",
        reading(
            "A",
            "At least 40 people were hurt when the crane on pier nine fell",
            focus=["At least 40"],
            value="at least 40 hurt",
            speaker="harbour office",
        ),
        reading(
            "B",
            "Fifty-two people were injured after a crane collapsed on the ninth pier",
            focus=["Fifty-two"],
            value="52 injured",
        ),
        reading(
            "C",
            "Dozens were hurt when a crane fell in the port",
            focus=["Dozens"],
            value="dozens hurt",
            speaker="two witnesses",
        ),
        slot=Slot.QUANTITY,
        reasons=["24 to 99 against exactly 52"],
    ),
    unit(
        3,
        Layer.STATEMENT,
        Relation.CONTRADICTS,
        "the government knew of cracks",
        reading("A", "Marant's government denied that it had known of cracks", focus=["denied"], value="denied"),
        reading(
            "B", "It is rumoured that her ministry knew of cracks in the crane", focus=["rumoured"], value="rumoured"
        ),
        slot=Slot.CERTAINTY,
        reasons=["denied against rumoured"],
    ),
    unit(
        4,
        Layer.EVENT,
        Relation.CONTRADICTS,
        "the strike was called off",
        reading("A", "The strike that followed was called off on Wednesday", focus=["Wednesday"], value="Wednesday"),
        reading(
            "A", "The Herald saw the letter, dated Thursday, that called it off", focus=["Thursday"], value="Thursday"
        ),
        slot=Slot.TIME,
        within="A",
        reasons=["two different days for one event in one report"],
    ),
    unit(
        5,
        Layer.QUOTATION,
        Relation.REWORDS,
        "We will rebuild the pier before winter",
        reading(
            "A", "We will rebuild the pier before winter, and nobody will lose a day of pay", speaker="Ilse Marant"
        ),
        reading(
            "B",
            "Before the winter we shall build the pier anew, and no one is going to lose pay",
            speaker="Ilse Marant",
            via="Telor",
        ),
        reading("C", "We will rebuild the pier before winter", speaker="Ilse Marant"),
        slot=Slot.WORDING,
        reasons=["same speaker", "similarity 0.86", "C ends after “winter”"],
    ),
    unit(
        6,
        Layer.QUOTATION,
        Relation.REWORDS,
        "friend of the owners",
        reading("A", "a friend of the owners", speaker="Tomas Brek"),
        reading("B", "the owners' governor", speaker="Tomas Brek"),
        slot=Slot.WORDING,
        reasons=["same speaker"],
    ),
    unit(
        7,
        Layer.EVENT,
        Relation.AGREES,
        "the crane was inspected in March 2031",
        reading("A", "The crane had been inspected in March 2031", value="March 2031", speaker="harbour office"),
        reading("C", "The inspection of March 2031 found nothing", value="March 2031", speaker="harbour office"),
        reasons=["same event, same month"],
    ),
    unit(
        8,
        Layer.STATEMENT,
        Relation.UNCERTAIN,
        "visit and inspection",
        reading("A", "The crane had been inspected in March 2031"),
        reading("B", "Marant last visited the harbour in 2031"),
        reasons=["same year, different actors"],
        score=0.4,
    ),
    unit(
        9,
        Layer.STATEMENT,
        Relation.ONLY,
        "a fire in 2019",
        reading("B", "In 2019 a fire destroyed the grain store; three dock workers died, and the insurer never paid."),
        group="background",
    ),
    unit(
        10,
        Layer.STATEMENT,
        Relation.ONLY,
        "an inquiry demanded",
        reading("B", "The opposition Harbour List demanded an inquiry."),
        group="reaction",
    ),
    unit(
        11,
        Layer.STATEMENT,
        Relation.ONLY,
        "shares fell",
        reading("C", "Shares of the crane maker Volmer Lift fell by a fifth on Wednesday."),
        group="context",
    ),
)


def _expression(siglum, words, kind="name", *, marked=False, reason="", nth=(0,)):
    return Expression(
        words, tuple(find(siglum, words, nth=number) for number in nth), kind, marked=marked, reason=reason
    )


DESIGNATIONS = (
    DesignationRow(
        "a1",
        (
            DesignationCell(
                "A",
                quoted=False,
                expressions=(_expression("A", "Governor Ilse Marant"), _expression("A", "Marant", nth=(0, 1))),
            ),
            DesignationCell(
                "A",
                quoted=True,
                expressions=(
                    _expression("A", "a friend of the owners", "label", marked=True, reason="said by Tomas Brek"),
                ),
            ),
            DesignationCell(
                "B",
                quoted=False,
                expressions=(
                    _expression(
                        "B", "Strongwoman", "loaded", marked=True, reason="A and C call her governor, never so"
                    ),
                    _expression("B", "the governor", "label"),
                ),
            ),
            DesignationCell(
                "B",
                quoted=True,
                expressions=(
                    _expression("B", "the owners' governor", "label", marked=True, reason="said by Tomas Brek"),
                ),
            ),
            DesignationCell(
                "C",
                quoted=False,
                expressions=(_expression("C", "Ilse Marant"), _expression("C", "the governor", "label")),
            ),
        ),
    ),
    DesignationRow(
        "a2",
        (
            DesignationCell("A", quoted=False, expressions=(_expression("A", "dock workers"),)),
            DesignationCell(
                "C",
                quoted=False,
                expressions=(_expression("C", "dockers", marked=True, reason="A and B say “dock workers”"),),
            ),
        ),
    ),
)

TIMELINE = (
    TimelineEntry(
        "w1",
        Interval(datetime(2019, 1, 1), datetime(2020, 1, 1), Granularity.YEAR),
        "2019",
        "a fire destroyed the grain store",
        (evidence("B", "In 2019 a fire destroyed the grain store"),),
        (evidence("B", "2019"),),
        (),
        ("u9",),
    ),
    TimelineEntry(
        "w2",
        Interval(datetime(2031, 3, 1), datetime(2031, 4, 1), Granularity.MONTH),
        "March 2031",
        "the crane was inspected",
        (
            evidence("A", "The crane had been inspected in March 2031"),
            evidence("C", "The inspection of March 2031 found nothing"),
        ),
        (evidence("A", "March 2031"), evidence("C", "March 2031")),
        (),
        ("u7",),
    ),
    TimelineEntry(
        "w3",
        Interval(datetime(2032, 5, 4), datetime(2032, 5, 5), Granularity.DAY),
        "Tuesday, 4 May 2032",
        "Marant met dock workers",
        (evidence("A", "Governor Ilse Marant opened talks"), evidence("B", "Strongwoman Ilse Marant met dock workers")),
        (evidence("A", "Tuesday"), evidence("B", "late on Tuesday")),
        ("“Tuesday” was read against the publication date 2032-05-06",),
        ("u1",),
    ),
    TimelineEntry(
        "w4",
        None,
        "Wednesday",
        "the strike was called off",
        (evidence("A", "The strike that followed was called off on Wednesday"),),
        (evidence("A", "Wednesday"),),
        (),
        ("u4",),
    ),
)

TIMELINE = tuple(
    replace(entry, datings=tuple(Dating(item.siglum, item.span, item.text, entry.interval) for item in entry.times))
    for entry in TIMELINE
)

NETWORK = Network(
    (
        NetworkNode("a1", "Ilse Marant", "person", (("A", 3), ("B", 3), ("C", 2))),
        NetworkNode("a2", "dock workers", "group", (("A", 1), ("B", 1), ("C", 1))),
        NetworkNode("a3", "Tomas Brek", "person", (("A", 1), ("B", 1))),
        NetworkNode("a4", "Harbour List", "organisation", (("B", 1),)),
    ),
    (
        NetworkEdge(
            "a1",
            "a2",
            "cooperation",
            ("CONSULT",),
            (evidence("A", "opened talks with dock workers"), evidence("B", "met dock workers")),
        ),
        NetworkEdge("a3", "a1", "speech", ("ACCUSE",), (evidence("A", "described the governor"),)),
        NetworkEdge("a4", "a1", "conflict", ("REQUEST",), (evidence("B", "demanded an inquiry"),)),
    ),
)

MAP = (
    MapPoint("v:salis", "Port Salis", "PRT", 38.5, -8.9, (evidence("A", "Port Salis"), evidence("C", "Port Salis"))),
    MapPoint("v:orlo", "Cape Orlo", "ITA", 38.1, 14.7, (evidence("B", "Cape Orlo"),)),
)

SOURCES = (
    SourceRow("A", "harbour office", None, ("A", "harbour office"), (evidence("A", "the harbour office said"),), 0),
    SourceRow(
        "B",
        "Ilse Marant",
        "a1",
        ("B", "Telor", "Ilse Marant"),
        (evidence("B", "the governor said, according to the agency Telor"),),
        1,
    ),
    SourceRow("C", "two witnesses", None, ("C", "two witnesses"), (evidence("C", "two witnesses told this paper"),), 0),
)

_FIRE = "In 2019 a fire destroyed the grain store; three dock workers died, and the insurer never paid."
_INQUIRY = "The opposition Harbour List demanded an inquiry."
_SHARES = "Shares of the crane maker Volmer Lift fell by a fifth on Wednesday."
COVERAGE = (
    CoverageRow(
        "B",
        len(TEXTS["B"]),
        8,
        5,
        3,
        (("background", ("u9",)), ("reaction", ("u10",))),
        (
            CoverageBlock("background", ("u9",), (find("B", _FIRE),), (), "dated before the event: “In 2019”"),
            CoverageBlock("reaction", ("u10",), (find("B", _INQUIRY),), ("a4",), "somebody answers: “demanded”"),
        ),
        7,
    ),
    CoverageRow("A", len(TEXTS["A"]) - 46, 9, 7, 2, ()),
    CoverageRow(
        "C",
        len(TEXTS["C"]),
        5,
        4,
        1,
        (("context", ("u11",)),),
        (CoverageBlock("context", ("u11",), (find("C", _SHARES),), (), "names nobody of those in the event"),),
        7,
    ),
)

SOURCING = (
    Sourcing(
        "u2",
        (
            Origin(
                "harbour office",
                None,
                ("A",),
                (("A", "harbour office"),),
                (evidence("A", "the harbour office said"),),
                (),
            ),
            Origin(
                "two witnesses",
                None,
                ("C",),
                (("C", "two witnesses"),),
                (evidence("C", "two witnesses told this paper"),),
                (),
            ),
            Origin(None, None, ("B",), (("B",),), (evidence("B", "Fifty-two people were injured"),), ()),
        ),
        2,
        single=False,
    ),
    Sourcing(
        "u7",
        (
            Origin(
                "harbour office",
                None,
                ("A", "C"),
                (("A", "harbour office"), ("C", "harbour office")),
                (evidence("A", "according to the harbour office"), evidence("C", "the harbour office said")),
                ("both give harbour office as source",),
            ),
        ),
        1,
        single=True,
    ),
)

SHARED_TEXT = (
    SharedText(
        "w1",
        7,
        (
            evidence("A", "We will rebuild the pier before winter"),
            evidence("C", "We will rebuild the pier before winter"),
        ),
    ),
)


def _line(number, siglum, words, sigla, variants=(), *, interval=None, label="", group=None, units=()):
    return AccountLine(
        f"k{number}", siglum, (find(siglum, words),), words, sigla,
        units or tuple(variant.unit for variant in variants), variants, interval, label, group,
    )  # fmt: skip


def _variant(number, siglum):
    told = UNITS[number - 1]
    own = next(item for item in told.readings if item.siglum == siglum)
    return Variant(told.id, own.focus or own.spans, tuple(item for item in told.readings if item is not own))


ACCOUNT = (
    _line(1, "B", _FIRE, ("B",), label="In 2019", group="background", units=("u9",)),
    _line(2, "A", "The crane had been inspected in March 2031", ("A", "C"), (_variant(7, "A"),), label="March 2031"),
    _line(
        3,
        "A",
        "Governor Ilse Marant opened talks with dock workers in Port Salis on Tuesday, the Herald learned.",
        ("A", "B", "C"),
        (_variant(1, "A"),),
        interval=Interval(datetime(2032, 5, 4), datetime(2032, 5, 5), Granularity.DAY),
        label="Tuesday",
    ),
    _line(
        4, "A", "At least 40 people were hurt when the crane on pier nine fell", ("A", "B", "C"), (_variant(2, "A"),)
    ),
    _line(5, "C", _SHARES, ("C",), group="context", units=("u11",)),
)


def sentences_of(text, boilerplate):
    """Split at lines; good enough for views."""
    found, start = [], 0
    for number, line in enumerate(text.split("\n")):
        span = Span(start, start + len(line))
        if line:
            found.append(Sentence(span.start, span.end, number, any(span.overlaps(cut) for cut in boilerplate)))
        start = span.end + 1
    return tuple(found)


def annotated_report(siglum, text=None, **metadata):
    """Return an annotated report with at least one annotation of each layer for A, bare for others."""
    text = TEXTS[siglum] if text is None else text
    line = "READ MORE: Ten photographs of the old harbour"
    cut = (Span(text.index(line), text.index(line) + len(line)),) if line in text else ()
    values = {
        "outlet": f"The {siglum} Herald",
        "title": f"Talks after the crane fell ({siglum})",
        "published": "2032-05-06",
        "language": "en",
    }
    report = Report(id=f"report-{siglum}", text=text, boilerplate=cut, **{**values, **metadata})
    layers = _layers(text) if siglum == "A" and text == TEXTS["A"] else dict.fromkeys(_LAYERS, ())
    return AnnotatedReport(
        report,
        Reference(Interval(datetime(2032, 5, 6), datetime(2032, 5, 7), Granularity.DAY), "published", "2032-05-06"),
        sentences_of(text, cut),
        components=(("made", "1"),),
        **layers,
    )


_LAYERS = ("entities", "times", "places", "quantities", "quotations", "events", "statements", "designations")


def _layers(text):
    def at(words):
        return Span(text.index(words), text.index(words) + len(words))

    name, quoted, clause = (
        at("Governor Ilse Marant"),
        at("We will rebuild the pier before winter"),
        at("At least 40 people were hurt"),
    )
    tuesday, port, forty = at("Tuesday"), at("Port Salis"), at("At least 40")
    return {
        "entities": (
            Entity(
                "e1",
                "Ilse Marant",
                EntityType.PERSON,
                (Mention(name.start, name.end, MentionForm.NAME, name.start + 9, name.end),),
                "PRT",
                "GOV",
                None,
                ("governor",),
            ),
        ),
        "times": (
            TimeExpression(
                "t1",
                tuesday.start,
                tuesday.end,
                "Tuesday",
                TimeType.DATE,
                "2032-05-04",
                None,
                Interval(datetime(2032, 5, 4), datetime(2032, 5, 5), Granularity.DAY),
                "published 2032-05-06",
            ),
        ),
        "places": (Place("p1", port.start, port.end, "Port Salis", "city", "PRT", 38.5, -8.9, "v:salis"),),
        "quantities": (
            Quantity(
                "n1", forty.start, forty.end, "At least 40", 40, None, None, "people", approximate=True, role="hurt"
            ),
        ),
        "quotations": (
            Quotation(
                "q1", (quoted,), QuotationType.DIRECT, (quoted,), at("Marant"), "e1", "Ilse Marant", at("told"), "tell"
            ),
        ),
        "events": (
            Event(
                "v1",
                clause.start,
                clause.end,
                at("hurt"),
                "hurt",
                "ASSAULT",
                None,
                (),
                ("e1",),
                "t1",
                "p1",
                None,
                Factuality.POSSIBLE,
                None,
                1,
                ("n1",),
            ),
        ),
        "statements": (
            Statement(
                "s1",
                clause.start,
                clause.end,
                1,
                at("were hurt"),
                "hurt",
                (Participant("patient", "e1", forty.start, forty.end),),
                ("t1",),
                ("p1",),
                ("n1",),
                ("v1",),
                negated=False,
                certainty=Certainty.ATTRIBUTED,
                source=None,
                source_text="the harbour office",
                told_time=None,
                quotation=None,
                lemmas=("people", "hurt"),
            ),
        ),
        "designations": (
            Designation(
                "d1",
                name.start,
                name.start + 8,
                "Governor",
                DesignationKind.LABEL,
                "e1",
                "neutral",
                quoted=False,
                reason="title before a name",
            ),
        ),
    }


ACTORS = (
    Actor(
        "a1",
        "Ilse Marant",
        EntityType.PERSON,
        (Ref("A", "e1"), Ref("B", "e1"), Ref("C", "e1")),
        "PRT",
        ("same full name",),
    ),
    Actor("a2", "dock workers", EntityType.GROUP, (Ref("A", "e2"), Ref("B", "e2"))),
    Actor("a3", "Tomas Brek", EntityType.PERSON, (Ref("A", "e3"), Ref("B", "e3"))),
    Actor("a4", "Harbour List", EntityType.ORGANISATION, (Ref("B", "e4"),)),
)


def made_comparison():
    """Return the rich comparison of the three reports; story order differs from the order of the sigla."""
    story = Story("crane", "A crane falls", tuple(annotated_report(siglum) for siglum in "CAB"), ("C", "A", "B"))
    return Comparison(
        story,
        Interval(datetime(2032, 5, 4), datetime(2032, 5, 5), Granularity.DAY),
        ACTORS,
        UNITS,
        DESIGNATIONS,
        TIMELINE,
        NETWORK,
        MAP,
        SOURCES,
        COVERAGE,
        (Refusal("notes.bin", "R003", "the bytes are not text"),),
        SOURCING,
        SHARED_TEXT,
        ACCOUNT,
    )


def plain_comparison(texts, *, title=None, units=(), **metadata):
    """Return a comparison of bare texts that all hold one unit over the whole of each text, and little else."""
    sigla = [chr(65 + number) for number in range(len(texts))]
    story = Story(
        "plain",
        title,
        tuple(annotated_report(s, text, **metadata) for s, text in zip(sigla, texts, strict=True)),
        tuple(sigla),
    )
    readings = tuple(
        Reading(s, (Span(0, len(text)),), text, text[:40], (Span(0, min(5, len(text))),), (), text[:60], text[:60])
        for s, text in zip(sigla, texts, strict=True)
    )
    whole = Unit(
        "u1", Layer.QUOTATION, Relation.REWORDS, None, Slot.WORDING, texts[0], readings, (), 0.9, 0.9, (texts[0],)
    )
    clash = Unit(
        "u2", Layer.EVENT, Relation.CONTRADICTS, None, Slot.PLACE, texts[0], readings, (), 0.9, 0.9, (texts[0],)
    )
    spans = tuple(Evidence(s, Span(0, len(text)), text) for s, text in zip(sigla, texts, strict=True))
    cells = tuple(
        DesignationCell(
            s, quoted=False, expressions=(Expression(text, (Span(0, len(text)),), "label", marked=True, reason=text),)
        )
        for s, text in zip(sigla, texts, strict=True)
    )
    return Comparison(
        story,
        None,
        (Actor("a1", texts[0], EntityType.PERSON, ()), Actor("a2", texts[-1], EntityType.PERSON, ())),
        (clash, whole, *units),
        (DesignationRow("a1", cells),),
        (TimelineEntry("w1", None, texts[0][:40], texts[0], spans, spans, (texts[0],), ("u1",)),),
        Network(
            (NetworkNode("a1", texts[0], "person", (("A", 1),)), NetworkNode("a2", texts[-1], "person", (("B", 1),))),
            (NetworkEdge("a1", "a2", "speech", ("SAY",), spans),),
        ),
        (MapPoint("v:x", texts[0], None, 10, 10, spans),),
        tuple(SourceRow(s, text, None, (s, text), spans, 1) for s, text in zip(sigla, texts, strict=True)),
        tuple(
            CoverageRow(
                s, len(text), 1, 1, 0, (("detail", ("u1",)),),
                (CoverageBlock("detail", ("u1",), (Span(0, len(text)),), ("a1",), text),),
            )
            for s, text in zip(sigla, texts, strict=True)
        ),
        (Refusal(texts[0], "R003", texts[0]),),
        (Sourcing("u2", (Origin(texts[0], "a1", tuple(sigla), tuple((s, text) for s, text in zip(sigla, texts, strict=True)), spans, (texts[0],)),), 1, single=True),),
        (SharedText("w1", 3, spans),),
        (
            AccountLine(
                "k1", "A", (Span(0, len(texts[0])),), texts[0], tuple(sigla), ("u2",),
                (Variant("u2", (Span(0, len(texts[0])),), readings[1:]),), None, texts[0][:40],
            ),
        ),
    )  # fmt: skip
