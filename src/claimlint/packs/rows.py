"""Rows of text as they are stored: compressed, so many together, and unpacked when one of them is asked for.

Packs have tens of thousands of small parts of which a run needs a few dozen, so each value of a table is one row, decoded
when asked for: ";", "^" or "<" parts items, ",", "=" or ">" the fields of an item, a space the words of a field. None of
these signs is in a word or a mark of folded text that stands beside it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping, Sequence
from functools import cached_property
from itertools import count
from typing import Any, TypeVar

Key = TypeVar("Key")
TOGETHER = 16
"""Rows that are compressed together."""


class Rows(Mapping[Key, str]):
    """Stored rows by their keys, from compressed blocks.

    The keys are not even listed before one is asked for: a short run needs few tables.
    """

    def __init__(self, keys: Callable[[], Iterable[Key]], packed: Sequence[bytes]) -> None:
        self._keys = keys
        self._packed = packed
        self._blocks: dict[int, list[str]] = {}

    @cached_property
    def _numbers(self) -> dict[Key, int]:
        return dict(zip(self._keys(), count()))

    def __getitem__(self, key: Key) -> str:
        block, number = divmod(self._numbers[key], TOGETHER)
        if block not in self._blocks:
            self._blocks[block] = _unpacked(self._packed[block])
        return self._blocks[block][number]

    def __contains__(self, key: object) -> bool:
        return key in self._numbers

    def __iter__(self) -> Iterator[Key]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def keys(self) -> KeysView[Key]:
        """Give all keys."""
        return self._numbers.keys()


def named(table: Mapping[str, str]) -> list[Any]:
    """Give a table to store whose keys are words: these as one text, which is split only where one is asked for."""
    return ["\n".join(table), packed([*table.values()])]


def numbered(table: Mapping[int, str]) -> list[Any]:
    """Give a table to store whose keys are numbers."""
    return [[*table], packed([*table.values()])]


def named_rows(stored: Sequence[Any]) -> Rows[str]:
    """Give a stored table whose keys are words."""
    keys, blocks = stored
    return Rows(lambda: keys.split("\n") if blocks else (), blocks)


def numbered_rows(stored: Sequence[Any]) -> Rows[int]:
    """Give a stored table whose keys are numbers."""
    keys, blocks = stored
    return Rows(lambda: keys, blocks)


def packed(rows: Sequence[str]) -> list[bytes]:
    """Compress rows, in which there are no line breaks, block by block."""
    starts = range(0, len(rows), TOGETHER)
    return [_packed("\n".join(rows[start : start + TOGETHER])) for start in starts]


def _packed(text: str) -> bytes:
    """Compress a text, without a sum to check it by: the file has one of its own."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(text.encode()) + packer.flush()


def _unpacked(block: bytes) -> list[str]:
    return zlib.decompress(block, -zlib.MAX_WBITS).decode().split("\n")
