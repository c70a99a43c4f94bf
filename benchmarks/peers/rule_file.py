"""The translated rules as they stand in the folder of a peer."""

from __future__ import annotations

import json
from pathlib import Path

from peers.peer import Line

NAME = "rules.json"


def write(lines: list[Line], folder: Path) -> None:
    """Write translated rules."""
    (folder / NAME).write_text(json.dumps(lines), encoding="utf-8")


def read(folder: Path) -> list[Line]:
    """Give the rules that `write` wrote."""
    return [(rule, regex, tokens) for rule, regex, tokens in json.loads((folder / NAME).read_text(encoding="utf-8"))]
