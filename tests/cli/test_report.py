"""The command that makes a page of stored reports."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from .test_check import run


def data(page: str) -> dict[str, Any]:
    (found,) = re.findall(r'id="data">(.*?)</script>', page, re.S)
    held: dict[str, Any] = json.loads(found)
    return held


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    copy = tmp_path / "copy.txt"
    for number, text in enumerate(["Our tonic regrows hair. It heals eczema.\n", "Our tonic regrows hair.\n"]):
        copy.write_text(text, encoding="utf-8")
        run("copy.txt", "-o", f"{number}.json", cwd=tmp_path)
        os.utime(tmp_path / f"{number}.json", (1_767_268_800 + number * 86_400,) * 2)
    return tmp_path


def test_a_stored_report_becomes_a_page(runs: Path) -> None:
    done = run("report", "0.json", "-o", "page.html", cwd=runs)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "wrote page.html: 2 findings\n")
    held = data((runs / "page.html").read_text(encoding="utf-8"))
    assert [finding["text"] for finding in held["findings"]] == ["regrows hair", "heals eczema"]
    assert (held["said"][0], held["runs"]) == ([10, 22], [])


def test_a_page_may_be_printed(runs: Path) -> None:
    assert run("report", "0.json", cwd=runs).stdout.startswith("<!doctype html>\n")


def test_several_runs_show_how_it_went(runs: Path) -> None:
    held = data(run("report", "0.json", "1.json", cwd=runs).stdout)
    assert [finding["text"] for finding in held["findings"]] == ["regrows hair"]
    assert [item["text"] for item in held["gone"]] == ["heals eczema"]
    assert [(each["name"], each["date"], each["summary"]["error"]) for each in held["runs"]] == [
        ("0.json", "2026-01-01", 2), ("1.json", "2026-01-02", 1),
    ]  # fmt: skip


def test_what_is_no_report_is_told_and_nothing_is_written(runs: Path) -> None:
    (runs / "bad.json").write_text('{"findings": []}', encoding="utf-8")
    done = run("report", "0.json", "bad.json", "-o", "page.html", cwd=runs)
    assert done.returncode == 2 and not (runs / "page.html").exists()
    assert done.stderr.startswith("claimlint: bad.json: is no report of claimlint, schema version 1:\n  the file: 'sch")


def test_a_check_writes_the_page_by_its_suffix(runs: Path) -> None:
    assert run("copy.txt", "-o", "page.html", cwd=runs).returncode == 1
    assert data((runs / "page.html").read_text(encoding="utf-8"))["summary"]["error"] == 1
