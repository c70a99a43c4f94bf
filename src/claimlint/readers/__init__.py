"""Files to documents: what to read, in which encoding, and which stretches of it belong together."""

from __future__ import annotations

from claimlint.document import Document
from claimlint.readers.decode import decode
from claimlint.readers.discover import discover
from claimlint.readers.formats import reader_of
from claimlint.readers.source import Source
from claimlint.readers.text import read_text

__all__ = ["Source", "decode", "discover", "read", "read_text"]


def read(source: Source) -> Document:
    """Read one input. Raises NotReadable with the reason where it cannot be checked."""
    return reader_of(source.path)(source.path, source.load())
