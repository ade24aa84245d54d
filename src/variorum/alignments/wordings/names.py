"""Names: one form for a name under its spellings, and whether two names can belong to one person or organisation.

Spelling variants of one name in the news differ by diacritics ("Erdoğan"), by an article or particle ("al-Assad"), by
transliteration ("Qaddafi", "Gadhafi"; after the phonetic matching of names, Christen 2006) and by parts left out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from variorum.word_lists import listed

#: Letters that have no decomposition in Unicode.
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "’": "'", "ʼ": "'"}
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
#: Parts of names that writers add and leave out.
_PARTICLES = listed(
    """
    al el as ash ar ad an at az bin ibn ben bint de la der den van von du da dos das di del le ter jr sr ii iii iv
    """
)
#: What is said with or without the name of an organisation.
_GENERIC = listed(
    """
    group groups organization organisation movement party company corporation corp inc ltd co plc llc gmbh agency
    network the militia militant militants terrorist terrorists rebels forces of and for
    """
)
#: Sounds that transliterations write differently, longer ones first.
_SOUNDS = (("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("sch", "sh"), ("tch", "ch"), ("ck", "k"),
           ("cz", "ch"), ("ts", "z"), ("tz", "z"), ("iy", "y"), ("q", "k"), ("w", "v"),
           ("j", "y"), ("x", "ks"))  # fmt: skip
#: The blank after an initial that another follows: "U. S.", "J. K."
_INITIALS = re.compile(r"(?<=\b[a-z]\.)\s(?=[a-z]\.)")
_VOWELS = re.compile(r"[aeiouy]")
_DOUBLE = re.compile(r"(.)\1")


def plain_letters(word: str) -> str:
    """Return a word in lower case without diacritics."""
    if word.isascii():
        return word
    # Mathematical and full-width letters decompose to plain ones, capitals to capitals: folded once more.
    parts = unicodedata.normalize("NFKD", word).casefold().translate(_LETTERS)
    return "".join(character for character in parts if not unicodedata.combining(character))


@lru_cache(maxsize=20_000)
def fold_name(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without diacritics, possessive endings and particles.

    A name of particles alone keeps them ("La La").
    """
    plain = _INITIALS.sub("", plain_letters(name[:200].casefold())).replace(".", "")
    words = [word.removesuffix("'s").replace("'", "") for word in _WORD.findall(plain)]
    kept = tuple(word for word in words if word not in _PARTICLES and word != "the")
    return kept or tuple(words)


@lru_cache(maxsize=20_000)
def sound_of(word: str) -> str:
    """Return the consonants of a folded word as most transliterations share them (zelenskyy, zelensky: "zlnsk")."""
    for spelling, sound in _SOUNDS:
        word = word.replace(spelling, sound)
    return _DOUBLE.sub(r"\1", word[:1] + _VOWELS.sub("", word[1:]))


def core_of(name: str) -> tuple[str, ...]:
    """Return the folded words of an organisation's name without generic nouns ("Islamic State group")."""
    words = fold_name(name)
    return tuple(word for word in words if word not in _GENERIC) or words


def is_acronym_of(short: str, long: str) -> bool:
    """Say whether ``short`` (SANA) is made of the initials of ``long`` (Syrian Arab News Agency)."""
    letters = short.replace(".", "").strip()
    if not (2 <= len(letters) <= 8 and letters.isupper()):
        return False
    words = [word for word in re.findall(r"[^\W_]+", long[:200]) if word[0].isupper()]
    return len(words) >= 2 and "".join(word[0] for word in words) == letters


def is_spelling_of(word: str, other: str) -> bool:
    """Say whether two folded words can be spellings of one name."""
    if word == other:
        return True
    if min(len(word), len(other)) < 4:
        return False
    likeness = fuzz.ratio(word, other)
    return likeness >= 90 or (likeness >= 70 and sound_of(word) == sound_of(other))


def given_names_fit(given: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether given names allow one person: one is missing, an initial, a short form or a spelling."""
    if not given or not other:
        return True
    return any(_given_fits(one, two) for one in given for two in other)


def _given_fits(one: str, two: str) -> bool:
    """Say whether two given names fit: equal, spelling variant, initial or beginning ("Alex", "Alexander")."""
    short, long = sorted((one, two), key=len)
    return is_spelling_of(one, two) or (len(short) in {1, 3, 4, 5} and long.startswith(short))


def person_reason(name: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """Return why two folded full names (two words or more) can be one person's, or None."""
    if name == other:
        return "same full name"
    if is_spelling_of(name[-1], other[-1]) and given_names_fit(name[:-1], other[:-1]):
        return "same surname and given name" if name[-1] == other[-1] else "spelling variants of one name"
    # "Recep Tayyip Erdogan Junior", "Luiz Inacio Lula" / "Luiz Inacio Lula Silva": one name inside the other.
    short, long = sorted((name, other), key=len)
    if len(short) >= 2 and any(
        long[start : start + len(short)] == short for start in range(len(long) - len(short) + 1)
    ):
        return "one name inside the other"
    return None


def organisation_reason(name: str, other: str) -> str | None:
    """Return why two names can be one organisation's or group's, or None."""
    one, two = core_of(name), core_of(other)
    if one == two:
        return "same name"
    if is_acronym_of(name, other) or is_acronym_of(other, name):
        return "acronym"
    if len(one) == len(two) and all(is_spelling_of(first, second) for first, second in zip(one, two, strict=True)):
        return "spelling variants of one name"
    return None
