"""One input that can be read, and why another cannot."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from claimlint.errors import NotReadable
from claimlint.files import is_settled, last_change, state_of
from claimlint.findings import NotChecked

LARGEST_FILE = 50_000_000
USUAL_FILE = 65_536
"""Bytes for which room is made at first: to ask for room for the largest file takes longer than to read a usual one."""
CHUNK = 1_000_000
"""Bytes that are read at once of a file which comes line by line."""
STDIN = "<stdin>"

REASONS = {
    errno.EACCES: "permission denied: let this user read it",
    errno.EPERM: "permission denied: let this user read it",
    errno.ELOOP: "it is a link that leads back to itself: name the file it should lead to",
    errno.ENOTDIR: "a part of this path is a file, not a folder: check the spelling",
    errno.EISDIR: "it is a folder now, and was a file before: run again",
    errno.ENAMETOOLONG: "the path is too long for this system: check the spelling",
}
KINDS = (
    (stat.S_ISFIFO, "it is a pipe, not a file: name - to read standard input"),
    (stat.S_ISSOCK, "it is a socket, not a file: save the copy as a file"),
    (stat.S_ISCHR, "it is a device, not a file: name - to read standard input"),
    (stat.S_ISBLK, "it is a device, not a file: save the copy as a file"),
    (stat.S_ISDIR, "it is a folder: name a file"),
)


class Source(NamedTuple):
    """A file, under the path it is shown by; standard input, which may be told the name of a file; or bytes at hand.

    `info` is what the system said of a file when it was found.
    """

    path: str
    is_stdin: bool = False
    data: bytes | None = None
    info: os.stat_result | None = None

    @property
    def is_small(self) -> bool:
        """Tell whether it is a file that is read in one go, however it is cut."""
        return self.info is not None and self.info.st_size <= CHUNK

    def load(self) -> bytes:
        """Give the bytes. Raises NotReadable where they cannot be had or are too many."""
        try:
            with self._open() as stream:
                return _limited(stream)
        except OSError as error:
            raise NotReadable(why(self.path, error)) from error

    def load_known(self) -> tuple[bytes, str]:
        """Give the bytes of a file, and the state by which they can be told again.

        There is none where the file may have changed unseen: since it was found, or within a tick of the clock.
        """
        began = time.time_ns()
        try:
            with open(self.path, "rb") as stream:
                data = _limited(stream)
                info = os.fstat(stream.fileno())
        except OSError as error:
            raise NotReadable(why(self.path, error)) from error
        is_told = self.info and state_of(self.info) == state_of(info) and is_settled(last_change(info), began)
        return data, state_of(info) if is_told else ""

    def chunks(self) -> Iterator[bytes]:
        """Give the bytes in chunks of whole lines, of a file of any size.

        Raises NotReadable where they cannot be had or a line is larger than a whole file may be.
        """
        try:
            with self._open() as stream:
                while chunk := stream.read(CHUNK):
                    chunk += stream.readline(LARGEST_FILE)
                    if len(chunk) > LARGEST_FILE:
                        raise NotReadable(f"a line of it has more than {LARGEST_FILE:,} bytes: break it into lines")
                    yield chunk
        except OSError as error:
            raise NotReadable(why(self.path, error)) from error

    def _open(self) -> AbstractContextManager[BinaryIO]:
        if self.data is not None:
            return BytesIO(self.data)
        return nullcontext(_open_stdin()) if self.is_stdin else open(self.path, "rb")


def _open_stdin() -> BinaryIO:
    if sys.stdin is None:
        raise NotReadable("standard input is closed: pipe the copy in, or name a file")
    return sys.stdin.buffer


def _limited(stream: BinaryIO) -> bytes:
    data = stream.read(USUAL_FILE)
    if len(data) == USUAL_FILE:
        data += stream.read(LARGEST_FILE + 1 - USUAL_FILE)
    if len(data) > LARGEST_FILE:
        raise NotReadable(
            f"it has more than {LARGEST_FILE:,} bytes, the limit of its format (50 MB): split it into smaller files"
        )
    return data


def source_of(path: str, info: os.stat_result) -> Source | NotChecked:
    """Give a file as a source, or why it is none. Whether it may be read is told where it is opened."""
    if stat.S_ISREG(info.st_mode):
        return Source(path, info=info)
    reasons = (reason for is_kind, reason in KINDS if is_kind(info.st_mode))
    return NotChecked(path, next(reasons, "it is not an ordinary file: save the copy as a file"))


def why(path: str, error: OSError) -> str:
    """Say what an error of the system means for this path, and the way out."""
    if error.errno == errno.ENOENT:
        return _why_missing(Path(path))
    return REASONS.get(error.errno or 0, f"it cannot be read: {error.strerror or error}")


def _why_missing(path: Path) -> str:
    if path.is_symlink():
        return f"it is a link to {str(path.readlink())!r}, which does not exist: mend the link"
    near = _nearest(path)
    hint = f"did you mean {near!r}?" if near else "check the spelling, and the folder it is run in"
    return f"there is no such file or folder: {hint}"


def _nearest(path: Path) -> str | None:
    import difflib  # only this error needs it, and it would slow every start

    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return None
    near = difflib.get_close_matches(path.name, names, 1, 0.75)
    return path.with_name(near[0]).as_posix() if near else None
