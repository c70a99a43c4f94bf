"""Paragraphs of an office document, laid out as a plain text, with a pointer to each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from claimlint.document import Block, Mapped, SourceMap
from claimlint.errors import NotReadable
from claimlint.readers.formats import Part
from claimlint.readers.text import cut

LARGEST_TEXT = 50_000_000
LONGEST_HEADING = 100
"""A longer heading is a paragraph like any."""

Kind = Literal["body", "heading", "item"]


class Paragraph(NamedTuple):
    """Words that belong together, and where in the document a person finds them."""

    text: str
    pointer: str
    kind: Kind = "body"


Story = Sequence[Paragraph]
"""Paragraphs that are read one after the other: the body, a footnote, a text box, a slide."""


class Script:
    """The text that is made of a document, as it grows. Raises NotReadable where it grows too large."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.size = 0

    def add(self, text: str) -> Mapped:
        """Write words, and give them with their place."""
        start = self.size
        self.size += len(text)
        if self.size > LARGEST_TEXT:
            raise NotReadable(f"it holds more than {LARGEST_TEXT:,} characters: split it into smaller files")
        self._pieces.append(text)
        return Mapped(text, SourceMap.plain(start, len(text)))

    @property
    def text(self) -> str:
        """Give all that was written."""
        return "".join(self._pieces)


def tell(stories: Iterable[Story]) -> Part:
    """Make a text of stories, and cut each for itself: a heading reaches to the end of its story.

    Stories that say the same in the same place are one, as the headers of many chapters are.
    """
    script = Script()
    blocks = [block for story in dict.fromkeys(map(tuple, stories)) for block in told(script, story)]
    return Part(script.text, blocks)


def told(script: Script, story: Story) -> Iterator[Block]:
    """Write a story, and give its blocks, each with the pointer of the paragraph that it begins in."""
    starts, pieces, pointers = list[int](), list[str](), list[str]()
    size, before = script.size, ""
    for text, pointer, kind in story:
        words = _marked(text, kind)
        if pieces:
            pieces.append("\n" if before == kind == "item" else "\n\n")
            size += len(pieces[-1])
        starts.append(size)
        pointers.append(pointer)
        pieces.append(words)
        size += len(words)
        before = kind
    if not pieces:
        return
    copy = script.add("".join(pieces))
    script.add("\n\n")
    for block in cut(copy):
        yield block._replace(pointer=pointers[bisect_right(starts, block.places.start_of(0)) - 1])


def _marked(text: str, kind: Kind) -> str:
    if kind == "heading" and len(text) <= LONGEST_HEADING:
        return "# " + " ".join(text.split())
    return "• " + text if kind == "item" else text
