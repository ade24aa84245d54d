"""Promises of attributions: who says it, where a parse or a typed sign leads astray, on sentences of our own."""

import pytest

from variorum.annotations.quotations.annotator import annotate_quotations


@pytest.fixture(scope="module")
def tell(draft_of):
    """Return a function: text to (speaker, content spans) of each quotation."""

    def told(text):
        found = annotate_quotations(draft_of(text))
        return [
            (item.speaker.text_of(text) if item.speaker else None, [span.text_of(text) for span in item.spans])
            for item in found
        ]

    return told


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The painting, its curator claims, was stolen in 1944 and never returned.",
            "its curator",
            ["The painting", "was stolen in 1944 and never returned"],
        ),
        ('The vase, its curator claims, is "a forgery".', "its curator", ["The vase", 'is "a forgery"']),
        (
            "The bridge, engineers warn, may not stand the winter.",
            "engineers",
            ["The bridge", "may not stand the winter"],
        ),
    ],
)
def test_a_cue_between_commas_reports_the_sentence_around_it(tell, text, speaker, content):
    """A speaker and cue put in between commas tell the rest of the sentence, though the parse reads them as a noun."""
    assert tell(text) == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "AP:Associated Press - The harbour was closed on Monday, officials said.",
        "NW:Northern Wire said the harbour was closed.",
        'LISBON (NW:Northern Wire) - "The harbour is closed," said Ana Reyes.',
    ],
)
def test_an_agency_named_twice_is_no_speaker_of_what_follows(tell, text):
    """A colon inside an agency's dateline tells nothing, and the dateline is no part of what is said."""
    (told,) = tell(text)
    assert "Wire)" not in told[1][0]
    assert told[0] in {"officials", "Northern Wire", "Ana Reyes"}
    assert len(told[1][0]) < len("The harbour was closed on Monday") + 2


def test_a_time_before_the_cue_is_no_speaker(draft_of):
    """A time that a parse takes for the subject says nothing: whoever stands before it speaks."""
    text = "Judge Carla W. Weck late Thursday night ruled that the harbour must stay open."
    for item in annotate_quotations(draft_of(text)):
        assert item.speaker is None or "night" not in item.speaker.text_of(text)


def test_what_somebody_says_inside_a_report_is_theirs(draft_of):
    """Marked words with a cue before them and a reporter behind are told by the one before, through the reporter."""
    text = 'Police said the girl "was treated for serious burns," the Harbour Gazette reported.'
    outer, inner = annotate_quotations(draft_of(text))
    assert inner.speaker.text_of(text) == "Police"
    assert inner.via == "Harbour Gazette"
    assert outer.speaker.text_of(text) == "the Harbour Gazette"


def test_the_same_speaker_named_twice_gives_one_quotation(tell):
    """A second cue of the same person behind the marks makes no report of a report."""
    assert len(tell('Reyes said the bus "was empty all day long," she said.')) == 1


def test_pictures_that_show_something_say_nothing(tell):
    """What pictures show, as somebody reports, is the reporter's; a written report that shows something tells it."""
    text = 'The Daily Lantern reports that satellite images had shown "Norlandian ships selling coal around 30 times."'
    ((speaker, content),) = tell(text)
    assert speaker == "The Daily Lantern"
    assert content[0].startswith("that satellite images")
    assert tell('The report shows "a lack of care" at the harbour.')[0][0] == "The report"


def test_a_clause_is_told_with_its_verb(tell):
    """A relative clause behind the subject of what is said does not end it."""
    text = (
        "Director Ana Reyes said the harbour's dangerous cargo team, which trains for such fires, decided the ship "
        'was in "a hopeless state" and that they needed to cut the cable.'
    )
    assert any(content[0].endswith("needed to cut the cable") for _, content in tell(text))


@pytest.mark.parametrize(
    ("text", "speaker", "contents"),
    [
        (
            "In the boxes there had been a total of forty maps, the curator, Dario Weck, said.",
            "the curator",
            ["In the boxes there had been a total of forty maps"],
        ),
        ("The tapes could be used as evidence, she ruled.", "she", ["The tapes could be used as evidence"]),
        (
            "Repairs would come to four million crowns, by her account.",
            "her",
            ["Repairs would come to four million crowns"],
        ),
        (
            "By the mayor's account, the bridge had been closed since May.",
            "the mayor",
            ["the bridge had been closed since May"],
        ),
        (
            "Lina Mabry, the director, was blunt: the firm made beer, she told the meeting, and ought to give up hops.",
            "she",
            ["the firm made beer", "and ought to give up hops"],
        ),
    ],
)
def test_what_is_said_before_its_speaker_ends_and_begins_where_it_should(tell, text, speaker, contents):
    """An apposed speaker, a colon before, an addressee behind and "by her account" bound what is said."""
    assert tell(text) == [(speaker, contents)]


