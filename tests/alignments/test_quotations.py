"""Promises on quotations: one utterance in two reports, whatever its wording, cuts and halves."""

from __future__ import annotations

import pytest

from variorum.alignments.quotations import align_quotations


def _report(maker, *quotations, speaker="Ana Reyes", kind="direct"):
    """Return a report with one speaker and her quotations, each a string or a tuple of halves."""
    text = f"{speaker or 'Nobody'} spoke. " + " ".join(
        f"“{half}” she said."
        for quotation in quotations
        for half in ([quotation] if isinstance(quotation, str) else quotation)
    )
    made = maker(text)
    entity = made.entity(speaker) if speaker else None
    for quotation in quotations:
        made.quotation(*([quotation] if isinstance(quotation, str) else quotation), speaker=entity, kind=kind)
    return made


def _kinds(aligned):
    return [(link.left.id, link.right.id, link.kind.value) for link in align_quotations(aligned)]


LONG = "We will rebuild every house in the harbour before the winter, and nobody will pay for it alone."


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (LONG, LONG, "identical"),
        (LONG, "We will rebuild every house in the harbour before the winter", "truncated"),
        (LONG, "We will rebuild every house in the harbour … and nobody will pay for it alone.", "spliced"),
        (LONG, "Every house in the harbour we shall build again by winter, and no one has to pay alone.", "reworded"),
        ("We have lost 40 boats in this storm tonight.", "We have lost 52 boats in this storm tonight.", "altered"),
        (
            "The port will be closed to all ships tomorrow.",
            "The port will not be closed to all ships tomorrow.",
            "altered",
        ),
        ("I asked Imre Halasz to leave the council.", "I asked Nadia Korb to leave the council.", "altered"),
        ("I asked Imre Halasz to leave the council.", "I asked Imre Halász to leave the council.", "identical"),
        ((LONG.split(",", maxsplit=1)[0], LONG.split(", ")[1]), LONG, "identical"),
    ],
)
def test_kinds(maker, aligned_of, left, right, kind):
    """Each way to give an utterance has its kind; spelling a name otherwise alters nothing."""
    found = _kinds(aligned_of(_report(maker, left), _report(maker, right)))
    if isinstance(left, tuple):
        # Halves are cut where the attribution stood.
        assert [item[:2] for item in found] == [("q1", "q1")]
    else:
        assert found == [("q1", "q1", kind)]


def test_altered_reason_names_the_words(maker, aligned_of):
    """The reasons name the speaker and the words that differ."""
    (link,) = align_quotations(
        aligned_of(
            _report(maker, "We have lost 40 boats in this storm tonight."),
            _report(maker, "We have lost 52 boats in this storm tonight."),
        )
    )
    assert "same speaker: Ana Reyes" in link.reasons
    assert "number differs: “40”, “52”" in link.reasons


def test_order_helps_short_sentences(maker, aligned_of):
    """A short sentence that is worded otherwise follows its matched neighbour."""
    left = _report(
        maker, "I would like to hear what you think of the strike in the harbour. It is bad. It hits the docks."
    )
    right = _report(
        maker,
        "I am very interested in your opinion about the harbour strike. Sadly, it is bad. The docks are hit by it.",
    )
    (link,) = align_quotations(aligned_of(left, right))
    assert "same order of sentences" in link.reasons


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We do not want a single metre of their land.", "The railway will be finished in the spring."),
        ("The situation in the region", "I am worried about the situation in our hospitals and schools."),
        ("grave danger", "We face a danger that nobody has seen before."),
    ],
)
def test_not_one_utterance(maker, aligned_of, left, right):
    """Other utterances of one speaker, and fragments that share a word, stay apart."""
    assert _kinds(aligned_of(_report(maker, left), _report(maker, right))) == []


def test_fragment_of_the_same_words(maker, aligned_of):
    """A fragment in its very words is the speaker's, alone and inside a longer quotation."""
    left = _report(maker, "complex harbour reforms")
    assert _kinds(aligned_of(left, _report(maker, "complex harbour reforms"))) == [("q1", "q1", "identical")]
    right = _report(maker, "This is about complex harbour reforms and about nothing else at all.")
    assert _kinds(aligned_of(left, right)) == [("q1", "q1", "truncated")]


def test_speakers(maker, aligned_of):
    """An unnamed speaker is no hindrance; another speaker is one, unless the words are the same."""
    reworded = "Every house in the harbour we shall rebuild before the winter, and nobody has to pay for it alone."
    named, other = _report(maker, LONG), _report(maker, reworded, speaker="Joseph Adeyo")
    assert _kinds(aligned_of(named, _report(maker, reworded, speaker=None)))
    assert _kinds(aligned_of(named, other)) == []
    (link,) = align_quotations(aligned_of(named, _report(maker, LONG, speaker="Joseph Adeyo")))
    assert any(reason.startswith("speaker differs") for reason in link.reasons)


def test_direct_and_indirect(maker, aligned_of):
    """One report's quotation and another's indirect report of it belong together."""
    left = _report(maker, "We will close the border crossing at Velisk on Monday.")
    right = maker("Ana Reyes said that the border crossing at Velisk would be closed on Monday.")
    right.quotation(
        "that the border crossing at Velisk would be closed on Monday",
        kind="indirect",
        speaker=right.entity("Ana Reyes"),
    )
    (link,) = align_quotations(aligned_of(left, right))
    assert link.kind == "reworded"
    assert "direct in one report, indirect in the other" in link.reasons


def test_quotation_in_two_parts(maker, aligned_of):
    """A quotation that another report gives as two is aligned with both."""
    first, second = "We will rebuild every house in the harbour.", "Nobody will have to pay for the winter alone."
    left, right = _report(maker, f"{first} {second}"), _report(maker, first, second)
    assert [item[:2] for item in _kinds(aligned_of(left, right))] == [("q1", "q1"), ("q1", "q2")]


def test_sigla_and_repetition(maker, aligned_of):
    """Sigla are labels, and the same story gives the same alignments."""
    makers = [
        _report(maker, LONG),
        _report(maker, LONG.split(",", maxsplit=1)[0]),
        _report(maker, "We will rebuild the harbour."),
    ]
    plain = align_quotations(aligned_of(*makers))
    other = align_quotations(aligned_of(*makers, sigla="CBA"))
    assert plain == align_quotations(aligned_of(*makers))
    assert [(a.left.id, a.right.id, a.kind, a.score, a.reasons) for a in plain] == [
        (b.left.id, b.right.id, b.kind, b.score, b.reasons) for b in other
    ]


def test_bounded(maker, aligned_of):
    """A thousand equal quotations against a thousand are answered in seconds."""
    texts = ["We will rebuild the harbour before the winter comes."]
    left, right = _report(maker, *texts), _report(maker, *texts)
    for made in (left, right):
        made.layers["quotations"] *= 1_000
    assert align_quotations(aligned_of(left, right))
