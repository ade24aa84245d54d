"""What one report tells alone, and what rests on one source, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from variorum.model.annotations import AnnotatedReport
from variorum.model.comparisons import Comparison, CoverageBlock
from variorum.views.counts import plural
from variorum.views.shown import one_line
from variorum.views.sigla import ordered_reports, siglum_rank
from variorum.views.terminal.lines import NAME, print_heading, print_indented, print_rest, sigla_list

if TYPE_CHECKING:
    from rich.console import Console

REPORTS = 6
"""Reports whose first blocks are shown; of more the numbers alone."""

SOURCES = 8
_GROUPS = ("detail", "reaction", "quotation", "background", "context")


def print_alone(console: Console, comparison: Comparison) -> None:
    """Print how much each report tells alone, and the first block of each group."""
    rows = sorted(comparison.coverage, key=lambda row: siglum_rank(row.siglum))
    if not rows:
        return
    print_heading(console, "Told by one report only (not mentioned in the others)")
    reports = dict(ordered_reports(comparison.story))
    for row in rows:
        size = f"{plural(row.characters, 'character')}, {plural(row.sentences, 'sentence')}, {row.alone:,} alone"
        console.print(f"  {row.siglum}  {size}", style="bold")
        if len(rows) > REPORTS:
            continue
        for group in _GROUPS:
            blocks = [block for block in row.blocks if block.group == group]
            if blocks:
                words = _telling_words(blocks, reports[row.siglum])
                limit = max(console.width - 24, 30)
                print_indented(console, f"{group} ({len(blocks)}): {one_line(words, limit=limit)}", 5)


def _telling_words(blocks: Sequence[CoverageBlock], annotated: AnnotatedReport) -> str:
    """Return the words of the first block that begins with a sentence, as it can be understood alone.

    Where every block is the rest of a sentence that is shared otherwise, the first of them, the cut marked.
    """
    text = annotated.report.text
    sentences = {sentence.start: sentence.span for sentence in annotated.sentences}
    whole = [
        block for block in blocks if (first := sentences.get(block.spans[0].start)) and block.spans[0].contains(first)
    ]
    span = (whole or blocks)[0].spans[0]
    return text[span.start : span.end] if whole else f"… {text[span.start : span.end]} …"


def print_sources(console: Console, comparison: Comparison) -> None:
    """Print what several reports tell on the word of one source."""
    gists = {unit.id: unit.gist for unit in comparison.units}
    single = [item for item in comparison.sourcing if item.single and item.named and item.unit in gists]
    copies = comparison.shared_text
    if not single and not copies:
        return
    print_heading(console, "Resting on one source")
    for item in single[:SOURCES]:
        (origin,) = item.origins
        who = f"{one_line(origin.name or '', limit=NAME)}, in {sigla_list(origin.sigla)}"
        print_indented(console, f"{one_line(gists[item.unit], limit=console.width)}: {who}", 2)
    print_rest(console, len(single) - SOURCES)
    for copy in copies[:3]:
        where = sigla_list(passage.siglum for passage in copy.passages)
        words = one_line(copy.passages[0].text, limit=console.width)
        print_indented(console, f"{copy.words:,} words are the same, word for word, in {where}: “{words}”", 2)
    print_rest(console, len(copies) - 3)
