"""Workbooks of Excel and OpenDocument: which cells are read, as what, and with which pointer."""

from __future__ import annotations

import re
import string

import pytest

from claimlint.errors import NotReadable
from claimlint.readers.formats import EVERYTHING, Wishes
from claimlint.readers.office import read_bytes, story
from claimlint.readers.office.excel import letters
from tests.readers.office.zipped import book, opendoc, row

SOFT = "Our serum leaves hair soft."
INCI = "Aqua, Glycerin, Parfum, Panthenol."


def blocks(data: bytes, wishes: Wishes = EVERYTHING) -> list[tuple[str, str, str]]:
    part = read_bytes(data, wishes)
    for block in part.blocks:
        assert re.sub("<[^>]*>", "", part.text[block.places.start_of(0) : block.places.end]) == block.text
    return [(block.text, block.role, block.pointer) for block in part.blocks]


def cell(address: str, value: str, sort: str) -> str:
    return f'<x:row r="{address.strip(string.ascii_letters)}"><x:c r="{address}" t="{sort}"><x:v>{value}</x:v></x:c></x:row>'


def test_columns_say_what_their_cells_are() -> None:
    sheet = row(1, "SKU", "Product Title", "Ingredients", "Image URL", "Body (HTML)") + row(
        2, "AB-12", "Soft Gel.", INCI, "https://example.com/a.jpg", "&lt;p&gt;Soft &lt;b&gt;gel&lt;/b&gt;.&lt;/p&gt;"
    )
    assert blocks(book(sheet))[4:7] == [
        ("Body (HTML)", "body", "Sheet1!E1"), ("Soft Gel.", "heading", "Sheet1!B2"), (INCI, "ingredients", "Sheet1!C2"),
    ]  # fmt: skip
    assert not [block for block in blocks(book(sheet)) if block[2] in ("Sheet1!A2", "Sheet1!D2")]


def test_a_title_may_stand_above_the_names_of_columns() -> None:
    sheet = row(1, "Spring launch") + row(3, "Name", "Ingredients") + row(4, "Gel", INCI)
    assert blocks(book(sheet))[-1] == (INCI, "ingredients", "Sheet1!B4")


def test_names_may_stand_before_the_values() -> None:
    sheet = row(1, "Description", f"{SOFT} It is mild.") + row(2, "Ingredients", INCI)
    assert blocks(book(sheet))[-1] == (INCI, "ingredients", "Sheet1!B2")


@pytest.mark.parametrize(
    ("sheet", "strings", "found"),
    [
        (cell("B7", "1", "s"), f"<x:si/><x:si><x:t>{SOFT}</x:t></x:si>", [(SOFT, "body", "Sheet1!B7")]),
        (cell("B7", "0", "s"), "<x:si><x:r><x:t>Soft</x:t></x:r><x:r><x:t>ening gel.</x:t></x:r><x:rPh><x:t>So</x:t></x:rPh></x:si>",
         [("Softening gel.", "body", "Sheet1!B7")]),
        (cell("B7", SOFT, "str").replace("<x:v>", '<x:f>"cures acne"</x:f><x:v>'), "", [(SOFT, "body", "Sheet1!B7")]),
        (f"<x:row><x:c/><x:c t='str'><x:v>{SOFT}</x:v></x:c></x:row>", "", [(SOFT, "body", "Sheet1!B1")]),
        (cell("AB3", SOFT, "str"), "", [(SOFT, "body", "Sheet1!AB3")]),
    ],
)  # fmt: skip
def test_where_the_words_of_cells_stand(sheet: str, strings: str, found: list[tuple[str, str, str]]) -> None:
    assert blocks(book(sheet, strings)) == found


def test_figures_dates_and_errors_are_not_read() -> None:
    sheet = cell("A1", "45000", "n") + cell("A2", "1", "b") + cell("A3", "#REF!", "e") + cell("A4", "9", "s")
    with pytest.raises(NotReadable, match="there is no copy in its cells"):
        blocks(book(sheet + cell("A5", "-1", "s") + cell("A6", "x", "s")))


