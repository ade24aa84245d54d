"""Adverbials: how a place or a time hangs on its clause, by the words before it.

"From Warsaw" and "to Rome" are no two places of one thing, "until Wednesday" and "on Friday" no two times of it: only
what hangs on its clause in the same way can conflict.
"""

from __future__ import annotations

import re

from variorum.word_lists import listed

#: Words before a time or place, nearest last; enough for "in the early hours of".
_BEFORE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_NEXT = re.compile(r" ([a-z]+)")
#: Words behind a place that are no noun it modifies.
_AFTER = listed(
    """
    in on at of by for from to into after before during since until when where while as and or but with without who
    which that is was are were has had have will would said says late early last this next because although if
    """
)
_LOOKED_AT = 60
_WORDS = 4
#: Words that stand between the preposition and the name.
_BETWEEN = listed(
    """
    the a an early late shortly just about around next last this that of town city village port northern southern
    eastern western central upper lower
    """
)
#: Before a "to" that leads nowhere: "in addition to".
_ADDING = listed("addition contrast according due thanks similar compared")
#: Before "after" and "before": so little that the time is as good as told: "a few minutes after midnight".
_HARDLY = listed("shortly just soon minutes moments seconds")
_TIME = {
    **dict.fromkeys(("until", "till", "through", "to"), "end"),
    **dict.fromkeys(("from", "since", "starting", "effective"), "start"),
    **dict.fromkeys(("by", "before"), "limit"),
    "after": "after",
    "within": "within",
    "for": "length",
    "lasted": "length",
    "every": "each",
    "between": "start",
    "and": "end",
}
_PLACE = {
    **dict.fromkeys(("in", "at", "near", "outside", "inside", "off", "on", "under", "above", "over"), "where"),
    **dict.fromkeys(("from", "leaving"), "whence"),
    **dict.fromkeys(("to", "into", "towards", "toward", "for", "reached"), "whither"),
}


def time_relation(text: str, start: int) -> str:
    """Return how the time at ``start`` hangs on its clause: ``point``, ``start``, ``end``, ``limit``, ``length`` ..."""
    words = _words_before(text, start)
    for place, word in enumerate(words):
        if word in ("after", "before") and words[place + 1 : place + 2] and words[place + 1] in _HARDLY:
            return "point"
        if word in _TIME:
            return _TIME[word]
        if word not in _BETWEEN:
            break
    return "point"


def is_modifier(text: str, end: int) -> bool:
    """Say whether a noun follows the name that ends at ``end``: "a U.S. outpost in Benghazi"."""
    behind = _NEXT.match(text, end)
    return behind is not None and behind.group(1) not in _AFTER


def place_relation(text: str, start: int) -> str | None:
    """Return how the place at ``start`` hangs on its clause (``where``, ``whence``, ``whither``), or None."""
    part = False
    words = _words_before(text, start)
    for at, word in enumerate(words):
        if word in _PLACE:
            return None if word == "to" and _ADDING.intersection(words[at + 1 : at + 2]) else _PLACE[word]
        if word not in _BETWEEN and not part:
            break
        # "in the harbour of Koper", "in the weather station of Murcia"
        part = part or word == "of"
    return None


def _words_before(text: str, start: int) -> list[str]:
    """Return the words before an offset in the same clause, nearest first."""
    stretch = re.split(r"[.,;:!?—–“”\n]", text[max(0, start - _LOOKED_AT) : start])[-1]
    return [word.casefold() for word in _BEFORE.findall(stretch)][::-1][:_WORDS]
