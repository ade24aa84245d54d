"""Frames of nouns: which noun of a phrase tells the event, and what kind of event it tells."""

from __future__ import annotations

from msgspec.structs import replace

from variorum.annotations.tables.frames import Frame, load_frames
from variorum.annotations.trees import Trees
from variorum.word_lists import listed

_OF_MANY = listed("series string wave number spate round set raft campaign lot host couple")
#: Words around a strike that make it one of those who work, and how many tokens away they are looked for.
_LABOUR = listed("""
    worker union employee teacher nurse doctor pilot driver staff guard sailor miner docker wage pay salary labor labour
    workplace employer crew stevedore postman cleaner porter farmer student lecturer
""")
_LABOUR_REACH = 20


def noun_frame(trees: Trees, noun: int) -> Frame | None:
    """Return the frame of a noun, with the word before it where the table has both."""
    frames = load_frames()
    lemma = trees.lemmas[noun]
    if lemma in frames.compound_nouns:
        for child in trees.children[noun]:
            if trees.deps[child] in ("compound", "amod") and child < noun:
                frame = frames.nouns.get(f"{trees.lemmas[child]} {lemma}")
                if frame is not None:
                    return frame
    return frames.nouns.get(lemma)


def core_of(trees: Trees, noun: int) -> int:
    """Return the noun that tells the event: "offensives" in "a series of offensives"."""
    if trees.lemmas[noun] in _OF_MANY:
        for word, target in trees.prepositions(noun):
            if word == "of" and target >= 0:
                return target
    return noun


def labour_frame(trees: Trees, token: int, frame: Frame) -> Frame:
    """Return the frame of a strike: of those who work where the sentence speaks of work, else of arms."""
    if frame.key != "strike" or frame.type != "ASSAULT":
        return frame
    first, after = trees.ranges[trees.sentences[token]]
    near = range(max(first, token - _LABOUR_REACH), min(after, token + _LABOUR_REACH))
    if not any(trees.lemmas[at] in _LABOUR for at in near):
        return frame
    return replace(frame, type="PROTEST", mode="strike", roles="agent")
