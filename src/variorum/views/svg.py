"""Elements of SVG made in Python: attributes and text are escaped, styles come from the classes of the page."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from variorum.views.shown import one_line


def element(name: str, *children: Markup | str, **attributes: object) -> Markup:
    """Return one element; ``class_`` is ``class``, ``_`` in names becomes ``-``, None leaves an attribute out."""
    # Plain strings, joined once: names are our own, values and children are escaped here.
    parts = ["<", name]
    for key, value in attributes.items():
        if value is not None:
            written = f"{value:.1f}" if isinstance(value, float) else str(value)
            parts += [" ", key.rstrip("_").replace("_", "-"), '="', escape(written), '"']
    parts += [">", *(escape(child) for child in children), "</", name, ">"] if children else ["/>"]
    return Markup("".join(parts))  # noqa: S704  # what is not our own is escaped above


def figure(width: float, height: float, title: str, children: Iterable[Markup], *, class_: str) -> Markup:
    """Return a whole drawing; its title is what a screen reader says, the table beside it holds the rest."""
    label = element("title", title)
    return element(
        "svg",
        label,
        *children,
        class_=class_,
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=f"{width:.0f}",
        height=f"{height:.0f}",
        role="group",
        aria_label=title,
    )


def text(x: float, y: float, words: str, *, limit: int = 0, **attributes: object) -> Markup:
    """Return a line of text at a point, cut after ``limit`` code points."""
    return element("text", one_line(words, limit=limit), x=float(x), y=float(y), **attributes)


def link(target: str, label: str, *children: Markup, **attributes: object) -> Markup:
    """Return a link around ``children`` with a name for everybody who cannot see it."""
    return element("a", element("title", label), *children, href=target, aria_label=label, **attributes)
