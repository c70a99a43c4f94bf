"""Globs such as "copy/**/*.txt" that the shell did not expand."""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath

from claimlint.findings import NotChecked
from claimlint.readers.folders import join
from claimlint.readers.source import why

MAGIC = re.compile(r"[*?\[]")
DEEP = "**"


def is_glob(path: str) -> bool:
    """Tell whether a path holds signs that stand for other names."""
    return MAGIC.search(path) is not None


def expand(pattern: str) -> list[str | NotChecked]:
    """Give the files and folders a glob names, in order, and the folders that cannot be listed.

    `**` stands for folders at any depth. Hidden names are named only by a part that begins with a dot, and links to
    folders are not followed by `**`. Folders are left out where `**` gives their files anyway.
    """
    parts = PurePath(pattern).parts
    unlisted: list[str | NotChecked] = []
    found = [""]
    for i, part in enumerate(parts):
        is_last = i == len(parts) - 1
        names = [path for folder in found for path in _named(folder, part, is_last, unlisted.append)]
        found = list(dict.fromkeys(names))
    if DEEP in parts:
        found = [path for path in found if not Path(path).is_dir()]
    return [*found, *unlisted]


def _named(folder: str, part: str, is_last: bool, tell: Callable[[NotChecked], None]) -> Iterator[str]:
    if part == DEEP:
        for below in _below(folder, tell):
            yield from _matching(below, "*", tell, folders_only=False) if is_last else [below]
    elif is_glob(part):
        yield from _matching(folder, part, tell, folders_only=not is_last)
    else:
        path = part if not folder else join(folder, part)
        if Path(path).exists() or Path(path).is_symlink():
            yield path


def _below(folder: str, tell: Callable[[NotChecked], None]) -> Iterator[str]:
    """Give a folder and all folders in it, at any depth."""
    ahead = [folder]
    while ahead:
        place = ahead.pop()
        yield place
        inner = [name for name in _matching(place, "*", tell, folders_only=True) if not Path(name).is_symlink()]
        ahead.extend(reversed(inner))


def _matching(folder: str, part: str, tell: Callable[[NotChecked], None], *, folders_only: bool) -> list[str]:
    fits = re.compile(fnmatch.translate(part)).match
    try:
        with os.scandir(folder or ".") as entries:
            met = [entry for entry in entries if fits(entry.name) and (entry.is_dir() or not folders_only)]
    except OSError as error:
        tell(NotChecked(folder or ".", why(folder or ".", error)))
        return []
    shown = sorted(entry.name for entry in met if part[0] == "." or entry.name[0] != ".")
    return [join(folder, name) for name in shown]
