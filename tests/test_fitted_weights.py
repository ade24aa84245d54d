"""Fitted weights: what ships can be read, and somebody can see where it comes from."""

from __future__ import annotations

from importlib.resources import files
from math import isfinite

import pytest

from variorum.fitted_weights import fitted_weights

DATA = files("variorum") / "data"
KINDS = sorted(
    file.name.removesuffix("_weights.json") for file in DATA.iterdir() if file.name.endswith("_weights.json")
)


def numbers_in(fitted):
    """Yield the numbers of a table of any depth."""
    if isinstance(fitted, dict | list):
        for item in fitted.values() if isinstance(fitted, dict) else fitted:
            yield from numbers_in(item)
    elif not isinstance(fitted, str):
        yield fitted


@pytest.mark.parametrize("kind", KINDS)
def test_weights_are_numbers_with_a_page(kind):
    """Every file of weights holds finite numbers, and a page beside it says what they were fitted on."""
    assert all(isfinite(number) for number in numbers_in(fitted_weights(kind)))
    pages = [file.read_text("utf-8") for file in DATA.iterdir() if file.name.endswith("_WEIGHTS.md")]
    assert any(f"{kind}_weights.json" in page for page in pages)


def test_a_kind_that_was_never_fitted_is_an_error():
    """Nothing is scored by weights that are not there."""
    with pytest.raises(FileNotFoundError):
        fitted_weights("weather")
