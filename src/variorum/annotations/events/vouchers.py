"""Vouchers: who vouches for an event, where it is not the outlet.

The quotations of the report say it of most. The tree says it of clauses under verbs and nouns by which somebody gives
an account without being quoted: "maintained that the lorry had skidded", "the army's version is that it strayed".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.events.clauses import JUDGING
from variorum.annotations.factuality.words import TAKING_AS_KNOWN, TAKING_FOR_TRUE
from variorum.word_lists import listed

if TYPE_CHECKING:
    from variorum.annotations.arguments import ArgumentReader
    from variorum.annotations.events.drafts import EventDraft
    from variorum.annotations.factuality.reading import FactualityReader
    from variorum.annotations.trees import Trees
    from variorum.annotations.voices import VoiceReader
    from variorum.model.annotations import Quotation

#: Verbs of learning something from somebody, who vouches for it.
_LEARNING = frozenset({"hear", "learn", "gather"})
#: Verbs whose passive does the same: "was told that the pit had flooded".
_TELLING = frozenset({"tell", "inform", "assure"})
#: Verbs with the preposition behind which they charge somebody with something.
_CHARGING = frozenset(
    {"accuse of", "suspect of", "blame for", "charge with", "fault for", "indict for", "denounce for"}
)
#: Verbs by which somebody says of themselves what they did: "admitted taking the ring".
_OWNING_UP = frozenset({"admit", "confess", "recall", "remember", "acknowledge", "report", "describe", "mention"})
#: Verbs by which a clause is somebody's account, read as a quotation or not: "maintained that it skidded".
_GIVING_ACCOUNT = listed("""
    say tell state claim maintain contend assert allege argue insist recall recollect remember recount relate testify
    declare affirm aver attest swear vow reckon estimate conclude rule write post tweet report announce confirm stress
    boast brag complain explain comment remark add note respond reply counter retort protest plead confide confess
    certify disclose warn suggest hold submit
""")
#: Verbs by whose "as" somebody is given the words: "is quoted as saying", "was cited as having seen".
_QUOTING = listed("quote cite record describe report")
#: Nouns that a clause with "be" fills: "the army's version is that it strayed".
_VERSIONS = listed("""
    account version case claim argument contention story allegation assertion explanation position defence defense
    testimony line view opinion charge complaint statement suggestion theory belief impression word message verdict
    conclusion assessment finding understanding feeling sense conviction
