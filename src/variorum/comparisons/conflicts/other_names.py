"""Other names: one person to whom two reports give names that differ in a word: "Jon Lorn" and "John Lorn".

A name that is spelt otherwise is found wherever it stands: the rest of the name, or the noun before it ("his wife Ada",
"his wife Adda"), says that both are one person. A given name that is another one altogether ("Rob Lorn", "Nick Lorn")
needs that noun, or sentences that tell the same. Neither report has the other name too, and a short form is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations, product

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from variorum.comparisons.conflicts.finding import Conflict, SlotReading
from variorum.comparisons.facts import Fact, statement_fact
from variorum.comparisons.plain_words import has_words, plain
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots.verdicts import Clash
from variorum.model.alignments import AlignedStory
from variorum.model.annotations import EntityType, MentionForm
from variorum.model.comparisons import Slot
from variorum.model.spans import Span
from variorum.word_lists import listed

Indexes = Mapping[str, ReportIndex]

#: The last two words of a name, or its only one; initials and titles cut short are none.
_NAME = re.compile(
    r"(?:(?P<first>[A-Z][^\W\d_]+(?:[-’'][A-Z][^\W\d_]+)*) (?:[A-Z]\. )?)?"
    r"(?P<last>[A-Z][^\W\d_]+(?:[-’'][A-Z][^\W\d_]+)*)(?:[’']s)?$"
)
#: What stands before a name and is no part of it.
_TITLES = listed("""
    mr mrs ms miss dr prof professor doctor sir dame lord lady president premier chancellor minister senator sen rep
    representative congressman congresswoman governor gov mayor judge justice attorney sheriff chief director chairman
    general gen colonel col major captain capt lieutenant lt sergeant sgt officer detective deputy inspector marshal
    king queen prince princess pope cardinal archbishop bishop father sister brother reverend rev rabbi imam sheikh
    saint st ambassador secretary spokesman spokeswoman commissioner commander admiral coach
""")
#: The noun before a name: "his wife, Ada", "grandson Jon Lorn".
_NOUN = re.compile(r"\b([a-z]{4,}),? $")
_LOOKED_BACK = 30
#: Entities of a report whose names are read, and places of each name.
_ENTITIES, _PLACES = 120, 6
#: Share of the letters of which two words are spellings of one name; chance that two sentences tell the same from which
#: two other given names are of one person.
_SPELT, _TOLD = 0.6, 0.3
#: How sure it is that a name spelt otherwise is one person's, and another given name.
_SPELLING, _OTHER = 0.9, 0.6
#: Short forms that do not begin as the names that they stand for do.
_SHORT = {
    short: listed(names)
    for short, names in (
        ("bill", "william"), ("billy", "william"), ("bob", "robert"), ("bobby", "robert"), ("dick", "richard"),
        ("rick", "richard"), ("jim", "james"), ("jimmy", "james"), ("mike", "michael"), ("mick", "michael"),
        ("jack", "john"), ("ted", "edward theodore"), ("ned", "edward"), ("tony", "anthony antonio"),
        ("chuck", "charles"), ("charlie", "charles"), ("liz", "elizabeth"), ("beth", "elizabeth"),
        ("betty", "elizabeth"), ("peggy", "margaret"), ("meg", "margaret"), ("kate", "catherine katherine"),
        ("harry", "henry harold"), ("hank", "henry"), ("dave", "david"), ("steve", "steven stephen"),
        ("nick", "nicholas nicolas"), ("andy", "andrew"), ("drew", "andrew"), ("terry", "terence terrence theresa"),
        ("larry", "lawrence laurence"), ("joe", "joseph"), ("tom", "thomas"), ("matt", "matthew"), ("pat", "patricia"),
    )
}  # fmt: skip


class _Name(Struct, frozen=True):
    """A place where a person is named: the last two words of the name, and the noun before it."""

    words: tuple[str, ...]
    span: Span
    noun: str | None
    actor: str | None
    person: bool
    """False for a name that may be that of a body or a place: one of two must be a person's."""


def name_conflicts(aligned: AlignedStory, indexes: Indexes) -> Iterator[Conflict]:
    """Yield where two reports give one person names that differ in a word, once for each two words."""
    names = {siglum: _names_in(index) for siglum, index in indexes.items()}
    for one, other in combinations(sorted(indexes), 2):
        if not aligned.are_held(one, other):
            continue
        ends = indexes[one], indexes[other]
        best: dict[tuple[str, str], tuple[float, int, int, Conflict]] = {}
        for left, right in product(names[one], names[other]):
            words = _differing(left, right)
            if words is None or has_words(ends[1].text, left.words) or has_words(ends[0].text, right.words):
                continue
            told = _told(aligned, ends, (left.span, right.span))
            certainty = _certainty(left, right, words, told)
            if certainty is None or (certainty < _SPELLING and _is_known(words, ends)):
                continue
            rank = (-told, min(left.span.start, right.span.start), max(left.span.start, right.span.start))
            if words in best and best[words][:3] <= rank:
                continue
            facts = [_host(index, name.span) for index, name in zip(ends, (left, right), strict=True)]
            if facts[0] is not None and facts[1] is not None:
                best[words] = (*rank, _conflict((facts[0], facts[1]), (left, right), ends, certainty))
        for _, found in sorted(best.items()):
            yield found[-1]


