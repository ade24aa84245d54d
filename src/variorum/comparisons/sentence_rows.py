"""Sentence rows: what two sentences likely tell alike where no other row has them side by side.

Clauses are aligned one to one, each with its best; a sentence that tells what three of another report do has a row
with one of them. The others stand beside it in rows of their own. And a sentence may have no row though another report
likely tells all of it: where it does is in doubt, and to call it told by one would be wrong more often than not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from variorum.comparisons.grouping import Group, group_alignments
from variorum.comparisons.readings import ReportIndex, make_reading
from variorum.comparisons.remainders import Parts
from variorum.comparisons.topics import actors_in
from variorum.comparisons.units import finish_unit, missing_sigla
from variorum.model.alignments import AlignedStory, Alignment, AlignmentKind, Layer, Ref
from variorum.model.comparisons import Reading, Relation, Unit

#: Sentences that both reports have at least for one to be in doubt: of few, all are near to something by chance.
_LEAST_SENTENCES = 8
#: Why a row of sentences is in doubt.
_SOMEWHERE = "another report likely tells this; that it does so here is in doubt"


def sentence_units(aligned: AlignedStory, indexes: Mapping[str, ReportIndex], rows: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return a row for likely sentences that none of ``rows`` has side by side; what these leave in doubt is none."""
    held: dict[tuple[str, int], set[int]] = {}
    for place, unit in enumerate(rows):
        if unit.relation is not Relation.UNCERTAIN and unit.within is None:
            for reading in unit.readings:
                for number in _sentences_of(reading, indexes[reading.siglum]):
                    held.setdefault((reading.siglum, number), set()).add(place)
    none: set[int] = set()
    links = [
        Alignment(
            Layer.STATEMENT, _as_ref(link.left), _as_ref(link.right), AlignmentKind.REWORDED, link.told, (link.reason,)
        )
        for link in aligned.sentences
        if not held.get(link.left, none) & held.get(link.right, none)
    ]
    return _units(links, aligned, indexes, Relation.AGREES)


def doubtful_units(
    aligned: AlignedStory, indexes: Mapping[str, ReportIndex], rows: Sequence[Unit], parts: Parts
) -> tuple[tuple[Unit, ...], frozenset[tuple[str, int]]]:
    """Return rows in doubt for sentences in none of ``rows`` that are likely told elsewhere, and which these are.

    Each stands beside the sentence of another report that most likely tells it.
    """
    taken = {
        (reading.siglum, number)
        for unit in rows
        for reading in unit.readings
        for number in _sentences_of(reading, indexes[reading.siglum])
    }
    short = {siglum for siglum, index in indexes.items() if index.annotated.sentence_count < _LEAST_SENTENCES}
    best: dict[tuple[str, int], tuple[float, tuple[str, int, str, int]]] = {}
    for cell, chance in aligned.alike.items():
        if cell[0] in short or cell[2] in short:
            continue
        for sentence in (cell[:2], cell[2:]):
            if sentence not in taken and parts.are_told(*sentence):
                best[sentence] = max(best.get(sentence, (0.0, cell)), (chance, cell))
    links = [
        Alignment(Layer.STATEMENT, _as_ref(cell[:2]), _as_ref(cell[2:]), AlignmentKind.UNCERTAIN, chance, (_SOMEWHERE,))
        for chance, cell in sorted(set(best.values()), key=lambda found: found[1])
    ]
    return _units(links, aligned, indexes, Relation.UNCERTAIN), frozenset(best)


def _units(
    links: Sequence[Alignment], aligned: AlignedStory, indexes: Mapping[str, ReportIndex], relation: Relation
) -> tuple[Unit, ...]:
    """Return a row for each group of sentences that are linked."""
    places = {siglum: place for place, siglum in enumerate(aligned.story.sigla)}
    order = {ref: (places[ref.siglum], int(ref.id)) for link in links for ref in (link.left, link.right)}
    groups = group_alignments(links, order, apart=True)
    return tuple(_unit(group, indexes, aligned.story.sigla, relation) for group in groups)


def _as_ref(sentence: tuple[str, int]) -> Ref:
    """Return a sentence as a member of a group: its id is its number."""
    return Ref(sentence[0], str(sentence[1]))


def _sentences_of(reading: Reading, index: ReportIndex) -> Iterable[int]:
    """Return the numbers of the sentences that a reading stands in."""
    return dict.fromkeys(number for span in reading.spans for number in index.sentences_at(span))


def _unit(group: Group, indexes: Mapping[str, ReportIndex], sigla: Iterable[str], relation: Relation) -> Unit:
    """Return the row of sentences of several reports."""
    numbers: dict[str, list[int]] = {}
    for ref in group.members:
        numbers.setdefault(ref.siglum, []).append(int(ref.id))
    readings = tuple(_reading(indexes[siglum], found) for siglum, found in sorted(numbers.items()))
    named = [
        {actor for span in reading.spans for actor in actors_in(indexes[reading.siglum], span)} for reading in readings
    ]
    shared = {actor for actors in named for actor in actors if sum(actor in other for other in named) > 1}
    unit = Unit(
        id="",
        layer=Layer.STATEMENT,
        relation=relation,
        within=None,
        slot=None,
        gist="",
        readings=readings,
        not_mentioned=missing_sigla(sigla, readings),
        score=round(group.score, 3),
        weight=0.0,
        reasons=max(group.alignments, key=lambda link: link.score).reasons,
        actors=tuple(sorted(shared)),
    )
    return finish_unit(unit, dict(indexes))


def _reading(index: ReportIndex, numbers: Iterable[int]) -> Reading:
    """Return what a report has in sentences of these numbers."""
    spans = [index.sentence_of(number).span for number in numbers]
    statements = [statement.id for span in spans for statement in index.predicated_in(span)]
    return make_reading(index, spans, annotations=statements)
