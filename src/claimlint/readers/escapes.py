"""Text with escapes in it, as it is meant, with the place of each character."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from claimlint.document import Mapped, Piece, SourceMap

Meaning = Callable[[re.Match[str]], str]
"""Gives what an escape stands for."""


def unescaped(source: str, start: int, end: int, escape: re.Pattern[str], meaning: Meaning) -> Mapped:
    """Give the text that a source writes between two offsets with escapes."""
    found = list(pieces(source, start, end, escape, meaning))
    if len(found) == 1 and len(found[0].text) == end - start:
        return Mapped(found[0].text, SourceMap.plain(start, end - start))
    return Mapped.woven(found)


def pieces(source: str, start: int, end: int, escape: re.Pattern[str], meaning: Meaning) -> Iterator[Piece]:
    """Give the same piece by piece, an escape as one."""
    read = start
    for match in escape.finditer(source, start, end):
        if match.start() > read:
            yield Piece(source[read : match.start()], read, match.start())
        yield Piece(meaning(match), *match.span())
        read = match.end()
    if read < end:
        yield Piece(source[read:end], read, end)


def character(digits: str) -> str:
    """Give the character of a hexadecimal code point; a sign of what is missing where there is none."""
    code = int(digits, 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