def _names_in(index: ReportIndex) -> tuple[_Name, ...]:
    """Return the places at which a report names persons, or gives somebody a name of two words."""
    found = []
    for entity in [item for item in index.annotated.entities if item.named][:_ENTITIES]:
        person = entity.type is EntityType.PERSON
        for mention in [item for item in entity.mentions if item.form is MentionForm.NAME][:_PLACES]:
            match = _NAME.search(index.text[mention.start : mention.end])
            if match:
                words = tuple(word for word in map(plain, filter(None, match.groups())) if word not in _TITLES)
                if not words or not (person or len(words) > 1):
                    continue
                first = match.start("first" if len(words) > 1 else "last")
                span = Span(mention.start + first, mention.start + match.end("last"))
                before = _NOUN.search(index.text[max(0, span.start - _LOOKED_BACK) : span.start])
                noun = before[1] if before else None
                found.append(_Name(words, span, noun, index.actor_of.get(entity.id), person))
    return tuple(sorted(found, key=lambda name: name.span))


def _differing(left: _Name, right: _Name) -> tuple[str, str] | None:
    """Return the words in which two names differ where the rest, or the noun before both, is the same."""
    one, other = left.words, right.words
    if not (left.person or right.person):
        return None
    if one[0] == other[0]:
        apart = len(one) > 1 and len(other) > 1 and one[-1] != other[-1]
        return (one[-1], other[-1]) if apart else None
    beside = (len(one) > 1 and len(other) > 1 and one[-1] == other[-1]) or left.noun == right.noun is not None
    return (one[0], other[0]) if beside else None


def _certainty(left: _Name, right: _Name, words: tuple[str, str], told: float) -> float | None:
    """Return how sure it is that two names are one person's and differ, None where they may be two or do not."""
    if _is_short_of(*words) or _is_short_of(*words[::-1]) or words[0].endswith(words[1]) or words[1].endswith(words[0]):
        return None
    if Levenshtein.normalized_similarity(*words) >= _SPELT:
        return _SPELLING
    given = words == (left.words[0], right.words[0]) and left.words[-1] == right.words[-1]
    one_person = left.noun == right.noun is not None or left.actor == right.actor is not None
    return _OTHER if given and (told >= _TOLD or one_person) else None


def _is_known(words: tuple[str, str], ends: tuple[ReportIndex, ReportIndex]) -> bool:
    """Say whether either report has the word of the other."""
    return any(has_words(index.text, (word,)) for word, index in zip(words, ends[::-1], strict=True))


def _is_short_of(short: str, name: str) -> bool:
    """Say whether a given name can be short for another one; a letter more is another spelling ("Ann", "Anne")."""
    return (name.startswith(short) and len(name) - len(short) > 1) or name in _SHORT.get(short, ())


def _told(aligned: AlignedStory, ends: tuple[ReportIndex, ReportIndex], spans: tuple[Span, Span]) -> float:
    """Return the chance that the sentences of two stretches tell the same."""
    numbers = [index.sentences_at(span) for index, span in zip(ends, spans, strict=True)]
    if not all(numbers):
        return 0.0
    one, other = (ends[0].siglum, numbers[0][0]), (ends[1].siglum, numbers[1][0])
    return max(aligned.alike.get((*one, *other), 0.0), aligned.alike.get((*other, *one), 0.0))


def _host(index: ReportIndex, span: Span) -> Fact | None:
    """Return the shortest clause that holds a name, else the first of its sentence."""
    for number in index.sentences_at(span):
        statements = index.statements_in.get(number, [])
        holding = [item for item in statements if item.span.contains(span)] or statements
        if holding:
            return statement_fact(index, min(holding, key=lambda item: (len(item.span), item.start)).id)
    return None


def _conflict(
    facts: tuple[Fact, Fact], names: tuple[_Name, _Name], ends: tuple[ReportIndex, ReportIndex], certainty: float
) -> Conflict:
    """Return two names as a conflict."""
    values = [" ".join(index.words(name.span).split()) for index, name in zip(ends, names, strict=True)]
    readings = tuple(
        SlotReading(fact, value, name.span) for fact, value, name in zip(facts, values, names, strict=True)
    )
    reason = f"one person is “{values[0]}” in one report and “{values[1]}” in the other"
    return Conflict(Slot.ACTOR, readings, None, Clash(reason, certainty))
