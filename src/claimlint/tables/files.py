"""Files of tables: record batches out of Parquet and Arrow files, a few rows at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from claimlint.errors import ClaimlintError
from claimlint.findings import NotChecked

ROWS = 1_000
"""Rows decoded at a time."""
BUFFER = 1 << 20
"""Bytes of a column read at a time."""
SUFFIXES = (".parquet", ".pq", ".arrow", ".arrows", ".feather", ".ipc")
"""In a folder only these are parts of the table."""

Batches = Iterator[pa.RecordBatch]
Wanted = Callable[[pa.Schema], list[str]]
"""Gives the names of the columns to read. Raises ClaimlintError where the table does not have them."""


def read_tables(path: Path, wanted: Wanted) -> Iterator[pa.RecordBatch | NotChecked]:
    """Give the batches of a file, or of the part files in a folder, in the order of their names.

    A part that is no table, lacks a wanted column or breaks off is told in its place, and the others go on. Raises
    ClaimlintError for a folder without a table.
    """
    for part in _parts(path):
        number = 0
        try:
            for batch in _reader(part)(part, wanted):
                yield batch
                number += batch.num_rows
        except (pa.ArrowException, OSError) as error:
            yield NotChecked(str(part), _broken(error, number))
        except ClaimlintError as error:
            yield NotChecked(str(part), str(error))


def _parts(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = (file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
    parts = sorted(file for file in files if not _is_hidden(file.relative_to(path)))
    if not parts:
        raise ClaimlintError(f"{path}: no table is in this folder; known are files with {', '.join(SUFFIXES)}")
    return parts


def _is_hidden(path: Path) -> bool:
    """Tell whether a file is one of those that engines write for themselves (`_metadata`, `.part-0.parquet.crc`)."""
    return any(name.startswith(("_", ".")) for name in path.parts)


def _broken(error: Exception, number: int) -> str:
    what = getattr(error, "strerror", None) or (str(error).splitlines() or [type(error).__name__])[0]
    where = f" behind its first {number:,} rows" if number else ""
    return f"cannot be read{where}: {what}; name a Parquet or Arrow file that is whole"


def _reader(path: Path) -> Callable[[Path, Wanted], Batches]:
    """Tell by the first bytes how a file is read."""
    with path.open("rb") as file:
        start = file.read(8)
    for mark, reader in READERS.items():
        if start.startswith(mark):
            return reader
    raise ClaimlintError(f"is no table (it begins with {start!r}); write it as Parquet or Arrow")


def _parquet(path: Path, wanted: Wanted) -> Batches:
    with pq.ParquetFile(path, buffer_size=BUFFER, pre_buffer=False) as file:
        names = wanted(file.schema_arrow)
        for group in range(file.num_row_groups):  # so that a broken one takes no rows of another along
            yield from file.iter_batches(ROWS, row_groups=[group], columns=names)


def _arrow(path: Path, wanted: Wanted) -> Batches:
    with pa.memory_map(str(path)) as source, pa.ipc.open_file(source) as file:
        names = wanted(file.schema)
        for number in range(file.num_record_batches):
            yield file.get_batch(number).select(names)


def _stream(path: Path, wanted: Wanted) -> Batches:
    with pa.memory_map(str(path)) as source, pa.ipc.open_stream(source) as file:
        names = wanted(file.schema)
        yield from (batch.select(names) for batch in file)


READERS: dict[bytes, Callable[[Path, Wanted], Batches]] = {
    b"PAR1": _parquet,
    b"ARROW1": _arrow,
    b"\xff\xff\xff\xff": _stream,
}
"""By the bytes a file begins with: Parquet, Arrow (also called Feather), Arrow as a stream."""
