"""Hand-made annotated reports, so that aligning is tested without the annotators."""

from __future__ import annotations

import re

import pytest

from variorum.model.alignments import AlignedStory
from variorum.model.annotations import (
    UNKNOWN_REFERENCE,
    AnnotatedReport,
    AttributionKind,
    Certainty,
    Entity,
    EntityType,
    Event,
    Factuality,
    Mention,
    MentionForm,
    Participant,
    Quotation,
    QuotationType,
    Sentence,
    Statement,
    TimeExpression,
    TimeType,
)
from variorum.model.reports import Report
from variorum.model.spans import Span
from variorum.model.stories import Story

TYPES = {item.value: item for item in EntityType}


class Maker:
    """Makes one annotated report; what is annotated is given by its words, which are found in the text in order."""

    def __init__(self, text):
        """Take the text."""
        self.text = text
        names = ("entities", "things", "times", "quotations", "events", "statements", "quantities", "attributions")
        self.layers = {name: [] for name in names}

    def span(self, words, after=0):
        """Return where words first stand."""
        start = self.text.index(words, after)
        return Span(start, start + len(words))

    def entity(self, name, kind="person", *, mentions=None, named=True, **fields):
        """Add an entity; its mentions are the places of its names."""
        form = MentionForm.NAME if named else MentionForm.NOMINAL
        found = []
        for words in mentions or [name]:
            places = [match.span() for match in re.finditer(re.escape(words), self.text)]
            found.extend(Mention(*place, form, *place) for place in places)
        number = len(self.layers["entities"]) + 1
        found.sort(key=lambda mention: mention.start)
        self.layers["entities"].append(Entity(f"e{number}", name, TYPES[kind], tuple(found), named=named, **fields))
        return f"e{number}"

    def thing(self, phrase, head):
        """Add a thing by its phrase and head noun."""
        span, noun = self.span(phrase), self.span(head)
        mention = Mention(span.start, span.end, MentionForm.NOMINAL, noun.start, noun.end)
        identity = f"n{len(self.layers['things']) + 1}"
        self.layers["things"].append(Entity(identity, phrase, EntityType.OTHER, (mention,), named=False))

    def time(self, words, value, interval=None, kind="DATE"):
        """Add a time expression."""
        span = self.span(words)
        identity = f"t{len(self.layers['times']) + 1}"
        self.layers["times"].append(
            TimeExpression(identity, span.start, span.end, words, TimeType[kind], value, interval=interval)
        )
        return identity

    def quotation(self, *contents, kind="direct", speaker=None):
        """Add a quotation by its contents."""
        spans = tuple(self.span(content) for content in contents)
        identity = f"q{len(self.layers['quotations']) + 1}"
        self.layers["quotations"].append(
            Quotation(
                identity,
                spans,
                QuotationType(kind),
                spans if kind == "direct" else (),
                speaker_entity=speaker,
                speaker_canonical=speaker,
            )
        )
        return identity

    def act(self, content, *, speaker=None):
        """Add what somebody did with words by what it was about."""
        identity = f"a{len(self.layers['attributions']) + 1}"
        self.layers["attributions"].append(
            Quotation(
                identity,
                (self.span(content),),
                QuotationType.INDIRECT,
                (),
                speaker_entity=speaker,
                speaker_canonical=speaker,
                kind=AttributionKind.SPEECH_ACT,
            )
        )
        return identity

    def event(self, clause, trigger, lemma, kind="CONSULT", *, source=(), target=(), time=None, factuality="asserted"):
        """Add an event by its clause and trigger."""
        span = self.span(clause)
        identity = f"v{len(self.layers['events']) + 1}"
        self.layers["events"].append(
            Event(
                identity,
                span.start,
                span.end,
                self.span(trigger, span.start),
                lemma,
                kind,
                None,
                tuple(source),
                tuple(target),
                time,
                None,
                None,
                Factuality(factuality),
                None,
                0,
            )
        )
        return identity

    def statement(self, clause, predicate, lemma, *, agents=(), others=(), times=(), quotation=None, negated=False):
        """Add a statement by its clause and predicate."""
        span = self.span(clause)
        identity = f"s{len(self.layers['statements']) + 1}"
        participants = [("agent", entity) for entity in agents] + [("other", entity) for entity in others]
        self.layers["statements"].append(
            Statement(
                identity,
                span.start,
                span.end,
                0,
                self.span(predicate, span.start),
                lemma,
                tuple(Participant(role, entity, span.start, span.end) for role, entity in participants),
                tuple(times),
                (),
                (),
                (),
                negated,
                Certainty.ASSERTED,
                None,
                None,
                None,
                quotation,
                (),
            )
        )
        return identity

    def made(self):
        """Return the annotated report."""
        return AnnotatedReport(
            report=Report(id="r", text=self.text, language="en"),
            reference=UNKNOWN_REFERENCE,
            sentences=(Sentence(0, len(self.text), 0),),
            places=(),
            designations=(),
            **{name: tuple(layer) for name, layer in self.layers.items()},
        )


@pytest.fixture(scope="session")
def maker():
    """Return the class that makes annotated reports by hand."""
    return Maker


@pytest.fixture(scope="session")
def story_of():
    """Return a function: makers to a story whose reports stand in the order given; sigla A, B ... unless given."""

    def make(*makers, sigla="ABCDEFG"):
        return Story("s", None, tuple(item.made() for item in makers), tuple(sigla[: len(makers)]))

    return make


@pytest.fixture(scope="session")
def aligned_of(story_of):
    """Return a function: makers to a story with its actors aligned."""
    from variorum.alignments.actors.aligning import align_actors

    def make(*makers, sigla="ABCDEFG"):
        story = story_of(*makers, sigla=sigla)
        return AlignedStory(story, align_actors(story), ())

    return make
