"""Nominals: titles before names, noun phrases that a role noun heads, peoples, and third-person pronouns."""

from __future__ import annotations

from variorum.annotations.entities.partners import Partners
from variorum.annotations.entities.phrases import NAME_TOKENS, RELATIVE, Found, role_at
from variorum.annotations.entities.titles import PHRASE_TOKENS
from variorum.annotations.tables import actors as tables
from variorum.annotations.tables import gazetteer
from variorum.model.annotations import EntityType, MentionForm

_PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
    "it": "n", "its": "n", "itself": "n",
}  # fmt: skip
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
#: Heads above a relative pronoun among which its clause is: "whose boat sank", "to whom she wrote".
_CLAUSE_ABOVE = 3


class Nominals(Partners):
    """The nominals and pronouns of one report, beside its names."""

    def find_nominals(self) -> None:
        """Put titles before names, and find noun phrases that a role noun heads."""
        titled: set[int] = set()
        self.settle_bodies()
        names = [mention for mention in self.found if not mention.dropped]
        for mention in names:
            self._take_title(mention, titled)
        ends = tables.role_ends()
        for token, word in enumerate(self.trees.lower):
            if token in titled or self.cover[token] >= 0 or not self.readable(token):
                continue
            if self._is_noun_here(token) and (word in ends or self.trees.lemmas[token] in ends or word[-3:] == "men"):
                self._take_nominal(token)
            elif self.capital(token) and self.is_people(token):
                self._take_people(token)

    def _is_noun_here(self, token: int) -> bool:
        """Say whether a word is a noun, or a subject that the parser takes for an adjective: "Gunman fires"."""
        tag = self.trees.tags[token]
        return tag in _NOUN_TAGS or (tag == "JJ" and self.trees.deps[token] == "nsubj")

    def _take_nominal(self, token: int) -> None:
        """Take the noun phrase that the role noun ending at ``token`` heads."""
        found = role_at(self, token)
        trees = self.trees
        if found is None:
            return
        role, head, _possessive = found
        if role.noun == "regime" and self._is_of_things(token + 1):
            return
        inside = trees.deps[token] in ("compound", "nmod", "npadvmod") and trees.heads[token] > token
        # But "A former teacher, Dan Ruiz left."; and the parser takes the deed of "Driver Charged" for a noun.
        apposed = inside and trees.deps[token] == "npadvmod" and self.words[token + 1] == ","
        if inside and not apposed and not self._acts_in_heading(token):
            return
        if token + 1 < len(self.words) and self.words[token + 1] == "-":
            return
        low = max(trees.ranges[trees.sentences[token]][0], token - PHRASE_TOKENS)
        first, owner, country, demonyms = head, None, None, []
        while first > low and self._in_phrase(first - 1, head):
            first -= 1
            if self.words[first] == "'s" or (self.words[first] == "'" and first > low):
                owner = first - 1
            elif trees.tags[first] == "PRP$":
                owner = first
                break
            nation = self.nationality(first)
            if nation:
                demonyms.append(first)
                country = country or nation
            elif self.cover[first] >= 0 and self.found[self.cover[first]].type is EntityType.STATE:
                country = country or self.found[self.cover[first]].country
            elif self.cover[first] >= 0 and owner is None and role.noun in ("administration", "government", "regime"):
                owner = first
            elif self.words[first].lower() in tables.word_set("determiner"):
                break
        # "for massacring civilians": the parser takes the verb for an adjective.
        while first < head and (
            self.words[first] in {"-", "'s", "'", ",", "“", '"', "‘", "”"} or trees.tags[first] == "VBG"
        ):
            first += 1
        plural = trees.tags[token] in ("NNS", "NNPS")
        anchor = self._anchor(token) if self.walked(token) else token
        if anchor != token and trees.lower[anchor] == "one":
            first, plural = anchor, False
        after, of_country, of_owner = self._after_nominal(token, token + 1)
        lead = self.words[first].lower()
        partner = self._partner(token)
        partner = None if partner is None else self._of_name(partner)
        if partner is None and not plural:
            kind = EntityType.PERSON if role.type is EntityType.PERSON else EntityType.ORGANISATION
            partner = self._named_after(after, kind)
            partner = self._identified(token, kind) if partner is None else partner
        self.found.append(Found(
            first, after, head, token + 1, MentionForm.NOMINAL,
            EntityType.GROUP if plural and role.type is EntityType.PERSON else role.type,
            trees.sentences[token], role.noun, None, country or of_country, role.sector, None,
            "p" if plural else (role.gender or (None if role.type is EntityType.PERSON else "n")), (role,),
            lead in ("the", "this", "that", "these", "those") or owner is not None, plural,
            owner=owner if owner is not None else of_owner, partner=partner,
            subject=trees.deps[token] in ("nsubj", "nsubjpass"), root=token, modifiers=tuple(demonyms),
            restricted=self._is_restricted(token),
        ))  # fmt: skip

    def _is_of_things(self, of: int) -> bool:
        """Say whether "of" and a noun that is nobody's follow: "the regime of fines" is a set of rules."""
        words = self.trees.lower[of : of + 2]
        noun = words[:1] == ["of"] and len(words) > 1 and self.trees.poses[of + 1] == "NOUN"
        return noun and tables.role_of(words[1]) is None

    def _acts_in_heading(self, token: int) -> bool:
        """Say whether a role noun of a heading is followed by what its bearer does or suffers: "Driver Charged"."""
        if self.trees.sentences[token] not in self.headings:
            return False
        return self.trees.lower[token + 1].endswith("ed") or self._is_deed(token + 1)

    def _is_restricted(self, token: int) -> bool:
        """Say whether what follows a noun tells a new one: "the man who called", not "the man, who called later,"."""
        told = self.walked(token) and self.trees.child(token, "relcl", "acl", "prep") >= 0
        return told and self.words[token + 1 : token + 2] != [","]

    def _in_phrase(self, token: int, head: int) -> bool:
        """Say whether a token left of a role noun belongs to its noun phrase."""
        trees, word = self.trees, self.words[token]
        pos, dep = trees.poses[token], trees.deps[token]
        if pos in ("DET", "ADJ", "NUM", "NOUN", "PROPN"):
            # A noun before the phrase ("killed civilians the army ...") governs or stands outside.
            if self.walked(token) and not self._governed(token, head):
                return False
            return dep != "pcomp" and word.lower() not in ("such", "both")
        if word in {"-", "'s", "'"} or (self.words[token + 1] == "-" and word.isalpha()):
            return True
        if word in {"“", '"', "‘"}:
            return False
        if pos == "PRON":
            return trees.tags[token] == "PRP$"
        if pos == "VERB":
            return dep in {"amod", "compound"} or self.words[token - 1] == "-"
        if pos == "ADV":
            return (
                dep == "advmod"
                and trees.poses[trees.heads[token]] in ("ADJ", "VERB")
                and trees.heads[token] == token + 1
            )
        return False

    def _governed(self, token: int, head: int) -> bool:
        """Say whether the chain of governors of ``token`` reaches the role noun within a few steps."""
        heads = self.trees.heads
        for _ in range(6):
            up = heads[token]
            if up == token or up < token:
                return False
            if up >= head:
                return up <= head + 4
            token = up
        return False

    def _after_nominal(self, token: int, after: int) -> tuple[int, str | None, int | None]:
        """Take "of Hamas", "of the Syrian state" into a nominal; return its end, country and owner."""
        if (
            after + 1 >= len(self.words)
            or self.trees.lower[after] not in ("of", "for", "at")
            or self.trees.heads[after] != token
        ):
            return after, None, None
        at = after + 1
        if self.words[at].lower() == "the":
            at += 1
        if at < len(self.words) and self.cover[at] >= 0:
            name = self.found[self.cover[at]]
            if name.head == at and name.head_after <= after + NAME_TOKENS:
                owns = self.words[name.head_after : name.head_after + 1] in (["'s"], ["'"])  # "members of Ruiz's party"
                return after if owns else name.head_after, name.country, name.head
        return after, None, None

    def _take_people(self, token: int) -> None:
        """Take demonyms: nouns are groups ("Syrians"), adjectives name the state ("the Turkish occupation")."""
        trees = self.trees
        country = self.nationality(token)
        plural = trees.tags[token] in ("NNS", "NNPS")
        if token + 1 < len(self.words) and (self.words[token + 1] == "-" or self._first_of_pair(token)):
            return
        begin = token - 1 if token and self._first_of_pair(token - 1) else token
        noun = trees.poses[token] in ("NOUN", "PROPN") and trees.deps[token] not in ("compound", "amod", "nmod")
        if noun and (plural or self.words[token].endswith("s")):
            first = token
            low = max(trees.ranges[trees.sentences[token]][0], token - 4)
            while (
                first > low
                and (trees.poses[first - 1] in ("ADJ", "DET", "NUM") or self.is_people(first - 1))
                and trees.heads[first - 1] == token
            ):
                first -= 1
                country = country or self.nationality(first)
            self.found.append(Found(
                first, token + 1, token, token + 1, MentionForm.NAME, EntityType.GROUP, trees.sentences[token],
                self.phrase(token, token + 1), self._people_key(token, country), country, "CVL", None, "p",
                plural=True, subject=trees.deps[token] in ("nsubj", "nsubjpass"), root=token,
            ))  # fmt: skip
        elif noun and trees.deps[token] in ("attr", "appos") and self.walked(token):
            # "Reyes himself is a Shiite Muslim"
            first = token
            while first > 0 and trees.heads[first - 1] == token and trees.poses[first - 1] in ("ADJ", "PROPN", "DET"):
                first -= 1
            self.found.append(Found(
                first, token + 1, token, token + 1, MentionForm.NOMINAL, EntityType.PERSON, trees.sentences[token],
                trees.lower[token], None, country, partner=self._partner(token), root=token, modifiers=(token,),
            ))  # fmt: skip
        elif country and trees.deps[token] in ("amod", "compound", "nmod") and not self._inside(token):
            self.found.append(Found(
                begin, token + 1, begin, token + 1, MentionForm.NAME, EntityType.STATE, trees.sentences[token],
                self.phrase(begin, token + 1), f"state:{country}", country, "GOV", None, "n",
                adjective=True, root=token,
            ))  # fmt: skip

    def _first_of_pair(self, token: int) -> bool:
        """Say whether a demonym of two words begins here: "North Korean", "Sri Lankan"."""
        pair = self.capital(token) and self.capital(token + 1) and self.words[token] in gazetteer.demonym_parts()
        return pair and gazetteer.country_of_demonym(f"{self.words[token]} {self.words[token + 1]}") is not None

    def _people_key(self, token: int, country: str | None) -> str:
        """Return the identity of a people: "Syrian Kurds" are not the Kurds."""
        return f"people:{tables.peoples().get(self.words[token], country)}:{country}"

    def _inside(self, token: int) -> bool:
        """Say whether a demonym belongs to a nominal or title that its phrase is headed by."""
        head = self.trees.heads[token]
        if self.cover[head] >= 0:
            return True
        return role_at(self, head) is not None

    def find_pronouns(self) -> None:
        """Find third-person pronouns, and relative ones with the token of what they relate to."""
        trees = self.trees
        for token, word in enumerate(trees.lower):
            gender = _PRONOUNS.get(word)
            related = self._related(token) if gender is None and word in RELATIVE else None
            personal = gender is not None and trees.poses[token] in ("PRON", "DET")
            if not (personal or related is not None) or not self.walked(token):
                continue
            self.found.append(Found(
                token, token + 1, token, token + 1, MentionForm.PRONOUN, None, trees.sentences[token], word,
                gender=gender, plural=gender == "p", partner=related,
                subject=trees.deps[token] in ("nsubj", "nsubjpass"), root=token,
            ))  # fmt: skip

    def _related(self, token: int) -> int | None:
        """Return the noun that a relative pronoun relates to: "Reyes" for "who" in "Ana Reyes, who left"."""
        trees = self.trees
        if trees.tags[token] not in ("WP", "WDT", "WP$") or not self.walked(token):
            return None
        clause = token
        for _ in range(_CLAUSE_ABOVE):
            clause = trees.heads[clause]
            if trees.deps[clause] == "relcl":
                noun = trees.heads[clause]
                return noun if noun < token else None
        return None
