"""``variorum compare``: reports of one event, or a file of stories, to comparisons."""

from __future__ import annotations

import os
import shutil
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variorum.cli.options import (
    InputFormat,
    NoCache,
    Output,
    OutputFormat,
    Pipeline,
    check_output,
    format_for,
    format_option,
    pipeline_or_default,
    write_result,
)
from variorum.cli.progress import Progress
from variorum.cli.refusals import print_refusals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model.alignments import ActorDecision
    from variorum.model.comparisons import Comparison

EXIT_SOME_REFUSED = 3
#: Without it Excel takes a file for one in the local encoding, and shows typographic marks as garbage.
BYTE_ORDER_MARK = "\ufeff"
DEFAULT_PAGE = Path("comparison.html")
#: Exports: the view of each, imported when it is asked for.
EXPORTS = {
    OutputFormat.TEI: ("variorum.views.tei", "render_tei"),
    OutputFormat.WEBANNOTATION: ("variorum.views.webannotation", "render_webannotation"),
    OutputFormat.CLAIMS: ("variorum.views.claims", "render_claims"),
    OutputFormat.GRAPHML: ("variorum.views.graphml", "render_graphml"),
}


def compare(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="REPORT", help="Files or folders with reports of one event; - is standard input."),
    ] = None,
    *,
    output_format: Annotated[
        OutputFormat | None, format_option(OutputFormat, "What to write; the suffix of -o says it as well.")
    ] = None,
    output: Output = None,
    title: Annotated[str | None, typer.Option(help="Title of the story; without it the reports give one.")] = None,
    input_format: InputFormat = "auto",
    pipeline: Pipeline = None,
    no_cache: NoCache = False,
    actors: Annotated[
        Path | None,
        typer.Option(help="Your decisions on actors: a table of merge and split, see docs/reading-a-comparison.md."),
    ] = None,
    open_page: Annotated[
        bool, typer.Option("--open", help=f"Write the page ({DEFAULT_PAGE} without -o) and open it in the browser.")
    ] = False,
    stories: Annotated[
        str | None,
        typer.Option(
            help='A JSONL file, a story a line: {"id", "reports": [{"id", "text", ...}]}; - is standard input.'
        ),
    ] = None,
) -> None:
    """Lay reports of one event side by side.

    Without -o and --format the summary goes to standard output.

    \b
    Examples:
      variorum compare a.txt b.txt
      variorum compare a.txt b.html c.pdf -o page.html
      variorum compare reports/ --format json > comparison.json
      variorum compare a.txt b.txt --open
      variorum compare a.txt b.txt --actors decisions.tsv -o page.html
      variorum compare --stories stories.jsonl > comparisons.jsonl
    """
    if (stories is None) == (not inputs):
        raise typer.BadParameter("give the reports of one event, or --stories with a file of stories")
    if stories is not None:
        if actors is not None:
            raise typer.BadParameter("--actors decides on one story; leave --stories out")
        _compare_stories(stories, output, output_format, title, open_page, pipeline, no_cache)
        return
    if open_page and output is None:
        output = DEFAULT_PAGE
    check_output(output)
    wanted = format_for(output, output_format)
    if open_page and wanted is not OutputFormat.HTML:
        raise typer.BadParameter("--open shows the page: leave --format out, or name a file that ends in .html")
    decisions = read_actors(actors) if actors is not None else ()
    comparison = compare_inputs(inputs or [], input_format, title, pipeline, keep=not no_cache, decisions=decisions)
    write_result(render(comparison, wanted, for_terminal=output is None), output)
    _say_where(output, wanted)
    if open_page and output is not None:
        typer.launch(output.resolve().as_uri())
    print_refusals(comparison.refusals)
    if comparison.refusals:
        raise typer.Exit(EXIT_SOME_REFUSED)


def compare_inputs(
    inputs: list[str],
    input_format: str,
    title: str | None,
    pipeline: str | None,
    *,
    keep: bool,
    decisions: Sequence[ActorDecision] = (),
) -> Comparison:
    """Read the inputs and compare what they hold, with progress."""
    from variorum import flow  # noqa: PLC0415  # not for --help
    from variorum.reports.reading import read_reports  # noqa: PLC0415

    with Progress() as progress:
        progress("reading")
        reports, refused = read_reports(inputs, input_format=input_format)
        return flow.compare(
            reports,
            title=title,
            pipeline=pipeline_or_default(pipeline),
            keep=keep,
            progress=progress,
            refusals=tuple(refused),
            decisions=decisions,
        )


def read_actors(path: Path) -> tuple[ActorDecision, ...]:
    """Return the decisions of a file; raises [R001], [R004] or [R010] when it cannot be read, [C005] for its lines."""
    from variorum.alignments.actors.decisions import read_decisions  # noqa: PLC0415  # not for --help
    from variorum.errors import VariorumError  # noqa: PLC0415

    try:
        return read_decisions(path.read_text(encoding="utf-8"), str(path))
    except FileNotFoundError as error:
        raise VariorumError("R001", str(path)) from error
    except UnicodeDecodeError as error:
        raise VariorumError("R004", str(path), encoding="UTF-8") from error
    except OSError as error:
        raise VariorumError("R010", str(path), why=error.strerror or str(error)) from error


def render(comparison: Comparison, wanted: OutputFormat, *, for_terminal: bool = False) -> str:
    """Return a comparison in a format; text for standard output takes the width and colours of a terminal there."""
    if wanted is OutputFormat.HTML:
        from variorum.views.html import render_html  # noqa: PLC0415  # only the view that is asked for

        return render_html(comparison)
    if wanted is OutputFormat.JSON:
        from variorum.views.json import comparison_to_dict, to_json  # noqa: PLC0415

        return to_json(comparison_to_dict(comparison))
    if wanted is OutputFormat.CSV:
        from variorum.views.csv import render_csv  # noqa: PLC0415

        return render_csv(comparison) if for_terminal else BYTE_ORDER_MARK + render_csv(comparison)
    if wanted in EXPORTS:
        module, function = EXPORTS[wanted]
        exported: str = getattr(import_module(module), function)(comparison)
        return exported
    from variorum.views.terminal import render_text  # noqa: PLC0415

    if not (for_terminal and sys.stdout.isatty()):
        return render_text(comparison)
    width = shutil.get_terminal_size().columns
    return render_text(comparison, width=width, color=not os.environ.get("NO_COLOR"))


def _say_where(output: Path | None, wanted: OutputFormat) -> None:
    """Tell where the result is, and that there is a page."""
    if output is not None:
        sys.stderr.write(f"Written to {output}\n")
    elif wanted is OutputFormat.TEXT:
        sys.stderr.write("The page with everything, side by side: add -o page.html (or --open)\n")


def _compare_stories(
    stories: str,
    output: Path | None,
    output_format: OutputFormat | None,
    title: str | None,
    open_page: bool,
    pipeline: str | None,
    no_cache: bool,
) -> None:
    """Compare a file of stories; refuse the options that belong to one story."""
    from variorum.cli.stories import compare_stories  # noqa: PLC0415  # not for --help

    if output_format not in (None, OutputFormat.JSON) or title is not None or open_page:
        raise typer.BadParameter("--stories writes one JSON object a line; leave --format, --title and --open out")
    done, refused = compare_stories(stories, output, pipeline_or_default(pipeline), keep=not no_cache)
    if refused:
        raise typer.Exit(EXIT_SOME_REFUSED if done else 1)
