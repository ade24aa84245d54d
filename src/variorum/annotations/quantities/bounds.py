"""Amounts: a numeral with what bounds it, a second end and a unit ("more than 40", "40 to 50 million", "50 or so")."""

from __future__ import annotations

from msgspec import Struct

from variorum.annotations.quantities.numerals import APPROXIMATION, Numeral, read_numeral, widen
from variorum.annotations.quantities.units import CURRENCY_SIGNS, PERCENT, unit_after
from variorum.annotations.trees import Trees

#: What bounds a figure from before it: words in order, then (keeps low, keeps high, widens down, widens up).
_BOUNDS: dict[tuple[str, ...], tuple[bool, bool, float, float]] = {
    **dict.fromkeys(
        [
            ("at", "least"), ("no", "fewer", "than"), ("no", "less", "than"), ("not", "less", "than"),
            ("not", "fewer", "than"), ("a", "minimum", "of"), ("more", "than"), ("greater", "than"), ("over",),
            ("above",),
            ("upwards", "of"), ("upward", "of"), ("in", "excess", "of"), ("exceeding",), ("well", "over"),
            ("exceeded",),
            ("north", "of"), ("larger", "than"), ("surpassed",), ("topped",), ("well", "above"),
        ],
        (True, False, 0.0, 0.0),
    ),
    **dict.fromkeys(
        [
            ("up", "to"), ("at", "most"), ("no", "more", "than"), ("not", "more", "than"), ("as", "many", "as"),
            ("as", "much", "as"), ("a", "maximum", "of"), ("less", "than"), ("fewer", "than"), ("under",), ("below",),
            ("well", "under"), ("well", "below"), ("lower", "than"),
        ],
        (False, True, 0.0, 0.0),
    ),
    **dict.fromkeys(
        [("nearly",), ("almost",), ("close", "to"), ("just", "under"), ("just", "below"), ("approaching",)],
        (True, True, APPROXIMATION, 0.0),
    ),
    **dict.fromkeys(
        [
            ("about",), ("around",), ("some",), ("roughly",), ("approximately",), ("estimated",), ("circa",), ("~",),
            ("approx",), ("approx.",), ("an", "average", "of"), ("an", "estimated"), ("in", "the", "region", "of"),
        ],
        (True, True, APPROXIMATION, APPROXIMATION),
    ),
    **dict.fromkeys(
        [
            ("just", "over"), ("little", "more", "than"), ("slightly", "more", "than"), ("just", "above"),
            ("just", "more", "than"), ("a", "little", "over"),
        ],
        (True, True, 0.0, APPROXIMATION),
    ),
}  # fmt: skip
_BOUND_LENGTH = 4
_EXACT = (True, True, 0.0, 0.0)
#: The last words of the bounds above: where none stands before a figure, none is looked for.
BOUND_ENDS = frozenset(words[-1] for words in _BOUNDS)
_JOINTS = frozenset({"-", "–", "—", "to"})


class Amount(Struct):
    """A numeral with its bounds and unit, before it is tied to what it counts."""

    first: int
    after: int
    head: int
    """The last token of the numeral: what the noun phrase hangs on."""
    low: float | None
    high: float | None
    unit: str | None
    approximate: bool


def bounded(trees: Trees, numeral: Numeral, first: int, after: int) -> Amount | None:
    """Return the amount of a numeral with a second end, bounds, unit and hedges around it."""
    lower = trees.lower
    low, high, start, end = numeral.low, numeral.high, numeral.first, numeral.after
    approximate = numeral.vague
    sign_at = start - 1 if start > first and CURRENCY_SIGNS.get(lower[start - 1]) else -1
    unit = CURRENCY_SIGNS[lower[sign_at]] if sign_at >= 0 else CURRENCY_SIGNS.get(numeral.sign)
    start = sign_at if sign_at >= 0 else start
    if (
        sign_at > first
        and lower[sign_at] == "$"
        and lower[sign_at - 1] in ("us", "u.s.", "a", "c", "hk", "nz", "au", "ca")
    ):
        start -= 1
        unit = CURRENCY_SIGNS.get(lower[start] + "$", "USD")
    upper = _range_end(trees, numeral, start, first, after)
    if upper is not None:
        low, high, end = low * _shared_scale(low, upper, lower), upper.high, upper.after
        if start > first and lower[start - 1] == "between":
            start -= 1
    named, end = unit_after(trees, end, after, numeral)
    unit = "percent" if numeral.share else unit or named or _unit_before(lower, start, first)
    if numeral.short and unit is None:
        # "5m" without money: metres
        metres = lower[numeral.after - 1].endswith("m")
        if not metres:
            return None
        low, high, unit = low / 1e6, high / 1e6, "metre"
    words, bound = _bound_before(lower, start, first)
    start -= words
    keeps_low, keeps_high, down, up = bound
    after_words, after_bound = _bound_after(lower, end, after)
    if after_bound is not None:
        end += after_words
        keeps_low, keeps_high, down, up = after_bound
    if numeral.more:
        keeps_high = False
    if down or up:
        low, high = widen(low, high, down, up, whole=unit is None and low == int(low))
        approximate = True
    return Amount(
        start,
        end,
        numeral.after - 1 if upper is None else upper.after - 1,
        low if keeps_low else None,
        high if keeps_high else None,
        unit,
        approximate,
    )


