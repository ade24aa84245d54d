"""Places: names that the parse or the entities type as places and the gazetteer knows; place or government.

Precision comes first: a name that is typed as a person or an organisation is no place unless the grammar proves it, an
ambiguous name is decided by the countries of the text and then by size, and a small town without such a hint is left
out. Demonyms are no places, but "the Syrian border" is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from variorum.annotations.places.capitals import capitalised
from variorum.annotations.places.choices import Context, choose_entry, read_context
from variorum.annotations.places.evidence import Evidence, Name
from variorum.annotations.places.names import DIRECTIONS, end_of, find_names, start_of, words_of
from variorum.annotations.places.sites import read_sites
from variorum.annotations.places.uses import read_use
from variorum.annotations.tables.gazetteer import Entry, capital_of, country_entry, country_of_demonym, lookup
from variorum.limits import LIMITS
from variorum.model.annotations import Draft, Place, PlaceUse
from variorum.registry import annotator

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: What follows a demonym or a possessive and makes a place of the two.
_PARTS = {
    "border": "border", "borders": "border", "frontier": "border", "coast": "coast", "coastline": "coast",
    "airspace": "airspace",
    "territory": None, "territories": None, "soil": None, "waters": "waters", "countryside": "countryside",
    "side": "side",
    "north": "north", "south": "south", "east": "east", "west": "west", "northeast": "northeast",
    "northwest": "northwest",
    "southeast": "southeast", "southwest": "southwest", "outskirts": "outskirts", "suburbs": "suburbs",
    "mainland": "mainland",
}  # fmt: skip
#: Verbs of sport, whose subjects and objects are teams.
_PLAYING = frozenset({"beat", "thrash", "trounce", "outplay", "outscore", "edge"})
_SIDES = {
    f"in the {side} of": f"{side}ern"
    for side in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
}
#: What begins a name that has an article.
_ARTICLE = "The "
#: A name in capitals within a sentence is an abbreviation when it is this short.
_SHORT = 5


@annotator(gives="places", needs=("entities",), version="20")
def annotate_places(draft: Draft) -> tuple[Place, ...]:
    """Return the places that a report names outside of its boilerplate."""
    doc = draft.doc
    skipped = draft.report.boilerplate
    names = [
        name
        for name in find_names(draft)
        if not any(start_of(doc, name) < line.end and line.start < end_of(doc, name) for line in skipped)
    ]
    context = read_context(doc, names)
    places: list[Place] = []
    for name in names:
        place = _holder_behind(doc, name, places[-1:]) or _place_of(doc, name, context)
        if place is not None:
            places.append(place)
    places += [
        place
        for place in _adjective_places(doc)
        if not any(place.start < b.end and b.start < place.end for b in skipped)
    ]
    places.extend(read_sites(doc, sorted(places, key=lambda place: place.start)))
    return _numbered(places)


def _numbered(places: list[Place]) -> tuple[Place, ...]:
    """Return places in text order with ids; of two that overlap, the longer."""
    ordered: list[Place] = []
    for place in sorted(places, key=lambda p: (p.start, -p.end)):
        if not ordered or place.start >= ordered[-1].end:
            ordered.append(place)
    return tuple(replace(place, id=f"p{number}") for number, place in enumerate(ordered, start=1))


def _holder_behind(doc: Doc, name: Name, before: list[Place]) -> Place | None:
    """Return the place that a name right behind another says it lies in: "London, Ontario" lies in Canada."""
    comma = doc[name.first - 1] if name.first else None
    if not before or comma is None or comma.text != "," or comma.idx != before[0].end:
        return None
    held = (entry for entry in lookup(words_of(doc, name), towns=True) if entry.id in before[0].within)
    entry = next(held, None)
    return _make(doc, name, entry) if entry is not None else None


def _place_of(doc: Doc, name: Name, context: Context) -> Place | None:
    """Return the place of a name, or None where the gazetteer does not know it or it stays unclear."""
    words = words_of(doc, name)
    if name.dateline and words.isupper():
        words = words.title()
    entries = lookup(words, towns=True)
    if not entries or not (name.dateline or _case_fits(doc, name, words)):
        return None
    entry = choose_entry(doc, name, entries, context)
    if entry is None and name.evidence is Evidence.PROVED and len({entry.country for entry in entries}) == 1:
        entry = entries[0]
    if entry is None or (entry.kind == "city" and _plays(doc, name)):
        return None
    return _make(doc, name, entry)


def _plays(doc: Doc, name: Name) -> bool:
    """Say whether the name of a town is that of its team: "Porto beat Sevilla in Lisbon"."""
    token = doc[name.last]
    return token.dep_ in {"nsubj", "dobj"} and token.head.lemma_.lower() in _PLAYING


def _case_fits(doc: Doc, name: Name, words: str) -> bool:
    """Say whether capitals alone are a place: "US", a dateline "DOHA (...)"; "SANA" within a sentence is an agency."""
    if not words.isupper() or len(words) > _SHORT or "." in words:
        return True
    short = len(words) <= 3 and lookup(words, towns=True)[0].kind == "country"
    if short or any(letter.isdigit() for letter in words):
        return True  # "US", "K2"
    before = doc[name.first - 1].text if name.first else "\n"
    after = doc[name.last + 1 : name.last + 12].text
    return "\n" in before and any(mark in after for mark in "(—–-")


def _make(doc: Doc, name: Name, entry: Entry) -> Place:
    """Make the annotation of a name and its place."""
    if entry.name.startswith(_ARTICLE) and name.first and doc[name.first - 1].lower_ == "the":
        name = replace(name, first=name.first - 1)  # "The Hague"
    use = PlaceUse.PLACE
    qualifier = _qualifier(doc, name)
    if (
        not name.dateline
        and qualifier is None
        and (entry.kind in {"country", "division"} or entry.seat or entry.capital)
        and _is_short(doc, name)
    ):
        use = read_use(doc, name.first, name.last, capital=entry.seat or entry.capital, part=entry.kind == "division")
    return Place(
        id="",
        start=start_of(doc, name),
        end=end_of(doc, name),
        name=entry.name,
        kind=entry.kind,
        country=entry.country,
        lat=entry.lat,
        lon=entry.lon,
        gazetteer_id=entry.id,
        within=entry.within,
        qualifier=qualifier,
        use=use,
    )


def _is_short(doc: Doc, name: Name) -> bool:
    """Say whether the sentence is short enough for rules that walk its tree."""
    sent = doc[name.last].sent
    return bool(sent.end - sent.start <= LIMITS.sentence_tokens)


def _qualifier(doc: Doc, name: Name) -> str | None:
    """Return what narrows a place: "northern" in "northern Syria", "border" in "Syria's border"."""
    if name.first and doc[name.first - 1].lower_ in DIRECTIONS and doc[name.first - 1].whitespace_:
        return str(doc[name.first - 1].lower_)
    if name.first > 2 and doc[name.first - 1].text == "-" and doc[name.first - 2].lower_ in DIRECTIONS:
        return None
    if name.first > 3 and (side := _SIDES.get(doc[name.first - 4 : name.first].text.lower())) is not None:
        return side  # "in the north of Peru", not "north of Lima"
    index = name.last + 1
    if index + 1 < len(doc) and doc[index].lower_ in {"'s", "’s", "'", "’"}:
        return _PARTS.get(doc[index + 1].lower_)
    return _PARTS.get(doc[index].lower_) if index < len(doc) and doc[index].lower_ in {"border", "frontier"} else None


# --- "the Syrian border", "the Turkish capital" -----------------------------------------------------------------------


def _adjective_places(doc: Doc) -> list[Place]:
    """Return the places that a demonym makes with a word: "the Syrian border", "the Turkish capital"."""
    found = []
    for token in capitalised(doc):
        if token.i + 1 == len(doc):
            break
        following = token.nbor()
        if following.lower_ not in _PARTS and following.lower_ != "capital":
            continue
        country = country_of_demonym(token.text)
        if country is None:
            continue
        entry = country_entry(country[0])
        if following.lower_ == "capital":
            # "the Syrian capital Damascus" names it itself.
            entry = capital_of(country[0])
            after = following.nbor() if following.i + 1 < len(doc) else None
            if entry is None or (after is not None and after.text[:1].isupper()):
                continue
        if entry is not None:
            place = _make(doc, Name(token.i, following.i, Evidence.TYPED), entry)
            found.append(replace(place, qualifier=_PARTS.get(following.lower_), use=PlaceUse.PLACE))
            found += _joined_before(doc, token.i, found[-1])
    return found


def _joined_before(doc: Doc, index: int, place: Place) -> list[Place]:
    """Return the first country of "the Syrian-Turkish border" and "the Syrian and Turkish borders"."""
    if index < 2 or doc[index - 1].lower_ not in {"-", "–", "and"}:
        return []
    country = country_of_demonym(doc[index - 2].text)
    entry = country_entry(country[0]) if country else None
    if entry is None:
        return []
    other = _make(doc, Name(index - 2, index - 2, Evidence.TYPED), entry)
    return [replace(other, qualifier=place.qualifier, use=PlaceUse.PLACE)]
