"""The error catalogue: every message has a code, says what happened, where, and what to do.

Codes: ``R`` reading reports, ``A`` annotating, ``C`` comparing, ``X`` everything around.
``docs/errors.md`` lists them all and a test raises each once.
"""

from __future__ import annotations

from variorum.model.reports import Refusal

CATALOGUE: dict[str, str] = {
    "R001": "there is no file of this name; check the path",
    "R002": "the input is empty; give a file with the text of a report",
    "R003": "the bytes are not text ({what}); give plain text, HTML, JSON or JSONL, RSS/Atom, WARC or a PDF with text",
    "R004": "the bytes cannot be decoded as {encoding}; save the file as UTF-8",
    "R005": "{size:,} {unit}, the limit is {limit:,} ({setting}); split the input or pass the article alone",
    "R006": "only {words} word(s) of text were found, at least {limit} are needed; is this the article itself?",
    "R007": "no article text was found in the page; save the article's text as a .txt file",
    "R008": '{where}: {why}; each report must be a JSON object with a "text" field',
    "R009": "the input format {given!r} is not known; choose one of {known}",
    "R010": "the file cannot be read ({why}); check that it is a file and that you may read it",
    "R011": "the {format} file holds no readable report ({why}); save the article's text as a .txt file",
    "R012": (
        "the input holds {count:,} reports where one is expected; read it with variorum.read_all, or pass one alone"
    ),
    "R013": "the PDF has no text of its own (scanned pages, say); run text recognition on it first, or give the text",
    "R014": "the archive ends early or is damaged ({why}); what stands before was read, get the file again for more",
    "R015": "{count:,} file(s) in the folder are of other kinds ({examples}); name those that are reports one by one",
    "R016": "Variorum opens no network connection; save the page in the browser and name the file",
    "A001": (
        "the text is in {language}; English alone is built in: "
        "install a spaCy pipeline for it and name it with --pipeline"
    ),
    "A002": "the spaCy pipeline {pipeline!r} is not installed; install it with pip, or leave --pipeline out",
    "A003": "the annotator {annotator!r} needs {missing}, which no annotator before it gives",
    "C001": "{count} report(s) can be compared, at least two are needed; variorum annotate reads one alone",
    "C002": "the text is the same as that of {other}; the same report is compared once",
    "C003": "{count} reports were given, the limit for one story is {limit}",
    "C004": 'line {line}: {why}; each line must be a JSON object with "reports", a list of objects with "text"',
    "C005": (
        "line {line} is no decision on actors: {why}; write merge or split, then the words of mentions, between tabs"
    ),
    "C006": (
        "line {line} names {why}; give the words of a mention as a report writes them, "
        "or a siglum, a colon and the words or id"
    ),
    "X001": "an error of Variorum's own ({what}); please report it; VARIORUM_DEBUG=1 shows where it happened",
    "X002": "the result cannot be written ({why}); name another file with -o",
    "X003": "{what} needs the package {package}, which is not installed; install it with pip, or ask for CSV",
}


class VariorumError(Exception):
    """An error with a code from the catalogue; ``name`` is what the user called the input."""

    def __init__(self, code: str, name: str = "", *, refusals: tuple[Refusal, ...] = (), **values: object) -> None:
        """Make the message; ``values`` fill the places in the catalogue, ``refusals`` are what led to it."""
        self.code = code
        self.name = name
        self.refusals = refusals
        self.values = values
        self.reason = CATALOGUE[code].format(**values)
        super().__init__(f"[{code}] {name}: {self.reason}" if name else f"[{code}] {self.reason}")

    def named(self, name: str) -> VariorumError:
        """Return the same error for an input called ``name``; an error that has a name keeps it."""
        return self if self.name else VariorumError(self.code, name, refusals=self.refusals, **self.values)

    def refusal(self) -> Refusal:
        """Return the same as a record, for a batch that goes on."""
        return Refusal(self.name, self.code, self.reason)
