"""A text as a reader hands it on: blocks of words with their roles, and where each character came from."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, repeat
from operator import sub
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from claimlint.findings import START, Box, Place

if TYPE_CHECKING:
    from array import array

Role = Literal[
    "body", "heading", "ingredients", "directions", "warning", "drug-facts",
    "review", "question", "answer", "legal", "navigation",
]  # fmt: skip

LINE_END = re.compile(r"\r\n|\r|\n")
STEP = 1024
"""Characters whose bytes are counted together: a line may be as long as its file, and hold many findings."""


Row = TypeVar("Row", bound=tuple[object, ...])


def rows(kind: type[Row], *columns: Iterable[object]) -> list[Row]:
    """Make many named tuples of the columns of their values: without a call for each, in half the time."""
    return [*map(tuple.__new__, repeat(kind), zip(*columns, strict=False))]


class SourceMap(NamedTuple):
    """Where the characters of a text came from, as runs.

    The characters of run `i` begin at `text[i]` in the text and stand one by one from `source[i]` on in the source;
    the last of them reaches to `ends[i]`, which is further than one where an escape or entity stands for it. `size` is
    the length of the text. There is at least one run.
    """

    text: tuple[int, ...]
    source: tuple[int, ...]
    ends: tuple[int, ...]
    size: int

    @classmethod
    def plain(cls, start: int, size: int) -> "SourceMap":
        """Map a text that stands unchanged in the source from `start` on."""
        return cls((0,), (start,), (start + size,), size)

    @classmethod
    def of(cls, runs: Iterable[tuple[int, int, int]], size: int) -> "SourceMap":
        """Map a text by its runs, each the first offset in the text, in the source, and the source offset behind it."""
        kept = list(runs)
        if not kept:
            return cls.plain(0, 0)
        text, source, ends = zip(*kept, strict=True)
        return cls(text, source, ends, size)

    @property
    def end(self) -> int:
        """Give the source offset just behind the last character."""
        return self.ends[-1]

    def start_of(self, offset: int) -> int:
        """Give the source offset of the character at `offset`."""
        if offset >= self.size:
            return self.end
        run = bisect_right(self.text, offset) - 1
        return self.source[run] + offset - self.text[run]

    def end_of(self, offset: int) -> int:
        """Give the source offset just behind the character that ends at `offset`."""
        if not offset:
            return self.start_of(0)
        run = bisect_right(self.text, offset - 1) - 1
        is_last = offset == (self.text[run + 1] if run + 1 < len(self.text) else self.size)
        return self.ends[run] if is_last else self.source[run] + offset - self.text[run]

    def part(self, start: int, end: int) -> "SourceMap":
        """Map the characters from `start` to `end` alone."""
        if self._is_plain():
            return SourceMap.plain(self.source[0] + start, end - start)
        if start >= end:
            return SourceMap.plain(self.start_of(start), 0)
        runs = ((first - start, source, stop) for first, source, stop in self._runs(start, end))
        return SourceMap.of(runs, end - start)

    def parts(self, spans: Sequence[tuple[int, int]]) -> "list[SourceMap]":
        """Map the characters of each of many spans alone."""
        if not self._is_plain():
            return [self.part(*span) for span in spans]
        first = self.source[0]
        starts, ends = [first + start for start, _ in spans], [first + end for _, end in spans]
        return rows(SourceMap, repeat((0,)), zip(starts), zip(ends), map(sub, ends, starts))

    def _is_plain(self) -> bool:
        return len(self.text) == 1 and self.ends[0] - self.source[0] == self.size

    def into(self, outer: "SourceMap") -> "SourceMap":
        """Map onto the source of `outer`, whose text is this map's source."""
        if outer._is_plain():
            shift = outer.source[0]
            source, ends = (tuple(place + shift for place in places) for places in (self.source, self.ends))
            return SourceMap(self.text, source, ends, self.size)
        return SourceMap.of(self._composed(outer), self.size)

    def _composed(self, outer: "SourceMap") -> Iterator[tuple[int, int, int]]:
        for first, source, end in self._runs(0, self.size):
            last = self.text[i] if (i := bisect_right(self.text, first)) < len(self.text) else self.size
            if last - first == end - source:
                for inner, place, stop in outer._runs(source, end):
                    yield first + inner - source, place, stop
                continue
            for offset in range(first, last):
                place = source + offset - first
                stop = end if offset == last - 1 else place + 1
                yield offset, outer.start_of(place), max(outer.end_of(stop), outer.start_of(place))

    def _runs(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Give the runs, or what of them lies between two offsets."""
        run = max(bisect_right(self.text, start) - 1, 0)
        while run < len(self.text) and (self.text[run] < end or not end):
            first = max(self.text[run], start)
            last = self.text[run + 1] if run + 1 < len(self.text) else self.size
            stop = self.ends[run] if last <= end else self.source[run] + end - self.text[run]
            yield first, self.source[run] + first - self.text[run], stop
            run += 1


class Piece(NamedTuple):
    """Words that stand in a source from `start` to `end`: as they are, or, where the lengths differ, written otherwise.

    Words that a reader puts in (a line break between two paragraphs) have `start == end`.
    """

    text: str
    start: int
    end: int


class Mapped(NamedTuple):
    """A text, and where its characters stand in a source."""

    text: str
    places: SourceMap

    @classmethod
    def whole(cls, source: str) -> "Mapped":
        """Take a source as it stands."""
        return cls(source, SourceMap.plain(0, len(source)))

    @classmethod
    def woven(cls, pieces: Iterable[Piece]) -> "Mapped":
        """Put pieces of one source one behind the other."""
        runs: list[tuple[int, int, int]] = []
        texts: list[str] = []
        size = 0
        for text, start, end in pieces:
            texts.append(text)
            if len(text) == end - start:
                if text:
                    runs.append((size, start, end))
            else:
                runs.extend((size + number, start, end) for number in range(len(text)))
            size += len(text)
        return cls("".join(texts), SourceMap.of(runs, size))

    def part(self, start: int, end: int) -> "Mapped":
        """Give the characters from `start` to `end`."""
        return Mapped(self.text[start:end], self.places.part(start, end))

    def into(self, outer: "Mapped") -> "Mapped":
        """Give the same text with places in the source of `outer`, whose text is this one's source."""
        return Mapped(self.text, self.places.into(outer.places))


class Block(NamedTuple):
    """A run of text that belongs together: a paragraph, a heading, a bullet, a cell.

    `text` may hold line breaks where the source wraps a line. `role` says what the block is for. `pointer` names its
    place in a structured file: a JSON pointer, a cell, a paragraph.
    """

    text: str
    role: Role
    places: SourceMap
    pointer: str = ""


class Layout(NamedTuple):
    """Where the characters of a paged document stand: `starts` are the source offsets at which pages begin.

    `boxes` holds left, top, right, bottom of each source character, in points from the upper left corner of its page;
    all zero for a character that is not printed.
    """

    starts: tuple[int, ...]
    boxes: "array[float]"

    def page(self, offset: int) -> int:
        """Give the number of the page, from 1, that holds a source offset."""
        return bisect_right(self.starts, offset)

    def box(self, start: int, end: int) -> Box | None:
        """Give the box around the characters from `start` to `end` that stand on the page of the first."""
        page = self.page(start)
        end = min(end, self.starts[page]) if page < len(self.starts) else end
        boxes = [self.boxes[4 * place : 4 * place + 4] for place in range(start, end)]
        printed = [box for box in boxes if box[2] > box[0]]
        if not printed:
            return None
        left, top, right, bottom = zip(*printed, strict=True)
        return min(left), min(top), max(right), max(bottom)


class _Fields(NamedTuple):
    path: str
    source: str
    blocks: tuple[Block, ...]
    note: str | None = None
    start: Place = START
    layout: Layout | None = None


class Document(_Fields):
    """A decoded file as blocks. `source` is the whole decoded text, `note` what was odd about reading it.

    A large file comes as several documents of the same path, each with a part of the text that begins at `start`.
    """

    @cached_property
    def _line_starts(self) -> list[int]:
        if "\r" in self.source:
            return [0, *(match.end() for match in LINE_END.finditer(self.source))]
        lengths = map(len, self.source.split("\n"))
        return list(accumulate(lengths, lambda start, length: start + length + 1, initial=0))[:-1]

    def place(self, offset: int) -> Place:
        """Give the place in the file of an offset in `source`."""
        line = bisect_right(self._line_starts, offset) - 1
        first, before = self._line_starts[line], START if line else self.start
        column = before.column + offset - first
        byte = before.byte + self._bytes(offset) - self._bytes(first)
        return Place(self.start.offset + offset, self.start.line + line, column, byte)

    @cached_property
    def _byte_marks(self) -> list[int]:
        """Give the bytes of UTF-8 before every so many characters."""
        steps = range(0, len(self.source), STEP)
        return [0, *accumulate(_size(self.source[start : start + STEP]) for start in steps)]

    def _bytes(self, offset: int) -> int:
        """Count the bytes of UTF-8 before an offset."""
        if self.source.isascii():
            return offset
        mark = offset // STEP
        return self._byte_marks[mark] + _size(self.source[mark * STEP : offset])

    @property
    def end(self) -> Place:
        """Give the place just behind the document, where a next part of the file begins."""
        return self.place(len(self.source))


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
