"""Scare quotes: a few words in marks that nobody is said to have said, by which an outlet holds a word at arm's length.

Told apart from quotations (somebody says them), from titles of works and programmes (capitals) and from whole clauses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.designations.wording import Mark
from variorum.annotations.tables import actors as tables
from variorum.model.annotations import DesignationKind
from variorum.model.spans import Span, trim_span

if TYPE_CHECKING:
    from variorum.annotations.trees import Trees
    from variorum.model.annotations import Draft, Quotation

REASON = "scare quotes"
#: Scare quotes hold a few words; longer stretches are quotations.
_WORDS = 4
#: So many words of somebody's clause stand outside of the marks at least.
_AROUND = 3


def find_scare_quotes(draft: Draft, trees: Trees) -> list[Mark]:
    """Return the scare quotes of a report in text order."""
    verbatim = {span.start: quotation for quotation in draft.quotations for span in quotation.verbatim}
    finder = _ScareQuotes(draft, trees)
    marks = []
    for marked in draft.marked:
        span = trim_span(marked, draft.report.text, strip=" ,;.")
        if finder.is_scare(span, verbatim.get(marked.start)):
            marks.append(Mark(span.start, span.end, DesignationKind.DOUBT, REASON))
    return marks


class _ScareQuotes:
    """What tells scare quotes from other marks in one report."""

    def __init__(self, draft: Draft, trees: Trees) -> None:
        self.draft, self.trees = draft, trees
        self.text = draft.report.text

    def is_scare(self, span: Span, quotation: Quotation | None) -> bool:
        """Say whether marked words are held at arm's length rather than quoted or named as a title."""
        words = span.text_of(self.text).split()
        if not 0 < len(words) <= _WORDS or words[-1][-1] in ".?!" or self.draft.report.is_boilerplate(span):
            return False
        if all(word[:1].isupper() for word in words) or (len(words) > 1 and words[-1][:1].isupper()):
            return False  # "Fox News Sunday", "This Week"
        if quotation is not None and not (self._word_within(span, quotation) or self._praised(span, quotation)):
            return False
        return self._in_noun_phrase(span)

    def _praised(self, span: Span, quotation: Quotation) -> bool:
        """Say whether one marked noun stands in what somebody praises or blames: hailed its "vigour"."""
        token = self.trees.token_at(span.start)
        one = len(span.text_of(self.text).split()) == 1 and len(quotation.verbatim) == 1
        governor = self.trees.lemmas[self.trees.heads[token]]
        return one and self.trees.tags[token] == "NN" and governor in tables.word_set("praising")

    def _word_within(self, span: Span, quotation: Quotation) -> bool:
        """Say whether one or two marked words stand inside somebody's reported clause, not as what was said itself."""
        words = len(span.text_of(self.text).split())
        around = sum(len(part.text_of(self.text).split()) for part in quotation.spans)
        return words <= 2 and around >= words + _AROUND and len(quotation.verbatim) == 1

    def _in_noun_phrase(self, span: Span) -> bool:
        """Say whether marked words end in a noun, adjective or participle, and no verb of speaking governs them."""
        trees = self.trees
        last = trees.token_at(span.end - 1)
        while last > 0 and trees.starts[last] >= span.start and trees.poses[last] == "PUNCT":
            last -= 1
        if trees.starts[last] < span.start or trees.sentences[last] < 0 or not trees.walked[trees.sentences[last]]:
            return False
        words = range(trees.token_at(span.start), last + 1)
        if any(trees.poses[token] in ("PRON", "AUX") or trees.tags[token] == "MD" for token in words):
            return False  # "I'm sorry", "will continue": a clause, somebody's words
        pos = trees.poses[last]
        if pos == "VERB":
            return trees.tags[last] in ("VBD", "VBN", "VBG") and len(span.text_of(self.text).split()) == 1
        if pos == "ADV":
            return words.start == last and trees.lower[last].endswith("ly")  # she is "deeply" sorry
        governor = trees.lemmas[trees.heads[last]]
        spoken = governor in tables.word_set("speaking") and not (
            governor in tables.word_set("praising") and trees.tags[last] == "NN"
        )
        return pos in ("NOUN", "PROPN", "ADJ") and not spoken
