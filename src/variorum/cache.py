"""The cache: what a report is annotated with is found once, keyed by its content and the versions of what reads it.

One file a record, written whole and then renamed, so that a killed run leaves no half of one. The folder is
``VARIORUM_CACHE``, else the user's cache folder of the platform; it can be deleted at any time. Records stand in
folders by kind: ``annotated`` reports, ``tones`` of reports, ``articles`` of web pages, ``templates`` of the page as
the engine compiled them, ``layouts`` of its figures, versions of the annotators (``components``) by their files.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVar

import msgspec

from variorum.model.reports import Report

Record = TypeVar("Record")

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


def load(kind: str, key: str, shape: type[Record]) -> Record | None:
    """Return the record of this kind and key, or None when there is none that can be read as ``shape``."""
    data = load_bytes(kind, f"{key}.json")
    if data is None:
        return None
    try:
        return msgspec.json.decode(data, type=shape)
    except msgspec.MsgspecError:
        return None


def save(kind: str, key: str, record: object) -> None:
    """Keep a record; a cache that cannot be written costs time and nothing else."""
    save_bytes(kind, f"{key}.json", msgspec.json.encode(record))


def load_bytes(kind: str, name: str) -> bytes | None:
    """Return what a file of the cache holds, or None when there is none."""
    try:
        return (cache_folder() / kind / name).read_bytes()
    except OSError:
        return None


def save_bytes(kind: str, name: str, data: bytes) -> None:
    """Keep a file, if the folder can be written."""
    folder = cache_folder() / kind
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, suffix=".tmp", delete=False) as file:
            file.write(data)
        Path(file.name).replace(folder / name)
    except OSError:
        return
