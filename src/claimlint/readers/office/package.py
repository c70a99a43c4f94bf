"""Packages of the Office kind: parts that name each other by relationships."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename, dirname
from typing import NamedTuple

from claimlint.errors import NotReadable
from claimlint.readers.office.archive import SAVE_AGAIN, Archive, resolved
from claimlint.readers.office.elements import Event, elements
from claimlint.readers.office.story import Paragraph, Story

TOP = ""
"""The part that names the first ones is the package itself."""

PROPERTIES = {
    "title": "title",
    "subject": "subject",
    "description": "description",
    "keywords": "keywords",
    "keyword": "keywords",
}
"""What is read of the properties of a document, and what it is called."""


class Related(NamedTuple):
    """A part that another one names: the id it does so by, the last word of its type, the part."""

    id: str
    type: str
    part: str


def related(archive: Archive, part: str = TOP) -> list[Related]:
    """Give the parts of the archive that a part names, each once, in order. What is missing is left out."""
    rels = f"{dirname(part)}/_rels/{basename(part)}.rels"
    if rels not in archive:
        return []
    found = (
        Related(attributes.get("Id", ""), basename(attributes.get("Type", "")), resolved(attributes["Target"], part))
        for kind, name, attributes in elements(archive.chunks(rels))
        if kind == "start" and "Target" in attributes and attributes.get("TargetMode") != "External"
    )
    known = {one.part: one for one in found if one.part in archive}
    return list(known.values())


def main_part(archive: Archive) -> str:
    """Give the part that a package is about. Raises NotReadable where it has none."""
    for one in related(archive):
        if one.type == "officeDocument" and one.part.endswith(".bin"):
            raise NotReadable("it is a binary workbook (XLSB): save it as XLSX")
        if one.type == "officeDocument":
            return one.part
    raise NotReadable(
        f"it is a ZIP archive, but the document in it is missing: {SAVE_AGAIN}, as DOCX, XLSX, PPTX or ODT"
    )


def events(archive: Archive, part: str) -> Iterator[Event]:
    """Give the elements of a part."""
    return elements(archive.chunks(part))


def properties(archive: Archive, part: str) -> Iterator[Story]:
    """Give title, subject, description and keywords of a document, each as a story."""
    name, pieces = "", list[str]()
    for kind, word, _ in events(archive, part):
        if kind == "text":
            pieces.append(word)
            continue
        text = "".join(pieces).strip()
        if kind == "end" and word == name and text:
            label = PROPERTIES[name]
            yield [Paragraph(text, f"document {label}", "heading" if label == "title" else "body")]
        name, pieces = (word if kind == "start" and word in PROPERTIES else ""), []
