"""Check record batches: the callable that every engine runs, and the one linter of each process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import count, islice, repeat
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pyarrow as pa

from claimlint.errors import ClaimlintError
from claimlint.findings import Level, levels_from
from claimlint.linter import Linter
from claimlint.packs import folders
from claimlint.tables.cells import Unread, column_number, ids, text_columns, values
from claimlint.tables.rows import Row, Shape, read_row, unread
from claimlint.tables.schema import FINDINGS

STEP = 1_000
"""Rows checked at a time: engines hand over a million at once."""


class PackFiles(NamedTuple):
    """A folder of packs as it travels to other machines: its name, and its files by their paths in it."""

    name: str
    files: tuple[tuple[str, bytes], ...]

    @classmethod
    def of(cls, folder: Path) -> PackFiles:
        """Take a folder. Raises PackError where it holds no pack."""
        folders.info(folder)
        paths = folders.files(folder)
        return cls(folder.name, tuple((path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths))

    def write(self, place: Path) -> Path:
        """Write the folder again, below `place`, and give its path."""
        for path, content in self.files:
            file = place / self.name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return place / self.name


@lru_cache(maxsize=8)
def linter_of(law: tuple[str, ...], packs: tuple[PackFiles, ...]) -> Linter:
    """Give the linter of this process for these laws and packs; the packs' files are needed only while it loads."""
    with TemporaryDirectory(prefix="claimlint-") as place:
        linter = Linter(law, [pack.write(Path(place, str(number))) for number, pack in enumerate(packs)])
        linter.load()
    return linter


def not_checked(reasons: Iterable[str]) -> pa.RecordBatch:
    """Give rows of findings that tell what of a table was not even read into rows, and why."""
    return pa.RecordBatch.from_pylist([unread(Unread((), reason)) for reason in reasons], FINDINGS)


class TableLinter:
    """Check record batches for claims; can be pickled and sent to workers, where it loads packs once per process.

    `id_column` identifies a row. Of `text_columns` everything is read; where there are none, all that hold text are
    read, but for what names and values show to be no copy. Findings below `level` are left out. Raises ClaimlintError for a law
    that no pack has, PackError where a pack is faulty.
    """

    def __init__(
        self, id_column: str | None = None, text_columns: Sequence[str] = (), *, law: Sequence[str] = ("us",),
        patterns: Sequence[str | Path] = (), level: Level = "note",
    ) -> None:  # fmt: skip
        self._id = id_column
        self._text = tuple(text_columns)
        self._law = tuple(law)
        self._packs = tuple(PackFiles.of(Path(folder)) for folder in patterns)
        self._levels = levels_from(level)
        linter_of(self._law, self._packs).require_laws()

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Give the findings of part of a table, as `mapInArrow` wants them."""
        return self.check_batches(batches)

    def columns(self, schema: pa.Schema) -> list[str]:
        """Name the columns that are read. Raises ClaimlintError for one that is not there."""
        numbers = [] if self._id is None else [column_number(schema, self._id, "id")]
        numbers += [column.number for column in text_columns(schema, self._text, self._id)]
        return [schema.names[number] for number in sorted({*numbers})]

    def check_table(self, table: pa.Table, first_row: int | None = None) -> pa.Table:
        """Give the findings of a table or part of one."""
        return pa.Table.from_batches(self.check_batches(table.to_batches(), first_row), FINDINGS)

    def check_batches(
        self, batches: Iterable[pa.RecordBatch], first_row: int | None = None
    ) -> Iterator[pa.RecordBatch]:
        """Give findings as they are found, in batches of FINDINGS; rows are numbered where `first_row` is known.

        What cannot be read is a row whose state is `not_checked`. Raises ClaimlintError for a column that is not there.
        """
        if self._id is None and first_row is None:
            raise ClaimlintError(
                "nothing would tell the rows apart: name an id_column, or number them with first_row=0"
            )
        numbers: Iterator[int | None] = repeat(None) if first_row is None else count(first_row)
        return self._check_batches(batches, numbers)

    def _check_batches(
        self, batches: Iterable[pa.RecordBatch], numbers: Iterator[int | None]
    ) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for start in range(0, batch.num_rows, STEP):
                part = batch.slice(start, STEP)
                found = self._check(part, list(islice(numbers, part.num_rows)))
                if found:
                    yield pa.RecordBatch.from_pylist(found, FINDINGS)

    def _check(self, batch: pa.RecordBatch, numbers: Sequence[int | None]) -> list[Shape]:
        """Give the findings of a few rows, row by row, each row's unread cells behind them."""
        rows = self._rows(batch)
        found: list[list[Shape]] = [[] for _ in rows]
        report = linter_of(self._law, self._packs).check_documents(row.document for row in rows if row.document.blocks)
        for finding in report.findings:
            if finding.level in self._levels:
                number = int(finding.path)
                found[number].append(rows[number].placed(finding))
        for item in report.not_checked:
            found[int(item.path)].append(unread(Unread((), item.reason)))
        for row, shapes in zip(rows, found, strict=True):
            shapes += map(unread, row.unread)
        named = zip(self._ids(batch, numbers), numbers, found, strict=True)
        return [{"id": id_, "row": number, **shape} for id_, number, shapes in named for shape in shapes]

    def _rows(self, batch: pa.RecordBatch) -> list[Row]:
        columns = text_columns(batch.schema, self._text, self._id)
        read = zip(*(values(batch.column(column.number)) for column in columns), strict=True)
        return [read_row(number, zip(columns, row, strict=True)) for number, row in enumerate(read)]

    def _ids(self, batch: pa.RecordBatch, numbers: Sequence[int | None]) -> Sequence[Any]:
        if self._id is None:
            return [str(number) for number in numbers]
        return ids(batch.column(column_number(batch.schema, self._id, "id")))
