"""GitLab Code Quality."""

from __future__ import annotations

import json
from typing import Any

from claimlint.writers.gitlab import write_gitlab
from claimlint.writers.options import Options

from .kept import kept
from .sample import BOX, EMPTY, FINDINGS, REPORT, SHOP


def entries(root: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads("".join(write_gitlab(REPORT, Options(root=root))))
    return found


def test_output_is_as_kept() -> None:
    output = "".join(write_gitlab(REPORT, Options()))
    assert output == kept("report.gitlab.json", output)


def test_entries_have_what_gitlab_asks_for() -> None:
    for entry in entries():
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert set(entry["location"]) == {"path", "lines"} and entry["location"]["lines"]["begin"] >= 1
        assert not entry["location"]["path"].startswith("./")


def test_fingerprints_are_unique_and_do_not_know_the_line() -> None:
    prints = [entry["fingerprint"] for entry in entries()]
    assert len(set(prints)) == len(prints) == len(FINDINGS) + len(REPORT.not_checked)
    moved = [each._replace(start=each.start._replace(line=each.start.line + 5)) for each in FINDINGS]
    later = json.loads("".join(write_gitlab(EMPTY._replace(findings=tuple(moved)), Options())))
    assert [entry["fingerprint"] for entry in later] == prints[: len(FINDINGS)]


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
