"""A page of HTML as its elements open and close: which words are read as what."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from claimlint.document import Mapped, Role
from claimlint.readers.html import elements
from claimlint.readers.html.flow import Flow, Strip, Voice
from claimlint.readers.html.markup import Lexer, Token, attributes

TELLING = re.compile(
    r"alt|title|aria-|placeholder|summary|label|data-|content|value|navigation|review|testimonial|ingredient|inci", re.I
)
"""What tells that the attributes of a tag are worth a look."""
LD_JSON = re.compile(r"ld\+json", re.I)
LETTER = re.compile(r"[^\W\d_]")
NAME_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")
LONGEST_NAME = 500

Spans = dict[str, tuple[int, int]]


@dataclass
class Element:
    """An open element: how its words are read, and how many items or cells stood in it."""

    name: str
    voice: Voice
    count: int = 0


class Told(NamedTuple):
    """What an attribute says: the name by which it is known, its words, and the role of those around it if it is theirs."""

    name: str
    copy: Mapped
    role: Role | None


class Page:
    """Take in a page token by token. It may end anywhere, and elements need not be closed."""

    def __init__(self, text: str, *, lined: bool = False) -> None:
        self.told: list[Told] = []
        self.data: list[tuple[int, int]] = []
        """Where JSON-LD stands."""
        self.lost: Token | None = None
        self._text = text
        self._lined = lined
        self._flow = Flow(text)
        self._stack = [Element("", Voice())]
        self._open: Counter[str] = Counter()
        self._is_data = False

    def strips(self) -> list[Strip]:
        """Read the page, and give its words in order."""
        takers = {"open": self._opened, "empty": self._opened, "close": self._closed, "words": self._words}
        for token in Lexer(self._text).tokens():
            if taker := takers.get(token.kind):
                taker(token)
            elif token.kind == "lost":
                self.lost = token
            elif self._is_data:
                self.data.append((token.start, token.end))
        self._flow.end()
        return self._flow.strips

    def _words(self, token: Token) -> None:
        lined = self._lined or self._open["pre"] > 0 or self._open["textarea"] > 0
        self._flow.words(token.start, token.end, self._stack[-1].voice, lined=lined)

    def _opened(self, tag: Token) -> None:
        name = tag.name
        self._end_open(name)
        given = attributes(self._text, tag) if self._is_telling(tag) else {}
        voice = self._voice(name, given)
        self._lay(tag, voice)
        if given:
            self._tell(name, given, voice)
        self._is_data = name == "script" and LD_JSON.search(self._text, tag.inside, tag.end) is not None
        if tag.kind == "open" and name not in elements.VOID:
            self._stack.append(Element(name, voice))
            self._open[name] += 1

    def _closed(self, tag: Token) -> None:
        name = tag.name
        if not self._open[name]:
            if name in ("p", "br"):
                self._flow.part(2 if name == "p" else 1)
            return
        while self._stack[-1].name != name:
            self._pop()
        self._pop()
        if name in elements.BLOCKS:
            self._flow.part()
        elif name == "q":
            self._flow.close("”", tag.start, self._stack[-1].voice)

    def _pop(self) -> None:
        element = self._stack.pop()
        name = element.name
        self._open[name] -= 1
        if name in elements.HEADINGS or name in elements.ITEMS:
            self._flow.mark("")
        elif name == "tr" and element.count > 1:
            self._flow.split()

    def _end_open(self, name: str) -> None:
        """Close what ends where an element of a name begins."""
        while name in elements.ENDED_BY.get(self._stack[-1].name, ()):
            self._pop()
        if name in elements.BLOCKS and name not in elements.TOLD_WITHIN:
            while self._stack[-1].voice.silent:
                self._pop()

    def _is_telling(self, tag: Token) -> bool:
        return tag.end - tag.inside > 1 and TELLING.search(self._text, tag.inside, tag.end) is not None

    def _voice(self, name: str, given: Spans) -> Voice:
        """Give how the words of an element are read: in its own way, or as those around it."""
        around = self._stack[-1].voice
        if name in elements.UNREAD:
            return Voice(silent=True)
        if around.silent:
            return Voice() if name in elements.TOLD_WITHIN else around
        if name == "nav" or self._value(given, "role") == "navigation":
            return Voice(role="navigation")
        if name == "title":
            return Voice(role="heading")
        if name == "blockquote":
            return around if around.role == "review" else Voice(quote=True)
        if not given or name in elements.OUTERMOST:
            return around
        kinds = {known_as(self._value(given, key)) for key in ("class", "id", "itemprop")}
        if "review" in kinds and around.role != "review":
            return Voice("review", "review")
        return Voice("ingredients") if "ingredients" in kinds else around

    def _lay(self, tag: Token, voice: Voice) -> None:
        """Part the words before an element from those in it."""
        name = tag.name
        if name in elements.BLOCKS:
            self._flow.part()
            self._mark(name)
        elif name == "br":
            self._flow.line()
            if self._stack[-1].name in elements.HEADINGS:
                self._flow.mark("# ")
        elif name in elements.SPACED:
            self._flow.space(tag.start, tag.end)
        elif name == "q" and not voice.silent:
            self._flow.put("“", tag.start, tag.start, voice)
        elif name == "cite" and (voice.quote or voice.role == "review"):
            self._flow.part()
        if name in elements.NAMING:
            self._name(voice)

    def _mark(self, name: str) -> None:
        around = self._stack[-1]
        if name in elements.ITEMS:
            self._flow.item(1 if around.count else 2)
            around.count += 1
        elif name in elements.HEADINGS:
            self._flow.mark("# ")
        if name in elements.CELLS:
            around.count += 1

    def _name(self, voice: Voice) -> None:
        """Take a quotation for a review where somebody is named in it or right below."""
        last = self._flow.strips[-1].voice if self._flow.strips else voice
        for quote in (voice, last):
            if quote.quote:
                quote.role = "review"

    def _tell(self, name: str, given: Spans, voice: Voice) -> None:
        """Take up the attributes that hold copy."""
        if name == "meta" or ("itemprop" in given and "content" in given):
            known = next((self._value(given, key) for key in ("property", "name", "itemprop") if key in given), "")
            if not elements.TOLD_META.isdisjoint(words_of(known)):
                self._add_told(known, given.get("content"), voice)
        for key in elements.TOLD_ATTRIBUTES:
            self._add_told(key, given.get(key), voice)
        if name == "input" and self._value(given, "type").lower() in elements.BUTTONS:
            self._add_told("button", given.get("value"), voice)

    def _add_told(self, name: str, span: tuple[int, int] | None, voice: Voice) -> None:
        if span and LETTER.search(self._text, *span):
            flow = Flow(self._text)
            flow.words(*span, voice if not voice.silent else Voice())
            self.told.append(Told(name, flow.strips[0].copy(), voice.role))

    def _value(self, given: Spans, name: str) -> str:
        start, end = given.get(name, (0, 0))
        return self._text[start : min(end, start + LONGEST_NAME)]


def words_of(name: str) -> list[str]:
    """Give the words of a class or property, in lower case."""
    return [word.lower() for word in NAME_WORD.findall(name)]


@lru_cache(maxsize=5_000)
def known_as(names: str) -> str:
    """Tell whether a class, id or property says that an element holds a review or a list of ingredients."""
    for name in names.split():
        words = words_of(name)
        while words and words[-1] in elements.PARTS_OF_NAMES:
            words.pop()
        if words and words[-1] in elements.NAMES_OF_REVIEWS:
            return "review"
        if words and words[-1] in elements.NAMES_OF_INGREDIENTS and elements.NAMES_OF_LISTS.issuperset(words[:-1]):
            return "ingredients"
    return ""
