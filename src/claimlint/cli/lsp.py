"""`claimlint lsp`: serve an editor over standard input and output."""

from __future__ import annotations

import sys
from importlib.util import find_spec

import click

from claimlint.cli.terminal import fail


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="What many editors say; there is no other way.")
def command(stdio: bool) -> None:
    """Serve an editor: findings as one types, why and law on pointing at them, safer wording as quick fixes.

    Speaks the Language Server Protocol over standard input and output; docs/editors.md tells how to set up editors.
    """
    if not find_spec("pygls"):
        fail("lsp needs the editor extra: pip install 'cosmetic-claimlint[editor]'")
    from claimlint.editor.server import serve

    sys.exit(serve())
