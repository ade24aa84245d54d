"""Causes: where linked sentences of two reports put one thing down to two causes, each unknown to the other report.

"The fire was started by a cable", "careless campers set it off"; "she blames the early rain", "the blame lies with the
building sites". What was caused is one thing by the alignment of the sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from variorum.comparisons.conflicts.finding import Conflict, SlotReading
from variorum.comparisons.conflicts.linked_sentences import Indexes, LinkedSentences, Passage, facts_in
from variorum.comparisons.conflicts.predicates import PRONOUNS
from variorum.comparisons.facts import Fact
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots.verdicts import Clash
from variorum.model.comparisons import Slot
from variorum.model.spans import Span
from variorum.paraphrases import are_kin
from variorum.word_lists import listed

_CAUSING = listed("cause start spark trigger ignite provoke kindle set-off sever inflict")
#: Predicates that cause something together with what they act on or what stands with them.
_WITH = {"set": "off", "bring": "about", "touch": "off", "do": "damage"}
_NOUN = r"(?:(?:the|an?|its|his|her|their|some)\s)?(?P<what>[^.;:,“”\"]{2,60})"
#: What is blamed: "put it down to the rain", "the blame lies with the builders", "a cable is to blame".
_BLAMED = (
    re.compile(rf"\b(?:puts?|putting) (?:it|this|that|them|the [\w’'-]+) down to {_NOUN}"),
    re.compile(rf"\bblames? (?:lies|lay|rests|rested) (?:squarely )?(?:with|on) {_NOUN}"),
    re.compile(rf"\b(?:lays?|laid|puts?|placed?s?) the blame (?:for [^,.;:]{{2,40}} )?on {_NOUN}"),
    re.compile(rf"\b(?:was|were|is|are|been) blamed on {_NOUN}"),
)
_TO_BLAME = re.compile(
    r"(?:^|[,;:] )(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er) )?(?P<what>[^.;:,“”\"]{2,60}?) "
    r"(?:is|are|was|were) to blame\b"
)
#: Where the noun of a cause ends and its circumstances begin.
_END = re.compile(r"\s(?:of|in|at|on|from|who|which|that|where|with|by|near|under|for|and|when|as|had|has|was|were)\b")
_CERTAINTY = 0.6


class _Cause(Struct, frozen=True):
    """What a sentence puts something down to."""

    fact: Fact
    noun: str
    focus: Span


def cause_conflicts(link: LinkedSentences, indexes: Indexes) -> Iterator[Conflict]:
    """Yield where two linked sentences put one thing down to two causes."""
    left, right = (list(_causes(passage, indexes[passage.siglum])) for passage in (link.left, link.right))
    texts = [indexes[passage.siglum].text for passage in (link.left, link.right)]
    for one in left:
        for other in right:
            if are_kin(one.noun, other.noun) or _names(one.noun, texts[1]) or _names(other.noun, texts[0]):
                continue
            readings = (SlotReading(one.fact, one.noun, one.focus), SlotReading(other.fact, other.noun, other.focus))
            why = f"put down to “{one.noun}” in one report, to “{other.noun}” in the other"
            yield Conflict(Slot.ACTOR, readings, None, Clash(why, _CERTAINTY))


def _names(noun: str, text: str) -> bool:
    """Say whether a report has a noun anywhere."""
    return re.search(rf"\b{re.escape(noun)}", text, re.IGNORECASE) is not None


def _causes(passage: Passage, index: ReportIndex) -> Iterator[_Cause]:
    """Yield the causes that a sentence names, without those that it denies."""
    facts = facts_in(passage, index)
    for fact in facts:
        if _is_causing(fact) and not fact.negated and fact.agent and fact.agent[0] not in PRONOUNS:
            yield _Cause(fact, fact.agent[0], fact.focus)
    words = index.words(passage.span)
    for pattern in (*_BLAMED, _TO_BLAME):
        for match in pattern.finditer(words):
            start = passage.span.start + match.start("what")
            host = next((item for item in facts if item.span.start <= start < item.span.end), None)
            noun = _END.split(match["what"])[0].split()[-1:]
            if host is not None and not host.negated and noun and noun[0].casefold() not in PRONOUNS:
                yield _Cause(host, noun[0], Span(start, start + len(match["what"])))


def _is_causing(fact: Fact) -> bool:
    """Say whether a clause tells what caused something."""
    words = {*fact.predicates, *fact.patient[:1]}
    return not _CAUSING.isdisjoint(words) or any(verb in words and beside in words for verb, beside in _WITH.items())
