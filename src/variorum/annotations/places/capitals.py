"""Capitals: the capitalised words of a text, found once; a name begins with one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Where they are kept with the parse.
_KEPT = "variorum_capitals"


def capitalised(doc: Doc) -> tuple[Token, ...]:
    """Return the tokens that begin with a capital, in text order."""
    kept: tuple[int, ...] | None = doc.user_data.get(_KEPT)
    if kept is None:
        # Numbers of tokens and no tokens: a parse that holds tokens of its own is never freed.
        kept = tuple(token.i for token in doc if token.text[:1].isupper())
        doc.user_data[_KEPT] = kept
    return tuple(doc[number] for number in kept)
