"""Promises of quotation extraction and attribution, on sentences of our own about an invented harbour town."""

import json
import time
from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.annotations.quotations.annotator import annotate_attributions, annotate_quotations
from variorum.model.annotations import (
    AttributionKind,
    Entity,
    EntityType,
    Mention,
    MentionForm,
    QuotationType,
    TimeExpression,
    TimeType,
)
from variorum.model.spans import Span


@pytest.fixture(scope="module")
def quote(draft_of):
    """Return a function: text to its quotations."""
    return lambda text, **metadata: annotate_quotations(draft_of(text, **metadata))


@pytest.fixture(scope="module")
def attribute(draft_of):
    """Return a function: text to its quotations and other attributions."""
    return lambda text: (*annotate_quotations(draft_of(text)), *annotate_attributions(draft_of(text)))


def words(quotation, text):
    """Return the words of the content, span by span."""
    return [span.text_of(text) for span in quotation.spans]


def said(quotation, text):
    """Return the words that name the speaker."""
    return quotation.speaker.text_of(text) if quotation.speaker else None


DIRECT = [
    ("“The harbour will stay open,” said Mayor Ana Reyes.", "Ana Reyes", "say"),
    ("“The harbour will stay open,” Reyes said on Tuesday.", "Reyes", "say"),
    ("“The harbour will stay open,” the ministry added in a letter.", "the ministry", "add"),
    ("Reyes said: “The harbour will stay open.”", "Reyes", "say"),
    ("Reyes told reporters: “The harbour will stay open.”", "Reyes", "tell"),
    ("Reyes told the council, “The harbour will stay open.”", "Reyes", "tell"),
    ("“The harbour will stay open,” according to Ana Reyes.", "Ana Reyes", "according to"),
    ("According to Ana Reyes, “the harbour will stay open for now.”", "Ana Reyes", "according to"),
    ("“The harbour will stay open to everybody.” – Ana Reyes, mayor", "Ana Reyes", "-"),
    ("Ana Reyes:\n“The harbour will stay open to everybody.”", "Ana Reyes", ":"),
    ('"Will the harbour stay open?" asked Reyes.', "Reyes", "ask"),
    ("‘The harbour will stay open,’ Reyes said.", "Reyes", "say"),
    ("« The harbour will stay open », Reyes said.", "Reyes", "say"),
]


