"""Sentences: what clauses do not join."""

from __future__ import annotations

from msgspec.structs import replace

from variorum import flow
from variorum.alignments.sentences.aligning import _told_again, align_sentences, sentence_pairs, without_doubtful
from variorum.limits import LIMITS
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.reports import Report
from variorum.stories.gathering import gather_story


def story_of(*texts):
    """Return reports as a story in which nothing is aligned yet."""
    annotated = [flow.annotate(Report(str(number), text), keep=False) for number, text in enumerate(texts)]
    return AlignedStory(gather_story(annotated, story_id="", title=None), (), ())


ONE = "The founder of the Velisk clinic steps down in autumn. Rain fell on the coast."
TWO = "Prices rose again. A surgeon who built up the clinic of Velisk, its founder Mara Lind, goes in autumn."


def test_sentences_that_share_rare_words_are_joined():
    """A sentence is joined with the one that shares its rare words, whatever their clauses are, and with no other."""
    aligned = story_of(ONE, TWO)
    reports = dict(aligned.story.items())
    links = align_sentences(aligned)
    assert links
    for link in links:
        pair = [
            next(item for item in reports[ref.siglum].statements if item.id == ref.id).span.text_of(
                reports[ref.siglum].report.text
            )
            for ref in (link.left, link.right)
        ]
        assert "Velisk" in " ".join(pair)
        assert not {"Rain fell on the coast.", "Prices rose again."} & set(pair)


def test_the_reason_gives_the_words_as_they_are_written():
    """What two sentences share is told in whole words, the same from either side."""
    reasons = {link.reasons for links in ((ONE, TWO), (TWO, ONE)) for link in align_sentences(story_of(*links))}
    assert reasons == {("their sentences share rare words: autumn, clinic, founder, Velisk",)}


def test_sentences_that_share_nothing_are_left_alone():
    """Names alone, or nothing, join no sentences."""
    assert not align_sentences(story_of("Mara Lind went home.", "The court fined Mara Lind."))


def test_what_is_left_over_of_two_short_reports_is_not_joined():
    """That a sentence has no other one to be taken for makes it tell nothing alike."""
    one = "Police arrested the baker Lena Orr on Tuesday. The weather was mild and the cafes were full."
    other = "Few people had expected the news. The baker Lena Orr was arrested on Tuesday, police said."
    aligned = story_of(one, other)
    reports = dict(aligned.story.items())
    left_over = [ref for link in align_sentences(aligned) for ref in (link.left, link.right)]
    statements = {(siglum, item.id): item for siglum in reports for item in reports[siglum].statements}
    told = [statements[ref.siglum, ref.id].span.text_of(reports[ref.siglum].report.text) for ref in left_over]
    assert not any("cafes" in words or "expected" in words for words in told)


def test_a_report_of_something_else_has_no_say():
    """What two reports share is found alike with a third one beside them, and a lone likeness to that one is none."""
    reports = [Report("a", "A trawler sank off Velisk. It dated from 1986."), Report("b", ONE), Report("c", TWO)]
    barn = Report("d", "The barn dates from 1904 and smells of hay. Geese walk round it every morning.")

    def links(*told):
        aligned = flow.align(
            gather_story([flow.annotate(report, keep=False) for report in told], story_id="", title=None)
        )
        names = {siglum: annotated.report.id for siglum, annotated in aligned.story.items()}
        return {(names[link.left.siglum], names[link.right.siglum], link.score) for link in aligned.alignments}

    def without_sides(found):
        return {(frozenset(link[:2]), link[2]) for link in found}

    assert without_sides(links(*reports, barn)) == without_sides(links(*reports))


def test_equal_sentences_cost_what_one_costs():
    """A report that says one thing a thousand times is read as if it said it once."""
    links = align_sentences(story_of("The ferry burned in the harbour of Velisk. " * 300, ONE))
    assert len(links) <= LIMITS.candidates


def test_clauses_that_their_sentences_speak_against_are_taken_apart():
    """What two clauses seem to share is left out where the sentences around them tell two things."""
    aligned = story_of(ONE, TWO)
    reports = dict(aligned.story.items())
    first = {siglum: annotated.statements[0].id for siglum, annotated in reports.items()}
    left, right = aligned.story.sigla
    wrong = Alignment(
        Layer.STATEMENT, Ref(left, first[left]), Ref(right, first[right]), AlignmentKind.REWORDED, 0.4, ("by hand",)
    )
    kept = without_doubtful(replace(aligned, alignments=(wrong,))).alignments
    assert wrong not in kept


def test_sentences_that_tell_the_same_settle_what_is_in_doubt():
    """An event that may be one is one where its sentences tell the same, and stays in doubt where they do not."""
    one = "The ferry Alba ran aground off Velisk on Monday. Bread prices rose in the capital."
    two = "Off Velisk the ferry Alba hit a sandbank on Monday. The mayor praised a new school."
    aligned = story_of(one, two)
    (left, first), (right, second) = aligned.story.items()
    links = tuple(
        Alignment(Layer.EVENT, Ref(left, first.events[0].id), Ref(right, event.id), AlignmentKind.UNCERTAIN, 0.5, ("",))
        for event in (second.events[0], second.events[-1])
    )
    kept = without_doubtful(replace(aligned, alignments=links)).alignments
    assert [link.kind for link in kept] == [AlignmentKind.SAME, AlignmentKind.UNCERTAIN]


def test_the_odds_of_sentences_are_those_of_the_pair_that_is_asked_for():
    """Sentences that tell one thing speak for the statements in them, others against; what is not read says little."""
    aligned = story_of(ONE, TWO)
    (pair,) = sentence_pairs(aligned)
    (same, other), (unread, _) = pair.odds_at(aligned, [0, 99], [1, 0]).tolist()
    assert same > unread > other


def test_sentences_that_are_joined_with_others_can_tell_something_alike_besides():
    """Two sentences that both have counterparts are joined with each other, too, where they tell one thing."""
    (pair,) = sentence_pairs(story_of(ONE, TWO))
    assert _told_again([[0.1, 0.9], [0.1, 0.1]], pair.sides, frozenset({(0, 0), (1, 1)})) == [(0, 1)]
    assert not _told_again([[0.1, 0.9], [0.1, 0.1]], pair.sides, frozenset({(0, 0)}))
    assert not _told_again([[0.1, 0.9], [0.1, 0.1]], pair.sides, frozenset({(0, 1), (1, 0)}))
