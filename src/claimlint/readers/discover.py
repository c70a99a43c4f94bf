"""From what was named on the command line to the inputs that can be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path, PurePath

from claimlint.findings import NotChecked
from claimlint.readers.folders import Leave, nothing_left_out, walk
from claimlint.readers.globs import expand, is_folder, is_glob
from claimlint.readers.source import STDIN, Source, source_of, why


def discover(
    paths: Sequence[str], stdin_name: str = STDIN, leave: Leave = nothing_left_out
) -> Iterator[Source | NotChecked]:
    """Give every input that files, folders, globs and "-" (standard input) name, each once.

    What cannot be read is given with its reason, and the others go on. Of what folders and globs hold, `leave` tells
    what is left out.
    """
    seen: set[Hashable] = set()
    for path in paths:
        for found in [Source(stdin_name, is_stdin=True)] if path == "-" else _named(path, leave):
            identity = _identity(found)
            if identity not in seen:
                seen.add(identity)
                yield found


def _named(path: str, leave: Leave) -> Iterator[Source | NotChecked]:
    if not path:
        yield NotChecked(path, "an empty path names nothing: name a file, a folder or - for standard input")
    elif not _is_possible(path):
        yield NotChecked(path, "no file can have this name: check how this list of paths was made")
    else:
        yield from _existing(PurePath(path).as_posix(), leave)


def _is_possible(path: str) -> bool:
    """Tell whether the system could have a file of this name."""
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False


def _existing(path: str, leave: Leave) -> Iterator[Source | NotChecked]:
    try:
        info = Path(path).stat()
    except OSError as error:
        if is_glob(path) and not os.path.lexists(path):
            yield from _expanded(path, leave)
        else:
            yield NotChecked(path, why(path, error))
        return
    if stat.S_ISDIR(info.st_mode):
        yield from walk(path, leave)
    else:
        yield source_of(path, info)


def _expanded(pattern: str, leave: Leave) -> Iterator[Source | NotChecked]:
    found = expand(pattern)
    if not found:
        yield NotChecked(pattern, "no file matches this pattern: check the spelling; ** means folders at any depth")
    for path in found:
        if isinstance(path, NotChecked):
            yield path
        elif not leave(path, is_folder(path)):
            yield from _existing(path, leave)


def _identity(found: Source | NotChecked) -> Hashable:
    """Give what two names of one file share. A file with several hard links is known by its path."""
    if isinstance(found, NotChecked) or found.info is None:
        return found
    info = found.info
    return (info.st_dev, info.st_ino) if info.st_nlink == 1 else os.path.realpath(found.path)
