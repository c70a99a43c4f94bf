"""A ZIP archive that somebody sent: its parts by name, never more of them than a limit, nothing on the disk."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from claimlint.errors import NotReadable

LARGEST = 200_000_000
"""Bytes that are unpacked of one archive at most, whatever its headers promise."""
ALWAYS = 20_000_000
"""Bytes that are unpacked even of an archive which is tiny; beyond them `RATIO` times its size."""
RATIO = 100
MOST_PARTS = 20_000
CHUNK = 1_000_000
ENTRY = b"PK\x01\x02"
"""What an entry of the directory begins with. They are counted in the bytes, before an object is made of each."""
ENCRYPTED = 1
"""The bit of an entry's flags that says so."""

DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError, NotImplementedError,
)  # fmt: skip
SAVE_AGAIN = "open it in the program it was made with and save it again"
LOCKED = "it is protected by a password: take the password off and save it again"


class Archive:
    """The parts of a ZIP archive. Names know no capital letters, as in Office. Raises NotReadable where it is none."""

    def __init__(self, data: bytes) -> None:
        if data.count(ENTRY) > MOST_PARTS:
            raise NotReadable(f"it is a ZIP archive of more than {MOST_PARTS:,} parts: {SAVE_AGAIN}")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except DAMAGED as error:
            raise _damaged(str(error)) from error
        self._parts = {key(info.filename): info for info in self._zip.infolist()}
        self._limit = self._left = min(LARGEST, max(ALWAYS, RATIO * len(data)))

    def __contains__(self, name: str) -> bool:
        return key(name) in self._parts

    def chunks(self, name: str) -> Iterator[bytes]:
        """Give the bytes of a part. Raises NotReadable where it is missing, locked or damaged, or the limit is reached."""
        info = self._parts.get(key(name))
        if info is None:
            raise _damaged(f"{name} is missing in it")
        if info.flag_bits & ENCRYPTED:
            raise NotReadable(LOCKED)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _damaged(f"{name} is packed in an unknown way, {info.compress_type}")
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(CHUNK):
                    self._spend(len(chunk))
                    yield chunk
        except DAMAGED as error:
            raise _damaged(f"{name}: {error}") from error

    def read(self, name: str) -> bytes:
        """Give the bytes of a part at once, within the same limits."""
        return b"".join(self.chunks(name))

    def _spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise NotReadable(
                f"it unpacks to more than {self._limit:,} bytes, far more than its size lets expect: "
                f"it may be a ZIP bomb; if not, split it"
            )


def key(name: str) -> str:
    """Give the name of a part as they are compared."""
    return name.replace("\\", "/").lstrip("/").lower()


def resolved(target: str, base: str) -> str:
    """Give the name of the part that another part, `base`, calls `target`."""
    folder = "" if target.startswith("/") else posixpath.dirname(base)
    return posixpath.normpath(posixpath.join(folder, target.lstrip("/")))


def _damaged(what: str) -> NotReadable:
    return NotReadable(f"it is a damaged or incomplete ZIP archive ({what}): get it anew, or {SAVE_AGAIN}")
