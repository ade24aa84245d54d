"""Figures: whether two figures of one thing exclude each other, are one rounded, or the later one an update.

Rounding and bounds are no conflict ("143 million" and "142.6 million", "1,200" and "more than 1,000"); a later report
may count more.
"""

from __future__ import annotations

import re
from datetime import timedelta
from math import floor, log10

from variorum.comparisons.conflicts.counts import FATES
from variorum.comparisons.facts import Fact
from variorum.comparisons.slots.verdicts import Clash
from variorum.model.quantities import Quantity, QuantityRelation

#: Words of a count that goes on.
_MOVES = re.compile(
    r"\b(?:rise[sn]?|rose|rising|climb\w*|grow[ns]?|grew|updated?|revis\w+|so far|by now|now|no longer|jumped)\b",
    re.IGNORECASE,
)
#: A report that came out so much later, and says that the count moved, knows more; after a day of the dead and hurt
#: without saying so, after three days of anything.
_LATER = timedelta(hours=3)
_NEXT_DAY = timedelta(hours=20)
_MUCH_LATER = timedelta(days=3)
#: Figures further apart than this factor count two things, whatever the words around them.
_FACTOR = 10.0
#: Many without a bound above: "thousands".
_MANY = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions|several|many)\b", re.IGNORECASE)
#: Figures with no more digits than this may be rounded by a writer who does not say so.
_ROUND_DIGITS = 2
_ROUND_FROM = 100
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
#: Share of the greater of two figures below which the lesser is no rounding that a reader would not see.
_LITTLE = 0.93


def counts_clash(one: Quantity, other: Quantity) -> Clash | None:
    """Say whether two quantities that count one thing exclude each other."""
    if one.relation_to(other) is not QuantityRelation.APART or _is_rounding(one, other) or _is_rounding(other, one):
        return None
    low, high = sorted(item.low or item.high or 0.0 for item in (one, other))
    if high > _FACTOR * low > 0 or any(_MANY.search(item.text) and (item.low or 0) <= low for item in (one, other)):
        return None
    return Clash(
        f"“{one.text}” and “{other.text}” cannot both be the number of the same thing",
        0.7 if one.approximate or other.approximate else 1.0,
    )


def figures_differ(one: Quantity, other: Quantity) -> bool:
    """Say whether two quantities give figures of which none is the other, rounded by little; two upper bounds too.

    "Dozens" is no figure, and "35 percent" is "about 35 percent".
    """
    if any(_MANY.search(item.text) and not _FIGURE.search(item.text) for item in (one, other)):
        return False
    figures = [set(_FIGURE.findall(item.text)) or {item.text.casefold().split()[-1]} for item in (one, other)]
    if figures[0] & figures[1]:
        return False
    if one.low is other.low is None:
        return one.high != other.high
    if one.relation_to(other) is not QuantityRelation.APART:
        # "at least 40" may be 52
        return False
    low, high = sorted((item.low if item.low is not None else item.high) or 0.0 for item in (one, other))
    return low <= _LITTLE * high or not (_is_rounding(one, other) or _is_rounding(other, one))


def _is_rounding(rough: Quantity, fine: Quantity) -> bool:
    """Say whether an exact figure, rounded to the digits of the other, gives the other."""
    if rough.low is None or rough.low != rough.high or fine.low is None or fine.low != fine.high:
        return False
    value, exact = rough.low, fine.low
    if value < _ROUND_FROM and value == int(value) and exact == int(exact):
        return False
    text = f"{value:.12g}"
    if value >= _ROUND_FROM:
        step = 10.0 ** (floor(log10(value)) - len(text.replace(".", "").rstrip("0")) + 1)
        if value / step >= 10**_ROUND_DIGITS and exact == int(exact) and step < _ROUND_DIGITS:
            return False
    else:
        step = 10.0 ** -len(text.partition(".")[2])
    # a half is rounded up: 45,000 is some 50,000, 55,000 is not
    return -step / 2 <= exact - value < step / 2


def is_update(one: Quantity, other: Quantity, left: Fact, right: Fact) -> str | None:
    """Return why the difference can be one of time alone, or None."""
    if _states_apart(left, right):
        return f"an update: “{one.text}” and “{other.text}” are counts of two times"
    if left.published is None or right.published is None or one.low is None or other.low is None:
        return None
    early, late, first, second = (
        (left, right, one, other) if left.published < right.published else (right, left, other, one)
    )
    if late.published is None or early.published is None:
        return None
    since = late.published - early.published
    grows = (second.low or 0) > (first.low or 0)
    counted = f"“{second.text}” stands in the later report, “{first.text}” in the earlier one"
    moved = since >= _LATER and _MOVES.search(late.sentence) is not None
    known = since >= _NEXT_DAY and first.role in FATES and grows == (first.role != "miss")
    return f"an update: {counted}" if moved or known or since >= _MUCH_LATER else None


def _states_apart(left: Fact, right: Fact) -> bool:
    """Say whether both tell how far a count had come, each by a time of its own: "by Monday evening 300 had left"."""
    limits = [{time.value for time in fact.times if fact.relation_of(time.id) == "limit"} for fact in (left, right)]
    return all(limits) and not limits[0] & limits[1]
