"""``variorum cache``: where annotated reports and their like are kept, how many, and how to be rid of them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def cache(
    *,
    clear: Annotated[bool, typer.Option("--clear", help="Delete what is kept; it can be made again.")] = False,
) -> None:
    """Show the cache (annotated reports, tones, articles of web pages, compiled templates), or clear it.

    VARIORUM_CACHE names another folder.

    \b
    Examples:
      variorum cache
      variorum cache --clear
    """
    from variorum.cache import cache_folder  # noqa: PLC0415  # not for --help

    folder = cache_folder()
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and _is_ours(path)]
    size = sum(path.stat().st_size for path in files)
    sys.stdout.write(f"{folder}: {len(files):,} files, {size / 1e6:,.1f} MB\n")
    if clear:
        for path in files:
            path.unlink(missing_ok=True)
        sys.stdout.write(f"{len(files):,} files deleted\n")


def _is_ours(path: Path) -> bool:
    """Say whether the cache wrote this file: VARIORUM_CACHE may name a folder that holds other things too."""
    return path.suffix in {".json", ".sqlite3", ".sqlite3-journal", ".tmp", ".jinja"}
