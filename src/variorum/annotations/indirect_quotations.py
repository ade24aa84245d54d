"""Indirect and mixed quotations: the clause, infinitive or phrase that a verb or noun of saying governs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.attributions import (
    DASHES,
    Attribution,
    MarkedText,
    according_to,
    attribution_of,
    is_cue,
    name_of,
    subject_of,
)
from variorum.annotations.cues import (
    ADDRESSING,
    BELIEF,
    CALLING,
    SAYING,
    SAYING_ABOUT,
    SAYING_INFINITIVE,
    SAYING_MARKED,
    SAYING_NOUNS,
    SAYING_OBJECT,
    SHOWING,
)
from variorum.annotations.direct_quotations import Found, looks_like_title
from variorum.model.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEAKING = SAYING | CALLING
_SPEAKING_MARKED = SAYING_MARKED | CALLING
#: Verbs whose marked words may be capitalised like a title and yet be said: "chanted 'Lower The Dues'".
_SHOUTING = frozenset({"chant", "shout", "yell", "scream"})
_EDGE = ".,;:—–-!?…"
#: Words after a content that tell more of the outlet's own; tags of words that only go on with a clause.
_OUTSIDE = frozenset({"according", "while", "as", "when", "after", "in", "during", "on", "at"})
_GOES_ON = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_indirect(marked: MarkedText, taken: set[int]) -> list[Found]:
    """Return the quotations that clauses make; ``taken`` holds the cue tokens that marks have used already."""
    found: list[Found] = []
    for token in marked.tokens:
        if marked.pair_at[token.i] >= 0 or token.i in taken or marked.long[token.i]:
            continue
        made = _from_token(marked, token)
        if made is not None:
            found.append(made)
    return found


def _from_token(marked: MarkedText, token: Token) -> Found | None:
    """Return the quotation that a token introduces, or None."""
    lemma = token.lemma_.lower()
    if token.lower_ == "according":
        return _from_according(marked, token)
    if token.pos_ == "VERB" or token.dep_ == "ROOT":
        if lemma in SAYING and (made := _from_clause(marked, token, "clause")) is not None:
            return made
        if lemma in CALLING and (made := _from_calling(marked, token)) is not None:
            return made
        if lemma in SAYING_INFINITIVE and (made := _from_infinitive(marked, token, "infinitive")) is not None:
            return made
        if lemma in SAYING_OBJECT and (made := _from_object(marked, token)) is not None:
            return made
        if lemma in BELIEF and (made := _from_belief(marked, token)) is not None:
            return made
        if lemma == "make" and (made := _from_clear(marked, token)) is not None:
            return made
        if (made := _from_preposition(marked, token, lemma)) is not None:
            return made
    if lemma == "be" and token.pos_ in {"AUX", "VERB"}:
        return _from_copula(marked, token)
    if token.text == ":":
        return _from_colon(marked, token)
    if token.pos_ == "NOUN" and lemma in SAYING_NOUNS:
        return _from_noun(marked, token)
    return None


def _content(marked: MarkedText, start: int, end: int) -> tuple[Span, tuple[int, ...]] | None:
    """Return the words of the tokens [start, end) as a span, grown over marks that it cuts, with the pairs in it."""
    tokens = marked.tokens
    while start < end and (tokens[start].is_space or tokens[start].text in _EDGE or tokens[start].lower_ == "that"):
        start += 1
    for number in range(start, end):
        if marked.breaks[number]:
            end = number
            break
    while end > start and (tokens[end - 1].is_space or tokens[end - 1].text in _EDGE):
        end -= 1
    if start >= end:
        return None
    first, last = marked.pair_at[start], marked.pair_at[end - 1]
    if first >= 0:
        start = marked.first[first]
    if last >= 0:
        end = marked.after[last]
    pairs = tuple(sorted({marked.pair_at[number] for number in range(start, end)} - {-1}))
    return marked.span(start, end), pairs


def _found(
    marked: MarkedText, ranges: list[tuple[int, int]], attribution: Attribution, rule: str, confidence: float
) -> Found | None:
    """Return a quotation of token ranges, or None when nothing is left of them."""
    contents = [content for start, end in ranges if (content := _content(marked, start, end)) is not None]
    if not contents:
        return None
    pairs = tuple(pair for _, inside in contents for pair in inside)
    return Found(tuple(span for span, _ in contents), pairs, attribution, rule, confidence)


def find_marked_phrases(marked: MarkedText, taken: set[int]) -> list[Found]:
    """Return what a verb governs where part of it stands in marks: `they hailed a "new dawn"`."""
    found: list[Found] = []
    for pair in range(len(marked.pairs)):
        if pair in taken or marked.long[marked.first[pair]]:
            continue
        made = _around_marks(marked, pair)
        if made is not None and not taken.intersection(made.pairs):
            found.append(made)
            taken.update(made.pairs)
    return found


def find_reported_phrases(marked: MarkedText, found: list[Found]) -> list[Found]:
    """Return marked words inside what another one reports: `the agency reported that Reyes hailed a "new dawn"`."""
    nested: list[Found] = []
    cues = {item.attribution.cue_end for item in found if item.attribution is not None}
    for outer in found:
        if outer.rule != "clause" or outer.attribution is None:
            continue
        for pair in outer.pairs:
            made = None if marked.long[marked.first[pair]] else _around_marks(marked, pair)
            if made is None or made.attribution is None or made.attribution.cue_end in cues:
                continue
            verb = marked.tokens[made.attribution.cue_end - 1]
            own = made.attribution.head not in {-1, outer.attribution.head}
            if own and verb.dep_ == "ccomp" and verb.head.i == outer.attribution.cue_end - 1:
                nested.append(made)
                cues.add(made.attribution.cue_end)
    return nested


def _around_marks(marked: MarkedText, pair: int) -> Found | None:
    """Return the complement of the verb that governs a pair of marks."""
    first, after = marked.first[pair], marked.after[pair]
    top = next(
        (token for token in marked.tokens[first:after] if marked.pair_at[token.head.i] != pair and not token.is_punct),
        None,
    )
    if top is None:
        return None
    part = top
    for _ in range(12):
        verb = part.head
        if verb.i == part.i:
            return None
        if (
            verb.pos_ == "VERB"
            and marked.pair_at[verb.i] < 0
            and verb.i < first
            and part.dep_ not in {"relcl", "acl", "advcl", "nsubj", "conj"}
        ):
            break
        part = verb
    else:
        return None
    cue = verb
    if verb.lemma_.lower() not in _SPEAKING_MARKED and verb.dep_ in {"ccomp", "xcomp"} and is_cue(verb.head):
        # Talks that he claimed covered "all questions": he says so, not the talks.
        cue = verb.head
    elif verb.lemma_.lower() not in _SPEAKING_MARKED:
        cue = _parenthetic_cue(verb) or verb
    lemma = cue.lemma_.lower()
    if lemma not in _SPEAKING_MARKED or (looks_like_title(marked, pair) and lemma not in CALLING | _SHOUTING):
        return None
    attribution = attribution_of(marked, cue, "marked phrase", confidence=0.6)
    if attribution.speaker is None or marked.pair_at[cue.i] >= 0:
        return None
    start, end = part.left_edge.i, max(part.right_edge.i + 1, after)
    if part.dep_ == "prep":
        start += 1
    return _found(marked, [(max(start, verb.i + 1), _cut(marked, start, end))], attribution, "marked phrase", 0.6)


def _parenthetic_cue(verb: Token) -> Token | None:
    """Return the cue that the parse has hung on the subject: "claimed" in `talks he claimed covered "all"`."""
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return None
    for child in subject.rights:
        if child.dep_ == "relcl" and child.i == verb.i - 1 and child.lemma_.lower() in SAYING:
            return child
    return None


def _from_clause(marked: MarkedText, verb: Token, rule: str) -> Found | None:
    """Return the clause that a verb of saying governs, before, after or around it."""
    clause = next(
        (child for child in verb.children if child.dep_ == "ccomp" and marked.pair_at[child.left_edge.i] < 0), None
    )
    if clause is None:
        clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    attribution = attribution_of(marked, verb, rule, confidence=0.85)
    if clause is not None and verb.lemma_.lower() in SHOWING and not _is_finite(clause):
        # A video showed Reyes greeting the guests: nobody says so.
        return None
    if clause is None:
        return _from_parenthesis(marked, verb, attribution, rule)
    if clause.i < verb.i and not _preposed(marked, verb, attribution):
        clause = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
        if clause is None:
            return None
    if clause.i < verb.i:
        end = attribution.start if clause.i < attribution.start <= verb.i else verb.i
        start = _after_dateline(marked, clause.left_edge.i, min(end, clause.right_edge.i + 1))
        return _found(marked, [(start, min(end, clause.right_edge.i + 1))], attribution, rule, 0.85)
    start = _clause_beginning(verb, clause)
    end = _cut(marked, start, clause.right_edge.i + 1, verb)
    return _found(marked, [(start, _extended(marked, end))], attribution, rule, 0.85)


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


def _is_finite(clause: Token) -> bool:
    """Say whether a clause has a finite verb."""
    return clause.tag_ in {"VBD", "VBZ", "VBP", "MD"} or any(
        child.dep_ in {"aux", "auxpass"} and child.tag_ in {"VBD", "VBZ", "VBP", "MD"} for child in clause.lefts
    )


def _from_object(marked: MarkedText, verb: Token) -> Found | None:
    """Return what somebody denies, rejects, announces as a noun phrase: "rejected the idea of leaving"."""
    target = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if target is None or target.pos_ not in {"NOUN", "PROPN"} or marked.pair_at[target.i] >= 0:
        return None
    attribution = attribution_of(marked, verb, "object", confidence=0.6)
    if attribution.speaker is None:
        return None
    start, end = target.left_edge.i, target.right_edge.i + 1
    if end - start < 3:
        return None
    return _found(marked, [(start, _cut(marked, start, end))], attribution, "object", 0.6)


def _clause_beginning(verb: Token, clause: Token) -> int:
    """Return where the content begins; a subject that the parse took for the object of the cue belongs to it."""
    start = max(int(clause.left_edge.i), int(verb.i) + 1)
    if any(child.dep_ in {"nsubj", "nsubjpass", "mark", "expl", "csubj"} for child in clause.lefts):
        return start
    if verb.lemma_.lower() in ADDRESSING:
        return start
    for child in verb.rights:
        if child.dep_ in {"dobj", "nsubj"} and child.i < clause.i and clause.tag_ not in {"VB", "VBG"}:
            return int(child.left_edge.i)
    return start


def _extended(marked: MarkedText, end: int) -> int:
    """Return where a content ends that the parse has cut short: with the sentence, unless another clause follows."""
    tokens = marked.tokens
    stop = end
    while stop < len(tokens) and stop - end < 60 and not marked.ends_sentence(stop):
        if marked.pair_at[stop] >= 0 and marked.is_complete(marked.pair_at[stop]):
            stop = marked.after[marked.pair_at[stop]]
            break
        stop += 1
    first = end
    while first < stop and (tokens[first].is_punct or tokens[first].is_space):
        first += 1
    if first >= stop or tokens[first].lower_ in _OUTSIDE:
        return end
    if tokens[first].tag_ in {"VBG", "IN", "WRB", "WP", "WDT"} and tokens[first].lower_ not in {"than", "for", "of"}:
        return end
    for number in range(first, stop):
        token = tokens[number]
        if token.tag_ in _GOES_ON and "relcl" not in {token.dep_, token.head.dep_}:
            return end
    return stop


def _after_dateline(marked: MarkedText, start: int, end: int) -> int:
    """Return where a content begins after a dateline: "GENEVA, May 2 (Reuters) - The talks failed, ..."."""
    tokens = marked.tokens
    for number in range(start, min(start + 14, end)):
        if tokens[number].text in DASHES and tokens[start].is_upper and tokens[start].is_alpha:
            return number + 1
    return start


def _cut(marked: MarkedText, start: int, end: int, verb: Token | None = None) -> int:
    """Return where a content ends that another attribution follows: ", adding that ..."; ", according to ..."."""
    for number in range(start + 1, end):
        token = marked.tokens[number]
        if marked.pair_at[number] >= 0:
            continue
        again = token.lower_ == "according" or (token.tag_ == "VBG" and token.lemma_.lower() in SAYING)
        if again and marked.tokens[number - 1].text == ",":
            return number
        told = token.dep_ == "conj" or (token.dep_ == "nsubj" and token.head.dep_ == "conj")
        if (
            told
            and token.lemma_.lower() in SAYING_NOUNS
            and number + 1 < end
            and marked.tokens[number + 1].tag_ == "VBD"
        ):
            # ... that she would come, and rumours surfaced that ...
            left = int(token.left_edge.i)
            return left - 1 if left - 1 > start and marked.tokens[left - 1].dep_ == "cc" else left
        if verb is not None and token.dep_ == "conj" and _joins_cue(token, verb):
            join = _conjunction_of(token, start)
            if join is not None:
                return join
    return end


def _joins_cue(conjunct: Token, verb: Token) -> bool:
    """Say whether a verb inside a content goes with the cue: `said it would fail but praised the effort`."""
    if conjunct.tag_ not in {"VBD", "VBZ", "VBG"}:
        return False
    if conjunct.tag_ == verb.tag_ and conjunct.lemma_.lower() in _SPEAKING:
        return True
    modal = any(child.tag_ == "MD" for child in conjunct.head.lefts)
    return modal and conjunct.tag_ in {"VBD", "VBZ"} and not any(child.dep_ == "aux" for child in conjunct.lefts)


def _conjunction_of(verb: Token, low: int) -> int | None:
    """Return the token of the "and" or "but" that joins a verb without a subject of its own, else None."""
    if any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.lefts):
        return None
    joins = [child.i for child in verb.head.children if child.dep_ == "cc" and low < child.i < verb.i]
    return joins[-1] if joins else None


def _from_parenthesis(marked: MarkedText, verb: Token, attribution: Attribution, rule: str) -> Found | None:
    """Return the sentence that a cue stands in between commas: "The plan, she said, would fail"."""
    if attribution.speaker is None:
        return None
    if verb.dep_ != "parataxis":
        return _from_commas(marked, verb, attribution, rule)
    head = verb.head
    left, right = verb.left_edge.i, verb.right_edge.i + 1
    start, end = head.left_edge.i, head.right_edge.i + 1
    ranges = [(start, left), (right, end)]
    return _found(marked, [(low, high) for low, high in ranges if low < high], attribution, rule + ", parenthesis", 0.8)


def _from_commas(marked: MarkedText, verb: Token, attribution: Attribution, rule: str) -> Found | None:
    """Return the sentence around an attribution that the parse has not seen: "The plan, Reyes said, failed"."""
    tokens, speaker = marked.tokens, attribution.speaker
    if speaker is None or verb.tag_ not in {"VBD", "VBZ", "VBP"} or abs(verb.i - speaker[0]) > 12:
        return None
    if verb.dep_ == "relcl" or any(child.dep_ in {"dobj", "dative", "intj", "advcl", "xcomp"} for child in verb.rights):
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
    if not any(tokens[number].tag_ in _GOES_ON for low, high in ranges for number in range(low, high)):
        return None
    return _found(marked, ranges, attribution, rule + ", commas", 0.7)


def _from_infinitive(marked: MarkedText, verb: Token, rule: str) -> Found | None:
    """Return what somebody promises, refuses or asks to do."""
    clause = next((child for child in verb.rights if child.dep_ in {"xcomp", "ccomp"} and child.tag_ == "VB"), None)
    if clause is None or not any(child.tag_ == "TO" for child in clause.lefts):
        return None
    attribution = attribution_of(marked, verb, rule, confidence=0.75)
    if attribution.speaker is None:
        return None
    start = clause.left_edge.i
    subject = next((child for child in verb.rights if child.dep_ in {"dobj", "dative"} and child.i < clause.i), None)
    if subject is not None:
        start = subject.left_edge.i
    return _found(marked, [(start, _cut(marked, start, clause.right_edge.i + 1))], attribution, rule, 0.75)


def _from_calling(marked: MarkedText, verb: Token) -> Found | None:
    """Return what somebody calls something ("called the vote a sham") or calls on somebody to do."""
    lemma = verb.lemma_.lower()
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and not any(child.dep_ == "agent" for child in verb.rights):
        # A group called Open Door: nobody calls it so.
        return None
    attribution = attribution_of(marked, verb, "calling", confidence=0.8)
    if attribution.speaker is None:
        return None
    rights = [child for child in verb.rights if child.dep_ in {"oprd", "dobj", "ccomp", "attr", "xcomp"}]
    if lemma == "call":
        on = next((child for child in verb.rights if child.dep_ == "prep" and child.lower_ in {"on", "upon"}), None)
        act = next((child for child in rights if child.tag_ == "VB"), None)
        if on is not None and act is not None and on.i < act.i:
            return _found(
                marked, [(on.i + 1, _cut(marked, on.i + 1, act.right_edge.i + 1))], attribution, "calling", 0.8
            )
    like = next((child for child in verb.rights if child.dep_ == "prep" and child.lower_ == "as"), None)
    if like is not None and lemma != "call":
        start = min([child.left_edge.i for child in rights if child.i < like.i] + [like.i + 1])
        return _found(marked, [(start, like.right_edge.i + 1)], attribution, "calling", 0.8)
    if lemma not in {"call", "label", "dub", "term", "brand"} or not rights:
        return None
    start, end = min(child.left_edge.i for child in rights), max(child.right_edge.i + 1 for child in rights)
    predicated = any(child.dep_ in {"oprd", "attr"} or child.dep_ == "ccomp" for child in rights)
    free = any(child.tag_ == "WP" for child in verb.lefts)
    if not predicated and not free and all(marked.pair_at[number] < 0 for number in range(start, end)):
        # They called voters: a telephone call.
        return None
    return _found(marked, [(start, end)], attribution, "calling", 0.8)


def _from_copula(marked: MarkedText, verb: Token) -> Found | None:
    """Return what a message or claim is: "their argument is that prices would fall"."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    clause = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    if (
        subject is None
        or clause is None
        or subject.lemma_.lower() not in SAYING_NOUNS
        or marked.pair_at[clause.left_edge.i] >= 0
    ):
        return None
    owner = next((child for child in subject.lefts if child.dep_ == "poss" and marked.pair_at[child.i] < 0), None)
    speaker = name_of(marked, owner, 0, len(marked.tokens)) if owner is not None else None
    head = owner.i if owner is not None else -1
    lemma = subject.lemma_.lower()
    attribution = Attribution(
        subject.i, subject.i + 1, lemma, speaker, head, "noun", 0.7, subject.left_edge.i, verb.i + 1
    )
    return _found(marked, [(clause.left_edge.i, clause.right_edge.i + 1)], attribution, "noun", 0.7)


