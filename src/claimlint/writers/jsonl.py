"""The report as JSON Lines: first the run, last the summary, between them all else, one thing a line.

A line is an object of one member, whose name says what it holds and whose value is that of the JSON report;
`schemas/report-lines.schema.json` describes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from claimlint.findings import Report
from claimlint.writers import shapes
from claimlint.writers.options import Options
from claimlint.writers.shapes import Shape, encoded


def write_jsonl(report: Report, options: Options) -> Iterator[str]:
    """Give the report line by line, whatever `options` say about the screen."""
    for line in _lines(report):
        yield f"{encoded(line)}\n"


def _lines(report: Report) -> Iterator[Shape]:
    yield {"run": {"schema_version": shapes.SCHEMA_VERSION, "tool": shapes.tool(report)}}
    files = chain(map(shapes.checked, report.files), map(shapes.unread, report.not_checked))
    yield from ({"file": shape} for shape in files)
    yield from ({"finding": shapes.finding(item)} for item in report.findings)
    yield from ({"considered": shapes.considered(item)} for item in report.considered)
    yield from ({"not_checked": shapes.not_checked(item)} for item in report.not_checked)
    yield from ({"gone": shapes.gone(item)} for item in report.gone or ())
    yield {"summary": report.summary}
