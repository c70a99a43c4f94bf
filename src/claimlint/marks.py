"""Read copy with marked claims: `[[words]]` and `[[words|rule-id, rule-id]]`."""

from __future__ import annotations

import re
from typing import NamedTuple

MARK = re.compile(r"\[\[(?P<words>.+?)(?:\|(?P<rules>[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*))?\]\]", re.S)


class Mark(NamedTuple):
    """A marked stretch of plain text, with the rules named in the mark, if any."""

    start: int
    end: int
    rules: tuple[str, ...]


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    """Give the text without marks, and the marks with offsets in that text."""
    plain: list[str] = []
    marks: list[Mark] = []
    size = read = 0
    for found in MARK.finditer(marked):
        before, words = marked[read : found.start()], found["words"]
        size += len(before)
        rules = tuple(re.split(r"\s*,\s*", found["rules"])) if found["rules"] else ()
        marks.append(Mark(size, size + len(words), rules))
        plain += [before, words]
        size += len(words)
        read = found.end()
    return "".join([*plain, marked[read:]]), marks
