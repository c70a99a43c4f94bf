"""HTML: the words of a page by block, without markup, at their exact places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.document import LINE_END, Block, Mapped
from claimlint.errors import Unparsed
from claimlint.readers.formats import EVERYTHING, Copy, Wishes
from claimlint.readers.html.elements import BLOCKS
from claimlint.readers.html.entities import has_entity, unescaped_entities
from claimlint.readers.html.flow import Strip
from claimlint.readers.html.page import Page, Told
from claimlint.readers.html.templates import without_code, without_front_matter
from claimlint.readers.sections import Topic
from claimlint.readers.text import cut

TAG = re.compile(r"<[/!?]?[A-Za-z][^<>]*>|<!--")
PARTING = re.compile(rf"</?(?:br|{'|'.join(sorted(BLOCKS))})\b", re.I)


def read(text: str, wishes: Wishes) -> Copy:
    """Read an HTML page or template. The note tells of what is never closed, and of JSON-LD that is none."""
    source = Mapped.whole(text)
    page = Page(without_code(without_front_matter(text)))
    blocks = list(_blocks(page, source, "body", ""))
    notes = []
    for start, end in page.data:
        try:
            blocks += _data(source, start, end)
        except Unparsed as error:
            notes.append(f"JSON-LD was not read: {error}")
    if lost := page.lost:
        row = len(LINE_END.findall(text, 0, lost.start)) + 1
        notes.append(f"{lost.name} of line {row:,} is never closed: what follows was not read")
    return Copy(blocks, "; ".join(notes) or None)


def is_html(text: str) -> bool:
    """Tell whether a text holds markup: tags, or entities written in full."""
    return TAG.search(text) is not None or has_entity(text)


def cut_html(copy: Mapped, topic: Topic = "body", pointer: str = "") -> Iterator[Block]:
    """Cut a piece of HTML into blocks, the first of which stand under a heading of this topic.

    HTML that is escaped once over is read as well. Where no tag parts lines, line breaks do, as in a plain text.
    """
    if not TAG.search(copy.text):
        copy = unescaped_entities(copy.text).into(copy)
        if not TAG.search(copy.text):
            yield from cut(copy, topic, pointer)
            return
    page = Page(without_code(copy.text), lined=not PARTING.search(copy.text))
    yield from _blocks(page, copy, topic, pointer)


def _blocks(page: Page, source: Mapped, topic: Topic, pointer: str) -> Iterator[Block]:
    """Give what a page says, then what its attributes do."""
    for number, strip in enumerate(page.strips()):
        own = strip.voice.topic
        yield from _strip(strip, source, own if number or own != "body" else topic, pointer)
    for told in page.told:
        yield from _told(told, source, pointer)


def _strip(strip: Strip, source: Mapped, topic: Topic, pointer: str) -> Iterator[Block]:
    role = strip.voice.role
    for block in cut(strip.copy().into(source), topic, pointer):
        if role and (role != "review" or block.role == "body"):
            block = block._replace(role=role)
        yield block


def _told(told: Told, source: Mapped, pointer: str) -> Iterator[Block]:
    from claimlint.readers.fields import kind_of, read_copy  # which imports this module

    for block in read_copy(told.copy.into(source), kind_of((told.name,)), pointer):
        yield block._replace(role=told.role) if told.role else block


def _data(source: Mapped, start: int, end: int) -> Iterator[Block]:
    from claimlint.readers.json import read_part

    yield from read_part(source, start, end, (), EVERYTHING)
