"""Globs such as "copy/**/*.txt" that the shell did not expand."""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath

from claimlint.findings import NotChecked
from claimlint.readers.folders import join, leads_to_folder
from claimlint.readers.source import why

MAGIC = "*?["
DEEP = "**"

Wanted = Callable[[os.DirEntry[str]], bool]
Tell = Callable[[NotChecked], None]


def is_glob(path: str) -> bool:
    """Tell whether a path holds signs that stand for other names."""
    return any(sign in path for sign in MAGIC)


def expand(pattern: str) -> list[str | NotChecked]:
    """Give the files and folders a glob names, in order, and the folders that cannot be listed.

    `**` stands for folders at any depth. Hidden names are named only by a part that begins with a dot, and links to
    folders are not followed by `**`. Folders are left out where `**` gives their files anyway.
    """
    parts = PurePath(pattern).parts
    unlisted: list[str | NotChecked] = []
    found = [""]
    for i, part in enumerate(parts):
        wanted = _is_any if i == len(parts) - 1 else leads_to_folder
        names = [path for folder in found for path in _named(folder, part, wanted, unlisted.append)]
        found = list(dict.fromkeys(names))
    if DEEP in parts:
        found = [path for path in found if not is_folder(path)]
    return [*found, *unlisted]


def _named(folder: str, part: str, wanted: Wanted, tell: Tell) -> Iterator[str]:
    if part == DEEP:
        for below in _below(folder, tell):
            yield from _matching(below, "*", wanted, tell) if wanted is _is_any else [below]
    elif is_glob(part):
        yield from _matching(folder, part, wanted, tell)
    else:
        path = join(folder, part)
        if os.path.lexists(path):
            yield path


def _below(folder: str, tell: Tell) -> Iterator[str]:
    """Give a folder and all folders in it, at any depth."""
    ahead = [folder]
    while ahead:
        place = ahead.pop()
        yield place
        ahead.extend(reversed(_matching(place, "*", lambda entry: entry.is_dir(follow_symlinks=False), tell)))


def _matching(folder: str, part: str, wanted: Wanted, tell: Tell) -> list[str]:
    fits = re.compile(fnmatch.translate(part)).match
    try:
        with os.scandir(folder or ".") as entries:
            met = [entry for entry in entries if fits(entry.name) and wanted(entry)]
    except OSError as error:
        tell(NotChecked(folder or ".", why(folder or ".", error)))
        return []
    shown = sorted(entry.name for entry in met if part[0] == "." or entry.name[0] != ".")
    return [join(folder, name) for name in shown]


def _is_any(_: os.DirEntry[str]) -> bool:
    return True


def is_folder(path: str) -> bool:
    """Tell whether a path names a folder that can be looked at."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False
