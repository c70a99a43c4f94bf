"""Office files made of the few parts that a test is about."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style",
        "svg": "svg-compatible", "presentation": "presentation",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return data.getvalue()


def rels(**targets: str) -> str:
    """Relationships by the type of each, whose number is its id."""
    lines = (
        f'<Relationship Id="r{number}" Type="{TYPES}/{sort.rstrip("0123456789")}" Target="{target}"/>'
        for number, (sort, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{RELS}">{"".join(lines)}</Relationships>'


def word(body: str, **others: str) -> bytes:
    """A Word document; `others` are further parts by the type of their relationship."""
    xml = f'<w:{{0}} xmlns:w="{W}" xmlns:a="{A}" xmlns:mc="mc" xmlns:wp="wp" xmlns:v="v">{{1}}</w:{{0}}>'
    parts = {
        "word/document.xml": xml.format("document", f"<w:body>{body}</w:body>"),
        "_rels/.rels": rels(officeDocument="word/document.xml"),
    }
    parts["word/_rels/document.xml.rels"] = rels(**{sort: f"{sort}.xml" for sort in others})
    return zipped(parts | {f"word/{sort}.xml": xml.format(sort, content) for sort, content in others.items()})


def para(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def book(sheet: str, strings: str = "", name: str = "Sheet1", **others: str) -> bytes:
    """A workbook of one sheet; `others` are parts beside the sheet by the type of their relationship."""
    xml = f'<x:{{0}} xmlns:x="{X}" xmlns:r="{TYPES}" xmlns:a="{A}">{{1}}</x:{{0}}>'
    parts = {
        "_rels/.rels": rels(officeDocument="/xl/workbook.xml"),
        "xl/workbook.xml": xml.format(
            "workbook", f'<x:sheets><x:sheet name="{name}" sheetId="1" state="hidden" r:id="r1"/></x:sheets>'
        ),
        "xl/_rels/workbook.xml.rels": rels(worksheet="worksheets/sheet1.xml", sharedStrings="sharedStrings.xml"),
        "xl/worksheets/sheet1.xml": xml.format("worksheet", f"<x:sheetData>{sheet}</x:sheetData>"),
        "xl/sharedStrings.xml": xml.format("sst", strings),
        "xl/worksheets/_rels/sheet1.xml.rels": rels(**{sort: f"../{sort}.xml" for sort in others}),
    }
    return zipped(parts | {f"xl/{sort}.xml": xml.format(sort, content) for sort, content in others.items()})


def row(number: int, *cells: str) -> str:
    """A row of inline strings; an empty one is left out."""
    filled = (
        f'<x:c r="{chr(65 + i)}{number}" t="inlineStr"><x:is><x:t>{cell}</x:t></x:is></x:c>' if cell else ""
        for i, cell in enumerate(cells)
    )
    return f'<x:row r="{number}">{"".join(filled)}</x:row>'


def opendoc(kind: str, body: str, styles: str = "", head: str = "") -> bytes:
    """An OpenDocument file whose body is a text, presentation or spreadsheet."""
    content = f"<office:document-content {ODF}>{head}<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    parts = {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content}
    return zipped(
        parts | ({"styles.xml": f"<office:document-styles {ODF}>{styles}</office:document-styles>"} if styles else {})
    )
