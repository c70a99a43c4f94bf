"""What every reader must keep: each character of a block stands where its map says."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from claimlint.document import Block


def assert_places(source: str, blocks: Iterable[Block], decoded: Callable[[str], str]) -> None:
    for block in blocks:
        assert block.places.size == len(block.text)
        for i, character in enumerate(block.text):
            written = source[block.places.start_of(i) : block.places.end_of(i + 1)]
            assert decoded(written) == character, (written, character, block)
