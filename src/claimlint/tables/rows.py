"""Rows to documents, and what the linter says of them to rows of findings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from claimlint.document import Block, Document, Mapped, SourceMap
from claimlint.errors import NotReadable
from claimlint.findings import Finding
from claimlint.readers.fields import pointer_of, read_field
from claimlint.tables.cells import Cell, Column, Unread, cells
from claimlint.writers import shapes

Shape = dict[str, Any]
"""A row of the table of findings; a column that is left out is null."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was read: `document` has the texts of `cells` line by line, each from its offset in `starts` on."""

    document: Document
    cells: list[Cell]
    starts: list[int]
    unread: list[Unread]

    def placed(self, finding: Finding) -> Shape:
        """Give a finding in the row's document with its place in a cell."""
        number = bisect_right(self.starts, finding.start.offset) - 1
        cell, start = self.cells[number], self.starts[number]
        return {
            **_field(cell.names),
            "start_offset": finding.start.offset - start,
            "end_offset": finding.end.offset - start,
            **_told(finding),
            "reason": cell.note,
        }


def read_row(number: int, values: Iterable[tuple[Column, Any]]) -> Row:
    """Read the values of a row. It is one document, so that an answer in one column is seen by the question in another."""
    texts: list[str] = []
    blocks: list[Block] = []
    row = Row(Document(str(number), "", ()), [], [], [])
    at = 0
    for column, cell in _cells(values):
        if isinstance(cell, Unread):
            row.unread.append(cell)
            continue
        words = Mapped(cell.text, SourceMap.plain(at, len(cell.text)))
        try:
            blocks += tuple(read_field(words, cell.names, column.wishes))
        except NotReadable as error:
            row.unread.append(Unread(cell.names, str(error)))
            continue
        texts.append(cell.text)
        row.cells.append(cell)
        row.starts.append(at)
        at += len(cell.text) + 1
    return Row(Document(str(number), "\n".join(texts), tuple(blocks)), row.cells, row.starts, row.unread)


def _cells(values: Iterable[tuple[Column, Any]]) -> Iterator[tuple[Column, Cell | Unread]]:
    for column, value in values:
        for cell in cells(value, (column.name,)):
            yield column, cell


def unread(item: Unread) -> Shape:
    """Give what could not be read."""
    return {**_field(item.names), "state": "not_checked", "reason": item.reason}


def _field(names: tuple[str, ...]) -> Shape:
    return {"field": names[0], "pointer": pointer_of(names)} if names else {}


def _told(finding: Finding) -> Shape:
    """Give what a finding tells, by the names of the JSON report; its place there is that in a file."""
    told = shapes.finding(finding)
    for name in ("path", "start", "end", "pointer"):
        told.pop(name, None)
    return told
