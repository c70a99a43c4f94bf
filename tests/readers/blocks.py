"""What the tests of readers share: blocks in short, and proof that they map back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from claimlint.document import Block

Short = list[tuple[str, str, str]]


def short(blocks: Iterable[Block]) -> Short:
    """Give pointer, role and text of each block."""
    return [(block.pointer, block.role, block.text) for block in blocks]


def assert_maps_back(source: str, blocks: Iterable[Block], decoded: Callable[[str], str]) -> None:
    """Check that each character of each block stands where its map says, once what stands there is decoded."""
    for block in blocks:
        for at, char in enumerate(block.text):
            start, end = block.places.start_of(at), block.places.end_of(at + 1)
            written = source[start:end]
            assert decoded(written) == char or (not written and char.isspace()), (at, char, written)
