"""Files: written so that nobody ever sees half of one, and told by their state from what they were."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

SETTLED = 2_000_000_000
"""Nanoseconds after which a file can be told by its times: two changes within one tick of the clock look like one."""


def folder_of(path: str) -> str:
    """Give a path without its name, nothing where that is all of it; quickly, for a catalog has many files."""
    return path[: path.rfind("/") + 1] if os.sep == "/" else os.path.split(path)[0]


def state_of(info: os.stat_result) -> str:
    """Give what changes where a file does: its size, times and number on the disk.

    So do `make` and `git`: only a file of the same size whose times were set back by hand is taken for unchanged, and
    on Unix not even that, for there nobody sets the time of the last change of state.
    """
    return f"{info.st_size} {info.st_mtime_ns} {info.st_ctime_ns} {info.st_ino} {info.st_dev}"


def last_change(info: os.stat_result) -> int:
    """Give the time at which a file or its state was last changed, in nanoseconds."""
    return max(info.st_mtime_ns, info.st_ctime_ns)


def is_settled(change: int, read: int) -> bool:
    """Tell whether what was last changed at one time and read at another can be told by its state from then on."""
    return change < read - SETTLED


def replace_file(path: Path, content: Iterable[bytes], mode: int) -> None:
    """Put content in the place of a file, at once or not at all. Raises OSError where that fails."""
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    try:  # who is interrupted while the file is made must know its name, which `tempfile` tells too late
        with open(beside, "xb", opener=_for_this_user) as file:
            file.writelines(content)
        beside.chmod(mode)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _for_this_user(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
