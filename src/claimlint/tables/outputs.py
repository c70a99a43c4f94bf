"""Findings as bytes of a file, piece by piece."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from claimlint.tables.schema import FINDINGS
from claimlint.writers.shapes import encoded

GROUP = 10_000
"""Rows of findings from which on a row group is written."""

Batches = Iterable[pa.RecordBatch]


class Drain(io.RawIOBase):
    """A file to write to, out of which the bytes are taken as they come."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._size = 0

    def writable(self) -> bool:
        """Tell that it can be written to."""
        return True

    def write(self, data: Any) -> int:
        """Take bytes."""
        self._pieces.append(bytes(data))
        self._size += len(self._pieces[-1])
        return len(self._pieces[-1])

    def tell(self) -> int:
        """Count the bytes so far."""
        return self._size

    def taken(self) -> list[bytes]:
        """Give the bytes that came since the last time."""
        pieces, self._pieces = self._pieces, []
        return pieces


def write_parquet(batches: Batches) -> Iterator[bytes]:
    """Give a Parquet file."""
    drain = Drain()
    with pq.ParquetWriter(drain, FINDINGS) as writer:
        for table in _grouped(batches):
            writer.write_table(table)
            yield from drain.taken()
    yield from drain.taken()


def write_arrow(batches: Batches) -> Iterator[bytes]:
    """Give an Arrow file, also called Feather."""
    drain = Drain()
    with pa.ipc.new_file(drain, FINDINGS) as writer:
        for batch in batches:
            writer.write_batch(batch)
            yield from drain.taken()
    yield from drain.taken()


def write_jsonl(batches: Batches) -> Iterator[bytes]:
    """Give JSON Lines: each line a row, with every column."""
    for batch in batches:
        for row in batch.to_pylist():
            yield f"{encoded(row)}\n".encode()


def _grouped(batches: Batches) -> Iterator[pa.Table]:
    kept: list[pa.RecordBatch] = []
    size = 0
    for batch in batches:
        kept.append(batch)
        size += batch.num_rows
        if size >= GROUP:
            yield pa.Table.from_batches(kept, FINDINGS)
            kept, size = [], 0
    if kept:
        yield pa.Table.from_batches(kept, FINDINGS)


OUTPUTS: Mapping[str, Callable[[Batches], Iterator[bytes]]] = {
    ".parquet": write_parquet, ".pq": write_parquet, ".arrow": write_arrow, ".feather": write_arrow,
    ".jsonl": write_jsonl, ".ndjson": write_jsonl,
}  # fmt: skip
"""Every output by the suffix of its file."""
