"""XML as it is read from top to bottom: elements that open and close, and text, each at its exact place."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.parsers import expat

from claimlint.document import LINE_END, Piece
from claimlint.errors import Unparsed

DEEPEST = 200
CHUNK = 1 << 20
"""Bytes that are parsed at once. Expat 2.5 begins again with a token that goes on in the next chunk, so few is best."""
ATTRIBUTE = re.compile(r"\s*([^\s=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
QUALIFIED_NAME = re.compile(r"[^\s/>]+")


class Opened(NamedTuple):
    """The start tag at an offset of the source. Names in `attributes` keep their prefix."""

    name: str
    start: int
    attributes: Mapping[str, str]


class Closed(NamedTuple):
    """The end of the innermost open element: where its end tag begins, or an empty element ends."""

    start: int


Event = Opened | Closed | Piece


class Malformed(Unparsed):
    """Say where and how a text breaks the rules of XML; as HTML it may still be read."""


def events(source: str) -> Iterator[Event]:
    """Parse a text as XML, in whatever encoding it says it is. Text comes in small pieces.

    Raises Malformed where it is no XML, Unparsed where it is not read for safety: entities are never expanded.
    """
    listener = _Listener(source)
    try:
        for _ in listener.steps():
            yield from listener.heard
            listener.heard.clear()
    except expat.ExpatError as error:
        raise Malformed(f"line {listener.line(error.lineno):,}: {expat.ErrorString(error.code)}") from error


def local(name: str) -> str:
    """Give a name without the prefix of its namespace."""
    return name.rpartition(":")[2]


def attribute_places(source: str, start: int) -> Iterator[tuple[str, int, int]]:
    """Give the attributes of the start tag at an offset: name, where the value begins, where it ends."""
    tag = QUALIFIED_NAME.match(source, start + 1)
    end = tag.end() if tag else start
    while match := ATTRIBUTE.match(source, end):
        yield match[1], *match.span(2 if match[2] is not None else 3)
        end = match.end()


class _Listener:
    """Writes down what expat tells, with offsets in code points where expat counts bytes."""

    def __init__(self, source: str) -> None:
        self.heard: list[Event] = []
        self._source = source
        self._place = len(source) - len(source.lstrip())
        self._lines_before = len(LINE_END.findall(source, 0, self._place))
        self._data = source[self._place :].encode("utf-8", "surrogatepass")
        self._byte = 0
        self._depth = 0
        self._is_cdata = False
        self._parser = self._made()

    def _made(self) -> expat.XMLParserType:
        parser = expat.ParserCreate("utf-8")
        parser.UseForeignDTD(True)  # names of HTML (&nbsp;) are then told of, and no error
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._say
        parser.SkippedEntityHandler = self._say_name
        parser.StartCdataSectionHandler = lambda: self._mark(True)
        parser.EndCdataSectionHandler = lambda: self._mark(False)
        parser.EntityDeclHandler = self._refuse
        return parser

    def steps(self) -> Iterator[None]:
        """Parse a chunk a step."""
        for start in range(0, len(self._data) or 1, CHUNK):
            self._parser.Parse(self._data[start : start + CHUNK], start + CHUNK >= len(self._data))
            yield

    def line(self, number: int) -> int:
        """Give the line of the file for a line that expat counts."""
        return self._lines_before + number

    def _at(self) -> int:
        byte = self._parser.CurrentByteIndex
        self._place += len(self._data[self._byte : byte].decode("utf-8", "surrogatepass"))
        self._byte = byte
        return self._place

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Unparsed(f"{self._here()}: more than {DEEPEST} elements are open")
        self.heard.append(Opened(local(name), self._at(), attributes))

    def _close(self, _: str) -> None:
        self._depth -= 1
        self.heard.append(Closed(self._at()))

    def _say(self, words: str) -> None:
        start = self._at()
        if self._source[start] == "&" and not self._is_cdata:
            end = self._source.index(";", start) + 1
        else:
            end = start + (2 if self._source.startswith("\r\n", start) else len(words))
        self.heard.append(Piece(words, start, end))

    def _say_name(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            start = self._at()
            self.heard.append(Piece(html.unescape(f"&{name};"), start, start + len(name) + 2))

    def _mark(self, is_cdata: bool) -> None:
        self._is_cdata = is_cdata

    def _refuse(self, name: str, *_: object) -> None:
        raise Unparsed(f"{self._here()}: it declares the entity {name!r}, and entities are not expanded")

    def _here(self) -> str:
        return f"line {self.line(self._parser.CurrentLineNumber):,}"
