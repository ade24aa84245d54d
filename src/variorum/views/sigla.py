"""Reports in the order of their sigla (A, B, ... Z, A2, ...), and what people call them."""

from __future__ import annotations

from variorum.model.annotations import AnnotatedReport
from variorum.model.stories import Story


def siglum_rank(siglum: str) -> tuple[int, str]:
    """Return the sort key of a siglum: A to Z before A2 to Z2."""
    turn = siglum[1:]
    return (int(turn) if turn.isdecimal() and len(turn) < 10 else 1, siglum)


def ordered_reports(story: Story) -> list[tuple[str, AnnotatedReport]]:
    """Return (siglum, report) pairs in the order of the sigla."""
    return sorted(story.items(), key=lambda item: siglum_rank(item[0]))


def report_name(siglum: str, annotated: AnnotatedReport) -> str:
    """Return what people call a report: its outlet, else its title, else its file, else its siglum."""
    report = annotated.report
    # Of a path the last part alone: where the file lay on somebody's machine does not belong on a page.
    file = report.capture.name.replace("\\", "/").rstrip("/").rpartition("/")[2] if report.capture else ""
    given = " ".join((report.outlet or report.title or file.strip("-")).split())
    return given[:80] or f"Report {siglum}"


def story_title(story: Story) -> str:
    """Return the title of a story: its own, else the first title among its reports, else a plain one."""
    titles = [story.title, *(annotated.report.title for _, annotated in ordered_reports(story))]
    return next((" ".join(title.split()) for title in titles if title and title.strip()), "Reports of one event")