def _from_clear(marked: MarkedText, verb: Token) -> Found | None:
    """Return what somebody makes clear: "made it clear that they would stay"."""
    clear = next((child for child in verb.rights if child.lower_ in {"clear", "plain"}), None)
    if clear is None:
        return None
    clause = next(
        (child for child in (*clear.rights, *verb.rights) if child.dep_ in {"ccomp", "advcl"} and child.i > clear.i),
        None,
    )
    if clause is None or not _is_finite(clause):
        return None
    attribution = attribution_of(marked, verb, "clause", confidence=0.8)
    if attribution.speaker is None:
        return None
    return _found(
        marked,
        [(clause.left_edge.i, _cut(marked, clause.left_edge.i, clause.right_edge.i + 1))],
        attribution,
        "clause",
        0.8,
    )


def _from_belief(marked: MarkedText, verb: Token) -> Found | None:
    """Return what somebody is said to believe or fear, told of third persons."""
    clause = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    subject = subject_of(verb)
    if (
        clause is None
        or subject is None
        or subject.lower_ in {"i", "we", "you", "it", "one", "nobody"}
        or not _is_finite(clause)
    ):
        return None
    if any(child.dep_ == "neg" for child in verb.lefts):
        return None
    return _from_clause(marked, verb, "belief")


