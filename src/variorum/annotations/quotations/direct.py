"""Direct quotations: pairs of marks with their attributions; halves that the attribution interrupts are joined.

Scare quotes, titles and terms in marks are no quotations: short, without a cue, in the middle of a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from variorum.annotations.quotations.attributions import attribution_of, is_cue
from variorum.annotations.quotations.contents import Found, after_dateline, content_of, looks_like_title
from variorum.annotations.quotations.mark_frames import attribution_after, attribution_before, attribution_behind
from variorum.annotations.quotations.missed_subjects import FINITE_TAGS
from variorum.model.spans import Span
from variorum.word_lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.annotations.quotations.attributions import Attribution
    from variorum.annotations.quotations.marked_text import MarkedText

#: Fewer words in marks without a cue are a term, a title or a scare quote.
_WORDS_ALONE = 5
#: The same where single marks could be apostrophes, and no sentence of its own stands in them.
_SINGLE_WORDS = 8
#: Tags of words with which a sentence begins that tells the circumstances of saying.
#: Cues inside what another one reports: "police said".
_REPORTING = listed("say announce confirm state claim insist warn write report add allege")
_SUBORDINATE = frozenset({"relcl", "acl", "advcl"})
_ADJUNCTS = frozenset({"IN", "VBG", "VBN", "WRB", "TO", "CC"})


def find_direct(marked: MarkedText) -> list[Found]:
    """Return the quotations whose pairs of marks have an attribution of their own, halves joined."""
    found: list[Found] = []
    trailing: dict[int, int] = {}
    for pair in range(len(marked.pairs)):
        further = _further(marked, pair, found, trailing)
        if further is not None and len(further.pairs) > 1:
            found[trailing[pair - 1]] = further
            trailing[pair] = trailing[pair - 1]
            continue
        if further is not None:
            found.append(further)
            trailing[pair] = len(found) - 1
            continue
        if (made := _going_on(marked, pair, found)) is not None:
            found.append(made)
            trailing[pair] = len(found) - 1
            continue
        after = attribution_after(marked, pair)
        if after is not None:
            found.append(_with_beginning(marked, pair, after, found))
            trailing[pair] = len(found) - 1
            begun = found[-1].rule != after.rule
            if begun and (told := _told_within(marked, pair, after)) is not None:
                found.append(told)
            continue
        before = attribution_before(marked, pair)
        if before is not None and not _goes_on(marked, pair, before):
            found.append(Found((marked.pairs[pair].inner,), (pair,), before, before.rule, before.confidence))
            trailing[pair] = len(found) - 1
    return found


def _further(marked: MarkedText, pair: int, found: list[Found], trailing: dict[int, int]) -> Found | None:
    """Return what this pair makes of the quotation of the pair before, or None when it has nothing to do with it.

    A sentence that the attribution interrupts is one quotation ("The port," she said, "is open."); a further sentence
    or paragraph is a quotation of its own that continues it ("The port is open," she said. "It always was.").
    """
    if pair - 1 not in trailing:
        return None
    known = found[trailing[pair - 1]]
    inner = marked.pairs[pair].inner
    further = replace(known, spans=(inner,), pairs=(pair,), continues=pair - 1)
    if marked.pairs[pair].continues and not marked.pairs[pair - 1].closed:
        return further
    first, last = marked.after[pair - 1], marked.first[pair]
    if known.attribution is None or any(marked.breaks[number] for number in range(first, last)):
        return None
    if not first <= known.attribution.cue_start < last:
        return None
    ends = [number for number in range(first, last) if marked.ends_sentence(number)]
    between = marked.tokens[ends[-1] + 1 : last] if ends else []
    if len(ends) > 1 or any(not token.is_space and not token.is_punct for token in between):
        return None
    if ends:
        return None if attribution_after(marked, pair) is not None else further
    if not _resumes(marked, pair, known.attribution):
        return None
    return replace(known, spans=(*known.spans, inner), pairs=(*known.pairs, pair), continues=known.continues)


def _resumes(marked: MarkedText, pair: int, attribution: Attribution) -> bool:
    """Say whether an interrupted sentence goes on here: a comma or colon stands before the mark, no second cue."""
    before = marked.tokens[marked.first[pair] - 1]
    if before.is_space and marked.first[pair] > 1:
        before = marked.tokens[marked.first[pair] - 2]
    return before.text in {",", ";", ":", "—", "–", "--", "-"} and attribution.cue_end <= marked.first[pair]


def _with_beginning(marked: MarkedText, pair: int, attribution: Attribution, found: list[Found]) -> Found:
    """Return the quotation before an attribution, with its words outside the marks (`The plan is "dead," she said`)."""
    inner = marked.pairs[pair].inner
    start, end = marked.window_before(pair)
    start = after_dateline(marked, start, end)
    taken = {number for known in found for number in known.pairs}
    inside = tuple(sorted({marked.pair_at[number] for number in range(start, end)} - {-1}))
    words = marked.words_in(start, end)
    # "It is late, or early: “The bell has rung,” she said": what leads up to a colon is the report's own.
    led = marked.first[pair] > 0 and marked.tokens[marked.first[pair] - 1].text == ":"
    if words < 2 or led or taken.intersection(inside):
        return Found((inner,), (pair,), attribution, attribution.rule, attribution.confidence)
    content = Span(marked.starts[start], marked.pairs[pair].outer.end)
    return Found(
        (content,), (*inside, pair), attribution, attribution.rule + ", begun outside", attribution.confidence - 0.1
    )


def _told_within(marked: MarkedText, pair: int, outer: Attribution) -> Found | None:
    """Return what somebody says inside what another one reports (`Police said it "was shut," the Globe wrote`)."""
    start, end = marked.window_before(pair)
    before = [token for token in marked.tokens[start:end] if marked.pair_at[token.i] < 0]
    cue = next((token for token in reversed(before) if token.lemma_.lower() in _REPORTING and is_cue(token)), None)
    if cue is None or cue.tag_ not in FINITE_TAGS or cue.dep_ in _SUBORDINATE or cue.i + 1 >= end:
        return None
    attribution = attribution_of(marked, cue, "clause", low=start, high=end, confidence=0.7)
    speaker, again = attribution.speaker, marked.tokens[outer.head]
    if speaker is None or not start <= speaker[0] < cue.i:
        return None
    if outer.speaker is None or again.pos_ == "PRON" or again.lower_ == marked.tokens[attribution.head].lower_:
        return None  # `Reyes said the bus "was empty," she said`: the same person again.
    content = content_of(marked, attribution.cue_end, marked.after[pair])
    return Found((content[0],), content[1], attribution, "clause, inside a report", 0.7) if content else None


def _going_on(marked: MarkedText, pair: int, found: list[Found]) -> Found | None:
    """Return the quotation that goes on outside the marks up to its attribution (`"It is late" for that, she said`)."""
    behind = attribution_behind(marked, pair)
    if behind is None:
        return None
    comma, attribution = behind
    start, end = marked.window_before(pair)
    inside = tuple(sorted({marked.pair_at[number] for number in range(start, end)} - {-1}))
    if {number for known in found for number in known.pairs}.intersection(inside):
        return None
    begun = marked.words_in(start, end) > 0 and marked.tokens[start].tag_ != "CC"
    if begun and marked.tokens[start].tag_ in _ADJUNCTS:
        return None  # `After "the flood" of March, she said`: when she said so, not what she said.
    first = start if begun else marked.first[pair]
    rule = attribution.rule + ", going on outside"
    return Found((marked.span(first, comma),), (*inside, pair), attribution, rule, attribution.confidence)


def _goes_on(marked: MarkedText, pair: int, attribution: Attribution) -> bool:
    """Say whether the content goes on after the marks (`said "the party" would lose`): the parse decides that."""
    if attribution.lemma == ":" or attribution.rule == "according to":
        return False
    if marked.last_character(pair) in ".?!…":
        return False
    start, end = marked.window_after(pair)
    return marked.words_in(start, end) > 0


def find_unattributed(marked: MarkedText, taken: Iterable[int], covered: Iterable[Span]) -> list[Found]:
    """Return the pairs that no rule took and that are sentences of their own: floating quotations."""
    done = set(taken)
    spans = sorted(covered)
    found: list[Found] = []
    index = 0
    for number, pair in enumerate(marked.pairs):
        if number in done:
            continue
        while index < len(spans) and spans[index].end <= pair.inner.start:
            index += 1
        if index < len(spans) and spans[index].overlaps(pair.inner):
            continue
        if _stands_alone(marked, number):
            found.append(Found((pair.inner,), (number,), None, "marks alone", 0.6))
    return found


def _stands_alone(marked: MarkedText, pair: int) -> bool:
    """Say whether marked words read as somebody's sentence: long enough, and no title in the middle of a sentence."""
    words = marked.words(pair)
    if marked.pairs[pair].single and words < _SINGLE_WORDS and not _is_sentence(marked, pair):
        return False
    if begins_sentence(marked, pair):
        return words >= (3 if marked.is_complete(pair) else _WORDS_ALONE)
    return words >= _WORDS_ALONE and not looks_like_title(marked, pair)


def _is_sentence(marked: MarkedText, pair: int) -> bool:
    """Say whether a pair holds a sentence of its own ('It could have been very bad.')."""
    return begins_sentence(marked, pair) and marked.is_complete(pair)


def begins_sentence(marked: MarkedText, pair: int) -> bool:
    """Say whether nothing but a connective stands between the beginning of the sentence and the pair."""
    return marked.words_in(*marked.window_before(pair)) <= 1
