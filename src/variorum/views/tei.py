"""The account as TEI P5: parallel segmentation, every report a witness, every line in the words of one of them.

A line is an ``ab``. Whatever stands in it stands in an ``app``, so that no word is claimed for a report that does not
have it: taking of every ``app`` the ``lem`` or ``rdg`` of one witness gives the words of that report. Where the words
of a row lie inside those of another one, their ``app`` stands inside the ``lem``. ``@n`` of ``lem`` and ``rdg`` holds
the places of the words in the report, ``start:end`` in code points.

Standard: TEI P5 Guidelines, chapter 13 (critical apparatus), sections 13.1.2 and 13.2.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from msgspec import Struct, field

from variorum.model.annotations import AnnotatedReport
from variorum.model.comparisons import AccountLine, Comparison, Reading, Relation, Unit, Variant
from variorum.model.spans import Span
from variorum.views.dates import iso_interval
from variorum.views.shown import one_line, shown
from variorum.views.sigla import ordered_reports, report_name, siglum_rank, story_title

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: What XML 1.0 cannot hold and :func:`shown` leaves.
_NO_CHARACTER = re.compile("[\ufffe\uffff]")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_RULE = (
    "The account tells the event in order of time. Every line is a passage of one report, word for word: of the "
    "passages that tell what several reports share, the one that tells most of it; of equals the one with most dates, "
    "places, numbers and named actors; of equals the longer; of equals the first in the alphabet. A line without a "
    "date of its own stands at the event, background with the line before it in its report. The attribute n of lem "
    "and rdg holds start:end of the words in the report's text, in Unicode code points, end exclusive. The type of an "
    "app is the relation of its readings: agrees, rewords, contradicts, only. What a report lacks is not mentioned in "
    "it; nothing is said about which reading is true."
)


class _Entry(Struct):
    """An entry of the apparatus in the making: a stretch of the line with the variants for it."""

    span: Span
    variants: list[Variant] = field(default_factory=list)
    inner: list[_Entry] = field(default_factory=list)


def render_tei(comparison: Comparison) -> str:
    """Return the account of a comparison as a TEI document (UTF-8 text with its declaration)."""
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(_tag("TEI"))
    _add_header(root, comparison)
    body = _add(_add(root, "text", **{_XML_LANG: "en"}), "body")
    division = _add(body, "div", type="account")
    _add(division, "head", story_title(comparison.story))
    texts = {siglum: annotated.report.text for siglum, annotated in comparison.story.items()}
    units = {unit.id: unit for unit in comparison.units}
    for line in comparison.account:
        _add_line(division, line, texts, units)
    if not comparison.account:
        _add(division, "p", "The reports tell nothing that could be laid side by side.")
    _indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _tag(name: str) -> str:
    """Return a name in the namespace of TEI."""
    return f"{{{NAMESPACE}}}{name}"


def _indent(root: ET.Element) -> None:
    """Break lines in the header and between the lines of the account; inside of these every blank is a report's."""
    root.text = "\n"
    for part in root:
        part.tail = "\n"
    ET.indent(root[0])
    for part in root.iter(_tag("div")):
        part.text = "\n"
        for block in part:
            block.tail = "\n"


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    """Add an element with text that XML can hold."""
    made = ET.SubElement(parent, _tag(name), {key: _clean(value) for key, value in attributes.items()})
    if text is not None:
        made.text = _clean(text)
    return made


def _clean(text: str) -> str:
    """Return text without characters that XML 1.0 cannot hold or that would turn what stands around them."""
    return _NO_CHARACTER.sub("\ufffd", shown(text))


def _add_header(root: ET.Element, comparison: Comparison) -> None:
    """Add the header: title, witnesses, method."""
    header = _add(root, "teiHeader")
    description = _add(header, "fileDesc")
    _add(_add(description, "titleStmt"), "title", one_line(story_title(comparison.story)))
    _add(_add(description, "publicationStmt"), "p", "Made with Variorum from the reports named below; not published.")
    witnesses = _add(_add(description, "sourceDesc"), "listWit")
    for siglum, annotated in ordered_reports(comparison.story):
        _add_witness(witnesses, siglum, annotated)
    encoding = _add(header, "encodingDesc")
    _add(_add(encoding, "editorialDecl"), "p", _RULE)
    _add(encoding, "variantEncoding", method="parallel-segmentation", location="internal")


