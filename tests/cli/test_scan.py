"""`claimlint scan`, end to end: what it writes, tells and answers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claimlint.tables import FINDINGS
from tests.cli.test_check import heed_interrupts, run
from tests.tables.raw import PICTURE, raw

NOTE = "Dermatologist recommended."
TABLE = pa.table({
    "sku": ["a", "b", "c"],
    "title": ["Heals acne", "Soft lotion", None],
    "description": [f"Regrows hair. {NOTE}", "For dry skin.", NOTE],
})  # fmt: skip


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    pq.write_table(TABLE, tmp_path / "catalog.parquet")
    pq.write_table(TABLE.slice(1, 1), tmp_path / "quiet.parquet")
    pq.write_table(TABLE.slice(0, 0), tmp_path / "empty.parquet")
    return tmp_path


def test_a_table_of_findings_is_written(catalog: Path) -> None:
    done = run("scan", "catalog.parquet", "-o", "findings.parquet", "--id", "sku", cwd=catalog)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "wrote findings.parquet: 4 findings\n2 errors, 2 notes in 2 of 3 rows.\n"
    table = pq.read_table(catalog / "findings.parquet")
    assert table.schema == FINDINGS
    assert [(row["id"], row["row"], row["field"], row["text"]) for row in table.to_pylist()] == [
        ("a", 0, "title", "Heals acne"), ("a", 0, "description", "Regrows hair"),
        ("a", 0, "description", "Dermatologist recommended"), ("c", 2, "description", "Dermatologist recommended"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["quiet.parquet"], 0),
        (["catalog.parquet", "--text", "description"], 1),
        (["quiet.parquet", "--fail-on", "note"], 0),
        (["catalog.parquet", "--level", "error", "--fail-on", "note"], 1),
        (["catalog.parquet", "--text", "sku"], 0),
        (["empty.parquet"], 2),
        (["missing.parquet"], 2),
        (["catalog.parquet", "--id", "ska"], 2),
        (["catalog.parquet", "--text", "titel"], 2),
        (["catalog.parquet", "--law", "atlantis"], 2),
        (["catalog.parquet", "--patterns", "nowhere"], 2),
    ],
)
def test_the_exit_status_tells(catalog: Path, arguments: list[str], status: int) -> None:
    assert run("scan", *arguments, "-o", "out.arrow", cwd=catalog).returncode == status


def test_findings_below_a_level_fail_but_are_not_written(catalog: Path) -> None:
    done = run("scan", "catalog.parquet", "-o", "out.jsonl", "--level", "warning", cwd=catalog)
    assert "wrote out.jsonl: 2 findings\n" in done.stderr
    assert "2 findings below --level warning are not written\n" in done.stderr
    text = (catalog / "out.jsonl").read_text(encoding="utf-8")
    assert text.count('"level": "error"') == text.count("\n") == 2
    pq.write_table(TABLE.slice(2), catalog / "notes.parquet")
    options = ("-o", "out.jsonl", "--level", "error", "--fail-on", "note")
    assert run("scan", "notes.parquet", *options, cwd=catalog).returncode == 1


def test_a_quiet_table_is_promised_nothing(catalog: Path) -> None:
    done = run("scan", "quiet.parquet", "-o", "out.feather", cwd=catalog)
    assert done.stderr == "wrote out.feather: 0 findings\nNo known pattern matched in 1 row.\n"


def test_an_error_names_file_value_and_columns_and_writes_nothing(catalog: Path) -> None:
    done = run("scan", "catalog.parquet", "-o", "out.parquet", "--text", "titel", cwd=catalog)
    assert done.stderr == (
        "claimlint: catalog.parquet: there is no text column 'titel' (did you mean 'title'?); "
        "known are: sku (string), title (string), description (string)\n"
    )
    assert sorted(path.name for path in catalog.iterdir()) == ["catalog.parquet", "empty.parquet", "quiet.parquet"]


def test_an_output_that_is_no_table_or_the_table_itself_is_refused(catalog: Path) -> None:
    done = run("scan", "catalog.parquet", "-o", "out.csv", cwd=catalog)
    assert (done.returncode, done.stderr) == (
        2,
        "claimlint: --output out.csv: no table has the suffix '.csv'; known are .parquet, .pq, .arrow, .feather, .jsonl, "
        ".ndjson\n",
    )
    done = run("scan", "catalog.parquet", "-o", "./catalog.parquet", cwd=catalog)
    assert (done.returncode, done.stderr) == (
        2, "claimlint: --output catalog.parquet: is the table itself; name another file\n",
    )  # fmt: skip
    done = run("scan", "catalog.parquet", "-o", "nowhere/out.parquet", cwd=catalog)
    assert done.returncode == 2 and "cannot be written: No such file or directory" in done.stderr


def test_what_was_not_checked_is_told_and_written(catalog: Path) -> None:
    pq.write_table(pa.table({"description": raw([PICTURE, b"Heals acne"])}), catalog / "pictures.parquet")
    done = run("scan", "pictures.parquet", "-o", "out.parquet", cwd=catalog)
    assert done.returncode == 1
    assert done.stderr.endswith("1 error in 1 of 2 rows.\n1 cell not checked: state not_checked tells why\n")
    assert pq.read_table(catalog / "out.parquet")["state"].to_pylist() == ["not_checked", "new"]


def test_a_broken_part_is_told_and_the_findings_of_the_others_are_written(catalog: Path) -> None:
    (catalog / "parts").mkdir()
    pq.write_table(TABLE, catalog / "parts" / "a.parquet")
    (catalog / "parts" / "b.parquet").write_bytes(b"PAR1")
    done = run("scan", "parts", "-o", "out.parquet", cwd=catalog)
    assert done.returncode == 2
    assert "2 errors, 2 notes in 2 of 3 rows.\nclaimlint: parts/b.parquet: cannot be read: " in done.stderr
    *_, last = pq.read_table(catalog / "out.parquet").to_pylist()
    assert (last["state"], last["row"]) == ("not_checked", None)
    assert last["reason"].startswith("parts/b.parquet: cannot be read: ")


def test_own_packs_are_used(catalog: Path) -> None:
    own = catalog / "own" / "law"
    own.mkdir(parents=True)
    (own / "us.yaml").write_text("law: us\nrules: {regrows-hair: note}\n", encoding="utf-8")
    done = run("scan", "catalog.parquet", "-o", "out.parquet", "--patterns", "own", cwd=catalog)
    assert (done.returncode, done.stderr.splitlines()[1]) == (1, "1 error, 3 notes in 2 of 3 rows.")


def test_a_run_that_is_stopped_leaves_nothing_behind(catalog: Path) -> None:
    long = pa.table({"title": [f"Soft lotion {number}, for dry skin. {NOTE}" for number in range(200_000)]})
    pq.write_table(long, catalog / "long.parquet")
    names = sorted(path.name for path in catalog.iterdir())
    with subprocess.Popen(
        [sys.executable, "-m", "claimlint", "scan", "long.parquet", "-o", "out.parquet"],
        cwd=catalog, stderr=subprocess.PIPE, env=dict(os.environ),
        preexec_fn=heed_interrupts,
    ) as process:  # fmt: skip
        while len(list(catalog.iterdir())) == len(names):
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert told.startswith(b"claimlint: stopped behind row ") and told.endswith(b"out.parquet is not written\n")
    assert sorted(path.name for path in catalog.iterdir()) == names
