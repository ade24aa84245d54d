"""Arguments: who acts and who is acted on, as entities of the report.

Passives, relative clauses, control ("seeks to mediate"), conjuncts, possessors and nominals ("Syrian forces") are
read off the tree; which words name whom is the entities' business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.subjects import SubjectReader, antecedent_of, is_passive
from variorum.annotations.trees import Trees
from variorum.word_lists import listed

if TYPE_CHECKING:
    from variorum.annotations.voices import VoiceReader
    from variorum.model.annotations import Draft


#: Nouns that stand for their members or their holder: the entity may stand in their "of" or before them.
_PARTITIVE = listed("""
    series group number majority member leader part most some one many dozen hundred thousand million score pair
    couple handful lot string wave crowd percent rest half third strip area rule head resident citizen people
    leadership force territory official variety range array mix
""")
#: Nouns of those who are sent and called back, and the verbs by which they are: they are the means, not whom it is for.
_MEANS = listed("""
    troop soldier peacekeeper force army unit brigade battalion regiment division man personnel instructor inspector
    observer monitor team expert adviser advisor convoy marine contingent
""")
_SENDING = listed("""
    send withdraw deploy move dispatch mobilize mobilise pull recall redeploy post station mass amass rush commit
    despatch bring concentrate evacuate
""")
#: Labels that lead from a verb or noun to whom it is done, and how far and wide they are followed.
_DOWN = frozenset({"dobj", "dative", "xcomp", "ccomp", "acl", "pobj", "oprd", "attr", "acomp"})
_DEPTH, _WIDTH = 5, 12
#: Prepositions of place: who stands behind them is taken last.
_THERE = frozenset({"in", "at", "within", "across", "inside"})
#: Prepositions behind which nobody stands to whom something is done.
_ASIDE = frozenset(
    {
        "after", "before", "since", "during", "until", "amid", "following", "because", "despite", "through", "under",
        "than", "without", "except", "besides", "as", "like", "via", "per", "by", "alongside", "near", "outside",
    }
)  # fmt: skip
#: Nouns behind a preposition of why something is done.
_REASONS = listed("suspicion ground charge allegation accusation pretext claim fear basis behalf reason condition")
#: Words by which a speaker means themselves, alone or with others.
_SPEAKING = frozenset({"i", "we", "me", "us", "my", "our"})
#: Words by which the speaker is meant as the subject of what they are said to say.
_OF_SPEAKER = frozenset({"it", "they", "he", "she"})


class ArgumentReader:
    """Finds the participants of triggers in one draft."""

    def __init__(self, trees: Trees, draft: Draft, voices: VoiceReader) -> None:
        """Index the mentions of the draft by token."""
        self._trees = trees
        self._voices = voices
        self._subjects = SubjectReader(trees, self.entity_of)
        self._heads: dict[int, str] = {}
        self._inside: dict[int, str] = {}
        lengths: dict[int, int] = {}
        self.order: dict[str, int] = {}
        for rank, entity in enumerate(draft.entities):
            self.order[entity.id] = rank
            if entity.type.value == "event":
                continue
            for mention in entity.mentions:
                for token in trees.tokens_in(mention.head_start, mention.head_end):
                    self._heads.setdefault(token, entity.id)
                size = mention.end - mention.start
                if size > 400:
                    continue
                for token in trees.tokens_in(mention.start, mention.end):
                    if size < lengths.get(token, 1 << 30):
                        self._inside[token], lengths[token] = entity.id, size

    def entity_at(self, token: int) -> str | None:
        """Return the entity whose name or head noun stands at ``token``."""
        return self._heads.get(token)

    def entity_of(self, token: int) -> str | None:
        """Return the entity that the noun phrase headed by ``token`` names, or None."""
        trees = self._trees
        found = self._heads.get(token)
        if found is not None:
            return found
        if trees.lower[token] in _SPEAKING or self._means_speaker(token):
            return self.speaker_at(token)
        for label in ("appos", "nmod"):
            child = trees.child(token, label)
            if child >= 0 and child in self._heads:
                return self._heads[child]
        lemma = trees.lemmas[token]
        if lemma in _PARTITIVE or trees.tags[token] == "CD":
            for word, target in trees.prepositions(token):
                if word in ("of", "from", "among") and target >= 0 and (inner := self._heads.get(target)) is not None:
                    return inner
        if trees.is_noun(token):
            for child in trees.children[token]:
                if trees.deps[child] in ("poss", "compound", "amod", "nmod") and child in self._heads:
                    return self._heads[child]
        return None

    def _means_speaker(self, token: int) -> bool:
        """Say whether a pronoun that names nobody known is who says its clause: "the army said it had fired"."""
        trees = self._trees
        clause = trees.heads[token]
        told = trees.lower[token] in _OF_SPEAKER and trees.deps[token] in ("nsubj", "nsubjpass")
        return told and trees.deps[clause] == "ccomp" and trees.heads[clause] in self._voices.cues

    def speaker_at(self, token: int) -> str | None:
        """Return the entity that says what stands at ``token``, or None."""
        quotation = self._voices.quotation_of(token)
        return quotation.speaker_entity if quotation is not None else None

    def entities_of(self, token: int) -> list[str]:
        """Return the entities of a noun phrase and its conjuncts, in text order, each once."""
        found: list[str] = []
        for each in self._trees.conjuncts(token):
            entity = self.entity_of(each)
            if entity is not None and entity not in found:
                found.append(entity)
        return found

    def within(self, token: int) -> list[str]:
        """Return the entities that a noun phrase is about when its head names none: "ties between A and B"."""
        trees = self._trees
        found = self.entities_of(token)
        at = token
        for _ in range(3):
            for child in trees.children_of(at, "poss", "compound", "amod"):
                if not any(trees.tags[owner] == "PRP$" for owner in trees.children_of(child, "poss")):
                    # "pledged [his country's] support for Arvona": the country stands for him
                    found.extend(self.entities_of(child))
            following = -1
            for word, target in trees.prepositions(at):
                if (
                    word in ("of", "by", "between", "with", "against", "from", "among", "toward", "towards", "to")
                    and target >= 0
                ):
                    found.extend(self.entities_of(target))
                    following = target if following < 0 and word == "of" else following
            if found or following < 0:
                break
            at = following
        return list(dict.fromkeys(found))

    def beneath(self, token: int, skip: list[str]) -> list[str]:
        """Return the nearest entities somewhere under a token that are none of ``skip``.

        "Saudi Arabia lifted its blockade of Yemen", "launched airstrikes on the fighters", "refused to allow the plane
        to land": near words come first, what stands in a time or a bare place phrase of the verb is left out.
        """
        trees = self._trees
        waiting, aside = [token], []
        for _ in range(_DEPTH):
            following: list[int] = []
            for at in waiting[:_WIDTH]:
                for child in trees.children[at]:
                    label = trees.deps[child]
                    inner = label in ("amod", "compound", "nmod", "poss", "nsubj", "nsubjpass") and at != token
                    # "a grant and a loan to the town": what one of several objects is for, all are
                    if label in _DOWN or inner or (label == "conj" and trees.is_noun(child)):
                        following.append(child)
                    elif label in ("prep", "agent") and trees.lower[child] in _THERE:
                        aside.extend(trees.children_of(child, "pobj"))
                    elif (label == "prep" and not self._is_aside(child)) or (label == "agent" and at != token):
                        # "welcomed the letters sent by Arvona": who made the object
                        following.extend(trees.children_of(child, "pobj", "pcomp"))
            for at in following:
                if found := self._others(at, skip):
                    return found
            waiting = following
        return next((found for at in aside[:_WIDTH] if (found := self._others(at, skip))), [])

    def _is_aside(self, preposition: int) -> bool:
        """Say whether nobody stands behind a preposition to whom something is done: "seized it on suspicion of"."""
        trees = self._trees
        target = trees.child(preposition, "pobj")
        return trees.lower[preposition] in _ASIDE or (target >= 0 and trees.lemmas[target] in _REASONS)

    def is_means(self, token: int) -> bool:
        """Say whether those are named whom somebody sends or calls back: "withdrew its troops from Arvona"."""
        trees = self._trees
        first = trees.first_conjunct(token)
        return (
            trees.deps[first] == "dobj"
            and trees.lemmas[token] in _MEANS
            and trees.lemmas[trees.heads[first]] in _SENDING
        )

    def _others(self, token: int, skip: list[str]) -> list[str]:
        """Return the entities of a noun phrase that are none of ``skip``, nor means."""
        if self.is_means(token):
            return []
        return [entity for entity in self.entities_of(token) if entity not in skip]

    def subject_token(self, verb: int) -> int:
        """Return the token that heads the subject of a verb (surface or understood), or -1."""
        return self._subjects.subject_token(verb)

    def is_passive(self, verb: int) -> bool:
        """Say whether the understood subject of a verb is acted on."""
        return is_passive(self._trees, verb)

    def subjects(self, verb: int) -> list[str]:
        """Return the entities of the understood subject."""
        token = self.subject_token(verb)
        return self.entities_of(token) if token >= 0 else []

    def agents(self, verb: int) -> list[str]:
        """Return the entities of "by" in a passive."""
        trees = self._trees
        for child in trees.children_of(verb, "agent", "prep"):
            target = trees.child(child, "pobj") if trees.lower[child] == "by" else -1
            if target >= 0:
                return self.entities_of(target)
        return []

    def object_tokens(self, verb: int) -> list[int]:
        """Return the heads of the objects of a verb; the antecedent for a relative pronoun."""
        trees = self._trees
        return [
            antecedent_of(self._trees, token, verb)
            for token in trees.children_of(verb, "dobj", "dative")
            if trees.tags[token] not in ("TO", "IN")
        ]

    def objects(self, verb: int) -> list[str]:
        """Return the entities of the objects of a verb, or those that its object is about."""
        found: list[str] = []
        for token in self.object_tokens(verb):
            if self.is_means(token):
                continue
            found.extend(self.entities_of(token) or self.within(token))
        return list(dict.fromkeys(found))

    def behind(self, token: int, *words: str) -> list[str]:
        """Return the entities behind prepositions of ``token``."""
        found: list[str] = []
        for word, target in self._trees.prepositions(token):
            if word in words and target >= 0:
                found.extend(self.entities_of(target))
        return list(dict.fromkeys(found))

    def owners(self, noun: int) -> list[str]:
        """Return the entities before a noun: "Assad's visit", "the Hamas attack", "Israeli strikes"."""
        trees = self._trees
        found: list[str] = []
        for label in ("poss", "compound", "amod", "nmod"):
            for child in trees.children_of(noun, label):
                if child < noun:
                    found.extend(self.entities_of(child))
            if found and label == "poss":
                break
        return list(dict.fromkeys(found))
