"""Phrases: the words of a report as mentions are looked for in them, and the record of a mention that was found."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct, field

from variorum.annotations.tables import actors as tables
from variorum.annotations.tables import gazetteer
from variorum.annotations.trees import Trees, trees_of
from variorum.model.spans import Span

if TYPE_CHECKING:
    from variorum.annotations.tables.actors import Role
    from variorum.model.annotations import Draft, EntityType, MentionForm

#: Labels of the parser for what is no name.
NUMERIC = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
#: Pronouns that relate to a noun before them.
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
#: "Central America" is no state.
_PARTS_OF_AMERICA = frozenset({"central", "south", "north", "latin"})
#: A name of more tokens is a heading or a list.
NAME_TOKENS = 8


class Found(Struct):
    """A mention before it is joined to others; tokens are numbers in the parse."""

    first: int
    after: int
    head: int
    """First token of the name or the role noun."""
    head_after: int
    form: MentionForm
    type: EntityType | None
    sentence: int
    name: str = ""
    """The name with single blanks, or the role noun in lower case, or the pronoun."""
    key: str | None = None
    """An identity that a table gives: ``state:SYR``, ``org:Hamas``, ``place:Berlin``."""
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    gender: str | None = None
    """``m``, ``f``, ``p`` (several), ``n`` (a thing), None unknown."""
    roles: tuple[Role, ...] = ()
    """The role nouns of the title, or the one that heads the nominal."""
    definite: bool = False
    plural: bool = False
    adjective: bool = False
    """True for "Syrian" in "the Syrian economy"."""
    restricted: bool = False
    """True for "the movement against Assad", "the man who called": a new description, not one that points back."""
    owner: int | None = None
    """For "Assad's government", "his wife": token of the possessor."""
    partner: int | None = None
    """Token of the name that this nominal stands in apposition to, or is said to be; of the noun of a "who"."""
    subject: bool = False
    root: int = -1
    """The token that governs the rest of the mention."""
    quoted: bool = False
    palace: bool = False
    """True for a building that stands for a government ("the Kremlin")."""
    dropped: bool = False
    """True for a name that turned out to be part of a longer one."""
    modifiers: tuple[int, ...] = field(default=())
    """Tokens of demonyms inside the mention."""


class Phrases:
    """The tokens of one report and what was found in them so far."""

    def __init__(self, draft: Draft) -> None:
        """Read the words of a draft; nothing is found yet."""
        self.draft = draft
        self.text = draft.report.text
        self.trees: Trees = trees_of(draft)
        trees = self.trees
        self.words = [
            self.text[start:end].replace("’", "'") for start, end in zip(trees.starts, trees.ends, strict=True)
        ]
        self.labels = [token.ent_type_ for token in draft.doc]
        #: The name that covers a token, as number into ``found``; -1 where none does.
        self.cover = [-1] * len(self.words)
        self.found: list[Found] = []
        #: Last words of what the parser takes for persons, with how often it does.
        people = [entity for entity in draft.doc.ents if entity.label_ == "PERSON"]
        self.surnames = Counter(entity[-1].text for entity in people)
        #: Last words of full names that are roles as well: "Peter Baker".
        self.roles_as_surnames = {
            entity[-1].text
            for entity in people
            if len(entity) > 1 and tables.role_of(entity[-1].lower_) and not tables.role_of(entity[-2].lower_)
        }

    def span(self, first: int, after: int) -> Span:
        """Return the characters of tokens."""
        return Span(self.trees.starts[first], self.trees.ends[after - 1])

    def phrase(self, first: int, after: int) -> str:
        """Return the words of tokens with single blanks and straight apostrophes, none at a blank."""
        if self.trees.poses[first] == "SPACE" or self.trees.poses[after - 1] == "SPACE":
            return ""
        return " ".join(self.text[self.trees.starts[first] : self.trees.ends[after - 1]].replace("’", "'").split())

    def readable(self, token: int) -> bool:
        """Say whether a token stands in a sentence that is annotated."""
        sentence = self.trees.sentences[token]
        return sentence >= 0 and not self.draft.sentences[sentence].boilerplate

    def walked(self, token: int) -> bool:
        """Say whether the tree above a token may be walked."""
        sentence = self.trees.sentences[token]
        return sentence >= 0 and self.trees.walked[sentence]

    def capital(self, token: int) -> bool:
        """Say whether a word begins with a capital letter."""
        return self.words[token][:1].isupper()

    def root(self, first: int, after: int) -> int:
        """Return the token among ``first`` to ``after`` whose governor lies outside."""
        heads = self.trees.heads
        for token in range(after - 1, first - 1, -1):
            if not first <= heads[token] < after or heads[token] == token:
                return token
        return after - 1

    def nationality(self, token: int) -> str | None:
        """Return the country of a demonym ("Syrian", "pro-Turkish" without its prefix)."""
        if not self.capital(token) or self.of_continent(token):
            return None
        found = gazetteer.country_of_demonym(self.words[token])
        if found is None and self.words[token] in gazetteer.demonym_parts():
            pairs = ((token - 1, token), (token, token + 1))  # "North Korean" from either word
            names = (f"{self.words[one]} {self.words[two]}" for one, two in pairs if one >= 0 and two < len(self.words))
            found = next(filter(None, map(gazetteer.country_of_demonym, names)), None)
        return found[0] if found else None

    def of_continent(self, token: int) -> bool:
        """Say whether "America(n)" names a continent or a part of one: "Central American", "Latin America"."""
        before = self.words[token - 1].lower() if token else ""
        return before in _PARTS_OF_AMERICA and self.words[token].startswith("America")

    def is_people(self, token: int) -> bool:
        """Say whether a word is a demonym or names a people or faith."""
        return self.words[token] in tables.peoples() or self.nationality(token) is not None

    def sentence_end(self, token: int) -> int:
        """Return the token after the sentence of ``token``."""
        sentence = self.trees.sentences[token]
        return self.trees.ranges[sentence][1] if sentence >= 0 else token + 1


def role_at(finder: Phrases, token: int) -> tuple[Role, int, bool] | None:
    """Return the longest role noun that ends at ``token``, its first token, and whether a possessive mark follows."""
    if token < 0 or (
        finder.trees.lower[token] not in tables.role_ends() and tables.role_of(finder.trees.lower[token]) is None
    ):
        return None
    possessive = token + 1 < len(finder.words) and finder.words[token + 1] in ("'s", "'")
    low = max(0, token - tables.LONGEST_ROLE + 1)
    for first in range(low, token + 1):
        role = tables.role_of(finder.phrase(first, token + 1).lower())
        if role is not None:
            return role, first, possessive
    return None


def role_end(finder: Phrases, token: int, limit: int) -> tuple[Role, int] | None:
    """Return the longest role noun that begins at ``token`` and the token after it."""
    for after in range(min(limit, token + 3), token, -1):
        role = tables.role_of(finder.phrase(token, after).lower())
        if role is not None:
            return role, after
    return None
