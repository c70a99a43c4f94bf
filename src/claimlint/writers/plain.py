"""Texts of files, names and packs as plain text that acts on nothing: no terminal, no parser, no reader's eye."""

from __future__ import annotations

import re

ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What no XML and no UTF-8 file can hold, or what turns, hides or obeys text."""
LINE_END = re.compile(r"\r\n?")


def harmless(text: str) -> str:
    """Give text with all that acts spelt out, `\\x1b` or `<U+202E>`; tabs and line ends stay, the latter as LF."""
    return ACTING.sub(_code, LINE_END.sub("\n", text))


def line(text: str) -> str:
    """Give text as one harmless line, with one space for each run of spaces."""
    return " ".join(harmless(text).split())


def short(text: str, most: int) -> str:
    """Give text as one harmless line of at most so many characters, its middle left out where it is longer."""
    words = line(text)
    half = (most - 1) // 2
    return words if len(words) <= most else f"{words[:half]}…{words[-half:]}"


def _code(match: re.Match[str]) -> str:
    number = ord(match.group())
    return f"<U+{number:04X}>" if number > 0xFF else f"\\x{number:02x}"