def _from_colon(marked: MarkedText, colon: Token) -> Found | None:
    """Return what stands after a name and a colon that begin a line: "Reyes: talks will go on"."""
    tokens = marked.tokens
    start = colon.i
    while start > 0 and colon.i - start < 8 and not marked.breaks[start - 1]:
        start -= 1
    if (start > 0 and not marked.breaks[start - 1]) or start == colon.i:
        return None
    name = tokens[start : colon.i]
    if any(token.pos_ in {"VERB", "AUX"} for token in name) or not any(
        token.ent_type_ in {"PERSON", "ORG", "GPE"} for token in name
    ):
        return None
    end = colon.i + 1
    while end < len(tokens) and not marked.breaks[end]:
        end += 1
    if end - colon.i < 5 or not any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in tokens[colon.i : end]):
        return None
    head = next((token for token in name if token.ent_type_ in {"PERSON", "ORG", "GPE"}), name[0])
    last = head.i
    while last + 1 < colon.i and tokens[last + 1].ent_type_ == head.ent_type_ and tokens[last + 1].pos_ == "PROPN":
        last += 1
    attribution = Attribution(colon.i, colon.i + 1, ":", (head.i, last + 1), last, "colon", 0.7, start, colon.i + 1)
    return _found(marked, [(colon.i + 1, end)], attribution, "colon, no marks", 0.7)


