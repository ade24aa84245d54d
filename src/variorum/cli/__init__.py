"""The command line, one file a command.

Exit codes: 0 done, 1 nothing could be done, 2 the command was not understood, 3 done but some inputs were refused.
Results go to standard output, everything else to standard error.
"""

from __future__ import annotations

import gc

#: New objects between two searches for garbage that refers to itself: there is little of it in a run of seconds, and
#: with Python's own number (700) looking for it takes an eighth of the time.
_NEW_OBJECTS = 100_000


def main() -> None:
    """Run the command line; the entry point of the ``variorum`` script."""
    from variorum.cli.app import run  # noqa: PLC0415  # importing variorum.cli stays free of typer

    gc.set_threshold(_NEW_OBJECTS)
    run()
