"""The machine interface holds what the design and the schemas promise."""

from __future__ import annotations

import json

import jsonschema
import pytest
from tests.conftest import ROOT
from tests.views.made import annotated_report, made_comparison, plain_comparison

from variorum.views.json import annotated_to_dict, comparison_to_dict, to_json

SCHEMAS = {
    name: json.loads((ROOT / f"docs/schema/{name}.schema.json").read_text("utf-8")) for name in ("annotate", "compare")
}


def validate(name, document):
    """Hold a document, as printed, to a schema."""
    schema = SCHEMAS[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(to_json(document)))


@pytest.mark.parametrize("siglum", "ABC")
def test_annotated_report_validates(siglum):
    """An annotated report validates against the schema, with every layer and with none."""
    validate("annotate", annotated_to_dict(annotated_report(siglum)))


def test_comparison_validates():
    """A comparison with every relation, voice and figure validates."""
    validate("compare", comparison_to_dict(made_comparison()))
    validate("compare", comparison_to_dict(plain_comparison(["one text", "other text"])))


def test_schemas_describe_every_field():
    """Every property in the schemas is described, and no object takes unknown keys."""

    def walk(schema):
        if schema.get("type") == "object":
            assert schema["additionalProperties"] is False
            assert sorted(schema["required"]) == sorted(schema["properties"])
            for name, part in schema["properties"].items():
                assert part.get("description") or "$ref" in part, name
        for part in [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values()]:
            walk(part)
        if isinstance(schema.get("items"), dict):
            walk(schema["items"])

    for schema in SCHEMAS.values():
        walk(schema)


def test_reports_and_coverage_stand_in_the_order_of_sigla():
    """Reports come as A, B, C whatever their order in the story."""
    document = comparison_to_dict(made_comparison())
    assert [report["siglum"] for report in document["reports"]] == ["A", "B", "C"]
    assert [row["siglum"] for row in document["coverage"]] == ["A", "B", "C"]


def test_possible_prints_as_conditional():
    """Schema 1 prints a rumoured event as conditional."""
    assert annotated_to_dict(annotated_report("A"))["events"][0]["factuality"] == "conditional"


def test_voices_are_outlet_and_quoted():
    """Own voice and quoted voice are different cells, with those names."""
    cells = comparison_to_dict(made_comparison())["designations"][0]["cells"]
    assert [(cell["siglum"], cell["voice"]) for cell in cells] == [
        ("A", "outlet"), ("A", "quoted"), ("B", "outlet"), ("B", "quoted"), ("C", "outlet"),
    ]  # fmt: skip


def test_spans_reslice():
    """Every span of readings, expressions and evidence re-slices to its words."""
    document = comparison_to_dict(made_comparison())
    texts = {report["siglum"]: report["text"] for report in document["reports"]}
    for unit in document["units"]:
        for reading in unit["readings"]:
            assert " … ".join(texts[reading["siglum"]][s:e] for s, e in reading["spans"]) == reading["text"]
    for row in document["designations"]:
        for cell in row["cells"]:
            for expression in cell["expressions"]:
                assert {texts[cell["siglum"]][s:e] for s, e in expression["spans"]} == {expression["text"]}
    for entry in [*document["timeline"], *document["map"], *document["network"]["edges"], *document["sources"]]:
        for item in entry["evidence"]:
            assert texts[item["siglum"]][item["start"] : item["end"]] == item["text"]


def test_json_survives_lone_surrogates():
    """A text with a lone surrogate still prints as JSON that can be encoded and read back."""
    line = to_json(comparison_to_dict(plain_comparison(["half \ud800 pair", "other"])))
    assert json.loads(line.encode("utf-8"))["reports"][0]["text"] == "half \ud800 pair"
