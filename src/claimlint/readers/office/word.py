"""Word documents and PowerPoint files: the stories of their parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from claimlint.readers.office.archive import Archive
from claimlint.readers.office.elements import Event
from claimlint.readers.office.package import events, related
from claimlint.readers.office.paragraphs import Grammar, Reading
from claimlint.readers.office.story import Kind, Story

HEADING = re.compile(r"heading \d|title|subtitle", re.I)
LONGEST_CHAIN = 20
"""Styles that may be based on each other."""

Attributes = dict[str, str]
PLACEHOLDERS: dict[str, Kind | None] = {
    "title": "heading", "ctrTitle": "heading", "sldNum": None, "dt": None, "sldImg": None,
}  # fmt: skip


def _styled(reading: Reading, attributes: Attributes) -> None:
    if reading.open:
        reading.open[-1].kind = reading.kinds.get(attributes.get("val", ""), reading.open[-1].kind)


def _numbered(reading: Reading, attributes: Attributes) -> None:
    if reading.open and reading.open[-1].kind in ("body", "item"):
        reading.open[-1].kind = "body" if attributes.get("val") == "0" else "item"


def _outlined(reading: Reading, attributes: Attributes) -> None:
    if reading.open and attributes.get("val", "9") < "9":
        reading.open[-1].kind = "heading"


def _bulleted(reading: Reading, attributes: Attributes) -> None:
    if reading.open and reading.open[-1].kind == "body":
        reading.open[-1].kind = "item"


def _placed(reading: Reading, attributes: Attributes) -> None:
    reading.shape = PLACEHOLDERS.get(attributes.get("type", ""), "body")


def _freed(reading: Reading, attributes: Attributes) -> None:
    reading.shape = "body"


WORD = Grammar(
    paragraphs=frozenset({"p", "text"}),
    texts=frozenset({"t", "text"}),
    skipped=frozenset(
        """rPr tabs pPrChange sdtPr sdtEndPr del moveFrom instrText delText rt rPh""".split()
    ),
    signs={
        "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}", "softHyphen": "",
    },
    frames={"txbxContent": "text box", "footnote": "footnote", "endnote": "endnote", "comment": "comment"},
    tables="tbl",
    rows="tr",
    cells=frozenset({"tc"}),
    alts={"docPr": ("title", "descr"), "shape": ("alt",), "textpath": ("string",)},
    notes={"pStyle": _styled, "numId": _numbered, "outlineLvl": _outlined},
)  # fmt: skip
SLIDE = WORD._replace(
    frames={},
    alts={"cNvPr": ("title", "descr")},
    notes={
        "ph": _placed, "/sp": _freed,
        "buChar": _bulleted, "buAutoNum": _bulleted, "buBlip": _bulleted,
    },
)  # fmt: skip

BESIDE_WORD = {
    "header": "header", "footer": "footer", "footnotes": "", "endnotes": "", "comments": "", "diagramData": "diagram",
    "chart": "chart",
}  # fmt: skip
BESIDE_SLIDE = {"notesSlide": "notes", "comments": "comment", "diagramData": "diagram", "chart": "chart"}
"""The types of parts that are read beside the main one, with the labels of their stories."""


def document(archive: Archive, part: str) -> Iterator[Story]:
    """Give the stories of a Word document, the body first."""
    others = related(archive, part)
    styles = next((one.part for one in others if one.type == "styles"), "")
    kinds = _kinds(events(archive, styles)) if styles else {}
    yield from Reading(WORD, "", kinds).read(events(archive, part))
    for one in others:
        if one.type in BESIDE_WORD:
            yield from Reading(WORD, BESIDE_WORD[one.type], kinds).read(events(archive, one.part))


def presentation(archive: Archive, part: str) -> Iterator[Story]:
    """Give the stories of a PowerPoint file, slide by slide in the order they are shown in."""
    parts = {one.id: one.part for one in related(archive, part)}
    shown = [
        parts.get(attributes.get("r:id", ""), "")
        for kind, name, attributes in events(archive, part)
        if kind == "start" and name == "sldId"
    ]
    for number, slide in enumerate(dict.fromkeys(shown), 1):
        if slide:
            yield from shapes(archive, slide, f"slide {number}")


def shapes(archive: Archive, part: str, label: str) -> Iterator[Story]:
    """Give the stories of a slide or drawing and of what belongs to it."""
    yield from Reading(SLIDE, label).read(events(archive, part))
    for one in related(archive, part):
        if one.type in BESIDE_SLIDE:
            yield from Reading(SLIDE, f"{label}, {BESIDE_SLIDE[one.type]}").read(events(archive, one.part))


def _kinds(styles: Iterator[Event]) -> Mapping[str, Kind]:
    """Give the kind of the paragraphs of each style that has one, from itself or the style it is based on."""
    own: dict[str, Kind] = {}
    bases: dict[str, str] = {}
    style = ""
    for kind, name, attributes in styles:
        value = attributes.get("val", "")
        if kind != "start":
            continue
        if name == "style":
            style = attributes.get("styleId", "")
        elif (name == "name" and HEADING.fullmatch(value)) or (name == "outlineLvl" and value < "9"):
            own[style] = "heading"
        elif name == "numId" and value != "0":
            own.setdefault(style, "item")
        elif name == "basedOn":
            bases[style] = value
    return kinds_of({*own, *bases}, own, bases)


def kinds_of(styles: Iterable[str], own: Mapping[str, Kind], bases: Mapping[str, str]) -> Mapping[str, Kind]:
    """Give the kinds of styles: their own, or that of the nearest style they are based on."""
    found = ((style, _inherited(style, own, bases)) for style in styles)
    return {style: kind for style, kind in found if kind}


def _inherited(style: str, own: Mapping[str, Kind], bases: Mapping[str, str]) -> Kind | None:
    for _ in range(LONGEST_CHAIN):
        if style in own:
            return own[style]
        style = bases.get(style, "")
    return None
