"""Nested contents: what is said inside what somebody else says, told apart from a report of a report.

"The agency reported that Reyes had said the quay was shut": Reyes is quoted, through the agency. "Reyes said she had
told the crew so", "Reyes said the phrase suggests a loss": one utterance, hers; nobody else is quoted in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.quotations.cues import UTTERANCES
from variorum.model.annotations import AttributionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.annotations.quotations.contents import Found
    from variorum.annotations.quotations.marked_text import MarkedText
    from variorum.annotations.quotations.speakers import Source

#: How the rules begin that find marks or what a phrase of its own attributes.
_OWN = ("marks", "dash", "colon", "according")


def kinds_of(marked: MarkedText, found: Sequence[Found], sources: Sequence[Source]) -> list[AttributionKind]:
    """Return the kind of each of what was found, in text order: nothing quotes its own speaker, or a thing, again."""
    kinds: list[AttributionKind] = []
    around: list[int] = []
    for number, item in enumerate(found):
        end = item.spans[-1].end
        while around and found[around[-1]].spans[-1].end < end:
            around.pop()
        nested = bool(around) and item.kind is AttributionKind.QUOTATION and _is_governed(item)
        again = nested and not _quotes_another(marked, item, sources[number], sources[around[-1]])
        kinds.append(AttributionKind.SPEECH_ACT if again else item.kind)
        if item.kind is AttributionKind.QUOTATION and len(item.spans) == 1:
            around.append(number)
    return kinds


def _is_governed(item: Found) -> bool:
    """Say whether a clause, and not marks of its own, makes a quotation."""
    return item.attribution is not None and not item.rule.startswith(_OWN)


def _quotes_another(marked: MarkedText, item: Found, inner: Source, outer: Source) -> bool:
    """Say whether somebody else than the outer speaker tells what is nested."""
    if item.attribution is None or inner.speaker is None or inner.speaker == outer.speaker:
        return False
    if inner.entity is not None and inner.entity == outer.entity:
        return False
    head = marked.tokens[item.attribution.head]
    people = head.tag_ == "NNS" or head.text[:1].isupper()
    return inner.entity is not None or people or head.lemma_.lower() in UTTERANCES
