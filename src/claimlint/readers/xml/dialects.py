"""Kinds of XML that are known by their root: where the texts stand, and by which key people know them."""

from __future__ import annotations

from typing import NamedTuple

Set = frozenset[str]
NONE: Set = frozenset()
CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Elements within a text of a translation that hold markup of the original file."""


class Dialect(NamedTuple):
    """What is read of a kind of XML.

    `units` are the elements that have a key, in the first of the attributes `keys`; in them only the elements `texts` are
    read. What is in elements `skip` is not read at all. `escapes` says that texts have backslashes before signs.
    """

    units: Set = NONE
    keys: tuple[str, ...] = ("name", "key", "attribute-id")
    texts: Set = NONE
    skip: Set = frozenset({"script", "style"})
    escapes: bool = False


ANY = Dialect()
RESX = Dialect(frozenset({"data"}), ("name",), frozenset({"value"}), frozenset({"resheader", "schema", "metadata"}))
DIALECTS = {
    "xliff": Dialect(
        frozenset({"trans-unit", "unit"}),
        ("resname", "name", "id"),
        frozenset({"source", "target"}),
        CODES | {"header", "note", "notes", "alt-trans", "matches", "glossary", "skeleton", "bin-unit"},
    ),
    "tmx": Dialect(frozenset({"tu"}), ("tuid",), frozenset({"seg"}), CODES | {"header", "note", "prop"}),
    "resources": Dialect(
        frozenset({"string", "plurals", "string-array"}), ("name",), frozenset({"string", "item"}), escapes=True
    ),
}


def dialect_of(root: str, source: str) -> Dialect:
    """Give the kind of XML that begins with an element of this name."""
    if root == "root" and "microsoft-resx" in source:
        return RESX
    return DIALECTS.get(root, ANY)
