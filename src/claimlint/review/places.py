"""Where the files of a review stand: beside the copy or above it, and how paths are written in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from claimlint.files import folder_of
from claimlint.readers.globs import is_folder

APPROVALS, BASELINE, ANSWERS = ".claimlint-allow.yaml", ".claimlint-baseline.json", ".claimlint-audit.json"
"""The names by which the files of a review are found."""


def located(path: str) -> Path:
    """Give the true place of a shown path; a file that is a link keeps its own name."""
    folder, name = os.path.split(path)
    return Path(os.path.realpath(folder or "."), name)


def written(place: Path, folder: Path) -> str:
    """Write a true place as files of a review in `folder` do: relative, with "/", alike on every system."""
    try:
        path = os.path.relpath(place, folder)
    except ValueError:  # another drive
        path = str(place)
    return Path(path).as_posix()


def shown(place: Path) -> str:
    """Give a path for the screen: from the current folder where the file is in it, else in full."""
    here = Path.cwd()
    return (place.relative_to(here) if place.is_relative_to(here) else place).as_posix()


def upward(folder: Path) -> Iterator[Path]:
    """Give a true folder and those above it, up to the top of its repository.

    Without a repository the current folder is the top where it holds `folder`, else `folder` itself: a file that
    somebody left further up has no say.
    """
    above = [folder, *folder.parents]
    here = Path.cwd()
    top = next((place for place in above if _is_repository(place)), here if here in above else folder)
    yield from above[: above.index(top) + 1]


def nearest(name: str, folder: Path) -> Path | None:
    """Give the file of that name in a folder or nearest above it."""
    return next((place / name for place in upward(folder) if os.path.lexists(place / name)), None)


def near(name: str) -> Callable[[str], Path | None]:
    """Give what gives the file of that name beside a path or nearest above it, where there is one."""

    @cache
    def in_folder(folder: str) -> Path | None:
        return nearest(name, Path(os.path.realpath(folder or ".")))

    return lambda path: in_folder(folder_of(path))


def default(name: str, paths: Iterable[str]) -> Path:
    """Give the file of that name which stands nearest to all `paths`, or where it is to be made: at the top."""
    folder = common(paths)
    return nearest(name, folder) or [*upward(folder)][-1] / name


def common(paths: Iterable[str]) -> Path:
    """Give the folder that holds all paths; the current one where they have none in common."""
    named = (located(path.partition("*")[0] or ".") for path in paths if path != "-")
    folders = [place if is_folder(str(place)) else place.parent for place in named]
    try:
        return Path(os.path.realpath(os.path.commonpath(folders or [Path.cwd()])))
    except ValueError:  # several drives
        return Path.cwd()


def _is_repository(place: Path) -> bool:
    return os.path.lexists(place / ".git")
