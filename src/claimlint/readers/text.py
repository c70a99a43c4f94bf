"""Plain text to a document: paragraphs, headings and bullets as blocks with roles."""

from __future__ import annotations

import re
from itertools import pairwise, repeat

from claimlint.document import Block, Mapped, rows
from claimlint.readers.formats import Copy, Wishes
from claimlint.readers.lines import read_lines
from claimlint.readers.roles import Passage, read_roles
from claimlint.readers.sections import Topic
from claimlint.readers.units import read_units

HEADING_MARK = re.compile(r"#{1,6}[ \t]+(?=\S)")
OPEN_QUOTES = "\"“„«‘'"
CLOSE_QUOTES = "\"”“»’'"
LONGEST_NAME = 60
NAME = r"[-–—~]?\s*[^\W\d_a-z][\w.'’-]*(?:[ \t]+[^\W\d_a-z][\w.'’-]*){0,3}(?:\s*[,(/|·]\s*[^.!?\r\n]{1,40}\)?)?\s*"


def read(text: str, wishes: Wishes) -> Copy:
    """Read a plain text. A bullet's marker is in no block."""
    return Copy(tuple(cut(Mapped.whole(text))))


def cut(copy: Mapped, topic: Topic = "body", pointer: str = "") -> list[Block]:
    """Cut copy into blocks as a plain text, the first of which stand under a heading of this topic.

    What is no plain text is laid out as one first: a blank line between paragraphs, "# " before a heading, "• " before an
    item. The blocks' places are those of the copy's source.
    """
    text, places = copy
    passages = _with_reviews(text, list(read_roles(text, read_units(text, read_lines(text)), topic)))
    spans = [(_behind_mark(text, start, end) if role == "heading" else start, end) for start, end, role in passages]
    texts = [text[start:end] for start, end in spans]
    return rows(Block, texts, [role for _, _, role in passages], places.parts(spans), repeat(pointer))


def _behind_mark(text: str, start: int, end: int) -> int:
    """Give where the words of a heading begin."""
    mark = HEADING_MARK.match(text, start, end)
    return mark.end() if mark else start


def _with_reviews(source: str, passages: list[Passage]) -> list[Passage]:
    """Give the role `review` to quotations with the name of a customer, wherever they stand."""
    for i, (first, _, role) in enumerate(passages):
        if role == "body" and source[first] in OPEN_QUOTES:
            for k in _quoted(source, passages, i):
                start, end, _ = passages[k]
                passages[k] = start, end, "review"
    return passages


def _quoted(source: str, passages: list[Passage], i: int) -> range:
    """Give the indexes of a quotation at `i` and its name, none where nobody is named."""
    start, end, _ = passages[i]
    words = source[start:end]
    last = max(words.rfind(quote) for quote in CLOSE_QUOTES)
    behind = words[last + 1 :].strip()
    if last < 1 or (behind and not _is_name(behind)):
        return range(0)
    if behind:
        return range(i, i + 1)
    return range(i, i + 2) if _names_next(source, passages, i) else range(0)


def _names_next(source: str, passages: list[Passage], i: int) -> bool:
    """Tell whether the passage behind a quotation is one dash and a name, not the first item of a list."""
    marked = [bool(source[end:start].strip()) for (_, end, _), (start, _, _) in pairwise(passages[i : i + 3])]
    if not marked or (len(marked) > 1 and marked[1]):
        return False
    start, end, _ = passages[i + 1]
    name = source[start:end]
    return (marked[0] or name[0] in "-–—~") and _is_name(name)


def _is_name(words: str) -> bool:
    return len(words) <= LONGEST_NAME and re.fullmatch(NAME, words) is not None
