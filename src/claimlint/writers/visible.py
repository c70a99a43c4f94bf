"""Text as terminal cells: nothing from a file acts on the terminal, and nothing in it stays hidden."""

from functools import lru_cache
from typing import NamedTuple

SPACES = frozenset(" \t\n\r\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a")
SPACES |= frozenset("\u2028\u2029\u202f\u205f\u3000")

# Letters and marks that Unicode lets a terminal draw as nothing; other such characters are told by their category.
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
BLANK |= frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))

VOWELS_AND_TAILS = range(0x1161, 0x1200)
"""Hangul parts that join the letter before them."""

TEXT_OR_PICTURE = frozenset("\ufe0e\ufe0f")
JOINERS_AND_TONES = frozenset("\u200d\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")

MOST_MARKS = 3
"""Marks on one letter before the rest are told by their codes: a pile of them would cover other lines."""


class Cell(NamedTuple):
    """What a terminal shows as one: a letter with its marks, a picture, the code of a hidden character.

    `width` counts columns; `claimed` says that it belongs to the claim.
    """

    shown: str
    width: int
    claimed: bool = False


PLAIN = {chr(code): Cell(chr(code), 1) for code in range(128)}
CLAIMED = {char: Cell(char, 1, claimed=True) for char in PLAIN}
"""The cells of characters that need no judging."""


def cells(text: str, first: int = 0, last: int = 0) -> list[Cell]:
    """Give the cells of `text`, those of `text[first:last]` claimed, each run of spaces as one cell."""
    if text.isascii() and text.isprintable() and "  " not in text:  # most copy: nothing to judge
        return [
            *map(PLAIN.__getitem__, text[:first]),
            *map(CLAIMED.__getitem__, text[first:last]),
            *map(PLAIN.__getitem__, text[max(first, last) :]),
        ]
    line: list[Cell] = []
    for offset, char in enumerate(text):
        cell = Cell(*_glyph(char), first <= offset < last)
        if line and _joins(line[-1].shown, char, cell.width):
            line[-1] = _joined(line[-1], cell)
        elif cell.width:
            line.append(cell)
        else:  # a mark without a letter
            line.append(Cell(code(char), len(code(char)), cell.claimed))
    return line


def visible(name: str) -> str:
    """Give a name on one line, with its spaces as they are and all that a terminal would act on as codes."""
    if name.isascii() and name.isprintable():
        return name
    safe = "".join(code(char) if char in SPACES and char != " " else char for char in name)
    return " ".join(shown(cells(part)) for part in safe.split(" "))


def shown(line: list[Cell]) -> str:
    """Give what the cells look like."""
    return "".join(cell.shown for cell in line)


def columns(line: list[Cell]) -> int:
    """Count the columns the cells fill."""
    return sum(cell.width for cell in line)


@lru_cache(maxsize=4096)
def _glyph(char: str) -> tuple[str, int]:
    """Give what stands for one character and its columns; none for a mark on the letter before it."""
    if char in SPACES:
        return " ", 1
    if _is_hidden(char):
        return code(char), len(code(char))
    if _category(char) in ("Mn", "Me") or ord(char) in VOWELS_AND_TAILS:
        return char, 0
    from unicodedata import east_asian_width

    wide = east_asian_width(char) in "WF" or _category(char) == "Cn"
    return char, 2 if wide else 1


def _category(char: str) -> str:
    from unicodedata import category  # a large library, which plain text does not need

    return category(char)


def _is_hidden(char: str) -> bool:
    """Tell whether a terminal would act on a character, or draw nothing or anything for it."""
    category = _category(char)
    if category == "Cn":  # unassigned, but pictures come in newer than this Python's tables
        return not "\U0001f300" <= char <= "\U0001faff"
    return category[0] == "C" or char in BLANK


def code(char: str) -> str:
    """Spell a character out: `\\x1b`, `<U+202E>`."""
    number = ord(char)
    return f"<U+{number:04X}>" if number > 0xFF else f"\\x{number:02x}"


def _joins(before: str, char: str, width: int) -> bool:
    """Tell whether a character joins the cell that shows `before`. A code is as long as a letter with all its marks."""
    if char in SPACES or before == " " or len(before) > MOST_MARKS:
        return char in SPACES and before == " "
    if char in TEXT_OR_PICTURE:
        return not before[0].isalpha()
    if char in JOINERS_AND_TONES:
        return _is_picture(before[0])
    return width == 0


def _joined(before: Cell, cell: Cell) -> Cell:
    """Add a mark to its letter. What dresses a picture is left out: terminals do not agree on its columns."""
    mark = "" if cell.width else cell.shown
    return Cell(before.shown + mark, before.width, before.claimed or cell.claimed)


def _is_picture(char: str) -> bool:
    return _category(char) in ("So", "Cn") or "\U0001f000" <= char <= "\U0001faff"
