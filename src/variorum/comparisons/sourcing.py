"""Sourcing: how many independent sources stand behind a claim that several reports tell.

Reports that name one agency or one office, or have the passage word for word from one another, count once. What a
report tells in its own voice has no source that the words show; it is said, and counted apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from variorum.comparisons.chains import Chain, passage_chain
from variorum.comparisons.readings import ReportIndex, make_evidence
from variorum.model.alignments import Layer
from variorum.model.comparisons import Evidence, Origin, Reading, Relation, SharedText, Sourcing, Unit
from variorum.model.spans import Span

_ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)
#: "a witness" of one report and "a witness" of another may be two; "the harbour office" and "police" are one.
_INDEFINITE = re.compile(r"(?:an?|one|two|three|four|five|some|several|many|other|another)\b", re.IGNORECASE)
#: A credit of an agency stands in the byline or in the first or last so many code points: "(Telor)", "With Telor".
_CREDIT = 120


class _Telling(Struct, frozen=True):
    """How one report comes to tell a claim."""

    siglum: str
    chain: Chain | None
    passage: Span
    credit: str | None
    """The agency that the whole report is credited to."""
    indefinite: bool
    """True for "a witness": nothing says that another report's witness is the same."""

    def names(self) -> frozenset[str]:
        """Return all that the claim passed through and that has one bearer, folded."""
        links = self.chain.links if self.chain else ()
        links = links[:-1] if self.indefinite else links
        return frozenset(folded for name in links if (folded := _folded(name)))


def claim_sources(
    indexes: dict[str, ReportIndex], units: Sequence[Unit], shared: Sequence[SharedText]
) -> tuple[Sourcing, ...]:
    """Return the sources of each event and statement that several reports tell, in the order of the rows.

    Somebody's own words have their speaker for a source wherever they stand, so that there is nothing to count; what
    reports tell in their own words on somebody's word is a claim like any other.
    """
    credits_ = {siglum: _credit(index) for siglum, index in indexes.items()}
    found = []
    for unit in units:
        sigla = {reading.siglum for reading in unit.readings}
        if unit.relation is Relation.ONLY or unit.within or len(sigla) < 2 or _is_spoken(unit, indexes):
            continue
        tellings = [_telling(indexes[siglum], unit, credits_[siglum]) for siglum in sorted(sigla)]
        found.append(_sourcing(unit.id, tellings, indexes, shared))
    return tuple(found)


def _is_spoken(unit: Unit, indexes: dict[str, ReportIndex]) -> bool:
    """Say whether a row is a quotation that some report has in quotation marks."""
    return unit.layer is Layer.QUOTATION and any(
        indexes[reading.siglum].quotations[annotation].verbatim
        for reading in unit.readings
        for annotation in reading.annotations
        if annotation in indexes[reading.siglum].quotations
    )


def _telling(index: ReportIndex, unit: Unit, credit: str | None) -> _Telling:
    """Return how a report comes to tell a unit: by the first of its passages for which it names a source."""
    readings: list[Reading] = [reading for reading in unit.readings if reading.siglum == index.siglum]
    spans = [span for reading in readings for span in reading.spans]
    chains = [chain for span in spans if (chain := passage_chain(index, span)) is not None]
    chain = chains[0] if chains else None
    indefinite = bool(chain and _INDEFINITE.match(index.words(chain.words)))
    return _Telling(index.siglum, chain, spans[0], credit, indefinite)


def _sourcing(
    unit: str, tellings: list[_Telling], indexes: dict[str, ReportIndex], shared: Sequence[SharedText]
) -> Sourcing:
    """Group the tellings of one claim by where they come from."""
    groups: list[list[_Telling]] = []
    reasons: list[dict[str, None]] = []
    for telling in tellings:
        joined = [
            (number, reason)
            for number, group in enumerate(groups)
            for other in group
            if (reason := _one_source(telling, other, shared))
        ]
        if not joined:
            groups.append([telling])
            reasons.append({})
            continue
        home = joined[0][0]
        groups[home].append(telling)
        reasons[home].update(dict.fromkeys(reason for _, reason in joined))
        for number in sorted({number for number, _ in joined} - {home}, reverse=True):
            groups[home] += groups.pop(number)
            reasons[home].update(reasons.pop(number))
    origins = tuple(_origin(group, why, indexes) for group, why in zip(groups, reasons, strict=True))
    ordered = tuple(sorted(origins, key=lambda origin: (origin.name is None, origin.sigla)))
    named = sum(origin.name is not None for origin in origins)
    return Sourcing(unit, ordered, named, single=len(origins) == 1 and len(tellings) > 1)


