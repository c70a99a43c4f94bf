"""Text as terminal cells."""

from __future__ import annotations

import pytest
from hypothesis import given

from claimlint.writers.visible import Cell, cells, columns, shown, visible

from .terminal import ANY_TEXT, AWKWARD, acts, width


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain words", "plain words"),
        ("a\tb\r\nc\u3000 d", "a b c d"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\x00\x7f\x9b", "\\x00\\x7f\\x9b"),
        ("left\u202eright\u2066", "left<U+202E>right<U+2066>"),
        ("ec\u200bze\u00adma", "ec<U+200B>ze\\xadma"),
        ("bad\udcff", "bad<U+DCFF>"),
        ("\u0301e\u0301", "<U+0301>e\u0301"),
        ("e" + "\u0301" * 5, "e\u0301\u0301\u0301<U+0301><U+0301>"),
        ("private \ue000", "private <U+E000>"),
        ("blank \u3164\u2800", "blank <U+3164><U+2800>"),
        ("h\ufe0fi", "h<U+FE0F>i"),
        ("1\ufe0f\u20e3", "1\u20e3"),
        ("👍🏽 💆🏽\u200d♀\ufe0f ❤\ufe0f", "👍 💆♀ ❤"),
        ("a\u200db", "a<U+200D>b"),
        ("\u1112\u1161\u11ab", "\u1112\u1161\u11ab"),
    ],
)
def test_every_character_is_seen_or_spelt_out(text: str, seen: str) -> None:
    assert shown(cells(text)) == seen


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("abc", 3),
        ("日本", 4),
        ("ﾊﾝ", 2),
        ("ＡＢ", 4),
        ("e\u0301a", 2),
        ("🧴", 2),
        ("\u200b", 8),
        ("한", 2),
        ("\u1112\u1161\u11ab", 2),
    ],
)
def test_columns_are_those_of_the_terminal(text: str, filled: int) -> None:
    assert columns(cells(text)) == filled


def test_a_picture_newer_than_the_tables_is_shown() -> None:
    assert cells("\U0001faff") == [Cell("\U0001faff", 2)]


@pytest.mark.parametrize(
    ("text", "first", "last", "claimed"),
    [
        ("it heals acne now", 3, 13, "heals acne"),
        ("ec\u200bzema", 0, 7, "ec<U+200B>zema"),
        ("cre\u0301me", 0, 4, "cre\u0301"),
        ("heals \n\n acne", 0, 13, "heals acne"),
        ("日本語", 1, 2, "本"),
        ("nothing", 0, 0, ""),
    ],
)
def test_the_claim_is_marked_whatever_hides_in_it(text: str, first: int, last: int, claimed: str) -> None:
    assert shown([cell for cell in cells(text, first, last) if cell.claimed]) == claimed


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("two  spaces.txt", "two  spaces.txt"),
        ("line\nbreak\ttab", "line\\x0abreak\\x09tab"),
        ("no\xa0break", "no\\xa0break"),
        ("\u202etxt.exe", "<U+202E>txt.exe"),
        ("日本/ク.txt", "日本/ク.txt"),
    ],
)
def test_names_keep_their_spaces_and_stay_on_one_line(name: str, seen: str) -> None:
    assert visible(name) == seen


@given(ANY_TEXT | AWKWARD)
def test_nothing_acts_on_the_terminal(text: str) -> None:
    assert not acts(shown(cells(text)) + visible(text))


@given(ANY_TEXT | AWKWARD)
def test_cells_are_as_wide_as_what_they_show(text: str) -> None:
    assert columns(cells(text)) == width(shown(cells(text)))
