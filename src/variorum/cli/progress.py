"""Progress on standard error: a moving line on a terminal, plain lines elsewhere, nothing for work under a second."""

from __future__ import annotations

import sys
from threading import Lock, Timer
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.status import Status

#: Seconds of silence before anything is shown: warm runs end before.
PATIENCE_S = 1.0


class Progress:
    """Call it with a few words before each piece of work; what is going on is shown once a second has passed."""

    def __init__(self) -> None:
        """Begin without a message."""
        self._message = ""
        self._shown = False
        self._closed = False
        self._status: Status | None = None
        self._lock = Lock()
        self._timer = Timer(PATIENCE_S, self._start)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        """Start to wait."""
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Take the moving line away."""
        self._timer.cancel()
        with self._lock:
            self._closed = True
            if self._status is not None:
                self._status.stop()

    def __call__(self, message: str) -> None:
        """Say what is done next."""
        with self._lock:
            self._message = message
            if self._shown:
                self._show()

    def _start(self) -> None:
        """Show what is going on from now on."""
        with self._lock:
            self._shown = not self._closed
            if self._shown and self._message:
                self._show()

    def _show(self) -> None:
        """Show the message, in place where that is possible."""
        if not sys.stderr.isatty():
            sys.stderr.write(f"variorum: {self._message} ...\n")
            sys.stderr.flush()
            return
        from rich.console import Console  # noqa: PLC0415  # only for work that takes time
        from rich.markup import escape  # noqa: PLC0415
        from rich.status import Status  # noqa: PLC0415

        if self._status is None:
            self._status = Status(escape(self._message), console=Console(stderr=True))
            self._status.start()
        self._status.update(escape(self._message))
