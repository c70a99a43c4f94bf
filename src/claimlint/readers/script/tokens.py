"""JavaScript and TypeScript, with or without JSX, to tokens: lenient, in one pass, and never lost for longer than a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from claimlint.readers.script import grammar

Kind = Literal[
    "word", "string", "sign", "other", "open", "close", "template", "chunk",
    "element", "attribute", "value", "children", "text",
]  # fmt: skip
"""An `open`, `template` or `element` is followed by its `close`, whatever the source forgets. An `other` is a figure or a
regular expression; `children` stands between the attributes of an element and its `text`."""


class Token(NamedTuple):
    """A token without its quotes: `start` to `end` hold the words of a string, the name of an element."""

    kind: Kind
    start: int
    end: int


class _Open(NamedTuple):
    """What is open: how its inside is read, the bracket or the element's name, and what its end leaves behind."""

    mode: Literal["code", "template", "tag", "children"]
    sign: str
    leaves: _State


_State = Literal["operator", "operand", "brace", "dot"]
"""What stood last: only behind an operator can an element or a regular expression begin."""


def tokens(text: str, *, jsx: bool) -> Iterator[Token]:
    """Give the tokens of a script without comments; `jsx` says that elements may stand in it."""
    lexer = _Lexer(text, jsx)
    while lexer.at < len(text):
        yield from lexer.step()
    yield from lexer.end()


