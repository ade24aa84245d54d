"""Web pages: the article in an HTML page, with what the page says about it (trafilatura).

A page is scanned before a tree is built from it (see :mod:`variorum.reports.markup`), and loss is said: when a page
shows many times the text that was extracted, the report carries a note.
"""

from __future__ import annotations

import logging
import re
from hashlib import sha256
from html import unescape
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from variorum import cache
from variorum.errors import VariorumError
from variorum.limits import LIMITS
from variorum.model.reports import Capture, Report
from variorum.packages import installed_version
from variorum.reports.assembling import Metadata, assemble_report, clean
from variorum.reports.checking import count_words
from variorum.reports.decoding import binary_kind, declared_encoding, decode_text, known_encoding
from variorum.reports.markup import flatten, measure, visible_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Goes up when an article is found otherwise: pages that were read before are then read again.
_FORMAT = 1
#: Below this number of words a language is not identified surely, and what the page declares is the better guide.
_FEW_WORDS = 8
#: A line of a page with fewer characters is a menu entry, a caption or a headline. Measured on the 181 pages of
#: article-extraction-benchmark: seven are marked as doubtful, among them the only one whose article was missed; with
#: all lines counted, twenty-three.
_PROSE = 80


class Extracted(Struct, frozen=True):
    """The article of a page and what the page says about it; paragraphs are lines of ``text``."""

    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    """ISO 8601, as the page states it in its metadata; never guessed."""
    language: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()


def read_page(data: bytes, name: str, digest: str, *, url: str | None = None, declared: str | None = None) -> Report:
    """Return the report in an HTML page; ``declared`` is the character set that came with it (HTTP), if any.

    Raises [R003] for what is no text, [R007] for a page without an article.
    """
    if what := binary_kind(data, markup=True):
        raise VariorumError("R003", name, what=what)
    decoded = decode_text(data, known_encoding(declared) or declared_encoding(data), markup=True)
    try:
        article = extract_article(decoded.text, url)
    except VariorumError as error:
        raise error.named(name) from error
    capture = Capture(name, "text/html", decoded.encoding, digest)
    return assemble_report(article.text, capture, _metadata_of(article), notes=(*decoded.notes, *article.notes))


def extract_article(html: str, url: str | None = None) -> Extracted:
    """Return the article of a page; raises [R007] when there is none, [R005] for a page of millions of characters.

    ``url`` is where the page was found: it tells the outlet where the page does not.
    """
    page = re.sub(r"\A\s{0,100}<\?xml[^>]{0,200}>", "", html.replace("\0", ""))
    if len(page) > LIMITS.page_characters and (shown := len(visible_text(page))) > LIMITS.page_characters:
        raise VariorumError(
            "R005", size=shown, unit="characters", limit=LIMITS.page_characters, setting="page_characters"
        )
    shape = measure(page)
    if (
        shape.elements > LIMITS.page_elements
        or shape.depth > LIMITS.page_depth
        or shape.attributes > LIMITS.tag_attributes
        or shape.inline > LIMITS.inline_tags
    ):
        page = flatten(page)
        shape = measure(page)
    if shape.elements > LIMITS.page_elements:
        return _take_all(page, f"the page has {shape.elements:,} elements, too many to tell the article from the rest")
    article = _find_article(page, url)
    if article is None:
        raise VariorumError("R007")
    return _say_loss(article, page)


def _metadata_of(article: Extracted) -> Metadata:
    """Return the metadata; the declared language counts only where the text is too short to tell."""
    short = count_words(article.text, _FEW_WORDS) < _FEW_WORDS
    return Metadata(
        title=article.title,
        outlet=article.outlet,
        byline=article.byline,
        published=article.published,
        url=article.url,
        language=article.language if short else None,
    )


def _find_article(page: str, url: str | None) -> Extracted | None:
    """Return the article of a page, out of the cache where it was found before (0.3 s of CPU with the imports)."""
    read = f"{_FORMAT}:{installed_version('trafilatura')}:{url}:{page}"
    key = sha256(read.encode("utf-8", "surrogatepass")).hexdigest()
    if (known := cache.load("articles", key, Extracted)) is not None:
        return known
    tree = _build_tree(page)
    article = _extract_from(tree, url) if tree is not None else None
    if article is not None:
        cache.save("articles", key, article)
    return article


def _build_tree(page: str) -> HtmlElement | None:
    """Return the tree of a page, or None when there is none."""
    from trafilatura import load_html  # noqa: PLC0415  # 0.4 s of CPU: only for pages

    # These packages log what we say ourselves; without a handler Python would print it.
    for library in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(library).addHandler(logging.NullHandler())
    try:
        return load_html(page)
    except Exception:  # noqa: BLE001  # whatever a parser raises on a page, there is no tree
        return None


def _extract_from(tree: HtmlElement, url: str | None) -> Extracted | None:
    """Return what trafilatura extracts, or None when it finds no text."""
    from trafilatura import bare_extraction  # noqa: PLC0415

    from variorum.reports.publication import find_publication  # noqa: PLC0415

    try:
        published = find_publication(tree)
        # Measured on article-extraction-benchmark: F1 .964 with favor_precision, .960 without, .953 with comments.
        # Its date search is kept short and not used: it also takes dates from the words of a page.
        document: Any = bare_extraction(
            tree,
            url=url,
            favor_precision=True,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2100-01-01"},
        )
    except Exception:  # noqa: BLE001  # whatever an extractor raises on a page, there is no article
        return None
    if document is None or not (document.text or "").strip():
        return None
    return Extracted(
        text=document.text,
        title=clean(document.title),
        outlet=_outlet_name(document.sitename),
        byline=clean(document.author),
        published=published,
        language=document.language or tree.get("lang"),
        url=url or clean(document.url),
    )


def _outlet_name(stated: str | None) -> str | None:
    """Return the outlet's name; of an address in its place the host."""
    name = clean(stated)
    address = re.match(r"https?://(?:www\.)?([^/\s]{1,200})", name or "", re.IGNORECASE)
    return address[1] if address else name


def _take_all(page: str, why: str) -> Extracted:
    """Return all text that a page shows, marked as doubtful."""
    text = visible_text(page)
    if not text:
        raise VariorumError("R007")
    title = re.search(r"<title\b[^<>]{0,200}>([^<]{1,1000})", page, re.IGNORECASE)
    return Extracted(
        text,
        title=clean(unescape(title[1])) if title else None,
        notes=(f"extraction doubtful: {why}; all of its text was taken",),
    )


def _say_loss(article: Extracted, page: str) -> Extracted:
    """Return ``article`` with a note when the page shows many times its text; short lines (menus) do not count."""
    shown = sum(len(line) for line in visible_text(page).split("\n") if len(line) >= _PROSE)
    if shown <= LIMITS.page_doubt * len(article.text):
        return article
    note = f"extraction doubtful: the page shows {shown:,} characters, {len(article.text):,} were taken for the article"
    return replace(article, notes=(*article.notes, note))
