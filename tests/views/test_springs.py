"""Springs: groups of the linked, and places that are those of a library that is too slow to import."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from variorum.views.springs import linked_groups, spring_places

ACTORS = "KLMNOPQRST"
LINKS = st.lists(st.tuples(*[st.sampled_from(ACTORS)] * 2).filter(lambda link: link[0] != link[1]), max_size=20)


@given(LINKS)
def test_groups_hold_whoever_links_join(links):
    """Groups are the connected parts, and keep the order in which actors are given."""
    graph = nx.Graph(links)
    graph.add_nodes_from(ACTORS)
    groups = linked_groups(ACTORS, links)
    assert sorted(groups) == sorted(sorted(part) for part in nx.connected_components(graph))
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)


@given(LINKS)
def test_places_are_those_of_networkx(links):
    """The figure of a network is the same as networkx would draw it."""
    graph = nx.Graph()
    graph.add_nodes_from(ACTORS)
    graph.add_edges_from(links)
    theirs = nx.spring_layout(
        graph, pos=nx.circular_layout(graph), iterations=200, k=2.0 / len(ACTORS) ** 0.5, method="force"
    )
    ours = spring_places(ACTORS, links)
    assert all(abs(ours[actor][axis] - theirs[actor][axis]) < 1e-6 for actor in ACTORS for axis in (0, 1))


def test_one_actor_stands_in_the_middle():
    """An actor that nothing is linked to has a place too."""
    assert spring_places(["K"], []) == {"K": (0.0, 0.0)}
