"""Apple's catalogues of strings: lines of "key" = "value";."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.document import LINE_END, Block
from claimlint.errors import Unparsed
from claimlint.readers.escapes import BACKSLASH, backslash, unescaped
from claimlint.readers.fields import read_field
from claimlint.readers.formats import Copy, Wishes

TOKEN = re.compile(
    r"\s+|//[^\r\n]*|/\*(?:[^*]|\*(?!/))*\*/|(?P<sign>[=;])"
    r"|\"(?P<quoted>[^\"\\]*(?:\\.[^\"\\]*)*)\"|(?P<bare>(?:[\w.$:-]|/(?![*/]))+)",
    re.S,
)


def read(text: str, wishes: Wishes) -> Copy:
    """Read the values. Raises Unparsed where it is no such catalogue."""
    blocks: list[Block] = []
    for key, start, end in _values(text):
        copy = unescaped(text, start, end, BACKSLASH, backslash)
        blocks += (block._replace(pointer=key) for block in read_field(copy, tuple(key.split(".")), wishes))
    return Copy(blocks)


def _values(text: str) -> Iterator[tuple[str, int, int]]:
    """Give each key, and where its value begins and ends."""
    entry: list[re.Match[str]] = []
    for token in _tokens(text):
        entry.append(token)
        if token["sign"] != ";":
            continue
        signs = [part["sign"] for part in entry]
        if signs not in ([None, "=", None, ";"], [None, ";"]):
            raise _wrong(text, token.start())
        key, value = _span(entry[0]), _span(entry[-2])
        yield unescaped(text, *key, BACKSLASH, backslash).text, *value
        entry.clear()
    if entry:
        raise _wrong(text, entry[-1].start())


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Give words and signs, without comments."""
    at = 0
    while token := TOKEN.match(text, at):
        if token.lastgroup:
            yield token
        at = token.end()
    if at < len(text):
        raise _wrong(text, at)


def _span(token: re.Match[str]) -> tuple[int, int]:
    return token.span("quoted" if token["quoted"] is not None else "bare")


def _wrong(text: str, at: int) -> Unparsed:
    row = len(LINE_END.findall(text, 0, at)) + 1
    return Unparsed(f'line {row:,}: {text[at]!r} is no part of "key" = "value";, so it is no catalogue of strings')
