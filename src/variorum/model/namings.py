"""How the reports of a story name their actors, and how their sentences speak of them."""

from __future__ import annotations

from msgspec import Struct

from variorum.model.designations import Tone
from variorum.model.spans import Span


class Expression(Struct, frozen=True):
    """One way in which a report names an actor."""

    text: str
    spans: tuple[Span, ...]
    kind: str
    """``name``, ``label``, ``loaded``, ``hedge``, ``attribution-doubt``."""
    marked: bool
    """True because another report calls the same actor otherwise and never so."""
    reason: str
    polarity: str | None = None
    """``positive``, ``negative``, ``neutral`` where the table of role nouns or of wording says so, else None."""


class DesignationCell(Struct, frozen=True):
    """How one report names one actor, in one voice; expressions in order of use."""

    siglum: str
    quoted: bool
    expressions: tuple[Expression, ...]


class DesignationRow(Struct, frozen=True):
    """An actor and what each report calls it."""

    actor: str
    cells: tuple[DesignationCell, ...]


class ToneStrip(Struct, frozen=True):
    """The sentences of one report that speak of an actor, in text order, each with its tone; never one number."""

    siglum: str
    quoted: bool
    tones: tuple[Tone, ...]

    def count(self, polarity: str | None) -> int:
        """Return how many sentences have a polarity; None counts those about which the model says nothing."""
        return sum(tone.polarity == polarity for tone in self.tones)

    def interval(self, polarity: str) -> tuple[float, float]:
        """Return Wilson's 95 % interval of the share of a polarity among the sentences with one (Wilson 1927)."""
        said = len(self.tones) - self.count(None)
        if not said:
            return (0.0, 1.0)
        share, z = self.count(polarity) / said, 1.96
        middle = (share + z * z / (2 * said)) / (1 + z * z / said)
        reach = z * ((share * (1 - share) + z * z / (4 * said)) / said) ** 0.5 / (1 + z * z / said)
        return (round(max(0.0, middle - reach), 4), round(min(1.0, middle + reach), 4))


class ToneRow(Struct, frozen=True):
    """An actor of several reports and how the sentences of each speak of it."""

    actor: str
    strips: tuple[ToneStrip, ...]
