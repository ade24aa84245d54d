"""Mentions: where a report names somebody: names with their titles, role nouns, pronouns (after ACE's mention types).

Which mentions name the same entity is decided in ``coreference``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotations.entities.nominals import Nominals
from variorum.model.annotations import MentionForm
from variorum.model.spans import index_at

if TYPE_CHECKING:
    from variorum.annotations.entities.phrases import Found
    from variorum.model.annotations import Draft


def find_mentions(draft: Draft) -> list[Found]:
    """Return the mentions of a report in text order; nominals may hold names ("Assad's government")."""
    finder = Nominals(draft)
    finder.find_names()
    finder.find_nominals()
    finder.find_pronouns()
    # A name of which titles leave nothing ("the King") names nobody.
    kept = (item for item in finder.found if not item.dropped and (item.name or item.form is not MentionForm.NAME))
    found = sorted(kept, key=lambda mention: (mention.first, -mention.after, mention.head))
    for mention in found:
        span = finder.span(mention.first, mention.after)
        mention.quoted = (
            index_at(draft.marked, span.start) is not None and index_at(draft.marked, span.end - 1) is not None
        )
    return found
