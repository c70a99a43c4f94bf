"""Workbooks: cells with words in them, read by what their column is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimlint.document import Block
from claimlint.errors import NotReadable
from claimlint.readers.fields import PROSE_WORDS, kind_of, read_field
from claimlint.readers.formats import Part, Wishes
from claimlint.readers.lines import is_stopped
from claimlint.readers.looks import LONGEST_TITLE
from claimlint.readers.office.story import Paragraph, Script, Story, told

MOST_COLUMNS = 16_384
"""Cells of a row that are read, as many as Excel knows."""

Names = dict[int, str]
"""What the columns are called."""


class Cell(NamedTuple):
    """A filled cell: its column from 1, its address in the sheet, its words; none where it holds a figure or date."""

    column: int
    address: str
    text: str | None


Row = list[Cell]


class Sheet(NamedTuple):
    """A sheet: its name, its filled rows, and the stories that stand beside them, to be read after the rows."""

    name: str
    rows: Iterable[Row]
    stories: Iterable[Story]


class Sheets(NamedTuple):
    """A workbook: its sheets, and the stories that belong to none of them."""

    sheets: Iterable[Sheet]
    stories: Iterable[Story]


def read(workbook: Sheets, wishes: Wishes) -> Part:
    """Read a workbook: a row of cells is a line of the text. Raises NotReadable where it holds no words."""
    script = Script()
    blocks: list[Block] = []
    for sheet in workbook.sheets:
        if len(sheet.name.split()) >= PROSE_WORDS:
            blocks += told(script, [Paragraph(sheet.name, sheet.name, "heading")])
        blocks += _cells(script, sheet, wishes)
        for story in sheet.stories:
            blocks += told(script, story)
    for story in workbook.stories:
        blocks += told(script, story)
    if not blocks:
        raise NotReadable(
            "there is no copy in its cells: name the fields that hold it, put it in, or leave the file out"
        )
    return Part(script.text, blocks)


def _cells(script: Script, sheet: Sheet, wishes: Wishes) -> Iterator[Block]:
    """Write the cells of a sheet, and give their blocks."""
    names: Names = {}
    is_settled = False
    for row in sheet.rows:
        is_header = not is_settled and (len(row) > 1 or not names) and _is_header(row)
        label = next((cell.text for cell in row if cell.text), "")
        for cell in row:
            if cell.text:
                value = script.add(cell.text)
                path = _path(names.get(cell.column, ""), label)
                yield from read_field(value, path, wishes, f"{sheet.name}!{cell.address}")
                script.add("\t")
        if label:
            script.add("\n")
        if is_header:
            names = {cell.column: cell.text or "" for cell in row}
        is_settled = is_settled or len(row) > 1
    script.add("\n")


def _is_header(row: Row) -> bool:
    """Tell whether the cells of a row can name columns; the first row of several cells decides, and one above may."""
    return all(cell.text and len(cell.text) <= LONGEST_TITLE and not is_stopped(cell.text) for cell in row)


def _path(name: str, label: str) -> tuple[str, ...]:
    """Give the names of a cell: that of its column, and the first words of its row where they are a known name."""
    is_known = len(label) <= LONGEST_TITLE and kind_of((label,)) not in ("body", "none")
    return (name, label) if is_known else (name,)