""")
#: Governors above a clause in which somebody who vouches for it is looked for.
_DEPTH = 12
#: Nouns of what somebody gives as their version.
_ACCOUNTS = frozenset({"account", "view", "telling", "version", "opinion", "estimate", "reckoning", "admission"})
#: Verbs by which a clause with "as" vouches for its main clause.
_VOUCHING = frozenset({"tell", "say", "report", "put", "admit", "write", "explain", "state", "testify", "note"})


class VoucherReader:
    """Finds who vouches for the events of one draft."""

    def __init__(
        self, trees: Trees, voices: VoiceReader, arguments: ArgumentReader, factuality: FactualityReader
    ) -> None:
        """Keep what vouchers are read from."""
        self._trees = trees
        self._voices = voices
        self._arguments = arguments
        self._factuality = factuality

    def told_by(self, event: EventDraft, quotation: Quotation | None) -> tuple[bool, str | None]:
        """Say whether somebody vouches for an event, and who: entity id, else words, else None."""
        voices = self._voices
        if quotation is not None:
            if self._is_judged(event, quotation):
                return False, None
            return not self._is_owned(event, quotation), voices.source_of(quotation)
        trailing = voices.trailing_of(event.token)
        if trailing >= 0:
            named = self._arguments.subjects(trailing)
            return True, named[0] if named else voices.words_before(trailing)
        for read in (self._accused_by, self._learned_from, self._by_account, self._governed_by):
            known, source = read(event.verb)
            if known:
                return True, source
        first = self._trees.first_conjunct(event.verb)
        if first != event.verb and self._trees.child(event.verb, "nsubj", "nsubjpass") < 0:
            # "By its own account, the firm lied and hid the files"
            return self._by_account(first)
        return False, None

    def _is_owned(self, event: EventDraft, quotation: Quotation) -> bool:
        """Say whether the verb of saying takes what it tells for true: "admitted that she had lied"."""
        taken = quotation.cue_lemma in TAKING_FOR_TRUE and not self._voices.is_direct(quotation, event.token)
        return taken and not event.nominal and self._trees.is_finite(event.verb)

    def _is_judged(self, event: EventDraft, quotation: Quotation) -> bool:
        """Say whether a quotation only judges an event, which is there: "condemned the raid in Ulm"."""
        trees = self._trees
        cue = trees.heads[event.token]
        definite = any(
            trees.deps[child] == "poss" or trees.lower[child] in ("the", "this", "these", "those")
            for child in trees.children[event.token]
        )
        judged = event.nominal and definite and trees.deps[event.token] == "dobj" and trees.lemmas[cue] in JUDGING
        return judged and self._voices.cues.get(cue) is quotation

    def _learned_from(self, verb: int) -> tuple[bool, str | None]:
        """Say whether the clause of a verb was learned from somebody, and from whom: "heard from the baker that"."""
        trees = self._trees
        above = trees.heads[verb]
        if trees.deps[verb] != "ccomp" or above == verb or trees.child(verb, "mark") < 0:
            return False, None
        told = trees.lemmas[above] in _TELLING and trees.child(above, "auxpass") >= 0
        if not told and trees.lemmas[above] not in _LEARNING:
            return False, None
        for word, target in trees.prepositions(above):
            if word in ("from", "by") and target >= 0:
                entity = self._arguments.entity_of(target)
                return True, entity or self._voices.words_of(target)
        return told or trees.lemmas[above] == "hear", None

    def _accused_by(self, verb: int) -> tuple[bool, str | None]:
        """Say whether a deed is somebody's charge alone, and whose: "is accused of jailing poets"."""
        trees = self._trees
        preposition = trees.heads[verb]
        above = trees.heads[preposition]
        if trees.is_noun(above):
            # "accused militiamen of burning a mill": a parser hangs "of" on them
            above = trees.heads[above]
        if trees.deps[verb] != "pcomp" or f"{trees.lemmas[above]} {trees.lower[preposition]}" not in _CHARGING:
            return False, None
        if trees.child(above, "auxpass") >= 0 or trees.child(above, "nsubj") < 0:
            return True, next(iter(self._arguments.agents(above)), None)
        return True, self._speaker_of(above) or None

    def _by_account(self, verb: int) -> tuple[bool, str | None]:
        """Say whether a phrase vouches for a clause: "by her own account", "as the coroner told the court"."""
        trees = self._trees
        for child in trees.children[verb]:
            if trees.deps[child] == "prep":
                noun = trees.child(child, "pobj")
                whose = trees.child(noun, "poss") if noun >= 0 and trees.lemmas[noun] in _ACCOUNTS else -1
                if whose >= 0:
                    return True, self._arguments.entity_of(whose) or self._voices.words_of(noun)
                if (speaker := self._in_words_of(child, noun)) >= 0:
                    return True, self._arguments.entity_of(speaker) or self._voices.words_of(speaker)
                inner = trees.child(child, "prep")
                if trees.lower[child] == "according" and inner >= 0 and (named := trees.child(inner, "pobj")) >= 0:
                    return True, self._arguments.entity_of(named) or self._voices.words_of(named)
            elif trees.deps[child] == "advcl" and trees.lemmas[child] in _VOUCHING and child < verb:
                subject = trees.child(child, "nsubj")
                if subject >= 0 and any(trees.lower[mark] == "as" for mark in trees.children_of(child, "mark")):
                    return True, self._arguments.entity_of(subject) or self._voices.words_of(subject)
        return False, None

    def _in_words_of(self, preposition: int, noun: int) -> int:
        """Return whose words a clause is put in: "in the words of one envoy, the depot was empty"; or -1.

        "In the view of the union" does the same.
        """
        trees = self._trees
        if noun < 0 or trees.lower[preposition] not in ("in", "by", "on"):
            return -1
        if trees.lower[noun] != "words" and trees.lemmas[noun] not in _ACCOUNTS:
            return -1
        return next((target for word, target in trees.prepositions(noun) if word == "of"), -1)

    def _governed_by(self, token: int) -> tuple[bool, str | None]:
        """Say whether a governor makes what stands under it somebody's account, and whose."""
        trees = self._trees
        for _ in range(_DEPTH):
            head = trees.heads[token]
            if head == token:
                break
            label = trees.deps[token]
            if label == "ccomp" and (told := self._of_clause(token, head)) is not None:
                return True, told or None
            if label == "xcomp" and trees.tags[token] == "VBG" and trees.lemmas[head] in _OWNING_UP:
                # "admitted taking the ring"
                return True, self._speaker_of(head) or None
            if label == "relcl" and (telling := self._told_to(token, head)) >= 0:
                return True, self._speaker_of(telling) or None
            if label == "pcomp" and trees.lower[head] == "as" and trees.lemmas[trees.heads[head]] in _QUOTING:
                # "is quoted as having seen the wreck"
                return True, self._quoted(trees.heads[head])
            token = head
        return False, None

    def _of_clause(self, clause: int, head: int) -> str | None:
        """Return whose account a clause is by the verb above it ("" for nobody named), or None where it is none."""
        trees, lemma = self._trees, self._trees.lemmas[head]
        if lemma == "be":
            subject = trees.child(head, "nsubj")
            if subject < 0 or trees.lemmas[subject] not in _VERSIONS or trees.child(clause, "mark") < 0:
                return None
            return self._owner_of(subject)
        if any(trees.lower[mark] in ("whether", "if") for mark in trees.children_of(clause, "mark")):
            return None
        if lemma in _QUOTING and trees.child(head, "prep") > clause:
            # "The bridge was shut, officials were quoted as saying"
            said = trees.child(trees.child(head, "prep"), "pcomp")
            return (self._quoted(head) or "") if said >= 0 else None
        if lemma not in _GIVING_ACCOUNT or trees.child(head, "nsubj", "agent") < 0:
            return None
        if lemma in TAKING_AS_KNOWN and self._factuality.status_of(head).negated:
            return None
        return self._speaker_of(head)

    def _speaker_of(self, verb: int) -> str:
        """Return who says something by a verb: entity id, else words, else ""."""
        trees = self._trees
        named = self._arguments.agents(verb) if trees.child(verb, "auxpass") >= 0 else self._arguments.subjects(verb)
        subject = trees.child(verb, "nsubj")
        return next(iter(named), None) or (self._voices.words_of(subject) if subject >= 0 else "")

    def _told_to(self, clause: int, noun: int) -> int:
        """Return the verb by which a clause is told to somebody whom it seems to describe, or -1.

        "Told the radio station that soldiers had fired": a parser takes the clause for one about the station.
        """
        trees = self._trees
        verb = trees.heads[noun]
        opened = any(trees.lower[child] == "that" and trees.tags[child] == "IN" for child in trees.children[clause])
        told = trees.deps[noun] in ("dobj", "dative") and trees.lemmas[verb] in _TELLING
        return verb if told and opened and trees.child(clause, "nsubj", "nsubjpass") >= 0 else -1

    def _quoted(self, verb: int) -> str | None:
        """Return who is quoted by a verb of quoting: its object, in the passive its subject."""
        trees = self._trees
        who = trees.child(verb, "nsubjpass", "dobj")
        return (self._arguments.entity_of(who) or self._voices.words_of(who)) if who >= 0 else None

    def _owner_of(self, noun: int) -> str:
        """Return whose version a noun names, "" where nobody is named: "the army's version", "the view of the army"."""
        trees = self._trees
        who = trees.child(noun, "poss")
        if who < 0:
            who = next((target for word, target in trees.prepositions(noun) if word in ("of", "by", "from")), -1)
        return (self._arguments.entity_of(who) or self._voices.words_of(who)) if who >= 0 else ""
