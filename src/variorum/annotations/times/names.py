"""Names of months and weekdays that may be other words: "May resigned", "the march", "the Sunday Herald", "Sun"."""

from __future__ import annotations

import re

from variorum.annotations.times.words import SHORT, WEEKDAYS

#: The number of a day before its month: "12 May", "the 3rd May"; no year ("in 2016 May became").
_DAY = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?")
#: Words after which a capital month is one.
_BEFORE_MONTHS = frozenset({
    "in", "since", "by", "last", "until", "till", "from", "early", "late", "mid", "this", "next", "through", "during",
    "before", "after", "for", "on", "of", "between", "and", "to", "the", "every", "each", "around", "about", "as",
    "throughout", "past",
})  # fmt: skip
#: Months that are verbs, adjectives or first names as well.
_OTHER_WORDS = frozenset({"may", "march", "april", "june", "august"})
_PRONOUNS = frozenset({"i", "we", "they", "you", "to", "who", "let", "us", "will", "would", "not"})
_MARCH_OF = re.compile(r" (?:for|of the|on) [A-Z]")
_MARCH_ON = re.compile(r" (?:on|for|of|to|past|into|against|towards?|through)\b")
#: Papers and programmes: "the Sunday Herald", "Monday Night Football".
_TITLED = re.compile(
    r" (?:Herald|Times|Post|Mirror|Telegraph|Mail|Express|Star|Independent|Mercury|World|Sun|Tribune|Globe|Age|Business"
    r"|Review|Journal|Record|Chronicle|Night (?:Live|Football|Fever|Lights)|Massacre|Club)\b"
)
_ON_DAYS = frozenset({"on", "since", "by", "until", "late", "early", "last", "next", "from"})
#: Days with a name of their own, and a football club: "Bloody Sunday", "Black Friday", "Sheffield Wednesday".
_NAMED_DAYS = frozenset({"bloody", "black", "super", "cyber", "sheffield", "holy", "maundy", "giving", "throwback"})


def fits_calendar(text: str, start: int, end: int, word: str) -> bool:
    """Say whether a word that spells a month or weekday is one here; "may", "march", "sun" are not always."""
    if not text[start].isupper():
        return False
    if word in SHORT:
        after = text[end : end + 6]
        return after[:1] == "." or after.lstrip(" ")[:1].isdigit()
    before = text[max(0, start - 24) : start].split()
    previous = before[-1] if before else ""
    if word in WEEKDAYS:
        titled = previous.lower() not in _ON_DAYS and _TITLED.match(text, end)
        return not titled and not (previous[:1].isupper() and previous.lower() in _NAMED_DAYS)
    if word in _OTHER_WORDS and previous.lower() in _TITLES:
        return False
    if word not in _OTHER_WORDS or text[end : end + 8].lstrip()[:1].isdigit():
        return True
    return _fits_month(text, end, word, previous)


def fits_season(text: str, start: int, end: int) -> bool:
    """Say whether a word that spells a season is one here, and no name: "the Winter Palace", "Mr. Winter"."""
    if not text[start].isupper() or text[start : start + 2].isupper():
        return True
    before = text[max(0, start - 12) : start].split()
    return not (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()) and (
        not before or before[-1].lower() not in _TITLES
    )


_TITLES = frozenset({"dr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "prof.", "professor", "sir", "lord", "lady"})


def _fits_month(text: str, end: int, word: str, previous: str) -> bool:
    """Say whether May, March, April, June or August is the month and no verb or name."""
    capital_after = text[end : end + 8].lstrip()[:1].isupper()
    if word == "may":
        # "Theresa May said", "May he rest": a name before it, or the beginning of a sentence; "12 May.", "the 3rd May".
        return bool(previous) and (
            previous.islower()
            or bool(_DAY.fullmatch(previous))
            or previous.lower() in _BEFORE_MONTHS
            or previous.endswith((",", "-"))
        )
    if word == "march":
        # "They March for Life", "March on!", "the March of the Mothers", "the Long March"
        opens = not previous or previous.endswith((".", "!", "?", ":", "”", '"'))
        if previous.lower() in _PRONOUNS or (opens and _MARCH_ON.match(text, end)):
            return False
        if _MARCH_OF.match(text, end) and previous.lower() not in _BEFORE_MONTHS - {"the"}:
            return False
        return opens or previous.islower() or previous.lower() in _BEFORE_MONTHS or not previous[-1].isalpha()
    # "June Carter", "April O'Neil": a first name when a capital follows that is no year and no sentence end stands
    # between.
    return not capital_after or previous.lower() in _BEFORE_MONTHS or text[end : end + 1] in {",", "."}
