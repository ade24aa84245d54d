"""Natural texts of tokenised ones: ECB+ sets a space around every sign, as a reader never sees them."""

from __future__ import annotations

import re

#: Marks of quotation as treebanks write them, and the straight one, which opens and closes in turn.
_MARK = re.compile(r"``|''|\"")
_OPENS, _CLOSES = "\x01", "\x02"
_SPACED_MARKS = ((re.compile(rf"{_OPENS}[ \t]*"), _OPENS), (re.compile(rf"[ \t]*{_CLOSES}"), _CLOSES))
_LONELY_MARKS = ((re.compile(rf"(?<=\w){_OPENS}"), f" {_OPENS}"), (re.compile(rf"{_CLOSES}(?=\w)"), f"{_CLOSES} "))
#: What stands at the end of the word before it, and at the beginning of the one after it.
_AFTER_A_WORD = re.compile(r"[ \t]+([,.;:!?)\]%…]|['’](?:s|re|ve|ll|d|m|t)\b|n't\b)")
_BEFORE_A_WORD = re.compile(r"([(\[$£€#@])[ \t]+")
#: "11 : 10", "2 . 5", and "1 , 200" but not "May 3 , 2005".
_IN_A_NUMBER = re.compile(r"(?<=\d)(?:[.:][ \t]+(?=\d)|,[ \t]+(?=\d{3}(?!\d)))")
_HALF_DAY = re.compile(r"\b([ap])\. m\.")
_MIDDLES = "year|old|month|day|and|run|on|up|time|long|based|degree|story|foot|mile|magnitude|week|hour|minute"
_BEGINNINGS = (
    r"\d+|\w{2,20}teen|\w{2,20}ty|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third"
    "|hit|vice|co|ex|self|well|so|long|high|low|pre|non|anti|semi|mid|multi|re"
)
#: Hyphens of which a dash can be told: "hit - and - run", "20 - year".
_IN_THREE = re.compile(rf"\b(\w{{1,30}}) - ({_MIDDLES}) - (\w)")
_IN_TWO = re.compile(rf"\b({_BEGINNINGS}) - (\w)")
_SPACES = re.compile(" {2,}")


def natural_text(tokenised: str) -> str:
    """Return a text as a reader sees it; lines stay lines.

    Hyphens that cannot be told from dashes keep their spaces.
    """
    return "\n".join(_natural_line(line.strip()) for line in tokenised.split("\n"))


def _natural_line(line: str) -> str:
    for pattern, sign in _SPACED_MARKS:
        line = pattern.sub(sign, _marked(line) if sign == _OPENS else line)
    line = _AFTER_A_WORD.sub(r"\1", line)
    line = _BEFORE_A_WORD.sub(r"\1", line)
    line = _IN_A_NUMBER.sub(lambda found: found.group().strip(), line)
    line = _HALF_DAY.sub(r"\1.m.", line)
    line = _IN_TWO.sub(r"\1-\2", _IN_THREE.sub(r"\1-\2-\3", line))
    for pattern, sign in _LONELY_MARKS:
        line = pattern.sub(sign, line)
    return _SPACES.sub(" ", line.replace(_OPENS, '"').replace(_CLOSES, '"'))


def _marked(line: str) -> str:
    """Return a line in which marks of quotation say whether they open or close."""
    parts, last, opened = [], 0, False
    for found in _MARK.finditer(line):
        sign = found.group()
        opened = sign == "``" or (sign == '"' and not opened)
        parts += [line[last : found.start()], _OPENS if opened else _CLOSES]
        last = found.end()
    return "".join((*parts, line[last:]))