def test_wished_columns_alone_are_read() -> None:
    sheet = row(1, "Description", "Story") + row(2, "Soft. It is mild.", SOFT)
    assert blocks(book(sheet), Wishes(("story",))) == [(SOFT, "body", "Sheet1!B2")]


def test_comments_drawings_and_names_of_sheets() -> None:
    comment = (
        '<x:comment ref="C9"><x:text><x:r><x:t>Dana:\n</x:t></x:r><x:r><x:t>Check it.</x:t></x:r></x:text></x:comment>'
    )
    drawing = "<x:sp><a:p><a:r><a:t>Boxed.</a:t></a:r></a:p></x:sp>"
    data = book(row(1, SOFT), name="Soft hair for everyone", comments=comment, drawing=drawing)
    assert blocks(data) == [
        ("Soft hair for everyone", "heading", "Soft hair for everyone"), (SOFT, "body", "Soft hair for everyone!A1"),
        ("Dana:", "heading", "Soft hair for everyone!C9, comment"), ("Check it.", "body", "Soft hair for everyone!C9, comment"),
        ("Boxed.", "body", "Soft hair for everyone"),
    ]  # fmt: skip


def test_lines_are_rows() -> None:
    part = read_bytes(book(row(1, "Name", "Use") + row(2, "Gel", "Daily")), EVERYTHING)
    assert part.text.splitlines()[:2] == ["Name\tUse\t", "Gel\tDaily\t"]


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA"), (16_384, "XFD")])
def test_letters_of_columns(column: int, name: str) -> None:
    assert letters(column) == name


def test_a_long_string_used_by_many_cells_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story, "LARGEST_TEXT", 10_000)
    cells = "".join(cell(f"A{number}", "0", "s") for number in range(1, 200))
    with pytest.raises(NotReadable, match="more than 10,000 characters"):
        blocks(book(cells, f"<x:si><x:t>{SOFT * 10}</x:t></x:si>"))


# OpenDocument


def table(*rows: str) -> str:
    return f'<table:table table:name="Blatt 1">{"".join(rows)}</table:table>'


def test_sheets_of_opendocument() -> None:
    names = "<table:table-cell><text:p>{}</text:p></table:table-cell>" * 2
    noted = (
        f"<office:annotation><dc:date>2024</dc:date><text:p>Check.</text:p></office:annotation><text:p>{INCI}</text:p>"
    )
    sheet = table(
        f"<table:table-row>{names.format('Name', 'Ingredients')}</table:table-row>",
        '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
        f"<table:table-row><table:covered-table-cell/><table:table-cell>{noted}</table:table-cell>"
        '<table:table-cell office:value-type="float"><text:p>Twelve</text:p></table:table-cell></table:table-row>',
    )
    gone = (
        "<table:tracked-changes><table:table-cell><text:p>Deleted.</text:p></table:table-cell></table:tracked-changes>"
    )
    assert blocks(opendoc("spreadsheet", gone + sheet)) == [
        ("Name", "heading", "Blatt 1!A1"), ("Ingredients", "heading", "Blatt 1!B1"),
        (INCI, "ingredients", "Blatt 1!B5"), ("Check.", "body", "Blatt 1!B5, comment"),
    ]  # fmt: skip


def test_repeated_cells_and_rows_are_read_once() -> None:
    cells = (
        f'<table:table-cell table:number-columns-repeated="1000000"><text:p>{SOFT}</text:p></table:table-cell>'
        "<table:table-cell><text:p>Soft<text:s text:c='99999999'/>gel<text:line-break/>for</text:p><text:p>all.</text:p></table:table-cell>"
    )
    rows = f'<table:table-row table:number-rows-repeated="1048576">{cells}</table:table-row>'
    assert blocks(opendoc("spreadsheet", table(rows))) == [
        (SOFT, "body", "Blatt 1!A1"), ("Soft gel\nfor\nall.", "body", "Blatt 1!BDWGO1"),
    ]  # fmt: skip
