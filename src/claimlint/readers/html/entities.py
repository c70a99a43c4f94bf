"""Entities of HTML: what they stand for, and how far each reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from html.entities import html5

from claimlint.document import Mapped, Piece

ENTITY = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]{1,16}|[0-9]{1,16});?|[A-Za-z][A-Za-z0-9]{1,31};?)")
LINE_SPACE = frozenset("\t\n\r\f")


@lru_cache(maxsize=5_000)
def meaning(entity: str) -> tuple[str, int]:
    """Give what a match of ENTITY stands for and how many of its characters say so, 0 where it is no entity."""
    if entity[1] == "#":
        return _spaced(unescape(entity)), len(entity)
    for end in range(len(entity), 2, -1):  # "&notit;" is "¬it;", for some names need no semicolon
        if known := html5.get(entity[1:end]):
            return _spaced(known), end
    return "", 0


def _spaced(text: str) -> str:
    """Give a space for what would otherwise end a line."""
    return " " if text in LINE_SPACE else text


def has_entity(text: str) -> bool:
    """Tell whether a text holds an entity that is written in full."""
    return any(match.group().endswith(";") and meaning(match.group())[1] for match in ENTITY.finditer(text))


def unescaped_entities(text: str) -> Mapped:
    """Give a text with what its entities stand for."""
    return Mapped.woven(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    read = 0
    for match in ENTITY.finditer(text):
        start = match.start()
        said, length = meaning(match.group())
        if length:
            yield Piece(text[read:start], read, start)
            yield Piece(said, start, start + length)
            read = start + length
    yield Piece(text[read:], read, len(text))
