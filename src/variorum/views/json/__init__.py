"""The machine interface, schema 1: annotated reports and comparisons as plain dictionaries (``docs/schema/``).

Offsets are code points of the report's text. Names of keys are stable; new keys may be added.
"""

from __future__ import annotations

from variorum.views.json.annotated import annotated_to_dict
from variorum.views.json.comparison import comparison_to_dict
from variorum.views.json.parts import SCHEMA, to_json

__all__ = ["SCHEMA", "annotated_to_dict", "comparison_to_dict", "to_json"]
