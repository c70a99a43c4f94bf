"""Lines of a page to blocks in the order in which a person reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from claimlint.findings import Box
from claimlint.readers.pdf.columns import read_order
from claimlint.readers.pdf.rows import CROOKED, ROW, Glyph, Line, Lines, read_lines, rows_of, side_by_side

# Lengths below are in units of the font size.
PITCH = 2.0
"""How far below a line the next one of its block may stand."""
STRETCH = 3.0
"""How far apart the words of a justified line may stand."""

LOOSER = 1.3
"""A line that stands so many times further below than the others begins a block."""
LIKE_SIZE = 1.2
MOST_NEAR = 200
"""Lines that are looked at below one; the next of its block is among the first."""


class Near(NamedTuple):
    """The numbers of the lines right above and right below one, side by side if several."""

    above: list[int]
    below: list[int]


def lay_out(glyphs: Iterable[Glyph]) -> list[Lines]:
    """Group the characters of a page, in the order of the file, to blocks of lines in reading order.

    Level text comes first, then what is turned: a side of a folded label, a line along the edge.
    """
    by_turn: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        by_turn.setdefault(glyph.turn, []).append(glyph)
    blocks: list[Lines] = []
    for turn, turned in sorted(by_turn.items()):
        lines = read_lines(turned)
        blocks += [[line] for line in lines] if turn == CROOKED else _in_order(list(_chained(_mended(list(lines)))))
    return blocks


def _near(lines: Lines) -> list[Near]:
    """Find the neighbours of lines that are sorted by their bases."""
    near = [Near([], _below(lines, i)) for i in range(len(lines))]
    for i, (_, below) in enumerate(near):
        for k in below:
            near[k].above.append(i)
    return near


def _mended(lines: Lines) -> Iterator[Line]:
    """Put together the words of a justified line that stand far apart, where one line above or below spans them."""
    lines.sort(key=_place)
    near = dict(zip(map(_place, lines), _near(lines), strict=True))
    for row in rows_of(lines):
        words = row[:1]
        for before, line in pairwise(row):
            if not (
                _are_stretched(before, line) and _have_one_near(line, near[_place(before)], near[_place(line)], lines)
            ):
                yield side_by_side(words)
                words = []
            words.append(line)
        yield side_by_side(words)


def _place(line: Line) -> tuple[float, float]:
    return line.base, line.left


def _are_stretched(line: Line, other: Line) -> bool:
    return 0 < other.left - line.right < STRETCH * line.size and _are_alike(line, other)


def _have_one_near(line: Line, near: Near, other: Near, lines: Lines) -> bool:
    """Tell whether two have one and the same line above or below, and nowhere different ones."""
    sides = list(zip(near, other, strict=True))
    is_contested = any(mine and yours and mine != yours for mine, yours in sides)
    shared = [lines[mine[0]] for mine, yours in sides if mine == yours and len(mine) == 1]
    return not is_contested and any(_are_alike(line, over) for over in shared)


def _chained(lines: Iterable[Line]) -> Iterator[Lines]:
    """Link each line to the one below it where no other line contests that, and give the chains."""
    lines = sorted(lines, key=_place)
    near = _near(lines)
    next_of = {
        i: below[0] for i, (_, below) in enumerate(near)
        if len(below) == 1 and len(near[below[0]].above) == 1 and _are_alike(lines[i], lines[below[0]])
    }  # fmt: skip
    for first in sorted(set(range(len(lines))) - set(next_of.values())):
        chain = [first]
        while chain[-1] in next_of:
            chain.append(next_of[chain[-1]])
        yield from _paragraphs([lines[i] for i in chain])


def _below(lines: Lines, i: int) -> list[int]:
    """Give the indexes of the nearest lines right below one, side by side if several."""
    line = lines[i]
    found: list[int] = []
    for k in range(i + 1, min(i + 1 + MOST_NEAR, len(lines))):
        other = lines[k]
        if other.base - line.base > PITCH * max(line.size, other.size):
            break
        if found and other.base - lines[found[0]].base > ROW * other.size:
            break
        is_lower = other.base - line.base > ROW * min(line.size, other.size)
        if is_lower and other.left < line.right and line.left < other.right:
            found.append(k)
    return found


def _are_alike(line: Line, other: Line) -> bool:
    return max(line.size, other.size) <= LIKE_SIZE * min(line.size, other.size)


def _paragraphs(lines: Lines) -> Iterator[Lines]:
    """Part a column where its lines stand further from each other than elsewhere in it."""
    pitches = [after.base - before.base for before, after in pairwise(lines)]
    usual = min(pitches, default=0.0) * LOOSER
    paragraph = lines[:1]
    for line, pitch in zip(lines[1:], pitches, strict=True):
        if pitch > usual:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _in_order(blocks: list[Lines]) -> list[Lines]:
    return [blocks[i] for i in read_order([_around(lines) for lines in blocks])]


def _around(lines: Lines) -> Box:
    top = min(line.base - line.size for line in lines)
    return min(line.left for line in lines), top, max(line.right for line in lines), max(line.base for line in lines)
