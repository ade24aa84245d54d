"""Lemmas: one form for the forms of an English word, without a parse: closed lists of irregular verbs, and endings.

Two wordings are compared word by word, so that "held" and "hold", "fired" and "fire" must be one word.
"""

from __future__ import annotations

from functools import lru_cache

#: Base form, then its other forms (irregular verbs of English, and a few nouns).
_IRREGULAR = """
be am is are was were been being; have has had having; do does did done doing; go goes went gone; say said; get got
gotten; make made; know knew known; think thought; take took taken; see saw seen; come came; give gave given; find
found; tell told; become became; leave left; feel felt; bring brought; begin began begun; keep kept; hold held; write
wrote written; stand stood; hear heard; mean meant; meet met; run ran; pay paid; sit sat; speak spoke spoken; lie lay
lain; lead led; grow grew grown; lose lost; fall fell fallen; send sent; build built; understand understood; draw drew
drawn; break broke broken; spend spent; rise rose risen; drive drove driven; buy bought; wear wore worn; choose chose
chosen; seek sought; throw threw thrown; catch caught; deal dealt; win won; forget forgot forgotten; sell sold; fight
fought; teach taught; eat ate eaten; sing sang sung; strike struck; hang hung; shake shook shaken; ride rode ridden;
feed fed; shoot shot; fly flew flown; sleep slept; swear swore sworn; steal stole stolen; hide hid hidden; bite bit
bitten; sink sank sunk; swim swam swum; tear tore torn; bear bore born borne; withdraw withdrew withdrawn; forgive
forgave forgiven; freeze froze frozen; wake woke woken; dig dug; ring rang rung; blow blew blown; weep wept; man men;
woman women; child children; foot feet; life lives; will would; can could; shall should; may might; good better best;
bad worse worst
"""
_BASES = {form: forms.split()[0] for forms in _IRREGULAR.split(";") for form in forms.split()}
_IRREGULAR_BASES = frozenset(_BASES.values())


@lru_cache(maxsize=20_000)
def lemma_of(word: str) -> str:
    """Return one form for the forms of a word in lower case: a key to compare by, not always a word."""
    if word in _BASES:
        return _BASES[word]
    for ending in ("ies", "ied", "ing", "ed", "es", "s"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 3 and not (ending == "s" and stem[-1] in "su"):
            word = stem + "y" if ending in {"ies", "ied"} else stem
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiousl":
        word = word[:-1]
    if word + "e" in _IRREGULAR_BASES:
        # "giving", "gave", "give" are one.
        return word + "e"
    return word.removesuffix("e") if len(word) > 3 else word
