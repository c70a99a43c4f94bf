"""`claimlint explain`: a rule in full."""

from __future__ import annotations

from pathlib import Path

import click

from claimlint import catalog
from claimlint.cli.shared import fail, patterns_option, put
from claimlint.errors import ClaimlintError
from claimlint.linter import Linter


@click.command("explain")
@click.argument("rule")
@patterns_option
def command(rule: str, patterns: tuple[Path, ...]) -> None:
    """Tell everything about a rule: why, law, safer wording, cases, enforcement facts, limits."""
    try:
        pack = Linter(patterns=patterns).packs.pack
        put([catalog.explain(pack, catalog.find(pack, rule))])
    except ClaimlintError as error:
        fail(str(error))
