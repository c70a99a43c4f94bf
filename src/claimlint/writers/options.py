"""How a report is to be shown, and what a terminal asks for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import TextIO

from claimlint.document import Document
from claimlint.findings import Level, NotChecked

NARROWEST, USUAL, WIDEST = 40, 80, 120
"""Columns: below the first nothing reads well, above the last the eye loses the line."""


ReadAgain = Callable[[str], Iterable[Document | NotChecked]]
"""Reads a checked file once more, by its shown path; gives nothing where that cannot be."""


class Options:
    """How to show a report: in colour, in how many columns, with or without what was dismissed.

    `fail_on` is the level from which a finding fails the run, `root` the folder that paths are told from. `read` reads a
    file again for outputs that show all of its copy.
    """

    def __init__(
        self, *, color: bool = False, width: int = USUAL, considered: bool = False, fail_on: Level = "error",
        root: str = "", read: ReadAgain | None = None,
    ) -> None:  # fmt: skip
        if width < NARROWEST:
            raise ValueError(f"width is {width}; give at least {NARROWEST} columns")
        self.color = color
        self.width = width
        self.considered = considered
        self.fail_on = fail_on
        self.root = root
        self.read = read


def terminal_options(stream: TextIO, environ: Mapping[str, str]) -> Options:
    """Give the options that suit `stream`: colour where it is welcome, its width within what reads well."""
    width = _columns(stream, environ)
    return Options(color=_wants_color(stream, environ), width=min(max(width, NARROWEST), WIDEST))


def _wants_color(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Judge in the order Python itself uses: NO_COLOR, FORCE_COLOR, TERM, then the stream."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return environ.get("TERM") != "dumb" and stream.isatty()


def _columns(stream: TextIO, environ: Mapping[str, str]) -> int:
    """Read the width as `shutil.get_terminal_size` does, but of this stream and without loading shutil."""
    wished = environ.get("COLUMNS", "")
    if wished.isascii() and wished.isdigit() and int(wished):
        return int(wished)
    try:
        return os.get_terminal_size(stream.fileno()).columns or USUAL
    except (OSError, ValueError):  # a pipe, a file, a stream without a descriptor
        return USUAL
