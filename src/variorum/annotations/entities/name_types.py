"""Types of one name: what the parser takes for a person here and for a team or a town there is one of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from variorum.annotations.entities.clusters import normal_name
from variorum.annotations.tables import actors as tables
from variorum.annotations.tables import gazetteer
from variorum.model.annotations import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from variorum.annotations.entities.phrases import Found
    from variorum.annotations.trees import Trees

#: What a name of one word is, of types that as many of its mentions have: the parser takes much for people and places.
_LIKELIEST = (EntityType.ORGANISATION, EntityType.GROUP, EntityType.EVENT, EntityType.OTHER, EntityType.PLACE)
#: How many times as often as its namesake a town of the gazetteer must be named, or the namesake as the town, for the
#: other to be an error.
_OFTENER = 3
#: How many words a full name has that the parser may take for a body's.
_FULL_NAMES = (2, 3)


def settle_types(names: Iterable[Found]) -> None:
    """Give the mentions of one name the type that most of them have.

    A surname or given name of somebody who is named in full stays a person's, and what a table knows stays what it is.
    A town of the gazetteer and its namesake stay two, but where nearly all mentions are the namesake's.
    """
    groups: dict[tuple[str, ...], list[Found]] = defaultdict(list)
    full: set[str] = set()
    for mention in names:
        words = normal_name(mention.name)
        if mention.type is not None and words and (not mention.key or mention.key.startswith("place:")):
            groups[words].append(mention)
            if mention.type is EntityType.PERSON and len(words) > 1:
                full.update((words[0], words[-1]))
    for words, same in groups.items():
        types = Counter(mention.type for mention in same if mention.type is not None)
        if len(types) > 1 and not (len(words) == 1 and words[0] in full):
            _settle(same, types)


def _settle(same: Sequence[Found], types: Counter[EntityType]) -> None:
    """Give mentions of one name the type of most."""
    several = " " in same[0].name
    titled = any(mention.roles for mention in same if mention.type is EntityType.PERSON)
    order = (EntityType.PERSON, *_LIKELIEST) if several else (*_LIKELIEST, EntityType.PERSON)
    chosen = EntityType.PERSON if titled else max((kind for kind in order if kind in types), key=lambda k: types[k])
    others = types.total() - types[chosen]
    if EntityType.PLACE in types and types[chosen] < others * _OFTENER and gazetteer.lookup(same[0].name):
        return
    model = next(mention for mention in same if mention.type is chosen)
    for mention in same:
        if mention.type is not chosen:
            mention.type, mention.key = chosen, model.key
            mention.gender, mention.country = model.gender, model.country


def settle_hyphenated(names: Sequence[Found]) -> None:
    """Take "Ortega-Lund" alone for the person who is named in full elsewhere: the parser takes it for a body."""
    full = {mention.name for mention in names if mention.type is EntityType.PERSON and " " in mention.name}
    surnames = {name.rpartition(" ")[2].lower() for name in full if "-" in name.rpartition(" ")[2].strip("-")}
    for mention in names:
        if mention.name.lower() in surnames and mention.type is not EntityType.PERSON and mention.type is not None:
            mention.type, mention.key, mention.country, mention.gender = EntityType.PERSON, None, None, None


def settle_surnames(names: Sequence[Found], trees: Trees) -> None:
    """Take a body of one word for the person of that surname who is named in full: "Carrier said" of Ana Carrier.

    Not where the report spells the body out too ("Carrier Weekly"), calls it "the Carrier" or in capitals.
    """
    full = {
        mention.name.rpartition(" ")[2]
        for mention in names
        if mention.type is EntityType.PERSON and " " in mention.name
    }
    bodies = {
        mention.name.partition(" ")[0]
        for mention in names
        if mention.type is not EntityType.PERSON and " " in mention.name
    }
    for mention in names:
        if mention.type is not EntityType.ORGANISATION or mention.name not in full - bodies or mention.name.isupper():
            continue
        if not (mention.first and trees.lower[mention.first - 1] == "the"):
            mention.type, mention.key, mention.country, mention.gender = EntityType.PERSON, None, None, None
            mention.sector = mention.wikidata = None


def settle_full_names(names: Sequence[Found]) -> None:
    """Take a body of two or three words for a person where its last word alone is one: "Ana Reyes" of "Reyes said"."""
    alone = {mention.name for mention in names if mention.type is EntityType.PERSON and " " not in mention.name}
    for mention in names:
        words = mention.name.split()
        if mention.type is not EntityType.ORGANISATION or mention.key or len(words) not in _FULL_NAMES:
            continue
        last = words[-1]
        if gazetteer.lookup(words[0]):
            continue  # "the Belmar Courier", which the parser takes for a person where it stands as "Courier" alone
        if last in alone and all(map(str.istitle, words)) and last.lower() not in tables.name_words("organisation"):
            mention.type, mention.gender = EntityType.PERSON, tables.given_names().get(words[0])
            mention.sector = mention.country = None
