"""A text as a reader hands it on: blocks of words with their roles, and where each character came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal, NamedTuple

from claimlint.findings import Place

Role = Literal[
    "body", "heading", "ingredients", "directions", "warning", "drug-facts",
    "review", "question", "answer", "legal", "navigation",
]  # fmt: skip

LINE_END = re.compile(r"\r\n|\r|\n")


class SourceMap(NamedTuple):
    """Where the characters of a text came from, as runs of unchanged characters.

    Run `i` starts at `text[i]` in the text and at `source[i]` in the source. `size` is the length of the text and
    `end` the source offset just behind its last character.
    """

    text: tuple[int, ...]
    source: tuple[int, ...]
    size: int
    end: int

    @classmethod
    def plain(cls, start: int, size: int) -> SourceMap:
        """Map a text that stands unchanged in the source from `start` on."""
        return cls((0,), (start,), size, start + size)

    def start_of(self, offset: int) -> int:
        """Give the source offset of the character at `offset`."""
        if offset >= self.size:
            return self.end
        run = bisect_right(self.text, offset) - 1
        return self.source[run] + offset - self.text[run]

    def end_of(self, offset: int) -> int:
        """Give the source offset just behind the character that ends at `offset`."""
        return self.start_of(offset - 1) + 1 if offset else self.start_of(0)


class Block(NamedTuple):
    """A run of text that belongs together: a paragraph, a heading, a bullet, a cell.

    `text` may hold line breaks where the source wraps a line. `role` says what the block is for.
    """

    text: str
    role: Role
    places: SourceMap


@dataclass(frozen=True)
class Document:
    """A decoded file as blocks. `source` is the whole decoded text, `note` what was odd about reading it."""

    path: str
    source: str
    blocks: tuple[Block, ...]
    note: str | None = None

    @cached_property
    def _line_starts(self) -> list[int]:
        if "\r" in self.source:
            return [0, *(match.end() for match in LINE_END.finditer(self.source))]
        lengths = map(len, self.source.split("\n"))
        return list(accumulate(lengths, lambda start, length: start + length + 1, initial=0))[:-1]

    def place(self, offset: int) -> Place:
        """Give line and column of a source offset."""
        line = bisect_right(self._line_starts, offset) - 1
        return Place(offset, line + 1, offset - self._line_starts[line] + 1)
