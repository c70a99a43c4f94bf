"""JavaScript and its kin: the copy in strings, templates and JSX, at its exact places."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from claimlint.document import Block, Mapped, Piece
from claimlint.readers.fields import Names, kind_of, pointer_of, read_field, topic_for
from claimlint.readers.formats import Copy, Wishes
from claimlint.readers.script.frames import DOTS, KEY_STARTS, TYPED, Frame, is_name, literal
from claimlint.readers.script.grammar import LEADING
from claimlint.readers.script.jsx import SILENT, Sheet
from claimlint.readers.script.jsx import words as jsx_words
from claimlint.readers.script.tokens import Token, tokens
from claimlint.readers.script.values import is_copy, is_silent
from claimlint.readers.text import cut

FARTHEST = 50
"""How many brackets out a name is looked for, and to how many of them a string in a template is part of the words there."""
LONGEST_NAME = 60
"""How much of a name counts."""


def read(text: str, wishes: Wishes) -> Copy:
    """Read a script in which elements may stand. Nothing in it is a fault: what is unclear is gone over."""
    return read_script(text, wishes, jsx=True)


def read_script(text: str, wishes: Wishes, *, jsx: bool) -> Copy:
    """Read a script; `jsx` says that elements may stand in it."""
    reading = _Reading(text, wishes)
    for token in tokens(text, jsx=jsx):
        STEPS[token.kind](reading, token)
    reading.flush()
    return Copy(sorted(reading.blocks, key=lambda block: block.places.start_of(0)))


@dataclass
class _Reading:
    """Where the reading of a script stands: what is open, outermost first, and the copy so far."""

    text: str
    wishes: Wishes
    frames: list[Frame] = field(default_factory=lambda: [Frame("block")])
    blocks: list[Block] = field(default_factory=list)

    @property
    def top(self) -> Frame:
        """Give what was opened last."""
        return self.frames[-1]

    def names(self) -> Names:
        """Give the names that lead to the value that is being read, as far as the block it stands in."""
        found: list[str] = []
        for frame in reversed(self.frames[-FARTHEST:]):
            if frame.key is None:
                break
            found += [frame.key] if frame.key else []
            if frame.kind == "block":
                break
        return tuple(reversed(found))

    def flush(self, after: str = "") -> None:
        """Read the string that is complete now; `after` is the token behind it."""
        frame = self.top
        frame.lone = False
        run, frame.run = frame.run, None
        if not run or frame.silent:
            return
        copy, names = Mapped.woven(run), self.names()
        if self.wishes.fields or is_copy(copy.text, names, frame.led, after):
            self.blocks += read_field(copy, names, self.wishes)

    def add(self, more: Iterable[Piece]) -> None:
        """Add words to the string that is being read where a plus stands before them, or begin one."""
        frame = self.top
        if frame.run is None or frame.prev != "+":
            if frame.run is not None:
                self.flush()
            frame.run, frame.led = [], frame.prev
        frame.run += more
        frame.see('"')

    def string(self, token: Token) -> None:
        """Read a string in quotes."""
        self.add(literal(self.text, token.start, token.end))

    def word(self, token: Token) -> None:
        """Read a name or a keyword. One behind an operand begins a statement: somebody saves semicolons."""
        frame, word = self.top, self.text[token.start : min(token.end, token.start + LONGEST_NAME)]
        self._go_on(token)
        if frame.kind == "block" and frame.is_operand:
            frame.key = ""
        if frame.prev not in DOTS:
            frame.chain = word
        frame.see(word)

    def other(self, token: Token) -> None:
        """Read a figure or a regular expression."""
        self._go_on(token)
        self.top.see(self.text[token.start : min(token.end, token.start + LONGEST_NAME)])

    def _go_on(self, token: Token) -> None:
        """Let something stand behind a string: behind a plus it is part of it, a word that nobody knows."""
        frame = self.top
        frame.lone = False
        if frame.run is not None and frame.prev == "+":
            frame.run.append(Piece(" ", token.start, token.start))
        elif frame.run is not None and frame.prev not in DOTS:
            self.flush()

    def sign(self, token: Token) -> None:
        """Read a sign: it may end a string, or make a key of what stands before it."""
        frame, sign = self.top, self.text[token.start : token.end]
        if sign == ":" and frame.kind != "array" and frame.before in KEY_STARTS and (key := self._key()):
            frame.key, frame.run = key, None
        elif frame.run is None or sign not in ("+", *DOTS):
            self.flush(sign)
        if sign == "=" and is_name(frame.prev) and frame.prev not in LEADING and frame.before not in TYPED:
            frame.key = frame.prev
        elif sign == "=>":
            frame.key = None
        elif sign in (",", ";"):
            frame.index += 1
            frame.key = str(frame.index) if frame.kind == "array" else ""
        frame.see(sign)

    def _key(self) -> str:
        """Give the name or the string that was read last."""
        frame = self.top
        if frame.prev == '"':
            return Mapped.woven(frame.run or ()).text[:LONGEST_NAME]
        return frame.prev if is_name(frame.prev) else ""

    def open(self, token: Token) -> None:
        """Open a bracket."""
        frame, sign = self.top, self.text[token.start]
        silent = frame.silent or (sign == "(" and frame.is_operand and is_silent(frame.chain, frame.prev))
        if frame.prev == "+":
            self._go_on(token)
        frame.lone = False
        kind = frame.opens(sign)
        self.frames.append(Frame(kind, frame.sheet, silent, "0" if kind == "array" else ""))

    def template(self, token: Token) -> None:
        """Open a template; the name before it says how it is read."""
        frame = self.top
        silent = frame.silent or (frame.is_operand and is_silent(frame.chain, frame.prev))
        self.frames.append(Frame("template", frame.sheet, silent, run=[]))

    def chunk(self, token: Token) -> None:
        """Read words of a template."""
        run = self.top.run or []
        run += literal(self.text, token.start, token.end)
        self.top.run = run

    def close(self, token: Token) -> None:
        """Close what was opened last."""
        frame = self.top
        if frame.kind == "template":
            self.frames.pop()
            self.add(() if frame.silent else frame.run or ())
        elif frame.kind == "element":
            self._close_element(token)
        elif frame.kind == "hole":
            self._close_hole(token)
        else:
            is_key = frame.kind == "key" and frame.lone
            name = self._key() if is_key else ""
            self.flush("]" if is_key else "")
            self.frames.pop()
            self.top.see(name or ("}" if frame.kind in ("object", "block") else ")"))

    def _close_hole(self, token: Token) -> None:
        """Close the braces around code in a template or an element: a lone string in them is part of the words there."""
        frame, outer = self.top, self.frames[-2]
        is_attribute = outer.kind == "element" and outer.key
        is_within = frame.lone and not is_attribute and len(self.frames) <= FARTHEST
        found = frame.run if is_within else None
        if found is None:
            self.flush()
            found = [Piece(" ", token.start, token.start)] if frame.prev else []
        self.frames.pop()
        if outer.kind == "template":
            outer.run = outer.run or []
            outer.run += found
        elif outer.sheet and not is_attribute and not outer.silent:
            outer.sheet.add(found)
        outer.key = ""

    def element(self, token: Token) -> None:
        """Open an element. One that stands in code in another is apart from its neighbours."""
        outer, name = self.top, self.text[token.start : token.end]
        if outer.kind != "element":
            self.flush()
        sheet = outer.sheet or Sheet()
        frame = Frame("element", sheet, outer.silent or name in SILENT, tag=name)
        sheet.add(_space(outer, token))
        sheet.begin(name)
        self.frames.append(frame)

    def _close_element(self, token: Token) -> None:
        frame = self.frames.pop()
        outer = self.top
        outer.see(")")
        if frame.sheet is None:
            return
        frame.sheet.end(frame.tag)
        frame.sheet.add(_space(outer, token))
        if outer.sheet is None and not outer.silent:
            names = self.names()
            topic = topic_for(kind_of(names))
            self.blocks += cut(Mapped.woven(frame.sheet.pieces), topic, pointer_of(names))

    def attribute(self, token: Token) -> None:
        """Read the name of an attribute."""
        self.top.key = self.text[token.start : token.end][:LONGEST_NAME]

    def value(self, token: Token) -> None:
        """Read an attribute in quotes. The name of a field of a form is none that customers see."""
        text = self.text[token.start : token.end]
        if self.top.key != "name" or not text[:1].islower() or len(text.split(None, 1)) > 1:
            self.top.run = list(jsx_words(self.text, token.start, token.end))
        self.flush()
        self.top.key = ""

    def children(self, token: Token) -> None:
        """Begin the inside of an element."""
        self.top.key = ""
        if self.top.sheet:
            self.top.sheet.begin(self.top.tag)

    def words(self, token: Token) -> None:
        """Read words of an element."""
        if self.top.sheet and not self.top.silent:
            self.top.sheet.add(jsx_words(self.text, token.start, token.end))


def _space(outer: Frame, token: Token) -> list[Piece]:
    """Give the space around an element that stands in code in another."""
    return [Piece(" ", token.start, token.start)] if outer.sheet and outer.kind != "element" else []


STEPS: dict[str, Callable[[_Reading, Token], None]] = {
    "word": _Reading.word, "string": _Reading.string, "sign": _Reading.sign, "other": _Reading.other,
    "open": _Reading.open, "close": _Reading.close, "template": _Reading.template, "chunk": _Reading.chunk,
    "element": _Reading.element, "attribute": _Reading.attribute, "value": _Reading.value,
    "children": _Reading.children, "text": _Reading.words,
}  # fmt: skip
"""What is done with a token of each kind."""
