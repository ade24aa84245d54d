"""Statements: clauses of two reports that tell the same thing.

Being about the same topic is not telling the same: two clauses are joined when wording, participants in their roles,
times, quantities and aligned events add up, when each is the other's best, and when more than names is in common.
Contents of direct quotations are left to the quotations. Clauses of equal text are aligned once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.alignments.amounts import amounts_fit, told_fate
from variorum.alignments.occasions import TimeFit, times_fit
from variorum.alignments.positions import Actors, actors_by_report, report_pairs, speaks_for
from variorum.alignments.similarities import cosines, in_context, mutual_best, nearest, vectors_of
from variorum.alignments.wordings import STOP_WORDS, Weights, contents_of, is_negated, jaccard, stem_of, words_of
from variorum.limits import LIMITS
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.annotations import AnnotatedReport, QuotationType, Statement, TimeExpression
from variorum.model.quantities import Quantity
from variorum.model.spans import Span, index_at, merge_spans

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: From here two statements tell the same, from there perhaps.
_SAME = 0.50
_PERHAPS = 0.42
#: Least cosine and least weighted word overlap of a pair, whatever else speaks for it.
_LEAST_COSINE = 0.45
#: States that a sentence must bring together to be known by them, and the cosine that it needs besides.
_PARTIES = 3
_LEAST_COSINE_OF_CAST = 0.40
#: Sentences of one report that may have that cast.
_RARE = 2
#: Content words of the shorter clause, below which likeness says little.
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """A statement of a report with its slots resolved."""

    statement: Statement
    text: str
    stems: frozenset[str]
    agents: frozenset[str]
    actors: frozenset[str]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    places: frozenset[str]
    sentence: str
    cast: frozenset[str]
    """Who is named in the sentence: the states that actors speak for, else the actors."""
    states: frozenset[str]
    """The states among them."""
    heads: frozenset[str]
    """The states that the agents speak for."""


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """The statements of one report."""

    siglum: str
    told: tuple[_Told, ...]
    vectors: NDArray[np.float32]
    sentences: NDArray[np.float32]
    """Vectors of the sentences in which the statements stand."""


@dataclass(frozen=True, slots=True)
class _Match:
    """How well two statements fit, and why."""

    score: float
    cosine: float
    overlap: float
    reasons: tuple[str, ...]


def align_statements(aligned: AlignedStory) -> tuple[Alignment, ...]:
    """Return the alignments of statements of every two reports, in story and text order."""
    names = {actor.id: actor.name for actor in aligned.actors}
    poles = speaks_for(aligned)
    told = [
        _told(annotated, actors, poles)
        for (_, annotated), actors in zip(aligned.story.items(), actors_by_report(aligned), strict=True)
    ]
    weights = Weights(item.stems for items in told for item in items)
    sides = [
        _Side(siglum, items, vectors_of([item.text for item in items]), vectors_of([item.sentence for item in items]))
        for siglum, items in zip(aligned.story.sigla, told, strict=True)
    ]
    events = {(link.left, link.right) for link in aligned.alignments if link.layer is Layer.EVENT}
    found: list[Alignment] = []
    for left, right in report_pairs(aligned.story):
        found.extend(_align_sides(sides[left], sides[right], weights, events, names))
    return tuple(found)


def _told(annotated: AnnotatedReport, actors: Actors, poles: dict[str, str]) -> tuple[_Told, ...]:
    """Return the statements of a report that are aligned: outside of direct speech, each text once."""
    text = annotated.report.text
    times = {time.id: time for time in annotated.times}
    quantities = {quantity.id: quantity for quantity in annotated.quantities}
    places = {place.id: place.gazetteer_id for place in annotated.places}
    direct = {quotation.id for quotation in annotated.quotations if quotation.type is QuotationType.DIRECT}
    verbatim = merge_spans(span for quotation in annotated.quotations for span in quotation.verbatim)
    casts = _casts(annotated, actors, poles)
    states = frozenset(poles.values())
    seen: set[tuple[str, ...]] = set()
    found: list[_Told] = []
    for statement in annotated.statements:
        if len(found) >= LIMITS.statements:
            break
        words = statement.span.text_of(text)[: LIMITS.pattern_characters]
        stems = contents_of(words)
        if (
            statement.quotation in direct
            or stems in seen
            or len(set(stems)) < _LEAST_WORDS
            or _covered(statement, verbatim)
        ):
            continue
        seen.add(stems)
        roles = [(part.role, actors[part.entity]) for part in statement.participants if part.entity in actors]
        found.append(
            _Told(
                statement=statement,
                text=words,
                stems=frozenset(stems),
                agents=frozenset(actor for role, actor in roles if role == "agent"),
                actors=frozenset(actor for _, actor in roles),
                times=tuple(times[item] for item in statement.times if item in times),
                quantities=tuple(quantities[item] for item in statement.quantities if item in quantities),
                places=frozenset(places[item] for item in statement.places if item in places),
                sentence=annotated.sentences[statement.sentence].span.text_of(text)[: LIMITS.pattern_characters],
                cast=casts.get(statement.sentence, frozenset()),
                states=casts.get(statement.sentence, frozenset()) & states,
                heads=frozenset(poles[actor] for role, actor in roles if role == "agent" and actor in poles),
            )
        )
    return tuple(found)


def _casts(annotated: AnnotatedReport, actors: Actors, poles: dict[str, str]) -> dict[int, frozenset[str]]:
    """Return who is named in each sentence, a leader and his state as one."""
    spans = [sentence.span for sentence in annotated.sentences]
    found: dict[int, set[str]] = defaultdict(set)
    for entity in annotated.entities:
        actor = actors.get(entity.id)
        if actor is None or not entity.named:
            continue
        for mention in entity.mentions:
            index = index_at(spans, mention.start)
            if index is not None:
                found[index].add(poles.get(actor, actor))
    return {index: frozenset(cast) for index, cast in found.items()}


def _covered(statement: Statement, verbatim: tuple[Span, ...]) -> bool:
    """Say whether a clause stands inside quotation marks."""
    index = bisect_right(verbatim, Span(statement.start, 10**12)) - 1
    return index >= 0 and verbatim[index].contains(statement.span)


def _align_sides(
    left: _Side, right: _Side, weights: Weights, events: set[tuple[Ref, Ref]], names: dict[str, str]
) -> list[Alignment]:
    """Match the statements of two reports one to one."""
    if not left.told or not right.told:
        return []
    clauses, sentences = cosines(left.vectors, right.vectors), cosines(left.sentences, right.sentences)
    similarities = in_context(clauses, sentences)
    halves = ((clauses + sentences) / 2).astype(clauses.dtype)
    candidates = dict.fromkeys([*nearest(similarities), *_sharing(left, right, weights)])
    matches: dict[tuple[int, int], _Match] = {}
    for pair in candidates:
        linked = _linked(left, right, pair, events)
        match = _match(
            left.told[pair[0]], right.told[pair[1]], float(similarities[pair]), weights, names, linked=linked
        )
        if match is not None and match.score >= _PERHAPS:
            matches[pair] = match
    chosen = mutual_best({pair: match.score for pair, match in matches.items()})
    taken_left, taken_right = {pair[0] for pair in chosen}, {pair[1] for pair in chosen}
    for pair, match in _same_cast(left, right, halves):
        if pair[0] not in taken_left and pair[1] not in taken_right:
            chosen.append(pair)
            matches[pair] = match
    return [_alignment(left, right, pair, matches[pair]) for pair in sorted(chosen)]


def _same_cast(left: _Side, right: _Side, similarities: NDArray[np.float32]) -> list[tuple[tuple[int, int], _Match]]:
    """Return pairs of statements whose sentences alone bring the same three states together: perhaps the same.

    "Maravia seeks to mediate between Sundara and Kessel" and "Halasz may be helping in talks of Sundara with Kessel"
    share hardly a word.
    """
    by_cast: list[dict[frozenset[str], list[int]]] = [defaultdict(list), defaultdict(list)]
    for side, found in zip((left, right), by_cast, strict=True):
        for index, item in enumerate(side.told):
            if len(item.states) >= _PARTIES:
                found[item.states].append(index)
    # Where many sentences have one cast it tells nothing.
    rare = [
        [(cast, rows) for cast, rows in found.items() if len({side.told[row].sentence for row in rows}) <= _RARE]
        for side, found in zip((left, right), by_cast, strict=True)
    ]
    pairs = []
    for cast, rows in rare[0][: LIMITS.candidates]:
        for other, columns in rare[1][: LIMITS.candidates]:
            shared = cast & other
            if len(shared) < _PARTIES or len(cast | other) > len(shared) + 1:
                continue
            options = [(row, column) for row in rows[:8] for column in columns[:8]]
            row, column = max(options, key=lambda pair: _closeness(left, right, pair, float(similarities[pair])))
            cosine = float(similarities[row, column])
            if cosine >= _LEAST_COSINE_OF_CAST:
                reasons = (f"the same {len(shared)} states in one sentence", f"similar wording {cosine:.2f}")
                pairs.append(((row, column), _Match(round(0.7 * cosine, 4), cosine, 0.0, reasons)))
    return pairs


def _closeness(left: _Side, right: _Side, pair: tuple[int, int], cosine: float) -> tuple[bool, float, int, int]:
    """Return the sort key of two statements of one cast: those whose agents speak for one state first."""
    return bool(left.told[pair[0]].heads & right.told[pair[1]].heads), cosine, -pair[0], -pair[1]


def _sharing(left: _Side, right: _Side, weights: Weights) -> Iterable[tuple[int, int]]:
    """Return pairs that share rare words, which vectors can miss: names, numbers."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for column, item in enumerate(right.told):
        for word in item.stems:
            by_word[word].append(column)
    for row, item in enumerate(left.told):
        rare = sorted(item.stems, key=lambda word: (-weights.of(word), word))[:6]
        near: dict[int, float] = defaultdict(float)
        for word in rare:
            if len(by_word.get(word, ())) <= LIMITS.candidates:
                for column in by_word.get(word, ()):
                    near[column] += weights.of(word)
        for column in sorted(near, key=lambda item: (-near[item], item))[: LIMITS.candidates]:
            yield row, column


