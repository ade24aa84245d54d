"""Places that are told beside what happened: where those live who tell of it, where the report was written.

"The tunnel collapsed in March," a foreman in Koper said. "KOPER, 3 May - Dockers walked out on Monday." The police in
Lima that report a crash near Cusco tell its place themselves; ministers and analysts speak of anything anywhere, and
a rouble falls nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.circumstances import LOCALS
from variorum.annotations.places.datelines import in_datelines
from variorum.annotations.places.words import STANDING
from variorum.model.annotations import PlaceUse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from variorum.annotations.circumstances import Circumstances
    from variorum.annotations.events.drafts import EventDraft
    from variorum.annotations.trees import Trees
    from variorum.annotations.voices import VoiceReader
    from variorum.model.annotations import Draft

#: Prepositions by which somebody belongs to a place.
_OF = frozenset({"in", "of", "near", "at", "on"})
#: What a reader of a dateline takes to act or to happen in its town.
_OF_TOWN = LOCALS | STANDING | frozenset({
    "talk", "envoy", "negotiator", "lawmaker", "deputy", "senator", "congress", "cabinet", "judge", "jury", "gunman",
    "prosecutor", "attacker", "bomber", "bomb", "explosion", "blast", "fire", "crowd", "protester", "demonstrator",
    "striker", "thief", "robber", "soldier", "council", "councillor", "court", "summit", "delegate", "union", "train",
    "tram", "bus", "thousand", "hundred", "car", "lorry", "truck", "crane", "balcony", "roof", "wall", "gas", "power",
})  # fmt: skip
_HARM = frozenset({"disaster", "casualty", "death"})
#: What courts, police, crowds and builders do in a town.
_LOCAL_ACTS = frozenset({
    "arrest", "sentence", "jail", "stab", "shoot", "explode", "collapse", "burn", "crash", "order", "plead", "convict",
    "acquit", "charge", "rule", "vote", "march", "protest", "rally", "gather", "open", "unveil", "elect", "bury", "rob",
    "steal", "raid", "storm", "evacuate", "die", "injure", "hurt", "treat", "detain", "fine", "release", "testify",
    "demolish", "auction", "perform", "inaugurate", "swear", "derail", "topple", "fall", "walk",
})  # fmt: skip
#: What moves at sea or on markets or strikes a country, so that no town is where it does.
_AFLOAT = frozenset({
    "ship", "vessel", "boat", "ferry", "trawler", "yacht", "freighter", "submarine", "diver", "plane",
    "aircraft", "helicopter", "rouble", "ruble", "dollar", "euro", "peso", "yen", "price", "share", "stock", "index",
    "currency", "bond", "oil", "inflation", "temperature", "rain", "storm", "hurricane", "cyclone", "rocket", "probe",
    "landslide", "mudslide", "rockslide", "rockfall", "avalanche", "flood", "quake", "earthquake", "tsunami", "tornado",
    "typhoon", "wildfire", "drought", "heatwave", "volcano", "eruption", "river", "dam",
})  # fmt: skip
#: How many sentences of a report its dateline can be the place of.
_LED = 2


def place_told(events: Iterable[EventDraft], trees: Trees, around: Circumstances, voices: VoiceReader) -> None:
    """Give events that locals tell of, and that have no place, the place of those who tell them."""
    homes = {
        place.path[1]: place.id
        for place in around.hanging
        if len(place.path) > 1 and place.preposition in _OF and trees.lemmas[place.path[1]] in LOCALS
    }
    for event in events:
        if event.place is not None or event.nominal:
            continue
        quotation = voices.quotation_of(event.token)
        if quotation is None or quotation.speaker is None:
            event.place = _of_people_beside(event, trees, homes)
            event.carried = event.carried or event.place is not None
            continue
        speaker = trees.tokens_in(quotation.speaker.start, quotation.speaker.end)
        place = next((homes[token] for token in speaker if token in homes), None)
        if place is not None:
            event.place, event.carried = place, True


def _of_people_beside(event: EventDraft, trees: Trees, homes: Mapping[int, str]) -> str | None:
    """Return the place of those who live through an event: "People in Ulm woke up when the elevator collapsed"."""
    verb = trees.heads[event.verb]
    if trees.deps[event.verb] not in ("advcl", "ccomp") or not trees.is_predicate(verb):
        return None
    subject = trees.child(verb, "nsubj")
    return homes.get(subject) if trees.child(event.verb, "nsubj", "nsubjpass") >= 0 else None


def place_of_dateline(events: Iterable[EventDraft], trees: Trees, draft: Draft) -> None:
    """Give the events of a lead the town of the dateline, where the report names no other place at all."""
    headed = in_datelines(draft.report.text)
    places = [place for place in draft.places if place.use is PlaceUse.PLACE]
    own = [place for place in places if headed(place.start)]
    if not own:
        return
    # Where another place is named, what is told behind it may have happened there.
    other = min((place.start for place in places if place not in own), default=len(draft.report.text))
    for event in events:
        before = trees.starts[event.token] < other or trees.sentences[event.token] == 0
        if event.place is None and not event.nominal and before and trees.sentences[event.token] < _LED:
            # A parser takes the town for a part of the subject.
            subjects = [
                at for at in trees.children_of(event.verb, "nsubj", "nsubjpass") if not headed(trees.starts[at])
            ]
            if subjects and (_acts_there(trees, subjects[-1], headed) or _is_local(event, trees, subjects[-1])):
                event.place, event.carried = own[0].id, True


def _is_local(event: EventDraft, trees: Trees, subject: int) -> bool:
    """Say whether what is told happens to people and buildings, and not at sea, on markets or between states."""
    told = event.frame.mode in _HARM or event.frame.type == "ASSAULT" or trees.lemmas[event.token] in _LOCAL_ACTS
    return told and trees.lemmas[subject] not in _AFLOAT and trees.poses[subject] != "PROPN"


def _acts_there(trees: Trees, noun: int, headed: Callable[[int], bool]) -> bool:
    """Say whether a reader takes a subject to be of the town: "dockers", not "German dockers" or "his brother"."""
    word = trees.lower[noun]
    if not {trees.lemmas[noun], word, word.removesuffix("s")} & _OF_TOWN:
        return False
    return not any(
        trees.poses[child] == "PROPN" or trees.deps[child] in ("poss", "amod", "prep")
        for child in trees.children[noun]
        if not headed(trees.starts[child])
    )
