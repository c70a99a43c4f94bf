"""JSON and JSON Lines: string values by their keys, at their exact places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from claimlint.document import Block, Mapped
from claimlint.errors import Unparsed
from claimlint.readers.escapes import character, pair, unescaped
from claimlint.readers.fields import Names, read_field
from claimlint.readers.formats import Copy, Part, Wishes
from claimlint.readers.text import cut

DEEPEST = 200
SPACE = r"(?:\s|//[^\r\n]*|/\*[^*]{0,10000}(?:\*(?!/)[^*]{0,100}){0,100}\*/)*"
"""What stands between tokens; comments are no JSON, but settings have them."""
TOKEN = re.compile(
    SPACE + r"(?:(?P<string>\"[^\"\\\r\n]*(?:\\.[^\"\\\r\n]*)*\")|(?P<sign>[{}\[\],:])|(?P<bare>[^\s{}\[\],:\"]+)|\Z)"
)
ESCAPE = re.compile(r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", re.S)
SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}
OPENERS = {"}": "{", "]": "["}
BARE_STARTS = "-0123456789tfn"


class Value(NamedTuple):
    """A string value: the names that lead to it, and where its words begin and end inside the quotes."""

    names: Names
    start: int
    end: int


def read(text: str, wishes: Wishes) -> Copy:
    """Read a JSON text. Raises Unparsed where it is none."""
    return Copy(tuple(read_part(Mapped.whole(text), 0, len(text), (), wishes)))


def read_lines(chunks: Iterator[str], wishes: Wishes, number: int = 0) -> Iterator[Part]:
    """Read JSON Lines, each line as the value of its number, which begins at `number`.

    A line that is no JSON is read as plain text.
    """
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
        return pair(high, low)
    return character(code) if code else SHORT.get(sign, sign)


def values(text: str, start: int, end: int, names: Names = ()) -> Iterator[Value]:
    """Give the string values of a JSON text. Raises Unparsed with the place where it is none.

    Comments and commas too many do no harm.
    """
    trail = Trail()
    for token in _tokens(text, start, end):
        at = token.start(token.lastgroup or 0)
        if token["string"] and trail.awaits_key:
            trail.enter(unescaped(text, at + 1, token.end() - 1, ESCAPE, _meaning).text)
        elif token["string"]:
            yield Value((*names, *trail.names), at + 1, token.end() - 1)
        elif fault := trail.pass_by(token["sign"] or "", token["bare"] or ""):
            raise _wrong(text, at, fault)
    if trail.open:
        raise _wrong(text, end, f"{trail.open[-1].sign} is never closed")


@dataclass(slots=True)
class Opened:
    """A bracket that is open, with the key or index of what is read in it."""

    sign: str
    name: str | int


@dataclass(slots=True)
class Trail:
    """Where a reader stands in nested brackets; `awaits_key` tells that the next string is a key."""

    open: list[Opened] = field(default_factory=list)
    awaits_key: bool = False

    @property
    def names(self) -> Names:
        """Give the keys and indexes on the way, outermost first."""
        return tuple(str(opened.name) for opened in self.open)

    def enter(self, key: str) -> None:
        """Read on behind a key."""
        self.open[-1].name = key

    def pass_by(self, sign: str, bare: str) -> str | None:
        """Read on behind a bracket, comma or colon, or a bare value; give what is wrong with it, if anything is."""
        if bare:
            return None if self.open or bare[0] in BARE_STARTS else f"{bare[:20]!r} is no JSON value"
        if sign in OPENERS:
            if not self.open or self.open.pop().sign != OPENERS[sign]:
                return f"{sign} closes nothing"
        elif sign in "{[":
            self.open.append(Opened(sign, "" if sign == "{" else 0))
        elif not self.open:
            return f"{sign} stands outside of all brackets"
        elif sign == "," and isinstance(index := self.open[-1].name, int):
            self.open[-1].name = index + 1
        self.awaits_key = sign in "{," and self.open[-1].sign == "{"
        return f"more than {DEEPEST} brackets are open" if len(self.open) > DEEPEST else None


def _tokens(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    while start < end:
        token = TOKEN.match(text, start, end)
        if token is None:
            raise _wrong(text, start, "a quote is never closed")
        if token.lastgroup:
            yield token
        start = token.end()


def _wrong(text: str, at: int, what: str) -> Unparsed:
    return Unparsed(f"{what}, so it is no JSON", text, at)
