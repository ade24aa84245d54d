"""Designations across reports: the table actor x report, own voice apart from quoted voice.

An expression is marked because another report calls the same actor otherwise and never so; no model and no list
decides it. Rows that say nothing have no place: places, and actors that are called by their bare name alone, unless
reports differ in the name itself. What reports call otherwise stands first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.comparisons.pairs import members_of_pairs
from variorum.comparisons.readings import ReportIndex
from variorum.model.alignments import AlignedStory, Ref
from variorum.model.annotations import Designation, DesignationKind, EntityType, MentionForm
from variorum.model.comparisons import DesignationCell, DesignationRow, Expression
from variorum.model.spans import Span, is_touched, merge_spans

_DETERMINER = re.compile(r"^(?:the|a|an|his|her|its|their|this|that|these|those|our|my)\s+", re.IGNORECASE)
_BEYOND = re.compile(r"\s(?:of|for|at|from|to)\s")
#: "Hundreds of girls" are girls.
_SOME_OF = re.compile(r"^(?:dozens|half|hundreds|many|most|scores|several|some|thousands|\d[\d,.]*) of (?:the )?")
#: A party and state beside a name ("D-N.Y.") says what the party's name says.
_PARTIES = {"d": "democrat", "dem": "democrat", "i": "independent", "r": "republican", "rep": "republican"}
_POSSESSIVE = re.compile(r"['’]s?$")
#: Of a label that says nothing that a name does not say: "Ankara" for Turkey.
_PLAIN = "capital for its government"
#: Nouns that say of what kind somebody is, and stand for a name told before: "the country", "the company".
_KINDS = frozenset(
    {"agency", "bank", "body", "city", "company", "country", "firm", "group", "government", "ministry", "nation",
     "organisation", "organization", "party", "state", "union", "university"}
)  # fmt: skip
_PARTY = "party and state beside a name"
#: Titles that are one office: "Rep. Webb" in one report and "Congressman Webb" in the other differ in spelling alone.
_OFFICES = {
    "capt.": "captain", "cmdr.": "commander", "col.": "colonel", "congressman": "representative",
    "congressperson": "representative", "congresswoman": "representative", "dep.": "deputy", "gen.": "general",
    "gov.": "governor", "lt.": "lieutenant", "maj.": "major", "pm": "minister", "premier": "minister",
    "pres.": "president", "prof.": "professor", "rep.": "representative", "sen.": "senator", "sgt.": "sergeant",
    "supt.": "superintendent",
}  # fmt: skip
_ACTORS = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.ORGANISATION, EntityType.STATE})


class _Use(Struct, frozen=True):
    """One use of an expression for an actor."""

    siglum: str
    quoted: bool
    text: str
    span: Span
    kind: str
    reason: str
    polarity: str | None = None
    short: str = ""
    """The expression up to its noun: "the crew" of "the crew who mended the gate"; "" where that is not known."""

    @property
    def key(self) -> str:
        """Return the expression without article, possessive ending and case."""
        return _key(self.text)

    @property
    def head(self) -> str:
        """Return the noun: "president" in "Turkish President", "minister" in "minister of finance of Ruvia"."""
        if self.reason == _PARTY:
            letter = self.key.split("-", 1)[0]
            return _PARTIES.get(letter, letter)
        noun = _BEYOND.split(_SOME_OF.sub("", _key(self.short or self.text)), maxsplit=1)[0].rsplit(" ", 1)[-1]
        return _OFFICES.get(noun, noun)

    @property
    def gist(self) -> tuple[str, str, str | None]:
        """Return kind, noun and what its words praise or blame: "hapless minister" is no plain "minister"."""
        return self.kind, self.head, self.polarity if self.polarity in ("positive", "negative") else None


def _key(words: str) -> str:
    """Return words without article, possessive ending and case."""
    return _POSSESSIVE.sub("", _DETERMINER.sub("", " ".join(words.split()))).casefold()


def designation_rows(
    aligned: AlignedStory, indexes: dict[str, ReportIndex], ranked: Sequence[str]
) -> tuple[DesignationRow, ...]:
    """Return a row for each actor that is described or named in different ways.

    First come the actors that reports call otherwise, then those that several reports describe, then the rest; within
    these in the order of ``ranked``.
    """
    actors = {actor.id: actor for actor in aligned.actors}
    pairs = {siglum: members_of_pairs(index) for siglum, index in indexes.items()}
    rows = []
    for place, actor_id in enumerate(ranked):
        actor = actors[actor_id]
        uses = [use for ref in actor.entities for use in _uses_with_pairs(ref, indexes[ref.siglum], pairs[ref.siglum])]
        if actor.type in _ACTORS and _says_something(uses, actor.name):
            cells = _cells(uses)
            marked = any(expression.marked for cell in cells for expression in cell.expressions)
            several = len({use.siglum for use in uses}) > 1
            rows.append((not (marked and several), not several, place, DesignationRow(actor_id, cells)))
    return tuple(row for *_, row in sorted(rows, key=lambda item: item[:3]))


def _says_something(uses: Sequence[_Use], name: str) -> bool:
    """Say whether a row shows more than a bare name: a description, or names in which reports differ."""
    if any(use.polarity in ("positive", "negative") for use in uses):
        return True
    if len({_spelling(use.key) for use in uses}) < 2:
        return False  # "the government" in both, "US" beside "U.S."
    if all(use.kind == "label" for use in uses) and len({use.head for use in uses}) < 2:
        return False  # "21 girls" and "the girls": how many there are is no other word for them
    if any(use.kind != "name" and use.key != name.casefold() for use in uses):
        return True
    sigla = sorted({use.siglum for use in uses})
    if len(sigla) < 2:
        return False
    if any(use.kind != "name" for use in uses):
        return True
    fullest = [{_spelling(use.key) for use in uses if use.siglum == siglum} for siglum in sigla]
    return not set.intersection(*fullest)


def _spelling(key: str) -> str:
    """Return an expression without the dots of its abbreviations: "u.s. treasury" and "us treasury" are one."""
    return key.replace(".", "")


def _uses_with_pairs(ref: Ref, index: ReportIndex, pairs: Mapping[str, tuple[str, str]]) -> list[_Use]:
    """Return the uses of one entity, with those of the pairs that it is one of; a pair has no uses of its own."""
    if ref.id in pairs:
        return []
    shared = [Ref(ref.siglum, pair) for pair, members in pairs.items() if ref.id in members]
    uses = _uses_of(ref, index)
    for pair in shared:
        uses += [replace(use, reason=f"{use.reason}; said of two together") for use in _uses_of(pair, index)]
    return sorted(uses, key=lambda use: use.span)


def _uses_of(ref: Ref, index: ReportIndex) -> list[_Use]:
    """Return the names and designations of one entity in text order; pronouns name nobody."""
    named = _designations_of(ref, index)
    uses = [
        _Use(
            ref.siglum, item.quoted, item.text, Span(item.start, item.end), str(item.kind), item.reason, item.polarity,
            _up_to_noun(item, index),
        )
        for item in named
    ]  # fmt: skip
    described = merge_spans(Span(item.start, item.end) for item in named)
    labels = [item for item in index.annotated.designations if item.kind is DesignationKind.LABEL]
    others = {item.end: item.start for item in labels if item.entity != ref.id}
    for mention in index.entities[ref.id].mentions:
        head = Span(mention.head_start, mention.head_end)
        # The rules of labels may say a phrase of another actor: "the chief of Kanal Fem" before that chief's name.
        of_another = mention.start <= others.get(mention.end, -1) <= head.start
        if mention.form is MentionForm.NAME:
            uses.append(_Use(ref.siglum, mention.quoted, index.words(head), head, "name", "a proper name"))
        elif mention.form is MentionForm.NOMINAL and not of_another and not is_touched(described, mention.span):
            words = index.words(mention.span)
            uses.append(_Use(ref.siglum, mention.quoted, words, mention.span, "label", "a noun phrase for the actor"))
    return sorted(uses, key=lambda use: use.span)


def _up_to_noun(item: Designation, index: ReportIndex) -> str:
    """Return a label up to its first noun, "" where no nominal stands in it."""
    at = bisect_left(index.nouns, Span(item.start, item.start))
    inside = at < len(index.nouns) and index.nouns[at].end <= item.end
    return index.text[item.start : index.nouns[at].end] if inside else ""


def _designations_of(ref: Ref, index: ReportIndex) -> list[Designation]:
    """Return the labels of an entity, and what is loaded outside of them: "brutal dictator" is one name, not two."""
    own = [item for item in index.annotated.designations if item.entity == ref.id]
    labels = [item for item in own if item.kind is DesignationKind.LABEL]
    spans = merge_spans(Span(item.start, item.end) for item in labels)
    loaded = [item for item in own if item.kind is DesignationKind.LOADED]
    return labels + [item for item in loaded if not is_touched(spans, Span(item.start, item.end))]


def _cells(uses: list[_Use]) -> tuple[DesignationCell, ...]:
    """Return the cells of a row: by report, own voice before quoted voice."""
    cells: dict[tuple[str, bool], dict[str, list[_Use]]] = {}
    own: dict[str, set[tuple[str | None, ...]]] = {}
    for use in uses:
        cells.setdefault((use.siglum, use.quoted), {}).setdefault(use.key, []).append(use)
        if not use.quoted:
            words = [("word", word) for word in use.key.split() if use.kind == "name"]
            own.setdefault(use.siglum, set()).update((("", use.key), use.gist, *words))
    return tuple(
        DesignationCell(siglum, quoted, tuple(_expression(group, own) for group in groups.values()))
        for (siglum, quoted), groups in sorted(cells.items())
    )


def _expression(group: list[_Use], own: Mapping[str, set[tuple[str | None, ...]]]) -> Expression:
    """Return one expression with all its places; marked when it sets its report apart from another.

    ``own`` holds what each report calls the actor in its own voice: whole expressions, the nouns of each kind, and the
    words of its names.
    """
    first = group[0]
    expression = Expression(
        text=" ".join(first.text.split()),
        spans=tuple(use.span for use in group),
        kind=first.kind,
        marked=False,
        reason=first.reason,
        polarity=first.polarity,
    )
    elsewhere = sorted(siglum for siglum in own if siglum != first.siglum)
    short = [("word", word) for word in first.key.split()]  # "the ministry" is short for "Transport Ministry"
    alike = any(
        ("", first.key) in own[siglum] or first.gist in own[siglum] or own[siglum].issuperset(short)
        for siglum in elsewhere
    )
    if _is_plain(first) or first.quoted or not elsewhere or alike:
        return expression
    others = f"{elsewhere[0]} never calls" if len(elsewhere) == 1 else f"{_joined(elsewhere)} never call"
    return replace(expression, marked=True, reason=f"{first.reason}; {others} this actor so")


def _joined(sigla: Sequence[str]) -> str:
    """Return sigla in words: "A, B and C"."""
    return f"{', '.join(sigla[:-1])} and {sigla[-1]}"


def _is_plain(use: _Use) -> bool:
    """Say whether an expression names without describing, so that it sets no report apart."""
    return use.kind == "name" or use.reason == _PLAIN or use.key in _KINDS
