"""Grouping: pairwise alignments to groups of annotations that tell or quote the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from variorum.model.alignments import Alignment, Ref

#: Members of a group that a new one is held against: enough to tell, and a text of equal sentences stays linear.
_MEMBERS = 20
#: Score from which an alignment that may not join a group is shown beside it.
_SURE_ALONE = 0.6


class Group(Struct, frozen=True):
    """Annotations of several reports that are aligned with each other, and the alignments that hold them together."""

    members: tuple[Ref, ...]
    """In story order, then text order."""
    alignments: tuple[Alignment, ...]

    @property
    def score(self) -> float:
        """Return the mean score of the alignments."""
        return sum(alignment.score for alignment in self.alignments) / len(self.alignments)


def group_alignments(
    alignments: Iterable[Alignment],
    order: Mapping[Ref, tuple[int, int]],
    fits: Callable[[Ref, Ref], bool] = lambda _left, _right: True,
    *,
    apart: bool = False,
    holding: float = 0.0,
) -> tuple[Group, ...]:
    """Return the groups of aligned annotations, strongest alignments first.

    ``order`` gives each annotation its place (report, offset): it decides every tie, so that sigla never do.
    ``fits`` may forbid that two annotations stand in one group; a chain of alignments never joins what does not fit.
    With ``apart``, what would chain two groups of the same reports stands in a group of its own: "the ferry burned and
    sank" shares one half with each of two things that both reports tell.
    ``holding`` is the mean score from which the reports of two groups hold together, those that are not aligned counted
    as 0: "it was built in 1987" does not stand beside two reports in which somebody founded a company, because it is a
    little like one of them. What is surely aligned with one of them stands in a group of its own.
    """
    ranked = sorted(alignments, key=lambda item: (-item.score, order[item.left], order[item.right]))
    links = _links_between_reports(ranked) if holding else {}
    group_of: dict[Ref, list[Ref]] = {}
    kept: list[Alignment] = []
    alone: list[Alignment] = []
    for alignment in ranked:
        left = group_of.setdefault(alignment.left, [alignment.left])
        right = group_of.setdefault(alignment.right, [alignment.right])
        if left is not right:
            if apart and _hold_the_same_reports(left, right):
                alone.append(alignment)
                continue
            if holding and _mean_link(left, right, links) < holding:
                alone += [alignment] if alignment.score >= _SURE_ALONE else []
                continue
            if not all(fits(one, other) for one in left[:_MEMBERS] for other in right[:_MEMBERS]):
                continue
            left.extend(right)
            for ref in right:
                group_of[ref] = left
        kept.append(alignment)
    groups: dict[int, list[Alignment]] = {}
    for alignment in kept:
        groups.setdefault(id(group_of[alignment.left]), []).append(alignment)
    made = [
        Group(tuple(sorted(group_of[chain[0].left], key=lambda ref: order[ref])), tuple(chain))
        for chain in groups.values()
    ]
    made += [Group(tuple(sorted((link.left, link.right), key=lambda ref: order[ref])), (link,)) for link in alone]
    return tuple(sorted(made, key=lambda group: tuple(order[ref] for ref in group.members)))


def _hold_the_same_reports(left: Iterable[Ref], right: Iterable[Ref]) -> bool:
    """Say whether two groups both hold annotations of the same two reports."""
    return len({ref.siglum for ref in left} & {ref.siglum for ref in right}) > 1


def _links_between_reports(ranked: Iterable[Alignment]) -> dict[Ref, dict[Ref, float]]:
    """Return the score of the alignment of each annotation with each other."""
    links: dict[Ref, dict[Ref, float]] = defaultdict(dict)
    for alignment in ranked:
        links[alignment.left].setdefault(alignment.right, alignment.score)
        links[alignment.right].setdefault(alignment.left, alignment.score)
    return links


def _mean_link(left: Sequence[Ref], right: Sequence[Ref], links: Mapping[Ref, Mapping[Ref, float]]) -> float:
    """Return the mean over each two reports of two groups of their best alignment, 0 for those that have none.

    Where there are but two reports the one alignment is all that there can be, and holds.
    """
    best: dict[tuple[str, str], float] = {}
    for one in left[:_MEMBERS]:
        for other in right[:_MEMBERS]:
            if one.siglum != other.siglum:
                pair = (one.siglum, other.siglum)
                best[pair] = max(best.get(pair, 0.0), links[one].get(other, 0.0))
    return sum(best.values()) / len(best) if len(best) > 1 else 1.0
