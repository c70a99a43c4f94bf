"""Outputs kept in files; run the tests with UPDATE_GOLDEN=1 to write them anew, then read the difference."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def kept(name: str, output: str) -> str:
    """Give the kept output of that name, first writing it anew where that is asked for."""
    file = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN") == "1":
        file.write_bytes(output.encode())
    return file.read_bytes().decode()
