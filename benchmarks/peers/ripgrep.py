"""ripgrep with a file of expressions, matched as ASCII, its limits raised so that they fit."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from peers.peer import Line, Peer

EXPRESSIONS = "expressions.txt"


def program() -> str | None:
    """Give the path of the program: beside this Python, else wherever the shell finds it."""
    return shutil.which("rg", path=str(Path(sys.executable).parent)) or shutil.which("rg")


def version() -> str | None:
    """Give the version of the program."""
    if not (found := program()):
        return None
    told = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
    number = re.search(r"[\d.]+", told)
    return number.group() if number else told


def prepare(lines: list[Line], folder: Path) -> None:
    """Write the expressions, one a line."""
    (folder / EXPRESSIONS).write_text("".join(f"{regex}\n" for _, regex, _ in lines), encoding="utf-8")


def command(folder: Path, path: Path) -> list[str]:
    """Print every match in a file or folder with its line and column."""
    limits = ["--regex-size-limit", "10G", "--dfa-size-limit", "2G"]
    how = ["--no-unicode", "--ignore-case", "--no-config", "--vimgrep", "--only-matching", *limits]
    return [program() or "rg", *how, "--file", str(folder / EXPRESSIONS), str(path)]


PEER = Peer("ripgrep", "as expressions", 0.1, version, prepare, command, grows=True)
