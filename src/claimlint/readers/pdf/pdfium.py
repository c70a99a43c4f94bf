"""The pages of a PDF as pdfium tells them: what runs in the process that `pdf` starts."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import Any, NamedTuple

import pypdfium2

from claimlint.errors import NotReadable
from claimlint.readers.pdf.glyphs import read_glyphs
from claimlint.readers.pdf.pages import lay_out
from claimlint.readers.pdf.rows import UNKNOWN, Glyph
from claimlint.readers.pdf.sheets import Sheet, sheet_of

MOST_MEMORY = 2_000_000_000
MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
MOST_ON_PAGE = 200_000
MOST_UNKNOWN = 0.05
"""The share of unknown letters from which on a page is told of: a sign here and there is no word."""
MOST_NAMED = 20
"""Pages that a note names."""
TRAILER = 2_000
"""Bytes at the end in which a whole file says that it ends."""
INFO = ("Title", "Subject", "Keywords")

OTHERWISE = "or save the words in it as UTF-8 text"
LOCKED = f"it is locked with a password: save a copy without one, {OTHERWISE}"
DAMAGED = f"it is a damaged PDF file, or has no pages: export it again, {OTHERWISE}"
CUT_OFF = "the end of the file is missing, and maybe pages with it: export it again"
PICTURES = "only pictures, no text"
UNKNOWN_LETTERS = "fonts that do not tell which letters they show"
TOO_MANY = f"more than {MOST_ON_PAGE:,} characters"
BROKEN = "damaged"
BLANK = "blank pages"
OCR = f"run text recognition (OCR) over it, {OTHERWISE}"
AGAIN = f"export it again, {OTHERWISE}"
WAYS_OUT = {PICTURES: OCR, UNKNOWN_LETTERS: OCR, BROKEN: AGAIN}


class Print(NamedTuple):
    """The characters of a page, and why some or all of them are not read."""

    glyphs: list[Glyph]
    fault: str | None = None


def main() -> None:
    """Read a PDF from standard input, and tell on standard output what it holds or why it is refused, as JSON."""
    _limit_memory()
    try:
        told = tell(sys.stdin.buffer.read())
    except NotReadable as error:
        told = {"refused": str(error)}
    json.dump(told, sys.stdout)


def _limit_memory() -> None:
    """Let the process fail rather than take all memory there is, where the system knows of limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def tell(data: bytes) -> dict[str, Any]:
    """Give info, pages and a note of a PDF, as what JSON can hold. Raises NotReadable with the reason."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise NotReadable(LOCKED if is_locked else DAMAGED) from error
    with closing(document):
        if len(document) > MOST_PAGES:
            raise NotReadable(
                f"it has {len(document):,} pages, the limit is {MOST_PAGES:,}: split it into smaller files"
            )
        sheets, faults = _sheets(document)
        info = list(_info(document))
    notes = [f"page {_listed(pages)}: {fault}, not read" for fault, pages in faults.items()]
    notes += [CUT_OFF] if b"%%EOF" not in data[-TRAILER:] else []
    pages = [{"text": sheet.text, "boxes": sheet.boxes.tobytes().hex(), "pieces": sheet.pieces} for sheet in sheets]
    return {"info": info, "pages": pages, "note": "; ".join(notes) or None}


def _sheets(document: Any) -> tuple[list[Sheet], dict[str, list[int]]]:
    """Give the pages, and the numbers of those with a fault. Raises NotReadable where none has text, or all too much."""
    sheets: list[Sheet] = []
    faults: dict[str, list[int]] = {}
    size = 0
    for index in range(len(document)):
        printed = _print(document, index)
        if printed.fault:
            faults.setdefault(printed.fault, []).append(index + 1)
        sheets.append(sheet_of(lay_out(printed.glyphs)))
        size += len(sheets[-1].text)
        if size > MOST_CHARACTERS:
            raise NotReadable(f"it has more than {MOST_CHARACTERS:,} characters: split it into smaller files")
    if not any(sheet.text.strip(f"{UNKNOWN}•\n ") for sheet in sheets):
        found = next(iter(faults), BLANK)
        raise NotReadable(
            f"it has no text to read ({found}): {WAYS_OUT.get(found, 'save the words in it as UTF-8 text')}"
        )
    return sheets, faults


def _print(document: Any, index: int) -> Print:
    """Read the characters of a page, all or none."""
    try:
        with closing(document[index]) as page, closing(page.get_textpage()) as text:
            if text.count_chars() > MOST_ON_PAGE:
                return Print([], TOO_MANY)
            glyphs = list(read_glyphs(page, text))
            if not glyphs and pypdfium2.raw.FPDFPage_CountObjects(page) > 0:
                return Print([], PICTURES)
    except pypdfium2.PdfiumError:
        return Print([], BROKEN)
    unknown = sum(glyph.char == UNKNOWN for glyph in glyphs)
    return Print(glyphs, UNKNOWN_LETTERS if unknown > MOST_UNKNOWN * len(glyphs) else None)


def _info(document: Any) -> Iterator[tuple[str, str]]:
    """Give what the file says of itself, each on one line. Half a character is no word."""
    for name in INFO:
        with suppress(UnicodeDecodeError):
            if value := " ".join(document.get_metadata_value(name).split()):
                yield name, value


def _listed(pages: list[int]) -> str:
    named = ", ".join(map(str, pages[:MOST_NAMED]))
    return f"{named} and {len(pages) - MOST_NAMED} more" if len(pages) > MOST_NAMED else named
