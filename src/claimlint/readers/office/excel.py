"""Excel workbooks: their sheets as rows of cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.readers.office.archive import Archive
from claimlint.readers.office.elements import Event
from claimlint.readers.office.package import events, related
from claimlint.readers.office.sheet import MOST_COLUMNS, Cell, Row, Sheet, Sheets
from claimlint.readers.office.story import Paragraph, Story
from claimlint.readers.office.word import shapes

ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
SPOKEN = frozenset({"rPh", "phoneticPr"})
"""How words are spoken, which stands beside them in Japanese workbooks."""


def workbook(archive: Archive, part: str, stories: Iterator[Story]) -> Sheets:
    """Give the sheets of a workbook, hidden ones too, in order."""
    return Sheets(_sheets(archive, part), stories)


def _sheets(archive: Archive, part: str) -> Iterator[Sheet]:
    others = related(archive, part)
    parts = {one.id: one.part for one in others}
    strings = [
        text for one in others if one.type == "sharedStrings" for _, text in _texts(events(archive, one.part), "si")
    ]
    for kind, name, attributes in events(archive, part):
        target = parts.pop(attributes.get("r:id", ""), None) if kind == "start" and name == "sheet" else None
        if target:
            title = attributes.get("name", "")
            rows = _rows(events(archive, target), strings)
            yield Sheet(title, rows, _beside(archive, target, title))


def _beside(archive: Archive, part: str, title: str) -> Iterator[Story]:
    """Give the comments and drawings of a sheet."""
    for one in related(archive, part):
        if one.type == "comments":
            for address, text in _texts(events(archive, one.part), "comment"):
                yield [Paragraph(text.strip(), f"{title}!{address}, comment")]
        elif one.type == "drawing":
            yield from shapes(archive, one.part, title)


def _texts(source: Iterator[Event], holder: str) -> Iterator[tuple[str, str]]:
    """Give the words of each element that holds some, with the address it carries."""
    address, pieces, is_text, spoken = "", list[str](), False, 0
    for kind, name, attributes in source:
        if kind == "text":
            pieces += [name] if is_text and not spoken else []
        elif name in SPOKEN:
            spoken += 1 if kind == "start" else -1
        elif name == "t":
            is_text = kind == "start"
        elif name == holder and kind == "start":
            address, pieces = attributes.get("ref", ""), []
        elif name == holder:
            yield address, "".join(pieces)


def _rows(source: Iterator[Event], strings: list[str]) -> Iterator[Row]:
    """Give the filled rows of a sheet."""
    row: Row = []
    number = column = spoken = 0
    sort, pieces, is_value = "", list[str](), False
    for kind, name, attributes in source:
        if kind == "text":
            pieces += [name] if is_value and not spoken else []
        elif name in ("v", "t"):
            is_value = kind == "start"
        elif name in SPOKEN:
            spoken += 1 if kind == "start" else -1
        elif name == "c" and kind == "start":
            column, sort, pieces = _column(attributes, column), attributes.get("t", "n"), []
        elif name == "c" and pieces and len(row) < MOST_COLUMNS:
            row.append(Cell(column, f"{letters(column)}{number}", _meaning(sort, "".join(pieces), strings)))
        elif name == "row" and kind == "start":
            number, column, row = _number(attributes, number), 0, []
        elif name == "row" and row:
            yield row


def _column(attributes: dict[str, str], before: int) -> int:
    """Give the column of a cell from its address, or the one behind the last."""
    match = ADDRESS.fullmatch(attributes.get("r", ""))
    if match is None:
        return before + 1
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return column


def _number(attributes: dict[str, str], before: int) -> int:
    number = attributes.get("r", "")
    return int(number) if number.isdecimal() and len(number) < 8 else before + 1


def letters(column: int) -> str:
    """Give the letters of a column, from 1."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def _meaning(sort: str, value: str, strings: list[str]) -> str | None:
    """Give the words of a cell, nothing for figures, dates, truth values and errors."""
    if sort == "s":
        known = value.isdecimal() and len(value) < 9 and int(value) < len(strings)
        return strings[int(value)] if known else None
    return value if sort in ("str", "inlineStr") else None
