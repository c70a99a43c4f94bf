"""The printed characters of one PDF page, as pdfium tells them."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from claimlint.findings import Box
from claimlint.readers.pdf.rows import CROOKED, UNKNOWN, Glyph

PICTURE_FONTS = ("wingdings", "webdings", "dingbats")
BULLETS = "\uf0b7\uf0a7\u00b7"
"""What fonts of signs have for a bullet, and what others have that is one where it stands before a word."""
STRAIGHT = math.radians(3)
"""An angle that no eye sees."""


class Frame(NamedTuple):
    """A page as it is shown: the corners of what is shown in the page's own space, and its quarter turns with the clock."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """Give the place from the upper left corner, downwards."""
        places = (
            (x - self.left, self.top - y), (y - self.bottom, x - self.left),
            (self.right - x, y - self.bottom), (self.top - y, self.right - x),
        )  # fmt: skip
        return places[self.quarters]

    def box(self, x: float, y: float, other_x: float, other_y: float) -> Box:
        """Give the box between two opposite corners."""
        (left, top), (right, bottom) = self.shown(x, y), self.shown(other_x, other_y)
        return min(left, right), min(top, bottom), max(left, right), max(top, bottom)

    def holds(self, box: Box) -> bool:
        """Tell whether something of a box is on the page that is shown."""
        width, height = self.right - self.left, self.top - self.bottom
        if self.quarters % 2:
            width, height = height, width
        return box[2] > 0 and box[3] > 0 and box[0] < width and box[1] < height


class Style(NamedTuple):
    """What the characters that a file prints at once have in common."""

    size: float
    turn: int
    is_picture: bool


class Marks(NamedTuple):
    """How a character is parted from the one before it."""

    space: bool = False
    line: bool = False


def read_glyphs(page: Any, text: Any) -> Iterator[Glyph]:
    """Give the characters that are printed on a page, in the order of the file. What lies outside of it is left out."""
    frame, marks, style, printer = _frame(page), Marks(line=True), Style(1, 0, is_picture=False), None
    corners = tuple(ctypes.c_double() for _ in range(4))
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in (0x0A, 0x0D):
            marks = marks._replace(line=True)
            continue
        char = _character(code, bool(pdfium.FPDFText_IsHyphen(text, index)))
        if char.isspace():
            marks = marks._replace(space=True)
            continue
        if (owner := pdfium.FPDFText_GetTextObject(text, index)) and (
            at := ctypes.addressof(owner.contents)
        ) != printer:
            printer, style = at, _style(text, index, frame)
        if char != "-" and pdfium.FPDFText_HasUnicodeMapError(text, index) == 1:
            char = UNKNOWN
        if style.is_picture or (char in BULLETS and any(marks)):
            char = "•"
        glyph = _glyph(text, index, char, style, frame, marks, corners)
        if frame.holds(glyph.box):
            yield glyph
            marks = Marks()


def _frame(page: Any) -> Frame:
    corners = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, corners)
    left, right = sorted((corners.left, corners.right))
    bottom, top = sorted((corners.bottom, corners.top))
    return Frame(left, bottom, right, top, max(pdfium.FPDFPage_GetRotation(page), 0) % 4)


def _character(code: int, is_hyphen: bool) -> str:
    """Give the character of a code: one without meaning is UNKNOWN, and never half of a pair."""
    if is_hyphen:
        return "-"
    char = chr(code) if code < 0x110000 else UNKNOWN
    is_bare = code & 0xFFFE == 0xFFFE or (unicodedata.category(char) in ("Cc", "Cs") and not char.isspace())
    return UNKNOWN if is_bare else char


def _style(text: Any, index: int, frame: Frame) -> Style:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    size = pdfium.FPDFText_GetFontSize(text, index) * (math.hypot(matrix.c, matrix.d) or 1.0)
    angle = math.atan2(matrix.b, matrix.a) - frame.quarters * math.pi / 2
    quarters = round(angle / (math.pi / 2))
    turn = quarters % 4 if abs(angle - quarters * math.pi / 2) < STRAIGHT else CROOKED
    name, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, len(name), flags)
    font = name.value.decode("utf-8", "replace").lower()
    return Style(round(abs(size), 2) or 1.0, turn, any(known in font for known in PICTURE_FONTS))


def _glyph(
    text: Any, index: int, char: str, style: Style, frame: Frame, marks: Marks, corners: tuple[ctypes.c_double, ...]
) -> Glyph:
    x, y, other_x, other_y = corners
    pdfium.FPDFText_GetCharBox(text, index, x, other_x, y, other_y)
    box = frame.box(x.value, y.value, other_x.value, other_y.value)
    if box[2] <= box[0]:
        box = _room(text, index, frame)
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    at = frame.shown(x.value, y.value)
    left, right, base = _along(box, at, style.turn)
    return Glyph(char, box, left, right, base, style.size, style.turn, marks.space, marks.line)


def _room(text: Any, index: int, frame: Frame) -> Box:
    """Give the room that a character without ink takes."""
    room = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, room)
    return frame.box(room.left, room.bottom, room.right, room.top)


def _along(box: Box, at: tuple[float, float], turn: int) -> tuple[float, float, float]:
    """Give where a character begins, where its ink ends and its base line, to somebody who reads it upright."""
    x, y = at
    if turn == 1:
        return -y, -box[1], x
    if turn == 2:
        return -x, -box[0], -y
    if turn == 3:
        return y, box[3], -x
    return x, box[2], y
