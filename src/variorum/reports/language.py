"""Languages: which one a text is in, as a BCP 47 tag.

Most texts that we read are English, and English shows in its commonest words; only texts without them are put to py3langid
(naive Bayes over byte n-grams, Lui and Baldwin 2012), which costs a second of start and is unsure on few words.
"""

from __future__ import annotations

import logging
import re

#: Closed-class words that are frequent in English text, and not words of other languages that are written alike.
_ENGLISH = frozenset(
    "the of and that with from which this these those their they there been being has have had would could should were "
    "was are is its his her she he who whose what when while after before because about into than said not will but by "
    "for as an it at be or".split()
)
#: Those among them that are also common words in other languages of the Latin script (Danish "for", Dutch "was", German "will").
_SHARED = frozenset(
    "was is her he not will but by for as an it at be or who had than are his its men that she into said".split()
)

_WORD = re.compile(r"[^\W\d_]++(?:['’][^\W\d_]++)*+")

#: How much of a text is looked at.
_SAMPLE = 5_000
#: Below this number of words a guess is worth little, and English is the better guess for Latin script.
_FEW_WORDS = 8


def identify_language(text: str) -> str:
    """Return the language of ``text`` as a BCP 47 tag ("en", "fr", "zh").

    A Latin-script text of fewer than eight words is taken for English unless the model is sure of another language: names fill such texts.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if not words:
        return "en"
    known = [word for word in words if word in _ENGLISH]
    own = {word for word in known if word not in _SHARED}
    if len(own) >= 2 and len(known) * 5 >= len(words):
        return "en"
    return _classify(text[:_SAMPLE], len(words), english=bool(own))


def _classify(text: str, words: int, *, english: bool) -> str:
    """Return what the model says, with English preferred where the text is short and in Latin script."""
    logging.getLogger("py3langid").addHandler(logging.NullHandler())
    import py3langid  # noqa: PLC0415  # 0.8 s of CPU: only for texts without common English words

    ranking: list[tuple[str, float]] = [(str(tag), float(score)) for tag, score in py3langid.rank(text)]
    best, score = ranking[0]
    if best == "en":
        return best
    margin = score - dict(ranking)["en"]
    # Log-probability per word: a text in another language lies several units from English on every word.
    doubtful = words < _FEW_WORDS and (english or margin < _MARGIN)
    return "en" if doubtful else best


#: Log-probability by which another language must lead English in a short text; measured on snippets of three and six words.
_MARGIN = 10.0
