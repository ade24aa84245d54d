"""Promises on quotations: one utterance in two reports, whatever its wording, cuts and halves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from variorum.alignments.quotations.aligning import align_quotations
from variorum.alignments.quotations.utterances import Piece
from variorum.alignments.quotations.variants import compare_quotations
from variorum.alignments.wordings.likeness import words_of
from variorum.model.alignments import Alignment, AlignmentKind, Layer, Ref
from variorum.model.spans import Span


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
        ("The stamp is genuine.", "The stamp is forged.", "altered"),
        ("We can pay that.", "We cannot pay that any longer.", "altered"),
        (
            "The levy would pay for two ferries.",
            "Three ferries can be financed from the proceeds of the levy.",
            "altered",
        ),
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


def test_all_sentences_of_a_quotation(maker, aligned_of):
    """Quotations of several sentences, each worded otherwise, are aligned once."""
    left = _report(
        maker, "I would like to hear what you think of the strike in the harbour. It is bad. It hits the docks."
    )
    right = _report(
        maker,
        "I am very interested in your opinion about the harbour strike. Sadly, it is bad. The quays suffer from it.",
    )
    (link,) = align_quotations(aligned_of(left, right))
    assert link.kind == "reworded"


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
    named = _report(maker, LONG)
    assert _kinds(aligned_of(named, _report(maker, reworded, speaker=None)))
    free = "We shall build up the harbour again, and the whole town will pay."
    assert _kinds(aligned_of(named, _report(maker, free)))
    assert _kinds(aligned_of(named, _report(maker, free, speaker="Joseph Adeyo"))) == []
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


def test_no_word_in_common(maker, aligned_of):
    """Words that mean the same belong together where the same person speaks, although no word is common."""
    left = _report(maker, "Both ships had been told to sail more slowly.", "Nobody was hurt in the collision.")
    right = _report(maker, "Each vessel received the order to reduce speed.", "We are waiting for the divers.")
    assert _kinds(aligned_of(left, right)) == [("q1", "q1", "reworded")]


def test_two_speakers_of_one_utterance(maker, aligned_of):
    """What two reports give in nearly the same sense to two speakers is one utterance whose speaker differs."""
    others = "Nobody was hurt in the collision.", "We are waiting for the divers."
    left = _report(maker, "The old furnace of the mill will be lit again in October.", others[0])
    right = _report(
        maker, "the mill's old furnace is to be relit in October", others[1], speaker="Joseph Adeyo", kind="indirect"
    )
    (link,) = align_quotations(aligned_of(left, right))
    assert link.differs == ("speaker",)


def test_what_is_told_as_an_act(maker, aligned_of):
    """A quotation and what another report tells as an act are one utterance; two acts are none."""
    left = _report(maker, "We heard a crash like thunder on the slope before the hut was gone.")
    acts = [maker(f"Ana Reyes {verb} a crash like thunder on the slope.") for verb in ("spoke of", "described")]
    for act in acts:
        act.act("a crash like thunder on the slope", speaker=act.entity("Ana Reyes"))
    assert [pair[:2] for pair in _kinds(aligned_of(left, acts[0]))] == [("q1", "a1")]
    assert _kinds(aligned_of(*acts)) == []


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


@given(
    st.lists(
        st.sampled_from(["harbour", "winter", "we", "will", "not", "40", "boats", "Korb", "close"]),
        min_size=5,
        max_size=20,
    )
)
def test_a_quotation_is_identical_with_itself(words):
    """Whatever is said, the same words are identical, and nothing is lacking or altered."""
    piece = _piece(" ".join(words))
    variant = compare_quotations([(piece, piece)], [piece], [piece])
    assert variant.kind == "identical"
    assert (variant.left_lacks, variant.right_lacks, variant.altered) == ("", "", ())


@settings(deadline=None)  # the first words that are compared load the encoder
@given(
    st.lists(st.sampled_from(["harbour", "winter", "we", "will", "not", "40", "52", "boats"]), min_size=3, max_size=12),
    st.lists(st.sampled_from(["harbour", "winter", "we", "will", "not", "40", "52", "boats"]), min_size=3, max_size=12),
)
def test_swapping_two_wordings_mirrors_their_class(left, right):
    """The class of two wordings is the same from either side, and what one lacks is what the other lacks mirrored."""
    one, other = _piece(" ".join(left)), _piece(" ".join(right))
    there = compare_quotations([(one, other)], [one], [other])
    back = compare_quotations([(other, one)], [other], [one])
    assert (there.kind, there.left_lacks, there.right_lacks) == (back.kind, back.right_lacks, back.left_lacks)


def _piece(text):
    """Return a sentence of a direct quotation."""
    stems = tuple(word.stem for word in words_of(text))
    spans = (Span(0, len(text)),)
    return Piece(
        0,
        0,
        spans,
        text,
        stems,
        frozenset(stems),
        whole=True,
        short=False,
        indirect=False,
        marked="",
        marks=frozenset(),
    )


def test_what_is_cut_off_is_said(maker, aligned_of):
    """A cut quotation says which words it leaves out."""
    (link,) = align_quotations(aligned_of(_report(maker, LONG), _report(maker, LONG.split(",", maxsplit=1)[0])))
    assert link.right_lacks == "and nobody will pay for it alone"
    assert link.left_lacks == ""


def test_only_the_shared_sentences_are_aligned(maker, aligned_of):
    """A sentence that one report quotes alone is no part of the utterance."""
    left = _report(maker, "It has been a long day for all of us. We will rebuild every house in the harbour.")
    right = _report(maker, "Every house in the harbour will be rebuilt by us.")
    (link,) = align_quotations(aligned_of(left, right))
    text = left.made().report.text
    assert " ".join(span.text_of(text) for span in link.left_spans) == "We will rebuild every house in the harbour."


def test_short_fragments_start_no_match(maker, aligned_of):
    """Two words in marks are no utterance, although a longer quotation has them."""
    left = _report(maker, "orphan districts")
    right = _report(maker, "There is no campaign in any of those states and we call these orphan districts.")
    assert _kinds(aligned_of(left, right)) == []


def test_one_word_in_marks_of_one_speaker(maker, aligned_of):
    """A word that one report has in marks and the other one too, by the same speaker, is one utterance."""
    left, right = maker("Ana Reyes called it a “blunder”."), maker("Ana Reyes spoke of a “total blunder”.")
    left.quotation("blunder", speaker=left.entity("Ana Reyes"))
    right.quotation("total blunder", speaker=right.entity("Ana Reyes"))
    assert len(_kinds(aligned_of(left, right))) == 1


def test_aligned_statements_speak_for_an_utterance(maker, aligned_of):
    """What two reports tell indirectly in other words is likelier one utterance where statements are aligned."""
    left = maker("Ana Reyes said the dog was alert while taken to the harbour.")
    right = maker("The puppy was alert when it was taken to the harbour, according to harbour officials.")
    left.quotation("the dog was alert while taken to the harbour", kind="indirect", speaker=left.entity("Ana Reyes"))
    right.quotation("The puppy was alert when it was taken to the harbour", kind="indirect")
    for made in (left, right):
        made.statement("was alert", "was alert", "be alert", quotation="q1")
    aligned = aligned_of(left, right)
    link = Alignment(Layer.STATEMENT, Ref("A", "s1"), Ref("B", "s1"), AlignmentKind.REWORDED, 0.9, ())
    (alone,), (linked,) = align_quotations(aligned), align_quotations(replace(aligned, alignments=(link,)))
    assert linked.score > alone.score


def test_a_question_of_light_words(maker, aligned_of):
    """Three words that carry nothing are one utterance where one and the same person says them."""
    left, right = _report(maker, "Who are you?"), _report(maker, "Who are you?")
    assert _kinds(aligned_of(left, right)) == [("q1", "q1", "identical")]
    other = _report(maker, "Who are you?", speaker="Joseph Adeyo")
    assert _kinds(aligned_of(left, other)) == []


def test_an_utterance_that_a_report_tells_twice(maker, aligned_of):
    """What a report tells on top in its own words and further down as said is aligned at both places."""
    left = _report(maker, LONG)
    told = "that every house in the harbour will be rebuilt before the winter"
    right = maker(f"Ana Reyes said {told}. “{LONG}” she said.")
    speaker = right.entity("Ana Reyes")
    right.quotation(told, kind="indirect", speaker=speaker)
    right.quotation(LONG, speaker=speaker)
    assert [item[:2] for item in _kinds(aligned_of(left, right))] == [("q1", "q1"), ("q1", "q2")]


@pytest.mark.parametrize(
    ("text", "role", "relation"),
    [
        ("Ana Reyes, the harbour spokeswoman, spoke.", "spokeswoman", "same"),
        ("Ana Reyes, the harbour pilot, spoke.", "pilot", "unknown"),
    ],
)
def test_a_described_speaker(maker, aligned_of, text, role, relation):
    """A speaker who is described is the one whom the other report names with that office, and else may be anybody."""
    left, right = maker(f"{text} “{LONG}”"), maker(f"“{LONG}” a spokeswoman said.")
    left.quotation(LONG, speaker=left.entity("Ana Reyes", roles=(role,)))
    right.quotation(LONG, speaker="spokeswoman")
    (link,) = align_quotations(aligned_of(left, right))
    expected = {"same": "same speaker: Ana Reyes", "unknown": "the speaker may be the same"}[relation]
    assert link.reasons[0] == expected


def test_one_surname(maker, aligned_of):
    """Two first names of one surname are one speaker, unless a report names two people of it."""
    left, right = _report(maker, LONG, speaker="Lotte Reyes"), _report(maker, LONG, speaker="Annalotte Reyes")
    (link,) = align_quotations(aligned_of(left, right))
    assert link.reasons[0].startswith("same speaker")
    right.text += " Her sister Beata Reyes listened."
    right.entity("Beata Reyes")
    (link,) = align_quotations(aligned_of(left, right))
    assert link.reasons[0] == "the speaker may be the same"
