"""Events: what happens, in PLOVER's types, with participants, time, place, factuality and source.

Triggers are the verbs and nouns of ``data/frames.tsv``, and what else happens, without a type. Participants are
entities of the report. The time of an event is never the time of the report about it; both are kept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from variorum.annotations.arguments import ArgumentReader
from variorum.annotations.circumstances import read_circumstances
from variorum.annotations.events.carries import CarryReader
from variorum.annotations.events.contents import tellers_of
from variorum.annotations.events.drafts import EventDraft
from variorum.annotations.events.homes import HomeReader
from variorum.annotations.events.intents import intent_of
from variorum.annotations.events.roles import RoleReader
from variorum.annotations.events.scene_ties import SceneTies
from variorum.annotations.events.scenes import SceneReader
from variorum.annotations.events.scopes import ScopeReader
from variorum.annotations.events.settings import SettingReader
from variorum.annotations.events.sides import without_own_state
from variorum.annotations.events.speakers import place_told
from variorum.annotations.events.standings import StandingReader
from variorum.annotations.events.sufficiency import is_mention
from variorum.annotations.events.triggers import TriggerReader
from variorum.annotations.events.untyped_triggers import UntypedReader
from variorum.annotations.factuality.plans import calls_off
from variorum.annotations.factuality.reading import factuality_of
from variorum.annotations.factuality.words import DEMANDING, DENYING
from variorum.annotations.trees import Trees, trees_of
from variorum.annotations.voices import VoiceReader
from variorum.model.annotations import Event, TimeType
from variorum.model.spans import Span
from variorum.registry import annotator

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.model.annotations import Draft

#: Values of a decade, a year or a season: "in 2017".
_YEARS = re.compile(r"\d{3,4}(?:-(?:S[PU]|FA|WI|Q\d|H\d))?$")
#: "Hours later", "a week earlier": lengths of time that tell when.
_TOLD_FROM = re.compile(r"\b(?:later|earlier)$", re.IGNORECASE)


#: First letters of the tags of verbs, nouns and modals.
_TELLING_TAGS = frozenset({"V", "N", "M"})


@annotator(gives="events", needs=("entities", "times", "places", "quantities", "quotations"), version="28")
def annotate_events(draft: Draft) -> tuple[Event, ...]:
    """Return the events outside boilerplate, in text order of their triggers."""
    return _EventReader(draft).read()


class _EventReader:
    """Reads the events of one draft."""

    def __init__(self, draft: Draft) -> None:
        """Set up the readers of arguments, factuality, voices and circumstances."""
        self.draft = draft
        self.trees: Trees = trees_of(draft)
        self.voices = VoiceReader(self.trees, draft)
        self.arguments = ArgumentReader(self.trees, draft, self.voices)
        factuality = factuality_of(draft)
        self.standings = StandingReader(self.trees, draft, self.voices, self.arguments, factuality)
        self.scopes = ScopeReader(self.trees, factuality)
        self.entities = {entity.id: entity for entity in draft.entities}
        self.quantities: dict[int, list[str]] = {}
        for quantity in draft.quantities:
            predicate = self.trees.predicates[self.trees.token_at(quantity.start)]
            if predicate >= 0:
                self.quantities.setdefault(predicate, []).append(quantity.id)
        around = self.around = read_circumstances(self.trees, draft, self.voices)
        roles = RoleReader(self.trees, self.arguments)
        self.triggers = TriggerReader(self.trees, self.arguments, roles, self.voices, around, self.quantities)
        self.untyped = UntypedReader(self.trees, self.arguments, roles, self.voices.cues)
        lasting = {time.id for time in draft.times if time.is_length and not _TOLD_FROM.search(time.text)}
        moments = {time.id: time.symbol.partition("|")[0] for time in draft.times if time.type is TimeType.TIME}
        self.settings = SettingReader(self.trees, self.voices, around, lasting, moments)
        paragraphs = [sentence.paragraph for sentence in draft.sentences]
        self.carries = CarryReader(self.trees, around, paragraphs)
        years = {time.id for time in draft.times if _YEARS.match(time.value)}
        ties = SceneTies(self.trees, draft, self.voices, years)
        self.scenes = SceneReader(self.trees, around, ties, draft, lasting, years, self.voices)
        self.homes = HomeReader(self.trees, around)
        self._clauses: dict[int, tuple[int, int]] = {}

    def read(self) -> tuple[Event, ...]:
        """Return all events."""
        trees, found = self.trees, []
        taken: set[int] = set()
        for sentence, (first, after) in enumerate(trees.ranges):
            if not trees.walked[sentence]:
                continue
            words = [token for token in range(first, after) if self._may_tell(token)]
            typed = self._typed(words, taken)
            taken.difference_update(event.second for event in typed if self._tells_second(event))
            found.extend(self._without_echoes(typed))
            found.extend(self._untyped(words, taken))
        found.sort(key=lambda event: (event.first, event.token))
        self.settings.fill(found)
        self.carries.carry(found)
        self.homes.fill(found)
        place_told(found, self.trees, self.around, self.voices)
        self.scenes.fill(found)
        found.extend(self.settings.earlier_ones(found))
        intents = (intent_of(event, trees, self.voices) for event in found)
        found.extend([intent for intent in intents if intent is not None])
        found.sort(key=lambda event: (event.first, event.token, event.rule))
        events = [self._finish(event, number) for number, event in enumerate(found, 1)]
        tellers = tellers_of(found, events, trees)
        return tuple(replace(event, told_by=tellers[event.id]) if event.id in tellers else event for event in events)

    def _may_tell(self, token: int) -> bool:
        """Say whether a token may be a trigger: a verb, noun or modal."""
        return self.trees.tags[token][:1] in _TELLING_TAGS or self.trees.poses[token] == "VERB"

    def _typed(self, words: Sequence[int], taken: set[int]) -> list[EventDraft]:
        """Return the events of a sentence that have a type or mode, and take their tokens."""
        here: list[EventDraft] = []
        for token in words:
            event = self.triggers.at(token, taken)
            if event is not None:
                taken.update((event.token, event.light))
                if self.trees.lemmas[event.token] not in DENYING:
                    # "cancelled the visit" tells the visit too: that there was none
                    taken.add(event.second)
                here.append(event)
        return here

    def _tells_second(self, event: EventDraft) -> bool:
        """Say whether the second word of a frame tells something too: "vowed to sue", "called for a probe"."""
        demanded = self.trees.lemmas[event.token] in DEMANDING and self.trees.is_noun(event.second)
        return demanded or self.trees.deps[event.second] == "xcomp" or calls_off(self.trees, event.token)

    def _untyped(self, words: Sequence[int], taken: set[int]) -> Iterator[EventDraft]:
        """Yield the events of a sentence that have none."""
        for token in words:
            event = self.untyped.at(token, taken)
            if event is not None:
                taken.update((event.token, event.light))
                yield event

    def _without_echoes(self, events: list[EventDraft]) -> list[EventDraft]:
        """Return the events without those that a clause tells twice: "met to discuss", "sat down for talks"."""
        kept: list[EventDraft] = []
        for event in events:
            verb = event.verb
            echo = any(
                other.frame.type == event.frame.type
                and {*other.source, *other.target} >= {*event.source, *event.target}
                and (event.source or event.target)
                and self.trees.heads[verb] == other.token
                and self.trees.deps[verb] in ("advcl", "xcomp", "prep")
                and event.rule.startswith("verb")
                for other in kept
            )
            if not echo:
                kept.append(event)
        return kept

    def _finish(self, event: EventDraft, number: int) -> Event:
        """Return the event as an annotation."""
        trees = self.trees
        standing = self.standings.standing_of(event)
        event.target = without_own_state(event.source, event.target, self.entities)
        sentence = trees.sentences[event.token]
        start, end = self._clause(event)
        return Event(
            id=f"v{number}",
            start=start,
            end=end,
            trigger=Span(trees.starts[event.first], trees.ends[event.last]),
            lemma=trees.lemmas[event.token],
            type=event.frame.type,
            mode=event.frame.mode,
            source=tuple(event.source),
            target=tuple(event.target),
            time=event.time,
            place=event.place,
            told_time=self.settings.told_time(event),
            factuality=standing.factuality,
            attributed_to=standing.attributed_to,
            negated=standing.status.negated,
            modality=standing.modality,
            scopes=self.scopes.scopes_of(event.verb, standing.status, standing.quotation),
            sentence=sentence,
            quantities=tuple(self.quantities.get(trees.predicates[event.verb], ())),
            time_carried=event.carried,
            of_scene=tuple(sorted(event.of_scene)),
            confidence=event.confidence,
            rule=event.rule,
            mentioned=is_mention(event, trees.lemmas[event.token]),
        )

    def _clause(self, event: EventDraft) -> tuple[int, int]:
        """Return the span of the clause around the trigger."""
        trees = self.trees
        predicate = trees.predicates[event.verb]
        first, after = trees.ranges[trees.sentences[event.token]]
        spans = self._clauses
        if predicate not in spans:
            for token in range(first, after):
                owner = trees.predicates[token]
                low, high = spans.get(owner, (token, token))
                spans[owner] = (min(low, token), max(high, token))
        low, high = spans[predicate]
        low, high = min(low, event.first), max(high, event.last)
        while high > event.last and (trees.poses[high] in ("PUNCT", "SPACE") or trees.deps[high] == "cc"):
            high -= 1
        while low < event.first and (trees.poses[low] in ("PUNCT", "SPACE") or trees.deps[low] == "cc"):
            low += 1
        return trees.starts[low], trees.ends[high]
