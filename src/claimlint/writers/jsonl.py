"""The report as JSON Lines: first the run, last the summary, between them all else, one thing a line.

What stands in a file comes in order of place, and behind it the file itself, so that lines can be written while files are
read. A line is an object of one member, whose name says what it holds and whose value is that of the JSON report;
`schemas/report-lines.schema.json` describes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from claimlint.findings import CheckedFile, Considered, Finding, Found, Gone, NotChecked, PackInfo, Report
from claimlint.writers import shapes
from claimlint.writers.options import Options
from claimlint.writers.shapes import Shape, encoded


def write_jsonl(report: Report, options: Options) -> Iterator[str]:
    """Give the report line by line, whatever `options` say about the screen."""
    yield first(report.packs)
    for found in _by_file(report):
        yield from within(found)
        yield from [file(found.file)] if found.file else ()
    yield from last(report.not_checked, report.gone or (), report.summary)


def first(packs: Iterable[PackInfo]) -> str:
    """Tell of the run."""
    return _line("run", {"schema_version": shapes.SCHEMA_VERSION, "tool": shapes.tool(packs)})


def within(found: Found) -> Iterator[str]:
    """Tell what stands in a file, or in a part of it."""
    items: list[Finding | Considered] = [*found.findings, *found.considered]
    for item in sorted(items, key=lambda item: (item.start, item.end)):
        if isinstance(item, Finding):
            yield _line("finding", shapes.finding(item))
        else:
            yield _line("considered", shapes.considered(item))


def file(checked: CheckedFile) -> str:
    """Tell of a file that was read."""
    return _line("file", shapes.checked(checked))


def last(not_checked: Iterable[NotChecked], gone: Iterable[Gone], summary: Mapping[str, int]) -> Iterator[str]:
    """Tell what was not read, what is gone, and the counts."""
    unread = list(not_checked)
    yield from (_line("file", shapes.unread(item)) for item in unread)
    yield from (_line("not_checked", shapes.not_checked(item)) for item in unread)
    yield from (_line("gone", shapes.gone(item)) for item in gone)
    yield _line("summary", summary)


def _by_file(report: Report) -> Iterator[Found]:
    """Give what stands in each file, and what stands elsewhere, as in files of approvals, behind that."""
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        findings[finding.path].append(finding)
    considered: dict[str, list[Considered]] = defaultdict(list)
    for item in report.considered:
        considered[item.path].append(item)
    files = {file.path: file for file in report.files}
    for path in dict.fromkeys([*files, *findings, *considered]):
        yield Found(path, files.get(path), tuple(findings[path]), tuple(considered[path]))


def _line(name: str, shape: Shape) -> str:
    return f"{encoded({name: shape})}\n"
