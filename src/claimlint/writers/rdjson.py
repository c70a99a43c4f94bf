"""Findings in the Reviewdog Diagnostic Format, whose columns count bytes of UTF-8."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from claimlint.findings import Finding, Level, NotChecked, Place, Report
from claimlint.writers.message import encodable, loudness, message, spot
from claimlint.writers.options import Options
from claimlint.writers.plain import line
from claimlint.writers.shapes import array, spread

SEVERITIES: Mapping[Level, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def write_rdjson(report: Report, options: Options) -> Iterator[str]:
    """Give one result with a diagnostic for each finding and for each file that was not read."""
    yield spread({"source": {"name": "claimlint"}}).removesuffix("\n}")
    findings = (_diagnostic(finding, options) for finding in report.findings)
    unread = (_unread(item, options) for item in report.not_checked)
    yield from array("diagnostics", chain(findings, unread))
    yield "\n}\n"


def _diagnostic(finding: Finding, options: Options) -> Mapping[str, Any]:
    where = "" if finding.is_in_lines else f"{spot(finding)}: "
    stretch = {"range": {"start": _position(finding.start), "end": _position(finding.end)}}
    return {
        "message": where + message(finding),
        "location": {"path": encodable(finding.path, options.root), **(stretch if finding.is_in_lines else {})},
        "severity": SEVERITIES[loudness(finding)],
        "code": {"value": finding.rule, **({"url": finding.basis[0].url} if finding.basis else {})},
    }


def _position(place: Place) -> dict[str, int]:
    return {"line": place.line, **({"column": place.byte} if place.byte else {})}


def _unread(item: NotChecked, options: Options) -> Mapping[str, Any]:
    return {
        "message": f"Not checked: {line(item.reason)}",
        "location": {"path": encodable(item.path, options.root)},
        "severity": SEVERITIES["warning"],
    }
