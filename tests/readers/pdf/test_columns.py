"""Reading order, from boxes alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.readers.pdf.columns import read_order


@pytest.mark.parametrize(
    ("boxes", "order"),
    [
        ([], []),
        ([(0, 0, 9, 9)], [0]),
        ([(0, 50, 90, 60), (0, 0, 90, 9)], [1, 0]),
        ([(50, 0, 90, 9), (0, 5, 40, 60)], [1, 0]),
        ([(42, 0, 90, 9), (0, 5, 40, 60)], [0, 1]),
        ([(0, 0, 90, 9), (50, 20, 90, 60), (0, 20, 40, 40), (0, 45, 40, 60), (0, 70, 90, 80)], [0, 2, 3, 1, 4]),
        ([(0, 20, 40, 60), (30, 0, 70, 30), (60, 20, 90, 60)], [1, 0, 2]),
    ],
    ids=["none", "one", "rows", "columns", "too near for columns", "title, columns, foot", "a ring"],
)
def test_order(boxes: list[tuple[float, float, float, float]], order: list[int]) -> None:
    assert read_order(boxes) == order


SIDES = st.tuples(st.integers(0, 50), st.integers(0, 50), st.integers(1, 30), st.integers(1, 30))


@given(st.lists(SIDES, max_size=40))
def test_none_is_lost(sides: list[tuple[int, int, int, int]]) -> None:
    boxes = [(left, top, left + width, top + height) for left, top, width, height in sides]
    assert sorted(read_order(boxes)) == list(range(len(boxes)))


def test_a_staircase_ends() -> None:
    assert len(read_order([(9 * i, 9 * i, 9 * i + 5, 9 * i + 5) for i in range(3_000)])) == 3_000
