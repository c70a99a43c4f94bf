"""The texts of an XML file: each element that holds words, with the elements inside that only dress them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from claimlint.document import Piece
from claimlint.readers.fields import TITLES, TOLD, Names, named
from claimlint.readers.languages import foreign
from claimlint.readers.xml.dialects import Dialect
from claimlint.readers.xml.events import Closed, Event, Opened, attribute_places, local

DRESS = frozenset(
    """b i u em strong span sub sup small mark emphasis br p para simpara div ul ol li itemizedlist orderedlist
    blockquote h1 h2 h3 h4 h5 h6""".split()
)
"""Elements of running text: the element around them is one text with what is in it."""
LAYOUT: Mapping[str, str] = {
    **dict.fromkeys(["h1", "h2", "h3", "h4", "h5", "h6", "title", "bridgehead"], "\n\n# "),
    **dict.fromkeys(["li", "listitem", "sli", "step"], "\n\n• "),
    **dict.fromkeys(
        """p para simpara div section sect1 sect2 sect3 ul ol itemizedlist orderedlist blockquote br shortdesc abstract
        subtitle note dl dt dd dlentry table row entry tr td th thead tbody tgroup""".split(),
        "\n\n",
    ),
}
"""What is put before an element in running text."""
PARTS = DRESS | LAYOUT.keys()
ATTRIBUTES = TITLES | TOLD | {"value", "summary", "tooltip", "placeholder", "message", "benefit", "benefits", "claim"}
KEY = re.compile(r"[\w.:/-]{1,80}")
TAG = re.compile(r"<[^<>]*>")


@dataclass(eq=False, slots=True)
class Element:
    """An element that was opened; `unit` is the key of the unit around it, `flow` the text it is or belongs to.

    `is_running` says that whatever is in it belongs to its text, `mark` how many texts there were before it.
    """

    name: str
    parent: Element | None
    mark: int
    key: str = ""
    unit: str = ""
    number: int = 1
    language: str = ""
    told: tuple[str, str] = ("", "")
    is_in_unit: bool = False
    is_skipped: bool = False
    is_read: bool = True
    is_running: bool = False
    flow: list[Piece] | None = None
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def path(self) -> Names:
        """Give the names that lead to the element, each with its key or, among several of a name, its number from 1."""
        names: list[str] = []
        element: Element | None = self
        while element is not None:
            parent = element.parent
            is_one_of_many = parent is not None and parent.counts[element.name] > 1
            mark = element.key or (str(element.number) if is_one_of_many else "")
            names += [mark, element.name] if mark else [element.name]
            element = parent
        return tuple(reversed(names))


class Value(NamedTuple):
    """A text of an element, or the source of an attribute."""

    element: Element
    pieces: list[Piece]
    attribute: str = ""


class Flows:
    """Gathers the texts of one file, event by event."""

    def __init__(self, source: str, dialect: Dialect) -> None:
        self._source = source
        self._dialect = dialect
        self._top: Element | None = None
        self._texts: list[Value] = []
        self._attributes: list[Value] = []

    @property
    def values(self) -> list[Value]:
        """Give the texts and attributes so far, in the order of the source."""
        return sorted(self._texts + self._attributes, key=lambda value: value.pieces[0].start)

    def hear(self, event: Event) -> None:
        """Take the next event."""
        if isinstance(event, Opened):
            self._open(event)
        elif isinstance(event, Closed):
            self._close(event.start)
        elif (top := self._top) is not None and top.is_read:
            self._say(top, event)

    def _open(self, tag: Opened) -> None:
        parent = self._top
        top = self._top = self._element(tag, parent)
        if not top.is_read:
            return
        if parent is not None and self._is_part(top, parent):
            if parent.flow is None and top.name in DRESS:
                self._begin(parent)
            top.flow = parent.flow
            top.is_running = parent.is_running or top.name in DRESS
        if top.flow is not None:
            top.flow.append(Piece(LAYOUT.get(top.name, ""), tag.start, tag.start))
        elif top.is_in_unit and top.name in self._dialect.texts:
            top.is_running = True
            self._begin(top)
        if tag.attributes and not self._dialect.texts:
            self._add_attributes(top, tag)

    def _is_part(self, element: Element, parent: Element) -> bool:
        """Tell whether an element is read as part of the text around it, if there is any."""
        is_own = element.name in self._dialect.texts or parent.language != element.language
        return parent.is_read and not is_own and (parent.is_running or element.name in PARTS)

    def _say(self, top: Element, words: Piece) -> None:
        if not top.is_running and words.text.strip():
            top.is_running = True
            if top.flow is None:
                self._begin(top)
        if top.flow is not None:
            top.flow.append(words)

    def _close(self, end: int) -> None:
        top = self._top
        if top is None:
            return
        parent = self._top = top.parent
        if top.flow is None:
            return
        if parent is not None and parent.flow is top.flow:
            top.flow.append(Piece("\n\n" if top.name in LAYOUT else "", end, end))
        elif any(piece.text.strip() for piece in top.flow):
            self._texts.append(Value(top, top.flow))

    def _begin(self, element: Element) -> None:
        """Make a text of an element, with those of the elements that were in it so far."""
        element.flow = []
        others: list[Value] = []
        for value in self._texts[element.mark :]:
            is_part = value.element.parent is element and value.element.name in PARTS
            if (is_part or element.is_running) and value.element.language == element.language:
                self._join(element.flow, value)
            else:
                others.append(value)
        self._texts[element.mark :] = others

    def _join(self, flow: list[Piece], value: Value) -> None:
        start, end = value.pieces[0].start, value.pieces[-1].end
        layout = LAYOUT.get(value.element.name)
        if layout is None and flow and TAG.sub("", self._source[flow[-1].end : start]):
            layout = " "
        flow.append(Piece(layout or "", start, start))
        flow.extend(value.pieces)
        flow.append(Piece("\n\n" if value.element.name in LAYOUT else "", end, end))

    def _element(self, tag: Opened, parent: Element | None) -> Element:
        dialect, name, given = self._dialect, tag.name, tag.attributes
        element = Element(name, parent, len(self._texts))
        is_unit = name in dialect.units
        if is_unit or not dialect.units:
            element.key = next((given[key] for key in dialect.keys if KEY.fullmatch(given.get(key, ""))), "")
        outer = parent or Element("", None, 0)
        outer.counts[name] = element.number = outer.counts.get(name, 0) + 1
        element.unit = element.key if is_unit else outer.unit
        element.is_in_unit = is_unit or outer.is_in_unit
        element.is_skipped = outer.is_skipped or name in dialect.skip or "mimetype" in given
        is_text = not element.is_in_unit or name in dialect.texts or (outer.is_in_unit and outer.is_read)
        element.is_read = is_text and not element.is_skipped
        _tell_language(element, outer, given)
        return element

    def _add_attributes(self, element: Element, tag: Opened) -> None:
        if not any(map(_is_told, tag.attributes)):
            return
        for name, start, end in attribute_places(self._source, tag.start):
            is_key = name in self._dialect.keys and tag.attributes.get(name) == element.key
            is_key = is_key and not element.key[:1].isupper()  # that may be the name of a product as well
            if start < end and _is_told(name) and not is_key:
                self._attributes.append(Value(element, [Piece(self._source[start:end], start, end)], local(name)))


@lru_cache(maxsize=1_000)
def _is_told(attribute: str) -> bool:
    """Tell whether an attribute holds words for people."""
    return named(local(attribute)) in ATTRIBUTES and not attribute.startswith("xmlns")


def _tell_language(element: Element, outer: Element, given: Mapping[str, str]) -> None:
    """Give an element the language that it names, that its file names for sources and targets, or that around it."""
    source = given.get("source-language") or given.get("srcLang") or outer.told[0]
    target = given.get("target-language") or given.get("trgLang") or outer.told[1]
    element.told = source, target
    tag = given.get("xml:lang") or given.get("lang") or {"source": source, "target": target}.get(element.name)
    element.language = foreign(tag) if tag else outer.language
