"""Promises of names: who the words beside a cue stand for."""

import pytest

from variorum.annotations.quotations.naming import MentionIndex, is_named, without_article
from variorum.model.annotations import Entity, EntityType, Mention, MentionForm
from variorum.model.spans import Span


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