def _linked(left: _Side, right: _Side, pair: tuple[int, int], events: set[tuple[Ref, Ref]]) -> bool:
    """Say whether an event of one statement is aligned with one of the other."""
    one, two = left.told[pair[0]].statement, right.told[pair[1]].statement
    return any(
        (Ref(left.siglum, event), Ref(right.siglum, other)) in events for event in one.events for other in two.events
    )


def _match(
    one: _Told, two: _Told, cosine: float, weights: Weights, names: dict[str, str], *, linked: bool
) -> _Match | None:
    """Score two statements; None when they do not tell the same."""
    if cosine < _LEAST_COSINE:
        return None
    overlap = weights.overlap(one.stems, two.stems)
    reasons: list[str] = []
    score = 0.42 * max(0.0, cosine) + 0.30 * overlap + 0.08 * weights.containment(one.stems, two.stems)
    for part, why in (
        _predicates(one, two),
        _participants(one, two, names),
        (0.06 * jaccard(sorted(one.cast), sorted(two.cast)), []),
        _times(one, two, cosine),
        _quantities(one, two),
    ):
        score += part
        reasons.extend(why)
    if linked:
        score += 0.08
        reasons.append("same event")
    if one.places & two.places:
        score += 0.02
    reasons.append(f"similar wording {cosine:.2f}")
    shared = sorted((one.stems & two.stems) - STOP_WORDS, key=lambda word: (-weights.of(word), word))
    # What two clauses of one story share must be more than its names.
    carried = [word for word in shared if not _is_name(word, one, two)]
    if not carried and cosine < 0.75 and not linked:
        return None
    return _Match(round(score, 4), cosine, overlap, tuple(reasons))


