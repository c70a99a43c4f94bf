"""textlint with textlint-rule-prh, as npm installs them in the benchmark's cache folder."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from peers.peer import Line, Peer, kept

PACKAGES = ("textlint@15", "textlint-rule-prh@6")
CONFIG, RULES = "textlint.json", "prh.yml"


def home() -> Path:
    """Give the folder that npm installs to."""
    return kept() / "npm"


def install() -> str:
    """Install it; give what went wrong, or nothing."""
    if not shutil.which("npm"):
        return "textlint: there is no npm on PATH"
    home().mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["npm", "install", "--prefix", str(home()), *PACKAGES], capture_output=True, text=True)
    return f"textlint: {done.stderr.strip()}" if done.returncode else ""


def version() -> str | None:
    """Give the version that is installed."""
    told = home() / "node_modules" / "textlint" / "package.json"
    rule = home() / "node_modules" / "textlint-rule-prh"
    if not told.exists() or not rule.exists() or not shutil.which("node"):
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
    program = home() / "node_modules" / "textlint" / "bin" / "textlint.js"
    where = ["--rules-base-directory", str(home() / "node_modules"), "--config", str(folder / CONFIG)]
    return ["node", str(program), *where, "--format", "unix", str(path)]


PEER = Peer("textlint + prh", "the same, as expressions", 0.003, version, prepare, command)
