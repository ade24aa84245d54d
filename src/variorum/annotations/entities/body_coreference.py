"""Coreference of bodies and groups: which of them "the ministry", "the coalition", "the rebels" name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.entities.clusters import differs, last_before
from variorum.annotations.entities.telling_words import TellingWords
from variorum.annotations.tables import actors as tables
from variorum.model.annotations import EntityType, MentionForm

if TYPE_CHECKING:
    from variorum.annotations.entities.clusters import Cluster
    from variorum.annotations.entities.phrases import Found
    from variorum.annotations.tables.actors import Role

#: Letters of the first part of a compound: "gun" in "gunman".
_FIRST_PART = 3
#: Mentions of one body whose words are read; the rest repeats them.
_READ = 20
#: Sectors whose bodies reports call by a noun where they were named before.
_TOLD_KINDS = frozenset({"BUS", "MED"})
ORGANISED = (EntityType.ORGANISATION, EntityType.GROUP)


class BodyJoining(TellingWords):
    """Joins the nominals of one report that name bodies and groups."""

    def _group_nominal(self, mention: Found) -> Cluster | None:
        """Return the organisation or group that "the ministry", "the rebels", "the group" names."""
        role = mention.roles[0]
        if mention.owner is not None:
            return None
        word = role.noun.split()[-1]
        for other, cluster in self._near(mention):
            if cluster.type not in ORGANISED or differs(cluster.country, mention.country):
                continue
            if other.form is MentionForm.NAME:
                last = other.name.lower().split()[-1]
                bare = mention.head - mention.first <= 1 + len(mention.modifiers)
                fits = bare and not mention.restricted and role.noun == word and _kind_fits(word, cluster.sector)
                called = last == word or word in cluster.nouns or (fits and not self._is_where(other))
                if not mention.plural and called:
                    return cluster
            elif (
                cluster.mentions[0].plural == mention.plural and not mention.modifiers and _named_by(cluster, role.noun)
            ):
                return cluster
        return None

    def _several(self, mention: Found) -> Cluster | None:
        """Return the group that a bare "the girls" takes up, however far back: "21 schoolgirls", "the freed girls"."""
        bare = mention.head - mention.first == 1 and not mention.restricted and mention.owner is None
        if not (bare and mention.plural and mention.type is EntityType.GROUP):
            return None
        words = [word for word in self.by_role if _is_compound_of(word, mention.roles[0])]
        known = [
            cluster
            for word in words
            for cluster in self.by_role[word]
            if cluster.type is EntityType.GROUP
            and cluster.mentions[0].plural
            and all(other.form is not MentionForm.NAME for other in cluster.mentions[:1])
            and not differs(cluster.country, mention.country)
        ]
        return max(known, key=lambda cluster: last_before(cluster, mention.first), default=None)

    def _only_body(self, mention: Found) -> Cluster | None:
        """Return the only body that a report calls by a noun, however far back: "the coalition", "the new group"."""
        if mention.plural or mention.restricted or mention.owner is not None or mention.modifiers:
            return None
        role = mention.roles[0].noun
        known = [
            cluster
            for cluster in self.by_role.get(role.split()[-1], ())
            if cluster.type in ORGANISED and role in cluster.nouns and not cluster.mentions[0].plural
        ]
        if len(known) != 1 or differs(known[0].country, mention.country):
            return None
        said = set().union(*(self._words(other) for other in known[0].mentions[:_READ]))
        told = self._words(mention) - tables.word_set("plain_adjective")
        return known[0] if told <= said else None

    def _named_before(self, mention: Found) -> Cluster | None:
        """Return the body whose kind a nominal tells: "Belmar Systems ... the chipmaker", "the Arden company".

        Of those named shortly before that are not known to be of another kind it is the one that is named most.
        """
        kind = mention.roles[0].sector
        if mention.plural or mention.restricted or mention.owner is not None or kind not in _TOLD_KINDS:
            return None
        fitting = [
            cluster
            for other, cluster in self._near(mention)
            if other.form is MentionForm.NAME
            and cluster.type is EntityType.ORGANISATION
            and cluster.sector in (None, kind)
            and not differs(cluster.country, mention.country)
            and not self._is_where(other)
        ]
        return max(fitting, key=lambda cluster: len(cluster.mentions), default=None)

    def _is_where(self, other: Found) -> bool:
        """Say whether a body is only where something was put: "on the Weaver page", "on Weaver"."""
        deps, heads = self.trees.deps, self.trees.heads
        named = deps[other.root] in ("compound", "nmod")
        noun = heads[other.root] if named else other.root
        return (named or deps[noun] == "pobj") and self.trees.lower[heads[noun]] in ("on", "via")


def _is_compound_of(word: str, role: Role) -> bool:
    """Say whether a noun is a role noun or a compound of it: "girl", "schoolgirl"; "person" is none of "son"."""
    noun = role.noun.split()[-1]
    if word == noun:
        return True
    return word != "person" and word.endswith(noun) and len(word) - len(noun) >= _FIRST_PART


def _named_by(cluster: Cluster, noun: str) -> bool:
    """Say whether a role noun, or a longer one that ends in it, names a cluster ("the ministry")."""
    return noun in cluster.nouns or any(known.endswith(" " + noun) for known in cluster.nouns)


def _kind_fits(word: str, sector: str | None) -> bool:
    """Say whether a general noun can name an organisation of a sector: "the agency" an outlet."""
    if sector is None:
        return word in ("group", "organization", "organisation")
    return sector in {
        "group": ("REB", "NGO"),
        "organization": ("REB", "NGO", "IGO"),
        "organisation": ("REB", "NGO", "IGO"),
        "movement": ("REB", "PTY"),
        "militia": ("REB",),
        "party": ("PTY",),
        "agency": ("MED", "GOV"),
        "newspaper": ("MED",),
        "broadcaster": ("MED",),
        "outlet": ("MED",),
        "company": ("BUS",),
        "firm": ("BUS",),
        "bloc": ("IGO",),
        "alliance": ("IGO",),
        "body": ("IGO",),
        "charity": ("NGO",),
        "bank": ("BUS",),
        "airline": ("BUS",),
    }.get(word, ())
