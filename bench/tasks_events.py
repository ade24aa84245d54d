"""Events: PLOVER types and dyads, polarity and modality, dyad logic; all read off the public JSON."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rows import Row
from scoring import load_module, read_lines

from variorum import flow
from variorum.errors import VariorumError
from variorum.model.reports import Report
from variorum.views.json import annotated_to_dict

LOOKED_AT = "yes: rules were tuned on it"
_RETREATS = {"YIELD": ("CONCEDE", ["RETREAT"])}
#: The invented actors of the unit sentences: code, and words of the names under which they stand, with the names of
#: their people and their nicknames.
_ACTORS = {
    "ARN": "arnor umbardacil", "GON": "gondor minas ostoher", "OSG": "osgiliath", "ERI": "eriador eriadori",
    "HOB": "gollum gamgee hobbiton hobbits frodo smeagol slinker stinker",
    "BRE": "bree romendacil", "CAL": "calenardhon", "MOR": "mordor",
    "ITH": "ithilen", "DOL": "amroth", "DAG": "dagolath dagolathi telemar", "ROH": "rohan rohans",
    "ELF": "galadhon elves",
    "SHR": "shire delving", "LBY": "libya", "ETH": "ethiopia", "PHL": "philippines", "AUS": "australia",
    "FRA": "france", "PRK": "north hermit", "KOR": "seoul", "DNK": "denmark danish", "USA": "white united us",
    "PAK": "pakistan pakistani", "AFG": "afghanistan", "KUW": "kuwait", "RUS": "russia russian moscow",
    "NZE": "zealand", "CAF": "african", "ZBW": "zimbabwe", "IMG": "qaeda",
}  # fmt: skip
_CODE_OF = {word: code for code, words in _ACTORS.items() for word in words.split()}


def annotated(identifier: str, text: str, published: str | None = None) -> dict[str, Any]:
    """Return the public JSON of a text, with no events where it is refused."""
    try:
        report = Report(identifier, text, published=published, language="en")
        return annotated_to_dict(flow.annotate(report, keep=False))
    except VariorumError as error:
        print(f"bench: refused {error}", file=sys.stderr)
        return {"events": [], "entities": []}


def f1(right: int, found: int, gold: int) -> float:
    """Return the harmonic mean of precision and recall, in percent."""
    return round(200 * right / (found + gold), 1) if found + gold else 0.0


# --- PLOVER sentences -------------------------------------------------------------------------------------------------


def _mentions(document: dict[str, Any], entities: Iterable[str]) -> list[dict[str, Any]]:
    """Return the mentions of entities as the scorer wants them."""
    known = {entity["id"]: entity for entity in document["entities"]}
    return [
        {
            "text": document["text"][mention["start"] : mention["end"]],
            "start": mention["start"],
            "end": mention["end"],
            "canonical": known[entity]["name"],
            "code": known[entity]["country"],
        }
        for entity in entities
        for mention in known[entity]["mentions"]
    ]


def scored_events(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the PLOVER events of a document in the form of ``score_events.py``."""
    for event in document["events"]:
        if event["type"] == "OTHER":
            continue
        yield {
            "doc": document["id"],
            "event_type": event["type"],
            "mode": event["mode"],
            "trigger": {"start": event["trigger_start"], "end": event["trigger_end"]},
            "source": _mentions(document, event["source"]),
            "target": _mentions(document, event["target"]),
            "factuality": event["factuality"],
        }


def measure_plover(gold: Path) -> list[Row]:
    """Measure types and dyads on PLOVER sentences: one gold event a sentence, so others that are told count against."""
    path = gold / "events" / "plv_train.jsonl"
    scorer = load_module(path.with_name("score_events.py"))
    rows = list(read_lines(path))
    events, found = [], []
    best: Counter[bool] = Counter()
    for row in rows:
        for event in row["events"]:
            kind, others = _RETREATS.get(event["plover"], (event["plover"], []))
            event |= {"plover": kind, "type_alt": others}
            del event["source_actor"], event["target_actor"]
        events += scorer.explode([row])
        document = annotated(row["id"], row["text"])
        told = list(scored_events(document))
        found += told
        best.update(_typed_right(event, told, scorer) for event in scorer.explode([row]))
    scores = scorer.score(events, found, "span", 0)
    data = f"Zero-Shot-PLOVER train, {len(rows)} sentences"
    return [
        Row("events plover type", "events", data, "type F1", round(100 * scores["type"]["F1"], 1), "", LOOKED_AT),
        Row("events plover dyad", "events", data, "dyad F1", round(100 * scores["dyad"]["F1"], 1), "", LOOKED_AT),
        Row(
            "events plover given",
            "events",
            data,
            "type of the event between the gold actors, accuracy",
            round(100 * best[True] / max(1, best.total()), 1),
            "",
            LOOKED_AT,
        ),
    ]


