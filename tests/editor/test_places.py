"""Positions in each encoding, held against a plain count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind, Range

from claimlint.document import Document
from claimlint.editor.places import meets, position

UTF8, UTF16, UTF32 = PositionEncodingKind.Utf8, PositionEncodingKind.Utf16, PositionEncodingKind.Utf32
WIDTHS = {
    UTF8: lambda char: len(char.encode("utf-8", "surrogatepass")),
    UTF16: lambda char: 2 if ord(char) > 0xFFFF else 1,
    UTF32: lambda char: 1,
}
TEXTS = st.text(st.one_of(st.sampled_from("a é®\u0301😀\ud800\r\n\t\x0b\x0c\x85\u2028"), st.characters()), max_size=60)


def at(source: str, offset: int, encoding: PositionEncodingKind) -> Position:
    return position(source, Document("a.txt", source, ()).place(offset), encoding)


@pytest.mark.parametrize(("encoding", "character"), [(UTF8, 15), (UTF16, 10), (UTF32, 9)])
def test_units_before_the_words(encoding: PositionEncodingKind, character: int) -> None:
    source = "soft\r\n® é 😀 e\u0301 hair"
    assert at(source, source.index("hair"), encoding) == Position(1, character)


@pytest.mark.parametrize("encoding", WIDTHS)
@given(source=TEXTS, data=st.data())
def test_a_position_counts_the_units_of_its_line(
    encoding: PositionEncodingKind, source: str, data: st.DataObject
) -> None:
    offset = data.draw(st.integers(0, len(source)))
    lines = characters = 0
    for number, char in enumerate(source[:offset]):
        is_end = char == "\n" or (char == "\r" and source[number + 1 : number + 2] != "\n")
        lines, characters = (lines + 1, 0) if is_end else (lines, characters + WIDTHS[encoding](char))
    assert at(source, offset, encoding) == Position(lines, characters)


@pytest.mark.parametrize(
    ("one", "other", "met"),
    [((0, 2), (2, 4), True), ((0, 2), (3, 4), False), ((0, 9), (3, 3), True), ((3, 3), (0, 9), True), ((5, 6), (1, 4), False)],
)  # fmt: skip
def test_ranges_that_touch_meet(one: tuple[int, int], other: tuple[int, int], met: bool) -> None:
    ranges = [Range(Position(0, start), Position(0, end)) for start, end in (one, other)]
    assert meets(*ranges) is met
