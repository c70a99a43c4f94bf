"""`claimlint check`: read copy, print findings, tell by the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import click

from claimlint.cli import review
from claimlint.cli.outputs import Output, add_summary, output_of
from claimlint.cli.plan import Plan, Request, asked, plan, settings_options, settings_shown
from claimlint.cli.progress import watched
from claimlint.cli.shared import FINDINGS, TROUBLE, fail, law_option, patterns_option, printable, put, save
from claimlint.errors import ClaimlintError
from claimlint.findings import LEVELS, Level, Report, levels_from
from claimlint.readers import STDIN
from claimlint.writers import SUFFIXES, WRITERS
from claimlint.writers.options import Options, terminal_options


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to become of the findings of a run."""

    format: str | None
    outputs: tuple[str, ...]
    considered: bool
    exit_zero: bool
    diff_base: str | None
    fix: bool
    diff: bool


@click.command("check")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--format", "format_", type=click.Choice(list(WRITERS)), help="What to print (default: text).")
@click.option(
    "--output", "-o", "outputs", multiple=True, metavar="[FORMAT:]FILE",
    help=f"Write a report to a file, in the format named or that of its suffix: {', '.join(SUFFIXES)} (repeatable).",
)  # fmt: skip
@law_option
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
@click.option("--fix", is_flag=True, help="Write the safe wording of a rule into the files, then check what is left.")
@click.option("--diff", is_flag=True, help="Print what --fix would write, and write nothing.")
@review.baseline_option
@review.allow_option
@review.diff_base_option
@settings_options
@click.option("--show-settings", is_flag=True, help="Print every setting for the paths and where it comes from.")
def command(
    paths: tuple[str, ...], format_: str | None, outputs: tuple[str, ...], laws: tuple[str, ...] | None,
    patterns: tuple[Path, ...], fail_on: str | None, level: str | None, considered: bool, exit_zero: bool,
    fields: tuple[str, ...], stdin_filename: str, fix: bool, diff: bool, baseline: Path | None, allow: Path | None,
    diff_base: str | None, config: Path | None, no_config: bool, no_exclude: bool, show_settings: bool,
) -> None:  # fmt: skip
    """Check files, folders, globs or standard input (-) for drug-like claims.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read or run.
    """
    said = asked(laws, patterns, fields, baseline, allow, fail_on, level)
    request = Request(paths, said, config, no_config, no_exclude, stdin_filename)
    try:
        if show_settings:
            put([printable("".join(settings_shown(request)))])
        else:
            sys.exit(run(request, Wish(format_, outputs, considered, exit_zero, diff_base, fix, diff)))
    except ClaimlintError as error:
        fail(str(error))


def run(request: Request, wish: Wish) -> int:
    """Check, write, and give the exit status. Raises ClaimlintError where nothing could be run."""
    if not request.paths:
        raise ClaimlintError("name a file or a folder to check, or - for standard input; see claimlint --help")
    _refuse_idle_options(request, wish)
    outputs = [output_of(name) for name in wish.outputs]
    planned = plan(request)
    if planned.notice:
        click.echo(printable(planned.notice).replace("\n", "?"), err=True)
    report = checked(planned, wish)
    is_well = True
    if wish.fix or wish.diff:
        from claimlint.cli import fixing

        shown = shown_of(report, planned.run.level)
        if wish.diff:
            fixing.show(shown, planned.linter, planned.wishes)
        else:
            is_well = fixing.mend(shown, planned.linter, planned.wishes)
            report = checked(planned, wish)
    write(report, wish, planned, outputs)
    if wish.diff_base and not report.files:
        click.echo(printable(f"nothing that was named has changed since {wish.diff_base}"), err=True)
    return status(report, wish, planned) if is_well else TROUBLE


def _refuse_idle_options(request: Request, wish: Wish) -> None:
    """Refuse what --fix and --diff cannot go with. Raises ClaimlintError."""
    if wish.fix and wish.diff:
        raise ClaimlintError("--fix writes what --diff only shows: give one of them")
    if wish.diff and wish.format:
        raise ClaimlintError("--diff prints a diff: leave --format out, or name a file with --output")
    if (wish.fix or wish.diff) and "-" in request.paths:
        raise ClaimlintError("--fix and --diff change files, and standard input (-) is none: name the file")


def checked(planned: Plan, wish: Wish) -> Report:
    """Check what was named and let people's decisions bear on it."""
    changes = review.changes(planned.paths, wish.diff_base)
    documents = planned.documents(changes.has) if changes else planned.documents()
    report = planned.linter.check_documents(watched(documents, sys.stderr))
    return review.reviewed(report, planned, changes)


def shown_of(report: Report, level: Level) -> Report:
    """Give the report with the findings from a level on."""
    kept = levels_from(level)
    return replace(report, findings=tuple(finding for finding in report.findings if finding.level in kept))


def write(report: Report, wish: Wish, planned: Plan, outputs: Iterable[Output]) -> None:
    """Print and save the report in every form asked for."""
    shown = shown_of(report, planned.run.level)
    below = len(report.findings) - len(shown.findings)
    options = Options(width=100, considered=wish.considered, fail_on=planned.run.fail_on, root=Path.cwd().as_posix())
    for output in outputs:
        save(output.path, WRITERS[output.format](shown, options))
        click.echo(f"wrote {printable(str(output.path))}: {len(shown.findings)} findings", err=True)
    if wish.format or not (wish.outputs or wish.diff):
        terminal = terminal_options(sys.stdout, os.environ)
        put(WRITERS[wish.format or "text"](shown, replace(options, color=terminal.color, width=terminal.width)))
    if wish.format == "github":
        add_summary(shown, options, os.environ)
    if below:
        click.echo(f"{below} findings below --level {planned.run.level} are not shown", err=True)


def status(report: Report, wish: Wish, planned: Plan) -> int:
    """Give the exit status: trouble with something named, or nothing checked, outweighs findings.

    Where only changes are asked for, or settings leave out all that was named, there may be nothing to check.
    """
    named = {Path(path).as_posix() for path in planned.paths} | set(planned.paths)
    named |= {planned.stdin_filename} if "-" in named else set()
    unread = any(item.path in named for item in report.not_checked)
    is_unchanged = wish.diff_base is not None and not report.not_checked
    if unread or (planned.paths and not (report.files or is_unchanged)):
        return TROUBLE
    return FINDINGS if report.reaches(planned.run.fail_on) and not wish.exit_zero else 0
