"""Findings of record batches: places in cells, every layout of text, and that nothing is lost."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from claimlint import ClaimlintError, Linter, PackError
from claimlint.tables import DDL, FINDINGS, TableLinter
from claimlint.tables.linter import STEP, linter_of
from tests.conftest import MakePack

LINTER = TableLinter("sku")


def table(**columns: Any) -> pa.Table:
    size = max(map(len, columns.values()))
    return pa.table({"sku": [f"S{number}" for number in range(size)], **columns})


def found(copy: pa.Table, linter: TableLinter = LINTER) -> list[tuple[str, str, str]]:
    """Give id, pointer and words of every finding, whose words stand at their place in the cell."""
    rows = linter.check_table(copy).to_pylist()
    assert all(row["state"] == "new" for row in rows)
    return [(row["id"], row["pointer"], row["text"]) for row in rows]


def unread(copy: pa.Table) -> list[tuple[str | None, str | None, str]]:
    rows = LINTER.check_table(copy).to_pylist()
    return [(row["id"], row["pointer"], row["reason"]) for row in rows if row["state"] == "not_checked"]


def test_a_finding_tells_all() -> None:
    copy = table(description=["A soft cream.", "Our tonic <b>regrows hair</b> &amp; smells nice."])
    (row,) = LINTER.check_table(copy, first_row=7).to_pylist()
    (finding,) = Linter().check_text("Our tonic regrows hair & smells nice.").findings
    assert {name: row[name] for name in ("id", "row", "field", "pointer", "start_offset", "end_offset")} == {
        "id": "S1", "row": 8, "field": "description", "pointer": "/description", "start_offset": 13, "end_offset": 25,
    }  # fmt: skip
    assert [row[name] for name in ("rule", "says", "law", "class", "level", "text", "why", "state", "reason")] == [
        "regrows-hair", "alters-body", "us", "drug", "error", "regrows hair", finding.why, "new", None,
    ]  # fmt: skip
    assert row["sentence"] == finding.sentence and row["fingerprint"] == finding.fingerprint
    assert row["instead"] == list(finding.instead)
    assert row["basis"] == [{"cite": basis.cite, "url": basis.url} for basis in finding.basis]
    assert [seen["year"] for seen in row["seen"]] == [seen.year for seen in finding.seen]


def test_places_count_the_characters_of_the_cell() -> None:
    texts = ["🌿 Überserum regrows hair", "one\r\ntwo\r\nheals eczema", "heals acne. Heals acne."]
    copy = table(title=texts, description=texts)
    rows = LINTER.check_table(copy).to_pylist()
    assert len(rows) == 8
    for row in rows:
        text = texts[int(row["id"][1:])]
        assert text[row["start_offset"] : row["end_offset"]] == row["text"]


def test_the_name_of_a_column_says_what_its_text_is() -> None:
    text = "Stop use and ask a doctor if rash occurs."
    copy = table(warnings=[text], ingredients=["Aqua, Retinoic Acid, Minoxidil"], tags=["acne cure, soft"])
    assert found(copy) == [("S0", "/tags", "acne cure")]


def test_data_is_read_only_where_it_is_named() -> None:
    copy = table(handle=["heals-acne", "heals acne"], title=["Soft", "Soft"])
    assert found(copy) == []
    assert found(copy, TableLinter("sku", ["handle"])) == [
        ("S0", "/handle", "heals-acne"),
        ("S1", "/handle", "heals acne"),
    ]


def test_the_named_columns_are_read_and_no_other() -> None:
    copy = table(
        title=["Heals acne"], **{"body [*]": ["Regrows hair"], "7": ["Cures eczema"], "a/b~c": ["Kills bacteria"]}
    )
    assert found(copy, TableLinter("sku", ["body [*]"])) == [("S0", "/body [*]", "Regrows hair")]
    assert found(copy, TableLinter("sku", ["7", "a/b~c"])) == [
        ("S0", "/7", "Cures eczema"), ("S0", "/a~1b~0c", "Kills bacteria"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "kind",
    [
        pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string()),
        pa.dictionary(pa.int8(), pa.large_string()), pa.run_end_encoded(pa.int32(), pa.string()), pa.json_(),
    ],
    ids=str,
)  # fmt: skip
def test_text_is_read_however_it_is_laid_out(kind: pa.DataType) -> None:
    texts = ["Heals acne", None, "", "Heals acne", "Soft"]
    plain = pa.array(texts, pa.string())
    if isinstance(kind, pa.BaseExtensionType):
        column = pa.ExtensionArray.from_storage(kind, plain)
    elif pa.types.is_run_end_encoded(kind):
        column = pa.compute.run_end_encode(plain)
    else:
        column = plain.cast(kind)
    assert found(table(title=column)) == [("S0", "/title", "Heals acne"), ("S3", "/title", "Heals acne")]


@pytest.mark.parametrize("kind", [pa.list_, pa.large_list, lambda text: pa.list_(text, 2)])
def test_lists_are_read_by_index(kind: Any) -> None:
    copy = table(bullets=pa.array([["Soft", "Heals acne"], None, [None, "Regrows hair"]], kind(pa.string())))
    assert found(copy) == [("S0", "/bullets/1", "Heals acne"), ("S2", "/bullets/1", "Regrows hair")]


def test_structs_and_maps_are_read_by_key() -> None:
    text = pa.string()
    parts = pa.list_(pa.struct([("text", text)]))
    kind = pa.struct([("title", text), ("id", text), ("rank", pa.int8()), ("parts", parts)])
    seo = [{"title": "Heals acne", "id": "heals-acne-2", "rank": 3, "parts": [{"text": "Regrows hair"}]}, None]
    words = [[("headline", "Cures eczema"), ("url", "heals-acne")], None]
    copy = table(seo=pa.array(seo, kind), words=pa.array(words, pa.map_(text, text)))
    assert found(copy) == [
        ("S0", "/seo/title", "Heals acne"), ("S0", "/seo/parts/0/text", "Regrows hair"),
        ("S0", "/words/headline", "Cures eczema"),
    ]  # fmt: skip


def test_an_answer_in_another_column_is_seen_by_the_question() -> None:
    copy = table(question=["Does it cure acne?", "Does it cure acne?"], answer=["No, it does not.", "Yes, it does."])
    assert [id_ for id_, _, _ in found(copy)] == ["S1"]


def test_columns_without_text_are_left_alone() -> None:
    image = pa.array([b"heals acne", b"\xff"], pa.binary())
    assert found(table(image=image, price=[1.5, None], on=[True, False], title=["Soft", "Heals acne"])) == [
        ("S1", "/title", "Heals acne")
    ]


def test_bytes_that_are_not_utf_8_are_read_as_files_are() -> None:
    (row,) = LINTER.check_table(table(title=_raw([b"Soft", b"Cr\xe8me heals acne", None]))).to_pylist()
    assert (row["id"], row["text"], row["start_offset"], row["state"]) == ("S1", "heals acne", 6, "new")
    assert row["reason"] == "read as Windows-1252: byte 0xE8 at offset 2 is not UTF-8"


def test_good_text_beside_bad_bytes_is_read_as_it_stands() -> None:
    assert found(table(title=_raw([b"\xff", b"\xef\xbb\xbf%PDF-\x00 heals acne"]))) == [("S1", "/title", "heals acne")]


def test_a_cell_that_is_no_text_is_told_and_the_others_are_read() -> None:
    copy = table(title=_raw([b"\x89PNG\r\n\x1a\n\xff", b"Soft"]), description=["Heals acne", "Heals acne"])
    assert unread(copy) == [("S0", "/title", "it is a PNG picture, not text: save the words in it as UTF-8 text")]
    assert len(LINTER.check_table(copy)) == 3


def test_bad_bytes_within_a_list_are_told() -> None:
    texts = _raw([b"Soft", b"\xff\xfe\xfd", b"Heals acne"])
    bullets = pa.ListArray.from_arrays([0, 1, 2, 3], texts)
    ((id_, pointer, reason),) = unread(table(bullets=bullets))
    assert (id_, pointer) == ("S1", "/bullets")
    assert "store its texts as UTF-8" in reason
    assert len(LINTER.check_table(table(bullets=bullets))) == 2


def _raw(texts: list[bytes | None]) -> pa.Array:
    """Give bytes as a column of text, as an engine that does not look hands them over."""
    mask, offsets, data = pa.array(texts, pa.binary()).buffers()
    return pa.StringArray.from_buffers(len(texts), offsets, data, mask)


def test_a_very_long_cell_is_read_and_a_line_beyond_the_limit_is_told() -> None:
    long = "A soft cream.\n" * 100_000 + "It heals acne."
    assert found(table(description=[long])) == [("S0", "/description", "heals acne")]
    copy = table(description=["x" * 1_000_001, "Soft"], title=["Heals acne", "Heals acne"])
    ((id_, pointer, reason),) = unread(copy)
    assert (id_, pointer) == ("S0", "/description")
    assert "has 1,000,001 characters" in reason
    assert len(LINTER.check_table(copy)) == 3


def test_signs_that_no_file_can_hold_do_no_harm() -> None:
    assert found(table(title=["\0 heals acne \x1b[31m &#xD800; &#x110000;"])) == [("S0", "/title", "heals acne")]


@pytest.mark.parametrize(
    "copy", [table(title=[]), pa.table({"sku": pa.array([], pa.int8()), "a": pa.array([], pa.string())})]
)
def test_an_empty_table_has_no_findings(copy: pa.Table) -> None:
    assert LINTER.check_table(copy).schema == FINDINGS
    assert LINTER.check_table(copy).num_rows == 0


@pytest.mark.parametrize(
    ("column", "told"),
    [
        (pa.array([3, None], pa.int64()), ["3", None]),
        (pa.array(["a", "b"]).dictionary_encode(), ["a", "b"]),
        (pa.array([b"a", b"\xff"], pa.binary()), ["a", "\\xff"]),
        (_raw([b"a", b"\xff"]), ["a", "\\xff"]),
    ],
)
def test_an_id_is_told_as_text(column: pa.Array, told: list[str | None]) -> None:
    copy = pa.table({"sku": column, "title": ["Heals acne", "Heals acne"]})
    assert LINTER.check_table(copy)["id"].to_pylist() == told


def test_without_an_id_the_row_is_told_by_its_number() -> None:
    batches = pa.table({"title": ["Heals acne", "Soft", "Heals acne"]}).to_batches(max_chunksize=2)
    rows = pa.Table.from_batches(TableLinter().check_batches(batches, first_row=10)).to_pylist()
    assert [(row["id"], row["row"]) for row in rows] == [("10", 10), ("12", 12)]
    with pytest.raises(ClaimlintError, match="nothing would tell the rows apart: name an id_column"):
        TableLinter()(batches)


def test_batches_of_any_size_are_read_a_few_rows_at_a_time() -> None:
    copy = pa.table({"title": ["Heals acne"] * (2 * STEP + 1)})
    batches = list(TableLinter().check_batches(copy.to_batches(), first_row=0))
    assert [batch.num_rows for batch in batches] == [STEP, STEP, 1]
    assert [row for batch in batches for row in batch["row"].to_pylist()] == list(range(2 * STEP + 1))


def test_findings_come_before_the_table_ends() -> None:
    def endless() -> Iterable[pa.RecordBatch]:
        while True:
            yield from table(title=["Heals acne"]).to_batches()

    assert next(LINTER(endless())).num_rows == 1


def test_a_level_leaves_out_findings_but_not_what_was_not_checked() -> None:
    copy = table(description=["Heals acne. Dermatologist recommended.", "x" * 1_000_001])
    levels = [TableLinter("sku", level=level).check_table(copy)["level"].to_pylist() for level in ("note", "error")]
    assert levels == [["error", "note", None], ["error", None]]


@pytest.mark.parametrize(
    ("linter", "told"),
    [
        (
            TableLinter("ska"),
            "there is no id column 'ska' (did you mean 'sku'?); known are: sku (string), price (double)",
        ),
        (TableLinter("sku", ["Titel"]), "there is no text column 'Titel'; known are: sku (string), price (double)"),
        (TableLinter("sku", ["price"]), "text column 'price' is double and holds no text; known are: "),
        (TableLinter("sku"), "no column holds text; known are: sku (string), price (double)"),
    ],
)
def test_a_column_that_is_not_there_is_told(linter: TableLinter, told: str) -> None:
    with pytest.raises(ClaimlintError) as error:
        linter.check_table(table(price=[1.0]))
    assert str(error.value).startswith(told)


def test_two_columns_of_one_name_are_read_but_cannot_be_named() -> None:
    copy = pa.Table.from_arrays(
        [pa.array([1]), pa.array(["Heals acne"]), pa.array(["Soft"])], ["sku", "title", "title"]
    )
    assert found(copy) == [("1", "/title", "Heals acne")]
    with pytest.raises(ClaimlintError, match="2 columns are called 'title', the text column"):
        TableLinter("sku", ["title"]).check_table(copy)


def test_a_law_that_is_not_there_is_told_where_the_linter_is_made() -> None:
    with pytest.raises(ClaimlintError, match="there is no law 'atlantis'; known are: us"):
        TableLinter(law=["atlantis"])


def test_a_faulty_pack_is_told_where_the_linter_is_made(make_pack: MakePack, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    with pytest.raises(PackError, match=r"none:1: \(folder\): holds no pack"):
        TableLinter(patterns=[tmp_path / "none"])
    faulty = make_pack({"law/us.yaml": "law: us\nrules: {regrow-hair: note}\n"}, base=False)
    with pytest.raises(PackError, match=r"moss/law/us.yaml:2"):
        TableLinter(patterns=[faulty])


def test_own_packs_travel_with_the_linter(make_pack: MakePack, tmp_path: Path) -> None:
    pack = make_pack({"law/us.yaml": "law: us\nrules: {regrows-hair: note}\n"}, name="own", base=False)
    linter = pickle.dumps(TableLinter("sku", patterns=[pack]))
    (pack / "law" / "us.yaml").unlink()
    program = (
        "import pickle, sys, pyarrow as pa\n"
        "linter = pickle.loads(sys.stdin.buffer.read())\n"
        "table = pa.table({'sku': ['a'], 'title': ['Regrows hair']})\n"
        "print(linter.check_table(table)['level'].to_pylist())"
    )
    done = subprocess.run([sys.executable, "-c", program], input=linter, capture_output=True, check=True, cwd=tmp_path)
    assert done.stdout.split() == [b"['note']"]


def test_a_process_loads_packs_once() -> None:
    linter_of.cache_clear()
    data = pickle.dumps(TableLinter("sku"))
    for _ in range(3):
        linter = pickle.loads(data)  # noqa: S301
        assert found(table(title=["Heals acne"]), linter) == [("S0", "/title", "Heals acne")]
    assert linter_of.cache_info().misses == 1


def test_the_pickle_holds_no_linter() -> None:
    assert len(pickle.dumps(LINTER)) < 1_000


def test_the_schema_is_that_of_spark_too() -> None:
    assert DDL.startswith("`id` string, `row` bigint, `field` string, ")
    assert "`basis` array<struct<`cite`: string, `url`: string>>" in DDL
    assert DDL.count("`year`: int,") == 1
