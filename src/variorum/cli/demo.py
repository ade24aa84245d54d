"""``variorum demo``: the examples, compared; the first thing to run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from variorum.cli.compare import compare_inputs, render
from variorum.cli.options import OutputFormat, check_output, write_result

EXAMPLE = "harbour"


def examples_folder() -> Path:
    """Return the folder of the examples: in the installed package, or beside ``src/`` in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "examples"
    return installed if installed.is_dir() else package.parent.parent / "examples"


def demo(
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to write the page.")] = Path(
        "variorum-demo.html"
    ),
    *,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Compare three reports of an invented event.

    Prints the summary and writes the page.

    \b
    Examples:
      variorum demo
      variorum demo --open
      variorum demo -o /tmp/page.html
    """
    check_output(output)
    inputs = sorted(str(path) for path in (examples_folder() / EXAMPLE).iterdir() if path.suffix in {".txt", ".html"})
    comparison = compare_inputs(inputs, "auto", None, None, keep=True)
    write_result(render(comparison, OutputFormat.HTML), output)
    write_result(render(comparison, OutputFormat.TEXT, for_terminal=True), None)
    sys.stdout.write(f"\nReports: {' '.join(inputs)}\nThe page: {output.resolve()}\n")
    if open_page:
        typer.launch(output.resolve().as_uri())
