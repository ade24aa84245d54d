"""Train the linear model that types events which the table of frames leaves open (``data/event_types.npz``).

    python tools/train_event_types.py --lexicons FOLDER [--out src/variorum/data/event_types.npz]

Examples are the verb patterns of the CAMEO dictionary of PETRARCH2 (MIT licence), each a verb with the words that a
coder wants around it and a code, and the rows of our own table of frames. What is shipped are hashed weights: no
pattern can be read back from them. Codes become PLOVER types by the conversion table of September 2021.
Multinomial logistic regression with L2, by full-batch gradient descent with momentum; seeded by nothing but its data.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from variorum.annotations.events.types import BUCKETS, NONE, TYPES, bucket_of
from variorum.annotations.tables.frames import load_frames

_HEAD = re.compile(r"^---\s+(\S+)\s+\[(\S+?)\]\s+---")
_CODE = re.compile(r"\[([^\]]*)\]")
_WORD = re.compile(r"[A-Z][A-Z_'-]+")
_PREPOSITIONS = frozenset({
    "to", "with", "against", "on", "in", "of", "for", "from", "at", "by", "into", "over", "about", "between", "upon",
    "out", "up", "down", "off", "as", "toward", "towards",
})  # fmt: skip
_FORMS = (("ies", "y"), ("sses", "ss"), ("s", ""))
#: Most words of a synonym set that one pattern is spelled out with.
_SYNONYMS = 12
#: Most verbs of a block that one pattern is spelled out with.
_VERBS = 14


def plover_types(path: Path) -> dict[str, str]:
    """Return the PLOVER type of each CAMEO code."""
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"(\d{2,4}): ([A-Z]+)", line):
            found.setdefault(match[1], match[2])
    return found


def type_of(code: str, types: dict[str, str]) -> str | None:
    """Return the type of a code as the dictionary writes it: "160:160", "---", "0233"; None when it has none."""
    code = code.split(":", maxsplit=1)[0].strip().strip("0") and code.split(":", maxsplit=1)[0].strip()
    if not code or code.startswith(("-", "01")):
        return NONE
    # CAMEO 02, appeals, became requests.
    if code.startswith("02"):
        return "REQUEST"
    while code and code not in types:
        code = code[:-1]
    return types.get(code)


def singular(word: str) -> str:
    """Return a word without the plural's ending."""
    word = word.lower().replace("_", " ").strip(" +")
    for ending, other in _FORMS:
        if word.endswith(ending) and not word.endswith(("ss", "us", "is")):
            return word[: -len(ending)] + other
    return word


def read_patterns(path: Path, types: dict[str, str]) -> Iterator[tuple[list[str], str, float]]:
    """Yield (features, type, weight) of each verb and pattern."""
    synonyms: dict[str, list[str]] = {}
    name, verbs, default, fresh = "", [], NONE, True
    for raw in path.read_text(encoding="utf-8", errors="replace").splitlines():
        line = raw.split("#")[0].strip()
        if match := _HEAD.match(raw):
            verbs, name, fresh = [], "", True
            default = type_of(match[2], types) or NONE
        elif line.startswith("&"):
            name = line.split()[0].strip("&")
            synonyms[name] = []
        elif line.startswith("+") and name and not verbs:
            synonyms[name].append(singular(line))
        elif line.startswith(("-", "~")) and verbs:
            code = _CODE.search(line)
            kind = type_of(code[1], types) if code else None
            if kind is not None:
                yield from _examples(line[1:].split("[")[0], verbs, kind, synonyms)
        elif (line and line[0].isalpha()) or line.startswith("+"):
            if fresh:
                name, fresh = "", False
            words = line.split("{")[0].split()
            if words:
                own = _CODE.search(line)
                verb = singular(words[0]).split(" ")[0] if not words[0].startswith("+") else words[0].lower().strip("+")
                verb = verb.split("_")[0].split(" ")[0]
                verbs.append(verb)
                yield [f"v:{verb}"], (type_of(own[1], types) or default) if own else default, 2.0


