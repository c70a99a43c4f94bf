"""JUnit XML."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema

from claimlint.findings import Report
from claimlint.writers.junit import write_junit
from claimlint.writers.options import Options

from .kept import kept
from .sample import BALM, CLEAN, EMPTY, REPORT

SCHEMA = Path(__file__).parents[1] / "schemas" / "junit-10.xsd"


def written(report: Report, options: Options | None = None) -> str:
    return "".join(write_junit(report, options or Options()))


def test_output_is_as_kept() -> None:
    output = written(REPORT)
    assert output == kept("report.junit.xml", output)


@pytest.mark.parametrize("report", [REPORT, CLEAN, EMPTY])
def test_output_fits_the_schema(report: Report) -> None:
    xmlschema.XMLSchema(str(SCHEMA)).validate(written(report))


def test_a_file_is_a_case_of_its_law() -> None:
    root = ElementTree.fromstring(written(REPORT))  # noqa: S314
    suites = {suite.get("name"): suite for suite in root}
    assert [*suites] == ["claimlint.us", "claimlint.eu", "claimlint"]
    case = next(case for case in suites["claimlint.us"] if case.get("name") == BALM)
    (failure,) = case.findall("failure")
    assert (failure.get("type"), failure.get("message")) == ("error", "3 errors")
    assert "[known]" in (case.findtext("system-out") or "")
    clean = next(case for case in suites["claimlint.us"] if case.get("name") == "clean.txt")
    assert list(clean) == []
    assert len(suites["claimlint"].findall("testcase/error")) == len(REPORT.not_checked)


def test_counts_agree_with_the_cases() -> None:
    root = ElementTree.fromstring(written(REPORT))  # noqa: S314
    assert int(root.get("tests", "")) == len(root.findall("testsuite/testcase"))
    assert int(root.get("failures", "")) == len(root.findall("testsuite/testcase/failure"))
    assert int(root.get("errors", "")) == len(root.findall("testsuite/testcase/error"))


def test_what_fails_follows_the_threshold() -> None:
    only = REPORT._replace(findings=tuple(each for each in REPORT.findings if each.level == "note"))
    assert "<failure" not in written(only)
    assert "<failure" in written(only, Options(fail_on="note"))