def _typed_right(gold: dict[str, Any], told: list[dict[str, Any]], scorer: Any) -> bool:  # noqa: ANN401  # a module
    """Say whether the event that fits the gold actors best has the gold type."""

    def fit(event: dict[str, Any]) -> int:
        return sum(scorer.dyad(gold, event, "span"))

    return bool(told) and scorer.typ(gold, max(told, key=fit))


# --- dyads ------------------------------------------------------------------------------------------------------------


def _codes(document: dict[str, Any], entities: Iterable[str]) -> set[str]:
    """Return the codes of entities by the words of their names."""
    names = {entity["id"]: entity["name"].casefold() for entity in document["entities"]}
    found = (next((_CODE_OF[w] for w in re.findall(r"\w+", names[e]) if w in _CODE_OF), "") for e in entities)
    return {code for code in found if code}


def measure_dyads(gold: Path) -> list[Row]:
    """Measure who does something to whom on PETRARCH's own unit sentences, whatever the type; null actors left out."""
    path = gold / "events" / "petrarch_unit_cameo2.jsonl"
    right = told = wanted = whole = count = 0
    for row in read_lines(path):
        pairs = {(event["source_actor"][:3], event["target_actor"][:3]) for event in row["events"]}
        pairs = {pair for pair in pairs if pair[0] in _ACTORS and pair[1] in _ACTORS}
        document = annotated(row["id"], row["text"], row["date"])
        found = {
            (source, target)
            for event in document["events"]
            for source in _codes(document, event["source"])
            for target in _codes(document, event["target"])
            if source != target
        }
        right, told, wanted = right + len(pairs & found), told + len(found), wanted + len(pairs)
        whole, count = whole + (pairs == found), count + 1
    data = f"PETRARCH unit sentences, {count}"
    return [
        Row("events dyads", "events", data, "dyad F1, codes aside", f1(right, told, wanted), "", LOOKED_AT),
        Row("events dyads whole", "events", data, "sentences right", round(100 * whole / count, 1), "", LOOKED_AT),
    ]


# --- polarity and modality --------------------------------------------------------------------------------------------


def _token_offsets(tokens: list[str], text: str) -> list[tuple[int, int]]:
    """Return where each token stands in a text."""
    offsets, at = [], 0
    for token in tokens:
        start = text.find(token, at)
        if start >= 0:
            at = start + len(token)
        offsets.append((max(start, 0), at))
    return offsets


def measure_modality(gold: Path) -> list[Row]:
    """Measure polarity and modality of the gold triggers of commodity news; a trigger not found counts as asserted."""
    negative: Counter[str] = Counter()
    other: Counter[str] = Counter()
    found = count = 0
    for row in read_lines(gold / "events" / "commodity_news.dev.jsonl"):
        offsets = _token_offsets(row["tokens"], row["text"])
        document = annotated(row["id"], row["text"])
        for event in row["events"]:
            first, after = event["trigger_tok"]
            if first >= after:
                continue
            start, end = offsets[first][0], offsets[after - 1][1]
            ours = next((e for e in document["events"] if e["trigger_start"] < end and start < e["trigger_end"]), None)
            found, count = found + (ours is not None), count + 1
            for counter, wanted, told in (
                (negative, event["polarity"] == "Negative", ours is not None and ours["polarity"] == "negated"),
                (other, event["modality"] == "Other", ours is not None and ours["modality"] != "actual"),
            ):
                counter.update({"right": wanted and told, "told": told, "wanted": wanted})
    data = f"commodity news dev, {count} triggers"
    return [
        Row("events negative", "events", data, "negative F1", f1(*_three(negative)), "", LOOKED_AT),
        Row("events non-asserted", "events", data, "non-asserted F1", f1(*_three(other)), "", LOOKED_AT),
        Row("events triggers", "events", data, "triggers found", round(100 * found / count, 1), "", LOOKED_AT),
    ]


def _three(counter: Counter[str]) -> tuple[int, int, int]:
    """Return the counts that F1 needs."""
    return counter["right"], counter["told"], counter["wanted"]


def measure_events(gold: Path) -> list[Row]:
    """Measure all of them."""
    return [*measure_plover(gold), *measure_dyads(gold), *measure_modality(gold)]
