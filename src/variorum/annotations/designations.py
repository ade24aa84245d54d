"""Designations: the expressions that name or describe actors, and the words that colour or hold off what is told.

Four kinds. A label is a title, a role noun or a description that stands for an actor. A loaded expression evaluates an
act or an actor; a hedge leaves open whether a thing is so; doubt holds a claim at arm's length (claimed, scare quotes).
Every mark names the construction or the list that fired. It says what words were used, never that they are wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from variorum.annotations import actor_tables as tables
from variorum.annotations.coreference import HONORIFICS
from variorum.annotations.trees import Trees, trees_of
from variorum.model.annotations import Designation, DesignationKind, EntityType, MentionForm
from variorum.model.spans import Span, index_at, trim_span
from variorum.registry import annotator

if TYPE_CHECKING:
    from variorum.model.annotations import Draft, Entity, Mention, Quotation

#: Nouns that count people or name a country without describing an actor: no labels unless something describes them.
SCARE_QUOTES = "scare quotes"
#: Scare quotes hold a few words; longer stretches are quotations.
_SCARE_WORDS = 4
_EVALUATIVE_POS = {"ADJ": "adj", "NOUN": "noun", "PROPN": "noun", "VERB": "verb", "ADV": "adv"}


@dataclass(frozen=True, slots=True)
class Word:
    """A row of ``wording.tsv``."""

    kind: str
    polarity: str | None


@lru_cache(maxsize=1)
def wording() -> dict[tuple[str, str], Word]:
    """Return the table of words by (word, part of speech); ``hedge`` and ``loaded`` never share one."""
    return {
        (word, pos): Word(kind, polarity)
        for word, pos, kind, polarity in tables.read_rows("wording.tsv")
        if word and pos and kind
    }


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the fixed phrases by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for word, pos in wording():
        if pos == "phrase":
            found.setdefault(word.split()[0], []).append(tuple(word.split()))
    return {first: tuple(sorted(phrases, key=lambda p: (-len(p), p))) for first, phrases in found.items()}


@dataclass(slots=True)
class _Marked:
    """A designation before it is numbered."""

    start: int
    end: int
    kind: DesignationKind
    reason: str
    entity: str | None = None
    polarity: str | None = None


@annotator(gives="designations", needs=("entities", "quotations"), version="1")
def annotate_designations(draft: Draft) -> tuple[Designation, ...]:
    """Return the designations of a report in text order."""
    text, trees = draft.report.text, trees_of(draft)
    marks = [*_labels(draft, trees)]
    labelled = {(mark.start, mark.end) for mark in marks}
    coloured = _Colours(draft, trees)
    marks += [
        mark
        for mark in (*coloured.words(), *coloured.scare_quotes())
        if mark.reason == SCARE_QUOTES or (mark.start, mark.end) not in labelled
    ]
    marks.sort(key=lambda mark: (mark.start, -mark.end, mark.kind.value))
    attributed = _attributed(draft)
    return tuple(
        Designation(
            f"d{number}", mark.start, mark.end, text[mark.start : mark.end], mark.kind, mark.entity, mark.polarity,
            _is_quoted(draft, attributed, mark), mark.reason,
        )
        for number, mark in enumerate(marks, 1)
    )  # fmt: skip


def _attributed(draft: Draft) -> list[Span]:
    """Return the contents of the quotations, merged, in text order."""
    from variorum.model.spans import merge_spans  # noqa: PLC0415

    # "X did it, according to Y": the fact is Y's, the words that name X are the outlet's.
    told = (
        quotation
        for quotation in draft.quotations
        if quotation.cue_lemma not in ("accord", "according", "according to")
    )
    return list(merge_spans(span for quotation in told for span in quotation.spans))


def _is_quoted(draft: Draft, attributed: list[Span], mark: _Marked) -> bool:
    """Say whether a mark stands inside quotation marks or an attributed clause; scare quotes are the outlet's own."""
    if index_at(attributed, mark.start) is not None:
        return not (mark.reason == SCARE_QUOTES and index_at(attributed, max(0, mark.start - 2)) is None)
    return index_at(draft.marked, mark.start) is not None and mark.reason != SCARE_QUOTES


# -- labels ------------------------------------------------------------------------------------------------------


