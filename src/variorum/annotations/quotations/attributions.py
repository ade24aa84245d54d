"""Attributions: who says it and with which words, read off the tokens outside the quotation marks.

An attribution is a cue with its speaker. The parse helps to find the subject of a cue; where marks have led the parser
astray, the words between the closing mark and the cue are the speaker ("..., said Reyes"; "..., the ministry added").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.annotations.quotations.cues import ADDRESSING, EVIDENCE, SAYING, SAYING_MARKED, UTTERANCES
from variorum.annotations.quotations.missed_subjects import (
    FINITE_TAGS,
    SUBJECTS,
    after_dateline_subject,
    after_participle,
    before_time,
    head_of_run,
    neighbour,
    not_a_time,
    participle_subject,
)
from variorum.word_lists import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotations.quotations.marked_text import MarkedText

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_QUOTING = frozenset({"quote", "cite"})
#: Verbs of asking somebody to do something, and of bringing somebody to do it.
_REQUESTING = frozenset({"urge", "order", "invite", "encourage", "request", "beg", "implore", "instruct"})
_BRINGING = listed("""
    prompt lead force cause drive push move allow help inspire induce compel persuade convince press get make let
""")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
EMPTY_SUBJECTS = frozenset({"it", "there", "this", "that", "which", "what"})
#: What stands before a noun in its phrase.
_BEFORE_NOUN = frozenset({"det", "poss", "amod", "compound", "nmod", "nummod"})
#: Dependents that do not belong to the naming of a speaker: "Reyes, who left office"; "state media on Tuesday".
_BEYOND_NAME = frozenset({"relcl", "acl", "advcl", "npadvmod", "punct", "appos", "parataxis", "advmod"})


class Attribution(Struct, frozen=True):
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
    return trim_name(marked, start, max(end, head.i + 1), head.i)


def _clause_start(marked: MarkedText, inner: int, low: int) -> int:
    """Return where the clause of the token ``inner`` begins."""
    return max(low, int(marked.tokens[inner].left_edge.i))


def trim_name(marked: MarkedText, start: int, end: int, head: int) -> tuple[int, int]:
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
    subjects = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    if subjects and is_addressed(verb):
        subjects = []  # "He was asked to leave": somebody asked him.
        depth = 0
    if subjects:
        # "The dam, which engineers warned could break": the one beside the verb warns.
        return _antecedent(subjects[-1] if subjects[0].lower_ in _RELATIVE else subjects[0], verb)
    for child in verb.rights:
        if child.dep_ == "agent":
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
        if child.dep_ in SUBJECTS:
            return child
    if depth == 0 or verb.head.i == verb.i:
        return None
    if (quoted := _quoted_person(verb) or _brought_to(verb)) is not None:
        return quoted
    if verb.dep_ == "acl" and verb.head.pos_ in _NOMINAL:
        return author_of(verb.head, depth - 1)
    if verb.dep_ == "relcl":
        return not_a_time(verb.head)
    if verb.dep_ == "conj" and (is_cue(verb) or reads_active(verb)) and verb.head.dep_ == "ccomp":
        # She confirmed that they had left but denied that ...: she denied it.
        outer = verb.head.head
        if is_cue(outer) and (outer.tag_ == verb.tag_ or reads_active(verb)):
            return subject_of(outer, depth - 1)
    if verb.dep_ in {"conj", "advcl", "xcomp", "pcomp", "prep", "dep", "parataxis", "ccomp"}:
        return subject_of(verb.head, depth - 1)
    return None


def is_addressed(verb: Token) -> bool:
    """Say whether the subject of a passive is who something is said to: "residents were told", "he was asked"."""
    passive = any(child.dep_ == "nsubjpass" for child in verb.lefts)
    return passive and verb.tag_ == "VBN" and verb.lemma_.lower() in ADDRESSING | _REQUESTING


def _brought_to(verb: Token) -> Token | None:
    """Return whom another one brings to say something: "the leak prompted the mayor to ask ..."."""
    if verb.dep_ != "xcomp" or verb.tag_ != "VB" or verb.head.lemma_.lower() not in _BRINGING:
        return None
    return next((child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i), None)


def _quoted_person(verb: Token) -> Token | None:
    """Return whom somebody quotes: "the agency quoted the minister as saying that ..."."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or verb.head.head.lemma_.lower() not in _QUOTING:
        return None
    quoting = verb.head.head
    return next((child for child in quoting.rights if child.dep_ == "dobj" and child.i < verb.i), None)


