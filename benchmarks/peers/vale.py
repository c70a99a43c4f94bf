"""Vale with a style that has a file for each rule, if its program is on PATH."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

from peers.peer import Line, Peer

CONFIG = ".vale.ini"
SETTINGS = "StylesPath = styles\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = Claims\n"


def version() -> str | None:
    """Give the version of the program."""
    if not (program := shutil.which("vale")):
        return None
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    number = re.search(r"\d[\d.]+", told)
    return number.group() if number else told.strip()


def prepare(lines: list[Line], folder: Path) -> None:
    """Write the style (as JSON, which is YAML), and the configuration that names it."""
    (folder / CONFIG).write_text(SETTINGS, encoding="utf-8")
    style = folder / "styles" / "Claims"
    style.mkdir(parents=True)
    expressions = defaultdict(list)
    for rule, regex, _ in lines:
        expressions[rule].append(regex)
    for rule, found in expressions.items():
        form = {"extends": "existence", "message": "'%s'", "level": "error", "ignorecase": True, "nonword": True}
        (style / f"{rule}.yml").write_text(json.dumps({**form, "tokens": found}), encoding="utf-8")


def command(folder: Path, path: Path) -> list[str]:
    """Check a file or folder."""
    return ["vale", "--config", str(folder / CONFIG), "--output", "line", str(path)]


PEER = Peer("Vale", "as expressions", 0.003, version, prepare, command, grows=True)
