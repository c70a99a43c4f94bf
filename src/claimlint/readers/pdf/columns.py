"""The order in which a person reads what stands on a page: column by column, each from its top down."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from claimlint.findings import Box

GUTTER = 3.0
"""Points that part two columns at least."""
DEEPEST = 12
"""Columns within bands within columns are parted so often."""


class Area(NamedTuple):
    """What a block covers, and its number."""

    left: float
    top: float
    right: float
    bottom: float
    number: int


Areas = list[Area]


def read_order(boxes: Sequence[Box]) -> list[int]:
    """Give the numbers of boxes in reading order."""
    return [area.number for area in _read([Area(*box, number) for number, box in enumerate(boxes)], 0)]


def _read(areas: Areas, depth: int) -> Areas:
    """Order areas: the columns that a gutter parts, else the bands that share one, else from the top down."""
    areas = sorted(areas, key=lambda area: (area.top, area.left))
    if len(areas) < 2 or depth > DEEPEST:
        return areas
    parts = _columns(areas)
    if len(parts) == 1:
        parts = _groups(_bands(areas))
    if len(parts) == 1:
        return areas
    return [area for part in parts for area in _read(part, depth + 1)]


def _columns(areas: Areas) -> list[Areas]:
    """Part areas where a gutter runs through all of them, from left to right."""
    cover = Cover(areas)
    ordered = sorted(areas, key=lambda area: cover.column(area.left))
    return [list(part) for _, part in groupby(ordered, lambda area: cover.column(area.left))]


def _bands(areas: Areas) -> Iterator[Areas]:
    """Part areas, sorted by their tops, where free space runs from side to side."""
    band: Areas = []
    bottom = -math.inf
    for area in areas:
        if band and area.top >= bottom:
            yield band
            band = []
        band.append(area)
        bottom = max(bottom, area.bottom)
    yield band


def _groups(bands: Iterable[Areas]) -> list[Areas]:
    """Put bands together, from the top, as long as one gutter runs through them."""
    groups: list[Areas] = []
    cover = Cover(())
    for band in bands:
        cover.add(band)
        if groups and cover.is_parted:
            groups[-1] += band
        else:
            cover = Cover(band)
            groups.append(band)
    return groups


class Cover:
    """Stretches from left to right that areas cover, with gutters between them."""

    def __init__(self, areas: Iterable[Area]) -> None:
        self._starts: list[float] = []
        self._ends: list[float] = []
        self.add(areas)

    @property
    def is_parted(self) -> bool:
        """Tell whether there is a gutter."""
        return len(self._starts) > 1

    def add(self, areas: Iterable[Area]) -> None:
        """Cover more, and with it gaps too narrow for a gutter."""
        for area in areas:
            left, right = area.left, area.right
            first = bisect_left(self._ends, left - GUTTER)
            last = bisect_right(self._starts, right + GUTTER)
            if first < last:
                left, right = min(left, self._starts[first]), max(right, self._ends[last - 1])
            self._starts[first:last] = [left]
            self._ends[first:last] = [right]

    def column(self, left: float) -> int:
        """Give the number of the stretch that covers a place."""
        return bisect_right(self._starts, left)
