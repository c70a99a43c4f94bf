"""Many paths as .gitignore writes them, and which of them hold a file: plain ones are looked up, without asking each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimlint.readers.gitignore import Ignore

PLAIN = re.compile(r"[^*?\[\\!#\r\n\0\ufeff]*[^*?\[\\!#\s\0\ufeff]")
"""A path in which no sign stands for another, or changes what it means."""


class Paths:
    """Paths seen from one folder; the empty one holds every file."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._patterns = {path: Ignore.parse(b"", _bytes(path)) for path in dict.fromkeys(paths)}
        self._others = [path for path in self._patterns if path and not PLAIN.fullmatch(path)]

    def holding(self, file: str) -> list[str]:
        """Give the paths that hold a file: it itself, or a folder that it is in."""
        near = (path for path in dict.fromkeys(_plain(file)) if path in self._patterns)
        name = _bytes(file)
        return [path for path in (*near, *self._others) if not path or self._patterns[path].holds(name)]


def _plain(file: str) -> Iterator[str]:
    """Give the plain paths that may hold a file."""
    yield ""
    parts = file.split("/")
    for end in range(1, len(parts) + 1):
        for name in (parts[end - 1], "/".join(parts[:end])):
            yield from (name, f"/{name}", f"{name}/", f"/{name}/")


def _bytes(path: str) -> bytes:
    return path.encode("utf-8", "surrogatepass")
