"""Who is called by a noun in one place and named in another: what befell both tells that they are one."""

from __future__ import annotations

import pytest

from variorum.annotations.entities.annotator import annotate_entities


@pytest.fixture(scope="module")
def is_one(draft_of):
    """Return a function: whether one entity of a text has two mentions."""

    def read(text, noun, name):
        groups = [[text[m.start : m.end] for m in entity.mentions] for entity in annotate_entities(draft_of(text))]
        return any(noun in group and name in group for group in groups)

    return read


CRASH = (
    "A drunken driver struck a woman in Belmar and drove off, police said. An officer chased the car and arrested "
    "Dan Ruiz, 23, several blocks away. {} Ruiz is charged with leaving the scene. Mila Reyes was pronounced dead at "
    "the hospital."
)


@pytest.mark.parametrize(("noun", "name"), [("The driver", "Dan Ruiz"), ("a woman", "Mila Reyes")])
def test_whom_the_same_befell_is_one(is_one, noun, name):
    """The driver who was charged is the one who was arrested, the woman who was struck the one who died."""
    assert is_one(CRASH.format("The driver was charged with manslaughter."), noun, name)


def test_what_befell_several_tells_nobody(is_one):
    """Where two named people were arrested, the driver who was charged is left open."""
    text = CRASH.format("Bo Kell was arrested too. The driver was charged with manslaughter.")
    assert not is_one(text, "The driver", "Dan Ruiz")


def test_what_befell_somebody_of_another_age_tells_nobody(is_one):
    """A driver of 40 who was charged is not the man of 23 who was arrested."""
    text = (
        "A 40-year-old driver was charged with manslaughter in Belmar on Monday. The driver waits in jail. "
        "Police arrested Dan Ruiz, 23, in Arden."
    )
    assert not is_one(text, "The driver", "Dan Ruiz")


def test_the_suspect_is_the_one_whom_the_report_is_about(is_one):
    """Who has no office, was not harmed and tells nothing, and is told of most, is the suspect of a report."""
    text = (
        "Office Shooting In Belmar: One Dead And Suspect Caught\n"
        "A woman was shot at an office in Belmar on Monday, police said.\n"
        "Dan Ruiz, 38, was found on a road. Ruiz said nothing when officers stopped him, Sheriff Bo Kell said. Kell "
        "said the suspect was calm. Ruiz had lost his work. Ana Reyes, who works there, said it was loud."
    )
    assert is_one(text, "the suspect", "Ruiz")
    assert is_one(text, "the suspect", "Suspect")
    assert not is_one(text, "the suspect", "Ana Reyes")
