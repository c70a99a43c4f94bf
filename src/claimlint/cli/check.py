"""`claimlint check`: read copy, print findings, tell by the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import click

from claimlint.cli import review
from claimlint.cli.outputs import Output, add_summary, output_of
from claimlint.cli.progress import watched
from claimlint.cli.review import Review
from claimlint.cli.shared import FINDINGS, TROUBLE, fail, law_option, patterns_option, printable, put, save
from claimlint.errors import ClaimlintError
from claimlint.findings import LEVELS, Level, Report
from claimlint.linter import Linter
from claimlint.readers import STDIN, Wishes, read_paths
from claimlint.writers import SUFFIXES, WRITERS
from claimlint.writers.options import Options, terminal_options


@dataclass(frozen=True, slots=True)
class Request:
    """What one run was asked to do."""

    paths: tuple[str, ...]
    format: str | None
    outputs: tuple[str, ...]
    law: tuple[str, ...]
    patterns: tuple[Path, ...]
    fail_on: Level
    level: Level
    considered: bool
    exit_zero: bool
    stdin_filename: str
    review: Review
    fix: bool = False
    diff: bool = False


@click.command("check")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--format", "format_", type=click.Choice(list(WRITERS)), help="What to print (default: text).")
@click.option(
    "--output", "-o", "outputs", multiple=True, metavar="[FORMAT:]FILE",
    help=f"Write a report to a file, in the format named or that of its suffix: {', '.join(SUFFIXES)} (repeatable).",
)  # fmt: skip
@law_option
@patterns_option
@click.option(
    "--fail-on", type=click.Choice(LEVELS), default="error", show_default=True, help="Exit with 1 from this level on."
)
@click.option(
    "--level", type=click.Choice(LEVELS), default="note", show_default=True, help="Report from this level on."
)
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
@click.option("--fix", is_flag=True, help="Write the safe wording of a rule into the files, then check what is left.")
@click.option("--diff", is_flag=True, help="Print what --fix would write, and write nothing.")
@review.baseline_option
@review.allow_option
@review.diff_base_option
def command(
    paths: tuple[str, ...], format_: str | None, outputs: tuple[str, ...], laws: tuple[str, ...], patterns: tuple[Path, ...],
    fail_on: str, level: str, considered: bool, exit_zero: bool, fields: tuple[str, ...], stdin_filename: str,
    fix: bool, diff: bool, baseline: Path | None, allow: Path | None, diff_base: str | None,
) -> None:  # fmt: skip
    """Check files, folders, globs or standard input (-) for drug-like claims.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read or run.
    """
    request = Request(
        paths, format_, outputs, laws, patterns, cast(Level, fail_on), cast(Level, level), considered, exit_zero,
        stdin_filename, Review(baseline, allow, diff_base, Wishes(fields)), fix, diff,
    )  # fmt: skip
    try:
        sys.exit(run(request))
    except ClaimlintError as error:
        fail(str(error))


def run(request: Request) -> int:
    """Check, write, and give the exit status. Raises ClaimlintError where nothing could be run."""
    if not request.paths:
        raise ClaimlintError("name a file or a folder to check, or - for standard input; see claimlint --help")
    _refuse_idle_options(request)
    outputs = [output_of(wish) for wish in request.outputs]
    linter = Linter(request.law, request.patterns)
    linter.require_laws()
    report = checked(linter, request)
    is_well = True
    if request.fix or request.diff:
        from claimlint.cli import fixing

        if request.diff:
            fixing.show(shown_of(report, request), linter, request.review.wishes)
        else:
            is_well = fixing.mend(shown_of(report, request), linter, request.review.wishes)
            report = checked(linter, request)
    write(report, request, outputs)
    if request.review.diff_base and not report.files:
        click.echo(printable(f"nothing that was named has changed since {request.review.diff_base}"), err=True)
    return status(report, request) if is_well else TROUBLE


def _refuse_idle_options(request: Request) -> None:
    """Refuse what --fix and --diff cannot go with. Raises ClaimlintError."""
    if request.fix and request.diff:
        raise ClaimlintError("--fix writes what --diff only shows: give one of them")
    if request.diff and request.format:
        raise ClaimlintError("--diff prints a diff: leave --format out, or name a file with --output")
    if (request.fix or request.diff) and "-" in request.paths:
        raise ClaimlintError("--fix and --diff change files, and standard input (-) is none: name the file")


def checked(linter: Linter, request: Request) -> Report:
    """Check what was named and let people's decisions bear on it."""
    changes = review.changes(request.paths, request.review)
    wanted = review.wanted(request.review, changes)
    documents = read_paths(request.paths, request.review.wishes, request.stdin_filename, wanted)
    report = linter.check_documents(watched(documents, sys.stderr))
    return review.reviewed(report, linter, request.paths, request.review, changes)


def shown_of(report: Report, request: Request) -> Report:
    """Give the report with the findings from --level on."""
    kept = LEVELS[: LEVELS.index(request.level) + 1]
    return replace(report, findings=tuple(finding for finding in report.findings if finding.level in kept))


def write(report: Report, request: Request, outputs: Iterable[Output]) -> None:
    """Print and save the report in every form asked for."""
    shown = shown_of(report, request)
    below = len(report.findings) - len(shown.findings)
    options = Options(width=100, considered=request.considered, fail_on=request.fail_on, root=Path.cwd().as_posix())
    for output in outputs:
        save(output.path, WRITERS[output.format](shown, options))
        click.echo(f"wrote {printable(str(output.path))}: {len(shown.findings)} findings", err=True)
    if request.format or not (request.outputs or request.diff):
        terminal = terminal_options(sys.stdout, os.environ)
        put(WRITERS[request.format or "text"](shown, replace(options, color=terminal.color, width=terminal.width)))
    if request.format == "github":
        add_summary(shown, options, os.environ)
    if below:
        click.echo(f"{below} findings below --level {request.level} are not shown", err=True)


def status(report: Report, request: Request) -> int:
    """Give the exit status: trouble with something named, or nothing checked, outweighs findings.

    Where only changes are asked for there may be nothing to check.
    """
    named = {Path(path).as_posix() for path in request.paths} | set(request.paths)
    named |= {request.stdin_filename} if "-" in named else set()
    unread = any(item.path in named for item in report.not_checked)
    is_unchanged = request.review.diff_base is not None and not report.not_checked
    if unread or not (report.files or is_unchanged):
        return TROUBLE
    return FINDINGS if report.reaches(request.fail_on) and not request.exit_zero else 0
