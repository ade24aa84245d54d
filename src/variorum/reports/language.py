"""Languages: which one a text is in, as a BCP 47 tag.

Most texts that we read are English, and English shows in its commonest words; only texts without them are put to
py3langid (naive Bayes over byte n-grams, Lui and Baldwin 2012), which costs a second and is unsure on few words.
"""

from __future__ import annotations

import logging
import re
from functools import lru_cache
from typing import Any

from variorum.limits import LIMITS
from variorum.word_lists import listed

#: Closed-class words that are frequent in English text, and not words of other languages that are written alike.
_ENGLISH = listed("""
    the of and that with from which this these those their they there been being has have had would could should
    were was are is its his her she he who whose what when while after before because about into than said not
    will but by for as an it at be or
""")
#: Those among them that are also common words of other languages in Latin script (Danish "for", Dutch "was").
_SHARED = listed("""
    was is her he not will but by for as an it at be or who had than are his its men that she into said
""")

_WORD = re.compile(r"[^\W\d_]++(?:['’][^\W\d_]++)*+")

#: How much of a text is looked at.
_SAMPLE = 5_000

#: Languages of news among the 140 of the model. The others (Nigerian Pidgin, Latin, Central Bikol ...) draw English
#: headlines to them, whose words are mostly names: with all 140, some 260 of 28,000 English lines of the gold data were
#: lost, with these none.
_LANGUAGES = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr hu hy id is it ja ka "
    "kk km kn ko ku ky lo lt lv mg mk ml mn mr ms my ne nl nb nn no or pa pl ps pt ro ru si sk sl so sq sr sv "
    "sw ta te tg th tk tl tr ug uk ur uz vi yo zh "
)

#: Log-probability per word by which another language must lead English, in texts of few and of many words. Measured:
#: English names and headlines stay below 4.4; snippets in eleven other languages lie above 4.3 (six words) and 6.5
#: (twelve words).
_LEAD_OF_FEW = 4.5
_LEAD_OF_MANY = 2.0
_MANY_WORDS = 30


def identify_language(text: str) -> str:
    """Return the language of ``text`` as a BCP 47 tag ("en", "fr", "zh").

    In doubt a text is taken for English: what is doubtful are few words, most of them names.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if not words or (len(words) < LIMITS.text_words_least and text.isascii()):
        return "en"
    known = [word for word in words if word in _ENGLISH]
    own = {word for word in known if word not in _SHARED}
    if len(own) >= 2 and len(known) * 5 >= len(words):
        return "en"
    lead = _LEAD_OF_FEW if len(words) < _MANY_WORDS else _LEAD_OF_MANY
    ranking: list[tuple[str, float]] = _load_identifier().rank(text[:_SAMPLE])
    best, score = ranking[0]
    return "en" if score - dict(ranking)["en"] < lead * len(words) else str(best)


@lru_cache(maxsize=1)
def _load_identifier() -> Any:  # noqa: ANN401  # py3langid has no types
    """Load the model once, for the languages of news."""
    logging.getLogger("py3langid").addHandler(logging.NullHandler())
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # 0.8 s of CPU: only where it is needed

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    known = set(identifier.labels)
    identifier.set_languages([language for language in _LANGUAGES.split() if language in known])
    return identifier
