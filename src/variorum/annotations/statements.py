"""Statements: every finite clause read as one thing told: who, what, when, where, how many, how sure, according to whom.

A clause of attribution ("the ministry said that ...") is no statement of its own where its content stands in the report:
the content is, with its source. Every sentence outside boilerplate gives at least one statement, so that nothing a report
tells is lost to the comparison.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.annotations.arguments import ArgumentReader
from variorum.annotations.circumstances import Circumstance, read_circumstances
from variorum.annotations.factuality import FACT, FactualityReader, Modality, Status
from variorum.annotations.frames import load_frames
from variorum.annotations.trees import Trees, trees_of
from variorum.annotations.voices import VoiceReader
from variorum.model.annotations import Certainty, Participant, Statement
from variorum.model.spans import Span
from variorum.registry import annotator

if TYPE_CHECKING:
    from variorum.model.annotations import Draft, Quotation

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_EMPTY = frozenset(
    "be have do will would can could may might shall should must not also just then there here so very too more most much "
    "still even only well as when where while since that this than about how why what who which".split()
)
_OPENING_PUNCT = frozenset({"PUNCT", "SPACE", "SYM"})
_QUOTES = frozenset("“”\"'‘’«»„")
#: The relations in which a finite verb opens a clause of its own.
_CLAUSAL = frozenset(
    {"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "csubj", "acl", "pcomp", "dep", "appos", "attr"}
)
#: Attributing verbs that tell more than that something was said, with an addressee or place, still tell nothing else.
_WORDS_LEAST = 2


@annotator(gives="statements", needs=("entities", "times", "places", "quantities", "quotations", "events"), version="1")
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
        self.arguments = ArgumentReader(self.trees, draft)
        self.factuality = FactualityReader(self.trees)
        self.voices = VoiceReader(self.trees, draft)
        self.around = read_circumstances(self.trees, draft, self.voices)
        self.times = self._by_token([(time.start, time.id) for time in draft.times])
        self.places = self._by_token([(place.start, place.id) for place in draft.places])
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

    # Clauses

    def _of_sentence(self, index: int) -> list[Statement]:
        """Return the statements of one sentence."""
        first, after = self.trees.ranges[index]
        heads = [token for token in range(first, after) if self._opens(token)]
        roots = [token for token in range(first, after) if self.trees.heads[token] == token]
        opening = sorted({*heads, *roots})
        members = self._members(first, after, set(opening))
        told = [
            head for head in opening if not self._is_matrix(head, members[head]) and self._tells(head, members[head])
        ]
        if not told:
            told = [max(opening, key=lambda head: (len(members[head]), -head))]
        return [
            self._statement(head, members[head], index, alone=len(told) == 1 and len(opening) == 1) for head in told
        ]

    def _opens(self, token: int) -> bool:
        """Say whether a token heads a clause of its own."""
        trees = self.trees
        if trees.heads[token] == token or trees.deps[token] not in _CLAUSAL or not trees.is_predicate(token):
            return False
        if trees.deps[token] == "acl" and trees.tags[token] in ("VBG", "VBN", "VB"):
            return False
        return trees.is_finite(token)

    def _members(self, first: int, after: int, opening: set[int]) -> dict[int, list[int]]:
        """Return for every clause the tokens that belong to it and to no clause below it, in text order."""
        trees = self.trees
        owner: dict[int, int] = {}
        members: dict[int, list[int]] = {head: [] for head in opening}
        for token in range(first, after):
            path, at = [], token
            while at not in owner and at not in opening:
                path.append(at)
                at = trees.heads[at]
            top = owner.get(at, at)
            for step in path:
                owner[step] = top
            owner[token] = top
            members[top].append(token)
        return members

    def _is_matrix(self, head: int, tokens: list[int]) -> bool:
        """Say whether a clause only attributes: its verb is the cue of a quotation in the same report."""
        quotation = self.voices.cues.get(head)
        if quotation is None or quotation.rule in ("calling", "phrase", "will", "marked phrase"):
            return False
        if quotation.type.value != "direct" and not any(span.start < span.end for span in quotation.spans):
            return False
        # "he said on Friday in Berlin" is dated by the quotation; a place or figure beside it is told
        own = [identity for token in tokens for identity in (*self.quantities.get(token, ()),)]
        return not own

    def _tells(self, head: int, tokens: list[int]) -> bool:
        """Say whether a clause has enough words to be read alone."""
        words = sum(self.trees.poses[token] not in _OPENING_PUNCT for token in tokens)
        return words >= _WORDS_LEAST or self.trees.heads[head] == head

    # One statement

    def _statement(self, head: int, tokens: list[int], index: int, *, alone: bool) -> Statement:
        """Return the statement of a clause."""
        trees, voices = self.trees, self.voices
        quotation = voices.quotation_of(head)
        own = [token for token in tokens if token not in voices.phrases]
        start, end = self._extent(head, tokens, index, alone=alone)
        status, source, source_text, certainty = self._certainty(head, quotation)
        predicate, lemma = self._predicate(head)
        times = self._ids(self.times, own)
        told = self._told_time(head, quotation, index)
        return Statement(
            id="",
            start=start,
            end=end,
            sentence=index,
            predicate=predicate,
            lemma=lemma,
            participants=self._participants(head, own),
            times=tuple(time for time in times if time != told and time not in self.telling),
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
        )

    def _extent(self, head: int, tokens: list[int], index: int, *, alone: bool) -> tuple[int, int]:
        """Return the span of a clause: the sentence where it is its only one, else its words without marks at the edges."""
        trees, sentence = self.trees, self.draft.sentences[index]
        if alone:
            return sentence.start, sentence.end
        kept = [token for token in tokens if token not in self.voices.phrases] or tokens
        low, high = 0, len(kept) - 1
        while low < high and self._is_edge(kept[low], head):
            low += 1
        while high > low and (trees.poses[kept[high]] in _OPENING_PUNCT or trees.deps[kept[high]] in ("cc", "punct")):
            high -= 1
        first, last = kept[low], kept[high]
        if trees.deps[head] == "relcl" and 0 <= trees.heads[head] < first <= trees.heads[head] + 4:
            # "Russia, which saved ..." is readable with what "which" stands for
            noun = trees.heads[head]
            before = [
                child
                for child in trees.children[noun]
                if child < noun and trees.deps[child] in ("det", "compound", "amod", "poss", "nummod")
            ]
            first = min([noun, *before])
        return trees.starts[first], trees.ends[last]

    def _is_edge(self, token: int, head: int) -> bool:
        """Say whether a token at the beginning of a clause is no part of what it tells: marks, "and", "that"."""
        trees = self.trees
        if token == head:
            return False
        if trees.poses[token] in _OPENING_PUNCT or trees.lower[token] in _QUOTES:
            return True
        return trees.deps[token] == "cc" or (trees.deps[token] == "mark" and trees.lower[token] == "that")

    def _certainty(self, head: int, quotation: Quotation | None) -> tuple[Status, str | None, str | None, Certainty]:
        """Return polarity, source entity, source words and certainty of a clause."""
        status = self.factuality.status_of(head)
        hedged = status.hedged or status.modality is Modality.POSSIBLE
        source = source_text = None
        if quotation is not None:
            source, source_text = quotation.speaker_entity, self.voices.source_text(quotation)
            hedged = hedged or (self.voices.is_hedged(quotation) and not self.voices.is_direct(quotation, head))
            if quotation.denied and self.trees.heads[head] in self.voices.cues:
                status = replace(status if status is not FACT else Status(), negated=not status.negated)
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
        for time in known:
            if quotation is not None and any(self.voices.cues.get(token) is quotation for token in time.path):
                return time.id
            if time.telling and self.trees.predicates[time.path[-1] if time.path else time.token] == head:
                return time.id
        return None

    def _predicate(self, head: int) -> tuple[Span, str]:
        """Return the predicate's words and its lemma with particle, light-verb noun, infinitive or predicative."""
        trees = self.trees
        first = last = head
        lemma = trees.lemmas[head]
        parts = [lemma]
        particle = trees.child(head, "prt")
        if particle >= 0:
            parts.append(trees.lower[particle])
            if 0 < particle - head <= 2:
                last = particle
        elif (
            lemma in self.frames.light
            and (noun := trees.child(head, "dobj")) >= 0
            and trees.lemmas[noun] in self.frames.nouns
        ):
            parts.append(trees.lemmas[noun])
        elif lemma == "be" or trees.poses[head] == "AUX":
            complement = trees.child(head, "attr", "acomp", "oprd")
            if complement >= 0:
                parts.append(trees.lemmas[complement])
        elif (infinitive := trees.child(head, "xcomp")) >= 0 and trees.is_predicate(infinitive):
            parts.append(trees.lemmas[infinitive])
        else:
            for child in trees.children_of(head, "prep"):
                if f"{lemma} {trees.lower[child]}" in self.frames.verbs:
                    parts.append(trees.lower[child])
                    break
        return Span(trees.starts[first], trees.ends[last]), " ".join(parts)

    def _participants(self, head: int, tokens: list[int]) -> tuple[Participant, ...]:
        """Return who acts, who is acted on, and who else is named in the clause; each entity once a role."""
        trees, read = self.trees, self.arguments
        found: list[Participant] = []
        seen: set[str] = set()

        def add(role: str, token: int) -> None:
            for each in trees.conjuncts(token):
                entity = read.entity_of(each)
                if entity is not None and entity not in seen:
                    seen.add(entity)
                    found.append(Participant(role, entity, trees.starts[each], trees.ends[each]))

        subject = read.subject_token(head) if trees.is_predicate(head) else -1
        passive = read.is_passive(head)
        if subject >= 0:
            add("patient" if passive else "agent", subject)
        for child in trees.children_of(head, "agent", "prep"):
            target = trees.child(child, "pobj") if passive and trees.lower[child] == "by" else -1
            if target >= 0:
                add("agent", target)
        verbs = [head, *trees.children_of(head, "xcomp")]
        for verb in verbs:
            for token in read.object_tokens(verb):
                add("patient" if trees.deps[token] != "dative" else "other", token)
        for token in tokens:
            entity = read.entity_at(token)
            if entity is not None and entity not in seen:
                seen.add(entity)
                found.append(Participant("other", entity, trees.starts[token], trees.ends[token]))
        return tuple(found)

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