def _one_source(one: _Telling, other: _Telling, shared: Sequence[SharedText]) -> str | None:
    """Return why two reports have a claim from one source, None where nothing shows it."""
    if one.chain and other.chain:
        if one.chain.actor is not None and one.chain.actor == other.chain.actor:
            return f"both give {one.chain.source} as source"
        alike = sorted(one.names() & other.names())
        if alike:
            return f"both give {_name_of(alike[0], one.chain)} as source"
    for item in shared:
        places = {passage.siglum: passage.span for passage in item.passages}
        if one.siglum in places and other.siglum in places:
            inside = (places[one.siglum].overlap(one.passage), places[other.siglum].overlap(other.passage))
            if 2 * inside[0] > len(one.passage) and 2 * inside[1] > len(other.passage):
                return f"the same {item.words} words in both"
    if one.credit and one.credit == other.credit and not (one.chain and other.chain):
        return f"both reports are credited to {one.credit}"
    return None


def _origin(group: list[_Telling], reasons: dict[str, None], indexes: dict[str, ReportIndex]) -> Origin:
    """Return the source behind a group of tellings."""
    ordered = sorted(group, key=lambda telling: telling.siglum)
    name, actor = _name_and_actor(ordered)
    return Origin(
        name=name,
        actor=actor,
        sigla=tuple(telling.siglum for telling in ordered),
        chains=tuple((telling.siglum, *(telling.chain.links if telling.chain else ())) for telling in ordered),
        evidence=tuple(_evidence(telling, indexes[telling.siglum]) for telling in ordered),
        reasons=tuple(sorted(reasons)),
    )


def _name_and_actor(group: list[_Telling]) -> tuple[str | None, str | None]:
    """Return the source that all tellings of a group name, else the longest name, with the actor that it is."""
    chains = [telling.chain for telling in group if telling.chain is not None]
    if not chains:
        return next((telling.credit for telling in group if telling.credit), None), None
    common = frozenset.intersection(*(telling.names() for telling in group if telling.chain is not None))
    best = min(chains, key=lambda chain: (-len(chain.source), chain.source, chain.actor or ""))
    if not common or _folded(best.source) in common:
        return best.source, best.actor
    passed = min(common)
    actors = [chain.actor for chain in chains if chain.actor and _folded(chain.source) == passed]
    return _name_of(passed, best), min(actors, default=None)


def _evidence(telling: _Telling, index: ReportIndex) -> Evidence:
    """Return the words that name the source, else the passage."""
    return make_evidence(index, telling.chain.words if telling.chain else telling.passage)


def _folded(name: str) -> str:
    """Return a name without article and case: "the harbour office" and "Harbour office" are one."""
    return _ARTICLE.sub("", name.strip()).casefold()


def _name_of(folded: str, chain: Chain) -> str:
    """Return a name as a chain has it, else as it was folded."""
    return next((name for name in chain.links if _folded(name) == folded), folded)


def _credit(index: ReportIndex) -> str | None:
    """Return the news agency that a report is credited to: in its byline, its dateline or its last line."""
    report = index.annotated.report
    for entity in index.annotated.entities:
        agency = entity.sector == "MED" and (entity.known_as or entity.name)
        if agency and any(_is_credit(mention.start, mention.end, index.text) for mention in entity.mentions):
            return agency
        if agency and report.byline and entity.name.casefold() in report.byline.casefold():
            return agency
    return None


def _is_credit(start: int, end: int, text: str) -> bool:
    """Say whether a mention is a credit: in brackets at the top, or "With ..." at the end."""
    before, after = text[max(0, start - 6) : start], text[end : end + 2]
    if start < _CREDIT:
        return before.endswith("(") and after.startswith(")")
    return start > len(text) - _CREDIT and (before.casefold().endswith(("with ", "by ", "(")) or before.endswith("– "))
