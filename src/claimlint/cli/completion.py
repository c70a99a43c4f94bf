"""`claimlint completion`: what a shell reads to complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import BashComplete, FishComplete, ZshComplete

from claimlint.cli.terminal import put

SHELLS = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@click.command("completion")
@click.argument("shell", type=click.Choice(list(SHELLS)))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell: `claimlint completion bash >> ~/.bashrc`."""
    make = SHELLS[shell]
    put([make(ctx.find_root().command, {}, "claimlint", "_CLAIMLINT_COMPLETE").source() + "\n"])
