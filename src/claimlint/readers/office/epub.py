"""E-books: their chapters, each read as the HTML page that it is."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from claimlint.document import Block
from claimlint.errors import NotReadable
from claimlint.readers.decode import decode
from claimlint.readers.formats import Part
from claimlint.readers.html import cut_html
from claimlint.readers.office.archive import SAVE_AGAIN, Archive, resolved
from claimlint.readers.office.package import events
from claimlint.readers.office.story import Script

CONTAINER = "META-INF/container.xml"


def read(archive: Archive) -> Part:
    """Read the chapters in their order; the text is that of their files, and a pointer the name of one."""
    script = Script()
    blocks: list[Block] = []
    for chapter in dict.fromkeys(_chapters(archive)):
        text, _ = decode(archive.read(chapter))
        blocks += cut_html(script.add(text), "body", chapter)
        script.add("\n")
    if not script.size:
        raise NotReadable(f"there are no chapters in it: {SAVE_AGAIN}")
    return Part(script.text, blocks)


def _chapters(archive: Archive) -> Iterator[str]:
    """Give the parts that the spine of the book names."""
    paths = (attributes["full-path"] for _, _, attributes in events(archive, CONTAINER) if "full-path" in attributes)
    book = next(paths, "")
    files: dict[str, str] = {}
    for kind, name, attributes in events(archive, book):
        if kind == "start" and name == "item":
            files[attributes.get("id", "")] = resolved(unquote(attributes.get("href", "")), book)
        elif kind == "start" and name == "itemref" and files.get(attributes.get("idref", ""), "") in archive:
            yield files[attributes["idref"]]
