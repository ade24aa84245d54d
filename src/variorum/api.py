"""The library's front door: ``read``, ``annotate``, ``compare``, and results that print themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from os import PathLike
from typing import Any

from msgspec import Struct

from variorum import flow
from variorum.alignments.actors.decisions import read_decisions
from variorum.annotations.parsing import DEFAULT_PIPELINE
from variorum.model.annotations import AnnotatedReport
from variorum.model.comparisons import Comparison
from variorum.model.reports import Refusal, Report
from variorum.reports.reading import read_report, read_reports
from variorum.views.html import render_html
from variorum.views.json import annotated_to_dict, comparison_to_dict, to_json
from variorum.views.terminal import render_text

Source = str | PathLike[str] | Report


class AnnotationResult(Struct, frozen=True):
    """An annotated report; ``annotated`` is the model object behind it."""

    annotated: AnnotatedReport

    def to_dict(self) -> dict[str, Any]:
        """Return the machine interface of ``variorum annotate`` (schema 1)."""
        return annotated_to_dict(self.annotated)

    def to_json(self) -> str:
        """Return :meth:`to_dict` as one line of JSON."""
        return to_json(self.to_dict())


class ComparisonResult(Struct, frozen=True):
    """A comparison; ``comparison`` is the model object behind it."""

    comparison: Comparison

    def to_dict(self) -> dict[str, Any]:
        """Return the machine interface of ``variorum compare`` (schema 1)."""
        return comparison_to_dict(self.comparison)

    def to_json(self) -> str:
        """Return :meth:`to_dict` as one line of JSON."""
        return to_json(self.to_dict())

    def to_html(self) -> str:
        """Return the self-contained page."""
        return render_html(self.comparison)

    def to_text(self) -> str:
        """Return the terminal summary as plain text."""
        return render_text(self.comparison)

    def _repr_html_(self) -> str:
        """Show the page in a notebook, in a frame of its own so that its styles stay inside."""
        from html import escape  # noqa: PLC0415

        page = escape(self.to_html(), quote=True)
        return f'<iframe title="Variorum comparison" srcdoc="{page}" style="width:100%;height:80vh;border:0"></iframe>'


def read(path: str | PathLike[str], *, input_format: str = "auto") -> Report:
    """Read one report from a file; raises a :class:`~variorum.errors.VariorumError` that says what is wrong with it."""
    return read_report(path, input_format=input_format)


def read_all(paths: Sequence[str | PathLike[str]], *, input_format: str = "auto") -> tuple[list[Report], list[Refusal]]:
    """Read every report in files and folders; what cannot be taken is returned as refusals, and the rest goes on."""
    return read_reports(paths, input_format=input_format)


def annotate(source: Source, *, pipeline: str = DEFAULT_PIPELINE, keep: bool = True) -> AnnotationResult:
    """Annotate one report (a path or a :class:`Report`)."""
    report = source if isinstance(source, Report) else read(source)
    return AnnotationResult(flow.annotate(report, pipeline=pipeline, keep=keep))


def compare(
    sources: Sequence[Source],
    *,
    title: str | None = None,
    pipeline: str = DEFAULT_PIPELINE,
    keep: bool = True,
    actors: str = "",
    signal: Callable[[str, str], float] | None = None,
) -> ComparisonResult:
    """Compare at least two reports (paths or :class:`Report` objects) of one event.

    ``actors`` is the text of a table of decisions on actors (``merge`` and ``split``, one a line). ``signal``, an
    entailment model of your own say, gives a sentence of each of two reports the chance (0 to 1) that they contradict
    each other: it may propose possible tensions, never a conflict.
    """
    reports: list[Report] = []
    refusals: list[Refusal] = []
    for source in sources:
        if isinstance(source, Report):
            reports.append(source)
        else:
            taken, refused = read_all([source])
            reports += taken
            refusals += refused
    decisions = read_decisions(actors, "actors")
    comparison = flow.compare(
        reports,
        title=title,
        pipeline=pipeline,
        keep=keep,
        refusals=tuple(refusals),
        decisions=decisions,
        signal=signal,
    )
    return ComparisonResult(comparison)
