"""Governed contents: what a verb of saying, believing or siding takes, chosen by the model, and what kind it is.

A quotation gives words or a proposition that somebody uttered ("said the harbour would close"). Told apart from it are
the speech act that tells only what somebody did with words ("criticised the plan"; narrative report of speech act in
Leech and Short 1981, *Style in Fiction*), the belief ("thinks the plan will fail") and the stance ("backs the plan").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from variorum.annotations.quotations.attributions import attribution_of, is_addressed, is_told_by_text, subject_of
from variorum.annotations.quotations.complements import may_govern
from variorum.annotations.quotations.content_choice import choose_content
from variorum.annotations.quotations.contents import Found, cut_content, found_in, is_entitled, looks_like_title
from variorum.annotations.quotations.cues import (
    ADDRESSING,
    BELIEVING,
    CALLING,
    DECLINING,
    JUDGING,
    SAYING,
    SAYING_ABOUT,
    SAYING_MARKED,
    SHOWING,
    SIDING,
)
from variorum.model.annotations import AttributionKind
from variorum.word_lists import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotations.quotations.complements import Complement
    from variorum.annotations.quotations.marked_text import MarkedText

#: The probability from which something is held for attributed at all.
_LEAST = 0.5
#: The same for the finite clause of a verb of saying.
_LEAST_CLAUSE = 0.25
#: The probability from which what is said is held for told without a clause ("announced the closing of the quay").
_LEAST_TOLD = 0.8
#: Verbs whose embedded question is what was said: "asked whether the port was safe".
_ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "question"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SPEAKING = SAYING_MARKED | CALLING | JUDGING | BELIEVING
_SUBORDINATE = frozenset({"relcl", "acl", "advcl"})
_QUESTIONS = frozenset({"why", "how", "whether", "if", "what", "when", "where", "who", "which"})
#: Verbs that take works and their titles: "wrote the novel 'The Long Quay'".
_MAKING = frozenset(
    {"write", "read", "sing", "publish", "release", "finish", "open", "close", "start", "present", "title"}
)
#: Verbs whose noun phrase is itself what was said to be done or true: "urged a truce", "said many had left".
#: With others it is what they spoke of: "confirmed the closing", "described the scene".
_UTTERING = listed("""
    advise beg call demand implore insist plead pledge promise propose recommend request say suggest swear
    threaten urge vow warn
