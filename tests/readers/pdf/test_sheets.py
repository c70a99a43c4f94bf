"""Blocks of a page to text: what stands between lines, and that each character keeps its place and box."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.document import Mapped
from claimlint.readers.pdf.pages import lay_out
from claimlint.readers.pdf.rows import Lines
from claimlint.readers.pdf.sheets import sheet_of
from claimlint.readers.text import cut
from tests.readers.pdf.test_pages import column, typed


def block(*lines: str, size: float = 10, x: float = 20) -> Lines:
    (lines_,) = lay_out(glyph for glyphs in column(*lines, x=x, size=size, pitch=1.2 * size) for glyph in glyphs)
    return lines_


BODY = block("as most of it is here")


@pytest.mark.parametrize(
    ("lines", "copy"),
    [
        (block("soft", "hair"), "soft\nhair\n\n"),
        (block("it re\u00ad", "news"), "it renews\n\n"),
        (block("anti-", "ageing"), "anti-ageing\n\n"),
        (block("10-", "20"), "10-\n20\n\n"),
        (block("soft -", "very"), "soft -\nvery\n\n"),
        (block("end\u00ad"), "end\u00ad\n\n"),
        (block("big", "words", size=12), "# big words\n\n"),
        (block("big", "words", size=11), "big\nwords\n\n"),
        (block("big " * 26, size=12), "big " * 25 + "big\n\n"),
        (block("• one", "• two"), "• one\n• two\n\n"),
    ],
)
def test_copy(lines: Lines, copy: str) -> None:
    sheet = sheet_of([lines, BODY, BODY])
    assert Mapped.woven(sheet.pieces).text.startswith(copy)


def test_the_second_line_of_an_item_is_indented_where_it_stands_further_in() -> None:
    printed = [typed("• one", 20, 100), typed("and", 30, 112), typed("two", 20, 124)]
    sheet = sheet_of(lay_out(glyph for glyphs in printed for glyph in glyphs))
    assert Mapped.woven(sheet.pieces).text == "• one\n  and\ntwo\n\n"
    assert sheet.text == "• one\nand\ntwo\n\n"


def test_a_blank_page_is_no_text() -> None:
    assert sheet_of([])[:1] == ("",)


WORDS = st.text("aé-\u00ad•😀\u0301", min_size=1, max_size=5)
LINE = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


@settings(max_examples=100)
@given(st.lists(LINE, min_size=1, max_size=6), st.sampled_from([8, 10, 14]))
def test_every_block_maps_back_to_the_text_and_every_letter_has_its_box(lines: list[str], size: float) -> None:
    glyphs = [glyph for printed in column(*lines, x=20, size=size) for glyph in printed]
    blocks = lay_out(glyphs)
    sheet = sheet_of(blocks)
    assert len(sheet.boxes) == 4 * len(sheet.text)
    printed = [sheet.text[i] for i in range(len(sheet.text)) if sheet.boxes[4 * i + 2] > sheet.boxes[4 * i]]
    assert printed == [glyph.char for lines_ in blocks for line in lines_ for glyph in line.glyphs]
    for part in cut(Mapped.woven(sheet.pieces)):
        for number, char in enumerate(part.text):
            place = sheet.text[part.places.start_of(number) : part.places.end_of(number + 1)]
            assert place == char or (char.isspace() and place.isspace())
