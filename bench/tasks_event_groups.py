"""Events across reports on gold mentions: ECB+ events, within predicted clusters of documents.

A gold mention takes the event of ours whose trigger overlaps it, with all events that the alignments of the cluster's
reports call the same. Mentions with the same head lemma in one cluster of documents are one event too, as in the
baseline of Bugert et al. (2021), since most gold mentions are no events of ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rows import Row
from scoring import read_lines
from tasks_entities import cluster_documents, score, token_offsets

from variorum import flow
from variorum.alignments.actors import align_actors
from variorum.alignments.events import align_events
from variorum.annotations.parsing import parse_report
from variorum.model.alignments import AlignedStory, AlignmentKind
from variorum.model.annotations import AnnotatedReport
from variorum.model.reports import Report
from variorum.stories.gathering import gather_story

NAME = "ecbplus_coref.dev.jsonl"
OPTIONS = ("--split", "dev", "--selected", "--types", "event")
DATA = "ECB+ dev, 197 documents, gold mentions, predicted document clusters"
#: An event of ours (report's hash, event id), a mention (document id, number) or a head lemma: what is joined.
Node = tuple[str, str]


class Chains:
    """Joined nodes, each found by its first."""

    def __init__(self) -> None:
        """Start with nothing joined."""
        self._above: dict[Node, Node] = {}

    def find(self, node: Node) -> Node:
        """Return the first of the nodes that ``node`` is joined with."""
        while (above := self._above.setdefault(node, node)) != node:
            node = above
        return node

    def join(self, one: Node, other: Node) -> None:
        """Make two nodes one."""
        first, last = sorted((self.find(one), self.find(other)))
        self._above[last] = first


def measure_event_groups(gold: Path) -> list[Row]:
    """Measure ECB+ dev with our alignments, and the head lemma alone beside it."""
    documents = [d for d in read_lines(gold / "stories" / NAME) if d["split"] == "dev"]
    texts = {line["doc_id"]: line["text"] for line in read_lines(gold / "stories" / "ecbplus_story.dev.jsonl")}
    ours: list[dict[str, Any]] = []
    lemma: list[dict[str, Any]] = []
    for number, cluster in enumerate(cluster_documents([texts[d["doc_id"]] for d in documents])):
        members = [documents[at] for at in cluster]
        reports = [flow.annotate(Report(d["doc_id"], texts[d["doc_id"]], language="en"), keep=False) for d in members]
        ours.extend(chained(members, reports, str(number), alignments=True))
        lemma.extend(chained(members, reports, str(number), alignments=False))
    looked_at = "yes: rules were tuned on it"
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
            looked_at,
            peer_row=True,
        ),
    ]


def chained(
    documents: Sequence[dict[str, Any]], reports: Sequence[AnnotatedReport], scope: str, *, alignments: bool
) -> Iterator[dict[str, Any]]:
    """Yield the documents of a cluster whose event mentions have chains."""
    chains = aligned_events(reports) if alignments else Chains()
    for document, annotated in zip(documents, reports, strict=True):
        for number, (lemma, event) in enumerate(_heads(document, annotated)):
            mention = (document["doc_id"], str(number))
            chains.join(mention, ("lemma", lemma))
            if alignments and event is not None:
                chains.join(mention, (annotated.report.text_sha256, event))
    for document in documents:
        mentions = [mention for mention in document["mentions"] if mention["type"] == "event"]
        yield {
            **document,
            "mentions": [
                {**mention, "chain": ":".join((scope, *chains.find((document["doc_id"], str(number)))))}
                for number, mention in enumerate(mentions)
            ],
        }


def aligned_events(reports: Sequence[AnnotatedReport]) -> Chains:
    """Return the events of a cluster's reports, joined where an alignment calls two the same."""
    chains = Chains()
    by_text = {annotated.report.text_sha256: annotated for annotated in reports}
    if len(by_text) < 2:  # one report alone is aligned with none
        return chains
    story = gather_story(list(by_text.values()))
    hashes = {siglum: annotated.report.text_sha256 for siglum, annotated in story.items()}
    for alignment in align_events(AlignedStory(story, align_actors(story), ())):
        if alignment.kind is AlignmentKind.SAME:
            left, right = alignment.left, alignment.right
            chains.join((hashes[left.siglum], left.id), (hashes[right.siglum], right.id))
    return chains


def _heads(document: dict[str, Any], annotated: AnnotatedReport) -> Iterator[tuple[str, str | None]]:
    """Yield the head lemma of each event mention, and the id of the event of ours that overlaps it."""
    doc = parse_report(annotated.report)
    offsets = token_offsets(document["tokens"], annotated.report.text)
    for mention in document["mentions"]:
        if mention["type"] != "event":
            continue
        start, end = offsets[mention["start"]][0], offsets[mention["end"] - 1][1]
        phrase = doc.char_span(start, end, alignment_mode="expand")
        lemma = phrase.root.lemma_.lower() if phrase is not None and len(phrase) else mention["text"].lower()
        here = (event.id for event in annotated.events if event.trigger.start < end and start < event.trigger.end)
        yield lemma, next(here, None)
