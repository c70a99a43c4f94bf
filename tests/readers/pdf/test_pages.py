"""Characters to blocks: what is one line, one column, one paragraph, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.readers.pdf.pages import lay_out
from claimlint.readers.pdf.rows import CROOKED, Glyph

WIDTH = 0.5
"""Every character here is half as wide as its size."""


def typed(words: str, x: float, y: float, size: float = 10, turn: int = 0) -> list[Glyph]:
    """Print words from a place on, as a file does that writes them at once."""
    glyphs = []
    spaced, breaks = False, True
    for number, char in enumerate(words):
        if char == " ":
            spaced = True
            continue
        left = x + number * WIDTH * size
        box = (left, y - size, left + WIDTH * size, y)
        glyphs.append(Glyph(char, box, left, box[2], y, size, turn, spaced, breaks))
        spaced = breaks = False
    return glyphs


def laid(*printed: list[Glyph]) -> list[list[str]]:
    return [[line.text for line in lines] for lines in lay_out(glyph for glyphs in printed for glyph in glyphs)]


def column(*lines: str, x: float, y: float = 100, pitch: float = 12, size: float = 10) -> list[list[Glyph]]:
    return [typed(line, x, y + number * pitch, size) for number, line in enumerate(lines)]


LEFT = column("soft and", "glossy", "hair", x=20)
RIGHT = column("rinse well", "with warm", "water", x=90)
TURNS = [pytest.param(order, id=name) for name, order in {
    "column by column": [*LEFT, *RIGHT],
    "row by row": [glyphs for row in zip(LEFT, RIGHT, strict=True) for glyphs in row],
    "bottom up": [*reversed(RIGHT), *reversed(LEFT)],
}.items()]  # fmt: skip


@pytest.mark.parametrize("order", TURNS)
def test_columns_are_not_mixed(order: list[list[Glyph]]) -> None:
    assert laid(*order) == [["soft and", "glossy", "hair"], ["rinse well", "with warm", "water"]]


def test_a_narrow_gutter_shows_by_what_begins_behind_it() -> None:
    left, right = column("soft hair", "soft", "soft", x=20), column("warm", "water", "rinse", x=72)
    assert laid(left[0] + right[0], *left[1:], *right[1:]) == [
        ["soft hair", "soft", "soft"],
        ["warm", "water", "rinse"],
    ]


def test_the_same_gap_in_one_line_alone_is_a_space() -> None:
    assert laid(typed("soft", 20, 100), typed("hair", 47, 100), typed("all", 20, 112)) == [["soft hair", "all"]]


@pytest.mark.parametrize("spanning", [88, 112])
def test_a_line_above_or_below_shows_that_a_stretched_line_is_one(spanning: int) -> None:
    lines = [typed("soft", 20, 100), typed("hair", 55, 100), typed("to the end of it", 20, spanning)]
    whole = "soft hair"
    assert laid(*lines) == [["to the end of it", whole] if spanning < 100 else [whole, "to the end of it"]]


def test_columns_of_one_line_each_below_a_line_of_another_size_stay_apart() -> None:
    assert laid(typed("over both", 20, 86, 13), typed("soft", 20, 100), typed("hair", 55, 100)) == [
        ["over both"], ["soft"], ["hair"]
    ]  # fmt: skip


def test_a_line_over_two_columns_belongs_to_none() -> None:
    over = typed("one line that runs over both of them", 20, 88)
    assert laid(over, *LEFT, *RIGHT) == [
        ["one line that runs over both of them"], ["soft and", "glossy", "hair"], ["rinse well", "with warm", "water"]
    ]  # fmt: skip


def test_columns_with_gaps_at_the_same_height_are_read_one_after_the_other() -> None:
    def pair(x: float, *words: str) -> list[list[Glyph]]:
        return column(*words[:2], x=x) + column(*words[2:], x=x, y=150)

    title = typed("a title of both", 20, 60, 20)
    foot = typed("a foot that is as wide as all of it", 20, 300, 8)
    assert laid(title, foot, *pair(20, "a one", "a two", "b one", "b two"), *pair(120, "c", "d", "e", "f")) == [
        ["a title of both"], ["a one", "a two"], ["b one", "b two"], ["c", "d"], ["e", "f"],
        ["a foot that is as wide as all of it"],
    ]  # fmt: skip


def test_pieces_of_a_line_in_any_order_are_one_line() -> None:
    assert laid(typed("hair.", 70, 100), typed("soft", 20, 100), typed("and", 45, 100.5), typed("s", 60.5, 100)) == [
        ["soft ands hair."]
    ]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (typed("small", 20, 112, 8), [["body"], ["small"]]),
        (typed("body", 20, 112, 9), [["body", "body"]]),
        (typed("far", 20, 121), [["body"], ["far"]]),
        (typed("aside", 60, 112), [["body"], ["aside"]]),
        (typed("2", 40, 97.5, 6), [["body2"]]),
    ],
    ids=["another size", "nearly the same size", "far below", "not below", "raised"],
)
def test_what_goes_on(after: list[Glyph], expected: list[list[str]]) -> None:
    assert laid(typed("body", 20, 100), after) == expected


def test_a_wider_gap_begins_a_paragraph() -> None:
    lines = [*column("one", "two", x=20), *column("three", "four", x=20, y=129)]
    assert laid(*lines) == [["one", "two"], ["three", "four"]]


@pytest.mark.parametrize(("sign", "expected"), [("•", [["• soft"]]), ("2.", [["2. soft"]]), ("or", [["or"], ["soft"]])])
def test_only_a_bullet_reaches_far(sign: str, expected: list[list[str]]) -> None:
    assert laid(typed("soft", 60, 100), typed(sign, 20, 100)) == expected


def test_a_shadow_is_read_once() -> None:
    assert laid(typed("soft hair", 20, 100), typed("soft hair", 20.6, 100.6)) == [["soft hair"]]


def test_turned_text_comes_last_and_apart() -> None:
    assert laid(typed("edge", 20, 100, turn=1), typed("soft", 20, 100)) == [["soft"], ["edge"]]


def test_crooked_text_is_read_as_the_file_has_it() -> None:
    arc = [
        glyph._replace(base=100 + number * 7, breaks=True)
        for number, glyph in enumerate(typed("tested", 20, 100, turn=CROOKED))
    ]
    assert laid(arc) == [["tested"]]


PRINTED = st.builds(
    typed, st.text("ab •-", min_size=1, max_size=6), st.integers(0, 60), st.integers(0, 60), st.sampled_from([4, 9, 10]),
    st.integers(0, CROOKED),
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PRINTED, max_size=12))
def test_every_character_comes_out_once_shadows_aside(printed: list[list[Glyph]]) -> None:
    given_ = [glyph.char for glyphs in printed for glyph in glyphs]
    out = [
        glyph.char
        for lines in lay_out(g for glyphs in printed for g in glyphs)
        for line in lines
        for glyph in line.glyphs
    ]
    assert len(out) <= len(given_)
    assert set(out) == set(given_)
