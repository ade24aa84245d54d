"""Boilerplate: lines that are no part of the article are marked, and sentences of the article never are."""

from __future__ import annotations

import time

import pytest

from variorum.reports.boilerplate import is_boilerplate, mark_boilerplate

FURNITURE = [
    "Related: 12 ships that never came home",
    "More: The ferry that sank twice",
    "(Courtesy of the Port Aster Museum)",
    "Ana Reyes/PortWire via Getty Images, FILE",
    "Jon Hale contributed to this report.",
    "The Aster Press contributed reporting to this story.",
    "RELATED: Ferry Captain, 52, Recounts the Night off Port Aster",
    "Related: Ferry captain recounts the night",
    "READ MORE: Port Aster mourns",
    "Read more | Port Aster mourns",
    "ALSO READ – Port Aster mourns",
    "WATCH: Rescuers reach the ferry",
    "Advertisement",
    "Story continues below advertisement",
    "Sign up for our morning newsletter",
    "Subscribe to our YouTube channel and never miss a story.",
    "Get the day's headlines in your inbox.",
    "By signing up, you agree to our privacy policy.",
    "Follow Ana Reyes on Twitter @anareyes",
    "Join our WhatsApp channel",
    "Share on Facebook",
    "Share | Tweet | Email",
    "© 2031 The Aster Courier",
    "Copyright 2031 The Aster Courier. All rights reserved.",
    "This material may not be published, broadcast, rewritten or redistributed.",
    "Photo: Ana Reyes/Getty Images",
    "(AP Photo/Ana Reyes)",
    "Ana Reyes/AFP via Getty Images",
    "(Reporting by Ana Reyes in Port Aster; Editing by Jon Hale)",
    "4 min read",
    "Most read",
    "12 comments",
    "Advertisement Continue reading the main story",
    "Scroll down for video",
    "Read or Share this story: https://example.org/2BX",
    "For more ferry coverage: https://example.org/ferries",
    "https://example.org/2031/ferry",
    "Information from: The Aster Courier",
    "Image copyright Getty Images",
    "Enlarge this image toggle caption Ana Reyes/AP",
    "MOST READ IN NEWS SEA FEVER How a harbour town became a resort DOG DAYS Terrier swims home from the island",
]
SENTENCES = [
    "The storm contributed to this disaster.",
    "More: than that nobody knew.",
    "Related charges were dropped on Friday.",
    "Read the treaty: it says nothing about the harbour.",
    "Watch: the river rises every spring.",
    "Read more carefully - as the court did - the law says otherwise.",
    "Copyright law was changed in 2019.",
    "Share prices fell on Monday.",
    "Subscribe to our cause, the rebels said in a leaflet.",
    "“Sign up for our newsletter,” the minister joked.",
    "Follow the money, investigators said on Facebook.",
    "Join the army, he told them on X.",
    "Photo reporters were kept out.",
    "Advertisement revenue fell by 3 percent.",
    "RELATED: Ferry sinks) The minister left the room.",
    "READ MORE: The night on the ferry. The minister left the room on Tuesday.",
    "Reuters reported the sinking first.",
    "More from the hold was saved than expected.",
    "Comments by the minister angered many.",
    "Reporting by local media was restricted, she said.",
    "Print media are dying, according to a study.",
    "No.",
    "Most read in the harbour what the minister had written.",
    "MOST READ the letter twice.",
    "Photos of the wreck were shown to the court.",
    "Scroll down for video evidence, the judge told the jury.",
    "Information from the coast guard is scarce.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_marked(line):
    """A pointer, an order to the reader, a button, a credit."""
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_are_not(line):
    """A sentence of the article stays, whatever word it begins with."""
    assert not is_boilerplate(line)


def test_spans_are_the_lines_without_blanks():
    """A span holds the line's words, wherever the line ends."""
    text = "The ferry sank.\r\n  RELATED: Storm warning  \rRescuers came.\n\nAdvertisement"
    assert [span.text_of(text) for span in mark_boilerplate(text)] == ["RELATED: Storm warning", "Advertisement"]


@pytest.mark.parametrize(
    "line", ["related: ", "share ", "read more ", "photo: a ", "Sign up ", "(AP/", "Abc ", "“said ", ". A", "|"]
)
def test_long_and_repeated_lines_cost_little(line):
    """A megabyte of one beginning, on one line or on many, takes less than two seconds."""
    start = time.process_time()
    mark_boilerplate(line * 100_000)
    mark_boilerplate(((line * 60)[:290] + "\n") * 1_000)
    assert time.process_time() - start < 2


FOOT = "Transcripts are made in a hurry and may be revised. The record of the broadcast is the audio."


def test_the_foot_below_a_line_of_rights_is_marked():
    """How a transcript was made and terms of use stand below the rights, and are no part of the article."""
    text = f"A ferry sank off Port Aster.\nCopyright © 2031 Radio Aster. All rights reserved.\n{FOOT}\n"
    assert [span.text_of(text)[:11] for span in mark_boilerplate(text)] == ["Copyright ©", "Transcripts"]


@pytest.mark.parametrize(
    "text",
    [
        f"A ferry sank off Port Aster.\n© Ana Reyes\n{FOOT}\n",
        "Copyright 2031 Radio Aster\nA ferry sank off Port Aster, the harbour master said.\n",
        "Copyright 2031 Radio Aster\n" + "A ferry sank off Port Aster.\n" * 40,
    ],
)
def test_an_article_below_a_line_of_rights_is_not_marked(text):
    """A photographer's mark ends no article, and neither do rights above somebody who speaks or above a long text."""
    assert len(mark_boilerplate(text)) == 1


def test_headlines_below_read_more_are_marked():
    """What is listed below "Read more:" leads elsewhere, up to the first line that is a sentence."""
    text = "A ferry sank.\nRead more:\nThe ferry that sank twice\nAster’s ‘ship of fools’\nDivers went down.\nNo trace"
    marked = [span.text_of(text) for span in mark_boilerplate(text)]
    assert marked == ["Read more:", "The ferry that sank twice", "Aster’s ‘ship of fools’"]
