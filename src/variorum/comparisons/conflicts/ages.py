"""Ages: how old reports say somebody is, by who it is and by aligned clauses that each give one age.

"The six-year-old fell into a well" and "the five-year-old fell into a well" cannot both be right; "then 30" and "now
34" can.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from msgspec import Struct

from variorum.comparisons.conflicts.finding import Conflict, SlotReading, is_one_thing
from variorum.comparisons.facts import Fact, FactGroup, statement_fact
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots.verdicts import Clash
from variorum.model.alignments import AlignedStory
from variorum.model.annotations import EntityType, MentionForm
from variorum.model.comparisons import Slot
from variorum.model.spans import Span
from variorum.number_words import ONES, TENS

_WORDS = ONES | TENS
#: What stands for an age or begins one, and what may stand behind the tens.
_COUNTS = [word for word in ONES if word != "zero"]
_NUMBER = rf"(?:\d{{1,3}}|(?:{'|'.join(TENS)})(?:-(?:{'|'.join(_COUNTS[:9])}))?|{'|'.join(_COUNTS)})"
_AGE = re.compile(
    rf"\b(?:(?P<old>{_NUMBER})[- ]years?[- ]old\b|aged? (?P<aged>{_NUMBER})\b)(?![- ](?:and|or|to)\b)", re.IGNORECASE
)
#: Behind a name: ", 34," and " (34)".
_BESIDE = re.compile(r"(?:, (?P<comma>\d{1,2})(?=[,.;]| and\b)| \((?P<bracket>\d{1,2})\))")
#: Behind who it is: "he was three years old", "she is 4".
_BEING = re.compile(rf" (?:is|was) (?P<years>{_NUMBER})(?: years? old\b|(?=[.;]))", re.IGNORECASE)
#: Words of an age that is not that of today, or that is put right.
_ANOTHER_TIME = re.compile(
    r"\b(?:then|turn(?:s|ed)|when (?:he|she) was|at the time|at the age|previously|earlier|initially|originally|"
    r"years? ago|if|not)\b",
    re.IGNORECASE,
)
#: Statements of one report that are looked through for an age; more repeat themselves.
_MOST = 400


class _Age(Struct, frozen=True):
    """An age in a text."""

    years: int
    span: Span


def group_age_conflicts(group: FactGroup) -> tuple[Conflict, ...]:
    """Return the conflict of the first two aligned clauses on one thing, each of which gives one age, if any."""
    for pair in group.pairs():
        if pair.sure and is_one_thing(pair) and (conflict := _ages_clash(pair.left, pair.right)):
            return (conflict,)
    return ()


def _ages_clash(left: Fact, right: Fact) -> Conflict | None:
    """Return the conflict of two clauses, each of which gives one age."""
    one, other = (list(_ages_in(fact.words, fact.span.start)) for fact in (left, right))
    if len(one) != 1 or len(other) != 1 or any(_ANOTHER_TIME.search(fact.words) for fact in (left, right)):
        return None
    return _conflict(left, one[0], right, other[0], None)


def age_conflicts(aligned: AlignedStory, indexes: Mapping[str, ReportIndex]) -> Iterator[Conflict]:
    """Yield where reports, or two places of one, give another age to the person whom they name."""
    by_actor: dict[str, dict[str, list[tuple[Fact, _Age]]]] = defaultdict(lambda: defaultdict(list))
    for siglum, index in indexes.items():
        for actor, age in _aged_actors(index):
            if (fact := _host(index, age)) is not None:
                by_actor[actor][siglum].append((fact, age))
    for _, told in sorted(by_actor.items()):
        first = {siglum: ages[0] for siglum, ages in told.items() if len({age.years for _, age in ages}) == 1}
        for one, other in combinations(sorted(first), 2):
            if aligned.are_held(one, other) and (conflict := _conflict(*first[one], *first[other], None)):
                yield conflict
        for siglum, ages in sorted(told.items()):
            later = next(((fact, age) for fact, age in ages if age.years != ages[0][1].years), None)
            if later and (conflict := _conflict(*ages[0], *later, siglum)):
                yield conflict


def _conflict(left: Fact, one: _Age, right: Fact, other: _Age, within: str | None) -> Conflict | None:
    """Return the conflict of two ages; reports of other years, or a birthday between them, are none."""
    if one.years == other.years or _years_lie_between(left, right):
        return None
    readings = (SlotReading(left, f"age {one.years}", one.span), SlotReading(right, f"age {other.years}", other.span))
    clash = Clash(f"somebody is {one.years} in one place and {other.years} in the other", 0.9)
    return Conflict(Slot.QUANTITY, readings, within, clash)


def _years_lie_between(left: Fact, right: Fact) -> bool:
    """Say whether the reports were published in different months: there may be a birthday between them."""
    if left.published is None or right.published is None:
        return False
    return (left.published.year, left.published.month) != (right.published.year, right.published.month)


def _ages_in(words: str, start: int) -> Iterator[_Age]:
    """Yield the ages in a clause that begins at ``start``."""
    for match in _AGE.finditer(words):
        number = match["old"] or match["aged"]
        yield _Age(_years(number), Span(start + match.start(), start + match.end()))


def _years(number: str) -> int:
    """Return the value of a number below a hundred, in figures or words."""
    if number.isdigit():
        return int(number)
    return sum(_WORDS[part] for part in number.casefold().split("-"))


def _aged_actors(index: ReportIndex) -> Iterator[tuple[str, _Age]]:
    """Yield the persons of a report whose name or description has an age in it or right beside it, in text order."""
    found = []
    for entity in index.annotated.entities:
        actor = index.actor_of.get(entity.id)
        if actor is None or entity.type is not EntityType.PERSON:
            continue
        for mention in entity.mentions:
            found += [(actor, age) for age in _ages_in(index.text[mention.start : mention.end], mention.start)]
            beside = (_BESIDE.match(index.text, end) for end in (mention.end, mention.head_end))
            if mention.form is MentionForm.NAME and (match := next(filter(None, beside), None)):
                years = match["comma"] or match["bracket"]
                place = match.start("comma" if match["comma"] else "bracket")
                found.append((actor, _Age(int(years), Span(place, place + len(years)))))
            if match := _BEING.match(index.text, mention.end):
                found.append((actor, _Age(_years(match["years"]), Span(match.start("years"), match.end()))))
    yield from sorted(found, key=lambda item: (item[1].span, item[0]))[:_MOST]


def _host(index: ReportIndex, age: _Age) -> Fact | None:
    """Return the clause in which an age of today stands."""
    for number in index.sentences_at(age.span):
        sentence = index.sentence_of(number)
        if _ANOTHER_TIME.search(index.words(sentence.span)):
            return None
        statements = index.statements_in.get(number, [])
        holding = [item for item in statements if item.span.contains(age.span)] or statements
        if holding:
            return statement_fact(index, min(holding, key=lambda item: (len(item.span), item.start)).id)
    return None
