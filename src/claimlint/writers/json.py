"""The report as JSON: the contracted shape, described by `schemas/report.schema.json`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from claimlint.findings import Report
from claimlint.writers import shapes
from claimlint.writers.options import Options
from claimlint.writers.shapes import Shape, array, spread


def write_json(report: Report, options: Options) -> Iterator[str]:
    """Give the whole report as one JSON object, piece by piece, whatever `options` say about the screen."""
    head = {"schema_version": shapes.SCHEMA_VERSION, "tool": shapes.tool(report.packs), "summary": report.summary}
    yield spread(head).removesuffix("\n}")
    files: Iterable[Shape] = chain(map(shapes.checked, report.files), map(shapes.unread, report.not_checked))
    yield from array("files", files)
    yield from array("findings", map(shapes.finding, report.findings))
    yield from array("considered", map(shapes.considered, report.considered))
    yield from array("not_checked", map(shapes.not_checked, report.not_checked))
    if report.gone is not None:
        yield from array("gone", map(shapes.gone, report.gone))
    yield "\n}\n"
