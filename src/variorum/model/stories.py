"""Stories: reports of one event, each with a siglum A, B, C ... (collation)."""

from __future__ import annotations

from msgspec import Struct

from variorum.model.annotations import AnnotatedReport


class Story(Struct, frozen=True):
    """Annotated reports of one event.

    ``reports`` stand in the order of their content hashes, whatever order they were given in, so that everything
    computed from a story is the same in any order of input; ``sigla`` go by the order in which they were given.
    """

    id: str
    title: str | None
    reports: tuple[AnnotatedReport, ...]
    sigla: tuple[str, ...]
    """``sigla[i]`` is the siglum of ``reports[i]``."""

    def report_of(self, siglum: str) -> AnnotatedReport:
        """Return the report with this siglum; KeyError when there is none."""
        try:
            return self.reports[self.sigla.index(siglum)]
        except ValueError:
            raise KeyError(siglum) from None

    def items(self) -> tuple[tuple[str, AnnotatedReport], ...]:
        """Return (siglum, report) pairs in story order."""
        return tuple(zip(self.sigla, self.reports, strict=True))