@pytest.mark.parametrize(("text", "speaker", "lemma"), DIRECT, ids=[row[0][:32] for row in DIRECT])
def test_each_frame_of_a_direct_quotation_names_speaker_and_cue(quote, text, speaker, lemma):
    """Every frame gives the marked words whole, their speaker and the cue."""
    (found,) = quote(text)
    assert found.type is QuotationType.DIRECT
    assert words(found, text)[0].lower().startswith(("the harbour", "will the harbour"))
    assert speaker in said(found, text)
    assert found.cue_lemma == lemma
    assert found.verbatim == found.spans


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Reyes said that the harbour would stay open.", "the harbour would stay open", "Reyes"),
        ("Reyes said the harbour would stay open.", "the harbour would stay open", "Reyes"),
        ("The harbour would stay open, the mayor said on Monday.", "The harbour would stay open", "the mayor"),
        ("The harbour, she said, would stay open.", "would stay open", "she"),
        ("It was, she said, older than the lighthouse.", "older than the lighthouse", "she"),
        ("The harbour closed at noon, according to port officials.", "The harbour closed at noon", "port officials"),
        ("The mayor vowed to reopen the harbour.", "to reopen the harbour", "The mayor"),
        ("The mayor warned of a second storm.", "a second storm", "The mayor"),
        ("The mayor rejected the claim that the harbour was unsafe.", "the harbour was unsafe", "The mayor"),
        ("Rumours suggested that the harbour would be sold.", "the harbour would be sold", "Rumours"),
        ("The council heard Dane's claim that the dues were too high.", "the dues were too high", "Dane's"),
        (
            "The girl's uncle told a reporter on an earlier occasion that the pit was dug near their barn.",
            "the pit was dug near their barn",
            "The girl's uncle",
        ),
        (
            "The pilot was old, but the harbour master kept her, a neighbour said.",
            "The pilot was old, but the harbour master kept her",
            "a neighbour",
        ),
        ("But the quay is shut, Reyes told the council.", "the quay is shut", "Reyes"),
        ("The leak prompted Vieira to ask whether the dam was safe.", "whether the dam was safe", "Vieira"),
        ("Residents were told that the water was safe.", "the water was safe", None),
        ("As engineers have said, the wall could break at any time.", "the wall could break at any time", "engineers"),
        ("The quay closed in May, as the Gazette reported on Monday.", "The quay closed in May", "the Gazette"),
        ("The boat sank in May, the Gazette has reported.", "The boat sank in May", "the Gazette"),
        (
            "The offer followed one from Ana Reyes, who said in May that it was late, adding that it was dear.",
            "dear",
            "Ana Reyes",
        ),
        ("Rep. Ana Reyes (R-Ga.) said the bill was dead.", "the bill was dead", "Rep. Ana Reyes"),
        ("NATO would send a four-day mission, Reyes said.", "NATO would send a four-day mission", "Reyes"),
    ],
)
def test_indirect_speech_gives_the_clause_and_its_speaker(quote, text, content, speaker):
    """Clauses, infinitives and phrases under words of saying are contents; "that" and the attribution are not."""
    found = next(item for item in quote(text) if content in words(item, text)[-1])
    assert found.type is QuotationType.INDIRECT
    assert found.verbatim == ()
    assert said(found, text) == speaker
    assert "said" not in " ".join(words(found, text))


@pytest.mark.parametrize(
    "text",
    [
        "The council called the plan a ruin.",
        "The mayor's clerk dismissed the theft as a prank.",
        "The ministry confirmed the closing of the quay.",
        "The pilot described a frantic scene at the lock.",
        "Nobody knew why Sianis was asked to leave the harbour.",
        "When asked how dear the new quay would be, the mayor smiled.",
    ],
)
def test_what_somebody_does_with_words_is_no_quotation(attribute, text):
    """Judging, confirming and describing without words in marks are speech acts; who is asked does not ask."""
    assert AttributionKind.QUOTATION not in {item.kind for item in attribute(text)}


def test_a_phrase_highlighted_inside_a_report_is_its_speaker_s(quote):
    """The agency passes on what somebody highlights: the words are theirs, the agency stands in the chain."""
    text = 'The Harbour Agency reported on Monday that Ana Reyes also highlighted "the whole range of our talks".'
    inner = next(item for item in quote(text) if words(item, text) == ["the whole range of our talks"])
    assert said(inner, text) == "Ana Reyes"
    assert [link.name for link in inner.chain] == ["Harbour Agency", "Ana Reyes"]


def test_a_title_after_called_is_no_quotation(quote):
    """A work that is called something in marks has a title, and nobody said it."""
    assert quote('The magazine printed a story called "The Queen of the Lock," with a photo.') == ()


