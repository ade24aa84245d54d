"""Ages: how old a text says that the person of a mention is, inside the mention or right behind it."""

from __future__ import annotations

import re

#: "a 59-year-old woman", also with blanks around its hyphens.
_YEARS_OLD = re.compile(r"\b(\d{1,3}) ?- ?years? ?- ?old\b", re.IGNORECASE)
#: "Ana Reyes, 59, ...", "Ana Reyes (59)", "Ana Reyes, aged 59".
_BEHIND = re.compile(r" ?(?:, ?|\()(?:aged? )?(\d{1,3}) ?[,.)]|,? aged (\d{1,3})\b")
#: Right before a name: "59-year-old Ana Reyes".
_BEFORE = re.compile(r"\b(\d{1,3}) ?- ?years? ?-? ?old $", re.IGNORECASE)
#: Characters of a mention, and before it, that are read.
_READ = 200
_REACH = 24


def ages_told(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the ages, in years, that a text tells of whom it mentions from ``start`` to ``end``."""
    found = _YEARS_OLD.findall(text[start : min(end, start + _READ)])
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    behind = _BEHIND.match(text, end)
    around = [*(before.groups() if before else ()), *(behind.groups() if behind else ())]
    return (*found, *(age for age in around if age))
