"""Reports stored as JSON, read back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimlint.errors import ClaimlintError
from claimlint.findings import Approval, Box, Considered, CueMention, Finding, Place, Report
from claimlint.stored import read_report
from claimlint.writers.json import write_json
from claimlint.writers.options import Options

from .writers.sample import CLEAN, EMPTY, REPORT

APPROVED = REPORT.findings[0]._replace(state="approved", approval=Approval("Only looks.", "a.yaml:2", by="R. Owen"))
PAGED = REPORT.findings[0]._replace(pointer="/rows/3", page=2, box=(1.0, 2.5, 3.0, 4.0))


def stored(report: Report, folder: Path) -> Path:
    file = folder / "run.json"
    file.write_text("".join(write_json(report, Options())), encoding="utf-8")
    return file


def rounded(box: Box) -> Box:
    left, top, right, bottom = (round(side, 2) for side in box)
    return left, top, right, bottom


def ends(item: Finding | Considered) -> dict[str, Place]:
    return {"start": item.start._replace(byte=0), "end": item.end._replace(byte=0)}


def told(report: Report) -> Report:
    """Give a report without what its JSON does not tell."""

    def nameless(cue: CueMention) -> CueMention:
        return cue._replace(cue="")

    return report._replace(
        files=tuple(file._replace(sentences=0) for file in report.files),
        findings=tuple(
            finding._replace(
                said=(0, 0),
                cues=tuple(map(nameless, finding.cues)),
                box=finding.box and rounded(finding.box),
                **ends(finding),
            )
            for finding in report.findings
        ),
        considered=tuple(
            item._replace(dismissed_by=nameless(item.dismissed_by), **ends(item)) for item in report.considered
        ),
        allowances=(),
    )


@pytest.mark.parametrize(
    "report", [REPORT, CLEAN, EMPTY, REPORT._replace(gone=()), REPORT._replace(findings=(APPROVED, PAGED))]
)
def test_a_stored_report_comes_back(report: Report, tmp_path: Path) -> None:
    back = read_report(stored(report, tmp_path))
    assert told(back) == told(report)
    assert back.summary == report.summary


def test_the_words_are_found_again(tmp_path: Path) -> None:
    back = read_report(stored(REPORT, tmp_path))
    found = [finding.sentence[slice(*finding.said)] for finding in back.findings]
    assert found == [finding.sentence[slice(*finding.said)] for finding in REPORT.findings]


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (("schema_version",), "2", "schema_version: '2' is not known; allowed are: '1'"),
        (("findings", 1, "level"), "eror", "findings[1].level: 'eror' is not known; did you mean 'error'?"),
        (("findings", 0, "start", "line"), 0, "findings[0].start.line: 0 is less than 1"),
        (("findings", 0, "start", "line"), True, "findings[0].start.line: True is no integer"),
        (("findings", 0, "box"), [1, 2], "findings[0].box: has 2 items; needed are 4"),
        (("findings", 0, "why"), None, "findings[0].why: None is no string"),
        (("files",), {}, "files: {} is no array"),
        (("files", 0, "verdict", "us"), 3, "files[0].verdict.us: 3 is no string"),
    ],
)
def test_a_misfit_is_told_with_its_place(tmp_path: Path, path: tuple[Any, ...], value: object, fault: str) -> None:
    file = stored(REPORT, tmp_path)
    data = json.loads(file.read_text(encoding="utf-8"))
    part = data
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    file.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ClaimlintError) as raised:
        read_report(file)
    assert str(raised.value) == f"{file}: is no report of claimlint, schema version 1:\n  {fault}"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"{", "is no JSON: "),
        (b"\xff\xfe\xfa", "is no JSON: "),
        (b"[" * 100_000, "is no JSON: "),
        (b'{"schema_version": NaN}', "is no JSON: NaN is no JSON number"),
        (b"[]", "the file: [] is no object"),
        (b'{"schema_version": "1"}', "the file: 'tool' is missing"),
    ],
)
def test_what_is_no_report_is_refused(tmp_path: Path, content: bytes, fault: str) -> None:
    file = tmp_path / "run.json"
    file.write_bytes(content)
    with pytest.raises(ClaimlintError, match=r"run\.json: is no") as raised:
        read_report(file)
    assert fault in str(raised.value)


def test_at_most_five_faults_are_told(tmp_path: Path) -> None:
    file = stored(REPORT, tmp_path)
    data = json.loads(file.read_text(encoding="utf-8"))
    for finding in data["findings"]:
        finding["level"] = finding["state"] = "x"
    file.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ClaimlintError) as raised:
        read_report(file)
    assert str(raised.value).count("\n") == 5


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ClaimlintError, match=r"none\.json: cannot be read: No such file"):
        read_report(tmp_path / "none.json")


def test_members_of_a_later_version_are_let_through(tmp_path: Path) -> None:
    file = stored(CLEAN, tmp_path)
    data = json.loads(file.read_text(encoding="utf-8")) | {"later": 1}
    file.write_text(json.dumps(data), encoding="utf-8")
    assert read_report(file).summary == CLEAN.summary