@pytest.mark.parametrize(
    "text",
    ["Ana Reyes said she had told the crew that it was late.", "Reyes said the phrase suggests the lock is lost."],
)
def test_nobody_quotes_oneself_or_a_thing_inside_what_one_says(quote, text):
    """What somebody says of an own saying, or of a thing that suggests something, is one quotation."""
    assert [item.cue_lemma for item in quote(text)] == ["say"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Reyes called the plan “a gift to smugglers”.", "the plan “a gift to smugglers”"),
        ("The council discussed what Reyes described as “a slow disaster”.", "a slow disaster"),
        ("Reyes said the plan was “dead on arrival” in the council.", "the plan was “dead on arrival” in the council"),
        ("Reyes praised the “courage” of the pilots.", "the “courage” of the pilots"),
        (
            "Reyes accused Holt of standing “in the way of a sale” of the quay.",
            "of standing “in the way of a sale” of the quay",
        ),
        ("“It is far too late” for a new quay, Reyes said.", "“It is far too late” for a new quay"),
        ("The plan is “far too late” for the old quay, said Reyes.", "The plan is “far too late” for the old quay"),
    ],
)
def test_marked_words_inside_a_clause_stay_verbatim_in_a_mixed_quotation(quote, text, content):
    """What stands in marks inside reported words is kept as its verbatim part."""
    found = next(item for item in quote(text) if content in words(item, text)[0])
    assert said(found, text) == "Reyes"
    assert len(found.verbatim) == 1
    assert "“" not in found.verbatim[0].text_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The “harbour war” of last year cost the town dearly.",
        "She wrote the novel “The Long Quay of the North” in two years.",
        "A ship named ‘Little Star’ left at noon.",
        "The so-called “free pass” ends in May.",
    ],
)
def test_scare_quotes_titles_and_terms_are_no_quotations(quote, text):
    """Short or title-like marked words without a cue are nobody's quotation."""
    assert not [item for item in quote(text) if item.verbatim]


@pytest.mark.parametrize(
    "text",
    [
        "She called her mother twice on Sunday.",
        "The mayor called a meeting.",
        "Reyes showed the guests the harbour.",
        "She ordered a pizza.",
        "Asked whether she would run, Dane smiled.",
        "Reyes explained how the port works.",
        "Patients want to know who read the letters.",
    ],
)
def test_telephone_calls_tours_and_wishes_are_no_quotations(quote, text):
    """Verbs of saying that mean something else here give nothing."""
    assert quote(text) == ()


def test_what_leads_up_to_a_colon_is_no_part_of_the_quotation(quote):
    """A sentence that a report ends with a colon before the marks is the report's own."""
    text = "The anchor is the old king's, or it is not: “The anchor is not his, beyond all doubt,” Ana Reyes said."
    (found,) = quote(text)
    assert words(found, text) == ["The anchor is not his, beyond all doubt,"]


def test_interrupted_halves_are_one_quotation(quote):
    """Two halves of a sentence around their attribution are one quotation with two spans."""
    text = "“The harbour,” Reyes said, “will stay open to all.” The council met later."
    (found,) = quote(text)
    assert words(found, text) == ["The harbour,", "will stay open to all."]


def test_a_sentence_after_the_attribution_continues_the_quotation(quote):
    """A sentence of its own behind the attribution is a quotation of its own that says what it continues."""
    text = "“The harbour stays open,” Reyes said. “We owe that to the pilots. They stayed.”"
    first, second = quote(text)
    assert words(first, text) == ["The harbour stays open,"]
    assert words(second, text) == ["We owe that to the pilots. They stayed."]
    assert (said(second, text), second.continues, first.continues) == ("Reyes", first.id, None)


def test_two_speakers_in_one_paragraph_stay_apart(quote):
    """A second attribution begins a second quotation."""
    text = "“The harbour stays open,” Reyes said. “It must close at once,” said Brandt."
    first, second = quote(text)
    assert (said(first, text), said(second, text)) == ("Reyes", "Brandt")


@pytest.mark.parametrize("line_break", ["\n\n", "\r\n\r\n", "\n"])
def test_a_mark_repeated_per_paragraph_continues_the_quotation(quote, line_break):
    """Paragraphs of one quotation, each opened and only the last closed, are told by one and continue each other."""
    text = f"“We waited all night,” Reyes said. “Nobody came.{line_break}“Then we left.”{line_break}The sea was calm."
    found = quote(text)
    assert [words(item, text) for item in found] == [["We waited all night,"], ["Nobody came."], ["Then we left."]]
    assert {said(item, text) for item in found} == {"Reyes"}
    assert [item.continues for item in found] == [None, "q1", "q2"]


def test_a_floating_quotation_takes_the_speaker_of_the_one_before(quote):
    """A paragraph of marked words alone is told by the last speaker, with less confidence."""
    text = "“We waited all night for the boats,” Reyes said.\n\n“Nobody came, and then it was too late to leave.”\n"
    first, second = quote(text)
    assert said(second, text) == "Reyes"
    assert second.confidence < first.confidence
    assert second.cue is None