def is_told_by_text(verb: Token) -> bool:
    """Say whether a poll, a study or a report shows something, and not somebody guests around a house."""
    subject = subject_of(verb)
    return subject is not None and subject.lemma_.lower() in UTTERANCES | EVIDENCE


def only_shows(verb: Token) -> bool:
    """Say whether a thing without words shows what is marked (`pictures had shown "a ship"`): it says nothing."""
    if verb.lemma_.lower() != "show" or is_told_by_text(verb):
        return False
    subject = subject_of(verb, 1)
    return subject is not None and subject.pos_ == "NOUN" and not subject.ent_type_


def reads_active(verb: Token) -> bool:
    """Say whether a participle joined to a passive is a past tense: "it had been lost and mocked the search".

    A passive takes no object.
    """
    passive = any(child.dep_ == "auxpass" for child in verb.head.lefts)
    own = any(child.dep_ in {"auxpass", "aux"} for child in verb.lefts)
    return verb.tag_ == "VBN" and passive and not own and any(child.dep_ == "dobj" for child in verb.rights)


def _antecedent(subject: Token, verb: Token) -> Token:
    """Return what a relative pronoun stands for."""
    if subject.lower_ in _RELATIVE and verb.dep_ == "relcl" and verb.head.i < subject.i:
        return not_a_time(verb.head)
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
    subject = None if marked.long[verb.i] else _subject_before(marked, verb)
    speaker, head = None, -1
    if (subject is None or marked.pair_at[subject.i] >= 0) and verb.tag_ in FINITE_TAGS:
        subject = neighbour(marked, verb) or subject
    if subject is not None:
        subject = after_participle(marked, after_dateline_subject(marked, subject, verb), verb)
        subject = before_time(marked, subject, verb)
    if subject is not None and marked.pair_at[subject.i] < 0 and not _is_empty(subject):
        start, end = name_of(marked, subject, 0, len(marked.tokens))
        speaker, head = (_noun_start(subject, verb, start), end), subject.i
    start = min(cue_start, speaker[0]) if speaker and low <= speaker[0] < high else cue_start
    end = max(cue_end, speaker[1]) if speaker and low <= speaker[0] < high else cue_end
    return Attribution(cue_start, cue_end, verb.lemma_.lower(), speaker, head, rule, confidence, start, end)


def _subject_before(marked: MarkedText, verb: Token) -> Token | None:
    """Return the subject of a cue, and for ", adding that ..." that of the saying which it goes on with.

    "The offer followed one from Ana Reyes, who said in May that it was late, adding that it was dear": she added it.
    """
    found = participle_subject(marked, verb)
    if found is None or found.head.lemma_.lower() in SAYING:
        return found or subject_of(verb)
    for token in reversed(marked.tokens[found.i : verb.i]):
        if token.dep_ == "relcl" and is_cue(token) and token.tag_ in FINITE_TAGS and marked.pair_at[token.i] < 0:
            return subject_of(token, 1) or found
    return found


def _noun_start(subject: Token, verb: Token, start: int) -> int:
    """Return the first token of a speaker whom the parse has taken for one noun with its cue: "its curator claims"."""
    if subject.head.i != verb.i or subject.dep_ not in _BEFORE_NOUN:
        return start
    return min(start, *(int(child.left_edge.i) for child in verb.lefts if child.dep_ in _BEFORE_NOUN))


def _is_empty(subject: Token) -> bool:
    """Say whether a subject names nobody: "there", "this", "what"."""
    return subject.lower_ in EMPTY_SUBJECTS and subject.lower_ != "it"


def according_to(marked: MarkedText, token: Token, end: int) -> Attribution | None:
    """Return the attribution "according to NP"; the noun phrase ends before a time, a clause or a mark."""
    tokens = marked.tokens
    start = token.i + 2
    head = next((child for child in tokens[token.i + 1].children if child.dep_ == "pobj" and child.i < end), None)
    if head is None or marked.long[token.i]:
        head = head_of_run(marked, start, min(end, start + 8))
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
