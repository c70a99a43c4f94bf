"""Which reader takes which file: one table by suffix."""

import os
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any, Literal, NamedTuple

from claimlint.document import Block, Layout


class Wishes(NamedTuple):
    """What the caller wants of the readers: of data only these fields, by name or pointer; all copy where there are none."""

    fields: tuple[str, ...] = ()


EVERYTHING = Wishes()


class Copy(NamedTuple):
    """What a reader finds in a text, and what is to be said of how it was read."""

    blocks: Iterable[Block]
    note: str | None = None


class Part(NamedTuple):
    """What a reader finds in a stretch of a file, with the text of that stretch.

    For a format that holds no plain text, the text is what the reader makes of it, and `layout` may say where it stands.
    """

    text: str
    blocks: Iterable[Block]
    note: str | None = None
    layout: Layout | None = None


TextReader = Callable[[str, Wishes], Copy]
"""Reads a decoded text. Raises Unparsed where it is not in the format, NotReadable where it cannot be read at all."""
LineReader = Callable[[Iterator[str], Wishes, int], Iterator[Part]]
"""Reads lines, each by itself, from chunks of whole lines; the last argument counts the lines before them."""
RowReader = Callable[[Iterator[str], Wishes], Iterator[Part]]
"""Reads a table of any size from chunks of whole lines; the texts of its parts, put together, are those of the chunks."""
BinaryReader = Callable[[bytes, Wishes], Part]
"""Reads the bytes of a document. Raises NotReadable where that fails, naming the extra that is missing if one is."""


READ = {"text": "read", "lines": "read_lines", "rows": "read_rows", "bytes": "read_bytes"}
"""The function of a module that takes a text, chunks of lines, of lines that make rows, bytes."""


class Format(NamedTuple):
    """How a format is read: by which module of this package, and from what."""

    module: str
    takes: Literal["text", "lines", "rows", "bytes"]

    @property
    def read(self) -> Any:
        """Load the reader, a TextReader, LineReader, RowReader or BinaryReader, when the first file asks for it."""
        return getattr(import_module(f"claimlint.readers.{self.module}"), READ[self.takes])


PLAIN = Format("text", "text")
SUFFIXES = {
    PLAIN: ".txt .text .copy",
    Format("markdown", "text"): ".md .markdown",
    Format("mdx", "text"): ".mdx",
    Format("html", "text"): """
        .html .htm .xhtml .jinja .jinja2 .j2 .njk .twig .liquid .hbs .mustache .erb .ejs .php .vue""",
    Format("svelte", "text"): ".svelte .astro",
    Format("xml", "text"): ".xml .rss .atom .xlf .xliff .resx .tmx .dita .dbk",
    Format("po", "text"): ".po .pot",
    Format("strings", "text"): ".strings",
    Format("properties", "text"): ".properties",
    Format("json", "text"): ".json .arb",
    Format("json", "lines"): ".jsonl .ndjson",
    Format("yaml", "text"): ".yaml .yml",
    Format("toml", "text"): ".toml",
    Format("table", "rows"): ".csv .tsv",
    Format("script", "text"): ".js .mjs .cjs .jsx .tsx",
    Format("typescript", "text"): ".ts .mts .cts",
    Format("office", "bytes"): ".docx .docm .pptx .pptm .xlsx .xlsm .odt .odp .ods .epub",
    Format("pdf", "bytes"): ".pdf",
}
FORMATS = {suffix: known for known, suffixes in SUFFIXES.items() for suffix in suffixes.split()}
"""In folders only these suffixes are taken. A file named by itself is plain text where its suffix is not here."""


def suffix_of(name: str) -> str:
    """Give the suffix that the table knows a file by."""
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - once for every file of a catalog


def format_of(path: str) -> Format:
    """Give the format of a shown path."""
    return FORMATS.get(suffix_of(path), PLAIN)
