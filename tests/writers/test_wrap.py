"""Fitting cells into columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.writers.visible import cells, shown
from claimlint.writers.wrap import MOST_LINES, excerpt, shortened, underline, wrapped

from .terminal import AWKWARD, above, width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("   ", ()),
        ("one two three", ("one two", "three")),
        ("exactly 10", ("exactly 10",)),
        ("exactly 10 ", ("exactly 10",)),
        ("unbreakableword here", ("unbreakabl", "eword here")),
        ("日本語日本語", ("日本語日本", "語")),
        ("a 日本語日本語", ("a", "日本語日本", "語")),
    ],
)
def test_lines_break_at_spaces_where_they_can(text: str, lines: tuple[str, ...]) -> None:
    assert wrapped(text, 10) == lines


@pytest.mark.parametrize(
    ("text", "short"),
    [("heals acne", "heals acne"), ("heals stubborn acne", "heal…acne"), ("日本語日本語", "日本…本語")],
)
def test_long_quotations_lose_their_middle(text: str, short: str) -> None:
    assert shown(shortened(cells(text), 10)) == short


def _excerpt(text: str, claim: str, columns: int) -> list[str]:
    first = text.index(claim)
    lines: list[str] = []
    for line in excerpt(cells(text, first, first + len(claim)), columns):
        lines += [shown(line), underline(line, "^")]
    return lines


def test_a_sentence_that_fits_is_whole() -> None:
    assert _excerpt("It heals acne fast.", "heals acne", 40) == ["It heals acne fast.", "   ^^^^^^^^^^"]


def test_marks_follow_the_claim_over_a_line_end() -> None:
    assert _excerpt("Slowly it heals acne.", "heals acne", 16) == [
        "Slowly it heals",
        "          ^^^^^",
        "acne.",
        "^^^^",
    ]


def test_marks_stand_under_wide_characters() -> None:
    assert _excerpt("肌の赤みをなおす", "赤み", 20) == ["肌の赤みをなおす", "    ^^^^"]


def test_marks_stand_under_marked_letters() -> None:
    assert _excerpt("cre\u0301me heals", "heals", 20) == ["cre\u0301me heals", "      ^^^^^"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three four five six seven heals acne eight nine ten eleven twelve",
         ["… five six seven", "", "heals acne eight", "^^^^^^^^^^", "nine ten …", ""]),
        ("heals acne one two three four five six seven eight nine ten",
         ["heals acne one", "^^^^^^^^^^", "two three four", "", "five six …", ""]),
        ("one two three four five six seven eight nine ten heals acne",
         ["… five six seven", "", "eight nine ten", "", "heals acne", "^^^^^^^^^^"]),
    ],
)  # fmt: skip
def test_a_long_sentence_is_shortened_around_its_claim(text: str, lines: list[str]) -> None:
    assert _excerpt(text, "heals acne", 16) == lines


def test_a_claim_longer_than_the_room_loses_its_middle() -> None:
    lines = _excerpt("So it " + "heals and " * 9 + "mends acne now", "heals and " * 9 + "mends acne", 16)
    assert len(lines) == 2 * MOST_LINES
    assert "…" in "".join(lines[::2])
    assert "…" in above("".join(f"{line:<16}" for line in lines[::2]), "".join(f"{line:<16}" for line in lines[1::2]))


@given(AWKWARD, AWKWARD, AWKWARD, st.integers(27, 60))
def test_excerpts_fit_and_mark_exactly_the_claim(before: str, claim: str, after: str, room: int) -> None:
    text = before + claim + after
    line = cells(text, len(before), len(before) + len(claim))
    lines = [(shown(part), underline(part, "^")) for part in excerpt(line, room)]
    assert len(lines) <= MOST_LINES
    assert all(width(words) <= room for words, _ in lines)
    marked = "".join(above(words, marks) for words, marks in lines)
    wanted = shown([cell for cell in line if cell.claimed])
    assert "…" in marked or marked.replace(" ", "") == wanted.replace(" ", "")
