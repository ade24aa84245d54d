"""Indirect and mixed quotations: the clause, infinitive or phrase that a verb or noun of saying governs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from variorum.annotations.quotations.attributions import Attribution, according_to, attribution_of, name_of, subject_of
from variorum.annotations.quotations.blocks import from_block
from variorum.annotations.quotations.content_choice import choose_content
from variorum.annotations.quotations.contents import Found, cut_content, found_in
from variorum.annotations.quotations.cues import GOVERNING, GOVERNING_NOUNS, SAYING, SAYING_NOUNS, UTTERANCES
from variorum.annotations.quotations.governed_contents import find_governed, governs
from variorum.annotations.quotations.leading_contents import from_as_clause, from_clause_before, from_parenthesis
from variorum.annotations.quotations.stated_contents import STATING, from_inverted, from_stated
from variorum.model.annotations import AttributionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotations.quotations.marked_text import MarkedText

#: Tokens of a sentence that is read for what an account is the source of.
_SENTENCE = 120
#: Nouns by which somebody is named as the source: "by her account", "in the mayor's words".
_ACCOUNTS = frozenset({"account", "telling", "reckoning", "estimate", "estimation", "words", "word"})
#: Verbs behind what is said: "the tapes could be used, she ruled".
_PREPOSED = SAYING | {"rule", "maintain", "reckon"}
#: The probability from which what a noun governs is held for said.
_LEAST_NOUN = 0.35
#: How far into a report, in code points, a name of the headline is looked for again.
_BODY = 20_000
#: Words that link "according to" to what comes after it: "he is 65 and, according to the club, retired".
_LINKS = frozenset({"and", "but", "that", "because", "while", "although"})
#: Lemmas of all words that may introduce what somebody says.
_INTRODUCING = GOVERNING | GOVERNING_NOUNS | _ACCOUNTS | STATING | {"accord", "according", "be", ":"}
_NAMED = frozenset({"PERSON", "ORG", "GPE"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_indirect(marked: MarkedText, taken: set[int]) -> list[Found]:
    """Return the quotations that clauses make; ``taken`` holds the cue tokens that marks have used already."""
    found: list[Found] = []
    introduces: dict[int, bool] = {}
    for number, token in enumerate(marked.tokens):
        lemma = token.lemma
        if lemma not in introduces:
            introduces[lemma] = token.lemma_.lower() in _INTRODUCING
        if not introduces[lemma] or marked.pair_at[number] >= 0 or number in taken or marked.long[number]:
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
    if lemma in STATING and (made := from_stated(marked, token)) is not None:
        return made
    if (token.pos_ in {"VERB", "AUX"} or token.dep_ == "ROOT") and lemma in GOVERNING:
        return _from_verb(marked, token, lemma)
    if lemma == "be" and token.pos_ in {"AUX", "VERB"}:
        return _from_copula(marked, token)
    if token.text == ":":
        return _from_colon(marked, token) or from_block(marked, token)
    if lemma in _ACCOUNTS and token.pos_ == "NOUN":
        return _from_account(marked, token)
    if token.pos_ == "NOUN" and lemma in GOVERNING_NOUNS:
        return _from_noun(marked, token)
    return None


def _from_verb(marked: MarkedText, verb: Token, lemma: str) -> Found | None:
    """Return what a verb governs: a clause before it, the stretch after it that the model chooses, or around it."""
    if lemma in SAYING and (made := from_inverted(marked, verb)) is not None:
        return made
    if lemma in _PREPOSED and (made := from_clause_before(marked, verb)) is not None:
        return made
    if lemma in SAYING and (made := _from_relative(marked, verb) or from_as_clause(marked, verb)) is not None:
        return made
    if (made := find_governed(marked, verb)) is not None:
        return made
    if lemma in SAYING and not any(child.dep_ == "ccomp" for child in verb.children):
        return from_parenthesis(marked, verb, attribution_of(marked, verb, "clause", confidence=0.85), "clause")
    return None


def _from_relative(marked: MarkedText, verb: Token) -> Found | None:
    """Return what is said in a relative clause that its cue is put into: "the quay, which Reyes said was rotten"."""
    if verb.dep_ != "relcl" or verb.tag_ not in _FINITE:
        return None
    clause = next((child for child in verb.rights if child.dep_ in {"ccomp", "xcomp"}), None)
    before = [*verb.lefts, *(clause.lefts if clause is not None else ())]
    relative = next((token for token in before if token.tag_ in {"WDT", "WP"} and token.i < verb.i), None)
    if clause is None or relative is None or not any(token.tag_ in _FINITE for token in (clause, *clause.lefts)):
        return None
    attribution = attribution_of(marked, verb, "clause", confidence=0.7)
    if attribution.speaker is None or not relative.i < attribution.head < verb.i:
        return None
    end = cut_content(marked, verb.i + 1, clause.right_edge.i + 1, verb)
    return found_in(marked, [(verb.i + 1, end)], attribution, "clause, relative", 0.7)


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
    return found_in(marked, [(clause.left_edge.i, clause.right_edge.i + 1)], attribution, "noun", 0.7)


def _from_colon(marked: MarkedText, colon: Token) -> Found | None:
    """Return what stands after a name and a colon that begin a line: "Reyes: talks will go on"."""
    tokens = marked.tokens
    start = colon.i
    while start > 0 and colon.i - start < 8 and not marked.breaks[start - 1]:
        start -= 1
    beside = colon.whitespace_ or colon.i + 1 == len(tokens) or tokens[colon.i + 1].is_space
    if (start > 0 and not marked.breaks[start - 1]) or start == colon.i or not beside:
        # "AP:Associated Press" names one agency twice.
        return None
    name = tokens[start : colon.i]
    headline = not any(marked.breaks[:start])
    known = headline and _is_known(marked, name)
    if any(token.pos_ in {"VERB", "AUX"} for token in name) or not (
        known or any(token.ent_type_ in _NAMED for token in name)
    ):
        return None
    end = colon.i + 1
    while end < len(tokens) and not marked.breaks[end]:
        end += 1
    told = known or any(token.tag_ in _FINITE for token in tokens[colon.i : end])
    if end - colon.i < 5 or not told:
        return None
    head = next((token for token in name if token.ent_type_ in _NAMED), name[-1])
    last = head.i
    while last + 1 < colon.i and tokens[last + 1].ent_type_ == head.ent_type_ and tokens[last + 1].pos_ == "PROPN":
        last += 1
    attribution = Attribution(colon.i, colon.i + 1, ":", (head.i, last + 1), last, "colon", 0.7, start, colon.i + 1)
    return found_in(marked, [(colon.i + 1, end)], attribution, "colon, no marks", 0.7)


def _is_known(marked: MarkedText, name: list[Token]) -> bool:
    """Say whether a headline begins with a poll or report, or with a name that the report goes on to use."""
    last = name[-1]
    if last.lemma_.lower() in UTTERANCES | {"poll"}:
        return True
    if last.pos_ not in {"NOUN", "PROPN"}:
        return False
    named = len(name) <= 3 and all(token.text[:1].isupper() and token.is_alpha for token in name)
    return named and f" {last.text} " in marked.text[last.idx + len(last) : _BODY]


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
    link = tokens[max(start, token.i - 1 - (tokens[token.i - 1].text == ","))]
    if token.i - start <= 1 or link.lower_ in _LINKS:
        after = attribution.end
        while after < end and tokens[after].text != ",":
            after += 1
        return found_in(marked, [(after, end)], attribution, "according to", 0.85)
    ranges = [(start, token.i)]
    comma = next((at for at in range(attribution.end, end) if tokens[at].text == ","), None)
    if comma is not None and not any(before.tag_ in _FINITE for before in tokens[start : token.i]):
        ranges.append((comma, end))  # "Residents, according to the Water Board, drink less."
    return found_in(marked, ranges, attribution, "according to", 0.8)


def _from_account(marked: MarkedText, noun: Token) -> Found | None:
    """Return the sentence that somebody's account is the source of: "It would cost a million, by her account"."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss" and marked.pair_at[child.i] < 0), None)
    preposition, tokens = noun.head, marked.tokens
    if owner is None or preposition.lower_ not in {"by", "in"} or preposition.i + 1 != owner.left_edge.i:
        return None
    first, after = preposition.i, noun.i + 1
    begins, comma = first == 0 or marked.ends_sentence(first - 1), tokens[first - 1].text == "," if first else False
    if not (begins and after < len(tokens) and tokens[after].text == ",") and not (
        comma and after < len(tokens) and marked.ends_sentence(after)
    ):
        return None
    start, end = (after + 1, after + 1) if begins else (first - 1, first - 1)
    while not begins and start > 0 and first - start < _SENTENCE and not marked.ends_sentence(start - 1):
        start -= 1
    while begins and end < len(tokens) and end - after < _SENTENCE and not marked.ends_sentence(end):
        end += 1
    if not any(token.tag_ in _FINITE for token in tokens[start:end]):
        return None
    speaker = (name_of(marked, owner, first, after)[0], owner.i + 1)
    attribution = Attribution(first, after, noun.lemma_.lower(), speaker, owner.i, "account", 0.75, first, after)
    return found_in(marked, [(start, end)], attribution, "account", 0.75)


