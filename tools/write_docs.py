"""Write the parts of the docs that are made from the code: limits, errors, and the fields of the JSON.

A page holds a line ``<!-- made: NAME -->`` and a line ``<!-- end -->``; what stands between is replaced.
A test holds the pages to it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from variorum.errors import CATALOGUE
from variorum.limits import LIMITS

DOCS = Path(__file__).parent.parent / "docs"
MADE = re.compile(r"(<!-- made: ([a-z]+) -->\n).*?(<!-- end -->)", re.DOTALL)
STEPS = {"R": "Reading reports", "A": "Annotating", "C": "Comparing", "X": "Around"}

Schema = dict[str, Any]


def limits_table() -> str:
    """Return the table of limits."""
    lines = ["| limit | value | unit | reason |", "|---|---|---|---|"]
    for limit in fields(LIMITS):
        value = getattr(LIMITS, limit.name)
        lines.append(f"| `{limit.name}` | {value:,} | {limit.metadata['unit']} | {limit.metadata['reason']} |")
    return "\n".join(lines)


def errors_table() -> str:
    """Return the tables of error codes, a step at a time."""
    parts = []
    for letter, step in STEPS.items():
        rows = [f"| {code} | {escape(message)} |" for code, message in CATALOGUE.items() if code.startswith(letter)]
        parts.append("\n".join([f"## {step}", "", "| code | message |", "|---|---|", *rows]))
    return "\n\n".join(parts)


def fields_table(name: str) -> str:
    """Return the tables of fields of one JSON Schema: the object itself, then what it is made of."""
    schema = json.loads((DOCS / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    definitions = schema.get("$defs", {})
    parts = ["\n".join(object_rows(schema, definitions))]
    for definition, part in definitions.items():
        if "properties" in part:
            parts.append(
                "\n".join(
                    [f"### {name}: {definition}", "", part.get("description", ""), "", *object_rows(part, definitions)]
                )
            )
    return "\n\n".join(parts)


def object_rows(schema: Schema, definitions: Schema, prefix: str = "") -> Iterator[str]:
    """Yield the rows of one object; objects inside of it follow with their path."""
    if not prefix:
        yield from ("| field | type | meaning |", "|---|---|---|")
    for field, part in schema["properties"].items():
        meaning = part.get("description") or definitions.get(type_of(part), {}).get("description", "")
        yield f"| `{prefix}{field}` | {type_of(part)} | {escape(meaning)} |"
        inner = part.get("items", part)
        if isinstance(inner, dict) and "properties" in inner:
            yield from object_rows(inner, definitions, f"{prefix}{field}{'[]' if 'items' in part else ''}.")


def type_of(part: Schema) -> str:
    """Return the type of a field in a few words."""
    if "$ref" in part:
        return str(part["$ref"]).rsplit("/", 1)[-1]
    if "enum" in part:
        return escape(", ".join("null" if value is None else f"`{value}`" for value in part["enum"]))
    if "const" in part:
        return f"`{part['const']}`"
    for choice in ("anyOf", "oneOf"):
        if choice in part:
            return " or ".join(type_of(option) for option in part[choice])
    types = part.get("type", "any")
    names = [types] if isinstance(types, str) else list(types)
    if "array" in names and isinstance(part.get("items"), dict):
        names[names.index("array")] = f"list of {type_of(part['items'])}"
    return " or ".join(names)


def escape(text: str) -> str:
    """Return text that may stand in a cell."""
    return text.replace("|", "\\|").replace("\n", " ")


TABLES: dict[str, Callable[[], str]] = {
    "limits": limits_table,
    "errors": errors_table,
    "annotate": lambda: fields_table("annotate"),
    "compare": lambda: fields_table("compare"),
}


def remake(page: str) -> str:
    """Return a page with its made parts made anew."""
    return MADE.sub(lambda made: f"{made[1]}\n{TABLES[made[2]]()}\n\n{made[3]}", page)


if __name__ == "__main__":
    for path in sorted(DOCS.glob("*.md")):
        page = path.read_text(encoding="utf-8")
        if remake(page) != page:
            path.write_text(remake(page), encoding="utf-8")
            print(f"{path.name} written")
