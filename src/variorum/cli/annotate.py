"""``variorum annotate``: reports to what is found in each, one JSON object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from variorum.cli.options import InputFormat, NoCache, Output, Pipeline, pipeline_or_default, write_result
from variorum.cli.progress import Progress
from variorum.cli.refusals import print_refusals, refusal_of

if TYPE_CHECKING:
    from variorum.model.reports import Refusal, Report

EXIT_SOME_REFUSED = 3


def annotate(
    inputs: Annotated[list[str], typer.Argument(metavar="REPORT", help="Files or folders; - is standard input.")],
    *,
    output: Output = None,
    input_format: InputFormat = "auto",
    pipeline: Pipeline = None,
    no_cache: NoCache = False,
    tones: Annotated[
        bool, typer.Option("--tones", help="Estimate too how sentences speak of each entity (about 3 ms each).")
    ] = False,
) -> None:
    """Print what is found in each report.

    One JSON object a line; docs/json.md explains its fields.

    \b
    Examples:
      variorum annotate report.txt
      variorum annotate crawl.warc.gz feed.xml -o annotated.jsonl
      cat report.txt | variorum annotate -
    """
    from variorum.reports.reading import read_reports  # noqa: PLC0415  # not for --help

    with Progress() as progress:
        progress("reading")
        reports, refusals = read_reports(inputs, input_format=input_format)
        lines, refused = _annotate_all(reports, pipeline_or_default(pipeline), progress, keep=not no_cache, tones=tones)
    refusals = [*refusals, *refused]
    if lines:
        write_result("\n".join(lines), output)
    print_refusals(refusals)
    if refusals:
        raise typer.Exit(EXIT_SOME_REFUSED if lines else 1)


def _annotate_all(
    reports: list[Report], pipeline: str, progress: Progress, *, keep: bool, tones: bool
) -> tuple[list[str], list[Refusal]]:
    """Return a line for each report that could be annotated, and the others as refusals."""
    from variorum import flow  # noqa: PLC0415  # not for --help
    from variorum.views.json import annotated_to_dict, to_json  # noqa: PLC0415

    lines: list[str] = []
    refused: list[Refusal] = []
    for report in reports:
        name = report.capture.name if report.capture else report.id
        try:
            annotated = flow.annotate(report, pipeline=pipeline, keep=keep, progress=progress)
            read = flow.read_tones(annotated) if tones else None
            lines.append(to_json(annotated_to_dict(annotated, tones=read)).rstrip("\n"))
        except Exception as error:  # noqa: BLE001  # one bad report never stops a batch
            refused.append(refusal_of(error, name))
    return lines, refused
