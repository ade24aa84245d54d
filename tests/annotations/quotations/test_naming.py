"""Promises of names: who the words beside a cue stand for."""

import pytest

from variorum.annotations.quotations.naming import MentionIndex, is_named, without_article
from variorum.model.annotations import Entity, EntityType, Mention, MentionForm
from variorum.model.spans import Span


@pytest.fixture
def tell_names(annotate_text):
    """Return a function from a text to the names of its speakers in text order."""
    return lambda text: [item.speaker_canonical for item in annotate_text(text).quotations]


def named(text, name, kind, *, start=None, entity="e1"):
    """Return an entity with one mention by name."""
    start = text.index(name) if start is None else start
    mention = Mention(start, start + len(name), MentionForm.NAME, start, start + len(name))
    return Entity(entity, name, kind, (mention,))


@pytest.mark.parametrize(
    ("text", "noun", "name", "kind"),
    [
        ("The Ministry of Fisheries met. The ministry said no.", "ministry", "Ministry of Fisheries", "organisation"),
        ("Sgt. Paula Nemeth came. The sergeant said no.", "sergeant", "Paula Nemeth", "person"),
        ("Health Minister Cal Dewhurst came. The minister said no.", "minister", "Cal Dewhurst", "person"),
        ("Alasdair Munt, the treasurer, came. The treasurer said no.", "treasurer", "Alasdair Munt", "person"),
        ("Larkspur Foods fell. The company said no.", "company", "Larkspur Foods", "organisation"),
    ],
)
def test_a_noun_with_an_article_is_the_one_named_before(text, noun, name, kind):
    """By the word in a name, by a title beside a name, by what kind of thing it is."""
    index = MentionIndex([named(text, name, EntityType(kind))], text)
    start = text.rindex("The ")
    found = index.named_for(noun, Span(start, start + 4 + len(noun)))
    assert found is not None
    assert found.name == name


def test_an_indefinite_noun_is_nobody_named_before():
    """A member is not the member who was named."""
    text = "Committee member Ana Reyes came. A member said no."
    index = MentionIndex([named(text, "Ana Reyes", EntityType.PERSON)], text)
    start = text.index("A member")
    assert index.named_for("member", Span(start, start + 8)) is None


def test_a_name_in_apposition_names_the_speaker():
    """Her lawyer, Ruth Aldous, said: it is Ruth Aldous."""
    text = "Her lawyer, Ruth Aldous, said no."
    index = MentionIndex([named(text, "Ruth Aldous", EntityType.PERSON)], text)
    found = index.appositive(Span(0, 10))
    assert found is not None
    assert found.name == "Ruth Aldous"
    assert index.appositive(Span(0, 3)) is None


@pytest.mark.parametrize(
    ("text", "name", "kind", "found"),
    [
        ("The makers, Arlon-based Harlan Foods, said no.", "Harlan Foods", "organisation", True),
        ("By her account, Ruth Aldous left the room.", "Ruth Aldous", "person", False),
        ("The makers, who owe Harlan Foods, said no.", "Harlan Foods", "organisation", False),
    ],
)
def test_an_apposition_ends_with_its_name(text, name, kind, found):
    """A body may stand in apposition behind its place; a subject behind a comma is in apposition to nothing."""
    index = MentionIndex([named(text, name, EntityType(kind))], text)
    assert (index.appositive(Span(0, text.index(","))) is not None) is found


def test_the_company_is_the_body_told_of_most(tell_names):
    """Of several bodies "the company" is the one that is named most often."""
    text = (
        "Larkspur Foods lost money. Larkspur Foods cut jobs and sold a mill to Tarn Mills. The company said it was old."
    )
    assert tell_names(text) == ["Larkspur Foods"]


def test_who_tells_something_goes_on_in_marks_on_the_next_line(tell_names):
    """Floating words in marks are those of whoever was last said to have said something, marked or not."""
    text = "“We stay,” Ana Reyes said.\nMarc Trent said that the harbour was closed.\n“It will open in the spring.”"
    assert tell_names(text) == ["Ana Reyes", "Marc Trent", "Marc Trent"]


def test_articles_go_and_names_stay():
    """The words shown for somebody who is not named have no article."""
    assert without_article("The harbour police") == "harbour police"
    assert without_article("Theodor Brandt") == "Theodor Brandt"


def test_an_entity_without_a_name_is_only_described():
    """Described by a noun alone."""
    mention = Mention(0, 8, MentionForm.NOMINAL, 4, 8)
    assert not is_named(Entity("e1", "ship", EntityType.OTHER, (mention,)))


def test_he_is_nobody_whom_the_report_calls_she():
    """A guess of who "he" is passes over those with another pronoun, or a given name of the other gender."""
    text = "Sarah Holt came with Ana Vale. She wept. Tom Reyes left. He said no."
    she = Mention(
        text.index("She"), text.index("She") + 3, MentionForm.PRONOUN, text.index("She"), text.index("She") + 3
    )
    vale = named(text, "Ana Vale", EntityType.PERSON)
    people = [
        named(text, "Sarah Holt", EntityType.PERSON, entity="e2"),
        Entity(vale.id, vale.name, vale.type, (*vale.mentions, she)),
        named(text, "Tom Reyes", EntityType.PERSON, entity="e3"),
    ]
    index = MentionIndex(people, text)
    assert index.person_before(text.index("He said"), "he") is people[2]
    assert index.person_before(text.index("Tom"), "he") is None
    assert index.person_before(text.index("He said"), "she") is people[1]
