"""XML: product feeds, sitemaps, catalogues of translations, documents; text by element, at its exact place."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from claimlint.document import Block, Mapped, Piece
from claimlint.readers.escapes import BACKSLASH, backslash, unescaped
from claimlint.readers.fields import read_field
from claimlint.readers.formats import Copy, Wishes
from claimlint.readers.html import cut_html
from claimlint.readers.html import read as read_html
from claimlint.readers.languages import unread
from claimlint.readers.xml.dialects import Dialect, dialect_of
from claimlint.readers.xml.events import Malformed, Opened, events
from claimlint.readers.xml.texts import Flows, Value

REFERENCE = re.compile(r"&#?\w+;")
CDATA_MARK = re.compile(r"<!\[CDATA\[|\]\]>")


def read(text: str, wishes: Wishes) -> Copy:
    """Read an XML text; one with faults is read as HTML. Raises Unparsed where it declares entities or is too deep."""
    try:
        return _read(text, wishes)
    except Malformed as error:
        return Copy(tuple(cut_html(unescaped(text, 0, len(text), CDATA_MARK, lambda _: ""))), f"read as HTML: {error}")


def _read(text: str, wishes: Wishes) -> Copy:
    heard = events(text)
    root = next(heard)
    name = root.name if isinstance(root, Opened) else ""
    if name == "html":
        return read_html(text, wishes)
    dialect = dialect_of(name, text)
    flows = Flows(text, dialect)
    for event in chain([root], heard):
        flows.hear(event)
    values = flows.values
    counts = Counter(value.element.language for value in values if value.element.language)
    return Copy(tuple(_blocks(text, dialect, values, wishes)), unread(counts))


def _blocks(text: str, dialect: Dialect, values: Iterable[Value], wishes: Wishes) -> Iterator[Block]:
    for value in values:
        element = value.element
        if element.language:
            continue
        copy = _copy(text, value)
        if dialect.escapes:
            copy = unescaped(copy.text, 0, len(copy.text), BACKSLASH, backslash).into(copy)
        if element.unit:
            blocks = read_field(copy, (*element.unit.split("."), element.name), wishes)
            yield from (block._replace(pointer=element.unit) for block in blocks)
        else:
            names = (*element.path, value.attribute) if value.attribute else element.path
            yield from read_field(copy, names, wishes)


def _copy(text: str, value: Value) -> Mapped:
    if value.attribute:
        _, start, end = value.pieces[0]
        return unescaped(text, start, end, REFERENCE, lambda match: html.unescape(match.group()))
    return Mapped.woven(_joined(text, value.pieces))


def _joined(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Give pieces that follow each other as they stand in the source as one, so that maps stay small."""
    start = end = 0
    for piece in pieces:
        is_plain = len(piece.text) == piece.end - piece.start and text.startswith(piece.text, piece.start)
        if is_plain and piece.start == end:
            end = piece.end
            continue
        yield Piece(text[start:end], start, end)
        start, end = (piece.start, piece.end) if is_plain else (piece.end, piece.end)
        if not is_plain:
            yield piece
    yield Piece(text[start:end], start, end)
