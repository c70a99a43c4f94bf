"""CSV and TSV: cells by their columns, at their exact places, of files of any size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimlint.document import Block, Mapped
from claimlint.errors import NotReadable
from claimlint.readers.escapes import unescaped
from claimlint.readers.fields import is_data, read_field
from claimlint.readers.formats import Part, Wishes
from claimlint.readers.text import cut

LONGEST_RECORD = 5_000_000
"""Characters after which a quote that is still open will never be closed."""
DOUBLED = re.compile('""')
QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*"')
LONGEST_NAME = 120


class Cell(NamedTuple):
    """A field of a row: where its words begin and end, inside its quotes if it has some."""

    start: int
    end: int


class Batch(NamedTuple):
    """Whole rows of a table, and the text they stand in; `left` is what follows where a quote is never closed."""

    text: str
    rows: list[list[Cell]]
    left: str = ""


def read_rows(chunks: Iterator[str], wishes: Wishes) -> Iterator[Part]:
    """Read a table, whose first row names the columns unless it looks like any other.

    Raises NotReadable where a quote is never closed; what follows it has been read as plain text then.
    """
    columns: list[str] | None = None
    number = 0
    line = 1
    for text, rows, left in _batches(chunks):
        blocks: list[Block] = []
        for row in rows:
            names = columns or []
            if columns is None:
                columns = _columns(text, row)
                blocks += _row(text, row, [], "header" if columns else "0", wishes)
                number += not columns
            else:
                blocks += _row(text, row, names, str(number), wishes)
                number += 1
        yield Part(text, blocks)
        line += text.count("\n") or text.count("\r")
        if left:
            yield Part(left, cut(Mapped.whole(left)))
            raise NotReadable(
                f"line {line:,}: a quote in the row that begins there is never closed, so the rest was read as plain "
                "text: close the quote"
            )


def _batches(chunks: Iterator[str]) -> Iterator[Batch]:
    """Cut chunks of whole lines into rows; a row may go on in the next chunk."""
    field = None
    left = ""
    for chunk in chunks:
        text = left + chunk
        field = field or _field(_delimiter(text))
        rows, end = _rows(text, field)
        left = text[end:]
        if len(left) > LONGEST_RECORD:
            left += "".join(chunks)
        yield Batch(text[:end], rows)
    if left:
        yield Batch("", [], left)


def _delimiter(text: str) -> str:
    """Tell by the first line what parts the fields."""
    first = QUOTED.sub("", text.lstrip()[:LONGEST_RECORD].split("\n", 1)[0])
    return max("\t;|,", key=lambda sign: (first.count(sign), sign == ","))


def _field(delimiter: str) -> re.Pattern[str]:
    """Give the pattern of a field with what ends it. Words behind a closing quote are let pass."""
    sign = re.escape(delimiter)
    return re.compile(
        rf'(?:[ ]*"(?P<quoted>[^"]*(?:""[^"]*)*)"(?P<rest>[^{sign}\r\n]*)|(?P<bare>(?![ ]*")[^{sign}\r\n]*))'
        rf"(?:(?P<next>{sign})|\r\n|\r|\n|\Z)"
    )


def _rows(text: str, field: re.Pattern[str]) -> tuple[list[list[Cell]], int]:
    """Give the whole rows of a text, and where the first begins that is not whole."""
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    start = at = 0
    while at < len(text) or row:
        match = field.match(text, at)
        if match is None:
            break
        row.append(Cell(*match.span("quoted" if match["quoted"] is not None else "bare")))
        if match["rest"] and match["rest"].strip():
            row.append(Cell(*match.span("rest")))
        at = match.end()
        if match["next"] is None:
            rows += [row] if row != [(start, start)] else []
            row, start = [], at
    return rows, start


def _columns(text: str, row: list[Cell]) -> list[str]:
    """Give the names of the columns if a row can be nothing else: short words, no figures, addresses or sentences."""
    names = [text[start:end].strip() for start, end in row]
    is_header = all(
        len(name) <= LONGEST_NAME and not name.endswith((".", "!", "?")) and not is_data(name) for name in names
    )
    return names if is_header else []


def _row(text: str, row: list[Cell], columns: list[str], number: str, wishes: Wishes) -> Iterator[Block]:
    """Give the blocks of a row; a row without columns counts its cells."""
    for index, (start, end) in enumerate(row):
        if start < end:
            column = columns[index] if index < len(columns) else ""
            yield from read_field(
                unescaped(text, start, end, DOUBLED, lambda _: '"'), (number, column or str(index)), wishes
            )
