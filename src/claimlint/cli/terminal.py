"""What commands say to the terminal and write, and the exit status that they leave."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
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
    """Write a line to standard error, if that can be."""
    with suppress(OSError):
        sys.stderr.write(f"{message}\n")
        sys.stderr.flush()


def printable(text: str) -> str:
    """Give text with everything a terminal would obey made visible; line breaks stay."""
    return "".join(char if char.isprintable() or char == "\n" else ascii(char)[1:-1] for char in text)


def put(pieces: Iterable[str]) -> None:
    """Write text to standard output, whatever its encoding can hold. Ends with status 2 where that fails."""
    stream = sys.stdout
    encoding = stream.encoding or "utf-8"
    _written(stream.flush)
    for piece in pieces:
        _written(partial(stream.buffer.write, piece.encode(encoding, "backslashreplace")))
    _written(stream.flush)


def _written(write: Callable[[], object]) -> None:
    """Write to standard output; end quietly when the reader has gone, else with the reason."""
    try:
        write()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is still to be flushed
        if isinstance(error, BrokenPipeError):
            sys.exit(TROUBLE)
        fail(f"standard output cannot be written: {error.strerror}; make room there, or send it elsewhere")


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
