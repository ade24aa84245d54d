"""Who bears a label that stands apart from a name."""

from __future__ import annotations

import pytest

from variorum.annotations.designations.annotator import annotate_designations
from variorum.annotations.entities.annotator import annotate_entities
from variorum.annotations.quotations.annotator import annotate_quotations


@pytest.fixture(scope="module")
def bearer_of(draft_of):
    """Return a function: a text and a label in it to the name of the one who bears the label."""

    def read(text, label):
        draft = draft_of(text)
        draft.entities = annotate_entities(draft)
        draft.quotations = annotate_quotations(draft)
        names = {entity.id: entity.name for entity in draft.entities}
        found = [item for item in annotate_designations(draft) if item.text == label and str(item.kind) == "label"]
        assert len(found) == 1, [item.text for item in annotate_designations(draft)]
        return names.get(found[0].entity)

    return read


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ana Reyes resigned from her post as defense minister.", "defense minister"),
        ("Ana Reyes, who served a short term as prime minister, spoke.", "prime minister"),
        ("Ana Reyes, who, as the leader of the Labor Party, lost twice, spoke.", "the leader of the Labor Party"),
        ("Voters see Ana Reyes as a saviour.", "saviour"),
        ("Ana Reyes, whom critics call a tyrant, left.", "tyrant"),
        ("Ana Reyes spoke. She was branded a traitor by the mob.", "traitor"),
        ("A former mayor of Belmar, Ana Reyes was arrested.", "former mayor of Belmar"),
        ("Critics accuse Ana Reyes of being a dictator.", "dictator"),
        ("Ana Reyes left after becoming a hero.", "hero"),
        ("The outspoken cleric, Ana Reyes, once a close aide to the mayor, left.", "close aide to the mayor"),
        ("Former Ruvian president and opposition leader Ana Reyes was freed.", "Former Ruvian president"),
    ],
)
def test_what_somebody_serves_as_or_is_called_is_said_of_that_person(bearer_of, text, label):
    """A label behind "as" or a verb of calling belongs to whoever serves or is called so, whatever the verb."""
    assert bearer_of(text, label) == "Ana Reyes"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The best singer of the choir is Ana Reyes.", "best singer of the choir"),
        ("Ana Reyes is among the finest singers.", "finest singers"),
        ("“When I came here, I was a young girl,” Ana Reyes wrote on Monday.", "young girl"),
    ],
)
def test_what_somebody_is_is_said_of_that_person(bearer_of, text, label):
    """Before "is", behind "is among" and in the speaker's own words a label belongs to whoever is so."""
    assert bearer_of(text, label) == "Ana Reyes"


def test_two_offices_with_an_article_are_two_people(bearer_of):
    """In "the mayor and president Ana Reyes" the mayor is somebody else."""
    assert bearer_of("The mayor and president Ana Reyes were freed.", "The mayor") != "Ana Reyes"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Police identified the gunman as Dan Ruiz.", "the gunman"),
        ("The victim was named as Dan Ruiz.", "The victim"),
        ("A man named Dan Ruiz fled.", "man"),
    ],
)
def test_somebody_who_is_identified_bears_the_label_before_it(bearer_of, text, label):
    """The name that somebody is said to have is the name of the one described before it."""
    assert bearer_of(text, label) == "Dan Ruiz"


def test_a_phrase_set_before_a_name_is_said_of_it_but_none_of_a_series(bearer_of):
    """The phrase "another rebel militia, the Harbor Front," names the front; one before a list names no member."""
    assert bearer_of("They fear another rebel militia, the Harbor Front, and left.", "another rebel militia") == (
        "Harbor Front"
    )
    series = "They fear the rebel militia, the Harbor Front, and the Belmar Guard."
    assert bearer_of(series, "rebel militia") != "Harbor Front"


def test_an_age_belongs_to_the_name_after_it_or_to_whom_it_was_told_of(bearer_of):
    """An age before a name is of that name; alone it is of the one told with it, not of whoever was named last."""
    assert bearer_of("Ana Reyes saw five-year-old Dan Ruiz.", "five-year-old") == "Dan Ruiz"
    text = "A six-year-old boy fell. His uncle Dan Ruiz came. The six-year-old was asleep."
    assert bearer_of(text, "six-year-old") == "six-year-old boy"


def test_a_loaded_word_inside_a_label_is_said_of_the_one_who_bears_it(draft_of):
    """The word "ruthless" of "described as a ruthless operator" is said of the one described."""
    draft = draft_of("Ana Reyes is described as a ruthless operator by the mob.")
    draft.entities = annotate_entities(draft)
    names = {entity.id: entity.name for entity in draft.entities}
    said = {item.text: names.get(item.entity) for item in annotate_designations(draft) if item.entity}
    assert said["ruthless operator"] == said["ruthless"] == "Ana Reyes"


def test_both_parts_of_a_hyphened_adjective_belong_to_the_label(bearer_of):
    """The adjective "far-right" before a name is one word."""
    assert bearer_of("The far-right Harbor Front won the vote.", "far-right") == "Harbor Front"


def test_whoever_is_asked_for_somebody_is_not_called_so(draft_of):
    """Somebody who was sent a lawyer is no lawyer."""
    draft = draft_of("Ana Reyes was sent a lawyer on Monday.")
    draft.entities = annotate_entities(draft)
    names = {entity.id: entity.name for entity in draft.entities}
    said = {item.text: names.get(item.entity) for item in annotate_designations(draft)}
    assert said.get("lawyer") != "Ana Reyes"
