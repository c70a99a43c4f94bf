"""The whole copy of checked files, passage by passage, with the places of the words that were found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from claimlint.document import Block, Document
from claimlint.findings import REVIEW, Finding, Report
from claimlint.writers.options import ReadAgain

MOST_OF_A_FILE, MOST_IN_ALL = 200_000, 4_000_000
"""Characters of copy that are shown of one file, and of all."""


class Mark(NamedTuple):
    """Where words of a finding stand in a passage, and which finding of the report it is, from 0."""

    start: int
    end: int
    finding: int


class Passage(NamedTuple):
    """A block of copy as a reader sees it: its role, its text, and its marks."""

    role: str
    text: str
    marks: tuple[Mark, ...]


class Whole(NamedTuple):
    """The copy of one file."""

    path: str
    passages: tuple[Passage, ...]


class Claim(NamedTuple):
    """A finding to be placed: where it starts in its file, and its number in the report."""

    start: int
    number: int
    finding: Finding


def wholes(report: Report, read: ReadAgain) -> Iterator[Whole]:
    """Give the copy of the files with findings; none of a file that is too long, or has changed since it was checked."""
    room = MOST_IN_ALL
    for path, numbered in groupby(enumerate(report.findings), lambda item: item[1].path):
        claims = sorted(
            Claim(finding.start.offset, number, finding) for number, finding in numbered if finding.law != REVIEW
        )
        passages = _passages(claims, read(path), min(room, MOST_OF_A_FILE)) if claims else ()
        if passages:
            room -= sum(len(passage.text) for passage in passages)
            yield Whole(path, passages)


def _passages(claims: Sequence[Claim], documents: Iterable[object], room: int) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    placed: set[int] = set()
    for document in documents:
        if not isinstance(document, Document):
            return ()
        room -= sum(len(block.text) for block in document.blocks)
        if room < 0:
            return ()
        for block in document.blocks:
            marks = tuple(mark for mark in _marks(document, block, claims) if mark.finding not in placed)
            placed.update(mark.finding for mark in marks)
            passages.append(Passage(block.role, block.text, marks))
    return tuple(passages) if len(placed) == len(claims) else ()


def _marks(document: Document, block: Block, claims: Sequence[Claim]) -> Iterator[Mark]:
    """Give the marks of those claims, which stand in order, that stand in a block."""
    places, before = block.places, document.start.offset
    first, last = places.start_of(0), places.end
    low = bisect_left(claims, (before + first,))
    for _, number, finding in claims[low : bisect_left(claims, (before + last,), lo=low)]:
        start, end = finding.start.offset - before, finding.end.offset - before
        if not start < end <= last or document.source[start:end] != finding.text:
            continue
        here = bisect_left(range(places.size), start, key=places.start_of)
        behind = bisect_left(range(places.size), end, lo=here, key=places.end_of)
        if places.start_of(here) == start and places.end_of(behind) == end:
            yield Mark(here, behind, number)
