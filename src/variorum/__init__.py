"""Variorum lays several news reports of one event side by side.

>>> import variorum
>>> result = variorum.compare(["report-a.txt", "report-b.txt"])  # doctest: +SKIP
>>> [unit["gist"] for unit in result.to_dict()["units"] if unit["relation"] == "contradicts"]  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from variorum.api import AnnotationResult, ComparisonResult, annotate, compare, read, read_all
    from variorum.errors import VariorumError
    from variorum.model.reports import Report

    __version__: str

__all__ = [
    "AnnotationResult",
    "ComparisonResult",
    "Report",
    "VariorumError",
    "__version__",
    "annotate",
    "compare",
    "read",
    "read_all",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401  # the names above, each of its own type
    """Import the library on first use, so that ``variorum --help`` starts at once."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "__version__":
        from variorum.packages import installed_version  # noqa: PLC0415

        return installed_version("variorum")
    if name == "Report":
        from variorum.model.reports import Report  # noqa: PLC0415

        return Report
    if name == "VariorumError":
        from variorum.errors import VariorumError  # noqa: PLC0415

        return VariorumError
    from variorum import api  # noqa: PLC0415

    return getattr(api, name)
