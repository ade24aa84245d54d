"""``variorum annotate``: reports to what is found in each, one JSON object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from variorum.cli.options import (
    AnnotationFormat,
    InputFormat,
    NoCache,
    Output,
    Pipeline,
    check_output,
    format_option,
    pipeline_or_default,
    write_result,
)
from variorum.cli.progress import Progress
from variorum.cli.refusals import print_refusals, refusal_of

if TYPE_CHECKING:
    from variorum.model.annotations import AnnotatedReport
    from variorum.model.reports import Refusal, Report

EXIT_SOME_REFUSED = 3


def annotate(
    inputs: Annotated[list[str], typer.Argument(metavar="REPORT", help="Files or folders; - is standard input.")],
    *,
    output_format: Annotated[
        AnnotationFormat,
        format_option(AnnotationFormat, "All annotations as JSON, or the table of events (docs/event-table.md)."),
    ] = AnnotationFormat.JSON,
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
      variorum annotate reports.jsonl --format events-csv -o events.csv
    """
    from variorum.reports.reading import read_reports  # noqa: PLC0415  # not for --help

    check_output(output)
    with Progress() as progress:
        progress("reading")
        reports, refusals = read_reports(inputs, input_format=input_format)
        annotated, refused = _annotate_all(reports, pipeline_or_default(pipeline), progress, keep=not no_cache)
    refusals = [*refusals, *refused]
    if annotated:
        write_result(_rendered(annotated, output_format, tones=tones), output)
    print_refusals(refusals)
    if refusals:
        raise typer.Exit(EXIT_SOME_REFUSED if annotated else 1)


def _rendered(reports: list[AnnotatedReport], output_format: AnnotationFormat, *, tones: bool) -> str | bytes:
    """Return annotated reports in the format asked for."""
    from variorum import flow  # noqa: PLC0415  # not for --help
    from variorum.views import event_table  # noqa: PLC0415
    from variorum.views.json import annotated_to_dict, to_json  # noqa: PLC0415

    if output_format is AnnotationFormat.EVENTS_CSV:
        return event_table.render_event_csv(reports)
    if output_format is AnnotationFormat.EVENTS_JSONL:
        return event_table.render_event_jsonl(reports)
    if output_format is AnnotationFormat.EVENTS_PARQUET:
        return event_table.render_event_parquet(reports)
    read = [flow.read_tones(annotated) if tones else None for annotated in reports]
    documents = (annotated_to_dict(annotated, tones=each) for annotated, each in zip(reports, read, strict=True))
    return "\n".join(to_json(document).rstrip("\n") for document in documents)


def _annotate_all(
    reports: list[Report], pipeline: str, progress: Progress, *, keep: bool
) -> tuple[list[AnnotatedReport], list[Refusal]]:
    """Return the reports that could be annotated, and the others as refusals."""
    from variorum import flow  # noqa: PLC0415  # not for --help

    found: list[AnnotatedReport] = []
    refused: list[Refusal] = []
    for report in reports:
        name = report.capture.name if report.capture else report.id
        try:
            found.append(flow.annotate(report, pipeline=pipeline, keep=keep, progress=progress))
        except Exception as error:  # noqa: BLE001  # one bad report never stops a batch
            refused.append(refusal_of(error, name))
    return found, refused
