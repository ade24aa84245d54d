"""Status: how a clause stands to fact, and the words that decided."""

from __future__ import annotations

from enum import IntEnum

from msgspec import Struct


class Modality(IntEnum):
    """How far from fact; of two the further one holds."""

    FACT = 0
    FUTURE = 1
    POSSIBLE = 2
    CONDITIONAL = 3


class Status(Struct, frozen=True):
    """How a clause stands to fact."""

    negated: bool = False
    modality: Modality = Modality.FACT
    hedged: bool = False
    """Told as rumour, allegation or "reportedly"."""
    denial: int = -1
    """The token that negates ("not", "failed"), or -1."""
    cue: int = -1
    """The token that makes it possible, conditional, to come or hearsay, or -1."""
    adjective: bool = False
    """True where an adjective says so ("the possible strike")."""

    def joined(self, own: Status) -> Status:
        """Join what a governor says to a token's own marks; two negations undo each other."""
        if own is FACT:
            return self
        if self is FACT:
            return own
        if self.negated and not own.negated and own.modality is Modality.POSSIBLE and not own.hedged and own.adjective:
            # "the threatened strike was averted"
            return self
        nearer = own.cue if own.cue >= 0 and own.modality >= self.modality else -1
        return Status(
            self.negated != own.negated,
            max(self.modality, own.modality),
            self.hedged or own.hedged,
            own.denial if own.denial >= 0 else self.denial,
            nearer if nearer >= 0 else (self.cue if self.cue >= 0 else own.cue),
        )


FACT = Status()
