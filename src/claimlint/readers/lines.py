"""Lines of a plain text: where their words stand, and which bullet marker stands before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from claimlint.document import LINE_END

LONGEST_LINE = 1_000_000
"""Characters of a line that are read together; what follows begins a paragraph of its own."""

SIGN = r"[-*+–·○◦•‣●▪■◆➤►]"
BARE_SIGN = "[•‣●▪■◆➤►]"
BARE_SYMBOL = "[✓✔✅☑]\ufe0f?"
PICTURE = "[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u2bff\U0001f000-\U0001faff]"
EMOJI = f"{PICTURE}(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d{PICTURE})*"
NO_SIGNS = frozenset("❌❎✗✘✖☒🚫⛔🙅")
"""Signs that stand before an item and say no: they are words, not markers."""

RULE = r"([-*_=~#+•–—])(?:\s*\1){2,}"
STOPS = tuple(".!?:;…")
CLOSERS = "\"'”’»)]*_"

WRAPPED_LINE = 45
"""A line at least this long that ends without a stop was wrapped: the next line goes on with it."""


PLAIN_GAPS = {"\n": (False, 0), "\r\n": (False, 0), "\n\n": (True, 0), "\r\n\r\n": (True, 0)}
"""What `_layout` says of the commonest gaps, for speed; they begin no text."""


@cache
def marker_pattern() -> re.Pattern[str]:
    """Give the pattern of a marker, compiled when a line needs it: emoji make it large.

    A sign, symbol or number needs a space behind it to be a marker; the unmistakable signs and symbols do not.
    """
    return re.compile(
        rf"(?:({SIGN})|({EMOJI}|\d\ufe0f?\u20e3)|\(?(\d{{1,2}})[.)])[^\S\r\n]+(?=\S)"
        rf"|(?:({BARE_SIGN})|({BARE_SYMBOL}))(?=\w)"
    )


@cache
def line_pattern(longest: int, inside: str) -> re.Pattern[str]:
    """Give the pattern of what a line holds from its first character that is no space; `inside` is what ends no line.

    A line longer than that is cut behind a sentence, where none ends behind a word.
    """
    most = f"{inside}{{0,{longest - 1}}}"
    return re.compile(rf"\S(?:{most}(?=[\r\n]|\Z)|{most}[.!?](?=\s)|{most}(?=\s)|{most})")


class Line(NamedTuple):
    """A line with words: `start` to `end` without marker and surrounding space.

    `indent` is the space before it, `after_blank` whether a blank line (or nothing) stands before it. `sign` is the
    plain bullet sign or number, `symbol` the emoji or check mark that begins an item. `number` is 0 where it has none.
    """

    start: int
    end: int
    indent: int
    after_blank: bool
    is_rule: bool = False
    is_item: bool = False
    sign: str = ""
    symbol: str = ""
    number: int = 0

    @property
    def is_listed(self) -> bool:
        """Tell whether a plain bullet or number stands before it."""
        return bool(self.sign) and not self.symbol


def read_lines(text: str) -> Iterator[Line]:
    """Give the lines that hold words."""
    read = number = 0
    inside = r"[^\r\n]" if "\r" in text else "."  # this is several times as fast
    for match in line_pattern(LONGEST_LINE, inside).finditer(text):
        start, end = match.span()
        gap = text[read:start]
        after_blank, indent = (read and PLAIN_GAPS.get(gap)) or _layout(gap, is_first=not read)
        words = match.group().rstrip()
        if words[0].isalpha():  # by far the commonest
            yield Line(start, start + len(words), indent, after_blank)
        else:
            line = _line(text, words, start, indent, after_blank, number)
            yield line
            number = line.number or number
        read = end


def _layout(gap: str, *, is_first: bool) -> tuple[bool, int]:
    """Tell of the space before a line whether it parts paragraphs, and how far it indents the line.

    It does by a blank line, and where no line ends in it, as the line before was cut.
    """
    after_blank = is_first or len(LINE_END.findall(gap)) != 1
    return after_blank, len(gap) - 1 - max(gap.rfind("\n"), gap.rfind("\r"))


def _line(text: str, words: str, first: int, indent: int, after_blank: bool, number: int) -> Line:
    """Give a line that does not begin with a letter."""
    end = first + len(words)
    if words[0] in "-*•" and words[1:2] == " " and words[2:3].isalpha():  # by far the commonest marker
        return Line(first + 2, end, indent, after_blank, False, True, words[0])
    if words[0] == words[-1] and len(words) > 2 and re.fullmatch(RULE, words):
        return Line(first, end, indent, after_blank, is_rule=True)
    if words[0] in NO_SIGNS:
        return Line(first, end, indent, after_blank, is_item=True)
    return _marked(text, Line(first, end, indent, after_blank), number)


def _marked(text: str, line: Line, before: int) -> Line:
    """Move the start of a line behind its bullet markers, of which there may be two ("- ✔ ")."""
    start, end, indent, after_blank = line[:4]
    sign = symbol = ""
    number = 0
    while not text[start].isalpha() and (match := marker_pattern().match(text, start, end)):
        plain_sign, plain_symbol, figure, bare_sign, bare_symbol = match.groups()
        if figure:
            number = int(figure)
            if not (after_blank or sign or number in (1, before + 1)):
                return line  # a figure that a line break put in front: "SPF\n30. Use daily"
        sign = plain_sign or bare_sign or figure or sign
        symbol = plain_symbol or bare_symbol or symbol
        start = match.end()
    return Line(start, end, indent, after_blank, False, bool(sign or symbol), sign, symbol, number)


def is_stopped(words: str) -> bool:
    """Tell whether a sentence or heading ends with these words."""
    return words[-8:].rstrip(CLOSERS).endswith(STOPS)


def is_wrapped(words: str) -> bool:
    """Tell whether a line broke off because it was full."""
    return len(words) >= WRAPPED_LINE and not is_stopped(words)
