"""Late coreference: who is called by a noun in one place and named in another, before or after it.

"The judge ordered a recess" may stand before "Judge Ana Reyes" is named. After the sweep each unnamed person or armed
group is held against those whom the report names with the same noun: it is the only one of them that fits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.ages import ages_told
from variorum.annotations.entities.clusters import MALE_FEMALE, differs, same_gender
from variorum.annotations.entities.fates import Fate, fate_of_noun, fates_at
from variorum.annotations.entities.pronoun_coreference import PronounJoining
from variorum.annotations.tables import actors as tables
from variorum.model.annotations import EntityType, MentionForm

if TYPE_CHECKING:
    from variorum.annotations.entities.clusters import Cluster
    from variorum.annotations.entities.phrases import Found

#: Unnamed clusters and named ones that are held against each other: the first of a report.
_MOST = 200
#: Mentions of one person in which an age is looked for.
_READ = 20
_OTHERS = frozenset({"another", "other", "second", "third", "every", "each", "no", "any", "both", "two", "three"})
#: What stands behind the number of an age: "59-year-old".
_OF_AGES = frozenset({"-", "year", "years"})
#: The letter of a party behind a name: "(D-Ohio)", ", R-Ohio".
_PARTY = re.compile(r"[ ,(]{1,2}([DR])-[A-Z]")
#: Verbs of those who are asked about a deed: whom they tell of is somebody else.
_SAYING = frozenset({"add", "announce", "explain", "say", "state", "tell", "testify", "write"})
_PARTIES = {"democrat": "D", "republican": "R"}


class LateJoining(PronounJoining):
    """Joins unnamed clusters of a report to named ones once all of it was read."""

    def join_late(self) -> None:
        """Join each unnamed person, relative and armed group that one named actor alone can be."""
        for cluster, name in self.identified:
            if not _is_named(cluster) and same_gender(cluster.gender, name.gender):
                self._give(cluster, name)
        known = [cluster for cluster in self.clusters if cluster.mentions]
        named = [cluster for cluster in known if _is_named(cluster)]
        people = [cluster for cluster in named if cluster.type is EntityType.PERSON][:_MOST]
        by_age = self._by_age(people)
        bodies = [cluster for cluster in named if _is_armed(cluster) and cluster.type is EntityType.ORGANISATION]
        for cluster in [cluster for cluster in known if not _is_named(cluster)][:_MOST]:
            first = cluster.mentions[0]
            if first.form is not MentionForm.NOMINAL or not first.roles or self._is_other(first):
                continue
            if cluster.type is EntityType.PERSON:
                found = self._only_bearer(cluster, people) or self._of_one_age(cluster, by_age)
                found = found or self._of_one_fate(cluster, people)
            elif _is_armed(cluster) and len(bodies) == 1 and self._can_be_armed_body(first):
                found = None if differs(bodies[0].country, cluster.country) else bodies[0]
            else:
                found = None
            if found is not None:
                self._give(cluster, found)

    def _can_be_armed_body(self, mention: Found) -> bool:
        """Say whether rebels can be those of the report's only armed body: not "Alvanian rebels" nor "its rebels"."""
        trees, text = self.trees, self.draft.report.text
        before = [token for token in range(mention.first, mention.head) if trees.poses[token] != "DET"]
        told = (mention.definite or mention.plural) and mention.owner is None
        return told and not any(text[trees.starts[token]].isupper() for token in before)

    def _give(self, cluster: Cluster, named: Cluster) -> None:
        """Make the mentions of an unnamed cluster those of a named one."""
        for mention in cluster.mentions:
            named.add(mention)
        cluster.mentions = []

    def _is_other(self, mention: Found) -> bool:
        """Say whether a nominal sets somebody apart or counts: "another judge", "two rebels"; no age does."""
        lower, poses = self.trees.lower, self.trees.poses
        words = range(mention.first, mention.head)
        return any(
            lower[token] in _OTHERS or (poses[token] == "NUM" and lower[token + 1] not in _OF_AGES) for token in words
        )

    def _only_bearer(self, cluster: Cluster, people: list[Cluster]) -> Cluster | None:
        """Return the only named person who is said to be what an unnamed one is called."""
        first = next((mention for mention in cluster.mentions if mention.definite), cluster.mentions[0])
        role = first.roles[0].noun if first.roles else ""
        if not (first.definite or self._leads(first)):
            return None
        if role in tables.word_set("family"):
            fitting = [known for known in people if role in known.nouns and self._owner_fits(first, known)]
        elif role in _PARTIES:
            fitting = [known for known in people if self._is_of_party(known, _PARTIES[role])]
        elif first.owner is not None and self.by_token.get(first.owner) is None:
            return None
        else:
            nouns = tables.role_family(role)
            fitting = [known for known in people if known.nouns & nouns]
            if role in tables.word_set("of_many"):
                fitting = [known for known in fitting if self._words(first) and self._is_told_of(first, known)]
            else:
                fitting = [known for known in fitting if self._modifiers_fit(first, known)]
        fitting = [known for known in fitting if not differs(known.country, cluster.country)]
        fitting = [known for known in fitting if same_gender(known.gender, cluster.gender)]
        return fitting[0] if len(fitting) == 1 and fitting[0].gender in {*MALE_FEMALE, None} else None

    def _by_age(self, people: list[Cluster]) -> dict[str, list[Cluster]]:
        """Return who is how old."""
        found: dict[str, list[Cluster]] = {}
        for cluster in people:
            for age in self._ages(cluster):
                found.setdefault(age, []).append(cluster)
        return found

    def _of_one_age(self, cluster: Cluster, by_age: dict[str, list[Cluster]]) -> Cluster | None:
        """Return the only named person as old as an unnamed one: "A 59-year-old woman", "Ana Reyes, 59"."""
        fitting = [known for age in self._ages(cluster) for known in by_age.get(age, ())] if by_age else []
        if len(fitting) != 1 or not same_gender(fitting[0].gender, cluster.gender):
            return None
        return None if differs(fitting[0].country, cluster.country) else fitting[0]

    def _of_one_fate(self, cluster: Cluster, people: list[Cluster]) -> Cluster | None:
        """Return the only named person whom befell what befell an unnamed one: the driver and Dan Ruiz were charged."""
        first = cluster.mentions[0]
        told = self._leads(first) or any(mention.definite for mention in cluster.mentions)
        fates = self._fates(cluster) if told and first.owner is None and not first.plural else set()
        if len(fates) != 1:
            return None
        fitting = [known for known in people if fates <= self._fates(known)]
        called = any(fate_of_noun(role.noun) for mention in cluster.mentions[:_READ] for role in mention.roles)
        if not fitting and called and fates == {Fate.ACCUSED}:
            fitting = self._most_told([known for known in people if self._may_be_accused(known)])
        if len(fitting) != 1 or not same_gender(fitting[0].gender, cluster.gender):
            return None
        ages = self._ages(cluster), self._ages(fitting[0])
        apart = all(ages) and ages[0].isdisjoint(ages[1])
        return None if apart or differs(fitting[0].country, cluster.country) else fitting[0]

    def _most_told(self, people: list[Cluster]) -> list[Cluster]:
        """Return the one of some people of whom a report tells twice as much as of any other, alone; else nobody."""
        ranked = sorted(people, key=lambda known: -len(known.mentions))
        told = [len(known.mentions) for known in ranked[:2]]
        return ranked[:1] if ranked and (len(told) == 1 or told[0] >= 2 * told[1]) else []

    def _may_be_accused(self, person: Cluster) -> bool:
        """Say whether somebody can be the suspect of a report that says of nobody so: no office, no harm, no word."""
        names = [mention for mention in person.mentions[:_READ] if mention.form is MentionForm.NAME]
        if person.nouns or len(names) < 2 or Fate.HARMED in self._fates(person):
            return False
        trees = self.trees
        verbs = [trees.heads[mention.root] for mention in person.mentions[:_READ] if mention.subject]
        said = (trees.child(verb, "dobj") for verb in verbs if trees.lemmas[verb] in _SAYING)
        return all(child >= 0 and trees.lower[child] == "nothing" for child in said)

    def _fates(self, cluster: Cluster) -> set[Fate]:
        """Return what a report says befell somebody."""
        # Whom "he" means is less sure than what befell him; "who" stands beside its noun.
        surely = [other for other in cluster.mentions[:_READ] if other.form is not MentionForm.PRONOUN or other.partner]
        nouns = (fate_of_noun(role.noun) for mention in surely for role in mention.roles)
        told = (fate for mention in surely for fate in fates_at(self.trees, mention.root))
        return {fate for fate in (*nouns, *told) if fate is not None}

    def _ages(self, cluster: Cluster) -> set[str]:
        """Return how old a report says that somebody is."""
        text, trees = self.draft.report.text, self.trees
        told = [mention for mention in cluster.mentions[:_READ] if mention.form is not MentionForm.PRONOUN]
        spans = ((trees.starts[mention.first], trees.ends[mention.after - 1]) for mention in told)
        return {age for start, end in spans for age in ages_told(text, start, end)}

    def _leads(self, mention: Found) -> bool:
        """Say whether an indefinite nominal stands in the first lines: "A judge ruled ...", who is named below."""
        return self.draft.sentences[mention.sentence].paragraph < 2

    def _owner_fits(self, mention: Found, named: Cluster) -> bool:
        """Say whether the owner of a relative is not the relative: "his wife" is not he."""
        return mention.owner is None or self.by_token.get(mention.owner) is not named

    def _is_of_party(self, person: Cluster, letter: str) -> bool:
        """Say whether somebody sits for a party by the letter behind the name, or is told to sit somewhere."""
        text, ends = self.draft.report.text, self.trees.ends
        for mention in person.mentions[:20]:
            found = _PARTY.match(text, ends[mention.after - 1]) if mention.form is MentionForm.NAME else None
            if found is not None:
                return found.group(1) == letter
        return bool(person.nouns & tables.role_family("lawmaker"))

    def _modifiers_fit(self, mention: Found, named: Cluster) -> bool:
        """Say whether what stands beside a noun is said of the named one: "the port's director", "Port Director"."""
        wanted = self._words(mention)
        said = set().union(*(self._words(other) for other in named.mentions[:20]))
        said -= {word for noun in named.nouns for word in noun.split()}
        return bool(wanted & said) or not (wanted and said)


def _is_named(cluster: Cluster) -> bool:
    """Say whether a name is among the mentions."""
    return any(mention.form is MentionForm.NAME for mention in cluster.mentions)


def _is_armed(cluster: Cluster) -> bool:
    """Say whether a group or body is one of rebels."""
    return cluster.type in (EntityType.GROUP, EntityType.ORGANISATION) and cluster.sector == "REB"
