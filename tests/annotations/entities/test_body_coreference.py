"""Which body or group a noun names: by its kind, and by the body that its members are at."""

from __future__ import annotations

import pytest

from variorum.annotations.entities.annotator import annotate_entities


@pytest.fixture(scope="module")
def groups_of(draft_of):
    """Return a function: text to its entities as the words of their mentions."""

    def read(text):
        return [[text[m.start : m.end] for m in entity.mentions] for entity in annotate_entities(draft_of(text))]

    return read


@pytest.mark.parametrize("noun", ["The company", "The chipmaker", "The Arden company"])
def test_a_kind_of_business_is_a_body_named_before(groups_of, noun):
    """A body of no known kind is taken up by what it is: "the company", "the chipmaker"."""
    groups = groups_of(f"Quill Systems said on Friday that it lost money. {noun} did not say why.")
    assert any({"Quill Systems", noun} <= set(group) for group in groups)


def test_a_body_of_another_kind_is_no_company(groups_of):
    """A ministry that stands nearer is not the company."""
    groups = groups_of("Quill Systems told the Finance Ministry of a loss on Friday. The company did not say why.")
    assert not any({"Finance Ministry", "The company"} <= set(group) for group in groups)
    assert any({"Quill Systems", "The company"} <= set(group) for group in groups)


def test_people_at_two_bodies_are_two_groups(groups_of):
    """Analysts at one bank are not those at another."""
    groups = groups_of("Analysts at Belmar Bank said rates will rise. Later, analysts at Arden Credit disagreed.")
    assert ["Analysts at Belmar Bank"] in groups
    assert ["analysts at Arden Credit"] in groups
