"""Findings as a GitLab Code Quality report, which merge requests compare with that of their target."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import chain
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
    """Give the entries; those with the same key are numbered, so that each has a fingerprint of its own."""
    findings = (_entry(finding, options) for finding in report.findings)
    unread = (_unread(item, options) for item in report.not_checked)
    again = Counter[str]()
    for key, entry in chain(findings, unread):
        again[key] += 1
        yield {**entry, "fingerprint": _hash(f"{key}\0{again[key]}")}


def _entry(finding: Finding, options: Options) -> tuple[str, Mapping[str, Any]]:
    path, is_here = _path(finding.path, options.root), finding.is_in_lines
    where = "" if is_here else f"{spot(finding)}: "
    lines = {"begin": finding.start.line, "end": finding.end.line} if is_here else {"begin": 1}
    return "\0".join((finding.fingerprint, path, finding.law)), {
        "description": where + message(finding),
        "check_name": finding.rule,
        "severity": SEVERITIES[loudness(finding)] if finding.state == "new" else SETTLED,
        "location": {"path": path, "lines": lines},
    }


def _unread(item: NotChecked, options: Options) -> tuple[str, Mapping[str, Any]]:
    path = _path(item.path, options.root)
    return f"\0{path}\0{item.reason}", {
        "description": f"Not checked: {line(item.reason)}",
        "check_name": "not-checked",
        "severity": SEVERITIES["warning"],
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _path(path: str, root: str) -> str:
    """Give a path that is relative to `root` even where it lies outside, and does not begin with `./`."""
    told = posixpath.normpath(encodable(path, root))
    return posixpath.relpath(told, root or "/") if told.startswith("/") else told


def _hash(key: str) -> str:
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
