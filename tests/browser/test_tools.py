"""Filters, search, links to rows and the account, in a real browser, by mouse and by keyboard."""

from __future__ import annotations

from functools import lru_cache

import pytest
from msgspec.structs import replace
from tests.views.made import made_comparison, plain_comparison

from variorum.model.comparisons import Relation
from variorum.views.html import render_html

pytestmark = pytest.mark.browser


@lru_cache(maxsize=1)
def made_page():
    """Render the page of the hand-made comparison once."""
    return render_html(made_comparison())


def until(page, condition):
    """Wait until a condition holds; the page's policy lets no string be run, so it is asked for from outside."""
    for _ in range(60):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(condition)


def shown_rows(page):
    """Return the ids of the rows that no filter hides."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.item[data-ids]:not(.filtered-out)')]
             .flatMap(item => item.dataset.ids.split(' ')).sort()"""
    )


def expected(**wanted):
    """Return the ids of the units that a choice leaves."""
    found = []
    for unit in made_comparison().units:
        has = {
            "rel": {str(unit.relation)},
            "layer": {str(unit.layer)},
            "sigla": {reading.siglum for reading in unit.readings},
            "actors": set(unit.actors),
            "question": {str(unit.slot)} if unit.relation is Relation.CONTRADICTS else set(),
        }
        # Blocks of what one report tells alone are statements or quotations at once.
        if all(value in has[key] for key, value in wanted.items()):
            found.append(unit.id)
    return sorted(found)


@pytest.mark.parametrize(
    "choices",
    [
        {"rel": "contradicts"},
        {"rel": "only"},
        {"layer": "quotation", "rel": "rewords"},
        {"sigla": "C"},
        {"actors": "a1"},
        {"sigla": "B", "rel": "contradicts"},
        {"question": "quantity"},
    ],
)
def test_filters_leave_the_rows_that_fit(open_page, choices):
    """A choice leaves exactly the rows that have it, says how many, and can be taken back."""
    page = open_page(made_page())
    everything = shown_rows(page)
    assert everything == sorted(unit.id for unit in made_comparison().units)
    for key, value in choices.items():
        page.locator(f'select[data-by="{key}"]').select_option(value)
    assert shown_rows(page) == expected(**choices)
    assert page.locator("#filter-count").inner_text() == f"{len(expected(**choices))} of {len(everything)} rows fit."
    page.locator("#clear").click()
    assert shown_rows(page) == everything
    assert not page.locator("#clear").is_visible()


def test_filters_reach_the_reader(open_page):
    """Passages of rows that are filtered out are no longer marked and take no focus."""
    page = open_page(made_page())
    page.locator('select[data-by="rel"]').select_option("rewords")
    reached = page.evaluate("[...document.querySelectorAll('.columns [role=button]')].map(e => e.dataset.u).join(' ')")
    assert set(reached.split()) == {"u5", "u6"}
    assert page.evaluate("document.querySelector('.column [data-u~=u1]').classList.contains('off')")


def test_filters_work_by_keyboard(open_page):
    """The choices are form fields with labels: Tab and letters are enough."""
    page = open_page(made_page())
    page.locator("#by-relation").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    until(page, "document.querySelectorAll('.filtered-out').length > 0")
    assert shown_rows(page) == expected(rel="rewords")
    labels = page.evaluate("[...document.querySelectorAll('select, input[type=search]')].map(e => e.labels.length)")
    assert set(labels) == {1}


def test_search_finds_every_place_and_leads_there(open_page):
    """Each occurrence in any text is listed, whatever its case and accents; a press leads into the reader."""
    page = open_page(render_html(plain_comparison(["The café burned. A CAFE!", "No Café\u0301 here, cafe there."])))
    page.locator("#search").fill("cafe")
    until(page, "document.querySelectorAll('#found li').length > 0")
    assert (
        page.locator("#search-count")
        .inner_text()
        .startswith(f"{page.locator('#found li').count()} places in 2 reports")
    )
    assert page.locator("#found li").count() >= 4
    page.locator("#found button").nth(1).click()
    assert page.evaluate("document.activeElement.closest('.column').dataset.siglum") == "A"
    assert page.locator(".columns .hit").count() == 1