def _examples(
    pattern: str, verbs: list[str], kind: str, synonyms: dict[str, list[str]]
) -> Iterator[tuple[list[str], str, float]]:
    """Spell out a pattern with its verbs and the words of its synonym sets."""
    before, _, after = pattern.partition("*")
    choices: list[list[str]] = [[]]
    for token in re.findall(r"&\w+|[A-Z][A-Z_'-]+", after):
        if token.startswith("&"):
            words = synonyms.get(token[1:], [])[:_SYNONYMS]
            choices = [[*choice, word] for choice in choices[:3] for word in words or [""]]
        else:
            choices = [[*choice, singular(token)] for choice in choices]
    earlier = [singular(word) for word in _WORD.findall(before)]
    kept = verbs[:_VERBS]
    for choice in choices[:_SYNONYMS]:
        words = [word.split(" ")[-1] for word in choice if word]
        for verb in kept:
            yield features(verb, words, earlier), kind, 1.0 / (len(kept) * max(1, min(len(choices), _SYNONYMS))) ** 0.5


def features(verb: str, words: list[str], earlier: list[str]) -> list[str]:
    """Return the features of a verb with words behind and before it, as the run time builds them."""
    found = [f"v:{verb}"]
    preposition = ""
    for word in words:
        if word in _PREPOSITIONS:
            preposition = word
            found.append(f"vp:{verb} {word}")
        else:
            found += [f"w:{word}", f"vw:{verb} {word}"]
            if preposition:
                found.append(f"pw:{preposition} {word}")
    return [*found, *(f"s:{word}" for word in earlier)]


def own_frames() -> Iterator[tuple[list[str], str, float]]:
    """Yield the rows of our own table."""
    frames = load_frames()
    for frame in frames.verbs.values():
        verb, *words = frame.key.split()
        yield features(verb, words, []), frame.type if frame.type != "OTHER" else NONE, 3.0
    for frame in frames.nouns.values():
        word = frame.key.split()[-1]
        yield [f"w:{word}"], frame.type if frame.type != "OTHER" else NONE, 2.0


def train(examples: list[tuple[list[str], str, float]], rounds: int, decay: float) -> tuple[np.ndarray, np.ndarray]:
    """Return weights (buckets x types) and biases."""
    rows = np.concatenate([np.full(len(found), number) for number, (found, _, _) in enumerate(examples)])
    columns = np.concatenate([[bucket_of(feature) for feature in found] for found, _, _ in examples])
    labels = np.array([TYPES.index(kind) for _, kind, _ in examples])
    weights = np.array([weight for _, _, weight in examples])
    weights /= weights.sum()
    table, bias = np.zeros((BUCKETS, len(TYPES))), np.zeros(len(TYPES))
    speed_bias = np.zeros_like(bias)
    target = np.eye(len(TYPES))[labels]
    seen = np.zeros_like(table)
    for _ in range(rounds):
        logits = np.tile(bias, (len(examples), 1))
        np.add.at(logits, rows, table[columns])
        logits -= logits.max(axis=1, keepdims=True)
        chance = np.exp(logits)
        chance /= chance.sum(axis=1, keepdims=True)
        error = (chance - target) * weights[:, None]
        gradient = np.zeros_like(table)
        np.add.at(gradient, columns, error[rows])
        gradient += decay * table
        seen += gradient**2
        table -= 0.5 * gradient / (np.sqrt(seen) + 1e-8)
        speed_bias = 0.9 * speed_bias - 0.5 * error.sum(axis=0)
        bias = bias + speed_bias
    return table, bias


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description="Train the model of event types; see the docstring.")
    parser.add_argument("--lexicons", type=Path, required=True, help="folder with CAMEO.2.0.txt and CAMEO2PLOVER")
    parser.add_argument("--out", type=Path, default=Path("src/variorum/data/event_types.npz"))
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--decay", type=float, default=1e-6)
    options = parser.parse_args()
    types = plover_types(options.lexicons / "CAMEO2PLOVER-2021.txt")
    examples = [*read_patterns(options.lexicons / "CAMEO.2.0.txt", types), *own_frames()]
    examples = [(found, kind, weight) for found, kind, weight in examples if kind in TYPES]
    table, bias = train(examples, options.rounds, options.decay)
    scale = np.abs(table).max(axis=0) / 127
    np.savez_compressed(
        options.out,
        weights=np.round(table / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=bias.astype(np.float32),
    )
    logits = np.array([table[[bucket_of(f) for f in found]].sum(axis=0) + bias for found, _, _ in examples])
    right = np.mean(logits.argmax(axis=1) == [TYPES.index(kind) for _, kind, _ in examples])
    print(f"{len(examples)} examples, {right:.3f} right on them")


if __name__ == "__main__":
    main()
