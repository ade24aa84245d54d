"""Folders: the files in a folder and the folders in it, in the order of their paths."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from variorum.errors import VariorumError
from variorum.limits import LIMITS
from variorum.reports.formats import format_of_name


def list_folder(name: str) -> Iterator[str | VariorumError]:
    """Yield the files of a folder that can be reports, then an error that counts the others.

    Hidden files and the ``..._files`` folders beside saved pages are passed over; links to folders are not followed.
    """
    files = sorted(_walk(name))
    others: list[str] = []
    for position, path in enumerate(files):
        if position >= LIMITS.folder_files:
            yield VariorumError(
                "R005", name, size=len(files), unit="files", limit=LIMITS.folder_files, setting="folder_files"
            )
            break
        if format_of_name(path):
            yield path
        else:
            others.append(path)
    if others:
        examples = ", ".join(PurePath(path).name for path in others[:3]) + (", ..." if len(others) > 3 else "")
        yield VariorumError("R015", name, count=len(others), examples=examples)
    if not files:
        yield VariorumError("R002", name)


def _walk(name: str) -> Iterator[str]:
    """Yield the paths of all files; stops a little after the limit, so that no tree is walked without end."""
    count = 0
    for folder, folders, files in os.walk(name):
        folders[:] = sorted(each for each in folders if not each.startswith(".") and not each.endswith("_files"))
        for file in sorted(files):
            if not file.startswith("."):
                count += 1
                yield str(Path(folder) / file)
            if count > LIMITS.folder_files:
                return
