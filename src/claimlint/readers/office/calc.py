"""OpenDocument spreadsheets: their sheets as rows of cells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from claimlint.readers.office.elements import Event
from claimlint.readers.office.excel import letters
from claimlint.readers.office.paragraphs import SPACE
from claimlint.readers.office.sheet import MOST_COLUMNS, Cell, Row, Sheet, Sheets
from claimlint.readers.office.story import Paragraph, Story

SIGNS = {"s": " ", "tab": "\t", "line-break": "\n"}
CELLS = frozenset({"table-cell", "covered-table-cell"})
SKIPPED = frozenset({"tracked-changes", "creator", "date", "date-string", "shapes", "frame", "custom-shape"})
LONGEST_NUMBER = 7
"""Digits of a repeat that are believed; sheets have 1,048,576 rows at most."""


def sheets(content: Iterator[Event], stories: Iterator[Story]) -> Sheets:
    """Give the sheets of a spreadsheet, hidden ones too. A repeated cell or row is read once."""
    return Sheets(_sheets(_kept(content)), stories)


def _kept(content: Iterator[Event]) -> Iterator[Event]:
    """Leave out what is no cell, and who wrote a comment when."""
    skipping = 0
    for event in content:
        kind, name, _ = event
        if kind == "start" and (skipping or name in SKIPPED):
            skipping += 1
        elif kind == "end" and skipping:
            skipping -= 1
        elif not skipping:
            yield event


def _sheets(content: Iterator[Event]) -> Iterator[Sheet]:
    for kind, name, attributes in content:
        if kind == "start" and name == "table":
            comments: list[Story] = []
            title = attributes.get("name", "")
            yield Sheet(title, _rows(content, title, comments), comments)


def _rows(content: Iterator[Event], title: str, comments: list[Story]) -> Iterator[Row]:
    """Give the filled rows of a sheet up to its end, and gather its comments."""
    number = 1
    for kind, name, attributes in content:
        if kind == "end" and name == "table":
            return
        if kind == "start" and name == "table-row":
            row = list(islice(_cells(content, number, title, comments), MOST_COLUMNS))
            if row:
                yield row
            number += _times(attributes, "number-rows-repeated")


def _cells(content: Iterator[Event], row: int, title: str, comments: list[Story]) -> Iterator[Cell]:
    """Give the filled cells of a row up to its end."""
    column = 1
    for kind, name, attributes in content:
        if kind == "end" and name == "table-row":
            return
        if kind == "start" and name in CELLS:
            words, comment = _words(content, name)
            address = f"{letters(column)}{row}" if words or comment else ""
            if words:
                is_text = attributes.get("value-type", "string") == "string"
                yield Cell(column, address, words if is_text else None)
            if comment:
                comments.append([Paragraph(comment, f"{title}!{address}, comment")])
            column += _times(attributes, "number-columns-repeated")


def _words(content: Iterator[Event], cell: str) -> tuple[str, str]:
    """Give the words of a cell up to its end, and those of its comment."""
    words, comment = list[str](), list[str]()
    pieces, is_open = words, False
    for kind, name, _ in content:
        if kind == "end" and name == cell:
            break
        if kind == "text":
            pieces += [SPACE.sub(" ", name)] if is_open else []
        elif name == "annotation":
            pieces = comment if kind == "start" else words
        elif name == "p":
            is_open = kind == "start"
            pieces += ["\n"] if not is_open else []
        elif kind == "start" and is_open:
            pieces.append(SIGNS.get(name, ""))
    return "".join(words).strip(), "".join(comment).strip()


def _times(attributes: dict[str, str], key: str) -> int:
    """Give how often a cell or row stands there."""
    times = attributes.get(key, "1")
    return int(times) if times.isdecimal() and len(times) <= LONGEST_NUMBER else 1
