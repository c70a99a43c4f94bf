"""Office documents of all kinds: what the archive holds says which, not the name of the file."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.errors import NotReadable
from claimlint.readers.formats import Part, Wishes
from claimlint.readers.office import epub, excel, opendocument, sheet, word
from claimlint.readers.office.archive import Archive
from claimlint.readers.office.package import events, main_part, properties, related
from claimlint.readers.office.story import Story, tell

WORDS = {"document": word.document, "presentation": word.presentation}
"""What the main part of a package is by its outermost element, for those that hold stories."""


def read_bytes(data: bytes, wishes: Wishes) -> Part:
    """Read a file of Word, PowerPoint, Excel, OpenDocument or EPUB. Raises NotReadable where it is none, locked or damaged."""
    archive = Archive(data)
    if opendocument.CONTENT in archive:
        found = opendocument.read(archive)
        return sheet.read(found, wishes) if isinstance(found, sheet.Sheets) else _told(found)
    if epub.CONTAINER in archive:
        return epub.read(archive)
    part = main_part(archive)
    root = next(name for _, name, _ in events(archive, part))
    if root == "workbook":
        return sheet.read(excel.workbook(archive, part, _properties(archive)), wishes)
    if root not in WORDS:
        raise NotReadable(f"it is an Office package of an unknown kind ({root}): save it as DOCX, PPTX or XLSX")
    return _told(_all(archive, root, part))


def _all(archive: Archive, root: str, part: str) -> Iterator[Story]:
    yield from WORDS[root](archive, part)
    yield from _properties(archive)


def _properties(archive: Archive) -> Iterator[Story]:
    for one in related(archive):
        if one.type == "core-properties":
            yield from properties(archive, one.part)


def _told(stories: Iterator[Story]) -> Part:
    part = tell(stories)
    if not part.text.strip():
        raise NotReadable("there are no words in it: if they stand in pictures, type them out, or leave the file out")
    return part
