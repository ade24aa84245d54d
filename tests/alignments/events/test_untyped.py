"""Promises on untyped events: what reports have in common though no type names it."""

from __future__ import annotations

from variorum.alignments.events.pairs import EventPairs
from variorum.alignments.events.profiles import root_of
from variorum.alignments.events.untyped import align_untyped_events
from variorum.model.alignments import Layer


def _painting(maker, text, trigger, lemma):
    """Return a report in which Ana Reyes does something that has no type."""
    made = maker(text)
    made.event(text, trigger, lemma, source=[made.entity("Ana Reyes")], kind="OTHER")
    return made


def test_same_word_and_painter(maker, aligned_of):
    """Two reports that tell of the same painting in nearly the same words tell one event, and say why."""
    left = _painting(maker, "Ana Reyes painted the harbour wall in Velisk.", "painted", "paint")
    right = _painting(maker, "Ana Reyes has painted the long harbour wall.", "painted", "paint")
    (link,) = align_untyped_events(aligned_of(left, right))
    assert link.layer is Layer.UNTYPED
    assert link.kind == "same"
    assert link.reasons[0] == "same kind of event: “painted”, “painted”"


def test_noun_and_verb(maker, aligned_of):
    """A verb and the noun made from it can tell one event."""
    left = _painting(maker, "Ana Reyes performed the harbour songs in Velisk on Monday.", "performed", "perform")
    right = _painting(maker, "The performance of the harbour songs by Ana Reyes.", "performance", "performance")
    assert [link.kind for link in align_untyped_events(aligned_of(left, right))] == ["same"]


def test_other_words(maker, aligned_of):
    """Words of other roots are never joined here, however near they are."""
    left = _painting(maker, "Ana Reyes painted the harbour wall in Velisk.", "painted", "paint")
    right = _painting(maker, "Ana Reyes coloured the harbour wall in Velisk.", "coloured", "colour")
    assert align_untyped_events(aligned_of(left, right)) == ()


def test_typed_events_are_left(maker, aligned_of):
    """Events that have a type are matched elsewhere."""
    made = []
    for text in ("Ana Reyes met Imre Halasz.", "Ana Reyes met Imre Halasz in Velisk."):
        report = maker(text)
        report.event(text, "met", "meet", source=[report.entity("Ana Reyes")], target=[report.entity("Imre Halasz")])
        made.append(report)
    assert align_untyped_events(aligned_of(*made)) == ()


def test_roots():
    """Verbs and the nouns made from them have one root; words that only start alike have not."""
    assert root_of("arrival") == root_of("arrive") == "arriv"
    assert root_of("transfer") != root_of("translate")


def test_a_story_without_events_has_no_pairs(maker, aligned_of):
    """Where nothing happens there is nothing to compare, and nothing fails."""
    story = aligned_of(maker("The barn of Velisk."), maker("A mill near Velisk.")).story
    assert EventPairs.of([], story.reports).odds([]) == []
