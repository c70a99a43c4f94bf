"""Markdown inside of a paragraph: its words without their signs, at their exact places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from claimlint.document import Piece
from claimlint.errors import Unparsed
from claimlint.readers.escapes import pieces

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]

DEEPEST = 50
"""Levels of lists and quotes; what stands deeper the parser would leave out."""

BREAK = re.compile(r"[ \\]*\n[ \t]*")
LINE_TAG = re.compile(r"<(?:br|hr)\b", re.I)
HIDDEN = re.compile(r"(?<![^\n])\[\^[^\s\[\]]{1,99}\]:[ \t]*|\[\^[^\s\[\]]{1,99}\]|\{[#.:][^{}\n]{1,99}\}")
"""A footnote's number and what Jekyll, Hugo and Docusaurus say of an element: {#name}, {.class}."""
TITLE = re.compile(
    r"[\s>](?:\"([^\"\\]*(?:\\.[^\"\\]*)*)\"|'([^'\\]*(?:\\.[^'\\]*)*)'|\(([^()\\]*(?:\\.[^()\\]*)*)\))\s*\)\Z", re.S
)
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#[xX]?[0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")


class Words(NamedTuple):
    """What is read of a paragraph: its own words, those beside it (alt texts, titles), and its tags with attributes."""

    own: list[Piece]
    beside: list[list[Piece]]
    tags: list[Piece]


def words_of(source: str, token: Token, base: int) -> Words:
    """Read a paragraph or image, whose content stands in a source from `base` on."""
    words = Words([], [], [])
    at = base
    is_address = False
    for child in token.children or ():
        end = _end(source, child, base, at)
        if child.type == "link_open":
            is_address = child.markup == "autolink"
        elif child.type == "link_close":
            is_address = False
            words.beside.extend(_title(source, at, end))
        elif not is_address:
            _read(source, child, at, end, words)
        at = end
    return words._replace(own=list(_without_blank_lines(words.own)))


def _without_blank_lines(found: Iterable[Piece]) -> Iterator[Piece]:
    """Leave out the break behind a line that holds no words: it does not end a paragraph."""
    is_blank = True
    for piece in found:
        is_break = piece.text == "\n"
        if not (is_break and is_blank):
            yield piece
        is_blank = is_break or (is_blank and not piece.text.strip())


def _read(source: str, token: Token, at: int, end: int, words: Words) -> None:
    """Add what one token holds."""
    if token.type in ("text", "text_special"):
        words.own.append(Piece(token.content, at, end))
    elif token.type in ("softbreak", "hardbreak") or LINE_TAG.match(token.content):
        words.own.append(Piece("\n", at, end))
    elif token.type == "html_inline" and "=" in token.content:
        words.tags.append(Piece(token.content, at, end))
    elif token.type == "image":
        alt = words_of(source, token, at + len("!["))
        words.beside.extend([alt.own, *alt.beside, *_title(source, at + len("![") + len(token.content), end)])
        words.tags.extend(alt.tags)


def _end(source: str, token: Token, base: int, at: int) -> int:
    """Give the offset behind a token that begins at `at`."""
    if "end" in token.meta:
        return base + int(token.meta["end"])
    if token.type in ("text", "html_inline"):
        return at + len(token.content)
    if token.type in ("softbreak", "hardbreak"):
        match = BREAK.match(source, at)
        return match.end() if match else at
    return at + (len(token.markup) or len("["))


def _title(source: str, start: int, end: int) -> Iterator[list[Piece]]:
    """Give the title in what stands behind the words of a link."""
    match = TITLE.search(source, start, end) if source.startswith("](", start) else None
    if match:
        yield list(pieces(source, *match.span(match.lastindex or 0), ESCAPE, _meaning))


def _meaning(escape: re.Match[str]) -> str:
    return escape[1] or unescape(escape[0])


def is_bold(children: Sequence[Token] | None) -> bool:
    """Tell whether a paragraph is one line in bold, which stands for a heading."""
    kinds = [child.type for child in children or () if child.type != "text" or child.content]
    has_ends = kinds[:1] == ["strong_open"] and kinds[-1:] == ["strong_close"]
    return has_ends and kinds.count("strong_open") == 1 and not {"softbreak", "hardbreak", "html_inline"} & set(kinds)


@lru_cache(maxsize=2)
def parser(*, indented_code: bool) -> MarkdownIt:
    """Give a parser whose tokens tell where they end. Raises Unparsed where the library is not installed."""
    try:
        from markdown_it import MarkdownIt
        from markdown_it.rules_inline import autolink, backtick, image, link
    except ImportError as error:
        raise Unparsed(
            'Markdown is read with markdown-it-py, which is missing: pip install "cosmetic-claimlint[documents]"'
        ) from error
    markdown = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    markdown.disable(["text_join"] if indented_code else ["text_join", "code"])
    for name, rule in (("autolink", autolink), ("backticks", backtick), ("image", image), ("link", link)):
        markdown.inline.ruler.at(name, _telling(rule))
    markdown.inline.ruler.before("link", "hidden", _telling(_hide))
    return markdown


def _telling(rule: Rule) -> Rule:
    """Let a rule note where its last token ends, which only it knows."""

    def told(state: StateInline, silent: bool) -> bool:
        count = len(state.tokens)
        is_done = rule(state, silent)
        if is_done and len(state.tokens) > count:
            state.tokens[-1].meta["end"] = state.pos
        return is_done

    return told


def _hide(state: StateInline, silent: bool) -> bool:
    match = HIDDEN.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("hidden", "", 0)
    state.pos = match.end()
    return True
