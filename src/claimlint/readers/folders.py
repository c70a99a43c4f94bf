"""The text files of a folder, without what .gitignore leaves out."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimlint.findings import NotChecked
from claimlint.readers.formats import FORMATS, suffix_of
from claimlint.readers.source import Source, source_of, why

if TYPE_CHECKING:
    from claimlint.readers.gitignore import Ignore

IGNORE_FILE = ".gitignore"
OWN_FILES = ".claimlint"
"""How the names of this program's own files begin, which quote claims and are no copy."""
LARGEST_IGNORE_FILE = 1_000_000
NO_TEXT = (
    "there is no file in it of a kind that is read, without what .gitignore and the settings leave out: "
    "docs/formats.md lists the kinds; name a file itself to have it read"
)

Leave = Callable[[str, bool], bool]
"""Tells whether a shown path is to be left out, beside what .gitignore says; the flag says that it is a folder."""


def nothing_left_out(path: str, is_folder: bool) -> bool:
    """Leave nothing out."""
    return False


class Spot(NamedTuple):
    """A folder on the way: its shown path, its path from the top of the walk, what is ignored there."""

    path: str
    inside: bytes
    ignores: tuple[Ignore, ...]


Met = Spot | str | NotChecked
"""What a folder holds: another folder, the shown path of a file, what is to be told of."""


def walk(folder: str, leave: Leave = nothing_left_out) -> Iterator[Source | NotChecked]:
    """Give the text files of a folder in order of their names, and what in it cannot be read, but for what is left out."""
    ahead: list[Met] = [_start(folder)]
    is_bare = True
    while ahead:
        met = ahead.pop()
        if isinstance(met, Spot):
            ahead.extend(one for one in reversed(_listed(met, folder)) if not _is_left(one, leave))
        else:
            is_bare = False
            yield _file(met) if isinstance(met, str) else met
    if is_bare:
        yield NotChecked(folder, NO_TEXT)


def _is_left(met: Met, leave: Leave) -> bool:
    return leave(met, False) if isinstance(met, str) else leave(met.path, isinstance(met, Spot))


def _file(path: str) -> Source | NotChecked:
    try:
        return source_of(path, os.stat(path))  # noqa: PTH116 - once for every file of a catalog
    except OSError as error:
        return NotChecked(path, why(path, error))


def _listed(spot: Spot, root: str) -> list[Met]:
    """Give what is to be read in a folder, by name; a folder that cannot be listed is told of."""
    try:
        with os.scandir(spot.path) as listing:
            entries = sorted(listing, key=attrgetter("name"))
        ignores = spot.ignores + _ignores_of(spot, entries)
        spot = spot._replace(ignores=ignores)
        met = [_met(entry, spot, root) for entry in entries]
    except OSError as error:
        return [NotChecked(spot.path, why(spot.path, error))]
    return [one for one in met if one is not None]


def _ignores_of(spot: Spot, entries: Iterable[os.DirEntry[str]]) -> tuple[Ignore, ...]:
    is_there = any(entry.name == IGNORE_FILE for entry in entries)
    return _ignores_in(Path(spot.path), spot.inside) if is_there else ()


def _ignores_in(folder: Path, inside: bytes) -> tuple[Ignore, ...]:
    """Read a .gitignore file; as in git, a link does not count as one. Where it cannot be read, nothing is left out."""
    file = folder / IGNORE_FILE
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return ()
        from claimlint.readers.gitignore import Ignore

        with file.open("rb") as stream:
            return (Ignore.parse(inside, stream.read(LARGEST_IGNORE_FILE)),)
    except OSError:
        return ()


def _met(entry: os.DirEntry[str], spot: Spot, root: str) -> Met | None:
    """Give an entry of a folder if it is to be read or told of."""
    name = entry.name
    is_folder = entry.is_dir(follow_symlinks=False)
    is_text = suffix_of(name) in FORMATS and not name.startswith(OWN_FILES)
    if (is_folder and name.startswith(".")) or not (is_folder or is_text or entry.is_symlink()):
        return None
    if spot.ignores and _is_ignored(spot, name, is_folder=is_folder):
        return None
    path = join(spot.path, name)
    if entry.is_symlink() and leads_to_folder(entry):
        reason = None if name.startswith(".") else _why_not_followed(path, root)
        return NotChecked(path, reason) if reason else None
    if is_folder:
        return Spot(path, _inside(spot, name), spot.ignores)
    return path if is_text or _is_loop(entry) else None


def _inside(spot: Spot, name: str) -> bytes:
    return spot.inside + b"/" * bool(spot.inside) + os.fsencode(name)


def _is_ignored(spot: Spot, name: str, *, is_folder: bool) -> bool:
    from claimlint.readers.gitignore import is_ignored  # most runs have none

    return is_ignored(spot.ignores, _inside(spot, name), is_folder=is_folder)


def join(folder: str, name: str) -> str:
    """Give the shown path of a name in a folder."""
    return name if folder in ("", ".") else f"{folder.rstrip('/')}/{name}"


def leads_to_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a folder or a link to one."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_loop(entry: os.DirEntry[str]) -> bool:
    """Tell whether following a link ends in an error other than a missing target."""
    try:
        entry.is_file()
    except OSError:
        return True
    return False


def _why_not_followed(path: str, root: str) -> str | None:
    """Say why a link to a folder is left alone; None where the walk reads that folder anyway."""
    target, home = Path(path).resolve(), Path(path).parent.resolve()
    if target == home or target in home.parents:
        return "it is a link back to a folder that holds it, and is not followed: take the link away"
    if Path(root).resolve() in target.parents:
        return None
    shown = str(Path(path).readlink())
    return f"it is a link to the folder {shown!r}, and such links are not followed: name that folder itself"


def _start(folder: str) -> Spot:
    """Give the folder itself, with the .gitignore files of the folders above it, up to the top of its repository."""
    home = Path(folder).resolve()
    top = next((place for place in (home, *home.parents) if _is_repository(place)), home)
    inside = home.relative_to(top)
    ignores: tuple[Ignore, ...] = ()
    for place in reversed(home.parents):
        if place == top or top in place.parents:
            ignores += _ignores_in(place, _bytes(place.relative_to(top)))
    return Spot(folder, _bytes(inside), ignores)


def _bytes(inside: Path) -> bytes:
    return b"" if inside == Path() else os.fsencode(inside.as_posix())


def _is_repository(place: Path) -> bool:
    try:
        return (place / ".git").exists()
    except OSError:
        return False
