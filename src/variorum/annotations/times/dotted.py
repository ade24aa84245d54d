"""Dotted figures: whether "15.30" is a clock time, as much of the world writes it, or a price, a share, a length.

A clock time is led by "at" or the like, or has a day, a part of the day or a zone beside it; nothing that is bought,
measured or scored stands near it.
"""

from __future__ import annotations

import re

_FIGURE = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
#: How far to either side the words are looked at, in characters.
_BEFORE, _BEHIND = 90, 60
_NEW_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z“\"])|\n")
#: Words that lead to a clock time alone, and those that lead to other figures as well.
_LEADS = re.compile(
    r"\b(?:at|until|till|since|before|after|past) (?:about |around |exactly |nearly |almost )?$", re.IGNORECASE
)
_MAY_LEAD = re.compile(r"\b(?:from|to|by|between|and|around|about|towards|or|for)(?: about| around)? $", re.IGNORECASE)
#: "The 7.15 train", "the 15.30 to Leeds".
_SERVICE_BEFORE = re.compile(r"\b(?:the|a|an|his|her|their|last|first) $", re.IGNORECASE)
_SERVICE = re.compile(
    r" (?:(?:to|from) [A-Z]|(?:[a-z]{3,9} )?(?:train|tram|bus|coach|flight|ferry|service|express|sailing|boat|departure"
    r"|bulletin|news|kick-off|screening|performance|mass)\b)"
)
_PART = re.compile(
    r" (?:(?:in the|this|that|yesterday|tomorrow|(?:on )?[A-Z][a-z]+day) (?:morning|afternoon|evening|night)\b"
    r"|at night\b|last night\b|local time\b|\(?(?:GMT|UTC|BST|CES?T|EES?T|MSK|[ECMP][SD]?T)\b)|h\b"
)
#: "At 15.30 hours", but "after 2.30 hours".
_HOURS = re.compile(r" (?:hours|hrs)\b")
_AT = re.compile(r"\b(?:at|around|by|from|until|till) (?:about |around )?$", re.IGNORECASE)
_DAY = re.compile(
    r"\b(?:[Oo]n |[Ll]ate |[Ee]arly )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:today|yesterday|tomorrow|tonight)\b"
    r"|\b(?:this|that|the next) (?:morning|afternoon|evening|day)\b|\bclock\b|\b\d{1,2}:\d\d\b"
)
#: What follows an amount, and no clock time.
_UNIT = re.compile(
    r" ?(?:%|[$€£¥°])|[-–]?\d"
    r"| (?:per|percent|points?|euros?|pounds?|dollars?|cents?|pence|francs?|crowns?|lira|rand|yen|yuan|pesos?|reais"
    r"|rupees?|rubles?|roubles?|zlotys?|kroner|kronor|million|billion|trillion|bn|m|met(?:re|er)s?|km"
    r"|kilomet(?:re|er)s?|miles?|feet|inch(?:es)?|kg|kilos?|kilograms?|grams?|tons?|tonnes?|lit(?:re|er)s?|barrels?|degrees"
    r"|seconds?|minutes?|days?|weeks?|months?|years?|times|goals|marks?|runs|to the|on the (?:Richter|scale)"
    r"|against the|a (?:share|barrel|tonne|ton|litre|liter|kilo|kilogram|head))\b"
)
#: What is told in figures with a point.
_MEASURED = re.compile(
    r"[$€£¥%]|\b(?:shares?|stocks?|index|indices|pric(?:e|es|ed|ing)|traded|dollar|euros?|pound|sterling|yen|yuan"
    r"|currency|per cent|percent|points?|rates?|yields?|inflation|averag(?:e|ed)|magnitude|barrel|ounce|scor(?:e|ed|es)"
    r"|metres|meters|version|section|chapter|table|figure|grade|odds|futures|bonds?|stood|stands|quoted|valued|pegged|fixed|ratio)\b",
    re.IGNORECASE,
)


def is_dotted_clock(text: str, start: int, end: int) -> bool:
    """Say whether the figure at ``[start, end)`` is a clock time: "at 15.30", "7.40 in the morning"."""
    if not _FIGURE.fullmatch(text, start, end) or text[start - 1 : start] in {"$", "€", "£", "¥", "-", "–", "+"}:
        return False
    if _PART.match(text, end):
        return True
    before = text[max(0, start - _BEFORE) : start]
    if _HOURS.match(text, end):
        return _AT.search(before) is not None
    if _UNIT.match(text, end):
        return False
    if _SERVICE_BEFORE.search(before) and _SERVICE.match(text, end):
        return True
    before = _NEW_SENTENCE.split(before)[-1]
    if _MEASURED.search(before):
        return False
    if _LEADS.search(before):
        return True
    behind = _NEW_SENTENCE.split(text[end : end + _BEHIND])[0]
    return bool(_MAY_LEAD.search(before) and (_DAY.search(behind) or _DAY.search(before)))
