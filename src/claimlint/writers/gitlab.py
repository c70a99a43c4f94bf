"""Findings as a GitLab Code Quality report, which merge requests compare with that of their target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from claimlint.findings import Finding, Level, NotChecked, Report
from claimlint.writers.message import encodable, loudness, message, spot
from claimlint.writers.options import Options
from claimlint.writers.plain import line
from claimlint.writers.shapes import encoded

SEVERITIES: Mapping[Level, str] = {"error": "critical", "warning": "major", "note": "minor"}
SETTLED = "info"
"""The severity of what is known or approved."""


def write_gitlab(report: Report, options: Options) -> Iterator[str]:
    """Give an array with one entry for each finding and for each file that was not read."""
    start = "["
    for entry in _entries(report, options):
        yield f"{start}\n" + encoded(entry)
        start = ","
    yield "[]\n" if start == "[" else "\n]\n"


def _entries(report: Report, options: Options) -> Iterator[Mapping[str, Any]]:
    again = Counter[str]()
    for finding in report.findings:
        path = encodable(finding.path, options.root)
        key = "\0".join((finding.fingerprint, path, finding.law))
        again[key] += 1
        yield _entry(finding, path, f"{key}\0{again[key]}")
    yield from (_unread(item, options) for item in report.not_checked)


def _entry(finding: Finding, path: str, key: str) -> Mapping[str, Any]:
    is_here = finding.is_in_lines
    where = "" if is_here else f"{spot(finding)}: "
    lines = {"begin": finding.start.line, "end": finding.end.line} if is_here else {"begin": 1}
    return {
        "description": where + message(finding),
        "check_name": finding.rule,
        "fingerprint": _hash(key),
        "severity": SEVERITIES[loudness(finding)] if finding.state == "new" else SETTLED,
        "location": {"path": path, "lines": lines},
    }


def _unread(item: NotChecked, options: Options) -> Mapping[str, Any]:
    path = encodable(item.path, options.root)
    return {
        "description": f"Not checked: {line(item.reason)}",
        "check_name": "not-checked",
        "fingerprint": _hash(f"\0{path}\0{item.reason}"),
        "severity": SEVERITIES["warning"],
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _hash(key: str) -> str:
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
