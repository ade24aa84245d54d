"""Markup: what can be read from a page in one linear pass, before a tree is built from it.

A parser's tree is costly or lossy for hostile pages: very deep ones lose their text in silence, a tag with 100,000
attributes takes a minute. The scan here counts, takes out what a tree cannot bear, and reads all that a page shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct

from variorum.limits import LIMITS
from variorum.word_lists import listed

#: A tag up to its ">", or a comment's first characters. Values that hold "<" or ">" end it early: good enough to count.
_TAG = re.compile(r"<(?:(!--)|(/?)([a-zA-Z][^\s/<>]*+)([^<>]*+)>|[!?][^<>]*+>)")

#: Elements whose content is not text of the page.
_SILENT = listed("""
    script style noscript template textarea iframe svg math title select object audio video canvas noframes
""")
#: Elements that end by themselves or at the next of their kind, and so do not nest.
_FLAT = listed("""
    area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot
    option colgroup rb rt rp html head body
""")
#: Elements that stand inside a line; all others begin a new one.
_INLINE = listed("""
    a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark q rp rt ruby s samp small span
    strike strong sub sup time tt u var wbr
""")
_VALUE = re.compile(r"""=\s{0,9}(?:"[^"]*+"|'[^']*+')""")
_BREAKS = re.compile(r"(?:<br\s{0,9}/?>\s{0,99}){3,}", re.IGNORECASE)


class Tag(Struct, frozen=True):
    """A tag of the source, with its place there."""

    name: str
    start: int
    end: int
    closes: bool
    attributes: str


def scan_tags(page: str) -> Iterator[Tag]:
    """Yield the tags of ``page`` in order, without those in comments, scripts and styles; one linear pass."""
    position = 0
    comments_end = page.rfind("-->")
    while found := _TAG.search(page, position):
        position = found.end()
        if found[1]:
            # A comment that never ends hides nothing: parsers differ here, and the text may stand behind it.
            if position <= comments_end:
                position = page.find("-->", position) + 3
            continue
        if found[3] is None:
            continue
        name = found[3].lower()
        yield Tag(name, found.start(), found.end(), bool(found[2]), found[4])
        if name in ("script", "style") and not found[2]:
            closing = re.compile(rf"</{name}", re.IGNORECASE).search(page, position)
            position = closing.start() if closing else len(page)


class Shape(Struct, frozen=True):
    """What a scan counts."""

    elements: int
    depth: int
    attributes: int
    """The most attributes that one tag has."""
    inline: int
    """The most inline elements of one block."""


def measure(page: str) -> Shape:
    """Return how many elements ``page`` opens, how deep they nest, and what one tag and one block hold of them."""
    elements = depth = deepest = attributes = inline = most_inline = 0
    for tag in scan_tags(page):
        inline = inline + 1 if tag.name in _INLINE else 0
        most_inline = max(most_inline, inline)
        if tag.closes:
            depth = max(0, depth - (tag.name not in _FLAT))
            continue
        elements += 1
        attributes = max(attributes, _count_attributes(tag))
        if tag.name not in _FLAT and not tag.attributes.endswith("/"):
            depth += 1
            deepest = max(deepest, depth)
    return Shape(elements, deepest, attributes, most_inline)


def _count_attributes(tag: Tag) -> int:
    """Return about how many attributes ``tag`` has; 0 where its source is too short to hold many."""
    if len(tag.attributes) <= LIMITS.tag_attributes:
        return 0
    return len(_VALUE.sub(" ", tag.attributes).split())


def flatten(page: str) -> str:
    """Return ``page`` without what a tree cannot bear; its text stays.

    Tags below the depth limit go, and inline tags beyond their limit in one block; tags with too many attributes lose
    them; three and more ``<br>`` become two.
    """
    page = _BREAKS.sub("<br><br>", page)
    pieces: list[str] = []
    position = depth = inline = 0
    for tag in scan_tags(page):
        inline = inline + 1 if tag.name in _INLINE else 0
        nests = tag.name not in _FLAT and not tag.attributes.endswith("/")
        drop = nests and depth >= LIMITS.page_depth and (not tag.closes or depth > LIMITS.page_depth)
        if nests:
            depth = max(0, depth - 1) if tag.closes else depth + 1
        bare = _count_attributes(tag) > LIMITS.tag_attributes
        drop = drop or inline > LIMITS.inline_tags
        if drop or bare:
            pieces += (page[position : tag.start], "" if drop else f"<{'/' * tag.closes}{tag.name}>")
            position = tag.end
    pieces.append(page[position:])
    return "".join(pieces)


def visible_text(page: str) -> str:
    """Return all text of ``page``, one line a block, without scripts and the like; for what is no article, too."""
    page = _without_comments(page)
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


def _without_comments(page: str) -> str:
    """Return ``page`` without its comments; one that never ends hides nothing."""
    pieces: list[str] = []
    position = 0
    while (start := page.find("<!--", position)) >= 0 and (end := page.find("-->", start + 2)) >= 0:
        pieces.append(page[position:start])
        position = end + 3
    pieces.append(page[position:])
    return " ".join(pieces)