def _labels(draft: Draft, trees: Trees) -> list[_Marked]:
    """Return titles before names, kinds after them, nominals, appositives and predicate nouns."""
    marks: dict[tuple[int, int], _Marked] = {}
    for entity in draft.entities:
        if entity.type in (EntityType.PLACE, EntityType.EVENT, EntityType.OTHER):
            continue
        for mention in entity.mentions:
            mark = _label(draft, trees, entity, mention)
            if mark is not None:
                marks.setdefault((mark.start, mark.end), mark)
    return [marks[key] for key in sorted(marks)]


def _label(draft: Draft, trees: Trees, entity: Entity, mention: Mention) -> _Marked | None:
    """Return the label that a mention carries, or None."""
    if mention.form is MentionForm.NAME:
        return _title(trees, entity, mention)
    if mention.form is not MentionForm.NOMINAL:
        return None
    head = trees.token_at(mention.head_start)
    first, after = trees.token_at(mention.start), trees.token_at(mention.end - 1) + 1
    first = _after_determiner(trees, first, head)
    noun = draft.report.text[mention.head_start : mention.head_end].lower()
    role = tables.role_of(" ".join(noun.split()))
    if role is None:
        return None
    described = (
        any(trees.poses[token] in ("ADJ", "PROPN", "NOUN", "VERB") for token in range(first, head)) or after > head + 1
    )
    counted = any(trees.poses[token] == "NUM" for token in range(first, head))
    if role.noun in tables.word_set("bare") and (not described or counted):
        return None
    reason = {"appos": "appositive", "attr": "predicate noun"}.get(trees.deps[head], "role noun")
    if role.kind == "label":
        reason += ", label of the table of role nouns"
    polarity = role.polarity or ("neutral" if role.kind == "title" else None)
    return _Marked(
        trees.starts[first], mention.end, DesignationKind.LABEL, reason, entity.id,
        _coloured_polarity(trees, first, head, polarity),
    )  # fmt: skip


def _title(trees: Trees, entity: Entity, mention: Mention) -> _Marked | None:
    """Return the title before a name, or the whole of a name with its kind ("the Iran-backed Hamas organization")."""
    if mention.start == mention.head_start and mention.end == mention.head_end:
        return None
    first, head = trees.token_at(mention.start), trees.token_at(mention.head_start)
    first = _after_determiner(trees, first, head)
    end = mention.end if mention.end > mention.head_end else trees.ends[head - 1]
    if end <= trees.starts[first]:
        return None
    words = [trees.lower[token] for token in range(first, trees.token_at(end - 1) + 1)]
    role = next((role for size in (3, 2, 1) if (role := tables.role_of(" ".join(words[-size:]))) is not None), None)
    if role is None:
        return None
    if role.noun in HONORIFICS:
        return None
    reason = "name with its kind" if mention.end > mention.head_end else "title before a name"
    if role.kind == "label":
        reason += ", label of the table of role nouns"
    polarity = role.polarity or ("neutral" if role.kind == "title" else None)
    return _Marked(
        trees.starts[first],
        end,
        DesignationKind.LABEL,
        reason,
        entity.id,
        _coloured_polarity(trees, first, head, polarity),
    )


def _after_determiner(trees: Trees, first: int, head: int) -> int:
    """Return the first token of a phrase after its article."""
    while first < head and trees.lower[first] in tables.word_set("article"):
        first += 1
    return first


def _coloured_polarity(trees: Trees, first: int, head: int, polarity: str | None) -> str | None:
    """Return the polarity of a label: that of an evaluating adjective in it ("brutal"), else its noun's."""
    for token in range(first, head):
        word = wording().get((trees.lower[token], "adj"))
        if word is not None and word.kind == "loaded" and polarity in (None, "neutral"):
            return word.polarity
    return polarity


# -- loaded words, hedges, doubt ----------------------------------------------------------------------------------


