"""Where packs lie and what files they have."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from claimlint.errors import PackError
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
    return map(Path, _paths(folder))


def _paths(folder: Path) -> Iterator[str]:
    """Give the files as plain strings: there are hundreds, and every run asks for them."""
    for part in PARTS:
        walk = os.walk(folder / part)
        yield from sorted(
            os.path.join(place, name) for place, _, names in walk for name in names if name.endswith(".yaml")
        )


def info(folder: Path) -> PackInfo:
    """Identify a pack by name, version and content. Raises PackError where the folder holds no pack."""
    digest = hashlib.sha256()
    found = False
    inside = len(str(folder)) + 1
    for path in _paths(folder):
        found = True
        with open(path, "rb", buffering=0) as file:
            content = file.read()
        digest.update(f"{path[inside:].replace(os.sep, '/')}\0{len(content)}\0".encode())
        digest.update(content)
    if not found:
        wanted = ", ".join(f"{part}/" for part in PARTS)
        raise PackError([f"{folder}:1: (folder): holds no pack; put YAML files into {wanted}"])
    own = folder == shipped()
    return PackInfo("claimlint" if own else folder.name, __version__ if own else "0", digest.hexdigest())
