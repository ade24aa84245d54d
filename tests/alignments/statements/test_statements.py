"""Promises on statements: clauses that tell the same are joined, clauses on the same topic are not."""

from __future__ import annotations

import pytest

from variorum.alignments.statements.aligning import align_statements
from variorum.model.alignments import AlignmentKind


def _report(maker, *clauses, **fields):
    """Return a report of clauses, each a statement whose predicate is its last word."""
    made = maker(" ".join(clauses))
    for clause in clauses:
        predicate = clause.rstrip(".").split()[-1]
        made.statement(clause, predicate, predicate, **fields)
    return made


def _links(aligned):
    return [(link.left.id, link.right.id) for link in align_statements(aligned)]


@pytest.fixture(scope="module")
def links_of(annotate_text):
    """Return a function: texts of two reports to the alignments of their statements."""
    from variorum.alignments.actors.aligning import align_actors
    from variorum.model.alignments import AlignedStory
    from variorum.stories.gathering import gather_story

    def align(left, right):
        story = gather_story([annotate_text(left), annotate_text(right)], story_id="", title=None)
        return align_statements(AlignedStory(story, align_actors(story), ()))

    return align


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The ferry sank two miles off Kettle Bay with 80 passengers on board.",
            "Eighty people were aboard the ferry when it went down near Kettle Bay.",
        ),
        (
            "Residents of Drovno had warned the council about the cracked dam for months.",
            "For months, people in Drovno had told the council that the dam was cracked.",
        ),
        ("The governor resigned after the trial.", "After the trial, the governor stepped down."),
        ("The bridge had been closed for repairs since January.", "The bridge has been closed since January."),
    ],
)
def test_the_same_told(links_of, left, right):
    """The same thing in other words is joined."""
    assert links_of(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The ferry sank two miles off Kettle Bay with 80 passengers on board.",
            "The ferry company was fined for safety violations four years ago.",
        ),
        (
            "A video published by the ministry showed the minister greeting the miners.",
            "Both the mood in the mines and the price of coal have changed since the strike.",
        ),
        (
            "Militias loyal to Maravia control two strips of land along the border.",
            "Maravia once denied that the militias were the goal of its operations along the coast.",
        ),
        ("Ana Reyes opened the new hospital in Velisk.", "Ana Reyes grew up in Velisk in a family of teachers."),
    ],
)
def test_the_same_topic(links_of, left, right):
    """What merely speaks of the same people and places is not joined."""
    assert not links_of(left, right)


def test_each_to_its_best(maker, aligned_of):
    """One statement has one counterpart, the best."""
    left = _report(
        maker, "The ferry sank off Kettle Bay on Sunday.", "The captain of the ferry was arrested on Monday."
    )
    right = _report(maker, "On Monday police arrested the ferry's captain.", "A ferry sank on Sunday off Kettle Bay.")
    assert _links(aligned_of(left, right)) == [("s1", "s2"), ("s2", "s1")]


def test_direct_speech_is_left_to_quotations(maker, aligned_of):
    """A clause inside a direct quotation is no statement of its own here."""
    text = "“The harbour will be rebuilt before the winter.”"
    makers = []
    for _ in range(2):
        made = maker(text)
        quotation = made.quotation(text.strip("“”"))
        made.statement(text.strip("“”"), "rebuilt", "rebuild", quotation=quotation)
        makers.append(made)
    assert _links(aligned_of(*makers)) == []


def test_kinds(maker, aligned_of):
    """The same words are identical, other words reworded; a negation in one is said."""
    clause = "The harbour of Kettle Bay was closed to fishing boats in May."
    (link,) = align_statements(aligned_of(_report(maker, clause), _report(maker, clause)))
    assert (link.kind.value, "similar wording 1.00" in link.reasons) == ("identical", True)
    other = "The harbour of Kettle Bay was not closed to fishing boats in May."
    (link,) = align_statements(aligned_of(_report(maker, clause), _report(maker, other)))
    assert link.kind == "reworded"
    assert "negated in one" in link.reasons


def test_sigla_are_labels(maker, aligned_of):
    """Other sigla change the labels and nothing else."""
    makers = [
        _report(maker, "The ferry sank off Kettle Bay on Sunday.", "Its captain was arrested in Drovno on Monday."),
        _report(maker, "On Sunday a ferry went down near Kettle Bay.", "Police in Drovno arrested the captain."),
        _report(maker, "The captain of the sunken ferry was arrested in Drovno."),
    ]
    plain, other = align_statements(aligned_of(*makers)), align_statements(aligned_of(*makers, sigla="CBA"))
    assert [(a.left.id, a.right.id, a.kind, a.score, a.reasons) for a in plain] == [
        (b.left.id, b.right.id, b.kind, b.score, b.reasons) for b in other
    ]


def test_bounded(maker, aligned_of):
    """Twenty thousand equal statements cost what one does."""
    left = _report(maker, "The ferry sank off Kettle Bay on Sunday.")
    right = _report(maker, "A ferry sank on Sunday off Kettle Bay.")
    for made in (left, right):
        made.layers["statements"] *= 20_000
    assert len(align_statements(aligned_of(left, right))) == 1


def test_what_is_told_again(links_of):
    """A caption that tells again what the text tells is joined with the other report, too."""
    links = links_of(
        "Firefighters rescued nine hikers from the Morla gorge on Sunday.\n\nThe rescue took all night."
        "\n\nFirefighters rescue nine hikers from the Morla gorge",
        "Nine hikers were rescued from the gorge of Morla by firefighters on Sunday. It rained.",
    )
    assert sum(link.kind is not AlignmentKind.UNCERTAIN for link in links) == 2


def test_two_sentences_in_one(links_of):
    """One clause tells what another report tells in two sentences, and both are joined with it."""
    links = links_of(
        "The rocket Kestrel lifted off from the island of Rana on Wednesday."
        " The flight on Wednesday was the third of the rocket Kestrel. Halden Space built it.",
        "On its third flight the rocket Kestrel lifted off from the island of Rana on Wednesday. The weather was fine.",
    )
    assert sum(link.kind is not AlignmentKind.UNCERTAIN for link in links) == 2
