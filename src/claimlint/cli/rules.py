"""`claimlint rules`: a table of the rules."""

from __future__ import annotations

from pathlib import Path

import click

from claimlint import catalog
from claimlint.cli.shared import fail, patterns_option, put
from claimlint.errors import ClaimlintError
from claimlint.findings import LEVELS
from claimlint.linter import Linter


@click.command("rules")
@click.option("--topic", help="Only rules of this topic.")
@click.option("--law", default="us", show_default=True, help="The law whose levels are shown.")
@click.option("--level", type=click.Choice(LEVELS), help="Only rules of this level under that law.")
@patterns_option
def command(topic: str | None, law: str, level: str | None, patterns: tuple[Path, ...]) -> None:
    """List the rules: id, level, topic, kind of statement, title."""
    try:
        put(catalog.table(Linter(patterns=patterns).packs.pack, topic, law, level))
    except ClaimlintError as error:
        fail(str(error))
