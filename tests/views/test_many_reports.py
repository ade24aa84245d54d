"""The page of many reports: what would be a line or a column for each is folded, and the page says so."""

from __future__ import annotations

import re

from tests.views.made import plain_comparison

from variorum.limits import LIMITS
from variorum.views.html import render_html

_FEW = LIMITS.page_reports
_MANY = LIMITS.page_reports + 10


def page_of(count):
    """Return the page of so many reports that tell one thing."""
    return render_html(plain_comparison([f"Report {number} tells of the ferry." for number in range(count)]))


def between(html, start, end):
    """Return the first stretch of a page from one mark to another."""
    return html.split(start, 1)[1].split(end, 1)[0]


def test_a_page_of_many_reports_says_what_is_folded():
    """Its first lines say so; a page of few reports has nothing to say."""
    assert "are folded on this page" in between(page_of(_MANY), 'class="lede"', "</div>")
    assert "are folded on this page" not in page_of(_FEW)


def test_boxes_to_choose_many_reports_by_stand_in_a_fold():
    """The fold says how many reports there are; on a narrow page one list stands for as many buttons."""
    html = page_of(_MANY)
    fold = between(html, 'class="choose-many"', "</details>")
    assert f"Choose among the {_MANY} reports" in fold
    assert fold.count("data-column=") == _MANY
    assert between(html, "data-pick", "</select>").count("<option") == _MANY
    assert "data-tab=" not in between(html, "<body", "<script>")
    assert "choose-many" not in between(page_of(_FEW), "<body", "<script>")


def test_names_of_many_reports_stand_by_expression():
    """The table has no column for each report; an expression has the letters of those that use it."""
    head = between(between(page_of(_MANY), 'class="names stack"', "</table>"), "<thead", "</thead>")
    assert re.findall(r"<th [^>]*>([^<]*)</th>", head) == ["Actor", "Own voice", "Quoted voice"]
    assert between(page_of(_FEW), 'class="names stack"', "</thead>").count("<th ") == 1 + _FEW


def test_one_expression_of_many_reports_stands_once():
    """What all reports call an actor is one entry with all of their letters, the first ones and how many more."""
    html = render_html(plain_comparison(["The ferry sank."] * _MANY))
    table = between(html, 'class="names stack"', "</table>")
    assert table.count("<li>") == 1
    assert f"and {_MANY - 5} more" in table


def test_printed_of_many_reports_is_what_is_open():
    """The style for paper opens the folds of few reports alone."""
    style = between(page_of(_MANY), "<style>", "</style>")
    assert "body:not(.many) details::details-content" in style
    assert '<body class="many">' in page_of(_MANY)
    assert '<body class="many">' not in page_of(_FEW)


def test_every_word_of_many_reports_is_on_the_page():
    """Folding takes nothing away: each text is in the reader."""
    html = page_of(_MANY)
    for number in range(_MANY):
        assert f">Report {number} tells of the ferry.<" in html
