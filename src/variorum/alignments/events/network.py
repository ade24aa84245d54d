"""The network that takes the features of two triggers for odds that they tell one event.

Two looks: at the pair by itself, then at the same beside what the odds of all pairs say of it
(:mod:`variorum.alignments.events.second_looks`). For each a few small networks of one hidden layer, whose odds are
averaged; made by ``tools/train_events.py`` and kept in ``data/event_weights.json`` with the features by name.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from msgspec import Struct

from variorum.fitted_weights import fitted_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

#: Deviations from the mean up to which a feature counts; what lies further was not seen in training.
MOST_DEVIATIONS = 4.0


class Layers(Struct, frozen=True, eq=False):
    """One network: what goes into its hidden units, and what they add up to."""

    hidden: NDArray[np.float32]
    hidden_bias: NDArray[np.float32]
    out: NDArray[np.float32]
    out_bias: float


class EventNetwork(Struct, frozen=True, eq=False):
    """The networks, with the features that they read."""

    names: tuple[str, ...]
    means: NDArray[np.float32]
    scales: NDArray[np.float32]
    networks: tuple[Layers, ...]

    def odds(self, features: Sequence[Mapping[str, float]]) -> list[float]:
        """Return the logarithm of the odds of each pair, by its features, rounded to three places."""
        if not features:
            return []
        rows = np.array([[pair.get(name, 0.0) for name in self.names] for pair in features], dtype=np.float32)
        return [round(float(odds), 3) for odds in self.odds_of_rows(rows)]

    def odds_of_rows(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the odds of rows of features in the order of ``names``."""
        scaled = ((rows - self.means) / self.scales).clip(-MOST_DEVIATIONS, MOST_DEVIATIONS)
        found: NDArray[np.float32] = np.mean(
            [
                np.maximum(scaled @ layers.hidden + layers.hidden_bias, 0) @ layers.out + layers.out_bias
                for layers in self.networks
            ],
            axis=0,
        )
        return found


class EventNetworks(Struct, frozen=True):
    """The networks of both looks."""

    first: EventNetwork
    second: EventNetwork


@lru_cache(maxsize=1)
def load_event_networks() -> EventNetworks:
    """Return the networks that ship."""
    known = fitted_weights("event")
    return EventNetworks(network_of(known["first"]), network_of(known["second"]))


def network_of(known: Mapping[str, Any]) -> EventNetwork:
    """Return the networks of one look from what is kept of them."""
    return EventNetwork(
        tuple(known["names"]),
        np.array(known["means"], dtype=np.float32),
        np.array(known["scales"], dtype=np.float32),
        tuple(
            Layers(
                np.array(one["hidden"], dtype=np.float32),
                np.array(one["hidden_bias"], dtype=np.float32),
                np.array(one["out"], dtype=np.float32),
                float(one["out_bias"]),
            )
            for one in known["networks"]
        ),
    )
