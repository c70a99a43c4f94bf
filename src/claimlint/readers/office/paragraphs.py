"""The paragraphs of a part of an office document, by the names that its format gives to things."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claimlint.readers.office.elements import Event
from claimlint.readers.office.story import Kind, Paragraph, Story

SPACE = re.compile(r"[ \t\r\n]+")
NUMBERLESS = frozenset({"notes", "header", "footer", ""})


@dataclass
class Frame:
    """What stands apart from the words around it: its pointer, its story, the table cells that are open in it."""

    pointer: str
    story: list[Paragraph]
    cells: list[list[int]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


@dataclass
class Open:
    """A paragraph that is not at its end yet. Without a kind it is not kept."""

    kind: Kind | None
    pieces: list[str] = field(default_factory=list)


class Grammar(NamedTuple):
    """The names of a format.

    `texts` are the elements whose characters are words, none where those of all are; `skipped` those nothing of which is
    read; `signs` stand for characters. `frames` have a story of their own, by its label. `tables`, `rows`, `cells` are
    counted. `alts` are the attributes that describe pictures. `notes` says what an element tells of a paragraph or shape.
    """

    paragraphs: frozenset[str]
    texts: frozenset[str]
    skipped: frozenset[str]
    signs: Mapping[str, str]
    frames: Mapping[str, str]
    tables: str
    rows: str
    cells: frozenset[str]
    alts: Mapping[str, tuple[str, ...]]
    notes: Mapping[str, Callable[[Reading, dict[str, str]], None]]


class Reading:
    """A part that is being read: feed it events, then take its `stories`.

    `label` points to the part, nothing where it is the body of a document. `kinds` tells the kind of a paragraph by its style.
    """

    def __init__(self, grammar: Grammar, label: str = "", kinds: Mapping[str, Kind] | None = None) -> None:
        self.grammar = grammar
        self.kinds = kinds or {}
        self.stories: list[list[Paragraph]] = [[]]
        self.shape: Kind | None = "body"
        self.lists = 0
        self.open: list[Open] = []
        self._frames = [Frame(label, self.stories[0])]
        self._skipping = 0
        self._worded = 0
        self._alternatives: list[bool] = []

    def read(self, events: Iterable[Event]) -> Sequence[Story]:
        """Read a part to its end, and give its stories."""
        steps = {"start": self._start, "end": self._end, "text": self._text}
        for kind, name, attributes in events:
            steps[kind](name, attributes)
        return self.stories

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        grammar = self.grammar
        if self._skipping or name in grammar.skipped or self._is_second(name):
            self._skipping += 1
            return
        if name in grammar.frames:
            self._frame(grammar.frames[name])
        if name in grammar.paragraphs:
            self.open.append(Open("item" if self.lists and self.shape == "body" else self.shape))
        if name in grammar.texts:
            self._worded += 1
        if name in grammar.signs and self.open:
            self.open[-1].pieces.append(grammar.signs[name])
        if name in grammar.notes:
            grammar.notes[name](self, attributes)
        if name in grammar.alts:
            self._alt([attributes.get(key, "") for key in grammar.alts[name]])
        self._count(name, attributes)

    def _is_second(self, name: str) -> bool:
        """Tell whether this is another way to say what was just read: of alternatives only the first counts."""
        if name == "AlternateContent":
            self._alternatives.append(False)
        elif name in ("Choice", "Fallback") and self._alternatives:
            if self._alternatives[-1]:
                return True
            self._alternatives[-1] = True
        return False

    def _frame(self, label: str) -> None:
        around = self._frames[-1]
        around.counts[label] += 1
        own = label if label in NUMBERLESS else f"{label} {around.counts[label]}"
        self.stories.append([])
        self._frames.append(Frame(", ".join(filter(None, (around.pointer, own))), self.stories[-1]))

    def _count(self, name: str, attributes: dict[str, str]) -> None:
        """Keep count of tables, rows and cells."""
        frame, grammar = self._frames[-1], self.grammar
        if name == grammar.tables:
            frame.counts["table"] += 1
            frame.cells.append([frame.counts["table"], 0, 0])
        elif name == grammar.rows and frame.cells:
            frame.cells[-1][1:] = [frame.cells[-1][1] + 1, 0]
        elif name in grammar.cells and frame.cells:
            frame.cells[-1][2] += 1

    def _end(self, name: str, _: dict[str, str]) -> None:
        grammar = self.grammar
        if self._skipping:
            self._skipping -= 1
            return
        if name == "AlternateContent" and self._alternatives:
            self._alternatives.pop()
        if name in grammar.texts:
            self._worded -= 1
        if name in grammar.paragraphs and self.open:
            self._close(self.open.pop())
        if name == grammar.tables and self._frames[-1].cells:
            self._frames[-1].cells.pop()
        if name in grammar.frames and len(self._frames) > 1:
            self._frames.pop()
        if f"/{name}" in grammar.notes:
            grammar.notes[f"/{name}"](self, {})

    def _close(self, paragraph: Open) -> None:
        text = "".join(paragraph.pieces).strip()
        if text and paragraph.kind:
            self._frames[-1].story.append(Paragraph(text, self._pointer(), paragraph.kind))

    def _pointer(self) -> str:
        """Give the place of a paragraph that ends here."""
        frame = self._frames[-1]
        if frame.cells:
            table, row, cell = frame.cells[-1]
            own = f"table {table}, row {row}, cell {cell}"
            return f"{frame.pointer}, {own}" if frame.pointer else own
        frame.counts["paragraph"] += 1
        return frame.pointer or f"paragraph {frame.counts['paragraph']}"

    def _alt(self, texts: list[str]) -> None:
        if any(map(str.strip, texts)):
            self._frame("alt text")
            frame = self._frames.pop()
            frame.story.extend(Paragraph(text.strip(), frame.pointer) for text in dict.fromkeys(texts) if text.strip())

    def _text(self, text: str, _: dict[str, str]) -> None:
        if self._skipping or not self.open:
            return
        if not self.grammar.texts:
            self.open[-1].pieces.append(SPACE.sub(" ", text))
        elif self._worded:
            self.open[-1].pieces.append(text)
