"""docs/tables.md names every column with its type, in order, and its Python runs."""

from __future__ import annotations

import re
from pathlib import Path

import pyarrow as pa
import pytest

from claimlint.tables import FINDINGS
from claimlint.tables.outputs import OUTPUTS

TEXT = (Path(__file__).parents[2] / "docs" / "tables.md").read_text(encoding="utf-8")


def named(kind: pa.DataType) -> str:
    """Give a type in the words of the page."""
    if pa.types.is_list(kind):
        return f"list of {named(kind.value_type)}"
    if pa.types.is_struct(kind):
        return f"struct {', '.join(f'`{field.name}`' for field in kind)}"
    return str(kind)


def test_every_column_is_told_with_its_type() -> None:
    told = re.findall(r"^\| `(\w+)` \| (.*?) \|", TEXT, re.MULTILINE)
    assert told == [(field.name, named(field.type)) for field in FINDINGS]


def test_every_output_is_told() -> None:
    assert {suffix for suffix in OUTPUTS if f"`{suffix}`" in TEXT} == {".parquet", ".arrow", ".feather", ".jsonl"}


def test_the_python_of_the_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (program,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    exec(compile(program, "tables.md", "exec"), {})  # noqa: S102
    assert capsys.readouterr().out == (
        "[{'id': 'A1', 'field': 'description', 'text': 'regrows hair', 'level': 'error'}]\n"
    )