def _is_name(stem: str, one: _Told, two: _Told) -> bool:
    """Say whether a shared word is written as a name in both."""
    return all(any(word.stem == stem and word.text[0].isupper() for word in words_of(item.text)) for item in (one, two))


def _predicates(one: _Told, two: _Told) -> tuple[float, list[str]]:
    """Score the predicates."""
    if stem_of(one.statement.lemma) == stem_of(two.statement.lemma) and one.statement.lemma not in {"be", "have"}:
        return 0.06, [f"same predicate: {one.statement.lemma}"]
    return 0.0, []


def _participants(one: _Told, two: _Told, names: dict[str, str]) -> tuple[float, list[str]]:
    """Score participants: in common, and in the same role."""
    shared = one.actors & two.actors
    if shared:
        listed = ", ".join(sorted(names.get(actor, actor) for actor in shared))
        whole = len(shared) / max(1, min(len(one.actors), len(two.actors)))
        part = 0.06 * whole + (0.03 if one.agents & two.agents else 0.0)
        if one.agents and two.agents and not one.agents & two.agents:
            part -= 0.05
        return part, [f"same actors: {listed}"]
    if one.actors and two.actors:
        return -0.10, []
    return 0.0, []


def _times(one: _Told, two: _Told, cosine: float) -> tuple[float, list[str]]:
    """Score times: the same date speaks for a pair, dates that lie apart against it."""
    fits = [(times_fit(a, b), a, b) for a in one.times[:4] for b in two.times[:4]]
    for wanted, part, why in ((TimeFit.SAME, 0.10, "same date"), (TimeFit.COMPATIBLE, 0.05, "compatible dates")):
        for fit, first, second in fits:
            if fit is wanted:
                return part, [f"{why}: “{first.text}”, “{second.text}”"]
    if any(fit is TimeFit.APART for fit, _, _ in fits):
        # Only where nearly all else is equal is another date a conflict and not another occasion.
        return (-0.05 if cosine >= 0.85 else -0.20), ["dates differ"]
    return 0.0, []


