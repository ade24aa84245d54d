"""Tones: how the sentences of each report speak of an actor, as strips; own voice apart from quoted voice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variorum.comparisons.readings import ReportIndex
from variorum.model.annotations import Tone
from variorum.model.comparisons import ToneRow, ToneStrip


def tone_rows(
    tones: Mapping[str, Sequence[Tone]], indexes: Mapping[str, ReportIndex], ranked: Sequence[str]
) -> tuple[ToneRow, ...]:
    """Return a row for each actor that sentences of at least two reports speak of, in the order of ``ranked``."""
    strips: dict[str, dict[tuple[str, bool], list[Tone]]] = {}
    for siglum, index in indexes.items():
        for tone in tones.get(siglum, ()):
            actor = index.actor_of.get(tone.entity)
            if actor is not None:
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
