"""Exchanges: words in one direct quotation in whose place another report has others, in otherwise the same words.

"I called my mother" and "I called my coach" cannot both have been said there; "I called my mum" can be a translation.
Whole sentences that differ are no exchange: two translators share few words in a row.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from rapidfuzz.fuzz import ratio

from variorum.comparisons.conflicts.contents import LIGHT
from variorum.opposites import Sense, sense_of
from variorum.paraphrases import are_kin
from variorum.word_lists import listed

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: Words of a quotation that are compared, the share of them that both must have in a row, how many may be exchanged.
_MOST = 120
_LEAST_SHARED = 0.6
_LEAST_WORDS = 3
_EXCHANGED = 2
_LEAST_LETTERS = 3
#: Letters of a word, and how alike two are in per cent, for them to be one name in two spellings.
_LEAST_NAME = 5
_SPELT_ALIKE = 66
#: Words that say little: one may stand for another.
_SMALL = LIGHT | listed(
    """
    the a an this that these those it its he she they we i you his her their our your my me us them him and or but so
    very just really quite also still even now then there here not no nothing nobody never is are was were be been am
    am will would shall should can could may might must do does did has had if when who what which all any some
    more most each every said says saying
    """
)
#: What makes sure what the other leaves open: "as soon as he comes", "if he comes".
_SURE = re.compile(r"\b(?:as soon as|when|once|the moment)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|in case|should)\b", re.IGNORECASE)


def exchanged_words(left: str, right: str) -> tuple[str, str] | None:
    """Return the first words that stand in each other's place and cannot mean one thing; None where there are none."""
    # "co-operation", "cooperation"
    one, other = (_WORD.findall(text.replace("-", ""))[:_MOST] for text in (left, right))
    lowered = [[word.casefold().replace("’", "'") for word in words] for words in (one, other)]
    swapped = lowered[0] > lowered[1]
    former, latter = (lowered[1], lowered[0]) if swapped else (lowered[0], lowered[1])
    matcher = SequenceMatcher(None, former, latter, autojunk=False)
    equal = sum(block.size for block in matcher.get_matching_blocks())
    if min(len(one), len(other)) < _LEAST_WORDS or equal < _LEAST_SHARED * max(len(one), len(other)):
        return None
    for operation, start, end, other_start, other_end in matcher.get_opcodes():
        first, second = (slice(start, end), slice(other_start, other_end))
        if swapped:
            first, second = second, first
        if operation != "equal" and _exclude(lowered[0][first], lowered[1][second]):
            return " ".join(one[first]), " ".join(other[second])
    return None


def _exclude(one: list[str], other: list[str]) -> bool:
    """Say whether two stretches in one place cannot mean the same: one word that says something against another.

    A possessor that only one has makes it another's: "against my will", "against my father's will".
    """
    if not one or not other:
        return (
            len(one or other) == 1 and (one or other)[0].endswith("'s") and (one or other)[0] not in ("it's", "that's")
        )
    told = [[word for word in words if word not in _SMALL and len(word) >= _LEAST_LETTERS] for words in (one, other)]
    if not all(told) or max(len(one), len(other)) > _EXCHANGED:
        return False
    return not any(_may_mean(word, each) or _may_spell(word, each) for word in told[0] for each in told[1])


def _may_spell(one: str, other: str) -> bool:
    """Say whether two words can be one name from another script: "Muhsin", "Mohsen"."""
    return len(one) >= _LEAST_NAME and ratio(one, other) >= _SPELT_ALIKE and one[0] == other[0]


def _may_mean(one: str, other: str) -> bool:
    """Say whether one word can stand for the other: a form of it, a number, a paraphrase."""
    least = max(_LEAST_LETTERS, min(len(one), len(other)) - 3)
    if one[:least] == other[:least] or not (one.isalpha() and other.isalpha()):
        return True
    forms = [(word, word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("ing")) for word in (one, other)]
    return any(are_kin(a, b) or sense_of(a, b) is Sense.SAME for a in forms[0] for b in forms[1])


def turns_to_if(left: str, right: str) -> bool:
    """Say whether one wording makes sure what the other leaves open: "as soon as he comes", "if he comes"."""
    sure, open_ = ([bool(pattern.search(text)) for text in (left, right)] for pattern in (_SURE, _IF))
    return (sure[0] and open_[1] and not (sure[1] or open_[0])) or (sure[1] and open_[0] and not (sure[0] or open_[1]))
