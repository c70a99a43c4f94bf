"""Files that are kept from run to run: a mark that tells a whole one from a damaged one, a line, and what follows it."""

from __future__ import annotations

import zlib
from contextlib import suppress
from pathlib import Path

from claimlint.files import replace_file


def read(file: Path) -> tuple[bytes, bytes] | None:
    """Give the line and what follows it; none where the file is not there or not whole."""
    with suppress(OSError), file.open("rb") as stream:
        mark = stream.readline()
        line = stream.readline()
        rest = stream.read()
        if mark == _mark(line, rest):
            return line[:-1], rest
    return None


def write(file: Path, line: bytes, rest: bytes) -> None:
    """Keep a line and what follows it, for this user only; where that cannot be it is done without."""
    line += b"\n"
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, (_mark(line, rest), line, rest), 0o600)


def _mark(line: bytes, rest: bytes) -> bytes:
    return b"%08x\n" % zlib.crc32(rest, zlib.crc32(line))
