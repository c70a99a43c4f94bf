"""YAML: scalar values by their keys, at their exact places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from claimlint.document import LINE_END, Block, Mapped, Piece
from claimlint.errors import Unparsed
from claimlint.readers.escapes import character, unescaped
from claimlint.readers.fields import Names, read_field
from claimlint.readers.formats import Copy, Wishes

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 200
BOM = "\ufeff"
"""The parser in C does not count this sign, the one in Python does: it is not shown to either."""

BREAK = "(?:\r\n|[\r\n\x85\u2028\u2029])"
FOLD = rf"(?:(?<![ \t])|(?<=\\[ \t]))[ \t]*{BREAK}(?:[ \t]*{BREAK})*[ \t]*"
"""A line break in a scalar, with the space around it; one alone stands for a space."""
FOLDED = re.compile(FOLD)
SINGLE = re.compile(rf"''|{FOLD}")
DOUBLE = re.compile(rf"\\(?:(x[0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{8}})|({BREAK})[ \t]*|([^\r\n]))|{FOLD}")
SHORT = {
    "0": " ", "a": " ", "b": " ", "t": "\t", "n": "\n", "v": "\n", "f": "\n", "r": "\r", "e": " ", "N": "\x85",
    "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
BREAKS = re.compile(BREAK)
PROPERTIES = re.compile(r"(?:[&!]\S*(?:\s+|\Z)(?:#[^\r\n]*(?:\s+|\Z))*)*")
"""Anchors, tags, and comments behind them, which the parser counts to a scalar."""
HEADER = re.compile(rf"[|>][^\r\n]*?{BREAK}")
LINE = re.compile(rf"([^\r\n\x85\u2028\u2029]*)({BREAK}|\Z)")
INDENT = re.compile("(?<! )( *)[^ \r\n\x85\u2028\u2029]")


Step = str | int | None
"""Where a reader stands in a collection: the key or index of what comes next, None where a key does."""


class Value(NamedTuple):
    """A scalar: the number of its document, the names that lead to it, and its words at their places."""

    document: int
    names: Names
    words: Mapped


def read(text: str, wishes: Wishes) -> Copy:
    """Read a YAML text. Raises Unparsed where it is none."""
    return Copy(tuple(cut_yaml(text, 0, len(text), wishes)))


def cut_yaml(text: str, start: int, end: int, wishes: Wishes) -> Iterator[Block]:
    """Give the blocks of the YAML that stands in a text between two offsets. Raises Unparsed where it is none.

    Where there are several documents, each is a value under its number from 0.
    """
    found = list(values(text, start, end))
    has_several = bool(found) and found[-1].document > 0
    for document, names, words in found:
        yield from read_field(words, (str(document), *names) if has_several else names, wishes)


def values(text: str, start: int, end: int) -> Iterator[Value]:
    """Give the scalars that are values, each once: what an alias stands for is read where it is written out."""
    start += text.startswith(BOM, start)
    document = -1
    open_: list[Step] = []
    for event in _events(text, start, end):
        if isinstance(event, yaml.DocumentStartEvent):
            document += 1
        elif isinstance(event, yaml.CollectionStartEvent):
            open_.append(0 if isinstance(event, yaml.SequenceStartEvent) else None)
            if len(open_) > DEEPEST:
                line = event.start_mark.line if event.start_mark else 0
                raise _wrong(text, start, line, f"more than {DEEPEST} collections are open")
        elif isinstance(event, yaml.CollectionEndEvent):
            open_.pop()
            _step(open_, "")
        elif isinstance(event, yaml.ScalarEvent):
            if not open_ or open_[-1] is not None:
                names = tuple("" if step is None else str(step) for step in open_)
                yield Value(document, names, _words(text, start, event))
            _step(open_, event.value)
        elif isinstance(event, yaml.AliasEvent):
            _step(open_, "")


def _step(open_: list[Step], name: str) -> None:
    """Go on behind a node: `name` is that of a key."""
    if open_:
        step = open_[-1]
        open_[-1] = name if step is None else None if isinstance(step, str) else step + 1


def _events(text: str, start: int, end: int) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text[start:end], Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        raise _wrong(text, start, line, error.problem or "it cannot be parsed") from error
    except (yaml.YAMLError, UnicodeError) as error:
        raise Unparsed(f"{error}, so it is no YAML") from error


def _wrong(text: str, start: int, line: int, what: str) -> Unparsed:
    row = len(LINE_END.findall(text, 0, start)) + line + 1
    return Unparsed(f"line {row:,}: {what}, so it is no YAML")


def _words(text: str, start: int, event: yaml.ScalarEvent) -> Mapped:
    """Give the words of a scalar, each character at its place."""
    first, last = (start + (mark.index if mark else 0) for mark in (event.start_mark, event.end_mark))
    if properties := PROPERTIES.match(text, first, last):
        first = properties.end()
    if event.style in ("|", ">"):
        return Mapped.woven(_block(text, first, last, event))
    if event.style in ("'", '"'):
        pattern = SINGLE if event.style == "'" else DOUBLE
        return unescaped(text, first + 1, last - 1, pattern, _meaning)
    return unescaped(text, first, last, FOLDED, _meaning)


def _meaning(match: re.Match[str]) -> str:
    """Give what an escape stands for, or a line break that is folded: of a blank line both breaks are kept."""
    found = match.group()
    if found == "''":
        return "'"
    if not found.startswith("\\"):
        count = len(BREAKS.findall(found))
        return " " if count == 1 else "\n" * count
    code, is_break, short = match.groups()
    return "" if is_break else character(code[1:]) if code else SHORT.get(short, short)


def _block(text: str, start: int, end: int, event: yaml.ScalarEvent) -> Iterator[Piece]:
    """Give a literal or folded scalar line by line, without the indent."""
    header = HEADER.match(text, start, end)
    start = header.end() if header else end
    indent = _indent(text, start, end, event.value)
    before, gap = "", Piece("", start, start)
    for line in LINE.finditer(text, start, end):
        first = min(line.start() + indent, line.end(1))
        words = text[first : line.end(1)]
        yield gap._replace(text=" ") if event.style == ">" and _is_folded(before, words) else gap
        yield Piece(words, first, line.end(1))
        before, gap = words, Piece(line[2], *line.span(2))


def _is_folded(before: str, words: str) -> bool:
    """Tell whether a line goes on with the one before it: neither is blank or indented further."""
    return bool(before and words) and before[0] not in " \t" and words[0] not in " \t"


def _indent(text: str, start: int, end: int, value: str) -> int:
    """Tell how far a block scalar is indented, by what its first line lost."""
    written, meant = INDENT.search(text, start, end), INDENT.search(value)
    return len(written[1]) - len(meant[1]) if written and meant else 0
