"""Places in a source: lines, columns, and maps to them."""

from __future__ import annotations

import pytest

from claimlint.document import Document, SourceMap
from claimlint.findings import Place


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [(0, 1, 1), (2, 1, 3), (3, 2, 1), (4, 2, 2), (6, 3, 1), (7, 4, 1), (8, 4, 2), (9, 5, 1), (10, 5, 2)],
)
def test_lines_end_at_any_kind_of_break(offset: int, line: int, column: int) -> None:
    assert Document("t", "ab\nc\r\n\rx\ny", ()).place(offset) == Place(offset, line, column)


def test_a_map_counts_runs() -> None:
    places = SourceMap((0, 3), (10, 20), 6, 23)
    assert [places.start_of(offset) for offset in range(7)] == [10, 11, 12, 20, 21, 22, 23]
    assert [places.end_of(offset) for offset in (1, 3, 4, 6)] == [11, 13, 21, 23]
