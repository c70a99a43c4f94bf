"""Printed characters to the lines of each column."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimlint.findings import Box
from claimlint.readers.lines import marker_pattern

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
COLUMN_GAP = 1.0
"""A gap as wide parts two columns anywhere."""
MARKER_GAP = 5.0
"""How far the words of an item may stand from their bullet."""
SLANT_GAP = 3.0
"""How far apart the characters of a crooked line may stand."""
ROW = 0.5
"""How far characters of one row may stand higher or lower: ®, 2 in H2O."""

COLUMN_LINES = 3
"""So many lines that begin at one place, more or less, are a column."""


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


def read_lines(glyphs: Iterable[Glyph]) -> Iterator[Line]:
    """Put together characters of one turn, in the order of the file, to lines: those of two columns stay apart."""
    lines = [line_of(run) for run in _runs(glyphs)]
    return _joined(lines) if lines[0].glyphs[0].turn != CROOKED else iter(lines)


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


def line_of(glyphs: list[Glyph]) -> Line:
    """Give characters as a line, with the size of most of them."""
    sizes = Counter(glyph.size for glyph in glyphs)
    size = max(sizes, key=lambda size: (sizes[size], size))
    base = next(glyph.base for glyph in glyphs if glyph.size == size)
    return Line(glyphs, min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs), base, size)


def _joined(lines: Lines) -> Iterator[Line]:
    """Put together what stands side by side in one column."""
    edges = Counter(round(2 * line.left) for line in lines)
    for row in rows_of(lines):
        column: Lines = []
        for line in row:
            last = column[-1] if column else line
            if column and _is_shadow(last, line):
                continue
            if column and not BACK * line.size <= line.left - last.right < _reach(last, _begin(edges, line.left)):
                yield side_by_side(column)
                column = []
            column.append(line)
        yield side_by_side(column)


def _begin(edges: Counter[int], left: float) -> int:
    """Count what begins below or above a place, give or take half a point."""
    return sum(edges[edge] for edge in range(round(2 * left) - 1, round(2 * left) + 2))


def rows_of(lines: Iterable[Line]) -> Iterator[Lines]:
    """Give the lines that stand side by side, from left to right."""
    row: Lines = []
    for line in sorted(lines, key=lambda line: line.base):
        if row and line.base - row[0].base > ROW * min(row[0].size, line.size):
            yield sorted(row, key=lambda line: line.left)
            row = []
        row.append(line)
    if row:
        yield sorted(row, key=lambda line: line.left)


def _reach(line: Line, beginning: int) -> float:
    """Tell how far behind a line its next words may stand, if so many lines begin where they do."""
    marker = marker_pattern().match(f"{line.text} .")
    if marker and marker.end() == len(line.text) + 1:
        return MARKER_GAP * line.size
    return (WIDE_GAP if beginning >= COLUMN_LINES else COLUMN_GAP) * line.size


def _is_shadow(line: Line, other: Line) -> bool:
    """Tell whether words are printed a second time for a shadow or to look bold."""
    return abs(line.left - other.left) < ROW * line.size and line.text == other.text


def side_by_side(lines: Lines) -> Line:
    """Give lines as one, with a space between two that stand a word apart."""
    return line_of(list(_spaced(lines)))


def _spaced(lines: Lines) -> Iterator[Glyph]:
    right = -math.inf
    for line in lines:
        first = line.glyphs[0]
        yield first._replace(spaced=first.spaced or line.left - right > WORD_GAP * line.size)
        yield from line.glyphs[1:]
        right = line.right
