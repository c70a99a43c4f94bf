"""MDX: Markdown with components, read without its imports, exports and expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.document import Mapped, Piece
from claimlint.readers.formats import Copy, Wishes
from claimlint.readers.markdown import FRONT_MATTER, read_markdown

MARK = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[\s\S]*?(?:^[ \t]*(?P=fence)|\Z)"
    r"|(?<!`)(?P<ticks>`{1,3})(?!`)(?:(?!\n[ \t\r]*\n)[\s\S])*?(?<!`)(?P=ticks)(?!`)"
    r"|\\[{}]|(?P<brace>[{}])"
    r"|^(?P<module>(?:import\s+(?:[\"'{*]|[\w$]+\s*,|[\w$]+\s+from\b)"
    r"|export\s+(?:(?:const|default|let|var|function|async|class)\b|[{*]))[^\n]*(?:\n(?![ \t\r]*\n)[^\n]*)*)",
    re.M,
)
"""Code, in which braces say nothing; braces; and imports and exports, which go on to a blank line."""
QUOTED = re.compile(r"\{\s*(\"[^\"{}<>]*\"|'[^'{}<>]*')\s*\}")


def read(text: str, wishes: Wishes) -> Copy:
    """Read an MDX text. Raises Unparsed where the library for Markdown is missing."""
    return read_markdown(Mapped.woven(_copy(text)), wishes, indented_code=False)


def _copy(text: str) -> Iterator[Piece]:
    """Give a text without its programs; an attribute keeps what stands in quotes."""
    front = FRONT_MATTER.match(text)
    read = 0
    for start, end in sorted(_programs(text, front.end() if front else 0)):
        if start < read:
            continue
        yield Piece(text[read:start], read, start)
        quoted = QUOTED.fullmatch(text, start, end)
        if not text.endswith("=", 0, start):
            yield Piece(" ", start, end)
        elif quoted:
            yield Piece(quoted[1], *quoted.span(1))
        else:
            yield Piece('""', start, end)
        read = end
    yield Piece(text[read:], read, len(text))


def _programs(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Find imports, exports and expressions, also those inside of others."""
    open_: list[int] = []
    for mark in MARK.finditer(text, start):
        if mark["module"]:
            yield mark.span("module")
        elif mark["brace"] == "{":
            open_.append(mark.start())
        elif mark["brace"] and open_:
            yield open_.pop(), mark.end()
