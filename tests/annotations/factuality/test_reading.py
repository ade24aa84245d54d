"""Promises on factuality: negated, conditional, to come, possible, or plain fact."""

from __future__ import annotations

import pytest

from variorum.annotations.factuality.reading import FactualityReader
from variorum.annotations.factuality.status import Modality
from variorum.annotations.trees import trees_of


@pytest.fixture(scope="module")
def status(draft_of):
    """Return a function: text and a word in it to the status of that word."""

    def read(text, word):
        trees = trees_of(draft_of(text))
        return FactualityReader(trees).status_of(trees.lower.index(word))

    return read


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army did not attack the village.", "attack"),
        ("The minister has never met the envoy.", "met"),
        ("The minister failed to meet the envoy.", "meet"),
        ("The rebels refused to leave the town.", "leave"),
        ("Norland condemned the mayor rather than condemning the gunmen.", "condemning"),
        ("He left without meeting the envoy.", "meeting"),
        ("No one was killed in the fire.", "killed"),
        ("The general denied attacking the village.", "attacking"),
        ("The meeting has not taken place.", "meeting"),
        ("The planned visit was cancelled.", "visit"),
        ("The move has not led to a rebound.", "rebound"),
        ("The report that the king fled is false.", "fled"),
        ("The rumour that the singer died on Sunday is untrue.", "died"),
        ("The opera was cancelled on Friday before the tenor had sung a note.", "sung"),
        ("The firm neither paid the cook nor thanked her.", "paid"),
        ("The firm neither paid the cook nor thanked her.", "thanked"),
        ("Never before had the tenor sung in Odda.", "sung"),
        ("The driver should have closed the gate.", "closed"),
        ("The trainer denied on Sunday having bribed the umpire.", "bribed"),
        ("Divers tried in vain to free the seal.", "free"),
        ("Hardly anyone danced.", "danced"),
        ("The boy nearly choked.", "choked"),
    ],
)
def test_what_did_not_happen_is_negated(status, text, word):
    """Negation is read at the word and in what governs it."""
    assert status(text, word).negated


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army attacked the village.", "attacked"),
        ("The minister met the envoy.", "met"),
        ("The minister did not fail to meet the envoy.", "meet"),
        ("The rebels left when the army attacked.", "attacked"),
        ("The attack on the village was not reported for days.", "attack"),
        ("She managed to reach the town.", "reach"),
        ("The guard could not help laughing.", "laughing"),
        ("The twins went on to open a mill.", "open"),
        ("Profits nearly doubled.", "doubled"),
        ("No sooner had the siren stopped in Odda than the windows were smashed.", "smashed"),
    ],
)
def test_what_is_told_as_fact_is_fact(status, text, word):
    """Nothing is doubted that the words do not doubt."""
    found = status(text, word)
    assert not found.negated
    assert found.modality is Modality.FACT


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The minister will meet the envoy.", "meet"),
        ("Norland seeks to mediate between the two sides.", "mediate"),
        ("The union vowed to strike in May.", "strike"),
        ("The president called for a meeting of the council.", "meeting"),
        ("The two are going to meet in May.", "meet"),
        ("She is to meet the envoy in May.", "meet"),
        ("The planned visit drew anger.", "visit"),
        ("Ahead of Friday's vote in Odda, police closed the square.", "vote"),
    ],
)
def test_what_is_intended_or_to_come_is_future(status, text, word):
    """Futures, intentions, offers and plans have not happened yet."""
    assert status(text, word).modality is Modality.FUTURE


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army may attack the village.", "attack"),
        ("The minister might reconsider the deal.", "reconsider"),
        ("He suggested the possibility of a meeting.", "meeting"),
        ("The rebels appear to have attacked the village.", "attacked"),
        ("Perhaps the two met in May.", "met"),
        ("It is not clear if the skipper left the boat.", "left"),
        ("The mayor does not rule out that the bridge cracked on Monday.", "cracked"),
        ("Chances are that the board in Oslo backs the plan.", "backs"),
        ("Whether the driver braked or fell asleep nobody can tell.", "braked"),
        ("Whether the driver braked or fell asleep nobody can tell.", "fell"),
    ],
)
def test_what_is_merely_possible_is_possible(status, text, word):
    """Modals and doubting words leave a thing possible."""
    assert status(text, word).modality is Modality.POSSIBLE


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("If the rebels attack, the army will respond.", "attack"),
        ("If the rebels attack, the army will respond.", "respond"),
        ("As soon as he takes a step, we will show the same approach.", "show"),
        ("We will not sign unless they leave.", "leave"),
        ("If the wind turns and the sea rises, the ferry will stay.", "rises"),
        ("Were the judge to cancel the vote, the firm could sue.", "cancel"),
        ("Pupils must leave the school in case a wall falls down.", "falls"),
        ("Assuming the council approves the loan on Monday, the pool opens in May.", "approves"),
        ("Were the board to drop the plan, the builder would have to quit.", "quit"),
        ("In the event of a fire, the doors are to be closed.", "closed"),
        ("Nobody will be let in until the guests have paid.", "paid"),
        ("Any boat that arrives late pays a fine.", "arrives"),
        ("Drivers who refuse will be fined.", "refuse"),
        ("Anyone caught inside will be jailed.", "caught"),
        ("Otherwise, the baker warned, the town would sell its oven in May.", "sell"),
    ],
)
def test_conditions_and_what_hangs_on_them_are_conditional(status, text, word):
    """Both the condition and its consequence are told as conditional."""
    assert status(text, word).modality is Modality.CONDITIONAL


def test_hearsay_is_hedged(status):
    """The words "Reportedly", "allegedly" and "the alleged" mark hearsay."""
    assert status("The mayor reportedly met the envoy.", "met").hedged
    assert status("The alleged attack shocked the town.", "attack").hedged
