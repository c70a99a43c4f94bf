"""The report as JSON Lines."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from referencing import Registry, Resource

from claimlint.findings import Report
from claimlint.writers import shapes
from claimlint.writers.json import write_json
from claimlint.writers.jsonl import write_jsonl
from claimlint.writers.options import Options

from .kept import kept
from .sample import CLEAN, EMPTY, REPORT

SCHEMAS = files("claimlint") / "schemas"
SCHEMA = json.loads((SCHEMAS / "report-lines.schema.json").read_text("utf-8"))
WHOLE = json.loads((SCHEMAS / "report.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, registry=Registry().with_resource(WHOLE["$id"], Resource.from_contents(WHOLE)))


def lines(report: Report) -> list[dict[str, Any]]:
    shapes = [json.loads(line) for line in "".join(write_jsonl(report, Options())).splitlines()]
    for shape in shapes:
        VALIDATOR.validate(shape)
    return shapes


def test_output_is_as_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "__version__", "1.2.3")
    output = "".join(write_jsonl(REPORT, Options()))
    assert output == kept("report.jsonl", output)


@pytest.mark.parametrize("report", [REPORT, CLEAN, EMPTY])
def test_the_lines_say_what_the_json_report_says(report: Report) -> None:
    whole = json.loads("".join(write_json(report, Options())))
    told = lines(report)
    assert told[0] == {"run": {"schema_version": whole["schema_version"], "tool": whole["tool"]}}
    assert told[-1] == {"summary": whole["summary"]}
    for name, members in [("file", "files"), *((name, name) for name in ("considered", "not_checked", "gone"))]:
        assert [line[name] for line in told if name in line] == whole.get(members, [])
    findings = [line["finding"] for line in told if "finding" in line]
    assert sorted(findings, key=json.dumps) == sorted(whole["findings"], key=json.dumps)


def test_what_stands_in_a_file_comes_by_place_and_before_the_file() -> None:
    told = lines(REPORT)
    for file in REPORT.files:
        behind = next(i for i, line in enumerate(told) if line.get("file", {}).get("path") == file.path)
        places = {
            i: (item["start"]["offset"], item["end"]["offset"])
            for i, line in enumerate(told)
            for item in [line.get("finding") or line.get("considered")]
            if item and item["path"] == file.path
        }
        assert [*places] == [*range(behind - len(places), behind)]
        assert [*places.values()] == sorted(places.values())


def test_one_piece_is_one_line() -> None:
    assert all(piece.count("\n") == 1 and piece.endswith("\n") for piece in write_jsonl(REPORT, Options()))


@pytest.mark.parametrize(
    "line", [{}, {"finding": {}}, {"run": {}, "summary": {}}, {"hit": {}}, {"gone": {"rule": "a"}}]
)
def test_the_schema_refuses_other_lines(line: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        VALIDATOR.validate(line)
