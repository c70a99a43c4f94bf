"""One row for each finding, for a spreadsheet: nothing in it is a formula there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from claimlint.findings import Finding, Gone, NotChecked, Report
from claimlint.writers.message import approved, spot
from claimlint.writers.options import Options
from claimlint.writers.plain import harmless

COLUMNS = (
    "state", "level", "path", "place", "line", "column", "rule", "title", "text", "sentence", "why", "instead",
    "law", "class", "cites", "links", "seen", "cues", "also", "approved", "fingerprint",
)  # fmt: skip
"""The columns in their order; a new one is put behind the last."""

FORMULA = tuple("=+-@＝＋－＠")
"""What a spreadsheet may take for the start of a formula, after spaces too."""

BOM = "\ufeff"
"""Tells spreadsheets that the file is UTF-8."""


def write_csv(report: Report, options: Options) -> Iterator[str]:
    """Give the head and row by row the findings, then what is gone and what was not read, told by their state."""
    yield BOM + _row(dict(zip(COLUMNS, COLUMNS, strict=True)))
    yield from (_row(_finding(finding)) for finding in report.findings)
    yield from (_row(_gone(item)) for item in report.gone or ())
    yield from (_row(_unread(item)) for item in report.not_checked)


def _row(cells: Mapping[str, str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow([_cell(cells.get(column, "")) for column in COLUMNS])
    return buffer.getvalue()


def _cell(text: str) -> str:
    safe = harmless(text)
    is_formula = safe.lstrip().startswith(FORMULA) or safe.startswith(("\t", "\n"))
    return f"'{safe}" if is_formula else safe


def _finding(finding: Finding) -> dict[str, str]:
    return {
        "state": finding.state, "level": finding.level, "path": finding.path, "place": spot(finding),
        "line": str(finding.start.line), "column": str(finding.start.column), "rule": finding.rule,
        "title": finding.title, "text": finding.text, "sentence": finding.sentence, "why": finding.why,
        "instead": "\n".join(finding.instead), "law": finding.law, "class": finding.class_,
        "cites": "\n".join(basis.cite for basis in finding.basis),
        "links": "\n".join(basis.url for basis in finding.basis),
        "seen": "\n".join(f"{s.by} {s.kind} {s.year}: {s.said} {s.source}" for s in finding.seen),
        "cues": "\n".join(f"{cue.effect}: {cue.text}" for cue in finding.cues),
        "also": " ".join(finding.also), "approved": approved(finding), "fingerprint": finding.fingerprint,
    }  # fmt: skip


def _gone(item: Gone) -> dict[str, str]:
    return {
        "state": "gone", "path": item.path, "rule": item.rule, "text": item.text, "fingerprint": item.fingerprint,
    }  # fmt: skip


def _unread(item: NotChecked) -> dict[str, str]:
    return {"state": "not checked", "path": item.path, "why": item.reason}
