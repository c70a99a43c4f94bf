"""Globs of a settings file, read as .gitignore reads its patterns, relative to the folder of the file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimlint.readers.gitignore import Ignore


class Globs:
    """Some globs of one folder. Like those of .gitignore they hold a folder with all that is in it."""

    def __init__(self, globs: Iterable[str] = ()) -> None:
        kept = tuple(globs)
        self._ignore = _read(kept) if kept else None

    def __bool__(self) -> bool:
        return bool(self._ignore and self._ignore.patterns)

    def hold(self, path: bytes, *, is_folder: bool = False) -> bool:
        """Tell whether a path, or a folder above it, fits."""
        return bool(path and self._ignore and self._ignore.holds(path, is_folder=is_folder))


NO_GLOBS = Globs()


def _read(globs: Iterable[str]) -> Ignore:
    from claimlint.readers.gitignore import Ignore  # most runs have no globs

    return Ignore.parse(b"", b"\n".join(map(os.fsencode, globs)))


def fault_of(glob: str, *, may_readmit: bool) -> str | None:
    """Say what is wrong with a glob that can hold nothing."""
    patterns = _read((glob,)).patterns
    if len(patterns) != 1:
        return f"{glob!r} can fit no path; write a glob such as 'reviews/**' or '*.json'"
    if patterns[0].readmits and not may_readmit:
        return f"{glob!r} begins with '!', which only `exclude` and `include` read; write what it should fit"
    return None


def whole_path(path: str | Path) -> Path:
    """Give a path from the root, without following links: a file counts where it is shown."""
    return Path(os.path.normpath(Path.cwd() / path))


def path_inside(folder: Path, path: str) -> bytes:
    """Give a path from a folder, or from the root where it is not in the folder; of the folder itself, nothing."""
    whole, home = str(whole_path(path)), str(folder)
    home = home if home.endswith(os.sep) else home + os.sep
    inside = "" if whole + os.sep == home else whole.removeprefix(home).lstrip(os.sep)
    return os.fsencode(inside.replace(os.sep, "/"))
