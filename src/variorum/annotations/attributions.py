"""Attributions: who says it and with which words, read off the tokens outside the quotation marks.

An attribution is a cue with its speaker. The parse helps to find the subject of a cue; where marks have led the parser
astray, the words between the closing mark and the cue are the speaker ("..., said Reyes"; "..., the ministry added").
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from variorum.annotations.cues import SAYING, SAYING_MARKED, UTTERANCES
from variorum.limits import LIMITS
from variorum.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from variorum.annotations.marks import MarkedPair

#: How many tokens away from a closing or opening mark a cue is looked for; longer attributions are rare.
_WINDOW = 60
_TERMINAL = frozenset(".?!…")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
#: Dashes that stand between clauses, before a name or after a dateline.
DASHES = frozenset({"—", "–", "-", "--", "―"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_EMPTY_SUBJECTS = frozenset({"it", "there", "this", "that", "which", "what"})
#: Dependents that do not belong to the naming of a speaker: "Reyes, who left office"; "state media on Tuesday".
_BEYOND_NAME = frozenset({"relcl", "acl", "advcl", "npadvmod", "punct", "appos", "parataxis", "advmod"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue and its speaker; token numbers, ends exclusive."""

    cue_start: int
    cue_end: int
    lemma: str
    speaker: tuple[int, int] | None
    """The tokens that name the speaker."""
    head: int
    """The head token of the speaker, -1 without one."""
    rule: str
    confidence: float
    start: int
    """The first token of the clause that attributes."""
    end: int


class MarkedText:
    """A parse and the quotation marks in it: which token stands in which pair, and on which line."""

    def __init__(self, doc: Doc, pairs: Sequence[MarkedPair]) -> None:
        """Say for each token which pair it stands in."""
        self.doc = doc
        self.text: str = doc.text
        self.pairs = pairs
        self.tokens: list[Token] = list(doc)
        self.starts = [token.idx for token in self.tokens]
        self.pair_at = self._number_pairs()
        self.first = [self.token_from(pair.outer.start) for pair in pairs]
        """The first token of each pair, its mark included."""
        self.after = [self.token_from(pair.outer.end) for pair in pairs]
        """The first token after each pair."""

    def token_from(self, offset: int) -> int:
        """Return the number of the first token that begins at ``offset`` or later."""
        index = bisect_right(self.starts, offset)
        return index - 1 if index and self.starts[index - 1] == offset else index

    def span(self, start: int, end: int) -> Span:
        """Return the span of the tokens ``start`` to ``end`` (exclusive)."""
        last = self.tokens[end - 1]
        return Span(self.starts[start], last.idx + len(last))

    def _number_pairs(self) -> list[int]:
        """Return for every token the index of the pair that it begins in, or -1."""
        numbers = [-1] * len(self.tokens)
        index = 0
        for number, start in enumerate(self.starts):
            while index < len(self.pairs) and self.pairs[index].outer.end <= start:
                index += 1
            if index < len(self.pairs) and self.pairs[index].outer.start <= start:
                numbers[number] = index
        return numbers

    @cached_property
    def breaks(self) -> list[bool]:
        """For every token whether it is white space with a line break."""
        return [token.is_space and ("\n" in token.text or "\r" in token.text) for token in self.tokens]

    @cached_property
    def long(self) -> list[bool]:
        """For every token whether its sentence is too long for rules that walk the tree."""
        flags: list[bool] = []
        for sent in self.doc.sents:
            flags.extend([len(sent) > LIMITS.sentence_tokens] * len(sent))
        return flags

    def ends_sentence(self, number: int) -> bool:
        """Say whether a token outside marks ends a sentence or a line."""
        return self.breaks[number] or (
            self.pair_at[number] < 0 and self.tokens[number].text[-1:] in _TERMINAL and self.tokens[number].is_punct
        )

    def window_after(self, pair: int) -> tuple[int, int]:
        """Return the tokens from a closing mark to the end of the sentence, the next pair or the line."""
        start = end = self.after[pair]
        stop = min(len(self.tokens), start + _WINDOW)
        while end < stop and self.pair_at[end] < 0 and not self.ends_sentence(end):
            end += 1
        return start, end

    def window_before(self, pair: int) -> tuple[int, int]:
        """Return the tokens from the beginning of the sentence to an opening mark, other pairs inside it included."""
        end = start = self.first[pair]
        stop = max(0, end - _WINDOW)
        while start > stop and not self.ends_sentence(start - 1):
            other = self.pair_at[start - 1]
            if other >= 0 and self.is_complete(other):
                break
            start -= 1
        while start < end and (self.tokens[start].is_space or self.tokens[start].text in (",", ";")):
            start += 1
        return start, end

    def is_complete(self, pair: int) -> bool:
        """Say whether the content of a pair ends like a sentence before its closing mark."""
        return self.last_character(pair) in ".?!…"

    def last_character(self, pair: int) -> str:
        """Return the last character of the content of a pair."""
        return self.text[self.pairs[pair].inner.end - 1]

    def words(self, pair: int) -> int:
        """Return the number of words in a pair."""
        return self.words_in(self.first[pair], self.after[pair])

    def words_in(self, start: int, end: int) -> int:
        """Return the number of words among the tokens [start, end)."""
        return sum(1 for offset in self.starts[start:end] if self.text[offset].isalnum())


