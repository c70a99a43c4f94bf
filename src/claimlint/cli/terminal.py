"""What commands say to the terminal and write, and the exit status that they leave."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from claimlint.files import replace_file

FINDINGS = 1
TROUBLE = 2
INTERRUPTED = 130
"""The exit status that shells give to what was stopped by Ctrl-C."""


def fail(message: str) -> NoReturn:
    """End with status 2 and a message on standard error."""
    tell(f"claimlint: {printable(message)}")
    sys.exit(TROUBLE)


def tell(message: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(f"{message}\n")
    sys.stderr.flush()


def printable(text: str) -> str:
    """Give text with everything a terminal would obey made visible; line breaks stay."""
    return "".join(char if char.isprintable() or char == "\n" else ascii(char)[1:-1] for char in text)


def put(pieces: Iterable[str]) -> None:
    """Write text to standard output, whatever its encoding can hold; end quietly when the reader has gone."""
    stream = sys.stdout
    encoding = stream.encoding or "utf-8"
    try:
        stream.flush()
        for piece in pieces:
            stream.buffer.write(piece.encode(encoding, "backslashreplace"))
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        sys.exit(TROUBLE)


def save(path: Path, pieces: Iterable[str], option: str = "--output") -> None:
    """Write the text file that an option names, at once or not at all. Ends with status 2 where that fails."""
    save_bytes(path, (piece.encode("utf-8") for piece in pieces), option)


def save_bytes(path: Path, content: Iterable[bytes], option: str = "--output") -> None:
    """Write the file that an option names, at once or not at all. Ends with status 2 where that fails."""
    try:
        replace_file(path, content, 0o666 & ~_umask())
    except OSError as error:
        fail(f"{option} {path}: cannot be written: {error.strerror}; name a file in a folder that exists")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
