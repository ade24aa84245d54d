"""Publication dates: when a page says it was published, as the page states it in its metadata.

Read are Open Graph, schema.org (JSON-LD and microdata), Dublin Core and the usual ``meta`` names, ``time`` elements; in
this order, since the first ones are written for machines. A date in the words of the page, in its address, or the
day of a copy is never taken: it may belong to anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from variorum.reports.assembling import read_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PROPERTIES = ("article:published_time", "og:article:published_time", "og:published_time", "article:published")
#: In order of how exactly they mean the publication of the article.
_NAMES = (
    "article:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date.created", "cxenseparse:recs:publishtime", "article.published", "publish-date",
    "publish_date", "publication_date", "published_date", "pubdate", "pub_date", "publishdate",
    "article_date_original", "ptime", "dc.date", "dcterms.date", "date",
)  # fmt: skip
#: There was no web before; such dates ("0001-01-01", "1970-01-01") stand for none.
_FIRST = "1990"
#: JSON-LD deeper than this is no description of an article.
_DEEPEST = 8


def find_publication(tree: HtmlElement) -> str | None:
    """Return the date of publication that the page states, as ISO 8601, or None."""
    for value in _stated_values(tree):
        if (read := read_date(value)) and read >= _FIRST:
            return read
    return None


def _stated_values(tree: HtmlElement) -> Iterator[str]:
    """Yield the values in which pages state their publication, the surest first."""
    metas = [
        (_lower(meta.get("property")), _lower(meta.get("name")), meta.get("content") or "")
        for meta in tree.iter("meta")
    ]
    yield from (content for wanted in _PROPERTIES for property_, _, content in metas if property_ == wanted)
    yield from _json_ld_dates(tree)
    for element in tree.iterfind(".//*[@itemprop]"):
        if "datePublished" in (element.get("itemprop") or "").split():
            yield element.get("content") or element.get("datetime") or ""
    yield from (content for wanted in _NAMES for _, name, content in metas if name == wanted)
    yield from _time_elements(tree)


def _lower(value: str | None) -> str:
    """Return ``value`` for comparison."""
    return (value or "").strip().lower()


def _json_ld_dates(tree: HtmlElement) -> Iterator[str]:
    """Yield ``datePublished`` of the articles described in JSON-LD, then of pages and other things there."""
    articles: list[str] = []
    others: list[str] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            described = json.loads((script.text or "").strip(), strict=False)
        except (ValueError, RecursionError):
            continue
        for types, published in _described(described):
            (articles if any("article" in kind.lower() or kind == "BlogPosting" for kind in types) else others).append(
                published
            )
    yield from articles
    # A video or a comment on the page has a date of its own; only the page may stand in for the article.
    yield from others[:1] if len(set(others)) == 1 else ()


def _described(value: Any, depth: int = 0) -> Iterator[tuple[tuple[str, ...], str]]:  # noqa: ANN401  # whatever JSON holds
    """Yield (types, datePublished) of the things described in JSON-LD, but not of things inside of articles."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _described(item, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        types = tuple(str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind)
        if isinstance(published := value.get("datePublished"), str):
            yield types, published
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _described(value.get(key), depth + 1)


def _time_elements(tree: HtmlElement) -> Iterator[str]:
    """Yield ``time`` elements: one with ``pubdate``, the first of the only article, or the only date."""
    for element in tree.iterfind(".//time[@pubdate]"):
        yield element.get("datetime") or ""
    articles = list(tree.iter("article"))
    scope = articles[0] if len(articles) == 1 else tree
    values = [element.get("datetime") or "" for element in scope.iter("time") if element.get("datetime")]
    if values and (len(articles) == 1 or len({value[:10] for value in values}) == 1):
        yield values[0]
