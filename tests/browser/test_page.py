"""The page in a real browser: it loads nothing, works by mouse and keyboard at every width, runs no foreign code."""

from __future__ import annotations

import json
from functools import lru_cache

import pytest
from msgspec.structs import replace
from tests.views.made import made_comparison, plain_comparison

from variorum.model.alignments import Layer
from variorum.model.comparisons import Reading, Relation, Unit
from variorum.model.spans import Span
from variorum.views.html import render_html

pytestmark = pytest.mark.browser

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = ((1280, "light"), (1280, "dark"), (320, "light"), (320, "dark"))


@lru_cache(maxsize=1)
def made_page():
    """Render the page of the hand-made comparison once."""
    return render_html(made_comparison())


def top_of(page, selector):
    """Return the height at which an element's text starts."""
    return page.evaluate("selector => document.querySelector(selector).getClientRects()[0].top", selector)


def mark_in(siglum, unit):
    """Return the selector of the first passage of a unit in a column."""
    return f'.column[data-siglum="{siglum}"] [data-u~="{unit}"]'


def test_page_loads_nothing(open_page):
    """Opened from a file, the page asks for nothing but itself and reports no error."""
    page = open_page(made_page())
    page.wait_for_timeout(200)
    assert [what for what in page.seen if what != ("request", page.own_url) and not what[1].startswith("data:")] == []


@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_no_accessibility_violation(open_page, axe_source, width, scheme):
    """The checker finds nothing at WCAG 2.2 AA and best practice, before and after a passage is chosen."""
    page = open_page(made_page(), width=width, scheme=scheme, bypass_csp=True)
    page.evaluate(axe_source)
    for choose in (False, True):
        if choose:
            page.locator(mark_in("A", "u1")).first.click()
            page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        found = page.evaluate("levels => axe.run({runOnly: levels})", LEVELS)["violations"]
        assert [(item["id"], [node["html"] for node in item["nodes"]]) for item in found] == []


def many_told():
    """Return a page on which every line of the account is told by twenty reports."""
    made = made_comparison()
    sigla = tuple(chr(65 + number) for number in range(20))
    return render_html(replace(made, account=tuple(replace(line, sigla=sigla) for line in made.account)))


