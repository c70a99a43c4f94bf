"""Printed characters to blocks of lines in the order in which a person reads them, without any library."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from claimlint.findings import Box
from claimlint.readers.columns import read_order
from claimlint.readers.lines import MARKER

CROOKED = 4
"""The turn of characters that stand neither level nor upright: on an arc, on a slant."""

UNKNOWN = "\ufffd"
"""A character whose font does not tell what it is."""

# Lengths below are in units of the font size.
BACK = -0.4
"""How far a character may stand inside the one before it."""
WORD_GAP = 0.15
WIDE_GAP = 0.6
"""A gap as wide parts two columns where others begin right below or above its end."""
COLUMN_GAP = 1.2
"""A gap as wide parts two columns anywhere."""
COLUMN_LINES = 3
"""So many lines that begin at one place, more or less, are a column."""
MARKER_GAP = 5.0
"""How far the words of an item may stand from their bullet."""
SLANT_GAP = 3.0
"""How far apart the characters of a crooked line may stand."""
ROW = 0.5
"""How far characters of one row may stand higher or lower: ®, 2 in H2O."""
PITCH = 2.0
"""How far below a line the next one of its block may stand."""
LOOSER = 1.3
"""A line that stands so many times further below than the others begins a block."""
LIKE_SIZE = 1.2
MOST_NEAR = 200
"""Lines that are looked at below one; the next of its block is among the first."""


class Glyph(NamedTuple):
    """A printed character. `box` is its ink on the page.

    `left`, where it begins, `right`, where its ink ends, and `base` are measured as somebody sees them who reads it upright.
    `turn` counts the quarter turns against the clock. `spaced` says that a space stands before it, `breaks` that it does
    not go on with the one before it in the file.
    """

    char: str
    box: Box
    left: float
    right: float
    base: float
    size: float
    turn: int
    spaced: bool
    breaks: bool


class Line(NamedTuple):
    """Characters of one row in one column."""

    glyphs: list[Glyph]
    left: float
    right: float
    base: float
    size: float

    @property
    def text(self) -> str:
        """Give the words with the spaces between them."""
        return "".join(" " * glyph.spaced + glyph.char for glyph in self.glyphs).strip()


Lines = list[Line]


def lay_out(glyphs: Iterable[Glyph]) -> list[Lines]:
    """Group the characters of a page, in the order of the file, to blocks of lines in reading order.

    Level text comes first, then what is turned: a side of a folded label, a line along the edge.
    """
    by_turn: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        by_turn.setdefault(glyph.turn, []).append(glyph)
    blocks: list[Lines] = []
    for turn, turned in sorted(by_turn.items()):
        lines = [_line(run) for run in _runs(turned)]
        blocks += [[line] for line in lines] if turn == CROOKED else _in_order(list(_chained(_joined(lines))))
    return blocks


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Part characters where the file jumps to another row or column."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _goes_on(run, glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _goes_on(run: list[Glyph], glyph: Glyph) -> bool:
    first, last = run[0], run[-1]
    size = max(last.size, glyph.size)
    if glyph.turn == CROOKED:
        return math.dist(_middle(last.box), _middle(glyph.box)) < SLANT_GAP * size
    if glyph.breaks or abs(glyph.base - first.base) > ROW * max(first.size, glyph.size):
        return False
    is_ligature = glyph.box == last.box
    return is_ligature or BACK * size <= glyph.left - last.right < WIDE_GAP * size


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _line(glyphs: list[Glyph]) -> Line:
    sizes = Counter(glyph.size for glyph in glyphs)
    size = max(sizes, key=lambda size: (sizes[size], size))
    base = next(glyph.base for glyph in glyphs if glyph.size == size)
    return Line(glyphs, min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs), base, size)


def _joined(lines: Lines) -> Iterator[Line]:
    """Put together what stands side by side in one column."""
    edges = Counter(round(2 * line.left) for line in lines)
    for row in _rows(lines):
        column: Lines = []
        for line in sorted(row, key=lambda line: line.left):
            last = column[-1] if column else line
            if column and _is_shadow(last, line):
                continue
            if column and not BACK * line.size <= line.left - last.right < _reach(last, _begin(edges, line.left)):
                yield _line(list(_side_by_side(column)))
                column = []
            column.append(line)
        yield _line(list(_side_by_side(column)))


def _begin(edges: Counter[int], left: float) -> int:
    """Count what begins below or above a place, give or take half a point."""
    return sum(edges[edge] for edge in range(round(2 * left) - 1, round(2 * left) + 2))


def _rows(lines: Lines) -> Iterator[Lines]:
    row: Lines = []
    for line in sorted(lines, key=lambda line: line.base):
        if row and line.base - row[0].base > ROW * min(row[0].size, line.size):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _reach(line: Line, beginning: int) -> float:
    """Tell how far behind a line its next words may stand, if so many lines begin where they do."""
    marker = MARKER.match(f"{line.text} .")
    if marker and marker.end() == len(line.text) + 1:
        return MARKER_GAP * line.size
    return (WIDE_GAP if beginning >= COLUMN_LINES else COLUMN_GAP) * line.size


def _is_shadow(line: Line, other: Line) -> bool:
    """Tell whether words are printed a second time for a shadow or to look bold."""
    return abs(line.left - other.left) < ROW * line.size and line.text == other.text


def _side_by_side(lines: Lines) -> Iterator[Glyph]:
    """Give the characters of lines, with a space between two that stand a word apart."""
    right = -math.inf
    for line in lines:
        first = line.glyphs[0]
        yield first._replace(spaced=first.spaced or line.left - right > WORD_GAP * line.size)
        yield from line.glyphs[1:]
        right = line.right


def _chained(lines: Iterable[Line]) -> Iterator[Lines]:
    """Link each line to the one below it where no other line contests that, and give the chains."""
    lines = sorted(lines, key=lambda line: (line.base, line.left))
    below = [_below(lines, i) for i in range(len(lines))]
    wanted = Counter(k for near in below for k in near)
    next_of = {
        i: near[0] for i, near in enumerate(below)
        if len(near) == 1 and wanted[near[0]] == 1 and _are_alike(lines[i], lines[near[0]])
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
