"""TypeScript that holds no JSX, where "<T>" is always a type."""

from __future__ import annotations

from claimlint.readers.formats import Copy, Wishes
from claimlint.readers.script import read_script


def read(text: str, wishes: Wishes) -> Copy:
    """Read a TypeScript file by the rules of a script."""
    return read_script(text, wishes, jsx=False)
