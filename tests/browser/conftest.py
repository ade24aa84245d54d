"""A real browser for the page: Debian's chromium through playwright."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser():
    """Start the browser once; skip with the reason where there is none."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        pytest.skip("chromium is not installed (apt-get install chromium)")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def open_page(browser, tmp_path):
    """Return a function that writes HTML to a file and opens it; what the page does is written down on it."""
    contexts = []

    def open_file(html, *, width=1280, height=900, scheme="light", bypass_csp=False, fragment=""):
        path = tmp_path / f"page-{len(contexts)}.html"
        path.write_text(html, "utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
            bypass_csp=bypass_csp,
        )
        contexts.append(context)
        page = context.new_page()
        page.seen = []
        page.on("request", lambda request: page.seen.append(("request", request.url)))
        page.on("console", lambda message: page.seen.append(("console", message.text)))
        page.on("pageerror", lambda error: page.seen.append(("error", str(error))))
        page.on("dialog", lambda dialog: (page.seen.append(("dialog", dialog.message)), dialog.dismiss()))
        page.own_url = path.as_uri()
        page.goto(page.own_url + fragment)
        return page

    yield open_file
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe_source():
    """Return the accessibility checker's own script."""
    axe = pytest.importorskip("axe_core_python", reason="axe-core-python is not installed")
    return (Path(axe.__file__).parent / "axe.min.js").read_text("utf-8")
