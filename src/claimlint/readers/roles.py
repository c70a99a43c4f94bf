"""Units to passages with roles: which section each stretch of text belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimlint.document import Role
from claimlint.readers.lines import is_wrapped
from claimlint.readers.looks import is_prose, list_end, looks_like
from claimlint.readers.sections import Topic
from claimlint.readers.units import Scope, Unit

LINE = re.compile(r"[^\r\n]+")
ENDS_ASKING = re.compile(r"\?[\"”’)*_]*\s*\Z")

SECTION_ROLES: dict[Topic, Role] = {
    "ingredients": "ingredients", "directions": "directions", "warning": "warning", "drug-facts": "drug-facts",
    "panel-part": "drug-facts", "review": "review", "faq": "question", "question": "question", "legal": "legal",
    "answer": "answer",
}  # fmt: skip
PANEL_TOPICS = frozenset({"drug-facts", "panel-part", "ingredients", "directions", "warning"})
FAQ_TOPICS = frozenset({"faq", "question", "answer"})
SURE_ROLES = frozenset({"ingredients", "directions", "warning", "legal"})
"""Roles that a short line of its own can be known by; any other section ends with it."""

Passage = tuple[int, int, Role]
"""Start and end of a stretch of source, and its role. There are many, and tuples are the quickest to make."""
Piece = tuple[int, int, Role]
"""The same inside the words of one unit."""


class Section(NamedTuple):
    """Where a reader stands: the role of the text, how far it reaches, and what surrounds it.

    `fresh` means that no text of it was seen yet, `panel` that a Drug Facts panel is open, `faq` a list of questions.
    """

    role: Role = "body"
    scope: Scope = "section"
    fresh: bool = False
    panel: bool = False
    faq: bool = False


BODY = Section()
"""Where nothing has been announced."""


def read_roles(text: str, units: Iterable[Unit], topic: Topic = "body") -> Iterator[Passage]:
    """Give every unit as one or more passages, in the order of the source; a heading of `topic` stands before them."""
    section = _opened(BODY, topic, "section")
    for unit in units:
        first, last, kind, *_ = unit
        if section is BODY and kind == "text":  # by far the commonest
            yield first, last, "body"
            continue
        words = text[first:last]
        section = _left(section, unit)
        if kind == "rule":
            yield first, last, section.role
        elif _is_heading(section, unit, words):
            section = _entered(section, unit)
            yield first, last, "heading"
        else:
            section = _kept(section, unit, words)
            pieces, section = _pieces(section, words)
            for start, end, role in pieces:
                yield first + start, first + end, role


def _left(section: Section, unit: Unit) -> Section:
    """End what reaches only to the end of a list item or paragraph."""
    if section.fresh or section.scope == "section":
        return section
    if section.scope == "item" or unit.opens or unit.kind != "text":
        return _surrounding(section)
    return section


def _surrounding(section: Section) -> Section:
    if not (section.faq or section.panel):
        return BODY
    return Section("answer" if section.faq else "drug-facts", panel=section.panel, faq=section.faq)


def _is_heading(section: Section, unit: Unit, words: str) -> bool:
    """Tell whether a unit that may be a heading is one here."""
    if unit.kind == "heading":
        return not (section.faq and unit.scope == "section" and ENDS_ASKING.search(words))
    if unit.kind == "text" or section.role == "body":
        return unit.kind == "title"
    if section.fresh:
        return _is_subheading(section, unit)
    return section.role not in SURE_ROLES or not looks_like(section.role, words)


def _is_subheading(section: Section, unit: Unit) -> bool:
    """Tell whether a title right below a heading parts its section ("Directions", "Morning:")."""
    return section.fresh and unit.kind == "title" and not unit.opens


def _entered(section: Section, unit: Unit) -> Section:
    """Give the section that a heading opens."""
    return section if _is_subheading(section, unit) else _opened(section, unit.topic, unit.scope)


def _opened(section: Section, topic: Topic, scope: Scope) -> Section:
    """Give the section that a heading of a topic opens."""
    panel = topic == "drug-facts" or (section.panel and topic in PANEL_TOPICS)
    faq = topic == "faq" or (section.faq and topic in FAQ_TOPICS)
    role = SECTION_ROLES.get(topic, "body")
    is_stranger = topic == "panel-part" and not panel
    if role == "body" or is_stranger:
        return BODY
    return Section(role, scope, fresh=True, panel=panel, faq=faq)


def _kept(section: Section, unit: Unit, words: str) -> Section:
    """Give the section if text still belongs to it, otherwise the one behind it."""
    if section.fresh and section.scope != "section" and section.role in ("warning", "legal"):
        return section if looks_like(section.role, words) else _surrounding(section)
    if section.fresh or not unit.opens or looks_like(section.role, words):
        return section
    return BODY


def _pieces(section: Section, words: str) -> tuple[list[Piece], Section]:
    """Give the pieces of a unit with their roles, and the section behind it."""
    if section.role == "ingredients":
        return _list_pieces(section, words)
    if section.role == "question" or (section.role == "answer" and section.scope == "section"):
        return _asked_pieces(section, words)
    return [(0, len(words), section.role)], section._replace(fresh=False) if section.fresh else section


def _list_pieces(section: Section, words: str) -> tuple[list[Piece], Section]:
    """Part a list of ingredients from the sentences that follow it."""
    end = list_end(words)
    if end == len(words):
        return [(0, end, "ingredients")], section._replace(fresh=False)
    if end == 0:
        return [(0, len(words), "body")], section if section.fresh and is_prose(words) else BODY
    return [(0, len(words[:end].rstrip()), "ingredients"), (end, len(words), "body")], BODY


def _asked_pieces(section: Section, words: str) -> tuple[list[Piece], Section]:
    """Part questions from answers, line by line, and wait for an answer where a question came last."""
    pieces: list[Piece] = []
    is_begun = False
    for line in LINE.finditer(words):
        start, end = _trimmed(words, *line.span())
        role: Role = "question" if ENDS_ASKING.search(line.group()) else "answer"
        if pieces and (is_begun or words[start].islower() or pieces[-1][2] == role):
            start = pieces.pop()[0]
        pieces.append((start, end, role))
        is_begun = is_wrapped(line.group().strip())
    if section.role == "question" and section.scope != "section":
        pieces[0] = (*pieces[0][:2], "question")
    return pieces, section._replace(role="answer", fresh=pieces[-1][2] == "question")


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    stripped = words[start:end].strip()
    start += words[start:end].index(stripped)
    return start, start + len(stripped)
