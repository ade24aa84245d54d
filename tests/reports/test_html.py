"""Web pages: the article comes out, with what the page states about it, and loss is said."""

from __future__ import annotations

import json
import time

import pytest

from variorum.errors import VariorumError
from variorum.limits import LIMITS
from variorum.reports.html import extract_article
from variorum.reports.markup import flatten, measure, visible_text

PARAGRAPH = (
    "The ferry Marisol sank off Port Aster on Tuesday, the coast guard said, after a fire had broken out on board. "
)
ARTICLE = "<h1>Ferry sinks</h1>" + f"<p>{PARAGRAPH * 3}</p>" + f"<p>{PARAGRAPH * 2}</p>"


def page(body=ARTICLE, head=""):
    """Return a page with this body and head."""
    head = f"<head><title>Ferry sinks</title>{head}</head>"
    return f"<!DOCTYPE html><html lang=en>{head}<body><article>{body}</article></body></html>"


def test_paragraphs_are_lines():
    """Each paragraph of the page is one line of the text."""
    lines = extract_article(page()).text.split("\n")
    assert lines[-2:] == [(PARAGRAPH * 3).strip(), (PARAGRAPH * 2).strip()]


def test_metadata_is_what_the_page_states():
    """Title, outlet, byline and date come from the page's metadata."""
    described = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ferry sinks off Port Aster",
        "datePublished": "2031-03-04T18:00:00+02:00",
        "author": {"@type": "Person", "name": "Ana Reyes"},
        "publisher": {"@type": "Organization", "name": "The Aster Courier"},
    }
    head = f'<script type="application/ld+json">{json.dumps(described)}</script>'
    article = extract_article(page(head=head + "<meta property='og:site_name' content='The Aster Courier'>"))
    assert article.published == "2031-03-04T18:00:00+02:00"
    assert article.byline == "Ana Reyes"
    assert article.outlet == "The Aster Courier"
    assert article.title.startswith("Ferry sinks")
    assert article.language == "en"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("<meta property='article:published_time' content='2031-03-04T18:00:00Z'>", "2031-03-04T18:00:00+00:00"),
        ("<meta name='date' content='2031-03-04'>", "2031-03-04"),
        ("<meta name='date' content='0001-01-01'>", None),
        ("<meta name='date' content='last Tuesday'>", None),
        ("<meta property='article:modified_time' content='2031-03-04'>", None),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":NaN}</script>', None),
        ('<script type="application/ld+json">' + '{"a":[' * 3000 + "</script>", None),
    ],
)
def test_dates_are_stated_or_unknown(head, published):
    """A date of publication is what the metadata says in a form for machines, and nothing else."""
    assert extract_article(page(head=head)).published == published


def test_dates_in_words_and_addresses_are_not_taken():
    """A date in the text or in the address of the page is no date of publication."""
    body = "<p>Posted 4 March 2031</p>" + ARTICLE
    assert extract_article(page(body), "https://courier.example/2031/03/04/ferry").published is None


def test_time_elements_count_where_they_are_unambiguous():
    """The first time element of the only article is its date."""
    body = "<time datetime='2031-03-04T18:00:00Z'>today</time>" + ARTICLE
    assert extract_article(page(body)).published == "2031-03-04T18:00:00+00:00"


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 5_000 + ARTICLE + "</div>" * 5_000,
        "<span>" * 20_000 + ARTICLE,
        "<p " + " ".join(f"a{n}=x" for n in range(20_000)) + ">" + ARTICLE,
        ARTICLE + "<br>" * 60_000,
        ARTICLE + "<p>" + "<b>x</b>" * 12_000 + "</p>",
        ARTICLE + "<p>x</p>" * (LIMITS.page_elements + 1),
        ARTICLE + "<" * 60_000,
        ARTICLE + "<!--" * 60_000,
        ARTICLE + "<script>" * 60_000,
        ARTICLE + '<a b="' * 60_000,
    ],
    ids=["deep", "spans", "attributes", "breaks", "inline", "elements", "open", "comments", "scripts", "quotes"],
)
def test_hostile_markup_keeps_the_article(body):
    """Pages that strain a parser give their article within seconds."""
    start = time.process_time()
    assert PARAGRAPH.strip() in extract_article(page(body)).text
    assert time.process_time() - start < 8


def test_loss_is_said():
    """A page that shows many times what was extracted carries a note, and so does one taken whole."""
    hidden = "".join(f"<li class=comment>{PARAGRAPH}{n}</li>" for n in range(60))
    article = extract_article(
        f"<html><body><article>{ARTICLE}</article><div class=comments id=comments>{hidden}</div></body></html>"
    )
    assert any(note.startswith("extraction doubtful") for note in article.notes) or len(article.text) > 3_000
    whole = extract_article(page(ARTICLE + "<p>x</p>" * (LIMITS.page_elements + 1)))
    assert whole.notes[0].startswith("extraction doubtful")
    assert whole.title == "Ferry sinks"


def test_a_page_without_text_is_refused():
    """Nothing but markup is no article."""
    with pytest.raises(VariorumError) as caught:
        extract_article("<html><body><script>x</script></body></html>")
    assert caught.value.code == "R007"
    with pytest.raises(VariorumError) as caught:
        extract_article("<html><body><p>" + "word " * 1_200_000)
    assert caught.value.code == "R005"


def test_scan_of_markup():
    """Depth, elements and text of a page are read in one pass; scripts and comments are not text."""
    source = "<div><p>One &amp; <b>two</b><p>three<br/>four<script>five<p></script><!-- <p>six --></div>"
    assert visible_text(source) == "One & two\nthree\nfour"
    assert measure(source).depth == 2
    assert measure(source).elements == 6
    assert flatten(source) == source


def test_page_is_looked_through_once(monkeypatch):
    """A page that was read before gives the same article, and no tree is built from it again."""
    head = "<meta property='og:site_name' content='The Velisk Post'>"
    first = extract_article(page(head=head), "https://post.example/quay")
    monkeypatch.setattr("variorum.reports.html._build_tree", lambda _: None)
    assert extract_article(page(head=head), "https://post.example/quay") == first
    with pytest.raises(VariorumError):
        extract_article(page(head=head), "https://post.example/other")
