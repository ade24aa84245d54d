"""Frames of marks: who says what stands in quotation marks, read off the words before or after the marks.

``Q, said NP``; ``Q, according to NP``; ``Q - NP``; ``NP said: Q``; ``NP told NP, Q``; ``NP: Q``. Where marks have led
the parser astray, the words between the closing mark and the cue are the speaker ("..., said Reyes").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.quotations.attributions import (
    EMPTY_SUBJECTS,
    Attribution,
    according_to,
    attribution_of,
    cue_phrase,
    is_cue,
    name_of,
    only_shows,
    subject_of,
    trim_name,
)
from variorum.annotations.quotations.marked_text import CUE_WINDOW
from variorum.annotations.quotations.missed_subjects import DASHES, FINITE_TAGS, SUBJECTS, head_of_run

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotations.quotations.marked_text import MarkedText

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_OBJECTS = frozenset({"ccomp", "xcomp", "dobj"})
#: Signs before a closing mark after which what was said does not go on outside.
_CLOSING = ",.?!…"
_SHOWING = frozenset({"show", "hear", "record", "film", "capture", "depict"})
#: Fewer marked words without a comma before "she said" belong to the sentence around them.
_WORDS = 5
#: Commas after a closing mark that are tried, and tokens between such a comma and its cue.
_COMMAS_BEHIND, _NAME_TOKENS = 4, 12
#: A name begins so many tokens behind such a comma at most.
_NAME_BEGINS = 2


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
    if verb is None or (not comma and last not in _CLOSING and verb.i != first and marked.words(pair) < _WORDS):
        return None  # `"Late birds" have demanded a later bus`: the marked words are somebody.
    verb = _shown_telling(marked, verb, end) or verb
    if (last == "." or begun) and not _closes_clause(marked, pair, verb, end):
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


def attribution_behind(marked: MarkedText, pair: int) -> tuple[int, Attribution] | None:
    """Return the comma and attribution after words that go on beyond a closing mark: `"Late" for a quay, she said`."""
    start, end = marked.window_after(pair)
    if marked.last_character(pair) in _CLOSING:
        return None
    tokens = marked.tokens
    commas = [number for number in range(start + 1, end - 1) if tokens[number].text == ","]
    for comma in commas[:_COMMAS_BEHIND]:
        if tokens[comma + 1].lower_ == "as" or any(
            is_cue(token) and token.tag_ in FINITE_TAGS for token in tokens[start:comma]
        ):
            return None
        verb = _verb_after(marked, comma + 1, end, strong=False)
        if verb is None or not is_cue(verb) or verb.tag_ not in FINITE_TAGS or verb.i - comma > _NAME_TOKENS:
            continue
        found = _speaker_around(marked, verb, comma + 1, end)
        speaker, head = found if found is not None else (None, -1)
        if speaker is None or any(child.dep_ in _OBJECTS for child in verb.rights):
            continue
        if comma + _NAME_BEGINS < min(speaker[0], verb.i):
            continue  # `"lost" for a day, but was on the way that she says`: no name stands behind the comma.
        cue_start, cue_end = cue_phrase(verb)
        rule = "marks, attribution after"
        return comma, Attribution(cue_start, cue_end, verb.lemma_.lower(), speaker, head, rule, 0.8, comma, end)
    return None


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
        if not strong or (token.tag_ not in {"VBD", "VBZ", "VBP"} and number > first):
            return None
        # "...," Harbour police chief Ana Reyes said: the parse takes nouns for verbs at times; a cue goes first.
        rest = marked.tokens[number + 1 : min(end, number + 9)]
        later = next((other for other in rest if is_cue(other) and other.tag_ in {"VBD", "VBZ"}), None)
        if later is not None and number <= first + 1:
            return later
        return token if token.tag_ in {"VBD", "VBZ", "VBP"} else None
    return None


def _shown_telling(marked: MarkedText, verb: Token, end: int) -> Token | None:
    """Return the telling that something shows: `"We won," the recording shows Reyes telling the crew`."""
    if verb.lemma_.lower() not in _SHOWING:
        return None
    for token in marked.tokens[verb.i + 1 : end]:
        told = token.tag_ in {"VBG", "VB"} and is_cue(token)
        own = any(child.dep_ in SUBJECTS for child in token.lefts) or (token.dep_ == "acl" and token.head.i > verb.i)
        if told and own:
            return token
    return None


def _closes_clause(marked: MarkedText, pair: int, verb: Token, end: int) -> bool:
    """Say whether a cue has no content of its own after it."""
    if marked.long[verb.i]:
        return False
    # Behind a colon the marks that follow are the other half: “It rests on one man,” she said, “and he is gone.”
    led = marked.first[pair] > 0 and marked.tokens[marked.first[pair] - 1].text == ":"
    own = (child for child in verb.rights if not (led and marked.pair_at[child.i] >= 0))
    return not any(child.dep_ in {"ccomp", "xcomp", "dobj"} for child in own) and end - verb.i <= 12


def _speaker_around(marked: MarkedText, verb: Token, first: int, end: int) -> tuple[tuple[int, int] | None, int] | None:
    """Return the speaker beside a cue that follows a quotation; None when nothing there can be one."""
    tokens = marked.tokens
    before = [number for number in range(first, verb.i) if tokens[number].pos_ in _NOMINAL]
    subject = None if marked.long[verb.i] else subject_of(verb, 1)
    if subject is not None and first <= subject.i < end and subject.pos_ in _NOMINAL:
        return name_of(marked, subject, first, end), subject.i
    if before:
        head = head_of_run(marked, first, verb.i)
        if head is not None:
            return name_of(marked, head, first, verb.i), head.i
    following = verb.i + 1
    while following < end and tokens[following].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "X"}:
        following += 1
    if not before and following > verb.i + 1:
        start = verb.i + 1
        if tokens[start].tag_ == "PRP" and tokens[start].lower_ in {"me", "him", "her", "us", "them"}:
            return None
        return trim_name(marked, start, following, following - 1), following - 1
    return None


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
    head = head_of_run(marked, first, stop)
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
    while start > 0 and number - start < CUE_WINDOW and not marked.ends_sentence(start - 1):
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
    if verb is not None and only_shows(verb):
        return None
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
        if comma and token.dep_ in SUBJECTS and token.head.dep_ != "relcl":
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
        subject = head_of_run(marked, start, colon)
    if subject is None or not start <= subject.i < colon or marked.pair_at[subject.i] >= 0:
        return None
    if subject.lower_ in EMPTY_SUBJECTS:
        return None
    speaker = name_of(marked, subject, start, colon)
    return Attribution(colon, colon + 1, ":", speaker, subject.i, "colon", 0.7, start, colon + 1)
