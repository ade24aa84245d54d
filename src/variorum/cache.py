"""The cache of annotated reports: a report is annotated once, keyed by its content and the versions of what reads it.

One file a report, written whole and then renamed, so that a killed run leaves no half of one. The folder is
``VARIORUM_CACHE``, else the user's cache folder of the platform; it can be deleted at any time.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

import msgspec

from variorum.model.annotations import AnnotatedReport
from variorum.model.reports import Report

#: Goes up when the shape of the cached record changes.
CACHE_FORMAT = 1


def cache_folder() -> Path:
    """Return the folder of the cache, which need not exist yet."""
    import platformdirs  # noqa: PLC0415  # only where the variable is not set

    return Path(os.environ.get("VARIORUM_CACHE") or platformdirs.user_cache_dir("variorum"))


def cache_key(report: Report, components: tuple[tuple[str, str], ...]) -> str:
    """Return the name of ``report`` annotated by ``components``: a hash of everything that the result depends on."""
    known = [CACHE_FORMAT, msgspec.to_builtins(report), components]
    return sha256(msgspec.json.encode(known)).hexdigest()


def load_annotated(key: str) -> AnnotatedReport | None:
    """Return the cached report, or None when there is none that can be read."""
    try:
        return msgspec.json.decode((cache_folder() / "annotated" / f"{key}.json").read_bytes(), type=AnnotatedReport)
    except (OSError, msgspec.MsgspecError):
        return None


def save_annotated(key: str, annotated: AnnotatedReport) -> None:
    """Keep an annotated report; a cache that cannot be written costs time and nothing else."""
    folder = cache_folder() / "annotated"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, suffix=".tmp", delete=False) as file:
            file.write(msgspec.json.encode(annotated))
        Path(file.name).replace(folder / f"{key}.json")
    except OSError:
        return
