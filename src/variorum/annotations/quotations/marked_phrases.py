"""Mixed quotations by their marks: what a verb of saying governs where part of it stands in quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.quotations.attributions import attribution_of, is_cue, is_told_by_text, only_shows
from variorum.annotations.quotations.contents import Found, cut_content, found_in, is_entitled, looks_like_title
from variorum.annotations.quotations.cues import CALLING, JUDGING, SAYING, SAYING_ABOUT, SAYING_MARKED, SHOWING
from variorum.annotations.quotations.governed_contents import behind_object

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotations.quotations.marked_text import MarkedText

_SPEAKING_MARKED = SAYING_MARKED | CALLING
#: Verbs whose marked words may be capitalised like a title and yet be said: "chanted 'Lower The Dues'".
_SHOUTING = frozenset({"chant", "shout", "yell", "scream"})
#: Verbs whose marked phrase is somebody's words inside a report too: `highlighted "the entire talks"`, no single word.
_PRAISING = JUDGING | {"highlight", "hail", "emphasise", "emphasize", "stress", "cite"}
_PHRASE = 3
#: Prepositions of where and when.
_PLACING = frozenset({"in", "on", "at", "during", "to", "with", "from", "after", "before"})


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
            # "He says it goes “nowhere near” far enough": going says nothing of its own inside what is said.
            lemma = verb.lemma_.lower()
            says = lemma in SAYING | CALLING or (lemma in _PRAISING and marked.words(pair) >= _PHRASE)
            own = says and made.attribution.head not in {-1, outer.attribution.head}
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
    titled = looks_like_title(marked, pair) and (lemma not in CALLING | _SHOUTING or is_entitled(cue))
    if lemma not in _SPEAKING_MARKED or titled:
        return None
    if _is_occasion(part, lemma) or (lemma in SHOWING and not is_told_by_text(cue)):
        return None
    attribution = attribution_of(marked, cue, "marked phrase", confidence=0.6)
    if attribution.speaker is None or marked.pair_at[cue.i] >= 0 or only_shows(cue):
        return None
    start, end = part.left_edge.i, max(part.right_edge.i + 1, after)
    if part.dep_ == "prep":
        start += 1
    start = behind_object(marked, cue, max(start, verb.i + 1), first + 1)
    content = (start, cut_content(marked, start, end))
    return found_in(marked, [content], attribution, "marked phrase", 0.6)


def _is_occasion(part: Token, lemma: str) -> bool:
    """Say whether a phrase tells where or when something was said: `said in an interview with "The Long Quay"`."""
    return part.dep_ == "prep" and part.lower_ in _PLACING and (lemma, part.lower_) not in SAYING_ABOUT


def _parenthetic_cue(verb: Token) -> Token | None:
    """Return the cue that the parse has hung on the subject: "claimed" in `talks he claimed covered "all"`."""
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return None
    for child in subject.rights:
        if child.dep_ == "relcl" and child.i == verb.i - 1 and child.lemma_.lower() in SAYING:
            return child
    return None
