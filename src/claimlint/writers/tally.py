"""The sum of a report in words."""

from __future__ import annotations

from claimlint.findings import LEVELS, Report


def verdict(report: Report) -> str:
    """Say how many claims stand, or that no pattern matched; never that a text is in order."""
    summary = report.summary
    sentences, files = count(summary["sentences"], "sentence"), summary["files"]
    levels = [count(summary[level], level) for level in LEVELS if summary[level]]
    if levels:
        paths = {finding.path for finding in report.findings if finding.state == "new"}
        named = len(paths & {file.path for file in report.files})  # a file of approvals is not one of them
        return f"{', '.join(levels)} in {named or 'none'} of {count(files, 'file')} ({sentences})."
    if not files:
        return "Nothing was checked."
    none = "No new finding" if report.findings else "No known pattern matched"
    return f"{none} in {sentences} of {count(files, 'file')}."


def aside(report: Report) -> str:
    """Say how many findings no longer count, are gone, were dismissed, and what was not read; nothing where none is."""
    summary = report.summary
    counts = [
        f"{summary['known']:,} known" if summary["known"] else "",
        f"{summary['suppressed']:,} approved" if summary["suppressed"] else "",
        f"{len(report.gone):,} gone" if report.gone else "",
        f"{summary['considered']:,} dismissed" if summary["considered"] else "",
        f"{count(summary['not_checked'], 'file')} not checked" if summary["not_checked"] else "",
    ]
    told = ", ".join(filter(None, counts))
    return f"{told}." if told else ""


def count(number: int, noun: str) -> str:
    """Give a number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
