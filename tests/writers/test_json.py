"""The report as JSON."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, ValidationError

from claimlint.findings import CheckedFile, NotChecked, Report
from claimlint.version import __version__
from claimlint.writers import shapes as module
from claimlint.writers.json import write_json
from claimlint.writers.options import Options

from .kept import kept
from .sample import BALM, CLEAN, EMPTY, EVIL, REPORT, SOURCES
from .terminal import ANY_TEXT, AWKWARD

SCHEMA = json.loads(files("claimlint").joinpath("schemas/report.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def written(report: Report, options: Options) -> str:
    return "".join(write_json(report, options))


def _written(report: Report) -> dict[str, Any]:
    shape: dict[str, Any] = json.loads(written(report, Options()).encode())
    VALIDATOR.validate(shape)
    return shape


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_output_is_as_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "__version__", "1.2.3")
    output = written(REPORT, Options())
    VALIDATOR.validate(json.loads(output))
    assert output == kept("report.json", output)


@pytest.mark.parametrize("report", [REPORT, CLEAN, EMPTY])
def test_every_report_fits_the_schema(report: Report) -> None:
    assert _written(report)["tool"]["version"] == __version__


def test_the_screen_options_change_nothing() -> None:
    assert written(REPORT, Options(color=True, width=40, considered=True)) == written(REPORT, Options())


def test_output_ends_its_last_line() -> None:
    assert written(EMPTY, Options()).endswith("\n}\n")


def test_files_tell_what_was_read_and_what_was_not() -> None:
    report = EMPTY._replace(
        files=(CheckedFile("a", {"us": "drug"}, 2), CheckedFile("b", {}, 0, "odd")),
        not_checked=(NotChecked("c", "gone"),),
    )
    assert _written(report)["files"] == [
        {"path": "a", "status": "checked", "verdict": {"us": "drug"}},
        {"path": "b", "status": "checked", "reason": "odd", "verdict": {}},
        {"path": "c", "status": "not_checked", "reason": "gone", "verdict": {}},
    ]


def test_places_and_words_lead_back_to_the_source() -> None:
    for finding in _written(REPORT)["findings"]:
        start, end = finding["start"], finding["end"]
        source = SOURCES[finding["path"]]
        assert source[start["offset"] : end["offset"]] == finding["text"]
        assert source.splitlines()[start["line"] - 1][start["column"] - 1 :].startswith(finding["text"].split("\n")[0])


def test_a_dismissed_item_tells_what_dismissed_it() -> None:
    item = _written(REPORT)["considered"][0]
    assert (item["path"], item["rule"], item["text"]) == (BALM, "heals-disease", "heal psoriasis")
    assert item["dismissed_by"] == {"effect": "negated", "text": "will not"}


def test_letters_stay_readable_and_traps_are_escaped() -> None:
    output = written(REPORT, Options())
    assert "日本語" in output
    assert not set(output) & set("\x1b\x9b\x7f\u202e\u202c\udcff")
    assert json.loads(output)["files"][3]["path"] == EVIL


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema_version",), "2"),
        (("surprise",), 1),
        (("findings", 0, "level"), "fatal"),
        (("findings", 0, "state"), "old"),
        (("findings", 0, "class_"), "drug"),
        (("findings", 0, "start", "line"), 0),
        (("findings", 0, "box"), [1, 2, 3]),
        (("findings", 0, "cues", 0, "cue"), "may-help"),
        (("files", 0, "status"), "read"),
        (("files", 0, "status"), "not_checked"),
        (("summary", "files"), -1),
        (("tool", "packs", 0, "sha256"), "short"),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_have(path: tuple[Any, ...], value: object) -> None:
    shape = _written(REPORT)
    part: Any = shape
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    with pytest.raises(ValidationError):
        VALIDATOR.validate(shape)


def test_the_schema_takes_the_places_of_other_formats() -> None:
    shape = _written(REPORT)
    shape["findings"][0] |= {"pointer": "/rows/3/title", "page": 2, "box": [10, 20.5, 90, 30]}
    VALIDATOR.validate(shape)


@given(ANY_TEXT | AWKWARD)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    report = EMPTY._replace(not_checked=(NotChecked("a", text),))
    assert _written(report)["not_checked"][0]["reason"] == json.loads(json.dumps(text))
