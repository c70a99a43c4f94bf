"""Options and outcomes that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from claimlint.files import replace_file

Command = TypeVar("Command", bound=Callable[..., Any])

FINDINGS = 1
TROUBLE = 2


def patterns_option(command: Command) -> Command:
    """Add --patterns."""
    return click.option(
        "--patterns", "patterns", multiple=True, metavar="DIR", type=click.Path(path_type=Path),
        help="A folder of your own packs, laid over the shipped one (repeatable).",
    )(command)  # fmt: skip


def _laws(context: click.Context, option: click.Parameter, names: str | None) -> tuple[str, ...] | None:
    laws = tuple(name.strip() for name in (names or "").split(",") if name.strip())
    if names is not None and not laws:
        raise click.BadParameter(f"{names!r} names no law; write it as in: --law us")
    return laws or None


law_option = click.option(
    "--law", "laws", metavar="LAW[,LAW]", callback=_laws, help="Under which laws to read (default: us)."
)  # fmt: skip


def fail(message: str) -> NoReturn:
    """End with status 2 and a message on standard error."""
    click.echo(f"claimlint: {printable(message)}", err=True)
    sys.exit(TROUBLE)


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
