"""Findings as files: the same rows in every form, piece by piece."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claimlint.tables import FINDINGS, TableLinter
from claimlint.tables.outputs import GROUP, OUTPUTS, write_parquet

FOUND = TableLinter("sku").check_table(
    pa.table({"sku": ["a", "b"], "description": ["Heals acne\u202e\u2028", "x" * 1_000_001]}), first_row=0
)


def read(suffix: str, data: bytes) -> list[dict[str, Any]]:
    if suffix in (".jsonl", ".ndjson"):
        return [json.loads(line) for line in data.decode().splitlines()]
    table = pq.read_table(io.BytesIO(data)) if suffix in (".parquet", ".pq") else pa.ipc.open_file(data).read_all()
    assert table.schema == FINDINGS
    assert table.schema.metadata[b"claimlint_schema_version"] == b"1"
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows


@pytest.mark.parametrize("suffix", OUTPUTS)
def test_every_form_holds_the_same(suffix: str) -> None:
    rows = read(suffix, b"".join(OUTPUTS[suffix](FOUND.to_batches())))
    assert rows == FOUND.to_pylist()
    assert [row["state"] for row in rows] == ["new", "not_checked"]
    assert all(list(row) == FINDINGS.names for row in rows)


@pytest.mark.parametrize("suffix", OUTPUTS)
def test_a_table_without_findings_is_a_whole_file(suffix: str) -> None:
    assert read(suffix, b"".join(OUTPUTS[suffix]([]))) == []


def test_lines_of_json_hold_nothing_that_ends_a_line_or_acts_on_a_terminal() -> None:
    line = next(OUTPUTS[".jsonl"](FOUND.to_batches()))
    assert not {"\u202e", "\u2028", "\x1b"} & set(line.decode())


def test_parquet_is_written_in_groups_while_findings_come() -> None:
    (batch,) = pa.concat_tables([FOUND] * 500).combine_chunks().to_batches()
    seen: list[int] = []

    def batches() -> Iterator[pa.RecordBatch]:
        for _ in range(2 * GROUP // batch.num_rows + 1):
            seen.append(batch.num_rows)
            yield batch

    pieces = write_parquet(batches())
    first = next(pieces)
    assert sum(seen) <= GROUP
    file = pq.ParquetFile(io.BytesIO(first + b"".join(pieces)))
    assert [file.metadata.row_group(number).num_rows for number in range(3)] == [GROUP, GROUP, batch.num_rows]
