"""Judgements: what somebody says against or for another is an event, by the words that evaluate.

"Reyes called Bell a liar" and "Bell is a crook, Reyes said" are ACCUSE, praise in the same forms is SUPPORT, "the
charge is false, Bell said" is REJECT. Which words evaluate stands in the table of wording and in that of role nouns.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from variorum.annotations.events.drafts import EventDraft
from variorum.annotations.tables.actors import read_rows, roles
from variorum.annotations.tables.frames import Frame
from variorum.word_lists import listed

if TYPE_CHECKING:
    from variorum.annotations.arguments import ArgumentReader
    from variorum.annotations.trees import Trees
    from variorum.annotations.voices import VoiceReader

#: Verbs by which somebody is given a word, as a second object or behind "as".
_NAMING = listed("call brand label dub describe portray characterize characterise depict decry deride")
_COMPLEMENTS = ("oprd", "attr", "acomp", "xcomp", "ccomp", "dobj", "npadvmod")
#: What makes a claim false, and what it is not.
_UNTRUE = listed("""
    false untrue baseless unfounded groundless fabricated bogus inaccurate fake wrong incorrect lie nonsense fabrication
    falsehood hoax slander smear invention
""")
_TRUE = listed("true accurate correct right factual")
_SPEAKERS = frozenset({"i", "we"})
#: What a judgement of each polarity is to PLOVER.
_TYPES = {"negative": "ACCUSE", "positive": "SUPPORT"}
_POSES = {"ADJ": "adj", "NOUN": "noun", "VERB": "adj"}


@lru_cache(maxsize=1)
def _evaluating() -> dict[tuple[str, str], str]:
    """Return the polarity of adjectives and nouns that evaluate."""
    found = {(role.noun, "noun"): role.polarity for role in roles().values() if role.polarity in _TYPES}
    for word, pos, kind, polarity in read_rows("wording.tsv"):
        if word and kind == "loaded" and pos in ("adj", "noun") and polarity in _TYPES:
            found[word, pos] = polarity
    return {key: polarity for key, polarity in found.items() if polarity}


class JudgementReader:
    """Finds the judgements that verbs tell."""

    def __init__(self, trees: Trees, arguments: ArgumentReader, voices: VoiceReader) -> None:
        """Keep what judgements are read from."""
        self._trees = trees
        self._arguments = arguments
        self._voices = voices

    def of_verb(self, verb: int) -> EventDraft | None:
        """Return the judgement that a verb tells which no frame knows, or None."""
        if self._trees.lemmas[verb] in _NAMING:
            return self._by_naming(verb)
        if self._trees.lemmas[verb] == "be":
            return self._by_saying(verb)
        return None

    def _by_naming(self, verb: int) -> EventDraft | None:
        """Return what "called Bell a liar", "was described as corrupt" tell."""
        trees, read = self._trees, self._arguments
        passive = read.is_passive(verb)
        named = trees.child(verb, "nsubjpass") if passive else trees.child(verb, "dobj", "oprd")
        given = [child for child in trees.children_of(verb, *_COMPLEMENTS) if child != named]
        for link in trees.children_of(verb, "prep"):
            if trees.lower[link] == "as":
                given += trees.children_of(link, "pobj", "amod", "acomp")
        given += [at for at in trees.children_of(verb, "advcl") if trees.poses[at] == "ADJ"]
        # "called Bell a “coward” threatening to sue": the parser hangs the word on Bell
        given += trees.children_of(named, "attr", "appos") if named >= 0 else []
        polarity = next((found for at in given if (found := self._polarity_of(at))), None)
        if polarity is None or named < 0:
            return None
        source = read.agents(verb) if passive else read.subjects(verb)
        judged = [entity for entity in read.entities_of(named) or read.within(named) if entity not in source]
        return self._event(verb, verb, _TYPES[polarity], source, judged) if source and judged else None

    def _by_saying(self, verb: int) -> EventDraft | None:
        """Return what "Bell is a crook, Reyes said" and "the charge is false, Bell said" tell."""
        trees, read = self._trees, self._arguments
        speaker, subject = read.speaker_at(verb), trees.child(verb, "nsubj")
        if speaker is None or subject < 0 or trees.lower[subject] in _SPEAKERS or trees.child(verb, "aux", "mark") >= 0:
            return None
        judged = [entity for entity in read.entities_of(subject) or read.within(subject) if entity != speaker]
        given = trees.children_of(verb, "attr", "acomp")
        negated = trees.child(verb, "neg") >= 0
        for at in given:
            if (trees.lemmas[at] in _UNTRUE) is not negated and (trees.lemmas[at] in _UNTRUE | _TRUE):
                return self._event(verb, at, "REJECT", [speaker], judged, spoken=True)
        polarity = next((found for at in given if (found := self._polarity_of(at))), None)
        if polarity is None or negated or not judged:
            return None
        return self._event(verb, given[0], _TYPES[polarity], [speaker], judged, spoken=True)

    def _polarity_of(self, token: int) -> str | None:
        """Return the polarity of a word or of what describes it: "a corrupt bunch"."""
        trees = self._trees
        for at in (*trees.conjuncts(token), *trees.children_of(token, "amod", "compound", "nsubj")):
            found = _evaluating().get((trees.lemmas[at], _POSES.get(trees.poses[at], "")))
            if found is not None:
                return found
        return None

    def _event(
        self, verb: int, word: int, kind: str, source: list[str], target: list[str], *, spoken: bool = False
    ) -> EventDraft:
        """Return the event of a judgement."""
        lemma = self._trees.lemmas[word]
        event = EventDraft(
            verb, min(verb, word), max(verb, word), Frame("verb", lemma, kind, None, "-"), f"verb {lemma}",
            source=source, target=target, confidence=0.6, spoken=spoken,
        )  # fmt: skip
        event.settle()
        return event
