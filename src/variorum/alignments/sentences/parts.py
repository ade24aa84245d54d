"""Parts of sentences: where a sentence may be cut so that each part tells something of its own.

"The ferry sank off Velisk, and divers searched all night" has two. What is cut is the text as it stands: before a
conjunction or a relative behind a comma, at a dash, a colon or a closing quotation mark, and where a clause starts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from variorum.alignments.wordings.likeness import STOP_WORDS, contents_of
from variorum.limits import LIMITS
from variorum.model.annotations import AnnotatedReport, QuotationType, Statement
from variorum.model.spans import Span, merge_spans, trim_span

#: Content words that a part has at least; what has fewer ("she said,") goes with the part behind it.
_LEAST_WORDS = 3
#: Parts of one sentence, the rest of a longer one being the last: a list of results has more and tells no more.
_MOST = 12
_OPENING = (
    "and|but|or|nor|yet|so|while|whilst|whereas|although|though|as|after|before|because|since|when|whenever|where|which|"
    "who|whom|whose|with|without|if|unless|until|despite|including|amid|following|rather|instead|even|just|not|"
    r"according|that|whether|then|plus|an?|the|his|her|their|its|one|now|both|most|many|some|once|formerly|\w{2,20}ing"
)
_CUT = re.compile(
    r"(?:\s-{1,2}|[.!?][”\"’'])\s+"
    r"|(?:[;:—–…]|--)\s{0,3}"
    rf"|,[”\"’']?\s{{1,3}}(?=(?:{_OPENING})\b)"
    r"|[”\"]\s{1,3}(?=\w)"
    r"|\s(?=(?:because|although|though|whereas|while|unless|but|who|whose|whom)\s)",
    re.IGNORECASE,
)
#: What leads over to a clause belongs to it.
_LEAD = re.compile(
    r"(?:\b(?:and|but|or|that|who|which|whose|whom|because|after|before|when|while|as|if|whether|where|since|to|for|by)"
    r"\s{1,3}){1,3}$",
    re.IGNORECASE,
)
#: Characters before a clause in which its lead is looked for.
_BEFORE = 40

Cut = Sequence[tuple[int, Sequence[Span]]]
"""The sentences of a report by number, with their parts."""


def parts_of(annotated: AnnotatedReport) -> Iterator[tuple[int, tuple[Span, ...]]]:
    """Yield the number of each sentence that tells something with its parts, in text order."""
    text = annotated.report.text
    clauses: dict[int, list[Statement]] = {}
    for statement in annotated.statements:
        clauses.setdefault(statement.sentence, []).append(statement)
    for number, sentence in enumerate(annotated.sentences[: LIMITS.sentences]):
        if not sentence.boilerplate and len(sentence.span):
            yield number, cut_sentence(text, sentence.span, (item.start for item in clauses.get(number, ())))


def cut_sentence(text: str, sentence: Span, clause_starts: Iterable[int] = ()) -> tuple[Span, ...]:
    """Return the parts of a sentence: in text order, together all of its words; the whole where nothing cuts it."""
    words = sentence.text_of(text)[: LIMITS.pattern_characters]
    cuts = {sentence.start + match.end() for match in _CUT.finditer(words)}
    for start in clause_starts:
        before = text[max(sentence.start, start - _BEFORE) : start]
        if lead := _LEAD.search(before):
            cuts.add(start - len(before) + lead.start())
    kept = [sentence.start]
    for cut in sorted(cut for cut in cuts if sentence.start < cut < sentence.end):
        if len(kept) < _MOST and _tells(text[kept[-1] : cut]):
            kept.append(cut)
    if len(kept) > 1 and not _tells(text[kept[-1] : sentence.end]):
        kept.pop()
    ends = [*kept[1:], sentence.end]
    return tuple(trim_span(Span(start, end), text) for start, end in zip(kept, ends, strict=True))


def _tells(words: str) -> bool:
    """Say whether a stretch has content words enough to tell something of its own."""
    return len(frozenset(contents_of(words)) - STOP_WORDS) >= _LEAST_WORDS


def quoted_parts(annotated: AnnotatedReport, cut: Cut) -> frozenset[Span]:
    """Return the parts in which a report quotes somebody word for word."""
    quotations = (item for item in annotated.quotations if item.type is QuotationType.DIRECT)
    spans = merge_spans(span for item in quotations for span in item.spans)
    starts = [span.start for span in spans]
    found = set()
    for part in (part for _, parts in cut for part in parts):
        place = bisect_left(starts, part.end) - 1
        if place >= 0 and spans[place].overlaps(part):
            found.add(part)
    return frozenset(found)
