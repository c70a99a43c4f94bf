"""`claimlint evaluate`: measure the rules on labelled copy."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from claimlint.cli.options import patterns_option
from claimlint.cli.terminal import FINDINGS, fail, put
from claimlint.errors import ClaimlintError
from claimlint.evaluate import evaluate, show
from claimlint.linter import Linter


@click.command("evaluate")
@click.argument("corpus", type=click.Path(path_type=Path))
@patterns_option
def command(corpus: Path, patterns: tuple[Path, ...]) -> None:
    """Measure precision, recall and span overlap on a CORPUS folder of copy with [[words|rule]] marks.

    Exit status 1 where a mistake is not in the corpus's ledger, or the ledger lists one that is not made.
    """
    try:
        result = evaluate(corpus, Linter(patterns=patterns))
    except ClaimlintError as error:
        fail(str(error))
    put([show(result)])
    sys.exit(FINDINGS if result.surprises else 0)
