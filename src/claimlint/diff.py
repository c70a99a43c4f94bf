"""A unified diff of two texts whose lines change one by one, fit for a terminal and for `patch`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

CONTEXT = 3
"""Unchanged lines shown around a change."""


def diff(path: str, old: str, new: str) -> Iterator[str]:
    """Give the lines of a diff, each with its end. Both texts must have as many lines."""
    before, after = (text.split("\n") for text in (old, new))
    changed = [number for number, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    if changed:
        yield f"--- a/{path.lstrip('/')}\n+++ b/{path.lstrip('/')}\n"
    last = len(before) - (before[-1] == "")
    for first, end in _hunks(changed, last):
        yield f"@@ -{first + 1},{end - first} +{first + 1},{end - first} @@\n"
        yield from _hunk(before, after, first, end)


def _hunks(changed: list[int], last: int) -> Iterator[tuple[int, int]]:
    """Give the lines of each stretch of changes with those around."""
    start = end = -1
    for number in changed:
        if start >= 0 and number - CONTEXT > end:
            yield start, end
            start = -1
        start = max(number - CONTEXT, 0) if start < 0 else start
        end = min(number + CONTEXT + 1, last)
    if start >= 0:
        yield start, end


def _hunk(before: list[str], after: list[str], first: int, end: int) -> Iterator[str]:
    """Give the lines of one stretch: what goes before what comes."""
    came: list[str] = []
    for number in range(first, end):
        tail = "\n" if number + 1 < len(before) else "\n\\ No newline at end of file\n"
        if before[number] == after[number]:
            yield from came
            came = []
            yield f" {_safe(before[number])}{tail}"
        else:
            yield f"-{_safe(before[number])}{tail}"
            came.append(f"+{_safe(after[number])}{tail}")
    yield from came


def _safe(line: str) -> str:
    """Give a line with all that a terminal would obey as codes; tabs, spaces and a line end of Windows stay."""
    body, end = (line[:-1], "\r") if line.endswith("\r") else (line, "")
    if body.isprintable():
        return body + end
    return "".join(char if _is_harmless(char) else ascii(char)[1:-1] for char in body) + end


def _is_harmless(char: str) -> bool:
    return char == "\t" or char.isprintable() or unicodedata.category(char) == "Zs"
