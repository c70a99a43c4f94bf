"""What a terminal is told while a long run reads on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

from claimlint.cli.terminal import printable
from claimlint.findings import Found

PATIENCE, PAUSE = 2.0, 0.2
"""Seconds before the first word of progress, and between two of them."""
LONGEST_PATH = 40
CLEAR = "\r\x1b[K"
Item = TypeVar("Item")


def watched(parts: Iterable[Found], stream: TextIO, clock: Callable[[], float] = time.monotonic) -> Iterator[Found]:
    """Hand on what is found, and tell a terminal of a run that takes long how far it has come."""
    sentences, files = 0, set[str]()

    def progress(part: Found) -> str:
        nonlocal sentences
        files.add(part.path)
        sentences += part.file.sentences if part.file else 0
        return f"{sentences:,} sentences of {len(files):,} files read, now {_short(part.path)}"

    return told(parts, progress, stream, clock)


def told(
    items: Iterable[Item], progress: Callable[[Item], str], stream: TextIO, clock: Callable[[], float] = time.monotonic
) -> Iterator[Item]:
    """Hand items on, and tell a terminal of a run that takes long what `progress` says after each."""
    if not stream.isatty():
        yield from items
        return
    due = clock() + PATIENCE
    is_told = False
    try:
        for item in items:
            yield item
            so_far = progress(item)
            if clock() >= due:
                stream.write(f"{CLEAR}{so_far}")
                stream.flush()
                is_told, due = True, clock() + PAUSE
    finally:  # also where the run is stopped
        if is_told:
            stream.write(CLEAR)
            stream.flush()


def _short(path: str) -> str:
    shown = printable(path).replace("\n", "?")
    return shown if len(shown) <= LONGEST_PATH else f"…{shown[1 - LONGEST_PATH :]}"
