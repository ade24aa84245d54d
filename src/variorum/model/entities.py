"""Who and what a report speaks of: mentions, and the entities that they name."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from variorum.model.spans import Span


class MentionForm(StrEnum):
    """How a mention names its entity (ACE mention types)."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Mention(Struct, frozen=True):
    """A place in the text that names somebody or something."""

    start: int
    end: int
    """The whole noun phrase with the title and modifiers that belong to the naming ("Interior Minister Ana Reyes")."""
    form: MentionForm
    head_start: int
    head_end: int
    """The name itself, or the head noun of a nominal ("Ana Reyes"; "leader" in "the Russian leader")."""
    quoted: bool = False
    """True when the mention stands inside quotation marks: somebody else's voice."""

    @property
    def span(self) -> Span:
        """Return the mention as a span."""
        return Span(self.start, self.end)


class EntityType(StrEnum):
    """What kind of thing an entity is."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    STATE = "state"
    PLACE = "place"
    EVENT = "event"
    OTHER = "other"


class Entity(Struct, frozen=True):
    """All mentions of one person, group, state, organisation ... in one report."""

    id: str
    name: str
    """The fullest proper name in this report, without titles; for unnamed groups the first nominal."""
    type: EntityType
    mentions: tuple[Mention, ...]
    country: str | None = None
    """ISO 3166-1 alpha-3 of the state that it is, belongs to or acts for; None when the text does not say."""
    sector: str | None = None
    """PLOVER sector (GOV, MIL, REB, OPP, MED, IGO, CVL ...) or None."""
    wikidata: str | None = None
    roles: tuple[str, ...] = ()
    """Offices and descriptions that this report gives in its own voice ("president", "defence minister"), lemmas."""
    named: bool = True
    """False for an entity that the report never names ("a spokesman", "residents")."""
    known_as: str | None = None
    """The name of its row in our table of organisations, the same in every report: "Agence France-Presse" for AFP."""
