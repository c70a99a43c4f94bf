"""textlint with textlint-rule-prh, as `npm install --prefix benchmarks` installs them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from peers.peer import HOME, Line, Peer

MODULES = HOME / "node_modules"
CONFIG, RULES = "textlint.json", "prh.yml"


def version() -> str | None:
    """Give the version that is installed."""
    told = MODULES / "textlint" / "package.json"
    if not told.exists() or not shutil.which("node"):
        return None
    return str(json.loads(told.read_text(encoding="utf-8"))["version"])


def prepare(lines: list[Line], folder: Path) -> None:
    """Write a dictionary of prh (as JSON, which is YAML), and the configuration that names it."""
    rules = [{"expected": rule, "pattern": f"/{regex.replace('/', '[/]')}/i"} for rule, regex, _ in lines]
    (folder / RULES).write_text(json.dumps({"version": 1, "rules": rules}), encoding="utf-8")
    options = {"rules": {"prh": {"rulePaths": [str(folder / RULES)]}}}
    (folder / CONFIG).write_text(json.dumps(options), encoding="utf-8")


def command(folder: Path, path: Path) -> list[str]:
    """Check a file or folder."""
    program = MODULES / "textlint" / "bin" / "textlint.js"
    where = ["--rules-base-directory", str(MODULES), "--config", str(folder / CONFIG)]
    return ["node", str(program), *where, "--format", "unix", str(path)]


PEER = Peer("textlint + prh", "as expressions", 0.002, version, prepare, command, grows=True)
