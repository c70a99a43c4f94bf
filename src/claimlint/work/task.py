"""A piece of copy on its way through a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from claimlint.findings import Found, NotChecked
from claimlint.linter import Linter
from claimlint.readers import Piece, Wishes, read_piece

MOST_GROUPED = 500
"""Pieces that are put together, however small."""
UNKNOWN = 10_000_000
"""What a table counts that is too large to be held."""


class Task:
    """A piece, and what is found in it once that is known; `key` and `state` are those by which the cache is to keep that."""

    __slots__ = ("found", "key", "piece", "state")

    def __init__(self, piece: Piece, found: Iterable[Found] | None = None) -> None:
        self.piece = piece
        self.found = found
        self.key: bytes | None = None
        self.state: bytes | None = None

    @classmethod
    def of(cls, item: Piece | NotChecked) -> Task:
        """Take what a reader gives."""
        if isinstance(item, NotChecked):
            return cls(Piece(item.path, b""), [Found(item.path, not_checked=(item,))])
        return cls(item)

    @property
    def size(self) -> int:
        """Give what is left to check, in bytes or characters."""
        if self.found is not None:
            return 0
        size = self.piece.size
        return UNKNOWN if size is None else size


def check(linter: Linter, wishes: Wishes, piece: Piece) -> Iterator[Found]:
    """Give what is found in the parts of a piece."""
    return map(linter.check, read_piece(piece, wishes))


def groups(tasks: Iterable[Task], enough: int) -> Iterator[list[Task]]:
    """Put tasks together until they are so much."""
    group: list[Task] = []
    size = 0
    for task in tasks:
        group.append(task)
        size += task.size
        if size >= enough or len(group) >= MOST_GROUPED or not task.piece.is_held:
            yield group
            group, size = [], 0
    if group:
        yield group


def peeked(tasks: Iterator[Task], enough: int) -> tuple[Iterator[Task], bool]:
    """Give tasks as they are, and tell whether they are so much."""
    first: list[Task] = []
    size = 0
    for task in tasks:
        first.append(task)
        size += task.size
        if size >= enough:
            return chain(first, tasks), True
    return iter(first), False
