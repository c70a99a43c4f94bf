"""Markdown laid out as plain text: which words stand in a paragraph, heading, item, cell or in HTML, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimlint.document import LINE_END, Piece
from claimlint.readers.escapes import pieces
from claimlint.readers.markdown.inline import is_bold, words_of
from claimlint.readers.sections import Topic, topic_of

if TYPE_CHECKING:
    from markdown_it.token import Token

PIPE = re.compile(r"\\\|")
LONGEST_NUMBER = 2
"""Digits of a number that marks an item in a plain text."""
HEADING_MARK = "# "
GAP = "\n\n"


class Leaf(NamedTuple):
    """A paragraph, cell or piece of HTML: its token, its mark in a plain text, and for a cell its column."""

    token: Token
    mark: str = ""
    column: int = -1
    is_head: bool = False


class Stretch(NamedTuple):
    """Pieces that are read together, under a heading of this topic if one is given. A tag is one inside of a text."""

    kind: Literal["text", "cell", "html", "tag"]
    pieces: list[Piece]
    topic: Topic | None = None


class Columns(NamedTuple):
    """What the heads of a table's columns announce, and the first cell of the row."""

    heads: dict[int, Topic | None]
    row: Topic | None = None


def leaves_of(tokens: Iterable[Token]) -> Iterator[Leaf]:
    """Give what holds words, in order."""
    mark, column, is_head = "", -1, False
    for token in tokens:
        if token.type == "list_item_open":
            number = f"{token.info}. " if 0 < len(token.info) <= LONGEST_NUMBER else "• "
            mark = "  " * (token.level // 2) + number
        elif token.type == "heading_open":
            mark = HEADING_MARK
        elif token.type in ("list_item_close", "heading_close"):
            mark = ""
        elif token.type in ("tr_open", "tr_close"):
            column = -1
        elif token.type in ("th_open", "td_open"):
            column, is_head = column + 1, token.type == "th_open"
        elif token.type in ("inline", "html_block"):
            yield Leaf(token, mark or (HEADING_MARK if is_bold(token.children) else ""), column, is_head)
            mark = ""


def content_of(text: str, leaves: Iterable[Leaf]) -> Iterator[list[Piece]]:
    """Give the content of each leaf, as the parser hands it on, with the places of its lines in the text."""
    starts = [0, *(match.end() for match in LINE_END.finditer(text)), len(text), len(text)]
    at = 0
    for leaf in leaves:
        if leaf.column < 0:
            yield list(_lines(text, starts, leaf.token))
            continue
        row = leaf.token.map[0] if leaf.token.map else 0
        words = leaf.token.content.replace("|", r"\|")
        start = max(at, starts[row]) if leaf.column else starts[row]
        place = max(text.find(words, start, starts[row + 1]), start)
        at = place + len(words)
        yield list(pieces(text, place, at, PIPE, lambda _: "|"))


def _lines(text: str, starts: list[int], token: Token) -> Iterator[Piece]:
    """Find the lines of a content, before which the signs of lists and quotes may stand."""
    row, stop = token.map or (0, 0)
    lines = token.content.split("\n")
    while row < stop - 1 and text.find(lines[0].strip(), starts[row], starts[row + 1]) < 0:
        row += 1  # lines of odd spaces, which the parser counts to a paragraph and then strips
    end = starts[row]
    for number, line in enumerate(lines):
        words = line.lstrip(" \t")
        place = max(text.rfind(words, starts[row + number], starts[row + number + 1]), end) if words else end
        lead = line[: len(line) - len(words)]
        first = place - len(lead) if text.endswith(lead, end, place) else place
        if number:
            yield Piece("\n", end, first)
        yield Piece(lead, first, place)
        end = place + len(words)
        yield Piece(words, place, end)


def stretches_of(content: str, leaves: list[Leaf], bases: Iterable[int]) -> Iterator[Stretch]:
    """Give the words of leaves, whose contents stand from the bases on, each before what stands beside them."""
    columns = Columns({})
    line_behind = 0
    for leaf, base in zip(leaves, bases, strict=True):
        if leaf.token.type == "html_block":
            yield Stretch("html", [Piece(leaf.token.content, base, base + len(leaf.token.content))])
            continue
        kind: Literal["text", "cell"] = "text" if leaf.column < 0 else "cell"
        words = words_of(content, leaf.token, base)
        topic = None
        first, last = leaf.token.map or (0, 0)
        gap = "\n" if first == line_behind and leaf.mark not in ("", HEADING_MARK) else GAP
        if kind == "cell":
            columns, topic = _entered(columns, leaf, _text(words.own))
        if _text(words.own):
            yield Stretch(kind, [Piece(gap + leaf.mark, base, base), *words.own], topic)
            line_behind = last
        yield from (Stretch(kind, [Piece(GAP, base, base), *beside]) for beside in words.beside if _text(beside))
        yield from (Stretch("tag", [tag]) for tag in words.tags)


def _text(found: list[Piece]) -> str:
    return "".join(piece.text for piece in found).strip()


def _entered(columns: Columns, leaf: Leaf, words: str) -> tuple[Columns, Topic | None]:
    """Go on to a cell, and give what the first cell of its row or the head of its column announces of it."""
    own = topic_of(words)
    if leaf.column == 0:
        columns = Columns({} if leaf.is_head else columns.heads, own)
    if leaf.is_head:
        columns.heads[leaf.column] = own
    row = columns.row if leaf.column else None
    return columns, row or (None if leaf.is_head else columns.heads.get(leaf.column))
