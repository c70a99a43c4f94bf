"""PDF: the printed text of every page, each character with its box, read in a process of its own.

The library that knows PDF is large and not safe from every file: one that breaks it, or never ends, must not take the
run along.
"""

from __future__ import annotations

import json
import subprocess
import sys
from array import array
from collections.abc import Iterable
from importlib.util import find_spec
from itertools import chain
from typing import Any

from claimlint.document import Block, Layout, Mapped, Piece
from claimlint.errors import NotReadable
from claimlint.readers.fields import read_field
from claimlint.readers.formats import Part, Wishes
from claimlint.readers.pdf.sheets import UNPRINTED
from claimlint.readers.text import cut

SECONDS = 120
CHILD = "import sys; sys.path[:] = sys.argv[1:]; from claimlint.readers.pdf.pdfium import main; main()"
"""What the process runs: isolated, so that it imports what this one would, and nothing from the folder it starts in."""

WAY_OUT = "export it again, or save the words in it as UTF-8 text"
MISSING = "PDF files need an extra: pip install 'cosmetic-claimlint[documents]', or save the words in it as UTF-8 text"
BREAKING = f"it breaks the library that reads PDF, or needs too much memory: {WAY_OUT}"


def read_bytes(data: bytes, wishes: Wishes) -> Part:
    """Read a PDF: what its pages show, and its title, subject and keywords. Raises NotReadable with the reason."""
    if find_spec("pypdfium2") is None:
        raise NotReadable(MISSING)
    told = _told(data)
    if reason := told.get("refused"):
        raise NotReadable(reason)
    text, blocks = _info(told["info"], wishes)
    boxes = array("f", UNPRINTED * len(text))
    starts, texts, copies = list[int](), [text], list[Mapped]()
    for page in told["pages"]:
        start = len(boxes) // 4
        starts.append(start)
        texts.append(page["text"])
        boxes.frombytes(bytes.fromhex(page["boxes"]))
        copies.append(Mapped.woven(Piece(words, start + first, start + last) for words, first, last in page["pieces"]))
    read = chain(blocks, chain.from_iterable(map(cut, copies)))
    return Part("".join(texts), read, told["note"], Layout(tuple(starts), boxes))


def _told(data: bytes) -> dict[str, Any]:
    """Give what the process tells of a file. Raises NotReadable where it tells nothing."""
    command = [sys.executable, "-I", "-c", CHILD, *sys.path]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603 - ours
    except subprocess.TimeoutExpired as error:
        raise NotReadable(f"reading it takes longer than {SECONDS} seconds: {WAY_OUT}") from error
    except subprocess.CalledProcessError as error:
        raise NotReadable(BREAKING) from error
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _info(values: Iterable[tuple[str, str]], wishes: Wishes) -> tuple[str, list[Block]]:
    """Give title, subject and keywords, one below the other, and their blocks."""
    text, blocks = "", list[Block]()
    for name, value in values:
        line = Mapped.whole(f"{text}{value}").part(len(text), len(text) + len(value))
        blocks += read_field(line, (name.lower(),), wishes)
        text += f"{value}\n"
    return text, blocks
