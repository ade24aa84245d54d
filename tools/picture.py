"""Make the picture of the README: the page of the first example in a browser (Debian's chromium through playwright).

Usage: python tools/picture.py [FILE]. Run it again when the look of the page has changed.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from variorum import flow
from variorum.reports.reading import read_reports
from variorum.views.html import render_html

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "page.png"
#: Width and height in CSS pixels: the conflicts and the contents beside them.
SIZE = (1280, 1120)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def render_page() -> str:
    """Return the page of the example."""
    reports, _ = read_reports([str(ROOT / "examples" / "harbour")], input_format="auto")
    return render_html(flow.compare(reports, title="A ferry burns in Trieste"))


def take_picture(html: str, picture: Path) -> None:
    """Write a picture of the top of a page."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "page.html"
        page_file.write_text(html, "utf-8")
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light")
        page.goto(page_file.as_uri())
        page.evaluate("for (const card of document.querySelectorAll('.about-reports')) card.open = false")
        page.screenshot(path=str(picture))
        browser.close()


if __name__ == "__main__":
    take_picture(render_page(), Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE)
