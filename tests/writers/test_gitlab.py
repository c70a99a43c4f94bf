"""GitLab Code Quality."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, ValidationError

from claimlint.findings import NotChecked, Report
from claimlint.writers.gitlab import write_gitlab
from claimlint.writers.options import Options

from .kept import kept
from .sample import BOX, CLEAN, EMPTY, FINDINGS, REPORT, SHOP
from .terminal import AWKWARD

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "gitlab-code-quality.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def entries(report: Report = REPORT, root: str = "") -> list[dict[str, Any]]:
    """Read the output, which holds no half of a surrogate pair: such a report cannot be told on."""
    found: list[dict[str, Any]] = json.loads("".join(write_gitlab(report, Options(root=root))))
    VALIDATOR.validate(found)
    assert json.dumps(found, ensure_ascii=False).encode()
    return found


def test_output_is_as_kept() -> None:
    output = "".join(write_gitlab(REPORT, Options()))
    assert output == kept("report.gitlab.json", output)


@pytest.mark.parametrize("report", [REPORT, CLEAN, EMPTY])
def test_output_fits_the_schema_and_tells_all(report: Report) -> None:
    assert len(entries(report)) == len(report.findings) + len(report.not_checked)


@pytest.mark.parametrize(
    "wrong",
    [
        {"severity": "error"},
        {"fingerprint": ""},
        {"location": {"path": "./a", "lines": {"begin": 1}}},
        {"location": {"path": "/a", "lines": {"begin": 1}}},
        {"location": {"path": "a", "lines": {"begin": 0}}},
        {"location": {"path": "a"}},
        {"categories": ["Style"]},
    ],
)
def test_the_schema_refuses_other_entries(wrong: dict[str, Any]) -> None:
    (right,) = entries(EMPTY._replace(findings=FINDINGS[:1]))
    with pytest.raises(ValidationError):
        VALIDATOR.validate([right | wrong])


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("./a/b.txt", "a/b.txt"),
        ("././/a/b.txt", "a/b.txt"),
        ("/srv/a/b.txt", "a/b.txt"),
        ("/home/b.txt", "../home/b.txt"),
        ("", "."),
    ],
)
def test_paths_are_told_from_the_root(path: str, told: str) -> None:
    report = EMPTY._replace(findings=(FINDINGS[0]._replace(path=path),), not_checked=(NotChecked(path, "a"),))
    assert [entry["location"]["path"] for entry in entries(report, root="/srv")] == [told, told]


@given(AWKWARD)
def test_any_text_keeps_to_the_schema(text: str) -> None:
    odd = FINDINGS[0]._replace(path=text, text=text, title=text, why=text, instead=(text,), law=text)
    assert len(entries(EMPTY._replace(findings=(odd,), not_checked=(NotChecked(text, text),)))) == 2


def test_fingerprints_are_unique_and_do_not_know_the_line() -> None:
    prints = [entry["fingerprint"] for entry in entries()]
    assert len(set(prints)) == len(prints)
    moved = tuple(each._replace(start=each.start._replace(line=each.start.line + 5)) for each in FINDINGS)
    later = entries(EMPTY._replace(findings=moved))
    assert [entry["fingerprint"] for entry in later] == prints[: len(FINDINGS)]


def test_entries_that_are_alike_have_fingerprints_of_their_own() -> None:
    alike = entries(EMPTY._replace(findings=FINDINGS[:1] * 3, not_checked=(NotChecked("a", "b"),) * 2))
    assert len({entry["fingerprint"] for entry in alike}) == 5


def test_levels_and_states_are_severities() -> None:
    told = [(entry["check_name"], entry["severity"]) for entry in entries()]
    assert told[:2] == [("heals-disease", "critical"), ("heals-disease", "major")]
    assert (
        ("mentions-disease", "info") in told
        and ("anti-ageing", "minor") in told
        and told[-1] == ("not-checked", "major")
    )


def test_places_without_lines_are_told_in_words() -> None:
    (box,) = [entry for entry in entries() if entry["location"]["path"] == BOX]
    assert box["location"]["lines"] == {"begin": 1} and box["description"].startswith("page 2: ")
    (shop,) = [entry for entry in entries() if entry["location"]["path"] == SHOP]
    assert shop["location"]["lines"] == {"begin": 1, "end": 1}
