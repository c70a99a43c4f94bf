"""Positions as editors count them: lines and units of an encoding, both from 0."""

from __future__ import annotations

from lsprotocol import types

from claimlint.findings import Place

UNITS = {
    types.PositionEncodingKind.Utf8: ("utf-8", 1),
    types.PositionEncodingKind.Utf16: ("utf-16-le", 2),
    types.PositionEncodingKind.Utf32: ("utf-32-le", 4),
}
"""For each encoding of positions a codec, and how many of its bytes are one unit."""

TOP = types.Range(types.Position(0, 0), types.Position(0, 0))


def position(source: str, place: Place, encoding: types.PositionEncodingKind) -> types.Position:
    """Give a place of a text in the units of an encoding."""
    codec, size = UNITS[encoding]
    before = source[place.offset - place.column + 1 : place.offset]
    return types.Position(place.line - 1, len(before.encode(codec, "surrogatepass")) // size)


def span(source: str, start: Place, end: Place, encoding: types.PositionEncodingKind) -> types.Range:
    """Give the range between two places of a text."""
    return types.Range(position(source, start, encoding), position(source, end, encoding))


def meets(one: types.Range, other: types.Range) -> bool:
    """Tell whether two ranges share a position or touch."""
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(at: types.Position) -> tuple[int, int]:
    return at.line, at.character
