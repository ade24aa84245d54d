"""Hedges and doubt: words that leave open whether a thing is so, and words that hold a claim at arm's length.

A hedge weakens what is told ("may", "somewhat", "estimated"); doubt leaves a claim or a name to somebody else
("reportedly", "claimed that", "what he called", "termed"). Verbs of saying alone ("said", "told") do neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.designations.wording import Mark, hyphened_at, phrases, wording
from variorum.annotations.tables import actors as tables
from variorum.model.annotations import DesignationKind

if TYPE_CHECKING:
    from variorum.annotations.trees import Trees

_POSES = {"ADJ": "adj", "NOUN": "noun", "PROPN": "noun", "VERB": "verb", "ADV": "adv"}
_KINDS = {"hedge": DesignationKind.HEDGE, "doubt": DesignationKind.DOUBT, "loaded": DesignationKind.LOADED}
#: The reason of a verb that leaves a name to somebody.
CALLED = "what somebody called it"
#: Verbs of belief: hedges where somebody else believes that a thing is so.
_BELIEVING = frozenset({"assume", "believe", "reckon", "suppose", "theorise", "theorize"})
#: Words before "possible" that make it a degree: "everything possible", "as soon as possible".
_ALL_POSSIBLE = frozenset({"everything", "anything", "all", "as", "every", "whenever", "wherever", "best", "worst"})
#: Verbs of what comes about, by whomever: "he could face a trial".
_COMING = frozenset({"be", "become", "cause", "cost", "face", "happen", "have", "lead", "mean", "take"})
#: Words of a clause that tells what is wanted, asked or awaited: "so that they could leave", "what they could carry".
_ABLE = frozenset({"as", "before", "if", "so", "until", "what", "whatever", "whether"})
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
#: Verbs of appearance: a hedge where a description follows ("seems calm", "appears to have left").
_APPEARING = frozenset({"appear", "seem"})
#: What is left open where it is not done, not yet or only to be done: "has not been confirmed", "yet to verify".
_CONFIRMING = frozenset({"authenticate", "confirm", "corroborate", "substantiate", "verify"})
_UNDONE = frozenset({"n't", "never", "not", "unable", "yet"})
#: Tokens before a verb of confirming in which its denial stands: "has not yet been independently confirmed".
_UNDONE_REACH = 6
#: Words before a clause of which it is asked or told what somebody believes: "what they believe this is".
_ASKING = frozenset({"how", "what", "where", "which", "who", "why"})
#: Words before a noun that make a plain "claims" somebody's: "those claims".
#: Tokens after "known" in which "as" follows: "known to its critics as the trench".
_KNOWN_AS = 6
_THOSE = frozenset({"any", "other", "such", "that", "these", "this", "those"})


class Hedges:
    """The hedges and words of doubt of one report."""

    def __init__(self, trees: Trees) -> None:
        """Read the trees of a draft."""
        self.trees = trees
        self.table = wording()

    def phrase_at(self, token: int) -> tuple[int, Mark | None]:
        """Return the token after a fixed phrase that begins here, and its mark."""
        trees = self.trees
        for phrase, row in phrases().get(trees.lower[token], ()):
            after = token + len(phrase)
            if tuple(trees.lower[token:after]) == phrase and not self._of_a_kind(token, phrase):
                reason = f"{row.polarity or ''} {row.kind} phrase, table of wording".strip()
                start, end = trees.starts[token], trees.ends[after - 1]
                return after, Mark(start, end, _KINDS[row.kind], reason, None, row.polarity)
        return token, None

    def _of_a_kind(self, token: int, phrase: tuple[str, ...]) -> bool:
        """Say whether "kind of", "sort of" classify ("the kind of leader"), which holds nothing off."""
        before = self.trees.lower[token - 1] if token else ""
        return phrase in (("kind", "of"), ("sort", "of")) and before not in ("a", "is", "was", "are", "were", "feel")

    def word_at(self, token: int) -> Mark | None:
        """Return the mark of one word: a modal, a verb of naming, or a row of the table."""
        trees = self.trees
        lower, lemma = trees.lower[token], trees.lemmas[token]
        if trees.tags[token] == "MD":
            return self._modal(token)
        hyphened = self._hyphened(token)
        if hyphened is not None:
            return hyphened
        pos = _POSES.get(trees.poses[token])
        if pos is None:
            return None
        if pos == "verb" and trees.deps[token] == "amod" and (lower, "adj") in self.table:
            pos = "adj"
        if pos == "verb" and ((lemma, "named") in self.table or lemma in ("term", "dub", "style", "identify")):
            return self._naming(token)
        if pos == "verb" and lemma in _CONFIRMING:
            return self._unconfirmed(token)
        if pos == "verb" and lemma in ("accuse", "know"):
            return self._charged(token)
        row = self.table.get((lower, pos)) or self.table.get((lemma, pos))
        if row is None or row.kind == "loaded":
            return None
        if row.kind == "hedge":
            return self._hedge(token, pos)
        return self._doubt(token, pos)

    def _mark(self, token: int, kind: DesignationKind, reason: str, last: int | None = None) -> Mark:
        """Return a mark on a word, or on the words up to ``last``."""
        return Mark(self.trees.starts[token], self.trees.ends[token if last is None else last], kind, reason)

    def _modal(self, token: int) -> Mark | None:
        """Mark "may" and "might", and "could" where it says what may come; permission and ability are no hedges."""
        lower = self.trees.lower[token]
        possible = lower == "might" or (lower == "may" and not self._forbids(token))
        if possible or (lower == "could" and self._may_come(token)):
            last = token
            while self.trees.lower[last + 1 : last + 2] in (["have"], ["be"], ["been"]):
                last += 1  # "may have been"
            return self._mark(token, DesignationKind.HEDGE, "modal of possibility", last)
        return None

    def _forbids(self, token: int) -> bool:
        """Say whether "may not" forbids: "this text may not be printed"."""
        trees, verb = self.trees, self.trees.heads[token]
        denied = trees.lower[token + 1 : token + 2] == ["not"]
        return denied and trees.child(verb, "auxpass") >= 0 and trees.lemmas[verb] != "know"

    def _may_come(self, token: int) -> bool:
        """Say whether "could" tells a chance: no ability ("what they could carry"), nor its denial ("could not")."""
        trees, verb = self.trees, self.trees.heads[token]
        if trees.child(verb, "neg") >= 0 or trees.lower[token + 1 : token + 2] in (["not"], ["n't"]):
            return False
        if any(trees.lower[child] in _ABLE for child in trees.children[verb]):
            return False
        return trees.lemmas[verb] in _COMING or self._said_of_a_thing(verb)

    def _said_of_a_thing(self, verb: int) -> bool:
        """Say whether the subject of a verb is a thing, which has chances rather than abilities: "the ad could win"."""
        trees = self.trees
        subject = trees.child(verb, "nsubj", "nsubjpass")
        if subject < 0 or trees.lower[subject] == "this":
            return subject >= 0
        return trees.poses[subject] in ("NOUN", "NUM") and tables.role_of(trees.lower[subject]) is None

    def _hyphened(self, token: int) -> Mark | None:
        """Mark a hyphened word that the parser splits: "so-called", "self-styled"."""
        word = hyphened_at(self.trees, token)
        row = None if word is None else self.table.get((word, "adj"))
        if row is None or row.kind == "loaded":
            return None
        return self._mark(token, _KINDS[row.kind], f"{row.kind}, table of wording", token + 2)

    def _naming(self, token: int) -> Mark | None:
        """Mark a verb of calling that leaves a name to somebody: "termed a raid", "described as", "calls itself"."""
        trees = self.trees
        lemma, following = trees.lemmas[token], trees.lower[token + 1 : token + 2]
        if trees.deps[token] == "amod":
            return None
        reason = CALLED
        if any(trees.lower[child] in ("what", "whatever") for child in trees.children[token]):
            return self._mark(token, DesignationKind.DOUBT, reason, token + 1 if following == ["as"] else None)
        itself = token + 1 if following and following[0] in _REFLEXIVES else token
        if itself > token and (
            lemma in ("call", "describe", "style") or trees.lower[itself + 1 : itself + 2] == ["as"]
        ):
            return self._mark(token, DesignationKind.DOUBT, reason, itself)
        if lemma in ("term", "dub", "brand", "style"):
            return self._mark(token, DesignationKind.DOUBT, reason)
        if lemma not in ("describe", "portray", "characterize", "characterise", "label"):
            return None  # "called it a raid" says as little as "said"
        if following == ["as"]:
            return self._mark(token, DesignationKind.DOUBT, reason, token + 1)
        as_ = any(trees.lower[child] == "as" for child in trees.children_of(token, "prep"))
        named = as_ or (lemma == "label" and trees.child(token, "oprd", "ccomp") >= 0)
        return self._mark(token, DesignationKind.DOUBT, reason) if named else None

    def _hedge(self, token: int, pos: str) -> Mark | None:
        """Return a hedge in its construction."""
        trees, lemma = self.trees, self.trees.lemmas[token]
        if pos == "verb" and lemma in ("suggest", "imply", "hint"):
            return self._suggestion(token)
        if pos == "verb" and lemma in _APPEARING:
            return self._appearance(token)
        if (
            pos == "verb"
            and lemma == "suspect"
            and trees.tags[token] != "VBN"
            and trees.child(token, "ccomp", "xcomp") < 0
        ):
            return None
        if pos == "verb" and lemma in _BELIEVING and not self._believes(token):
            return None
        if trees.lower[token] == "possible" and not self._is_chance(token):
            return None
        if lemma in ("likelihood", "guess") and trees.deps[token] == "dobj":
            return None
        if pos == "adj" and lemma in tables.word_set("provisional") and not self._is_of_news(token):
            return None
        if lemma in ("fear", "feared") and trees.deps[token] == "amod":
            return None  # "a feared general" is dreaded
        if lemma in ("likely", "potential") and trees.deps[token] == "amod" and lemma == trees.lower[token]:
            return None  # "likely voters", "potential buyers": a class of people or things
        if lemma == "unknown" and trees.deps[token] not in ("acomp", "oprd"):
            return None  # "an unknown number"
        return self._weakened(token)

    def _appearance(self, token: int) -> Mark | None:
        """Mark what seems or appears to be so, with its "to"; "appeared in court" is an event."""
        trees = self.trees
        to = trees.lower[token + 1 : token + 2] == ["to"]
        if trees.lemmas[token] == "appear" and not to and trees.child(token, "xcomp", "oprd", "acomp", "ccomp") < 0:
            return None
        mark = self._weakened(token)
        if to and trees.tags[token + 1] == "TO":
            mark.end = trees.ends[token + 1]
        return mark

    def _unconfirmed(self, token: int) -> Mark | None:
        """Mark what is not confirmed: "it could not be verified", "the ministry has yet to confirm it"."""
        trees, denied, first = self.trees, False, token
        low = max(trees.ranges[trees.sentences[token]][0], token - _UNDONE_REACH)
        while first > low and (trees.lower[first - 1] in _UNDONE or trees.poses[first - 1] in ("AUX", "ADV", "PART")):
            first -= 1
            denied = denied or trees.lower[first] in _UNDONE
        return Mark(trees.starts[first], trees.ends[token], DesignationKind.HEDGE, "not confirmed") if denied else None

    def _is_of_news(self, token: int) -> bool:
        """Say whether what is known is provisional ("a preliminary toll"), and not a talk or a hearing."""
        trees = self.trees
        return trees.deps[token] != "amod" or trees.lemmas[trees.heads[token]] in tables.word_set("news")

    def _is_chance(self, token: int) -> bool:
        """Say whether "possible" tells a chance, not a degree nor an ability: "made it possible to leave"."""
        trees = self.trees
        if token and trees.lower[token - 1] in _ALL_POSSIBLE:
            return False
        able = trees.child(token, "xcomp") >= 0 or trees.lower[token + 1 : token + 2] == ["to"]
        return not able and trees.lemmas[trees.heads[token]] != "make"

    def _believes(self, token: int) -> bool:
        """Say whether somebody is said to believe that a thing is so, and not asked: "they believe it fell"."""
        trees = self.trees
        subject = trees.child(token, "nsubj")
        clause = trees.child(token, "ccomp")
        if clause < 0 or subject < 0 or trees.lower[subject] == "you":
            return False
        if subject and trees.lower[subject - 1] in _ASKING:
            return False
        # "they believe that taxes should fall", "they believe it will rain": an opinion, not what happened
        return all(trees.tags[child] != "MD" for child in trees.children_of(clause, "aux"))

    def _first_auxiliary(self, verb: int) -> int:
        """Return the first of the auxiliaries right before a denied verb: "did not appear"."""
        trees, first = self.trees, verb
        while first > 0 and trees.heads[first - 1] == verb and trees.deps[first - 1] in ("aux", "auxpass", "neg"):
            first -= 1
        return first

    def _suggestion(self, token: int) -> Mark | None:
        """Mark what rumours, figures or reports suggest; a person who suggests a thing proposes it."""
        trees = self.trees
        if trees.child(token, "ccomp") < 0:
            return None
        subject = trees.child(token, "nsubj")
        if subject >= 0 and (trees.poses[subject] in ("PROPN", "PRON") or tables.role_of(trees.lower[subject])):
            return self._weakened(token) if trees.lemmas[token] == "hint" else None
        return self._weakened(token)

    def _weakened(self, token: int) -> Mark:
        """Return the mark of a hedging word, with the auxiliaries of a denied verb: "has not been suggested"."""
        mark = self._mark(token, DesignationKind.HEDGE, "hedge, table of wording")
        if self.trees.poses[token] == "VERB" and self.trees.child(token, "neg") >= 0:
            mark.start = self.trees.starts[self._first_auxiliary(token)]
        return mark

    def _charged(self, token: int) -> Mark | None:
        """Mark what somebody is accused of, and a name that others have for a thing."""
        trees, lemma = self.trees, self.trees.lemmas[token]
        after = next((at for at in range(token + 1, min(token + _KNOWN_AS, len(trees.lower)))
                      if trees.lower[at] == "as"), -1)  # fmt: skip
        if lemma == "know":
            by = trees.tags[token] == "VBN" and trees.lower[token + 1 : token + 2] in (["to"], ["by"], ["among"])
            return self._mark(token, DesignationKind.DOUBT, CALLED, after) if by and after > 0 else None
        of = trees.lower[token + 1 : token + 2] == ["of"]
        passive = trees.tags[token] == "VBN" and trees.deps[token] != "amod"
        return self._mark(token, DesignationKind.DOUBT, "accusation", token + 1) if of and passive else None

    def _doubt(self, token: int, pos: str) -> Mark | None:
        """Return a word of doubt in its construction; "claimed responsibility", "claimed 40 lives" assert."""
        trees, lemma = self.trees, self.trees.lemmas[token]
        if pos == "verb" and lemma == "claim":
            direct = trees.child(token, "dobj")
            clause = trees.child(token, "ccomp", "xcomp") >= 0
            if direct >= 0 and not clause and trees.lemmas[direct] not in ("that", "this", "it"):
                return None
        if pos == "verb" and lemma in ("assert", "insist", "contend", "maintain") and trees.child(token, "ccomp") < 0:
            return None
        if pos == "noun" and not self._is_somebodys(token):
            return None
        if lemma in ("sceptical", "skeptical") and trees.child(token, "prep") < 0:
            return None
        return self._mark(token, DesignationKind.DOUBT, "doubt, table of wording")

    def _is_somebodys(self, token: int) -> bool:
        """Say whether a claim is told to be somebody's or about something: "his claim that", "those claims"."""
        trees = self.trees
        if trees.child(token, "acl", "prep", "poss") >= 0:
            return True
        return any(trees.lower[child] in _THOSE for child in trees.children[token])
