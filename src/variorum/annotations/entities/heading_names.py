"""Names in headings: where every word has a capital, the parser takes a deed or a noun for a part of a name.

What the running text calls by name tells where the names of "Harbour Herons Beat Port Arden" begin and end; what it
writes with a small letter is no name in "Driver Charged", nor what names a role.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from variorum.annotations.entities.name_kinds import NameKinds
from variorum.annotations.entities.phrases import NAME_TOKENS
from variorum.annotations.tables import actors as tables
from variorum.model.annotations import EntityType

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from variorum.annotations.entities.phrases import Found

#: Parts of speech whose small letter tells running text: "of", "and", "is" are small in headings too.
_TELLING = frozenset({"ADJ", "ADV", "NOUN", "NUM", "PROPN", "VERB"})
#: Shortest surname that is looked for alone.
_SURNAME = 4
#: Fewest words with a capital of a heading.
_FEWEST = 3
#: Kinds of longer names whose last word tells that they are one name: "Port Arden Hospital".
_KINDS = ("organisation", "place", "event")

_Known = dict[tuple[str, ...], "EntityType | None"]
"""Types of the names of the running text, by their words in lower case."""


class HeadingNames(NameKinds):
    """Cuts the names of headings as the running text writes them."""

    headings: Collection[int] = frozenset()
    """Numbers of the sentences that are headings."""
    deeds: Collection[str] = frozenset()
    """Verbs of the running text, as written and their lemmas, in lower case; empty without a heading."""

    def _read_headings(self) -> None:
        """Find the headings, and what the running text tells beside them."""
        self.headings = {number for number in range(len(self.trees.ranges)) if self._is_heading(number)}
        if self.headings:
            self.deeds = self._deeds()

    def _names_of_headings(self) -> None:
        """Take the names of headings that the running text knows, out of longer ones too."""
        headings = self.headings
        if not headings:
            return
        known = self._known_names(mention for mention in self.found if mention.sentence not in headings)
        small = {word for word, at in zip(self.words, self.trees.sentences, strict=True) if at not in headings}
        for mention in [mention for mention in self.found if mention.sentence in headings]:
            if not mention.dropped and tuple(mention.name.lower().split()) not in known:
                self._strip(mention, small)
        for number in sorted(headings):
            token, end = self.trees.ranges[number]
            while token < end:
                after = self._known_at(token, end, known)
                if after > token:
                    self._take_known(token, after, known)
                token = max(after, token + 1)

    def _is_heading(self, sentence: int) -> bool:
        """Say whether every word of a line but the smallest begins with a capital, and no full stop ends it."""
        first, after = self.trees.ranges[sentence]
        if first >= after or not self.readable(first) or self.words[after - 1] == ".":
            return False
        telling = [token for token in range(first, after) if self.trees.poses[token] in _TELLING]
        words = [self.words[token] for token in telling if self.words[token].isalpha()]
        return len(words) >= _FEWEST and all(word[0].isupper() for word in words)

    def _deeds(self) -> set[str]:
        """Return the verbs of the running text."""
        trees = self.trees
        verbs = [at for at, pos in enumerate(trees.poses) if pos == "VERB" and trees.sentences[at] not in self.headings]
        return {trees.lower[at] for at in verbs} | {trees.lemmas[at] for at in verbs}

    def _is_deed(self, token: int) -> bool:
        """Say whether a word of a heading is a deed that the running text tells too: "Dies"."""
        word = self.trees.lower[token]
        return any(form in self.deeds for form in (word, word.removesuffix("s"), word.removesuffix("es")))

    def _known_names(self, names: Iterable[Found]) -> _Known:
        """Return the names of the running text with the type that each has most often, surnames of people too."""
        types: dict[tuple[str, ...], Counter[EntityType | None]] = defaultdict(Counter)
        for mention in names:
            if mention.dropped or (mention.key or "").startswith(("org:", "state:")):
                continue
            words = tuple(mention.name.lower().split())
            types[words][mention.type] += 1
            if mention.type is EntityType.PERSON and len(words) > 1 and len(words[-1]) >= _SURNAME:
                types[words[-1:]][mention.type] += 1
        return {words: count.most_common(1)[0][0] for words, count in types.items() if words}

    def _strip(self, mention: Found, small: Collection[str]) -> None:
        """Cut the words from both ends of a name that are no names; a name of nothing else is withdrawn."""
        if mention.key and not mention.key.startswith("place:"):
            return
        first, after = mention.head, mention.head_after
        if any(self.words[after - 1].lower() in tables.name_words(kind) for kind in _KINDS):
            return
        while after > first and self._is_common(after - 1, small):
            after -= 1
        while first < after and self.words[first] not in tables.given_names() and self._is_common(first, small):
            first += 1
        if (first, after) == (mention.head, mention.head_after):
            return
        self._drop([self.cover[mention.head]])
        if first < after:
            self._classify(first, after, mention.type or EntityType.OTHER)

    def _is_common(self, token: int, small: Collection[str]) -> bool:
        """Say whether a word is no name: the running text has it with a small letter or as a deed, or it is a role."""
        word = self.words[token].lower()
        told = word in small or word in tables.word_set("befallen") or self._is_deed(token)
        return told or tables.role_of(word) is not None

    def _known_at(self, token: int, end: int, known: _Known) -> int:
        """Return the token after the longest known name that begins at ``token``, or ``token``."""
        if not self.capital(token):
            return token
        for after in range(min(end, token + NAME_TOKENS), token, -1):
            if self.capital(after - 1) and tuple(self.phrase(token, after).lower().split()) in known:
                return after
        return token

    def _take_known(self, first: int, after: int, known: _Known) -> None:
        """Take a known name where none stands, or one that goes beyond it."""
        covering = {self.cover[token] for token in range(first, after)} - {-1}
        if any(self._stays(self.found[number], first, after) for number in covering):
            return
        self._drop(sorted(covering))
        type_ = known[tuple(self.phrase(first, after).lower().split())]
        if type_ is EntityType.PLACE:
            self._add_place(first, after)
        elif type_ is EntityType.PERSON:
            self._add_person(first, after)
        else:
            self._add_name(first, after, type_)

    def _stays(self, mention: Found, first: int, after: int) -> bool:
        """Say whether a name is not to be cut: one of the tables, the known one itself, or told by its last word."""
        last = self.words[mention.head_after - 1].lower()
        given = self.words[mention.head] in tables.given_names()
        return (
            bool(mention.key and not mention.key.startswith("place:"))
            or (mention.head, mention.head_after) == (first, after)
            or (given and mention.head < first)
            or (mention.head_after > after and any(last in tables.name_words(kind) for kind in _KINDS))
        )
