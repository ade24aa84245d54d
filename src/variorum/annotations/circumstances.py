"""Circumstances: which clause or noun a time expression or a place belongs to, by the tree.

"According to the ministry on Tuesday" dates the telling; "a meeting late Wednesday" dates the meeting.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.annotations.trees import Trees
from variorum.model.annotations import PlaceUse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.annotations.voices import VoiceReader
    from variorum.model.annotations import Draft, Place, TimeExpression

_AT = frozenset(
    {"in", "at", "on", "near", "outside", "inside", "around", "across", "off", "along", "throughout", "within", "by"}
)
_PARTS = frozenset({
    "part", "area", "region", "outskirt", "suburb", "city", "town", "village", "north", "south", "east", "west", "port",
    "harbour", "harbor", "centre", "center", "capital", "province", "district", "street", "coast", "border",
    "heart", "edge",
    "square", "island", "valley", "state", "county", "mountain",
})  # fmt: skip
_TO = frozenset({"to", "into", "toward", "towards", "onto"})


@dataclass(frozen=True, slots=True)
class Circumstance:
    """A time expression or place, and how it hangs in the sentence."""

    id: str
    token: int
    """Its topmost token."""
    preposition: str
    """The preposition before it, or nothing."""
    path: tuple[int, ...]
    """The tokens above it up to its predicate, that included."""
    telling: bool
    """True where it dates or places the telling ("according to ... on Tuesday")."""


@dataclass(slots=True)
class Circumstances:
    """Times and places by every token that they hang under."""

    times: dict[int, list[Circumstance]] = field(default_factory=dict)
    places: dict[int, list[Circumstance]] = field(default_factory=dict)
    by_sentence: dict[int, list[Circumstance]] = field(default_factory=dict)
    """Times alone, by sentence."""


def read_circumstances(trees: Trees, draft: Draft, voices: VoiceReader) -> Circumstances:
    """Return the times and places of a draft by what they hang under."""
    found = Circumstances()
    for circumstance in _read(trees, draft.times, voices):
        found.by_sentence.setdefault(trees.sentences[circumstance.token], []).append(circumstance)
        for token in circumstance.path:
            found.times.setdefault(token, []).append(circumstance)
    places = (place for place in draft.places if place.use is PlaceUse.PLACE)
    for circumstance in _read(trees, places, voices):
        if circumstance.preposition in _AT or circumstance.preposition in _TO or _is_part(trees, circumstance):
            for token in circumstance.path:
                found.places.setdefault(token, []).append(circumstance)
    return found


def is_direction(circumstance: Circumstance) -> bool:
    """Say whether a place is where something goes to."""
    return circumstance.preposition in _TO


def _is_part(trees: Trees, circumstance: Circumstance) -> bool:
    """Say whether a place stands in "parts of Syria", "the port of Trieste"."""
    return circumstance.preposition == "of" and any(trees.lemmas[token] in _PARTS for token in circumstance.path[:3])


def _read(trees: Trees, annotations: Iterable[TimeExpression | Place], voices: VoiceReader) -> Iterable[Circumstance]:
    """Yield how each annotation hangs in its tree; those in sentences that are not walked are left out."""
    for annotation in annotations:
        tokens = trees.tokens_in(annotation.start, annotation.end)
        if not tokens or trees.predicates[tokens[0]] < 0:
            continue
        inside = set(tokens)
        top = next((token for token in tokens if trees.heads[token] not in inside), tokens[-1])
        path: list[int] = []
        at, preposition = top, ""
        telling = top in voices.phrases
        for _ in range(10):
            head = trees.heads[at]
            if head == at:
                break
            at = head
            if (
                trees.deps[at] in ("prep", "agent", "dative", "mark", "pcomp")
                and not preposition
                and not trees.is_predicate(at)
            ):
                preposition = trees.lower[at]
            path.append(at)
            telling = telling or at in voices.phrases
            if trees.is_predicate(at):
                break
        yield Circumstance(annotation.id, top, preposition, tuple(path), telling)
