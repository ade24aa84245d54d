"""The registry: annotators in the order of their needs."""

from __future__ import annotations

import pytest

from variorum import registry
from variorum.errors import VariorumError
from variorum.registry import annotator, load_annotators, ordered_annotators


@pytest.fixture
def empty(monkeypatch):
    """Give the test a registry of its own."""
    monkeypatch.setattr(registry, "_ANNOTATORS", {})


def register(gives, *needs, version="1"):
    """Register an annotator that finds nothing."""

    @annotator(gives=gives, needs=needs, version=version, languages=("xx",))
    def annotate(_draft):
        return ()


def test_each_comes_after_what_it_needs(empty):
    """The order goes by needs, then by the alphabet, not by who registered first."""
    register("statements", "events")
    register("events", "entities", "sentences")
    register("times")
    register("entities")
    assert [component.gives for component in ordered_annotators("xx")] == ["entities", "events", "statements", "times"]


def test_a_need_that_nobody_gives_is_an_error(empty):
    """[A003] names the annotator and what it lacks, before anything is annotated."""
    register("events", "weather")
    with pytest.raises(VariorumError, match=r"\[A003\].*weather"):
        ordered_annotators("xx")


def test_two_that_need_each_other_are_an_error(empty):
    """A circle of needs is found."""
    register("events", "statements")
    register("statements", "events")
    with pytest.raises(VariorumError) as raised:
        ordered_annotators("xx")
    assert raised.value.code == "A003"


def test_a_later_annotator_replaces_the_earlier_one(empty):
    """Somebody's own annotator of a layer takes the place of ours."""
    register("events")
    register("events", version="mine")
    assert [component.version for component in ordered_annotators("xx")] == ["mine"]


def test_every_layer_has_an_annotator():
    """Our own annotators are found and fill all layers."""
    load_annotators()
    layers = {component.gives for component in ordered_annotators("en")}
    assert layers == {
        "entities",
        "times",
        "places",
        "quantities",
        "quotations",
        "attributions",
        "events",
        "statements",
        "designations",
        "things",
    }
