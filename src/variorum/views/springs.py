"""Springs: a place for each actor of a group so that those who are linked stand together (Fruchterman, Reingold 1991).

The steps are those of networkx's ``spring_layout`` from its ``circular_layout``; that library takes longer to import
than the page to be made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Place = tuple[float, float]

_ITERATIONS = 200
#: The share of the circle's width that a place moves at most in the first step; later steps are shorter.
_FIRST_STEP = 0.1
#: Nearer places push each other away no more than at this distance.
_NEAREST = 0.01
#: Mean movement of a place below which all stand still.
_STILL = 1e-4


def linked_groups(actors: Iterable[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the actors that links join, directly or through others; groups and members in the order of ``actors``."""
    group_of = {actor: [actor] for actor in actors}
    order = {actor: number for number, actor in enumerate(group_of)}
    for one, other in links:
        group, joined = group_of[one], group_of[other]
        if group is not joined:
            group += joined
            group_of.update(dict.fromkeys(joined, group))
    groups = {id(group): group for group in group_of.values()}
    return [sorted(group, key=order.__getitem__) for group in groups.values()]


def spring_places(actors: Sequence[str], links: Iterable[tuple[str, str]]) -> dict[str, Place]:
    """Return a place for each actor, -1 to 1 in both directions; every link counts once."""
    import numpy as np  # noqa: PLC0415  # only where something is drawn

    number = {actor: place for place, actor in enumerate(actors)}
    pull = np.zeros((len(actors), len(actors)))
    for one, other in links:
        pull[number[one], number[other]] = pull[number[other], number[one]] = 1.0
    angles = (np.linspace(0, 1, len(actors) + 1)[:-1] * 2 * np.pi).astype(np.float32)
    circle = np.column_stack([np.cos(angles), np.sin(angles)]).astype(np.float64)
    places = _scaled(_settle(_scaled(circle), pull, 2.0 / len(actors) ** 0.5))
    return {actor: (float(x), float(y)) for actor, (x, y) in zip(actors, places, strict=True)}


def _settle(places: NDArray[np.float64], pull: NDArray[np.float64], length: float) -> NDArray[np.float64]:
    """Return where places come to rest that all push each other away and are pulled by springs of a ``length``."""
    import numpy as np  # noqa: PLC0415  # as above

    step = max(np.ptp(places, axis=0)) * _FIRST_STEP
    cooling = step / (_ITERATIONS + 1)
    for _ in range(_ITERATIONS):
        between = places[:, np.newaxis, :] - places[np.newaxis, :, :]
        distance = np.linalg.norm(between, axis=-1).clip(_NEAREST, None)
        force = np.einsum("ijk,ij->ik", between, length * length / distance**2 - pull * distance / length)
        strength = np.linalg.norm(force, axis=-1).clip(_NEAREST, None)
        moved = np.einsum("ij,i->ij", force, step / strength)
        places = places + moved
        step -= cooling
        if np.linalg.norm(moved) / len(places) < _STILL:
            break
    return places


def _scaled(places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return places around the middle, the outermost coordinate 1."""
    import numpy as np  # noqa: PLC0415  # as above

    centred = places - places.mean(axis=0)
    outermost = np.abs(centred).max()
    found: NDArray[np.float64] = centred * (1 / outermost) if outermost > 0 else centred
    return found
