"""Coreference of nominals: which person, state or group "the Russian leader", "the country", "the ministry" names."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from variorum.annotations.entities.body_coreference import ORGANISED, BodyJoining
from variorum.annotations.entities.clusters import Cluster, differs, last_before, same_gender
from variorum.annotations.entities.phrases import Found
from variorum.annotations.tables import actors as tables
from variorum.model.annotations import EntityType, MentionForm

#: Lines that a headline, a second one and a byline may take.
_HEAD_LINES = 3
#: Nouns for several people that "of" says who they are.
_MADE_OF_PEOPLE = frozenset({"band", "crew", "crowd", "gang", "group", "mob", "panel", "squad", "team"})
#: Nouns for whom somebody serves: "his client" of a lawyer.
_SERVED = frozenset({"boss", "client"})
#: Mentions of one actor whose owners and words are read; the rest repeats them.
_READ = 20
_STATES = frozenset({"country", "nation"})


class NominalJoining(BodyJoining):
    """Joins the nominals of one report, in text order."""

    def _nominal(self, mention: Found) -> Cluster:
        """Return the cluster of a nominal, a new one where no rule finds any."""
        owner = self.by_token.get(mention.owner) if mention.owner is not None else None
        if mention.country is None and owner is not None and mention.sector in ("GOV", "MIL"):
            mention.country = owner.country
        if owner is not None and owner.type is EntityType.ORGANISATION:
            # The president of an association leads no state.
            mention.roles = tuple(replace(role, head=False) for role in mention.roles)
        cluster = self._apposed(mention) or self._made_up(mention)
        if cluster is not None and mention.definite:
            self._name_known(mention, cluster)
        if (
            cluster is None
            and mention.name in tables.word_set("government")
            and not mention.plural | (mention.name == "authorities")
        ):
            cluster = self._government(mention)
        if mention.type is EntityType.STATE and (mention.plural or mention.name not in _STATES):
            mention.type = EntityType.GROUP
        if cluster is None and mention.type is EntityType.STATE:
            cluster = self._state(mention)
        if cluster is None and mention.type is EntityType.PERSON and mention.definite and mention.roles:
            cluster = self._person_nominal(mention, owner)
        if cluster is None and mention.type in ORGANISED and mention.definite:
            cluster = self._group_nominal(mention) or self._several(mention) or self._only_body(mention)
            cluster = cluster or self._named_before(mention)
        phrase = self._phrase(mention)
        if cluster is None:
            # "Kurdish militias" twice are the same; "a man" twice are two.
            known = self.by_phrase.get(phrase)
            if known is not None and (mention.definite or mention.plural) and known.type is mention.type:
                cluster = known
        if cluster is None and not mention.definite:
            cluster = self._of_headline(mention)
        if cluster is None:
            cluster = Cluster(mention.type or EntityType.OTHER)
            self.clusters.append(cluster)
        cluster.add(mention)
        if not self._is_anybody(mention, cluster):
            self.by_phrase[phrase] = cluster
        if self._in_headline(mention.sentence):
            self.by_headline.setdefault(mention.name, cluster)
        return cluster

    def _is_anybody(self, mention: Found, cluster: Cluster) -> bool:
        """Say whether a nominal speaks of nobody: "his skills as a director" is nobody whom "the director" takes up."""
        as_ = self.trees.heads[mention.root]
        role = self.trees.deps[mention.root] == "pobj" and self.trees.lower[as_] == "as"
        return role and not mention.definite and len(cluster.mentions) == 1

    def _name_known(self, mention: Found, named: Cluster) -> None:
        """Note whom a name belongs to that was told by the noun until now: "A gunman ... the gunman, Dan Ruiz, ..."."""
        known = self.by_phrase.get(self._phrase(mention))
        if known is not None and known is not named and known.type is named.type is EntityType.PERSON:
            self.identified.append((known, named))

    def _in_headline(self, sentence: int) -> bool:
        """Say whether a sentence is a line of the head: among the first lines, and without a mark at its end."""
        here = self.draft.sentences[sentence]
        return here.paragraph < _HEAD_LINES and self.draft.report.text[here.end - 1] not in ".!?\"”’'"

    def _of_headline(self, mention: Found) -> Cluster | None:
        """Return whom the headline calls by the noun that the body now begins with: "Woman hurt", "A woman was ...".

        The lines of a head tell one thing: a second line with the noun means whom the first one means.
        """
        if self._in_headline(mention.sentence):
            cluster = None if mention.plural else self.by_headline.get(mention.name)
        else:
            cluster = self.by_headline.pop(mention.name, None)
        fits = cluster is not None and cluster.type is mention.type and not differs(cluster.country, mention.country)
        return cluster if fits else None

    def _phrase(self, mention: Found) -> str:
        """Return the words of a nominal in lower case without its determiner."""
        lower = self.trees.lower
        first = mention.first
        while first < mention.head and lower[first] in ("the", "a", "an", "these", "those", "this", "that", "some"):
            first += 1
        return " ".join(lower[first : mention.after])

    def _apposed(self, mention: Found) -> Cluster | None:
        """Return the named entity that a nominal stands in apposition to, when the kinds agree."""
        if mention.partner is None:
            return None
        cluster = self.by_token.get(mention.partner)
        if cluster is None or (mention.plural and cluster.type is EntityType.PERSON):
            return None
        person = mention.type is EntityType.PERSON
        state = person and cluster.type is EntityType.STATE and mention.roles and mention.roles[0].kind != "title"
        if person != (cluster.type is EntityType.PERSON) and not (state and not mention.roles[0].head):
            return None  # a state can be "an ally", never "the leader"
        if cluster.type in (EntityType.PLACE, EntityType.EVENT):
            return None
        if mention.country and cluster.country and mention.country != cluster.country and mention.modifiers:
            return None
        return cluster

    def _made_up(self, mention: Found) -> Cluster | None:
        """Return the crowd or team that a plural makes up: the rescuers of "a team of rescuers" are the team."""
        trees, of = self.trees, self.trees.heads[mention.root]
        if not mention.plural or trees.deps[mention.root] != "pobj" or trees.lower[of] != "of":
            return None
        whole = self.by_token.get(trees.heads[of]) if trees.lemmas[trees.heads[of]] in _MADE_OF_PEOPLE else None
        named = whole is None or any(other.form is MentionForm.NAME for other in whole.mentions)
        return None if named or mention.type is not EntityType.GROUP else whole

    def _government(self, mention: Found) -> Cluster | None:
        """Return the state whose government a nominal names: by country, else the one that was spoken of last."""
        country = mention.country
        if country is None and mention.owner is not None and mention.owner in self.by_token:
            return None  # "the Reyes administration" of a person whose state the report does not tell
        if country is None and mention.definite:
            known = self.by_phrase.get(self._phrase(mention))
            if known is not None:
                return known
            country = next((c.country for _, c in self._near(mention) if c.type is EntityType.STATE), None)
        if country is None:
            return None
        cluster = self.by_key.get(f"state:{country}")
        if cluster is None:
            cluster = Cluster(EntityType.STATE, country=country, sector="GOV", gender="n")
            self.clusters.append(cluster)
            self.by_key[f"state:{country}"] = cluster
        mention.country = country
        return cluster

    def _state(self, mention: Found) -> Cluster | None:
        """Return the state that "the country" names: the one spoken of last, no demonym."""
        if not mention.definite or mention.plural or (mention.country and mention.owner is None):
            return None
        if mention.owner is not None:  # "his country"
            owner = self.by_token.get(mention.owner)
            return self.by_key.get(f"state:{owner.country}") if owner is not None and owner.country else None
        return next((c for _, c in self._near(mention) if c.type is EntityType.STATE), None)

    def _person_nominal(self, mention: Found, owner: Cluster | None) -> Cluster | None:
        """Return the person whom "the Russian leader", "the mayor", "the suspect" names."""
        role = mention.roles[0]
        if role.noun == "counterpart" and owner is not None:
            return self._counterpart(mention, owner)
        if role.noun in _SERVED and mention.owner is not None:
            lawyer = self._nearest_lawyer(mention) if owner is None else owner
            return self._served(lawyer) if lawyer is not None else None
        if (owner is not None and role.noun in ("counterpart", "colleague")) or (
            mention.owner is not None and owner is None
        ):
            return None
        if role.head and role.noun != "counterpart":
            found = self._head_of_state(mention)
            if found is not None:
                return found
        holders = self._holders(mention, owner, (role.noun.split()[-1],))
        if not holders and not mention.restricted:
            # "the lawmaker" of the representative: nobody bears the noun itself. "The director of X" is somebody new.
            family = {noun.split()[-1] for noun in tables.role_family(role.noun)}
            holders = self._holders(mention, owner, sorted(family))
            holders = [cluster for cluster in holders if not mention.country or cluster.country == mention.country]
        if role.noun in tables.word_set("of_many"):
            holders = [cluster for cluster in holders if self._is_told_of(mention, cluster)]
        exact = [cluster for cluster in holders if role.noun in cluster.nouns] or holders
        if exact:
            return max(exact, key=lambda cluster: last_before(cluster, mention.first))
        return None

    def _nearest_lawyer(self, mention: Found) -> Cluster | None:
        """Return who can have the client of "his client" where "his" is open: the lawyer named last."""
        lawyers = tables.role_family("lawyer")
        return next((cluster for _, cluster in self._near(mention) if cluster.nouns & lawyers), None)

    def _holders(self, mention: Found, owner: Cluster | None, words: Iterable[str]) -> list[Cluster]:
        """Return the persons who bear a role that ends in one of ``words`` and may be meant."""
        return [
            cluster
            for word in words
            for cluster in self.by_role.get(word, ())
            if cluster.type is EntityType.PERSON
            and (cluster.country == mention.country or not cluster.country or not mention.country)
            and same_gender(cluster.gender, mention.gender)
            and cluster is not owner
            and not self._serves_another(cluster, owner)
        ]

    def _serves_another(self, cluster: Cluster, owner: Cluster | None) -> bool:
        """Say whether somebody is told to be another's than ``owner``'s: Reyes's lawyer is not Ruiz's."""
        if owner is None:
            return False
        owners = [
            known
            for other in cluster.mentions[:_READ]
            if other.owner is not None and (known := self.by_token.get(other.owner)) is not None
        ]
        people = any(known.type is EntityType.PERSON for known in (owner, *owners))
        return bool(owners) and people and all(known is not owner for known in owners)

    def _head_of_state(self, mention: Found) -> Cluster | None:
        """Return who leads the state that a nominal names, or the only leader spoken of."""
        role = mention.roles[0]
        fitting = [c for c in self.heads if same_gender(c.gender, mention.gender)]
        exact = [c for c in fitting if role.noun in c.nouns]
        if mention.country:
            own = [c for c in fitting if c.country == mention.country]
            if own:
                return max(own, key=lambda c: (role.noun in c.nouns, last_before(c, mention.first)))
            open_ = [c for c in fitting if c.country is None and last_before(c, mention.first) >= 0]
            return open_[0] if len(open_) == 1 else None
        if exact:
            return max(exact, key=lambda c: len(c.mentions))
        if role.noun in tables.word_set("head_alone"):
            near = [c for _, c in self._near(mention) if c.head and any(c is known for known in fitting)]
            distinct = {id(c): c for c in near}
            return near[0] if len(distinct) == 1 else None
        return None

    def _counterpart(self, mention: Found, owner: Cluster) -> Cluster | None:
        """Return who bears the office of another state's bearer: "his Ruvian counterpart" of a president."""
        if not mention.country:
            return None
        holders = [c for noun in sorted(owner.nouns) for c in self.by_role.get(noun.split()[-1], ())]
        fitting = {
            id(c): c
            for c in (*(self.heads if owner.head else ()), *holders)
            if c is not owner and c.country == mention.country and c.type is EntityType.PERSON
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None
