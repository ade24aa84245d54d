"""Leading contents: clauses before or around their attribution: "The harbour would close, the mayor said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from variorum.annotations.quotations.attributions import attribution_of
from variorum.annotations.quotations.contents import Found, after_dateline, found_in
from variorum.annotations.quotations.cues import ADDRESSING, SAYING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotations.quotations.attributions import Attribution
    from variorum.annotations.quotations.marked_text import MarkedText

#: Words with which a sentence goes on after its attribution, and how many tokens it may go on.
_GOING_ON = frozenset({"and", "but", "or", "nor", "so", "not", "because", "though", "although"})
_REST = 60
#: Tokens that name whom something was told to.
_ADDRESSEE = 8
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: What a cue between commas or behind one does not govern: it would say that, and not what stands around it.
_GOVERNED = frozenset({"dobj", "dative", "intj", "advcl", "xcomp"})
#: Tags of a cue with "as", and what may follow it there: "as Reyes has said before", "as the agency wrote on Monday".
_AS_TAGS = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_AS_RIGHTS = frozenset({"prep", "advmod", "npadvmod", "punct"})


def from_clause_before(marked: MarkedText, verb: Token) -> Found | None:
    """Return the clause before its cue: "The harbour would close, the mayor said"."""
    clauses = [child for child in verb.lefts if child.dep_ == "ccomp"]
    if not clauses or _has_own_content(verb):
        return None
    clause = clauses[-1]
    attribution = attribution_of(marked, verb, "clause", confidence=0.85)
    if attribution.speaker is None and (named := _apposed_speaker(marked, clause, verb)) is not None:
        start = named.left_edge.i
        attribution = replace(attribution, speaker=(start, named.i + 1), head=named.i, start=start)
    if not _preposed(marked, verb, attribution):
        return None
    end = attribution.start if clause.i < attribution.start <= verb.i else verb.i
    end = min(end, clause.right_edge.i + 1)
    start = _first_of_clauses(marked, clauses[0], verb)
    start = _after_colon(marked, after_dateline(marked, start, end), end, attribution)
    ranges = [(start, end)]
    if (rest := _rest(marked, _behind_addressee(verb, max(attribution.end, verb.i + 1)))) is not None:
        ranges.append(rest)
    return found_in(marked, ranges, attribution, "clause", 0.85)


def _has_own_content(verb: Token) -> bool:
    """Say whether a cue governs something behind it, so that what stands before it is not what was said.

    "While it was late, Reyes noted several faults"; "The ship is lost; two crews claim to have found it".
    """
    subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.lefts)
    own = {child.dep_ for child in verb.rights}
    return bool(own & {"ccomp", "xcomp"}) or (subject and "dobj" in own and verb.lemma_.lower() not in ADDRESSING)


def _first_of_clauses(marked: MarkedText, clause: Token, verb: Token) -> int:
    """Return the first token of what was said, without the "But" of the report's own.

    Clauses joined before their cue are said together, wherever the parse has hung the cue: "The boat was old, but the
    crew kept it, a neighbour said".
    """
    start, head = int(clause.left_edge.i), verb.head
    joined = start > 0 and marked.tokens[start - 1].dep_ == "cc" and marked.tokens[start - 1].head.i == head.i
    if verb.dep_ == "conj" and joined and head.i < start and head.lemma_.lower() not in SAYING:
        start = int(head.left_edge.i)
    return start + 1 if marked.tokens[start].dep_ == "cc" and marked.pair_at[start] < 0 else start


def _apposed_speaker(marked: MarkedText, clause: Token, verb: Token) -> Token | None:
    """Return the speaker whom the parse has hung on what is said: "It was shut, the director, Ana Reyes, said"."""
    if verb.i < 2 or marked.tokens[verb.i - 1].text != "," or clause.right_edge.i != verb.i - 1:
        return None
    named = next((token for token in clause.subtree if token.dep_ == "appos" and token.left_edge.i > clause.i), None)
    if named is None or named.right_edge.i != verb.i - 1 or marked.tokens[named.left_edge.i - 1].text != ",":
        return None
    inner = {child.dep_ for child in named.rights}
    return named if named.pos_ in {"NOUN", "PROPN"} and "appos" in inner and "case" not in inner else None


def _after_colon(marked: MarkedText, start: int, end: int, attribution: Attribution) -> int:
    """Return where a content begins behind what leads up to it: "Ana Reyes was blunt: it would fail, she said"."""
    tokens = marked.tokens
    if attribution.head < 0 or tokens[attribution.head].pos_ != "PRON":
        return start
    colon = next((at for at in range(end - 1, start, -1) if tokens[at].text == ":" and marked.pair_at[at] < 0), None)
    if colon is None or not any(token.ent_type_ == "PERSON" for token in tokens[start:colon]):
        return start
    return colon + 1 if any(token.tag_ in _FINITE for token in tokens[colon:end]) else start


def _behind_addressee(verb: Token, start: int) -> int:
    """Return where a sentence may go on behind whom something was told to: ", she told the council, and ..."."""
    ends = [child.right_edge.i + 1 for child in verb.rights if child.dep_ in {"dobj", "dative"} and child.i >= start]
    return ends[0] if ends and ends[0] - start <= _ADDRESSEE else start


def _rest(marked: MarkedText, start: int) -> tuple[int, int] | None:
    """Return the rest of a sentence that goes on after its attribution: "It was empty, he said, and nobody came"."""
    tokens = marked.tokens
    if start + 2 >= len(tokens) or tokens[start].text != "," or marked.pair_at[start] >= 0:
        return None
    if tokens[start + 1].lower_ not in _GOING_ON:
        return None
    if (end := _end_of_rest(marked, start + 1)) is None:
        return None
    inside = [token for token in tokens[start + 1 : end] if marked.pair_at[token.i] < 0]
    subject = next((token for token in inside if token.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    finite = next((token for token in inside if token.tag_ in _FINITE), None)
    if finite is not None and finite.lemma_.lower() in SAYING:
        return None  # "..., he said, and the council replied that ...": somebody else, or something else, is told.
    told = subject is not None and finite is not None and subject.i < finite.i
    # "..., she told the council, and ought to go"; "..., he said, nor would anybody pay".
    told = told or (finite is not None and finite.i == start + 2)
    return (start + 1, end) if told or tokens[start + 1].lower_ == "not" else None


def _end_of_rest(marked: MarkedText, start: int) -> int | None:
    """Return the end of a sentence, words in marks passed over; None where marks give a sentence of their own."""
    end = start
    while end < len(marked.tokens) and end - start < _REST and not marked.ends_sentence(end):
        pair = marked.pair_at[end]
        if pair < 0:
            end += 1
            continue
        before = marked.tokens[end - 1]
        if before.is_punct or before.lower_ in _GOING_ON:
            return None
        end = marked.after[pair]
        if marked.is_complete(pair):
            break
    return end


def _preposed(marked: MarkedText, verb: Token, attribution: Attribution) -> bool:
    """Say whether a clause before a cue is what is said: nothing but a comma or a closing mark stands between them."""
    number = min(attribution.start, verb.i)
    while number > 0 and (
        marked.tokens[number - 1].is_space or marked.tokens[number - 1].pos_ in {"ADV", "AUX", "DET"}
    ):
        number -= 1
    return number > 0 and (
        marked.tokens[number - 1].text in {",", "?", "!", "-", "--", "—", "–"} or marked.pair_at[number - 1] >= 0
    )


def from_as_clause(marked: MarkedText, verb: Token) -> Found | None:
    """Return the sentence that a cue with "as" is put before, into or behind: "As Reyes said, the wall may fall"."""
    head = verb.head
    mark = next((child for child in verb.lefts if child.lower_ == "as" and child.dep_ == "mark"), None)
    if mark is None or verb.dep_ != "advcl" or verb.tag_ not in _AS_TAGS or not _stands_apart(marked, mark.i, verb):
        return None
    beside = _AS_RIGHTS | {"dobj"} if verb.lemma_.lower() in ADDRESSING else _AS_RIGHTS
    if any(child.dep_ not in beside for child in verb.rights) or marked.pair_at[head.i] >= 0:
        return None
    attribution = attribution_of(marked, verb, "clause, as", confidence=0.7)
    if attribution.speaker is None or not mark.i < attribution.speaker[0] < verb.i:
        return None
    left, right = mark.i, verb.right_edge.i + 1
    start, end = min(int(head.left_edge.i), right), int(head.right_edge.i) + 1
    ranges = [(low, high) for low, high in ((start, left), (right, end)) if low < high]
    if head.pos_ not in {"VERB", "AUX"}:
        return None
    return found_in(marked, ranges, attribution, "clause, as", 0.7)


def _stands_apart(marked: MarkedText, start: int, verb: Token) -> bool:
    """Say whether a clause with "as" stands between commas or at an edge of its sentence."""
    tokens, end = marked.tokens, verb.right_edge.i + 1
    before = start == 0 or tokens[start - 1].text == "," or marked.ends_sentence(start - 1)
    return before and (end >= len(tokens) or tokens[end].text == "," or marked.ends_sentence(end))


def from_parenthesis(marked: MarkedText, verb: Token, attribution: Attribution, rule: str) -> Found | None:
    """Return the sentence that a cue stands in between commas: "The plan, she said, would fail"."""
    if attribution.speaker is None:
        return None
    if verb.dep_ != "parataxis":
        return _from_commas(marked, verb, attribution, rule)
    head = verb.head
    left, right = verb.left_edge.i, verb.right_edge.i + 1
    start, end = head.left_edge.i, head.right_edge.i + 1
    behind = max(attribution.cue_end, attribution.speaker[1])
    if behind < right and marked.tokens[behind].text == "," and _goes_on(head, left):
        right = behind
    ranges = [(start, left), (right, end)]
    ranges = [(low, high) for low, high in ranges if low < high]
    return found_in(marked, ranges, attribution, rule + ", parenthesis", 0.8)


def _goes_on(verb: Token, left: int) -> bool:
    """Say whether a clause lacks its end before ``left``: "It was, she said, older than the quay".

    The parse hangs such an end on the cue.
    """
    return verb.lemma_ == "be" and verb.i < left and all(child.is_punct or child.i >= left for child in verb.rights)


def _is_told(verb: Token) -> bool:
    """Say whether a cue is finite: "said", "has said"."""
    perfect = verb.tag_ == "VBN" and any(child.lemma_ == "have" for child in verb.lefts if child.dep_ == "aux")
    return perfect or verb.tag_ in {"VBD", "VBZ", "VBP"}


def _from_commas(marked: MarkedText, verb: Token, attribution: Attribution, rule: str) -> Found | None:
    """Return the sentence around an attribution that the parse has not seen: "The plan, Reyes said, failed"."""
    tokens, speaker = marked.tokens, attribution.speaker
    if speaker is None or not _is_told(verb) or abs(verb.i - speaker[0]) > 12:
        return None
    apart = _GOVERNED - {"dobj"} if verb.lemma_.lower() in ADDRESSING else _GOVERNED
    if verb.dep_ == "relcl" or any(child.dep_ in apart for child in verb.rights):
        return None
    left, right = min(attribution.cue_start, speaker[0]), max(attribution.cue_end, speaker[1])
    if left == 0 or tokens[left - 1].text != "," or marked.pair_at[left - 1] >= 0 or right - left > 16:
        return None
    stop = right
    while stop < len(tokens) and stop - right < 8 and tokens[stop].text != "," and not marked.ends_sentence(stop):
        if tokens[stop].pos_ in {"VERB", "AUX"} or marked.pair_at[stop] >= 0:
            return None
        stop += 1
    start = left - 1
    while start > 0 and left - start < 80 and not marked.ends_sentence(start - 1):
        if marked.pair_at[start - 1] >= 0:
            return None
        start -= 1
    if stop >= len(tokens) or stop - right >= 8 or left - start < 3:
        return None
    end = stop + 1
    while end < len(tokens) and end - stop < 80 and not marked.ends_sentence(end):
        end += 1
    ranges = [(start, left)] if marked.ends_sentence(stop) else [(start, left), (stop, end)]
    if len(ranges) == 1 and tokens[start].tag_ in {"IN", "VBG", "WRB", "VBN", "TO", "CC"}:
        # When I asked, he said little: the beginning is an adjunct of the cue.
        return None
    if not any(tokens[number].tag_ in _FINITE for low, high in ranges for number in range(low, high)):
        return None
    return found_in(marked, ranges, attribution, rule + ", commas", 0.7)
