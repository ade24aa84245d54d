"""Chains of sources: from a report through those who pass words on to who said them first (PROV: wasQuotedFrom)."""

from __future__ import annotations

import re
from typing import TypeVar

from msgspec import Struct

from variorum.comparisons.readings import ReportIndex
from variorum.model.annotations import Mention, Quotation, Statement
from variorum.model.spans import Span, index_at

Found = TypeVar("Found", Quotation, Statement)

#: "the agency reported that ..., citing an official of the coast guard"
_CITING = re.compile(r"\b(?:citing|quoting|attributing (?:it|this) to)\s{1,3}", re.IGNORECASE)
#: Longest chain that is told; longer ones are cut at the report's end.
LINKS = 5


class Chain(Struct, frozen=True):
    """Whom a passage of one report comes from."""

    links: tuple[str, ...]
    """Names from the outlet's side to the first source; never empty."""
    actor: str | None
    """The actor that the first source is, where one is known."""
    words: Span
    """The words that name the source, else the passage itself."""
    agency: str | None = None
    """The link that passes the words on, where there is one."""

    @property
    def source(self) -> str:
        """Return the first source."""
        return self.links[-1]


def quotation_chain(index: ReportIndex, quotation: Quotation) -> Chain | None:
    """Return the chain of a quotation, through the quotations around it: "SANA reported that Brek said ..."."""
    name = speaker_name(index, quotation)
    if name is None:
        return None
    outer = [other for other in _around(index, quotation) if speaker_name(index, other)]
    names = [speaker_name(index, other) or "" for other in outer]
    names += [quotation.via] if quotation.via else []
    links = _without_repeats([*names, name])
    cited = _cited(index, quotation.start)
    if cited is not None and cited[0] not in links:
        return Chain(_without_repeats([*links, cited[0]]), cited[1], quotation.speaker or quotation.spans[0], name)
    actor = index.actor_of.get(quotation.speaker_entity or "")
    return Chain(links, actor, quotation.speaker or quotation.spans[0], links[-2] if len(links) > 1 else None)


def statement_chain(index: ReportIndex, statement: Statement) -> Chain | None:
    """Return the chain of a statement: of the quotation that it stands in, else of the source that it names."""
    quotation = index.quotations.get(statement.quotation or "")
    if quotation is not None and (chain := quotation_chain(index, quotation)) is not None:
        return chain
    name = index.entity_name(statement.source) or statement.source_text
    if name is None:
        return None
    return Chain((name,), index.actor_of.get(statement.source or ""), _mention_near(index, statement) or statement.span)


def passage_chain(index: ReportIndex, span: Span) -> Chain | None:
    """Return the chain of a passage: of the closest quotation that holds most of it, else of its statement."""
    holding = [
        quotation
        for quotation in _near(index.quotations_in, index.sentences_at(span))
        if 2 * sum(part.overlap(span) for part in quotation.spans) > len(span)
    ]
    for quotation in sorted(holding, key=lambda item: (sum(map(len, item.spans)), item.start)):
        if (chain := quotation_chain(index, quotation)) is not None:
            return chain
    telling = [
        item for item in _near(index.statements_in, index.sentences_at(span)) if 2 * item.span.overlap(span) > len(span)
    ]
    for statement in sorted(telling, key=lambda item: (len(item.span), item.start)):
        if (chain := statement_chain(index, statement)) is not None:
            return chain
    return None


def _near(found: dict[int, list[Found]], sentences: range) -> list[Found]:
    """Return what stands in some sentences, each once, in text order."""
    return list({id(item): item for number in sentences for item in found.get(number, ())}.values())


def speaker_name(index: ReportIndex, quotation: Quotation) -> str | None:
    """Return who speaks: the resolved name, else the words."""
    return quotation.speaker_canonical or (index.words(quotation.speaker) if quotation.speaker else None)


def _around(index: ReportIndex, quotation: Quotation) -> list[Quotation]:
    """Return the quotations in whose content another one is told, the widest first."""
    inner = quotation.cue or quotation.speaker or quotation.spans[0]
    outer = [
        other
        for other in _near(index.quotations_in, index.sentences_at(inner))
        if other is not quotation and any(span.contains(inner) and len(span) > len(inner) for span in other.spans)
    ]
    return sorted(outer, key=lambda item: (-sum(map(len, item.spans)), item.start))[: LINKS - 2]


def _cited(index: ReportIndex, offset: int) -> tuple[str, str | None] | None:
    """Return whom the sentence at ``offset`` cites, with its actor: "..., citing an official of the coast guard"."""
    number = index_at(index.sentence_spans, offset)
    sentence = index.sentence_spans[number] if number is not None else None
    found = _CITING.search(index.text, sentence.start, sentence.end) if sentence else None
    if found is None:
        return None
    for entity in index.annotated.entities:
        if any(_begins_at(mention, found.end()) for mention in entity.mentions):
            return entity.name, index.actor_of.get(entity.id)
    return None


def _begins_at(mention: Mention, offset: int) -> bool:
    """Say whether a mention begins at an offset, its article aside."""
    return mention.start - 4 <= offset <= mention.start + 4 and offset < mention.end


def _mention_near(index: ReportIndex, statement: Statement) -> Span | None:
    """Return the words that name the source of a statement, in its sentence."""
    entity = index.entities.get(statement.source or "")
    sentence = index.sentence_of(statement.sentence).span
    if entity is None:
        return None
    return next((mention.span for mention in entity.mentions if sentence.contains(mention.span)), None)


def _without_repeats(names: list[str]) -> tuple[str, ...]:
    """Return names in order, each once, at its last place; at most :data:`LINKS`."""
    return tuple(reversed(dict.fromkeys(reversed(names))))[-LINKS:]
