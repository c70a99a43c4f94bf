"""The commands as click reads them. Each is imported when called, so that a run stays quick."""

from __future__ import annotations

from importlib import import_module

import click

from claimlint.cli import COMMANDS
from claimlint.version import __version__


class Commands(click.Group):
    """A group that knows its commands by name only, and takes a path for `check PATH`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in reading order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command by name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"claimlint.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read `claimlint PATH` as `claimlint check PATH`."""
        if args and args[0] not in COMMANDS and args[0] not in ("--help", "-h", "--version"):
            args = ["check", *args]
        return super().parse_args(ctx, args)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="claimlint %(version)s")
def main() -> None:
    """Point at drug-like claims in cosmetic labels and advertising copy.

    `claimlint label.txt` checks a file; folders, globs and - (standard input) work too.
    """