def _unit_before(lower: list[str], start: int, first: int) -> str | None:
    """Return the unit that stands before a figure: "a magnitude of 6.1", "magnitude 6.1"."""
    at = start - 2 if start > first and lower[start - 1] == "of" else start - 1
    return "magnitude" if at >= first and lower[at] == "magnitude" else None


def _shared_scale(low: float, upper: Numeral, lower: list[str]) -> float:
    """Return what the first figure of "2 to 3 million" is multiplied by."""
    figure = read_numeral(lower, upper.first, upper.first + 1)
    if figure is None or not figure.high or low >= figure.high:
        return 1.0
    scale = upper.high / figure.high
    return scale if scale >= 1e3 else 1.0


def _range_end(trees: Trees, numeral: Numeral, start: int, first: int, after: int) -> Numeral | None:
    """Return the second numeral of "40 to 50", "40-50 people", "between 40 and 50", or None.

    "From 40 to 50" tells a change or a path and is read as two amounts.
    """
    lower, at = trees.lower, numeral.after
    before = lower[start - 1] if start > first else ""
    if at + 1 >= after or numeral.share:
        return None
    joint = lower[at]
    if not (joint in _JOINTS or (joint == "and" and before == "between")):
        return None
    following = at + 1
    if lower[following] in CURRENCY_SIGNS and following + 1 < after:
        following += 1
    upper = read_numeral(lower, following, after)
    if upper is None or upper.vague or upper.share or before == "from":
        return None
    scale = _shared_scale(numeral.low, upper, lower)
    if not numeral.low * scale < upper.high:
        return None
    # "won 1-3" is a score: a hyphen makes a range only before what is counted
    if joint in ("-", "–", "—") and before != "between":
        ahead = upper.after
        if not (ahead < after and (trees.tags[ahead] in ("NN", "NNS", "JJ", "VBN") or lower[ahead] in PERCENT)):
            return None
    return upper


def _bound_before(lower: list[str], start: int, first: int) -> tuple[int, tuple[bool, bool, float, float]]:
    """Return how many words before ``start`` bound the figure, and how."""
    if (
        start > first
        and lower[start - 1] in ("a", "an", "the")
        and start - 1 > first
        and lower[start - 2] in BOUND_ENDS
    ):
        return _longest_bound(lower, start - 1, first, 1)
    if start <= first or lower[start - 1] not in BOUND_ENDS:
        return 0, _EXACT
    return _longest_bound(lower, start, first, 0)


def _longest_bound(lower: list[str], start: int, first: int, extra: int) -> tuple[int, tuple[bool, bool, float, float]]:
    """Return the longest bounding phrase that ends at ``start``."""
    for length in range(_BOUND_LENGTH, 0, -1):
        if start - length >= first and (bound := _BOUNDS.get(tuple(lower[start - length : start]))) is not None:
            return length + extra, bound
    return 0, _EXACT


def _bound_after(lower: list[str], end: int, after: int) -> tuple[int, tuple[bool, bool, float, float] | None]:
    """Return how many words behind a figure bound it, and how: "50 or more", "50 or so", "50-plus"."""
    if end + 1 >= after or lower[end] not in ("or", "-"):
        return 0, None
    word = lower[end + 1]
    if lower[end] == "-":
        return (2, (True, False, 0.0, 0.0)) if word == "plus" else (0, None)
    if word == "more":
        return 2, (True, False, 0.0, 0.0)
    if word in ("fewer", "less"):
        return 2, (False, True, 0.0, 0.0)
    return (2, (True, True, APPROXIMATION, APPROXIMATION)) if word == "so" else (0, None)
