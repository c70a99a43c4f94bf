"""Findings as workflow commands, which GitHub Actions turns into annotations beside the copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimlint.findings import LEVELS, Finding, Level, NotChecked, Report
from claimlint.writers.message import details, headline, relative, spot
from claimlint.writers.options import Options
from claimlint.writers.plain import harmless, line
from claimlint.writers.tally import aside, count, verdict

MOST = 10
"""Annotations of one level that GitHub shows for one step; it drops the others."""

COMMANDS: Mapping[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}


class Annotation(NamedTuple):
    """A message at a place; the properties are those of the command."""

    properties: Mapping[str, str | int]
    message: str


def write_github(report: Report, options: Options) -> Iterator[str]:
    """Give the first annotations of each level, most severe first, and the sum as plain lines of the log."""
    for level in LEVELS:
        annotations = _annotations(report, level, options)
        yield from (_command(COMMANDS[level], annotation) for annotation in annotations[:MOST])
        if len(annotations) > MOST:
            yield f"and {count(len(annotations) - MOST, level)} more\n"
    yield f"claimlint: {' '.join(filter(None, [verdict(report), aside(report)]))}\n"


def _annotations(report: Report, level: Level, options: Options) -> Sequence[Annotation]:
    """Give what is to be told at a level; what could not be read comes before other warnings."""
    unread = [_unread(item, options) for item in report.not_checked] if level == "warning" else []
    new = (finding for finding in report.findings if finding.state == "new" and finding.level == level)
    return [*unread, *(_annotation(finding, options) for finding in new)]


def _annotation(finding: Finding, options: Options) -> Annotation:
    where = "" if finding.is_in_lines else f"{spot(finding)}: "
    title = f"claimlint {finding.rule}"
    told = "\n".join([where + headline(finding), *details(finding)])
    return Annotation({"file": _file(finding.path, options), **_range(finding), "title": title}, told)


def _range(finding: Finding) -> dict[str, int]:
    """Give the place in the file; GitHub takes columns on one line only."""
    start, end = finding.start, finding.end
    if not finding.is_in_lines:
        return {}
    if start.line != end.line:
        return {"line": start.line, "endLine": end.line}
    return {"line": start.line, "endLine": end.line, "col": start.column, "endColumn": end.column}


def _unread(item: NotChecked, options: Options) -> Annotation:
    return Annotation({"file": _file(item.path, options), "title": "claimlint: not checked"}, line(item.reason))


def _file(path: str, options: Options) -> str:
    """Give a file's name; the runner would drop equals signs at the start of a value."""
    told = relative(path, options.root)
    return f"./{told}" if told.startswith("=") else told


def _command(name: str, annotation: Annotation) -> str:
    told = ",".join(f"{key}={_property(str(value))}" for key, value in annotation.properties.items())
    return f"::{name} {told}::{_data(annotation.message)}\n"


def _data(text: str) -> str:
    """Escape a message; `##[` would begin a command of the older form in the log."""
    parted = harmless(text).replace("##[", "# #[")
    return parted.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
