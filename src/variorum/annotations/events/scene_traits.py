"""Scene traits: what of an event speaks for or against its going on with a scene, by name.

"They" and "the two men" go on; what states decide, what was done years before and what is only planned stand apart.
The names are features of the scorer of scenes (``data/scene_weights.json``), which weighs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.word_lists import listed

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from variorum.annotations.events.drafts import EventDraft
    from variorum.annotations.events.scene_ties import SceneTies
    from variorum.annotations.trees import Trees
    from variorum.annotations.voices import VoiceReader

#: Verbs of what lasts rather than happens.
_STATES = listed("""
    be have know cost live own want believe need remain employ serve contain belong like hope fear plan expect think
    include carry supply stand lie
""")
#: Words by which a clause tells when or why its main clause happened.
_LINKS = listed("after before since until when while as if because although though")
#: Labels of clauses that are traits of their own.
_CLAUSES = frozenset({"relcl", "advcl", "conj", "xcomp"})


class SceneTraits:
    """Names what events are, for the scorer."""

    def __init__(
        self,
        trees: Trees,
        ties: SceneTies,
        voices: VoiceReader,
        paragraphs: Sequence[int],
        days: Container[str],
        years: Container[str],
    ) -> None:
        """Keep the trees, the ties of events, the voices, the paragraph of each sentence, and which times are days."""
        self._trees = trees
        self._ties = ties
        self._voices = voices
        self._paragraphs = paragraphs
        self._days = days
        self._years = years

    def of(self, event: EventDraft) -> list[str]:
        """Return the traits of an event."""
        told = [*self._told_as(event), *self._acted_by(event), *self._voiced(event), *self._dated(event)]
        here = self._trees.sentences[event.token]
        if here and self._paragraphs[here] != self._paragraphs[here - 1]:
            told.append("opens paragraph")
        return told

    def _told_as(self, event: EventDraft) -> Iterator[str]:
        """Yield how an event is told: by a noun, as planned, as past before something, in which kind of clause."""
        trees, ties, verb = self._trees, self._ties, event.verb
        marks = {
            "nominal": event.nominal,
            "nowhere": not ties.happens_somewhere(event),  # of its time alone
            "planned": ties.is_planned(event),
            "told before": ties.is_told_before(event),
            "goes on": ties.goes_on(event),
            "told then": ties.is_told_then(event),
            "main": ties.is_main(event),
            "harm": ties.is_harm(event),
            "perfect": not event.nominal and ties.is_brought(event),
            "lasting": not event.nominal and trees.lemmas[event.token] in _STATES,
            "denied": not event.nominal and trees.child(verb, "neg") >= 0,
            "linked": any(trees.lower[child] in _LINKS for child in trees.children_of(verb, "mark", "advmod")),
        }
        yield from (name for name, holds in marks.items() if holds)
        if not event.nominal and trees.deps[verb] in _CLAUSES:
            yield f"clause {trees.deps[verb]}"

    def _acted_by(self, event: EventDraft) -> Iterator[str]:
        """Yield who acts: nobody told, a pronoun, a name, something definite or new, a state or company."""
        trees, ties = self._trees, self._ties
        if ties.is_collective(event):
            yield "collective"
        if event.nominal:
            return
        subject = ties.subject_of(event)
        if subject < 0:
            yield "no subject"
        elif trees.tags[subject] == "PRP":
            yield "pronoun"
            if trees.lower[subject] == "it":
                yield "it"
        elif trees.poses[subject] == "PROPN":
            yield "name"
        else:
            yield "definite" if ties.is_definite(subject) else "indefinite"
        if subject >= 0 and not ties.is_of_scene(subject):
            yield "from elsewhere"

    def _voiced(self, event: EventDraft) -> Iterator[str]:
        """Yield whether an event is told in somebody's own words or in a report of them."""
        quotation = self._voices.quotation_of(event.token)
        if quotation is not None:
            yield "direct" if self._voices.is_direct(quotation, event.token) else "indirect"

    def _dated(self, event: EventDraft) -> Iterator[str]:
        """Yield how exactly an event is dated."""
        if event.time is None:
            yield "undated"
        elif event.time in self._years:
            yield "of a year"
        elif event.time not in self._days:
            yield "dated coarsely"
