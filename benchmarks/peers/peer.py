"""What every other tool looks like to the benchmark, and how those that are Python libraries are run as a process."""

from __future__ import annotations

import importlib.metadata
import json
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
"""The folder of the benchmark, where what is installed or compiled once is kept."""
PART = "checked in"
"""What the line begins with in which a process tells how long checking took, without its start."""
RULES = "rules.json"
Find = Callable[[str], Iterable[object]]
Token = dict[str, object]
Line = tuple[str, str, list[Token]]
"""A translated sequence: rule id, regular expression, tokens."""


@dataclass(frozen=True)
class Peer:
    """Another tool.

    `version` gives none where it is not installed. `prepare` writes, to a folder, what the tool needs of translated
    rules, and is not timed, as the tool could keep it. `command` checks a file or folder with what is in such a folder.
    `share` is how much of the copy the tool gets, so that a run ends within the minute. What `grows` is also measured with
    more rules; what `starts_slowly` only on a label and on one file.
    """

    name: str
    rules: str
    share: float
    version: Callable[[], str | None]
    prepare: Callable[[list[Line], Path], None]
    command: Callable[[Path, Path], list[str]]
    grows: bool = False
    starts_slowly: bool = False


def write_rules(lines: list[Line], folder: Path) -> None:
    """Write translated rules as they are, for the tools that are libraries."""
    (folder / RULES).write_text(json.dumps(lines), encoding="utf-8")


def read_rules(folder: Path) -> list[Line]:
    """Give the rules that `write_rules` wrote."""
    return [(rule, regex, tokens) for rule, regex, tokens in json.loads((folder / RULES).read_text(encoding="utf-8"))]


def library(distribution: str, module: str) -> tuple[Callable[[], str | None], Callable[[Path, Path], list[str]]]:
    """Give the version of a library, and the command that runs the adapter in `peers.<module>` as a process."""

    def version() -> str | None:
        try:
            return importlib.metadata.version(distribution)
        except importlib.metadata.PackageNotFoundError:
            return None

    def command(folder: Path, path: Path) -> list[str]:
        return [sys.executable, "-m", f"peers.{module}", str(folder), str(path)]

    return version, command


def run(start: Callable[[Path], Find]) -> None:
    """Check the file or folder that is named second with what was prepared in the first, and tell the time it took."""
    folder, path = map(Path, sys.argv[1:])
    find = start(folder)
    began = time.perf_counter()
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        for found in find(file.read_text(encoding="utf-8")):
            print(f"{file}: {found}")
    print(PART, time.perf_counter() - began)
