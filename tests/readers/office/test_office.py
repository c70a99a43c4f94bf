"""Word, PowerPoint and OpenDocument: what is read of them, as what, and with which pointer."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.errors import NotReadable
from claimlint.readers.decode import sniff
from claimlint.readers.formats import EVERYTHING, Part
from claimlint.readers.office import read_bytes
from claimlint.readers.reading import read as read_source
from claimlint.readers.source import Source
from tests.readers.office.zipped import TYPES, A, P, opendoc, para, rels, word, zipped

SOFT = "Our serum leaves hair soft."


def read(data: bytes) -> Part:
    part = read_bytes(data, EVERYTHING)
    for block in part.blocks:
        assert part.text[block.places.start_of(0) : block.places.end] == block.text
    return part


def blocks(data: bytes) -> list[tuple[str, str, str]]:
    return [(block.text, block.role, block.pointer) for block in read(data).blocks]


def texts(data: bytes) -> list[str]:
    return [block.text for block in read(data).blocks]


def refused(data: bytes) -> str:
    with pytest.raises(NotReadable) as error:
        read(data)
    return str(error.value)


# Word


def test_paragraphs_headings_items_and_tables_in_order() -> None:
    styles = (
        '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Big"><w:name w:val="Big"/><w:basedOn w:val="berschrift1"/></w:style>'
        '<w:style w:styleId="Liste"><w:name w:val="Liste"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    row = "<w:tr>{}</w:tr>"
    cells = [f"<w:tc>{para(text)}</w:tc>" for text in ("Ingredients", "Aqua, Glycerin, Parfum.", SOFT)]
    body = (
        para("How to use", '<w:pStyle w:val="Big"/>') + para("") + para("Apply to wet hair. Rinse well.")
        + para("A new line of care, in brown glass", '<w:outlineLvl w:val="1"/>')
        + para("Soft to the touch.", '<w:pStyle w:val="Liste"/>') + para("Mild.", '<w:numPr><w:numId w:val="1"/></w:numPr>')
        + f"<w:tbl>{row.format(cells[0] + cells[1])}{row.format(cells[2])}</w:tbl>" + para(SOFT)
    )  # fmt: skip
    assert blocks(word(body, styles=styles)) == [
        ("How to use", "heading", "paragraph 1"),
        ("Apply to wet hair. Rinse well.", "directions", "paragraph 2"),
        ("A new line of care, in brown glass", "heading", "paragraph 3"),
        ("Soft to the touch.", "body", "paragraph 4"), ("Mild.", "body", "paragraph 5"),
        ("Ingredients", "heading", "table 1, row 1, cell 1"),
        ("Aqua, Glycerin, Parfum.", "ingredients", "table 1, row 1, cell 2"),
        (SOFT, "body", "table 1, row 2, cell 1"), (SOFT, "body", "paragraph 6"),
    ]  # fmt: skip


def test_a_nested_table_counts_for_itself() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{para('Inner.')}</w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{para('Outer.')}{inner}{para('Behind.')}</w:tc></w:tr></w:tbl>"
    assert [block[2] for block in blocks(word(body))] == [
        "table 1, row 1, cell 1", "table 2, row 1, cell 1", "table 1, row 1, cell 1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<w:r><w:t>It re</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>news.</w:t></w:r>", "It renews."),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>re</w:t><w:softHyphen/><w:t>news</w:t><w:noBreakHyphen/><w:t>it</w:t></w:r>", "renews‑it"),
        ("<w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText><w:t>old</w:t></w:r></w:del><w:r><w:t>end</w:t></w:r>", "new end"),
        ("<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>here</w:t></w:r></w:moveTo>", "here"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>", "hidden"),
        ("<w:r><w:instrText>HYPERLINK cure</w:instrText></w:r><w:fldSimple><w:r><w:t>shown</w:t></w:r></w:fldSimple>", "shown"),
        ("<w:smartTag><w:hyperlink><w:r><w:t>tagged</w:t></w:r></w:hyperlink></w:smartTag>", "tagged"),
        ("<w:sdt><w:sdtPr><w:text/><w:alias/></w:sdtPr><w:sdtContent><w:r><w:t>filled in</w:t></w:r></w:sdtContent></w:sdt>", "filled in"),
        ("<w:pPr><w:tabs><w:tab/></w:tabs><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>café &amp; crème 💆🏽‍♀️ e\u0301</w:t></w:r>", "café & crème 💆🏽‍♀️ e\u0301"),
    ],
)  # fmt: skip
def test_what_is_read_of_runs(runs: str, text: str) -> None:
    assert read(word(f"<w:p>{runs}</w:p>")).text.strip() == text


def test_a_text_box_is_read_once_and_apart() -> None:
    box = f"<w:txbxContent>{para('Boxed.')}</w:txbxContent>"
    either = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = (
        f"<w:p><w:r><w:t>Before </w:t></w:r><w:r>{either}</w:r><w:r><w:t>and behind.</w:t></w:r></w:p>"
        + f"<w:p>{box}</w:p>"
    )
    assert blocks(word(body)) == [
        ("Before and behind.", "body", "paragraph 1"), ("Boxed.", "body", "text box 1"), ("Boxed.", "body", "text box 2"),
    ]  # fmt: skip


def test_what_stands_beside_the_body() -> None:
    notes = "".join(f"<w:{{0}}>{para(text)}</w:{{0}}>" for text in ("First.", "Second."))
    data = word(
        para(SOFT) + '<w:p><wp:docPr title="" descr="A jar."/></w:p>',
        header1=para("On top."), header2=para("On top."), footer1=para("Below."),
        footnotes=notes.format("footnote"), endnotes=notes.format("endnote"), comments=notes.format("comment"),
    )  # fmt: skip
    assert [(text, pointer) for text, _, pointer in blocks(data)] == [
        (SOFT, "paragraph 1"), ("A jar.", "alt text 1"), ("On top.", "header"), ("Below.", "footer"),
        ("First.", "footnote 1"), ("Second.", "footnote 2"), ("First.", "endnote 1"), ("Second.", "endnote 2"),
        ("First.", "comment 1"), ("Second.", "comment 2"),
    ]  # fmt: skip


def test_a_heading_reaches_to_the_end_of_its_story() -> None:
    data = word(para("Ingredients"), footer=para("Aqua, Glycerin, Parfum."))
    assert blocks(data)[1] == ("Aqua, Glycerin, Parfum.", "body", "footer")


def test_properties_of_the_document_are_read() -> None:
    core = f'<c xmlns:dc="dc"><dc:title>{SOFT}</dc:title><dc:creator>Dana</dc:creator><keywords>soft, mild</keywords><dc:subject/></c>'
    first = rels(officeDocument="d.xml").replace(
        "</Rel", '<Relationship Id="r9" Type="x/core-properties" Target="c.xml"/></Rel'
    )
    data = zipped({"_rels/.rels": first, "d.xml": "<document><body/></document>", "c.xml": core})
    assert blocks(data) == [(SOFT, "heading", "document title"), ("soft, mild", "body", "document keywords")]


# PowerPoint


def shape(text: str, holder: str = "", *, alt: str = "") -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr descr="{alt}"/><p:nvPr>{holder}</p:nvPr></p:nvSpPr>'
        f"<p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def deck(*slides: str, order: tuple[int, ...], **beside: str) -> bytes:
    """A presentation; `beside` are parts of the first slide."""
    xml = f'<p:{{0}} xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{TYPES}">{{1}}</p:{{0}}>'
    ids = "".join(f'<p:sldId id="{256 + i}" r:id="r{i}"/>' for i in order)
    parts = {
        "_rels/.rels": rels(officeDocument="ppt/presentation.xml"),
        "ppt/presentation.xml": xml.format("presentation", f"<p:sldIdLst>{ids}</p:sldIdLst>"),
        "ppt/_rels/presentation.xml.rels": rels(**{f"slide{i}": f"slides/s{i}.xml" for i in range(1, len(slides) + 1)}),
        "ppt/slides/_rels/s1.xml.rels": rels(
            slideLayout="../layout.xml", **{sort: f"../{sort}.xml" for sort in beside}
        ),
        "ppt/layout.xml": xml.format("sldLayout", shape("Click to edit")),
    }
    parts |= {f"ppt/slides/s{i}.xml": xml.format("sld", slide) for i, slide in enumerate(slides, 1)}
    return zipped(parts | {f"ppt/{sort}.xml": xml.format("part", content) for sort, content in beside.items()})


def test_slides_in_the_order_they_are_shown() -> None:
    title = shape("Soft hair for all of us", '<p:ph type="ctrTitle"/>')
    number = shape("7", '<p:ph type="sldNum"/>')
    first = title + number + f"<p:grpSp>{shape('In a group.', alt='A jar.')}</p:grpSp>"
    table = f"<a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>{SOFT}</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl>"
    data = deck(
        first, table, shape("Never shown."), order=(2, 1, 1),
        notesSlide=shape("Say it.", '<p:ph type="body"/>'), comments="<p:cm><p:text>Really?</p:text></p:cm>",
    )  # fmt: skip
    assert blocks(data) == [
        (SOFT, "body", "slide 1, table 1, row 1, cell 1"),
        ("Soft hair for all of us", "heading", "slide 2"), ("In a group.", "body", "slide 2"),
        ("A jar.", "body", "slide 2, alt text 1"), ("Say it.", "body", "slide 2, notes"),
        ("Really?", "body", "slide 2, comment"),
    ]  # fmt: skip


def test_a_missing_slide_is_passed_over() -> None:
    assert blocks(deck(shape(SOFT), order=(9, 1))) == [(SOFT, "body", "slide 2")]


# OpenDocument


def test_texts_of_opendocument() -> None:
    style = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>'
    head = f"<office:automatic-styles>{style}</office:automatic-styles>"
    body = (
        "<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>"
        '<text:h text:outline-level="1">How to\n   use</text:h><text:p>Apply<text:s text:c="99999999"/>to wet hair.</text:p>'
        '<text:p text:style-name="P1">All that our hair needs, and more</text:p>'
        "<text:list><text:list-item><text:p>Mild.</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell/><table:table-cell table:number-columns-repeated='9999999'>"
        f"<text:p>{SOFT}<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Noted.</text:p></text:note-body></text:note>"
        "</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>Last<draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box><svg:title>A jar.</svg:title></draw:frame>"
        "<office:annotation><dc:creator>Dana</dc:creator><text:p>Check.</text:p></office:annotation> words.</text:p>"
    )
    styles = "<style:master-page><style:header><text:p>On top.</text:p></style:header></style:master-page><text:p>No.</text:p>"
    assert blocks(opendoc("text", body, styles, head)) == [
        ("How to use", "heading", "paragraph 1"), ("Apply to wet hair.", "directions", "paragraph 2"),
        ("All that our hair needs, and more", "heading", "paragraph 3"), ("Mild.", "body", "paragraph 4"),
        (SOFT, "body", "table 1, row 1, cell 2"), ("Last words.", "body", "paragraph 5"),
        ("Noted.", "body", "footnote 1"), ("Boxed.", "body", "text box 1"), ("A jar.", "body", "alt text 1"),
        ("Check.", "body", "comment 1"), ("On top.", "body", "header"),
    ]  # fmt: skip


def test_presentations_of_opendocument() -> None:
    title = '<draw:frame presentation:class="title"><draw:text-box><text:p>Soft hair for all of us</text:p></draw:text-box></draw:frame>'
    notes = "<presentation:notes><draw:frame><draw:text-box><text:p>Say it.</text:p></draw:text-box></draw:frame></presentation:notes>"
    body = f"<draw:page/><draw:page>{title}<draw:g><draw:rect><text:p>{SOFT}</text:p></draw:rect></draw:g>{notes}</draw:page>"
    assert blocks(opendoc("presentation", body, "<style:header><text:p>Click to edit</text:p></style:header>")) == [
        ("Soft hair for all of us", "heading", "slide 2"), (SOFT, "body", "slide 2"), ("Say it.", "body", "slide 2, notes"),
    ]  # fmt: skip


# E-books


def test_chapters_of_a_book_in_their_order() -> None:
    data = zipped({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfile full-path="o/b.opf"/></container>',
        "o/b.opf": '<package><item id="a" href="a%20b.xhtml"/><item id="c" href="c.xhtml"/><item id="x" href="../../x"/>'
        '<itemref idref="c"/><itemref idref="a"/><itemref idref="x"/></package>',
        "o/a b.xhtml": f"<!DOCTYPE html><html><body><p>{SOFT}</p></body></html>", "o/c.xhtml": "<html><body><p>First.</p></body></html>",
    })  # fmt: skip
    assert [(text, pointer) for text, _, pointer in blocks(data)] == [("First.", "o/c.xhtml"), (SOFT, "o/a b.xhtml")]


# What is no such file, or was made to do harm


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped({"a.txt": "words"}), "the document in it is missing"),
        (zipped({"_rels/.rels": rels(officeDocument="word/document.xml")}), "the document in it is missing"),
        (zipped({"_rels/.rels": rels(officeDocument="b.bin"), "b.bin": b"\0"}), "binary workbook (XLSB)"),
        (zipped({"_rels/.rels": rels(officeDocument="d.xml"), "d.xml": "<drawing/>"}), "an unknown kind (drawing)"),
        (zipped({"_rels/.rels": rels(officeDocument="d.xml"), "d.xml": "PK\3\4"}), "the XML in it is broken"),
        (zipped({"content.xml": "<a/>"}), "it has no body"),
        (zipped({"META-INF/container.xml": "<a/>"}), "is missing in it"),
        (word(""), "there are no words in it"),
        (word(para(SOFT))[:-30], "damaged or incomplete"),
        (word("<w:p>" * 600 + "</w:p>" * 600), "nested more than 500 deep"),
        (zipped({"content.xml": "<a/>", "META-INF/manifest.xml": "<m><encryption-data/></m>"}), "protected by a password"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_a_reason(data: bytes, reason: str) -> None:
    assert reason in refused(data)


def test_parts_that_are_missing_beside_the_body_do_no_harm() -> None:
    data = zipped({
        "_rels/.rels": rels(officeDocument="word/document.xml"),
        "word/document.xml": f"<document><p><r><t>{SOFT}</t></r></p></document>",
        "word/_rels/document.xml.rels": rels(styles="styles.xml", header="../../../etc/passwd", footnotes="none.xml"),
    })  # fmt: skip
    assert blocks(data) == [(SOFT, "body", "paragraph 1")]


def test_styles_based_on_each_other_end() -> None:
    styles = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert texts(word(para(SOFT, '<w:pStyle w:val="A"/>'), styles=styles)) == [SOFT]


# By the file


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "it is an Office file protected by a password: "),
        ("a.doc", OLE, "it is an old Word, Excel or PowerPoint file"),
        ("a.docx", zipped({"a.txt": "words"}), "it is a ZIP archive"),
        ("a.docx", b"", "it is empty"),
        ("a.docx", word(para(SOFT))[:200], "it is a damaged"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_read(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    path = str(tmp_path / name)
    Path(path).write_bytes(data)
    with pytest.raises(NotReadable) as error:
        list(read_source(Source(path)))
    assert str(error.value).startswith(reason)


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("a.docx", None), ("a.docm", None), ("a.odt", None),
        ("a.txt", "read as DOCX, which it is, whatever its name says"),
        ("a", "read as DOCX, which it is, whatever its name says"),
    ],
)  # fmt: skip
def test_the_content_chooses_the_reader(name: str, note: str | None, tmp_path: Path) -> None:
    path = str(tmp_path / name)
    Path(path).write_bytes(word(para(SOFT)))
    [document] = read_source(Source(path))
    assert [(block.text, block.pointer) for block in document.blocks] == [(SOFT, "paragraph 1")]
    assert document.note == note


def test_text_in_a_file_named_as_a_document_is_read(tmp_path: Path) -> None:
    path = str(tmp_path / "a.docx")
    Path(path).write_text(SOFT, encoding="utf-8")
    [document] = read_source(Source(path))
    assert [block.text for block in document.blocks] == [SOFT]


@pytest.mark.parametrize("kind", ["text", "presentation", "spreadsheet"])
def test_kinds_are_told_by_their_bytes(kind: str) -> None:
    assert sniff(opendoc(kind, "")) == {"text": ".odt", "presentation": ".odp", "spreadsheet": ".ods"}[kind]


# As the programs write them

CLAIMS = ("regrows", "wakes up", "eczema", "exosomes", "FDA", "microneedling", "psoriasis", "inflammation", "bacteria")
POINTERS = {
    "ten.docx": [
        "paragraph 1", "paragraph 2", "paragraph 3", "paragraph 4", "paragraph 6", "text box 1", "paragraph 9", "header",
        "comment 1",
    ],
    "ten.odt": [
        "paragraph 1", "paragraph 2", "paragraph 3", "paragraph 4", "paragraph 6", "footnote 1", "paragraph 8",
        "paragraph 9", "comment 1",
    ],
    "ten.pptx": [
        "slide 2", "slide 3", "slide 2", "slide 2", "slide 3", "slide 3, notes", "slide 4", "slide 1",
        "slide 4, alt text 1",
    ],
    "ten.odp": [
        "slide 1", "slide 2", "slide 1", "slide 1", "slide 2", "slide 5, notes", "slide 3", "slide 5", "slide 5",
    ],
    "ten.xlsx": [
        "Spring launch!B2", "Spring launch!C2", "Spring launch!C3", "Spring launch!C3", "Spring launch!C4",
        "Spring launch!B4, comment", "Reviews!B2", "Café!B1", "Café!B1",
    ],
    "ten.ods": [
        "Spring launch!B2", "Spring launch!C2", "Spring launch!C3", "Spring launch!C3", "Spring launch!C4",
        "Spring launch!A1048576, comment", "Spring launch!E2", "Spring launch!C5", "Spring launch!A1048576",
    ],
}  # fmt: skip
FORMATS_FOLDER = Path(__file__).parents[2] / "formats"


@pytest.mark.parametrize("name", POINTERS)
def test_where_the_ten_claims_stand(name: str) -> None:
    found = read((FORMATS_FOLDER / name).read_bytes()).blocks
    assert [[block.pointer for block in found if claim in block.text] for claim in CLAIMS] == [
        [pointer] for pointer in POINTERS[name]
    ]


# Whatever it holds

WORDS = st.text(st.sampled_from(string.ascii_letters + " .,\n\t•#-\"'é®–💆🏽\u200d\u0301\u00ad"), max_size=30)
PARAGRAPHS = st.lists(st.tuples(WORDS, st.sampled_from(["", "item", "head"])), min_size=1, max_size=8)
MARKS = {"": "", "item": '<w:numPr><w:numId w:val="1"/></w:numPr>', "head": '<w:outlineLvl w:val="0"/>'}


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS)
def test_every_block_stands_in_the_text_at_its_place(paragraphs: list[tuple[str, str]]) -> None:
    escaped = [(text.replace('"', "&quot;"), MARKS[mark]) for text, mark in paragraphs]
    part = read_bytes(word(para("Start.") + "".join(para(*each) for each in escaped)), EVERYTHING)
    worded = [text for text, _ in [("Start.", ""), *paragraphs] if text.strip()]
    for block in part.blocks:
        for i, char in enumerate(block.text):
            assert part.text[block.places.start_of(i) : block.places.end_of(i + 1)] == char
        holder = " ".join(worded[int(block.pointer.removeprefix("paragraph ")) - 1].split())
        assert holder.startswith(" ".join(block.text.split())[:1]) or block.text.split()[0] in holder
    kept = "".join(block.text for block in part.blocks)
    assert all(char in kept for text in worded for char in text if char.isalpha())


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_broken_file_does_more_than_say_so(data: st.DataObject) -> None:
    whole = bytearray(word(para(SOFT), styles="<w:style/>"))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read(bytes(whole))
    except NotReadable as error:
        assert ": " in str(error)
