"""Tell packs by their content, without reading again what has not been touched since it was read."""

import os
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from claimlint.files import is_settled
from claimlint.findings import PackInfo
from claimlint.packs import folders, kept


class Identity(NamedTuple):
    """Which packs these are, and a key that is made of the content of them all."""

    key: str
    infos: tuple[PackInfo, ...]


def identify(places: Sequence[Path], salt: str) -> Identity:
    """Read all packs; `salt` also goes into the key. Raises PackError where a folder holds no pack."""
    import hashlib

    infos = tuple(map(folders.info, places))
    parts = [salt, *(info.sha256 for info in infos)]
    return Identity(hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32], infos)


def remember(places: Sequence[Path], salt: str, cache: Path) -> Identity:
    """Give what `identify` gives, from the cache where no file has another state than when it was last read."""
    states, latest = zip(*map(folders.state, places), strict=True)
    state = os.fsencode("\0".join((salt, *states)))
    file = cache / f"{zlib.crc32(os.fsencode(':'.join(map(str, places)))):08x}.packs"
    line, _, known = (kept.read(file) or b"").partition(b"\n")
    if known == state:
        key, *hashes = line.decode().split()
        return Identity(key, tuple(map(folders.named, places, hashes)))
    identity = identify(places, salt)
    if is_settled(max(latest), time.time_ns()):
        line = " ".join([identity.key, *(info.sha256 for info in identity.infos)]).encode()
        kept.write(file, line + b"\n" + state)
    return identity
