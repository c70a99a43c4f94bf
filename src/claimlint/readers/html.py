"""HTML: the words of a page by block, without markup, at their exact places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.document import Block, Mapped, Piece
from claimlint.readers.formats import Copy, Wishes
from claimlint.readers.sections import Topic
from claimlint.readers.text import cut

TAG = re.compile(r"<[/!?]?[A-Za-z][^<>]*>")


def read(text: str, wishes: Wishes) -> Copy:
    """Read an HTML page or template."""
    return Copy(tuple(cut_html(Mapped.whole(text))))


def is_html(text: str) -> bool:
    """Tell whether a text holds markup."""
    return TAG.search(text) is not None


def cut_html(copy: Mapped, topic: Topic = "body", pointer: str = "") -> Iterator[Block]:
    """Cut a piece of HTML into blocks, the first of which stand under a heading of this topic."""
    pieces, seen = [], 0
    for tag in TAG.finditer(copy.text):
        pieces += [Piece(copy.text[seen : tag.start()], seen, tag.start()), Piece("\n\n", tag.start(), tag.start())]
        seen = tag.end()
    pieces.append(Piece(copy.text[seen:], seen, len(copy.text)))
    yield from cut(Mapped.woven(pieces).into(copy), topic, pointer)
