"""Tones: how the sentences of each report speak of an actor, as strips; own voice apart from quoted voice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from variorum.comparisons.pairs import members_of_pairs
from variorum.comparisons.readings import ReportIndex
from variorum.model.annotations import Entity, MentionForm, Tone
from variorum.model.comparisons import ToneRow, ToneStrip

_KNOWN = re.compile(r"(?:the|this|that|these|those)\b", re.IGNORECASE)


def tone_rows(
    tones: Mapping[str, Sequence[Tone]], indexes: Mapping[str, ReportIndex], ranked: Sequence[str]
) -> tuple[ToneRow, ...]:
    """Return a row for each actor that sentences of at least two reports speak of, in the order of ``ranked``.

    How a report speaks of "people", "two leaders" or "a man" is told of nobody in particular, and left out.
    """
    strips: dict[str, dict[tuple[str, bool], list[Tone]]] = {}
    for siglum, index in indexes.items():
        pairs = members_of_pairs(index)
        for tone in tones.get(siglum, ()):
            actor = index.actor_of.get(tone.entity)
            if actor is not None and tone.entity not in pairs and _is_known(index.entities[tone.entity], index):
                strips.setdefault(actor, {}).setdefault((siglum, tone.quoted), []).append(tone)
    return tuple(
        ToneRow(
            actor,
            tuple(
                ToneStrip(siglum, quoted, tuple(sorted(found, key=lambda tone: tone.start)))
                for (siglum, quoted), found in sorted(strips[actor].items())
            ),
        )
        for actor in ranked
        if actor in strips and len({siglum for siglum, _ in strips[actor]}) > 1
    )


def _is_known(entity: Entity, index: ReportIndex) -> bool:
    """Say whether a report speaks of somebody whom a reader can tell: by name, or as "the gunman", "those rebels"."""
    nominals = (mention.span for mention in entity.mentions if mention.form is MentionForm.NOMINAL)
    return entity.named or any(_KNOWN.match(index.words(phrase)) for phrase in nominals)
