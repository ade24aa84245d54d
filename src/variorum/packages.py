"""What is installed, told from the names of folders: the standard library's reader of it is slow to import.

``importlib.metadata`` brings a reader of mail and one of archives along, a tenth of a second of a run that reads
nothing but its cache. The folder ``NAME-VERSION.dist-info`` that each installer leaves says the same.
"""

from __future__ import annotations

import os
import re
import sys
from functools import lru_cache

#: Folders that hold the metadata of an installed package, as two kinds of installers name them.
_SUFFIXES = (".dist-info", ".egg-info")


def installed_version(name: str) -> str:
    """Return the version of an installed package; raises a ``ModuleNotFoundError`` for none."""
    wanted = _plain(name)
    for _, folder in _metadata_folders():
        found, _, version = folder.removesuffix(".dist-info").rpartition("-")
        if version and folder.endswith(".dist-info") and _plain(found) == wanted:
            return version
    from importlib.metadata import version as read_version  # noqa: PLC0415  # see above

    return read_version(name)


def installed_state() -> tuple[str, ...]:
    """Return what changes whenever a package that names entry points is installed, removed or replaced."""
    return tuple(
        f"{folder} {state}"
        for parent, folder in _metadata_folders()
        if (state := _state(os.path.join(parent, folder, "entry_points.txt")))  # noqa: PTH118  # a hundred of them
    )


@lru_cache(maxsize=1)
def _metadata_folders() -> tuple[tuple[str, str], ...]:
    """Return the folders of metadata, each with the folder that it lies in, in the order in which Python looks."""
    found = []
    for parent in dict.fromkeys(path or "." for path in sys.path):
        try:
            names = sorted(os.listdir(parent))  # noqa: PTH208  # names alone
        except OSError:  # an archive, or a folder that is not there
            continue
        found += [(parent, name) for name in names if name.endswith(_SUFFIXES)]
    return tuple(found)


def _plain(name: str) -> str:
    """Return a package's name as the index compares it: "en_core.Web" and "en-core-web" are one."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _state(path: str) -> str:
    """Return size and time of a file, or "" where there is none."""
    try:
        state = os.stat(path)  # noqa: PTH116  # as above
    except OSError:
        return ""
    return f"{state.st_size} {state.st_mtime_ns}"
