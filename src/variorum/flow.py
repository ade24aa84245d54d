"""The conductor: calls the steps in order.

``annotate`` takes a report through its annotators, ``compare`` reports to a comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from hashlib import sha256
from pathlib import PurePath

from msgspec.structs import replace

from variorum import cache
from variorum.alignments.actors.aligning import align_actors
from variorum.alignments.actors.things import align_things
from variorum.alignments.events.aligning import align_events
from variorum.alignments.events.untyped import align_untyped_events
from variorum.alignments.neighbours import report_pairs
from variorum.alignments.quotations.aligning import align_quotations
from variorum.alignments.sentences.aligning import SentencePair, align_sentences, sentence_pairs, without_doubtful
from variorum.alignments.sentences.answers import align_answers
from variorum.alignments.sentences.claim_judging import align_judged_claims
from variorum.alignments.sentences.claims import align_claims
from variorum.alignments.sentences.elsewhere import told_elsewhere
from variorum.alignments.sentences.likely_rows import with_chances
from variorum.alignments.sentences.lone import align_lone_sentences
from variorum.alignments.statements.aligning import align_statements
from variorum.alignments.statements.tallies import align_tallies
from variorum.alignments.wordings.matches import WordedReport, word_reports
from variorum.annotations.mending import mend
from variorum.annotations.parsing import DEFAULT_PIPELINE, parse_report, pipeline_version, split_sentences
from variorum.annotations.repeats import fold_repeats
from variorum.annotations.times.reread import resolve_again
from variorum.annotations.tones import TONES_VERSION, find_tones
from variorum.comparisons.comparing import compare_story
from variorum.errors import VariorumError
from variorum.limits import LIMITS
from variorum.model.alignments import Actor, ActorDecision, AlignedStory, Alignment
from variorum.model.annotations import AnnotatedReport, Draft, EntityType, Tone
from variorum.model.comparisons import Comparison
from variorum.model.reports import Refusal, Report
from variorum.model.stories import Story
from variorum.registry import annotator_files, are_all_ours, load_annotators, ordered_annotators
from variorum.reports.checking import check_text, is_claim
from variorum.reports.language import identify_language
from variorum.stories.gathering import gather_story
from variorum.stories.references import agree_references
from variorum.stories.told_days import agree_days

#: States are named as places and as actors: no tone is read toward them.
_TONED = (EntityType.PERSON, EntityType.GROUP, EntityType.ORGANISATION)

Progress = Callable[[str], None]
"""Called with a few words before each piece of work that can take more than a second."""


def _silent(_: str) -> None:
    """Tell nobody."""


def annotate(
    report: Report, *, pipeline: str = DEFAULT_PIPELINE, keep: bool = True, progress: Progress = _silent
) -> AnnotatedReport:
    """Return ``report`` with everything the annotators find in it.

    ``keep`` reads and writes the cache. Raises a :class:`~variorum.errors.VariorumError` for a text that is too short
    or too long, in a language that cannot be read, or a pipeline that is not installed.
    """
    # A claim may be one word; what is read from files was held to more.
    check_text(report, least=1)
    components = ((pipeline, pipeline_version(pipeline)), *_annotator_versions(keep))
    key = cache.cache_key(report, components)
    if keep and (known := cache.load("annotated", key, AnnotatedReport)) is not None:
        return known
    language = report.language or identify_language(report.text)
    if pipeline == DEFAULT_PIPELINE and language.split("-")[0] != "en":
        raise VariorumError("A001", _name_of(report), language=language)
    progress(f"annotating {_title_of(report)}")
    annotated = _run_annotators(replace(report, language=language), pipeline, components)
    if keep:
        cache.save("annotated", key, annotated)
    return annotated


def _annotator_versions(keep: bool) -> tuple[tuple[str, str], ...]:
    """Return name and version of each annotator in order; for files that were seen before without importing them."""
    files = annotator_files() if keep else ""
    key = sha256(files.encode()).hexdigest()
    if files and (known := cache.load("components", key, tuple[tuple[str, str], ...])) is not None:
        return known
    load_annotators()
    # A pipeline that the user names is trusted to fit the language; annotators know English alone.
    versions = tuple(
        (component.annotate.__module__ + "." + component.name, component.version)
        for component in ordered_annotators("en")
    )
    if files and are_all_ours():
        cache.save("components", key, versions)
    return versions


def _run_annotators(report: Report, pipeline: str, components: tuple[tuple[str, str], ...]) -> AnnotatedReport:
    """Parse a report and fill its layers in order."""
    from variorum.annotations.quotations.marks import scan_marks  # noqa: PLC0415  # not for what is annotated already
    from variorum.annotations.times.references import read_reference  # noqa: PLC0415  # likewise

    load_annotators()
    report, folded = fold_repeats(report)
    doc = mend(parse_report(report, pipeline, folded))
    draft = Draft(
        report,
        doc,
        reference=read_reference(report),
        sentences=split_sentences(report, doc),
        marked=scan_marks(report.text),
    )
    for component in ordered_annotators("en"):
        setattr(draft, component.gives, tuple(component.annotate(draft)))
    return AnnotatedReport(
        report=report,
        reference=draft.reference,
        sentences=draft.sentences,
        entities=draft.entities,
        times=draft.times,
        places=draft.places,
        quantities=draft.quantities,
        quotations=draft.quotations,
        attributions=draft.attributions,
        events=draft.events,
        statements=draft.statements,
        designations=draft.designations,
        components=components,
        things=draft.things,
    )


def compare(
    reports: Sequence[Report],
    *,
    story_id: str = "",
    title: str | None = None,
    pipeline: str = DEFAULT_PIPELINE,
    keep: bool = True,
    progress: Progress = _silent,
    refusals: Sequence[Refusal] = (),
    decisions: Sequence[ActorDecision] = (),
    signal: Callable[[str, str], float] | None = None,
) -> Comparison:
    """Return the comparison of at least two reports; one that cannot be taken is refused and named, the rest goes on.

    ``decisions`` on actors are a reader's. ``signal``, an entailment model say, gives a sentence of each of two reports
    the chance that they contradict: it may propose possible tensions, and no conflicts. Raises [C001] when fewer than
    two reports are left, [C006] for a decision that names nothing.
    """
    annotated, newly_refused = _annotate_all(reports, pipeline, keep, progress)
    refused = (*refusals, *newly_refused)
    if len(annotated) < 2:
        raise VariorumError("C001", refusals=refused, count=len(annotated))
    story = _date_story(gather_story(annotated, story_id=story_id, title=title))
    aligned = align(story, decisions, progress)
    progress("reading tones")
    tones = _shared_tones(aligned, keep)
    progress("comparing")
    return compare_story(aligned, refusals=refused, tones=tones, signal=signal)


def read_tones(annotated: AnnotatedReport) -> tuple[Tone, ...]:
    """Return how the sentences of a report speak of its entities; costs about 3 ms a sentence and entity."""
    return find_tones(annotated)


def _shared_tones(aligned: AlignedStory, keep: bool) -> dict[str, tuple[Tone, ...]]:
    """Return, by siglum, the tones toward the people, groups and bodies that most reports name, within the limits."""
    actors = [
        actor for actor in aligned.actors if actor.type in _TONED and len({ref.siglum for ref in actor.entities}) > 1
    ]
    reports = dict(aligned.story.items())

    counts = {
        siglum: {entity.id: len(entity.mentions) for entity in annotated.entities}
        for siglum, annotated in reports.items()
    }

    def mentions(actor: Actor) -> int:
        return sum(counts[ref.siglum][ref.id] for ref in actor.entities)

    actors.sort(key=lambda actor: (-mentions(actor), actor.name, actor.id))
    wanted: dict[str, set[str]] = {}
    for actor in actors[: LIMITS.tone_actors]:
        for ref in actor.entities:
            wanted.setdefault(ref.siglum, set()).add(ref.id)
    return {siglum: _kept_tones(reports[siglum], ids, keep) for siglum, ids in sorted(wanted.items())}


def _kept_tones(annotated: AnnotatedReport, entities: Collection[str], keep: bool) -> tuple[Tone, ...]:
    """Return the tones of a report toward ``entities``, out of the cache where they were read before."""
    if not keep:
        return find_tones(annotated, entities)
    read = ("tones " + " ".join(sorted(entities)), TONES_VERSION)
    key = cache.cache_key(annotated.report, (*annotated.components, read))
    tones = cache.load("tones", key, tuple[Tone, ...])
    if tones is None:
        tones = find_tones(annotated, entities)
        cache.save("tones", key, tones)
    return tones


def align_told(
    story: Story, decisions: Sequence[ActorDecision] = (), progress: Progress = _silent
) -> tuple[AlignedStory, tuple[WordedReport, ...], tuple[SentencePair, ...]]:
    """Return the story as far as its quotations build on it, with the words of its reports and their sentences."""
    # First of all: what reads sentences for their words gives their vectors too.
    progress("aligning words")
    worded = word_reports(story.reports)
    progress("aligning actors")
    held = tuple((story.sigla[left], story.sigla[right]) for left, right in report_pairs(story))
    aligned = AlignedStory(story, align_actors(story, decisions), (), align_things(story), held=held)
    progress(f"aligning sentences, pairs of reports: {len(held):,}")
    pairs = tuple(sentence_pairs(aligned, worded))
    progress("aligning events")
    aligned = _add(aligned, align_events)
    progress("aligning statements")
    aligned = without_doubtful(_add(aligned, partial(align_statements, worded=worded, pairs=pairs)), pairs)
    for layer in (align_tallies, partial(align_sentences, pairs=pairs)):
        aligned = _add(aligned, layer)
    return aligned, worded, pairs


def align(story: Story, decisions: Sequence[ActorDecision] = (), progress: Progress = _silent) -> AlignedStory:
    """Return the story with its actors, the alignments of its events, quotations and statements, and its parts."""
    aligned, worded, pairs = align_told(story, decisions, progress)
    # What comes after builds on what is aligned, or fills what is left.
    progress("aligning quotations and what is left")
    for layer in (
        partial(align_quotations, worded=worded, pairs=pairs),
        align_answers,
        align_claims,
        align_lone_sentences,
        align_judged_claims,
        partial(align_untyped_events, worded=worded),
    ):
        aligned = _add(aligned, layer)
    progress("looking for what is told elsewhere")
    return with_chances(replace(aligned, parts=told_elsewhere(aligned, pairs)), pairs)


def _add(aligned: AlignedStory, layer: Callable[[AlignedStory], Iterable[Alignment]]) -> AlignedStory:
    """Return the story with the alignments of one more layer."""
    return replace(aligned, alignments=(*aligned.alignments, *layer(aligned)))


def _annotate_all(
    reports: Sequence[Report], pipeline: str, keep: bool, progress: Progress
) -> tuple[list[AnnotatedReport], list[Refusal]]:
    """Annotate what can be annotated; the same text twice counts once."""
    annotated: list[AnnotatedReport] = []
    refused: list[Refusal] = []
    seen: dict[str, str] = {}
    for report in reports:
        name = _name_of(report)
        try:
            _check_new(report, name, seen)
            annotated.append(annotate(report, pipeline=pipeline, keep=keep, progress=progress))
        except VariorumError as error:
            refused.append(Refusal(error.name or name, error.code, error.reason))
    return annotated, refused


def _name_of(report: Report) -> str:
    """Return what the user called a report: its file, else its id."""
    return report.capture.name if report.capture else report.id


def _title_of(report: Report) -> str:
    """Return what a report is called while it is read: its headline, else its file without folders."""
    return report.title or PurePath(_name_of(report)).name or report.id


def _check_new(report: Report, name: str, seen: dict[str, str]) -> None:
    """Raise [C002] when the text of ``report`` was seen before, under the name kept in ``seen``.

    A claim of a few words can be worded alike by two who know nothing of each other: each counts.
    """
    if report.text_sha256 in seen and not is_claim(report.text):
        raise VariorumError("C002", name, other=seen[report.text_sha256])
    seen[report.text_sha256] = name


def _date_story(story: Story) -> Story:
    """Let the reports of a story constrain each other's dates, and resolve their relative times again."""
    references = agree_references(agree_days(story.reports))
    reports = tuple(
        annotated
        if reference == annotated.reference
        else replace(annotated, reference=reference, times=resolve_again(annotated.times, reference))
        for annotated, reference in zip(story.reports, references, strict=True)
    )
    return replace(story, reports=reports)
