"""Parties: the predicate of a clause, and who acts, who is acted on and who else is named in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.model.annotations import Participant
from variorum.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from variorum.annotations.arguments import ArgumentReader
    from variorum.annotations.tables.frames import Frames
    from variorum.annotations.trees import Trees

#: Words of a noun phrase that are kept of who acts and who is acted on.
_PHRASE_WORDS = 12


def predicate_of(trees: Trees, frames: Frames, head: int) -> tuple[Span, str]:
    """Return the predicate's words and its lemma with particle, light-verb noun, infinitive or predicative."""
    lemma = trees.lemmas[head]
    particle = trees.child(head, "prt")
    if particle >= 0:
        last = particle if 0 < particle - head <= 2 else head
        return Span(trees.starts[head], trees.ends[last]), f"{lemma} {trees.lower[particle]}"
    further = _further_word(trees, frames, head)
    return Span(trees.starts[head], trees.ends[head]), f"{lemma} {further}" if further else lemma


def _further_word(trees: Trees, frames: Frames, head: int) -> str:
    """Return the word beside a verb without which it does not say what is done: "held talks", "is dead"; or ""."""
    lemma = trees.lemmas[head]
    noun = trees.child(head, "dobj") if lemma in frames.light else -1
    if noun >= 0 and trees.lemmas[noun] in frames.nouns:
        return trees.lemmas[noun]
    if lemma == "be" or trees.poses[head] == "AUX":
        complement = trees.child(head, "attr", "acomp", "oprd")
        return trees.lemmas[complement] if complement >= 0 else ""
    infinitive = trees.child(head, "xcomp")
    if infinitive >= 0 and trees.is_predicate(infinitive):
        return trees.lemmas[infinitive]
    prepositions = (trees.lower[child] for child in trees.children_of(head, "prep"))
    return next((word for word in prepositions if f"{lemma} {word}" in frames.verbs), "")


def participants_of(trees: Trees, read: ArgumentReader, head: int, tokens: Sequence[int]) -> tuple[Participant, ...]:
    """Return who acts, who is acted on, and who else is named in the clause; each entity once a role."""
    found: dict[str, Participant] = {}

    def add(role: str, entity: str | None, token: int) -> None:
        if entity is not None and entity not in found:
            found[entity] = Participant(role, entity, trees.starts[token], trees.ends[token])

    for role, noun in _acting_and_acted_on(trees, read, head):
        for token in trees.conjuncts(noun):
            add(role, read.entity_of(token), token)
    for token in tokens:
        add("other", read.entity_at(token), token)
    return tuple(found.values())


def _acting_and_acted_on(trees: Trees, read: ArgumentReader, head: int) -> Iterable[tuple[str, int]]:
    """Yield the nouns on which a clause's verb and its infinitives hang, with their roles."""
    subject = read.subject_token(head) if trees.is_predicate(head) else -1
    passive = read.is_passive(head)
    if subject >= 0:
        yield ("patient" if passive else "agent"), subject
    if passive:
        yield from (("agent", token) for token in _behind_by(trees, head))
    for verb in (head, *trees.children_of(head, "xcomp")):
        for token in read.object_tokens(verb):
            yield ("patient" if trees.deps[token] != "dative" else "other"), token


def _behind_by(trees: Trees, head: int) -> list[int]:
    """Return the nouns behind "by" under a verb."""
    found = (
        trees.child(child, "pobj") for child in trees.children_of(head, "agent", "prep") if trees.lower[child] == "by"
    )
    return [token for token in found if token >= 0]


def parties_of(trees: Trees, read: ArgumentReader, head: int) -> tuple[int, int]:
    """Return the head nouns of who acts and who is acted on, -1 for none; a passive without "by" has no agent."""
    if not trees.is_predicate(head):
        return -1, -1
    subject = read.subject_token(head)
    if trees.lower[subject] in ("who", "which", "that") and trees.deps[head] == "relcl" and subject >= 0:
        subject = trees.heads[head]
    if read.is_passive(head):
        return next(iter(_behind_by(trees, head)), -1), subject
    objects = [token for token in read.object_tokens(head) if trees.deps[token] != "dative"]
    return subject, next(iter(objects), -1)


def phrase_lemmas(trees: Trees, noun: int) -> tuple[str, ...]:
    """Return the content lemmas of a noun phrase without the clauses in it, the head first; none for -1."""
    found: list[str] = []
    waiting = [noun] if noun >= 0 else []
    while waiting and len(found) < _PHRASE_WORDS:
        token = waiting.pop(0)
        if trees.poses[token] in ("NOUN", "PROPN", "PRON", "ADJ"):
            found.append(trees.lemmas[token].casefold())
        waiting += [
            child
            for child in trees.children[token]
            if trees.deps[child] in ("compound", "amod", "poss", "prep", "pobj", "nmod", "conj", "appos")
        ]
    return tuple(found)
