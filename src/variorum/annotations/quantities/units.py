"""Units of what is measured: currencies, shares, measures; by the words before and behind a figure."""

from __future__ import annotations

from variorum.annotations.quantities.numerals import Numeral
from variorum.annotations.trees import Trees

CURRENCY_SIGNS = {
    "$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₴": "UAH",
    "₪": "ILS",
    "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD", "nz$": "NZD", "s$": "SGD", "₩": "KRW",
    "₦": "NGN",
    "r$": "BRL", "usd": "USD", "eur": "EUR", "gbp": "GBP", "chf": "CHF", "rs": "INR", "rs.": "INR", "inr": "INR",
    "skr": "SEK", "nkr": "NOK", "dkr": "DKK",
}  # fmt: skip
_CURRENCY_NAMES = {
    "dollar": "USD", "euro": "EUR", "yen": "JPY", "rupee": "INR", "ruble": "RUB", "rouble": "RUB", "lira": "TRY",
    "yuan": "CNY", "renminbi": "CNY", "shekel": "ILS", "hryvnia": "UAH", "zloty": "PLN", "rand": "ZAR", "naira": "NGN",
    "ringgit": "MYR", "baht": "THB", "rupiah": "IDR", "forint": "HUF", "riyal": "SAR", "dirham": "AED", "usd": "USD",
    "eur": "EUR", "gbp": "GBP", "cent": "USD cent", "pound": "GBP", "franc": "CHF", "krona": "SEK", "krone": "NOK",
    "kronor": "SEK", "kroner": "NOK",
}  # fmt: skip
#: Before the name of a currency that several nations have.
_NATIONS = {
    "us": "USD", "u.s.": "USD", "australian": "AUD", "canadian": "CAD", "swiss": "CHF", "british": "GBP",
    "swedish": "SEK", "norwegian": "NOK", "danish": "DKK",
}  # fmt: skip
MEASURES = {
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
PERCENT = frozenset({"%", "percent", "pct", "pc", "percentage"})


def unit_after(trees: Trees, end: int, after: int, numeral: Numeral) -> tuple[str | None, int]:
    """Return the unit that follows a numeral and the token after it."""
    lower, lemmas = trees.lower, trees.lemmas
    at = end + 1 if end < after and lower[end] == "-" else end
    if at >= after or numeral.share:
        return None, end
    word, stem = lower[at], lemmas[at]
    if word in PERCENT:
        extra = 1 if word == "percentage" and at + 1 < after and lemmas[at + 1] == "point" else 0
        return ("percentage point" if extra else "percent"), at + 1 + extra
    if word == "per" and at + 1 < after and lower[at + 1] in ("cent", "100"):
        return "percent", at + 2
    if stem in ("square", "cubic") and at + 1 < after and (lemmas[at + 1] in MEASURES or lower[at + 1] in MEASURES):
        return f"{stem} " + (MEASURES.get(lemmas[at + 1]) or MEASURES[lower[at + 1]]), at + 2
    nation = _NATIONS.get(word)
    if nation and at + 1 < after and lemmas[at + 1] in _CURRENCY_NAMES:
        return nation, at + 2
    if stem in _CURRENCY_NAMES and not (stem == "pound" and at + 1 < after and lower[at + 1] == "of"):
        return _CURRENCY_NAMES[stem], at + 1
    measure = MEASURES.get(stem) or MEASURES.get(word)
    return (measure, at + 1) if measure else (None, end)
