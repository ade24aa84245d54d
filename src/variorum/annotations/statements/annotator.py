"""Statements: every finite clause read as one thing told: who, what, when, where, how many, how sure, by whom.

A clause of attribution ("the ministry said that ...") is no statement of its own where its content stands in the
report: the content is, with its source. Every sentence outside boilerplate gives at least one statement, so that
nothing a report tells is lost to the comparison.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from variorum.annotations.arguments import ArgumentReader
from variorum.annotations.circumstances import Circumstance, read_circumstances
from variorum.annotations.factuality.reading import factuality_of
from variorum.annotations.factuality.status import FACT, Modality, Status
from variorum.annotations.places.datelines import in_datelines
from variorum.annotations.statements.clauses import ClauseCutter
from variorum.annotations.statements.extents import clause_extent, without_lone_mark
from variorum.annotations.statements.parties import participants_of, parties_of, phrase_lemmas, predicate_of
from variorum.annotations.tables.frames import load_frames
from variorum.annotations.trees import Trees, trees_of
from variorum.annotations.voices import VoiceReader
from variorum.model.annotations import Certainty, Statement
from variorum.model.spans import Span
from variorum.registry import annotator
from variorum.word_lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.model.annotations import Draft, Quotation


_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_EMPTY = listed("""
    be have do will would can could may might shall should must not also just then there here so very too more
    most much still even only well as when where while since that this than about how why what who which
