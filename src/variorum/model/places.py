"""Places that one report names."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from variorum.model.spans import Span


class PlaceUse(StrEnum):
    """Whether a place name stands for the place or for those who govern there ("Ankara rejected ...")."""

    PLACE = "place"
    GOVERNMENT = "government"


class Place(Struct, frozen=True):
    """A typed name that the gazetteer knows."""

    id: str
    start: int
    end: int
    name: str
    """The gazetteer's name; the words of a site."""
    kind: str
    """``country``, ``division``, ``city``, ``landmark``, ``region``, ``sea``, ``continent``; ``site``: a building,
    street, quarter or village that the gazetteer does not know, in the town that the text gives."""
    country: str | None
    """ISO 3166-1 alpha-3; None for seas, continents and regions of several states."""
    lat: float | None
    lon: float | None
    gazetteer_id: str
    """GeoNames id, id of our own table (prefix ``v:``), or of a site (``site:`` with its town and name)."""
    within: tuple[str, ...] = ()
    """Gazetteer ids of what contains it, from near to far (Kremlin: Moscow, Russia, Europe)."""
    qualifier: str | None = None
    """"northern" in "northern Syria", "border" in "the Syrian border"."""
    use: PlaceUse = PlaceUse.PLACE

    @property
    def span(self) -> Span:
        """Return the name as a span."""
        return Span(self.start, self.end)
