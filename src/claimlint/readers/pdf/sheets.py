"""Blocks of a page to its text: what is written where, and how it is laid out as a plain text."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from claimlint.document import Piece
from claimlint.readers.lines import marker_pattern
from claimlint.readers.pdf.rows import Line, Lines
from claimlint.readers.sections import LONGEST_MARKED

HEADING_SIZE = 1.2
"""A heading is so many times as large as the body."""
INDENT = 0.3
"""Font sizes by which a line stands further in than the one above it."""

SOFT_HYPHEN = "\u00ad"
PARTED_WORD = re.compile(r"[^\W\d_]-\Z")
GAP = "\n\n"
"""What stands behind a block."""
UNPRINTED = (0.0, 0.0, 0.0, 0.0)


class Sheet(NamedTuple):
    """The text of a page, the boxes of its characters, and the pieces of which `cut` is given the same text laid out."""

    text: str
    boxes: array[float]
    pieces: list[Piece]


def sheet_of(blocks: Sequence[Lines]) -> Sheet:
    """Write the blocks of a page."""
    body = _body_size(blocks)
    boxes = array("f")
    pieces: list[Piece] = []
    for lines in blocks:
        pieces += _block(lines, body, len(boxes) // 4)
        for line in lines:
            boxes.extend(chain.from_iterable(_boxes(line)))
            boxes.extend(UNPRINTED)
        boxes.extend(UNPRINTED)
    text = "".join("\n".join(line.text for line in lines) + GAP for lines in blocks)
    return Sheet(text, boxes, pieces)


def _body_size(blocks: Iterable[Lines]) -> float:
    """Give the font size in which most is written."""
    sizes: Counter[float] = Counter()
    for line in chain.from_iterable(blocks):
        sizes[line.size] += len(line.glyphs)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def _boxes(line: Line) -> Iterator[tuple[float, float, float, float]]:
    for number, glyph in enumerate(line.glyphs):
        if glyph.spaced and number:
            yield UNPRINTED
        yield glyph.box


def _block(lines: Lines, body: float, start: int) -> Iterator[Piece]:
    """Give the pieces of a block: a mark before a heading, its lines, and what stands between them."""
    is_heading = lines[0].size >= HEADING_SIZE * body and sum(len(line.text) + 1 for line in lines) <= LONGEST_MARKED
    if is_heading:
        yield Piece("# ", start, start)
    item: Line | None = None
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        end = start + len(line.text)
        item = line if marker_pattern().match(line.text) else item
        words = line.text.removesuffix(SOFT_HYPHEN) if after else line.text
        yield Piece(words, start, start + len(words))
        yield Piece(
            _joint(line, after, item, is_heading) if after else GAP, start + len(words), end + (1 if after else 2)
        )
        start = end + 1


def _joint(line: Line, after: Line, item: Line | None, is_heading: bool) -> str:
    """Give what stands between two lines: nothing within a word, an indent within an item."""
    if line.text.endswith(SOFT_HYPHEN) or (PARTED_WORD.search(line.text) and after.text[0].isalpha()):
        return ""
    if is_heading:
        return " "
    is_inside = item and not marker_pattern().match(after.text) and after.left > item.left + INDENT * item.size
    return "\n  " if is_inside else "\n"
