"""PDF: the printed text of every page, each character with its box."""

from __future__ import annotations

from array import array
from contextlib import closing
from itertools import chain
from typing import Any, NamedTuple

from claimlint.document import Block, Layout, Mapped
from claimlint.errors import NotReadable
from claimlint.readers.fields import read_field
from claimlint.readers.formats import Part, Wishes
from claimlint.readers.pages import UNKNOWN, Glyph, lay_out
from claimlint.readers.sheets import UNPRINTED, sheet_of
from claimlint.readers.text import cut

MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
MOST_ON_PAGE = 200_000
INFO = ("Title", "Subject", "Keywords")
WAY_OUT = "or save the words in it as UTF-8 text"
OCR = f"run text recognition (OCR) over it, {WAY_OUT}"
MISSING = f"PDF files need an extra: pip install 'cosmetic-claimlint[documents]', {WAY_OUT}"
LOCKED = f"it is locked with a password: save a copy without one, {WAY_OUT}"
DAMAGED = f"it is a damaged PDF file: export it again, {WAY_OUT}"
CUT_OFF = "the end of the file is missing, and maybe pages with it: export it again"
PICTURES = "only pictures, no text"
UNKNOWN_LETTERS = "a font that does not tell which letters it shows"
TOO_MANY = f"more than {MOST_ON_PAGE:,} characters"
BROKEN_PAGE = "it is damaged"
BLANK = "its pages are blank"
MOST_UNKNOWN = 0.05
"""The share of unknown letters from which on a page is told of: a sign here and there is no word."""
MOST_NAMED = 20
"""Pages that a note names."""
TRAILER = 2_000
"""Bytes at the end in which a whole file says that it ends."""


class Print(NamedTuple):
    """The characters of a page, and why some of it is not read."""

    glyphs: list[Glyph]
    fault: str | None = None


def read_bytes(data: bytes, wishes: Wishes) -> Part:
    """Read a PDF: what its pages show, and its title, subject and keywords. Raises NotReadable with the reason."""
    try:
        import pypdfium2
    except ImportError as error:
        raise NotReadable(MISSING) from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise NotReadable(LOCKED if is_locked else DAMAGED) from error
    with closing(document):
        return _read(document, wishes, is_cut_off=b"%%EOF" not in data[-TRAILER:])


def _read(document: Any, wishes: Wishes, *, is_cut_off: bool) -> Part:
    if len(document) > MOST_PAGES:
        raise NotReadable(f"it has {len(document):,} pages, the limit is {MOST_PAGES:,}: split it into smaller files")
    text, blocks = _info(document, wishes)
    texts, copies, starts = [text], list[Mapped](), list[int]()
    boxes = array("f", UNPRINTED * len(text))
    faults: dict[str, list[int]] = {}
    for number in range(len(document)):
        starts.append(len(boxes) // 4)
        printed = _print(document, number)
        sheet = sheet_of(lay_out(printed.glyphs), starts[-1])
        if printed.fault:
            faults.setdefault(printed.fault, []).append(number + 1)
        texts.append(sheet.text)
        copies.append(sheet.copy)
        boxes.extend(sheet.boxes)
        if len(boxes) > 4 * MOST_CHARACTERS:
            raise NotReadable(f"it has more than {MOST_CHARACTERS:,} characters: split it into smaller files")
    if not any(copy.text.strip(f"{UNKNOWN}•\n ") for copy in copies):
        fault = next(iter(faults), BLANK)
        raise NotReadable(f"it has no text that can be read ({fault}): {OCR}")
    notes = [f"not read on page {_listed(pages)}: {fault}" for fault, pages in faults.items()] + [CUT_OFF] * is_cut_off
    read = chain(blocks, chain.from_iterable(map(cut, copies)))
    return Part("".join(texts), read, "; ".join(notes) or None, Layout(tuple(starts), boxes))


def _info(document: Any, wishes: Wishes) -> tuple[str, list[Block]]:
    """Give title, subject and keywords, one below the other, and their blocks."""
    text, blocks = "", list[Block]()
    for name in INFO:
        try:
            value = " ".join(document.get_metadata_value(name).split())
        except UnicodeDecodeError:
            continue  # half a character: no program that writes words writes that
        line = Mapped.whole(f"{text}{value}").part(len(text), len(text) + len(value))
        blocks += read_field(line, (name.lower(),), wishes)
        text += f"{value}\n" if value else ""
    return text, blocks


def _print(document: Any, number: int) -> Print:
    """Read the characters of a page, all or none."""
    import pypdfium2

    from claimlint.readers.glyphs import read_glyphs

    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            if text.count_chars() > MOST_ON_PAGE:
                return Print([], TOO_MANY)
            glyphs = list(read_glyphs(page, text))
            if not glyphs and pypdfium2.raw.FPDFPage_CountObjects(page) > 0:
                return Print([], PICTURES)
    except pypdfium2.PdfiumError:
        return Print([], BROKEN_PAGE)
    unknown = sum(glyph.char == UNKNOWN for glyph in glyphs)
    return Print(glyphs, UNKNOWN_LETTERS if unknown > MOST_UNKNOWN * len(glyphs) else None)


def _listed(pages: list[int]) -> str:
    named = ", ".join(map(str, pages[:MOST_NAMED]))
    return f"{named} and {len(pages) - MOST_NAMED} more" if len(pages) > MOST_NAMED else named
