"""JSON and JSON Lines: string values by their keys, at their exact places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimlint.document import LINE_END, Block, Mapped
from claimlint.errors import Unparsed
from claimlint.readers.escapes import character, unescaped
from claimlint.readers.fields import Names, read_field
from claimlint.readers.formats import Copy, Part, Wishes
from claimlint.readers.text import cut

DEEPEST = 200
TOKEN = re.compile(
    r"\s*(?:(?P<string>\"[^\"\\\r\n]*(?:\\.[^\"\\\r\n]*)*\")|(?P<sign>[{}\[\],:])|(?P<bare>[^\s{}\[\],:\"]+)|\Z)"
)
ESCAPE = re.compile(r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", re.S)
SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}
OPENERS = {"}": "{", "]": "["}


class Value(NamedTuple):
    """A string value: the names that lead to it, and where its words begin and end inside the quotes."""

    names: Names
    start: int
    end: int


def read(text: str, wishes: Wishes) -> Copy:
    """Read a JSON text. Raises Unparsed where it is none."""
    return Copy(tuple(read_part(Mapped.whole(text), 0, len(text), (), wishes)))


def read_lines(chunks: Iterator[str], wishes: Wishes) -> Iterator[Part]:
    """Read JSON Lines, each line as the value of its number from 0. A line that is no JSON is read as plain text."""
    number = 0
    note = None
    for chunk in chunks:
        blocks: list[Block] = []
        for line in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", chunk):
            if not line.group():
                continue
            start, end = line.start(), line.start() + len(line.group().rstrip("\r\n"))
            if chunk[start:end].strip():
                try:
                    blocks += read_part(Mapped.whole(chunk), start, end, (str(number),), wishes)
                except Unparsed:
                    note = note or f"line {number + 1:,} is no JSON, and was read as plain text"
                    blocks += cut(Mapped.whole(chunk).part(start, end), "body", f"/{number}")
            number += 1
        yield Part(chunk, blocks, note)


def read_part(source: Mapped, start: int, end: int, names: Names, wishes: Wishes) -> Iterator[Block]:
    """Read the JSON that stands between two places of a text. Raises Unparsed where it is none."""
    for value in values(source.text, start, end, names):
        words = unescaped(source.text, value.start, value.end, ESCAPE, _meaning)
        yield from read_field(words.into(source), value.names, wishes)


def _meaning(escape: re.Match[str]) -> str:
    high, low, code, sign = escape.groups()
    if high:
        return chr(0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF))
    return character(code) if code else SHORT.get(sign, sign)


def values(text: str, start: int, end: int, names: Names = ()) -> Iterator[Value]:
    """Give the string values of a JSON text. Raises Unparsed with the place where it is none.

    Comments without quotes and commas too many do no harm.
    """
    open_: list[tuple[str, str | int]] = []
    """The brackets that are open, each with the key or index of what is read in it."""
    is_key = False
    for token in _tokens(text, start, end):
        at = token.start(token.lastgroup or 0)
        if token["string"]:
            if is_key:
                open_[-1] = "{", unescaped(text, at + 1, token.end() - 1, ESCAPE, _meaning).text
            else:
                yield Value((*names, *(str(key) for _, key in open_)), at + 1, token.end() - 1)
        elif sign := token["sign"]:
            if sign in "{[":
                open_.append((sign, "" if sign == "{" else 0))
            elif sign in "}]":
                if not open_ or open_.pop()[0] != OPENERS[sign]:
                    raise _wrong(text, at, f"{sign} closes nothing")
            elif not open_:
                raise _wrong(text, at, f"{sign} stands outside of all brackets")
            elif sign == ",":
                opener, key = open_[-1]
                open_[-1] = opener, key + 1 if isinstance(key, int) else key
            is_key = sign in "{," and bool(open_) and open_[-1][0] == "{"
            if len(open_) > DEEPEST:
                raise _wrong(text, at, f"more than {DEEPEST} brackets are open")
        elif not open_ and text[at] not in "-0123456789tfn/":
            raise _wrong(text, at, f"{text[at]!r} begins no JSON value")
    if open_:
        raise _wrong(text, end, f"{open_[-1][0]} is never closed")


def _tokens(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    while start < end:
        token = TOKEN.match(text, start, end)
        if token is None:
            raise _wrong(text, start, "a quote is never closed")
        if token.lastgroup:
            yield token
        start = token.end()


def _wrong(text: str, at: int, what: str) -> Unparsed:
    row = len(LINE_END.findall(text, 0, at)) + 1
    return Unparsed(f"line {row:,}: {what}, so it is no JSON")
