"""Rows for a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given

from claimlint.findings import Report
from claimlint.writers.csv import COLUMNS, write_csv
from claimlint.writers.options import Options

from .kept import kept
from .sample import EMPTY, FINDINGS, REPORT
from .terminal import AWKWARD


def written(report: Report) -> str:
    return "".join(write_csv(report, Options()))


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(report).removeprefix("\ufeff"), newline="")))


def test_output_is_as_kept() -> None:
    output = written(REPORT)
    assert output == kept("report.csv", output)


def test_rows_have_the_columns_and_their_ends() -> None:
    output = written(REPORT)
    assert output.startswith("\ufeffstate,level,path,") and output.endswith("\r\n")
    assert all(set(row) == set(COLUMNS) for row in rows(REPORT))


def test_every_state_has_its_rows() -> None:
    states = [row["state"] for row in rows(REPORT)]
    assert {state: states.count(state) for state in states} == {
        "new": 11, "known": 1, "approved": 2, "gone": 2, "not checked": 2,
    }  # fmt: skip


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_nothing_is_a_formula(text: str) -> None:
    (row,) = rows(EMPTY._replace(findings=(FINDINGS[0]._replace(text=text, path=text),)))
    assert row["text"].startswith("'") and row["path"].startswith("'")


@given(AWKWARD)
def test_any_text_stays_in_its_cell(text: str) -> None:
    (row,) = rows(EMPTY._replace(findings=(FINDINGS[0]._replace(text=text, title=text, sentence=text),)))
    assert row["rule"] == FINDINGS[0].rule and row["fingerprint"] == FINDINGS[0].fingerprint
