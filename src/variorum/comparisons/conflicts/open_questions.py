"""Open questions: what one report calls undecided or unknown, and a linked sentence of the other one tells.

"Whether the mill is to close has not been decided", "the mill will close by May". The clause behind "whether" is often
no statement of its own, so that it is read from the words of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from variorum.comparisons.conflicts.certainties import LEFT_OPEN, leaves_open
from variorum.comparisons.conflicts.contents import LIGHT, content_of, core_of
from variorum.comparisons.conflicts.counterparts import Counterpart
from variorum.comparisons.conflicts.denials import is_form
from variorum.comparisons.conflicts.finding import Conflict, SlotReading, truth_reading
from variorum.comparisons.conflicts.linked_sentences import Indexes, LinkedSentences
from variorum.comparisons.facts import Fact, statement_fact
from variorum.comparisons.readings import ReportIndex
from variorum.comparisons.slots.verdicts import Clash
from variorum.model.annotations import Certainty
from variorum.model.comparisons import Slot
from variorum.model.spans import Span
from variorum.paraphrases import are_kin

_DONE = r"(?:been )?(?:decided|settled|established|proven|proved|confirmed|clarified|determined)"
_OPEN = (
    r"(?:(?:is|are|was|were|remains?|remained) (?:still |yet |as yet |so far )?"
    rf"(?:(?:an )?open(?: question)?|undecided|unclear|unknown|uncertain|doubtful|disputed|"
    rf"not (?:yet )?(?:clear|known|certain|{_DONE})|to be seen)|"
    rf"(?:has|have|had) (?:still |so far |as )?(?:not|yet) (?:yet |to be )?{_DONE}|"
    r"can(?:not| not|no longer) (?:yet )?be (?:said|told|determined|established|confirmed|known|decided)|"
    r"(?:nobody|no one) (?:knows|can (?:say|tell)|could (?:say|tell)))"
)
#: "Whether the mill is to close has not been decided."
_ASKED_FIRST = re.compile(rf"\b[Ww]hether (?P<what>[^.;:?]{{3,120}}?),? {_OPEN}\b")
#: "It is not known whether the mill is to close", "nobody could say if".
_ASKED_BEHIND = re.compile(
    r"\b(?:unclear|unknown|uncertain|undecided|unsure|not (?:yet )?(?:known|clear|certain|decided|sure|established)|"
    r"to be seen|open|(?:nobody|no one) (?:knows|can (?:say|tell)|could (?:say|tell))|"
    r"(?:could|can|would|did)(?: not|n['’]t|not) (?:yet )?(?:say|tell|confirm)) "
    r"(?:whether|if) (?P<what>[^.;:?]{3,120})"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_FIRM = frozenset({Certainty.ASSERTED, Certainty.ATTRIBUTED, Certainty.FUTURE})
_ASKING = re.compile(r"\b(?:[Ww]hether|[Ii]f|[Uu]nless)\b|\?$")
#: Words that a question and what answers it must share where no alignment joins them, and how near both must be.
_LEAST_SHARED = 2
_NEAR, _SURELY_NEAR = 0.5, 0.55
_CERTAINTY = 0.6


class _Question(Struct, frozen=True):
    """What a sentence leaves open."""

    fact: Fact
    """A clause of the sentence."""
    span: Span
    words: frozenset[str]
    """The words of the question and the lemmas that they can be forms of."""


def open_question_conflicts(
    links: Iterable[LinkedSentences], indexes: Indexes, pairs: Iterable[Counterpart]
) -> Iterator[Conflict]:
    """Yield where one report tells what the other one calls an open question, each question once."""
    asked = {
        (siglum, question.fact.sentence_start): question
        for siglum, index in indexes.items()
        for question in _questions(index)
    }
    if not asked:
        return
    taken = set[Span]()
    for question, answer, surely in (*_in_linked(links, indexes, asked), *_in_pairs(pairs, asked)):
        if question.span not in taken and _answers(question, answer, surely=surely):
            taken.add(question.span)
            yield _conflict(question, answer)


def _questions(index: ReportIndex) -> Iterator[_Question]:
    """Yield what a report calls open, outside of quotation marks too."""
    for span in index.sentence_spans:
        words = index.words(span)
        match = _ASKED_FIRST.search(words) or _ASKED_BEHIND.search(words)
        told = index.predicated_in(span) if match else []
        if match is None or not told:
            continue
        what = Span(span.start + match.start("what"), span.start + match.end("what"))
        facts = [statement_fact(index, item.id) for item in told]
        forms = frozenset(word.casefold() for word in _WORD.findall(match["what"]))
        lemmas = {lemma for fact in facts for lemma in content_of(fact).lemmas}
        known = frozenset(lemma for lemma in lemmas if any(is_form(word, lemma) for word in forms))
        host = next((fact for fact in facts if fact.span.overlaps(what)), facts[0])
        yield _Question(host, what, (forms | known) - LIGHT)


def _in_linked(
    links: Iterable[LinkedSentences], indexes: Indexes, asked: Mapping[tuple[str, int], _Question]
) -> Iterator[tuple[_Question, Fact, bool]]:
    """Yield the questions with the clauses of the sentences that are linked to theirs."""
    for link in links:
        for here, there in ((link.left, link.right), (link.right, link.left)):
            question = asked.get((here.siglum, here.span.start))
            if question is not None:
                index = indexes[there.siglum]
                for statement in index.predicated_in(there.span):
                    yield question, statement_fact(index, statement.id), True


def _in_pairs(
    pairs: Iterable[Counterpart], asked: Mapping[tuple[str, int], _Question]
) -> Iterator[tuple[_Question, Fact, bool]]:
    """Yield the questions with the clauses nearest to theirs in meaning."""
    for pair in pairs:
        for here, there in ((pair.left, pair.right), (pair.right, pair.left)):
            question = asked.get((here.ref.siglum, here.sentence_start))
            if question is not None and (pair.nearest or pair.near >= _NEAR):
                yield question, there, pair.nearest and pair.near >= _SURELY_NEAR


def _answers(question: _Question, answer: Fact, *, surely: bool) -> bool:
    """Say whether a clause tells for sure what a question leaves open."""
    if answer.certainty not in _FIRM or _ASKING.search(answer.sentence) or leaves_open(answer):
        return False
    shared = {word for word in content_of(answer).lemmas if any(are_kin(word, each) for each in question.words)}
    told = not shared.isdisjoint(core_of(answer) | set(answer.predicates))
    return told if surely else told and len(shared) >= _LEAST_SHARED


def _conflict(question: _Question, answer: Fact) -> Conflict:
    """Return the conflict of a question and what answers it, the first report first."""
    told = truth_reading(answer)
    asked = SlotReading(question.fact, "left open", question.span)
    readings = (told, asked) if answer.ref <= question.fact.ref else (asked, told)
    return Conflict(Slot.CERTAINTY, readings, None, Clash(LEFT_OPEN, _CERTAINTY))
