"""From inputs to documents: each is read as what it is, and none is lost where that fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from claimlint.document import Document
from claimlint.errors import NotReadable, Unparsed
from claimlint.findings import START, NotChecked
from claimlint.readers.comments import NAME, without_comments
from claimlint.readers.decode import decode, decode_lines, nothing_in, sniff
from claimlint.readers.discover import discover
from claimlint.readers.folders import Leave, nothing_left_out
from claimlint.readers.formats import EVERYTHING, FORMATS, PLAIN, Format, Part, Wishes, format_of, suffix_of
from claimlint.readers.source import STDIN, Source

Documents = Iterator[Document | NotChecked]
Wanted = Callable[[str], bool]
"""Tells of a shown path whether the file is to be read."""


def read_paths(
    paths: Sequence[str], wishes: Wishes = EVERYTHING, stdin_name: str = STDIN, wanted: Wanted = lambda _: True,
    leave: Leave = nothing_left_out,
) -> Documents:  # fmt: skip
    """Give the documents of files, folders, globs and "-", and what cannot be read with its reason.

    `stdin_name` is the name of the file that standard input holds. Of files only the `wanted` are read; `leave` tells
    what of folders is left out.
    """
    for source in discover(paths, stdin_name, leave):
        if isinstance(source, NotChecked):
            yield source
        elif source.is_stdin or wanted(source.path):
            yield from _told(source.path, read(source, wishes))


def read_data(path: str, data: bytes, wishes: Wishes = EVERYTHING) -> Documents:
    """Give the documents of bytes as if a file of that name held them."""
    return _told(path, read(Source(path, data=data), wishes))


def read_string(path: str, text: str) -> Documents:
    """Give the documents of a text that is already decoded, in the format that the suffix of `path` names."""
    known = format_of(path)
    if known.takes == "lines":
        return _told(path, _parts(path, iter([text]), known, EVERYTHING, set()))
    return _told(path, _text(path, text, None, known, EVERYTHING))


def _told(path: str, documents: Iterable[Document]) -> Documents:
    """Give documents, and behind them the reason where reading ends before the file does."""
    try:
        yield from documents
    except NotReadable as error:
        yield NotChecked(path, str(error))


def read(source: Source, wishes: Wishes = EVERYTHING) -> Iterator[Document]:
    """Read one input as one document or, where it may be large, as several. Raises NotReadable with the reason."""
    known = format_of(source.path)
    if known.takes == "lines":
        yield from _lines(source, known, wishes)
        return
    data = source.load()
    suffix = sniff(data)
    if suffix in FORMATS and FORMATS[suffix].takes == "bytes":
        yield _bytes(source.path, data, FORMATS[suffix], wishes, _misnamed(source.path, suffix))
    else:
        yield from _text(source.path, *decode(data), known, wishes)


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


def _lines(source: Source, known: Format, wishes: Wishes) -> Iterator[Document]:
    """Read a file of any size part by part."""
    remarks = set[str]()

    def texts() -> Iterator[str]:
        for text, remark in decode_lines(source.chunks()):
            remarks.update([remark] if remark else [])
            yield text

    return _parts(source.path, texts(), known, wishes, remarks)


def _parts(path: str, texts: Iterator[str], known: Format, wishes: Wishes, remarks: set[str]) -> Iterator[Document]:
    """Read texts of whole lines as parts of one file, each beginning where the one before it ended."""
    start = START
    is_bare = True
    for part in known.read(texts, wishes):
        document = Document(path, part.text, tuple(part.blocks), _notes(*sorted(remarks), part.note), start)
        start = document.end
        if part.text.strip():
            is_bare = False
            yield document
    if is_bare:
        raise nothing_in(start.offset)


def _notes(*notes: str | None) -> str | None:
    return "; ".join(note for note in notes if note) or None
