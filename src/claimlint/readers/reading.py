"""From inputs to documents: each is read as what it is, and none is lost where that fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar

from claimlint.document import Document
from claimlint.errors import NotReadable, Unparsed
from claimlint.findings import START, NotChecked, Place
from claimlint.readers.comments import NAME, without_comments
from claimlint.readers.decode import decode, decode_lines, nothing_in, sniff
from claimlint.readers.discover import discover
from claimlint.readers.folders import Leave, nothing_left_out
from claimlint.readers.formats import EVERYTHING, FORMATS, PLAIN, Format, Part, Wishes, format_of, suffix_of
from claimlint.readers.source import STDIN, Source

LARGEST_TABLE = 20_000_000
"""Bytes of a table up to which it is held as a whole."""
Item = TypeVar("Item")
Documents = Iterator[Document | NotChecked]
Content = bytes | Iterable[bytes] | str
Wanted = Callable[[str], bool]
"""Tells of a shown path whether the file is to be read."""


class Piece(NamedTuple):
    """What can be read by itself: a file, or lines of one whose lines each stand for themselves.

    `content` is the bytes of a file, at once or in chunks; a table too large to be held gives its chunks only once. Or it
    is text that begins at `start` of the file, and `note` says what was odd about reading it. Or it is a file on disk,
    which is opened when it comes to that.
    """

    path: str
    content: Content | Source
    start: Place = START
    note: str | None = None

    @property
    def is_held(self) -> bool:
        """Tell whether the content can be had as a whole, more than once or elsewhere."""
        return isinstance(self.content, (bytes, tuple, str, Source))

    def at_hand(self) -> Content:
        """Give the content, of a file on disk by reading it. Raises NotReadable where that fails."""
        return self.content.load() if isinstance(self.content, Source) else self.content

    @property
    def size(self) -> int | None:
        """Give the bytes or characters of what is held."""
        content = self.content
        if isinstance(content, Source):
            return content.info.st_size if content.info else None
        if isinstance(content, (bytes, str)):
            return len(content)
        return sum(map(len, content)) if isinstance(content, tuple) else None


Pieces = Iterator[Piece | NotChecked]


def find_pieces(
    paths: Sequence[str], stdin_name: str = STDIN, wanted: Wanted = lambda _: True, leave: Leave = nothing_left_out
) -> Pieces:
    """Give the pieces of files, folders, globs and "-", and what cannot be read with its reason.

    `stdin_name` is the name of the file that standard input holds. Of files only the `wanted` are read; `leave` tells
    what of folders is left out.
    """
    for source in discover(paths, stdin_name, leave):
        if isinstance(source, NotChecked):
            yield source
        elif source.is_stdin or wanted(source.path):
            yield from _told(source.path, pieces(source))


def read_paths(paths: Sequence[str], wishes: Wishes = EVERYTHING) -> Documents:
    """Give the documents of files, folders, globs and "-", and what cannot be read with its reason."""
    for piece in find_pieces(paths):
        yield from [piece] if isinstance(piece, NotChecked) else read_piece(piece, wishes)


def read_data(path: str, data: bytes, wishes: Wishes = EVERYTHING) -> Documents:
    """Give the documents of bytes as if a file of that name held them."""
    return _told(path, read(Source(path, data=data), wishes))


def read_string(path: str, text: str) -> Documents:
    """Give the documents of a text that is already decoded, in the format that the suffix of `path` names."""
    return read_piece(Piece(path, text), EVERYTHING)


def read_piece(piece: Piece, wishes: Wishes) -> Documents:
    """Give the documents of a piece, and behind them the reason where reading ends before the piece does."""
    return _told(piece.path, _read(piece, wishes))


def _told(path: str, read: Iterable[Item]) -> Iterator[Item | NotChecked]:
    try:
        yield from read
    except NotReadable as error:
        yield NotChecked(path, str(error))


def pieces(source: Source) -> Iterator[Piece]:
    """Give an input as one piece or, where it is large, as several. Raises NotReadable with the reason."""
    path = source.path
    takes = "text" if source.is_small else format_of(path).takes
    if takes == "lines":
        yield from _stretches(source)
    elif takes == "rows":
        yield Piece(path, _held(source.chunks()))
    else:
        yield Piece(path, source if source.info else source.load())


def _stretches(source: Source) -> Iterator[Piece]:
    """Cut a file of lines."""
    start = START
    is_bare = True
    for text, note in decode_lines(source.chunks()):
        if text.strip():
            is_bare = False
            yield Piece(source.path, text, start, note)
        start = Document(source.path, text, (), start=start).end
    if is_bare:
        raise nothing_in(start.offset)


def _held(chunks: Iterator[bytes]) -> Iterable[bytes]:
    """Give the chunks of a table, all at hand unless it is too large. Raises NotReadable where they cannot be had."""
    first: list[bytes] = []
    size = 0
    for chunk in chunks:
        first.append(chunk)
        size += len(chunk)
        if size > LARGEST_TABLE:
            return chain(first, chunks)
    return tuple(first)


def read(source: Source, wishes: Wishes = EVERYTHING) -> Iterator[Document]:
    """Read an input as one document or, where it may be large, as several. Raises NotReadable with the reason."""
    for piece in pieces(source):
        yield from _read(piece, wishes)


def _read(piece: Piece, wishes: Wishes) -> Iterator[Document]:
    path, note, content = piece.path, piece.note, piece.at_hand()
    known = format_of(path)
    if known.takes in ("lines", "rows"):
        yield from _parts(piece, content, known, wishes)
    elif isinstance(content, str):
        yield from _text(path, content, note, known, wishes)
    else:
        data = content if isinstance(content, bytes) else b"".join(content)
        suffix = sniff(data)
        if suffix in FORMATS and FORMATS[suffix].takes == "bytes":
            yield _bytes(path, data, FORMATS[suffix], wishes, _misnamed(path, suffix))
        else:
            yield from _text(path, *decode(data), known, wishes)


def _misnamed(path: str, suffix: str) -> str | None:
    is_named = FORMATS.get(suffix_of(path)) == FORMATS[suffix]
    return None if is_named else f"read as {suffix[1:].upper()}, which it is, whatever its name says"


def _text(path: str, text: str, note: str | None, named: Format, wishes: Wishes) -> Iterator[Document]:
    """Read a text in the format that its name says, or as plain text, with the reason where it should be another."""
    known = PLAIN if named.takes == "bytes" else named
    words = without_comments(path, text) if NAME in text else text
    try:
        blocks, remark = known.read(words, wishes)
        blocks = tuple(blocks)
    except Unparsed as error:
        blocks, remark = PLAIN.read(words, wishes)
        blocks, remark = tuple(blocks), f"read as plain text: {error}"
    yield Document(path, text, blocks, _notes(note, remark))


def _bytes(path: str, data: bytes, known: Format, wishes: Wishes, note: str | None) -> Document:
    part: Part = known.read(data, wishes)
    return Document(path, part.text, tuple(part.blocks), _notes(note, part.note), START, part.layout)


def _parts(piece: Piece, content: Content, known: Format, wishes: Wishes) -> Iterator[Document]:
    """Read whole lines as parts of one file, each beginning where the one before it ended."""
    remarks = {piece.note} if piece.note else set[str]()
    texts = _texts(content, remarks)
    start = piece.start
    is_bare = True
    for part in known.read(texts, wishes, start.line - 1) if known.takes == "lines" else known.read(texts, wishes):
        document = Document(piece.path, part.text, tuple(part.blocks), _notes(*sorted(remarks), part.note), start)
        start = document.end
        if part.text.strip():
            is_bare = False
            yield document
    if is_bare:
        raise nothing_in(start.offset)


def _texts(content: Content, remarks: set[str]) -> Iterator[str]:
    """Give the text of lines in chunks, and add to `remarks` what is odd about reading it as that comes up."""
    if isinstance(content, str):
        yield content
        return
    for text, remark in decode_lines([content] if isinstance(content, bytes) else content):
        remarks.update([remark] if remark else [])
        yield text


def _notes(*notes: str | None) -> str | None:
    return "; ".join(note for note in notes if note) or None
