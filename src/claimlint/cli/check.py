"""`claimlint check`: read copy, print findings, tell by the exit status."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from claimlint.cli.plan import Plan, Request, plan, shown
from claimlint.cli.progress import watched
from claimlint.cli.shared import FINDINGS, TROUBLE, fail, patterns_option, printable, put, save
from claimlint.errors import ClaimlintError
from claimlint.findings import LEVELS, Level, Report
from claimlint.readers import STDIN
from claimlint.settings import NAME
from claimlint.writers import SUFFIXES, WRITERS
from claimlint.writers.options import Options, terminal_options


@click.command("check")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--format", "format_", type=click.Choice(list(WRITERS)), help="What to print (default: text).")
@click.option(
    "--output", "-o", "outputs", multiple=True, metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
    help=f"Write a report to a file; its suffix says which: {', '.join(SUFFIXES)} (repeatable).",
)  # fmt: skip
@click.option("--law", metavar="LAW[,LAW]", help="Under which laws to read (default: us).")
@patterns_option
@click.option("--fail-on", type=click.Choice(LEVELS), help="Exit with 1 from this level on (default: error).")
@click.option("--level", type=click.Choice(LEVELS), help="Report from this level on (default: note).")
@click.option("--considered", is_flag=True, help="Also show what was dismissed, and by which words.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="NAME",
    help="Of data files read only this field: a key, a column, or a pattern such as /products/*/title (repeatable).",
)
@click.option("--stdin-filename", metavar="NAME", default=STDIN, help="The name of the file that standard input holds.")
@click.option(
    "--config",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=f"Settings for all files (default: the nearest {NAME}).",
)
@click.option("--no-config", is_flag=True, help="Read no settings file.")
@click.option("--no-exclude", is_flag=True, help="Also read what the settings leave out.")
@click.option("--show-settings", is_flag=True, help="Print every setting for the paths and where it comes from.")
def command(
    paths: tuple[str, ...], format_: str | None, outputs: tuple[Path, ...], law: str | None, patterns: tuple[Path, ...],
    fail_on: str | None, level: str | None, considered: bool, exit_zero: bool, fields: tuple[str, ...],
    stdin_filename: str, config: Path | None, no_config: bool, no_exclude: bool, show_settings: bool,
) -> None:  # fmt: skip
    """Check files, folders, globs or standard input (-) for drug-like claims.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read or run.
    """
    laws = law if law is None else tuple(name.strip() for name in law.split(",") if name.strip())
    said = {"law": laws, "patterns": patterns or None, "fail-on": fail_on, "level": level, "fields": fields or None}
    given = {key: value for key, value in said.items() if value is not None}
    request = Request(
        paths, given, format_, outputs, considered, exit_zero, stdin_filename, config, no_config, no_exclude
    )
    try:
        if show_settings:
            put([printable("".join(shown(request)))])
        else:
            sys.exit(run(request))
    except ClaimlintError as error:
        fail(str(error))


def run(request: Request) -> int:
    """Check, write, and give the exit status. Raises ClaimlintError where nothing could be run."""
    if not request.paths:
        raise ClaimlintError("name a file or a folder to check, or - for standard input; see claimlint --help")
    for path in request.outputs:
        if path.suffix not in SUFFIXES:
            raise ClaimlintError(
                f"--output {path}: no format has the suffix {path.suffix!r}; known are: {', '.join(SUFFIXES)}"
            )
    planned = plan(request)
    if planned.notice:
        click.echo(printable(planned.notice).replace("\n", "?"), err=True)
    report = planned.linter.check_documents(watched(planned.documents(), sys.stderr))
    write(report, request, planned.run.level)
    return status(report, request, planned)


def write(report: Report, request: Request, level: Level) -> None:
    """Print and save the report in every form asked for, with findings from `level` on."""
    kept = LEVELS[: LEVELS.index(level) + 1]
    shown = replace(report, findings=tuple(finding for finding in report.findings if finding.level in kept))
    below = len(report.findings) - len(shown.findings)
    for path in request.outputs:
        options = Options(color=False, width=100, considered=request.considered)
        save(path, WRITERS[SUFFIXES[path.suffix]](shown, options))
        click.echo(f"wrote {printable(str(path))}: {len(shown.findings)} findings", err=True)
    if request.format or not request.outputs:
        options = replace(terminal_options(sys.stdout, os.environ), considered=request.considered)
        put(WRITERS[request.format or "text"](shown, options))
    if below:
        click.echo(f"{below} findings below --level {level} are not shown", err=True)


def status(report: Report, request: Request, planned: Plan) -> int:
    """Give the exit status: trouble with something named, or nothing checked, outweighs findings.

    Where settings leave out all that was named, there is nothing to check, and no trouble.
    """
    named = {Path(path).as_posix() for path in planned.paths} | set(planned.paths)
    named |= {request.stdin_filename} if "-" in named else set()
    unread = any(item.path in named for item in report.not_checked)
    if unread or (planned.paths and not report.files):
        return TROUBLE
    return FINDINGS if report.reaches(planned.run.fail_on) and not request.exit_zero else 0
