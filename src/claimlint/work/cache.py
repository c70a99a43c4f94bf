"""What was found in copy, kept in the user's cache folder, so that what has not changed is not checked again."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from claimlint.findings import Found
from claimlint.readers import Piece
from claimlint.work.codec import made, short

NAME = "found-3.sqlite"
"""Raise the number when the table changes."""
TABLE = """
CREATE TABLE IF NOT EXISTS found (key BLOB PRIMARY KEY, state BLOB, day INTEGER, mark INTEGER, found TEXT);
CREATE INDEX IF NOT EXISTS states ON found (state);
"""
PAGE, KEY = 16_384, 16
"""Bytes of a page of the file, on which what is found in most files has room, and of a key."""
DAYS = 30
"""Days after which what nobody asked for is dropped."""
LARGEST = 300_000_000
"""Bytes of the file beyond which it is begun anew."""
MOST_STORED = 60_000_000
"""Characters that one run stores: a catalog of gigabytes is not copied into a cache."""
MOST_WAITING = 4_000_000
"""Characters that wait to be written."""
LIBRARIES = ("markdown_it", "pypdfium2")
"""What readers lean on beside this package."""


class Row(NamedTuple):
    """What is kept of a piece, and the value that it was asked for by."""

    by: bytes
    key: bytes
    day: int
    mark: int
    found: str


class Cache:
    """Keep what was found in pieces of copy by keys of all that bears on it; `base` is what is the same for a whole run.

    The key of a piece is made of its content. A file may also be known by its state, so that it need not be read; of
    what has the same key, the latest state counts. Processes that run at once may share it. A file that is damaged is
    begun anew, and where none can be written the cache is done without.
    """

    def __init__(self, folder: Path, base: Iterable[str]) -> None:
        self._path = folder / NAME
        self._base = hashlib.blake2b("\0".join((*base, *_code())).encode("utf-8", "surrogatepass"), digest_size=KEY)
        self._today = int(time.time() // 86_400)
        self._asked: list[bytes] = []
        self._moved: list[tuple[bytes, bytes]] = []
        self._new: dict[bytes, tuple[bytes | None, str]] = {}
        self._room = MOST_STORED
        self._waiting = 0
        self._store = self._open()

    def state(self, path: str, state: str, policy: str) -> bytes:
        """Give the key of a file in some state, to be judged by a policy."""
        key = self._base.copy()
        key.update(f"{path}\0{state}\0{policy}".encode("utf-8", "surrogatepass"))
        return key.digest()

    def key(self, piece: Piece, policy: str) -> bytes:
        """Give the key of a piece, to be judged by a policy. Raises NotReadable where it has to be read and cannot be."""
        content = piece.at_hand()
        kind = type(content).__name__
        head = "\0".join((piece.path, kind, repr(piece.start), piece.note or "", policy))
        key = self._base.copy()
        key.update(b"\0%b\0" % head.encode("utf-8", "surrogatepass"))
        for chunk in [content] if isinstance(content, (str, bytes)) else content:
            key.update(chunk.encode("utf-8", "surrogatepass") if isinstance(chunk, str) else chunk)
        return key.digest()

    def of_states(self, states: Sequence[bytes]) -> dict[bytes, list[Found]]:
        """Give what is known by the keys of some states, at most 999: SQLite takes no more in one question."""
        return self._known("state", states)

    def of_keys(self, keys: Sequence[bytes]) -> dict[bytes, list[Found]]:
        """Give what is known by some keys, at most 999."""
        return self._known("key", keys)

    def _known(self, column: str, keys: Sequence[bytes]) -> dict[bytes, list[Found]]:
        rows = [row for row in self._rows(column, keys) if isinstance(row.found, str) and row.mark == _mark(row.found)]
        self._asked += [row.key for row in rows if row.day != self._today]
        decoded = json.loads(f"[{','.join(row.found for row in rows)}]")
        return {row.by: [made(Found, part) for part in parts] for row, parts in zip(rows, decoded, strict=True)}

    def put(self, key: bytes, found: Sequence[Found], state: bytes | None = None) -> None:
        """Keep what was found; what could not be checked may go well another time."""
        if self._store and self._room > 0 and not any(part.not_checked for part in found):
            text = json.dumps([*map(short, found)], separators=(",", ":"))
            self._new[key] = (state, text)
            self._room -= len(text)
            self._waiting += len(text)
            if self._waiting > MOST_WAITING:
                self._write()

    def move(self, key: bytes, state: bytes) -> None:
        """Let what is known by its key be known by another state."""
        self._moved.append((state, key))

    def save(self) -> None:
        """Write what is left to write, drop what is old, and close the file."""
        self._write()
        if self._store:
            self._store.close()
        self._store = None

    def _write(self) -> None:
        rows = [(key, state, self._today, _mark(found), found) for key, (state, found) in self._new.items()]
        asked = [(self._today, key) for key in self._asked]
        moved = self._moved
        self._new, self._asked, self._moved, self._waiting = {}, [], [], 0
        if not self._store or not (rows or asked or moved):
            return
        with suppress(sqlite3.Error), self._store:  # another process writes, or the disk is full: it is found again
            self._store.execute("BEGIN IMMEDIATE")
            self._store.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?, ?)", rows)
            self._store.executemany("UPDATE found SET state = ? WHERE key = ?", moved)
            self._store.executemany("UPDATE found SET day = ? WHERE key = ?", asked)
            self._store.execute("DELETE FROM found WHERE day < ?", (self._today - DAYS,))

    def _rows(self, column: str, keys: Sequence[bytes]) -> list[Row]:
        """Give the rows that have one of some values in a column."""
        if not self._store or not keys:
            return []
        marks = ", ".join("?" * len(keys))
        question = f"SELECT {column}, key, day, mark, found FROM found WHERE {column} IN ({marks})"  # noqa: S608
        try:
            return [*map(Row._make, self._store.execute(question, keys))]
        except sqlite3.OperationalError:  # another process has it to itself
            return []
        except sqlite3.DatabaseError:
            self._store.close()
            self._store = self._anew()
            return []

    def _open(self) -> sqlite3.Connection | None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            is_large = self._path.exists() and self._path.stat().st_size > LARGEST
            return self._anew() if is_large else self._connected()
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            return self._anew()
        except OSError:
            return None

    def _anew(self) -> sqlite3.Connection | None:
        with suppress(OSError, sqlite3.Error):
            self._path.unlink()
            return self._connected()
        return None

    def _connected(self) -> sqlite3.Connection:
        """Open the file; only this user may read it, for it holds copy."""
        os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        store = sqlite3.connect(self._path, timeout=1, isolation_level=None)
        try:
            store.execute("PRAGMA synchronous = OFF")
            store.execute(f"PRAGMA page_size = {PAGE}")
            store.executescript(TABLE)
        except sqlite3.Error:
            store.close()
            raise
        return store


def _mark(found: str) -> int:
    """Give what tells a whole row from a damaged one."""
    return zlib.crc32(found.encode())


def _code() -> Iterator[str]:
    """Stand for the code that finds: the Python it runs on, its files and its libraries by size and time."""
    yield sys.version
    for folder, folders, names in os.walk(Path(__file__).parents[1]):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".py", ".json")):
                yield _state(Path(folder, name))
    for library in LIBRARIES:
        spec = find_spec(library)
        yield _state(Path(spec.origin)) if spec and spec.origin else f"no {library}"


def _state(path: Path) -> str:
    info = path.stat()
    return f"{path} {info.st_size} {info.st_mtime_ns}"
