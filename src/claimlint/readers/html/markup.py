"""Tags, words and what is neither in a page: a lexer for HTML as people write it, in time that grows as its length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

MARK = re.compile(r"<(?:(/?)([A-Za-z][^\s<>/]*)|[!?/])")
QUOTED = re.compile(r"""(?:[^"'<>=]+|=\s*(?:"[^"]*"|'[^']*'|(["']))|["'=])*""")
"""What a tag holds behind its name; the group is a quote that is never closed."""
BARE = re.compile(r"[^<>]*")
ATTRIBUTED = re.compile(r"\s+[^\s\"'<>/=]+\s*=|\s*\Z|\s*<")
"""What follows a name where a tag lacks no more than its end."""
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
COMMENT_END = re.compile("--!?>")
RAW_END = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.I)
    for name in ("script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes")
}
"""Elements in which no tag stands but their own end."""
READ_RAW = frozenset({"title", "textarea"})
NEVER_READ = frozenset({"script", "style"})
PATIENCE = 4
"""How often over the lexer may look at a text in vain before it looks no more for quotes in tags."""


class Token(NamedTuple):
    """A stretch of a page.

    It is words, a tag that opens an element, closes one or does both, what a script holds (`raw`), what is never closed
    (`lost`), or anything else (`aside`). `inside` is where the attributes of a tag begin.
    """

    kind: Literal["words", "open", "close", "empty", "raw", "lost", "aside"]
    start: int
    end: int
    name: str = ""
    inside: int = 0


class Lexer:
    """Cut a page into tokens. All it looks at in vain is counted, so that no page takes long."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last = text.rfind(">")
        self._patience = PATIENCE * len(text)
        self._endless: set[str] = set()

    def tokens(self) -> Iterator[Token]:
        """Give tags and words in order, without comments and the like."""
        read = at = 0
        while mark := MARK.search(self._text, at):
            token = self._tag(mark) if mark[2] else self._aside(mark.start())
            if token is None:
                at = mark.end()
                continue
            if mark.start() > read:
                yield Token("words", read, mark.start())
            if token.kind != "aside":
                yield token
            read = at = token.end
            if token.kind == "open" and token.name in RAW_END and (inner := self._raw(token)):
                yield inner
                read = at = inner.end
        if read < len(self._text):
            yield Token("words", read, len(self._text))

    def _tag(self, mark: re.Match[str]) -> Token | None:
        """Give the tag at a mark, None where it is but a sign: "for skin <a week old"."""
        start, inside = mark.start(), mark.end()
        pattern = QUOTED if self._patience > 0 else BARE
        end = inside
        if found := pattern.match(self._text, inside):
            end = found.end()
            self._patience -= len(self._text) if found.lastindex else 0
        is_empty = end > inside and self._text[end - 1] == "/"
        if self._text.startswith(">", end):
            end += 1
        else:
            self._patience -= end - start
            if not mark[1] and not ATTRIBUTED.match(self._text, inside):
                return None
        return Token("close" if mark[1] else "empty" if is_empty else "open", start, end, mark[2].lower(), inside)

    def _aside(self, start: int) -> Token | None:
        """Give a comment, a declaration, an instruction."""
        if self._text.startswith("<!--", start):
            found = COMMENT_END.search(self._text, start + 2)
            return Token("aside", start, found.end()) if found else Token("lost", start, len(self._text), "<!--")
        if start > self._last:
            return None
        return Token("aside", start, self._text.index(">", start) + 1)

    def _raw(self, tag: Token) -> Token | None:
        """Give what stands in an element that holds no tags, None where it never ends and may hold some."""
        if tag.name in self._endless:
            return None
        if found := RAW_END[tag.name].search(self._text, tag.end):
            return Token("words" if tag.name in READ_RAW else "raw", tag.end, found.start(), tag.name)
        if tag.name in NEVER_READ:
            return Token("lost", tag.end, len(self._text), f"<{tag.name}>")
        self._endless.add(tag.name)
        return None


def attributes(text: str, tag: Token) -> dict[str, tuple[int, int]]:
    """Give where the values of a tag's attributes stand, the first of each name, by names in lower case."""
    found: dict[str, tuple[int, int]] = {}
    for match in ATTRIBUTE.finditer(text, tag.inside, tag.end):
        if match.lastindex and match.lastindex > 1:
            found.setdefault(match[1].lower(), match.span(match.lastindex))
    return found
