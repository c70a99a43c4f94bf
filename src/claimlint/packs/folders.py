"""Where packs lie and what files they have."""

from __future__ import annotations

import hashlib
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
    for part in PARTS:
        yield from sorted((folder / part).rglob("*.yaml"))


def info(folder: Path) -> PackInfo:
    """Identify a pack by name, version and content. Raises PackError where the folder holds no pack."""
    digest = hashlib.sha256()
    found = False
    for path in files(folder):
        found = True
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    if not found:
        wanted = ", ".join(f"{part}/" for part in PARTS)
        raise PackError([f"{folder}:1: (folder): holds no pack; put YAML files into {wanted}"])
    own = folder == shipped()
    return PackInfo("claimlint" if own else folder.name, __version__ if own else "0", digest.hexdigest())
