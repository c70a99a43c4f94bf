"""The table of outputs."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given

from claimlint.findings import NotChecked, Report
from claimlint.writers import SUFFIXES, WRITERS, Options

from .sample import CLEAN, EMPTY, FINDINGS, REPORT
from .terminal import AWKWARD


def test_every_suffix_names_a_writer() -> None:
    assert set(SUFFIXES.values()) <= set(WRITERS)
    assert set(WRITERS) - set(SUFFIXES.values()) == {"github", "gitlab"}


STARTS = {
    "text": "shop/night-balm.txt\n",
    "json": '{\n  "schema_version": "1",',
    "jsonl": '{"run": {"schema_version": "1",',
    "sarif": '{\n  "$schema": "https://docs.oasis-open.org/sarif/',
    "github": "::error file=shop/night-balm.txt,line=3,",
    "gitlab": '[\n{"description": "Says the product heals a disease',
    "rdjson": '{\n  "source": {',
    "junit": '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="claimlint"',
    "markdown": "### claimlint: 9 errors, 1 warning, 1 note in 5 of 7 files",
    "csv": "\ufeffstate,level,path,",
    "html": "<!doctype html>\n<html lang",
}


@pytest.mark.parametrize("name", STARTS)
def test_every_writer_gives_its_own_output(name: str) -> None:
    assert "".join(WRITERS[name](REPORT, Options())).startswith(STARTS[name])


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("report", [REPORT, CLEAN, EMPTY])
def test_every_output_can_be_saved_and_ends_its_last_line(name: str, report: Report) -> None:
    output = "".join(WRITERS[name](report, Options()))
    assert output.encode("utf-8").endswith(b"\n")


@pytest.mark.parametrize("name", set(WRITERS) - {"text", "json", "jsonl", "html"})
def test_nothing_of_a_file_acts_or_turns_text(name: str) -> None:
    output = "".join(WRITERS[name](REPORT, Options()))
    assert set(output) & set("\x00\x07\x1b\x9b\u202e\u202c\udcff") == set()


@pytest.mark.parametrize("name", set(WRITERS) - {"text", "html"})
@given(text=AWKWARD)
def test_any_text_is_written(name: str, text: str) -> None:
    finding = FINDINGS[0]._replace(text=text, sentence=text, path=text, pointer=text, title=text, why=text)
    report = REPORT._replace(findings=(finding,), not_checked=(NotChecked(text, text),))
    assert "".join(WRITERS[name](report, Options())).encode("utf-8")


def test_the_table_loads_no_writer_before_it_is_used() -> None:
    script = (
        "import sys, claimlint.writers; print([name for name in sys.modules if name.startswith('claimlint.writers.')])"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert loaded == "['claimlint.writers.options']\n"