def _add_witness(parent: ET.Element, siglum: str, annotated: AnnotatedReport) -> None:
    """Add one report as a witness."""
    report = annotated.report
    witness = _add(parent, "witness", **{_XML_ID: siglum})
    entry = _add(witness, "bibl")
    if report.byline:
        _add(entry, "author", one_line(report.byline))
    _add(entry, "title", one_line(report.title or report_name(siglum, annotated)))
    if report.outlet:
        _add(entry, "publisher", one_line(report.outlet))
    if report.published:
        known = _DATE.match(report.published)
        _add(entry, "date", one_line(report.published), **({"when": known[0]} if known else {}))
    _add(entry, "idno", report.text_sha256, type="sha256")
    if report.url and re.fullmatch(r"https?://[^\s<>\"{}|\\^`]{1,2000}", report.url):
        _add(entry, "ptr", target=report.url)
    if report.language and _LANGUAGE.fullmatch(report.language):
        entry.set(_XML_LANG, report.language)


def _add_line(parent: ET.Element, line: AccountLine, texts: dict[str, str], units: dict[str, Unit]) -> None:
    """Add a line with its apparatus."""
    block = _add(parent, "ab", type=line.group or "shared", **{_XML_ID: line.id})
    across = [variant for variant in line.variants if any(item.siglum != line.siglum for item in variant.readings)]
    text = texts[line.siglum]
    for span in line.spans:
        entries = _nested(_Entry(span), [variant for variant in across if _hull(variant, span) is not None])
        _fill(block, entries, line.siglum, text, units, whole=True)
    for variant in line.variants:
        _add_notes(block, variant, line.siglum, units)
    when = iso_interval(line.interval)
    if line.label and when:
        begin, _, end = when.partition("/")
        dates = {key: part for key, part in (("from", begin), ("to", end or begin)) if _DATE.fullmatch(part)}
        _add(_add(block, "note", type="date"), "date", one_line(line.label), **dates)


def _hull(variant: Variant, span: Span) -> Span | None:
    """Return the stretch of a line that a variant is about: all its lemma inside ``span``."""
    inside = [part for part in variant.lemma if part.overlaps(span)]
    if not inside:
        return None
    return Span(max(span.start, inside[0].start), min(span.end, max(part.end for part in inside)))


def _nested(root: _Entry, variants: Sequence[Variant]) -> _Entry:
    """Return a line as entries inside each other; stretches that cross become one."""
    found: list[_Entry] = []
    for variant in variants:
        hull = _hull(variant, root.span)
        assert hull is not None
        found.append(_Entry(hull, [variant]))
    found.sort(key=lambda entry: (entry.span.start, -entry.span.end))
    open_: list[_Entry] = [root]
    for entry in found:
        while len(open_) > 1 and open_[-1].span.end <= entry.span.start:
            open_.pop()
        above = open_[-1]
        if above is not root and (above.span == entry.span or not above.span.contains(entry.span)):
            _widen(open_, entry.span.end)
            above.variants += entry.variants
            continue
        above.inner.append(entry)
        open_.append(entry)
    return root


def _widen(open_: list[_Entry], end: int) -> None:
    """Let the innermost open entry reach to ``end``, and those around it as well."""
    for entry in open_[1:]:
        if entry.span.end < end:
            entry.span = Span(entry.span.start, end)


def _fill(parent: ET.Element, entry: _Entry, home: str, text: str, units: dict[str, Unit], *, whole: bool) -> None:
    """Write the words of an entry with the entries inside it; at the top whatever lies between them is one too."""
    done = entry.span.start
    for inner in entry.inner:
        _write_words(parent, Span(done, inner.span.start), home, text, whole=whole)
        _add_entry(parent, inner, home, text, units)
        done = inner.span.end
    _write_words(parent, Span(done, entry.span.end), home, text, whole=whole)


