"""Place words: what stands before, behind and around the names of places, and what stands somewhere and stays there."""

from __future__ import annotations

#: Buildings and bodies that stay where they are.
STANDING = frozenset({
    "court", "museum", "gallery", "library", "theatre", "theater", "cinema", "opera", "stadium", "arena", "church",
    "cathedral", "mosque", "synagogue", "temple", "monastery", "shrine", "chapel", "school", "university", "college",
    "hospital", "clinic", "prison", "jail", "station", "airport", "harbour", "harbor", "port", "terminal", "bridge",
    "tunnel", "dam", "factory", "plant", "refinery", "mill", "mine", "quarry", "depot", "warehouse", "shop", "store",
    "mall", "market", "bank", "hotel", "hostel", "restaurant", "bar", "club", "embassy", "consulate", "parliament",
    "barracks", "base", "camp", "shelter", "orphanage", "home", "house", "tower", "castle", "palace", "monument",
    "statue", "zoo", "park", "farm", "brewery", "bakery", "pharmacy", "shipyard", "yard", "reactor", "landfill",
    "office", "headquarters", "building", "block", "garage", "exchange", "hall", "courthouse", "nursery",
    "kindergarten",
})  # fmt: skip
#: Those of them that a person or company owns or is honoured by: "the statue of Lincoln".
OF_OWNERS = frozenset({
    "house", "home", "bank", "court", "office", "headquarters", "statue", "monument", "farm", "shop", "store",
    "building", "club", "base", "camp", "restaurant", "bar", "hotel", "hostel", "yard", "block", "garage", "park",
    "exchange", "embassy", "consulate", "chapel", "shelter", "hall", "tower", "shrine", "church", "school", "clinic",
})  # fmt: skip
#: Short forms of states behind the name of a town: "San Jose, Calif.", "Springfield, IL".
STATES = {
    short: state
    for state, shorts in {
        "Alabama": "Ala. AL", "Arizona": "Ariz. AZ", "Arkansas": "Ark. AR", "California": "Calif. CA",
        "Colorado": "Colo. CO", "Connecticut": "Conn. CT", "Delaware": "Del. DE", "Florida": "Fla. FL",
        "Georgia": "Ga. GA", "Illinois": "Ill. IL", "Indiana": "Ind. IN", "Kansas": "Kan. KS", "Kentucky": "Ky. KY",
        "Louisiana": "La. LA", "Maryland": "Md. MD", "Massachusetts": "Mass. MA", "Michigan": "Mich. MI",
        "Minnesota": "Minn. MN", "Mississippi": "Miss. MS", "Missouri": "Mo. MO", "Montana": "Mont. MT",
        "Nebraska": "Neb. NE", "Nevada": "Nev. NV", "New Hampshire": "N.H. NH", "New Jersey": "N.J. NJ",
        "New Mexico": "N.M. NM", "New York": "N.Y. NY", "North Carolina": "N.C. NC", "North Dakota": "N.D. ND",
        "Oklahoma": "Okla. OK", "Oregon": "Ore. OR", "Pennsylvania": "Pa. PA", "Rhode Island": "R.I. RI",
        "South Carolina": "S.C. SC", "South Dakota": "S.D. SD", "Tennessee": "Tenn. TN", "Texas": "Tex. TX",
        "Vermont": "Vt. VT", "Virginia": "Va. VA", "Washington": "Wash. WA", "West Virginia": "W.Va. WV",
        "Wisconsin": "Wis. WI", "Wyoming": "Wyo. WY", "Ontario": "Ont.", "British Columbia": "B.C.",
        "Alberta": "Alta.", "Quebec": "Que.", "New South Wales": "N.S.W. NSW", "Queensland": "Qld.",
    }.items()
    for short in shorts.split()
}  # fmt: skip
#: Names of places that are given names or surnames too: they need a type.
GIVEN_NAMES = frozenset(
    {
        "jordan", "chad", "victoria", "georgia", "paris", "sofia", "santiago", "kingston", "hamilton", "stanley",
        "douglas", "georgetown", "jamestown", "male", "nice", "israel", "roseau", "valletta", "castries",
        "plymouth", "alger", "san", "austin", "charlotte", "dallas", "houston", "jackson", "lincoln", "leon",
        "florence", "madison", "savannah", "sydney", "adelaide", "jose", "milan", "valencia", "natal", "lima",
        "vienna", "virginia", "montana", "lourdes",
        "asuncion", "salvador", "india", "kenya", "america", "cali", "split", "mobile", "reading",
    }
)  # fmt: skip
#: Names of towns that are words too, so that a capital at the head of a sentence makes no place of them.
WORDS = frozenset({
    "hail", "battle", "deal", "rugby", "sandwich", "wells", "ware", "rain", "sale", "street", "bar", "most", "same",
    "may", "march", "sandy", "beaver", "independence", "liberty", "union", "normal", "enterprise", "industry", "ham",
    "commerce", "surprise",
})  # fmt: skip
#: Verbs of what comes down or draws near, whose "on" leads to a place: "hail fell on Koper".
FALLING = frozenset({"fall", "rain", "descend", "converge", "march", "bear", "advance", "close", "pour", "snow"})
#: Names of towns that nearly always mean something else.
NO_TOWNS = frozenset({
    "earth", "mars", "venus", "mercury", "jupiter", "moon", "sun", "god", "man", "hell", "heaven", "paradise", "eden",
    "christmas", "easter", "congress", "senate", "parliament", "internet", "state", "union", "media", "police", "mass",
    "university", "college", "church", "bible", "islam", "labour", "liberal", "republican", "democrat", "justice",
    "president", "king", "queen", "prince", "princess", "duke", "pope", "brexit", "covid", "google", "nature",
})  # fmt: skip
#: What a place alone can be the "of" of: "the harbour of Koper" types Koper, whatever the parse takes it for.
SITES = frozenset(
    {
        "harbour", "harbor", "port", "city", "town", "village", "capital", "outskirts", "suburb", "suburbs", "streets",
        "coast", "province", "region", "district", "airport", "island", "mayor", "municipality", "peninsula", "shores",
        "governor", "bishop", "archbishop", "diocese", "borough", "commune", "resort", "settlement", "prefecture",
    }
)  # fmt: skip
#: The same, where the noun is no name: "the festival of Bayreuth", but "the University of Vermont".
LOCAL = frozenset({
    "master", "festival", "carnival", "fair", "zoo", "castle", "cathedral", "stadium", "market", "police", "chief",
    "residents", "inhabitants", "citizens", "villagers", "council", "centre", "center", "heart", "edge", "bay",
    "beach", "valley", "duchy", "refinery", "shipyard", "mine", "plant", "hall", "summit", "slopes", "beaches",
    "vineyards", "gates", "prison", "station", "bishopric", "walls", "roofs", "skies", "hills", "south",
    "north", "west", "east",
})  # fmt: skip
#: Buildings and works that a town has: "the old cinema of Koper".
TOWNS_OWN = STANDING - OF_OWNERS
#: Of whom or what a person is the "of", so that it makes no place of a name.
OF_PERSONS = frozenset({
    "arrest", "death", "life", "family", "son", "daughter", "wife", "husband", "mother", "father", "brother", "sister",
    "friend", "supporter", "ally", "critic", "opponent", "fan", "colleague", "work", "novel", "book", "play", "song",
    "name", "trial", "election", "appointment", "resignation", "murder", "killing", "behalf", "instead", "because",
    "record", "speech", "part", "one", "most", "all", "none", "some", "many", "both", "each", "kind", "sort", "lot",
})  # fmt: skip
#: What one has in persons: "confidence in Hart".
HELD_IN = frozenset({"confidence", "trust", "faith", "belief", "interest", "stake", "share", "hope", "believe"})
#: What is done to a place and to nobody: "shelled Idlib", "the siege of Homs".
DONE_TO_PLACES = frozenset(
    {"shell", "bombard", "bomb", "besiege", "retake", "recapture", "overrun", "pound", "storm", "flood"}
)
#: What is mostly done to a place, where its name is that of a large one: "fled Santiago", "rebels took Goma".
MOSTLY_DONE_TO_PLACES = frozenset(
    {
        "leave",
        "flee",
        "reach",
        "enter",
        "take",
        "seize",
        "capture",
        "occupy",
        "liberate",
        "evacuate",
        "invade",
        "rock",
        "attack",
        "raid",
        "shake",
        "batter",
        "devastate",
        "ravage",
        "jolt",
        "lash",
    }
)
DEEDS_ON_PLACES = frozenset({
    "shelling", "bombing", "bombardment", "siege", "recapture", "battle", "liberation", "occupation", "encirclement",
    "evacuation",
})  # fmt: skip
#: Prepositions that only a place (or a time) can follow, and those that mostly a place follows.
IN = frozenset({"in", "near", "outside", "inside", "throughout", "across", "above"})
TOWARDS = frozenset({"from", "to", "at", "into", "through", "around", "over", "via", "towards", "off", "between"})
#: Verbs of going, behind which "from" and "to" lead to a place whatever its name is taken for.
GOING = frozenset(
    {
        "fly", "travel", "move", "go", "come", "arrive", "return", "drive", "flee", "head", "lift", "depart", "leave",
        "sail", "walk", "march", "run", "escape", "evacuate", "expel", "deport", "withdraw", "retreat", "cross", "send",
        "take", "bring", "tow", "carry", "ship", "row", "swim", "cycle", "ride", "paddle", "drift", "steam", "hike",
    }
)  # fmt: skip
#: What goes from place to place: "flights from Cork".
GOERS = frozenset({
    "flight", "train", "bus", "ferry", "coach", "road", "railway", "export", "delivery", "shipment", "convoy", "ship",
    "plane", "service", "route", "journey", "trip", "border", "traffic", "voyage", "crossing", "motorway", "highway",
    "launch", "satellite", "rocket", "probe",
})  # fmt: skip
#: Lengths and directions by which something lies "from", "off" or "of" a place: "ten miles from", "north of".
LENGTHS = frozenset({
    "kilometre", "kilometres", "kilometer", "kilometers", "km", "mile", "miles", "metres", "meters", "yards", "hours",
    "minutes", "hour", "drive",
})  # fmt: skip
BEARINGS = frozenset({
    "north", "south", "east", "west", "north-east", "north-west", "south-east", "south-west", "northeast", "northwest",
    "southeast", "southwest", "upstream", "downstream", "upriver", "downriver", "inland", "offshore",
})  # fmt: skip
BORDERS = frozenset({"border", "frontier"})
#: Words that say which part of a place is meant, and stand before the name of one alone.
PART_OF = frozenset({
    "northern", "southern", "eastern", "western", "northeastern", "northwestern", "southeastern", "southwestern",
    "north-eastern", "north-western", "south-eastern", "south-western",
})  # fmt: skip
#: Verbs of what happens at sea, whose "off" a parse may take for a part of the verb.
AT_SEA = frozenset(
    {
        "sink", "capsize", "drown", "collide", "anchor", "founder", "drift", "ditch", "crash", "explode", "hijack",
        "intercept", "seize", "rescue", "board", "overturn", "burn", "fish", "disappear", "vanish", "strand", "swim",
        "dive", "surf", "sail", "kayak", "paddle", "row", "snorkel", "moor", "perish",
    }
)  # fmt: skip
