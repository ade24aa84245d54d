"""Feeds: entries of RSS and Atom files become reports; nothing is expanded or fetched."""

from __future__ import annotations

from variorum.reports.reading import read_reports

TEXT = "The ferry Marisol sank off Port Aster on Tuesday, the coast guard said."

RSS = f"""<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Aster Courier</title>
<item><title>Ferry &amp; storm</title><link>https://courier.example/1</link>
<author>ana@courier.example (Ana Reyes)</author>
<pubDate>Tue, 04 Mar 2031 18:00:00 +0200</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{TEXT}</p><p>Zo\xeb was <b>saved</b>.</p>]]></content:encoded></item>
<item><title>Storm</title><description>A storm is expected on Friday.</description></item>
<item><title>Nothing</title></item></channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Aster Courier</title><entry><title>Ferry sinks</title>
<published>2031-03-04T18:00:00Z</published><updated>2031-03-09T18:00:00Z</updated>
<content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>"""


def read(tmp_path, content, name="a.xml"):
    """Return the reports and refusals of a file with this content."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_reports([path])


def test_rss(tmp_path):
    """Content comes before the summary, metadata from the entry and its feed; an entry without text is refused."""
    reports, refusals = read(tmp_path, RSS.encode("latin-1"))
    assert reports[0].text == f"{TEXT}\nZoë was saved."
    assert (reports[0].title, reports[0].outlet) == ("Ferry & storm", "The Aster Courier")
    assert reports[0].published == "2031-03-04T18:00:00+02:00"
    assert reports[0].url == "https://courier.example/1"
    assert "summary" in reports[1].notes[0]
    assert reports[1].published is None
    assert [refusal.code for refusal in refusals] == ["R002"]


def test_atom(tmp_path):
    """The date of publication is that of the entry, not of its last change."""
    reports, _ = read(tmp_path, ATOM)
    assert (reports[0].text, reports[0].published) == (TEXT, "2031-03-04T18:00:00+00:00")


def test_hostile_feeds_are_refused(tmp_path):
    """Entities, deep nesting and feeds without entries end in a refusal."""
    entities = '<!DOCTYPE z [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    laughs = entities + "<rss><channel><item><title>&b;</title></item></channel></rss>"
    for content in (laughs, "<rss>" + "<a>" * 50_000, "<rss><channel></channel></rss>", "<rss"):
        reports, refusals = read(tmp_path, content)
        assert not reports
        assert refusals[0].code in ("R011", "R002")
