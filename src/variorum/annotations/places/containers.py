"""Containers: the country or division that stands behind a place as what holds it ("Valencia and Murcia in Spain")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.places.words import STATES
from variorum.annotations.tables.gazetteer import lookup

if TYPE_CHECKING:
    from spacy.tokens import Doc


def lies_in(doc: Doc, index: int) -> bool:
    """Say whether what holds a place of this name stands behind it: "Murcia, Spain", "Valencia and Murcia in Spain"."""
    for link, container in ((index + 1, index + 2), (index + 3, index + 4)):
        if container >= len(doc):
            return False
        if doc[link].lower_ in {"in", ","} and _holds(doc, index, container):
            return True
        if doc[index + 1].lower_ != "and":
            return False
    return False


def _holds(doc: Doc, index: int, container: int) -> bool:
    """Say whether the name at ``container`` is a country or division in which a place called as at ``index`` lies."""
    ids = containers_at(doc, container)
    return bool(ids) and any(not ids.isdisjoint(entry.within) for entry in lookup(doc[index].text, towns=True))


def containers_at(doc: Doc, index: int) -> frozenset[str]:
    """Return the ids of the countries and divisions whose name begins at a token."""
    if index >= len(doc) or not doc[index].text[:1].isupper():
        return frozenset()
    if (state := STATES.get(doc[index].text)) is not None:
        return frozenset(entry.id for entry in lookup(state) if entry.kind == "division")
    for last in (index + 1, index):
        if last < len(doc) and (last == index or doc[last].text[:1].isalnum()):
            found = lookup(doc[index : last + 1].text)
            ids = frozenset(entry.id for entry in found if entry.kind in {"country", "division"})
            if ids:
                return ids
    return frozenset()
