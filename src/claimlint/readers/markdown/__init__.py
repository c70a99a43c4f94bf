"""Markdown: its paragraphs, headings, items and cells, and the values of its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby

from claimlint.document import Block, Mapped, Piece
from claimlint.errors import Unparsed
from claimlint.readers.formats import Copy, Wishes
from claimlint.readers.html import cut_html
from claimlint.readers.markdown.inline import DEEPEST, parser
from claimlint.readers.markdown.layout import Leaf, Stretch, content_of, leaves_of, stretches_of
from claimlint.readers.sections import Topic, topic_of
from claimlint.readers.text import cut

FRONT_MATTER = re.compile(
    r"\ufeff?(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(?P<values>.*?)(?<=[\r\n])\1[ \t]*(?=[\r\n]|\Z)", re.S
)


def read(text: str, wishes: Wishes) -> Copy:
    """Read a Markdown text. Raises Unparsed where the library for it is missing."""
    return read_markdown(Mapped.whole(text), wishes)


def read_markdown(copy: Mapped, wishes: Wishes, *, indented_code: bool = True) -> Copy:
    """Read Markdown; front matter has to stand in the copy as it does in the source.

    `indented_code` tells whether a deep indent makes code of a line.
    """
    front = FRONT_MATTER.match(copy.text)
    blocks, note = _front_blocks(copy.text, front, wishes) if front else ([], None)
    body = copy.part(front.end() if front else 0, len(copy.text))
    tokens = parser(indented_code=indented_code).parse(body.text)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        raise Unparsed(f"more than {DEEPEST} lists and quotes stand in each other")
    return Copy((*blocks, *_cut(body, list(leaves_of(tokens)))), note)


def _front_blocks(text: str, front: re.Match[str], wishes: Wishes) -> tuple[list[Block], str | None]:
    """Give the blocks of front matter, and what was odd about it."""
    from claimlint.readers.toml import cut_toml  # most files have none
    from claimlint.readers.yaml import cut_yaml

    cut_values = cut_yaml if front[1] == "---" else cut_toml
    start, end = front.span("values")
    try:
        return list(cut_values(text, start, end, wishes)), None
    except Unparsed as error:
        return list(cut(Mapped.whole(text).part(start, end))), f"front matter read as plain text: {error}"


def _cut(body: Mapped, leaves: list[Leaf]) -> Iterator[Block]:
    """Give the blocks of all leaves. A heading rules what follows it, also where one of the two is HTML."""
    written = list(content_of(body.text, leaves))
    content = Mapped.woven(piece for found in written for piece in found).into(body)
    bases = accumulate((sum(len(piece.text) for piece in found) for found in written[:-1]), initial=0)
    stretches = list(stretches_of(content.text, leaves, bases)) if leaves else []
    topic: Topic = "body"
    for kind, group in groupby(_solid(stretches, content), lambda stretch: stretch.kind):
        if kind == "cell":
            for stretch in group:
                yield from cut(_laid(stretch.pieces, content), stretch.topic or topic)
            topic = "body"
        else:
            copy = _laid((piece for stretch in group for piece in stretch.pieces), content)
            blocks = list(cut(copy, topic) if kind == "text" else cut_html(copy, topic))
            topic = _topic_behind(blocks)
            yield from blocks
    for stretch in stretches:
        if stretch.kind == "tag":
            yield from cut_html(_laid(stretch.pieces, content))


def _solid(stretches: Iterable[Stretch], content: Mapped) -> Iterator[Stretch]:
    """Leave out what parts no text: tags inside of it, and HTML without words."""
    for stretch in stretches:
        is_html = stretch.kind in ("html", "tag")
        if not is_html or (stretch.kind == "html" and any(True for _ in cut_html(_laid(stretch.pieces, content)))):
            yield stretch


def _laid(pieces: Iterable[Piece], content: Mapped) -> Mapped:
    return Mapped.woven(pieces).into(content)


def _topic_behind(blocks: list[Block]) -> Topic:
    """Tell what a heading announces that stands last."""
    return (topic_of(blocks[-1].text) if blocks and blocks[-1].role == "heading" else None) or "body"
