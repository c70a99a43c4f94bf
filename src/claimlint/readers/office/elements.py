"""XML element by element, never as a tree, within limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from xml.parsers import expat

from claimlint.errors import NotReadable

DEEPEST = 500
MOST = 5_000_000
LONGEST_TAG = 10_000_000
"""Bytes that may lie between two events: expat scans an unfinished tag anew with each chunk."""

Event = tuple[str, str, dict[str, str]]
"""A "start" with name and attributes, an "end" with name, a "text" with its characters."""
NONE: dict[str, str] = {}

PREFIXES = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg:",
}
"""Names are given without their namespace, but for these, whose names stand beside others of the same spelling."""


def elements(chunks: Iterable[bytes]) -> Iterator[Event]:
    """Give the elements and characters of an XML part. Raises NotReadable where it is broken, or hostile."""
    batch: list[Event] = []
    parser = _parser(batch)
    count = depth = fed = 0
    try:
        for chunk in _closed(chunks):
            parser.Parse(chunk, not chunk)
            fed += len(chunk)
            count += len(batch)
            if count > MOST:
                raise NotReadable(f"a part of it has more than {MOST:,} pieces of XML: split it into smaller files")
            if fed - parser.CurrentByteIndex > LONGEST_TAG:
                raise _refused(f"an element of more than {LONGEST_TAG:,} bytes")
            for event in batch:
                depth += DEEPER[event[0]]
                if depth > DEEPEST:
                    raise _refused(f"elements nested more than {DEEPEST} deep")
                yield event
            batch.clear()
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise NotReadable(
            f"the XML in it is broken ({error}): save it again in the program it was made with"
        ) from error


DEEPER = {"start": 1, "end": -1, "text": 0}


def _closed(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Give chunks and an empty one behind them."""
    yield from chunks
    yield b""


def _parser(batch: list[Event]) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        batch.append(("start", _short(name), {_short(key): value for key, value in attributes.items()}))

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: batch.append(("end", _short(name), NONE))
    parser.CharacterDataHandler = lambda text: batch.append(("text", text, NONE))
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


@lru_cache(maxsize=1_000)
def _short(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return PREFIXES.get(space, "") + local


def _refuse_doctype(*_: object) -> None:
    raise _refused("a document type (DOCTYPE)")


def _refused(what: str) -> NotReadable:
    return NotReadable(
        f"it holds {what}, which no office program writes: save it again in the program it was made with"
    )