def is_cue(token: Token, *, marked: bool = False) -> bool:
    """Say whether a token is a verb of saying; ``marked`` says that marked words stand beside it."""
    return token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in (SAYING_MARKED if marked else SAYING)


def name_of(marked: MarkedText, head: Token, low: int, high: int) -> tuple[int, int]:
    """Return the tokens of the noun phrase around ``head`` within [low, high), without clauses, times, appositions."""
    start, end = max(low, head.left_edge.i), head.i + 1
    for child in head.rights:
        if child.dep_ in _BEYOND_NAME or child.i >= high or marked.pair_at[child.i] >= 0:
            break
        if child.dep_ == "prep" and any(grand.ent_type_ in {"DATE", "TIME"} for grand in child.children):
            break
        end = min(high, child.right_edge.i + 1)
        # A relative clause deep inside: "the head of the agency that ...".
        for inner in range(child.i, end):
            if marked.tokens[inner].dep_ in {"relcl", "acl", "advcl"}:
                end = _clause_start(marked, inner, child.i)
                break
    return _trim(marked, start, max(end, head.i + 1), head.i)


def _clause_start(marked: MarkedText, inner: int, low: int) -> int:
    """Return where the clause of the token ``inner`` begins."""
    return max(low, int(marked.tokens[inner].left_edge.i))


def _trim(marked: MarkedText, start: int, end: int, head: int) -> tuple[int, int]:
    """Drop marks, punctuation and conjunctions at the edges of a noun phrase."""
    for number in range(head, start - 1, -1):
        if marked.pair_at[number] >= 0 or marked.breaks[number]:
            start = number + 1
            break
    tokens = marked.tokens
    while start < head and (
        tokens[start].is_punct or tokens[start].is_space or tokens[start].dep_ in {"cc", "mark", "advmod"}
    ):
        start += 1
    while end > head + 1 and (tokens[end - 1].is_punct or tokens[end - 1].is_space or tokens[end - 1].dep_ == "cc"):
        end -= 1
    return start, end


def subject_of(verb: Token, depth: int = 6) -> Token | None:
    """Return the head of the subject of a verb, through conjunctions, participles, relative pronouns; else None."""
    for child in verb.lefts:
        if child.dep_ in _SUBJECTS:
            return _antecedent(child, verb)
    for child in verb.rights:
        if child.dep_ == "agent":
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
        if child.dep_ in _SUBJECTS:
            return child
    if depth == 0 or verb.head.i == verb.i:
        return None
    if verb.dep_ == "acl" and verb.head.pos_ in _NOMINAL:
        return author_of(verb.head, depth - 1)
    if verb.dep_ == "relcl":
        return verb.head
    if verb.dep_ in {"conj", "advcl", "xcomp", "pcomp", "prep", "dep", "parataxis", "ccomp"}:
        return subject_of(verb.head, depth - 1)
    return None


def _antecedent(subject: Token, verb: Token) -> Token:
    """Return what a relative pronoun stands for."""
    if subject.lower_ in _RELATIVE and verb.dep_ == "relcl" and verb.head.i < subject.i:
        return verb.head
    return subject


def author_of(noun: Token, depth: int) -> Token:
    """Return who made an utterance ("the ministry's statement saying ..."); the noun itself where nobody is named."""
    if noun.lemma_.lower() not in UTTERANCES:
        return noun
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is not None:
        return owner
    by = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ in {"by", "from"}), None)
    if by is not None:
        return next((child for child in by.children if child.dep_ == "pobj"), noun)
    governor = noun.head
    while governor.dep_ in {"prep", "pobj", "dobj"} and governor.head.i != governor.i and depth:
        governor, depth = governor.head, depth - 1
    if noun.dep_ in {"dobj", "pobj"} and governor.pos_ == "VERB":
        return subject_of(governor, depth) or noun
    return noun


