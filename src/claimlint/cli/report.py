"""`claimlint report`: reports stored as JSON, as a page to review."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import click

from claimlint.cli.terminal import fail, printable, put, save, tell
from claimlint.errors import ClaimlintError
from claimlint.findings import Report
from claimlint.runs import Run, merged
from claimlint.stored import read_report
from claimlint.writers.html import page
from claimlint.writers.tally import count


@click.command("report")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--output", "-o", metavar="FILE", type=click.Path(path_type=Path), help="Write a file instead of printing."
)
def command(files: tuple[Path, ...], output: Path | None) -> None:
    """Make a page for reviewers of reports that `--format json` wrote.

    Several reports are laid over each other in the order given, the latest last: each file is as the latest run that
    read it says, and the page shows how the counts went from run to run.
    """
    try:
        reports = [read_report(path) for path in files]
    except ClaimlintError as error:
        fail(str(error))
    report = merged(reports)
    pieces = page(report, [*map(run, files, reports)] if len(reports) > 1 else ())
    if output is None:
        put(pieces)
    else:
        save(output, pieces)
        tell(f"wrote {printable(str(output))}: {count(len(report.findings), 'finding')}")


def run(path: Path, report: Report) -> Run:
    """Give the run that a stored report is of; the day is that of the file, as reports hold no date."""
    day = datetime.fromtimestamp(path.stat().st_mtime, timezone.utc).date()
    return Run(path.name, day.isoformat(), report.summary)
