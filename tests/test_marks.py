"""Marked copy: one reader for rule cases and corpus."""

from __future__ import annotations

import pytest

from claimlint.marks import Mark, read_marks


@pytest.mark.parametrize(
    ("marked", "plain", "marks"),
    [
        ("no marks", "no marks", []),
        ("it [[grows moss]].", "it grows moss.", [Mark(3, 13, ())]),
        ("[[a|x-1]] and [[b c|y, z-2]]", "a and b c", [Mark(0, 1, ("x-1",)), Mark(6, 9, ("y", "z-2"))]),
        ("[[two\nlines|x]]", "two\nlines", [Mark(0, 9, ("x",))]),
        ("a [single] bracket | pipe", "a [single] bracket | pipe", []),
    ],
)
def test_marks_are_read(marked: str, plain: str, marks: list[Mark]) -> None:
    assert read_marks(marked) == (plain, marks)
