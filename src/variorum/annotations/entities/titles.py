"""Titles: what stands before a name and tells office, country and sector ("former Ruvian President Ana Reyes").

What stands after a name and tells its kind is read here too ("the Hamas organization").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.entities.names import Names
from variorum.annotations.entities.phrases import NUMERIC, Found, role_at, role_end
from variorum.annotations.tables import actors as tables
from variorum.model.annotations import EntityType

if TYPE_CHECKING:
    from variorum.annotations.tables.actors import Role

#: How far a title or noun phrase reaches to the left of its head, in tokens.
PHRASE_TOKENS = 12


class Titles(Names):
    """The titles of the names of one report."""

    def _take_title(self, mention: Found, titled: set[int]) -> None:
        """Extend a name to the left over its title and to the right over its kind ("the Hamas organization")."""
        trees = self.trees
        sentence_start = trees.ranges[mention.sentence][0]
        low = max(sentence_start, mention.head - PHRASE_TOKENS)
        token, first, found = mention.head - 1, mention.head, []
        while token >= low and (self.cover[token] < 0 or self.found[self.cover[token]].type is not EntityType.PERSON):
            role = role_at(self, token)
            if role and self._fits(role[0], mention) and not role[2] and trees.poses[token] in ("NOUN", "PROPN", "ADJ"):
                found.append(role[0])
                self._drop(
                    [n for at in range(role[1], token + 1) if (n := self.cover[at]) >= 0 and not self.found[n].key]
                )
                first = token = role[1]
                titled.update(range(role[1], mention.head))
                token -= 1
            elif found and self._modifies(token, first):
                first = token
                token -= 1
            else:
                break
        if found:
            mention.first = first
            mention.roles = tuple(reversed(found))
            titled.update(range(first, mention.head))
            self._read_title(mention)
        elif mention.type is EntityType.ORGANISATION:
            self._take_kind(mention, titled)
        if (
            mention.first > low
            and trees.lower[mention.first - 1] in ("the", "a", "an")
            and (found or mention.after > mention.head_after)
        ):
            mention.first -= 1

    def _fits(self, role: Role, mention: Found) -> bool:
        """Say whether a role noun can be the title of a name."""
        if mention.type is EntityType.PERSON or mention.type is None:
            return role.type is EntityType.PERSON
        return mention.type is EntityType.ORGANISATION and role.type in (EntityType.ORGANISATION, EntityType.GROUP)

    def _modifies(self, token: int, first: int) -> bool:
        """Say whether a token before a title belongs to it: "longtime", "Syrian", "Iran-backed", "Hamas"."""
        word, pos = self.words[token], self.trees.poses[token]
        if self.cover[token] >= 0:
            return first == token + 1 and self.found[self.cover[token]].type in (
                EntityType.ORGANISATION,
                EntityType.STATE,
            )
        if self.trees.tags[token] == "VBN" and self.words[token - 1] == "-":
            return True
        if word == "-" or self.is_people(token) or word.lower() in tables.word_set("before_title"):
            return True
        if pos in ("ADJ", "NOUN", "PROPN") and word[:1].isalpha() and self.labels[token] not in NUMERIC:
            return not self.walked(token) or first <= self.trees.heads[token] < first + PHRASE_TOKENS
        if word == "'s" or pos == "PRON":
            return pos == "PRON" and self.trees.tags[token] == "PRP$"
        return pos == "VERB" and self.trees.deps[token] == "amod"

    def _read_title(self, mention: Found) -> None:
        """Read country, sector and gender out of a title."""
        if mention.type is None:
            mention.type = EntityType.PERSON
        for token in range(mention.first, mention.head):
            country = self.nationality(token)
            if country is None and self.cover[token] >= 0:
                employer = self.found[self.cover[token]]
                # "to constrain Iran / President Reyes": a state's name before "President" is the end of a headline.
                headline = employer.type is EntityType.STATE and self.words[token + 1][:1].isupper()
                country = None if headline else employer.country
                # "Hamas leader": whom he leads tells more than that he leads.
                if employer.type is EntityType.ORGANISATION and mention.type is EntityType.PERSON:
                    mention.sector = mention.sector or employer.sector
            mention.country = mention.country or country
        role = mention.roles[0]
        if mention.type is EntityType.PERSON:
            mention.gender = next((role.gender for role in mention.roles if role.gender), mention.gender)
            mention.sector = mention.sector or next((role.sector for role in mention.roles if role.sector), None)
        else:
            mention.sector = mention.sector or role.sector

    def _take_kind(self, mention: Found, titled: set[int]) -> None:
        """Read "the Hamas organization", "the Hezbollah Lebanese terrorist organization" as one mention."""
        limit = min(self.sentence_end(mention.head), mention.head_after + 5)
        token = mention.head_after
        while token < limit and (
            self.is_people(token)
            or self.trees.poses[token] == "ADJ"
            or self.trees.lower[token] in ("terrorist", "militant", "news", "armed", "terror")
        ):
            if role_end(self, token, limit):
                break
            token += 1
        found = role_end(self, token, limit) if token < limit else None
        if (
            found is None
            or self.trees.tags[found[1] - 1] not in ("NN", "NNP")
            or found[0].type not in (EntityType.GROUP, EntityType.ORGANISATION)
        ):
            return
        role, after = found
        if after < limit and self.trees.poses[after] in ("NOUN", "PROPN") and self.trees.heads[after - 1] == after:
            return  # "Islamic State group jihadists" are persons
        if role.noun in ("government", "regime", "leadership", "administration", "authorities", "team", "parliament"):
            return
        mention.after, mention.roles = after, (role,)
        mention.sector = mention.sector or role.sector
        first = mention.head
        while first > self.trees.ranges[mention.sentence][0] and self._modifies(first - 1, first):
            first -= 1
        mention.first = first
        titled.update(range(first, after))
        for at in range(first, after):
            if mention.country is None:
                mention.country = self.nationality(at)
