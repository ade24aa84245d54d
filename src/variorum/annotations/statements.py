"""Statements: every finite clause read as one thing told: who, what, when, where, how many, how sure, by whom.

A clause of attribution ("the ministry said that ...") is no statement of its own where its content stands in the
report: the content is, with its source. Every sentence outside boilerplate gives at least one statement, so that
nothing a report tells is lost to the comparison.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.annotations.arguments import ArgumentReader
from variorum.annotations.circumstances import Circumstance, read_circumstances
from variorum.annotations.datelines import in_datelines
from variorum.annotations.factuality import factuality_of
from variorum.annotations.factuality_status import FACT, Modality, Status
from variorum.annotations.frames import load_frames
from variorum.annotations.trees import Trees, trees_of
from variorum.annotations.voices import NO_CLAUSE, VoiceReader
from variorum.model.annotations import Certainty, Participant, Statement
from variorum.model.spans import Span
from variorum.registry import annotator
from variorum.word_lists import listed

if TYPE_CHECKING:
    from variorum.model.annotations import Draft, Quotation


_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_EMPTY = listed("""
    be have do will would can could may might shall should must not also just then there here so very too more
    most much still even only well as when where while since that this than about how why what who which
""")
_OPENING_PUNCT = frozenset({"PUNCT", "SPACE", "SYM"})
_QUOTES = frozenset("“”\"'‘’«»„")
#: The relations in which a finite verb opens a clause of its own.
_CLAUSAL = frozenset(
    {"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "csubj", "acl", "pcomp", "dep", "appos", "attr"}
)
#: A relative or conjoined clause of fewer words stays with the clause above it.
_WORDS_LEAST = 3
#: A clause of no more words, without a name or figure, only frames the clause below it.
_FRAME_WORDS = 3
#: Words of a noun phrase that are kept of who acts and who is acted on.
_PHRASE_WORDS = 12
#: An attributing clause with an object of its own and so many content words tells something besides the saying.
_TELLING_WORDS = 3


@annotator(gives="statements", needs=("entities", "times", "places", "quantities", "quotations", "events"), version="8")
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
        self.arguments = ArgumentReader(self.trees, draft, self.voices)
        self.factuality = factuality_of(draft)
        self.around = read_circumstances(self.trees, draft, self.voices)
        # The date and place of "OSLO, 3 May -" are those of the report.
        headed = in_datelines(draft.report.text)
        self.times = self._by_token([(time.start, time.id) for time in draft.times if not headed(time.start)])
        self.places = self._by_token([(place.start, place.id) for place in draft.places if not headed(place.start)])
        self.quantities = self._by_token([(quantity.start, quantity.id) for quantity in draft.quantities])
        self.events = self._by_token([(event.trigger.start, event.id) for event in draft.events])
        self._attributing = {token for token, quotation in self.voices.cues.items() if quotation.rule not in NO_CLAUSE}
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
        opening = {token for token in range(first, after) if self._opens(token)}
        opening = self._openings(first, after, opening)
        members = self._members(first, after, opening)
        self._cut_trailing(index, opening, members)
        self._fold(opening, members)
        heads = sorted(opening)
        told = [head for head in heads if not self._is_matrix(head, members[head], heads)]
        if not told:
            told = [max(heads, key=lambda head: (len(members[head]), -head))]
        return [self._statement(head, members[head], index, alone=len(heads) == 1) for head in told]

    def _cut_trailing(self, index: int, opening: set[int], members: dict[int, list[int]]) -> None:
        """Give what the parser hung under an attribution behind its content back to the content."""
        comma, root = self.voices.trailing.get(index, (-1, -1))
        content = [head for head in opening if head < comma]
        if root not in opening or not content:
            return
        members[content[0]] = sorted([*members[content[0]], *(token for token in members[root] if token < comma)])
        opening.discard(root)

    def _opens(self, token: int) -> bool:
        """Say whether a token may head a clause of its own: a root, or a finite verb that its governor can do without.

        The clause that a verb needs ("we see that it worsens", "what both discussed") stays with its verb, unless the
        verb attributes it.
        """
        trees = self.trees
        head, label = trees.heads[token], trees.deps[token]
        if head == token:
            return True
        if label not in _CLAUSAL or not trees.is_predicate(token) or not trees.is_finite(token):
            return False
        if label == "advcl" and trees.lower[head] == "soon":
            return False
        if label in ("ccomp", "csubj", "pcomp", "attr"):
            return head in self._attributing or (label == "ccomp" and self._is_apart(token, head))
        return True

    def _is_apart(self, token: int, head: int) -> bool:
        """Say whether the parser hung a whole clause before its governor: "The road is closed, police added"."""
        trees = self.trees
        return (
            trees.heads[head] == head
            and trees.child(token, "mark") < 0
            and token < head
            and trees.child(head, "nsubj", "nsubjpass") > token
        )

    def _openings(self, first: int, after: int, opening: set[int]) -> set[int]:
        """Return the clause heads without relative and conjoined clauses of a word or two: "the talks he led"."""
        members = self._members(first, after, opening)
        kept = set()
        for head in opening:
            words = sum(self.trees.poses[token] not in _OPENING_PUNCT for token in members[head])
            if self.trees.heads[head] == head or words >= _WORDS_LEAST or head in self._attributing:
                kept.add(head)
        return kept

    def _fold(self, opening: set[int], members: dict[int, list[int]]) -> None:
        """Join a clause that tells nothing alone to the clause that it frames: "It comes | after X suggested talks"."""
        trees = self.trees
        above = {head: self._clause_above(head, opening) for head in opening}
        for head in sorted(opening):
            words = [token for token in members[head] if trees.poses[token] not in _OPENING_PUNCT]
            named = any(trees.poses[token] in ("PROPN", "NUM") for token in words)
            if head in self._attributing or (trees.is_predicate(head) and (len(words) > _FRAME_WORDS or named)):
                continue
            below = [child for child in sorted(opening) if above[child] == head and trees.deps[child] != "conj"]
            if below:
                members[below[0]] = sorted([*members[head], *members[below[0]]])
                opening.discard(head)

    def _clause_above(self, head: int, opening: set[int]) -> int:
        """Return the clause head above a clause, or -1."""
        at = self.trees.heads[head]
        if at == head:
            return -1
        while at not in opening:
            if self.trees.heads[at] == at:
                return -1
            at = self.trees.heads[at]
        return at

    def _members(self, first: int, after: int, opening: set[int]) -> dict[int, list[int]]:
        """Return for every clause the tokens that belong to it and to no clause below it, in text order."""
        trees = self.trees
        owner: dict[int, int] = {}
        members: dict[int, list[int]] = {head: [] for head in opening}
        for token in range(first, after):
            path, at = [], token
            while at not in owner and at not in opening:
                path.append(at)
                if trees.heads[at] == at:
                    break
                at = trees.heads[at]
            top = owner.get(at, at)
            for step in path:
                owner[step] = top
            owner[token] = top
            members[top].append(token)
        return members

    def _is_matrix(self, head: int, tokens: list[int], heads: list[int]) -> bool:
        """Say whether a clause only attributes what stands in the report as a statement of its own."""
        quotation = self.voices.cues.get(head)
        if quotation is None or head not in self._attributing:
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
        voices = self.voices
        quotation = voices.quotation_of(head)
        own = [token for token in tokens if token not in voices.phrases]
        start, end = self._extent(head, tokens, index, alone=alone)
        status, source, source_text, certainty = self._certainty(head, quotation)
        trailing = voices.trailing_of(head) if quotation is None else -1
        if trailing >= 0:
            named = self.arguments.subjects(trailing)
            source, source_text = (named[0] if named else None), voices.words_before(trailing)
            certainty = Certainty.ATTRIBUTED if certainty is Certainty.ASSERTED else certainty
        predicate, lemma = self._predicate(head)
        times = self._ids(self.times, own)
        told = self._told_time(head, quotation, index)
        agent, patient = self._parties(head)
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
            agent=self._phrase(agent),
            patient=self._phrase(patient),
        )

    def _extent(self, head: int, tokens: list[int], index: int, *, alone: bool) -> tuple[int, int]:
        """Return the span of a clause: the sentence where it is the only one, else its words without marks around."""
        trees, sentence = self.trees, self.draft.sentences[index]
        if alone:
            return self._without_marks(sentence.start, sentence.end)
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
        return self._without_marks(trees.starts[first], trees.ends[last])

    def _without_marks(self, start: int, end: int) -> tuple[int, int]:
        """Return a span without a quotation mark at its edge whose partner is elsewhere."""
        text = self.draft.report.text
        words = text[start:end]
        if len(words) < 2:
            # A mark that is a sentence by itself stays what it is.
            return start, end
        if words[:1] in _QUOTES and sum(words.count(mark) for mark in '“”"') % 2:
            start += 1
        elif words[-1:] in _QUOTES and sum(words.count(mark) for mark in '“”"') % 2:
            end -= 1
        return start, end

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

    def _parties(self, head: int) -> tuple[int, int]:
        """Return the head nouns of who acts and who is acted on, -1 for none; a passive without "by" has no agent."""
        trees, read = self.trees, self.arguments
        if not trees.is_predicate(head):
            return -1, -1
        subject = read.subject_token(head)
        if trees.lower[subject] in ("who", "which", "that") and trees.deps[head] == "relcl" and subject >= 0:
            subject = trees.heads[head]
        if read.is_passive(head):
            by = [
                trees.child(child, "pobj")
                for child in trees.children_of(head, "agent", "prep")
                if trees.lower[child] == "by"
            ]
            return next((token for token in by if token >= 0), -1), subject
        objects = [token for token in read.object_tokens(head) if trees.deps[token] != "dative"]
        return subject, next(iter(objects), -1)

    def _phrase(self, noun: int) -> tuple[str, ...]:
        """Return the content lemmas of a noun phrase without the clauses in it, the head first."""
        trees = self.trees
        found: list[str] = []
        waiting = [noun] if noun >= 0 else []
        while waiting and len(found) < _PHRASE_WORDS:
            token = waiting.pop(0)
            if trees.poses[token] in ("NOUN", "PROPN", "PRON", "ADJ"):
                found.append(trees.lemmas[token].casefold())
            waiting += [
                child
                for child in trees.children[token]
                if trees.deps[child] in ("compound", "amod", "poss", "prep", "pobj", "nmod", "conj", "appos")
            ]
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
