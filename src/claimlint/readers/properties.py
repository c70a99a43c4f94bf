"""Java's catalogues of messages: lines of key=value, where a backslash goes on to the next line."""

from __future__ import annotations

import re

from claimlint.document import Block
from claimlint.readers.escapes import BACKSLASH, backslash, unescaped
from claimlint.readers.fields import read_field
from claimlint.readers.formats import Copy, Wishes

LINE = re.compile(
    r"[^\S\r\n]*(?P<key>[^\s=:#!\\][^\s=:\\]*(?:\\.[^\s=:\\]*)*)[^\S\r\n]*[=:]?[^\S\r\n]*"
    r"(?P<value>[^\r\n\\]*(?:\\(?:\r\n|.)[^\r\n\\]*)*)",
    re.S,
)
ANY_LINE = re.compile(r"[^\r\n]*")
ESCAPE = re.compile(rf"\\(?:\r\n|\r|\n)[^\S\r\n]*|{BACKSLASH.pattern}", re.S)


def read(text: str, wishes: Wishes) -> Copy:
    """Read the values. Every text is such a catalogue, if of strange keys."""
    blocks: list[Block] = []
    at = 0
    while at < len(text):
        line = LINE.match(text, at) or ANY_LINE.match(text, at)
        if line is None:
            break
        if line.lastgroup:
            key = unescaped(text, *line.span("key"), ESCAPE, _meaning).text
            copy = unescaped(text, *line.span("value"), ESCAPE, _meaning)
            blocks += (block._replace(pointer=key) for block in read_field(copy, tuple(key.split(".")), wishes))
        at = line.end() + 1
    return Copy(blocks)


def _meaning(escape: re.Match[str]) -> str:
    return "" if escape.group()[1] in "\r\n" else backslash(escape)
