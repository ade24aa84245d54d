"""Voices: whose words a token is, by the quotations of the report and the phrases that attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.asides import asides_in
from variorum.annotations.factuality.governors import is_hearsay
from variorum.annotations.trees import Trees
from variorum.model.annotations import Quotation, QuotationType

if TYPE_CHECKING:
    from variorum.model.annotations import Draft

#: Rules of the quotations that tell what somebody wants or is called, and attribute no clause: "seeks to mediate".
NO_CLAUSE = frozenset({"will", "calling", "phrase", "marked phrase"})

#: Verbs that attribute what stands before them, and how many words may stand on either side of them.
_REPORTING = frozenset({"say", "report", "announce", "add", "state", "confirm", "write", "note"})
_TRAILING_WORDS = 8


class VoiceReader:
    """Knows for every token the innermost quotation around it, and which words attribute."""

    def __init__(self, trees: Trees, draft: Draft) -> None:
        """Index the quotations of the draft by token."""
        self._trees = trees
        self._text = draft.report.text
        self._inner: dict[int, Quotation] = {}
        self.cues: dict[int, Quotation] = {}
        self.phrases: set[int] = set()
        """Tokens of speakers and cues that stand inside the clause they attribute ("according to ...")."""
        by_length = sorted(draft.quotations, key=lambda q: (-sum(len(span) for span in q.spans), q.start, q.id))
        for quotation in by_length:
            if quotation.cue is not None:
                for token in trees.tokens_in(quotation.cue.start, quotation.cue.end):
                    self.cues.setdefault(token, quotation)
            if quotation.rule in NO_CLAUSE:
                continue
            for span in quotation.spans:
                for token in trees.tokens_in(span.start, span.end):
                    if span.start <= trees.starts[token] < span.end:
                        self._inner[token] = quotation
        for token, word in enumerate(trees.lower):
            if word == "according" and trees.children[token]:
                self.phrases.update(_below(trees, token))

        self.trailing: dict[int, tuple[int, int]] = {}
        """For sentences with an attribution behind their content that is no quotation: its comma and its verb."""
        for token in trees.order:
            if trees.heads[token] == token and trees.lemmas[token] in _REPORTING and token not in self.cues:
                comma = self._trailing_comma(token)
                if comma >= 0:
                    self.trailing[trees.sentences[token]] = (comma, token)
        self._asides = {
            sentence: aside
            for sentence, (first, after) in enumerate(trees.ranges)
            if sentence not in self.trailing and (aside := next(asides_in(trees, first, after), None)) is not None
        }

    def _trailing_comma(self, verb: int) -> int:
        """Return the comma before "the agency reported" at the end of a sentence, or -1.

        The parser may hang the front of such a sentence under the verb of saying, word by word.
        """
        trees = self._trees
        first, after = trees.ranges[trees.sentences[verb]]
        subject = trees.child(verb, "nsubj")
        if not first < subject < verb or after - verb > _TRAILING_WORDS or trees.child(verb, "dobj") > verb:
            return -1
        comma = subject
        while comma > first and trees.lower[comma] != ",":
            comma -= 1
        told = any(trees.is_predicate(token) and trees.is_finite(token) for token in range(first, comma))
        return comma if told and subject - comma <= _TRAILING_WORDS else -1

    def trailing_of(self, token: int) -> int:
        """Return the verb of the attribution that ``token`` stands before, or beside if it is put in; or -1."""
        comma, verb = self._attribution(self._trees.sentences[token])
        put_in = verb >= 0 and verb + 1 < len(self._trees.lower) and self._trees.lower[verb + 1] == ","
        return verb if token < comma or (put_in and token > verb) else -1

    def _attribution(self, sentence: int) -> tuple[int, int]:
        """Return the comma and the verb of what attributes a sentence, twice -1 without it."""
        return self.trailing.get(sentence) or self._asides.get(sentence) or (-1, -1)

    def words_before(self, verb: int) -> str:
        """Return the words between the comma of a trailing attribution and its verb: who is named as source."""
        comma, _ = self._attribution(self._trees.sentences[verb])
        return self._text[self._trees.starts[comma + 1] : self._trees.ends[verb - 1]]

    def words_of(self, noun: int) -> str:
        """Return the words of a noun phrase up to its head: "the baker"."""
        first = min((child for child in self._trees.children[noun] if child < noun), default=noun)
        return self._text[self._trees.starts[first] : self._trees.ends[noun]]

    def quotation_of(self, token: int) -> Quotation | None:
        """Return the innermost quotation whose content holds ``token``."""
        return self._inner.get(token)

    def is_direct(self, quotation: Quotation | None, token: int) -> bool:
        """Say whether ``token`` stands inside the marks of a quotation."""
        if quotation is None:
            return False
        if quotation.type is QuotationType.DIRECT:
            return True
        at = self._trees.starts[token]
        return any(span.start <= at < span.end for span in quotation.verbatim)

    def is_hedged(self, quotation: Quotation) -> bool:
        """Say whether the source is rumour: "rumors suggested that"."""
        if quotation.speaker is None:
            words = self._text[quotation.cue.start : quotation.cue.end].lower() if quotation.cue else ""
            return any(word in words for word in ("rumor", "rumour", "speculation", "alleged", "reportedly"))
        trees = self._trees
        return any(
            trees.is_noun(token) and is_hearsay(trees, token)
            for token in trees.tokens_in(quotation.speaker.start, quotation.speaker.end)
        ) or (quotation.cue_lemma or "") in ("rumor", "rumour", "speculate")

    def source_of(self, quotation: Quotation) -> str | None:
        """Return the entity id of a quotation's source, else its words, else None."""
        return quotation.speaker_entity or self.source_text(quotation)

    def source_text(self, quotation: Quotation) -> str | None:
        """Return the words that name a quotation's source."""
        if quotation.speaker is None:
            return None
        return self._text[quotation.speaker.start : quotation.speaker.end]


def _below(trees: Trees, token: int) -> list[int]:
    """Return the tokens of an attributing phrase: ``token`` and what hangs under it, at most 60."""
    found, waiting = [token], [token]
    while waiting and len(found) < 60:
        following = [child for at in waiting for child in trees.children[at]]
        found.extend(following)
        waiting = following
    return found
