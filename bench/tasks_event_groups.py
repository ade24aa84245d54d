"""Events across reports on gold mentions: ECB+ events, within predicted clusters of documents.

The triggers are given, whether or not they are events of ours; the model that joins untyped events in comparisons joins
them. Mentions with the same head lemma in one cluster of documents are the baseline of Bugert et al. (2021).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from rows import Row
from scoring import read_lines
from tasks_entities import cluster_documents, score, token_offsets

from variorum import flow
from variorum.alignments.actors.aligning import align_actors
from variorum.alignments.events.chains import event_chains
from variorum.alignments.events.pairs import EventPairs
from variorum.alignments.events.profiles import EventProfile, Trigger, event_profiles
from variorum.alignments.positions import actors_by_report
from variorum.annotations.parsing import parse_report
from variorum.model.alignments import AlignedStory
from variorum.model.annotations import AnnotatedReport
from variorum.model.reports import Report
from variorum.model.spans import Span
from variorum.model.stories import Story
from variorum.stories.gathering import siglum_of

NAME = "ecbplus_coref.dev.jsonl"
OPTIONS = ("--split", "dev", "--selected", "--types", "event")
DATA = "ECB+ dev, 197 documents, gold mentions, predicted document clusters"


def measure_event_groups(gold: Path) -> list[Row]:
    """Measure ECB+ dev with our alignments, and the head lemma alone beside it."""
    documents = [d for d in read_lines(gold / "stories" / NAME) if d["split"] == "dev"]
    texts = {line["doc_id"]: line["text"] for line in read_lines(gold / "stories" / "ecbplus_story.dev.jsonl")}
    ours: list[dict[str, Any]] = []
    lemma: list[dict[str, Any]] = []
    for number, cluster in enumerate(cluster_documents([texts[d["doc_id"]] for d in documents])):
        members = [documents[at] for at in cluster]
        reports = [flow.annotate(Report(d["doc_id"], texts[d["doc_id"]], language="en"), keep=False) for d in members]
        ours.extend(chained(members, reports, str(number), model=True))
        lemma.extend(chained(members, reports, str(number), model=False))
    looked_at = "yes: weights were trained on it; cross-validated over other topics 79.4"
    return [
        Row(
            "event groups ECB+ dev", "events", DATA, "events CoNLL F1", score(gold, NAME, ours, *OPTIONS), "", looked_at
        ),
        Row(
            "event groups ECB+ dev head lemma",
            "events",
            DATA,
            "events CoNLL F1, head lemma alone",
            score(gold, NAME, lemma, *OPTIONS),
            "",
            "no",
            peer_row=True,
        ),
    ]


def chained(
    documents: Sequence[dict[str, Any]], reports: Sequence[AnnotatedReport], scope: str, *, model: bool
) -> Iterator[dict[str, Any]]:
    """Yield the documents of a cluster whose validated event mentions have chains: by the model, or by head lemma."""
    story = given_story(reports)
    _, profiles = given_profiles(documents, reports, story)
    if model:
        pairs = EventPairs.of(profiles, story.reports)
        chains = event_chains(pairs, combinations(range(len(profiles)), 2))
        of = {member: str(number) for number, chain in enumerate(chains) for member in chain}
    else:
        of = {number: profile.lemma for number, profile in enumerate(profiles)}
    number = 0
    for document in documents:
        found = []
        for mention in _validated(document):
            found.append({**mention, "chain": f"{scope}:{of[number]}"})
            number += 1
        yield {**document, "mentions": found}


def given_story(reports: Sequence[AnnotatedReport]) -> Story:
    """Return a cluster of documents as a story; one document alone is one too."""
    by_text = {annotated.report.text_sha256: annotated for annotated in reports}
    ordered = tuple(by_text[key] for key in sorted(by_text))
    return Story("", None, ordered, tuple(siglum_of(number) for number in range(len(ordered))))


def given_profiles(
    documents: Sequence[dict[str, Any]], reports: Sequence[AnnotatedReport], story: Story
) -> tuple[list[dict[str, Any]], list[EventProfile]]:
    """Return the validated event mentions of documents, and their profiles."""
    actors = actors_by_report(AlignedStory(story, align_actors(story), ()))
    positions = {annotated.report.text_sha256: number for number, annotated in enumerate(story.reports)}
    mentions: list[dict[str, Any]] = []
    profiles: list[EventProfile] = []
    for document, annotated in zip(documents, reports, strict=True):
        position = positions[annotated.report.text_sha256]
        mentions.extend(_validated(document))
        profiles.extend(event_profiles(position, annotated, actors[position], _triggers(document, annotated)))
    return mentions, profiles


def _validated(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the event mentions of the validated sentences, which alone are scored."""
    return [mention for mention in document["mentions"] if mention["type"] == "event" and mention.get("selected", True)]


def _triggers(document: dict[str, Any], annotated: AnnotatedReport) -> Iterator[Trigger]:
    """Yield each validated event mention with its head's lemma and the event of ours that overlaps it."""
    doc = parse_report(annotated.report)
    offsets = token_offsets(document["tokens"], annotated.report.text)
    for mention in _validated(document):
        span = Span(offsets[mention["start"]][0], offsets[mention["end"] - 1][1])
        phrase = doc.char_span(span.start, span.end, alignment_mode="expand")
        lemma = phrase.root.lemma_.lower() if phrase is not None and len(phrase) else mention["text"].lower()
        yield Trigger(span, lemma, next((event for event in annotated.events if event.trigger.overlaps(span)), None))