def test_a_floating_quotation_takes_who_was_just_reported_and_not_what_was_spoken_of(quote):
    """Words in marks right behind what somebody said are theirs, not those of the thing that was spoken of."""
    text = "The geologist Ana Reyes says Mount Korb has never shaken so. “It moved three metres in one night.”"
    assert [said(item, text) for item in quote(text)] == ["The geologist Ana Reyes"] * 2


def test_a_participle_before_the_speaker_is_no_speaker(quote):
    """Who is sentenced does not speak: the noun before the verb does."""
    text = "Sentencing Marc Halasz, 71, Judge Ana Reyes said: “You deceived people who loved boats.”"
    assert said(quote(text)[0], text) == "Judge Ana Reyes"


def test_a_short_sentence_in_single_marks_stands_alone(quote):
    """A line of its own in single marks is said, as in double ones."""
    text = "'They made a hard choice to save that old ship,' Reyes said.\n'It could have been very bad.'\n"
    assert [words(item, text) for item in quote(text)][-1] == ["It could have been very bad."]


def test_dots_and_brackets_inside_marks_do_not_cut_the_quotation(quote):
    """Ellipses, brackets and several sentences inside one pair of marks stay one content."""
    text = "“Why stay? We have no boats … [none]. (Not one.) We leave,” the pilot said."
    (found,) = quote(text)
    assert words(found, text) == ["Why stay? We have no boats … [none]. (Not one.) We leave,"]
    assert said(found, text) == "the pilot"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Reyes denied that the harbour was closed.", "denied"),
        ("Reyes did not deny that the harbour was closed.", "unsaid"),
        ("Reyes refused to say when the harbour would open.", "refused"),
        ("Reyes declined to comment on the harbour.", "refused"),
        ("Reyes would not say whether the harbour was closed.", "refused"),
        ("Reyes did not say whether the harbour was closed.", "unsaid"),
        ("Reyes confirmed on Monday that the harbour was closed.", "said"),
    ],
)
def test_denials_and_refusals_are_marked(attribute, text, polarity):
    """Denying, declining and not saying are told from saying."""
    found = attribute(text)[0]
    assert found.polarity == polarity
    assert found.denied is (polarity != "said")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Reyes said the harbour would close.", "quotation"),
        ("Reyes believes that the harbour will close.", "belief"),
        ("The pilots want to leave the harbour by Friday.", "belief"),
        ("The pilots support the new contract for the harbour.", "stance"),
        ("Reyes criticized the council's plan for the harbour.", "speech-act"),
        ("Reyes discussed the council's plan for the harbour.", "speech-act"),
        ("Reyes accused the council of a long delay at the quay.", "speech-act"),
        ('Reyes praised the crew of the ferry "Long Night" for the rescue.', "speech-act"),
    ],
)
def test_beliefs_stances_and_speech_acts_are_no_quotations(attribute, quote, text, kind):
    """What somebody thinks, sides with or does with words is attributed, and is not among the quotations."""
    found = attribute(text)
    assert [item.kind for item in found] == [kind]
    assert bool(quote(text)) is (kind == "quotation")


@pytest.mark.parametrize(
    ("text", "via", "addressee"),
    [
        ("“We stay,” Reyes told Harbour News.", "Harbour News", None),
        ("“We stay,” Reyes told reporters.", None, "reporters"),
        ("“We stay,” Reyes said in an interview with Harbour News.", "Harbour News", None),
        ("“We stay,” Reyes said in a statement.", "statement", None),
        ("“We stay,” Reyes wrote on Facebook.", "Facebook", None),
        ("Reyes told the council that the harbour would stay open.", None, "the council"),
    ],
)
def test_venue_and_addressee_are_told_apart(quote, text, via, addressee):
    """Media and occasions are the way the words took; people are who they were said to."""
    found = quote(text)[0]
    assert (found.via, found.addressee) == (via, addressee)


