"""The page as text: same input, same bytes; nothing from outside; words that judge nobody."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.views.made import TEXTS, made_comparison, plain_comparison

import variorum
from variorum.model.comparisons import Relation
from variorum.model.reports import Report
from variorum.views.html import render_html


def test_same_comparison_gives_the_same_bytes():
    """The page holds no time, no randomness and no order of sets."""
    assert render_html(made_comparison()) == render_html(made_comparison())


def test_possible_tensions_stand_apart_and_are_counted_apart():
    """What may be a conflict has a place of its own, which the navigation leads to; the summary counts it apart."""
    comparison = made_comparison()
    first = next(unit for unit in comparison.units if len(unit.readings) > 1)
    tense = replace(first, id="t1", relation=Relation.UNCERTAIN, slot=None)
    units = tuple(unit for unit in comparison.units if unit.relation is not Relation.UNCERTAIN)
    without = render_html(replace(comparison, units=units, tensions=()))
    html = render_html(replace(comparison, units=units, tensions=(tense,)))
    assert "Possible tensions" in html
    assert "1 possible tension, no conflict" in html
    assert html.count('href="#uncertain"') == 1
    assert "Possible tensions" not in without
    assert 'href="#uncertain"' not in without


def test_nothing_comes_from_outside():
    """No attribute loads anything, and the policy forbids it."""
    html = render_html(made_comparison())
    assert not re.findall(r'(?:src|srcset|action|poster|background)\s*=\s*"', html)
    assert re.findall(r'<link[^>]*href="([^"]*)"', html) == ["data:,"]
    assert "url(http" not in html
    assert "default-src &#39;none&#39;" in html
    assert 'style="' not in html


def test_policy_allows_exactly_our_script_and_style():
    """The hashes of the policy are those of the one script and the one style."""
    html = render_html(made_comparison())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html).group(1)
    for tag in ("script", "style"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy


def test_types_of_events_are_told_in_plain_words():
    """A reader who never heard of PLOVER finds what "CONSULT" means beside it."""
    assert "talks or a visit (CONSULT)" in render_html(made_comparison())


class _Columns(HTMLParser):
    """Collect the text of each column of the reader by its offsets."""

    def __init__(self):
        super().__init__()
        self.texts, self.siglum, self.at = {}, None, None

    def handle_starttag(self, _tag, attrs):
        """Note the column and the offset of what follows."""
        values = dict(attrs)
        if "data-siglum" in values:
            self.siglum = values["data-siglum"]
        self.at = (int(values["data-s"]), int(values["data-e"])) if "data-s" in values else None

    def handle_endtag(self, _tag):
        """Leave the words."""
        self.at = None

    def handle_data(self, data):
        """Keep the words at the offset."""
        if self.at:
            self.texts.setdefault(self.siglum, {})[self.at] = data


def columns_of(html):
    """Return siglum -> {(start, end): words}."""
    parser = _Columns()
    parser.feed(html)
    return parser.texts


def test_reader_holds_every_word_once():
    """The segments of a column re-slice to the text and cover all of it but the line feeds."""
    for siglum, pieces in columns_of(render_html(made_comparison())).items():
        assert all(TEXTS[siglum][start:end] == words for (start, end), words in pieces.items())
        covered = sorted(pieces)
        assert all(left[1] <= right[0] for left, right in pairwise(covered))
        assert "".join(pieces[key] for key in covered) == TEXTS[siglum].replace("\n", "")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=80), min_size=2, max_size=3, unique=True))
def test_any_text_renders(texts):
    """Any texts, lone surrogates and controls included, make a page that can be written and read."""
    html = render_html(plain_comparison(texts))
    html.encode("utf-8")
    assert html.startswith("<!DOCTYPE html>")


def test_wording_judges_nobody():
    """The page's own words never say that a report omits, hides, lies, fails or is biased."""
    text = re.sub(r"<(script|style)>.*?</\1>|<[^>]*>", " ", render_html(made_comparison()), flags=re.DOTALL).lower()
    assert not re.findall(r"\b(omit\w*|hid(?:e|den|es)|lying|false|biased?|wrong|misleading)\b", text)
    assert "not mentioned" in text


def test_a_conflict_is_counted_by_the_question_that_stands_beside_it():
    """The first lines count conflicts in the words of the rows: where, how many, how sure."""
    assert "contradict each other on 3 points (how sure 1, where 1, how many 1)" in render_html(made_comparison())


