"""The tasks: each takes the gold folder and returns rows; a FileNotFoundError means that its gold is not there.

The scorers stand beside the gold data and are run from there, unchanged: never copied into the project.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from cost import measure_cost
from rows import Row
from scoring import load_module, read_lines
from tasks_conflict_verdicts import measure_conflict_verdicts
from tasks_conflicts import CONFLICT_TASKS
from tasks_designations import measure_designations, measure_tone
from tasks_entities import measure_actors
from tasks_event_groups import measure_event_groups
from tasks_event_sentences import measure_event_sentences
from tasks_events import measure_events
from tasks_quotations import QUOTATION_TASKS
from tasks_real_reports import measure_real_reports
from tasks_retellings import measure_retellings
from tasks_times import measure_times
from tasks_utterances import measure_utterances
from tasks_when_and_where import measure_when_and_where

from variorum.errors import VariorumError


def measure_extraction(gold: Path) -> list[Row]:
    """Measure the text of web pages with the metric functions of the article-extraction benchmark itself."""
    from variorum.reports.html import extract_article  # noqa: PLC0415  # one task alone needs it

    pages = gold / "extraction" / "article_extraction.jsonl.gz"
    metric = load_module(gold / "extraction" / "article_extraction_evaluate.py")
    matches = []
    for page in read_lines(pages):
        try:
            text = extract_article(page["html"], url=page["url"]).text
        except VariorumError as error:
            print(f"bench: refused {error}", file=sys.stderr)
            text = ""
        matches.append(metric.string_shingle_matching(true=page["articleBody"], pred=text))
    scores = metric.metrics_from_tp_fp_fns(matches)
    return [
        Row(
            f"extraction {measure}",
            "extraction",
            f"article-extraction-benchmark, {len(matches)} pages",
            measure,
            round(scores[measure], 3),
            looked_at="yes: one setting was chosen on it",
        )
        for measure in ("f1", "precision", "recall")
    ]


def measure_languages(gold: Path) -> list[Row]:
    """Measure language identification on snippets of 3, 6 and 12 words in 12 languages."""
    from variorum.reports.language import identify_language  # noqa: PLC0415  # one task alone needs it

    right: dict[int, list[bool]] = {}
    for snippet in read_lines(gold / "extraction" / "udhr_art1_lid.jsonl"):
        identified = identify_language(snippet["text"]).split("-")[0]
        right.setdefault(snippet["n_words"], []).append(identified == snippet["lang"])
    return [
        Row(
            f"language {words} words",
            "language",
            f"UDHR article 1, {len(found)} snippets of {words} words",
            "accuracy",
            round(sum(found) / len(found), 3),
        )
        for words, found in sorted(right.items())
    ]


TASKS: dict[str, Callable[[Path], list[Row]]] = {
    **QUOTATION_TASKS,
    "utterances": measure_utterances,
    "retellings": measure_retellings,
    "times": measure_times,
    "when and where": measure_when_and_where,
    "extraction": measure_extraction,
    "language": measure_languages,
    "actors": measure_actors,
    "designations": measure_designations,
    "tone": measure_tone,
    "events": measure_events,
    "event sentences": measure_event_sentences,
    "event groups": measure_event_groups,
    **CONFLICT_TASKS,
    "real reports": measure_real_reports,
    "conflict verdicts": measure_conflict_verdicts,
    "cost": lambda _gold: measure_cost(),
}
