"""Cut folded text into sentences, and see which of them go on from the one before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

ABBREVIATIONS = (
    r"dr|mr|ms|st|no|vs|fl|oz|ca", r"mrs|nos|e\.g|i\.e|etc|min|max|u\.s|u\.k|vol|inc|ltd|reg|est|tel", "prof|incl|dept|cert|appr",
    "approx",
)  # fmt: skip
"""Of one length each, as what is looked for before a full stop must be."""
ABBREVIATED = r"(?<=\b[A-Za-z]\.)|" + "|".join(rf"(?<=\b(?i:{words})\.)" for words in ABBREVIATIONS)
STOP = rf"""(?=[\s"')\]*_A-Z]|\Z)(?!{ABBREVIATED})["')\]*_]{{0,4}}"""
"""What follows the mark of a stop: no small letter, and what closes with it."""
OPENING = r"""\s+(?:["'(\[]{0,3}[A-Z0-9#@•]|[^\x00-\x7f])|[A-Z][a-z]"""
BREAK = re.compile(r"\r\n|\r|\n")
WRAPPED_LINE = 45
"""A line at least this long that ends without a stop was wrapped, so its sentence goes on."""
LONGEST_LEAD = 5
"""Words of a fragment ("Sore gums?") that the next sentence may go on from."""
BETWEEN = "\x1e"
"""What parts texts that are looked at together: the sign of Unicode for just that, and a kind of space."""


class Sentence(NamedTuple):
    """A stretch of folded text that claims do not leave. Offsets are those of the folded block."""

    start: int
    end: int


class Reading(NamedTuple):
    """What is read at once: a sentence, or a short lead with the sentence that goes on from it ("Acne? Gone.").

    `number` is that of the last sentence in it; `seam` is where the lead ends, 0 where there is none.
    """

    number: int
    sentence: Sentence
    seam: int = 0


@cache
def _inner_stop(mark: str) -> re.Pattern[str]:
    """Give the pattern of a stop with this mark and a sentence behind it.

    The search for one character is much quicker than that for any of three, and few texts need all: to compile one
    takes as long as to check a label.
    """
    return re.compile(rf"{re.escape(mark)}{STOP}(?={OPENING})")


@cache
def _border() -> re.Pattern[str]:
    """Give the pattern of what may end a sentence: a stop, a bullet, a line break with the space after it.

    All begin with one set of characters, so that the search can skip from one to the next.
    """
    return re.compile(rf"[.!?•|\r\n](?:(?<=[.!?]){STOP}(?={OPENING}|\s*$)|(?<=[•|])|(?<=[\r\n])\s*)")


def together(texts: Sequence[str]) -> str:
    """Give texts as one, with BETWEEN between them and nowhere else."""
    if BETWEEN in "".join(texts):
        texts = [text.replace(BETWEEN, " ") for text in texts]
    return BETWEEN.join(texts)


def readings(text: str, split: Sequence[Sentence]) -> Iterator[Reading]:
    """Give the sentences of a folded block, and each short lead once more with the sentence behind it."""
    for number, sentence in enumerate(split):
        yield Reading(number, sentence)
        if number and _leads(text, split[number - 1], sentence):
            lead = split[number - 1]
            yield Reading(number, Sentence(lead.start, sentence.end), lead.end)


def _leads(text: str, lead: Sentence, sentence: Sentence) -> bool:
    """Tell whether a sentence goes on from a short question on the same line."""
    if text[lead.end - 1] != "?" or BREAK.search(text, lead.end, sentence.start):
        return False
    return len(text[slice(*lead)].split()) <= LONGEST_LEAD


def sentences(text: str) -> list[Sentence]:
    """Give the sentences of a folded block, without the space around them."""
    found: list[Sentence] = []
    start = 0
    for end, behind in _borders(text):
        if kept := text[start:end].strip():
            first = text.index(kept[0], start)
            found.append(Sentence(first, first + len(kept)))
        start = behind
    return found


def sentence_copies(texts: Sequence[str]) -> list[list[str]]:
    """Give each folded block's sentences as they stand: those of many blocks for less than `sentences` of each."""
    lined = [*map(_has_lines, texts)]
    plain = [text for text, has_lines in zip(texts, lined, strict=True) if not has_lines]
    copies = _plain_copies(plain) if plain else iter(())
    return [
        [text[start:end] for start, end in sentences(text)] if has_lines else next(copies)
        for text, has_lines in zip(texts, lined, strict=True)
    ]


def _plain_copies(texts: Sequence[str]) -> Iterator[list[str]]:
    """Give the sentences of each block, none of which has lines; that BETWEEN is space makes stops as the end does."""
    whole = together(texts)
    ends = {end - 1 for end in accumulate(len(text) + 1 for text in texts)}
    copies: list[str] = []
    start = 0
    for stop in sorted(ends.union(_inner_stops(whole))):
        if kept := whole[start:stop].strip():
            copies.append(kept)
        start = stop
        if stop in ends:
            yield copies
            copies = []


def _has_lines(text: str) -> bool:
    return "\n" in text or "\r" in text or "•" in text or "|" in text


def _inner_stops(text: str) -> Iterator[int]:
    """Give where sentences end in a block without lines, but for the last."""
    return (stop.end() for mark in ".!?" if mark in text for stop in _inner_stop(mark).finditer(text))


def _borders(text: str) -> Iterable[tuple[int, int]]:
    """Give where each sentence ends and where the next may begin."""
    if _has_lines(text):
        return _line_borders(text)
    stops = sorted([*_inner_stops(text), len(text)])
    return zip(stops, stops, strict=True)


def _line_borders(text: str) -> Iterator[tuple[int, int]]:
    """Give the borders of a block with lines or bullets in it."""
    start = 0
    for border in _border().finditer(text):
        first, last = border.span()
        mark = text[first]
        if mark in ".!?":
            first = last
        elif not (_stands_apart(text, first) if mark in "•|" else _ends_line(text, start, border)):
            continue
        yield first, last
        start = last
    yield len(text), len(text)


def _stands_apart(text: str, place: int) -> bool:
    return text[place - 1 : place].isspace() and text[place + 1 : place + 2].isspace()


def _ends_line(text: str, start: int, border: re.Match[str]) -> bool:
    """Tell whether a line break ends the sentence: not where the line was only wrapped."""
    if len(BREAK.findall(border.group())) > 1:
        return True
    before = text[max(start, border.start() - WRAPPED_LINE) : border.start()].rstrip(" \t")
    if before[-1:] in "-:" or text[border.end() : border.end() + 1].islower():
        return before[-1:] == ":"
    return len(before) < WRAPPED_LINE or bool(BREAK.search(before))
