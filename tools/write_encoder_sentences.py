"""Write ``bench/data/encoder_sentences.txt``: 400 invented news sentences on which the exported encoder is measured.

Each of the twenty patterns is filled twenty times from lists of invented people and places; the lists are walked with
steps that are coprime to their lengths, so the same command always writes the same file.

    python tools/write_encoder_sentences.py
"""

from __future__ import annotations

from pathlib import Path

OUTPUT = Path(__file__).parent.parent / "bench" / "data" / "encoder_sentences.txt"

SLOTS: dict[str, tuple[str, ...]] = {
    "person": (
        "Ana Reyes",
        "Tomas Veltri",
        "Imre Halasz",
        "Nadia Korb",
        "Joseph Adeyo",
        "Lin Marwood",
        "Petra Sandov",
        "Omar Castellan",
        "Greta Noll",
        "Samir Duvall",
        "Ruth Okemi",
    ),
    "office": (
        "the interior minister",
        "the mayor",
        "a spokesman for the ministry",
        "the union leader",
        "the governor",
        "the chief prosecutor",
        "the coach",
    ),
    "state": (
        "Maravia",
        "Ostrava Land",
        "the Republic of Kessel",
        "Northern Tavria",
        "Sundara",
        "the Isle of Brenn",
        "Costaverde",
    ),
    "city": (
        "Port Almar",
        "Velisk",
        "Old Harrow",
        "San Tirso",
        "Kettle Bay",
        "Drovno",
        "Marabend",
        "Ilmensee",
        "Low Creek",
    ),
    "number": (
        "two",
        "at least 40",
        "more than 1,200",
        "dozens of",
        "nearly 300",
        "17",
        "an estimated 5,000",
        "several",
        "about 90",
    ),
    "people": (
        "residents",
        "soldiers",
        "miners",
        "passengers",
        "students",
        "farmers",
        "patients",
        "fishermen",
        "refugees",
        "voters",
        "nurses",
    ),
    "day": (
        "on Monday",
        "late on Tuesday",
        "on Wednesday evening",
        "in March",
        "last year",
        "on 7 May",
        "over the weekend",
        "at dawn",
        "two days ago",
        "this week",
        "in 2019",
    ),
    "thing": (
        "a ceasefire",
        "the budget",
        "a new railway line",
        "fishing rights",
        "a rescue package",
        "the border crossing",
        "wage increases",
        "the flood barrier",
    ),
    "verb": (
        "welcomed",
        "rejected",
        "postponed",
        "defended",
        "criticised",
        "praised",
        "denied",
        "confirmed",
        "demanded",
    ),
    "event": (
        "earthquake",
        "ferry accident",
        "election",
        "strike",
        "wildfire",
        "bank robbery",
        "football final",
        "power cut",
        "peace conference",
        "storm",
        "trial",
        "outbreak",
        "protest",
    ),
}

PATTERNS = (
    "{person} met {office} of {state} in {city} {day}.",
    "{number} {people} were killed in the {event} near {city}, officials said {day}.",
    "“We will not give up {thing},” {person} said {day}.",
    "{office} {verb} the plan for {thing}, according to a statement published {day}.",
    "The {event} began {day} and spread quickly from {city} to the coast.",
    "{state} and its neighbours agreed {day} to talk about {thing}.",
    "It was the first visit of {person} to {city} since the {event}.",
    "Rumours suggested that {person} would resign {day}, but {office} denied it.",
    "{people} in {city} complained that nobody had told them about {thing}.",
    "{number} {people} left their homes after the {event}, the local news agency reported.",
    "Police arrested {person} {day} on suspicion of fraud.",
    "The company said it would cut {number} jobs in {city} because of the {event}.",
    "Critics in {city} call {person} a ruthless populist; supporters see a reformer.",
    "Prices for bread and fuel rose sharply {day}, and {people} took to the streets of {city}.",
    "{person}, who has led {state} for a decade, {verb} {thing} {day}.",
    "“The situation is getting worse,” {office} told reporters in {city} {day}.",
    "Neither side would say whether {thing} had been discussed {day}.",
    "Heavy rain {day} forced the organisers to move the {event} to {city}.",
    "A court in {city} sentenced {person} to six years in prison.",
    "{state} sent {number} {people} to help after the {event} in {city}.",
)


def sentence(pattern: int, turn: int) -> str:
    """Return the pattern filled for its turn, with a capital at the start."""
    values = {
        name: words[(turn * (place + 2) + turn // len(words) * (place + 1) + pattern * 5 + place) % len(words)]
        for place, (name, words) in enumerate(SLOTS.items())
    }
    text = PATTERNS[pattern].format(**values)
    return text[0].upper() + text[1:]


def main() -> None:
    """Write the file and say how many different sentences it holds."""
    lines = [sentence(pattern, turn) for pattern in range(len(PATTERNS)) for turn in range(20)]
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} sentences, {len(set(lines))} different: {OUTPUT}")


if __name__ == "__main__":
    main()
