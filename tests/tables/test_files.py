"""Tables out of files: by what they are, in parts, and what is told of those that break."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet as pq
import pytest

from claimlint import ClaimlintError, NotChecked
from claimlint.tables import TableLinter
from claimlint.tables.files import ROWS, read_tables

TABLE = pa.table({"sku": ["a", "b"], "image": [b"\0", b"\1"], "title": ["Heals acne", "Soft"]})
WANTED = TableLinter("sku").columns


def write_stream(copy: pa.Table, path: Path) -> None:
    with pa.ipc.new_stream(path, copy.schema) as writer:
        writer.write_table(copy)


def write_file(copy: pa.Table, path: Path) -> None:
    with pa.ipc.new_file(path, copy.schema) as writer:
        writer.write_table(copy)


def write_feather(copy: pa.Table, path: Path) -> None:
    pa.feather.write_feather(copy, str(path), compression="zstd")


def rows(path: Path) -> list[dict[str, object]]:
    items = list(read_tables(path, WANTED))
    assert all(isinstance(item, pa.RecordBatch) for item in items)
    return [row for item in items for row in item.to_pylist()]


def unread(path: Path) -> tuple[str, str]:
    (item,) = [item for item in read_tables(path, WANTED) if isinstance(item, NotChecked)]
    return item.path, item.reason


@pytest.mark.parametrize("write", [pq.write_table, write_file, write_stream, write_feather])
@pytest.mark.parametrize("name", ["copy.parquet", "copy.anything"])
def test_a_table_is_read_as_what_it_is(tmp_path: Path, write: Callable[..., None], name: str) -> None:
    write(TABLE, tmp_path / name)
    assert rows(tmp_path / name) == [{"sku": "a", "title": "Heals acne"}, {"sku": "b", "title": "Soft"}]


def test_a_large_table_comes_a_few_rows_at_a_time(tmp_path: Path) -> None:
    pq.write_table(pa.table({"sku": range(2_500), "title": ["Soft"] * 2_500}), tmp_path / "copy.parquet")
    sizes = [batch.num_rows for batch in read_tables(tmp_path / "copy.parquet", WANTED)]
    assert sizes == [ROWS, ROWS, 500]


def test_a_folder_is_read_part_by_part_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/part-1.parquet", "a/part-0.parquet", "_temporary/part-9.parquet", "a/.part-0.parquet.crc"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        pq.write_table(TABLE.set_column(0, "sku", pa.array([name, name])), file)
    (tmp_path / "_SUCCESS").touch()
    (tmp_path / "notes.txt").touch()
    assert [row["sku"] for row in rows(tmp_path)] == ["a/part-0.parquet"] * 2 + ["b/part-1.parquet"] * 2


def test_a_folder_without_a_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(ClaimlintError, match=r"no table is in this folder; known are files with \.parquet, "):
        list(read_tables(tmp_path, WANTED))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is no table (it begins with b''); write it as Parquet or Arrow"),
        (b"sku,title\n", "is no table (it begins with b'sku,titl'); write it as Parquet or Arrow"),
        (b"PAR1 and no more", "cannot be read: "),
        (b"ARROW1 and no more", "cannot be read: "),
        (b"\xff\xff\xff\xff\x00", "cannot be read: "),
    ],
)
def test_what_is_no_table_is_told(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "copy.parquet").write_bytes(content)
    path, told = unread(tmp_path / "copy.parquet")
    assert path == str(tmp_path / "copy.parquet")
    assert told.startswith(reason) and "\n" not in told


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert unread(tmp_path / "none.parquet")[1] == (
        "cannot be read: No such file or directory; name a Parquet or Arrow file that is whole"
    )


def test_a_part_that_breaks_off_does_not_take_the_others_along(tmp_path: Path) -> None:
    copy = pa.table({"sku": range(5_000), "title": [f"Soft {number * 7919 % 5_000}" for number in range(5_000)]})
    pq.write_table(copy, tmp_path / "a.parquet", row_group_size=2_500, compression="none", use_dictionary=False)
    data = bytearray((tmp_path / "a.parquet").read_bytes())
    place = pq.ParquetFile(tmp_path / "a.parquet").metadata.row_group(1).column(1).data_page_offset
    data[place : place + 40] = b"\xff" * 40
    (tmp_path / "a.parquet").write_bytes(data)
    pq.write_table(TABLE, tmp_path / "b.parquet")
    items = list(read_tables(tmp_path, WANTED))
    (broken,) = [item for item in items if isinstance(item, NotChecked)]
    assert broken.path == str(tmp_path / "a.parquet")
    assert broken.reason.startswith("cannot be read behind its first 2,500 rows: ")
    assert sum(item.num_rows for item in items if isinstance(item, pa.RecordBatch)) == 2_502


def test_a_part_without_a_wanted_column_is_told(tmp_path: Path) -> None:
    pq.write_table(TABLE, tmp_path / "a.parquet")
    pq.write_table(TABLE.drop_columns(["sku"]), tmp_path / "b.parquet")
    path, reason = unread(tmp_path)
    assert path == str(tmp_path / "b.parquet")
    assert reason == "there is no id column 'sku'; known are: image (binary), title (string)"
