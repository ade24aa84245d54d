"""What tests share: small texts become drafts and annotated reports through the real flow, without the disk cache."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import settings

# Where a run guards what lands, the same examples are tried each time; everywhere else new ones, and what they break
# stays as an example of its own.
settings.register_profile("same-examples", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("same-examples")

os.environ.setdefault("OMP_NUM_THREADS", "1")

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("VARIORUM_SHARED", ROOT.parent / "shared"))


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory):
    """Keep tests out of the user's cache."""
    os.environ["VARIORUM_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@lru_cache(maxsize=512)
def _annotated(text, metadata):
    from variorum import flow
    from variorum.model.reports import Report

    return flow.annotate(Report(id="test", text=text, **{"language": "en", **dict(metadata)}), keep=False)


@pytest.fixture(scope="session")
def annotate_text():
    """Return a function: text (and report metadata) to AnnotatedReport; the same text is annotated once."""
    return lambda text, **metadata: _annotated(text, tuple(sorted(metadata.items())))


@pytest.fixture(scope="session")
def draft_of():
    """Return a function: text to a Draft with parse, sentences, marks and reference, and no other layer."""
    from variorum.annotations.parsing import parse_report, split_sentences
    from variorum.annotations.quotations.marks import scan_marks
    from variorum.annotations.times.references import read_reference
    from variorum.model.annotations import Draft
    from variorum.model.reports import Report

    @lru_cache(maxsize=512)
    def make(text, published=None, boilerplate=()):
        report = Report(id="test", text=text, published=published, language="en", boilerplate=boilerplate)
        doc = parse_report(report)
        return Draft(
            report,
            doc,
            reference=read_reference(report),
            sentences=split_sentences(report, doc),
            marked=scan_marks(text),
        )

    return make


@pytest.fixture(scope="session")
def shared():
    """Return the folder of gold data, seeds and hostile inputs; skip where it is not there."""
    if not SHARED.is_dir():
        pytest.skip("the shared folder (VARIORUM_SHARED) is not there")
    return SHARED
