"""The page: one self-contained HTML file that loads nothing and works from a disk.

Scripts and styles are our own, inlined, and allowed by their hashes alone (Content Security Policy level 3); every
value is escaped by the template engine, and no markup is made from text by the script.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from variorum.model.comparisons import Comparison

if TYPE_CHECKING:
    from jinja2 import Environment

_INDENT = re.compile(r"\n[ \n]+<")

STYLES = (
    "base.css",
    "header.css",
    "navigation.css",
    "units.css",
    "quotations.css",
    "reader.css",
    "tables.css",
    "figures.css",
    "media.css",
)
"""The style sheets in the order in which they are inlined."""

SCRIPTS = ("reader.js", "rows.js", "search.js")
"""The scripts in the order in which they are inlined."""


def render_html(comparison: Comparison) -> str:
    """Return the page of ``comparison``: the same comparison gives the same text."""
    from variorum.views.page import page_values  # noqa: PLC0415 - a view that is not asked for costs no import

    style = "".join(_asset("styles", name) for name in STYLES)
    script = "".join(_asset("scripts", name) for name in SCRIPTS)
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    template = _environment().get_template("page.html")
    page = template.render(page_values(comparison), style=style, script=script, policy=policy)
    head, style_end, rest = page.partition("</style>")
    body, script_start, tail = rest.rpartition("<script>")
    # Templates are indented for people; a page of ten reports is a tenth lighter without. Text holds no line feeds.
    return head + style_end + _INDENT.sub("\n<", body) + script_start + tail


@lru_cache(maxsize=1)
def _environment() -> Environment:
    """Return the template engine: escaping is always on, and what it compiles is kept (0.3 s of CPU a run)."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - as above

    from variorum.views.compiled_templates import CompiledTemplates  # noqa: PLC0415

    return Environment(
        loader=PackageLoader("variorum.views", "templates"),
        bytecode_cache=CompiledTemplates(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _asset(folder: str, name: str) -> str:
    """Return the text of one of our own small files."""
    return files("variorum.views").joinpath("templates", folder, name).read_text("utf-8")


def _hash(content: str) -> str:
    """Return the source expression that allows exactly this inline style or script."""
    return "sha256-" + b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")