""")


def find_governed(marked: MarkedText, verb: Token) -> Found | None:
    """Return what the model chooses as governed by a verb, with its kind, or None."""
    chosen = choose_content(marked, verb)
    if chosen is None:
        return None
    complement, probability = chosen
    least = _LEAST_CLAUSE if _is_plain_clause(marked, verb, complement) else _LEAST
    if probability < least:
        return None
    probability = round(probability, 2)
    form = _form(marked, verb, complement)
    attribution = attribution_of(marked, verb, form, confidence=probability)
    end = cut_content(marked, complement.start, complement.end, verb) if form == "clause" else complement.end
    start = complement.start
    if form == "object":
        start = behind_object(marked, verb, start, complement.end)
    found = found_in(marked, [(start, end)], attribution, form, probability)
    if found is None:
        return None
    if form == "calling" and not found.pairs and _is_telephoned(verb):
        return None
    if form not in {"clause", "question"} and verb.lemma_.lower() in SHOWING and not is_told_by_text(verb):
        return None
    own = [pair for pair in found.pairs if governs(marked, verb, pair)]
    titles = [pair for pair in own if looks_like_title(marked, pair)]
    if titles and (verb.lemma_.lower() in _MAKING or is_entitled(verb)):
        return None
    said = own if form == "calling" else set(own).difference(titles)
    kind = _kind(verb, form, probability, marked=bool(said))
    return found if kind is AttributionKind.QUOTATION else replace(found, kind=kind)


def behind_object(marked: MarkedText, verb: Token, start: int, end: int) -> int:
    """Return where what is said begins behind whom it is said to or of: `accused Reyes of "wild talk"`."""
    lemma = verb.lemma_.lower()
    word = "of" if lemma == "accuse" else "that" if lemma in ADDRESSING else None
    for token in marked.tokens[start + 1 : end]:
        if word is None or marked.pair_at[token.i] >= 0:
            break
        if token.lower_ == word and (token.dep_ == "mark" or _holds_marks(marked, token)):
            return int(token.i)
    return start


def _holds_marks(marked: MarkedText, token: Token) -> bool:
    """Say whether words in marks stand under a word or right behind it."""
    return any(
        marked.pair_at[number] >= 0 for number in range(token.i, min(token.right_edge.i + 2, len(marked.tokens)))
    )


def governs(marked: MarkedText, verb: Token, pair: int) -> bool:
    """Say whether no other cue stands between a verb and marked words: not `discussed what she called "a mess"`."""
    token = next((item for item in marked.tokens[marked.first[pair] : marked.after[pair]] if not item.is_punct), None)
    for _ in range(24):
        if token is None or token.i in {verb.i, token.head.i}:
            break
        token = token.head
        if marked.pair_at[token.i] < 0 and token.i != verb.i and may_govern(token) and _says(token):
            return False
    return True


def _says(token: Token) -> bool:
    """Say whether a word in between is a cue itself, and no verb like "standing" in `of standing "in the way"`."""
    return token.pos_ == "NOUN" or token.lemma_.lower() in _SPEAKING


def _is_telephoned(verb: Token) -> bool:
    """Say whether a verb of calling only has somebody as its object: "called her mother", "called voters on Sunday"."""
    predicated = any(child.dep_ in {"oprd", "attr", "ccomp", "xcomp", "acomp"} for child in verb.rights)
    about = any(child.dep_ == "prep" and child.lower_ in {"for", "on", "upon", "as"} for child in verb.rights)
    dated = any(grand.ent_type_ in {"DATE", "TIME"} for child in verb.rights for grand in child.rights)
    return not predicated and (not about or dated)


def _is_plain_clause(marked: MarkedText, verb: Token, complement: Complement) -> bool:
    """Say whether a verb of saying governs a clause with a finite verb: said, whatever else speaks against it."""
    first = marked.tokens[complement.first]
    if verb.lemma_.lower() not in SAYING or first.dep_ != "ccomp":
        return False
    return first.tag_ in _FINITE or any(child.tag_ in _FINITE for child in first.lefts)


def _form(marked: MarkedText, verb: Token, complement: Complement) -> str:
    """Return the grammatical form of a content: clause, question, infinitive, calling or phrase."""
    tokens = marked.tokens
    lemma = verb.lemma_.lower()
    inside = tokens[complement.start : complement.end]
    if lemma in CALLING and lemma not in SAYING and not _calls_for(verb):
        return "calling"
    if lemma in BELIEVING | SIDING and lemma not in SAYING:
        return "belief" if lemma in BELIEVING else "stance"
    opening = next((token for token in inside if not token.is_space and marked.pair_at[token.i] < 0), inside[0])
    if opening.lower_ in _QUESTIONS:
        return "question"
    heads = {complement.first, complement.last}
    plain = lemma == "say" or (lemma in SAYING and opening.lower_ == "that")
    if any(_is_finite(token, heads) or (plain and _is_told(token)) for token in inside):
        return "clause"
    if any(tokens[number].tag_ == "VB" and tokens[number].dep_ in {"xcomp", "ccomp"} for number in heads):
        return "infinitive"
    first = tokens[complement.first]
    # "Warned of a second storm": the noun phrase is what was warned of.
    return "phrase" if first.dep_ == "prep" and (lemma, first.lower_) not in SAYING_ABOUT else "object"


def _calls_for(verb: Token) -> bool:
    """Say whether something is called for, or somebody called on, and nothing is given a name."""
    beside = (child for child in verb.rights if child.dep_ in {"prep", "prt"} and child.i <= verb.i + 2)
    return verb.lemma_.lower() == "call" and any(child.lower_ in {"for", "on", "upon"} for child in beside)


def _is_finite(token: Token, heads: set[int]) -> bool:
    """Say whether a token makes a content a clause: a finite verb at its top."""
    return token.tag_ in _FINITE and token.dep_ not in _SUBORDINATE and not heads.isdisjoint((token.i, token.head.i))


def _is_told(token: Token) -> bool:
    """Say whether a verb tells something, wherever the parse has hung it: "said after the race he would rest"."""
    return token.tag_ in _FINITE and token.dep_ not in {"relcl", "acl"}


def _asks(verb: Token) -> bool:
    """Say whether somebody asks what an embedded question asks: not `asked why, she smiled` or `when I asked why`."""
    own = any(child.dep_ == "nsubj" for child in verb.lefts)
    if (
        verb.lemma_.lower() not in _ASKING
        or verb.tag_ == "VBN"
        or (verb.dep_ == "advcl" and verb.tag_ == "VBD" and not own)
    ):
        return False
    subject = subject_of(verb, 1)
    return subject is not None and subject.lower_ not in {"i", "we"}


def _kind(verb: Token, form: str, probability: float, *, marked: bool) -> AttributionKind:
    """Return what kind of attribution a form under a cue is."""
    lemma = verb.lemma_.lower()
    if form in {"belief", "stance"}:
        return AttributionKind(form)
    if lemma not in DECLINING and (form == "clause" or marked):
        return AttributionKind.QUOTATION
    if lemma in DECLINING or (form == "question" and not _asks(verb)):
        # Declined to comment; explained why it closed: nothing is told as said.
        return AttributionKind.SPEECH_ACT
    if form == "question":
        return AttributionKind.QUOTATION
    if form in {"phrase", "calling"} or lemma in JUDGING or (probability < _LEAST_TOLD and lemma != "call"):
        # "Criticised the council for the delay", "called it a ruin": told is what they did with words.
        return AttributionKind.SPEECH_ACT
    told = lemma in _UTTERING if form == "object" else not is_addressed(verb)
    return AttributionKind.QUOTATION if told else AttributionKind.SPEECH_ACT