def test_paths_of_a_machine_stay_out():
    """A report without outlet and title is called by its file name alone."""
    from tests.views.made import annotated_report

    from variorum.model.reports import Capture
    from variorum.views.sigla import report_name

    annotated = annotated_report("B", outlet=None, title=None)
    capture = Capture("/home/someone/files/b.txt", "text/plain", "utf-8", "0")
    annotated = replace(annotated, report=replace(annotated.report, capture=capture))
    assert report_name("B", annotated) == "b.txt"
    assert report_name("B", annotated_report("B", outlet=None, title=None)) == "Report B"


def test_what_somebody_did_not_say_is_not_shown_as_said():
    """Over words that were denied or left unsaid stands the report's own word for it."""
    texts = (
        "Mayor Ana Reyes said on Monday that the quay would reopen in May.",
        "Mayor Ana Reyes did not say on Monday that the quay would reopen in May.",
    )
    reports = [Report(f"r{number}", text, language="en") for number, text in enumerate(texts)]
    html = variorum.compare(reports, keep=False).to_html()
    assert html.count('<strong dir="auto">did not say</strong>:') == 1


def test_altered_quotations_have_their_differing_words_marked():
    """A conflict of wordings in which no words decide alone shows the words that differ."""
    made = made_comparison()
    units = tuple(
        replace(unit, relation=Relation.CONTRADICTS) if unit.gist == "friend of the owners" else unit
        for unit in made.units
    )
    page = render_html(replace(made, units=units))
    conflicts = page[page.index('id="conflicts"') : page.index('id="reader"')]
    assert '<em class="differs">a friend of</em> the owners<' in conflicts
    assert '>the owners&#39; <em class="differs">governor</em>' in conflicts


def test_conflicts_that_say_nothing_new_are_folded_where_there_are_many():
    """Of many conflicts, those with the question and the values of a heavier one are folded; of a few, none."""
    made = made_comparison()
    place = next(unit for unit in made.units if unit.relation is Relation.CONTRADICTS and unit.slot == "place")

    def page_with(more: int) -> str:
        again = tuple(replace(place, id=f"again{number}", weight=0.5) for number in range(more))
        return render_html(replace(made, units=(*made.units, *again)))

    assert "with values that stand above" not in page_with(1)
    page = page_with(9)
    fold = page.index("9 more with values that stand above")
    assert page.index(f'id="{place.id}"') < fold < page.index('id="again0"') < page.index('id="again8"')


def test_the_apparatus_names_a_reading_of_many_reports_once():
    """Reports with one value stand behind it together, and of many sigla the first and the count are shown."""
    made = made_comparison()
    sigla = [chr(65 + number) for number in range(20)]
    line, variant = next(
        (line, variant) for line in made.account for variant in line.variants if variant.readings[0].value
    )
    many = replace(variant, readings=tuple(replace(variant.readings[0], siglum=siglum) for siglum in sigla))
    line = replace(line, sigla=tuple(sigla), variants=(many,))
    page = render_html(replace(made, account=(line,)))
    account = page[page.index('id="account"') : page.index('id="reader"')]
    assert account.count(f">{variant.readings[0].text}</a>") == 1
    assert "and 8 more" in account
    assert "and 7 more" in account


def test_the_same_words_are_no_other_words():
    """A report that has a line word for word is not listed as having it in other words."""
    text = "The mill of Osk burned down on Monday."
    story = variorum.compare(
        [
            Report("one", f"{text} Nobody lives there now.", outlet="One", title=None),
            Report("two", f"{text} The owner was away.", outlet="Two", title=None),
        ]
    )
    page = story.to_html()
    account = page[page.index('id="account"') : page.index('id="reader"')]
    assert text in account
    assert "in other words" not in account


def test_many_readings_of_a_conflict_are_folded():
    """Of a conflict that twenty reports tell, twelve readings stand and the rest is folded, with how many there are."""
    page = render_html(plain_comparison([f"Report number {number} tells it." for number in range(20)]))
    conflicts = page[page.index('id="conflicts"') : page.index("</section>")]
    shown, folded = conflicts.split("8 more readings")
    assert shown.count('data-unit="u2"') == 12
    assert folded.count('data-unit="u2"') == 8
