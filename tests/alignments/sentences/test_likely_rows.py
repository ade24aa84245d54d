"""Two sentences that hardly tell one thing stand in doubt, however alike two of their clauses are."""

from msgspec.structs import replace

from variorum import flow
from variorum.comparisons.comparing import compare_story
from variorum.model.alignments import Layer
from variorum.model.comparisons import Relation
from variorum.model.reports import Report
from variorum.stories.gathering import gather_story

ONE = "The old ferry sank off Velisk on Monday. Divers pulled nine sailors out of the harbour. The mayor wept for them."
OTHER = "On Monday the old ferry sank near Velisk. The cook had baked almond cakes. His sister was to marry in spring."


def aligned(*texts):
    """Return reports as an aligned story."""
    reports = [Report(f"r{number}", text, language="en") for number, text in enumerate(texts)]
    return flow.align(gather_story([flow.annotate(report) for report in reports], story_id="", title=None))


def likely(story):
    """Return how likely the sentences of each two events or statements tell one thing."""
    return [link.told for link in story.alignments if link.layer in (Layer.EVENT, Layer.STATEMENT)]


def relations(story):
    """Return the relations of the rows of events and statements that both reports have."""
    units = compare_story(story).units
    return {unit.relation for unit in units if unit.layer is not Layer.QUOTATION} - {Relation.ONLY}


def test_sentences_that_tell_the_same_are_likely_to():
    """The ferry sinks in both reports: the chance is high, and a row agrees."""
    story = aligned(ONE, OTHER)
    assert max(likely(story)) > 0.5
    assert Relation.AGREES in relations(story)


def test_a_row_of_unlikely_sentences_is_in_doubt():
    """Where the sentences of all that is aligned in a row hardly tell one thing, the row does not agree."""
    story = aligned(ONE, OTHER)
    doubted = tuple(replace(link, told=0.1) for link in story.alignments)
    assert relations(replace(story, alignments=doubted, sentences=())) <= {Relation.UNCERTAIN}


def test_a_report_of_one_sentence_is_not_judged():
    """Whoever compares a claim with a report has put the two side by side."""
    assert set(likely(aligned("The old ferry sank off Velisk on Monday.", OTHER))) == {1.0}


def test_swapped_reports_are_as_likely():
    """Which report stands first does not count."""
    assert sorted(likely(aligned(ONE, OTHER))) == sorted(likely(aligned(OTHER, ONE)))


REST_OF_ONE = (
    " The harbour master closed the northern quay. A crane had to be fetched from Torvel. The trade union demanded new"
    " life jackets. Two schools stayed shut. Insurance will pay for the hull."
)
REST_OF_OTHER = (
    " Her aunt Mina Olt sewed the dress. A band from Dorn will play waltzes. The church was painted last year. Some"
    " guests come by train. Roses grow along the path."
)


def test_likely_sentences_are_known():
    """The sentences that tell of the ferry likely tell one thing, those of cakes and sailors do not."""
    story = aligned(ONE + REST_OF_ONE, OTHER + REST_OF_OTHER)
    assert [(link.left[1], link.right[1]) for link in story.sentences] == [(0, 0)]


def test_reports_of_few_sentences_have_no_likely_ones():
    """What two sentences find in no other one says little where there are hardly any others."""
    assert aligned(ONE, OTHER).sentences == ()
