"""Blocks in short, as the tests of readers compare them."""

from __future__ import annotations

from collections.abc import Iterable

from claimlint.document import Block

Short = list[tuple[str, str, str]]


def short(blocks: Iterable[Block]) -> Short:
    """Give pointer, role and text of each block."""
    return [(block.pointer, block.role, block.text) for block in blocks]
