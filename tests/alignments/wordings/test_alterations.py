"""Promises on alterations: what makes two wordings of one utterance two different utterances, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.alignments.wordings.alterations import find_alterations, is_altered_twin

WORDS = st.lists(
    st.sampled_from(
        [
            "not",
            "we",
            "40",
            "52",
            "boats",
            "came",
            "Ana",
            "Korb",
            "sixty",
            "million",
            "the",
            "never",
            "open",
            "closed",
            "left",
            "right",
            "before",
            "rather than",
            "every second",
            "but",
        ]
    ),
    max_size=14,
)


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        ("We lost 40 boats.", "We lost 52 boats.", ["number"]),
        ("We lost forty boats.", "We lost 40 boats.", []),
        ("We lost 1,200 boats.", "We lost twelve hundred boats.", []),
        ("It costs 1.2 million euros.", "It costs 1,200,000 euros.", []),
        ("It costs two hundred and fifty euros.", "It costs 250 euros.", []),
        ("About 1,200 people came.", "In all 1,187 people came.", []),
        ("In the 3rd quarter we lost money.", "In the third quarter we lost money.", []),
        ("We lost 40 boats.", "We lost boats.", []),
        ("The pipe is 10 miles long.", "The pipe is 16 kilometres long.", []),
        ("They will come.", "They will not come.", ["negation"]),
        ("They won't come.", "They will not come.", []),
        ("We shall not stop.", "We will continue.", []),
        ("We shall not stop.", "We shall never stop.", []),
        ("I do not think that they will come.", "I think that they will not come.", []),
        ("We will not leave until they pay.", "We will leave only when they pay.", []),
        ("Korb will keep the mill.", "Korb is giving up the mill.", ["opposite"]),
        ("Korb will hold on to the mill.", "Korb will let go of the mill.", ["opposite"]),
        ("Korb will keep the mill.", "Korb is giving bread to the mill.", []),
        ("Korb will keep the mill.", "Korb will not give up the mill.", []),
        ("The alarm was set off by smoke.", "The alarm was not set off by smoke.", ["negation"]),
        ("They refused to sign the contract.", "They will sign the contract.", ["negation"]),
        ("Nobody will close the school.", "No one is going to close the school.", []),
        ("I asked Imre Halasz today.", "I asked Nadia Korb today.", ["name"]),
        ("I asked Imre Halasz today.", "I asked Imre Halász today.", []),
        ("The Turkish army will leave.", "The army of Turkey will leave.", []),
        ("We will vote on Monday.", "We will vote on Thursday.", ["name"]),
        ("In the thirtieth week we won.", "In the fortieth week we won.", ["number"]),
        ("We sold four boats in two days.", "We sold two boats in four days.", ["number"]),
        ("Korb hit Halasz first.", "Halasz hit Korb first.", ["name"]),
        ("My son is guilty of nothing.", "My son is guilty.", ["negation"]),
        ("Every boat leaks.", "Hardly a boat leaks.", ["negation"]),
        ("The gate is open.", "The gate is closed.", ["opposite"]),
        ("We will open the gate at noon.", "At noon the gate shall stay closed.", ["opposite"]),
        ("The gate is not open.", "The gate is closed.", []),
        ("The left engine burned.", "The right engine burned.", ["opposite"]),
        ("We are for the bridge.", "We are against the bridge.", ["opposite"]),
        ("All boats came back.", "Half of the boats came back.", ["opposite"]),
        ("Half of it is paid.", "Nothing of it is paid.", ["negation"]),
        ("The gate is big.", "The gate is large.", []),
        ("Korb came, and Halasz left.", "Korb came and then Halasz left.", []),
        ("The owner warned the crew about the pumps.", "The crew warned the owner about the pumps.", ["role"]),
        ("We had warned the lock keeper.", "The lock keeper had warned us.", ["role"]),
        (
            "We would sooner sell two masts than buy one sail.",
            "We would sooner sell two sails than buy one mast.",
            ["role"],
        ),
        ("Ropes and sails were lost.", "Sails and ropes were lost.", []),
        ("Reyes met Korb in Dorn.", "Korb met Reyes in Dorn.", []),
        ("The captain is the owner.", "The owner is the captain.", []),
        ("The mast must be cut.", "The mast may be cut.", ["opposite"]),
        ("It takes two days.", "It takes two weeks.", ["opposite"]),
        ("Most skippers agreed.", "Some skippers agreed.", ["opposite"]),
        ("The divers saw nothing there.", "The divers saw an anchor there.", ["negation"]),
        ("The crew was paid before the trip.", "The crew was not paid before the trip.", ["negation"]),
        ("The pipe is 10 miles long.", "The pipe is 10 kilometres long.", ["number"]),
        ("It holds one and a half million litres.", "It holds two and a half million litres.", ["number"]),
        ("It holds one and a half million litres.", "It holds 1.5 million litres.", []),
        ("It costs a million euros.", "It costs a billion euros.", ["number"]),
        ("A dozen boats came.", "Two dozen boats came.", ["number"]),
        ("Two thirds of them agreed.", "One third of them agreed.", ["number"]),
        ("It weighs half a tonne.", "It weighs a tonne.", ["number"]),
        ("We found one body.", "We found three bodies.", ["number"]),
        ("I waited twice as long.", "I waited three times as long.", ["number"]),
        ("No one can enter.", "Anyone can enter.", ["negation"]),
        ("The hall is far from full.", "The hall is full.", ["negation"]),
        ("It has yet to be proved.", "It has not been proved.", []),
        ("It will happen again.", "It could happen again.", ["opposite"]),
        ("He was slightly hurt.", "He was seriously hurt.", ["opposite"]),
        ("We came during the match.", "We came after the match.", ["opposite"]),
        ("We have sold the mill.", "We will sell the mill.", ["tense"]),
        ("We have sold the mill.", "They had sold the mill.", []),
        ("We have seen it and will see it again.", "He had seen it and would see it again.", []),
        ("The order came from General Korb.", "General Halasz had given the order.", ["name"]),
        ("My sister Ana took the picture.", "The picture was taken by my sister Rosa.", ["name"]),
        ("I cannot find the key.", "I am unable to find the key.", []),
        ("The pumps were tested before the race.", "Nobody tested the pumps before the race.", ["negation"]),
        ("She will lend it to the museum.", "I would sell it to the museum.", ["opposite"]),
        ("They pay for every sheep.", "They pay for every second sheep.", ["opposite"]),
        ("I have nothing to hide.", "I have something to hide, but not that.", ["negation"]),
        ("The road is open, but the quay is not safe.", "The road is closed, but the quay is not safe.", ["opposite"]),
        ("They expect prices to fall by May.", "They expect prices to rise before May is out.", ["opposite"]),
        ("We got out of the house.", "We did get out of the house.", []),
        ("It is a matter of money and not of faith.", "It is a matter of faith and not of money.", ["role"]),
        ("They build the school before the road.", "The road is built before the school.", ["role"]),
        ("After the storm we found the boat.", "We found the boat after the storm.", []),
        ("She is a nurse rather than a doctor.", "She is not a doctor but a nurse.", []),
        ("It happened thirty times since May.", "It happened on 19 May.", []),
        ("We asked for eleven ships.", "They had asked for twelve vessels.", ["number"]),
        ("At no time was the bridge shut.", "For a day the bridge had been shut.", ["negation"]),
        ("By no means is the bridge shut.", "The bridge is not shut.", []),
        ("The flood broke six windows and not one door.", "The flood broke six windows and one door.", ["negation"]),
        ("We want not one bridge but two.", "We want two bridges, and one will not do.", []),
        ("We waited for a week and a half, it rained.", "All week we waited, and it rained for ten days.", []),
        ("The bus will leave the yard at dawn.", "The bus would come out of the yard at dawn.", []),
        ("The bus will leave the yard at dawn.", "The bus would arrive in the yard at dawn.", ["opposite"]),
        ("For two nights no stove was lit.", "The stoves stayed cold for two nights.", []),
        ("No boats were found near the pier.", "Boats were seen near the pier.", ["negation"]),
        ("Nine people were up on the roof.", "We counted seven men who could not climb down.", ["number"]),
        ("We do not think that the smoke did it.", "The smoke may well have played a part.", ["negation"]),
        ("I have never owned land there.", "He had once held land there.", ["negation"]),
        ("The crew was told to slow the engine.", "The crew got the order to reduce speed of the engine.", []),
        ("The mill burned because the guard did not wake.", "It was for the guard to see that.", []),
        ("There is nothing else on the shelf.", "All that the shelf holds is this.", []),
        ("The bridge is no longer safe.", "Whoever walks on the bridge is in danger.", []),
    ],
)
def test_alterations(left, right, kinds):
    """A number, a negation or a name in another one's place alters; another way to write or say it does not."""
    assert [item.kind for item in find_alterations(left, right)] == kinds
    assert [item.kind for item in find_alterations(right, left)] == kinds


@pytest.mark.parametrize(
    ("left", "right", "twin"),
    [
        ("The stamp is genuine.", "The stamp is forged.", True),
        ("I have known her since the war.", "I have never known her.", True),
        ("We can pay that.", "We cannot pay that any longer.", True),
        ("The stamp is genuine.", "The stamp is green and genuine.", False),
        ("The stamp is genuine.", "The letter is forged.", False),
        ("It is open.", "It is closed.", False),
    ],
)
def test_twins(left, right, twin):
    """Two short sentences are twins where nothing but the alteration differs, and something is shared."""
    assert is_altered_twin(left, right) is twin
    assert is_altered_twin(right, left) is twin


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text(left, right):
    """Any two texts are compared, and no text is altered against itself."""
    assert find_alterations(left, left) == ()
    find_alterations(left, right)


@given(WORDS, WORDS)
def test_swapping_mirrors(left, right):
    """The alterations of two wordings are those of the swapped pair, mirrored."""
    one, two = " ".join(left), " ".join(right)
    mirrored = {(item.kind, item.right, item.left) for item in find_alterations(two, one)}
    assert {(item.kind, item.left, item.right) for item in find_alterations(one, two)} == mirrored
