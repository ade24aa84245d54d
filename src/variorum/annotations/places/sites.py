"""Sites: named hotels, stadiums, squares, quarters and villages that no gazetteer knows, placed in their town.

"At the Grand Miro hotel in Kingston", "outside Northgate Stadium", "in Veldwijk, a suburb of Ghent". A site is read
where a preposition of place stands before it and the text names the town, division or country that it lies in; it has
no place of its own on a map, only that of its town.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec.structs import replace

from variorum.annotations.tables.gazetteer import country_of_demonym, normal_form
from variorum.model.annotations import Place, PlaceUse
from variorum.word_lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

#: The kind of a place that is read from the words alone.
SITE = "site"
#: What a name makes a site of, in front of it: "Northgate Stadium", "the Grand Miro hotel", "the Veldwijk district".
_BUILT = listed("""
    hotel hostel inn lodge resort motel stadium arena velodrome racecourse palace castle fort fortress citadel square
    plaza street avenue road lane boulevard alley highway motorway park gardens garden bridge tunnel hospital clinic
    airport airfield airbase station terminal depot market bazaar mall supermarket church cathedral mosque synagogue
    temple chapel monastery abbey shrine museum gallery theatre theater cinema opera hall auditorium tower skyscraper
    prison jail school academy college university campus harbour harbor pier quay dock marina beach wharf
    barracks camp base mine pit quarry colliery dam reservoir refinery plant factory mill farm vineyard brewery zoo
    pavilion circuit raceway ballroom nightclub club bar pub cafe café restaurant cemetery graveyard bakery winery
    warehouse district quarter neighbourhood neighborhood suburb borough township village hamlet slum favela settlement
    estate center centre complex library courthouse crossing junction roundabout canal lighthouse
""")
#: What stands in front of its name: "Hotel Miro", "Plaza Verde", "Camp Larch", "the village of Orvel".
_LEADING = listed(
    "Hotel Plaza Camp Fort Mount Villa Casa Estadio Stade Palais Palacio Palazzo Piazza Place Rue Avenida Calle"
)
_SETTLEMENTS = listed(
    "village hamlet suburb district quarter neighbourhood neighborhood borough township settlement town"
)
#: Prepositions by which something is somewhere.
_BEFORE = listed("""
    at in inside outside near on into from to through behind beside opposite around across under below above off within
    toward towards past between beneath along by over
