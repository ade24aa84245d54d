"""Place or government: whether "Ankara" is where something happens or those who govern there (metonymy)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.model.annotations import PlaceUse

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LOCATIVE = frozenset(
    {
        "in", "at", "near", "inside", "outside", "into", "toward", "towards", "through", "throughout", "around",
        "across", "over", "within", "beyond", "to", "from", "off", "onto", "above", "under", "along", "amid", "beside"
    }
)  # fmt: skip
#: Who stands with, against or between others acts.
_ACTING = frozenset(
    {
        "with", "by", "against", "between", "among", "for", "versus", "than"
    }
)  # fmt: skip
#: Verbs that a territory can be the subject of: "Syria has been in a state of civil war".
_STATIVE = frozenset(
    {
        "be", "have", "lie", "border", "experience", "suffer", "see", "remain", "become", "stretch", "span", "sit",
        "face", "comprise", "contain", "descend", "slide", "erupt", "fall", "burn", "shake"
    }
)  # fmt: skip
#: Verbs whose object is a government.
_ADDRESSED = frozenset(
    {
        "accuse", "condemn", "warn", "urge", "blame", "criticise", "criticize", "threaten", "thank", "ask", "tell",
        "pressure", "sanction", "call", "invite", "persuade", "press", "support", "back", "advise", "denounce",
        "praise", "assure", "remind", "request", "help", "assist", "arm", "fund", "recognise", "recognize", "ally",
        "reject", "deter", "challenge", "represent"
    }
)  # fmt: skip
#: Nouns of relations: "ties between Moscow and Damascus".
_RELATIONS = frozenset(
    {
        "tie", "relation", "relationship", "talk", "tension", "agreement", "deal", "treaty", "negotiation", "war",
        "conflict", "ceasefire", "truce", "dialogue", "cooperation", "alliance", "partnership", "dispute", "meeting",
        "rapprochement", "summit", "reconciliation", "normalisation", "normalization", "trade", "pact", "accord",
        "contact", "détente", "detente", "standoff", "feud", "rivalry", "rift", "friction", "border-deal",
        "mediation", "hostility", "exchange", "understanding", "peace"
    }
)  # fmt: skip
#: What a government gives, sends or is pressed by: "support from Russia", "sanctions on Moscow".
_DEEDS = frozenset(
    {
        "support", "help", "aid", "pressure", "threat", "approval", "response", "statement", "denial", "condemnation",
        "sanction", "tariff", "demand", "request", "pledge", "promise", "offer", "warning", "message", "invitation",
        "criticism", "embargo", "assurance", "concession", "permission", "order", "backing", "letter", "call",
        "signal"
    }
)  # fmt: skip
#: Those who act for a state: "envoys of Egypt and Ethiopia". What a president or king heads is the country.
_OFFICES = frozenset(
    {
        "envoy", "minister", "government", "delegation", "official", "representative", "diplomat", "ambassador",
        "negotiator", "ally", "spokesman", "spokeswoman"
    }
)  # fmt: skip
#: Verbs of speaking, writing and asking, whose "to" leads to a government: "has protested to Beijing".
_SAID_TO = frozenset({
    "protest", "complain", "appeal", "apologise", "apologize", "write", "reply", "respond", "signal", "defer", "bow",
    "surrender", "yield", "turn", "appease", "answer", "listen", "promise", "offer", "object", "speak", "talk",
    "concede", "capitulate", "kowtow", "belong", "owe",
})  # fmt: skip
#: What belongs to a territory, not to those who govern it.
_TERRITORIAL = frozenset(
    {
        "border", "coast", "north", "south", "east", "west", "capital", "city", "cities", "suburb", "outskirt",
        "airport", "street", "population", "people", "economy", "northeast", "northwest", "southeast", "southwest",
        "region", "province", "town", "village", "district", "mountain", "river", "desert", "port", "citizen",
        "resident", "history", "climate", "landscape", "centre", "center", "neighborhood", "neighbourhood", "square",
        "countryside", "civilian", "territory", "soil", "shore", "hospital", "university", "mayor", "police", "bishop",
        "council", "metro", "zoo", "stadium", "museum", "cathedral", "weather", "festival", "harbour", "harbor",
        "beach", "base", "airbase", "prison", "island", "lake", "forest", "peninsula", "strait", "canal", "bridge",
        "station", "highway", "motorway", "railway",
    }
)  # fmt: skip


#: What is done to governments alone: "Dublin was informed in May".
_INFORMED = frozenset({
    "inform", "tell", "notify", "consult", "brief", "warn", "accuse", "urge", "ask", "blame", "condemn", "criticise",
    "criticize", "invite", "pressure", "sanction",
})  # fmt: skip
#: Verbs of sport, whose subjects and objects are teams: no governments.
PLAYING = frozenset({"beat", "defeat", "thrash", "trounce", "outplay", "outscore", "edge", "play", "score", "bowl"})
#: What a government has, though "in" stands before it: "in Ankara's view".
_MINDS = frozenset({
    "view", "eye", "interest", "opinion", "favour", "favor", "name", "hand", "orbit", "case", "statement", "role",
    "policy", "response", "plan", "decision", "demand",
})  # fmt: skip


def read_use(doc: Doc, first: int, last: int, *, capital: bool, part: bool = False) -> PlaceUse:
    """Return the use of the name at the tokens ``first`` to ``last``.

    ``capital`` for capitals and palaces, ``part`` for divisions of a state, which act as subjects alone.
    """
    token = doc[first : last + 1].root
    if part and (token.dep_ != "nsubj" or _is_led(doc, first)):
        return PlaceUse.PLACE
    for _ in range(8):
        # "in Syria and Turkey": the last of a row stands where the first stands.
        if token.dep_ != "conj" or token.head.i == token.i:
            break
        token = token.head
    return PlaceUse.GOVERNMENT if _is_governing(token, capital=capital) else PlaceUse.PLACE


def _is_led(doc: Doc, first: int) -> bool:
    """Say whether a preposition or a comma leads to a name that a parser takes for a subject: "Ulm, Bavaria, ..."."""
    return first > 0 and (doc[first - 1].lower_ in _LOCATIVE or (doc[first - 1].text == "," and first > 1))


def _is_governing(token: Token, *, capital: bool) -> bool:
    """Say whether the grammar around a name makes it an actor."""
    head = token.head
    if token.dep_ in {"nsubj", "dobj"} and head.lemma_.lower() in PLAYING:
        return False
    if token.dep_ == "nsubj":
        if head.lemma_.lower() == "be" and head.nbor(1).lower_ == "the" and head.nbor(2).lower_ in {"first", "last"}:
            return bool(head.i + 3 < len(token.doc) and head.nbor(3).lower_ == "to")  # "was the first to protest"
        if head.lemma_.lower() in {"be", "have"}:
            # "Ankara is a member of the pact" against "Moscow is cold": an attribute decides nothing.
            return False
        return bool(head.pos_ in {"VERB", "AUX"} and (capital or head.lemma_.lower() not in _STATIVE))
    if token.dep_ in {"pobj", "dobj", "obj"}:
        return _governs_as_object(token, capital=capital)
    if token.dep_ == "poss":
        within = head.dep_ == "pobj" and head.head.lower_ in _LOCATIVE and head.lemma_.lower() not in _MINDS
        return head.lemma_.lower() not in _TERRITORIAL and not within
    if token.dep_ == "nsubjpass":
        return head.lemma_.lower() in _INFORMED
    if token.dep_ == "agent":
        return True
    if token.dep_ == "compound":
        return head.lemma_.lower() in {
            "government",
            "official",
            "statement",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "readout",
            "source",
        }
    return False


def _governs_as_object(token: Token, *, capital: bool) -> bool:
    """Decide for the object of a verb or a preposition."""
    head = token.head
    if token.dep_ != "pobj":
        return head.lemma_.lower() in _ADDRESSED
    preposition, governor = head.lower_, head.head
    lemma = governor.lemma_.lower()
    if preposition == "by":
        # "Mediation by Doha", "rejected by Doha".
        return bool(
            head.dep_ == "agent"
            or governor.tag_ == "VBN"
            or (capital and governor.pos_ == "VERB")
            or lemma in _DEEDS
            or lemma in _RELATIONS
        )
    if preposition == "of" and lemma in _OFFICES:
        return not any(child.lower_ == "prime" for child in governor.children)
    if preposition == "between":
        return lemma in _RELATIONS or (
            governor.pos_ == "VERB"
            and lemma not in {"travel", "fly", "run", "lie", "commute", "shuttle", "be", "exist"}
        )
    if preposition in {"from", "on", "to"} and lemma in _DEEDS:
        return True
    if preposition == "to" and lemma in _SAID_TO and governor.pos_ == "VERB":
        return capital or lemma != "turn"
    if preposition in _LOCATIVE:
        return False
    if preposition in _ACTING:
        return lemma not in _TERRITORIAL and not (preposition == "for" and governor.pos_ == "VERB")
    return capital and preposition == "of" and lemma in _DEEDS
