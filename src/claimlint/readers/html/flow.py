"""The words of a page as they flow in a browser, laid out as plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claimlint.document import Mapped, Piece, Role
from claimlint.readers.html.entities import ENTITY, meaning
from claimlint.readers.sections import Topic

SPACE = r"[ \t\n\r\f\x1f]"
WORD = r"[^ \t\n\r\f\x1f&]+"
CHUNK = re.compile(rf"(?P<words>{WORD}(?: {WORD})*)|(?P<space>{SPACE}+)|(?P<entity>{ENTITY.pattern})|&")
LINED_CHUNK = re.compile(rf"(?P<words>[^&\x1f]+)|(?P<space>\x1f+)|(?P<entity>{ENTITY.pattern})|&")
"""The same where line breaks count."""
LONGEST_HEADING = 100


@dataclass(eq=False)
class Voice:
    """As what words are read: which topic they open with, which role stands in place of `body`, if any.

    A `quote` becomes a review where somebody is named with it. What is `silent` is not read.
    """

    topic: Topic = "body"
    role: Role | None = None
    quote: bool = False
    silent: bool = False


@dataclass(eq=False)
class Strip:
    """Words that are read in one go."""

    voice: Voice
    pieces: list[Piece] = field(default_factory=list)

    def copy(self) -> Mapped:
        """Give the words with their places in the page."""
        return Mapped.woven(self.pieces)


class Flow:
    """Lay out words as they come: space runs together, elements part them, headings and items get their marks."""

    def __init__(self, text: str) -> None:
        self.strips: list[Strip] = []
        self._text = text
        self._space: tuple[int, int] | None = None
        self._lines = 2
        self._mark = ""
        self._is_split = False
        self._size = 0
        """Of the line so far."""
        self._heading = -1
        """The index of the piece that marks the line as a heading, if one does."""

    def part(self, lines: int = 2) -> None:
        """Let so many line breaks, or more, stand before the words to come."""
        self._lines = max(self._lines, lines)
        self._space = None

    def line(self) -> None:
        """End a line; two ends in a row part paragraphs."""
        self._lines = min(self._lines + 1, 2)
        self._space = None

    def mark(self, sign: str) -> None:
        """Let the line to come begin with a sign, none if it is empty."""
        self._mark = sign

    def item(self, lines: int) -> None:
        """Let the words to come be an item, this far below the one before it."""
        self._lines, self._mark, self._space = lines, "• ", None

    def split(self) -> None:
        """Let no section reach over this place."""
        self._is_split = True

    def space(self, start: int, end: int) -> None:
        """Part words by what stands here, of which the first counts."""
        if not self._lines and self._space is None:
            self._space = start, end

    def words(self, start: int, end: int, voice: Voice, *, lined: bool = False) -> None:
        """Add the words between two places; `lined` keeps their line breaks and spaces."""
        if voice.silent:
            self.space(start, end)
            return
        for chunk in (LINED_CHUNK if lined else CHUNK).finditer(self._text, start, end):
            if chunk.lastgroup == "words":
                self.put(chunk.group(), *chunk.span(), voice)
            elif chunk.lastgroup == "space":
                self.space(*chunk.span())
            else:
                self._entity(*chunk.span(), voice)

    def _entity(self, start: int, end: int, voice: Voice) -> None:
        entity = self._text[start:end]
        text, length = meaning(entity) if end - start > 1 else ("", 0)
        if text == " ":
            self.space(start, start + length)
        elif length:
            self.put(text, start, start + length, voice)
        if length < len(entity):
            self.put(entity[length:], start + length, end, voice)

    def put(self, text: str, start: int, end: int, voice: Voice) -> None:
        """Add a text that stands for what is between two places."""
        if self._is_split or not self.strips or self.strips[-1].voice is not voice:
            self.end()
            self.strips.append(Strip(voice))
            self._is_split = False
        elif not self._lines:
            if self._space:
                self._add(" ", *self._space)
            self._add(text, start, end)
            return
        else:
            self.end()
            self._add("\n" * self._lines, start, start)
        self._begin(start)
        self._add(text, start, end)

    def _begin(self, at: int) -> None:
        """Begin a line, with its mark."""
        if self._mark:
            self._heading = len(self.strips[-1].pieces) if self._mark == "# " else -1
            self._add(self._mark, at, at)
        self._mark, self._lines, self._size = "", 0, 0

    def _add(self, text: str, start: int, end: int) -> None:
        self.strips[-1].pieces.append(Piece(text, start, end))
        self._size += len(text)
        self._space = None

    def close(self, sign: str, at: int, voice: Voice) -> None:
        """Add a sign right behind the last word."""
        self._space = None
        self.put(sign, at, at, voice)

    def end(self) -> None:
        """End a line; one too long for a heading is none."""
        if self._heading >= 0 and self._size > LONGEST_HEADING:
            place = self.strips[-1].pieces[self._heading].start
            self.strips[-1].pieces[self._heading] = Piece("", place, place)
        self._heading = -1
