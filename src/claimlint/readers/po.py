"""Gettext catalogues: the messages and, where they are in English, their translations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimlint.document import LINE_END, Block, Mapped
from claimlint.errors import Unparsed
from claimlint.readers.escapes import BACKSLASH, backslash, unescaped
from claimlint.readers.fields import read_field
from claimlint.readers.formats import Copy, Wishes
from claimlint.readers.languages import foreign, unread

GAP = r"(?:\s|#[^\r\n]*(?:[\r\n]|\Z))*"
TOKEN = re.compile(
    rf"{GAP}(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr)(?:\[\d+\])?(?=[\s\"])"
    r"|\"(?P<string>[^\"\\\r\n]*(?:\\.[^\"\\\r\n]*)*)\"|\Z)"
)
ESCAPE = re.compile(rf"(?:{BACKSLASH.pattern})|\"{GAP}\"", re.S)
"""An escape, or where one line of a text ends and the next begins."""
HEADER = re.compile(r"^(Language|X-Source-Language):[ \t]*(\S+)", re.M)
LONGEST_POINTER = 60


class Entry(NamedTuple):
    """What a keyword introduces, from inside its first quote to inside its last."""

    keyword: str
    words: Mapped


class Message(NamedTuple):
    """A message with its translations, and the context that parts it from others of the same words."""

    context: str
    entries: tuple[Entry, ...]

    @property
    def pointer(self) -> str:
        """Give the context or, where there is none, how the message begins."""
        words = " ".join(self.entries[0].words.text.split())
        return self.context or (words if len(words) <= LONGEST_POINTER else words[: LONGEST_POINTER - 1] + "…")


def read(text: str, wishes: Wishes) -> Copy:
    """Read a catalogue without its obsolete messages and comments. Raises Unparsed where it is none."""
    messages = list(_messages(text))
    told = dict(HEADER.findall("\n".join(entry.words.text for entry in _header(messages))))
    source, target = foreign(told.get("X-Source-Language", "")), foreign(told.get("Language", ""))
    blocks: list[Block] = []
    counts = Counter[str]()
    for message in messages:
        for keyword, words in message.entries if message.entries[0].words.text else ():
            language = target if keyword == "msgstr" else source
            if language:
                counts[language] += bool(words.text)
                continue
            names = (message.context, keyword) if message.context else (keyword,)
            blocks += (block._replace(pointer=message.pointer) for block in read_field(words, names, wishes))
    return Copy(blocks, unread(+counts))


def _header(messages: Iterable[Message]) -> tuple[Entry, ...]:
    """Give the entries of the message without words, which tells of the catalogue."""
    return next((message.entries for message in messages if not message.entries[0].words.text), ())


def _messages(text: str) -> Iterator[Message]:
    context = ""
    entries: list[Entry] = []
    for entry in _entries(text):
        if entry.keyword in ("msgctxt", "msgid") and entries:
            yield Message(context, tuple(entries))
            context, entries = "", []
        if entry.keyword == "msgctxt":
            context = entry.words.text
        elif entries or entry.keyword == "msgid":
            entries.append(entry)
        else:
            raise _wrong(text, entry.words.places.start_of(0), f"{entry.keyword} stands without msgid")
    if entries:
        yield Message(context, tuple(entries))


def _entries(text: str) -> Iterator[Entry]:
    keyword = ""
    start = end = -1
    for token in _tokens(text):
        if token["string"] is not None:
            if not keyword:
                raise _wrong(text, token.start("string"), "a text stands without keyword")
            start, end = token.start("string") if start < 0 else start, token.end("string")
            continue
        if keyword and start < 0:
            raise _wrong(text, token.end(), f"{keyword} has no text in quotes")
        if keyword:
            yield Entry(keyword, unescaped(text, start, end, ESCAPE, _meaning))
        keyword, start = token["keyword"] or "", -1


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Give keywords, strings, and at last the end."""
    read = 0
    while token := TOKEN.match(text, read):
        yield token
        read = token.end()
        if not token.lastgroup:
            return
    raise _wrong(text, len(text) - len(text[read:].lstrip()), "neither keyword, text in quotes nor comment begins here")


def _meaning(escape: re.Match[str]) -> str:
    return backslash(escape) if escape.group().startswith("\\") else ""


def _wrong(text: str, at: int, what: str) -> Unparsed:
    row = len(LINE_END.findall(text, 0, at)) + 1
    return Unparsed(f"line {row:,}: {what}, so it is no gettext catalogue")
