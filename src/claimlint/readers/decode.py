"""Bytes to text: which encoding a file is in, and why a file is no text at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from claimlint.errors import NotReadable

MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
"""Byte order marks, longest first."""

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
UTF8_MARK = b"\xef\xbb\xbf"

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage"
"""What an Office file with a password holds, in UTF-16, instead of its parts."""
KINDS = (
    (b"%PDF-", "a PDF file"),
    (ZIP, "a ZIP archive"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xfd7zXZ\x00", "an XZ archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (OLE, "an old Word, Excel or PowerPoint file"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet table (claimlint scan reads it)"),
    (b"ARROW1", "an Arrow table (claimlint scan reads it)"),
)
"""First bytes of files that people take for text."""

OFFICE = (
    (b"word/document", "a Word document (DOCX)", ".docx"),
    (b"ppt/presentation", "a PowerPoint file (PPTX)", ".pptx"),
    (b"xl/workbook", "an Excel workbook (XLSX)", ".xlsx"),
    (b"opendocument.text", "an OpenDocument text (ODT)", ".odt"),
    (b"opendocument.presentation", "an OpenDocument presentation (ODP)", ".odp"),
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet (ODS)", ".ods"),
    (b"application/epub", "an e-book (EPUB)", ".epub"),
    (b"content.xml", "an OpenDocument file", ".odt"),
)
"""Names that stand uncompressed inside a ZIP archive and tell what it is, and the suffix of the reader for it."""

STRAY = "[\udc80-\udcff]"
"""What stands for a byte that is no UTF-8; a pattern is made of it where there is one."""
MOST_CHUNKS = 50
"""Chunks that are put together of a file whose encoding has no line ends of one byte."""
MOSTLY = 0.7
"""Share of zero bytes on one side of the byte pairs from which on a text without a mark is UTF-16."""


def decode(data: bytes) -> tuple[str, str | None]:
    """Give the text of a file without its byte order mark, and what was odd about reading it.

    Raises NotReadable for what is empty or no text.
    """
    if not data:
        raise nothing_in(0)
    _refuse_known_kinds(data)
    text, note = _text(data)
    if not text.strip():
        raise nothing_in(len(data))
    _refuse_nul(text)
    return text, note


def _refuse_nul(text: str) -> None:
    if "\0" in text:
        raise NotReadable(
            f"it is binary, not text (character {text.index(chr(0))} is NUL): save the words as UTF-8 text"
        )


def nothing_in(size: int) -> NotReadable:
    """Give the error for a file of `size` bytes without a word in it."""
    state = f"only white space ({size:,} bytes)" if size else "empty (0 bytes)"
    return NotReadable(f"it is {state}: put the copy in, or leave the file out")


def edited(data: bytes, edit: Callable[[str], str]) -> bytes:
    """Give the bytes of a file that `decode` reads with its text edited; what the edit leaves keeps its bytes.

    The edit sees a stand-in for each character that is no UTF-8 in an unmarked file; offsets are those of `decode`.
    """
    mark, encoding = _coding(data)
    errors = "surrogateescape" if encoding == "utf-8" else "strict"
    return mark + edit(data[len(mark) :].decode(encoding, errors)).encode(encoding, errors)


def _coding(data: bytes) -> tuple[bytes, str]:
    """Give the byte order mark and the encoding of a file that `decode` reads."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return mark, encoding
    if b"\0" in data:
        return b"", "utf-16-le" if data[1::2].count(0) else "utf-16-be"
    return (UTF8_MARK if data.startswith(UTF8_MARK) else b""), "utf-8"


def decode_lines(chunks: Iterable[bytes]) -> Iterator[tuple[str, str | None]]:
    """Give the text of a file chunk by chunk, as `decode` does; a chunk ends at a line end.

    Raises NotReadable for what is empty or no text, where it comes to that.
    """
    known = None
    chunks = iter(chunks)
    for number, chunk in enumerate(chunks):
        if number == 0:
            _refuse_known_kinds(chunk)
            if b"\0" in chunk or chunk.startswith(UTF16_MARKS):
                yield decode(b"".join([chunk, *islice(chunks, MOST_CHUNKS)]))
                return
        text, note = _text(chunk)
        _refuse_nul(text)
        known = known or note
        yield text, known


def sniff(data: bytes) -> str | None:
    """Give the suffix of the document that the bytes are, whatever the name of the file; none for text."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(ZIP):
        return next((suffix for sign, _, suffix in OFFICE if sign in data), None)
    return None


def _refuse_known_kinds(data: bytes) -> None:
    if data.startswith(OLE) and ENCRYPTED.encode("utf-16-le") in data:
        raise NotReadable("it is an Office file protected by a password: take the password off and save it again")
    for start, kind in KINDS:
        if data.startswith(start):
            kind = _office_kind(data, kind) if start == ZIP else kind
            raise NotReadable(f"it is {kind}, not text: save the words in it as UTF-8 text")
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        raise NotReadable("it is a WebP picture, not text: save the words in it as UTF-8 text")


def _office_kind(data: bytes, kind: str) -> str:
    return next((name for sign, name, _ in OFFICE if sign in data), kind)


def _text(data: bytes) -> tuple[str, str | None]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _marked(data, mark, encoding), None
    if b"\0" in data:
        return _unmarked_utf16(data)
    body = data.removeprefix(UTF8_MARK)
    try:
        return body.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return _windows_1252(body, error.start, len(data) - len(body))


def _marked(data: bytes, mark: bytes, encoding: str) -> str:
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise NotReadable(
            f"it begins as {_shown(encoding)}, but byte {error.start + len(mark)} breaks that: save it again as UTF-8"
        ) from error


def _unmarked_utf16(data: bytes) -> tuple[str, str]:
    """Read UTF-16 without a mark: zero bytes on one side of the pairs only, and on most pairs."""
    pairs = len(data) // 2
    for encoding, empty_side in (("utf-16-le", 1), ("utf-16-be", 0)):
        empty, full = data[empty_side::2].count(0), data[1 - empty_side :: 2].count(0)
        if len(data) % 2 == 0 and full == 0 and empty >= pairs * MOSTLY:
            try:
                return data.decode(encoding), f"read as {_shown(encoding)}: it has no byte order mark"
            except UnicodeDecodeError:
                break
    raise NotReadable(f"it is binary, not text (byte {data.index(0)} is NUL): save the words as UTF-8 text")


def _shown(encoding: str) -> str:
    return encoding.upper().replace("-LE", " LE").replace("-BE", " BE")


def _windows_1252(body: bytes, first: int, skipped: int) -> tuple[str, str]:
    """Read the bytes that are not UTF-8 as Windows-1252, and the others as the UTF-8 they are."""
    text = body.decode("utf-8", "surrogateescape")
    mixed = any(not char.isascii() for char in set(re.sub(STRAY, "", text)))
    name = "UTF-8 mixed with Windows-1252" if mixed else "Windows-1252"
    note = f"read as {name}: byte 0x{body[first]:02X} at offset {first + skipped} is not UTF-8"
    return re.sub(STRAY, _stray, text), note


def _stray(match: re.Match[str]) -> str:
    """Give the character of one byte; the five that Windows-1252 leaves open stay control characters."""
    byte = match.group().encode("utf-8", "surrogateescape")
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")