def test_a_chain_of_reporting_keeps_both_links(quote):
    """What one reports that another said is the other's, through the one."""
    text = "The Harbour Agency reported that Reyes said the bridge was safe."
    inner = next(item for item in quote(text) if words(item, text) == ["the bridge was safe"])
    assert said(inner, text) == "Reyes"
    assert inner.via == "Harbour Agency"
    assert [link.name for link in inner.chain] == ["Harbour Agency", "Reyes"]
    assert [link.span.text_of(text) for link in inner.chain] == ["The Harbour Agency", "Reyes"]


@pytest.mark.parametrize(
    ("text", "venue", "chain"),
    [
        ("“We stay,” Reyes told Sky News.", None, ["Sky News", "Reyes"]),
        (
            "In an interview with Harbour News, Reyes said the port would close.",
            "an interview",
            ["Harbour News", "Reyes"],
        ),
        ("Reyes told a news conference that the port would close.", "a news conference", ["Reyes"]),
        ("Reyes wrote in a post on X that the port would close.", "a post on X", ["Reyes"]),
        ("“We stay,” Reyes wrote on Facebook.", "Facebook", ["Reyes"]),
    ],
)
def test_the_occasion_and_the_chain_have_their_words(quote, text, venue, chain):
    """Where something was said, and each one who passed it on, are shown with their words."""
    found = quote(text)[0]
    shown = found.venue.text_of(text) if found.venue else None
    assert shown == venue or (shown or "").startswith(venue)
    assert [link.name for link in found.chain] == chain


def test_pronoun_speakers_are_resolved_through_the_entities(draft_of):
    """A pronoun takes the name of the entity that it mentions, or of the person named last."""
    text = "Ana Reyes met the pilots. “We stay together,” she said."
    pronoun = text.index("she")
    name = Mention(0, 9, MentionForm.NAME, 0, 9)
    mention = Mention(pronoun, pronoun + 3, MentionForm.PRONOUN, pronoun, pronoun + 3)
    draft = draft_of(text)
    draft.entities = (Entity("e1", "Ana Reyes", EntityType.PERSON, (name, mention)),)
    (found,) = annotate_quotations(draft)
    assert (found.speaker_entity, found.speaker_canonical) == ("e1", "Ana Reyes")
    sure = found.confidence
    draft.entities = (Entity("e1", "Ana Reyes", EntityType.PERSON, (name,)),)
    (found,) = annotate_quotations(draft)
    assert (found.speaker_canonical, found.confidence < sure) == ("Ana Reyes", True)
    draft.entities = ()


def test_the_time_of_saying_is_not_part_of_the_speaker(draft_of):
    """A time in the attribution dates the saying; the speaker ends before it."""
    text = "The harbour closed at noon, according to port officials on Tuesday."
    start = text.index("Tuesday")
    draft = draft_of(text)
    draft.times = (TimeExpression("t1", start, start + 7, "Tuesday", TimeType.DATE, "XXXX-WXX-2"),)
    (found,) = annotate_quotations(draft)
    assert said(found, text) == "port officials"
    assert found.said_time == "t1"
    draft.times = ()


def test_boilerplate_lines_are_not_quoted(quote):
    """A boilerplate line gives no quotation."""
    text = "READ MORE: “We stay,” says Reyes\nReyes said the harbour would stay open."
    found = quote(text, boilerplate=(Span(0, text.index("\n")),))
    assert [words(item, text) for item in found] == [["the harbour would stay open"]]


