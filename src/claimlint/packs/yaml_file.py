"""Read one YAML file into plain values that remember their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from claimlint.errors import PackError

Where = tuple["str | int", ...]
LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The values of a file and the line each of them stands on, by its path of keys."""

    path: str
    data: Any
    lines: dict[Where, int]

    def fault(self, where: Where, text: str) -> str:
        """Word a fault with file, line and key."""
        at = where
        while at and at not in self.lines:
            at = at[:-1]
        key = ".".join(map(str, where)) or "(whole file)"
        return f"{self.path}:{self.lines.get(at, 1)}: {key}: {text}"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Build plain types as YAML 1.2 does: "no" is a word and a date is text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def read_yaml(path: Path, shown: str) -> YamlFile:
    """Read a file. Raises PackError where it is no YAML, too large, or uses anchors."""
    try:
        text = path.read_text(encoding="utf-8")
        if len(text) > LARGEST:
            raise PackError(
                [f"{shown}:1: (whole file): {len(text)} characters, at most {LARGEST} are read; split the file"]
            )
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=_Loader)):
            raise PackError(
                [f"{shown}:1: (whole file): uses YAML anchors (&, *), which are not read here; write the value out"]
            )
        node = yaml.compose(text, Loader=_Loader)
        data = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PackError([f"{shown}:{line}: (whole file): not YAML: {error.problem}; mend the line"]) from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise PackError([f"{shown}:1: (whole file): cannot be read: {error}"]) from error
    lines: dict[Where, int] = {}
    twice: list[str] = []
    for where, line in _lines(node, ()) if node is not None else ():
        if where in lines:
            twice.append(f"{shown}:{line}: {'.'.join(map(str, where))}: the key {where[-1]!r} stands twice; keep one")
        lines[where] = line
    if twice:
        raise PackError(twice)
    return YamlFile(shown, data, lines)


def _lines(node: yaml.Node, where: Where) -> Iterator[tuple[Where, int]]:
    """Give the line of each value by its path of keys, the whole first; a key's own line stands for its value."""
    if not where:
        yield where, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*where, str(key.value))
            yield inner, key.start_mark.line + 1
            yield from _lines(value, inner)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield (*where, number), value.start_mark.line + 1
            yield from _lines(value, (*where, number))
