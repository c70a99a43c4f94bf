"""TOML: string values by their keys, at their exact places."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import NamedTuple

from claimlint.document import LINE_END, Block, Mapped
from claimlint.errors import Unparsed
from claimlint.readers.escapes import character, unescaped
from claimlint.readers.fields import Names, read_field
from claimlint.readers.formats import Copy, Wishes

DEEPEST = 100

SPACE = re.compile(r"(?:[^\S\r\n]+|#[^\r\n]*)*")
GAP = re.compile(r"(?:\s+|#[^\r\n]*)*")
"""What may stand between two tokens of a line, and between two statements or items."""
STRING = re.compile(
    r'"""(?:\r\n|\r|\n)?(?P<lines>[^"\\]*(?:(?:\\.|"{1,2}(?!"))[^"\\]*)*"{0,2})"""'
    r"|'''(?:\r\n|\r|\n)?(?P<raw_lines>[^']*(?:'{1,2}(?!')[^']*)*'{0,2})'''"
    r'|"(?P<line>[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*)"'
    r"|'(?P<raw_line>[^'\r\n]*)'",
    re.S,
)
ESCAPE = re.compile(r"\\(?:(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|([^\S\r\n]*[\r\n]\s*)|(.))", re.S)
"""A backslash at the end of a line takes all space behind it away."""
SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " ", "e": " "}
WORD = re.compile(r"[^\s.=,#\"'\[\]{}]+")
"""A key without quotes."""
BARE = re.compile(r"[^\s,#\"'\[\]{}=]+(?: \d\d:[\d:.+Z-]*)?")
"""A number, date or truth value; a date may part from its time by a space."""


class Value(NamedTuple):
    """A string value: the names that lead to it, and its words at their places."""

    names: Names
    words: Mapped


def read(text: str, wishes: Wishes) -> Copy:
    """Read a TOML text. Raises Unparsed where it is none."""
    return Copy(tuple(cut_toml(text, 0, len(text), wishes)))


def cut_toml(text: str, start: int, end: int, wishes: Wishes) -> Iterator[Block]:
    """Give the blocks of the TOML that stands in a text between two offsets. Raises Unparsed where it is none."""
    for names, words in values(text, start, end):
        yield from read_field(words, names, wishes)


def values(text: str, start: int, end: int) -> Iterator[Value]:
    """Give the string values. What is said twice or out of order is read all the same."""
    table: Names = ()
    counts: dict[Names, int] = {}
    at = _behind(GAP, text, start, end)
    while at < end:
        if text[at] == "[":
            is_item = text.startswith("[[", at)
            names, at = _key(text, at + 1 + is_item, end)
            at = _sign(text, at, end, "]]" if is_item else "]")
            table = _table(names, counts, is_item=is_item)
        else:
            names, at = _key(text, at, end)
            at = yield from _value(text, _sign(text, at, end, "="), end, (*table, *names), 0)
        at = _next_line(text, at, end)


def _table(names: Names, counts: dict[Names, int], *, is_item: bool) -> Names:
    """Give the path of a table: where one of its names is a list of tables, the last of them is meant."""
    path: Names = ()
    for place, name in enumerate(names):
        path = (*path, name)
        if is_item and place == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, str(counts[path]))
    return path


def _key(text: str, at: int, end: int) -> tuple[Names, int]:
    """Give the names of a dotted key, and where the text goes on behind it."""
    names: list[str] = []
    while len(names) < DEEPEST:
        at = _behind(SPACE, text, at, end)
        word = WORD.match(text, at, end) or STRING.match(text, at, end)
        if word is None:
            raise _wrong(text, at, "a key should stand here")
        names.append(_string(text, word).text if word.re is STRING else word.group())
        at = _behind(SPACE, text, word.end(), end)
        if not text.startswith(".", at, end):
            return tuple(names), at
        at += 1
    raise _wrong(text, at, f"a key has more than {DEEPEST} names")


def _value(text: str, at: int, end: int, names: Names, depth: int) -> Generator[Value, None, int]:
    """Give the strings of a value, and return where the text goes on behind it."""
    if depth > DEEPEST:
        raise _wrong(text, at, f"more than {DEEPEST} brackets are open")
    if text.startswith("[", at, end):
        return (yield from _list(text, at + 1, end, names, depth + 1))
    if text.startswith("{", at, end):
        return (yield from _fields(text, at + 1, end, names, depth + 1))
    if match := STRING.match(text, at, end):
        yield Value(names, _string(text, match))
    elif (match := BARE.match(text, at, end)) is None:
        has_quote = text.startswith(("'", '"'), at, end)
        raise _wrong(text, at, "a quote is never closed" if has_quote else "a value should stand here")
    return match.end()


def _list(text: str, at: int, end: int, names: Names, depth: int) -> Generator[Value, None, int]:
    number = 0
    while not text.startswith("]", at := _behind(GAP, text, at, end), end):
        at = yield from _value(text, at, end, (*names, str(number)), depth)
        at = _comma(text, at, end, "]")
        number += 1
    return at + 1


def _fields(text: str, at: int, end: int, names: Names, depth: int) -> Generator[Value, None, int]:
    while not text.startswith("}", at := _behind(GAP, text, at, end), end):
        key, at = _key(text, at, end)
        at = yield from _value(text, _sign(text, at, end, "="), end, (*names, *key), depth)
        at = _comma(text, at, end, "}")
    return at + 1


def _comma(text: str, at: int, end: int, closer: str) -> int:
    at = _behind(GAP, text, at, end)
    return at if text.startswith(closer, at, end) else _sign(text, at, end, ",")


def _sign(text: str, at: int, end: int, sign: str) -> int:
    """Step over a sign that has to stand here, and the space behind it."""
    if not text.startswith(sign, at, end):
        raise _wrong(text, at, f"{sign} should stand here")
    return _behind(SPACE, text, at + len(sign), end)


def _next_line(text: str, at: int, end: int) -> int:
    """Step from behind a statement to the next, on another line."""
    at = _behind(SPACE, text, at, end)
    if at < end and text[at] not in "\r\n":
        raise _wrong(text, at, "the line should end here")
    return _behind(GAP, text, at, end)


def _behind(pattern: re.Pattern[str], text: str, at: int, end: int) -> int:
    match = pattern.match(text, at, end)
    return match.end() if match else at


def _string(text: str, match: re.Match[str]) -> Mapped:
    kind = match.lastgroup or ""
    if kind.startswith("raw"):
        return Mapped.whole(text).part(*match.span(kind))
    return unescaped(text, *match.span(kind), ESCAPE, _meaning)


def _meaning(escape: re.Match[str]) -> str:
    code, line_end, sign = escape.groups()
    return "" if line_end else character(code[1:]) if code else SHORT.get(sign, sign)


def _wrong(text: str, at: int, what: str) -> Unparsed:
    row = len(LINE_END.findall(text, 0, at)) + 1
    return Unparsed(f"line {row:,}: {what}, so it is no TOML")
