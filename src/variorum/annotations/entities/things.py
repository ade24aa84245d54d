"""Things: the noun phrases of a report that name nobody, "the lower gate" say, so that they can be followed too.

Only phrases whose noun no entity has, no times and no numbers. Those of one report with the same head noun and
modifiers that do not speak against it are one. A thing is no actor: tables and figures leave it out, and the machine
interface carries it as an entity of type ``other`` or ``place``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.annotations.trees import Trees, trees_of
from variorum.limits import LIMITS
from variorum.model.annotations import Draft, Entity, EntityType, Mention, MentionForm
from variorum.model.spans import Span, index_at
from variorum.registry import annotator

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Tokens left of a head noun that a phrase reaches back.
_LONGEST = 8
_LEFT = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet"})
#: Modifiers that tell one thing of a kind from another: "the police car", "the rescue car".
_TELLING = frozenset({"compound", "nmod"})
#: Nouns of set phrases ("as a whole", "at this point"), which name nothing that could be named again.
_EMPTY = frozenset(
    {"case", "fact", "kind", "lot", "part", "point", "rest", "sort", "step", "thing", "time", "way", "whole"}
)
_NOUNS = frozenset({"NOUN", "PROPN"})
#: Words that are used as nouns, or that the parser takes for others than nouns.
_MISTAKEN = frozenset({"ADJ", "ADV", "VERB"})
#: Where a noun stands.
_PLACES_OF_NOUNS = frozenset({"attr", "dobj", "nsubj", "nsubjpass", "pobj"})
#: Left of a word that is used as a noun: "the wounded", "one Alvanian", "a steep icy gully".
_BEFORE_NOUNS = frozenset({"det", "nummod", "poss"})
#: Things of one head noun that a phrase is compared with, the latest.
_NEIGHBOURS = 8


class _Thing(Struct):
    """A thing while its mentions are gathered."""

    modifiers: frozenset[str]
    mentions: list[Mention]


@annotator(gives="things", needs=("entities", "times", "places"), version="5")
def annotate_things(draft: Draft) -> tuple[Entity, ...]:
    """Return the things of a report in the order of their first mention, up to the limit."""
    trees = trees_of(draft)
    known: dict[str, list[_Thing]] = {}
    things: list[_Thing] = []
    names = _names(draft)
    for token in _heads(draft, trees, names):
        head = trees.lemmas[token]
        mention, telling = _mention(draft, trees, names, token), _telling(trees, token)
        same = known.setdefault(head, [])
        thing = next((known for known in reversed(same[-_NEIGHBOURS:]) if _fits(known.modifiers, telling)), None)
        if thing is not None:
            thing.mentions.append(mention)
            thing.modifiers |= telling
        elif len(things) < LIMITS.things:
            thing = _Thing(telling, [mention])
            same.append(thing)
            things.append(thing)
    places = {place.start for place in draft.places}
    return tuple(_entity(f"n{number}", thing.mentions, draft, places) for number, thing in enumerate(things, start=1))


def _fits(known: frozenset[str], telling: frozenset[str]) -> bool:
    """Say whether the modifiers of two phrases of one head noun do not speak against one thing."""
    return not known or not telling or bool(known & telling)


def _names(draft: Draft) -> list[Span]:
    """Return where names and role nouns of entities stand, in text order."""
    return sorted(
        Span(mention.head_start, mention.head_end)
        for entity in draft.entities
        for mention in entity.mentions
        if mention.form is not MentionForm.PRONOUN
    )


def _heads(draft: Draft, trees: Trees, names: list[Span]) -> Iterator[int]:
    """Yield the head nouns of phrases that neither an entity nor a time has."""
    taken = {mention.head_start for entity in draft.entities for mention in entity.mentions}
    states = {
        mention.head_start
        for entity in draft.entities
        if entity.type is EntityType.STATE
        for mention in entity.mentions
    }
    times = sorted(Span(time.start, time.end) for time in draft.times)
    for token, pos in enumerate(trees.poses):
        if trees.starts[token] in taken or not (pos in _NOUNS or _is_used_as_noun(trees, token)):
            continue
        if not _heads_phrase(draft, trees, token):
            continue
        offset = trees.starts[token]
        if _is_told_by_state(trees, states, _first(trees, token), token):
            continue
        if index_at(names, offset) is None and index_at(times, offset) is None:
            yield token


def _is_used_as_noun(trees: Trees, token: int) -> bool:
    """Say whether a word that is no noun by itself stands for somebody or something: "the wounded", "a steep gully"."""
    if trees.poses[token] not in _MISTAKEN or trees.deps[token] not in _PLACES_OF_NOUNS:
        return False
    return any(child < token for child in trees.children_of(token, *_BEFORE_NOUNS))


def _is_told_by_state(trees: Trees, states: set[int], first: int, token: int) -> bool:
    """Say whether a phrase is told by the state in it, an actor: "Alvanian banks", but not "two Alvanian trawlers"."""
    if trees.lower[first] in ("a", "an") or trees.poses[first] == "NUM":
        return False
    return any(trees.starts[at] in states for at in range(first, token))


def _heads_phrase(draft: Draft, trees: Trees, token: int) -> bool:
    """Say whether a noun heads a phrase of a sentence that is read: "gate", not "harbour" in "the harbour gate"."""
    sentence = trees.sentences[token]
    if sentence < 0 or draft.sentences[sentence].boilerplate or not trees.lower[token][0].isalpha():
        return False
    if trees.lemmas[token] in _EMPTY:
        return False
    return trees.deps[token] not in _TELLING or trees.heads[token] <= token


def _first(trees: Trees, token: int) -> int:
    """Return the first token of a phrase: the noun with what hangs on it to its left."""
    first, low = token, max(trees.ranges[trees.sentences[token]][0], token - _LONGEST)
    while first > low:
        before = first - 1
        inside = trees.deps[before] in _LEFT and first <= trees.heads[before] <= token
        tied = trees.lower[before] in ("-", "'s") and first < token and trees.heads[before] <= token
        if not inside and not tied:
            break
        first = before
    return first


def _after_names(trees: Trees, names: list[Span], first: int, token: int) -> int:
    """Return where a phrase begins behind the last name in it: "trawler" in "a Belmar Lines trawler"."""
    for before in range(token - 1, first - 1, -1):
        if index_at(names, trees.starts[before]) is not None:
            after = before + 1
            return after + 1 if after < token and trees.lower[after] in ("-", "'s") else after
    return first


def _mention(draft: Draft, trees: Trees, names: list[Span], token: int) -> Mention:
    """Return the mention of a thing; the name of an entity in the phrase is the entity's alone."""
    first = _after_names(trees, names, _first(trees, token), token)
    start, end = trees.starts[first], trees.ends[token]
    form = MentionForm.NAME if trees.poses[token] == "PROPN" else MentionForm.NOMINAL
    quoted = index_at(draft.marked, start) is not None and index_at(draft.marked, end - 1) is not None
    return Mention(start, end, form, trees.starts[token], end, quoted)


def _telling(trees: Trees, token: int) -> frozenset[str]:
    """Return the modifiers that tell a thing from others of its kind."""
    return frozenset(trees.lemmas[child] for child in trees.children_of(token, *_TELLING))


def _entity(identifier: str, mentions: list[Mention], draft: Draft, places: set[int]) -> Entity:
    """Return a thing as an entity; one where the gazetteer knows a place is a place."""
    text = draft.report.text
    first = mentions[0]
    place = any(mention.head_start in places for mention in mentions[:_NEIGHBOURS])
    return Entity(
        identifier,
        " ".join(text[first.start : first.end].split()),
        EntityType.PLACE if place else EntityType.OTHER,
        tuple(mentions),
        named=first.form is MentionForm.NAME,
    )
