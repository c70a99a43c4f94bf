"""Rows of text: what is stored comes back, whatever is asked for first."""

from __future__ import annotations

import pytest

from claimlint.packs.rows import TOGETHER, Rows, packed


def stored(rows: dict[int, str]) -> Rows[int]:
    return Rows(lambda: rows, packed([*rows.values()]))


@pytest.mark.parametrize("count", [0, 1, TOGETHER, TOGETHER + 1, 3 * TOGETHER - 1])
def test_rows_come_back(count: int) -> None:
    rows = {3 * number: f"row {number} é" if number % 5 else "" for number in range(count)}
    assert dict(stored(rows)) == rows
    assert [stored(rows)[key] for key in reversed(rows)] == [*reversed(rows.values())]
    assert stored(rows).keys() == rows.keys() and len(stored(rows)) == count


def test_a_key_that_is_not_there_is_told() -> None:
    rows = stored({7: "seven"})
    assert 7 in rows and 8 not in rows
    with pytest.raises(KeyError):
        rows[8]
