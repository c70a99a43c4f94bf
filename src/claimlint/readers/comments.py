"""Comments in copy that let findings stand: `claimlint: allow[rule-id] reason`, in the comment form of the format."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimlint.document import Document
from claimlint.findings import Allowance

if TYPE_CHECKING:
    from claimlint.readers.comment_forms import Comment

NAME = "claimlint:"
"""What every such comment holds: only a text with it needs their forms."""


def allowances(document: Document) -> Iterator[Allowance]:
    """Give the comments of a document that let findings stand, also those that ask for it in a wrong way."""
    found = list(_comments(document.path, document.source))
    lines = _lines_of_copy(document) if found else []
    for start, end, asked in found:
        last = document.place(end)
        line = bisect_left(lines, last.line)
        yield Allowance(
            document.path, _rules(asked), " ".join(asked["reason"].strip(" \t\r\n*-–—:").split()),
            document.place(start), last, lines[line] if line < len(lines) else 0, document.source[start:end],
        )  # fmt: skip


def without_comments(path: str, text: str) -> str:
    """Give a text of the same length with spaces for these comments: their words are no copy.

    One that fills its line takes the line break before it along, so that it does not part a paragraph.
    """
    from claimlint.readers.comment_forms import ends_line

    pieces: list[str] = []
    done = 0
    for start, end, _ in _comments(path, text):
        before = text[done:start]
        words = before.rstrip(" \t")
        if words.strip() and words.endswith(("\r", "\n")) and ends_line(text, end):
            words = words.removesuffix("\n").removesuffix("\r")
        pieces += [words, " " * (end - done - len(words))]
        done = end
    return "".join([*pieces, text[done:]])


def _comments(path: str, text: str) -> Iterator[Comment]:
    if NAME not in text:
        return
    from claimlint.readers.comment_forms import comment_at, forms_of

    forms = forms_of(path)
    done = 0
    at = text.find(NAME) if forms else -1
    while at >= 0:
        comment = comment_at(text, at, done, forms)
        if comment:
            yield comment
            done = comment.end
        at = text.find(NAME, max(done, at + 1))


def _rules(asked: re.Match[str]) -> tuple[str, ...]:
    named = asked["rules"] or "" if asked["verb"] == "allow" else ""
    return tuple(dict.fromkeys(filter(None, map(str.strip, named.split(",")))))


def _lines_of_copy(document: Document) -> list[int]:
    """Give the lines on which words stand that a reader of the copy sees."""
    starts = (
        block.places.start_of(word.start()) for block in document.blocks for word in re.finditer(r"\w+", block.text)
    )
    return sorted({document.place(start).line for start in starts})
