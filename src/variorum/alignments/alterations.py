"""Alterations: a number, a negation or a name that differs between two wordings of one utterance.

Two wordings differ for many harmless reasons: "60" and "sixty", "we shall not stop" and "we will continue", "I do not
think that they will come" and "I think that they will not come". An alteration is claimed only where a number or name
stands in the place of another one, or where one and the same word is denied here and not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from variorum.alignments.figures import read_figures
from variorum.alignments.lemmas import lemma_of
from variorum.alignments.names import fold_name, is_spelling_of, listed
from variorum.alignments.wordings import STOP_WORDS, Word, words_of

#: Words that deny the next verb, adjective or noun that carries something.
_DENYING = listed(
    """
    not no never none nobody nothing nowhere neither nor cannot without n't refuse refused refuses refusing deny denied
    denies denying fail failed fails
    """
)
#: What denies without a denying word: "instead of the lift", "with our lights off", "at most".
_SOFTLY = listed("instead rather off out less except lack lacks lacked free hardly most short")
#: What makes "not X until Y" and "X only when Y", or "not only X", no denial of X.
_LIMITING = listed("only until unless before alone just merely one")
#: Words that may stand between a denial and what it denies.
_LIGHT = STOP_WORDS | listed("have been get going really simply ever yet still even quite be to want one longer more")
#: Words after a denial among which the denied one is looked for.
_REACH = 6
#: Capitalised words that are no names.
_NO_NAMES = listed("i mr mrs ms dr president minister prime god sir lord madam professor general the a")
_DAYS = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """
)


@dataclass(frozen=True, slots=True)
class Alteration:
    """What differs between two wordings so that they cannot both have been said."""

    kind: str
    """``number``, ``negation`` or ``name``."""
    left: str
    right: str

    def __str__(self) -> str:
        """Return it in words."""
        if self.kind == "negation":
            return f"negated in one: “{self.left or self.right}”"
        return f"{self.kind} differs: “{self.left}”, “{self.right}”"


def find_alterations(left: str, right: str) -> tuple[Alteration, ...]:
    """Return the alterations between two wordings of one utterance, in the order of the left one."""
    one, two = words_of(left), words_of(right)
    return (*_numbers(one, two), *_negations(one, two), *_names(one, two))


def _numbers(one: Sequence[Word], two: Sequence[Word]) -> Iterator[Alteration]:
    """Yield the numbers that stand in each other's place and are not the same.

    What one wording merely has more of is no alteration.
    """
    lefts, rights = list(read_figures(one)), list(read_figures(two))
    for figure in tuple(lefts):
        same = next((other for other in rights if figure.equals(other)), None)
        if same is not None:
            lefts.remove(figure)
            rights.remove(same)
    for figure in lefts:
        for other in rights:
            if figure.beside & other.beside:
                yield Alteration("number", figure.text, other.text)


def _negations(one: Sequence[Word], two: Sequence[Word]) -> Iterator[Alteration]:
    """Yield a denial that stands in one wording alone.

    Each word that is denied here and told there counts; an even number of them is one denial that moved ("I do not
    think that they will come", "I think that they will not come"), and so is a denial on either side ("no bus will need
    a permit", "buses will need no permit").
    """
    denied, also_denied = _denied(one), _denied(two)
    flips = sorted((set(denied) & _told(two, also_denied)) | (set(also_denied) & _told(one, denied)))
    if len(flips) % 2 == 0 or _denials(one) % 2 == _denials(two) % 2:
        return
    yield Alteration("negation", denied.get(flips[0], ""), also_denied.get(flips[0], ""))


def count_denials(text: str) -> int:
    """Count the words of a text that deny, whatever they deny."""
    return _denials(words_of(text))


def _denials(words: Sequence[Word]) -> int:
    """Count the words that deny, whatever they deny."""
    return sum(_denies(word) or word.text.casefold() in _SOFTLY for word in words)


def _denies(word: Word) -> bool:
    """Say whether a word denies what follows it."""
    lower = word.text.casefold()
    return lower in _DENYING or lower.endswith("n't")


def _denied(words: Sequence[Word]) -> dict[str, str]:
    """Return the lemmas that a wording denies, each with the denying words."""
    found: dict[str, str] = {}
    for at, word in enumerate(words):
        if not _denies(word):
            continue
        after = [other.text.casefold() for other in words[at + 1 : at + 13]]
        limited = bool(set(after[:1]) & _LIMITING or set(after) & {"until", "unless", "before"})
        target = next((other for other in after[:_REACH] if other not in _LIGHT), None)
        if target is not None and not limited:
            found.setdefault(lemma_of(target), word.text)
    return found


def _told(words: Sequence[Word], denied: dict[str, str]) -> set[str]:
    """Return the lemmas that a wording has and does not deny."""
    lowered = (word.text.casefold() for word in words)
    return {lemma_of(lower) for lower in lowered if lower not in _LIGHT} - set(denied)


def _names(one: Sequence[Word], two: Sequence[Word]) -> Iterator[Alteration]:
    """Yield the names that stand in each other's place, between the same words on one side at least."""
    matcher = SequenceMatcher(None, [word.stem for word in one], [word.stem for word in two], autojunk=False)
    spelt = {*(w.text for w in one if w.is_name), *(w.text for w in two if w.is_name)}
    for operation, start, end, other_start, other_end in matcher.get_opcodes():
        if operation != "replace":
            continue
        names = [_named(side) for side in (one[start:end], two[other_start:other_end])]
        if not all(names) or any(_same_name(a, b) for a in names[0] for b in names[1]):
            continue
        # "Ana Reyes", "the minister Reyes": a name that the other wording has elsewhere is not replaced.
        rest = [{w.text for w in side if w.text in spelt} for side in (two, one)]
        if any(name.text in others for side, others in zip(names, rest, strict=True) for name in side):
            continue
        if abs((end - start) - (other_end - other_start)) <= 2 and max(end - start, other_end - other_start) <= 4:
            yield Alteration("name", *(" ".join(word.text for word in side) for side in names))


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
    short, long = sorted((one[-1], two[-1]), key=len)
    if left.text.isupper() != right.text.isupper() and (left.text.isupper() or right.text.isupper()):
        # An acronym and something written out can be one.
        return True
    return is_spelling_of(one[-1], two[-1]) or (len(short) >= 4 and long.startswith(short[: max(4, len(short) - 2)]))