def _from_preposition(marked: MarkedText, verb: Token, lemma: str) -> Found | None:
    """Return what somebody calls for, warns of, complains about."""
    for child in verb.rights:
        if child.dep_ != "prep" or (lemma, child.lower_) not in SAYING_ABOUT:
            continue
        attribution = attribution_of(marked, verb, "phrase", confidence=0.7)
        if attribution.speaker is None:
            return None
        return _found(
            marked, [(child.i + 1, _cut(marked, child.i + 1, child.right_edge.i + 1))], attribution, "phrase", 0.7
        )
    return None


def _from_according(marked: MarkedText, token: Token) -> Found | None:
    """Return the clause that "according to NP" belongs to."""
    tokens = marked.tokens
    if token.i + 2 >= len(tokens) or tokens[token.i + 1].lower_ != "to":
        return None
    end = token.i
    while end < len(tokens) and end - token.i < 200 and not marked.ends_sentence(end):
        end += 1
    start = token.i
    while start > 0 and token.i - start < 200 and not marked.ends_sentence(start - 1):
        start -= 1
    attribution = according_to(marked, token, end)
    if attribution is None:
        return None
    while start < token.i and tokens[start].is_space:
        start += 1
    if token.i - start <= 1:
        after = attribution.end
        while after < end and tokens[after].text != ",":
            after += 1
        return _found(marked, [(after, end)], attribution, "according to", 0.85)
    return _found(marked, [(start, token.i)], attribution, "according to", 0.8)


def _from_noun(marked: MarkedText, noun: Token) -> Found | None:
    """Return the clause of a noun of saying: "the claim that ...", "her promise to ..."."""
    clause = next((child for child in noun.rights if child.dep_ in {"acl", "ccomp"}), None)
    if clause is None or not any(child.lower_ in {"that", "to"} for child in clause.lefts):
        return None
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is None and noun.dep_ in {"dobj", "pobj", "attr"}:
        governor = noun.head
        while governor.dep_ in {"prep", "pobj"} and governor.head.i != governor.i:
            governor = governor.head
        owner = subject_of(governor, 3) if governor.pos_ == "VERB" else None
    if owner is not None and marked.pair_at[owner.i] >= 0:
        owner = None
    speaker = name_of(marked, owner, 0, len(marked.tokens)) if owner is not None else None
    head = owner.i if owner is not None else -1
    attribution = Attribution(noun.i, noun.i + 1, noun.lemma_.lower(), speaker, head, "noun", 0.7, noun.i, noun.i + 1)
    return _found(
        marked, [(clause.left_edge.i, _cut(marked, clause.i, clause.right_edge.i + 1))], attribution, "noun", 0.7
    )
