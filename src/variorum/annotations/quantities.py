"""Quantities: how many, how much, of what, and what happens to them, as intervals that the words allow.

"At least 40" is ``[40, None]``, "about 1,200" ``[1080, 1320]``, "dozens" ``[24, 99]``. "More than 1,000" begins at
1,000: the interval is closed, one too many is less harmful than a conflict with a report that says 1,000.
Years, dates, clock times, ages, ordinals, scores, section and telephone numbers are no quantities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.annotations.numerals import APPROXIMATION, Numeral, read_numeral, widen
from variorum.annotations.trees import Trees, trees_of
from variorum.model.quantities import Quantity
from variorum.registry import annotator

if TYPE_CHECKING:
    from variorum.model.annotations import Draft


def _words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


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
_BOUND_ENDS = frozenset(words[-1] for words in _BOUNDS)

_CURRENCY_SIGNS = {
    "$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₴": "UAH",
    "₪": "ILS",
    "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD", "nz$": "NZD", "s$": "SGD", "₩": "KRW",
    "₦": "NGN",
    "r$": "BRL", "usd": "USD", "eur": "EUR", "gbp": "GBP", "chf": "CHF", "rs": "INR", "rs.": "INR", "inr": "INR",
}  # fmt: skip
_CURRENCY_NAMES = {
    "dollar": "USD", "euro": "EUR", "yen": "JPY", "rupee": "INR", "ruble": "RUB", "rouble": "RUB", "lira": "TRY",
    "yuan": "CNY", "renminbi": "CNY", "shekel": "ILS", "hryvnia": "UAH", "zloty": "PLN", "rand": "ZAR", "naira": "NGN",
    "ringgit": "MYR", "baht": "THB", "rupiah": "IDR", "forint": "HUF", "riyal": "SAR", "dirham": "AED", "usd": "USD",
    "eur": "EUR", "gbp": "GBP", "cent": "USD cent", "pound": "GBP", "franc": "CHF", "krona": "SEK", "krone": "NOK",
}  # fmt: skip
_MEASURES = {
    "km": "kilometre", "kms": "kilometre", "kilometer": "kilometre", "kilometre": "kilometre", "mile": "mile",
    "mi": "mile",
    "meter": "metre", "metre": "metre", "centimeter": "centimetre", "centimetre": "centimetre", "cm": "centimetre",
    "mm": "millimetre", "millimeter": "millimetre", "millimetre": "millimetre", "foot": "foot", "feet": "foot",
    "ft": "foot",
    "inch": "inch", "yard": "yard", "acre": "acre", "hectare": "hectare", "ha": "hectare", "ton": "ton",
    "tonne": "tonne",
    "kg": "kilogram", "kilogram": "kilogram", "kilo": "kilogram", "gram": "gram", "lb": "pound", "lbs": "pound",
    "ounce": "ounce", "barrel": "barrel", "bpd": "barrel per day", "litre": "litre", "liter": "litre",
    "gallon": "gallon",
    "mph": "mile per hour", "km/h": "kilometre per hour", "kph": "kilometre per hour", "knot": "knot",
    "degree": "degree",
    "celsius": "degree", "megawatt": "megawatt", "mw": "megawatt", "gigawatt": "gigawatt", "gw": "gigawatt",
    "kilowatt": "kilowatt", "watt": "watt", "gigabyte": "gigabyte", "gb": "gigabyte", "terabyte": "terabyte",
    "magnitude": "magnitude", "sq": "square", "nm": "nautical mile", "basis": "basis point",
}  # fmt: skip
_PERCENT = frozenset({"%", "percent", "pct", "pc", "percentage"})
_TIME_UNITS = _words("""
    second minute hour day night week weekend fortnight month quarter year decade century season yr sec min hr
""")
_MONTHS = _words("""
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.
""")
#: Nouns that number what they name: "Article 5", "Flight 370", "Room 101".
_LABELS = _words("""
    article section resolution flight number no no. nos. page chapter room channel category highway route
    interstate phase version volume paragraph clause bill protocol act amendment point item figure table level
    class grade tier stage step platform gate track line district ward zone sector unit block precinct boeing
    airbus type model form title rule proposition covid day week grade schedule appendix exhibit count psalm
    verse studio area camp apartment suite gate season episode part round lap game match super bowl world pier
    runway bus train tram terminal
