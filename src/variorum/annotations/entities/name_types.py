"""Types of one name: what the parser takes for a person here and for a team or a town there is one of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from variorum.annotations.entities.clusters import normal_name
from variorum.annotations.tables import gazetteer
from variorum.model.annotations import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from variorum.annotations.entities.phrases import Found

#: What a name of one word is, of types that as many of its mentions have: the parser takes much for people and places.
_LIKELIEST = (EntityType.ORGANISATION, EntityType.GROUP, EntityType.EVENT, EntityType.OTHER, EntityType.PLACE)
#: How many times as often as its namesake a town of the gazetteer must be named, or the namesake as the town, for the
#: other to be an error.
_OFTENER = 3


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
