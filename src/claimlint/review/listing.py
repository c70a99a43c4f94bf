"""Files of a review that hold a list: an entry a line, in an order that does not depend on when they were made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from claimlint.errors import ClaimlintError

VERSION = 1
LINES_BEFORE = 3
"""Lines of a file before its first entry."""


class Listing(NamedTuple):
    """What such a file is known by: the key of its version, that of its list, and how errors speak of them."""

    form: str
    key: str
    entry: str
    missing: str
    mend: str


def text(listing: Listing, entries: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """Give the text of a file with these entries; nothing but letters of ASCII, whatever the system."""
    yield f'{{\n  "{listing.form}": {VERSION},\n  "{listing.key}": ['
    comma = "\n"
    for entry in entries:
        yield f"{comma}    {json.dumps(entry)}"
        comma = ",\n"
    yield "]\n}\n" if comma == "\n" else "\n  ]\n}\n"


def rows(listing: Listing, data: Any, name: str, fields: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Give the fields of each entry, with its line. Raises ClaimlintError with file, line and reason for a fault."""
    if not (isinstance(data, dict) and data.get(listing.form) == VERSION and isinstance(data.get(listing.key), list)):
        raise ClaimlintError(
            f'{name}:1: {listing.missing}: "{listing.form}": {VERSION} and a list "{listing.key}" are missing; '
            f"{listing.mend}"
        )
    for number, item in enumerate(data[listing.key], start=1):
        values: list[Any] = [item.get(field) for field in fields] if isinstance(item, dict) else [None]
        if not all(isinstance(value, str) for value in values):
            keys = ", ".join(fields)
            line = number + LINES_BEFORE
            raise ClaimlintError(
                f"{name}:{line}: {listing.entry} {number} lacks one of {keys}: {item!r:.80}; {listing.mend}"
            )
        yield number + LINES_BEFORE, values