""")
_CLOCK = frozenset({"a.m.", "p.m.", "am", "pm", "a.m", "p.m", "o'clock", "gmt", "utc", "local"})
_YEAR = re.compile(r"1[0-9]{3}\Z|20[0-9]{2}\Z")
_JOINTS = frozenset({"-", "–", "—", "to"})
#: Words before a bare four-digit number that let it be a year; anything else with a counted noun behind is a count.
_YEAR_CUES = _words("""
    in since by until till before after from of during the early late mid for and through to a this that - – ( '
    , '
""")

#: What happens to people, by one word each: verbs, participles, adjectives and nouns of the same thing.
_ROLES = {
    **dict.fromkeys(
        [
            "kill",
            "die",
            "slay",
            "massacre",
            "murder",
            "perish",
            "dead",
            "death",
            "fatality",
            "slaughter",
            "execute",
            "assassinate",
            "killing",
            "execution",
        ],
        "kill",
    ),
    **dict.fromkeys(["injure", "wound", "hurt", "maim", "injury", "injured", "wounded"], "injure"),
    **dict.fromkeys(
        [
            "arrest",
            "detain",
            "apprehend",
            "arrestee",
            "arrested",
            "detention",
            "detainee",
            "detained",
            "jail",
            "imprison",
        ],
        "arrest",
    ),
    **dict.fromkeys(["displace", "uproot", "displaced", "homeless", "displacement"], "displace"),
    **dict.fromkeys(["abduct", "kidnap", "abduction", "hostage", "kidnapping", "captive"], "abduct"),
    **dict.fromkeys(["evacuate", "evacuation", "evacuee", "evacuated"], "evacuate"),
    **dict.fromkeys(["rescue", "save", "rescued"], "rescue"),
    **dict.fromkeys(["missing", "unaccounted"], "miss"),
    **dict.fromkeys(["flee"], "flee"),
    **dict.fromkeys(["hospitalise", "hospitalize", "hospitalised", "hospitalized"], "hospitalise"),
}
#: Nouns that count what happened and not who: "52 deaths", "a death toll of 52".
_DEED_NOUNS = _words("""
    death fatality toll injury arrest detention abduction kidnapping casualty evacuation
""")
#: Roles that befall people where the words do not say who ("52 were killed").
_PERSONAL = frozenset({"kill", "injure", "arrest", "displace", "abduct", "hospitalise"})
_PEOPLE = {"person": "people", "persons": "people", "peoples": "people"}
#: Verbs that say nothing of what happens to the counted.
_EMPTY_VERBS = _words("""
    be have leave do say tell reach rise climb hit stand put bring remain become include see
""")
_TRANSPARENT = _words("""
    number total group series string crowd majority rest all member
""")


@dataclass(slots=True)
class _Amount:
    """A numeral with its bounds and unit, before it is tied to what it counts."""

    first: int
    after: int
    head: int
    """The last token of the numeral: what the noun phrase hangs on."""
    low: float | None
    high: float | None
    unit: str | None
    approximate: bool


@annotator(gives="quantities", needs=("times",), version="2")
def annotate_quantities(draft: Draft) -> tuple[Quantity, ...]:
    """Return the quantities outside boilerplate, in text order.

    Numbers inside a time expression are left to it.
    """
    trees = trees_of(draft)
    dated = _tokens_of_times(draft, trees)
    found: list[Quantity] = []
    for index, (first, after) in enumerate(trees.ranges):
        if draft.sentences[index].boilerplate:
            continue
        for amount in _amounts(trees, first, after, dated):
            start, end = trees.starts[amount.first], trees.ends[amount.after - 1]
            counted, role = _what(trees, amount) if trees.walked[index] else (None, None)
            found.append(
                Quantity(
                    id=f"n{len(found) + 1}",
                    start=start,
                    end=end,
                    text=draft.report.text[start:end],
                    low=amount.low,
                    high=amount.high,
                    unit=amount.unit,
                    counted=counted,
                    approximate=amount.approximate,
                    role=role,
                )
            )
    return tuple(found)


def _tokens_of_times(draft: Draft, trees: Trees) -> frozenset[int]:
    """Return the tokens that time expressions cover."""
    return frozenset(token for time in draft.times for token in trees.tokens_in(time.start, time.end))


def _amounts(trees: Trees, first: int, after: int, dated: frozenset[int]) -> list[_Amount]:
    """Return the amounts of one sentence."""
    found: list[_Amount] = []
    lower = trees.lower
    at = first
    while at < after:
        numeral = None if at in dated else read_numeral(lower, at, after)
        if numeral is None:
            at += 1
            continue
        if not any(token in dated for token in range(numeral.first, numeral.after)) and not _is_label(
            trees, numeral, first, after
        ):
            amount = _bounded(trees, numeral, first, after)
            if amount is not None:
                found.append(amount)
                at = max(amount.after, numeral.after)
                continue
        at = _skip_chain(lower, numeral.after, after)
    return found


def _skip_chain(lower: list[str], at: int, after: int) -> int:
    """Return the token after a chain of figures that are no amount ("555-1234-99", "3-2")."""
    while at + 1 < after and lower[at] in ("-", "–", "/", ".", ":") and lower[at + 1][0].isdigit():
        at += 2
    return at


def _is_label(trees: Trees, numeral: Numeral, first: int, after: int) -> bool:
    """Say whether a numeral numbers, dates or ages something instead of counting it."""
    lower, tags = trees.lower, trees.tags
    start, end = numeral.first, numeral.after
    before = lower[start - 1] if start > first else ""
    following = lower[end] if end < after else ""
    figure = lower[start][0].isdigit()
    if lower[start] in ("one", "a", "an") and end == start + 1 and not _counts_one(trees, start, after):
        return True
    if following in _CLOCK or before in _MONTHS or (following in _MONTHS and figure):
        return True
    if (
        lower[start] == "one"
        and end == start + 1
        and before in ("no", "any", "every", "some", "each", "this", "that", "the")
    ):
        return True
    stem = trees.lemmas[end] if end < after else ""
    hyphened = following in ("-", "–") and end + 1 < after
    if stem in _TIME_UNITS or (
        hyphened and (trees.lemmas[end + 1] in _TIME_UNITS or lower[end + 1] in ("year", "day"))
    ):
        return True
    if not figure:
        return False
    if before in ("-", "–", "/", ".", "#", "+", ":") and start - 1 > first and not _closes_range(lower, start, first):
        return True
    if hyphened and lower[end + 1][0].isdigit() and _is_chain(lower, end, after):
        return True
    if following == "/" or (before == "(" and following == ")"):
        return True
    if _YEAR.match(lower[start]) and end == start + 1:
        return _is_year(trees, start, end, before, after)
    if (before in _LABELS or (before in ("aged", "age", "ages") and numeral.high < 130)) and lower[start - 1] != "over":
        return True
    # "Oria Berlin, 19, recounts": an age between commas after a name or noun
    if (
        before == ","
        and following in (",", ".", "")
        and numeral.high < 130
        and start - 2 >= first
        and trees.is_noun(start - 2)
    ):
        return True
    # "Apollo 11", "Su 24": the figure belongs to the name before it
    return (
        tags[start - 1] in ("NNP", "NNPS")
        and start > first
        and trees.heads[start] == start - 1
        and trees.deps[start] in ("nummod", "appos", "prep", "npadvmod")
        and before not in _CURRENCY_SIGNS
    )


def _counts_one(trees: Trees, at: int, after: int) -> bool:
    """Say whether "one" counts ("one soldier") and is no pronoun or part of "one of", "one another"."""
    following = trees.lower[at + 1] if at + 1 < after else ""
    if trees.lower[at] != "one" or following in ("another", "'s", "thing", "day", "time", "side", "hand", "-", "point"):
        return False
    return trees.deps[at] == "nummod" and trees.heads[at] > at


def _closes_range(lower: list[str], start: int, first: int) -> bool:
    """Say whether a figure ends a range such as "40-50" whose first half was no amount."""
    return start - 2 >= first and lower[start - 2][0].isdigit() and lower[start - 1] in ("-", "–")


def _is_chain(lower: list[str], end: int, after: int) -> bool:
    """Say whether more than two figures are chained ("555-123-4567"), or two that are no rising range ("3-2")."""
    if end + 3 < after and lower[end + 2] in ("-", "–") and lower[end + 3][0].isdigit():
        return True
    left, right = read_numeral(lower, end - 1, end), read_numeral(lower, end + 1, after)
    return left is None or right is None or left.low >= right.high


def _is_year(trees: Trees, start: int, end: int, before: str, after: int) -> bool:
    """Say whether a bare four-digit figure is a year: "in 2023", "the 2024 vote"; "2000 people" is a count."""
    counted = end < after and trees.tags[end] in ("NNS", "NNPS")
    if trees.lower[start - 1] in _BOUND_ENDS and before != "to":
        return False
    if counted and (before not in _YEAR_CUES or trees.lemmas[end] in ("people", "soldier", "troop", "person")):
        return False
    return not (end < after and trees.lower[end] in _MEASURES)


def _bounded(trees: Trees, numeral: Numeral, first: int, after: int) -> _Amount | None:
    """Return the amount of a numeral with a second end, bounds, unit and hedges around it."""
    lower = trees.lower
    low, high, start, end = numeral.low, numeral.high, numeral.first, numeral.after
    approximate = numeral.vague
    sign_at = start - 1 if start > first and _CURRENCY_SIGNS.get(lower[start - 1]) else -1
    unit = _CURRENCY_SIGNS[lower[sign_at]] if sign_at >= 0 else None
    start = sign_at if sign_at >= 0 else start
    if (
        sign_at > first
        and lower[sign_at] == "$"
        and lower[sign_at - 1] in ("us", "u.s.", "a", "c", "hk", "nz", "au", "ca")
    ):
        start -= 1
        unit = _CURRENCY_SIGNS.get(lower[start] + "$", "USD")
    upper = _range_end(trees, numeral, start, first, after)
    if upper is not None:
        low, high, end = low * _shared_scale(low, upper, lower), upper.high, upper.after
        if start > first and lower[start - 1] == "between":
            start -= 1
    named, end = _unit_after(trees, end, after, numeral)
    unit = "percent" if numeral.share else unit or named
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
    return _Amount(
        start,
        end,
        numeral.after - 1 if upper is None else upper.after - 1,
        low if keeps_low else None,
        high if keeps_high else None,
        unit,
        approximate,
    )


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
    if lower[following] in _CURRENCY_SIGNS and following + 1 < after:
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
        if not (ahead < after and (trees.tags[ahead] in ("NN", "NNS", "JJ", "VBN") or lower[ahead] in _PERCENT)):
            return None
    return upper


def _unit_after(trees: Trees, end: int, after: int, numeral: Numeral) -> tuple[str | None, int]:
    """Return the unit that follows a numeral and the token after it."""
    lower, lemmas = trees.lower, trees.lemmas
    at = end + 1 if end < after and lower[end] == "-" else end
    if at >= after or numeral.share:
        return None, end
    word, stem = lower[at], lemmas[at]
    if word in _PERCENT:
        extra = 1 if word == "percentage" and at + 1 < after and lemmas[at + 1] == "point" else 0
        return ("percentage point" if extra else "percent"), at + 1 + extra
    if word == "per" and at + 1 < after and lower[at + 1] in ("cent", "100"):
        return "percent", at + 2
    if stem in ("square", "cubic") and at + 1 < after and (lemmas[at + 1] in _MEASURES or lower[at + 1] in _MEASURES):
        return f"{stem} " + (_MEASURES.get(lemmas[at + 1]) or _MEASURES[lower[at + 1]]), at + 2
    nation = {"us": "USD", "u.s.": "USD", "australian": "AUD", "canadian": "CAD", "swiss": "CHF", "british": "GBP"}.get(
        word
    )
    if nation and at + 1 < after and lemmas[at + 1] in _CURRENCY_NAMES:
        return nation, at + 2
    if stem in _CURRENCY_NAMES and not (stem == "pound" and at + 1 < after and lower[at + 1] == "of"):
        return _CURRENCY_NAMES[stem], at + 1
    measure = _MEASURES.get(stem) or _MEASURES.get(word)
    return (measure, at + 1) if measure else (None, end)


def _bound_before(lower: list[str], start: int, first: int) -> tuple[int, tuple[bool, bool, float, float]]:
    """Return how many words before ``start`` bound the figure, and how."""
    if (
        start > first
        and lower[start - 1] in ("a", "an", "the")
        and start - 1 > first
        and lower[start - 2] in _BOUND_ENDS
    ):
        return _longest_bound(lower, start - 1, first, 1)
    if start <= first or lower[start - 1] not in _BOUND_ENDS:
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


def _what(trees: Trees, amount: _Amount) -> tuple[str | None, str | None]:
    """Return the lemma of what is counted and the lemma of what happens to it."""
    head = amount.head
    noun = _counted_noun(trees, amount)
    if amount.unit is not None and amount.unit != "percent":
        return None, None
    if noun < 0:
        top = _top_of_numeral(trees, head)
        role = _role_of_toll(trees, top) or _role_of(trees, top)
        return ("people" if role in _PERSONAL else None), role
    lemma = trees.lemmas[noun]
    deed = _ROLES.get(lemma) or _ROLES.get(trees.lower[noun])
    if (
        lemma in _DEED_NOUNS
        or (deed and trees.tags[noun] in ("JJ", "VBN", "VBD"))
        or lemma in ("dead", "wounded", "injured")
    ):
        return "people", deed
    return _PEOPLE.get(lemma, lemma), deed or _role_of(trees, noun)


def _top_of_numeral(trees: Trees, token: int) -> int:
    """Return the topmost token of the numeral itself ("million" over "1.2")."""
    for _ in range(4):
        head = trees.heads[token]
        if (
            head == token
            or trees.tags[head] not in ("CD", "NN", "NNS")
            or trees.deps[token] not in ("compound", "nummod", "quantmod", "nmod")
        ):
            break
        token = head
    return token


def _counted_noun(trees: Trees, amount: _Amount) -> int:
    """Return the noun that is counted, or -1: "52 people", "dozens of soldiers", "30% of voters", "52 dead"."""
    tags, heads, deps, lower = trees.tags, trees.heads, trees.deps, trees.lower
    numeral = trees.first_conjunct(amount.head)
    if numeral != amount.head and tags[numeral] == "CD" and deps[numeral] == "nummod":
        # "between 40 and 50 houses": the parser hangs the noun on the first figure
        return heads[numeral] if trees.is_noun(heads[numeral]) else -1
    top = _top_of_numeral(trees, amount.head)
    if top != amount.head and amount.unit is None:
        return top if tags[top] != "CD" else -1
    # "dozens of soldiers", "30% of voters", "three of the victims": down through "of"
    for token in (amount.after - 1, amount.head):
        for prep in trees.children_of(token, "prep"):
            target = trees.child(prep, "pobj") if lower[prep] == "of" else -1
            if target >= 0:
                return target if trees.is_noun(target) else -1
    head = heads[amount.head]
    if (
        amount.unit is None
        and deps[amount.head] in ("nummod", "amod", "nmod", "compound", "quantmod")
        and head > amount.head
    ):
        return head if trees.is_noun(head) or tags[head] in ("JJ", "VBN") else -1
    # "52 dead", "200 wounded" with the parser's numeral as head
    if (
        amount.unit is None
        and amount.after < len(lower)
        and _ROLES.get(lower[amount.after]) in _PERSONAL
        and lower[amount.after] in ("dead", "wounded", "injured", "detained", "hurt", "homeless")
    ):
        return amount.after
    return -1


def _role_of_part(trees: Trees, noun: int) -> str | None:
    """Return the role that a participle or adjective behind the noun gives it: "people killed", "people dead"."""
    deps, lemmas, tags = trees.deps, trees.lemmas, trees.tags
    for child in trees.children[noun]:
        if child > noun and deps[child] in ("acl", "amod") and tags[child] in ("VBN", "VBD", "JJ", "VBG"):
            return _ROLES.get(lemmas[child], lemmas[child] if tags[child] == "VBN" else None)
    return None


def _role_of(trees: Trees, noun: int) -> str | None:
    """Return what happens to the noun phrase headed by ``noun``, by its verb, participle or predicate adjective."""
    deps, heads, lemmas, tags = trees.deps, trees.heads, trees.lemmas, trees.tags
    if (role := _role_of_part(trees, noun)) is not None:
        return role
    token = trees.first_conjunct(noun)
    for _ in range(3):
        if deps[token] == "pobj" and lemmas[heads[token]] == "include":
            # "killed five people, including two children"
            token = trees.first_conjunct(heads[heads[token]])
        elif deps[token] == "pobj" and lemmas[heads[token]] in ("of", "among") and trees.is_noun(heads[heads[token]]):
            above = heads[heads[token]]
            if lemmas[above] in _ROLES:
                return _ROLES[lemmas[above]]
            if lemmas[above] not in _TRANSPARENT and lemmas[above] not in (
                "dozen",
                "hundred",
                "thousand",
                "score",
                "ten",
                "%",
                "percent",
                "cent",
            ):
                return None
            token = above
        else:
            break
    governor = heads[token]
    if governor == token:
        return None
    if deps[token] in ("nsubj", "nsubjpass", "dobj", "dative") and trees.poses[governor] in ("VERB", "AUX"):
        return _role_of_verb(trees, token, governor)
    if deps[token] == "nsubj" and tags[governor] == "JJ":
        return _ROLES.get(lemmas[governor])
    return None


def _role_of_verb(trees: Trees, token: int, verb: int) -> str | None:
    """Return the role that a verb gives its subject or object; "left 52 people dead" counts as killing."""
    lemmas, deps = trees.lemmas, trees.deps
    for child in trees.children[verb]:
        if (
            deps[child] in ("oprd", "acomp", "ccomp", "advcl", "xcomp", "attr")
            and lemmas[child] in _ROLES
            and child > token
        ):
            return _ROLES[lemmas[child]]
    lemma = lemmas[verb]
    if lemma in _EMPTY_VERBS:
        return None
    if deps[token] == "nsubj" and _ROLES.get(lemma) in _PERSONAL and lemma not in {"die", "perish"}:
        # the soldiers who killed are not the killed; "52 wounded" as a clause without an auxiliary is
        return _ROLES[lemma] if trees.tags[verb] == "VBN" else None
    return _ROLES.get(lemma, lemma)


def _role_of_toll(trees: Trees, token: int) -> str | None:
    """Return the role of a figure that a toll reached: "the death toll rose to 52", "a toll of 52"."""
    deps, heads, lemmas = trees.deps, trees.heads, trees.lemmas
    if deps[token] not in ("pobj", "dobj"):
        return None
    above = heads[heads[token]] if deps[token] == "pobj" else heads[token]
    if deps[heads[token]] == "prep" and trees.tags[above] == "IN":
        above = heads[above]  # "rose from 12 to 15": the parser may hang "to" under "from"
    candidates = [above, trees.child(above, "nsubj", "nsubjpass"), trees.child(above, "dobj")]
    for noun in candidates:
        if noun >= 0 and lemmas[noun] in ("toll", "death", "fatality"):
            return "kill"
        if noun >= 0 and lemmas[noun] in ("number", "count", "tally", "total"):
            for _, target in trees.prepositions(noun):
                if target >= 0:
                    return _ROLES.get(lemmas[target]) or _ROLES.get(trees.lower[target]) or _role_of_part(trees, target)
    return None
