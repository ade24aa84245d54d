"""Time words: the vocabulary of time expressions, each word with the code under which the grammar sees it.

The codes are explained in :mod:`~variorum.annotations.times.tokens`.
"""

from __future__ import annotations

import re

from variorum import calendar_words
from variorum.number_words import ONES, ORDINALS, TENS

Payload = str | int | float | tuple[int, int, int] | None

WEEKDAYS = calendar_words.WEEKDAYS | calendar_words.SHORT_WEEKDAYS
MONTHS = calendar_words.MONTHS | calendar_words.SHORT_MONTHS
#: Shortened forms need a full stop or a number beside them ("Oct. 7", "Mon."); alone they are other words.
SHORT = frozenset({*calendar_words.SHORT_WEEKDAYS, *calendar_words.SHORT_MONTHS})

#: Unit words: TimeML letter of the unit, and how many of it one is.
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "2W", "month": "M",
    "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "min": "TM", "hr": "TH", "yr": "Y", "mo": "M", "millennium": "L",
}  # fmt: skip
_PLURALS = {
    "centuries": "CE",
    "millennia": "L",
    **{name + "s": unit for name, unit in UNITS.items() if name not in {"century", "millennium"}},
}
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "daybreak": "MO", "dusk": "EV",
    "overnight": "NI", "mid-morning": "MO", "nightfall": "EV", "midafternoon": "AF", "midmorning": "MO",
    "lunchtime": "MI", "sunrise": "MO", "sunset": "EV",
}  # fmt: skip
SEASONS = {
    "spring": "SP",
    "summer": "SU",
    "fall": "FA",
    "autumn": "FA",
    "winter": "WI",
    "springtime": "SP",
    "summertime": "SU",
    "wintertime": "WI",
}
_CARDINALS = ONES | TENS | {"hundred": 100, "thousand": 1000, "dozen": 12}
#: As far as the days of a month go.
_ORDINALS = {word: number for word, number in ORDINALS.items() if number <= 31}
#: Holidays with a fixed date, or with a rule: (month, weekday, which) - the last one of the month is -1. Feasts of the
#: moon and of other calendars (Ramadan, Eid, Passover, Diwali, Lunar New Year, Orthodox Easter) are not covered: their
#: days hang on sightings and tables of their own, so that they get no value rather than a guessed one.
HOLIDAYS: dict[str, str | tuple[int, ...]] = {
    "orthodox christmas": "01-07",
    "christmas eve": "12-24", "christmas day": "12-25", "christmas": "12-25", "boxing day": "12-26",
    "new year's eve": "12-31",
    "new year's day": "01-01", "new year's": "01-01", "new year day": "01-01", "valentine's day": "02-14",
    "st. patrick's day": "03-17",
    "april fools' day": "04-01", "april fool's day": "04-01", "may day": "05-01", "labour day": "05-01",
    "earth day": "04-22",
    "independence day": "07-04", "the fourth of july": "07-04", "fourth of july": "07-04", "bastille day": "07-14",
    "all saints' day": "11-01", "halloween": "10-31", "veterans day": "11-11", "armistice day": "11-11",
    "remembrance day": "11-11",
    "victory day": "05-09", "international women's day": "03-08", "juneteenth": "06-19", "d-day": "06-06",
    "nowruz": "03-20",
    "thanksgiving day": (11, 4, 4), "thanksgiving": (11, 4, 4), "memorial day": (5, 1, -1), "labor day": (9, 1, 1),
    "martin luther king day": (1, 1, 3), "presidents day": (2, 1, 3), "presidents' day": (2, 1, 3),
    "columbus day": (10, 1, 2),
    "mother's day": (5, 7, 2), "father's day": (6, 7, 3), "remembrance sunday": (11, 7, 2),
    "black friday": (11, 4, 4, 1), "cyber monday": (11, 4, 4, 4), "giving tuesday": (11, 4, 4, 5),
    "anzac day": "04-25", "australia day": "01-26", "waitangi day": "02-06", "canada day": "07-01",
    "bonfire night": "11-05", "burns night": "01-25", "groundhog day": "02-02", "reformation day": "10-31",
    "all souls' day": "11-02", "st. stephen's day": "12-26", "st. george's day": "04-23", "st. andrew's day": "11-30",
    "easter sunday": "easter+0", "easter monday": "easter+1", "easter": "easter+0", "good friday": "easter-2",
    "ash wednesday": "easter-46",
    "palm sunday": "easter-7", "pentecost": "easter+49", "maundy thursday": "easter-3", "holy saturday": "easter-1",
    "shrove tuesday": "easter-47", "ascension day": "easter+39", "whit sunday": "easter+49", "whit monday": "easter+50",
}  # fmt: skip

_ZONES = "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet eest msk ist jst kst aest et"