def _from_noun(marked: MarkedText, noun: Token) -> Found | None:
    """Return what a noun of saying governs: "the claim that ...", "her promise to ..."."""
    chosen = choose_content(marked, noun)
    if chosen is None or chosen[1] < _LEAST_NOUN:
        return None
    complement, probability = chosen
    owner = _owner_of(noun)
    if owner is not None and marked.pair_at[owner.i] >= 0:
        owner = None
    speaker = name_of(marked, owner, 0, len(marked.tokens)) if owner is not None else None
    head = owner.i if owner is not None else -1
    probability = round(probability, 2)
    attribution = Attribution(
        noun.i, noun.i + 1, noun.lemma_.lower(), speaker, head, "noun", probability, noun.i, noun.i + 1
    )
    end = cut_content(marked, complement.start, complement.end)
    found = found_in(marked, [(complement.start, end)], attribution, "noun", probability)
    clause = marked.tokens[complement.first]
    told = head >= 0 and clause.dep_ in {"acl", "ccomp", "relcl"} and _is_told(marked, clause, complement.start)
    if found is not None and noun.lemma_.lower() == "belief":
        return replace(found, kind=AttributionKind.BELIEF)
    if found is None or told or any(governs(marked, noun, pair) for pair in found.pairs):
        return found
    return replace(found, kind=AttributionKind.SPEECH_ACT)


def _is_told(marked: MarkedText, clause: Token, start: int) -> bool:
    """Say whether what a noun governs is a clause with "that": "his claim that the dues were too high"."""
    that = marked.tokens[start].lower_ == "that" or (start > 0 and marked.tokens[start - 1].lower_ == "that")
    return that and (clause.tag_ in _FINITE or any(child.tag_ in _FINITE for child in clause.lefts))


def _owner_of(noun: Token) -> Token | None:
    """Return whose words a noun of saying names: its possessor, or who makes, gives or repeats them."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is None and noun.dep_ in {"dobj", "pobj", "attr"}:
        governor = noun.head
        while governor.dep_ in {"prep", "pobj"} and governor.head.i != governor.i:
            governor = governor.head
        owner = subject_of(governor, 3) if governor.pos_ == "VERB" else None
    return owner
