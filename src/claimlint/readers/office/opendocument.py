"""OpenDocument texts and presentations: the stories of their parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, takewhile

from claimlint.errors import NotReadable
from claimlint.readers.office.archive import LOCKED, SAVE_AGAIN, Archive
from claimlint.readers.office.calc import sheets
from claimlint.readers.office.elements import Event
from claimlint.readers.office.package import events, properties
from claimlint.readers.office.paragraphs import Grammar, Reading
from claimlint.readers.office.sheet import Sheets
from claimlint.readers.office.story import Kind, Story
from claimlint.readers.office.word import kinds_of

CONTENT, STYLES, META, MANIFEST = "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"
BODIES = frozenset({"text", "presentation", "spreadsheet", "drawing"})
HEADINGS = frozenset({"Title", "Subtitle"})

Attributes = dict[str, str]
PLACEHOLDERS: dict[str, Kind | None] = {"title": "heading", "page-number": None, "date-time": None}


def _styled(reading: Reading, attributes: Attributes) -> None:
    kind = reading.kinds.get(attributes.get("style-name", ""))
    if kind and reading.open[-1].kind:
        reading.open[-1].kind = kind


def _headed(reading: Reading, attributes: Attributes) -> None:
    reading.open[-1].kind = "heading"


def _listed(reading: Reading, attributes: Attributes) -> None:
    reading.lists += 1


def _unlisted(reading: Reading, attributes: Attributes) -> None:
    reading.lists -= 1


def _placed(reading: Reading, attributes: Attributes) -> None:
    reading.shape = PLACEHOLDERS.get(attributes.get("class", ""), "body")


def _freed(reading: Reading, attributes: Attributes) -> None:
    reading.shape = "body"


TEXT = Grammar(
    paragraphs=frozenset({"p", "h", "svg:title", "svg:desc"}),
    texts=frozenset(),
    skipped=frozenset(
        """tracked-changes note-citation ruby-text creator date date-string number binary-data scripts forms
        event-listeners hidden-text""".split()
    ),
    signs={"s": " ", "tab": "\t", "line-break": "\n"},
    frames={
        "text-box": "text box", "custom-shape": "text box", "note-body": "footnote", "annotation": "comment",
        "svg:title": "alt text", "svg:desc": "alt text", "header": "header", "footer": "footer",
    },
    tables="table",
    rows="table-row",
    cells=frozenset({"table-cell", "covered-table-cell"}),
    alts={},
    notes={"p": _styled, "h": _headed, "list": _listed, "/list": _unlisted},
)  # fmt: skip
SLIDES = TEXT._replace(
    skipped=TEXT.skipped - {"number"},
    frames={
        "page": "slide",
        "notes": "notes",
        "annotation": "comment",
        "svg:title": "alt text",
        "svg:desc": "alt text",
    },
    notes={**TEXT.notes, "frame": _placed, "/frame": _freed},
)


def read(archive: Archive) -> Iterator[Story] | Sheets:
    """Give the stories of an OpenDocument file, or its sheets. Raises NotReadable where it is locked."""
    if MANIFEST in archive and b"encryption-data" in archive.read(MANIFEST):
        raise NotReadable(LOCKED)
    kind = _kind(events(archive, CONTENT))
    known = properties(archive, META) if META in archive else iter(())
    if kind == "spreadsheet":
        return sheets(events(archive, CONTENT), known)
    return chain(_text(archive) if kind == "text" else _slides(archive), known)


def _kind(content: Iterator[Event]) -> str:
    """Give the name of the element in the body, which says what the file is."""
    in_body = False
    for _, name, _ in content:
        if in_body and name in BODIES:
            return name
        in_body = in_body or name == "body"
    raise NotReadable(f"it has no body as OpenDocument files do: {SAVE_AGAIN}")


def _text(archive: Archive) -> Iterator[Story]:
    has_styles = STYLES in archive
    styles = events(archive, STYLES) if has_styles else iter(())
    head = takewhile(lambda event: event[1] != "body", events(archive, CONTENT))
    kinds = _kinds(chain(styles, head))
    yield from Reading(TEXT, "", kinds).read(events(archive, CONTENT))
    if has_styles:
        yield from Reading(TEXT).read(_running(events(archive, STYLES)))


def _slides(archive: Archive) -> Iterator[Story]:
    return iter(Reading(SLIDES).read(events(archive, CONTENT)))


def _running(styles: Iterator[Event]) -> Iterator[Event]:
    """Give the headers and footers of the pages."""
    depth = 0
    for event in styles:
        kind, name, _ = event
        is_end = name in ("header", "footer")
        depth += is_end and kind == "start"
        if depth:
            yield event
        depth -= is_end and kind == "end"


def _kinds(styles: Iterator[Event]) -> Mapping[str, Kind]:
    """Give the kind of the paragraphs of each style, which may come from the one above it."""
    own: dict[str, Kind] = {}
    bases: dict[str, str] = {}
    for kind, name, attributes in styles:
        if kind == "start" and name == "style" and attributes.get("family") == "paragraph":
            style, base = attributes.get("name", ""), attributes.get("parent-style-name", "")
            bases[style] = base
            own.update((each, "heading") for each in (style, base) if each in HEADINGS or each.startswith("Heading"))
    return kinds_of(bases, own, bases)
