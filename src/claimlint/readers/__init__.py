"""Files to documents: what to read, in which encoding and format, and which stretches of it belong together."""

from __future__ import annotations

from claimlint.readers.comments import NAME, allowances
from claimlint.readers.formats import EVERYTHING, Wishes
from claimlint.readers.reading import Piece, find_pieces, read_data, read_paths, read_piece, read_string
from claimlint.readers.source import STDIN

__all__ = [
    "EVERYTHING", "NAME", "STDIN", "Piece", "Wishes", "allowances", "find_pieces", "read_data", "read_paths", "read_piece",
    "read_string",
]  # fmt: skip