def _quantities(one: _Told, two: _Told) -> tuple[float, list[str]]:
    """Score quantities of the same thing; a number that differs is a conflict, to be found later."""
    found = amounts_fit(one.quantities, two.quantities)
    if found is None:
        return 0.0, []
    fits, amount, other = found
    # Another number of dead is the same matter told otherwise; another number of anything may be another matter.
    part = 0.12 if told_fate(amount) and told_fate(other) else (0.08 if fits else 0.0)
    return part, [f"{'same quantity' if fits else 'quantity of the same'}: “{amount.text}”, “{other.text}”"]


def _alignment(left: _Side, right: _Side, pair: tuple[int, int], match: _Match) -> Alignment:
    """Return the alignment of two statements."""
    one, two = left.told[pair[0]], right.told[pair[1]]
    equal = [word.stem for word in words_of(one.text)] == [word.stem for word in words_of(two.text)]
    if equal:
        kind = AlignmentKind.IDENTICAL
    else:
        kind = AlignmentKind.REWORDED if match.score >= _SAME else AlignmentKind.UNCERTAIN
    reasons = match.reasons
    if one.statement.negated != two.statement.negated or is_negated(one.text) != is_negated(two.text):
        reasons = (*reasons, "negated in one")
    return Alignment(
        layer=Layer.STATEMENT,
        left=Ref(left.siglum, one.statement.id),
        right=Ref(right.siglum, two.statement.id),
        kind=kind,
        score=round(max(0.0, min(1.0, match.score)), 4),
        reasons=reasons,
    )
