"""The report for the screen: file by file, finding by finding, then what was dismissed or not read, then the sum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimlint.findings import REVIEW, Report
from claimlint.writers.options import Options
from claimlint.writers.paint import painter
from claimlint.writers.tally import count, verdict

HIDDEN = ("known", "suppressed")
"""The counts, by their names in the summary, of findings that are not told one by one."""

COMMAND = "::"
"""What stands first in a line that is a command to a service that obeys its log."""

HINT = "`claimlint explain RULE` tells more."


def write_screen(report: Report, options: Options) -> Iterator[str]:
    """Give the whole report as text for a terminal, section by section."""
    yield from (_joined([*section, "\n"]) for section in _listed(report, options))
    yield _joined([*_ending(report, options), ""])


def _joined(lines: Iterable[str]) -> str:
    """Give lines as text in which none is a command (`::error::`)."""
    text = "\n".join(lines)
    return re.sub(rf"^([^\S\n]*){COMMAND}", rf"\1\\{COMMAND}", text, flags=re.M) if COMMAND in text else text


def _listed(report: Report, options: Options) -> Iterable[list[str]]:
    """Give a section for each thing that is told by itself; of most copy there is none."""
    if not (report.findings or report.considered or report.not_checked or any(file.note for file in report.files)):
        return ()
    from claimlint.writers.listing import listed

    return listed(report, options)


def _ending(report: Report, options: Options) -> list[str]:
    """Give the sum of the report and, where a rule was named, how to read more of it."""
    paint = painter(options.color)
    lines = [paint(line, "heading") for line in _lines(_sum(report, options), options.width)]
    named = any(finding.state == "new" and finding.law != REVIEW for finding in report.findings)
    named = named or bool(options.considered and report.considered)
    return [*lines, paint(HINT, "quiet")] if named else lines


def _lines(text: str, width: int) -> Iterable[str]:
    """Give plain words as lines that fit; most fit one."""
    if len(text) <= width:
        return [text]
    from claimlint.writers.wrap import wrapped

    return wrapped(text, width)


def _sum(report: Report, options: Options) -> str:
    summary = report.summary
    pointer = "" if options.considered else " (--considered shows them)"
    hidden = [f"{summary[state]:,} {state}" for state in HIDDEN if summary[state]]
    sentences = [
        verdict(report),
        f"{summary['considered']:,} dismissed{pointer}." if summary["considered"] else "",
        f"{' and '.join(hidden)} not shown." if hidden else "",
        f"{len(report.gone):,} gone from the copy: `claimlint baseline prune`." if report.gone else "",
        f"{count(summary['not_checked'], 'file')} not checked." if summary["not_checked"] else "",
    ]
    return " ".join(filter(None, sentences))