""")
#: Nouns that make a site of a name only where they are written as a part of it: "the Orvel camp" is a candidate's.
_ONLY_CAPITAL = listed("school camp academy club college university base centre center bar complex house estate")
#: Words between a name and the place that it lies in.
_LINKS = frozenset({"", "in", "of", "near", "outside", "in central", "in the city of", "in the centre of"}) | {
    f"{article} {kind} {link}"
    for article in ("a", "the") for kind in ("suburb", "district", "quarter", "village", "town", "neighbourhood",
    "neighborhood", "borough") for link in ("of", "in", "near", "outside")
}  # fmt: skip
#: Words that name a country's divisions, which the table knows.
_DIVISIONS = listed("Province County State Region Prefecture Governorate Oblast")
#: How far a name reaches, and how many words stand between it and its preposition.
_LONGEST, _LED = 5, 5
_TOWNS = frozenset({"city", "division", "country"})
#: What acts may be those who are called after a building.
_ACTING = frozenset({"nsubj", "compound", "agent", "poss"})
_MARKS = frozenset({"'s", "’s", "-", "–"})


def read_sites(doc: Doc, places: Sequence[Place]) -> Iterator[Place]:
    """Yield the sites of a text, each in the town that stands with it or before it."""
    towns = [place for place in places if place.kind in _TOWNS and place.use is PlaceUse.PLACE]
    if not towns:
        return
    text = doc.text
    taken = {at for place in places for at in range(place.start, place.end)}
    found: list[tuple[int, int]] = []
    homes: dict[str, Place] = {}
    for first, last, told in _names(doc):
        start, end = doc[first].idx, doc[last].idx + len(doc[last].text)
        town = _town_behind(text, end, towns)
        placed = _is_led(doc, first) or (town is not None and doc[last].dep_ not in _ACTING)
        if (told or placed) and taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            found.append((start, end))
            if town is not None:
                homes.setdefault(normal_form(text[start:end]), town)
    for start, end in found:
        words = text[start:end]
        yield _site(words, start, homes.get(normal_form(words)) or _town_before(start, towns))


def _site(words: str, start: int, town: Place) -> Place:
    """Return a site in its town, with no coordinates where only its country or division is told."""
    near = town.kind == "city"
    return replace(
        town,
        id="",
        start=start,
        end=start + len(words),
        name=words,
        kind=SITE,
        lat=town.lat if near else None,
        lon=town.lon if near else None,
        gazetteer_id=f"{SITE}:{town.gazetteer_id}:{normal_form(words)}",
        within=(town.gazetteer_id, *town.within),
        qualifier=None,
    )


def _names(doc: Doc) -> Iterator[tuple[int, int, bool]]:
    """Yield first and last token of what may be the name of a site, and whether the words say that it is one."""
    for token in doc:
        if token.lower_ in _BUILT and token.i and (first := _begin_of(doc, token.i)) < token.i:
            if not _goes_on(doc, token.i) and (token.text.istitle() or token.lower_ not in _ONLY_CAPITAL):
                yield first, token.i, False
        elif token.text in _LEADING or (token.lower_ in _SETTLEMENTS and _is_called(doc, token.i)):
            called = token.text not in _LEADING
            first = token.i + 2 if called else token.i
            last = _end_of(doc, first)
            if (called or last > first) and doc[last].text not in _DIVISIONS:
                yield first, last, called
        elif token.text == "," and (name := _described(doc, token.i)) is not None:
            yield *name, False


def _is_called(doc: Doc, index: int) -> bool:
    """Say whether a name follows that a settlement is called by: "the village of Orvel"."""
    return index + 2 < len(doc) and doc[index + 1].lower_ == "of" and _is_capital(doc[index + 2])


def _described(doc: Doc, comma: int) -> tuple[int, int] | None:
    """Return the name before "..., a quiet suburb of Ghent", and after "in" that before "..., the old opera house"."""
    if comma < 1 or comma + 3 >= len(doc) or doc[comma + 1].lower_ not in ("a", "an", "the"):
        return None
    if not _is_capital(doc[comma - 1]):
        return None
    first = _begin_of(doc, comma)
    kinds = _SETTLEMENTS | _BUILT if _is_led(doc, first) else _SETTLEMENTS
    called = next((at for at in range(comma + 2, min(comma + 5, len(doc))) if doc[at].lower_ in kinds), -1)
    return None if called < 0 else (first, comma - 1)


def _is_capital(token: Token) -> bool:
    """Say whether a word is written like a name, and is none of a people."""
    return bool(token.text[:1].isupper() and not token.is_punct and country_of_demonym(token.text) is None)


def _begin_of(doc: Doc, behind: int) -> int:
    """Return the first token of the capitalised words right before a token."""
    first = behind
    while first and behind - first < _LONGEST:
        before = doc[first - 1]
        if _is_capital(before) and not (before.is_sent_start and before.pos_ != "PROPN"):
            first -= 1
        elif before.text in _MARKS and first > 1 and _is_capital(doc[first - 2]) and doc[behind].text[:1].isupper():
            first -= 2
        else:
            break
    return first


def _end_of(doc: Doc, first: int) -> int:
    """Return the last token of the capitalised words from a token on."""
    last = first
    while last + 1 < len(doc) and last - first < _LONGEST and _is_capital(doc[last + 1]):
        last += 1
    return last


def _goes_on(doc: Doc, index: int) -> bool:
    """Say whether a name goes on behind its noun: "Orvel Street Theatre", "Orvel School Board"."""
    after = doc[index + 1] if index + 1 < len(doc) else None
    return (
        after is not None
        and doc[index].whitespace_ != ""
        and (
            (doc[index].text[:1].isupper() and after.text[:1].isupper() and not after.is_punct)
            or (doc[index].text.islower() and after.pos_ == "NOUN" and doc[index].dep_ == "compound")
        )
    )


def _is_led(doc: Doc, first: int) -> bool:
    """Say whether a preposition of place stands before a name, with an article and adjectives between at most."""
    for at in range(first - 1, max(-1, first - 2 - _LED), -1):
        word = doc[at]
        if word.lower_ in _BEFORE:
            return True
        if word.pos_ not in ("DET", "ADJ", "NOUN", "NUM") and word.lower_ != "of":
            return False
    return False


def _town_behind(text: str, end: int, towns: Sequence[Place]) -> Place | None:
    """Return the place that the words behind a name put it in: "the Grand Miro hotel in Kingston"."""
    index = bisect_left(towns, end, key=lambda town: town.start)
    behind = towns[index] if index < len(towns) else None
    linked = behind is not None and text[end : behind.start].strip(" ,") in _LINKS
    return behind if linked else None


def _town_before(start: int, towns: Sequence[Place]) -> Place:
    """Return the last town before a name, else the last country or division, else the first place of the text."""
    before = [town for town in towns if town.start < start] or towns[:1]
    return next((town for town in reversed(before) if town.kind == "city"), before[-1])
