"""`claimlint check`: read copy, print findings, tell by the exit status."""

import sys
from typing import Any

import click

from claimlint.cli.checking import Task, check
from claimlint.cli.options import OPTIONS, options
from claimlint.cli.request import request_of
from claimlint.findings import LEVELS
from claimlint.readers import STDIN
from claimlint.writers import SUFFIXES, WRITERS


@click.command("check")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--format", type=click.Choice(list(WRITERS)), help="What to print (default: text).")
@click.option(
    "--output", "-o", "outputs", multiple=True, metavar="[FORMAT:]FILE",
    help=f"Write a report to a file, in the format named or that of its suffix: {', '.join(SUFFIXES)} (repeatable).",
)  # fmt: skip
@click.option("--fail-on", type=click.Choice(LEVELS), help="Exit with 1 from this level on (default: error).")
@click.option("--level", type=click.Choice(LEVELS), help="Report from this level on (default: note).")
@click.option("--considered", is_flag=True, help="Also show what was dismissed, and by which words.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--stdin-filename", metavar="NAME", default=STDIN, help="The name of the file that standard input holds.")
@click.option("--fix", is_flag=True, help="Write the safe wording of a rule into the files, then check what is left.")
@click.option("--diff", is_flag=True, help="Print what --fix would write, and write nothing.")
@click.option(
    "--diff-base", metavar="REF", help="Of files in git report only what was not there when the branch left REF."
)
@options(*OPTIONS)
@click.option("--show-settings", is_flag=True, help="Print every setting for the paths and where it comes from.")
def command(paths: tuple[str, ...], **given: Any) -> None:
    """Check files, folders, globs or standard input (-) for drug-like claims.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read or run.
    """
    sys.exit(check(request_of(paths, given), Task(**{name: given[name] for name in Task._fields})))