def test_search_by_keyboard(open_page):
    """Enter leads from the field to the first place, Enter there to the words; nothing found is said."""
    page = open_page(made_page())
    page.locator("#search").fill("grain store")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#found') !== null")
    page.keyboard.press("Enter")
    assert "grain store" in page.evaluate("document.activeElement.textContent")
    page.locator("#search").fill("no such words")
    until(page, "document.querySelector('#search-count').textContent === 'In none of the texts.'")
    assert page.locator("#found li").count() == 0


def test_search_changes_no_text(open_page):
    """The words found are marked without a change of the texts: their pieces and offsets stay."""
    page = open_page(made_page())
    pieces = "[...document.querySelectorAll('.columns [data-s]')].map(e => e.outerHTML).join('')"
    before = page.evaluate(pieces)
    page.locator("#search").fill("crane")
    until(page, "document.querySelectorAll('#found li').length > 0")
    assert page.evaluate("CSS.highlights.get('search').size") == page.locator("#found li").count()
    assert page.evaluate(pieces) == before


@pytest.mark.parametrize("unit", [unit.id for unit in made_comparison().units])
def test_a_link_to_a_row_opens_at_it(open_page, unit):
    """Every row has an address: opened with it, the page shows the row, unfolded, with the focus on it."""
    page = open_page(made_page(), fragment=f"#{unit}")
    assert page.evaluate("document.activeElement.id") == unit
    assert page.evaluate(
        """() => { const box = document.activeElement.parentElement.getBoundingClientRect();
             return box.height > 0 && box.bottom > 0 && box.top < innerHeight; }"""
    )


def test_a_link_to_a_folded_conflict_unfolds_it(open_page):
    """A conflict of little weight lies in a fold; its address opens the fold and the card."""
    made = made_comparison()
    light = replace(made, units=tuple(replace(unit, weight=0.1) for unit in made.units))
    page = open_page(render_html(light))
    assert page.locator("details.fold > summary").first.inner_text().startswith("3 of little weight")
    assert not page.locator("#u1").is_visible()
    page.evaluate("location.hash = 'u1'")
    until(page, "document.activeElement.id === 'u1'")
    assert page.locator("#u1 .readings").is_visible()


def test_a_link_shows_a_row_that_a_filter_hides(open_page):
    """Following a link to a hidden row takes the filter back."""
    page = open_page(made_page())
    page.locator('select[data-by="rel"]').select_option("rewords")
    page.evaluate("location.hash = 'u1'")
    until(page, "document.activeElement.id === 'u1'")
    assert page.locator("#u1").is_visible()


def test_the_panel_leads_to_the_row(open_page):
    """From the counterparts of a passage a link leads to its row."""
    page = open_page(made_page())
    page.locator('.column[data-siglum="A"] [data-u~="u7"]').first.click()
    page.locator('.panel-body a[href^="#u"]').first.click()
    until(page, "/^u\\d+$/.test(document.activeElement.id)")


def test_the_account_shows_what_is_shared_first(open_page):
    """Passages of one report alone are shown when they are asked for, by mouse or keyboard."""
    page = open_page(made_page())
    assert page.locator(".line:visible").count() == 3
    page.locator(".with-alone").focus()
    page.keyboard.press("Space")
    assert page.locator(".line:visible").count() == 5
    first = page.locator("#k3")
    assert "Cape Orlo" in first.inner_text()
    first.locator(".line-text a").click()
    assert page.evaluate("document.activeElement.closest('.column').dataset.siglum") == "A"


def test_page_of_many_long_reports_is_light(open_page):
    """Ten reports of 1,000 words, with a row for every sentence, make a page of under two megabytes."""
    texts = [
        " ".join(f"Sentence {number} of report {turn} tells what happened on the quay." for number in range(90))
        for turn in range(10)
    ]
    comparison = plain_comparison(texts)
    html = render_html(comparison)
    assert len(html.encode()) < 2_000_000
    page = open_page(html)
    assert page.locator(".column:visible").count() == 5
