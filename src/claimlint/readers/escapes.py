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
    """Give the text between two offsets in pieces, one for each escape and for what stands between them."""
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


BACKSLASH = re.compile(
    r"\\(?:[uU]([dD][89abAB][0-9a-fA-F]{2})\\[uU]([dD][c-fC-F][0-9a-fA-F]{2})"
    r"|[uU]([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-7]{3})|(.))",
    re.S,
)
"""Escapes as in catalogues of messages: gettext, Java, Apple, Android."""
SIGNS = {"n": "\n", "t": "\t", "r": "\r", "a": "", "b": "", "f": " ", "v": " "}


def backslash(escape: re.Match[str]) -> str:
    """Give what a match of BACKSLASH stands for."""
    high, low, code, byte, octal, sign = escape.groups()
    if high:
        return chr(0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF))
    if octal:
        return chr(int(octal, 8))
    return SIGNS.get(sign, sign) if sign else character(code or byte)
