"""Fitting: examples of pairs to the weights of their features, by logistic regression with L2 and Newton's method."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Strength of the L2 penalty, and of that on features of one scale.
PENALTY, SCALED_PENALTY = 3.0, 100.0
#: Where the weights that ship are kept.
WEIGHTS = Path(__file__).parent.parent / "src" / "variorum" / "data"


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of statements: 1 when both tell the same, its features, and how much it counts."""

    same: int
    features: dict[str, float]
    weight: float


def fit(examples: list[Example], strength: float = PENALTY) -> dict[str, float]:
    """Return the weight of each feature."""
    names = sorted({name for example in examples for name in example.features})
    rows = np.array([[example.features.get(name, 0.0) for name in names] for example in examples])
    same = np.array([example.same for example in examples], dtype=float)
    counts = np.array([example.weight for example in examples])
    penalty = np.where(np.array(names) == "bias", 1e-3, strength)
    weights = np.zeros(len(names))
    for _ in range(50):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (same - chances)) - penalty * weights
        curve = (rows * (counts * chances * (1 - chances))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def _scales(names: list[str], rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the scale of each feature; axes of one vector have one, so that the main ones keep their say."""
    scales: NDArray[np.float64] = rows.std(axis=0)
    axes = np.array([name.startswith("axis ") for name in names], dtype=bool)
    if axes.any():
        scales[axes] = np.sqrt((scales[axes] ** 2).mean())
    return scales


def fit_scaled(examples: list[Example], strength: float = SCALED_PENALTY) -> dict[str, float]:
    """Return the weight of each feature; the penalty counts on features of one scale."""
    names = sorted({name for example in examples for name in example.features} - {"bias"})
    rows = np.array([[example.features.get(name, 0.0) for name in names] for example in examples])
    scales = dict(zip(names, _scales(names, rows) + 1e-6, strict=True))
    scaled = [
        Example(
            example.same,
            {name: value / scales.get(name, 1.0) for name, value in example.features.items()},
            example.weight,
        )
        for example in examples
    ]
    weights = fit(scaled, strength)
    return {name: round(weight / float(scales.get(name, 1.0)), 4) for name, weight in weights.items()}


def fit_one_of(examples: list[tuple[str, dict[str, float]]], strength: float) -> dict[str, dict[str, float]]:
    """Return the weights of each feature for each of several answers of which one is right, by Newton's method.

    The penalty counts on features of one scale, and not on the bias.
    """
    answers = sorted({answer for answer, _ in examples})
    names = ["bias", *sorted({name for _, features in examples for name in features} - {"bias"})]
    rows = np.array([[1.0, *(features.get(name, 0.0) for name in names[1:])] for _, features in examples])
    scales = np.array([1.0, *_scales(names[1:], rows[:, 1:])])
    scales[scales < 1e-6] = 1.0
    means = np.array([0.0, *rows[:, 1:].mean(axis=0)])
    rows = (rows - means) / scales
    right = np.array([[float(answer == own) for answer in answers] for own, _ in examples])
    penalty = np.diag([1e-3, *([strength] * (len(names) - 1))])
    weights = np.zeros((len(answers), len(names)))
    for _ in range(100):
        scores = rows @ weights.T
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances = powers / powers.sum(axis=1, keepdims=True)
        slope = (right - chances).T @ rows - weights @ penalty
        curve = np.zeros((len(answers), len(names), len(answers), len(names)))
        for one in range(len(answers)):
            for other in range(len(answers)):
                counts = chances[:, one] * (float(one == other) - chances[:, other])
                curve[one, :, other, :] = (rows * counts[:, None]).T @ rows + float(one == other) * penalty
        size = len(answers) * len(names)
        step = np.linalg.solve(curve.reshape(size, size), slope.reshape(size)).reshape(weights.shape)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    weights /= scales
    weights[:, 0] -= weights[:, 1:] @ means[1:]
    return {
        answer: {name: round(float(weight), 4) for name, weight in zip(names, own, strict=True)}
        for answer, own in zip(answers, weights, strict=True)
    }


def write(path: Path, examples: list[Example], weights: dict[str, float]) -> None:
    """Write weights, and say of how many examples they are."""
    path.write_text(json.dumps({"weights": weights}, indent=1) + "\n", encoding="utf-8")
    print(f"{len(examples):,} pairs, {sum(example.same for example in examples):,} of them the same: {path}")
