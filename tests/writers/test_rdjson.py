"""The Reviewdog Diagnostic Format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, ValidationError

from claimlint.document import Document
from claimlint.findings import NotChecked, Report
from claimlint.writers.options import Options
from claimlint.writers.rdjson import write_rdjson

from .kept import kept
from .sample import BOX, CLEAN, EMPTY, FINDINGS, JAPAN, REPORT, SHOP, SOURCES
from .terminal import AWKWARD

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "rdjson.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def diagnostics(report: Report = REPORT) -> list[dict[str, Any]]:
    """Read the output as Reviewdog does, which refuses half of a surrogate pair even where it is escaped."""
    result: dict[str, Any] = json.loads("".join(write_rdjson(report, Options())))
    VALIDATOR.validate(result)
    assert json.dumps(result, ensure_ascii=False).encode()
    found: list[dict[str, Any]] = result["diagnostics"]
    return found


def test_output_is_as_kept() -> None:
    output = "".join(write_rdjson(REPORT, Options()))
    assert output == kept("report.rdjson.json", output)


@pytest.mark.parametrize("report", [REPORT, CLEAN, EMPTY])
def test_output_fits_the_schema_and_tells_all(report: Report) -> None:
    assert len(diagnostics(report)) == len(report.findings) + len(report.not_checked)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"message": "a", "severity": "ERROR"},
        {"message": "a", "location": {"path": "a"}, "severity": "NOTE"},
        {"message": "a", "location": {"path": "a"}, "severity": "INFO", "rule": "b"},
        {"message": "a", "location": {"path": "a", "range": {"start": {"line": 0}}}, "severity": "INFO"},
    ],
)
def test_the_schema_refuses_other_diagnostics(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        VALIDATOR.validate({"source": {"name": "claimlint"}, "diagnostics": [wrong]})


@given(AWKWARD)
def test_any_text_keeps_to_the_schema(text: str) -> None:
    odd = FINDINGS[0]._replace(path=text, text=text, title=text, why=text, instead=(text,), law=text)
    assert len(diagnostics(EMPTY._replace(findings=(odd,), not_checked=(NotChecked(text, text),)))) == 2


def test_columns_count_bytes() -> None:
    for path in (SHOP, JAPAN):
        lines = SOURCES[path].split("\n")
        for each in (each for each in diagnostics() if each["location"]["path"] == path):
            start, end = each["location"]["range"]["start"], each["location"]["range"]["end"]
            raw = "\n".join(lines).encode()
            before = "\n".join([*lines[: start["line"] - 1], ""]).encode() if start["line"] > 1 else b""
            first = len(before) + start["column"] - 1
            upto = "\n".join([*lines[: end["line"] - 1], ""]).encode() if end["line"] > 1 else b""
            words = raw[first : len(upto) + end["column"] - 1].decode()
            assert words in ("boosts collagen", "boosts\ncollagen", "collagenをboost")


def test_documents_count_bytes_of_a_line() -> None:
    document = Document("t", "é® 💆x\nébc", ())
    assert [document.place(offset).byte for offset in range(6)] == [1, 3, 5, 6, 10, 11]
    assert document.place(7).byte == 3
    assert document.place(5000 - 5000).byte == 1
    long = Document("t", "é" * 5000, ())
    assert [long.place(at).byte for at in (1023, 1024, 1025, 4999)] == [2047, 2049, 2051, 9999]


def test_places_without_lines_are_told_in_words() -> None:
    (box,) = [each for each in diagnostics() if each["location"]["path"] == BOX]
    assert "range" not in box["location"] and box["message"].startswith("page 2: ")