def cue_phrase(verb: Token) -> tuple[int, int]:
    """Return the tokens of a cue: the verb with auxiliaries, negation and particle close to it."""
    start, end = verb.i, verb.i + 1
    for child in verb.lefts:
        if child.dep_ in {"aux", "auxpass", "neg"} and verb.i - child.i <= 4:
            start = min(start, child.i)
    for child in verb.rights:
        if child.dep_ == "prt" and child.i == end:
            end += 1
    return start, end


def attribution_of(
    marked: MarkedText, verb: Token, rule: str, *, low: int = 0, high: int | None = None, confidence: float = 0.9
) -> Attribution:
    """Return the attribution of a cue verb, its subject by the parse and within [low, high)."""
    high = len(marked.tokens) if high is None else high
    cue_start, cue_end = cue_phrase(verb)
    subject = None if marked.long[verb.i] else subject_of(verb)
    speaker, head = None, -1
    if subject is None and verb.tag_ in _FINITE_TAGS:
        subject = _neighbour(marked, verb)
    if subject is not None:
        subject = _after_dateline(marked, subject, verb)
    if subject is not None and marked.pair_at[subject.i] < 0 and not _is_empty(subject):
        speaker, head = name_of(marked, subject, 0, len(marked.tokens)), subject.i
    start = min(cue_start, speaker[0]) if speaker and low <= speaker[0] < high else cue_start
    end = max(cue_end, speaker[1]) if speaker and low <= speaker[0] < high else cue_end
    return Attribution(cue_start, cue_end, verb.lemma_.lower(), speaker, head, rule, confidence, start, end)


def _is_empty(subject: Token) -> bool:
    """Say whether a subject names nobody: "there", "this", "what"."""
    return subject.lower_ in _EMPTY_SUBJECTS and subject.lower_ != "it"


def _neighbour(marked: MarkedText, verb: Token) -> Token | None:
    """Return the noun right before a finite verb whose subject the parse has missed, None when there is none."""
    number = verb.i - 1
    while number >= 0 and marked.tokens[number].pos_ in {"ADV", "AUX", "PART"}:
        number -= 1
    if number < 0 or marked.pair_at[number] >= 0:
        return None
    token = marked.tokens[number]
    return token if token.pos_ in {"NOUN", "PROPN"} or token.dep_ in _SUBJECTS else None


def _after_dateline(marked: MarkedText, subject: Token, verb: Token) -> Token:
    """Return the noun before the verb where the parse took a dateline for the subject: "GENEVA (UPI) - Reyes said"."""
    tokens = marked.tokens
    if subject.i >= verb.i or (
        subject.i and not marked.breaks[subject.i - 1] and not tokens[subject.left_edge.i].is_sent_start
    ):
        return subject
    for number in range(subject.i + 1, min(verb.i, subject.i + 14)):
        if tokens[number].text in DASHES and marked.pair_at[number] < 0:
            return _head_of_run(marked, number + 1, verb.i) or subject
    return subject


def attribution_after(marked: MarkedText, pair: int) -> Attribution | None:
    """Return the attribution after a closing mark: ``Q, said NP``; ``Q, according to NP``; ``Q - NP``."""
    start, end = marked.window_after(pair)
    tokens = marked.tokens
    last = marked.last_character(pair)
    comma = last in ",?!—–-…" or (start < end and tokens[start].text == ",")
    first = start
    while first < end and (tokens[first].is_punct or tokens[first].is_space):
        first += 1
    if first >= end:
        return _signature(marked, end)
    if tokens[first].lower_ == "according" and first + 2 < end and tokens[first + 1].lower_ == "to":
        return according_to(marked, tokens[first], end)
    if start < first and tokens[start].text in DASHES and (signed := _dash(marked, first, end)) is not None:
        return signed
    if not comma and marked.pairs[pair].closed and last == "." and marked.breaks[end - 1]:
        return None
    begun = _begins_before(marked, pair)
    if begun and not comma:
        return None
    verb = _verb_after(marked, first, end, strong=comma and not begun)
    if verb is None:
        return None
    if (last == "." or begun) and not _closes_clause(marked, verb, end):
        # "We won." Reyes said that ...: a new sentence with a content of its own.
        return None
    found = _speaker_around(marked, verb, first, end)
    if found is None:
        return None
    speaker, head = found
    cue_start, cue_end = cue_phrase(verb)
    confidence = 0.95 if comma and is_cue(verb) else 0.7
    return Attribution(
        cue_start, cue_end, verb.lemma_.lower(), speaker, head, "marks, attribution after", confidence, first, end
    )


def _begins_before(marked: MarkedText, pair: int) -> bool:
    """Say whether the sentence of a pair begins outside of it with more than a connective ("But")."""
    return marked.words_in(*marked.window_before(pair)) > 1


