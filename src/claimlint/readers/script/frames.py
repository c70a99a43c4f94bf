"""What is open in a script while it is read, and what the tokens around a value tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claimlint.document import Piece
from claimlint.readers.escapes import character, pieces
from claimlint.readers.script.grammar import LEADING
from claimlint.readers.script.jsx import Sheet

ESCAPE = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(?:u([0-9a-fA-F]{4})|u\{0*([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2}))|(\r\n|.))",
    re.S,
)
MEANT = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " ", "v": " ", "0": " "} | dict.fromkeys(
    ("\n", "\r", "\r\n", "\u2028", "\u2029"), ""
)
KEY_STARTS = frozenset(
    """, ; { } readonly static public private protected declare const let var async override accessor""".split()
) | {""}  # fmt: skip
"""What stands before the name of a value."""
TYPED = frozenset(": | & < extends keyof".split())
"""What stands before a type, which names no value."""
OBJECT_STARTS = frozenset("= : ( , [ ? && || ?? ... += return default yield await".split())
"""What stands before the brace of an object; others open a block of statements."""
DOTS = frozenset({".", "?."})

FrameKind = Literal["object", "block", "array", "key", "call", "hole", "template", "element"]
"""A `key` stands in brackets behind what it is looked up in, a `hole` is code in a template or element."""


@dataclass(slots=True)
class Frame:
    """What is open: a bracket, a template, an element.

    `key` names the value that is being read, None where names further out say nothing of it. `prev` and `before` are the
    last two tokens, `chain` is the first name of the expression. `run` holds the words of the string that is being read,
    which others may be added to, and `led` the token before it.
    """

    kind: FrameKind
    sheet: Sheet | None = None
    silent: bool = False
    key: str | None = ""
    prev: str = ""
    before: str = ""
    chain: str = ""
    run: list[Piece] | None = None
    led: str = ""
    lone: bool = True
    """Whether nothing but one string was read so far."""
    index: int = 0
    tag: str = ""

    def see(self, token: str) -> None:
        """Take a token as the last one."""
        self.prev, self.before = token, self.prev

    @property
    def is_operand(self) -> bool:
        """Tell whether the last token ends an operand."""
        return self.prev in (")", "}", '"') or (is_name(self.prev) and self.prev not in LEADING)

    def opens(self, sign: str) -> FrameKind:
        """Tell what a bracket opens here."""
        if sign == "(":
            return "call"
        if sign == "[":
            return "key" if self.is_operand else "array"
        if self.kind in ("template", "element"):
            return "hole"
        is_value = self.prev in OBJECT_STARTS or (not self.prev and self.kind != "block")
        return "object" if is_value else "block"


def is_name(token: str) -> bool:
    """Tell whether a token is a name."""
    return token[:1].isalnum() or token[:1] in ("_", "$", "@", "#")


def literal(source: str, start: int, end: int) -> Iterator[Piece]:
    """Give the words of a string or template without its escapes."""
    return pieces(source, start, end, ESCAPE, _meaning)


def _meaning(escape: re.Match[str]) -> str:
    high, low, code, point, byte, sign = escape.groups()
    if high:
        return chr(0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF))
    return MEANT.get(sign, sign) if sign else character(code or point or byte)
