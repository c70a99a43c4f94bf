"""Lines to units: headings, titles, drawn lines, and runs of text that belong together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from claimlint.readers.lines import Line, is_stopped, is_wrapped
from claimlint.readers.looks import LONGEST_TITLE, MOST_TITLE_WORDS, is_title
from claimlint.readers.sections import Heading, Topic, heading_of, is_marked_title, is_running_text

Scope = Literal["section", "paragraph", "item"]
"""How far a heading reaches: to the next heading, to the end of its paragraph, of its list item."""

UNWRAPPED_LINE = 120
"""Nobody wraps lines longer than this: one that ends with a stop is a paragraph of its own."""


class Unit(NamedTuple):
    """A stretch of source that becomes one block, or a few where its role changes inside.

    `topic` and `scope` are those of a heading. `opens` says that a paragraph begins with it; `indent` is that of its
    bullet, -1 where it has none.
    """

    start: int
    end: int
    kind: Literal["heading", "title", "rule", "text"]
    opens: bool
    topic: Topic = "body"
    scope: Scope = "section"
    indent: int = -1


def read_units(text: str, lines: Iterator[Line]) -> Iterator[Unit]:
    """Group lines into units, in the order of the source."""
    last: Unit | None = None
    is_asking = False
    before, line = None, next(lines, None)
    while line is not None:
        after = next(lines, None)
        start, end, indent, after_blank, is_rule, is_item, _, _, number = line
        words = text[start:end]
        unit: Unit | None = None
        if is_rule:
            unit = Unit(start, end, "rule", after_blank)
        elif not is_running_text(words, listed=line.is_listed):
            if heading := _heading(line, words, is_asking=is_asking):
                unit = _heading_unit(line, heading)
                is_asking = is_asking or unit.topic in ("faq", "question")
            elif _is_title(text, line, words, before, after):
                unit = _title(text, line, words, after)
        if unit is None and not after_blank and last and before and _goes_on(text, line, before, last):
            last = last._replace(end=end)
        else:
            if last:
                yield last
            opens = (after_blank and number <= 1) or _opens(text, line, before, last)
            last = unit or Unit(start, end, "text", opens, "body", "section", indent if is_item else -1)
        if unit and unit.end < end:
            yield unit
            last = _behind(text, line, unit)
        before, line = line, after
    if last:
        yield last


def _heading(line: Line, words: str, *, is_asking: bool) -> Heading | None:
    """Find a known heading. "A." begins an answer only where something was asked before."""
    heading = heading_of(words, opens=line.after_blank or line.is_item, listed=line.is_listed)
    return heading if is_asking or heading is None or heading.topic != "answer" else None


def _heading_unit(line: Line, heading: Heading) -> Unit:
    """Give the unit of a known heading, which ends before the line does where other words follow it."""
    scope: Scope = "section"
    if heading.inline or heading.topic in ("question", "answer"):
        scope = "item" if line.is_item else "paragraph"
    return Unit(line.start, line.start + heading.end, "heading", line.after_blank, heading.topic, scope)


def _behind(text: str, line: Line, heading: Unit) -> Unit:
    """Give the words that follow a heading on its line."""
    rest = text[heading.end : line.end]
    start = line.end - len(rest.lstrip())
    return Unit(start, line.end, "text", False, indent=line.indent if line.is_item else -1)


def _is_title(text: str, line: Line, words: str, before: Line | None, after: Line | None) -> bool:
    """Tell whether a line of unknown words is a heading by its form or by standing alone."""
    if is_marked_title(words) and not line.is_item:
        return True
    if line.is_item or after is None or len(words) > LONGEST_TITLE:
        return False
    if words.endswith((":", "：")):
        is_free = before is None or line.after_blank or not is_wrapped(text[before.start : before.end])
        return is_free and words[0].isupper() and len(words.split()) <= MOST_TITLE_WORDS
    is_alone = line.after_blank and (after.after_blank or after.is_rule)
    return is_alone and is_title(words)


def _title(text: str, line: Line, words: str, after: Line | None) -> Unit:
    """Give a title: one that only stands alone may still be a short paragraph of its section."""
    underlined = after is not None and not after.after_blank and after.is_rule
    is_certain = underlined or is_marked_title(words)
    return Unit(line.start, line.end, "heading" if is_certain else "title", line.after_blank)


def _opens(text: str, line: Line, before: Line | None, last: Unit | None) -> bool:
    """Tell of a line without a blank line before it, or a later step of a list, that it begins a paragraph all the same."""
    follows_list = last is not None and last.indent >= 0 and not line.is_item
    return follows_list or before is None or _is_paragraph(text, before)


def _goes_on(text: str, line: Line, before: Line, last: Unit) -> bool:
    """Tell whether a line of text with no blank line before it goes on with the unit before it."""
    if line.is_item or last.kind != "text" or _is_paragraph(text, before):
        return False
    if last.indent < 0:
        return True
    return line.indent > last.indent or text[line.start].islower() or is_wrapped(text[before.start : before.end])


def _is_paragraph(text: str, line: Line) -> bool:
    """Tell whether a line is too long to have been wrapped, and ends as a paragraph does."""
    if line.end - line.start <= UNWRAPPED_LINE:
        return False
    return is_stopped(text[line.end - 8 : line.end])
