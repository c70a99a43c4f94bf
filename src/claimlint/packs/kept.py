"""Files that are kept from run to run: a mark that tells a whole one from a damaged one, and what follows it."""

from __future__ import annotations

import zlib
from contextlib import suppress
from pathlib import Path

from claimlint.files import replace_file


def read(file: Path) -> bytes | None:
    """Give what is kept; none where the file is not there or not whole."""
    with suppress(OSError), file.open("rb") as stream:
        mark = stream.readline()
        content = stream.read()
        if mark == _mark(content):
            return content
    return None


def write(file: Path, content: bytes) -> None:
    """Keep bytes, for this user only; where that cannot be it is done without."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, (_mark(content), content), 0o600)


def _mark(content: bytes) -> bytes:
    return b"%08x\n" % zlib.crc32(content)
