"""Network: actors as nodes; what passes between them, by the events and quotations that tell it, as edges."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from variorum.comparisons.readings import ReportIndex, make_evidence
from variorum.model.alignments import AlignedStory
from variorum.model.annotations import EntityType, Factuality, MentionForm
from variorum.model.comparisons import Evidence, Network, NetworkEdge, NetworkNode
from variorum.model.spans import Span

#: PLOVER's quad classes, verbal and material taken together; other types have no side.
COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
CONFLICT = frozenset(
    {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
)
#: Places, events and things act on nobody; what is told of them has tables of its own.
_ACTORS = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.ORGANISATION, EntityType.STATE})
_DIRECTIONLESS = frozenset({"CONSULT", "AGREE", "COOPERATE"})


def actor_network(aligned: AlignedStory, indexes: dict[str, ReportIndex], ranked: Sequence[str]) -> Network:
    """Return the network of a story; nodes are the actors of at least one edge, in the order of ``ranked``."""
    links: dict[tuple[str, str, str], dict[Evidence, str]] = {}
    for siglum, _ in sorted(aligned.story.items()):
        _add_events(indexes[siglum], links)
        _add_speech(indexes[siglum], links)
    place = {actor: number for number, actor in enumerate(ranked)}
    edges = tuple(
        NetworkEdge(source, target, kind, tuple(sorted({type_ for type_ in found.values() if type_})), tuple(found))
        for (source, target, kind), found in sorted(
            links.items(), key=lambda item: (place[item[0][0]], place[item[0][1]], item[0][2])
        )
    )
    kinds = {actor.id: actor.type for actor in aligned.actors}
    edges = tuple(edge for edge in edges if kinds[edge.source] in _ACTORS and kinds[edge.target] in _ACTORS)
    linked = {actor for edge in edges for actor in (edge.source, edge.target)}
    actors = {actor.id: actor for actor in aligned.actors}
    nodes = []
    for actor_id in ranked:
        if actor_id in linked:
            actor = actors[actor_id]
            counts: dict[str, int] = {}
            for ref in actor.entities:
                counts[ref.siglum] = counts.get(ref.siglum, 0) + len(indexes[ref.siglum].entities[ref.id].mentions)
            nodes.append(NetworkNode(actor.id, actor.name, str(actor.type), tuple(sorted(counts.items()))))
    return Network(tuple(nodes), edges)


def _add_events(index: ReportIndex, links: dict[tuple[str, str, str], dict[Evidence, str]]) -> None:
    """Add the events of one report that have two sides; what has no type, is denied or only possible makes no edge."""
    for event in index.annotated.events:
        if not event.typed or event.factuality not in (Factuality.ASSERTED, Factuality.ATTRIBUTED):
            continue
        kind = "cooperation" if event.type in COOPERATION else "conflict" if event.type in CONFLICT else "other"
        for source in sorted(index.actors(event.source)):
            for target in sorted(index.actors(event.target) - {source}):
                pair = (min(source, target), max(source, target)) if event.type in _DIRECTIONLESS else (source, target)
                evidence = make_evidence(index, index.event_span(event))
                links.setdefault((*pair, kind), {}).setdefault(evidence, event.type)


def _add_speech(index: ReportIndex, links: dict[tuple[str, str, str], dict[Evidence, str]]) -> None:
    """Add who speaks about whom: the speaker of a quotation and the actors named in its words."""
    named = sorted(
        (mention.start, index.actor_of[entity.id])
        for entity in index.annotated.entities
        if entity.named and entity.id in index.actor_of
        for mention in entity.mentions
        if mention.form is MentionForm.NAME
    )
    starts = [start for start, _ in named]
    for quotation in index.annotated.quotations:
        speakers = index.actors([quotation.speaker_entity] if quotation.speaker_entity else [])
        if not speakers:
            continue
        (speaker,) = speakers
        about: dict[str, Span] = {}
        for span in quotation.spans:
            for _, actor in named[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
                about.setdefault(actor, span)
        for target in sorted(about.keys() - {speaker}):
            links.setdefault((speaker, target, "speech"), {}).setdefault(make_evidence(index, about[target]), "")