def test_halves_behind_a_colon_are_one_quotation(tell):
    """Marked halves around their attribution are one, with its speaker, though a colon leads up to them."""
    text = "Her lawyer, Marc Trent, attacked: “This case rests on one man,” he said, “and that man is a liar.”"
    assert tell(text) == [("he", ["This case rests on one man,", "and that man is a liar."])]


def test_a_pronoun_is_not_the_one_whom_its_words_tell_of(draft_of):
    """Who is spoken of in what somebody says is not the "she" behind it."""
    text = (
        "Graciela Weck farms at Lund. Her insurer will not pay before an expert has seen the vines. "
        "The expert comes on the twentieth, she said."
    )
    assert all("expert" not in (item.speaker_canonical or "") for item in annotate_quotations(draft_of(text)))


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The mayor closed the pool, which Ana Reyes said was falling apart.",
            "Ana Reyes",
            "was falling apart",
        ),
        (
            "The dam, which engineers warned could break within days, held.",
            "engineers",
            "could break within days",
        ),
        (
            "Ana Reyes met the crew, praising the rescue but suggesting that the council's delay had cost lives.",
            "Ana Reyes",
            "that the council's delay had cost lives",
        ),
        (
            "“The boats are late again,” a recording shows Ana Reyes telling the crew.",
            "Ana Reyes",
            "The boats are late again,",
        ),
        (
            "Ana Reyes made it clear that the quay would close.",
            "Ana Reyes",
            "that the quay would close",
        ),
        (
            "The crew heard from Ana Reyes that the quay would close.",
            "Ana Reyes",
            "that the quay would close",
        ),
        (
            "The wall would not have held the water back in any case, added Ana Reyes.",
            "Ana Reyes",
            "The wall would not have held the water back in any case",
        ),
        (
            "Ana Reyes reckons that the quay will close.",
            "Ana Reyes",
            "that the quay will close",
        ),
        (
            "Ana Reyes met farmers in June 2016 who said the wells were dry.",
            "farmers",
            "the wells were dry",
        ),
        (
            "After the mayors had blamed the company, the mayor of Arlon, Ohio, said it was lying.",
            "the mayor of Arlon, Ohio",
            "it was lying",
        ),
    ],
)
def test_the_speaker_is_the_one_who_tells(draft_of, text, speaker, content):
    """In a relative clause, behind a second participle, in what a recording shows: the subject of the telling."""
    found = [
        (item.speaker and item.speaker.text_of(text), item.spans[0].text_of(text))
        for item in annotate_quotations(draft_of(text))
    ]
    assert (speaker, content) in found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ana Reyes, asked about the delay, said: “No boat will sail.”", "Ana Reyes"),
        ("In a letter to the Gazette, an aide to Reyes said, “Mr. Dale is wrong.”", "an aide to Reyes"),
    ],
)
def test_an_insertion_or_an_opening_phrase_hides_no_speaker(draft_of, text, speaker):
    """Between the one who speaks and the cue may stand a participle; before them, what the parse takes for more."""
    first = annotate_quotations(draft_of(text))[0]
    assert first.speaker is not None
    assert first.speaker.text_of(text) == speaker


def test_what_according_to_interrupts_is_one_quotation(tell):
    """Both halves around the source are what it says."""
    told = tell("Residents, according to the Water Board, drink less.")
    assert told == [("the Water Board", ["Residents", "drink less"])]


def test_an_unclosed_paragraph_has_the_speaker_of_the_next(draft_of):
    """A paragraph that the next one continues is told by whom the next one names."""
    text = "“We were never told. Nobody wrote to us.\n\n“We read it in the paper,” said Ana Reyes, who runs the pool."
    first = annotate_quotations(draft_of(text))[0]
    assert first.speaker_canonical == "Ana Reyes"