PIECES = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "''",
    " ",
    "\n",
    "\r\n",
    ", ",
    ". ",
    ": ",
    "Reyes",
    "said",
    "that",
    "the harbour closed",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_soup_of_marks_and_words_gives_sound_quotations(quote, pieces):
    """Whatever the marks: no error, spans inside the text, in order, not overlapping, never empty."""
    text = " ".join(["The sea.", *pieces])
    identifiers = []
    for found in quote(text):
        identifiers.append(found.id)
        assert found.spans
        previous = 0
        for span in found.spans:
            assert previous <= span.start < span.end <= len(text)
            previous = span.end
        for part in (*found.verbatim, *filter(None, (found.speaker, found.cue))):
            assert 0 <= part.start < part.end <= len(text)
        assert 0 <= found.confidence <= 1
        assert found.rule
    assert identifiers == [f"q{number + 1}" for number in range(len(identifiers))]


@pytest.mark.parametrize(
    "text",
    [
        "“a” said Reyes. " * 1_500,
        "according to " * 3_000,
        "said said that " * 3_000,
        "“ " * 4_000,
        "He said that the quay and " + "the crane and " * 1_700 + "the boat sank.",
        "Reyes said, “We stay,” " * 1_000,
    ],
    ids=["attributions", "according", "cues", "marks", "long sentence", "one sentence"],
)
def test_hostile_texts_take_seconds_at_most(draft_of, text):
    """Repeated cues, marks and one endless sentence are done in linear time."""
    draft = draft_of(text)
    begin = time.process_time()
    annotate_quotations(draft)
    assert time.process_time() - begin < 8


@pytest.mark.parametrize(
    "text",
    [
        'In an interview with "Fog and Friends," Theodor Brandt pointed to the port.',
        'Reyes said "<x 1="1"on=1" and left.\n<x 1="1"on=1',
        "“",
        "”“",
        'said "',
        "Reyes said:",
    ],
)
def test_marks_in_odd_places_raise_nothing(attribute, text):
    """A mark inside the last word, or around a name that the parse reaches from outside, is answered."""
    for item in attribute(text):
        assert all(0 <= span.start < span.end <= len(text) for span in item.spans)


def test_every_article_of_the_gold_data_is_read(shared, draft_of):
    """Quotations of real articles lie in their text, in order; a sample of PolNeAR's training part."""
    articles = shared / "gold" / "quotes" / "polnear_train.jsonl"
    if not articles.is_file():
        pytest.skip("the gold data (VARIORUM_SHARED) has no PolNeAR")
    with articles.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, 0, 840, 60)]
    for text in texts:
        draft = draft_of(text)
        for item in (*annotate_quotations(draft), *annotate_attributions(draft)):
            assert all(0 <= span.start < span.end <= len(text) for span in item.spans)
            assert list(item.spans) == sorted(item.spans)


def test_hostile_strings_as_texts_are_answered(shared, draft_of):
    """The strings of the hostile collection, inside and outside of marks, raise nothing."""
    source = shared / "hostile" / "naughty_strings.jsonl"
    if not source.is_file():
        pytest.skip("the hostile strings (VARIORUM_SHARED) are not there")
    with source.open(encoding="utf-8") as lines:
        strings = [value for line in lines for value in json.loads(line).values() if isinstance(value, str)]
    for string in strings[::5]:
        text = f'Reyes said "{string[:2000]}" and left.\n{string[:2000]}'
        for item in (*annotate_quotations(draft_of(text)), *annotate_attributions(draft_of(text))):
            assert all(0 <= span.start < span.end <= len(text) for span in item.spans)


def test_a_sentence_goes_on_after_its_attribution_with_marked_words(quote):
    """What follows ", she said, but" is said too, with words in marks and verbs of saying further inside."""
    text = "The boat drifted, Ana Reyes said, but the crew that had warned the port “rowed it home.”"
    assert words(quote(text)[0], text) == ["The boat drifted", "but the crew that had warned the port “rowed it home.”"]


@pytest.mark.parametrize(
    "text",
    [
        "“Night owls” have demanded a later bus for years.",
        "“Salt Road” director Ana Reyes responded to the letter.",
        "Reyes spoke in an interview on Harbour News's “Today” show.",
    ],
)
def test_names_and_titles_in_marks_are_not_said(quote, text):
    """Marked words that name somebody, a work or a programme are nobody's quotation."""
    assert not any(found.verbatim for found in quote(text))
