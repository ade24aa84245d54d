"""Every limit in one place, with its unit and the reason for it.

A limit is a field whose metadata say unit and reason; ``docs/limits.md`` prints this table and a test holds it to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field


def _limit(default: int, unit: str, reason: str) -> int:
    """Return a dataclass field for a limit."""
    return field(default=default, metadata={"unit": unit, "reason": reason})


@dataclass(frozen=True)
class Limits:
    """What is taken, and how far the pairing goes."""

    capture_bytes: int = _limit(20_000_000, "bytes", "one input; a page or report is thousands of times smaller")
    text_characters: int = _limit(200_000, "code points", "one report; some 33,000 words, parsed in under 10 s")
    text_words_least: int = _limit(3, "words", "fewer cannot tell an event")
    claim_words: int = _limit(
        12,
        "words",
        "of a claim or an answer; in a story one word is enough, and two may word it alike",
    )
    scene_candidates: int = _limit(
        10, "places or times", "that an event may be set in; those told last, and the place of the first scene"
    )
    scene_mentions: int = _limit(40, "names of places", "looked back over for them")
    page_elements: int = _limit(
        25_000, "opening tags", "extraction is slower than linear; larger pages give all of their text, marked doubtful"
    )
    page_depth: int = _limit(
        200,
        "nested elements",
        "the HTML parser drops what lies deeper than 256; tags below this depth are taken out first",
    )
    tag_attributes: int = _limit(
        100, "attributes", "of one tag; parsing them is quadratic, a tag with more loses all of them before"
    )
    inline_tags: int = _limit(
        2_000, "tags", "of links, emphasis and spans in one block; extraction is quadratic in them, further ones go"
    )
    page_characters: int = _limit(
        5_000_000, "code points", "shown by one page; the HTML parser gives up on longer runs of text, in silence"
    )
    page_reports: int = _limit(
        20, "reports", "that one page lays out one by one; of more it folds what would be a line or a column for each"
    )
    page_doubt: int = _limit(
        5, "times", "a page that shows so many times the extracted characters is marked as doubtfully extracted"
    )
    archive_records: int = _limit(10_000, "records", "one WARC file")
    archive_bytes: int = _limit(2_000_000_000, "bytes", "of all records of one WARC file, unpacked; read as a stream")
    folder_files: int = _limit(10_000, "files", "one folder with the folders in it")
    metadata_characters: int = _limit(1_000, "code points", "of one title, outlet or byline; longer ones are cut there")
    feed_entries: int = _limit(1_000, "entries", "one feed file")
    pdf_pages: int = _limit(200, "pages", "text of one PDF")
    story_bytes: int = _limit(100_000_000, "bytes", "one line of a file of stories; 200 of the longest reports fit")
    reports: int = _limit(200, "reports", "one story")
    sentence_tokens: int = _limit(400, "tokens", "rules that walk a parse tree skip longer sentences")
    repeats: int = _limit(
        5, "times", "that one sentence of a report is read; what repeats it further is left out, counted and said"
    )
    quotation_characters: int = _limit(
        5_000, "code points", "an opening mark without its partner ends here at the latest"
    )
    pattern_characters: int = _limit(5_000, "code points", "text handed to a regular expression at once")
    candidates: int = _limit(20, "candidates", "alignment candidates of one annotation in one other report")
    neighbours: int = _limit(
        20, "reports", "with which one report of a story is aligned: all in a story of up to 21, else the nearest"
    )
    report_pairs: int = _limit(
        1_000, "pairs of reports", "of one story that are aligned: of more than 50 reports each has fewer neighbours"
    )
    statements: int = _limit(4_000, "statements", "of one report that are aligned; the rest is counted and said")
    second_looks: int = _limit(
        2_000, "triggers", "of a story that are held against each other by all of their pairs; of more, pair by pair"
    )
    likely_actors: int = _limit(
        1_000, "entities", "of one story that are compared for likely joins, those of most mentions; so many things too"
    )
    likely_people: int = _limit(100, "people", "of one story, those of most mentions, of whom any two may be one")
    things: int = _limit(2_000, "things", "of one report; a report of 33,000 words has some 4,000 noun phrases")
    decisions: int = _limit(1_000, "decisions", "one file of decisions on actors; a reader makes a few")
    encoder_pieces: int = _limit(
        128, "word pieces", "text that one vector stands for; a longer sentence is read to there"
    )
    encoder_window: int = _limit(
        256, "word pieces", "a sentence and its neighbours, in which its words are read; words beyond have no context"
    )
    sentences: int = _limit(1_000, "sentences", "of one report that are aligned whole, each text once")
    words: int = _limit(8_000, "words", "of one report that are matched one by one; those behind by their sentences")
    word_cells: int = _limit(
        48_000_000,
        "pairs of words",
        "of a story's reports held in memory, how near they are: ten of 1,000 words; 190 MB",
    )
    tone_actors: int = _limit(8, "actors", "of a comparison toward whom the tone of sentences is read; costs 3 ms each")
    tone_sentences: int = _limit(30, "sentences", "of one report that are read for their tone toward one actor")
    encoder_vectors: int = _limit(20_000, "vectors", "held in memory by one process; 15 MB")


LIMITS = Limits()


#: Neighbours that each report of the largest story has.
_LEAST_NEIGHBOURS = 5


def neighbour_count(reports: int) -> int:
    """Return with how many others each report of a story of so many reports is aligned: all, or those nearest to it."""
    return min(reports - 1, LIMITS.neighbours, max(_LEAST_NEIGHBOURS, LIMITS.report_pairs // max(1, reports)))
