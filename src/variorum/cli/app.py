"""The application: its commands, and what happens to an error that reaches the top."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from variorum.cli import annotate, cache, compare, demo, doctor

EXIT_NOTHING_DONE = 1
EXIT_USAGE = 2
EXIT_INTERRUPTED = 130
#: The one error of the catalogue that is a wrong option.
UNKNOWN_FORMAT = "R009"

app = typer.Typer(
    name="variorum",
    help="Lay several news reports of one event side by side: who did and said what, when, where, according to whom.",
    epilog="Start with: variorum demo",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("compare")(compare.compare)
app.command("annotate")(annotate.annotate)
app.command("demo")(demo.demo)
app.command("cache")(cache.cache)
app.command("doctor")(doctor.doctor)


def _print_version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        from variorum import __version__  # noqa: PLC0415  # reads the metadata of the installed package

        typer.echo(f"variorum {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def run() -> None:
    """Run the command line; whatever goes wrong ends in one line, never in a traceback.

    ``VARIORUM_DEBUG=1`` shows the traceback of an error of Variorum's own.
    """
    for stream in (sys.stdout, sys.stderr):
        # A lone surrogate in a report, or a terminal without UTF-8, must not end the command.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(EXIT_INTERRUPTED)
    except Exception as error:  # noqa: BLE001  # the promise of this function
        _report_error(error)
        sys.exit(EXIT_USAGE if getattr(error, "code", None) == UNKNOWN_FORMAT else EXIT_NOTHING_DONE)


def _report_error(error: Exception) -> None:
    """Say what went wrong in one line on standard error."""
    from variorum.cli.refusals import print_refusals, refusal_of  # noqa: PLC0415  # rarely needed
    from variorum.errors import VariorumError  # noqa: PLC0415

    if isinstance(error, VariorumError):
        print_refusals(error.refusals)
    elif os.environ.get("VARIORUM_DEBUG"):
        raise error
    print_refusals([refusal_of(error)])