def _write_words(parent: ET.Element, span: Span, home: str, text: str, *, whole: bool) -> None:
    """Write words that the line's report alone has here: as an entry at the top, as text inside a lemma."""
    words = _clean(text[span.start : span.end])
    if not words:
        return
    if whole and words.strip():
        entry = _add(parent, "app", type="only")
        _add(entry, "lem", words, wit=f"#{home}", n=_places([span]))
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


def _add_entry(parent: ET.Element, entry: _Entry, home: str, text: str, units: dict[str, Unit]) -> None:
    """Add an entry: the lemma of the line's report, and a reading for each group of others with the same words."""
    told = [units[variant.unit] for variant in entry.variants if variant.unit in units]
    relations = [unit.relation for unit in told]
    first = relations[0] if relations else Relation.AGREES
    relation = Relation.CONTRADICTS if Relation.CONTRADICTS in relations else first
    made = _add(parent, "app", type=str(relation), n=" ".join(variant.unit for variant in entry.variants))
    readings = _readings(entry.variants, home)
    same = sorted(
        (siglum for siglum, (words, _) in readings.items() if _alike(words, text, entry.span)), key=siglum_rank
    )
    lemma = _add(made, "lem", wit=_witnesses([home, *same]), n=_places([entry.span]))
    _fill(lemma, entry, home, text, units, whole=False)
    grouped: dict[str, list[str]] = {}
    for siglum in sorted(readings, key=siglum_rank):
        if siglum not in same:
            grouped.setdefault(readings[siglum][0], []).append(siglum)
    for words, sigla in grouped.items():
        places = readings[sigla[0]][1] if len(sigla) == 1 else ""
        _add(made, "rdg", words, wit=_witnesses(sigla), **({"n": places} if places else {}))


def _alike(words: str, text: str, span: Span) -> bool:
    """Say whether a reading has the very words of the lemma."""
    return words.split() == text[span.start : span.end].split()


def _readings(variants: Iterable[Variant], home: str) -> dict[str, tuple[str, str]]:
    """Return the words of each other report and their places; of several variants the first that has any."""
    found: dict[str, tuple[str, str]] = {}
    for variant in variants:
        focused = any(reading.focus for reading in variant.readings)
        by_siglum: dict[str, list[Reading]] = {}
        for reading in variant.readings:
            if reading.siglum != home and (reading.focus or not focused):
                by_siglum.setdefault(reading.siglum, []).append(reading)
        for siglum, readings in by_siglum.items():
            found.setdefault(siglum, _words(readings[0]))
    return found


def _words(reading: Reading) -> tuple[str, str]:
    """Return the deciding words of a reading, else all of them, with their places."""
    if not reading.focus:
        return reading.text, _places(reading.spans)
    inside = []
    for focus in reading.focus:
        span = next((span for span in reading.spans if span.contains(focus)), None)
        if span is None or len(reading.spans) > 1:
            return reading.text, _places(reading.spans)
        inside.append(focus)
    return _sliced(reading, inside), _places(inside)


def _sliced(reading: Reading, inside: Sequence[Span]) -> str:
    """Return the words at spans inside a reading of one stretch; its text is on one line, the report's may not be."""
    (span,) = reading.spans
    if len(reading.text) != len(span):
        return reading.value or reading.text
    return " … ".join(reading.text[focus.start - span.start : focus.end - span.start] for focus in inside)


def _add_notes(parent: ET.Element, variant: Variant, home: str, units: dict[str, Unit]) -> None:
    """Add why the readings of a conflict cannot all be true, and what the line's own report has elsewhere."""
    unit = units.get(variant.unit)
    if unit is None or unit.relation is not Relation.CONTRADICTS:
        return
    own = [reading for reading in variant.readings if reading.siglum == home]
    said = "; ".join([*unit.reasons[:1], *(f"{home} has elsewhere: “{reading.text}”" for reading in own)])
    if said:
        _add(parent, "note", one_line(said), type="conflict", n=unit.id)


def _witnesses(sigla: Iterable[str]) -> str:
    """Return pointers to witnesses."""
    return " ".join(f"#{siglum}" for siglum in sigla)


def _places(spans: Iterable[Span]) -> str:
    """Return spans as ``start:end``."""
    return " ".join(f"{span.start}:{span.end}" for span in spans)