""")
#: An attributing clause with an object of its own and so many content words tells something besides the saying.
_TELLING_WORDS = 3


@annotator(
    gives="statements", needs=("entities", "times", "places", "quantities", "quotations", "events"), version="11"
)
def annotate_statements(draft: Draft) -> tuple[Statement, ...]:
    """Return the statements outside boilerplate, in text order."""
    return _StatementReader(draft).read()


class _StatementReader:
    """Reads the statements of one draft."""

    def __init__(self, draft: Draft) -> None:
        """Set up the readers, and index what stands where by token."""
        self.draft = draft
        self.trees: Trees = trees_of(draft)
        self.frames = load_frames()
        self.voices = VoiceReader(self.trees, draft)
        self.clauses = ClauseCutter(self.trees, self.voices)
        self.arguments = ArgumentReader(self.trees, draft, self.voices)
        self.factuality = factuality_of(draft)
        self.around = read_circumstances(self.trees, draft, self.voices)
        # The date and place of "OSLO, 3 May -" are those of the report.
        headed = in_datelines(draft.report.text)
        self.times = self._by_token([(time.start, time.id) for time in draft.times if not headed(time.start)])
        self.places = self._by_token([(place.start, place.id) for place in draft.places if not headed(place.start)])
        self.quantities = self._by_token([(quantity.start, quantity.id) for quantity in draft.quantities])
        self.events = self._by_token([(event.trigger.start, event.id) for event in draft.events])
        self.telling = {
            circumstance.id
            for known in self.around.by_sentence.values()
            for circumstance in known
            if circumstance.telling
        }

    def _by_token(self, items: list[tuple[int, str]]) -> dict[int, list[str]]:
        """Return ids by the token they begin at."""
        found: dict[int, list[str]] = {}
        for start, identity in items:
            found.setdefault(self.trees.token_at(start), []).append(identity)
        return found

    def read(self) -> tuple[Statement, ...]:
        """Return all statements."""
        found: list[Statement] = []
        for index, sentence in enumerate(self.draft.sentences):
            if sentence.boilerplate:
                continue
            if self.trees.walked[index]:
                found.extend(self._of_sentence(index))
            else:
                found.append(self._unread(index))
        found.sort(key=lambda statement: (statement.start, statement.end, statement.predicate))
        return tuple(replace(statement, id=f"s{number}") for number, statement in enumerate(found, 1))

    def _unread(self, index: int) -> Statement:
        """Return a sentence that is too long to be walked as one statement of its words alone."""
        sentence, (first, after) = self.draft.sentences[index], self.trees.ranges[index]
        tokens = list(range(first, after))
        return Statement(
            id="", start=sentence.start, end=sentence.end, sentence=index,
            predicate=Span(self.trees.starts[first], self.trees.ends[first]), lemma=self.trees.lemmas[first],
            participants=(), times=self._ids(self.times, tokens), places=self._ids(self.places, tokens),
            quantities=self._ids(self.quantities, tokens), events=self._ids(self.events, tokens), negated=False,
            certainty=Certainty.ASSERTED, source=None, source_text=None, told_time=None, quotation=None,
            lemmas=self._lemmas(tokens),
        )  # fmt: skip

    def _of_sentence(self, index: int) -> list[Statement]:
        """Return the statements of one sentence; of attributions alone the one that tells most."""
        clauses = self.clauses.cut(index)
        told = [head for head, tokens in clauses.items() if not self._is_matrix(head, tokens, clauses)]
        if not told:
            told = [max(clauses, key=lambda head: (len(clauses[head]), -head))]
        return [self._statement(head, clauses[head], index, alone=len(clauses) == 1) for head in told]

    # What only attributes

    def _is_matrix(self, head: int, tokens: list[int], heads: Iterable[int]) -> bool:
        """Say whether a clause only attributes what stands in the report as a statement of its own."""
        quotation = self.voices.cues.get(head)
        if quotation is None or head not in self.clauses.attributing:
            return False
        # "said in a report that 40 of 60 ..." tells a figure beside the saying
        if any(self.quantities.get(token) for token in tokens) or self._tells_more(head, tokens, quotation):
            return False
        sentence = self.draft.sentences[self.trees.sentences[head]]
        if any(span.end <= sentence.start or span.start >= sentence.end for span in quotation.spans):
            return True
        return any(
            span.start <= self.trees.starts[other] < span.end
            for other in heads
            if other != head
            for span in quotation.spans
        )

    def _tells_more(self, head: int, tokens: list[int], quotation: Quotation) -> bool:
        """Say whether an attributing clause tells something: "rejected the idea of talks on the grounds that ..."."""
        trees = self.trees
        named = {token for token in self.voices.cues if self.voices.cues[token] is quotation}
        if quotation.speaker is not None:
            named.update(trees.tokens_in(quotation.speaker.start, quotation.speaker.end))
        objects = [
            token for token in trees.children_of(head, "dobj") if token not in named and not self._is_addressee(token)
        ]
        rest = [
            token
            for token in tokens
            if token not in named
            and trees.poses[token] in ("NOUN", "VERB", "ADJ")
            and self.voices.quotation_of(token) is None
        ]
        return len(rest) >= _TELLING_WORDS and any(token in rest for token in objects)

    def _is_addressee(self, token: int) -> bool:
        """Say whether an object of saying is who is told: a name, a pronoun, "reporters"."""
        return self.trees.poses[token] in ("PROPN", "PRON") or self.arguments.entity_of(token) is not None

    # One statement

    def _statement(self, head: int, tokens: list[int], index: int, *, alone: bool) -> Statement:
        """Return the statement of a clause."""
        trees, voices = self.trees, self.voices
        quotation = voices.quotation_of(head)
        own = [token for token in tokens if token not in voices.phrases]
        extent = self._extent(head, own or tokens, index, alone=alone)
        status, source, source_text, certainty = self._certainty(head, quotation)
        trailing = voices.trailing_of(head) if quotation is None else -1
        if trailing >= 0:
            named = self.arguments.subjects(trailing)
            source, source_text = (named[0] if named else None), voices.words_before(trailing)
            certainty = Certainty.ATTRIBUTED if certainty is Certainty.ASSERTED else certainty
        predicate, lemma = predicate_of(trees, self.frames, head)
        told = self._told_time(head, quotation, index)
        agent, patient = parties_of(trees, self.arguments, head)
        return Statement(
            id="",
            start=extent.start,
            end=extent.end,
            sentence=index,
            predicate=predicate,
            lemma=lemma,
            participants=participants_of(trees, self.arguments, head, own),
            times=tuple(time for time in self._ids(self.times, own) if time != told and time not in self.telling),
            places=self._ids(self.places, own),
            quantities=self._ids(self.quantities, own),
            events=self._ids(self.events, tokens),
            negated=status.negated,
            certainty=certainty,
            source=source,
            source_text=source_text,
            told_time=told,
            quotation=None if quotation is None else quotation.id,
            lemmas=self._lemmas([token for token in own if token not in voices.cues or token == head]),
            agent=phrase_lemmas(trees, agent),
            patient=phrase_lemmas(trees, patient),
        )

    def _extent(self, head: int, tokens: list[int], index: int, *, alone: bool) -> Span:
        """Return the span of a clause: the sentence where it is the only one, else its words."""
        text = self.draft.report.text
        if alone:
            sentence = self.draft.sentences[index]
            return without_lone_mark(text, sentence.start, sentence.end)
        return clause_extent(self.trees, text, head, tokens)

    def _certainty(self, head: int, quotation: Quotation | None) -> tuple[Status, str | None, str | None, Certainty]:
        """Return polarity, source entity, source words and certainty of a clause."""
        status = self.factuality.status_of(head)
        hedged = status.hedged or status.modality is Modality.POSSIBLE
        source = source_text = None
        if quotation is not None:
            source, source_text = quotation.speaker_entity, self.voices.source_text(quotation)
            hedged = hedged or (self.voices.is_hedged(quotation) and not self.voices.is_direct(quotation, head))
            if quotation.denied and self.trees.heads[head] in self.voices.cues:
                # verbs such as "deny" are read as negating by their governor already
                status = replace(status if status is not FACT else Status(), negated=True)
        if status.modality is Modality.CONDITIONAL:
            certainty = Certainty.CONDITIONAL
        elif hedged:
            certainty = Certainty.HEDGED
        elif status.modality is Modality.FUTURE:
            certainty = Certainty.FUTURE
        else:
            certainty = Certainty.ASSERTED if quotation is None else Certainty.ATTRIBUTED
        return status, source, source_text, certainty

    def _told_time(self, head: int, quotation: Quotation | None, index: int) -> str | None:
        """Return the time expression that dates the telling."""
        if quotation is not None and quotation.said_time is not None:
            return quotation.said_time
        known: list[Circumstance] = self.around.by_sentence.get(index, [])
        trailing = self.voices.trailing_of(head)
        for time in known:
            if 0 <= trailing < time.token:
                return time.id
            if quotation is not None and any(self.voices.cues.get(token) is quotation for token in time.path):
                return time.id
            if time.telling and self.trees.predicates[time.path[-1] if time.path else time.token] == head:
                return time.id
        return None

    @staticmethod
    def _ids(index: dict[int, list[str]], tokens: list[int]) -> tuple[str, ...]:
        """Return the ids that begin at ``tokens``."""
        return tuple(dict.fromkeys(identity for token in tokens for identity in index.get(token, ())))

    def _lemmas(self, tokens: list[int]) -> tuple[str, ...]:
        """Return the lemmas of the content words."""
        trees = self.trees
        return tuple(
            trees.lemmas[token]
            for token in tokens
            if trees.poses[token] in _CONTENT
            and trees.lemmas[token] not in _EMPTY
            and trees.deps[token] not in ("aux", "auxpass")
        )
