"""Where packs lie and what files they have."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from operator import attrgetter
from pathlib import Path

from claimlint.errors import PackError
from claimlint.files import last_change, state_of
from claimlint.findings import PackInfo
from claimlint.version import __version__

PARTS = ("terms", "cues", "claims", "law")


def shipped() -> Path:
    """Give the folder of the shipped pack: inside the package, or beside `src` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "patterns"
    return inside if inside.is_dir() else package.parents[1] / "patterns"


def files(folder: Path) -> Iterator[Path]:
    """Give the YAML files of a pack, in a fixed order."""
    return (Path(entry.path) for entry in _entries(folder))


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Give the files as the system lists them: there are hundreds, and every run asks for them."""
    for part in PARTS:
        yield from sorted(_below(os.path.join(folder, part)), key=attrgetter("path"))


def _below(place: str) -> Iterator[os.DirEntry[str]]:
    with suppress(OSError), os.scandir(place) as entries:
        for entry in entries:
            if not entry.is_dir():
                if entry.name.endswith(".yaml"):
                    yield entry
            elif not entry.is_symlink():
                yield from _below(entry.path)


def state(folder: Path) -> tuple[str, int]:
    """Give the files of a pack with size, times and number on the disk, and the latest of these times, in nanoseconds."""
    lines, latest = [str(folder)], 0
    for entry in _entries(folder):
        found = entry.stat()
        lines.append(f"{entry.path} {state_of(found)}")
        latest = max(latest, last_change(found))
    return "\n".join(lines), latest


def info(folder: Path) -> PackInfo:
    """Identify a pack by name, version and content. Raises PackError where the folder holds no pack."""
    import hashlib  # it loads a large library, and what is known by its state needs none

    digest = hashlib.sha256()
    found = False
    inside = len(str(folder)) + 1
    for entry in _entries(folder):
        found = True
        with open(entry.path, "rb", buffering=0) as file:
            content = file.read()
        digest.update(f"{entry.path[inside:].replace(os.sep, '/')}\0{len(content)}\0".encode())
        digest.update(content)
    if not found:
        wanted = ", ".join(f"{part}/" for part in PARTS)
        raise PackError([f"{folder}:1: (folder): holds no pack; put YAML files into {wanted}"])
    return named(folder, digest.hexdigest())


def named(folder: Path, sha256: str) -> PackInfo:
    """Identify a pack whose content is known."""
    own = folder == shipped()
    return PackInfo("claimlint" if own else folder.name, __version__ if own else "0", sha256)
