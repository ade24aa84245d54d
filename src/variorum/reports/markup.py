"""Markup: what can be read from a page in one linear pass, before a tree is built from it.

A parser's tree is costly or lossy for hostile pages: very deep ones lose their text in silence, a tag with 100,000
attributes takes a minute. The scan here counts, takes out what a tree cannot bear, and reads all that a page shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from variorum.limits import LIMITS
from variorum.reports.wordlists import word_set

#: A tag up to its ">", or a comment's first characters. Values that hold "<" or ">" end it early: good enough to count.
_TAG = re.compile(r"<(?:(!--)|(/?)([a-zA-Z][^\s/<>]*+)([^<>]*+)>|[!?][^<>]*+>)")

#: Elements whose content is not text of the page.
_SILENT = word_set("""
    script style noscript template textarea iframe svg math title select object audio video canvas noframes
""")
#: Elements that end by themselves or at the next of their kind, and so do not nest.
_FLAT = word_set("""
    area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot
    option colgroup rb rt rp html head body
""")
#: Elements that stand inside a line; all others begin a new one.
_INLINE = word_set("""
    a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark q rp rt ruby s samp small span
    strike strong sub sup time tt u var wbr
""")
_BREAKS = re.compile(r"(?:<br\s{0,9}/?>\s{0,99}){3,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of the source, with its place there."""

    name: str
    start: int
    end: int
    closes: bool
    attributes: str


def scan_tags(page: str) -> Iterator[Tag]:
    """Yield the tags of ``page`` in order, without those in comments, scripts and styles; one linear pass."""
    position = 0
    while found := _TAG.search(page, position):
        position = found.end()
        if found[1]:
            end = page.find("-->", position)
            # A comment that never ends hides nothing: parsers differ here, and the text may stand behind it.
            position = end + 3 if end >= 0 else position
            continue
        if found[3] is None:
            continue
        name = found[3].lower()
        yield Tag(name, found.start(), found.end(), bool(found[2]), found[4])
        if name in ("script", "style") and not found[2]:
            closing = re.compile(rf"</{name}", re.IGNORECASE).search(page, position)
            position = closing.start() if closing else len(page)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a scan counts."""

    elements: int
    depth: int
    attributes: int
    """The most attributes that one tag has."""


def measure(page: str) -> Shape:
    """Return how many elements ``page`` opens, how deep they nest, and the most attributes of one tag."""
    elements = depth = deepest = attributes = 0
    for tag in scan_tags(page):
        if tag.closes:
            depth = max(0, depth - (tag.name not in _FLAT))
            continue
        elements += 1
        if len(tag.attributes) > LIMITS.tag_attributes:
            attributes = max(attributes, len(tag.attributes.split()))
        if tag.name not in _FLAT and not tag.attributes.endswith("/"):
            depth += 1
            deepest = max(deepest, depth)
    return Shape(elements, deepest, attributes)


def flatten(page: str) -> str:
    """Return ``page`` without what a tree cannot bear; its text stays.

    Tags below the depth limit go, tags with too many attributes lose them, and three and more ``<br>`` become two.
    """
    page = _BREAKS.sub("<br><br>", page)
    pieces: list[str] = []
    position = depth = 0
    for tag in scan_tags(page):
        nests = tag.name not in _FLAT and not tag.attributes.endswith("/")
        drop = nests and depth >= LIMITS.page_depth and (not tag.closes or depth > LIMITS.page_depth)
        if nests:
            depth = max(0, depth - 1) if tag.closes else depth + 1
        bare = len(tag.attributes) > LIMITS.tag_attributes and len(tag.attributes.split()) > LIMITS.tag_attributes
        if drop or bare:
            pieces += (page[position : tag.start], "" if drop else f"<{'/' * tag.closes}{tag.name}>")
            position = tag.end
    pieces.append(page[position:])
    return "".join(pieces)


def visible_text(page: str) -> str:
    """Return all text of ``page``, one line a block, without scripts and the like; for what is no article, too."""
    pieces: list[str] = []
    position = 0
    silent: str | None = None
    for tag in scan_tags(page):
        if silent is None:
            pieces.append(page[position : tag.start])
            if tag.name not in _INLINE:
                pieces.append("\0")
            if tag.name in _SILENT and not tag.closes and not tag.attributes.endswith("/"):
                silent = tag.name
        elif tag.closes and tag.name == silent:
            silent = None
        position = tag.end
    if silent is None:
        pieces.append(page[position:])
    # NUL marks the blocks: the source cannot hold it, and line breaks of the source are mere white space.
    text = re.sub(r"<!--|-->|<![^<>]*+>", " ", "".join(pieces))
    lines = (" ".join(unescape(line).split()) for line in text.split("\0"))
    return "\n".join(line for line in lines if line)
