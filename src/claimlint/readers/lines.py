"""Lines of a plain text: where their words stand, and which bullet marker stands before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimlint.document import LINE_END
from claimlint.errors import NotReadable

LONGEST_LINE = 1_000_000

SIGN = r"[-*+–·○◦•‣●▪■◆➤►]"
BARE_SIGN = "[•‣●▪■◆➤►]"
BARE_SYMBOL = "[✓✔✅☑]\ufe0f?"
EMOJI = (
    "[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u2bff\U0001f000-\U0001faff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*"
)
MARKER = re.compile(
    rf"(?:(?P<sign>{SIGN})|(?P<symbol>{EMOJI}|\d\ufe0f?\u20e3)|\(?(?P<number>\d{{1,2}})[.)])[^\S\r\n]+(?=\S)"
    rf"|(?:(?P<bare_sign>{BARE_SIGN})|(?P<bare_symbol>{BARE_SYMBOL}))(?=\w)"
)
"""A marker needs a space behind it; the unmistakable ones do not."""
NO_SIGN = re.compile("[❌❎✗✘✖☒🚫⛔🙅]")
"""Signs that stand before an item and say no: they are words, not markers."""

RULE = re.compile(r"([-*_=~#+•–—])(?:\s*\1){2,}")
STOP = re.compile(r"[.!?:;…][\"'”’»)\]*_]*\Z")

WRAPPED_LINE = 45
"""A line at least this long that ends without a stop was wrapped: the next line goes on with it."""


class Line(NamedTuple):
    """A line with words: `start` to `end` without marker and surrounding space.

    `indent` is the space before it, `after_blank` whether a blank line (or nothing) stands before it. `sign` is the
    plain bullet sign or number, `symbol` the emoji or check mark that begins it. `number` is 0 where there is none.
    """

    start: int
    end: int
    indent: int
    after_blank: bool
    sign: str = ""
    symbol: str = ""
    number: int = 0
    refuses: bool = False

    @property
    def is_item(self) -> bool:
        """Tell whether the line begins a list item."""
        return bool(self.sign or self.symbol or self.refuses)


def read_lines(text: str) -> list[Line]:
    """Give the lines that hold words. Raises NotReadable where one is too long to be a line."""
    found: list[Line] = []
    after_blank = True
    number = 0
    for row, (start, end) in enumerate(_spans(text), 1):
        _refuse_long(row, end - start)
        line = _line(text, start, end, after_blank, number)
        after_blank = line is None
        if line is not None:
            found.append(line)
            number = line.number or number
    return found


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _refuse_long(row: int, size: int) -> None:
    if size > LONGEST_LINE:
        raise NotReadable(
            f"line {row:,} has {size:,} characters, the limit is {LONGEST_LINE:,}: break it into lines, "
            "or leave the file out if it is data"
        )


def _line(text: str, start: int, end: int, after_blank: bool, number: int) -> Line | None:
    raw = text[start:end]
    words = raw.strip()
    if not words:
        return None
    first = start + raw.index(words[0])
    line = Line(first, first + len(words), first - start, after_blank)
    if words[0].isalpha() or is_rule(words):
        return line
    if NO_SIGN.match(words):
        return line._replace(refuses=True)
    return _marked(text, line, number)


def _marked(text: str, line: Line, number: int) -> Line:
    """Move the start of a line behind its bullet markers, of which there may be two ("- ✔ ")."""
    while match := MARKER.match(text, line.start, line.end):
        if match["number"]:
            if not _counts(int(match["number"]), line, number):
                break
            line = line._replace(sign=match["number"], number=int(match["number"]))
        sign, symbol = match["sign"] or match["bare_sign"], match["symbol"] or match["bare_symbol"]
        line = line._replace(start=match.end(), sign=sign or line.sign, symbol=symbol or line.symbol)
    return line


def _counts(number: int, line: Line, before: int) -> bool:
    """Tell a list number from a figure that a line break put in front ("SPF\\n30. Use daily")."""
    return line.after_blank or bool(line.sign) or number in (1, before + 1)


def is_rule(words: str) -> bool:
    """Tell whether a line is only drawn: dashes, stars, equal signs."""
    return len(words) > 2 and RULE.fullmatch(words) is not None


def is_stopped(words: str) -> bool:
    """Tell whether a sentence or heading ends with these words."""
    return STOP.search(words, max(0, len(words) - 8)) is not None


def is_wrapped(words: str) -> bool:
    """Tell whether a line broke off because it was full."""
    return len(words) >= WRAPPED_LINE and not is_stopped(words)