#: Several words that the grammar sees as one; the longest wins.
PHRASES: dict[str, tuple[str, Payload]] = {
    "more than": ("A", "MORE_THAN"), "less than": ("A", "LESS_THAN"), "fewer than": ("A", "LESS_THAN"),
    "no more than": ("A", "EQUAL_OR_LESS"),
    "at least": ("A", "EQUAL_OR_MORE"), "at most": ("A", "EQUAL_OR_LESS"), "no less than": ("A", "EQUAL_OR_MORE"),
    "up to": ("A", "EQUAL_OR_LESS"),
    "not more than": ("A", "EQUAL_OR_LESS"), "as many as": ("A", "EQUAL_OR_LESS"), "just over": ("A", "MORE_THAN"),
    "just under": ("A", "LESS_THAN"), "well over": ("A", "MORE_THAN"),
    "a few": ("q", 3), "a couple of": ("q", 2), "a couple": ("q", 2), "couple of": ("q", 2),
    "a number of": ("q", 3), "quite a few": ("q", 3), "the last few": ("l", "few"), "the past few": ("P", "few"),
    "an additional": ("a", 1), "another": ("a", 1), "half a": ("m", None), "half an": ("m", None),
    "from now": ("f", "now"), "prior to that": (".", None), "orthodox easter": (".", None),
    "super bowl sunday": (".", None), "orthodox easter sunday": (".", None), "bloody sunday": (".", None),
    "a quarter of an hour": ("V", "PT15M"), "three quarters of an hour": ("V", "PT45M"),
    "these days": ("R", "PRESENT_REF"), "right now": ("R", "PRESENT_REF"), "at present": ("R2", "PRESENT_REF"),
    "this moment": ("R", "PRESENT_REF"), "nowadays": ("R", "PRESENT_REF"),
    "the future": ("R", "FUTURE_REF"), "the near future": ("R", "FUTURE_REF"), "the near term": ("R", "FUTURE_REF"),
    "near future": ("R", "FUTURE_REF"), "the recent past": ("R", "PAST_REF"), "more recently": ("R", "PAST_REF"),
    "most recently": ("R", "PAST_REF"), "the not too distant future": ("R", "FUTURE_REF"),
    "the short term": ("R", "FUTURE_REF"), "the long term": ("R", "FUTURE_REF"),
    "at the time": ("@", "PAST_REF"), "at that time": ("@", "PAST_REF"), "by that time": ("@", "PAST_REF"),
    "all day long": ("V", "P1D"), "a while": ("V", "PXX"), "some time": ("V", "PXX"),
    "as soon as possible": ("R", "FUTURE_REF"),
    "each of the": ("e", None), "every other": ("e", 2),
    "day after tomorrow": ("T", 2), "the day after tomorrow": ("T", 2), "day before yesterday": ("T", -2),
    "the day before yesterday": ("T", -2),
    "post meridiem": ("%", "PM"), "o'clock": ("%", ""), "o’clock": ("%", ""),
    "high noon": (".", None), "early hours": ("p", "MO"), "small hours": ("p", "MO"), "wee hours": ("p", "MO"),
    "local time": ("Z", ""), "eastern time": ("Z", "ET"), "eastern daylight time": ("Z", "EDT"),
    "eastern standard time": ("Z", "EST"), "pacific time": ("Z", "PT"), "mountain time": ("Z", "MT"),
    "central time": ("Z", "CT"), "central european time": ("Z", "CET"), "central european summer time": ("Z", "CEST"),
    "greenwich mean time": ("Z", "GMT"), "british summer time": ("Z", "BST"), "moscow time": ("Z", "MSK"),
    "september 11 attacks": ("d", "2001-09-11"), "sept. 11 attacks": ("d", "2001-09-11"),
    "september 11th attacks": ("d", "2001-09-11"),
    **{name: ("#", name) for name in HOLIDAYS},
}  # fmt: skip
WORDS: dict[str, tuple[str, Payload]] = {
    **{name: ("u", unit) for name, unit in UNITS.items() if len(name) > 3 or name == "day"},
    **{name: ("U", unit) for name, unit in _PLURALS.items()},
    **{name: ("p", part) for name, part in PARTS.items()},
    **{name: ("s", season) for name, season in SEASONS.items()},
    **{name + "s": ("s2", season) for name, season in SEASONS.items() if name not in {"fall", "spring"}},
    **{name: ("n", value) for name, value in _CARDINALS.items()},
    **{name: ("o", value) for name, value in _ORDINALS.items()},
    **{name: ("W", number) for name, number in WEEKDAYS.items()},
    **{name + "s": ("W2", number) for name, number in WEEKDAYS.items() if name not in SHORT},
    **{name: ("M", number) for name, number in MONTHS.items()},
    **{zone: ("Z", zone.upper()) for zone in _ZONES.split()},
    "eastern": ("Z", "ET"), "pacific": ("Z", "PT"), "central": ("Z", "CT"), "mountain": ("Z", "MT"),
    "mornings": ("p2", "MO"), "afternoons": ("p2", "AF"), "evenings": ("p2", "EV"), "nights": ("p2", "NI"),
    "noon": ("z", "12:00"), "midday": ("z", "12:00"), "noontime": ("z", "12:00"), "midnight": ("z", "24:00"),
    "weekend": ("k", "WE"), "weekends": ("k2", "WE"),
    "the": ("t", None), "a": ("a", 1), "an": ("a", 1), "this": ("h", 0), "these": ("h", 0), "that": ("H", 0),
    "those": ("H", 0), "same": ("H", 0),
    "last": ("l", -1), "past": ("P", -1), "previous": ("v", -1), "preceding": ("v", -1), "prior": ("v", -1),
    "next": ("x", 1), "following": ("w", 1),
    "subsequent": ("w", 1), "coming": ("C", 1), "upcoming": ("C", 1), "recent": ("r", None), "current": ("c", 0),
    "latest": ("J", 0), "present": ("c", 0),
    "each": ("e", None), "every": ("e", None), "per": ("e2", None),
    "several": ("q", 3), "few": ("q", 3), "many": ("q", 3), "numerous": ("q", 3), "couple": ("q", 2),
    "ago": ("g", -1), "earlier": ("b", -1), "later": ("f", 1),
    "afterwards": ("f", 1), "afterward": ("f", 1), "thereafter": ("f", 1), "previously": ("b", -1),
    "beforehand": ("b", -1),
    "before": ("b2", -1), "after": ("f2", 1),
    "hence": ("f", "now"),
    "early": ("E", "START"), "late": ("L", "END"), "mid": ("D", "MID"), "beginning": ("B", "START"), "start": ("B",
    "START"), "end": ("N", "END"), "middle": ("N", "MID"),
    "about": ("A", "APPROX"), "around": ("A", "APPROX"), "nearly": ("A", "LESS_THAN"), "almost": ("A",
    "LESS_THAN"), "roughly": ("A", "APPROX"),
    "approximately": ("A", "APPROX"), "over": ("A", "MORE_THAN"), "under": ("A2", "LESS_THAN"), "some": ("A2",
    "APPROX"),
    "final": ("λ", -1), "closing": ("λ", -1), "latter": ("λ", -1), "opening": ("λ", 1),
    "ended": ("Ω", None), "ending": ("Ω", None), "for": ("δ", None),
    "of": ("F", None), "and": ("&", None), "or": ("&", None), "to": ("&", None), "in": ("i", None),
    "on": ("i", None), "at": ("i", None),
    "olds": ("O", None),
    "old": ("O", None), "long": ("O", None), "half": ("m", None), "period": ("K", None), "fiscal": ("$", None),
    "financial": ("$", None),
    "more": ("j", None), "additional": ("j", None), "consecutive": ("j", None), "straight": ("j", None),
    "full": ("j", None), "trading": ("j", None),
    "business": ("j", None), "working": ("j", None), "calendar": ("j", None), "successive": ("j", None),
    "further": ("j", None), "whole": ("j", None), "entire": ("j", None), "long-term": (".", None),
    "today": ("T", 0), "yesterday": ("T", -1), "tomorrow": ("T", 1), "tonight": ("T", "NI"),
    "now": ("R", "PRESENT_REF"), "currently": ("R", "PRESENT_REF"), "presently": ("R", "PRESENT_REF"),
    "recently": ("R", "PAST_REF"),
    "shortly": (".", None), "future": ("R1", "FUTURE_REF"), "once": (".", None), "lately": ("R", "PAST_REF"),
    "daylong": ("V", "P1D"), "weeklong": ("V", "P1W"), "monthlong": ("V", "P1M"), "yearlong": ("V", "P1Y"),
    "daily": ("S", "P1D"), "weekly": ("S", "P1W"), "monthly": ("S", "P1M"), "yearly": ("S", "P1Y"),
    "annually": ("S", "P1Y"), "hourly": ("S", "PT1H"),
    "quarterly": ("S1", "P1Q"), "nightly": ("S", "XXXX-XX-XXTNI"), "annual": ("S1", "P1Y"), "biweekly": ("S", "P2W"),
    "am": ("%", "AM"), "pm": ("%", "PM"), "ad": (".", None), "twenties": ("G", 2), "thirties": ("G", 3),
    "forties": ("G", 4), "fifties": ("G", 5), "sixties": ("G", 6), "seventies": ("G", 7),
    "eighties": ("G", 8), "nineties": ("G", 9),
}  # fmt: skip
# "second" is an ordinal far oftener than a unit.
WORDS["second"] = ("o", 2)

#: Phrases by their first word, longest first.
_BY_FIRST: dict[str, list[str]] = {}
for _phrase in sorted(PHRASES, key=lambda phrase: (-len(phrase.split()), -len(phrase), phrase)):
    _BY_FIRST.setdefault(re.split(r"[ '.-]", _phrase)[0], []).append(_phrase)
PHRASE_PATTERNS = {
    first: re.compile(
        "(?:"
        + "|".join(re.escape(p).replace(r"\ ", r"[ \t\n]{1,3}").replace("'", "['’]") for p in phrases)
        + r")(?![\w])",
        re.IGNORECASE,
    )
    for first, phrases in _BY_FIRST.items()
}
