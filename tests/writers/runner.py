"""What the runner of GitHub Actions reads in the log of a step.

It follows the runner's sources, `ActionCommand.cs` and `ActionCommandManager.cs` of github.com/actions/runner, in a
stored copy read on 2026-11-26.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

NAMES = frozenset(
    "add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output "
    "stop-commands warning".split()
)
LINE_END = re.compile(r"\r\n?|\n")
IN_DATA = {"%0D": "\r", "%0A": "\n", "%25": "%"}
IN_PROPERTIES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
IN_OLDER_FORM = {"%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]", "%25": "%"}


class Command(NamedTuple):
    """An order to the runner, its properties and data unescaped."""

    name: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> list[Command]:
    """Give the commands of a log; a line is one or none."""
    return [command for line in LINE_END.split(log) if (command := _newer(line) or _older(line))]


def place(command: Command) -> dict[str, int]:
    """Give the lines and columns that the runner lets stand: no end before its start, columns on one line only."""
    told = {name: int(command.properties.get(name, 0)) for name in ("line", "endLine", "col", "endColumn")}
    if told["line"] != told["endLine"] or told["endColumn"] < told["col"]:
        told |= {"col": 0, "endColumn": 0}
    if told["endLine"] < told["line"]:
        told |= {"line": 0, "endLine": 0}
    return {name: number for name, number in told.items() if number}


def _newer(line: str) -> Command | None:
    """Read `::name key=value,key=value::data`."""
    head, mark, data = line.lstrip()[2:].partition("::")
    return _command(head, data, ",", IN_PROPERTIES, IN_DATA) if line.lstrip().startswith("::") and mark else None


def _older(line: str) -> Command | None:
    """Read `##[name key=value;key=value]data`, which may stand anywhere in a line."""
    head, mark, data = line.partition("##[")[2].partition("]")
    return _command(head, data, ";", IN_OLDER_FORM, IN_OLDER_FORM) if mark else None


def _command(
    head: str, data: str, border: str, in_properties: Mapping[str, str], in_data: Mapping[str, str]
) -> Command | None:
    name, _, rest = head.partition(" ")
    if name.lower() not in NAMES:
        return None
    pairs = (pair.lstrip("=").partition("=") for pair in rest.strip().split(border))
    values = {key: _unescaped(value.lstrip("="), in_properties) for key, _, value in pairs if value.strip("=")}
    return Command(name, values, _unescaped(data, in_data))


def _unescaped(text: str, codes: Mapping[str, str]) -> str:
    for code, char in codes.items():
        text = text.replace(code, char)
    return text
