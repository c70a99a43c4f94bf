"""Places in a source: lines, columns, and maps to them."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document import Document, Layout, Mapped, Piece, SourceMap
from claimlint.findings import Place


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [(0, 1, 1), (2, 1, 3), (3, 2, 1), (4, 2, 2), (6, 3, 1), (7, 4, 1), (8, 4, 2), (9, 5, 1), (10, 5, 2)],
)
def test_lines_end_at_any_kind_of_break(offset: int, line: int, column: int) -> None:
    assert Document("t", "ab\nc\r\n\rx\ny", ()).place(offset) == Place(offset, line, column, column)


def test_a_map_counts_runs() -> None:
    places = SourceMap((0, 3), (10, 20), (13, 23), 6)
    assert [places.start_of(offset) for offset in range(7)] == [10, 11, 12, 20, 21, 22, 23]
    assert [places.end_of(offset) for offset in (0, 1, 3, 4, 6)] == [10, 11, 13, 21, 23]


def test_a_character_may_be_written_longer_than_it_is() -> None:
    copy = Mapped.woven([Piece("heals", 2, 7), Piece("®", 7, 12), Piece("\n\n", 20, 20), Piece("acne", 20, 24)])
    assert copy.text == "heals®\n\nacne"
    assert [(copy.places.start_of(at), copy.places.end_of(at + 1)) for at in (4, 5, 6, 7, 8)] == [
        (6, 7), (7, 12), (20, 20), (20, 20), (20, 21),
    ]  # fmt: skip


SOURCE = "".join(map(chr, range(97, 123)))


@st.composite
def woven(draw: st.DrawFn, source: str) -> Mapped:
    """Cut a source into pieces: kept, dropped, written otherwise, or put in."""
    pieces, read = [], 0
    for length in draw(st.lists(st.integers(0, 4), max_size=12)):
        start, read = read, min(read + length, len(source))
        kept = draw(st.sampled_from(["as it is", "dropped", "otherwise"]))
        if kept != "dropped":
            text = source[start:read] if kept == "as it is" else draw(st.text("XY", max_size=3))
            pieces.append(Piece(text, start, read))
    return Mapped.woven(pieces)


@given(st.data())
def test_maps_compose_and_part(data: st.DataObject) -> None:
    outer = data.draw(woven(SOURCE))
    inner = data.draw(woven(outer.text))
    through = inner.into(outer)
    for at in range(len(inner.text)):
        start, end = through.places.start_of(at), through.places.end_of(at + 1)
        first, last = inner.places.start_of(at), inner.places.end_of(at + 1)
        assert start == outer.places.start_of(first)
        assert end == (outer.places.end_of(last) if last > first else start)
        assert SOURCE[start:end] == through.text[at] or through.text[at] in "XY" or end - start != 1
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(inner.text))] * 2)))
    part = through.part(first, last)
    assert part.text == inner.text[first:last]
    for at in range(last - first):
        assert part.places.start_of(at) == through.places.start_of(first + at)
        assert part.places.end_of(at + 1) == through.places.end_of(first + at + 1)
    assert part.places.size == last - first


def test_a_later_part_of_a_file_counts_on() -> None:
    part = Document("t", "ab\nc", (), start=Place(10, 3, 5, 5))
    assert [part.place(offset) for offset in (0, 2, 3)] == [
        Place(10, 3, 5, 5),
        Place(12, 3, 7, 7),
        Place(13, 4, 1, 1),
    ]
    assert part.end == Place(14, 4, 2, 2)


def test_a_layout_boxes_words_of_one_page() -> None:
    layout = Layout((0, 3), array("d", [1, 2, 3, 4, 0, 0, 0, 0, 5, 1, 6, 4, 9, 9, 10, 10]))
    assert [layout.page(offset) for offset in range(4)] == [1, 1, 1, 2]
    assert layout.box(0, 3) == layout.box(0, 4) == (1, 1, 6, 4)
    assert layout.box(1, 2) is None