class _Colours:
    """The words of a report that a list names."""

    def __init__(self, draft: Draft, trees: Trees) -> None:
        self.draft, self.trees = draft, trees
        self.text = draft.report.text
        self.table = wording()
        self.entity_at = {
            trees.token_at(mention.head_start): entity.id
            for entity in draft.entities
            for mention in entity.mentions
            if mention.form is not MentionForm.PRONOUN
        }
        self.labelled = [
            Span(mention.start, mention.end)
            for entity in draft.entities
            for mention in entity.mentions
            if mention.form is MentionForm.NOMINAL or mention.start < mention.head_start
        ]

    def words(self) -> list[_Marked]:
        """Return loaded expressions, hedges and doubt."""
        trees, token = self.trees, 0
        marks: list[_Marked] = []
        while token < len(trees.lower):
            sentence = trees.sentences[token]
            if sentence < 0 or self.draft.sentences[sentence].boilerplate:
                token += 1
                continue
            after, mark = self._phrase_at(token)
            if mark is None:
                mark = self._word_at(token)
            if mark is not None and not (marks and marks[-1].end >= mark.end and marks[-1].kind is mark.kind):
                marks.append(mark)
            token = max(after, token + 1)
        return marks

    def _phrase_at(self, token: int) -> tuple[int, _Marked | None]:
        """Return the fixed phrase that begins here."""
        trees = self.trees
        for phrase in _phrases().get(trees.lower[token], ()):
            after = token + len(phrase)
            if tuple(trees.lower[token:after]) == phrase:
                return after, _Marked(
                    trees.starts[token], trees.ends[after - 1], DesignationKind.HEDGE, "hedge, table of wording"
                )
        return token, None

    def _word_at(self, token: int) -> _Marked | None:
        """Return what the table of wording says about one word."""
        trees = self.trees
        pos, lemma, lower = trees.poses[token], trees.lemmas[token], trees.lower[token]
        if lower in ("may", "might"):
            return (
                self._single(token, DesignationKind.HEDGE, "modal of possibility")
                if trees.tags[token] == "MD"
                else None
            )
        hyphened = self._hyphened(token)
        if hyphened is not None:
            return hyphened
        key = _EVALUATIVE_POS.get(pos)
        if key is None:
            return None
        if key == "verb" and (lemma, "named") in self.table:
            # "what Reyes called a raid": the outlet leaves the word to her.
            what = any(trees.lower[child] == "what" for child in trees.children[token])
            end = token + 1 if trees.lower[token + 1 : token + 2] == ["as"] else token
            reason = "what somebody called it"
            return _Marked(trees.starts[token], trees.ends[end], DesignationKind.DOUBT, reason) if what else None
        if key == "verb" and trees.deps[token] == "amod" and (lower, "adj") in self.table:
            key = "adj"
        row = self.table.get((lower, key)) or self.table.get((lemma, key))
        if row is None and key == "noun" and token and trees.poses[token - 1] in ("NOUN", "ADJ"):
            row = self.table.get((f"{trees.lower[token - 1]} {lemma}", "noun"))
        if row is None:
            return None
        if row.kind == "hedge":
            return self._single(token, DesignationKind.HEDGE, "hedge, table of wording")
        if row.kind == "doubt":
            return self._doubt(token, key)
        return self._loaded(token, row, key)

    def _single(self, token: int, kind: DesignationKind, reason: str) -> _Marked:
        """Return a mark on one word."""
        return _Marked(self.trees.starts[token], self.trees.ends[token], kind, reason)

    def _hyphened(self, token: int) -> _Marked | None:
        """Return the mark of a hyphened word that the parser splits: "so-called", "self-styled", "self-defense"."""
        trees = self.trees
        if (
            token + 2 >= len(trees.lower)
            or trees.lower[token + 1] != "-"
            or trees.starts[token + 1] != trees.ends[token]
        ):
            return None
        word = f"{trees.lower[token]}-{trees.lower[token + 2]}"
        for pos in ("adj", "noun"):
            row = self.table.get((word, pos))
            if row is None:
                continue
            if row.kind == "loaded":
                head = trees.heads[token + 2] if trees.deps[token + 2] in ("compound", "amod") else token + 2
                end = head if token + 2 < head <= token + 5 else token + 2
                return _Marked(
                    trees.starts[token], trees.ends[end], DesignationKind.LOADED,
                    f"{row.polarity} {pos}, table of wording", self.entity_at.get(end), row.polarity,
                )  # fmt: skip
            kind = DesignationKind.DOUBT if row.kind == "doubt" else DesignationKind.HEDGE
            return _Marked(trees.starts[token], trees.ends[token + 2], kind, f"{row.kind}, table of wording")
        return None

    def _doubt(self, token: int, key: str) -> _Marked | None:
        """Return a word of doubt in its construction; "claimed responsibility", "claimed 40 lives" assert."""
        trees = self.trees
        lemma = trees.lemmas[token]
        if key == "verb" and lemma == "claim" and trees.sentences[token] >= 0:
            direct = trees.child(token, "dobj")
            if (
                direct >= 0
                and trees.child(token, "ccomp", "xcomp") < 0
                and trees.lemmas[direct] not in ("that", "this", "it")
            ):
                return None
        if key == "verb" and lemma in ("term", "dub") and trees.deps[token] == "amod":
            return None
        if key == "noun" and trees.child(token, "acl", "prep") < 0 and trees.child(token, "poss") < 0:
            return None
        return self._single(token, DesignationKind.DOUBT, "doubt, table of wording")

    def _loaded(self, token: int, row: Word, key: str) -> _Marked | None:
        """Return a loaded expression: an adjective with its noun, a noun with its adjectives, or a verb."""
        trees = self.trees
        first = after = token
        if key == "adj":
            if trees.deps[token] not in ("amod", "acomp", "conj", "compound"):
                return None
            head = trees.heads[token]
            if trees.deps[token] in ("amod", "compound") and token < head <= token + 4:
                after = head
        elif key == "noun":
            while first > 0 and trees.heads[first - 1] == token and trees.deps[first - 1] in ("amod", "compound"):
                if trees.poses[first - 1] == "PROPN" or trees.starts[token] - trees.starts[first - 1] > 40:
                    break
                first -= 1
            if trees.deps[token] == "compound" and token < trees.heads[token] <= token + 3:
                after = trees.heads[token]  # "terror corridor"
        span = Span(trees.starts[first], trees.ends[after])
        if key != "verb" and self._in_label(span):
            return None
        return _Marked(
            span.start, span.end, DesignationKind.LOADED, f"{row.polarity} {key}, table of wording",
            self.entity_at.get(after), row.polarity,
        )  # fmt: skip

    def _in_label(self, span: Span) -> bool:
        """Say whether a span lies inside a label, which carries its polarity already."""
        at = self._label_starts_before(span.start)
        return any(label.contains(span) for label in at)

    def _label_starts_before(self, start: int) -> list[Span]:
        """Return the labels that may hold a place: those of the same few words before it."""
        from bisect import bisect_right  # noqa: PLC0415

        if not hasattr(self, "_sorted"):
            self._sorted = sorted(self.labelled)
        index = bisect_right(self._sorted, Span(start, 10**12))
        return self._sorted[max(0, index - 4) : index]

    def scare_quotes(self) -> list[_Marked]:
        """Return short stretches in marks that no speaker is given for, inside a noun phrase of the outlet's own."""
        verbatim = {span.start: quotation for quotation in self.draft.quotations for span in quotation.verbatim}
        marks = []
        for marked in self.draft.marked:
            span = trim_span(marked, self.text, strip=" ,;")
            words = span.text_of(self.text).split()
            if not 0 < len(words) <= _SCARE_WORDS:
                continue
            quotation = verbatim.get(marked.start)
            if quotation is not None and not self._word_within(span, quotation):
                continue
            if words[-1][-1] in ".?!" or words[0][:1].isupper():
                continue
            if self.draft.report.is_boilerplate(span) or not self._in_noun_phrase(span):
                continue
            marks.append(_Marked(span.start, span.end, DesignationKind.DOUBT, SCARE_QUOTES))
        return marks

    def _word_within(self, span: Span, quotation: Quotation) -> bool:
        """Say whether one or two marked words stand inside somebody's reported clause, not as what was said itself."""
        words = len(span.text_of(self.text).split())
        around = sum(len(part.text_of(self.text).split()) for part in quotation.spans)
        return words <= 2 and around >= 4 * words and len(quotation.verbatim) == 1

    def _in_noun_phrase(self, span: Span) -> bool:
        """Say whether marked words end in a noun or adjective, and no verb of speaking governs them."""
        trees = self.trees
        last = trees.token_at(span.end - 1)
        while last > 0 and trees.starts[last] >= span.start and trees.poses[last] == "PUNCT":
            last -= 1
        if trees.starts[last] < span.start or trees.poses[last] not in ("NOUN", "PROPN", "ADJ"):
            return False
        if trees.sentences[last] < 0 or not trees.walked[trees.sentences[last]]:
            return False
        return trees.lemmas[trees.heads[last]] not in tables.word_set("speaking")