@dataclass
class _Lexer:
    """Where the reading of a script stands: up to where it was read, and what is open there."""

    text: str
    jsx: bool
    at: int = 0
    state: _State = "operator"
    word: str = ""
    """The last token if it was a word."""
    stack: list[_Open] = field(default_factory=list)
    braces: int = 0
    elements: Counter[str] = field(default_factory=Counter)
    """How many braces are open, and how many elements of a name."""
    no_regex: int = 0
    """Up to here a slash begins none: it had no end in its line."""

    @cached_property
    def last_close(self) -> dict[str, int]:
        """Give where each element closes last: one that never does is no element with text in it."""
        return {match["name"]: match.start() for match in grammar.CLOSING.finditer(self.text)}

    @cached_property
    def last_comment(self) -> int:
        """Give where the last comment ends: one that begins behind it is never closed."""
        return self.text.rfind("*/")

    def step(self) -> Iterator[Token]:
        """Read on by about a token."""
        mode = self.stack[-1].mode if self.stack else "code"
        return STEPS[mode](self)

    def end(self) -> Iterator[Token]:
        """Close what is open at the end of the text."""
        while self.stack:
            yield self._pop()

    def _push(self, mode: Literal["code", "template", "tag"], sign: str, leaves: _State) -> None:
        self.stack.append(_Open(mode, sign, leaves))
        if mode == "tag":
            self.elements[sign] += 1
        elif sign == "{":
            self.braces += 1
        self.state = "operator"

    def _pop(self) -> Token:
        mode, sign, self.state = self.stack.pop()
        if mode in ("tag", "children"):
            self.elements[sign] -= 1
        elif sign == "{":
            self.braces -= 1
        return Token("close", self.at, self.at)

    def _pop_to(self, sign: str, modes: tuple[str, ...]) -> Iterator[Token]:
        """Close what stands open inside of the last of these, and it too: there is one."""
        is_found = False
        while not is_found:
            is_found = self.stack[-1].sign == sign and self.stack[-1].mode in modes
            yield self._pop()

    def _code(self) -> Iterator[Token]:
        match = grammar.CODE.match(self.text, self.at)
        kind = match.lastgroup if match else None
        if match is None or kind is None:
            self.at = len(self.text)
            return
        start, self.at = match.span(kind)
        word, self.word = self.word, ""
        if kind in ("less", "close"):
            self.at = start
            yield from self._less() if kind == "less" else self._close()
        elif kind in ("word", "number", "string"):
            yield self._operand(kind, start)
        elif kind == "open":
            yield self._open(start, word)
        elif kind == "template":
            self._push("template", "`", "operand")
            yield Token("template", start, self.at)
        elif kind == "comment":
            self._skip_comment()
        elif kind != "line":
            yield self._sign(start)

    def _operand(self, kind: str, start: int) -> Token:
        if kind == "string":
            is_closed = self.at > start + 1 and self.text[self.at - 1] == self.text[start]
            self.state = "operand"
            return Token("string", start + 1, self.at - is_closed)
        if kind == "number":
            self.state = "operand"
            return Token("other", start, self.at)
        self.word = self.text[start : self.at]
        self.state = "operator" if self.word in grammar.LEADING and self.state != "dot" else "operand"
        return Token("word", start, self.at)

    def _open(self, start: int, word: str) -> Token:
        sign = self.text[start]
        leaves: _State = "brace" if sign == "{" else "operator" if word in grammar.CONDITIONS else "operand"
        self._push("code", sign, leaves)
        return Token("open", start, self.at)

    def _close(self) -> Iterator[Token]:
        """Close a bracket; a brace closes the brackets inside of it."""
        sign = self.text[self.at]
        self.at += 1
        if sign == "}" and self.braces:
            yield from self._pop_to("{", ("code",))
        elif sign != "}" and self.stack and self.stack[-1].sign in ("(", "["):
            yield self._pop()

    def _skip_comment(self) -> None:
        if self.at <= self.last_comment:
            self.at = self.text.index("*/", self.at) + 2
        else:
            self.at = self._line_end()

    def _line_end(self) -> int:
        match = grammar.LINE_END.search(self.text, self.at)
        return match.start() if match else len(self.text)

    def _sign(self, start: int) -> Token:
        """Read a sign, or the regular expression that a slash begins."""
        sign = self.text[start : self.at]
        if sign == "/" and self.state in ("operator", "brace") and start >= self.no_regex:
            if match := grammar.REGEX.match(self.text, start):
                self.at, self.state = match.end(), "operand"
                return Token("other", start, self.at)
            self.no_regex = self._line_end()
        if sign in (".", "?."):
            self.state = "dot"
        elif sign not in ("!", "++", "--"):  # these stand behind an operand as well as before it
            self.state = "operator"
        return Token("sign", start, self.at)

    def _less(self) -> Iterator[Token]:
        """Read what a "<" begins: an element, the end of one that code was left open in, types, or nothing."""
        closing = grammar.CLOSING.match(self.text, self.at) if self.stack else None
        if closing and self.elements[closing["name"]] > 0:
            yield from self._closed(closing)
        elif self.jsx and self.state == "operator" and (tag := grammar.TAG.match(self.text, self.at)):
            yield self._element(tag)
        elif self.state == "operand" and (types := grammar.GENERIC.match(self.text, self.at)):
            self.at = types.end()
        else:
            self.at += 1
            self.state = "operator"
            yield Token("sign", self.at - 1, self.at)

    def _element(self, tag: re.Match[str]) -> Token:
        self.at = tag.end()
        self._push("tag", tag["name"], "operand")
        return Token("element", *tag.span("name"))

    def _closed(self, closing: re.Match[str]) -> Iterator[Token]:
        self.at = closing.end()
        if self.elements[closing["name"]] > 0:
            yield from self._pop_to(closing["name"], ("tag", "children"))

    def _template(self) -> Iterator[Token]:
        match = grammar.CHUNK.match(self.text, self.at)
        start, self.at = match.span() if match else (self.at, self.at)
        if self.at > start:
            yield Token("chunk", start, self.at)
        if self.text.startswith("${", self.at):
            self.at += 2
            self._push("code", "{", "operand")
            yield Token("open", self.at - 2, self.at)
        else:
            self.at = min(self.at + 1, len(self.text))
            yield self._pop()

    def _tag(self) -> Iterator[Token]:
        """Read on between the name of an element and its children. What can stand in no tag ends it."""
        match = grammar.HEAD.match(self.text, self.at)
        kind = match.lastgroup if match else None
        if match is None or kind in (None, "lost"):
            yield self._pop()
            return
        start, self.at = match.span(str(kind))
        if kind == "attribute":
            yield Token("attribute", start, self.at)
        elif kind == "value":
            yield Token("value", start + 1, self.at - 1)
        elif kind == "open":
            yield self._open(start, "")
        elif kind == "comment":
            self._skip_comment()
        elif kind == "end":
            yield self._pop()
        elif kind == "children":
            yield from self._children()

    def _children(self) -> Iterator[Token]:
        """Go on to the children of an element. One that never closes may be a type; if not, its line has its text."""
        element = self.stack[-1]
        if self.last_close.get(element.sign, -1) >= self.at:
            self.stack[-1] = element._replace(mode="children")
            yield Token("children", self.at, self.at)
            return
        if element.sign[:1].islower() and (line := grammar.LINE_TEXT.match(self.text, self.at)):
            self.at = line.end()
            yield Token("text", *line.span())
        yield self._pop()

    def _body(self) -> Iterator[Token]:
        match = grammar.BODY.match(self.text, self.at)
        kind = match.lastgroup if match else None
        start = self.at
        self.at = match.end() if match else start + 1
        if kind == "open":
            yield self._open(start, "")
        elif kind == "close" and self.braces:
            yield from self._pop_to("{", ("code",))
        elif kind == "less" and (closing := grammar.CLOSING.match(self.text, start)):
            yield from self._closed(closing)
        elif kind == "less" and (tag := grammar.TAG.match(self.text, start)):
            yield self._element(tag)
        else:
            yield Token("text", start, self.at)


STEPS = {"code": _Lexer._code, "template": _Lexer._template, "tag": _Lexer._tag, "children": _Lexer._body}
