"""Actors by what they say: two reports that give one quotation to an unnamed and to a named speaker mean one person.

"Every gate will open by spring", the Ruvian strongman said to one report and President Orlov to another. Only words in
quotation marks count, enough of them that nobody else says the same, and only an unnamed speaker whose description can
be that of the named one: a spokesman may read out what the minister says, and two names are a matter for the reader.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.alignments.actors.clusters import can_be_one, described
from variorum.alignments.actors.roles import ANYBODY
from variorum.alignments.wordings.names import plain_letters
from variorum.limits import LIMITS
from variorum.model.alignments import Ref

if TYPE_CHECKING:
    from variorum.alignments.actors.clusters import Cluster
    from variorum.model.stories import Story

#: Words of a quotation that two people do not say by chance.
_LEAST_WORDS = 6
#: Words by which quotations are looked up: reports cut their ends more often than their beginnings.
_FIRST_WORDS = 8


def join_speakers(clusters: list[Cluster], story: Story) -> None:
    """Join an unnamed speaker with the named one to whom another report gives the same words."""
    home = {node.ref: cluster for cluster in clusters for node in cluster.nodes}
    said: dict[tuple[str, ...], list[Ref]] = defaultdict(list)
    for siglum, annotated in story.items():
        text = annotated.report.text
        for quotation in annotated.quotations:
            if quotation.speaker_entity is None or not quotation.verbatim:
                continue
            words = _words(" ".join(text[span.start : span.end] for span in quotation.verbatim))
            if len(words) >= _LEAST_WORDS:
                said[words[:_FIRST_WORDS]].append(Ref(siglum, quotation.speaker_entity))
    for words in sorted(said):
        _join_said(home, said[words][: LIMITS.candidates])


def _words(content: str) -> tuple[str, ...]:
    """Return the first words of a quotation, folded, without marks."""
    kept = ("".join(c for c in word if c.isalnum()) for word in plain_letters(content[:400]).casefold().split())
    return tuple(word for word in kept if word)


def _join_said(home: dict[Ref, Cluster], refs: list[Ref]) -> None:
    """Join the speakers of one quotation when one of them has a name and the others none."""
    speakers = list({id(home[ref]): home[ref] for ref in refs if ref in home}.values())
    named = [cluster for cluster in speakers if cluster.names]
    if len(named) != 1 or not named[0].is_person():
        return
    for other in speakers:
        if other is not named[0] and not other.names and _can_be(other) and can_be_one(named[0], other):
            for node in other.nodes:
                home[node.ref] = named[0]
            named[0].absorb(other, "the same quotation")


def _can_be(cluster: Cluster) -> bool:
    """Say whether an unnamed speaker may be somebody with a name: no spokesman, official or witness."""
    words = described(cluster.nodes[0].description)
    return bool(words) and not ({words[-1], *cluster.roles} & ANYBODY)
