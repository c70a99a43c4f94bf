"""`claimlint explain`: a rule in full."""

from __future__ import annotations

from pathlib import Path

import click

from claimlint import catalog
from claimlint.cli.options import patterns_option
from claimlint.cli.terminal import fail, put
from claimlint.errors import ClaimlintError
from claimlint.linter import Linter
from claimlint.review.notices import KINDS


@click.command("explain")
@click.argument("rule")
@patterns_option
def command(rule: str, patterns: tuple[Path, ...]) -> None:
    """Tell everything about a rule: why, law, safer wording, cases, enforcement facts, limits."""
    if rule in KINDS:
        kind = KINDS[rule]
        put(
            [
                f"{rule}  ({kind.level}, of comments that allow and of files of approvals)\n{kind.title}\n\n{kind.instead}\n"
            ]
        )
        return
    try:
        pack = Linter(patterns=patterns).packs.pack
        put([catalog.explain(pack, catalog.find(pack, rule))])
    except ClaimlintError as error:
        fail(str(error))