def _verb_after(marked: MarkedText, first: int, end: int, *, strong: bool) -> Token | None:
    """Return the cue verb after a quotation; ``strong``: after a comma any verb may be one."""
    for number in range(first, end):
        token = marked.tokens[number]
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass"}:
            continue
        if is_cue(token, marked=True) and (token.tag_ not in {"VB", "NN"} or (strong and number == first)):
            if token.tag_ == "VBN" and token.dep_ in {"acl", "amod", "relcl"} and number > first:
                continue
            return token
        if token.dep_ in {"relcl", "acl", "amod", "advcl", "appos", "conj", "pcomp"} and number > first:
            continue
        if not strong or token.tag_ not in {"VBD", "VBZ", "VBP"}:
            return None
        # "...," Harbour police chief Ana Reyes said: the parse takes nouns for verbs at times; a cue goes first.
        rest = marked.tokens[number + 1 : min(end, number + 9)]
        later = next((other for other in rest if is_cue(other) and other.tag_ in {"VBD", "VBZ"}), None)
        return later if later is not None and number == first + 1 else token
    return None


def _closes_clause(marked: MarkedText, verb: Token, end: int) -> bool:
    """Say whether a cue has no content of its own after it."""
    if marked.long[verb.i]:
        return False
    return not any(child.dep_ in {"ccomp", "xcomp", "dobj"} for child in verb.rights) and end - verb.i <= 12


def _speaker_around(marked: MarkedText, verb: Token, first: int, end: int) -> tuple[tuple[int, int] | None, int] | None:
    """Return the speaker beside a cue that follows a quotation; None when nothing there can be one."""
    tokens = marked.tokens
    before = [number for number in range(first, verb.i) if tokens[number].pos_ in _NOMINAL]
    subject = None if marked.long[verb.i] else subject_of(verb, 1)
    if subject is not None and first <= subject.i < end and subject.pos_ in _NOMINAL:
        return name_of(marked, subject, first, end), subject.i
    if before:
        head = _head_of_run(marked, first, verb.i)
        if head is not None:
            return name_of(marked, head, first, verb.i), head.i
    following = verb.i + 1
    while following < end and tokens[following].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "X"}:
        following += 1
    if not before and following > verb.i + 1:
        start = verb.i + 1
        if tokens[start].tag_ == "PRP" and tokens[start].lower_ in {"me", "him", "her", "us", "them"}:
            return None
        return _trim(marked, start, following, following - 1), following - 1
    return None


def _head_of_run(marked: MarkedText, first: int, end: int) -> Token | None:
    """Return the head of the noun phrase that begins an attribution: "The ministry, which had denied it, added"."""
    head = None
    for number in range(first, end):
        token = marked.tokens[number]
        if token.pos_ in {"NOUN", "PROPN", "PRON"} or (head is None and token.pos_ == "NUM"):
            head = token
        elif head is not None and token.pos_ not in {"PART", "ADJ", "NUM"}:
            break
    return head


def according_to(marked: MarkedText, token: Token, end: int) -> Attribution | None:
    """Return the attribution "according to NP"; the noun phrase ends before a time, a clause or a mark."""
    tokens = marked.tokens
    start = token.i + 2
    head = next((child for child in tokens[token.i + 1].children if child.dep_ == "pobj" and child.i < end), None)
    if head is None or marked.long[token.i]:
        head = _head_of_run(marked, start, min(end, start + 8))
    if head is None or marked.pair_at[head.i] >= 0:
        return None
    speaker = name_of(marked, head, start, end)
    return Attribution(
        token.i,
        token.i + 2,
        "according to",
        speaker,
        head.i,
        "according to",
        0.95,
        token.i,
        max(token.i + 2, speaker[1]),
    )


def _signature(marked: MarkedText, number: int) -> Attribution | None:
    """Return the attribution on the line after a quotation: "- Ana Reyes, mayor"."""
    tokens = marked.tokens
    while number < len(tokens) and tokens[number].is_space:
        number += 1
    if number >= len(tokens) or tokens[number].text not in DASHES or marked.pair_at[number] >= 0:
        return None
    end = number + 1
    while end < len(tokens) and end - number < 24 and not marked.breaks[end]:
        end += 1
    return _dash(marked, number + 1, end)


