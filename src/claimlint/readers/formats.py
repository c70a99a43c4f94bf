"""Which reader takes which file: one table by suffix."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from claimlint.document import Document
from claimlint.readers.decode import decode
from claimlint.readers.text import read_text

Reader = Callable[[str, bytes], Document]


def read_plain(path: str, data: bytes) -> Document:
    """Read plain text. Raises NotReadable for what is none."""
    return read_text(path, *decode(data))


READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_plain,
    ".markdown": read_plain,
    ".copy": read_plain,
}
"""In folders only these suffixes are taken. A file named by itself is plain text where its suffix is not here."""


def suffix_of(name: str) -> str:
    """Give the suffix that the table knows a file by."""
    return PurePath(name).suffix.lower()


def reader_of(path: str) -> Reader:
    """Give the reader for a shown path."""
    return READERS.get(suffix_of(path), read_plain)
