"""JSX: the words of elements laid out as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.entities import html5

from claimlint.document import Piece
from claimlint.readers.escapes import character, pieces

INLINE = frozenset(
    """a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr
    Trans Link NavLink Fragment React.Fragment""".split()
) | {""}  # fmt: skip
"""Elements that part no words. Of components nobody knows: they do."""
MARKS = dict.fromkeys("h1 h2 h3 h4 h5 h6 title Heading Title".split(), "# ") | {"li": "• "}
SILENT = frozenset({"style", "script"})
"""Elements whose words nobody reads."""

ENTITY = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));|[\r\n]\s*")


def words(source: str, start: int, end: int) -> Iterator[Piece]:
    """Give the words of JSX text or of an attribute: a line break is a space, and entities are what they stand for."""
    return pieces(source, start, end, ENTITY, _meaning)


def _meaning(match: re.Match[str]) -> str:
    figures, digits, name = match.groups()
    if figures or digits:
        return character(digits or f"{int(figures):x}")
    return html5.get(f"{name};", match.group()) if name else " "


@dataclass(slots=True)
class Sheet:
    """The words of an element and of all that stand in it. `gap` and `mark` are to stand before the next."""

    pieces: list[Piece] = field(default_factory=list)
    gap: str = ""
    mark: str = ""

    def add(self, more: Iterable[Piece]) -> None:
        """Add words. Space at the begin of a paragraph is left out."""
        for piece in more:
            if not self.gap and not self.mark:
                self.pieces.append(piece)
            elif piece.text.strip():
                self.pieces += [Piece(self.gap + self.mark, piece.start, piece.start), piece]
                self.gap = self.mark = ""

    def begin(self, name: str) -> None:
        """Begin an element."""
        mark = MARKS.get(name, "")
        if mark or not self.mark:
            self._part(name)
        self.mark = mark or self.mark

    def end(self, name: str) -> None:
        """End an element."""
        if name in MARKS:
            self.mark = ""
        if not self.mark:
            self._part(name)

    def _part(self, name: str) -> None:
        if name not in INLINE:
            self.gap = max(self.gap, "\n" if name in ("li", "br") else "\n\n")
