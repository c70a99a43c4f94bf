"""proselint with its own checks of style, which cannot be replaced: not the same rules, shown for scale."""

from __future__ import annotations

import sys
from pathlib import Path

from peers.peer import Line, Peer, library


def prepare(lines: list[Line], folder: Path) -> None:
    """Write nothing: it takes no rules of others."""


def command(folder: Path, path: Path) -> list[str]:
    """Check a file or folder with the checks it has."""
    return [sys.executable, "-m", "proselint", "check", "--output-format", "compact", str(path)]


PEER = Peer("proselint", "its own instead", 0.1, library("proselint", "")[0], prepare, command)
