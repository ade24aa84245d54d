"""Asides: what is set off by commas to say whose account a sentence is, however a parser hangs it.

"The abbot, the chronicle claims, fled by night." "The vault was empty, a leaked letter shows."
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.word_lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.annotations.trees import Trees

#: Words that end an aside: verbs of saying and showing, told or in the past.
_SAYING = listed("""
    said says told wrote writes reported reports stated states estimated estimates claimed claims alleged alleges
    maintained maintains insisted insists noted notes added argued argues believed believes reckoned reckons suggested
    suggests confirmed confirms announced explained explains warned warns admitted admits recalled recalls showed shows
    revealed reveals asserted asserts contended contends testified heard hears
""")
#: Tags with which the one who says it begins, and with which they end.
_OPENING = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "CD"})
_SPEAKER = frozenset({"PRP", "NN", "NNS", "NNP", "NNPS"})
#: Tags of what stands in no plain name of a speaker.
_TELLING = frozenset({"VBD", "VBZ", "VBP", "VB", "MD", "TO", "WDT", "WP", "IN", "CC"})
#: Words that a sentence opens with when the aside is its main clause: "When they left, she wrote".
_SUBORDINATE = listed("when while after before as if because although though since until once unless whenever")
_ENDS = frozenset({".", "!", "?", ";", "—"})
#: Words between the commas.
_MOST_WORDS = 8


def asides_in(trees: Trees, first: int, after: int) -> Iterator[tuple[int, int]]:
    """Yield the asides of a sentence, as the comma before each and the verb at its end."""
    if trees.lower[first] in _SUBORDINATE:
        return
    for comma in range(first + 1, after - 2):
        if trees.lower[comma] == ",":
            verb = _verb_behind(trees, comma, after)
            if verb >= 0:
                yield comma, verb


def _verb_behind(trees: Trees, comma: int, after: int) -> int:
    """Return the verb of saying that ends the words behind a comma, or -1."""
    opening = comma + 1 + (trees.lower[comma + 1] in ("so", "as"))
    for verb in range(opening + 1, min(after, comma + 1 + _MOST_WORDS)):
        closed = verb + 1 >= after or trees.lower[verb + 1] == "," or trees.lower[verb + 1] in _ENDS
        if trees.lower[verb] in _SAYING and closed:
            plain = trees.tags[opening] in _OPENING and trees.tags[verb - 1] in _SPEAKER
            return verb if plain and not any(trees.tags[at] in _TELLING for at in range(opening, verb)) else -1
        if trees.lower[verb] == ",":
            break
    return -1