def _dash(marked: MarkedText, first: int, end: int) -> Attribution | None:
    """Return the attribution ``Q - NP``: a name alone on the rest of the line."""
    tokens = marked.tokens
    stop = end
    while stop > first and (tokens[stop - 1].is_punct or tokens[stop - 1].is_space):
        stop -= 1
    after = next((number for number in range(end, min(end + 3, len(tokens))) if not tokens[number].is_punct), end)
    alone = after >= len(tokens) or marked.breaks[after]
    if not alone or not 0 < stop - first <= 12 or any(token.pos_ in {"VERB", "AUX"} for token in tokens[first:stop]):
        return None
    if not tokens[first].text[:1].isupper():
        return None
    head = _head_of_run(marked, first, stop)
    if head is None:
        return None
    return Attribution(first - 1, first, "-", (first, stop), head.i, "dash", 0.8, first - 1, stop)


def attribution_before(marked: MarkedText, pair: int) -> Attribution | None:
    """Return the attribution before an opening mark: ``NP said: Q``; ``NP told NP, Q``; ``NP: Q``."""
    start, end = marked.window_before(pair)
    if start == end:
        return _line_before(marked, pair)
    return _leading(marked, start, end, marked.words(pair))


def _line_before(marked: MarkedText, pair: int) -> Attribution | None:
    """Return the attribution of a line that ends with a colon, for the quotation that begins the next line."""
    number = marked.first[pair] - 1
    while number >= 0 and marked.tokens[number].is_space:
        number -= 1
    if number < 0 or marked.tokens[number].text != ":" or marked.pair_at[number] >= 0:
        return None
    start = number
    while start > 0 and number - start < _WINDOW and not marked.ends_sentence(start - 1):
        start -= 1
    return _leading(marked, start, number + 1, 99)


def _leading(marked: MarkedText, start: int, end: int, words: int) -> Attribution | None:
    """Return the attribution in the tokens that lead up to a quotation."""
    tokens = marked.tokens
    last = end - 1
    while last > start and tokens[last].is_space:
        last -= 1
    sign = tokens[last].text
    colon, comma = sign == ":", sign in {",", "—", "–", "--"}
    inner = last if colon or comma else last + 1
    if inner > start + 2 and tokens[start].lower_ == "according" and comma:
        return according_to(marked, tokens[start], inner)
    verb = _verb_before(marked, start, inner, colon=colon, comma=comma)
    if verb is not None:
        rule = "marks, attribution before"
        found = attribution_of(marked, verb, rule, low=start, high=end, confidence=0.9 if colon or comma else 0.8)
        if found.speaker is not None or colon or comma:
            return found
        return None
    if colon and words > 2:
        return _colon(marked, start, last)
    return None


def _verb_before(marked: MarkedText, start: int, end: int, *, colon: bool, comma: bool) -> Token | None:
    """Return the cue verb nearest to a following quotation; without colon or comma only one right beside it."""
    tokens = marked.tokens
    number = end - 1
    if not colon and not comma:
        while number >= start and tokens[number].lower_ in {"that", ",", "“"}:
            number -= 1
        token = tokens[number] if number >= start else None
        return token if token is not None and is_cue(token) and marked.pair_at[token.i] < 0 else None
    governors: set[int] = set()
    while number >= start:
        token = tokens[number]
        if (
            marked.pair_at[number] < 0
            and is_cue(token, marked=colon)
            and token.tag_ != "NN"
            and token.dep_ not in {"aux", "amod"}
        ):
            # She argued that it would be better, "because ...": the content begins outside the marks.
            return None if governors - {number} else token
        if (
            comma
            and token.pos_ == "VERB"
            and token.tag_ in {"VBD", "VBZ", "VBP"}
            and token.dep_ not in {"relcl", "acl", "advcl"}
        ):
            return None
        if comma and token.dep_ in _SUBJECTS and token.head.dep_ != "relcl":
            governors.add(token.head.i)
        number -= 1
    return None


def _colon(marked: MarkedText, start: int, colon: int) -> Attribution | None:
    """Return the attribution of a colon without a verb of saying: a name, or the subject of what stands before it."""
    tokens = marked.tokens
    verbs = [token for token in tokens[start:colon] if token.pos_ in {"VERB", "AUX"} and marked.pair_at[token.i] < 0]
    subject = None
    if verbs and not marked.long[verbs[0].i]:
        subject = next((found for verb in verbs if (found := subject_of(verb, 2)) is not None), None)
    elif not verbs and colon - start <= 12:
        subject = _head_of_run(marked, start, colon)
    if subject is None or not start <= subject.i < colon or marked.pair_at[subject.i] >= 0:
        return None
    if subject.lower_ in _EMPTY_SUBJECTS:
        return None
    speaker = name_of(marked, subject, start, colon)
    return Attribution(colon, colon + 1, ":", speaker, subject.i, "colon", 0.7, start, colon + 1)
