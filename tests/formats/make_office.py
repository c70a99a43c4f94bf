"""Make the office fixtures beside this file: the ten claims, dressed as Word, PowerPoint, Excel and LibreOffice do.

Needs python-docx, python-pptx, openpyxl and odfpy, which the tests do not. What these libraries cannot write (tracked
changes, text boxes, footnotes) is put into their files as XML.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pptx
from docx.oxml import parse_xml
from odf import dc, draw, office, opendocument, presentation, style, table, text
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from pptx.util import Inches

FOLDER = Path(__file__).parent

TITLE = "Follicle Tonic that regrows hair"
SERUM = "Caffeine & rosemary: our serum wakes up dormant follicles – and leaves hair soft and glossy."
ECZEMA = "Heals eczema on the scalp"
EXOSOMES = "Our plant exosomes repair cells from within"
VEGAN = "Vegan, silicone-free and made in small batches"
FDA = "It's FDA approved®, and it stimulates collagen production in the dermis."
NEEDLING = "Use it right after microneedling for the best results. Hair looks fuller from the first wash."
HEARD = "What our customers say"
REVIEW = '"It cured my psoriasis in two weeks!" – Dana'
INCI = "Aqua, Glycerin, Caffeine, Malus Domestica Fruit Cell Culture Extract, Panthenol."
CREAM = "Our café crème 💆🏽‍♀️ reduces inflammation."
GERMS = "It also kills bacteria on the scalp."

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BOX = (
    f'<w:r xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">'
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{0}</wps:txbx></w:drawing></mc:Choice>'
    "<mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
BOXED = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
TRACKED = (
    f'<w:p xmlns:w="{W}"><w:ins w:id="1" w:author="D"><w:r><w:t xml:space="preserve">It</w:t></w:r></w:ins>'
    '<w:del w:id="2" w:author="D"><w:r><w:delText>It cures acne for good</w:delText></w:r></w:del>'
    '<w:r><w:t>\'s FDA appr</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>oved</w:t></w:r><w:r><w:t xml:space="preserve">®, and'
    ' it </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF heals_psoriasis </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>stimulates collagen production</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> in the dermis.</w:t></w:r></w:p>'
)


def word(path: Path) -> None:
    file = docx.Document()
    file.core_properties.title = "Launch copy"
    file.core_properties.comments = ""
    file.add_paragraph(TITLE, style="Title")
    file.add_paragraph(SERUM)
    for item in (ECZEMA, EXOSOMES, VEGAN):
        file.add_paragraph(item, style="List Bullet")
    file.element.body.insert(-1, parse_xml(TRACKED))
    boxed = file.add_paragraph("Two hundred millilitres, in a glass bottle.")
    boxed._p.append(parse_xml(BOX.format(BOXED.format(NEEDLING))))
    cells = file.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Ingredients", INCI
    file.add_heading(HEARD, level=2)
    file.add_paragraph(REVIEW)
    file.sections[0].header.paragraphs[0].text = CREAM
    file.add_comment(file.paragraphs[0].runs, GERMS, author="D")
    file.save(str(path))


def slides(path: Path) -> None:
    file = pptx.Presentation()
    file.core_properties.title = "Launch copy"
    first = file.slides.add_slide(file.slide_layouts[1])
    first.shapes.title.text = TITLE
    frame = first.placeholders[1].text_frame
    frame.text = ECZEMA
    for item in (EXOSOMES, VEGAN):
        frame.add_paragraph().text = item
    second = file.slides.add_slide(file.slide_layouts[5])
    second.shapes.title.text = "How it works"
    group = second.shapes.add_group_shape()
    for number, words in enumerate((SERUM, FDA)):
        group.shapes.add_textbox(Inches(1), Inches(2 + number), Inches(6), Inches(1)).text_frame.text = words
    cells = second.shapes.add_table(1, 2, Inches(1), Inches(5), Inches(8), Inches(1)).table.rows[0].cells
    cells[0].text, cells[1].text = "Ingredients", INCI
    second.notes_slide.notes_text_frame.text = NEEDLING
    third = file.slides.add_slide(file.slide_layouts[5])
    third.shapes.title.text = HEARD
    box = third.shapes.add_textbox(Inches(1), Inches(2), Inches(6), Inches(1))
    box.text_frame.text = REVIEW
    box._element.nvSpPr.cNvPr.set("descr", GERMS)
    fourth = file.slides.add_slide(file.slide_layouts[6])
    fourth.shapes.add_textbox(Inches(1), Inches(2), Inches(6), Inches(1)).text_frame.text = CREAM
    order = file.slides._sldIdLst
    order.insert(0, order[3])  # shown first, written last
    file.save(str(path))


def workbook(path: Path) -> None:
    file = openpyxl.Workbook()
    sheet: Any = file.active
    sheet.title = "Spring launch"
    sheet.append(["SKU", "Product Title", "Description", "Ingredients", "Price", "Image URL"])
    picture = "https://example.com/cures-acne.jpg"
    sheet.append(["FT-01", TITLE, SERUM, INCI, 12.5, picture])
    sheet.append(["FT-02", "Scalp Oil", f"{ECZEMA}\n{EXOSOMES}\n{VEGAN}", INCI, 9, picture])
    rich = CellRichText(
        "It's FDA appr",
        TextBlock(InlineFont(b=True), "oved"),
        "®, and it stimulates collagen production in the dermis.",
    )
    sheet.append(["FT-03", "Root Spray", rich, INCI, 11, picture])
    sheet["B4"].comment = Comment(NEEDLING, "D")
    hidden: Any = file.create_sheet("Reviews")
    hidden.sheet_state = "hidden"
    hidden.append(["Product", "Customer Reviews"])
    hidden.append(["FT-01", REVIEW])
    deck: Any = file.create_sheet("Café")
    deck.append(["Tagline", f"{CREAM} {GERMS}"])
    file.save(path)


def writer(path: Path) -> None:
    file = opendocument.OpenDocumentText()
    file.meta.addElement(dc.Title(text="Launch copy"))
    named = style.Style(name="P1", family="paragraph", parentstylename="Title")
    file.automaticstyles.addElement(named)
    file.styles.addElement(style.Style(name="Title", family="paragraph"))
    file.text.addElement(text.TrackedChanges())
    file.text.addElement(text.P(stylename=named, text=TITLE))
    serum = text.P(text="Caffeine & rosemary: our serum wakes")
    serum.addElement(text.S(c=2))
    serum.addText("up dor")
    serum.addElement(text.Span(text="mant"))
    serum.addText(" follicles – and leaves hair soft and glossy.")
    file.text.addElement(serum)
    bullets = text.List()
    for item in (ECZEMA, EXOSOMES, VEGAN):
        point = text.ListItem()
        point.addElement(text.P(text=item))
        bullets.addElement(point)
    file.text.addElement(bullets)
    fda = text.P(text=FDA)
    note = text.Note(id="ftn1", noteclass="footnote")
    note.addElement(text.NoteCitation(text="1"))
    body = text.NoteBody()
    body.addElement(text.P(text=NEEDLING))
    note.addElement(body)
    fda.addElement(note)
    file.text.addElement(fda)
    file.text.addElement(text.H(outlinelevel=2, text=HEARD))
    file.text.addElement(text.P(text=REVIEW))
    grid, row = table.Table(name="Table1"), table.TableRow()
    for words in ("Ingredients", INCI):
        cell = table.TableCell(valuetype="string")
        cell.addElement(text.P(text=words))
        row.addElement(cell)
    grid.addElement(row)
    file.text.addElement(grid)
    noted = text.P(text=CREAM)
    comment = office.Annotation()
    comment.addElement(dc.Creator(text="Heals psoriasis"))
    comment.addElement(text.P(text=GERMS))
    noted.addElement(comment)
    frame = draw.Frame()
    frame.addElement(draw.Image(href="none.png"))
    noted.addElement(frame)
    file.text.addElement(noted)
    file.save(str(path))
    _tracked(path)


def _tracked(path: Path) -> None:
    """Put a deletion among the tracked changes, which odfpy cannot write."""
    gone = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>D'
        "</dc:creator></office:change-info><text:p>It cures acne for good.</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes>"
    )
    with zipfile.ZipFile(path) as archive:
        parts = [(info, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for info, data in parts:
            if info.filename == "content.xml":
                data = re.sub(rb"<text:tracked-changes\s*/>", gone.encode(), data)
            archive.writestr(info, data)


def calc(path: Path) -> None:
    file = opendocument.OpenDocumentSpreadsheet()
    sheet = table.Table(name="Spring launch")
    for words in (
        ("SKU", "Product Title", "Description", "Ingredients", "Customer Reviews"),
        ("FT-01", TITLE, SERUM, INCI, REVIEW),
        ("FT-02", "Scalp Oil", f"{ECZEMA}\n{EXOSOMES}\n{VEGAN}", INCI, ""),
        ("FT-03", "Root Spray", FDA, INCI, ""),
        ("FT-04", "Root Cream", CREAM, INCI, ""),
    ):
        row = table.TableRow()
        for value in words:
            cell = table.TableCell(valuetype="string")
            for line in value.splitlines():
                cell.addElement(text.P(text=line))
            row.addElement(cell)
        row.addElement(table.TableCell(numbercolumnsrepeated=16379))
        sheet.addElement(row)
    sheet.addElement(table.TableRow(numberrowsrepeated=1048570))
    last = table.TableCell(valuetype="string")
    comment = office.Annotation()
    comment.addElement(dc.Creator(text="Heals psoriasis"))
    comment.addElement(text.P(text=NEEDLING))
    last.addElement(comment)
    last.addElement(text.P(text=GERMS))
    row = table.TableRow()
    row.addElement(last)
    sheet.addElement(row)
    file.spreadsheet.addElement(sheet)
    file.save(str(path))


def impress(path: Path) -> None:
    file = opendocument.OpenDocumentPresentation()
    layout = style.PageLayout(name="L")
    file.automaticstyles.addElement(layout)
    master = style.MasterPage(name="M", pagelayoutname=layout)
    master.addElement(_framed(text.P(text="Click to edit; it cures acne"), "title"))
    file.masterstyles.addElement(master)
    bullets = text.List()
    for item in (ECZEMA, EXOSOMES, VEGAN):
        point = text.ListItem()
        point.addElement(text.P(text=item))
        bullets.addElement(point)
    for title, *others in (
        (TITLE, bullets),
        ("How it works", text.P(text=SERUM), text.P(text=FDA)),
        (HEARD, text.P(text=REVIEW)),
        ("Ingredients", text.P(text=INCI)),
        ("Good to know", text.P(text=f"{CREAM} {GERMS}")),
    ):
        page = draw.Page(masterpagename=master)
        page.addElement(_framed(text.P(text=title), "title"))
        for other in others:
            page.addElement(_framed(other, "outline"))
        file.presentation.addElement(page)
    notes = presentation.Notes()
    notes.addElement(_framed(text.P(text=NEEDLING), "notes"))
    page.addElement(notes)
    file.save(str(path))


def _framed(content: Any, holder: str) -> Any:
    frame = draw.Frame(width="20cm", height="4cm", x="2cm", y="2cm", attributes={"class": holder})
    box = draw.TextBox()
    box.addElement(content)
    frame.addElement(box)
    return frame


if __name__ == "__main__":
    word(FOLDER / "ten.docx")
    slides(FOLDER / "ten.pptx")
    workbook(FOLDER / "ten.xlsx")
    writer(FOLDER / "ten.odt")
    calc(FOLDER / "ten.ods")
    impress(FOLDER / "ten.odp")
