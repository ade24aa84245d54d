"""An event in the making: what the steps of reading events fill in one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from variorum.annotations.tables.frames import Frame


@dataclass(slots=True)
class EventDraft:
    """A trigger with its frame, and the slots that are read so far; tokens by number, participants by entity id."""

    token: int
    """The head of the trigger."""
    first: int
    last: int
    """First and last token of the trigger's words."""
    frame: Frame
    rule: str
    """What decided, for people."""
    light: int = -1
    """The light verb, or -1."""
    second: int = -1
    """The second word of the frame ("down" in "crack down"), or -1."""
    source: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    time: str | None = None
    place: str | None = None
    carried: bool = False
    of_scene: set[str] = field(default_factory=set)
    """"time", "place": what is that of the scene alone."""
    confidence: float = 0.9
    spoken: bool = False
    """Whether somebody does it by the very words that are told as theirs: "the charge is false, Reyes said"."""
    means: list[str] = field(default_factory=list)
    """Entities that take part as means, not as target: the troops that are sent."""

    verb: int = field(init=False)
    """The token under which the event hangs: its light verb, else its own."""
    nominal: bool = field(init=False)
    """Whether a noun alone tells the event."""

    def __post_init__(self) -> None:
        """Read off what is asked for many times."""
        self.verb = self.light if self.light >= 0 else self.token
        self.nominal = self.rule.startswith(("noun", "untyped noun"))

    def settle(self) -> None:
        """Take care that nobody acts on themselves; two who meet are one another's counterparts."""
        source = list(dict.fromkeys(self.source))
        target = [entity for entity in dict.fromkeys(self.target) if entity not in source]
        if not target and len(source) > 1 and self.frame.roles in ("mutual", "joint"):
            source, target = source[:1], source[1:]
        self.source, self.target = source, target

    def again(self, time: str) -> EventDraft:
        """Return an earlier event of the same kind and participants, with its own time and no place."""
        return replace(
            self, source=list(self.source), target=list(self.target), rule="first-since", time=time, place=None,
            carried=False, of_scene=set(), confidence=0.7,
        )  # fmt: skip
