"""The Spark job of the examples, on two local workers, finds what a local scan finds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import claimlint
from claimlint.tables import FINDINGS
from tests.cli.test_check import run

JOB = Path(__file__).parents[2] / "examples" / "spark_scan.py"
TEXTS = [
    "Heals acne",
    "Soft lotion",
    "Our serum <b>regrows hair</b> 🌿",
    "Dermatologist recommended.",
    None,
    "x" * 1_000_001,
]

pytestmark = [
    pytest.mark.skipif(not find_spec("pyspark"), reason="pyspark is not installed: pip install '.[spark]'"),
    pytest.mark.skipif(not shutil.which("java"), reason="there is no Java on the PATH, which Spark runs on"),
]


def told(path: Path) -> list[dict[str, Any]]:
    """Give the findings of a table in order, without the number of the row, which no engine of many machines knows."""
    rows: list[dict[str, Any]] = pq.read_table(path).drop_columns(["row"]).to_pylist()
    return sorted(rows, key=lambda row: (row["id"], row["pointer"], str(row["start_offset"]), str(row["law"])))


def test_the_job_finds_what_a_local_scan_finds(tmp_path: Path) -> None:
    rows = [
        {
            "sku": number,
            "price": 1.5,
            "description": TEXTS[number % 6],
            "bullets": [TEXTS[number % 5], "Soft"],
            "note": None,
        }
        for number in range(50)
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "catalog.parquet")
    (tmp_path / "own" / "law").mkdir(parents=True)
    (tmp_path / "own" / "law" / "us.yaml").write_text("law: us\nrules: {regrows-hair: warning}\n", encoding="utf-8")
    options = ("--id", "sku", "--text", "description", "--text", "bullets", "--patterns", "own")
    package = str(Path(claimlint.__file__).parents[1])
    environ = {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable, "PYTHONPATH": package}
    settings = "--master local[2] --conf spark.ui.enabled=false pyspark-shell"
    done = subprocess.run(
        [sys.executable, JOB, "catalog.parquet", "found", *options, "--partitions", "2"],
        cwd=tmp_path, capture_output=True, check=False, env={**os.environ, **environ, "PYSPARK_SUBMIT_ARGS": settings},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert len(list((tmp_path / "found").glob("part-*.parquet"))) == 2
    assert run("scan", "catalog.parquet", "-o", "local.parquet", *options, cwd=tmp_path).returncode == 1
    found = told(tmp_path / "found")
    assert found == told(tmp_path / "local.parquet")
    assert {row["level"] for row in found if row["rule"] == "regrows-hair"} == {"warning"}
    assert {row["state"] for row in found} == {"new", "not_checked"}
    assert pq.read_schema(next((tmp_path / "found").glob("part-*.parquet"))).names == FINDINGS.names