@pytest.mark.parametrize("html", [made_page, lambda: render_html(plain_comparison(["W" * 300, "x" * 500])), many_told])
@pytest.mark.parametrize("width", [320, 500, 768, 1280])
def test_no_sideways_scrolling(open_page, width, html):
    """The page itself never scrolls sideways, down to 320 px and with words that do not break."""
    page = open_page(html(), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("unit", ["u1", "u2", "u5"])
@pytest.mark.parametrize("home", ["A", "B", "C"])
def test_mouse_brings_counterparts_to_the_same_height(open_page, unit, home):
    """A click on a passage marks its counterparts and brings each to the same height in its column."""
    page = open_page(made_page())
    page.locator(mark_in(home, unit)).first.click()
    for siglum in "ABC":
        assert "chosen" in page.locator(mark_in(siglum, unit)).first.get_attribute("class")
        assert abs(top_of(page, mark_in(siglum, unit)) - top_of(page, mark_in(home, unit))) <= 5
    assert {"A", "B", "C"} <= set(page.locator(".panel-body .sig").all_inner_texts())
    assert page.locator(".panel-body .why:visible").count() >= 1
    assert page.evaluate("document.querySelectorAll('.panel-body [id], .panel-body [tabindex]').length") == 0


@pytest.mark.parametrize("key", ["Enter", " "])
def test_keyboard_does_what_the_mouse_does(open_page, key):
    """Every shown passage takes the focus by Tab, and Enter or Space chooses it."""
    page = open_page(made_page())
    page.locator('.column[data-siglum="A"] .column-text').focus()
    page.keyboard.press("Tab")
    unit = page.evaluate("document.activeElement.dataset.u.split(' ')[0]")
    assert unit == "u1"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press(key)
    assert outline != "none"
    assert abs(top_of(page, mark_in("B", unit)) - top_of(page, mark_in("A", unit))) <= 5
    assert "different places" in page.locator(".panel-body").inner_text()


def test_all_shown_passages_can_be_reached_by_tab(open_page):
    """Each reading of a shown unit starts in a place that takes the focus; hidden kinds take none."""
    page = open_page(made_page())
    reached = page.evaluate(
        "[...document.querySelectorAll('.columns [role=button][tabindex=\"0\"]')].map(e => e.dataset.u).join(' ')"
    ).split()
    assert {f"u{number}" for number in range(1, 8)} <= set(reached)
    assert page.locator('.column[data-siglum="C"] [data-u="u11"][tabindex]').count() == 0
    page.locator('[data-filter="only"]').check()
    assert page.locator('.column[data-siglum="C"] [data-u="u11"][tabindex="0"]').count() == 1


def test_statement_jumps_to_its_words_and_back(open_page):
    """A link on a card leads to the words in the reader, puts the focus there, and the way back leads back."""
    page = open_page(made_page())
    link = page.locator("#conflicts .jump a").nth(1)
    target = link.get_attribute("href")
    link.click()
    start, end = target.rsplit("-", 2)[1:]
    assert page.evaluate("location.hash") == target
    assert page.evaluate("document.activeElement.dataset.s") == start
    words = "".join(page.locator(".columns .hit").all_inner_texts())
    assert words == "Strongwoman Ilse Marant met dock workers in Cape Orlo late on Tuesday"
    assert int(end) - int(start) == len(words)
    assert page.evaluate("document.activeElement.getBoundingClientRect().top < innerHeight")
    page.locator("[data-back]").click()
    page.wait_for_function("location.hash === ''")


def test_every_link_leads_somewhere(open_page):
    """Every link inside the page has a target on the page."""
    page = open_page(made_page())
    lost = page.evaluate(
        """() => [...document.querySelectorAll('a[href^="#"], svg a[href^="#"]')]
             .map(a => a.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))"""
    )
    assert lost == []


def test_address_with_an_anchor_opens_at_the_words(open_page):
    """The page opened with an anchor in the address shows those words."""
    page = open_page(made_page(), fragment="#B-0-69")
    assert "".join(page.locator(".columns .hit").all_inner_texts()).startswith("Strongwoman Ilse Marant")


@pytest.mark.parametrize(("width", "is_open"), [(360, False), (1280, True)])
def test_a_phone_shows_the_first_conflict_before_the_particulars_of_the_reports(open_page, width, is_open):
    """What is said of each report is folded on a phone, and open where there is room."""
    page = open_page(made_page(), width=width, height=800)
    assert page.evaluate("document.querySelector('details.about-reports').open") is is_open


def test_narrow_page_shows_one_report_and_its_counterparts(open_page):
    """At 320 px one report is read at a time, the panel shows the counterparts, and their links change the report."""
    page = open_page(made_page(), width=320, height=720)
    assert page.locator(".column:visible").count() == 1
    page.locator(mark_in("A", "u2")).first.click()
    page.locator(".panel-body .jump a").nth(1).click()
    assert page.locator(".column:visible").get_attribute("data-siglum") == "B"
    page.locator('[data-tab="C"]').click()
    assert page.locator(".column:visible").get_attribute("data-siglum") == "C"


def test_more_than_five_reports(open_page):
    """Of many reports five are shown at first; the others can be chosen, and a link opens theirs."""
    page = open_page(render_html(plain_comparison([f"Report number {number} tells it." for number in range(8)])))
    assert page.locator(".column:visible").count() == 5
    page.locator('[data-column="H"]').check()
    assert page.locator('.column[data-siglum="H"]').is_visible()
    page.locator("#conflicts .reading-lines a").nth(6).click()
    assert page.locator('.column[data-siglum="G"]').is_visible()


def test_page_reads_without_script(browser, tmp_path):
    """Without script the texts, the conflicts and the anchors are all there."""
    path = tmp_path / "page.html"
    path.write_text(made_page(), "utf-8")
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(path.as_uri() + "#B-0-69")
    assert page.locator(".column:visible").count() == 3
    assert not page.locator(".reader-bar").is_visible()
    assert "Cape Orlo" in page.locator("#conflicts").inner_text()
    context.close()


def hostile(page):
    """Return what a page did that it must not: dialogs, errors, refused scripts, requests, a planted global."""
    wrong = [what for what in page.seen if not (what[0] == "request" and what[1] == page.own_url)]
    wrong = [what for what in wrong if not what[1].startswith("data:,")]
    if page.evaluate("window.ran !== undefined"):
        wrong.append(("ran", ""))
    return wrong


OWN_PAYLOADS = (
    "</script><script>window.ran=1</script>",
    "</style><script>alert(1)</script>",
    "</template><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(1)",
    "<!--",
    "</title><script>alert(1)</script>",
    "<base href=//evil.invalid>",
    "\x00\x1b[2J\u202e\u2028",
)


def test_own_payloads_do_not_run(open_page):
    """Markup in text, title, outlet, names, reasons and places is shown as typed and runs nothing."""
    for payload in OWN_PAYLOADS:
        text = f"{payload} said a report."
        html = render_html(
            plain_comparison(
                [text, "other"], title=payload, outlet=payload, byline=payload, url=payload, language=payload,
                published=payload, notes=(payload,),
            )
        )  # fmt: skip
        page = open_page(html)
        page.locator(mark_in("A", "u1")).first.click()
        assert hostile(page) == [], payload
        page.close()


def units_of(payloads, text):
    """Return a unit for each payload that carries it as gist, value, speaker, via, reason and group."""
    for number, payload in enumerate(payloads):
        start = text.index(payload)
        span = Span(start, start + len(payload))
        reading = Reading("A", (span,), payload, payload, (span,), (), payload, payload)
        yield Unit(
            f"x{number}", Layer.STATEMENT, Relation.ONLY, None, None, payload, (reading,), ("B",), 1, 1, (payload,)
        )


def test_payloads_of_the_list_do_not_run(open_page, shared):
    """No payload of the list runs as text, title, outlet, gist, speaker or reason; no script has to be refused."""
    lines = (shared / "hostile/xss_payloads.jsonl").read_text("utf-8").splitlines()
    payloads = [json.loads(line)["payload"] for line in lines]
    for start in range(0, len(payloads), 300):
        chunk = payloads[start : start + 300]
        text = "\n".join(chunk)
        comparison = plain_comparison(
            [text, " ".join(reversed(chunk)) + "."],
            title=chunk[0],
            outlet=chunk[-1],
            byline=chunk[len(chunk) // 2],
            units=tuple(units_of(chunk, text)),
        )
        page = open_page(render_html(comparison))
        page.locator('[data-filter="only"]').check()
        page.locator(".columns [role=button]").first.click()
        for x in (200, 900):
            page.mouse.move(x, 450)
        assert hostile(page) == [], start
        shown = page.locator('.column[data-siglum="A"] .column-text > p:not(.column-title)').count()
        assert shown >= sum(1 for payload in chunk if payload.strip()), start
        page.close()
