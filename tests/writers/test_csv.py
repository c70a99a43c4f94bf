"""Rows for a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.findings import Approval, Basis, CueMention, Gone, NotChecked, Report, Seen
from claimlint.writers.csv import COLUMNS, write_csv
from claimlint.writers.options import Options
from claimlint.writers.plain import harmless

from .kept import kept
from .sample import EMPTY, FINDINGS, REPORT
from .terminal import AWKWARD

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\xa0=1", "\n=1"]
ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What no cell begins with."""


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


def cell(text: str) -> str:
    """Give what the cell of a text holds: nothing that acts, and a mark before what could be a formula."""
    safe = harmless(text)
    return f"'{safe}" if re.match(r"\s*[=+@＝＋－＠-]|[\t\n]", safe) else safe


def test_every_row_tells_its_finding_whole() -> None:
    for finding, row in zip(FINDINGS, rows(REPORT), strict=False):
        told = {
            "state": finding.state, "level": finding.level, "path": finding.path, "rule": finding.rule,
            "line": str(finding.start.line), "column": str(finding.start.column), "title": finding.title,
            "text": finding.text, "sentence": finding.sentence, "why": finding.why, "law": finding.law,
            "class": finding.class_, "also": " ".join(finding.also), "fingerprint": finding.fingerprint,
        }  # fmt: skip
        assert {name: row[name] for name in told} == {name: cell(text) for name, text in told.items()}
        assert row["instead"].split("\n") == [*(finding.instead or [""])]
        assert row["cites"].split("\n") == [basis.cite for basis in finding.basis] or not finding.basis
        assert row["links"].split("\n") == [basis.url for basis in finding.basis] or not finding.basis
        assert row["cues"].split("\n") == [f"{cue.effect}: {cue.text}" for cue in finding.cues] or not finding.cues
    gone, unread = rows(REPORT)[len(FINDINGS) :][:2], rows(REPORT)[-2:]
    assert [(row["path"], row["text"]) for row in gone] == [(cell(g.path), cell(g.text)) for g in REPORT.gone or ()]
    assert [(row["path"], row["why"]) for row in unread] == [(cell(n.path), cell(n.reason)) for n in REPORT.not_checked]


def hostile(text: str) -> Report:
    """Give a report that has a text wherever a file or a pack may bring one."""
    odd = FINDINGS[0]._replace(rule=text, law=text, class_=text, path=text, text=text, title=text, sentence=text, pointer=text,
        why=text, instead=(text, text), basis=(Basis(text, text),), seen=(Seen(text, text, 2020, text, text),),
        cues=(CueMention(text, text, text),), also=(text,), approval=Approval(text, text, text), fingerprint=text,
    )  # fmt: skip
    return EMPTY._replace(findings=(odd,), gone=(Gone(text, text, text, text),), not_checked=(NotChecked(text, text),))


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_is_a_formula(text: str) -> None:
    assert all(row["path"].startswith("'") for row in rows(hostile(text)))


@given(AWKWARD | st.lists(st.sampled_from([*FORMULAS, '"', ",", ";", "\r", "\n", " ", "'", "a"])).map("".join))
def test_any_text_stays_in_its_cell_and_is_no_formula(text: str) -> None:
    found, gone, unread = rows(hostile(text))
    assert (found["state"], gone["state"], unread["state"]) == ("new", "gone", "not checked")
    assert all(not each.startswith(ACTIVE) for row in (found, gone, unread) for each in row.values())
    whole = ("path", "text", "sentence", "title", "why", "rule", "law", "class", "fingerprint", "also")
    assert {found[name] for name in whole} == {gone["text"], unread["why"]} == {cell(text)}
