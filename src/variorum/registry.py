"""The registry of annotators: found by name, each says what it needs and gives.

An annotator is one function in one file of ``variorum.annotations``, or of another package that names its module under
the entry point group ``variorum.annotators``. It reads a :class:`~variorum.model.annotations.Draft` and returns the
annotations of one layer. A later annotator for the same layer and language replaces the earlier one.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from variorum.errors import VariorumError
from variorum.model.annotations import Draft
from variorum.packages import installed_state, installed_version

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Annotate = Callable[[Draft], Iterable[Any]]
Function = TypeVar("Function", bound=Annotate)

#: Entry point group under which other packages name modules with annotators.
_GROUP = "variorum.annotators"
#: Layers that stand before any annotator runs.
GROUND = frozenset({"report", "doc", "reference", "sentences", "marked"})


class Annotator(Struct, frozen=True):
    """A registered annotator."""

    name: str
    gives: str
    needs: tuple[str, ...]
    version: str
    languages: tuple[str, ...]
    annotate: Annotate


_ANNOTATORS: dict[tuple[str, str], Annotator] = {}


def annotator(
    gives: str, *, needs: tuple[str, ...] = (), version: str = "1", languages: tuple[str, ...] = ("en",)
) -> Callable[[Function], Function]:
    """Register a function as the annotator of the layer ``gives``.

    ``needs`` names the layers it reads; ``version`` goes up whenever its output changes: cached annotations go stale.
    """

    def register(function: Function) -> Function:
        component = Annotator(function.__name__, gives, needs, version, languages, function)
        for language in languages:
            _ANNOTATORS[language, gives] = component
        return function

    return register


@lru_cache(maxsize=1)
def load_annotators() -> None:
    """Import every module that registers annotators, once: our own, then those of other packages."""
    package = importlib.import_module("variorum.annotations")
    modules = pkgutil.walk_packages(package.__path__, "variorum.annotations.")
    for module in sorted(modules, key=lambda item: item.name):
        importlib.import_module(module.name)
    for entry in _others():
        entry.load()


@lru_cache(maxsize=1)
def _others() -> tuple[EntryPoint, ...]:
    """Return what other packages name; all installed packages are looked through for it, once."""
    from importlib.metadata import entry_points  # noqa: PLC0415  # slow to import, and rarely asked: see packages.py

    return tuple(sorted(entry_points(group=_GROUP), key=lambda item: item.name))


def annotator_files() -> str:
    """Return what changes whenever a file of our annotators does, or what is installed; "" where one is registered."""
    return "" if _ANNOTATORS else _file_states()


def are_all_ours() -> bool:
    """Say whether no other package names annotators: only then do our own files tell what a report is read with."""
    return not _others()


@lru_cache(maxsize=1)
def _file_states() -> str:
    """Return our version, names, sizes and times of the files of our annotators, and what else is installed."""
    folder = Path(__file__).with_name("annotations")
    states = ((path.relative_to(folder), path.stat()) for path in sorted(folder.rglob("*.py")))
    ours = (f"{name} {state.st_size} {state.st_mtime_ns}" for name, state in states)
    return "\n".join([installed_version("variorum"), *ours, *installed_state()])


def ordered_annotators(language: str) -> tuple[Annotator, ...]:
    """Return the annotators of a language, each after those it needs; ties in alphabetical order.

    Raises [A003] when a need is given by nobody, or by nobody before.
    """
    waiting = sorted(
        (component for (lang, _), component in _ANNOTATORS.items() if lang == language), key=lambda c: c.gives
    )
    done, ordered = set(GROUND), []
    while waiting:
        ready = next((component for component in waiting if done.issuperset(component.needs)), None)
        if ready is None:
            stuck = waiting[0]
            missing = ", ".join(sorted(set(stuck.needs) - done))
            raise VariorumError("A003", stuck.gives, annotator=stuck.name, missing=missing)
        waiting.remove(ready)
        done.add(ready.gives)
        ordered.append(ready)
    return tuple(ordered)
