"""Circumstances: which clause or noun a time expression or a place belongs to, by the tree.

"According to the ministry on Tuesday" dates the telling; "a meeting late Wednesday" dates the meeting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from variorum.annotations.places.datelines import in_datelines
from variorum.annotations.places.words import DEEDS_ON_PLACES, STANDING
from variorum.annotations.tables.actors import role_of
from variorum.annotations.trees import Trees
from variorum.model.annotations import PlaceUse

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from variorum.annotations.voices import VoiceReader
    from variorum.model.annotations import Draft, Place, TimeExpression

#: Prepositions by which something happens at a place.
AT = frozenset(
    {
        "in", "at", "on", "near", "outside", "inside", "around", "across", "off", "along", "throughout", "within", "by",
        "through", "over", "above", "beneath", "below", "under", "past", "beside", "opposite",
    }
)  # fmt: skip
_PARTS = frozenset({
    "part", "area", "region", "outskirt", "suburb", "city", "town", "village", "north", "south", "east", "west", "port",
    "harbour", "harbor", "centre", "center", "capital", "province", "district", "street", "coast", "border",
    "heart", "edge",
    "square", "island", "valley", "state", "county", "mountain", "countryside", "camp", "market", "airport", "waters",
    "shore", "neighbourhood", "neighborhood", "quarter", "forest", "road", "airspace", "prison", "hospital",
    "front", "top", "foot", "middle", "half", "much", "most", "airfield",
    "side", "vicinity", "gate", "entrance", "bank", "vineyard", "field", "hill", "beach", "slope", "plain", "bay",
    "cliff", "wood", "orchard", "summit",
})  # fmt: skip
#: Who belongs to a place so that what they do is mostly done there: "Hyderabad police arrested the dealer".
_BODIES = frozenset({
    "police", "court", "prosecutor", "firefighter", "hospital", "council", "mayor", "authority", "judge", "jury",
    "university", "school", "airport", "port", "resident", "medic", "coroner", "prison", "jail",
})  # fmt: skip
#: Who lives in a place, so that what they do is mostly done there: "Residents of Porto protested".
_INHABITANTS = frozenset({"resident", "inhabitant", "villager", "islander", "voter", "citizen"})
#: Nouns of leaving, which "from" belongs to.
_LEAVING = frozenset({"launch", "departure", "withdrawal", "expulsion", "eviction", "evacuation", "escape", "flight"})
#: Verbs of sport, whose objects are teams.
_PLAYING = frozenset({"beat", "defeat", "thrash", "trounce", "outplay", "outscore", "edge"})
#: Nouns of what comes from a place, so that what stops it happens there: "exports from Basra were halted".
_COMING_FROM = frozenset({
    "export", "delivery", "shipment", "flight", "sailing", "departure", "supply", "service", "broadcast", "train",
})  # fmt: skip
#: Who and what is of a place: what they do as subject is mostly done there: "the mayor of Bari opened the fair".
_OFFICES = frozenset({
    "mayor", "bishop", "archbishop", "chief", "council", "university", "port", "court", "archdiocese", "diocese",
    "parish", "airport", "museum", "master", "coroner", "imam", "rabbi", "vicar",
    "carnival", "festival", "fair", "marathon", "regatta", "orchestra",
})  # fmt: skip
#: Who lives and works in a place, and so tells of what happened there.
LOCALS = _INHABITANTS | _OFFICES - {"university", "museum", "orchestra"} | frozenset({
    "police", "firefighter", "medic", "hospital", "doctor", "nurse", "foreman", "farmer", "fisherman", "shopkeeper",
    "baker", "teacher", "headteacher", "pupil", "driver", "worker", "miner", "docker", "owner", "landlord", "waiter",
    "neighbour", "neighbor", "witness", "bystander", "priest", "pastor", "warden", "guard", "ranger", "lifeguard",
    "innkeeper", "butcher", "grocer", "student", "mother", "father", "pensioner", "herder", "shepherd", "authority",
    "brigade", "official", "family", "elder", "coastguard", "dealer", "gardener", "builder", "mechanic", "tenant",
    "commuter", "passer-by", "survivor", "judge", "jury", "local", "people", "man", "woman", "service", "department",
})  # fmt: skip
_DISTRICTS = frozenset({"district", "quarter", "neighbourhood", "neighborhood", "borough", "area"})
#: Nouns behind "in" whose "of" tells of no place: "in the hands of Moscow".
_NO_PLACES = frozenset({
    "hand", "name", "behalf", "favour", "favor", "request", "order", "view", "case", "light", "way", "hope", "support",
    "invitation", "behest", "expense", "eye", "absence", "face", "war", "pressure", "control", "term", "search",
})  # fmt: skip
#: Buildings whose "of" says whose they are.
_OF_STATES = frozenset({"embassy", "consulate", "bank", "house", "home", "court", "parliament"})
#: What is told in lengths: "ten kilometres from Basra".
_LENGTHS = frozenset({"kilometre", "kilometer", "km", "mile", "metre", "meter", "hour", "drive", "walk"})
#: Links between "of" and what the part of a place is told with.
_OF_PART = 3
_TO = frozenset({"to", "into", "toward", "towards", "onto"})
#: What lies where it leads to: "a rockfall buried the road to Koper".
_WAYS = frozenset(
    {"road", "highway", "motorway", "track", "line", "railway", "route", "path", "bridge", "pass", "trail"}
)


class Circumstance(Struct, frozen=True):
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
    rank: int = 0
    """How surely a place is where it happens: 0 said so or done to it, 1 gone from, 2 where those who act belong."""


class Circumstances(Struct):
    """Times and places by every token that they hang under."""

    times: dict[int, list[Circumstance]] = field(default_factory=dict)
    places: dict[int, list[Circumstance]] = field(default_factory=dict)
    by_sentence: dict[int, list[Circumstance]] = field(default_factory=dict)
    """Times alone, by sentence."""
    happening_in: dict[int, list[Circumstance]] = field(default_factory=dict)
    """Places in or to which something happens, by sentence."""
    place_at: dict[int, str] = field(default_factory=dict)
    """The place whose topmost token this is, however it hangs."""
    named: dict[str, Place] = field(default_factory=dict)
    """The places by id."""
    hanging: list[Circumstance] = field(default_factory=list)
    """All places, however they hang."""

    districts: set[int] = field(default_factory=set)
    """Nouns of parts of towns."""

    def lies_in(self, inner: str | None, outer: str | None) -> bool:
        """Say whether one place lies in another, by id."""
        return bool(inner and outer) and self.named[str(outer)].gazetteer_id in self.named[str(inner)].within

    def without_holders(self, places: list[Circumstance]) -> list[Circumstance]:
        """Return places without those in which another of them lies: "in Lebanon, shops in Tripoli"."""
        holders = {holder for place in places for holder in self.named[place.id].within}
        inner = [
            place
            for place in places
            if self.named[place.id].gazetteer_id not in holders and not self._holds_part(place, places)
        ]
        return inner or places

    def _holds_part(self, place: Circumstance, places: Iterable[Circumstance]) -> bool:
        """Say whether a place is that of which another is told as a part: "the Orvel district of Berlin"."""
        noun = place.path[1] if place.preposition == "of" and len(place.path) > 1 else -1
        return noun in self.districts and any(other.path[:1] == (noun,) for other in places)


def read_circumstances(trees: Trees, draft: Draft, voices: VoiceReader) -> Circumstances:
    """Return the times and places of a draft by what they hang under."""
    found = Circumstances(districts={token for token, lemma in enumerate(trees.lemmas) if lemma in _DISTRICTS})
    headed = in_datelines(draft.report.text)
    # The date and place of "OSLO, 3 May -" are those of the report.
    times = (time for time in draft.times if not headed(time.start))
    for circumstance in _read(trees, times, voices):
        found.by_sentence.setdefault(trees.sentences[circumstance.token], []).append(circumstance)
        for token in circumstance.path:
            found.times.setdefault(token, []).append(circumstance)
    found.named = {place.id: place for place in draft.places}
    named = {token for place in draft.places for token in trees.tokens_in(place.start, place.end)}
    places = (place for place in draft.places if place.use is PlaceUse.PLACE and not headed(place.start))
    for circumstance in _read(trees, places, voices):
        found.place_at[circumstance.token] = circumstance.id
        found.hanging.append(circumstance)
        rank = _rank_of(trees, circumstance, found.named[circumstance.id].kind)
        if rank is not None and not _holds_another(trees, circumstance, named):
            if rank == 0:
                found.happening_in.setdefault(trees.sentences[circumstance.token], []).append(circumstance)
            for token in circumstance.path:
                found.places.setdefault(token, []).append(replace(circumstance, rank=rank))
    return found


def is_direction(circumstance: Circumstance) -> bool:
    """Say whether a place is where something goes to."""
    return circumstance.preposition in _TO


def _rank_of(trees: Trees, place: Circumstance, kind: str) -> int | None:
    """Return how surely something happens at a place, None where the words do not say that it does."""
    town = kind == "city"
    if _is_inside(trees, place, kind):
        return 0
    if place.preposition == "between":
        return 1  # "a train between Lyon and Turin was stopped in Modane"
    if place.preposition in AT or place.preposition in _TO or _is_part(trees, place):
        return 0
    if place.preposition == "from" and len(place.path) > 1 and trees.lemmas[place.path[1]] in _LENGTHS:
        return 0
    if place.preposition == "from" and comes_from(trees, place):
        return 1
    if place.preposition == "from":
        # "Expelled from Bamako", "the launch of a probe from Kourou", but not "a man from Leeds".
        left = leaving(trees, place)
        return 1 if left >= 0 and (trees.is_predicate(left) or trees.lemmas[left] in _LEAVING) else None
    if place.preposition == "of" and len(place.path) > 1 and trees.lemmas[place.path[1]] in DEEDS_ON_PLACES:
        return 0
    if place.preposition in ("of", "in") and len(place.path) > 1 and trees.lemmas[place.path[1]] in _INHABITANTS:
        return 2 if trees.deps[place.path[1]] == "nsubj" else None
    if place.preposition == "of" and len(place.path) > 1 and trees.lemmas[place.path[1]] in _OFFICES:
        return 2 if trees.deps[place.path[1]] in ("nsubj", "nsubjpass", "dobj") else None
    if place.preposition == "of" and town and len(place.path) > 1 and trees.tags[place.path[1]] == "NNS":
        return 2 if trees.deps[place.path[1]] in ("nsubj", "nsubjpass") else None  # "the nurses of Bari marched"
    if place.preposition or not place.path:
        return None
    if trees.lemmas[place.path[0]] in _PARTS and trees.deps[place.path[0]] in ("dobj", "nsubjpass"):
        return 0  # "rockets hit Syria's border"
    label = trees.deps[place.token]
    if trees.is_predicate(place.path[0]):
        # "Visited Damascus", "Idlib was shelled": it is done to the place.
        done = label in ("dobj", "nsubjpass", "npadvmod") and trees.lemmas[place.path[0]] not in _PLAYING
        return 0 if done else None
    acts = label in ("compound", "amod", "nmod", "poss") and trees.deps[place.path[0]] in ("nsubj", "agent")
    return 2 if acts and trees.lemmas[place.path[0]] in _BODIES else None


def _is_inside(trees: Trees, place: Circumstance, kind: str) -> bool:
    """Say whether a place is that of a part in which something happens: "in the kitchens of the Orvel Hotel"."""
    if place.preposition != "of" or len(place.path) < _OF_PART or role_of(trees.lower[place.path[1]]) is not None:
        return False
    part, above = place.path[1], place.path[2]
    if kind == "site" and trees.deps[part] in ("dobj", "nsubjpass"):
        return True
    return trees.lower[above] in AT | _TO and trees.deps[part] == "pobj" and trees.lemmas[part] not in _NO_PLACES


def leaving(trees: Trees, place: Circumstance) -> int:
    """Return what the "from" of a place hangs on: "launched", and "launch" in "the launch of a probe from Kourou"."""
    path = place.path
    if len(path) > 3 and trees.lower[path[2]] == "of" and trees.lemmas[path[3]] in _LEAVING:
        return path[3]
    return path[1] if len(path) > 1 else -1


def comes_from(trees: Trees, place: Circumstance) -> bool:
    """Say whether the subject of a clause is what comes from a place: "exports from Basra were halted"."""
    noun = place.path[1] if place.preposition == "from" and len(place.path) > 1 else -1
    return noun >= 0 and trees.lemmas[noun] in _COMING_FROM and trees.deps[noun] in ("nsubj", "nsubjpass")


def _holds_another(trees: Trees, place: Circumstance, named: Container[int]) -> bool:
    """Say whether a place only says where the one before it lies: "Valencia, Venezuela".

    Not where the table does not know what lies there: "in Mill Lane, Leeds".
    """
    return trees.deps[place.token] == "appos" and trees.heads[place.token] in named


def _is_part(trees: Trees, circumstance: Circumstance) -> bool:
    """Say whether a place stands in "parts of Syria", "the port of Trieste", and not in "men from the city of Gao"."""
    if circumstance.preposition != "of":
        return False
    parts = _PARTS | STANDING - _OF_STATES
    part = next((token for token in circumstance.path[:3] if trees.lemmas[token] in parts), -1)
    link = trees.heads[part] if part >= 0 and trees.deps[part] == "pobj" else -1
    return part >= 0 and not (link >= 0 and trees.lower[link] == "from" and not trees.is_predicate(trees.heads[link]))


def _meaning_of(trees: Trees, preposition: int) -> str:
    """Return the preposition that words of distance come to: "as far as" leads to, "not far from" is near."""
    word, before = trees.lower[preposition], trees.lower[preposition - 1] if preposition else ""
    if (before, word) == ("far", "as"):
        return "to"
    if (before, word) in {("close", "to"), ("next", "to"), ("adjacent", "to"), ("far", "from"), ("away", "from")}:
        return "near"
    return word


def _joins(trees: Trees, token: int) -> bool:
    """Say whether a preposition begins the second of two clauses: "shops shut in Bari, and in Ulm a bus burned"."""
    return trees.deps[token] in ("conj", "dep") and trees.tags[token] == "IN"


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
                (trees.deps[at] in ("prep", "agent", "dative", "mark", "pcomp", "prt") or _joins(trees, at))
                and not preposition
                and not trees.is_predicate(at)
            ):
                preposition = _meaning_of(trees, at)
            path.append(at)
            if preposition == "to" and trees.lower[at] == "to" and trees.lemmas[at - 1] in _WAYS:
                preposition = "on"  # a parser hangs "to Koper" under the verb at times
            telling = telling or at in voices.phrases
            if trees.is_predicate(at):
                break
        yield Circumstance(annotation.id, top, preposition, tuple(path), telling)
