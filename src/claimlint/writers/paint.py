"""Colour for the screen, where it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

STYLES: Mapping[str, str] = {
    "heading": "1",
    "quiet": "2",
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "instead": "32",
}

Paint = Callable[[str, str], str]
"""Gives a text in one of the styles."""


def painter(color: bool) -> Paint:
    """Give what puts a text in a style, or leaves it plain without colour."""
    return _painted if color else _plain


def _painted(text: str, style: str) -> str:
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if text else ""


def _plain(text: str, style: str) -> str:
    return text
