"""Fit cells into columns: whole texts over as many lines as they need, sentences around their claim in three."""

from __future__ import annotations

from functools import lru_cache

from claimlint.writers.visible import Cell, cells, columns, shown

MOST_LINES = 3
"""Lines a quoted sentence may take."""


def wrap(line: list[Cell], width: int) -> list[list[Cell]]:
    """Break a line at spaces, and inside a word only where the word alone is too wide."""
    lines: list[list[Cell]] = []
    start = 0
    while start < len(line):
        if line[start].shown == " ":
            start += 1
            continue
        end = _line_end(line, start, width)
        lines.append(line[start:end])
        start = end
    return lines


def _line_end(line: list[Cell], start: int, width: int) -> int:
    end = start + _reach(line[start : start + width + 1], width)
    if end == len(line):
        return end - (line[-1].shown == " ")
    if line[end].shown == " ":
        return end
    spaces = [place for place in range(start, end) if line[place].shown == " "]
    return spaces[-1] if spaces else max(end, start + 1)


def _reach(line: list[Cell], width: int) -> int:
    """Count the cells from the start of a line that `width` columns hold."""
    filled = 0
    for count, cell in enumerate(line):
        filled += cell.width
        if filled > width:
            return count
    return len(line)


@lru_cache(maxsize=1024)
def wrapped(text: str, width: int) -> tuple[str, ...]:
    """Give a text as lines that fit `width`. The texts of a rule come again with each of its findings."""
    return tuple(shown(line) for line in wrap(cells(text), width))


def shortened(line: list[Cell], width: int) -> list[Cell]:
    """Give a line with its middle left out where it is wider than `width`."""
    if columns(line) <= width:
        return line
    half = max(0, width - 1) // 2
    tail = _reach(line[::-1], half)
    return [*line[: _reach(line, half)], _gap(line[0].claimed), *line[len(line) - tail :]]


def excerpt(line: list[Cell], width: int) -> list[list[Cell]]:
    """Give a sentence on at most three lines, leaving out what stands far from the claim."""
    budget = MOST_LINES * width
    lines = wrap(line, width)
    while len(lines) > MOST_LINES:
        lines = wrap(_around_claim(line, budget), width)
        budget -= width // 8
    return lines


def _around_claim(line: list[Cell], budget: int) -> list[Cell]:
    """Give the claim and the words about it, evenly on both sides, in `budget` columns."""
    claimed = [place for place, cell in enumerate(line) if cell.claimed] or [0]
    before, claim, after = line[: claimed[0]], line[claimed[0] : claimed[-1] + 1], line[claimed[-1] + 1 :]
    claim = shortened(claim, budget)
    room = budget - columns(claim) - 2 * len("… ")
    left = max(room // 2, room - columns(after))
    right = max(room // 2, room - columns(before))
    return [*_first_words(before[::-1], left)[::-1], *claim, *_first_words(after, right)]


def _first_words(line: list[Cell], width: int) -> list[Cell]:
    """Give the words that fit, and a sign where some do not."""
    if columns(line) <= width:
        return line
    end = _reach(line, width)
    spaces = [place for place in range(end) if line[place].shown == " "]
    return [*line[: spaces[-1] + 1 if spaces else end], _gap(False)]


def _gap(claimed: bool) -> Cell:
    return Cell("…", 1, claimed)


def underline(line: list[Cell], mark: str) -> str:
    """Give the marks that stand under the claimed cells of a line; empty where none is."""
    return "".join((mark if cell.claimed else " ") * cell.width for cell in line).rstrip()
