"""Changed names: names, days and months that stand in each other's place in two wordings of one utterance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.alignments.wordings.likeness import Word
from variorum.alignments.wordings.names import fold_name, is_spelling_of
from variorum.alignments.wordings.replacements import replacements
from variorum.calendar_words import MONTHS, WEEKDAYS
from variorum.word_lists import listed

#: Capitalised words that are no names.
_NO_NAMES = listed("i mr mrs ms dr president minister prime god sir lord madam professor general the a")
_DAYS = frozenset({*WEEKDAYS, *MONTHS})


def changed_names(one: Sequence[Word], two: Sequence[Word]) -> list[tuple[str, str]]:
    """Return the names that differ, as the words of either wording."""
    return list(_replaced(one, two)) or list(_behind_one_word(one, two))


def _replaced(one: Sequence[Word], two: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Yield the names that stand in each other's place, between the same words on one side at least."""
    spelt = {*(w.text for w in one if w.is_name), *(w.text for w in two if w.is_name)}
    for lefts, rights in replacements(one, two):
        names = [_named(side) for side in (lefts, rights)]
        if not all(names) or any(_same_name(a, b) for a in names[0] for b in names[1]):
            continue
        # "Ana Reyes", "the minister Reyes": a name that the other wording has elsewhere is not replaced.
        rest = [{w.text for w in side if w.text in spelt} for side in (two, one)]
        if any(name.text in others for side, others in zip(names, rest, strict=True) for name in side):
            continue
        if abs(len(lefts) - len(rights)) <= 2 and max(len(lefts), len(rights)) <= 4:
            yield " ".join(word.text for word in names[0]), " ".join(word.text for word in names[1])


def _behind_one_word(one: Sequence[Word], two: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Yield the only name of either wording that the other has not, where the same word stands before both.

    "The order came from General Korb", "General Halasz had given the order".
    """
    lone = [_alone(one, two), _alone(two, one)]
    if [len(side) for side in lone] != [1, 1]:
        return
    (left, name), (right, other) = lone[0][0], lone[1][0]
    if one[left - 1].text.casefold() == two[right - 1].text.casefold():
        yield name.text, other.text


def _alone(words: Sequence[Word], others: Sequence[Word]) -> list[tuple[int, Word]]:
    """Return the names behind the first word that no capitalised word of the other wording can be, with their place."""
    spelt = _capitalised(others)
    names = {id(word) for word in _named(words)}
    return [
        (number, word)
        for number, word in enumerate(words)
        if number and id(word) in names and not any(_same_name(word, name) for name in spelt)
    ]


def lone_names(words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    """Return the names and days of a wording that no capitalised word of the other one can be."""
    spelt = _capitalised(others)
    return [word for word in _named(words) if not any(_same_name(word, other) for other in spelt)]


def _capitalised(words: Sequence[Word]) -> list[Word]:
    """Return the words with a capital that can be a name: "I" is none."""
    return [word for word in words if word.text[:1].isupper() and word.text.casefold() not in _NO_NAMES]


def _named(words: Sequence[Word]) -> list[Word]:
    """Return the names and days among words."""
    return [
        word
        for word in words
        if (word.is_name or (word.text[:1].isupper() and word.text.casefold() in _DAYS))
        and word.text.casefold() not in _NO_NAMES
    ]


def _same_name(left: Word, right: Word) -> bool:
    """Say whether two words can be one name: spellings, a people and its state, an acronym of it."""
    one, two = fold_name(left.text), fold_name(right.text)
    if not one or not two:
        return True
    if {left.text.casefold(), right.text.casefold()} <= _DAYS:
        # "Tuesday" and "Thursday" are no spellings of one name.
        return left.text.casefold() == right.text.casefold()
    short, long = sorted((one[-1], two[-1]), key=len)
    if left.text.isupper() != right.text.isupper() and (left.text.isupper() or right.text.isupper()):
        # An acronym and something written out can be one.
        return True
    return is_spelling_of(one[-1], two[-1]) or (len(short) >= 4 and long.startswith(short[: max(4, len(short) - 2)]))
