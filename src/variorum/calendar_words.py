"""Words of the calendar: weekdays and months with their numbers, written out and shortened."""

from __future__ import annotations


def _numbered(names: str) -> dict[str, int]:
    """Return each name with its number from 1; names of one number are joined by a stroke."""
    return {name: number for number, group in enumerate(names.split(), 1) for name in group.split("/")}


#: Monday is 1, as in ISO 8601.
WEEKDAYS = _numbered("monday tuesday wednesday thursday friday saturday sunday")
SHORT_WEEKDAYS = _numbered("mon tues/tue wed thurs/thur/thu fri sat sun")
MONTHS = _numbered("january february march april may june july august september october november december")
#: May has no shorter form.
SHORT_MONTHS = {
    name: number
    for name, number in _numbered("jan feb mar apr may jun jul aug sept/sep oct nov dec").items()
    if name not in MONTHS
}
#: Every word that is a month.
MONTH_WORDS = frozenset({*MONTHS, *SHORT_MONTHS})
#: The months as they are printed, January first.
MONTH_NAMES = tuple(name.capitalize() for name in MONTHS)
