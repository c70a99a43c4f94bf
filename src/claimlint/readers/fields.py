"""Values of data files: which of them are copy, and as what they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Literal

from claimlint.document import Block, Mapped
from claimlint.readers.formats import Wishes
from claimlint.readers.html import cut_html, is_html
from claimlint.readers.sections import Topic, topic_of
from claimlint.readers.text import cut

Names = tuple[str, ...]
"""The keys and indexes that lead to a value, outermost first."""
Kind = Topic | Literal["title", "tags", "none"]
"""As what a value is read: under a heading of its topic, as a title, as a list of tags, or not at all."""

TITLES = frozenset(
    name.strip()
    for name in """title; name; product name; product title; headline; subject; subject line; seo title; meta title;
    page title; og title; twitter title; h1; heading; subheading; subtitle; tagline; slogan; label; button; cta; caption;
    image alt text; alt text; alt; review title""".split(";")
)
TAGS = frozenset({"tags", "tag", "keywords", "keyword", "meta keywords", "seo keywords", "hashtags", "labels"})
DATA = frozenset(
    """id ids uuid guid sku gtin ean upc mpn isbn barcode handle slug url urls uri href src link permalink path file
    filename image images img photo thumbnail icon video price prices cost amount currency tax weight width height date
    time timestamp created updated modified published email phone zip postcode address locale lang language country
    status token hash key etag version license encoding charset mime class style css color colour hex position quantity
    qty inventory stock vendor""".split()
)
"""Words that name data which nobody reads as copy."""
TOLD = frozenset({"alt", "caption", "text", "title", "description", "label", "html", "body", "content", "name"})
"""Words that make copy of a name with a word of DATA in it: "Image Alt Text"."""
PROSE_WORDS = 4
"""Words from which on a value is copy whatever its name."""

HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
NAME_WORD = re.compile(r"[^\W_]+")
WORD = re.compile(r"[^\W\d_]{2,}")
NO_COPY = re.compile(
    r"\s*(?:[a-z][a-z0-9+.-]*://\S+|www\.\S+|mailto:\S+|[\w.+-]+@[\w-]+\.\S+|#[0-9a-fA-F]{3,8}|data:\S+|[./~]\S*/\S*"
    r"|\S+\.(?:jpe?g|png|gif|webp|svg|avif|mp4|pdf|html?|js|css|json|xml|csv|woff2?)(?:\?\S*)?"
    r"|(?=\S*\d)[0-9A-Fa-f-]{8,}|\d[\d.,:/\sTZ+-]*[a-z%]{0,3}|true|false|null|none|n/?a)\s*",
    re.I,
)
"""Addresses, file names, colours, codes, figures, dates and signs of nothing."""
TAG = re.compile(r"[^,;|\r\n]+")


def read_field(value: Mapped, names: Names, wishes: Wishes, pointer: str = "") -> Iterator[Block]:
    """Give the blocks of a value if it is copy; markup in it is read as such. `pointer` stands for that of its names."""
    if not _is_wished(names, wishes.fields) if wishes.fields else not _is_copy(value.text, names):
        return
    kind, pointer = kind_of(names), pointer or pointer_of(names)
    if is_html(value.text):
        yield from cut_html(value, _topic(kind), pointer)
    else:
        yield from read_copy(value, kind, pointer)


def read_copy(value: Mapped, kind: Kind, pointer: str) -> Iterator[Block]:
    """Give the blocks of a value without markup that is read as this kind."""
    if kind == "title":
        yield from _lines(value, pointer)
    elif kind == "tags":
        yield from _items(value, pointer)
    else:
        yield from cut(value, _topic(kind), pointer)


def _topic(kind: Kind) -> Topic:
    return "body" if kind in ("title", "tags", "none") else kind  # type: ignore[return-value]


def pointer_of(names: Sequence[str]) -> str:
    """Give the JSON pointer (RFC 6901) of a value."""
    return "".join(f"/{name.replace('~', '~0').replace('/', '~1')}" for name in names)


def named(name: str) -> str:
    """Give the words of a key or column name: "howToUse" and "how_to_use" are "how to use", "Body (HTML)" is "body"."""
    return " ".join(NAME_WORD.findall(re.sub(r"\(.*?\)", " ", HUMP.sub(" ", name)))).lower()


def kind_of(names: Names) -> Kind:
    """Tell as what a value is read by the names that lead to it: within reviews all is told, else the nearest name counts."""
    return _kind(tuple(name for name in names if not name.isdecimal()))


@lru_cache(maxsize=10_000)
def _kind(names: Names) -> Kind:
    words = [named(name) for name in names]
    topics = [topic_of(name) for name in words]
    if "review" in topics:
        return "review"
    for name, topic in zip(reversed(words), reversed(topics), strict=True):
        kind: Kind | None = "title" if name in TITLES else "tags" if name in TAGS else topic
        if kind:
            return "ingredients" if kind == "title" and "ingredients" in topics else kind
    return "none" if words and _names_data(words[-1]) else "body"


def is_data(text: str) -> bool:
    """Tell whether a value is an address, a file name, a code, a figure or a date, or a sign of nothing."""
    return NO_COPY.fullmatch(text) is not None


def _names_data(name: str) -> bool:
    words = set(name.split())
    return bool(words & DATA) and not words & TOLD


def _is_copy(text: str, names: Names) -> bool:
    if not WORD.search(text) or is_data(text):
        return False
    return kind_of(names) != "none" or len(text.split(None, PROSE_WORDS)) >= PROSE_WORDS


def _is_wished(names: Names, wishes: Sequence[str]) -> bool:
    """Tell whether a wish names a value: by its key, in any spelling, or by a pattern for its pointer."""
    pointer = pointer_of(names)
    last = next((named(name) for name in reversed(names) if not name.isdecimal()), "")
    return any(fnmatchcase(pointer, wish) if wish.startswith("/") else named(wish) == last for wish in wishes)


def _lines(value: Mapped, pointer: str) -> Iterator[Block]:
    """Give a title as one block a line."""
    for line in re.finditer(r"\S(?:[^\r\n]*\S)?", value.text):
        part = value.part(*line.span())
        yield Block(part.text, "heading", part.places, pointer)


def _items(value: Mapped, pointer: str) -> Iterator[Block]:
    """Give each tag as a block of its own."""
    for tag in TAG.finditer(value.text):
        words = tag.group().strip()
        if words:
            start = tag.start() + tag.group().index(words)
            part = value.part(start, start + len(words))
            yield Block(part.text, "body", part.places, pointer)
