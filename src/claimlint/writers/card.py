"""One group of findings as a copywriter reads it: the words, why they matter, what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from claimlint.findings import REVIEW, Basis, CueMention, Finding, Level, Place
from claimlint.writers.groups import Group
from claimlint.writers.options import Options
from claimlint.writers.paint import painter
from claimlint.writers.visible import Cell, cells, columns, shown, visible
from claimlint.writers.wrap import excerpt, shortened, underline, wrapped

MARGIN, LABEL = 4, 9
"""Columns before the details, and of the label before each."""

MOST_INSTEAD, MOST_SEEN = 2, 1
MOST_PLACES = 5
"""Places told of words that a file repeats."""
MOST_SPOT = 16
"""Columns of a place in a document."""
MOST_QUOTED = 40
"""Columns of a quotation inside a line."""

NEAR = 1000
"""Characters looked at on each side of a border of the claim: more never fit on the screen."""

CUE_NOTES: Mapping[str, tuple[str, str]] = {
    "softened": ("softener", "does not change it"),
    "told": ("testimonial", "still counts as the seller's own claim"),
    "question": ("question", "still suggests it unless the answer is no"),
}
"""What to say before and after the words of a cue that did not dismiss the claim, by its effect."""


class Field(NamedTuple):
    """A label and the texts that stand beside it, in a style of their own."""

    label: str
    texts: list[str]
    style: str | None = None


def card(group: Group, options: Options, above: str = "", again: Sequence[str] = ()) -> list[str]:
    """Give the lines that tell a group of findings.

    `above` is the place of an earlier group that needs the same explanation, which is then not told again; `again` are
    the places where the same words stand once more.
    """
    room = options.width - MARGIN - LABEL
    pointer = visible(group.lead.pointer)
    fields = [Field("at", [pointer])] if pointer and pointer != spot(group.lead) else []
    fields += [Field("why", [f"as for {above} above"])] if above else _explanation(group, room)
    lines = [*_title(group.lead, options), *_quotation(group.lead, options)]
    more = f" and {len(again) - MOST_PLACES:,} more" if len(again) > MOST_PLACES else ""
    fields += [Field("again", [f"{', '.join(again[:MOST_PLACES])}{more}"])] if again else []
    return [*lines, *(line for field in [*fields, *_circumstances(group)] for line in _told(field, options))]


def place(at: Place) -> str:
    """Give a place as line and column."""
    return f"{at.line}:{at.column}"


def spot(finding: Finding) -> str:
    """Give the place by which a person finds the words: a page, a cell or paragraph, or line and column."""
    if finding.is_in_lines:
        return place(finding.start)
    return f"page {finding.page}" if finding.page else shown(shortened(cells(finding.pointer), MOST_SPOT))


def quoted(text: str) -> str:
    """Give words of a file in quotation marks, shortened in the middle; nothing where there are none."""
    return f'"{shown(shortened(cells(_ends(text)), MOST_QUOTED))}"' if text else ""


def _title(finding: Finding, options: Options) -> Iterator[str]:
    paint = painter(options.color)
    head = f"  {spot(finding)}  {paint(finding.level, finding.level)}  "
    indent = " " * len(f"  {spot(finding)}  {finding.level}  ")
    rule = f"[{visible(finding.rule)}]"
    for line in wrapped(f"{finding.title} {rule}", options.width - len(indent)):
        yield head + line.replace(rule, paint(rule, "quiet"))
        head = indent


def _quotation(finding: Finding, options: Options) -> Iterator[str]:
    """Give the sentence about the claim, marks beneath the claim."""
    paint = painter(options.color)
    bar = " " * MARGIN + paint("|", "quiet") + " "
    mark = "^" if finding.level == "error" else "~"
    for line in excerpt(_near(finding.sentence, *finding.said), options.width - MARGIN - len("| ")):
        yield bar + shown(line)
        if marks := underline(line, mark):
            blank = len(marks) - len(marks.lstrip())
            yield bar + " " * blank + paint(marks[blank:], finding.level)


def _near(sentence: str, first: int, last: int) -> list[Cell]:
    """Give the cells about a claim; a sentence far longer than the screen is cut first."""
    left, right = max(0, first - NEAR), last + NEAR
    before = ("…" if left else "") + sentence[left:first]
    claim = _ends(sentence[first:last])
    after = sentence[last:right] + ("…" if right < len(sentence) else "")
    return cells(before + claim + after, len(before), len(before + claim))


def _ends(text: str) -> str:
    return text if len(text) <= 2 * NEAR else f"{text[:NEAR]}…{text[-NEAR:]}"


def _explanation(group: Group, room: int) -> list[Field]:
    """Give what holds for every claim of this kind."""
    laws = [_law(finding, room, group.lead.level) for finding in group.findings if finding.law != REVIEW]
    facts = [f"{fact.by} {fact.kind}, {fact.year}: {visible(fact.said)}" for fact in group.seen]
    return [
        Field("why", group.whys),
        Field("law", laws),
        Field("instead", group.instead[:MOST_INSTEAD], "instead"),
        Field("seen", facts[:MOST_SEEN]),
    ]


def _law(finding: Finding, room: int, usual: Level) -> str:
    """Give a law, what it makes of the words, and as many of its provisions as fit one line; at least one."""
    level = "" if finding.level == usual else f" ({finding.level})"
    return _cited(f"{finding.law.upper()} {finding.class_}{level}", finding.basis, room)


@lru_cache(maxsize=1024)
def _cited(name: str, basis: tuple[Basis, ...], room: int) -> str:
    cites = [one.cite for one in basis]
    line = ": ".join([name, *cites[:1]])
    for count in range(1, len(cites) + 1):
        more = f" and {len(cites) - count} more" if count < len(cites) else ""
        longer = f"{name}: {'; '.join(cites[:count])}{more}"
        if count > 1 and columns(cells(longer)) > room:
            break
        line = longer
    return line


def _circumstances(group: Group) -> list[Field]:
    """Give what holds for this claim alone."""
    cues = [_cue(cue) for cue in group.cues if cue.effect in CUE_NOTES]
    return [Field("cue", cues), Field("also", [", ".join(group.also)] if group.also else [])]


def _cue(cue: CueMention) -> str:
    before, after = CUE_NOTES[cue.effect]
    return f"{before} {quoted(cue.text)} {after}"


def _told(field: Field, options: Options) -> Iterator[str]:
    """Give a field as lines; of several texts each is set off by a hanging indent."""
    paint = painter(options.color)
    label, hang = field.label, "  " if len(field.texts) > 1 else ""
    for text in field.texts:
        indent = ""
        for line in wrapped(text, options.width - MARGIN - LABEL - len(hang)):
            told = indent + line
            padding = " " * (LABEL - len(label))
            yield " " * MARGIN + paint(label, "quiet") + padding + (paint(told, field.style) if field.style else told)
            label, indent = "", hang
