"""`claimlint completion`: what a shell reads to complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from claimlint.cli.shared import put


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell: `claimlint completion bash >> ~/.bashrc`."""
    made = get_completion_class(shell)
    assert made
    put(made(ctx.find_root().command, {}, "claimlint", "_CLAIMLINT_COMPLETE").source() + "\n")
