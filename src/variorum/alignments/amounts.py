"""Amounts: whether two quantities count the same thing, so that they agree or conflict and do not merely differ."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.alignments.wordings.likeness import stem_of
from variorum.model.quantities import Quantity, QuantityRelation
from variorum.word_lists import listed

#: Fates that reports word differently: "were killed", "died", "the dead"; "injured", "wounded".
_FATES = {
    **dict.fromkeys(listed("kill die death dead perish fatality lose slay murder"), "die"),
    **dict.fromkeys(listed("injure injury wound hurt hospitalise hospitalize"), "injure"),
    **dict.fromkeys(listed("arrest detain custody"), "arrest"),
    **dict.fromkeys(listed("flee displace evacuate"), "flee"),
}
#: Nouns that count people without saying which.
_PEOPLE = listed("people person man woman child civilian resident citizen victim passenger other casualty")
#: Quantities of one statement that are compared.
_MOST = 5


def amounts_fit(left: Iterable[Quantity], right: Iterable[Quantity]) -> tuple[bool, Quantity, Quantity] | None:
    """Return the first two quantities that count the same thing, and whether both can be true, or None."""
    for one in tuple(left)[:_MOST]:
        for two in tuple(right)[:_MOST]:
            if _count_the_same(one, two):
                return one.relation_to(two) is not QuantityRelation.APART, one, two
    return None


def _count_the_same(one: Quantity, two: Quantity) -> bool:
    """Say whether two quantities have one unit, count one kind of thing, and tell one fate of it."""
    if one.unit != two.unit:
        return False
    fate, other = (_FATES.get(item.role or "", stem_of(item.role or "")) for item in (one, two))
    if fate and other and fate != other:
        return False
    if one.counted is None or two.counted is None:
        # "52 were injured", "at least 40 people were injured".
        return bool(fate) and fate == other
    if stem_of(one.counted) == stem_of(two.counted):
        return True
    return bool(fate) and fate == other and one.counted in _PEOPLE and two.counted in _PEOPLE


def told_fate(quantity: Quantity) -> bool:
    """Say whether a quantity tells what became of people ("killed", "injured", "arrested", "fled")."""
    return (quantity.role or "") in _FATES
